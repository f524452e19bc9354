"""What the analyses find in each example is held against the list of a careful reader, made before any rule."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "careful"))

import judge

#: So many findings of a map may be in no list.
MOST = 2
READERS = list(judge.lists())


@pytest.fixture(scope="module")
def run() -> judge.Session:
    return judge.session()


@pytest.mark.parametrize("reader", READERS, ids=[reader["map"] for reader in READERS])
def test_nearly_everything_that_is_found_is_on_the_list(reader: dict, run: judge.Session) -> None:
    found = judge.verdicts(reader, run)
    assert found != []
    doubtful = [str(one) for one in found if one.word in {"unlisted", "refuted"}]
    assert len(doubtful) <= MOST, "\n".join(doubtful)


def test_every_agreement_is_needed(run: judge.Session) -> None:
    """What is agreed on is still found, and in no list."""
    found = {
        (reader["map"], one.finding.rule.name)
        for reader in READERS
        for one in judge.verdicts(reader, run)
        if one.word == "agreed"
    }
    assert found == {(one["map"], one["rule"]) for one in judge.agreed()}
