"""What `check --fix` and `check --diff` do: mend the files that were named, or show what that would change."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs
import click

from journeyql.cli import streams
from journeyql.cli.runs import Run, to_stderr
from journeyql.diagnostics import visible
from journeyql.engine.fix import Mended, mended
from journeyql.engine.inputs import STDIN, Missing
from journeyql.engine.rewrite import rewritten
from journeyql.engine.rules import DEFECTS, ENVIRONMENT, NOT_WRITTEN
from journeyql.engine.tally import FOUND
from journeyql.engine.write import NotWritten, Writer
from journeyql.report.difference import difference
from journeyql.wording import counted

#: Up to this many mended files are named one by one.
_NAMED = 20


@attrs.define(eq=False, repr=False)
class Fixing:
    """The mending of the files of a run; what could not be mended is added to its findings."""

    run: Run
    writer: Writer = attrs.field(factory=Writer)
    lines: list[str] = attrs.field(factory=list)

    def mend(self, paths: tuple[str, ...]) -> None:
        """Write what the files become, each at once, and say on standard error what was mended."""
        if STDIN in paths:
            message = "--fix: standard input cannot be changed; `--diff` shows what would change"
            raise click.ClickException(message)
        files = 0
        for one in self._mended(paths):
            self.run.tally.add(one.refused)
            if one.after != one.before and self._write(one):
                files += 1
                self.run.fixed += len(one.fixed)
                self.lines.append(f"{one.checked.input.name}: {_words(one)}")
        if files > _NAMED:
            self.lines = [f"{counted(self.run.fixed, 'finding')} mended in {counted(files, 'file')}"]
        for line in self.lines:
            streams.tell(visible(line))

    def show(self, paths: tuple[str, ...]) -> int:
        """Print what the files would become, and on standard error what is in the way; the exit code of the run."""
        changed = 0
        for one in self._mended(paths):
            self.run.tally.add(one.refused)
            self.run.tally.add(item for item in one.checked.diagnostics if item.rule in DEFECTS | ENVIRONMENT)
            if one.after != one.before:
                changed += 1
                before, after = (data.decode("utf-8-sig") for data in (one.before, one.after))
                streams.write_bytes(difference(one.checked.input.name, before, after).encode())
        code = self.run.report(sys.stderr, to_stderr) if self.run.tally.total else self.run.tally.code
        streams.tell(f"{counted(changed, 'file')} would change")
        return max(code, FOUND if changed else 0)

    def _mended(self, paths: Iterable[str]) -> Iterator[Mended]:
        for item in self.run.inputs(paths):
            if isinstance(item, Missing):
                yield Mended(before=b"", after=b"", checked=self.run.session.check(item))
            else:
                yield mended(self.run.session, item)

    def _write(self, one: Mended) -> bool:
        item = one.checked.input
        if item.path is None:  # standard input, which `mend` has refused
            return False
        outcome = rewritten(self.writer, item, item.path, one.before, one.after)
        if isinstance(outcome, NotWritten):
            words = f"{outcome.path} was not mended: {outcome.reason}"
            self.run.tally.add([NOT_WRITTEN.at(None, words, help="what stood there before is unchanged")])
            return False
        return outcome


def _words(one: Mended) -> str:
    rules = Counter(finding.rule.name for finding in one.fixed)
    each = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in sorted(rules.items()))
    return f"{counted(len(one.fixed), 'finding')} mended: {each}"
