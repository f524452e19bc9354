"""The host of plugins' commands: a session over the configured project, made when the command first asks for it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from journeyql.plugin.errors import PluginError
from journeyql.plugin.host import ReadFile

if TYPE_CHECKING:
    from journeyql.cli.runs import Run
    from journeyql.cli.state import State
    from journeyql.diagnostics import Diagnostic
    from journeyql.plugin.contributions import Contributions
    from journeyql.plugin.origin import Offered
    from journeyql.plugin.types import Command


@attrs.frozen(eq=False, repr=False, slots=False)
class CommandHost:
    """What one command of a plugin is given."""

    state: State
    offer: Offered[Command]

    @cached_property
    def options(self) -> Any:
        """The options of the command from the configuration."""
        from journeyql.engine.errors import ConfigError
        from journeyql.engine.options import Wrong, built

        item, config = self.offer.item, self.state.config
        values = config.commands.get(item.name, {})
        found = built(item.options, values, f"commands.{item.name}")
        if not isinstance(found, Wrong):
            return found
        if values:
            raise ConfigError(tuple(f"{config.file}: {problem}" for problem in found.problems))
        msg = (
            f"the command `{item.name}` of plugin {self.offer.origin} has unusable options: {'; '.join(found.problems)}"
        )
        raise PluginError(msg)

    @property
    def contributions(self) -> Contributions:
        """What plugins add to extension points."""
        return self.state.plugins.contributions

    @property
    def today(self) -> datetime.date:
        """The day of the run."""
        return self._run.session.today

    def files(self, paths: Iterable[str], *, analysed: bool = False) -> Iterator[ReadFile]:
        """Each map, read one after the other."""
        for checked in self._run.read(paths, analysed=analysed):
            self._run.tally.files += 1
            yield ReadFile(
                name=checked.input.name,
                path=checked.input.path,
                model=checked.model,
                diagnostics=checked.diagnostics,
                language=checked.language,
            )

    def write(self, path: Path, content: str | bytes) -> bool:
        """Put a file in place as a whole."""
        from journeyql.engine.rules import NOT_WRITTEN
        from journeyql.engine.write import NotWritten, Writer

        outcome = Writer().write(path, content.encode() if isinstance(content, str) else content)
        if isinstance(outcome, NotWritten):
            words = f"{outcome.path} was not written: {outcome.reason}"
            self._run.tally.add([NOT_WRITTEN.at(None, words, help="what stood there before is unchanged")])
            return False
        return outcome

    def report(self, findings: Iterable[Diagnostic], format_: str = "text") -> int:
        """Print findings; the exit code that they mean."""
        from journeyql.cli import streams
        from journeyql.cli.choice import chosen

        run = self._run
        run.print_as(chosen("format", format_, run.reporters, "--format"))
        run.tally.add(run.session.book.judged(findings))
        return run.report(sys.stdout, streams.write)

    @cached_property
    def _run(self) -> Run:
        from journeyql.cli.runs import Reporting, Run
        from journeyql.engine.asked import EVERYBODY

        return Run.start(
            self.state, EVERYBODY, Reporting(format_="text", color="auto", fail_on=None, max_diagnostics=None)
        )
