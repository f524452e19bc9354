"""From text to findings on random maps: what is found is what plain enumeration of the resolved flow's walks gives."""

from __future__ import annotations

import random

import pytest
from walks import EVERY, GRANTED, NEVER, REFUSED, WITHDRAWN, Arrow, Puzzle, can_withdraw, walks

import journeyql_privacy
from journeyql.model import Edge
from journeyql.testing import Result, check

MAPS, PARTS = 120, 2
NAMES = ("a", "b")
DECLARED = 'data d "D"\nnotice n "Notice"\npurpose other "Other" basis=contract retain=1mo\n' + "".join(
    f'consent {name} "{name}"\npurpose p_{name} "P" basis={name} retain=1mo\n' for name in NAMES
)


def text_of(seed: int) -> str:
    """A journey of three to six touchpoints that ask, grant, use and collect at random."""
    rng = random.Random(seed)  # noqa: S311 - it must be the same every time
    size = rng.randint(3, 6)
    lines = ['journey j "J"', "  regimes: gdpr", '  stage s "S"']
    for node in range(size):
        lines.append(f"    touchpoint t{node}")
        for name in NAMES:
            if rng.random() < 0.5:
                lines.append(
                    f"      {rng.choice(('asks', 'grants', 'grants', 'refuses', 'withdraws', 'withdraws'))}: {name}"
                )
            if rng.random() < 0.3:
                lines.append(f"      uses: d for=p_{name}")
        if rng.random() < 0.2:
            lines.append("      notice: n")
        if rng.random() < 0.3:
            lines.append("      collects: d for=other")
        ends = ("end", *(f"t{one}" for one in range(size)))
        lines += [f"      -> {rng.choice(ends)}{terms(rng)}" for _ in range(rng.randint(0, 2))]
    if rng.random() < 0.3:
        lines.append(f"  start -> t{rng.randrange(size)}{terms(rng)}")
    return "\n".join(lines) + "\n" + DECLARED


def terms(rng: random.Random) -> str:
    guard = f"{rng.choice(NAMES)}{rng.choice(('', '', '.granted', '.refused', '.withdrawn'))}"
    return rng.choice(("", ' "or so"', f" if={guard}", f" unless={guard}"))


def puzzle_of(result: Result, text: str) -> Puzzle:
    """The flow as the language resolves it, and what the lines of the text say happens at each node."""
    nodes = [node.path for node in result.view.graph.nodes]
    deeds: list[tuple[tuple[str, str], ...]] = []
    for block in text.partition("\ndata")[0].split("    touchpoint ")[1:]:
        said = (line.split() for line in block.split("\n")[1:])
        kept = ((words[0].rstrip(":"), words[1]) for words in said if len(words) > 1)
        deeds.append(
            tuple((word, name) for word, name in kept if word in {"asks", "grants", "refuses", "withdraws", "notice"})
        )
    arrows = tuple(
        Arrow(
            -1 if edge.source is None else nodes.index(edge.source.path),
            None if edge.target is None else nodes.index(edge.target.path),
            guard_of(edge),
        )
        for edge in result.view.graph.edges
    )
    return Puzzle((*NAMES, "n"), tuple(deeds), arrows)


def guard_of(edge: Edge) -> dict[str, tuple[str, ...]]:
    allowed = {name: set(EVERY) for name in NAMES}
    stands = {"": GRANTED, "granted": GRANTED, "refused": REFUSED, "withdrawn": WITHDRAWN}
    for words, wanted in ((edge.needs, True), (edge.bars, False)):
        for word in words:
            name, _, state = word.partition(".")
            allowed[name] &= {one for one in EVERY if (one == stands[state]) == wanted}
    return {
        name: tuple(one for one in EVERY if one in kept) for name, kept in allowed.items() if len(kept) < len(EVERY)
    }


def expected(flow: Puzzle, text: str) -> set[tuple[str, str]]:
    """Rule and touchpoint (or consent) of everything that enumeration finds."""
    found: set[tuple[str, str]] = set()
    uses = {
        (node, name)
        for node in range(len(flow.deeds))
        for name in NAMES
        if f"uses: d for=p_{name}" in block(text, node)
    }
    collects = {node for node in range(len(flow.deeds)) if "collects:" in block(text, node)}
    for walk in walks(flow):
        node, mind = walk[-1]
        for index, name in enumerate(NAMES):
            if (node, name) in uses and mind[index] in {NEVER, REFUSED}:
                found.add(("gdpr-consent-missing", f"t{node} {name}"))
            if (node, name) in uses and mind[index] == WITHDRAWN:
                found.add(("gdpr-consent-withdrawn", f"t{node} {name}"))
            given = mind[index] == GRANTED and (
                {("asks", name), ("grants", name)} & set(flow.deeds[node]) or len(walk) == 1
            )
            if given and not can_withdraw(flow, node, name):
                found.add(("gdpr-no-withdrawal", name))
        if node in collects and mind[-1] != GRANTED:
            found.add(("gdpr-no-notice", f"t{node}"))
    return found


def block(text: str, node: int) -> str:
    return text.partition("\ndata")[0].split("    touchpoint ")[node + 1]


def told(result: Result) -> set[tuple[str, str]]:
    found = set()
    for finding in result.diagnostics:
        assert finding.span is not None
        line = finding.span.source.line_text(finding.span.line)
        above = finding.span.source.text[: finding.span.start].rpartition("    touchpoint ")[2].split()[0]
        purpose = f" {line.rpartition('=p_')[2]}" if "=p_" in line else ""
        name = finding.span.text.split()[1] if finding.rule.name == "gdpr-no-withdrawal" else above + purpose
        found.add((finding.rule.name, name))
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_findings_are_those_of_enumeration(part: int) -> None:
    rules = set()
    for seed in range(part * MAPS // PARTS, (part + 1) * MAPS // PARTS):
        text = text_of(seed)
        result = check(text, plugins=[journeyql_privacy])
        wanted = expected(puzzle_of(result, text), text)
        assert told(result) == wanted, text
        rules |= {rule for rule, _ in wanted}
    four = {"gdpr-consent-missing", "gdpr-consent-withdrawn", "gdpr-no-withdrawal", "gdpr-no-notice"}
    assert rules == four
