"""Judges what the analyses find in the examples by the lists of a careful reader: `python tests/careful/judge.py [MAP]`.

A finding is *listed* where the reader has one about the same subject at the same place, *agreed* where `agreed.toml` says
why it holds although the reader passed over it, *refuted* where the reader says that it does not count, else *unlisted*.
"""

from __future__ import annotations

import datetime
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.config import Config
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.model import Journey, Model, Moment
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection

HERE = Path(__file__).parent
TODAY = datetime.date(2026, 11, 26)
EXAMPLES = HERE.parents[1] / "examples"
#: What the rules of each pack are about, in the words of the lists.
SUBJECTS = {
    "EXP": {"pain", "emotion", "recovery", "need"},
    "PRI": {"priority", "need", "recovery"},
    "EVI": {"evidence", "governance"},
    "MET": {"metric", "evidence"},
    "FLO": {"flow", "handoff", "pain", "priority"},
    "GOV": {"governance", "wording", "metric", "priority"},
}
_PLACE = re.compile(r"(?:(?P<file>[\w./-]+\.journey):)?(?P<path>[^:,]*):(?P<line>\d+)")


@attrs.frozen
class Verdict:
    """One finding, and what the lists make of it."""

    finding: Diagnostic
    word: str

    def __str__(self) -> str:
        """A line for people."""
        span = self.finding.span
        place = "-" if span is None else f"{Path(span.source.name).name}:{span.line}"
        return f"{self.word:9} {self.finding.rule.code} {self.finding.rule.name} {place}: {self.finding.message}"


@attrs.frozen
class Blocks:
    """The lines at which journeys, stages, touchpoints and everything at the left margin begin, by file."""

    starts: dict[str, list[int]]

    @classmethod
    def of(cls, model: Model) -> Blocks:
        """The blocks of a map and of the files that it uses."""
        starts: dict[str, set[int]] = {}
        for element in model.elements.values():
            if isinstance(element, Journey | Moment) or not model.parents[element.path]:
                starts.setdefault(Path(element.span.source.name).name, set()).add(element.span.line)
        return cls({name: sorted(lines) for name, lines in starts.items()})

    def around(self, place: tuple[str, int]) -> tuple[str, int]:
        """The first line of the block that a line stands in."""
        name, line = place
        return name, max((start for start in self.starts.get(name, ()) if start <= line), default=line)


def lists() -> Iterator[dict]:
    """The lists, one for each map."""
    for path in sorted(HERE.glob("*.toml")):
        if path.name != "agreed.toml":
            yield tomllib.loads(path.read_text("utf-8"))


def agreed() -> list[dict]:
    """What holds although no list has it, with the reason."""
    return tomllib.loads((HERE / "agreed.toml").read_text("utf-8")).get("agreed", [])


def session() -> Session:
    """A run with the plugins that come with JourneyQL and nothing configured, on the day of the lists."""
    plugins = Plugins.discover(Selection.of([], external=False, environ={}))
    return Session.start(plugins, Config(), today=TODAY)


def verdicts(reader: dict, run: Session) -> list[Verdict]:
    """The findings of the analyses in one map, judged; those in a map that has a list itself are left to that."""
    path = EXAMPLES / reader["map"]
    checked = run.check(Input(path.as_posix(), path, Path(path.name)))
    others = {Path(other["map"]).name for other in lists()} - {path.name}
    ours = [
        one
        for one in checked.diagnostics
        if one.rule.code[:3] in SUBJECTS and (one.span is None or Path(one.span.source.name).name not in others)
    ]
    blocks = Blocks.of(checked.model)
    return [Verdict(one, _word(one, reader, path, blocks)) for one in ours]


def _word(finding: Diagnostic, reader: dict, path: Path, blocks: Blocks) -> str:
    places = set(_places(finding))
    subjects = SUBJECTS[finding.rule.code[:3]]
    around = {blocks.around(place) for place in places}
    for one in reader["finding"]:
        if one["about"] in subjects and around & {blocks.around(place) for place in _listed(one["where"], path)}:
            return "listed"
    for one in agreed():
        if one["map"] == reader["map"] and one["rule"] == finding.rule.name and one["line"] in {n for _, n in places}:
            return "agreed"
    for one in reader.get("not_a_finding", ()):
        if places & set(_listed(one["where"], path)):
            return "refuted"
    return "unlisted"


def _places(finding: Diagnostic) -> Iterator[tuple[str, int]]:
    """Every line that a finding names, its element's first one included."""
    spans = [finding.span, *(one.span for one in finding.related)]
    for span in spans:
        if span is not None:
            yield Path(span.source.name).name, span.line


def _listed(where: str, path: Path) -> Iterator[tuple[str, int]]:
    for match in _PLACE.finditer(where):
        yield Path(match["file"] or path.name).name, int(match["line"])


def counted(found: Iterable[Verdict]) -> Counter[str]:
    """How many of each word."""
    return Counter(one.word for one in found)


def main() -> None:
    """Print each finding with its verdict, and the counts of each map."""
    run = session()
    for reader in lists():
        if sys.argv[1:] and sys.argv[1] not in reader["map"]:
            continue
        found = verdicts(reader, run)
        sys.stdout.write(f"\n== {reader['map']}: {dict(counted(found))}\n")
        sys.stdout.writelines(f"{one}\n" for one in sorted(found, key=lambda one: (one.word, one.finding.rule.code)))


if __name__ == "__main__":
    main()
