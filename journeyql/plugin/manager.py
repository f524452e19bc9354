"""The plugins of a run: loaded once, each hook called when its registrations are first asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import attrs

from journeyql.plugin import discovery, reserved
from journeyql.plugin.collect import Collected, Hook, collect
from journeyql.plugin.errors import PluginError
from journeyql.plugin.loading import Loaded, load
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.selection import Selection
from journeyql.plugin.types import Command, Pass, Renderer, Reporter, RuleSet, Vocabulary

VOCABULARIES = Hook("journeyql_vocabularies", Vocabulary, "vocabulary")
PASSES = Hook("journeyql_passes", Pass, "pass")
RENDERERS = Hook("journeyql_renderers", Renderer, "renderer")
REPORTERS = Hook("journeyql_reporters", Reporter, "reporter", reserved.REPORTERS)
COMMANDS = Hook("journeyql_commands", Command, "command", reserved.COMMANDS)
RULE_SETS = Hook("journeyql_rule_sets", RuleSet, "rule set")


@attrs.frozen(eq=False, repr=False, slots=False)
class Plugins:
    """What the loaded plugins offer, and what could not be loaded.

    `left_out` are installed plugins that were not wanted.
    """

    loaded: tuple[Loaded, ...] = ()
    broken: tuple[LoadFailure, ...] = ()
    left_out: tuple[Origin, ...] = ()

    @classmethod
    def discover(cls, selection: Selection | None = None) -> Plugins:
        """The installed plugins that are wanted; by default what the environment asks for."""
        wanted = Selection.of(environ=os.environ) if selection is None else selection
        return cls._from(discovery.installed(), wanted)

    @classmethod
    def of(cls, modules: Iterable[object], selection: Selection | None = None) -> Plugins:
        """Plugins that are at hand as modules or objects with hooks, for tests and embedding."""
        return cls._from(discovery.given(modules), selection or Selection())

    @classmethod
    def _from(cls, found: tuple[discovery.Found, ...], selection: Selection) -> Plugins:
        selection.check(plugin.origin.plugin for plugin in found)
        wanted = [plugin for plugin in found if selection.wants(plugin.origin)]
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
        others: tuple[Collected[Any], ...]
        others = (self._vocabularies, self._renderers, self._reporters, self._commands, self._rule_sets)
        refused = (failure for collected in others for failure in collected.failures)
        return tuple(sorted({*self.broken, *self._passes[1], *refused}))

    @property
    def vocabularies(self) -> tuple[Offered[Vocabulary], ...]:
        """The kinds that plugins add, by vocabulary."""
        return self._vocabularies.offers

    @property
    def passes(self) -> tuple[Offered[Pass], ...]:
        """The analyses."""
        return self._passes[0]

    @property
    def renderers(self) -> tuple[Offered[Renderer], ...]:
        """The ways to write a map."""
        return self._renderers.offers

    @property
    def reporters(self) -> tuple[Offered[Reporter], ...]:
        """The ways to print findings, besides the core's own."""
        return self._reporters.offers

    @property
    def commands(self) -> tuple[Offered[Command], ...]:
        """The sub-commands, besides the core's own."""
        return self._commands.offers

    @property
    def rule_sets(self) -> tuple[Offered[RuleSet], ...]:
        """The named choices of severities."""
        return self._rule_sets.offers

    @cached_property
    def _vocabularies(self) -> Collected[Vocabulary]:
        return collect(self.loaded, VOCABULARIES)

    @cached_property
    def _passes(self) -> tuple[tuple[Offered[Pass], ...], tuple[LoadFailure, ...]]:
        from journeyql.plugin.ownership import owned  # `--help` asks for commands only

        collected = collect(self.loaded, PASSES)
        kept, refused = owned(collected.offers)
        return kept, (*collected.failures, *refused)

    @cached_property
    def _renderers(self) -> Collected[Renderer]:
        return collect(self.loaded, RENDERERS)

    @cached_property
    def _reporters(self) -> Collected[Reporter]:
        return collect(self.loaded, REPORTERS)

    @cached_property
    def _commands(self) -> Collected[Command]:
        return collect(self.loaded, COMMANDS)

    @cached_property
    def _rule_sets(self) -> Collected[RuleSet]:
        return collect(self.loaded, RULE_SETS)
