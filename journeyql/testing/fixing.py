"""Applies the fixes of findings, and says what is wrong with what they make."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import attrs

from journeyql.diagnostics import Diagnostic, Rule, Severity
from journeyql.engine.edits import Remedy, applied
from journeyql.syntax import RULES as SYNTAX_RULES
from journeyql.testing.checking import Result, block

#: Fixes that are made together.
Way: TypeAlias = tuple[Remedy, ...]


class UnusableError(ValueError):
    """Why fixes cannot be made, in words that complete "cannot be applied: …"."""


@attrs.frozen(eq=False, repr=False)
class Fixes:
    """The fixes that the findings of a rule in a text offer; `again` checks the text that they make."""

    rule: Rule
    result: Result
    again: Callable[[str], Result]

    @property
    def _found(self) -> tuple[Diagnostic, ...]:
        return self.result.of(self.rule)

    def problems(self, fixed: str | Sequence[str] | None) -> Iterator[str]:
        """What is wrong with the fixes, given the texts that they should make; None: there should be none."""
        texts = [fixed] if isinstance(fixed, str) else list(fixed or ())
        ways = self._ways()
        if not texts:
            yield from (self._untested(way) for way in ways)
        elif len(self._found) > 1 and any(len(finding.fixes) > 1 for finding in self._found):
            yield "a finding offers several fixes; test it in a case where it is alone, with a text for each of them"
        elif len(ways) != len(texts):
            yield f"{len(texts)} fixed texts are given, and there are {len(ways)} fixes"
        else:
            yield from itertools.chain.from_iterable(map(self._compared, ways, map(block, texts)))

    def unsound(self) -> Iterator[str]:
        """What is wrong with each fix on its own, whatever text it makes."""
        for finding in self._found:
            for fix in finding.fixes:
                yield from self._made((Remedy(finding, fix),), self._after)

    def _ways(self) -> list[Way]:
        """Each fix of a single finding, or the first of each finding at once."""
        if len(self._found) == 1:
            return [(Remedy(finding, fix),) for finding in self._found for fix in finding.fixes]
        first = tuple(Remedy(finding, finding.fixes[0]) for finding in self._found if finding.fixes)
        return [first] if first else []

    def _text(self, way: Way) -> str:
        """The text that some fixes make; an UnusableError says why they make none."""
        source = self.result.source
        edits = sorted(
            (edit for one in way for edit in one.fix.edits), key=lambda edit: (edit.span.start, edit.span.end)
        )
        if any(edit.span.source is not source for edit in edits):
            message = "it changes another file than the text that is checked"
            raise UnusableError(message)
        for one, other in itertools.pairwise(edits):
            if other.span.start < one.span.end:
                message = f"two edits overlap: one of `{one.span.text}` and one of `{other.span.text}`"
                raise UnusableError(message)
        return applied(source, way)

    def _untested(self, way: Way) -> str:
        try:
            text = self._text(way)
        except UnusableError as error:
            return f"{_named(way)} cannot be applied: {error}"
        return f"{_named(way)} is not tested; say fixed= with the text that it should make, which is now\n\n{text}"

    def _compared(self, way: Way, text: str) -> Iterator[str]:
        if text == self.result.source.text:
            yield "the fixed text is the same as the source"
            return

        def compared(way: Way, found: str) -> Iterator[str]:
            if found == text:
                yield from self._after(way, found)
            else:
                yield f"{_named(way)} makes another text:\n\n{found}"

        yield from self._made(way, compared)

    def _made(self, way: Way, judged: Callable[[Way, str], Iterator[str]]) -> Iterator[str]:
        """What is wrong with the text that some fixes make."""
        try:
            text = self._text(way)
        except UnusableError as error:
            yield f"{_named(way)} cannot be applied: {error}"
            return
        if text == self.result.source.text:
            yield f"{_named(way)} changes nothing"
        else:
            yield from judged(way, text)

    def _after(self, way: Way, text: str) -> Iterator[str]:
        """What is wrong with a fixed text: it cannot be read, still has the finding, or has a new one."""
        after = self.again(text)
        fresh = [item for item in after.diagnostics if item.rule.name not in self.result.names]
        broken = [item for item in fresh if item.rule in SYNTAX_RULES and item.severity is Severity.ERROR]
        if broken:
            yield f"{_named(way)} makes a text that cannot be read: {broken[0].message}\n\n{text}"
        elif len(after.of(self.rule)) > len(self._found) - len(way):
            yield f"{_named(way)} does not remove the finding\n\n{text}"
        else:
            worse = (item for item in fresh if item.severity >= Severity.WARNING)
            yield from (f"{_named(way)} brings `{item.rule.name}`: {item.message}\n\n{text}" for item in worse)


def _named(way: Way) -> str:
    return f"the fix {' and '.join(f'`{one.fix.title}`' for one in way)}"
