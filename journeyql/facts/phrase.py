"""What facts say in words, and the figures they were worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from journeyql.model import Amount, Date, Duration, Money

#: What can stand in a phrase; the renderer writes it as the reader's language does.
PhraseValue: TypeAlias = "str | float | Duration | Money | Amount | Date"


@attrs.frozen(eq=False, repr=False)
class Phrase:
    """A sentence in no language: the key of its words among the labels, and the values in it.

    The plugin that makes it provides the words as `LabelSet`; a renderer writes `ctx.label(phrase.key, **phrase.values)`.

    A value is a quantity, not a text of it, so that every language writes it in its own way.

    >>> from journeyql.model import Duration
    >>> phrase = Phrase("experience.wait", {"wait": Duration.parse("4min"), "target": Duration.parse("1min")})
    >>> "waits {wait} instead of {target}".format_map(phrase.values)
    'waits 4min instead of 1min'
    """

    key: str
    values: Mapping[str, PhraseValue] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False)
class Input:
    """One figure of a formula: its name in it, its value, and whether nobody stated it and it was taken as usual."""

    name: str
    value: float
    assumed: bool = False
