"""Hypothesis strategies: whole maps, views of them, and hostile words.

Needs Hypothesis: `pip install "journeyql[testing]"`.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import attrs

try:
    from hypothesis import strategies as st
    from hypothesis.vendor import pretty
except ImportError as error:
    message = 'journeyql.testing.strategies needs Hypothesis: pip install "journeyql[testing]"'
    raise ImportError(message) from error

from journeyql.model import DIMENSIONS, FILE, KindSpec, View
from journeyql.model.resolve import WordTable
from journeyql.testing.checking import Setup, Text
from journeyql.testing.hostile import EMPTY, NAMES, WORDS
from journeyql.testing.maps.author import Author
from journeyql.testing.maps.outline import Node, Outline

__all__ = ["journeys", "texts", "views"]

T = TypeVar("T")

#: How many elements a map has besides its journey at most, in each place and at each level.
_CAST: Final = 8
_STAGES: Final = 3
_CHILDREN: Final = 3
_LEVELS: Final = 3
#: Of the properties that an element may have, about as many are written.
_PROPERTIES: Final = 3
#: What values vary by comes more often.
_PEOPLE: Final = ("persona", "segment", "market")
_OFTEN: Final = 3
_FRAME: Final = ("journey", "stage", "touchpoint")
_NAMES: Final = ("", *NAMES)


_PLAIN: Final = st.text(string.ascii_letters + string.digits + " ,.'", max_size=20)
_SHARP: Final = st.text("ab1 \n\t*_`~|<>[]()!#&;:/\\.@$^=-+\"'{}、。\u3000\u200b\u202e\x1b\U0001f600", max_size=20)
_ANY: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_TEXTS: Final = st.one_of(_PLAIN, st.sampled_from((*EMPTY, *WORDS)), _SHARP, _ANY)


def texts() -> st.SearchStrategy[str]:
    """Words of a text, as a text of a map may hold them: plain, hostile, and made up of characters that matter."""
    return _TEXTS


def journeys(plugins: Iterable[object] = ()) -> st.SearchStrategy[str]:
    """Whole files in which the core finds no error and no warning, with the kinds of some plugins, too.

    They hold one or two journeys, their people, channels, evidence and so on, values for single personas, markets,
    languages and states, lanes of their own and arrows.
    """
    return _journeys(Setup.of(plugins=plugins).table)


@st.composite
def _journeys(draw: st.DrawFn, table: WordTable) -> str:
    choice = _Drawn(draw)
    return Author(_Outliner(choice, table).outline(), choice, table).text()


def views(plugins: Iterable[object] = ()) -> st.SearchStrategy[View]:
    """A map from one of the points of view in which it differs, as a pass or a renderer is given it."""
    given = tuple(plugins)
    return _views(journeys(given), Setup.of(plugins=given))


@st.composite
def _views(draw: st.DrawFn, texts: st.SearchStrategy[str], setup: Setup) -> View:
    model = setup.check(Text(draw(texts))).model
    used = {
        name: ("", *model.used(name)) for name in (*DIMENSIONS, *sorted(setup.table.dimensions)) if model.used(name)
    }
    values = {name: _Drawn(draw).pick(options) for name, options in used.items()}
    return model.view(model.context.narrowed(**{name: value for name, value in values.items() if value}))


def _told(view: View, printer: pretty.RepresentationPrinter, cycle: bool) -> None:  # noqa: ARG001 - as Hypothesis calls it
    """How an example is shown: whose view it is, and the text, which is what another run can begin with."""
    words = f" for {', '.join(view.context.words)}" if view.context.words else ""
    printer.text(f"a view{words} of\n{view.model.source.text}")


pretty.for_type_by_name(View.__module__, View.__name__, _told)


@attrs.frozen(eq=False, repr=False)
class _Drawn:
    """Chooses as Hypothesis does; less is simpler."""

    draw: st.DrawFn

    def pick(self, options: Sequence[T]) -> T:
        # Strategies of integers are kept by Hypothesis, those that sample from a list are made anew each time.
        return options[self.draw(st.integers(0, len(options) - 1))]

    def several(self, options: Sequence[T], most: int) -> list[T]:
        count = self.draw(st.integers(0, most)) if options else 0
        return [self.pick(options) for _ in range(count)]

    def some(self, what: str, names: Sequence[str]) -> Sequence[str]:  # noqa: ARG002 - all are chosen alike
        return tuple(dict.fromkeys(self.several(names, _PROPERTIES)))

    def wants(self, what: str) -> bool:
        return self.draw(st.integers(0, 3)) > (0 if what == "title" else 2)

    def words(self) -> str:
        return self.draw(_TEXTS)


@attrs.frozen(eq=False, repr=False)
class _Outliner:
    """Draws which elements a map has."""

    choice: _Drawn
    table: WordTable

    def outline(self) -> Outline:
        outline = Outline()
        cast = [kind for kind in self.table.kinds.values() if FILE in kind.inside and kind.name != _FRAME[0]]
        cast += [kind for kind in cast if kind.name in _PEOPLE for _ in range(_OFTEN)]
        for kind in self.choice.several(cast, _CAST):
            self._fill(outline.add(self._node(outline, kind)), outline, _LEVELS - 1)
        for _ in range(self.choice.draw(st.integers(1, 2))):
            self._frame(outline.add(self._node(outline, self.table.kinds[_FRAME[0]])), outline)
        return outline

    def _frame(self, journey: Node, outline: Outline) -> None:
        """The stages and touchpoints of a journey, and what stands in them."""
        for _ in range(self.choice.draw(st.integers(1, _STAGES))):
            stage = journey.add(self._node(outline, self.table.kinds[_FRAME[1]]))
            for _ in range(self.choice.draw(st.integers(0, _STAGES))):
                self._fill(stage.add(self._node(outline, self.table.kinds[_FRAME[2]])), outline, _LEVELS)
            self._fill(stage, outline, _LEVELS)
        self._fill(journey, outline, _LEVELS)

    def _fill(self, node: Node, outline: Outline, levels: int) -> None:
        kinds = [kind for kind in self.table.inside(node.kind) if kind.name not in _FRAME]
        if not kinds or not levels:
            return
        for kind in self.choice.several(kinds, _CHILDREN):
            self._fill(node.add(self._node(outline, kind)), outline, levels - 1)

    def _node(self, outline: Outline, kind: KindSpec) -> Node:
        return outline.node(kind, self.choice.pick(_NAMES))
