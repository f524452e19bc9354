# ruff: noqa: S311 - seeded mutations
"""Whatever a file contains, formatting ends with its canonical form or with findings, in time that grows with the file."""

from __future__ import annotations

import random
from pathlib import Path
from time import process_time

import pytest
from formatting import TABLE, fmt, meaning
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyql.engine.rules import INTERNAL_ERROR
from journeyql.fmt import Style, formatted
from journeyql.source import SourceFile

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/**/*.journey"))]
INSERTED = [
    *'"`#:=,@[]|{}\\-> \t\n\r\u2028\u202e\x00“”：，＝→−１é',
    *("\n  ", "  # x", " |\n", "\n\n", '"x"', "pain: ", "doing ", "extend x\n", "use `y`\n", "[mei]", "from=x "),
]
STYLES = [Style(), Style(ids=True), Style(keywords="zh"), Style(keywords="en", ids=True)]


def check(text: str, style: Style = STYLES[0]) -> bool:
    """Whether a text has a canonical form; if so, it is one, and means the same."""
    found = formatted(SourceFile("fuzz", text), TABLE, style)
    assert [error.message for error in found.errors if error.rule is INTERNAL_ERROR] == []
    if found.text is None:
        return False
    assert fmt(found.text, style) == found.text
    if not style.keywords:
        assert meaning(found.text) == meaning(text)
    return True


def test_mutations() -> None:
    chance = random.Random(20261201)
    pieces = [
        "\n".join(rows[i : i + 12]) for rows in (text.split("\n") for text in TEXTS) for i in range(0, len(rows), 12)
    ]
    fine = 0
    for _ in range(1_500):
        text = chance.choice(pieces)
        for _ in range(chance.randint(1, 3)):
            place = chance.randint(0, len(text))
            text = text[:place] + chance.choice(("", *INSERTED)) + text[place + chance.choice((0, 0, 1, 2)) :]
        fine += check(text, chance.choice(STYLES))
    assert fine > 100


def test_lines_in_any_order() -> None:
    """Whole lines of maps, at any depth: every kind of line stands in every kind of place."""
    chance = random.Random(20261202)
    rows = [row.strip() for text in TEXTS for row in text.split("\n") if row.strip()]
    fine = 0
    for _ in range(600):
        depth, found = 0, []
        for row in chance.choices(rows, k=chance.randint(1, 12)):
            found.append("  " * depth + row)
            depth = chance.randint(0, min(depth + 1, 6))
        fine += check("\n".join(found), chance.choice(STYLES))
    assert fine > 300


WORDS = sorted(
    {
        word
        for kind in TABLE.kinds.values()
        for name, spec in kind.properties.items()
        for word in (name, *spec.value.words)
    }
    | {kind.zh for kind in TABLE.kinds.values()}
    | {spec.zh for kind in TABLE.kinds.values() for spec in kind.properties.values()}
    | {*TABLE.kinds, "extend", "omit", "use", "allow", "end", "mei"}
)
words = st.sampled_from(WORDS) | st.sampled_from(["extend", "journey", "stage", "touchpoint", "pain"])
values = words | st.sampled_from(['"x"', "`x`", "3", '"a", "b"', "a, b"])
items = st.builds("{}{}={}".format, words, st.sampled_from(["", "", "[mei]"]), values) | st.just("@app")
statements = st.one_of(
    st.builds("{} {} {} {}".format, words, words | st.just(""), st.just('"t"') | st.just(""), items | st.just("")),
    st.builds("{}: {} {}".format, words, values, items.filter(lambda item: "@" not in item) | st.just("")),
    st.builds('{} -> {} "t"'.format, words | st.just(""), words),
    st.just('"t" x=1'),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 5), statements), max_size=10), st.booleans(), st.sampled_from(STYLES[:2]))
def test_any_words_of_the_vocabulary(rows: list[tuple[int, str]], chinese: bool, style: Style) -> None:
    depth, found = 0, ["# language: zh"] if chinese else []
    for deep, statement in rows:
        depth = min(depth + 1, deep) if found[1:] else 0
        found.append("  " * depth + statement)
    check("\n".join(found), style)


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=200)
    | st.lists(st.sampled_from([*INSERTED, "a", "stage ", "x=1 ", "\n"]), max_size=40).map("".join)
)
def test_any_text(text: str) -> None:
    check(text)


def cost(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = process_time()
        formatted(SourceFile("pump", text), TABLE)
        best = min(best, process_time() - start)
    return best


PUMPS = {
    "lines": '  "x" emotion=2 doing="y"\n',
    "comments": "  # x\n",
    "blank lines": "\n",
    "texts": "  note: |\n    x\n",
    "options": "  wait: 3d target=1d\n    sample: 3\n",
    "extensions": 'extend a.b title="x" emotion=2\n',
    "names": '  pain "x"\n',
    "lanes": '  lane a{} "x"\n  "b" a{}=2\n',
}


@pytest.mark.parametrize("pump", PUMPS)
def test_time_grows_with_the_file(pump: str) -> None:
    """Sixteen times the lines may take at most 80 times as long: a quadratic part would take 256 times."""

    def text(size: int) -> str:
        return 'journey j "J"\n' + "".join(PUMPS[pump].replace("{}", str(number)) for number in range(size))

    ratios = []
    for _ in range(3):
        ratios.append(cost(text(3_200)) / max(cost(text(200)), 2e-4))
        if ratios[-1] < 80:
            return
    pytest.fail(f"{pump}: {ratios}")


def test_a_long_line_of_properties() -> None:
    def text(size: int) -> str:
        return 'journey j "J"\n  "A" ' + " ".join(f"k{number}={number}" for number in range(size)) + "\n"

    ratio = cost(text(3_200)) / max(cost(text(200)), 2e-4)
    assert ratio < 80
