"""What looking at a plugin gives: one outcome for each check, with what is wrong and what would help."""

from __future__ import annotations

from collections.abc import Iterator

import attrs


@attrs.frozen
class Problem:
    """Something that is wrong with a plugin, and what would help."""

    message: str
    help: str = ""


@attrs.frozen
class Note:
    """Why something was not looked at, or what was seen."""

    message: str


@attrs.frozen(kw_only=True)
class Outcome:
    """One check: its name, what holds when it passes, and what was found."""

    name: str
    summary: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@attrs.frozen(kw_only=True)
class Report:
    """Everything that was found out about a plugin, in the order of the checks."""

    plugin: str
    outcomes: tuple[Outcome, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return all(outcome.ok for outcome in self.outcomes)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong."""
        return tuple(problem for outcome in self.outcomes for problem in outcome.problems)

    def of(self, name: str) -> Outcome:
        """The outcome of a check; a KeyError if there is none of this name."""
        return {outcome.name: outcome for outcome in self.outcomes}[name]

    def __str__(self) -> str:
        """The report as it is printed.

        >>> print(Report(plugin="acme", outcomes=(Outcome(name="loads", summary="It loads."),)))
        acme: 1 check, all passed
        <BLANKLINE>
        ok    loads  It loads.
        """
        return "\n".join((self._head, "", *self._lines()))

    @property
    def _head(self) -> str:
        failed = sum(not outcome.ok for outcome in self.outcomes)
        count = len(self.outcomes)
        checks = f"{count} check{'' if count == 1 else 's'}"
        return f"{self.plugin}: {checks}, {f'{failed} failed' if failed else 'all passed'}"

    def _lines(self) -> Iterator[str]:
        width = max((len(outcome.name) for outcome in self.outcomes), default=0)
        for outcome in self.outcomes:
            yield f"{'ok' if outcome.ok else 'FAIL':<4}  {outcome.name:<{width}}  {outcome.summary}"
            for problem in outcome.problems:
                yield f"      {problem.message}"
                if problem.help:
                    yield f"        help: {problem.help}"
            for note in outcome.notes:
                yield f"      note: {note.message}"
