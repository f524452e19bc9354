"""Whether a plugin finds and writes the same in every process, and lets no word out of its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import EVERYTHING, Subject
from journeyql.testing.determinism import Task, unequal
from journeyql.testing.escaping import WORDLESS, escapes
from journeyql.testing.rendering import Drawer
from journeyql.testing.sinks import sink

_ROUNDS: Final = 4
_ESCAPE: Final = "escape each text for where it stands, as journeyql.render.escape does"


def is_always_the_same(subject: Subject) -> Iterator[Problem | Note]:
    """What differs between processes with other hash seeds, locales and time zones."""
    if subject.module is None:
        yield Note("it is no module, so that no other process can be asked")
        return
    if not subject.passes and not subject.renderers:
        return
    renderers = tuple(renderer.name for renderer in subject.renderers)
    task = Task(source=subject.maps[EVERYTHING], renderers=renderers)
    for words in unequal(task, plugins=subject.plugins, options=subject.options):
        yield Problem(words, "sort what comes out of sets, and ask neither the clock, chance nor the surroundings")


def keeps_words_in_their_texts(subject: Subject) -> Iterator[Problem | Note]:
    """What hostile words become in what its renderers write."""
    for renderer in subject.renderers:
        drawer = Drawer.of(renderer.name, plugins=subject.plugins, options=subject.options)
        try:
            sink(renderer.media_type)
        except ValueError as error:
            yield Note(f"renderer `{renderer.name}`: {error}")
            continue
        try:
            found = dict.fromkeys(escapes(drawer, "", _ROUNDS))
        except (AssertionError, ModuleNotFoundError) as error:
            yield Note(f"renderer `{renderer.name}` could not be tried with hostile words: {error}")
            continue
        for words in found:
            said = f"renderer `{renderer.name}`: {words}"
            yield Note(said) if words == WORDLESS else Problem(said, _ESCAPE)
