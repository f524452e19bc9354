"""Tells known findings from new ones while a run goes on, and what is known of which nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.baseline import Baseline, Key, key_of
from journeyql.engine.rules import INCOMPLETE, STALE_BASELINE
from journeyql.engine.session import Checked
from journeyql.wording import counted

#: Up to this many entries are named in a message.
_NAMED = 3


@attrs.define(eq=False, repr=False)
class Known:
    """The findings of a baseline that have not been met yet.

    Those of files that are gone wait for any other file: that is where a renamed one has gone.
    """

    baseline: Baseline
    _left: dict[str, Counter[Key]] = attrs.field(factory=dict)
    _homeless: Counter[Key] = attrs.field(factory=Counter)
    _gone: list[str] = attrs.field(factory=list)
    _whole: set[str] = attrs.field(factory=set)

    def __attrs_post_init__(self) -> None:
        """Sort the entries by whether their files are there."""
        for file, counts in self.baseline.files.items():
            if self.baseline.has(file):
                self._left[file] = Counter(counts)
            else:
                self._gone.append(file)
                self._homeless.update(counts)

    def counts(self, finding: Diagnostic) -> bool:
        """Whether a finding is new; each entry hides as many as it counts."""
        key = key_of(finding)
        if key is None or finding.span is None:
            return True
        own = self._left.get(self.baseline.file_of(finding.span.source.name), Counter())
        for known in (own, self._homeless):
            if known[key] > 0:
                known[key] -= 1
                return False
        return True

    def looked_at(self, checked: Checked) -> None:
        """Note a file; of one that could not be read as a whole nobody knows what is left."""
        complete = checked.model is not None and checked.model.complete
        if complete and not any(finding.rule in INCOMPLETE for finding in checked.diagnostics):
            self._whole.add(self.baseline.file_of(checked.input.name))

    def stale(self, name: str, is_judged: Callable[[str], bool]) -> Iterator[Diagnostic]:
        """What the baseline `name` lists in vain; entries of rules that are not judged here may be needed elsewhere."""
        for file in sorted(self._whole & self._left.keys()):
            yield from _stale(name, f"of {file} that are not there any more", self._left[file], is_judged)
        if self._gone:
            files = ", ".join(sorted(self._gone)[:_NAMED])
            yield from _stale(name, f"of files that are gone ({files})", self._homeless, is_judged)


def _stale(name: str, where: str, left: Counter[Key], is_judged: Callable[[str], bool]) -> Iterator[Diagnostic]:
    entries = sorted((rule, place, count) for (rule, place), count in left.items() if count > 0 and is_judged(rule))
    if not entries:
        return
    total = sum(count for _, _, count in entries)
    some = ", ".join(f"{rule} at {place}" for rule, place, _ in entries[:_NAMED])
    more = ", …" if len(entries) > _NAMED else ""
    yield STALE_BASELINE.at(
        None,
        f"{name} lists {counted(total, 'finding')} {where}: {some}{more}",
        help=f"`journeyql check --write-baseline {name}` writes it without them",
    )


@attrs.define(eq=False, repr=False)
class Recorded:
    """The findings of a run as the next baseline, over the one that is there."""

    before: Baseline
    _found: dict[str, Counter[Key]] = attrs.field(factory=dict)
    _seen: set[str] = attrs.field(factory=set)

    def counts(self, finding: Diagnostic) -> bool:
        """Whether a finding cannot be recorded; what can is known from now on."""
        key = key_of(finding)
        if key is None or finding.span is None:
            return True
        self._found.setdefault(self.before.file_of(finding.span.source.name), Counter())[key] += 1
        return False

    def looked_at(self, checked: Checked) -> None:
        """Note a file: what it had before counts no more."""
        self._seen.add(self.before.file_of(checked.input.name))

    def after(self) -> Baseline:
        """What was found, and what was known of files that are there and were not looked at."""
        kept = {
            file: counts | self._found.get(file, Counter())
            for file, counts in self.before.files.items()
            if file not in self._seen and self.before.has(file)
        }
        return Baseline(self.before.folder, {**self._found, **kept})
