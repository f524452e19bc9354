"""The typed model of journeys: kinds, values that vary, views, and the resolved flow.

What only translators need, and what figures are held against, is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from journeyql.model.context import DIMENSIONS, STATES, Context
from journeyql.model.element import EVERYWHERE, Element, Measure, Presence
from journeyql.model.flow import Arrow
from journeyql.model.graph import Edge, Graph
from journeyql.model.kinds import *  # noqa: F403 - every kind is public; kinds.__all__ is the list
from journeyql.model.kinds import __all__ as _kinds
from journeyql.model.kinds.words import UNPLEASANT_FEELINGS
from journeyql.model.languages import is_language, language_chain, language_tag
from journeyql.model.listed import CURRENCY, KIND, LANE, LANGUAGE, PART, TERRITORY
from journeyql.model.model import Allowance, Model
from journeyql.model.people import MOST_PERSONAS
from journeyql.model.quantity import Clock, Date, Duration, Money, Range
from journeyql.model.terms import FlowTerms
from journeyql.model.types import (
    CLOCK,
    DATE,
    DURATION,
    GUARD,
    LITERAL,
    MONEY,
    NAME,
    NUMBER,
    PERCENT,
    PICTURE,
    SAME,
    SCORE,
    SHARE,
    TEXT,
    YES_NO,
    Amount,
    Json,
    Misread,
    ValueType,
    either,
    range_of,
    ref,
    text_or,
    word,
)
from journeyql.model.varying import Cell, Many, Ref, Varying
from journeyql.model.view import ASSUMED, DEFAULT_SCALE, MEASURED, STATED, View
from journeyql.model.vocabulary import (
    FILE,
    FacetSpec,
    KindSpec,
    PropertySpec,
    Spread,
    facet,
    facet_of,
    kind,
    kind_of,
    many,
    one,
    options,
    properties_of,
    property_of,
)

if TYPE_CHECKING:
    from journeyql.model.measuring import USUAL_SCALES, Yardstick, amount_of
    from journeyql.model.texts import SourceText, source_texts
    from journeyql.model.translate import translated

__all__ = [  # noqa: PLE0604 - the kinds' names are strings, too
    "ASSUMED",
    "CLOCK",
    "CURRENCY",
    "DATE",
    "DEFAULT_SCALE",
    "DIMENSIONS",
    "DURATION",
    "EVERYWHERE",
    "FILE",
    "GUARD",
    "KIND",
    "LANE",
    "LANGUAGE",
    "LITERAL",
    "MEASURED",
    "MONEY",
    "MOST_PERSONAS",
    "NAME",
    "NUMBER",
    "PART",
    "PERCENT",
    "PICTURE",
    "SAME",
    "SCORE",
    "SHARE",
    "STATED",
    "STATES",
    "TERRITORY",
    "TEXT",
    "UNPLEASANT_FEELINGS",
    "USUAL_SCALES",
    "YES_NO",
    "Allowance",
    "Amount",
    "Arrow",
    "Cell",
    "Clock",
    "Context",
    "Date",
    "Duration",
    "Edge",
    "Element",
    "FacetSpec",
    "FlowTerms",
    "Graph",
    "Json",
    "KindSpec",
    "Many",
    "Measure",
    "Misread",
    "Model",
    "Money",
    "Presence",
    "PropertySpec",
    "Range",
    "Ref",
    "SourceText",
    "Spread",
    "ValueType",
    "Varying",
    "View",
    "Yardstick",
    "amount_of",
    "either",
    "facet",
    "facet_of",
    "is_language",
    "kind",
    "kind_of",
    "language_chain",
    "language_tag",
    "many",
    "one",
    "options",
    "properties_of",
    "property_of",
    "range_of",
    "ref",
    "source_texts",
    "text_or",
    "translated",
    "word",
    *_kinds,
]

if not TYPE_CHECKING:  # so that a type checker still finds misspelt names
    _LATER = {
        "SourceText": "texts",
        "source_texts": "texts",
        "translated": "translate",
        "USUAL_SCALES": "measuring",
        "Yardstick": "measuring",
        "amount_of": "measuring",
    }

    def __getattr__(name: str) -> object:
        """What is loaded when it is first asked for."""
        home = _LATER.get(name)
        if home is None:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{__name__}.{home}"), name)
