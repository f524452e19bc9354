"""Reads what plugins add to touchpoints: a lane for each of their facets, personal data among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from journeyql.model import Moment, PropertySpec, Ref, View, properties_of
from journeyql_map.sheet import Item, Lane, Paragraph
from journeyql_map.words import Words

_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Additions:
    """The lanes of facets, in the order in which their classes are met."""

    view: View
    words: Words
    steps: tuple[Moment, ...]

    def lanes(self) -> Iterator[Lane]:
        """A lane for each facet that says anything of any touchpoint."""
        for facet in dict.fromkeys(facet for step in self.steps for facet in step.facets):
            cells = tuple(tuple(self._cell(step, facet)) for step in self.steps)
            if any(cells):
                yield Lane(key=f"own.{facet.__module__}.{facet.__name__}", name=self._name(facet), cells=cells)

    def _name(self, facet: type) -> str:
        """The name that the plugin gives its facet (`PLUGIN.facet.CLASS`), else that of the class."""
        plugin = facet.__module__.partition(".")[0].removeprefix("journeyql_")
        try:
            return self.words(f"{plugin}.facet.{facet.__name__}")
        except KeyError:
            return _CAPITAL.sub(" ", facet.__name__)

    def _cell(self, step: Moment, facet: type) -> Iterator[Item]:
        found = step.facets.get(facet)
        if found is None:
            return
        for spec in properties_of(facet).values():
            value = self.view[getattr(found, spec.field)]
            values = value if isinstance(value, tuple) else () if value is None else (value,)
            said = self.words.listed(*(self._said(one, spec) for one in values))
            if said:
                yield Paragraph(text=self.words.named(self._property(spec), said))

    def _property(self, spec: PropertySpec) -> str:
        return spec.zh if spec.zh and self.words.locale.startswith("zh") else spec.name.replace("_", " ")

    def _said(self, value: object, spec: PropertySpec) -> str:
        if isinstance(value, Ref):
            target = self.view.follow(value)
            return self.view.title(target) if target is not None else ""
        return self.words.spelled(value, spec.value.words) if isinstance(value, str) else self.words.figure(value)
