"""Recognises quantities in several words: `4 min`, `35 %`, `€1200`, `8:00 pm`, `5 to 10 minutes`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.syntax.broken import Broken, shown
from journeyql.syntax.rules import BLANK_BEFORE_UNIT, UNEXPECTED
from journeyql.units import CURRENCY_SIGNS, UNIT_WORDS, one_word, unit_of

_MOST_WORDS = 6
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)([^\s0-9.]+)")
_SEVERAL = re.compile(r"(?<=[=:,])q(?:[q?-]|n(?![=\[:]))+")
_GROUPS = re.compile(r"(?<=[=:,])(qq+)([n?]?)(?![=\[:])")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\s[0-9]{3})*\s[0-9]{3}(?![0-9])\S*")
# What a joined word may be instead: a thousands separator, a sign that several currencies have, months or metres.
_DOUBTFUL = re.compile(rf"[,_:{''.join(CURRENCY_SIGNS)}]|\.[0-9]{{3}}|[0-9]\s*(?:[mM]|[ap]\.?m\.?)(?![^\W\d_])")


def split(broken: Broken) -> Iterator[tuple[int, int, str]]:
    """The quantities of a line that stand in several words: first token, last token, the one word."""
    letters, last = broken.letters, -1
    for start in range(len(letters)):
        if start <= last or letters[start] not in "qn?" or (start > broken.first and letters[start - 1] not in "=:,n]"):
            continue
        for end in range(min(start + _MOST_WORDS, len(letters)) - 1, start, -1):
            word = one_word(_words(broken, start, end)) if _whole(letters, start, end) else None
            if word is not None:
                yield start, end, word
                last = end
                break


def _whole(letters: str, start: int, end: int) -> bool:
    """Whether some tokens may be one quantity: the last is not the key of the next property."""
    return not set(letters[start : end + 1]) - set("qn?,") and letters[end + 1 : end + 2] not in ("=", "[", ":")


def _words(broken: Broken, start: int, end: int) -> str:
    return broken.code[broken.tokens[start].start() : broken.tokens[end].end()]


def joins(broken: Broken) -> list[tuple[int, int, str]]:
    """The changes that make one word of each quantity."""
    return [(broken.tokens[start].start(), broken.tokens[end].end(), word) for start, end, word in split(broken)]


def blank_in_number(broken: Broken) -> Diagnostic | None:
    """`wait: 1 200min`: a blank between thousands."""
    for found in _GROUPS.finditer(broken.letters):
        words = _words(broken, found.start(1), found.end(1) - 1)
        unit = broken.code[broken.tokens[found.start(2)].start() :] if found[2] else ""
        unit = unit_of(unit.split(maxsplit=1)[0]) or "" if unit else ""
        last = found.end() - 1 if unit else found.end(1) - 1
        word = re.sub(r"\s", "", words) + unit
        changes = [(broken.tokens[found.start(1)].start(), broken.tokens[last].end(), word)]
        if _THOUSANDS.fullmatch(words) and broken.fits(changes):
            return UNEXPECTED.at(
                broken.tokens_span(found.start(1), last),
                "A number is one word.",
                help=f"Write `{shown(word)}`; a blank separates words, not thousands.",
                fixes=broken.fixes(f"Write {shown(word)}", changes, sure=False),
            )
    return None


def blank_before_unit(broken: Broken) -> Diagnostic | None:
    """`wait: 4 min`, `cost: €1200`."""
    start, end, word = next(split(broken), (0, 0, ""))
    alone = (start, end) == (broken.first, len(broken.tokens) - 1)
    changes = joins(broken)
    if not word or not (alone or broken.fits(changes)):
        return None
    words = _words(broken, start, end)
    clock, sum_first = ":" in word, words[0] in CURRENCY_SIGNS or broken.letters[start] == "n"
    message = (
        "A time of the day is one word, from 00:00 to 24:00."
        if clock
        else "The currency stands after the number, in one word with it."
        if sum_first
        else "A number and its unit are one word."
    )
    sure = not any(_DOUBTFUL.search(broken.code[first:last]) for first, last, _ in changes)
    return BLANK_BEFORE_UNIT.at(
        broken.tokens_span(start, end),
        message,
        help=f"Write `{shown(word)}`" + (" as the value of a property." if alone else "."),
        fixes=broken.fixes("Join number and unit", changes, sure=sure),
    )


def several_words(broken: Broken) -> Diagnostic | None:
    """`wait: 5 to 10 minutes`: no one quantity."""
    for found in _SEVERAL.finditer(broken.letters):
        tokens = broken.tokens[found.start() : found.end()]
        number = _NUMBER.match(tokens[0][0])
        unit = next((unit for unit in map(_unit, reversed(tokens)) if unit), "")
        if not number or not unit or not set(found[0]) - {"q"} or not (_unit(tokens[-1]) or "-" in found[0]):
            continue
        what = "duration" if unit in UNIT_WORDS else "percentage" if unit == "%" else "sum of money"
        return BLANK_BEFORE_UNIT.at(
            broken.span(tokens[0].start(), tokens[-1].end()),
            f"A {what} is one word like `{shown(number[0] + unit)}`.",
            help="Write one word, or put quotation marks around it if the value is a text.",
        )
    return None


def _unit(token: re.Match[str]) -> str | None:
    amount = _AMOUNT.fullmatch(token[0])
    return unit_of(amount[2] if amount else token[0])
