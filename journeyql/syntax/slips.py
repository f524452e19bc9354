"""Recognises slips in a line: what is unclosed, missing, doubled or in the wrong place."""

from __future__ import annotations

import re

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.syntax.broken import STRAY, Broken, shown
from journeyql.syntax.rules import (
    BLANK_BEFORE_UNIT,
    HASH_IN_VALUE,
    INNER_QUOTES,
    MISPLACED_NAME,
    MISSING_COLON,
    MISSING_TARGET,
    MISSING_VALUE,
    NAME_BEGINS_WITH_DIGIT,
    TRAILING_COMMA,
    TWO_TEXTS,
    UNCLOSED_BRACKET,
    UNCLOSED_LITERAL,
    UNCLOSED_TEXT,
    UNQUOTED_TEXT,
)

CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}
_NUMBER = re.compile(r"[-+−]?[0-9][0-9.]*")
_UNCLOSED = re.compile(r"\[(?:n(?:,n)*)?(?!\]|,?n)")
_VALUE = re.compile(r"#\s?(\S+)")


def unclosed_text(broken: Broken) -> Diagnostic | None:
    """`"words` without an end."""
    opening = next((token for token in broken.tokens if token.lastgroup == "STRAY" and token[0][0] in CLOSING), None)
    if opening is None:
        return None
    start, end = opening.start(), len(broken.code)
    sure = not re.search(r'[=@#"]', broken.code[start + 1 :])
    changes = [*([] if opening[0][0] == '"' else [(start, start + 1, '"')]), (end, end, '"')]
    return UNCLOSED_TEXT.at(
        broken.span(start, end),
        "This text has no closing quotation mark; the rest of the line is taken for it.",
        help='Close it with ".',
        fixes=broken.fixes("Close the text at the end of the line", changes, sure=sure),
    )


def unclosed_literal(broken: Broken) -> Diagnostic | None:
    """A backtick without a second one."""
    opening = next((token for token in broken.tokens if token.lastgroup == "STRAY" and token[0][0] == "`"), None)
    if opening is None:
        return None
    end = len(broken.code)
    return UNCLOSED_LITERAL.at(
        broken.span(opening.start(), end),
        "This literal has no closing backtick.",
        fixes=[
            broken.fix(
                "Close it at the end of the line", [(end, end, "`")], sure=" " not in broken.code[opening.start() :]
            )
        ],
    )


def inner_quotes(broken: Broken) -> Diagnostic | None:
    """`"He said "soon" to me"`: quotation marks inside a text."""
    for found in re.finditer(r"t(?=([^t=:,@]*)t)", broken.letters):
        index = found.start()
        last = index + 1 + len(found[1])
        before, after = broken.tokens[index], broken.tokens[last]
        if before.end() == broken.tokens[index + 1].start() and broken.tokens[last - 1].end() == after.start():
            changes = [(before.end() - 1, before.end(), '\\"'), (after.start(), after.start() + 1, '\\"')]
            return INNER_QUOTES.at(
                broken.span(before.end() - 1, after.start() + 1),
                "A text ends at its first quotation mark.",
                help='Write \\" for a quotation mark inside a text.',
                fixes=broken.fixes("Write a backslash before the inner quotation marks", changes),
            )
    return None


def hash_in_value(broken: Broken) -> Diagnostic | None:
    """`colour: #ff0000`: the value is taken for a comment."""
    comment = broken.comment
    found = _VALUE.match(comment.lstrip())
    if broken.letters[-1:] not in (":", "=", ",") or found is None or found[0][1].isspace():
        return None
    start = len(broken.code) + len(comment) - len(comment.lstrip())
    edit = Edit(broken.span(start, start + len(found[0])), f"`{found[0]}`")
    return HASH_IN_VALUE.at(
        edit.span,
        f"`{shown(found[0])}` is taken for a comment, because `#` begins one.",
        help="Put backticks around the value.",
        fixes=[Fix("Put backticks around it", (edit,), safe=False)],
    )


