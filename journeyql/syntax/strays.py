"""Recognises what stands beside a channel or between words where nothing of that kind may stand."""

from __future__ import annotations

import re

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.syntax.broken import Broken, fits, shown
from journeyql.syntax.rules import CHANNEL_AS_TEXT, SEVERAL_CHANNELS, UNEXPECTED
from journeyql.syntax.slips import unquoted_text

_CHANNELS = re.compile(r"@n(?:,@?n(?![=\[]))+")
_CHANNEL_TEXT = re.compile(r"[@＠]\s*('[^']*'|‘[^‘’]*’|「[^」]*」|『[^』]*』|\0+)")
_NAME = re.compile(r"[^\W\d]\w*")
_ASSIGNED = re.compile(r"\s*[^\W\d][\w.-]*(?:\[[^\]]*\])?\s*([=＝]\s*)")


def channel_as_text(broken: Broken) -> Diagnostic | None:
    """`@"Resident app"`."""
    found = _CHANNEL_TEXT.search(broken.bare)
    words = broken.code[found.start(1) + 1 : found.end(1) - 1] if found else ""
    if found is None or broken.code[found.start(1)] == "`":
        return None
    name = words if _NAME.fullmatch(words) else "app"
    return CHANNEL_AS_TEXT.at(
        broken.span(found.start(1), found.end(1)),
        "After `@` stands the name of a channel, not a text.",
        help=f"Write the channel's name, for example `@{shown(name)}`, without quotation marks.",
        fixes=broken.fixes("Remove the quotation marks", [(found.start(1), found.end(1), words)], sure=False)
        if name == words
        else [],
    )


def several_channels(broken: Broken) -> Diagnostic | None:
    """`@app,web`."""
    found = _CHANNELS.search(broken.letters)
    if found is None:
        return None
    return SEVERAL_CHANNELS.at(
        broken.tokens_span(found.start(), found.end() - 1),
        "A touchpoint has one channel.",
        help="Write two touchpoints, or one of the channels.",
    )


def point_first(broken: Broken) -> Diagnostic | None:
    """`emotion: .5`."""
    found = re.search(r"(?<![\w.])\.[0-9]+", broken.bare)
    if found is None:
        return None
    change = [(found.start(), found.end(), f"0{found[0]}")]
    return UNEXPECTED.at(
        broken.span(found.start(), found.end()),
        "A number begins with a digit.",
        help=f"Write `0{shown(found[0])}`.",
        fixes=broken.fixes("Write the zero", change),
    )


def lone_channel(broken: Broken) -> Diagnostic | None:
    """`@app` on a line of its own."""
    if broken.letters[broken.first :] != "@n":
        return None
    sign, name = broken.tokens[-2:]
    return UNEXPECTED.at(
        broken.span(sign.start(), name.end()),
        "A channel stands on the line of its element.",
        help=f"Write it there, or `channel: {shown(name[0])}` here.",
        fixes=broken.fixes("Write channel:", [(sign.start(), name.start(), "channel: ")], sure=False),
    )


def semicolon(broken: Broken) -> Diagnostic | None:
    """`;` at the end of a line, between values, or between what should be two lines."""
    marks = [found.span() for found in re.finditer("[;；]", broken.bare)]
    if not marks:
        return None
    (start, end), sign = marks[0], broken.code[marks[0][0]]
    before, after = broken.code[:start].rstrip(), broken.code[end:].strip()
    fixes: list[Fix] = []
    if not after.strip(";； "):
        removed = [(len(before), len(broken.code), "")]
        if not broken.fits(removed) and unquoted_text(broken):
            return None
        message, help_ = f"The end of a line needs no `{sign}`.", f"Remove `{sign}`."
        fixes = broken.fixes(f"Remove {sign}", removed)
    elif broken.fits(commas := [(*mark, ",") for mark in marks]):
        message, help_ = "Values are separated by commas.", f"Write a comma instead of `{sign}`."
        fixes = broken.fixes("Write a comma", commas, sure=False)
    elif broken.fits(blanks := [_blank(broken, *mark) for mark in marks]):
        message, help_ = "Properties are separated by blanks.", f"Write a blank instead of `{sign}`."
        fixes = broken.fixes(f"Write a blank instead of {sign}", blanks)
    elif lines := _lines(broken, marks):
        message, help_ = "One line says one thing.", f"Begin a new line instead of `{sign}`."
        fixes = [Fix("Begin a new line", lines, safe=False)]
    else:
        return None
    return UNEXPECTED.at(broken.span(start, end), message, help=help_, fixes=fixes)


def _blank(broken: Broken, start: int, end: int) -> tuple[int, int, str]:
    """The change that leaves a blank in the place of a sign."""
    beside = broken.code[start - 1 : start] + broken.code[end : end + 1]
    return start, end, " " if beside and not re.search(r"\s", beside) else ""


def _lines(broken: Broken, marks: list[tuple[int, int]]) -> tuple[Edit, ...]:
    """The edits that make lines of their own of what stands between some signs; none where they are no lines."""
    indent = broken.source.line_text(broken.line)[: broken.column]
    edits, begin = [], 0
    for start, end in [*marks, (len(broken.code), len(broken.code))]:
        part = broken.code[begin:start]
        sign = _ASSIGNED.match(part)
        if sign and not fits(part):
            edits.append(Edit(broken.span(begin + sign.start(1), begin + sign.end(1)), ": "))
            part = part[: sign.start(1)] + ": " + part[sign.end(1) :]
        if not part.strip() or not fits(part):
            return ()
        if start < end:
            blanks = len(broken.code[end:]) - len(broken.code[end:].lstrip())
            edits.append(Edit(broken.span(start, end + blanks), f"\n{indent}"))
        begin = end
    return tuple(edits)
