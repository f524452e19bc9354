"""Whether the customer's part of a map is in the customer's words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cell, Journey, Many, Moment, Quote, Varying, View
from journeyql.source import Span
from journeyql.wording import counted, quoted, several
from journeyql_governance import wordlists
from journeyql_governance.options import Wording
from journeyql_governance.wording_rules import COMPANY_TITLE, JARGON

_MOST = 5


@attrs.frozen(eq=False, repr=False)
class _Text:
    """Words of the customer's part, and where they stand."""

    cell: Cell[str]
    title: bool = False

    @property
    def words(self) -> str:
        """The text."""
        return self.cell.value

    @property
    def span(self) -> Span:
        """Its place, which takes longer to find than to read the text."""
        return self.cell.span


def findings(view: View, options: Wording) -> Iterator[Diagnostic]:
    """One finding of each rule for each journey, with all places."""
    for journey in view.journeys:
        texts = {text.cell: text for text in _texts(view, journey)}
        yield from _jargon(view, journey, [*texts.values()], options)
        yield from _titles(view, journey, [text for text in texts.values() if text.title], options)


def _texts(view: View, journey: Journey) -> Iterator[_Text]:
    for seen in view.eyes(journey):
        for stage in seen.stages(journey):
            yield from _of(seen, stage)
        for step in seen.within(journey, Moment):
            yield from _of(seen, step)
        for quote in seen.within(journey, Quote):
            yield from _cells(seen, quote.title)


def _of(view: View, moment: Moment) -> Iterator[_Text]:
    for text in _cells(view, moment.title):
        yield attrs.evolve(text, title=True)
    for field in (moment.doing, moment.thinking, moment.expectation, moment.feeling):
        yield from _cells(view, field)


def _cells(view: View, field: Varying[str] | Many[str]) -> Iterator[_Text]:
    cells: tuple[Cell[str] | None, ...] = view.cells(field) if isinstance(field, Many) else (view.cell(field),)
    return (_Text(cell) for cell in cells if cell is not None)


def _language(view: View, journey: Journey) -> str:
    return view.context.language or view[journey.locale] or ""


def _jargon(view: View, journey: Journey, texts: list[_Text], options: Wording) -> Iterator[Diagnostic]:
    words = wordlists.jargon(_language(view, journey)).changed(options.jargon, options.understood)
    found = [(word, text) for text in texts for word in words.found(text.words)]
    if found:
        yield JARGON.at(
            found[0][1].span,
            f"{counted(len(found), 'word')} that customers hardly use: "
            f"{several(dict.fromkeys(_placed(word, text) for word, text in found))}.",
            help="say what the customer sees or does; what works behind it is a support or backstage line",
            related=_related(text for _, text in found),
        )


def _placed(word: str, text: _Text) -> str:
    return f'"{word}"' if word == text.words else f'"{word}" in "{text.words}"'


def _titles(view: View, journey: Journey, texts: list[_Text], options: Wording) -> Iterator[Diagnostic]:
    known = wordlists.titles(_language(view, journey))
    understood = {word.casefold() for word in options.understood}
    found = [text for text in texts if text.words.casefold() not in understood and known.match(text.words)]
    if found:
        yield COMPANY_TITLE.at(
            found[0].span,
            f"{counted(len(found), 'title')} in words of the company: {quoted(text.words for text in found)}.",
            help='name what the customer gets done there: not "Retention" but "Comes back"',
            related=_related(found),
        )


def _related(texts: Iterator[_Text] | list[_Text]) -> list[Related]:
    spans = list(dict.fromkeys(text.span for text in texts))
    return [Related(span, "and here") for span in spans[1:_MOST]]
