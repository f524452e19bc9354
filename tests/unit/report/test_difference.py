"""Differences can be applied, and those of short texts are about as short as those that `difflib` finds."""

from __future__ import annotations

import random
from difflib import SequenceMatcher, unified_diff

import pytest

from journeyql.report.difference import difference
from journeyql.report.matching import LineMatcher


def texts(seed: int, length: int, words: int) -> tuple[list[str], list[str]]:
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    before = [f"line {chance.randrange(words)}\n" for _ in range(length)]
    after = list(before)
    for _ in range(chance.randint(0, 6)):
        place = chance.randint(0, len(after))
        after[place : place + chance.randint(0, 3)] = [
            f"line {chance.randrange(words)}\n" for _ in range(chance.randint(0, 3))
        ]
    return before, after


def rebuilt(before: list[str], after: list[str]) -> list[str]:
    opcodes = LineMatcher(before, after).get_opcodes()
    assert [line for _, low, high, _, _ in opcodes for line in before[low:high]] == before
    for tag, low, high, first, last in opcodes:
        assert (tag == "equal") == (before[low:high] == after[first:last] and low < high)
    return [line for _, _, _, first, last in opcodes for line in after[first:last]]


@pytest.mark.parametrize("words", [2, 10, 1_000])
@pytest.mark.parametrize("length", [0, 1, 20, 400])
def test_nothing_is_lost(length: int, words: int) -> None:
    for seed in range(50):
        before, after = texts(seed, length, words)
        assert rebuilt(before, after) == after


def changed(matcher: SequenceMatcher[str]) -> int:
    return sum(high - low + last - first for tag, low, high, first, last in matcher.get_opcodes() if tag != "equal")


def test_changes_are_small() -> None:
    pairs = [texts(seed, 60, 40) for seed in range(300)]
    ours = sum(changed(LineMatcher(*pair)) for pair in pairs)
    theirs = sum(changed(SequenceMatcher(None, *pair, autojunk=False)) for pair in pairs)
    assert ours <= theirs * 1.1


def test_where_difflib_finds_the_same_the_same_is_printed() -> None:
    same = 0
    for seed in range(60):
        before, after = texts(seed, 40, 1_000)
        if LineMatcher(before, after).get_opcodes() == SequenceMatcher(None, before, after).get_opcodes():
            same += 1
            expected = "".join(unified_diff(before, after, "a.journey", "a.journey"))
            assert difference("a.journey", "".join(before), "".join(after)) == expected
    assert same > 40


def applied(before: list[str], found: str) -> list[str]:
    """A text after a unified diff, by the numbers of lines that its hunks say."""
    lines = found.splitlines(keepends=True)[2:]
    after: list[str] = []
    done = 0
    for line in lines:
        if line.startswith("@@"):
            start, _, length = line.split()[1][1:].partition(",")
            first = int(start) - (length != "0")
            after += before[done:first]
            done = first
        elif line[0] in " -":
            assert before[done] == line[1:]
            done += 1
        if line[0] in " +":
            after.append(line[1:])
    return after + before[done:]


@pytest.mark.parametrize("seed", range(20))
def test_it_can_be_applied(seed: int) -> None:
    before, after = texts(seed, 300, 30)
    assert applied(before, difference("a.journey", "".join(before), "".join(after))) == after
