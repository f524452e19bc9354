"""What the options in front of and behind a command say about plugins, and the plugins themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from journeyql.engine.project import configuration

if TYPE_CHECKING:
    from journeyql.engine.config import Config
    from journeyql.plugin.collect import Hook
    from journeyql.plugin.manager import Plugins
    from journeyql.plugin.origin import Origin
    from journeyql.plugin.selection import Selection
    from journeyql.plugin.types import Command


@attrs.define(eq=False, repr=False)
class State:
    """One run of the command line."""

    plugin_options: list[str] = attrs.field(factory=list)
    external: bool = True
    _config: Config | None = None
    _plugins: Plugins | None = None
    _commanding: Plugins | None = None

    @property
    def config(self) -> Config:
        """The configuration of the current folder."""
        if self._config is None:
            from journeyql.engine.config import configured  # `--help` needs no configuration

            self._config = configured(Path.cwd())
        return self._config

    @property
    def _disabled(self) -> tuple[str, ...]:
        """The plugins that the configuration leaves out; where there is none, its reader is not imported."""
        return self.config.disable if configuration(Path.cwd()) else ()

    @property
    def plugins(self) -> Plugins:
        """The plugins of this run, loaded once."""
        if self._plugins is None:
            self._plugins = self._discovered()
        return self._plugins

    @property
    def commanding(self) -> Plugins:
        """The plugins of this run that seem to have commands: `--help` leaves the others alone."""
        if self._plugins is not None:
            return self._plugins
        if self._commanding is None:
            from journeyql.plugin.manager import COMMANDS  # `--version` needs no plugin

            self._commanding = self._discovered(COMMANDS)
        return self._commanding

    def _discovered(self, offering: Hook[Command] | None = None) -> Plugins:
        from journeyql.plugin.manager import Plugins  # as above

        return Plugins.discover(self.selection().disabling(self._disabled), offering)

    def select(self, options: Iterable[str], *, external: bool) -> None:
        """Take what options say about plugins; saying it again changes nothing."""
        self.plugin_options.extend(option for option in options if option not in self.plugin_options)
        self.external = self.external and external

    def culprit(self, modules: Iterable[str]) -> Origin | None:
        """The plugin whose code was running, if any is loaded."""
        plugins = self._plugins or self._commanding
        return None if plugins is None else plugins.culprit(modules)

    def selection(self) -> Selection:
        """Which plugins the options and the environment ask for."""
        from journeyql.plugin.selection import Selection  # `--version` needs no plugin

        return Selection.of(self.plugin_options, external=self.external, environ=os.environ)


def state_of(context: click.Context) -> State:
    """The state of the run that a command belongs to."""
    return context.ensure_object(State)
