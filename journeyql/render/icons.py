"""Our own small drawings on a 16 grid: channels, waiting, handing over."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from journeyql.render.curve import Point
from journeyql.render.svg import Element, element, number

_PHONE: Final = "M5 1.75h6a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V2.75a1 1 0 0 1 1-1zM7 12h2"
_BUBBLES: Final = "M2 3h8v5.5H6L3.8 10.4V8.5H2zM12 6h2v5.5h-1.4v1.9l-2.2-1.9H7.5V10.4"
_MESSAGE: Final = "M2 3h12v8H8.2L5 13.6V11H2zM5.2 7h.01M8 7h.01M10.8 7h.01"
_HOUSE: Final = "M2 8l6-5.5L14 8M3.75 6.75V13.5h8.5V6.75M6.75 13.5V9.75h2.5v3.75"
_LETTER: Final = "M2 3.5h12v9H2zM2.3 4l5.7 4.6L13.7 4"
_PAPER: Final = "M4 1.75h5.5L12.5 4.75v9.5H4zM9.25 2v3h3M6 8h4.5M6 10.75h4.5"
_HEADSET: Final = (
    "M2.75 9.5V8a5.25 5.25 0 0 1 10.5 0v1.5M2.75 9h1.9v3.6H3.9a1.15 1.15 0 0 1-1.15-1.15zM13.25 9h-1.9v3.6h.75"
    "a1.15 1.15 0 0 0 1.15-1.15zM12.4 12.6c0 1.2-1.2 1.8-3 1.8"
)
_SPANNER: Final = (
    "M13.6 4.4a3.4 3.4 0 0 1-4.5 4.3l-5 5a1.35 1.35 0 0 1-1.9-1.9l5-5a3.4 3.4 0 0 1 4.3-4.5L9.4 4.4l.4 1.8 1.8.4z"
)
_PIN: Final = "M8 14.2C5 11 3.4 8.7 3.4 6.5a4.6 4.6 0 0 1 9.2 0c0 2.2-1.6 4.5-4.6 7.7zM8 8.1a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z"
_SCREEN: Final = "M1.75 2.75h12.5v8.5H1.75zM8 11.25v2.5M5 13.75h6"
_MIC: Final = (
    "M8 1.75a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0v-4a2 2 0 0 1 2-2zM3.75 7.5a4.25 4.25 0 0 0 8.5 0M8 11.75v2.5M5.75 14.25h4.5"
)
_SIGNAL: Final = "M8 12.4h.01M5.6 10a3.4 3.4 0 0 1 4.8 0M3.4 7.6a6.6 6.6 0 0 1 9.2 0M1.4 5.2a9.5 9.5 0 0 1 13.2 0"
_BOX: Final = "M8 1.75l5.6 3v6.5L8 14.25l-5.6-3v-6.5zM2.4 4.75L8 7.75l5.6-3M8 7.75v6.5"
_SHOP: Final = (
    "M2.2 6.2l1-3.7h9.6l1 3.7M2.2 6.2a1.9 1.9 0 0 0 3.8 0 1.95 1.95 0 0 0 4 0 1.9 1.9 0 0 0 3.8 0M3.2 8.3v5.2h9.6V8.3"
)

#: Drawn where a channel of a kind names no icon or carrier that we know.
_KINDS: Final = MappingProxyType(
    {"online": _SCREEN, "offline": _PIN, "hidden": _BUBBLES, "voice": _MIC, "iot": _SIGNAL, "virtual": _BOX}
)
#: Words in the name or carrier of a channel that have a drawing, in the order they are tried.
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "web": _SCREEN, "screen": _SCREEN, "portal": _SCREEN, "网": _SCREEN,
        "phone": _PHONE, "app": _PHONE, "mini program": _PHONE, "小程序": _PHONE, "应用": _PHONE, "アプリ": _PHONE,
        "sms": _MESSAGE, "text message": _MESSAGE, "message": _MESSAGE, "短信": _MESSAGE, "消息": _MESSAGE,
        "hotline": _HEADSET, "call": _HEADSET, "headset": _HEADSET, "热线": _HEADSET, "电话": _HEADSET, "客服": _HEADSET,
        "mail": _LETTER, "letter": _LETTER, "邮件": _LETTER, "メール": _LETTER,
        "chat": _BUBBLES, "group": _BUBBLES, "群": _BUBBLES, "邻居": _BUBBLES, "论坛": _BUBBLES, "forum": _BUBBLES,
        "paper": _PAPER, "form": _PAPER, "contract": _PAPER, "纸": _PAPER,
        "home": _HOUSE, "house": _HOUSE, "家": _HOUSE,
        "shop": _SHOP, "store": _SHOP, "counter": _SHOP, "门店": _SHOP, "店": _SHOP, "前台": _SHOP,
        "spanner": _SPANNER, "wrench": _SPANNER, "on site": _SPANNER, "现场": _SPANNER, "pin": _PIN,
    }
)  # fmt: skip

#: The names that a channel may give as its `icon`, besides the other words above.
ICONS: Final = tuple(word for word in _WORDS if word.isascii() and word.isalpha())

WARNING: Final = "M8 2.2L14.6 13.6H1.4zM8 6.4v3.4M8 11.7h.01"
CLOCK: Final = "M8 14.2a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4zM8 4.6V8l2.4 1.6"
HANDOVER: Final = "M2 5.4h11M10.4 2.8l2.8 2.6-2.8 2.6M14 10.8H3M5.6 8.2l-2.8 2.6 2.8 2.6"


def is_icon(name: str) -> bool:
    """Whether a channel's `icon` has a drawing.

    >>> is_icon("phone"), is_icon("unicorn")
    (True, False)
    """
    return name in _WORDS


def channel_icon(icon: str, kind: str, *words: str) -> str:
    """The drawing for a channel: by the icon it names, else by its carrier and name, else by its kind."""
    if icon in _WORDS:
        return _WORDS[icon]
    for text in words:
        lowered = text.lower()
        for word, drawing in _WORDS.items():
            if word in lowered:
                return drawing
    return _KINDS.get(kind, _PIN)


def draw(drawing: str, at: Point, size: float, colour: str, *, stroke: float = 1.5) -> Element:
    """A drawing with its upper left corner at a place."""
    scale = size / 16
    return element(
        "path",
        transform=f"translate({number(at[0])} {number(at[1])}) scale({scale:.3f})",
        d=drawing,
        fill="none",
        stroke=colour,
        stroke_width=stroke / scale,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def star(x: float, y: float, radius: float, colour: str) -> Element:
    """A five-pointed star around a middle."""
    points = " ".join(f"{number(x + radius * dx)},{number(y + radius * dy)}" for dx, dy in _STAR)
    return element("polygon", points=points, fill=colour)


_STAR: Final = (
    (0, -1), (0.263, -0.297), (1.013, -0.265), (0.426, 0.203), (0.626, 0.926), (0, 0.511), (-0.626, 0.926),
    (-0.426, 0.203), (-1.013, -0.265), (-0.263, -0.297),
)  # fmt: skip
