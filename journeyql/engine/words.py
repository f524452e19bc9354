"""The vocabulary of a run: the kinds of the core and those of plugins that fit beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.model import Element, ValueType
from journeyql.model.kinds import CORE
from journeyql.model.resolve import WordTable
from journeyql.model.resolve.foreign import Foreign
from journeyql.model.vocabulary import FILE, KindSpec
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.targets import resolved
from journeyql.plugin.types import Vocabulary
from journeyql.source import Span

_NAME = re.compile(r"[^\W\d_][\w-]*")
_DIRECTIVES = {"use", "extend", "omit", "allow"}


@attrs.frozen(eq=False, repr=False)
class Words:
    """The table of all words, and the kinds that were refused."""

    table: WordTable
    failures: tuple[LoadFailure, ...] = ()


def words(vocabularies: Iterable[Offered[Vocabulary]]) -> Words:
    """The core's words with those of plugins; a kind of the core cannot be defined again."""
    kinds: dict[str, tuple[type, Origin | None]] = {cls.__dict__["__journeyql__"].name: (cls, None) for cls in CORE}
    failures: list[LoadFailure] = []
    for offer in vocabularies:
        for target in offer.item.kinds:
            outcome = _kind(target)
            reason = outcome.reason if isinstance(outcome, Failure) else _clash(outcome, kinds)
            if reason:
                failures.append(LoadFailure.of(offer.origin, f"kind `{_shown(target)}` is left out: {reason}"))
            elif not isinstance(outcome, Failure):
                kinds[outcome.name] = (outcome.cls, offer.origin)
    failures.extend(_homeless(kinds))
    foreign = {name: _guarded(name, origin) for name, (_, origin) in kinds.items() if origin is not None}
    return Words(WordTable.of((cls for cls, _ in kinds.values()), foreign), tuple(failures))


def _guarded(name: str, origin: Origin) -> Foreign:
    """How the code of a plugin's kind is run: whatever it raises is a finding that names the plugin."""

    def attempt(work: Callable[[], object]) -> tuple[object, str]:
        outcome = guarded(work)
        return (None, outcome.reason) if isinstance(outcome, Failure) else (outcome, "")

    def report(reason: str, span: Span) -> Diagnostic:
        return PLUGIN_FAILED.at(span, f"the kind `{name}` of plugin {origin} failed: {reason}")

    return Foreign(attempt, report)


def _kind(target: object) -> KindSpec | Failure:
    cls: Any = resolved(target)
    if isinstance(cls, Failure):
        return cls
    spec = cls.__dict__.get("__journeyql__") if isinstance(cls, type) else None
    if not isinstance(spec, KindSpec) or not issubclass(cls, Element):
        return Failure("it is no class made with `@kind` below `Element`")
    checked = guarded(lambda: _unfit(spec))
    if isinstance(checked, Failure):
        return checked
    return Failure(checked) if checked else spec


def _unfit(spec: KindSpec) -> str:
    """Why a kind cannot be written or read, or nothing."""
    names = (spec.name, *spec.properties)
    unwritable = [name for name in names if not isinstance(name, str) or not _NAME.fullmatch(name)]
    if unwritable or spec.name in _DIRECTIVES:
        return f"`{[*unwritable, spec.name][0]}` cannot be the name of a kind or property"
    if not isinstance(spec.inside, tuple) or not all(isinstance(place, str) for place in spec.inside):
        return "`inside` is no tuple of names of kinds"
    untyped = [name for name, prop in spec.properties.items() if not isinstance(prop.value, ValueType)]
    return f"its property `{untyped[0]}` has no value type" if untyped else ""


def _clash(spec: KindSpec, kinds: dict[str, tuple[type, Origin | None]]) -> str:
    if spec.name == FILE:
        return f"`{FILE}` is the word for the top level"
    if spec.name in kinds:
        holder = kinds[spec.name][1]
        owner = "JourneyQL itself" if holder is None else str(holder)
        return f"the kind `{spec.name}` belongs to {owner} and cannot be defined again"
    for cls, holder in kinds.values():
        known: KindSpec = cls.__dict__["__journeyql__"]
        if spec.zh and spec.zh == known.zh:
            return f"its Chinese name `{spec.zh}` is that of `{known.name}` ({holder or 'JourneyQL itself'})"
    return ""


def _homeless(kinds: dict[str, tuple[type, Origin | None]]) -> Iterator[LoadFailure]:
    for name, (cls, origin) in kinds.items():
        spec: KindSpec = cls.__dict__["__journeyql__"]
        unknown = [place for place in spec.inside if place != FILE and place not in kinds]
        if origin is not None and unknown:
            yield LoadFailure.of(origin, f"kind `{name}` may stand in `{unknown[0]}`, which is no kind")


def _shown(target: object) -> str:
    return target if isinstance(target, str) else getattr(target, "__name__", repr(target)[:60])
