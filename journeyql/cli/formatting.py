"""What `fmt` does with each file: read it, format it, and write it back, list it or show what would change."""

from __future__ import annotations

import enum
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import attrs

from journeyql.cli import color, streams
from journeyql.cli.ending import TRACEBACK_VARIABLE
from journeyql.cli.progress import Progress
from journeyql.cli.state import State
from journeyql.diagnostics import Diagnostic, Severity, visible
from journeyql.engine import inputs, reading
from journeyql.engine.inputs import Input, Missing
from journeyql.engine.rewrite import rewritten
from journeyql.engine.rules import INTERNAL_ERROR, NOT_WRITTEN, UNREADABLE_INPUT
from journeyql.engine.tally import FOUND, Tally
from journeyql.engine.words import words
from journeyql.engine.write import NotWritten, Writer
from journeyql.fmt import Formatted, Style, formatted
from journeyql.model.resolve import WordTable
from journeyql.plugin.isolate import described
from journeyql.source import SourceFile
from journeyql.syntax import decode

#: Up to this many formatted files are named one by one.
_NAMED = 20
_REPORT = f"please report it; {TRACEBACK_VARIABLE}=1 shows where it happened"


class Mode(enum.Enum):
    """What is done with the files that are not in their canonical form."""

    WRITE = enum.auto()
    CHECK = enum.auto()
    DIFF = enum.auto()


@attrs.define(eq=False, repr=False)
class Formatting:
    """A run over many files, one after the other."""

    state: State
    table: WordTable
    style: Style
    mode: Mode
    color: str
    tally: Tally
    writer: Writer = attrs.field(factory=Writer)
    changed: list[str] = attrs.field(factory=list)
    unchanged: int = 0
    refused: int = 0

    @classmethod
    def start(cls, state: State, style: Style, mode: Mode, color: str) -> Formatting:
        """A run with the vocabularies of all plugins; what of them cannot be used is a finding."""
        plugins = state.plugins
        vocabulary = words(plugins.vocabularies, plugins.contributions)
        tally = Tally(state.config.max_diagnostics, Severity.ERROR)
        failures = sorted({*plugins.failures, *vocabulary.failures})
        if failures:
            from journeyql.engine.session import not_loaded  # most plugins can be used

            tally.add(map(not_loaded, failures))
        return cls(state, vocabulary.table, style, mode, color, tally)

    def all(self, paths: tuple[str, ...]) -> int:
        """Go through the files and say what was done; the exit code."""
        progress = Progress()
        try:
            for item in inputs.found(self.state.config.inputs(paths)):
                progress.step(item.name)
                self._one(item)
        finally:
            progress.done()
        self._tell(quiet=paths == (inputs.STDIN,))
        found = FOUND if self.changed and self.mode is not Mode.WRITE else 0
        return max(self.tally.code, found)

    def _one(self, item: Input | Missing) -> None:
        data = _read(item)
        if isinstance(item, Missing) or isinstance(data, reading.Unreadable):
            self._refuse(item, [_unreadable(item, data)])
            return
        source, problems = decode(data, item.name)
        outcome = Formatted(None, problems) if source is None else self._formatted(source)
        if outcome.text is None:
            self._refuse(item, outcome.errors)
            return
        self.tally.add_file(item.name, ())
        self._take(item, data, outcome.text.encode())

    def _formatted(self, source: SourceFile) -> Formatted:
        """The canonical form of a file; a defect of ours stays with the file."""
        try:
            return formatted(source, self.table, self.style)
        except Exception as error:
            if os.environ.get(TRACEBACK_VARIABLE):
                raise
            words_ = f"JourneyQL failed on {source.name}: {described(error, ours=True)}"
            return Formatted(None, (INTERNAL_ERROR.at(None, words_, help=_REPORT),))

    def _refuse(self, item: Input | Missing, errors: Iterable[Diagnostic]) -> None:
        self.refused += 1
        self.tally.add_file(item.name, errors)

    # ---- what becomes of a file

    def _take(self, item: Input, before: bytes, after: bytes) -> None:
        if item.path is None and self.mode is Mode.WRITE:
            streams.write_bytes(after)
        if before == after:
            self.unchanged += 1
        elif self.mode is Mode.DIFF:
            self._show(item.name, before, after)
        elif self.mode is Mode.CHECK:
            self.changed.append(item.name)
            streams.write(f"{visible(item.name)}\n")
        elif item.path is not None:
            self._write(item, item.path, before, after)

    def _show(self, name: str, before: bytes, after: bytes) -> None:
        from journeyql.report.difference import difference  # not every run shows one
        from journeyql.report.painted import painted
        from journeyql.report.style import Style as Colours

        self.changed.append(name)
        text = difference(name, before.decode("utf-8-sig"), after.decode())
        streams.write_bytes(painted(text, Colours(color.wanted(self.color, sys.stdout, os.environ))).encode())

    def _write(self, item: Input, path: Path, before: bytes, after: bytes) -> None:
        outcome = rewritten(self.writer, item, path, before, after)
        if isinstance(outcome, NotWritten):
            words_ = f"{outcome.path} was not written: {outcome.reason}"
            self.tally.add([NOT_WRITTEN.at(None, words_, help="what stood there before is unchanged")])
            self.refused += 1
        else:
            self.changed.append(item.name)

    # ---- what is said

    def _tell(self, *, quiet: bool) -> None:
        """Say on standard error what is in the way, and what was done."""
        if self.tally.total:
            streams.tell(self._report().rstrip("\n") + "\n")
        if quiet and not self.refused:
            return
        if self.mode is Mode.WRITE and len(self.changed) <= _NAMED:
            for name in self.changed:
                streams.tell(f"{visible(name)} formatted")
        streams.tell(self._summary())

    def _report(self) -> str:
        from journeyql.plugin.work import ReportContext  # most files are in order
        from journeyql.report.as_text import report

        context = ReportContext(
            diagnostics=self.tally.shown,
            files=self.tally.files,
            color=color.wanted(self.color, sys.stderr, os.environ),
            shown=self.tally.limit,
            counts=dict(self.tally.counts),
        )
        return report(context)

    def _summary(self) -> str:
        """How many files there are of each sort, for example `2 files formatted, 1 unchanged`."""
        done = "formatted" if self.mode is Mode.WRITE else "would be formatted"
        found = ((len(self.changed), done), (self.unchanged, "unchanged"), (self.refused, "not formatted"))
        counted = [(count, words_) for count, words_ in found if count]
        first, *rest = counted or [(0, done)]
        named = f"{first[0]} {'file' if first[0] == 1 else 'files'} {first[1]}"
        return ", ".join([named, *(f"{count} {words_}" for count, words_ in rest)])


def _read(item: Input | Missing) -> bytes | reading.Unreadable:
    if isinstance(item, Missing):
        return reading.Unreadable(item.reason)
    return streams.read_input() if item.path is None else reading.read(item.path, reading.ROOT_LIMIT)


def _unreadable(item: Input | Missing, data: bytes | reading.Unreadable) -> Diagnostic:
    reason = data.reason if isinstance(data, reading.Unreadable) else ""
    question = inputs.meant(item.path) if isinstance(item, Input) and item.path is not None else ""
    words_ = f"{item.name} cannot be read: {reason}"
    return UNREADABLE_INPUT.at(None, words_, help=question or "check the path and its permissions")
