"""Runs passes on a model: once for each view that differs, each alone, facts kept apart by view."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.blame import Blame
from journeyql.engine.merge import merged
from journeyql.engine.prepare import Prepared
from journeyql.engine.rules import PASS_SKIPPED, TOO_MANY_FINDINGS, TOO_MANY_VIEWS
from journeyql.engine.vet import Vetting
from journeyql.engine.views import MOST_VIEWS, Contexts, differing
from journeyql.facts import FactKey, Facts
from journeyql.model import MOST_PERSONAS, Context, Element, Model
from journeyql.plugin.contributions import Contributions
from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.plugin.types import ELEMENT
from journeyql.plugin.work import PassContext
from journeyql.source import SourceFile

#: How many findings of one pass are kept for one file.
MOST_FINDINGS = 1000


@attrs.frozen(eq=False, repr=False)
class _Outcome:
    """What one pass gave in one view; `failed` when it did not end well."""

    findings: tuple[Diagnostic, ...]
    facts: Mapping[FactKey[Any], object]
    failed: bool = False


#: A pass, by its name, in a context.
Look: TypeAlias = tuple[str, Context]
#: What a pass that looks at elements found in each, by path; elements without findings are left out.
Found: TypeAlias = Mapping[str, tuple[Diagnostic, ...]]


@attrs.frozen(eq=False, repr=False)
class Earlier:
    """What was found before one line of a file changed; it still holds but for `concerned` paths and the line itself."""

    looked: Mapping[Look, Found]
    concerned: frozenset[str]
    line: int

    def still(self, step: Prepared, context: Context, path: str) -> tuple[Diagnostic, ...] | None:
        """What a pass found in an element, or None if it must look again."""
        looked = self.looked.get((step.item.name, context))
        if looked is None or path in self.concerned:
            return None
        found = looked.get(path, ())
        return None if found and any(finding.points_to(self.line) for finding in found) else found


@attrs.define(eq=False, repr=False)
class Analysis:
    """The passes of a run on one model. `fixed` are dimensions that the user has settled, `quiet` names passes whose findings nobody asks for.

    `earlier` is what passes that look at elements need not find again; `looked` is what they have found.
    """

    model: Model
    passes: tuple[Prepared, ...]
    sources: Collection[SourceFile]
    today: datetime.date
    contributions: Contributions = Contributions()
    fixed: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    blame: Blame = Blame()
    most_views: int = MOST_VIEWS
    earlier: Earlier | None = None
    looked: dict[Look, Found] = attrs.field(factory=dict)
    _done: dict[Look, _Outcome] = attrs.field(factory=dict)
    _views: dict[tuple[str, ...], Contexts] = attrs.field(factory=dict)
    _providers: dict[FactKey[Any], Prepared] = attrs.field(factory=dict)
    _broken: dict[str, Diagnostic] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Note who provides which fact."""
        self._providers = {key: step for step in self.passes for key in step.item.provides}

    def findings(self) -> tuple[Diagnostic, ...]:
        """The findings of all passes in all views that differ, equal ones merged; and what failed."""
        found = [*self._crowds()]
        for step in self.passes:
            found.extend(self._of(step))
        return (*found, *self._broken.values())

    def facts(self, context: Context) -> Facts:
        """Every fact that is known in a context."""
        known: dict[FactKey[Any], object] = {}
        for step in self.passes:
            known.update(self._at(step, context).facts)
        return Facts(known)

    def _of(self, step: Prepared) -> Iterable[Diagnostic]:
        views = self._differing(self._axes(step))
        by_context = {context: self._at(step, context).findings for context in views.contexts}
        found = merged(by_context, self.model.context)
        if views.dropped:
            yield self._too_many_views(step, len(views.contexts))
        if len(found) >= MOST_FINDINGS:
            yield TOO_MANY_FINDINGS.at(
                found[MOST_FINDINGS - 1].span,
                f"pass `{step.item.name}` finds {MOST_FINDINGS} problems or more; the rest is left out",
                help="mend what is shown, or switch a rule off in the configuration",
            )
        yield from found[:MOST_FINDINGS]

    def _differing(self, axes: tuple[str, ...]) -> Contexts:
        """The contexts that differ along some dimensions, found once for all passes that look along these."""
        found = self._views.get(axes)
        if found is None:
            found = self._views[axes] = differing(self.model, axes, self.most_views)
        return found

    def _axes(self, step: Prepared) -> tuple[str, ...]:
        return tuple(name for name in step.varies_by if name not in self.fixed)

    def _too_many_views(self, step: Prepared, count: int) -> Diagnostic:
        span = self.model.journeys[0].span if self.model.journeys else self.model.source.line_span(1)
        return TOO_MANY_VIEWS.at(
            span,
            f"pass `{step.item.name}` looks at the first {count} of the contexts in which this file differs",
            help="choose with --persona, --market, --locale or --state what to look at",
        )

    def _crowds(self) -> Iterator[Diagnostic]:
        """What is left out where a journey has very many personas that differ."""
        if not (self.model.used("persona") or self.model.used("segment")):
            return
        view = self.model.view()
        for journey in view.journeys:
            count = len(view.personas(journey))
            if count > MOST_PERSONAS:
                yield TOO_MANY_VIEWS.at(
                    journey.span,
                    f"`{journey.id}` has {count} personas; it is looked at with the eyes of the first {MOST_PERSONAS}",
                    help="name those that it is about with `persona:`, or choose one with --persona",
                )

    def _at(self, step: Prepared, context: Context) -> _Outcome:
        """The outcome of a pass in a context, computed once for all contexts that are equal to it."""
        base = self.model.context
        seen = base.narrowed(**{name: context.value(name) for name in step.varies_by}) if step.varies_by else base
        found = self._done.get((step.item.name, seen))
        if found is None:
            found = self._done[step.item.name, seen] = self._run(step, seen)
        return found

    def _run(self, step: Prepared, context: Context) -> _Outcome:
        if step.item.name in self._broken:
            return _Outcome((), {}, failed=True)
        facts, missing = self._required(step, context)
        if missing:
            words = f"pass `{step.item.name}` of plugin {step.origin} is left out: the fact `{missing}` that it needs is missing"
            self._broken[step.item.name] = PASS_SKIPPED.at(None, words)
            return _Outcome((), {}, failed=True)
        return self._called(step, context, facts)

    def _required(self, step: Prepared, context: Context) -> tuple[Facts, str]:
        known: dict[FactKey[Any], object] = {}
        for key in step.item.requires:
            provider = self._providers.get(key)
            facts = self._at(provider, context).facts if provider is not None else {}
            if key not in facts:
                return Facts({}), key.name
            known[key] = facts[key]
        return Facts(known), ""

    def _called(self, step: Prepared, context: Context, facts: Facts) -> _Outcome:
        stored: dict[FactKey[Any], object] = {}
        asked = PassContext(
            view=self.model.view(context),
            facts=facts,
            options=step.options,
            contributions=self.contributions,
            today=self.today,
            store=_keeper(step, stored),
            facts_only=step.item.name in self.quiet,
        )
        if step.item.scope == ELEMENT:
            return _Outcome(self._elements(step, asked, context), {}, failed=step.item.name in self._broken)
        raw: list[object] = []
        ended = self._worked(step, asked, raw)
        findings = self._vetted(step, raw)
        return _Outcome(findings, stored if ended else {}, failed=not ended)

    def _elements(self, step: Prepared, asked: PassContext[Any], context: Context) -> tuple[Diagnostic, ...]:
        """What a pass finds in the elements of a view, each by itself; what it found earlier is not sought again."""
        earlier = None if step.item.requires else self.earlier
        looked: dict[str, tuple[Diagnostic, ...]] = {}
        count = 0
        for element in asked.view.of(Element):
            known = earlier.still(step, context, element.path) if earlier is not None else None
            if known is None:
                raw: list[object] = []
                self._worked(step, attrs.evolve(asked, element=element), raw, MOST_FINDINGS - count)
                known = self._vetted(step, raw)
            if known:
                looked[element.path] = known
                count += len(known)
        if step.item.name not in self._broken and count < MOST_FINDINGS:
            self.looked[step.item.name, context] = looked
        return tuple(itertools.chain.from_iterable(looked.values()))

    def _worked(self, step: Prepared, asked: PassContext[Any], raw: list[object], most: int = MOST_FINDINGS) -> bool:
        """Whether the work ended well; what it found is added."""
        outcome = guarded(lambda: _consume(step.work(asked), raw, most))
        if outcome is not None:
            self._fail(step, outcome)
        return outcome is None

    def _vetted(self, step: Prepared, raw: list[object]) -> tuple[Diagnostic, ...]:
        vetting = Vetting(step.item.rules, self.sources)
        sound: list[Diagnostic] = []
        for item in raw:
            outcome = guarded(partial(vetting.taken, item))
            if isinstance(outcome, Diagnostic):
                sound.append(outcome)
            else:
                self._fail(step, outcome)
        return tuple(sound)

    def _fail(self, step: Prepared, failure: Failure | str) -> None:
        name = step.item.name
        finding = self.blame.failed(f"pass `{name}`", step.origin, failure, "the other passes went on")
        self._broken.setdefault(name, finding)


def _consume(returned: Any, raw: list[object], most: int) -> str | None:
    """Take what work returned, one by one; why that is not possible, if it is not."""
    if returned is None:
        return None
    if not isinstance(returned, Iterable):
        return f"returned {one_line(type(returned).__name__)}, not findings"
    for item in itertools.islice(returned, max(0, most)):
        raw.append(item)  # noqa: PERF402 - what came before an exception is kept
    return None


def _keeper(step: Prepared, stored: dict[FactKey[Any], object]) -> Any:
    def keep(key: FactKey[Any], value: object) -> None:
        declared = next((own for own in step.item.provides if own == key), None)
        if declared is None:
            msg = f"the fact `{getattr(key, 'name', key)}` is not among those that the pass provides"
            raise ValueError(msg)
        stored[declared] = value

    return keep
