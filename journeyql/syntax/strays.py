"""Recognises what stands beside a channel or between words where nothing of that kind may stand."""

from __future__ import annotations

import re

from journeyql.diagnostics import Diagnostic
from journeyql.syntax.broken import Broken, fits, shown
from journeyql.syntax.rules import CHANNEL_AS_TEXT, SEVERAL_CHANNELS, UNEXPECTED
from journeyql.syntax.slips import unquoted_text

_CHANNELS = re.compile(r"@n(?:,@?n(?![=\[]))+")
_CHANNEL_TEXT = re.compile(r"[@＠]\s*('[^']*'|‘[^‘’]*’|「[^」]*」|『[^』]*』|\0+)")
_NAME = re.compile(r"[^\W\d]\w*")


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
    found = re.search("[;；]", broken.bare)
    if found is None:
        return None
    start, end = found.span()
    before, after = broken.code[:start].rstrip(), broken.code[end:].strip()
    removed = [(start if after else len(before), end if after else len(broken.code), "")]
    comma = [(start, end, ",")]
    if not after.strip(";； "):
        if not broken.fits(removed) and unquoted_text(broken):
            return None
        message, help_, fixes = f"The end of a line needs no `{found[0]}`.", f"Remove `{found[0]}`.", removed
    elif broken.fits(comma):
        message, help_, fixes = "Values are separated by commas.", f"Write a comma instead of `{found[0]}`.", comma
    elif broken.fits(removed):
        message, help_, fixes = "Properties are separated by blanks.", f"Remove `{found[0]}`.", removed
    elif fits(before) and fits(after):
        message, help_, fixes = "One line says one thing.", f"Begin a new line instead of `{found[0]}`.", []
    else:
        return None
    return UNEXPECTED.at(
        broken.span(start, end),
        message,
        help=help_,
        fixes=broken.fixes("Write a comma" if fixes is comma else f"Remove {found[0]}", fixes, sure=fixes is removed)
        if fixes
        else [],
    )
