"""What `check` and `compile` have in common: a session, its files one by one, and the report at the end."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TextIO

import attrs

from journeyql.cli import color
from journeyql.cli.choice import offered
from journeyql.cli.ending import TRACEBACK_VARIABLE
from journeyql.cli.progress import Progress
from journeyql.cli.state import State
from journeyql.diagnostics import Diagnostic, Severity
from journeyql.engine import inputs, reading
from journeyql.engine.asked import Asked, same, tag
from journeyql.engine.config import SEVERITIES
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.engine.session import Checked, Session
from journeyql.engine.tally import Tally
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.manager import Plugins
from journeyql.plugin.origin import HOST, Offered, Origin
from journeyql.plugin.targets import called
from journeyql.plugin.types import Reporter
from journeyql.plugin.work import ReportContext
from journeyql.report import BUILT_IN
from journeyql.spelling import nearest


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reporting:
    """What the options say about printing findings."""

    format_: str
    color: str
    fail_on: str | None
    max_diagnostics: int | None


@attrs.define(eq=False, repr=False)
class Run:
    """A run over many files, of which only one is held at a time."""

    session: Session
    tally: Tally
    reporter: Offered[Reporter]
    color: str

    @classmethod
    def start(cls, state: State, asked: Asked, reporting: Reporting) -> Run:
        """A run as the options and the configuration want it."""
        plugins = state.plugins
        reporter = _reporter(reporting.format_, plugins)
        config = state.config
        limit = config.max_diagnostics if reporting.max_diagnostics is None else reporting.max_diagnostics
        fail_on = config.fail_on if reporting.fail_on is None else SEVERITIES[reporting.fail_on] or Severity.ERROR
        session = Session.start(
            plugins,
            config,
            today=datetime.datetime.now().astimezone().date(),
            asked=asked,
            stdin=_stdin,
            reraise=bool(os.environ.get(TRACEBACK_VARIABLE)),
        )
        tally = Tally(limit, fail_on)
        tally.add(session.diagnostics)
        return cls(session, tally, reporter, reporting.color)

    def files(self, paths: Iterable[str]) -> Iterator[tuple[Checked, int]]:
        """Each file, looked at, with the number of its findings that reach the failing severity."""
        progress = Progress()
        try:
            for item in inputs.found(tuple(paths) or self._configured()):
                progress.step(item.name)
                checked = self.session.check(item)
                yield checked, self.tally.add_file(item.name, (*self._notes(checked), *_helped(checked)))
        finally:
            progress.done()

    def _notes(self, checked: Checked) -> Iterable[Diagnostic]:
        """What is said of a file and the options together."""
        if checked.model is None:
            return ()
        return self.session.book.judged(same(checked.model, self.session.asked, checked.language))

    def _configured(self) -> tuple[str, ...]:
        config = self.session.config
        if not config.paths or config.folder is None:
            return (".",)
        return tuple(os.path.relpath(config.folder / path) for path in config.paths)

    def report(self, stream: TextIO, write: Callable[[str], None]) -> int:
        """Print the findings; the exit code of the run."""
        work = called(self.reporter.item.work)
        text = work if isinstance(work, Failure) else guarded(partial(work, self._context(stream)))
        if not isinstance(text, str):
            reason = text.reason if isinstance(text, Failure) else f"returned {type(text).__name__}, not text"
            self.tally.add([_reporter_failed(self.reporter, reason)])
            work = called(BUILT_IN[-1].work)
            text = "" if isinstance(work, Failure) else str(work(self._context(stream)))
        write(text)
        return self.tally.code

    def _context(self, stream: TextIO) -> ReportContext:
        return ReportContext(
            diagnostics=self.tally.shown,
            files=self.tally.files,
            color=color.wanted(self.color, stream, os.environ),
            shown=self.tally.limit,
            counts=dict(self.tally.counts),
            fixable=self.tally.fixable,
        )


def _helped(checked: Checked) -> Iterable[Diagnostic]:
    """The findings of a file; when it is not there, with the name of one that is."""
    path = checked.input.path
    if checked.model is not None or path is None or os.path.lexists(path) or not path.parent.is_dir():
        return checked.diagnostics
    beside = {other.name.removesuffix(inputs.SUFFIX): other for other in path.parent.glob(f"*{inputs.SUFFIX}")}
    near = nearest(path.name.removesuffix(inputs.SUFFIX), beside)
    if near is None:
        return checked.diagnostics
    question = f"did you mean `{beside[near].as_posix()}`?"
    return (attrs.evolve(finding, help=question) for finding in checked.diagnostics)


def options(arguments: dict[str, Any]) -> tuple[Asked, Reporting]:
    """The shared options as values."""
    point_of_view = Asked(
        persona=arguments["persona"],
        market=arguments["market"],
        language=tag(arguments["locale"]),
        state=arguments["state"],
    )
    names = ("format_", "color", "fail_on", "max_diagnostics")
    return point_of_view, Reporting(**{name: arguments[name] for name in names})


def _reporter(name: str, plugins: Plugins) -> Offered[Reporter]:
    found = {offer.item.name: offer for offer in (*map(_own, BUILT_IN), *plugins.reporters)}
    return found[offered(plugins, "format", name, found, "--format")]


def _own(reporter: Reporter) -> Offered[Reporter]:
    return Offered(reporter, Origin("core", HOST))


def _reporter_failed(offer: Offered[Reporter], reason: str) -> Diagnostic:
    words = f"reporter `{offer.item.name}` of plugin {offer.origin} failed: {reason}"
    return PLUGIN_FAILED.at(None, words, help="the findings are printed as text instead")


def _stdin() -> bytes | reading.Unreadable:
    if sys.stdin is None:
        return reading.Unreadable("standard input is closed")
    return reading.read_stream(sys.stdin.buffer)
