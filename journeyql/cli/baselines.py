"""What `check --baseline` and `check --write-baseline` do: show only what is new, or make all that is there known."""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from journeyql.cli import streams
from journeyql.cli.runs import Run
from journeyql.diagnostics import visible
from journeyql.engine import reading
from journeyql.engine.baseline import Baseline, UnusableError, read
from journeyql.engine.known import Known, Recorded
from journeyql.engine.rules import NOT_WRITTEN, UNUSABLE_BASELINE
from journeyql.engine.session import Checked
from journeyql.engine.tally import USAGE
from journeyql.engine.write import NotWritten, Writer
from journeyql.wording import counted


@attrs.frozen(eq=False, repr=False)
class Account:
    """The baseline of a run, under the name it was given, and what the run's findings do to it."""

    run: Run
    name: str
    sieve: Known | Recorded

    @classmethod
    def opened(cls, run: Run, known: str, written: str) -> Account | None:
        """The baseline that the options name; None when it cannot be used, which is among the findings then."""
        if known and written:
            message = "--baseline and --write-baseline exclude each other: the latter takes over what is still there"
            raise click.ClickException(message)
        name = known or written
        baseline = _read(Path(name), new=bool(written))
        if isinstance(baseline, str):
            remedy = "it is left as it is" if written else f"`journeyql check --write-baseline {name}` writes one"
            words = f"{name} cannot be used as a baseline: {baseline}"
            run.tally.add([UNUSABLE_BASELINE.at(None, words, help=remedy)])
            return None
        made = cls(run, name, Recorded(baseline) if written else Known(baseline))
        run.tally.sieve = made.sieve.counts
        return made

    def looked_at(self, checked: Checked) -> None:
        """Take note of a file whose findings have been counted."""
        self.sieve.looked_at(checked)

    def finish(self) -> None:
        """Write the baseline, or say what of it is not needed any more."""
        if isinstance(self.sieve, Recorded):
            self._write(self.sieve.after())
        elif not self.run.session.asked.settled:  # one point of view does not show everything
            self.run.tally.add(self.run.session.book.judged(self.sieve.stale(self.name, self._is_judged)))

    def _is_judged(self, name: str) -> bool:
        """Whether a rule can be broken in this run: its plugin may be missing, or it may be off."""
        book = self.run.session.book
        rule = book.find(name)
        return rule is not None and not book.off(rule)

    def _write(self, after: Baseline) -> None:
        if self.run.tally.code >= USAGE:
            streams.tell(visible(f"{self.name} is not written, because not everything could be looked at"))
            return
        outcome = Writer().write(Path(self.name), after.text().encode("utf-8", "backslashreplace"))
        if isinstance(outcome, NotWritten):
            words = f"{outcome.path} was not written: {outcome.reason}"
            self.run.tally.add([NOT_WRITTEN.at(None, words, help="what stood there before is unchanged")])
            return
        total = sum(counts.total() for counts in after.files.values())
        state = "written" if outcome else "is unchanged"
        streams.tell(
            visible(f"{self.name} {state}: {counted(total, 'finding')} in {counted(len(after.files), 'file')}")
        )


def _read(path: Path, *, new: bool) -> Baseline | str:
    """A baseline, or why there is none; a `new` one may be missing yet."""
    folder = path.absolute().parent
    if new and not path.exists():
        return Baseline(folder)
    data = reading.read(path, reading.ROOT_LIMIT)
    if isinstance(data, reading.Unreadable):
        return data.reason
    try:
        return read(data, folder)
    except UnusableError as error:
        return str(error)
