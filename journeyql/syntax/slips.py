"""Recognises slips in a line: what is unclosed, missing, doubled or in the wrong place."""

from __future__ import annotations

import re
from itertools import islice

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.syntax.broken import LONGEST_LINE, STRAY, Broken, fits, shown
from journeyql.syntax.layout import code_of
from journeyql.syntax.quantities import joins, split
from journeyql.syntax.rules import (
    BLANK_IN_NAME,
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
    UNEXPECTED,
    UNQUOTED_TEXT,
)
from journeyql.units import UNIT_WORDS, respelled, unit_of

CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}
_NUMBER = re.compile(r"[-+−－]?[0-9][0-9.]*")
# Between two numbers these words make a range or a list, and are no property.
_LINKS = frozenset(
    [
        "to",
        "till",
        "until",
        "or",
        "and",
        "of",
        "by",
        "is",
        "bis",
        "oder",
        "und",
        "von",
        "à",
        "ou",
        "et",
        "到",
        "至",
        "或",
        "和",
    ]
)
_MEASURE = re.compile(r"[0-9]+(?:\.[0-9]+)?(\D+)")
_MOST_ENDS = 8
_ITEM = re.compile(r"\s+(?=@[^\W\d]|[^\W\d][\w.-]*(?:\[[^\]\s]*\])?[=＝])")
_NAMES = re.compile(r"-?(?:n(?:\[n(?:,n)*\])?|n?(?:>n)*>)(n{2,4})(?=t)")
_WORDS_FOR_VALUE = re.compile(r"(?<==)n(?:n(?![=\[]))+")
_PROPERTY = re.compile(r"-?n(?:\[n(?:,n)*\])?:")
_FLOW = re.compile(r"-?n?(?:>n)+")
_UNCLOSED = re.compile(r"\[(?:n(?:,n)*)?(?!\]|,?n)")
_VALUE = re.compile(r"#\s?(\S+)")


def unclosed_text(broken: Broken) -> Diagnostic | None:
    """`"words` without an end."""
    opening = next((token for token in broken.tokens if token.lastgroup == "STRAY" and token[0][0] in CLOSING), None)
    if opening is None:
        return None
    start, end = opening.start(), end_of_text(broken.code, opening.start())
    rest = broken.code[end:].lstrip()
    sure = not rest and not re.search(r'[=@#"]', broken.code[start + 1 :])
    changes = [*([] if opening[0][0] == '"' else [(start, start + 1, '"')]), (end, end, '"')]
    seems = (
        f"it seems to end before `{shown(rest.split(maxsplit=1)[0])}`"
        if rest
        else "the rest of the line is taken for it"
    )
    return UNCLOSED_TEXT.at(
        broken.span(start, end),
        f"This text has no closing quotation mark; {seems}.",
        help='Close it with ".',
        fixes=broken.fixes(
            "Close the text before the next property" if rest else "Close the text at the end of the line",
            changes,
            sure=sure,
        ),
    )


def end_of_text(code: str, start: int) -> int:
    """Where a text without closing mark ends: before the properties that follow it, or with the line."""
    if len(code) <= LONGEST_LINE:
        for found in islice(_ITEM.finditer(code, start + 2), _MOST_ENDS):
            if fits(f'{code[:start]}"{code[start + 1 : found.start()]}"{code[found.start() :]}'):
                return found.start()
    return len(code)


