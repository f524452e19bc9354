"""Recognises what other languages taught the writer: their quotes, arrows, braces, comments, colons and commas."""

from __future__ import annotations

import re

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.syntax.broken import STRAY, Broken, shown
from journeyql.syntax.quantities import joins
from journeyql.syntax.rules import (
    BARE_LITERAL,
    BRACES,
    COLON_AFTER_HEADER,
    COLON_FOR_EQUALS,
    COMMA_BETWEEN_OPTIONS,
    EQUALS_FOR_COLON,
    FOREIGN_ARROW,
    FOREIGN_COMMENT,
    WRONG_QUOTES,
)

_QUOTED = re.compile(
    r"(?<!\w)'([^']*(?:(?<=\w)'(?=\w)[^']*)*)'(?!\w)|‘([^‘]*)’(?!\w)|「([^」]*)」|『([^』]*)』|”([^”“]*)”|\"([^\"]*)\""
)
_COMMENT = re.compile(r"(?:^|(?<=\s))(?://|/\*)")
_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.]*://[^\s,]*|[^\s=:,\0@]+@[\w-]+\.[\w.-]+|(?:(?<=[\s=:,])|^)[\w.~-]*/[\w.~-][^\s,\0]*"
)
_ARROW = re.compile(r"<?(?:-{2,}>*|={1,2}>+|->{2,}|~+>|[–—]+>+|>{2,})|<->?|[⇒⟶➔➜⟹]|-\.+->")
_HEADER = re.compile(r"-?(?:n(?:\[n(?:,n)*\])?n?t?|t)$")
_PROPERTY = re.compile(r"-?n(?:\[n(?:,n)*\])?:")
_KEY = re.compile(r"n(?:\[n(?:,n)*\])?:")
_OWN_LINE = re.compile(r"-?n(?:\[n(?:,n)*\])?=")
_BETWEEN = re.compile(r",(?=n(?:\[n(?:,n)*\])?=|@)")


def wrong_quotes(broken: Broken) -> Diagnostic | None:
    """`'x'`, `‘x’`, `「x」`: text in other quotation marks."""
    every = [found for found in _QUOTED.finditer(broken.bare) if found[0][0] != '"']
    if not every or STRAY not in broken.letters:
        return None
    found, texts = every[0], [broken.code[found.start() + 1 : found.end() - 1] for found in every]
    changes = [(found.start(), found.end(), _straight(words)) for found, words in zip(every, texts, strict=True)]
    return WRONG_QUOTES.at(
        broken.span(found.start(), found.end()),
        f"{found[0][0]}{found[0][-1]} are no quotation marks here.",
        help=f'Write "{shown(texts[0])}".',
        fixes=broken.fixes("Write straight quotation marks", changes),
    )


