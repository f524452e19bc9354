"""What can be set for the analysis of priorities."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import attrs

#: The scores that every map has, by what they are called in `rank-by`; their formulas are in `scores`.
BUILT_IN = ("impact-effort", "rice", "ice", "wsjf", "roi", "payback")
#: What formulas may ask for; `inputs` says what each is.
INPUTS = (
    *("impact", "effort", "ease", "reach", "confidence", "urgency"),
    *("severity", "frequency", "importance", "satisfaction", "opportunity"),
    *("cost", "benefit", "investment", "yearly"),
)
NONE: Mapping[str, str] = MappingProxyType({})
_HIGHEST = 20


def _opportunity(_options: object, attribute: attrs.Attribute[Any], value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _HIGHEST:
        message = f"{attribute.name} must be a number from 0 to {_HIGHEST}, not {value!r}"
        raise ValueError(message)


def _years(_options: object, attribute: attrs.Attribute[Any], value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 100:  # noqa: PLR2004
        message = f"{attribute.name} must be a number above 0, and at most 100, not {value!r}"
        raise ValueError(message)


def _formulas(_options: object, _attribute: attrs.Attribute[Any], value: Mapping[str, str]) -> None:
    if not value:
        return
    from journeyql_priorities.configured import problem  # nobody pays for it who has no formula of their own

    found = problem(value)
    if found:
        raise ValueError(found)


def _score(options: Options, _attribute: attrs.Attribute[Any], value: str) -> None:
    if value not in {*BUILT_IN, *options.formulas}:
        message = f"`{value}` is neither a score ({', '.join(BUILT_IN)}) nor a formula that can be used"
        raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quadrants:
    """The settings of `quadrants`.

    `cut`: where high impact and high effort begin: at the `middle` of their scale (3 of 1..5), or at the `median` of the map.
    """

    cut: Literal["middle", "median"] = "middle"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """The settings of `priorities`.

    `opportunity`: from which of Ulwick's opportunity scores on, 0 to 20, something needs an action.
    `years`: the time in which costs and benefits that come again are added up.
    `formulas`: scores of one's own, a table of names and arithmetic with the inputs of a measure.
    `rank-by`: the score that decides the order within a quadrant, a built-in one or one of `formulas`.
    """

    opportunity: float = attrs.field(default=12.0, validator=_opportunity)
    years: float = attrs.field(default=1.0, validator=_years)
    formulas: Mapping[str, str] = attrs.field(default=NONE, validator=_formulas)
    rank_by: str = attrs.field(default=BUILT_IN[0], validator=_score)
