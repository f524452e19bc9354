"""Contexts: for whom, where, in which language and state a model is looked at."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.model.kinds.words import STATE

#: The states a journey may describe; `current` unless another is asked for.
STATES = tuple(STATE.words)


@attrs.frozen(kw_only=True)
class Context:
    """One point of view; an empty value leaves that dimension open.

    `more` holds the values of dimensions that plugins register.

    >>> Context(persona="mei").narrowed(market="DE").words
    ('mei', 'DE')
    """

    state: str = STATES[0]
    persona: str = ""
    segment: str = ""
    market: str = ""
    language: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def value(self, dimension: str) -> str:
        """The value of a dimension, empty when it is open."""
        if dimension in DIMENSIONS:
            found: str = getattr(self, dimension)
            return found
        return dict(self.more).get(dimension, "")

    def narrowed(self, **values: str) -> Context:
        """The same context with other values for some dimensions."""
        more: Mapping[str, str] = {name: value for name, value in values.items() if name not in DIMENSIONS}
        core = {name: value for name, value in values.items() if name in DIMENSIONS}
        merged = tuple(sorted({**dict(self.more), **more}.items()))
        return attrs.evolve(self, more=merged, **core)

    @property
    def words(self) -> tuple[str, ...]:
        """Its settled values, the default state left out, for messages and file names."""
        values = (self.persona, self.segment, self.market, self.language, *(value for _, value in self.more))
        state = () if self.state == STATES[0] else (self.state,)
        return (*state, *(value for value in values if value))


#: The built-in dimensions, most deciding first when two qualifiers are equally specific.
DIMENSIONS = tuple(name for name in attrs.fields_dict(Context) if name != "more")
