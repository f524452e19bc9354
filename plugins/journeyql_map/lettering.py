"""Gives the texts of a finished picture their fonts, and says which letters nobody can draw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Final
from unicodedata import bidirectional, category, east_asian_width, name

import attrs

from journeyql.plugin import Diagnostic, Span
from journeyql.render.escape import xml
from journeyql.render.svg import ISOLATES
from journeyql_map.fonts import Choice, chosen
from journeyql_map.rules import NO_FONT

_TEXT: Final = re.compile(r"<text( [^>]*)>(.*?)</text>", re.DOTALL)
_TAG: Final = re.compile("<[^>]*>")
_WEIGHT: Final = re.compile(r' font-weight="([0-9]+)"')
_FILL: Final = re.compile(r' fill="(#[0-9A-Fa-f]+)"')
_SIZE: Final = re.compile(r' font-size="([0-9.]+)"')
#: From which weight on letters are bold, and how wide the edge is that makes them so, in sizes of the font.
_BOLD, _EDGE = 600, 0.035
#: Blocks whose letters join or change places: from Devanagari to Mongolian, others of South Asia, flags and skin colours.
_JOINING: Final = ((0x900, 0x1CFF), (0xA800, 0xABFF), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF))
#: What says which way words run, and joins nothing.
_MARKS: Final = frozenset(("\u200e", "\u200f", "\u061c", "\u200b", *ISOLATES))
#: A letter that shows nothing. resvg and typst shape a line with the font of its first letters, and put those of other
#: fonts in their places; that goes wrong where others join, so a line begins with nothing in the font whose letters do.
_NOTHING: Final = "\u200b"
_STACK: Final = re.compile(r' font-family="([^"]*)"')
#: Letters, figures, signs and punctuation; marks are drawn with what they stand on, and others show nothing.
_DRAWN: Final = "LNSP"
#: What begins the names of characters (The Unicode Standard, 4.8) -> what people call their script.
_SCRIPTS: Final = {
    "CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "FULLWIDTH": "full-width",
    "HALFWIDTH": "half-width", "BOPOMOFO": "Bopomofo",
}  # fmt: skip
#: The scripts that the fonts of the extra `fonts` have, besides signs.
_PACKAGED: Final = frozenset(
    {
        *("Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Gujarati"),
        *("Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Latin", "Malayalam", "Myanmar", "Oriya", "Sinhala"),
        *("Tamil", "Telugu", "Thai", "signs"),
    }
)
_MOST_SHOWN: Final = 6


@attrs.frozen(eq=False, repr=False)
class Lettered:
    """A picture whose texts name the fonts that have their letters, and the choice of fonts for it."""

    svg: str
    choice: Choice


def lettered(svg: str, *, variable: bool) -> Lettered:
    """A picture with fonts for all of its texts; `variable`: who draws it can draw variable fonts in any weight.

    Programs that draw SVG look for what a family lacks in any other font, of whatever weight; so the right one is named
    around each run of letters. Where a family has no bold letters, their edges are drawn thicker.
    """
    found = _STACK.search(svg)
    stack = unescape(found[1]) if found else ""
    letters = {one for text in _TEXT.finditer(svg) for one in _letters(text[2])}
    choice = chosen(stack, letters, variable=variable)
    if not choice.others and choice.main in choice.bold:
        return Lettered(svg, choice)
    return Lettered(_TEXT.sub(lambda text: _dressed(text, choice), svg), choice)


def _letters(markup: str) -> frozenset[str]:
    """The characters of a text that a font must have."""
    return frozenset(one for one in unescape(_TAG.sub("", markup)) if category(one)[0] in _DRAWN)


def _dressed(text: re.Match[str], choice: Choice) -> str:
    """A text with the family of the letters that the main one lacks: of one that has all of them, or of each run."""
    edge = _edge(text[1])

    def looks(family: str) -> str:
        own = f" font-family=\"'{family}'\"" if family else ""
        return own + (edge if (family or choice.main) not in choice.bold else "")

    lines = [list(_runs(part, choice)) for part in _parts(text[2]) if not part.startswith("<")]
    runs = [run for line in lines for run in line]
    hard = list(dict.fromkeys(family for family, letters in runs if any(map(_is_hard, letters))))
    whole = _whole(text[2], dict.fromkeys((*hard, *(family for family, _ in runs))), choice)
    if whole is None and len(hard) > 1:  # what cannot be shaped together is left to whatever fonts there are
        whole = hard[0] or hard[1]
    if whole is not None:
        return f"<text{text[1]}{looks(whole)}>{text[2]}</text>"
    first = f"<tspan{looks(hard[0])}>{_NOTHING}</tspan>" if hard else ""
    return f"<text{text[1]}>{''.join(_parts_of_line(part, first, choice, looks) for part in _parts(text[2]))}</text>"


def _whole(markup: str, families: Iterable[str], choice: Choice) -> str | None:
    """A family that has all letters of a text, the main one being the empty name."""
    letters = _letters(markup) - choice.missing
    named = (
        family for family in families if (face := choice.plain.get(family or choice.main)) and not face.lacks(letters)
    )
    return next(named, None)


def _parts_of_line(part: str, first: str, choice: Choice, looks: Callable[[str], str]) -> str:
    """A tag as it is; letters in the looks of their families, behind what comes first in every line."""
    if part.startswith("<") or not part:
        return part
    return first + "".join(
        f"<tspan{looks(family)}>{_escaped(letters)}</tspan>" for family, letters in _runs(part, choice)
    )


def _escaped(letters: str) -> str:
    """Letters as XML; the marks around a line are those of the picture, and stay."""
    return "".join(one if one in ISOLATES else xml(one) for one in letters)


def _edge(attributes: str) -> str:
    """What makes letters bold that are not: an edge in their colour."""
    weight, colour, size = (found[1] if (found := one.search(attributes)) else "" for one in (_WEIGHT, _FILL, _SIZE))
    return f' stroke="{colour}" stroke-width="{float(size) * _EDGE:.2f}"' if int(weight or 0) >= _BOLD else ""


def _is_hard(letter: str) -> bool:
    """Whether a letter may join with others into fewer signs than there are letters."""
    code = ord(letter)
    if letter in _MARKS:
        return False
    joining = category(letter)[0] == "M" or category(letter) == "Cf" or bidirectional(letter) in {"R", "AL"}
    return joining or any(first <= code <= last for first, last in _JOINING)


def _parts(markup: str) -> Iterator[str]:
    """Tags, and the letters between them, in turn."""
    end = 0
    for tag in _TAG.finditer(markup):
        yield from (markup[end : tag.start()], tag[0])
        end = tag.end()
    yield markup[end:]


def _runs(markup: str, choice: Choice) -> Iterator[tuple[str, str]]:
    """Runs of letters of one family, empty for the main one; what is no letter stays with what stands before it."""
    family, letters = "", ""
    for one in unescape(markup):
        other = choice.others.get(one, "" if category(one)[0] in _DRAWN else family)
        if other != family and letters:
            yield family, letters
            letters = ""
        family, letters = other, letters + one
    if letters:
        yield family, letters


def unlettered(choice: Choice, what: str, span: Span) -> Iterator[Diagnostic]:
    """The finding that letters of a map are in no font, with what to install."""
    if choice.missing:
        scripts: dict[str, list[str]] = {}
        for one in sorted(choice.missing):
            scripts.setdefault(_script(one), []).append(one)
        listed = ", ".join(f"{script} ({_shown(letters)})" for script, letters in scripts.items())
        message = f"no font that {what} can use has these letters, which become boxes: {listed}"
        yield NO_FONT.at(span, message, help=_remedy(scripts, choice.missing))


def _script(letter: str) -> str:
    if category(letter)[0] != "L":
        return "signs"
    first = name(letter, "unnamed").split()[0]
    return _SCRIPTS.get(first, first.capitalize())


def _shown(letters: list[str]) -> str:
    more = " …" if len(letters) > _MOST_SHOWN else ""
    return " ".join(letters[:_MOST_SHOWN]) + more


def _remedy(scripts: Iterable[str], letters: Iterable[str]) -> str:
    """What to install: extras where they help, else a font of the machine."""
    wide = any(east_asian_width(one) in "WFH" and category(one)[0] in "LP" for one in letters)
    packaged = any(script in _PACKAGED for script in scripts)
    extras = ",".join(extra for extra, needed in (("cjk", wide), ("fonts", packaged)) if needed)
    others = [one for one in scripts if one not in _PACKAGED and one not in _SCRIPTS.values()]
    ways = [f'pip install "journeyql[{extras}]"'] if extras else []
    ways += [f"install a font like Noto Sans {', '.join(others)}"] if others else []
    return ", and ".join(ways) or "install a font that has them"
