"""One journey as the document tells it: everything that a section needs to write about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from journeyql.model import Date, Element, Many, Moment, Ref, Varying, View
from journeyql.plugin import RenderContext
from journeyql.render import numbers, spelled
from journeyql_markdown.cast import Cast, Told
from journeyql_markdown.figures import percent, whole
from journeyql_markdown.markup import NOTHING, Markup, inside, joined, text
from journeyql_markdown.words import Words

#: The least probability that is written with all its digits.
_LEAST = 0.001
_QUOTATION_MARKS = ("“", "”", "„", "«", "「", "‘", '"')


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Story(Cast):
    """A journey with the words and figures of the reader's language."""

    words: Words

    def figure(self, value: object) -> Markup:
        """A number, date, duration or amount as the reader writes it."""
        words = spelled(value, self.words.locale)
        return NOTHING if value is None else inside(words) if isinstance(value, Date) else text(words)

    def percent(self, value: float | None) -> Markup:
        """A percentage as the reader writes it."""
        return NOTHING if value is None else text(percent(value, self.words.locale))

    def share(self, value: float) -> Markup:
        """A share from 0 to 1 as a whole percentage; what is above 0 never looks like nothing."""
        rounded = whole(value * 100)
        return self.percent(rounded) if rounded or value <= 0 else self._below(percent(1, self.words.locale))

    def score(self, value: float) -> Markup:
        """A score from 0 to 100 as a whole number; what is above 0 never looks like nothing."""
        rounded = whole(value)
        return self.figure(rounded) if rounded or value <= 0 else self._below("1")

    def probability(self, value: float) -> Markup:
        """A probability with three decimals; it is never 0."""
        low = value < _LEAST
        digits = numbers.number(_LEAST if low else value, self.words.locale, 3)
        return self._below(digits) if low else text(digits)

    def _below(self, figure: str) -> Markup:
        return Markup(f"< {figure}")  # before a blank it opens nothing

    def title(self, element: Element) -> Markup:
        """The title of an element."""
        return text(self.seen(element).title(element))

    def titles(self, elements: Iterable[Element]) -> Markup:
        """The titles of elements in one phrase, each in quotation marks, so that one sees where it ends."""
        return self.words.names([self.words.say("quoted", words=self.title(element)) for element in elements])

    def named(self, refs: tuple[Ref[Any], ...], view: View | None = None) -> Markup:
        """The titles of elements that are referred to, in one phrase."""
        seen = view or self.view
        found = (seen.follow(ref) for ref in refs)
        return self.words.names([text(seen.title(element)) for element in found if element is not None])

    def persona_names(self, names: tuple[str, ...]) -> Markup:
        """The short names of personas: the title up to its first comma."""
        return self.words.names([self.persona_name(name) for name in names])

    def persona_name(self, name: str) -> Markup:
        """The short name of a persona; everyone for the empty name."""
        return text(self.plain_name(name)) if name else self.words.say("everyone")

    def plain_name(self, name: str) -> str:
        """The short name of a persona as plain text."""
        persona = self.personas.get(name)
        return self.view.name_and_role(persona)[0] if persona is not None else name

    def word(self, element: Element, field: Varying[str]) -> Markup:
        """The value of an enumerated property in the reader's language."""
        value = self.seen(element)[field]
        return NOTHING if value is None else self.words.word(element, field, value)

    def owner(self, element: Element) -> Markup:
        """Who answers for an element, inherited from its surroundings if need be."""
        view = self.seen(element)
        ref = view[element.owner]
        return NOTHING if ref is None else self.named((ref,), view)

    def place(self, element: Element) -> Markup:
        """Where an element stands: number and title of its step, or the stage; nothing for the whole journey."""
        moment = self.view.around(element, Moment)
        if moment is None or moment is element:
            return NOTHING
        return self.step_name(moment)

    def step_name(self, moment: Element) -> Markup:
        """A step as it is referred to: its number and title."""
        number = self.number.get(moment.path)
        return joined([text(str(number)) if number else NOTHING, self.title(moment)], " ")

    def step_told(self, moment: Element) -> Markup:
        """A step within a sentence: its title in quotation marks, and its number."""
        number = self.number.get(moment.path)
        title = self.title(moment)
        return self.words.say("step-told", title=title, number=number) if number else self.titles((moment,))

    def said(self, element: Element, read: Callable[[View], Markup]) -> Markup:
        """What a property says to each persona: once when it is the same for all, else with names."""
        groups: dict[Markup, list[str]] = {}
        for name, view in self.views:
            if view.has(element):
                groups.setdefault(read(view), []).append(name)
        if len(groups) == 1:
            return next(iter(groups))
        return joined(self._with_name(words, names) for words, names in groups.items() if words)

    def _with_name(self, words: Markup, names: list[str]) -> Markup:
        return Markup(f"{self.persona_names(tuple(names))}{self.words.plain('colon')}{words}")

    def quoted(self, words: str) -> Markup:
        """Words in quotation marks, unless they bring their own."""
        return text(words) if words.startswith(_QUOTATION_MARKS) else self.words.say("quoted", words=text(words))

    def texts(self, element: Element, field: Many[str]) -> Markup:
        """The texts of a list-valued property."""
        return self.said(element, lambda view: joined(text(words) for words in view[field]))


def stories(context: RenderContext[Any], words: Words) -> Iterator[Story]:
    """The journeys of the view; the first also tells what belongs to the whole file."""
    told = Told(context)
    for index, journey in enumerate(context.view.journeys):
        yield Story(context=context, journey=journey, main=index == 0, told=told, words=words)