def _straight(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def foreign_comment(broken: Broken) -> Diagnostic | None:
    """`// words` or `/* words`."""
    found = _COMMENT.search(broken.bare)
    if found is None:
        return None
    begins = Edit(broken.span(found.start(), found.end()), "#")
    before = broken.code[: found.start()].rstrip()
    mends = broken.fits([(len(before), len(broken.code), "")])
    return FOREIGN_COMMENT.at(
        begins.span,
        f"A comment begins with `#`, not with `{found[0]}`.",
        fixes=[Fix("Begin the comment with #", (begins,))] if mends else [],
    )


def bare_literal(broken: Broken) -> Diagnostic | None:
    """An address or path without backticks."""
    found = _ADDRESS.search(broken.bare)
    if found is None:
        return None
    address = broken.code[found.start() : found.end()]
    return BARE_LITERAL.at(
        broken.span(found.start(), found.end()),
        f"`{shown(address)}` stands without backticks.",
        help="Put backticks around an address or a path.",
        fixes=broken.fixes("Put backticks around it", [(found.start(), found.end(), f"`{address}`")]),
    )


def foreign_arrow(broken: Broken) -> Diagnostic | None:
    """`-->`, `=>`, `->>`."""
    found = _ARROW.search(broken.bare)
    if found is None:
        return None
    back = found[0].startswith("<")
    changes = [(arrow.start(), arrow.end(), "->") for arrow in _ARROW.finditer(broken.bare)]
    return FOREIGN_ARROW.at(
        broken.span(found.start(), found.end()),
        f"The arrow is `->`, not `{shown(found[0])}`.",
        help="A flow is written from left to right; turn it round." if back else "Write `->`.",
        fixes=[] if back else broken.fixes("Write ->", changes),
    )


def braces(broken: Broken) -> Diagnostic | None:
    """`stage report {` and `}`."""
    found = next((token for token in broken.tokens if token[0] in "{}｛｝"), None)
    if found is None:
        return None
    start = len(broken.code[: found.start()].rstrip())
    return BRACES.at(
        broken.span(found.start(), found.end()),
        f"`{found[0]}` means nothing: indentation makes a block.",
        help="Remove the braces and indent the lines of the block.",
        fixes=broken.fixes("Remove the brace", [(start, found.end(), "")]),
    )


def colon_after_header(broken: Broken) -> Diagnostic | None:
    """`touchpoint file: "X"` and `stage report "X":`."""
    index = broken.unexpected.index
    if broken.letters[index : index + 1] != ":" or not _HEADER.match(broken.letters[:index]):
        return None
    token = broken.tokens[index]
    return COLON_AFTER_HEADER.at(
        broken.span(token.start(), token.end()),
        "An element is written without a colon.",
        help="Remove the colon; what belongs to the element stands on deeper lines below.",
        fixes=broken.fixes("Remove the colon", [_without_colon(broken, token)]),
    )


def element_with_colon(broken: Broken) -> Diagnostic | None:
    """`touchpoint: call "Calls"`."""
    index = broken.unexpected.index
    found = _PROPERTY.match(broken.letters)
    if found is None or broken.letters[index : index + 1] not in ("t", "@", "l"):
        return None
    token = broken.tokens[found.end() - 1]
    changes = [_without_colon(broken, token)]
    if not broken.fits(changes):
        return None
    head = broken.code[broken.tokens[broken.first].start() : token.start()].rstrip()
    return COLON_AFTER_HEADER.at(
        broken.span(token.start(), token.end()),
        "An element is written without a colon.",
        help=f"Write `{shown(f'{head} {broken.code[token.end() :].lstrip()}')}`.",
        fixes=broken.fixes("Remove the colon", changes, sure=False),
    )


def _without_colon(broken: Broken, colon: re.Match[str]) -> tuple[int, int, str]:
    return colon.start(), colon.end(), " " if broken.code[colon.end() : colon.end() + 1].strip() else ""


def colon_in_line(broken: Broken) -> Diagnostic | None:
    """`touchpoint file "X" emotion: 2`."""
    letters = broken.letters
    alone = _PROPERTY.match(letters)
    places = [found.end() - 1 for found in _KEY.finditer(letters, alone.end() if alone else 0)]
    changes = [
        (broken.tokens[place].start(), broken.tokens[place + 1].start(), "=")
        for place in places
        if place + 1 < len(letters)
    ]
    if not changes or not broken.fits(changes):
        return None
    token, key = broken.tokens[places[0]], broken.word(places[0] - 1)
    return COLON_FOR_EQUALS.at(
        broken.span(token.start(), token.end()),
        f"Within a line, `{key}` is followed by `=`." if letters[places[0] - 1] == "n" else "Within a line stands `=`.",
        help="Write `=`, or begin a new line with this property." if alone else "Write `=` instead of the colon.",
        fixes=broken.fixes("Write =", changes, sure=alone is None),
    )


def comma_between_options(broken: Broken) -> Diagnostic | None:
    """`wait: 4min, target=1min`."""
    places = [found.start() for found in _BETWEEN.finditer(broken.letters)]
    if not broken.fits(_removed(broken, places)) and not re.search(r"[:\[]|,$", broken.letters):
        every = [index for index, letter in enumerate(broken.letters) if letter == ","]
        places = every if broken.fits(_removed(broken, every)) else places
    if not places:
        return None
    first = broken.tokens[places[0]]
    return COMMA_BETWEEN_OPTIONS.at(
        broken.span(first.start(), first.end()),
        "A comma separates values of one property, not properties.",
        help="Separate properties by blanks.",
        fixes=broken.fixes("Remove the comma" if len(places) == 1 else "Remove the commas", _removed(broken, places)),
    )


def _removed(broken: Broken, places: list[int]) -> list[tuple[int, int, str]]:
    """Changes that take commas away; a blank stays between the words."""
    tokens = [broken.tokens[index] for index in places]
    return [(t.start(), t.end(), " " if broken.code[t.end() : t.end() + 1].strip() else "") for t in tokens]


def equals_for_colon(broken: Broken) -> Diagnostic | None:
    """`emotion=2` on a line of its own."""
    if not _OWN_LINE.match(broken.letters):
        return None
    token = broken.tokens[broken.letters.index("=")]
    several = broken.letters.count("=") > 1
    colon = ": " if broken.code[token.end() : token.end() + 1].strip() else ":"
    return EQUALS_FOR_COLON.at(
        broken.span(token.start(), token.end()),
        f"On a line of its own, `{broken.word(broken.first)}` is followed by a colon.",
        help="Write one property on a line, each with a colon." if several else "Write a colon instead of `=`.",
        fixes=broken.fixes("Write a colon", [(token.start(), token.end(), colon), *joins(broken)], sure=not several),
    )
