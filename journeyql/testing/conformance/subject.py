"""The plugin that is looked at, and what is needed to look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs

from journeyql.diagnostics import Rule, Severity
from journeyql.engine.rulebook import CORE
from journeyql.plugin.collect import Hook
from journeyql.plugin.discovery import given
from journeyql.plugin.manager import HOOKS, PASSES, RENDERERS
from journeyql.plugin.origin import Origin
from journeyql.plugin.types import Pass, Renderer
from journeyql.testing.checking import NO_OPTIONS, Options, Setup
from journeyql.testing.escaping import turned
from journeyql.testing.hostile import NAMES
from journeyql.testing.maps.odd import ODD
from journeyql.testing.maps.tour import tour

#: The map that uses the whole vocabulary.
EVERYTHING: Final = "every word of the vocabulary"
_PLAIN: Final = tuple(f"words {number}" for number in range(40))
_TURNS: Final = (0, 45, 90)


@attrs.frozen(eq=False, repr=False, slots=False)
class Subject:
    """A plugin and those that it needs beside it."""

    plugin: object
    beside: tuple[object, ...] = ()
    options: Options = NO_OPTIONS

    @cached_property
    def origin(self) -> Origin:
        """What the plugin is called."""
        return given([self.plugin])[0].origin

    @property
    def plugins(self) -> tuple[object, ...]:
        """The plugin and those beside it."""
        return (self.plugin, *self.beside)

    @property
    def module(self) -> ModuleType | None:
        """The registration module; None for an object that is none."""
        return self.plugin if isinstance(self.plugin, ModuleType) else None

    @cached_property
    def setup(self) -> Setup:
        """A session over all of them."""
        return Setup.of(plugins=self.plugins, options=self.options)

    @cached_property
    def by_itself(self) -> Setup:
        """As `setup`, but without what rules of other plugins find; only their errors stay."""
        book = self.setup.session.book
        offers = (offer for offer in book.rules if offer.origin not in (CORE, self.origin))
        quiet = {offer.item.name: None for offer in offers if offer.item.severity < Severity.ERROR}
        return Setup(attrs.evolve(self.setup.session, book=attrs.evolve(book, severities=quiet)))

    @property
    def loaded(self) -> bool:
        """Whether the plugin could be loaded at all."""
        return any(plugin.origin == self.origin for plugin in self.setup.session.plugins.loaded)

    def offers(self) -> Iterator[tuple[Hook[Any], Any]]:
        """Everything sound that the plugin registers, with the hook."""
        for hook in HOOKS:
            for offer in self.setup.session.plugins.offers(hook):
                if offer.origin == self.origin:
                    yield hook, offer.item

    @cached_property
    def passes(self) -> tuple[Pass, ...]:
        """Its analyses."""
        return tuple(item for hook, item in self.offers() if hook is PASSES)

    @cached_property
    def renderers(self) -> tuple[Renderer, ...]:
        """Its ways to write a map."""
        return tuple(item for hook, item in self.offers() if hook is RENDERERS)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it declares, each once."""
        return tuple(dict.fromkeys(rule for _, item in self.offers() for rule in getattr(item, "rules", ())))

    @cached_property
    def maps(self) -> Mapping[str, str]:
        """The maps on which it is tried, by what they are: of everything, of hostile words, and odd ones."""
        table = self.setup.table
        hostile = {f"hostile words, {turn}": tour(table, turned(turn), NAMES) for turn in _TURNS}
        return {EVERYTHING: tour(table, _PLAIN), **hostile, **ODD}

    def sources(self) -> Iterator[Path]:
        """The Python files of the package that the registration module is, or of that module alone."""
        folders = [Path(folder) for folder in getattr(self.module, "__path__", ())]
        file = getattr(self.module, "__file__", None)
        if folders:
            yield from sorted(path for folder in folders for path in folder.rglob("*.py"))
        elif file is not None:
            yield Path(file)
