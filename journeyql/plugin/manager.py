"""The plugins of a run: loaded once, each hook called when its registrations are first asked for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from journeyql.plugin import discovery, reserved
from journeyql.plugin.collect import Collected, Hook, collect
from journeyql.plugin.errors import PluginError
from journeyql.plugin.loading import Loaded, load
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.selection import Selection
from journeyql.plugin.types import (
    Command,
    Contribution,
    LabelSet,
    NamedTheme,
    Pass,
    Renderer,
    Reporter,
    Resolver,
    RuleSet,
    TranslationSource,
    Vocabulary,
)

if TYPE_CHECKING:  # it is loaded when somebody contributes
    from journeyql.plugin.contributions import Contributions

R = TypeVar("R")

VOCABULARIES = Hook("journeyql_vocabularies", Vocabulary, "vocabulary")
PASSES = Hook("journeyql_passes", Pass, "pass")
RENDERERS = Hook("journeyql_renderers", Renderer, "renderer")
REPORTERS = Hook("journeyql_reporters", Reporter, "reporter", reserved.REPORTERS)
COMMANDS = Hook("journeyql_commands", Command, "command", reserved.COMMANDS)
RULE_SETS = Hook("journeyql_rule_sets", RuleSet, "rule set")
CONTRIBUTIONS = Hook("journeyql_contributions", Contribution, "contribution")
LABELS = Hook("journeyql_labels", LabelSet, "label set")
THEMES = Hook("journeyql_themes", NamedTheme, "theme", reserved.THEMES)
RESOLVERS = Hook("journeyql_resolvers", Resolver, "resolver", reserved.SCHEMES)
TRANSLATIONS = Hook("journeyql_translations", TranslationSource, "translation source")
#: Every sort of registration, in the order in which listings name them.
HOOKS: tuple[Hook[Any], ...] = (
    VOCABULARIES,
    PASSES,
    RENDERERS,
    REPORTERS,
    COMMANDS,
    RULE_SETS,
    CONTRIBUTIONS,
    LABELS,
    THEMES,
    RESOLVERS,
    TRANSLATIONS,
)


@attrs.frozen(eq=False, repr=False, slots=False)
class Plugins:
    """What the loaded plugins offer, and what could not be loaded.

    `left_out` are installed plugins that were not wanted.
    """

    loaded: tuple[Loaded, ...] = ()
    broken: tuple[LoadFailure, ...] = ()
    left_out: tuple[Origin, ...] = ()

    @classmethod
    def discover(cls, selection: Selection | None = None, offering: Hook[Any] | None = None) -> Plugins:
        """The installed plugins that are wanted; by default what the environment asks for.

        Of `offering` alone, only those that may implement that hook, as far as that can be told without an import.
        """
        wanted = Selection.of(environ=os.environ) if selection is None else selection
        return cls._from(discovery.installed(), wanted, offering)

    @classmethod
    def of(cls, modules: Iterable[object], selection: Selection | None = None) -> Plugins:
        """Plugins that are at hand as modules or objects with hooks, for tests and embedding."""
        return cls._from(discovery.given(modules), selection or Selection())

    @classmethod
    def _from(
        cls, found: tuple[discovery.Found, ...], selection: Selection, offering: Hook[Any] | None = None
    ) -> Plugins:
        selection.check(plugin.origin.plugin for plugin in found)
        wanted = [plugin for plugin in found if selection.wants(plugin.origin)]
        if offering is not None and not selection.strict:
            wanted = _seeming(wanted, offering)
        loading = load(wanted, found)
        if selection.strict and loading.failures:
            first = loading.failures[0]
            msg = f"plugin {first.origin} cannot be loaded: {first.reason}"
            raise PluginError(msg)
        left_out = tuple(plugin.origin for plugin in found if not selection.wants(plugin.origin))
        made = cls(loading.loaded, loading.failures, left_out)
        if selection.strict and made.failures:
            msg = f"plugin {made.failures[0].origin} is refused: {made.failures[0].reason}"
            raise PluginError(msg)
        return made

    @property
    def failures(self) -> tuple[LoadFailure, ...]:
        """Everything that could not be loaded or was refused, sorted; asks every hook."""
        refused = (failure for hook in HOOKS for failure in self._collected(hook).failures)
        return tuple(sorted({*self.broken, *refused}))

    def offers(self, hook: Hook[R]) -> tuple[Offered[R], ...]:
        """The sound registrations of one sort, sorted by name."""
        return self._collected(hook).offers

    def culprit(self, modules: Iterable[str]) -> Origin | None:
        """The plugin whose code was running, by the names of the modules, the innermost first."""
        return next((origin for module in modules if (origin := self._owner(module)) is not None), None)

    def _owner(self, module: str) -> Origin | None:
        claims = sorted(self._modules.items(), key=lambda claim: -len(claim[0]))
        inside = next((origin for name, origin in claims if f"{module}.".startswith(f"{name}.")), None)
        beside = {origin for name, origin in claims if name.partition(".")[0] == module.partition(".")[0]}
        return beside.pop() if inside is None and len(beside) == 1 else inside

    @cached_property
    def _modules(self) -> dict[str, Origin]:
        """The modules that plugins name: the one that registers, and those that do the work."""
        offers: tuple[Offered[Any], ...] = (*self.passes, *self.renderers, *self.reporters)
        work = [(offer.item.work, offer.origin) for offer in offers]
        work += [(offer.item.target, offer.origin) for offer in self.commands]
        work += [(kind, offer.origin) for offer in self.vocabularies for kind in offer.item.kinds]
        named = {target.partition(":")[0]: origin for target, origin in work if isinstance(target, str)}
        return {**named, **{plugin.address.partition(":")[0].strip(): plugin.origin for plugin in self.loaded}}

    @property
    def vocabularies(self) -> tuple[Offered[Vocabulary], ...]:
        """The kinds, facets and dimensions that plugins add, by vocabulary."""
        return self.offers(VOCABULARIES)

    @property
    def passes(self) -> tuple[Offered[Pass], ...]:
        """The analyses."""
        return self.offers(PASSES)

    @property
    def renderers(self) -> tuple[Offered[Renderer], ...]:
        """The ways to write a map."""
        return self.offers(RENDERERS)

    @property
    def reporters(self) -> tuple[Offered[Reporter], ...]:
        """The ways to print findings, besides the core's own."""
        return self.offers(REPORTERS)

    @property
    def commands(self) -> tuple[Offered[Command], ...]:
        """The sub-commands, besides the core's own."""
        return self.offers(COMMANDS)

    @property
    def rule_sets(self) -> tuple[Offered[RuleSet], ...]:
        """The named choices of severities."""
        return self.offers(RULE_SETS)

    @property
    def themes(self) -> tuple[Offered[NamedTheme], ...]:
        """The colours of pictures, besides the core's own."""
        return self.offers(THEMES)

    @cached_property
    def contributions(self) -> Contributions:
        """What plugins add to each other's extension points."""
        from journeyql.plugin.contributions import Contributions  # `--help` asks for commands only

        return Contributions(self.offers(CONTRIBUTIONS))

    def _collected(self, hook: Hook[R]) -> Collected[R]:
        found: Collected[R] | None = self._by_hook.get(hook.name)
        if found is None:
            found = self._by_hook[hook.name] = _collect(self.loaded, hook)
        return found

    @cached_property
    def _by_hook(self) -> dict[str, Collected[Any]]:
        return {}


def _seeming(plugins: Iterable[discovery.Found], hook: Hook[Any]) -> list[discovery.Found]:
    """The plugins that may implement a hook. Of those that share a name the first that can be used has it: all stay."""
    plugins = tuple(plugins)
    names = Counter(plugin.origin.plugin for plugin in plugins)
    return [plugin for plugin in plugins if names[plugin.origin.plugin] > 1 or plugin.may_offer(hook.name)]


def _collect(loaded: Iterable[Loaded], hook: Hook[R]) -> Collected[R]:
    collected = collect(loaded, hook)
    if hook is not PASSES:
        return collected
    from journeyql.plugin.ownership import owned  # `--help` asks for commands only

    passes: Any = collected.offers
    kept, refused = owned(passes)
    sound: Any = kept
    return Collected(sound, (*collected.failures, *refused))
