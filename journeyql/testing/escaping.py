"""Checks that a renderer writes every text of a map as text, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Unpack

import attrs

from journeyql.plugin.types import Renderer
from journeyql.plugin.work import OutputFile
from journeyql.testing.checking import Settings, Text
from journeyql.testing.hostile import MARK, NAMES, WORDS
from journeyql.testing.maps.tour import tour
from journeyql.testing.rendering import NO_VALUES, Drawer
from journeyql.testing.sinks import Sink, controls, sink

#: How many times the map is drawn, each time with other words in each place.
ROUNDS: Final = 8
#: What is said of a renderer whose files hold no word of a map.
WORDLESS: Final = "none of the words of the map is in what it writes, so nothing is tested"
_MOST: Final = 12
_HARMLESS: Final = tuple(f"plain words {number}" for number in range(len(WORDS)))


def assert_escapes(
    renderer: Renderer | str,
    *,
    rounds: int = ROUNDS,
    media_type: str = "",
    renderer_options: Mapping[str, object] = NO_VALUES,
    **settings: Unpack[Settings],
) -> None:
    """Check that no text of a map can become anything else in what a renderer writes.

    A map that uses the whole vocabulary, that of the given plugins included, is drawn `rounds` times, with hostile
    words in every text, literal and name, each time others (`len(WORDS)` rounds put each word into each place). What
    comes of it is read as its format: XML and SVG, HTML, Markdown, DOT, JSON, CSV or plain text, as the renderer's
    media type says, or the one given here. Words that make an element, handler, script, style, link, comment or
    formula fail, so does a file that is not well-formed, and a drawing in which none of the words appears.
    """
    __tracebackhide__ = True
    drawer = Drawer.of(renderer, renderer_options, **settings)
    problems = list(dict.fromkeys(escapes(drawer, media_type, rounds)))
    if problems:
        more = [f"… and {len(problems) - _MOST} more"] if len(problems) > _MOST else []
        words = f"the renderer `{drawer.renderer.name}` lets words out of their texts:"
        raise AssertionError("\n  ".join((words, *problems[:_MOST], *more)))


def escapes(drawer: Drawer, media_type: str, rounds: int) -> Iterator[str]:
    """Where words become something else than words, in some rounds."""
    look = _Look(drawer, sink(media_type or drawer.renderer.media_type))
    seen = False
    for number in range(rounds):
        for file in look.draw(turned(number)):
            seen = seen or MARK in _decoded(file)
            yield from look.problems(file)
    if not seen:
        yield WORDLESS


def turned(number: int) -> tuple[str, ...]:
    """The hostile words, beginning with another one."""
    start = number % len(WORDS)
    return (*WORDS[start:], *WORDS[:start])


@attrs.frozen(eq=False, repr=False, slots=False)
class _Look:
    """The drawings of one renderer, with hostile and with harmless words."""

    drawer: Drawer
    sink: Sink
    usual: dict[str, str] = attrs.field(init=False)

    @usual.default
    def _usual(self) -> dict[str, str]:
        return {file.path: _decoded(file) for file in self.draw(_HARMLESS)}

    def draw(self, words: tuple[str, ...]) -> tuple[OutputFile, ...]:
        """The files for a map with these words."""
        text = tour(self.drawer.setup.table, words, NAMES)
        return self.drawer.draw(Text(text)).files

    def problems(self, file: OutputFile) -> Iterator[str]:
        """What is wrong with one file."""
        text = _decoded(file)
        yield from (
            f"{file.path}: {words}" for words in (*controls(text), *self.sink(text, self.usual.get(file.path, "")))
        )


def _decoded(file: OutputFile) -> str:
    return file.content if isinstance(file.content, str) else file.content.decode("utf-8", "replace")
