"""The vocabulary of a run: the kinds, facets and dimensions of the core and of plugins that fit beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.fitness import NAME, unfit, unfit_facet
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.model import Element
from journeyql.model.context import DIMENSIONS
from journeyql.model.kinds import CORE
from journeyql.model.resolve import WordTable
from journeyql.model.resolve.foreign import Foreign
from journeyql.model.resolve.words import Added
from journeyql.model.vocabulary import FILE, FacetSpec, KindSpec, PropertySpec, facet_of, kind_of, properties_of
from journeyql.plugin.contributions import Contributions
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.targets import called, resolved
from journeyql.plugin.types import Dimension, Vocabulary
from journeyql.source import Span

_ITSELF = "JourneyQL itself"


@attrs.frozen(eq=False, repr=False)
class Words:
    """The table of all words, and what was refused."""

    table: WordTable
    failures: tuple[LoadFailure, ...] = ()


def words(vocabularies: Iterable[Offered[Vocabulary]], contributions: Contributions | None = None) -> Words:
    """The core's words with those of plugins; nothing that the core or another plugin has can be defined again.

    The plugins that come with JourneyQL are known to fit: as long as there are no others, their words are loaded when
    a word is met that the core lacks.
    """
    offers = tuple(vocabularies)
    given = contributions or Contributions()
    if all(offer.origin.first_party for offer in offers):
        core = {kind_of(cls).name: kind_of(cls) for cls in CORE}
        return Words(WordTable(core, lambda: _gathered(offers, given)[0]))
    added, failures = _gathered(offers, given)
    return Words(WordTable.of(CORE, added), failures)


def _gathered(
    offers: Iterable[Offered[Vocabulary]], contributions: Contributions
) -> tuple[Added, tuple[LoadFailure, ...]]:
    gathering = _Gathering(contributions)
    for offer in offers:
        gathering.add_kinds(offer)
    gathering.refuse_homeless()
    for offer in offers:
        gathering.add_facets(offer)
        gathering.add_dimensions(offer)
    return gathering.added, tuple(gathering.failures)


@attrs.define(eq=False, repr=False)
class _Gathering:
    """What has been taken in so far, and from whom."""

    contributions: Contributions
    kinds: dict[str, tuple[type, Origin | None]] = attrs.field(
        factory=lambda: {kind_of(cls).name: (cls, None) for cls in CORE}
    )
    facets: dict[str, list[type]] = attrs.field(factory=dict)
    foreign: dict[type, Foreign] = attrs.field(factory=dict)
    dimensions: dict[str, Collection[str]] = attrs.field(factory=dict)
    homes: dict[type, str] = attrs.field(factory=dict)
    failures: list[LoadFailure] = attrs.field(factory=list)
    _owners: dict[type, Origin] = attrs.field(factory=dict)
    _dimension_owners: dict[str, Origin] = attrs.field(factory=dict)

    @property
    def added(self) -> Added:
        """What plugins add."""
        return Added(
            kinds={name: kind_of(cls) for name, (cls, origin) in self.kinds.items() if origin is not None},
            foreign=self.foreign,
            facets={name: tuple(classes) for name, classes in self.facets.items()},
            dimensions=self.dimensions,
            homes=self.homes,
        )

    # ---- kinds

    def add_kinds(self, offer: Offered[Vocabulary]) -> None:
        """Take in the kinds of a vocabulary that nobody has yet."""
        for target in offer.item.kinds:
            outcome = guarded(partial(_kind, target))
            reason = outcome.reason if isinstance(outcome, Failure) else self._taken(outcome)
            if reason:
                self._refuse(offer.origin, "kind", target, reason)
            elif not isinstance(outcome, Failure):
                self.kinds[outcome.name] = (outcome.cls, offer.origin)
                self.homes[outcome.cls] = offer.item.name
                self.foreign[outcome.cls] = _guarded(f"the kind `{outcome.name}`", offer.origin)

    def _taken(self, spec: KindSpec) -> str:
        if spec.name == FILE:
            return f"`{FILE}` is the word for the top level"
        if spec.name in self.kinds:
            owner = self.kinds[spec.name][1] or _ITSELF
            return f"the kind `{spec.name}` belongs to {owner} and cannot be defined again"
        for cls, holder in self.kinds.values():
            known = kind_of(cls)
            if spec.zh and spec.zh == known.zh:
                return f"its Chinese name `{spec.zh}` is that of `{known.name}` ({holder or _ITSELF})"
        return ""

    def refuse_homeless(self) -> None:
        """Name the kinds that may stand in what is no kind."""
        for name, (cls, origin) in self.kinds.items():
            unknown = [place for place in kind_of(cls).inside if place != FILE and place not in self.kinds]
            if origin is not None and unknown:
                reason = f"kind `{name}` may stand in `{unknown[0]}`, which is no kind"
                self.failures.append(LoadFailure.of(origin, reason))

    # ---- facets

    def add_facets(self, offer: Offered[Vocabulary]) -> None:
        """Take in the facets of a vocabulary whose properties nobody has yet."""
        for target in offer.item.facets:
            cls = guarded(partial(_facet, target))
            reason = cls.reason if isinstance(cls, Failure) else self._clash(cls)
            if reason:
                self._refuse(offer.origin, "facet", target, reason)
            elif not isinstance(cls, Failure):
                self._owners[cls] = offer.origin
                self.homes[cls] = offer.item.name
                self.foreign[cls] = _guarded(f"the facet `{cls.__name__}`", offer.origin)
                for kind in self._on(cls):
                    self.facets.setdefault(kind.name, []).append(cls)

    def _on(self, facet: type) -> Iterator[KindSpec]:
        """The kinds that a facet is added to."""
        spec = facet_of(facet)
        bases = spec.on if spec is not None else ()
        return (kind_of(cls) for cls, _ in self.kinds.values() if issubclass(cls, bases))

    def _clash(self, facet: type) -> str:
        """Why a facet cannot be added to its kinds, or nothing."""
        kinds = tuple(self._on(facet))
        if not kinds:
            return "it is for no kind that there is"
        for kind in kinds:
            for spec in properties_of(facet).values():
                if holder := self._holder(kind, spec):
                    return f"`{kind.name}` has a property `{spec.name}` already, of {holder}"
        return ""

    def _holder(self, kind: KindSpec, spec: PropertySpec) -> str:
        """Who has a property of this name on a kind, or nothing."""
        if _has(kind.properties, spec):
            return str(self.kinds[kind.name][1] or _ITSELF)
        holders = (cls for cls in self.facets.get(kind.name, ()) if _has(properties_of(cls), spec))
        return next((str(self._owners[cls]) for cls in holders), "")

    # ---- dimensions

    def add_dimensions(self, offer: Offered[Vocabulary]) -> None:
        """Take in the dimensions of a vocabulary that nobody has yet, with their words."""
        for item in offer.item.dimensions:
            outcome = self._words_of(item)
            if isinstance(outcome, Failure):
                reason = f"dimension `{item.name}` is left out: {outcome.reason}"
                self.failures.append(LoadFailure.of(offer.origin, reason))
            else:
                self.dimensions[item.name] = outcome
                self._dimension_owners[item.name] = offer.origin

    def _words_of(self, item: Dimension) -> frozenset[str] | Failure:
        if item.name in DIMENSIONS or item.name in self.dimensions:
            return Failure(
                f"it belongs to {self._dimension_owners.get(item.name, _ITSELF)} and cannot be defined again"
            )
        work = called(item.values)
        return work if isinstance(work, Failure) else guarded(lambda: frozenset(_named(work(self.contributions))))

    def _refuse(self, origin: Origin, sort: str, target: object, reason: str) -> None:
        self.failures.append(LoadFailure.of(origin, f"{sort} `{_shown(target)}` is left out: {reason}"))


def _has(properties: Mapping[str, PropertySpec], other: PropertySpec) -> bool:
    """Whether a property of the same name, in one of the keyword languages, is there."""
    return other.name in properties or any(other.zh and spec.zh == other.zh for spec in properties.values())


def _named(found: Any) -> Iterator[str]:
    """The words of a dimension; raises what says that they are none."""
    for word in found:
        if not (isinstance(word, str) and NAME.fullmatch(word)):
            msg = f"{word!r:.60} cannot stand in square brackets"
            raise ValueError(msg)
        yield word


def _guarded(what: str, origin: Origin) -> Foreign:
    """How the code of a plugin's class is run: whatever it raises is a finding that names the plugin."""

    def attempt(work: Callable[[], object]) -> tuple[object, str]:
        outcome = guarded(work)
        return (None, outcome.reason) if isinstance(outcome, Failure) else (outcome, "")

    def report(reason: str, span: Span) -> Diagnostic:
        return PLUGIN_FAILED.at(span, f"{what} of plugin {origin} failed: {reason}")

    return Foreign(attempt, report)


def _kind(target: object) -> KindSpec | Failure:
    cls: Any = resolved(target)
    if isinstance(cls, Failure):
        return cls
    spec = cls.__dict__.get("__journeyql__") if isinstance(cls, type) else None
    if type(spec) is not KindSpec or spec.cls is not cls or not issubclass(cls, Element):
        return Failure("it is no class made with `@kind` below `Element`")
    reason = unfit(spec)
    return Failure(reason) if reason else spec


def _facet(target: object) -> type | Failure:
    cls: Any = resolved(target)
    if isinstance(cls, Failure):
        return cls
    spec = facet_of(cls) if isinstance(cls, type) else None
    if type(spec) is not FacetSpec:
        return Failure("it is no class made with `@facet`")
    reason = unfit_facet(cls, spec)
    return Failure(reason) if reason else cls


def _shown(target: Any) -> str:
    name = target if isinstance(target, str) else guarded(lambda: str(target.__name__))
    return "?" if isinstance(name, Failure) else name
