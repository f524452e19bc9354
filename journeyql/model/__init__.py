"""The typed model of journeys: kinds, values that vary, views, and the resolved flow."""

from journeyql.model.context import DIMENSIONS, STATES, Context
from journeyql.model.element import EVERYWHERE, Element, Measure, Presence
from journeyql.model.flow import Arrow
from journeyql.model.graph import Edge, Graph
from journeyql.model.kinds import *  # noqa: F403 - every kind is public; kinds.__all__ is the list
from journeyql.model.kinds import __all__ as _kinds
from journeyql.model.model import Allowance, Model
from journeyql.model.quantity import Clock, Date, Duration, Money, Range
from journeyql.model.terms import FlowTerms
from journeyql.model.types import (
    CLOCK,
    DATE,
    DURATION,
    LITERAL,
    MONEY,
    NAME,
    NUMBER,
    PERCENT,
    SAME,
    SCORE,
    SHARE,
    TEXT,
    YES_NO,
    Amount,
    Json,
    Misread,
    ValueType,
    range_of,
    ref,
    text_or,
    word,
)
from journeyql.model.varying import Cell, Many, Ref, Varying
from journeyql.model.view import ASSUMED, DEFAULT_SCALE, MEASURED, STATED, View
from journeyql.model.vocabulary import FILE, KindSpec, PropertySpec, kind, kind_of, many, one, options, properties_of

__all__ = [  # noqa: PLE0604 - the kinds' names are strings, too
    "ASSUMED",
    "CLOCK",
    "DATE",
    "DEFAULT_SCALE",
    "DIMENSIONS",
    "DURATION",
    "EVERYWHERE",
    "FILE",
    "LITERAL",
    "MEASURED",
    "MONEY",
    "NAME",
    "NUMBER",
    "PERCENT",
    "SAME",
    "SCORE",
    "SHARE",
    "STATED",
    "STATES",
    "TEXT",
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
    "ValueType",
    "Varying",
    "View",
    "kind",
    "kind_of",
    "many",
    "one",
    "options",
    "properties_of",
    "range_of",
    "ref",
    "text_or",
    "word",
    *_kinds,
]