def trailing_comma(broken: Broken) -> Diagnostic | None:
    """`persona: mei, tom,`."""
    if broken.letters[-1:] != ",":
        return None
    token = broken.tokens[-1]
    return TRAILING_COMMA.at(
        broken.span(token.start(), token.end()),
        "The line ends with a comma.",
        help="Remove it, or write one more value.",
        fixes=broken.fixes("Remove the comma", [(token.start(), token.end(), "")]),
    )


def brackets(broken: Broken) -> Diagnostic | None:
    """`emotion[mei` and `emotion[]`."""
    found = _UNCLOSED.search(broken.letters)
    if found is None:
        empty = broken.letters.find("[]")
        if empty < 0:
            return None
        changes = [(broken.tokens[empty].start(), broken.tokens[empty + 1].end(), "")]
        return UNCLOSED_BRACKET.at(
            broken.tokens_span(empty, empty + 1),
            "The brackets name no persona, market or state.",
            fixes=broken.fixes("Remove the brackets", changes, sure=False),
        )
    opening, end = broken.tokens[found.start()], broken.tokens[found.end() - 1].end()
    return UNCLOSED_BRACKET.at(
        broken.span(opening.start(), end),
        "This bracket is not closed.",
        help="Close it with `]` after the last name.",
        fixes=broken.fixes("Close the bracket", [(end, end, "]")]),
    )


def option_without_value(broken: Broken) -> Diagnostic | None:
    """`emotion=` and a property at the end of a header without value."""
    letters, index = broken.letters, broken.unexpected.index
    key = -1
    if letters[index - 1 : index] in ("=", ":") and letters[index : index + 1] not in (STRAY, "=", ":"):
        key = index - 2
    elif re.fullmatch(r".*=n=", letters[: index + 1]):
        key = index - 3
    elif (
        index == len(letters)
        and re.search(r"(?:n(?:\[[n,]+\])?n.*t|[=:][^=:]*[tlq]|^t)n$", letters)
        and not _unit(broken)
    ):
        key = index - 1
    if key < 0:
        return None
    return MISSING_VALUE.at(
        broken.tokens_span(key, min(key + 1, len(letters) - 1)),
        f"`{broken.word(key)}` has no value.",
        help="Write the value after it, or remove it.",
    )


def _unit(broken: Broken) -> bool:
    return re.search(r"[=:,]qn$", broken.letters) is not None and _NUMBER.fullmatch(broken.tokens[-2][0]) is not None


def blank_before_unit(broken: Broken) -> Diagnostic | None:
    """`wait: 4 min`."""
    for found in re.finditer(r"(?<=[=:,])qn(?![=\[:])", broken.letters):
        number, unit = broken.tokens[found.start()], broken.tokens[found.start() + 1]
        if _NUMBER.fullmatch(number[0]):
            return BLANK_BEFORE_UNIT.at(
                broken.span(number.start(), unit.end()),
                "A number and its unit are one word.",
                help=f"Write `{number[0]}{shown(unit[0])}`.",
                fixes=broken.fixes("Join number and unit", [(number.end(), unit.start(), "")]),
            )
    return None


def missing_colon(broken: Broken) -> Diagnostic | None:
    """`emotion 2`, also within a line."""
    index = broken.unexpected.index
    if broken.letters[index : index + 1] not in ("q", "l"):
        return None
    end = broken.tokens[index - 1].end() if index else 0
    alone = re.fullmatch(r"-?n(?:\[n(?:,n)*\])?", broken.letters[:index]) is not None
    changes = [(end, end if alone else broken.tokens[index].start(), ":" if alone else "=")]
    if broken.letters[index - 1 : index] not in ("n", "]") or not broken.fits(changes):
        return None
    sign, where = (":", "its value") if alone else ("=", "its value within a line")
    return MISSING_COLON.at(
        broken.tokens_span(index - 1, index),
        f"Between a property and {where} stands `{sign}`.",
        help=f"Write `{broken.word(index - 1)}{sign}{' ' * alone}{broken.word(index)}`.",
        fixes=broken.fixes(f"Insert {sign}", changes),
    )


