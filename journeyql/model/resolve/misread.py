"""What to say about a value that is not of its type, or only nearly."""

from __future__ import annotations

from typing import Any

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.quantity import Range, number
from journeyql.model.resolve.draft import Entry
from journeyql.model.types import Miscoded, Misread, ValueType
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.units import one_word, respelled
from journeyql.wording import one_of, short

#: What ends a sentence, and is no part of a value.
_STOPS = "。．.；;！!"

#: The letters of the code of a currency.
_CODE = 3


def misread(kind: ValueType[Any], value: ast.Value, found: Misread, span: Span, entry: Entry) -> Diagnostic:
    """The finding about a value of a property that its type cannot read."""
    if isinstance(found, Miscoded):
        long = _too_long(found)
        return _wrong(value, entry, long, span) if long else _miscoded(found, span)
    if kind.words and isinstance(value, ast.Reference):
        return _unknown_word(kind, value.value, found, span, entry)
    return _wrong(value, entry, found, span)


def respelling(value: ast.Value) -> str | None:
    """How a value is spelled in the language, when it may be meant although it is written otherwise."""
    if isinstance(value, ast.Quantity | ast.Reference):
        word = value.value.rstrip(_STOPS) or value.value
        return respelled(word) or one_word(word) or (word if word != value.value else None)
    return None


def respelled_as(spelled: str, value: ast.Value, span: Span) -> Diagnostic:
    """The finding about a value that can be read once it is spelled as the language spells it."""
    message = f"`{short(value.value)}` is not spelled as the language spells it"
    fix = Fix(f"write {short(spelled)}", (Edit(span, spelled),))
    return rules.UNIT_SPELLING.at(span, message, help=f"write `{short(spelled)}`", fixes=(fix,))


def called(name: str, value: ast.Value, instead: str, span: Span) -> Diagnostic:
    """The finding about a text where the name of an element stands: the element that is most likely meant."""
    message = f"`{name}` refers to an element by its name, not by a text"
    fixes = _instead(instead, span)
    return rules.WRONG_VALUE.at(span, message, help=f"write `{instead}` instead of {_shown(value)}", fixes=fixes)


def in_quotes(kind: ValueType[Any], value: ast.Text, span: Span, name: str) -> Diagnostic:
    """The finding about a literal or a word of the language that stands in quotation marks, and is understood."""
    if not kind.literal:
        message = f"`{short(value.value)}` is a word for the machine: write it without quotation marks"
        fix = Fix("remove the quotation marks", (Edit(span, value.value),))
        return rules.WORD_AS_TEXT.at(span, message, fixes=(fix,))
    safe = "`" not in value.value and "\n" not in value.value
    fixes = (Fix("use backticks", (Edit(span, f"`{value.value}`"),)),) if safe else ()
    message = f"`{name}` is for the machine: write it in backticks"
    return rules.LITERAL_AS_TEXT.at(span, message, fixes=fixes)


def off_scale(value: float, scale: Range[float], span: Span) -> Diagnostic:
    """The finding about a score that lies outside its scale."""
    message = f"{value:g} lies outside the scale {scale}"
    return rules.OUT_OF_SCALE.at(span, message, help="use a value on the scale, or declare another scale")


def _wrong(value: ast.Value, entry: Entry, found: Misread, span: Span) -> Diagnostic:
    message = f"`{_shown(value)}` is no value for `{entry.word}`"
    return rules.WRONG_VALUE.at(span, message, help=found.problem, fixes=_instead(found.instead, span))


def _too_long(found: Miscoded) -> Misread | None:
    """What is wrong with an amount of money whose number is none in any currency: only its length can be."""
    written = (found.instead or "")[:-_CODE] if found.sort == "currency" else ""
    if not written or number(written) is not None:
        return None
    return Misread("its number has too many digits: 15 at most, sign and point among them")


def _miscoded(found: Miscoded, span: Span) -> Diagnostic:
    near = found.instead
    if near is not None and near.lower() == span.text.lower():
        message = f"`{found.code}` is not how the code of a {found.sort} is written"
        fix = Fix(f"write {near}", (Edit(span, near),))
        return rules.UNKNOWN_CODE.at(span, message, help=f"write `{near}`", fixes=(fix,))
    message = f"there is no {found.sort} with the code `{found.code}`"
    hint = f"did you mean `{near}`?" if near is not None else found.problem
    return rules.UNKNOWN_CODE.at(span, message, help=hint, fixes=_instead(near, span))


def _unknown_word(kind: ValueType[Any], word: str, found: Misread, span: Span, entry: Entry) -> Diagnostic:
    local = tuple(kind.words.values()) if entry.origin.language else ()
    near = found.instead or nearest(word, (*kind.words, *local))
    expects = one_of(local) if local and not kind.free else kind.expects
    hint = f"did you mean `{near}`?" if near else f"expected {expects}"
    message = f"`{word}` is not one of the words of `{entry.word}`"
    return rules.UNKNOWN_WORD.at(span, message, help=hint, fixes=_instead(near, span))


def _instead(text: str | None, span: Span) -> tuple[Fix, ...]:
    return () if text is None else (Fix(f"write {short(text)}", (Edit(span, text),), safe=False),)


def _shown(value: ast.Value) -> str:
    mark = '"' if isinstance(value, ast.Text) else ""
    return f"{mark}{short(value.value)}{mark}"
