"""Makes passes ready to run: their work imported, their options built; what cannot be is left out and named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import attrs

from journeyql.engine.errors import ConfigError
from journeyql.engine.options import Wrong, built, faulty
from journeyql.engine.schedule import Schedule, Step
from journeyql.facts import FactKey
from journeyql.plugin.errors import PluginError
from journeyql.plugin.isolate import Failure
from journeyql.plugin.origin import LoadFailure, Origin
from journeyql.plugin.targets import called
from journeyql.plugin.types import Pass


@attrs.frozen(eq=False, repr=False)
class Prepared:
    """A pass that can run."""

    item: Pass
    origin: Origin
    varies_by: tuple[str, ...]
    work: Callable[..., Any]
    options: Any


@attrs.frozen(eq=False, repr=False)
class Preparation:
    """The passes that can run, in order, and those that cannot."""

    passes: tuple[Prepared, ...]
    failures: tuple[LoadFailure, ...]


def prepared(schedule: Schedule, options: Mapping[str, Mapping[str, object]], file: str) -> Preparation:
    """All passes of a schedule with the options that the configuration `file` gives them."""
    made = [_one(step, options.get(step.name, {}), file) for step in schedule.steps]
    return Preparation(
        tuple(item for item in made if isinstance(item, Prepared)),
        (*schedule.failures, *(item for item in made if isinstance(item, LoadFailure))),
    )


def _one(step: Step, values: Mapping[str, object], file: str) -> Prepared | LoadFailure:
    item, origin = step.offer.item, step.offer.origin
    options = built(item.options, values, f"passes.{item.name}")
    if isinstance(options, Wrong):
        if faulty(item.options, values):
            raise ConfigError(tuple(f"{file}: {problem}" for problem in options.problems))
        return LoadFailure.of(origin, "; ".join(options.problems))
    if item.about:
        return Prepared(item, origin, step.varies_by, _later(item.work), options)
    work = called(item.work)
    if isinstance(work, Failure):
        return LoadFailure.of(origin, f"pass `{item.name}` cannot be imported: {work.reason}")
    return Prepared(item, origin, step.varies_by, work, options)


def _later(target: object) -> Callable[..., Any]:
    """Work that is imported when it is first called."""

    def work(context: object) -> object:
        found = called(target)
        if isinstance(found, Failure):
            raise PluginError(found.reason)
        return found(context)

    return work


def applicable(passes: Iterable[Prepared], used: Collection[str]) -> tuple[Prepared, ...]:
    """The passes for a map that uses the words of some vocabularies, in order.

    One that is about another vocabulary has nothing to look at, nor has one that needs what such a pass provides.
    """
    kept: list[Prepared] = []
    without: set[FactKey[Any]] = set()
    for step in passes:
        if (step.item.about and step.item.about not in used) or without.intersection(step.item.requires):
            without.update(step.item.provides)
        else:
            kept.append(step)
    return tuple(kept)


def unknown_tables(options: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The configured names that nothing is called by, sorted."""
    return tuple(sorted(set(options) - set(known)))
