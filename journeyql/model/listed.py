"""Value types whose values are listed elsewhere: codes of standards, words of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Container

from journeyql import ast
from journeyql.model.codes import CURRENCIES, TERRITORIES, currency_like, territory_like
from journeyql.model.languages import canonical, language_like
from journeyql.model.types import NAME, Miscoded, Misread, ValueType


def _coded(
    sort: str, expects: str, code: Callable[[str], str | None], near: Callable[[str], str | None]
) -> ValueType[str]:
    """A type of codes: `code` gives one as it is usually written, or None; `near` the one that was most likely meant."""

    def read(value: ast.Value) -> str | Misread:
        found = code(value.value)
        if found is None:
            return Miscoded(f"expected {expects}", near(value.value), sort, value.value)
        return found if isinstance(value, ast.Reference) else Misread("expected a code without quotation marks", found)

    return ValueType(name=f"{sort} code", expects=expects, read=read, schema={"type": "string"})


def _listed(codes: Container[str]) -> Callable[[str], str | None]:
    return lambda word: word if word in codes else None


TERRITORY = _coded("country", "a country code in capital letters like DE or CN", _listed(TERRITORIES), territory_like)
CURRENCY = _coded("currency", "a currency code in capital letters like EUR or CNY", _listed(CURRENCIES), currency_like)
LANGUAGE = _coded("language", "a language tag like en, de-AT or zh-Hans", canonical, language_like)


def _word(name: str, expects: str) -> ValueType[str]:
    return ValueType(name=name, expects=expects, read=NAME.read, schema={"type": "string"}, listed=True)


#: A kind of element.
KIND = _word("kind of element", "a kind of element like pain")
#: A lane: a property of stages and touchpoints, a kind that stands in them, or a lane that the file declares.
LANE = _word(
    "lane", "a lane: a property of touchpoints like emotion, a kind of element like pain, or a lane of your own"
)
#: What can be locked: a property or a kind wherever it stands, or an element with everything in it.
PART = _word("property, kind or element", "a property like scale, a kind like goal, or the path of an element")
