# ruff: noqa: S311 - seeded mutations
"""Whatever a file contains, parsing ends with a tree and findings, in time that grows with the file."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import made_up

from journeyql.ast import Node
from journeyql.diagnostics import visible
from journeyql.source import SourceFile
from journeyql.syntax import decode, locate, parse, plans
from journeyql.syntax.layout import lines

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("examples/**/*.journey"), *ROOT.glob("tests/unit/syntax/samples/*.journey")])
TEXTS = [path.read_text(encoding="utf-8") for path in FILES]
INSERTED = [
    *'"`#:=,@[]|{}\\-> \t\n\r\u2028\u202e\x00“”：，＝→−１é',
    "\n  ",
    "-->",
    "'x'",
    " |\n",
    "😀",
    "\ud800",
    "-1",
    "..",
    "//",
]


def check(text: str) -> None:
    source = SourceFile("fuzz", text)
    parsed = parse(source)
    lines_with = [finding.span.line for finding in parsed.diagnostics if finding.span is not None]
    assert len(lines_with) == len(parsed.diagnostics)
    for finding in parsed.diagnostics:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for words in (finding.message, finding.help):
            assert visible(words) == words
            assert not {"\t", "\n"} & set(words)


def count_nodes(nodes: tuple[Node, ...]) -> int:
    count, waiting = 0, list(nodes)
    while waiting:
        node = waiting.pop()
        waiting += node.body
        count += 1
    return count


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FILES])
def test_every_prefix_at_the_end_of_a_token(text: str) -> None:
    """A long file is cut in pieces of whole lines first: what stands above a line does not change its reading."""
    rows = text.split("\n")
    ends = 0
    for start in range(0, len(rows), 20):
        piece = "\n".join(rows[start : start + 20])
        for token in plans.expression().finditer(piece):
            check(piece[: token.end()])
            ends += 1
    assert ends > len(rows)


def test_mutations() -> None:
    chance = random.Random(20261122)
    pieces = [
        "\n".join(rows[i : i + 8]) for rows in (text.split("\n") for text in TEXTS) for i in range(0, len(rows), 8)
    ]
    for _ in range(20_000):
        text = chance.choice(pieces)
        for _ in range(chance.randint(1, 3)):
            place = chance.randint(0, len(text))
            length = chance.choice((0, 0, 1, 1, 2, 5))
            text = text[:place] + chance.choice(("", *INSERTED)) + text[place + length :]
        check(text)


# Findings that stand beside others: of the whole file, of understood lines, of characters.
NOT_OF_THE_LINE = {"tab-indentation", "typographic-twin", "bad-escape", "hidden-character", "not-utf8"}
SLIPS = [
    *INSERTED,
    ";",
    "；",
    "。",
    "%",
    " %",
    "€",
    " min ",
    " minutes",
    " to ",
    "分钟",
    " am",
    ", @b",
    '@"x" ',
    ": ",
    "= ",
]


def test_a_broken_line_is_told_once_and_every_fix_mends_it() -> None:
    chance = random.Random(20261123)
    rows = [row for text in TEXTS for row in text.split("\n") if row.strip()]
    fixed = 0
    for _ in range(10_000):
        row = chance.choice(rows).strip()
        for _ in range(chance.randint(1, 2)):
            place = chance.randint(0, len(row))
            row = (
                row[:place] + chance.choice(("", " ", *SLIPS)).replace("\n", " ") + row[place + chance.randint(0, 1) :]
            )
        row = row.strip()
        found = [
            finding
            for finding in parse(SourceFile("fuzz", row)).diagnostics
            if finding.rule.name not in NOT_OF_THE_LINE
        ]
        assert len(found) <= 1, row
        for fix in (fix for finding in found for fix in finding.fixes):
            mended = row
            for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
                mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
            # A line that ends in `|` has its text below.
            mended += "\n  text" if mended.endswith("|") else ""
            left = {finding.rule.name for finding in parse(SourceFile("fuzz", mended)).diagnostics}
            assert left <= NOT_OF_THE_LINE - {found[0].rule.name}, (row, fix.title, mended)
            fixed += 1
    assert fixed > 1_000


def test_mutations_reach_the_rules() -> None:
    chance = random.Random(7)
    seen = set[str]()
    for _ in range(1_500):
        text = chance.choice(chance.choice(TEXTS).split("\n"))
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(INSERTED) + text[place + chance.randint(0, 2) :]
        seen.update(finding.rule.name for finding in parse(SourceFile("fuzz", text)).diagnostics)
    assert len(seen) >= 15


@settings(max_examples=400, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=200)
    | st.lists(st.sampled_from([*INSERTED, "a", "stage ", "x=1 ", "\n"]), max_size=40).map("".join)
)
def test_any_text(text: str) -> None:
    check(text)
    assert "".join("".join(line[:4]) for line in lines(text)) == text


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=100))
def test_any_bytes(data: bytes) -> None:
    source, found = decode(data, "fuzz")
    assert (source is None) == (len(found) == 1)
    if source is not None:
        check(source.text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*INSERTED, "a", "stage ", "x=1 ", "a.b", '"t" ', "\n", "-> "]), max_size=30).map("".join)
)
def test_spans_of_any_text_are_inside(text: str) -> None:
    source = SourceFile("fuzz", text)
    waiting = list(parse(source).document.body)
    while waiting:
        node = waiting.pop()
        waiting += node.body
        span = locate.node_span(source, node)
        assert 0 <= span.start <= span.end <= len(text)


def test_deep_nesting() -> None:
    limit = sys.getrecursionlimit()
    text = "\n".join(" " * level + "x" for level in range(10_000))
    parsed = parse(SourceFile("deep", text))
    assert [finding.rule.name for finding in parsed.diagnostics] == ["too-deep"]
    assert count_nodes(parsed.document.body) == 10_000
    assert sys.getrecursionlimit() == limit


@pytest.mark.parametrize(
    "line",
    [
        'note: "' + "x" * 1_000_000 + '"',
        "x" * 1_000_000,
        '"' * 1_000_001,
        "a " * 500_000,
        "#" * 1_000_000,
        "[" * 1_000_000,
        "a" + "," * 1_000_000,
    ],
    ids=["text", "name", "quotes", "names", "comment", "brackets", "commas"],
)
def test_a_line_of_a_megabyte(line: str) -> None:
    check("stage a\n" + line + "\nstage b\n")


def test_a_long_file_has_all_its_nodes() -> None:
    text = made_up(random.Random(3), 100_000)
    parsed = parse(SourceFile("long", text))
    assert not parsed.diagnostics
    assert count_nodes(parsed.document.body) > 100_000


# What makes a careless expression backtrack: each terminal's own characters, again and again, without its end.
PUMPS = [
    '"',
    '"\\',
    "“",
    "“\\",
    "„“",
    "«",
    "`",
    "-",
    "a-",
    "a.",
    ".",
    "..",
    "1:",
    "1",
    "+",
    "|",
    "|\n ",
    "|\n  \n",
    "a",
    "पा",
    "-a",
    "->",
    "−",
    "#",
    "[n,",
    "1:1",
    " ",
    "\t",
    "\u3000",
    "'a",
    "/",
    "@",
    "x@",
    "a/",
    "=",
    ">",
    "<-",
    "{",
]


def cost(work: object, text: str) -> float:
    assert callable(work)
    best = float("inf")
    for _ in range(2):
        start = process_time()
        work(text)
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize("pump", PUMPS)
@pytest.mark.parametrize("around", ["{}", "a: {}", "a x={}!", "a: |\n{}"], ids=["alone", "value", "option", "block"])
def test_every_expression_is_linear(pump: str, around: str) -> None:
    """Sixteen times the text may take at most 80 times as long: a quadratic expression would take 256 times."""

    def work(text: str) -> None:
        parse(SourceFile("pump", text))
        list(lines(text))

    small, large = (around.format(pump * (size // len(pump))) for size in (1_500, 24_000))
    ratios = []
    for _ in range(3):
        ratios.append(cost(work, large) / max(cost(work, small), 2e-4))
        if ratios[-1] < 80:
            return
    pytest.fail(f"{pump!r} in {around!r}: {ratios}")


def test_the_linearity_check_finds_a_quadratic_expression() -> None:
    bad = re.compile(r"[^:\n]+(?=:)|.")

    def work(text: str) -> None:
        bad.findall(text)

    assert cost(work, "a" * 16_000) / cost(work, "a" * 1_000) > 80
