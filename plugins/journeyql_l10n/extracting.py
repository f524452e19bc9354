"""From the texts of a map to the messages that translators see."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from journeyql.model import Element, Model, SourceText, View, source_texts
from journeyql_l10n.catalogue import Message
from journeyql_l10n.merging import BRACES


def messages(model: Model) -> tuple[Message, ...]:
    """A message for each text that stands in the map's own file; files that it uses have catalogues of their own."""
    view = model.view()
    own = (text for text in source_texts(model) if text.source.name == model.source.name)
    return tuple(_message(view, text) for text in own)


def _message(view: View, text: SourceText) -> Message:
    return Message(
        key=text.local,
        text=text.text,
        notes=tuple(line for note in _notes(view, text) for line in note.splitlines() if line.strip()),
        flags=(BRACES,) if placeholders(text.text) else (),
    )


def _notes(view: View, text: SourceText) -> Iterator[str]:
    """What a translator has to know: what sort of text it is, where it stands, what the author noted there."""
    yield f"{text.kind} {text.name}" if text.name == "title" else f"{text.kind} {text.name}: {text.about}"
    around = [view.title(place) for place in _around(view, text)]
    if around:
        yield f"In: {' › '.join(around)}"
    for cell in text.element.note.cells:
        yield f"Note: {cell.value}"


def _around(view: View, text: SourceText) -> tuple[Element, ...]:
    """What a text stands in, from the outside in, itself left out where the text is its title."""
    place = view.parent(text.element) if text.name == "title" else text.element
    found: list[Element] = []
    while place is not None:
        found.insert(0, place)
        place = view.parent(place)
    return tuple(found)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that something is put in the place of; none, if the braces mean something else.

    >>> sorted(placeholders("{count} of {total:.1f} done")), placeholders("{")
    (['count', 'total'], frozenset())
    """
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return frozenset()
    return frozenset(names) if all(name.isidentifier() for name in names) else frozenset()
