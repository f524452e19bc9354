"""Bodies of law as data: what each calls a legal basis, what lets data leave, and where it holds.

This is an extension point: a plugin contributes a `Regime`, and its name becomes a word of the dimension *regime*
(`basis[pipl]: contract`) and of `regimes:`. What a regime asks of a journey is a pass of that plugin; see `checks`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from journeyql.plugin import Contributions


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Regime:
    """A body of law, as it was on a day.

    `name` is its word in files, `short` what messages call it, `title` and `source` where to read it. `as_of` is
    the day on which its tables were last compared with the source. `territories` are the country codes in which data
    is at home; data may go to `adequate` ones as well. `bases` are its legal bases and `safeguards` what lets data
    leave, each a word with the provision it stands for. `complements`: where nothing is said for this regime, what
    is said for that one holds. `presumed`: contradictions are looked for even in journeys that declare no regime.
    """

    name: str
    short: str
    title: str
    source: str
    as_of: datetime.date
    territories: frozenset[str]
    adequate: frozenset[str] = frozenset()
    bases: Mapping[str, str] = attrs.field(factory=dict)
    safeguards: Mapping[str, str] = attrs.field(factory=dict)
    complements: str = ""
    presumed: bool = False


def names(contributions: Contributions) -> Iterable[str]:
    """The words of the dimension *regime*."""
    return (regime.name for regime in contributions(Regime))
