"""Reads the signs that plugins put at touchpoints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from journeyql.model import Moment, View
from journeyql.plugin import RenderContext, Sign
from journeyql_map.sheet import Column, Lane, Mark, Marks
from journeyql_map.words import Words


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Signs:
    """The signs of one journey."""

    ctx: RenderContext[Any]
    view: View
    words: Words
    steps: tuple[Moment, ...]

    @cached_property
    def cells(self) -> tuple[tuple[Mark, ...], ...]:
        """The signs at each touchpoint."""
        signs = [(self._mark(sign), sign) for sign in sorted(self.ctx.contributions(Sign), key=lambda one: one.name)]
        return tuple(tuple(mark for mark, sign in signs if sign.at(self.ctx, self.view, step)) for step in self.steps)

    def lanes(self) -> Iterator[Lane]:
        """The row below channels, if there is any sign."""
        if any(self.cells):
            yield Lane(
                key="signs", name="", cells=tuple((Marks(marks=one),) if one else () for one in self.cells), joined=True
            )

    def said(self, columns: tuple[Column, ...]) -> Iterator[str]:
        """What each sign means, and the touchpoints that have it, for those who do not see it."""
        for mark in dict.fromkeys(mark for cell in self.cells for mark in cell):
            titles = [column.title for column, cell in zip(columns, self.cells, strict=True) if mark in cell]
            named = self.words.named(mark.words, self.words.listed(*titles))
            yield self.words("sentence", text=named)

    def _mark(self, sign: Sign) -> Mark:
        try:
            return Mark(drawing=sign.drawing, words=self.words(sign.label))
        except KeyError:
            return Mark(drawing=sign.drawing, words=sign.label)
