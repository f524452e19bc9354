"""The words of this plugin's pictures that the core's catalogues lack (data only)."""

from __future__ import annotations

from typing import Final

EN: Final = {
    "graphviz.flow": "Flow of a customer journey.",
    "graphviz.counts": "{counts}.",
    "graphviz.for": "Seen by {name}",
    "graphviz.in": "In {name}",
    "graphviz.together": "at the same time",
    "graphviz.only": "only {names}",
    "graphviz.if": "if {names}",
    "graphviz.unless": "unless {names}",
    "graphviz.after": "after {time}",
    "graphviz.condition": "only under a condition",
    "graphviz.return": "return",
    "graphviz.wait": "waiting time",
    "graphviz.switch": "channel changes",
    "graphviz.hurt": "pain",
    "graphviz.pain": "pain, assumed",
    "graphviz.handover": "handoff",
    "graphviz.everybody": "all personas",
    "graphviz.more": "{count} more touchpoints exist for other personas, segments, markets or states.",
    "graphviz.more#one": "One more touchpoint exists for another persona, segment, market or state.",
}
ZH: Final = {
    "graphviz.flow": "客户旅程流程图。",
    "graphviz.counts": "{counts}。",
    "graphviz.for": "{name}的视角",
    "graphviz.in": "市场：{name}",
    "graphviz.together": "同时进行",
    "graphviz.only": "仅限{names}",
    "graphviz.if": "如果 {names}",
    "graphviz.unless": "除非 {names}",
    "graphviz.after": "{time}后",
    "graphviz.condition": "有条件时",
    "graphviz.return": "返回",
    "graphviz.wait": "等待时间",
    "graphviz.switch": "渠道切换",
    "graphviz.hurt": "痛点",
    "graphviz.pain": "假设的痛点",
    "graphviz.handover": "交接",
    "graphviz.everybody": "所有画像",
    "graphviz.more": "另有 {count} 个触点只属于其他画像、客群、市场或状态。",
}
