"""Explains a broken line: one finding under the exact words, and what can be saved of the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.syntax import habits, plans, quantities, slips, strays
from journeyql.syntax.broken import LONGEST_LINE, Broken
from journeyql.syntax.rules import MISSING_VALUE, UNEXPECTED
from journeyql.syntax.shapes import BROKEN, NONE, Plan

# The first that recognises its mistake explains the line: unclosed things first, for they make all else doubtful.
_Explanation = Callable[[Broken], Diagnostic | None]
_UNCLOSED: tuple[_Explanation, ...] = (slips.unclosed_text, slips.unclosed_literal)
_EXPLANATIONS: tuple[_Explanation, ...] = (
    slips.inner_quotes,
    strays.channel_as_text,
    habits.wrong_quotes,
    habits.foreign_comment,
    habits.bare_literal,
    habits.foreign_arrow,
    habits.braces,
    slips.hash_in_value,
    strays.point_first,
    strays.semicolon,
    strays.several_channels,
    habits.comma_between_options,
    slips.trailing_comma,
    slips.brackets,
    slips.words_for_value,
    habits.equals_for_colon,
    quantities.blank_in_number,
    quantities.blank_before_unit,
    quantities.several_words,
    slips.number_and_word,
    slips.option_without_value,
    habits.colon_after_header,
    habits.element_with_colon,
    habits.colon_in_line,
    slips.missing_colon,
    slips.two_texts,
    slips.measure_behind_arrow,
    slips.digit_first,
    slips.missing_target,
    slips.blank_in_name,
    slips.misplaced_name,
    slips.unquoted_text,
    strays.lone_channel,
)

_WORDS = {
    "TEXT": "a text in quotation marks",
    "NAME": "a name",
    "QUANTITY": "a number",
    "LITERAL": "a literal in backticks",
    "COLON": "a colon and a value",
    "EQUALS": "`=` and a value",
    "ARROW": "an arrow `->`",
    "AT": "`@channel`",
    "COMMA": "a comma",
    "RBRACKET": "`]`",
    "$END": "the end of the line",
}
_MOST_WORDS = 4


def explain(broken: Broken) -> Diagnostic:
    """The one finding of a line that fits no form."""
    # A line longer than anybody reads is made by a machine: guessing at its writer's habits would only take time.
    for explanation in (*_UNCLOSED, *(_EXPLANATIONS if len(broken.code) <= LONGEST_LINE else ())):
        finding = explanation(broken)
        if finding is not None:
            return finding
    return _unexpected(broken)


def missing_value(broken: Broken) -> Diagnostic:
    """The finding of a property without value and block."""
    finding = slips.hash_in_value(broken)
    if finding is not None:
        return finding
    key, last = broken.word(broken.first), broken.tokens[-1]
    if last.lastgroup == "BLOCK":
        message = f"The text of `{key}` is missing: no deeper line follows `|`."
        return MISSING_VALUE.at(broken.span(last.start(), last.end()), message, help="Indent the text below the `|`.")
    return MISSING_VALUE.at(
        broken.span(broken.tokens[broken.first].start(), last.end()),
        f"`{key}` has no value.",
        help="Write the value after the colon, indent a block below, or remove the line.",
    )


def salvage(code: str) -> tuple[Plan, Sequence[re.Match[str]]]:
    """The plan of a broken line: kind, name and text as far as they can be told."""
    tokens = _closed([*plans.expression().finditer(code)], code)
    kinds = [plans.KIND[token.lastindex or 0] for token in tokens]
    start = 1 if kinds[:1] == ["BULLET"] and len(kinds) > 1 else 0
    kind = start if kinds[start : start + 1] == ["NAME"] else NONE
    after = start + 1
    named = (
        kind >= 0
        and kinds[after : after + 1] == ["NAME"]
        and kinds[after + 1 : after + 2] not in (["EQUALS"], ["LBRACKET"])
    )
    text = kinds.index("TEXT") if "TEXT" in kinds else NONE
    return (BROKEN, kind, (), after if named else NONE, text, (), (), start), tokens


def _closed(tokens: list[re.Match[str]], code: str) -> list[re.Match[str]]:
    """The tokens of a line whose last text is not closed, as if it were."""
    opening = next((token for token in tokens if token.lastgroup == "STRAY" and token[0][0] in slips.CLOSING), None)
    if opening is None:
        return tokens
    end = slips.end_of_text(code, opening.start())
    return [*plans.expression().finditer(code[:end] + slips.CLOSING[opening[0][0]] + code[end:])]


def _advice(kind: str, *, removable: bool) -> str:
    if kind == "ARROW":
        return "An arrow stands on a line of its own: below the touchpoint that it leaves."
    return "Remove it." if removable and kind not in {"NAME", "TEXT", "QUANTITY", "LITERAL"} else ""


def _unexpected(broken: Broken) -> Diagnostic:
    expected = [words for kind, words in _WORDS.items() if kind in broken.unexpected.accepts][:_MOST_WORDS]
    listed = " or ".join([", ".join(expected[:-1]), expected[-1]] if len(expected) > 1 else expected)
    index = broken.unexpected.index
    if index >= len(broken.tokens):
        span = broken.span(broken.tokens[-1].start(), broken.tokens[-1].end())
        return UNEXPECTED.at(span, f"The line ends too early after `{broken.word(index - 1)}`: expected {listed}.")
    token = broken.tokens[index]
    removed = [(token.start(), token.end(), "")]
    removable = broken.fits(removed)
    return UNEXPECTED.at(
        broken.span(token.start(), token.end()),
        f"`{broken.word(index)}` does not fit here: expected {listed}.",
        help=_advice(token.lastgroup or "", removable=removable),
        fixes=broken.fixes("Remove it", removed, sure=False) if token.lastgroup == "STRAY" else [],
    )
