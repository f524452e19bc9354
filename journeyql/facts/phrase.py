"""What facts say in words, and the figures they were worked out from."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(eq=False, repr=False)
class Phrase:
    """A sentence in no language: the key of its words among the labels, and the values in it.

    The plugin that makes it provides the words as `LabelSet`; a renderer writes `ctx.label(phrase.key, **phrase.values)`.

    >>> phrase = Phrase("experience.wait", {"wait": "4min", "target": "1min"})
    >>> "waits {wait} instead of {target}".format_map(phrase.values)
    'waits 4min instead of 1min'
    """

    key: str
    values: Mapping[str, str | float] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False)
class Input:
    """One figure of a formula: its name in it, its value, and whether nobody stated it and it was taken as usual."""

    name: str
    value: float
    assumed: bool = False