def unclosed_literal(broken: Broken) -> Diagnostic | None:
    """A backtick without a second one."""
    opening = next((token for token in broken.tokens if token.lastgroup == "STRAY" and token[0][0] == "`"), None)
    if opening is None:
        return None
    end = len(broken.code)
    return UNCLOSED_LITERAL.at(
        broken.span(opening.start(), end),
        "This literal has no closing backtick.",
        fixes=broken.fixes(
            "Close it at the end of the line", [(end, end, "`")], sure=" " not in broken.code[opening.start() :]
        ),
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
    end = len(broken.code)
    start = end + len(comment) - len(comment.lstrip())
    edit = Edit(broken.span(start, start + len(found[0])), f"`{found[0]}`")
    mends = fits(code_of(f"{broken.code} {edit.text}{comment.lstrip()[len(found[0]) :]}"))
    return HASH_IN_VALUE.at(
        edit.span,
        f"`{shown(found[0])}` is taken for a comment, because `#` begins one.",
        help="Put backticks around the value.",
        fixes=[Fix("Put backticks around it", (edit,), safe=False)] if mends else [],
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
    elif (re.search(r"[=:,]qn$", letters[:index]) and re.match(r"n[=\[]", letters[index:])) or (
        index == len(letters) and re.search(r"(?:n(?:\[[n,]+\])?n.*t|[=:][^=:]*[tlq]|^t)n$", letters)
    ):
        key = index - 1
    if key < 0:
        return None
    last = key + 1 if letters[key + 1 : key + 2] in ("=", ":") else key
    return MISSING_VALUE.at(
        broken.tokens_span(key, last),
        f"`{broken.word(key)}` has no value.",
        help="Write the value after it, or remove it.",
    )


def missing_colon(broken: Broken) -> Diagnostic | None:
    """`emotion 2`, also within a line."""
    index = broken.unexpected.index
    if broken.letters[index : index + 1] not in ("q", "l") or broken.tokens[index - 1][0].lower() in _LINKS:
        return None
    end = broken.tokens[index - 1].end() if index else 0
    alone = re.fullmatch(r"-?n(?:\[n(?:,n)*\])?", broken.letters[:index]) is not None
    changes = [(end, end if alone else broken.tokens[index].start(), ":" if alone else "="), *joins(broken)]
    if broken.letters[index - 1 : index] not in ("n", "]") or not broken.fits(changes):
        return None
    sign, called = (":", "A colon") if alone else ("=", "`=`")
    last, value = next(
        ((end, word) for start, end, word in split(broken) if start == index), (index, broken.word(index))
    )
    other = respelled(value)
    if other is not None and last == index:
        changes.append((broken.tokens[index].start(), broken.tokens[index].end(), other))
    value = other or value
    key = broken.letters.rindex("[", 0, index) - 1 if broken.letters[index - 1] == "]" else index - 1
    written = shown(broken.code[broken.tokens[key].start() : broken.tokens[index - 1].end()])
    return MISSING_COLON.at(
        broken.tokens_span(key, last),
        f"{called} is missing between `{written}` and its value.",
        help=f"Write `{written}{sign}{' ' * alone}{value}`.",
        fixes=broken.fixes(f"Insert {sign}", changes, sure=alone or "t" in broken.letters[:index]),
    )


def measure_behind_arrow(broken: Broken) -> Diagnostic | None:
    """`-> visit 35%`: a share or a time without its name."""
    index = broken.unexpected.index
    amount = _MEASURE.fullmatch(broken.tokens[index][0]) if broken.letters[index : index + 1] == "q" else None
    unit = unit_of(amount[1]) if amount and _FLOW.match(broken.letters) else None
    name = "share" if unit == "%" else "delay" if unit in UNIT_WORDS else ""
    start = broken.tokens[index].start() if name else 0
    changes = [(start, start, f"{name}=")]
    if not name or not broken.fits(changes):
        return None
    return UNEXPECTED.at(
        broken.tokens_span(index, index),
        f"A {'percentage' if name == 'share' else 'time'} behind an arrow needs a name.",
        help=f"Write `{name}={broken.word(index)}`.",
        fixes=broken.fixes(f"Write {name}=", changes),
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
    if letters[index : index + 1] not in ("t", "q", "l"):
        return None
    texts = letters[index] == "t"
    titled = texts and _PROPERTY.match(letters) is None and re.search("(?<![=,])t", letters[:index]) is not None
    adjacent = not titled and re.search(r"[:=].*[tql]$|[:=,]n$", letters[:index]) is not None
    if adjacent:
        places = {index - 1, *(found.start() for found in re.finditer("[tql](?=[tql])", letters))}
        ends = [broken.tokens[place].end() for place in sorted(places)]
        return (TWO_TEXTS if texts else UNEXPECTED).at(
            broken.tokens_span(index, index),
            f"Two {'texts' if letters[index - 1] == 't' and texts else 'values'} follow each other without a comma.",
            help="Put a comma between two values.",
            fixes=broken.fixes("Insert a comma", [(end, end, ",") for end in ends], sure=False),
        )
    if not texts or "t" not in letters[:index]:
        return None
    key = broken.word(broken.first)
    return TWO_TEXTS.at(
        broken.tokens_span(index, index),
        "This line has a text already.",
        help=f"Make one text of both; if `{key}` is a property, write `{key}:` and a comma between its values."
        if re.match("-?ntt", letters)
        else "Make one text of both, or give the second a property of its own.",
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


def blank_in_name(broken: Broken) -> Diagnostic | None:
    """`touchpoint call back "Calls"`."""
    found = _NAMES.match(broken.letters)
    if found is None:
        return None
    names = broken.tokens[found.start(1) : found.end(1)]
    name = "-".join(token[0] for token in names)
    changes = [(names[0].start(), names[-1].end(), name)]
    if not broken.fits(changes):
        return None
    return BLANK_IN_NAME.at(
        broken.span(names[0].start(), names[-1].end()),
        "A name has no blanks.",
        help=f"Write `{shown(name)}`.",
        fixes=broken.fixes("Write one word", changes, sure=False),
    )


def words_for_value(broken: Broken) -> Diagnostic | None:
    """`emotion=very good`."""
    found = _WORDS_FOR_VALUE.search(broken.letters)
    return _value_of_words(broken, found.start(), found.end()) if found else None


def number_and_word(broken: Broken) -> Diagnostic | None:
    """`cost: 5 people`: a word that is no unit."""
    end = len(broken.tokens)
    if not broken.letters.endswith(":qn") or not _NUMBER.fullmatch(broken.tokens[end - 2][0]):
        return None
    return _value_of_words(broken, end - 2, end)


def _value_of_words(broken: Broken, start: int, end: int) -> Diagnostic:
    return UNQUOTED_TEXT.at(
        broken.tokens_span(start, end - 1),
        "A value is one word; a text stands between quotation marks.",
        help="Write one word, or put quotation marks around a text.",
    )


def unquoted_text(broken: Broken) -> Diagnostic | None:
    """Words for people without quotation marks."""
    start, flow = _first_unquoted(broken)
    letters = broken.letters
    end = start + len((re.match(r"(?:n(?![=\[])|[q?,:])*", letters[start:]) or [""])[0])
    if "n" not in letters[start:end]:
        return None
    first, last = broken.tokens[start], broken.tokens[end - 1]
    words = broken.code[first.start() : last.end()]
    changes = [(first.start(), last.end(), f'"{words}"')]
    if not broken.fits(changes):
        return None
    return UNQUOTED_TEXT.at(
        broken.span(first.start(), last.end()),
        "Words for people stand between quotation marks.",
        help=f'Put the condition in quotation marks: `-> {broken.word(start - 1)} "{shown(words)}"`.'
        if flow
        else f'Write "{shown(words)}".',
        fixes=broken.fixes("Put quotation marks around it", changes, sure=False),
    )


def _first_unquoted(broken: Broken) -> tuple[int, bool]:
    """The index of the first word that should stand in quotation marks, and whether it is a flow's condition."""
    letters = broken.letters
    start = min(broken.unexpected.index, len(letters) - 1)
    while start > broken.first and letters[start - 1] in "nq?" and letters[max(start - 2, 0)] != "@":
        start -= 1
    flow = _FLOW.match(letters)
    if flow and broken.code[broken.tokens[flow.end() - 1].end() :][:1].isspace():
        return max(start, min(flow.end(), len(letters) - 1)), start <= flow.end() < len(letters)
    return (_first_word(broken) if start == broken.first else start), False


def _first_word(broken: Broken) -> int:
    """Where the words of a header begin: names are mostly small, sentences begin with a capital letter."""
    first, count = broken.first, len(broken.tokens)
    for index in range(first, min(first + 3, count)):
        if broken.tokens[index][0][0].isupper():
            return index
    return min(first + (2 if broken.letters[first + 3 : first + 4] in ("n", "q", "?") else 1), count - 1)
