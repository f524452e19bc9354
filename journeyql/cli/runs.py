"""What `check` and `compile` have in common: a session, its files one by one, and the report at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import attrs

from journeyql.cli import color, streams
from journeyql.cli.choice import offered
from journeyql.cli.clock import today
from journeyql.cli.ending import TRACEBACK_VARIABLE
from journeyql.cli.progress import Progress
from journeyql.cli.state import State
from journeyql.diagnostics import Diagnostic, Severity
from journeyql.engine import inputs
from journeyql.engine.asked import Asked, same
from journeyql.engine.config import SEVERITIES, Config
from journeyql.engine.needed import Need
from journeyql.engine.rulebook import BUILT_IN as RULE_SETS
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.engine.session import Checked, Session
from journeyql.engine.tally import Tally
from journeyql.model.languages import language_tag
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import HOST, Offered, Origin
from journeyql.plugin.targets import called
from journeyql.plugin.types import Renderer, Reporter
from journeyql.plugin.work import ReportContext
from journeyql.report import BUILT_IN


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reporting:
    """What the options say about printing findings."""

    format_: str
    color: str
    fail_on: str | None
    max_diagnostics: int | None
    rule_set: tuple[str, ...] = ()


@attrs.define(eq=False, repr=False)
class Run:
    """A run over many files, of which only one is held at a time."""

    session: Session
    tally: Tally
    reporters: Mapping[str, Offered[Reporter]]
    format_: str
    color: str
    fixed: int = 0

    @classmethod
    def start(
        cls, state: State, asked: Asked, reporting: Reporting, theme: str = "", renderer: Renderer | None = None
    ) -> Run:
        """A run as the options and the configuration want it; with a `renderer`, for the sake of what it draws."""
        plugins = state.plugins
        reporters = {offer.item.name: offer for offer in (*map(_own, BUILT_IN), *plugins.reporters)}
        format_ = offered(plugins, "format", reporting.format_, reporters, "--format")
        config = _with_rule_sets(state, reporting.rule_set)
        fail_on = config.fail_on if reporting.fail_on is None else SEVERITIES[reporting.fail_on] or Severity.ERROR
        session = Session.start(
            plugins,
            config,
            today=today(os.environ),
            asked=asked,
            theme=theme,
            stdin=streams.read_input,
            reraise=bool(os.environ.get(TRACEBACK_VARIABLE)),
            need=None if renderer is None else Need(renderer, fail_on),
        )
        tally = Tally(reporting.max_diagnostics or 0, fail_on)
        run = cls(session, tally, reporters, format_, reporting.color)
        if reporting.max_diagnostics is None:
            run.print_as(format_)
        tally.add(session.diagnostics)
        return run

    def print_as(self, format_: str) -> None:
        """Print the findings with a reporter; one for other programs is given all of them."""
        self.format_ = format_
        self.tally.limit = 0 if self.reporters[format_].item.complete else self.session.config.max_diagnostics

    def inputs(self, paths: Iterable[str]) -> Iterator[inputs.Input | inputs.Missing]:
        """The files that are looked at: those that were named, else the configured ones."""
        progress = Progress()
        try:
            for item in inputs.found(self.session.config.inputs(paths)):
                progress.step(item.name)
                yield item
        finally:
            progress.done()

    def read(self, paths: Iterable[str], *, analysed: bool = True) -> Iterator[Checked]:
        """Each file, looked at; nothing is counted yet."""
        for item in self.inputs(paths):
            yield self.session.check(item, analysed=analysed)

    def files(self, paths: Iterable[str], *, least: Severity = Severity.HINT) -> Iterator[tuple[Checked, int]]:
        """Each file, looked at, with the number of its findings that reach the failing severity.

        Findings below `least` do not count.
        """
        for checked in self.read(paths):
            found = (one for one in (*self._notes(checked), *_helped(checked)) if one.severity >= least)
            yield checked, self.tally.add_file(checked.input.name, found)

    def _notes(self, checked: Checked) -> Iterable[Diagnostic]:
        """What is said of a file and the options together."""
        if checked.model is None:
            return ()
        return self.session.book.judged(same(checked.model, self.session.asked, checked.language))

    def report(self, stream: TextIO, write: Callable[[str], None]) -> int:
        """Print the findings; the exit code of the run."""
        self.tally.add(self.session.late())
        reporter = self.reporters[self.format_]
        work = called(reporter.item.work)
        text = work if isinstance(work, Failure) else guarded(partial(work, self._context(stream)))
        if not isinstance(text, str):
            reason = text.reason if isinstance(text, Failure) else f"returned {type(text).__name__}, not text"
            self.tally.add([_reporter_failed(reporter, reason)])
            work = called(BUILT_IN[-1].work)
            text = "" if isinstance(work, Failure) else str(work(self._context(stream)))
        write(str.__str__(text))
        return self.tally.code

    def _context(self, stream: TextIO) -> ReportContext:
        return ReportContext(
            diagnostics=self.tally.shown,
            files=self.tally.files,
            color=color.wanted(self.color, stream, os.environ),
            shown=self.tally.limit,
            counts=dict(self.tally.counts),
            fixable=self.tally.fixable,
            names=self.tally.names,
            rules=tuple(offer.item for offer in self.session.book.rules),
            fail_on=self.tally.fail_on,
            folder=Path.cwd().as_posix(),
            fixed=self.fixed,
            known=self.tally.known,
        )


def _helped(checked: Checked) -> Iterable[Diagnostic]:
    """The findings of a file; when it is not there, with the name of one that is."""
    path = checked.input.path
    question = inputs.meant(path) if checked.model is None and path is not None else ""
    return (attrs.evolve(finding, help=question or finding.help) for finding in checked.diagnostics)


def options(arguments: dict[str, Any]) -> tuple[Asked, Reporting]:
    """The shared options as values."""
    point_of_view = Asked(
        persona=arguments["persona"],
        market=arguments["market"],
        language=language_tag(arguments["locale"]),
        state=arguments["state"],
        more=arguments["context"],
    )
    names = ("format_", "color", "fail_on", "max_diagnostics", "rule_set")
    return point_of_view, Reporting(**{name: arguments[name] for name in names})


def to_stderr(text: str) -> None:
    """Print a report on standard error, because something else goes to standard output."""
    streams.tell(text.rstrip("\n"))


def _with_rule_sets(state: State, names: tuple[str, ...]) -> Config:
    """The configuration, with other rule sets where the command line names some."""
    if not names:
        return state.config
    known = (*RULE_SETS, *(offer.item.name for offer in state.plugins.rule_sets))
    chosen = tuple(offered(state.plugins, "rule set", name, known, "--rule-set") for name in names)
    return attrs.evolve(state.config, rule_sets=chosen)


def _own(reporter: Reporter) -> Offered[Reporter]:
    return Offered(reporter, Origin("core", HOST))


def _reporter_failed(offer: Offered[Reporter], reason: str) -> Diagnostic:
    words = f"reporter `{offer.item.name}` of plugin {offer.origin} failed: {reason}"
    return PLUGIN_FAILED.at(None, words, help="the findings are printed as text instead")
