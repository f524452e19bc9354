# ruff: noqa: S311 - seeded layouts
"""Maps that differ in layout only become equal bytes, and formatting changes nothing that they say."""

import random
from pathlib import Path

import pytest
from formatting import fmt, meaning, once
from hypothesis import given, settings
from hypothesis import strategies as st
from lines_of import files
from made_up import made_up
from relaid import relaid

from journeyql.fmt import Style
from journeyql.syntax import lines

ROOT = Path(__file__).resolve().parents[3]
PATHS = sorted([*ROOT.glob("examples/**/*.journey"), *ROOT.glob("journeyql/cli/presets/*.journey")])
TEXTS = {
    **{path.name: path.read_text("utf-8") for path in PATHS},
    **{f"in Chinese: {path.name}": fmt(path.read_text("utf-8"), Style(keywords="zh")) for path in PATHS[:4]},
    **{f"made up {seed}": fmt(made_up(random.Random(seed), 100)) for seed in range(4)},
}
LAYOUTS = 5


def test_canonical_texts_are_canonical() -> None:
    assert [name for name, text in TEXTS.items() if once(text) != text] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_layout_becomes_the_same(name: str) -> None:
    text = TEXTS[name]
    seen = {relaid(text, random.Random(seed)) for seed in range(LAYOUTS)}
    assert len(seen) == LAYOUTS
    for other in seen:
        assert once(other) == text


@pytest.mark.parametrize("name", TEXTS)
def test_the_model_stays(name: str) -> None:
    text = TEXTS[name]
    other = relaid(text, random.Random(name))
    assert once(other) == text
    assert meaning(other) == meaning(text)


@pytest.mark.parametrize("seed", range(4))
def test_what_an_author_wrote_stays(seed: int) -> None:
    text = made_up(random.Random(seed), 200)
    assert meaning(fmt(text)) == meaning(text)


def comments(text: str) -> list[str]:
    found = (line.comment.strip() for line in lines(text) if not line.verbatim)
    return [words for words in found if words]


@settings(max_examples=150, deadline=None)
@given(files())
def test_any_lines(text: str) -> None:
    """Lines of any words: the form stays when formatted again, the model and the comments stay."""
    formatted = fmt(text)
    assert meaning(formatted) == meaning(text)
    assert comments(formatted) == comments(text)


@settings(max_examples=60, deadline=None)
@given(files(), st.randoms(use_true_random=False))
def test_any_lines_in_any_layout(text: str, chance: random.Random) -> None:
    """The properties of kinds that nobody knows stay where they are."""
    formatted = fmt(text)
    assert once(relaid(formatted, chance, moving=False)) == formatted


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_is_long_only_if_nothing_of_it_can_go(name: str) -> None:
    for line in TEXTS[name].split("\n"):
        if len(line) > 120:
            assert "=" not in line.partition('"')[2].rpartition('"')[2], line
