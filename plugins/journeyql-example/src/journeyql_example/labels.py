"""The words that the plugin prints (data only)."""

from __future__ import annotations

from typing import Final

EN: Final = {
    "example.none": "No barriers are known.",
    "example.barrier": "{place}: {barrier}",
    "example.for": "{barrier} (keeps out: {whom})",
}
ZH: Final = {
    "example.none": "没有已知的障碍。",
    "example.barrier": "{place}：{barrier}",
    "example.for": "{barrier}（受影响：{whom}）",
}
