"""Find the boundaries between grapheme clusters by the rules and tables of Unicode UAX #29."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import Final

import attrs

#: Consonants that a virama joins to the next one (rule GB9c: Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam).
_CONSONANT: Final = re.compile(
    "[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc\u09dd\u09df\u09f0\u09f1\u0a95-\u0ab9\u0af9"
    "\u0b15-\u0b39\u0b5c\u0b5d\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a]"
)
_VIRAMAS: Final = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_ZWJ: Final = "\u200d"
#: What may follow ZWJ in an emoji sequence: the code points of Extended_Pictographic, the blocks taken whole.
_PICTOGRAPH: Final = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3\u23f8-\u23fa"
    "\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714"
    "\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1"
    "\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff"
    "\U0001f774-\U0001f77f\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945"
    "\U0001f947-\U0001faff\U0001fc00-\U0001fffd]"
)
#: Characters that belong to the one before them though their general category does not say so.
_EXTEND: Final = re.compile("[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_SPACING: Final = frozenset("\u0e33\u0eb3")
_PREPEND: Final = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd]")


class _Kind(Enum):
    """What a character does to the boundaries beside it."""

    CONTROL = auto()
    EXTEND = auto()
    JOINER = auto()
    PREPEND = auto()
    REGIONAL = auto()
    PICTOGRAPH = auto()
    JAMO_L = auto()
    JAMO_V = auto()
    JAMO_T = auto()
    JAMO_LV = auto()
    JAMO_LVT = auto()
    OTHER = auto()


#: The Hangul syllables, 28 to each pair of a first consonant and a vowel.
_SYLLABLES: Final = range(0xAC00, 0xD7A4)
#: Which Hangul kind continues a syllable after which (rules GB6 to GB8).
_SYLLABLE: Final = {
    _Kind.JAMO_L: frozenset({_Kind.JAMO_L, _Kind.JAMO_V, _Kind.JAMO_LV, _Kind.JAMO_LVT}),
    _Kind.JAMO_LV: frozenset({_Kind.JAMO_V, _Kind.JAMO_T}),
    _Kind.JAMO_V: frozenset({_Kind.JAMO_V, _Kind.JAMO_T}),
    _Kind.JAMO_LVT: frozenset({_Kind.JAMO_T}),
    _Kind.JAMO_T: frozenset({_Kind.JAMO_T}),
}


@attrs.frozen(eq=False, repr=False)
class _State:
    """What the cluster so far says about the next character."""

    last: _Kind
    consonant: bool = False
    linked: bool = False
    odd_regional: bool = False
    pictograph: bool = False


def clusters(text: str) -> tuple[str, ...]:
    """The grapheme clusters of any text; `journeyql.render.graphemes` is the quicker way."""
    found: list[str] = []
    start, state = 0, _State(_Kind.CONTROL)
    for position, character in enumerate(text):
        kind = _kind(character)
        joins = _joins(state, kind, character) or text[position - 1 : position + 1] == "\r\n"
        if not joins and position:
            found.append(text[start:position])
            start = position
        state = _next(state, kind, character, joins=joins)
    return (*found, text[start:]) if text else ()


def _joins(state: _State, kind: _Kind, character: str) -> bool:
    """Whether the character belongs to the cluster."""
    if state.last is _Kind.CONTROL or kind is _Kind.CONTROL:
        return False
    if kind in (_Kind.EXTEND, _Kind.JOINER) or state.last is _Kind.PREPEND:
        return True
    return (
        (kind is _Kind.PICTOGRAPH and state.pictograph and state.last is _Kind.JOINER)
        or (kind is _Kind.REGIONAL and state.odd_regional)
        or kind in _SYLLABLE.get(state.last, ())
        or (state.linked and _CONSONANT.match(character) is not None)
    )


def _next(state: _State, kind: _Kind, character: str, *, joins: bool) -> _State:
    """The state after the character."""
    extends = joins and kind in (_Kind.EXTEND, _Kind.JOINER)
    consonant = state.consonant if extends else _CONSONANT.match(character) is not None
    return _State(
        last=kind,
        consonant=consonant,
        linked=extends and consonant and (state.linked or character in _VIRAMAS),
        odd_regional=kind is _Kind.REGIONAL and not (joins and state.odd_regional),
        pictograph=kind is _Kind.PICTOGRAPH or (extends and state.pictograph and state.last is not _Kind.JOINER),
    )


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    """The kind of a character, from its general category and the few exceptions above."""
    category = unicodedata.category(character)
    if character == _ZWJ:
        return _Kind.JOINER
    if category in ("Mn", "Mc", "Me") or character in _SPACING or _EXTEND.match(character):
        return _Kind.EXTEND
    if _PREPEND.match(character):
        return _Kind.PREPEND
    if category in ("Cc", "Cf", "Zl", "Zp", "Cs"):
        return _Kind.CONTROL
    if _PICTOGRAPH.match(character):
        return _Kind.PICTOGRAPH
    return _Kind.REGIONAL if "\U0001f1e6" <= character <= "\U0001f1ff" else _hangul(ord(character))


def _hangul(code: int) -> _Kind:
    """The kind of a Hangul letter or syllable; OTHER for all else."""
    if code in _SYLLABLES:
        return _Kind.JAMO_LV if (code - _SYLLABLES.start) % 28 == 0 else _Kind.JAMO_LVT
    ranges = (
        (0x1100, 0x115F, _Kind.JAMO_L),
        (0x1160, 0x11A7, _Kind.JAMO_V),
        (0x11A8, 0x11FF, _Kind.JAMO_T),
        (0xA960, 0xA97C, _Kind.JAMO_L),
        (0xD7B0, 0xD7C6, _Kind.JAMO_V),
        (0xD7CB, 0xD7FB, _Kind.JAMO_T),
    )
    return next((kind for low, high, kind in ranges if low <= code <= high), _Kind.OTHER)
