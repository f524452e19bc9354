"""Looks at a whole plugin as its users, its neighbours and the next release will."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, TypeAlias

from journeyql.plugin.isolate import Failure, guarded
from journeyql.testing.checking import NO_OPTIONS, Options
from journeyql.testing.conformance.documentation import says_what_it_does
from journeyql.testing.conformance.examples import kinds_are_shown, rules_are_shown
from journeyql.testing.conformance.growing import grows_with_the_map
from journeyql.testing.conformance.registration import leads_somewhere, loads
from journeyql.testing.conformance.repeating import is_always_the_same, keeps_words_in_their_texts
from journeyql.testing.conformance.report import Note, Outcome, Problem, Report
from journeyql.testing.conformance.running import draws_and_prints, keeps_its_word
from journeyql.testing.conformance.settings import can_be_set
from journeyql.testing.conformance.sources import imports_little, uses_what_is_public
from journeyql.testing.conformance.subject import Subject
from journeyql.testing.conformance.untouched import leaves_all_as_it_was

Look: TypeAlias = Callable[[Subject], Iterator[Problem | Note]]

#: Every check: its name, what holds when it passes, and what looks.
CHECKS: Final[tuple[tuple[str, str, Look], ...]] = (
    ("loads", "Everything that it registers is accepted.", loads),
    ("addresses", "Everything that it names can be imported and used.", leads_somewhere),
    ("described", "What it offers is described where users read about it.", says_what_it_does),
    ("options", "Its options can be set in the configuration, and wrong values are told.", can_be_set),
    ("rules", "The examples of its rules show them.", rules_are_shown),
    ("kinds", "Its kinds have examples without a mistake.", kinds_are_shown),
    ("public", "It imports public modules and names alone.", uses_what_is_public),
    ("light", "Importing it loads neither the grammar, the model nor a drawing engine.", imports_little),
    ("passes", "Its passes report and provide what they declare, on every map.", keeps_its_word),
    ("draws", "Its renderers and reporters cope with every map.", draws_and_prints),
    ("reads", "It changes nothing that it is given, and nothing around it.", leaves_all_as_it_was),
    ("repeats", "It finds and writes the same in every process.", is_always_the_same),
    ("escapes", "No word of a map becomes anything else in what it writes.", keeps_words_in_their_texts),
    ("grows", "The time of its passes grows with the map.", grows_with_the_map),
)


def conformance(
    plugin: object, *, beside: Iterable[object] = (), options: Options = NO_OPTIONS, only: Collection[str] = ()
) -> Report:
    """Look at a plugin from all sides: a registration module, an object with hooks, or the name of a module.

    `beside` are plugins whose facts, kinds or extension points it needs; `options` are those of passes; `only` names
    the checks that are made, all if none is named. Whatever is wrong is in the report, with what would help; nothing
    raises but the import of a module by its name. All checks take seconds, and start other processes.
    """
    given = importlib.import_module(plugin) if isinstance(plugin, str) else plugin
    subject = Subject(given, tuple(beside), options)
    made = CHECKS if subject.loaded else CHECKS[:1]
    outcomes = (_outcome(subject, *check) for check in made if not only or check[0] in only)
    return Report(plugin=str(subject.origin), outcomes=tuple(outcomes))


def assert_conforms(plugin: object, *, beside: Iterable[object] = (), options: Options = NO_OPTIONS) -> None:
    """Check that nothing is wrong with a plugin; the AssertionError holds the report."""
    __tracebackhide__ = True
    report = conformance(plugin, beside=beside, options=options)
    if not report.ok:
        raise AssertionError(str(report))


def _outcome(subject: Subject, name: str, summary: str, look: Look) -> Outcome:
    found = guarded(lambda: list(look(subject)))
    if isinstance(found, Failure):
        found = [Problem(f"it could not be looked at: {found.reason}", "the plugin did something that nobody expects")]
    return Outcome(
        name=name,
        summary=summary,
        problems=tuple(item for item in found if isinstance(item, Problem)),
        notes=tuple(item for item in found if isinstance(item, Note)),
    )


__all__ = ["Note", "Outcome", "Problem", "Report", "assert_conforms", "conformance"]