def digit_first(broken: Broken) -> Diagnostic | None:
    """`stage 1 "Report"`: a name that begins with a digit."""
    index = broken.unexpected.index
    if broken.letters[index : index + 1] != "q" or "NAME" not in broken.unexpected.accepts:
        return None
    token = broken.tokens[index]
    return NAME_BEGINS_WITH_DIGIT.at(
        broken.span(token.start(), token.end()),
        f"`{shown(token[0])}` begins with a digit or a sign, so it is no name.",
        help="Begin a name with a letter.",
    )


def missing_target(broken: Broken) -> Diagnostic | None:
    """`visit ->`."""
    index = broken.unexpected.index
    if broken.letters[index - 1 : index] != ">":
        return None
    return MISSING_TARGET.at(
        broken.tokens_span(index - 1, index - 1),
        "The arrow leads nowhere.",
        help="Write the name of a step after it, or `end`.",
    )


def two_texts(broken: Broken) -> Diagnostic | None:
    """A second text in a header, or two values without a comma."""
    letters, index = broken.letters, broken.unexpected.index
    if letters[index : index + 1] != "t" or "t" not in letters[:index]:
        return None
    adjacent = letters[index - 1 : index] == "t" and re.search(r"[:=]", letters[:index]) is not None
    end = broken.tokens[index - 1].end()
    return TWO_TEXTS.at(
        broken.tokens_span(index, index),
        "Two texts follow each other without a comma." if adjacent else "This line has a text already.",
        help="Put a comma between two values."
        if adjacent
        else "Make one text of both, or give the second a property of its own.",
        fixes=broken.fixes("Insert a comma", [(end, end, ",")], sure=False) if adjacent else [],
    )


def misplaced_name(broken: Broken) -> Diagnostic | None:
    """`touchpoint "Pays" pay`."""
    found = re.match(r"-?n(?:\[n(?:,n)*\])?(t(?:@n)*n)(?![=\[])", broken.letters)
    if found is None:
        return None
    text, name = broken.tokens[found.start(1)], broken.tokens[found.end(1) - 1]
    before = len(broken.code[: name.start()].rstrip())
    changes = [(text.start(), text.start(), f"{name[0]} "), (before, name.end(), "")]
    return MISPLACED_NAME.at(
        broken.span(name.start(), name.end()),
        f"The name `{shown(name[0])}` stands after the text.",
        help="Write the name before the text.",
        fixes=broken.fixes("Move the name before the text", changes),
    )


def unquoted_text(broken: Broken) -> Diagnostic | None:
    """Words for people without quotation marks."""
    letters, index = broken.letters, broken.unexpected.index
    start = min(index, len(letters) - 1)
    while start > broken.first and letters[start - 1] in "nq?":
        start -= 1
    if start == broken.first:
        start = _first_word(broken)
    end = start + len((re.match(r"(?:n(?![=\[])|[q?,:])*", letters[start:]) or [""])[0])
    one = end - start == 1 and letters[start:end] != STRAY
    if one or "n" not in letters[start:end]:
        return None
    first, last = broken.tokens[start], broken.tokens[end - 1]
    words = broken.code[first.start() : last.end()]
    return UNQUOTED_TEXT.at(
        broken.span(first.start(), last.end()),
        "Words for people stand between quotation marks.",
        help=f'Write "{shown(words)}".',
        fixes=broken.fixes("Put quotation marks around it", [(first.start(), last.end(), f'"{words}"')], sure=False),
    )


def _first_word(broken: Broken) -> int:
    """Where the words of a header begin: names are mostly small, sentences begin with a capital letter."""
    for index in range(broken.first, min(broken.first + 2, len(broken.tokens))):
        if broken.tokens[index][0][0].isupper():
            return index
    return min(broken.first + 2, len(broken.tokens) - 1)
