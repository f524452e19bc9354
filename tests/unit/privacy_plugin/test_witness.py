"""Counter-examples by hand: guards that exclude each other, answers that are too many, paths through loops."""

from __future__ import annotations

import pytest
from followed import Case
from walks import GRANTED, NEVER, REFUSED, WITHDRAWN, Arrow, Puzzle

from journeyql_privacy.standing import MISSING, Standing
from journeyql_privacy.witness import Witnesses

YES, NO = (GRANTED,), (NEVER, REFUSED, WITHDRAWN)


def flow(names: str, deeds: list[str], arrows: list[tuple[int, int, dict[str, tuple[str, ...]]]]) -> Case:
    """A flow that begins at node 0; the deeds of a node are words like `asks:a`."""
    done = tuple(tuple(tuple(deed.split(":")) for deed in words.split()) for words in deeds)
    return Case.of(Puzzle(tuple(names), done, tuple(Arrow(*arrow) for arrow in [(-1, 0, {}), *arrows])))


def test_guards_on_two_names_that_exclude_each_other() -> None:
    """Who is let in at 3 has said yes to a, and so was asked for b at 1: nobody comes to 4 without b."""
    case = flow(
        "ab",
        ["asks:a", "grants:b", "", "", ""],
        [(0, 1, {"a": YES}), (0, 2, {"a": NO}), (1, 3, {}), (2, 3, {}), (3, 4, {"a": YES})],
    )
    assert case.indices(case.paths.without(case.nodes[3], ["b"], MISSING)) == (0, 2, 3)
    assert case.paths.without(case.nodes[4], ["b"], MISSING) is None
    assert case.indices(case.paths.without(case.nodes[4], ["b"], Standing.GRANTED)) == (0, 1, 3, 4)


def test_no_one_of_several_is_given() -> None:
    """Each of two notices is missed on some way, but never both."""
    case = flow("ab", ["", "notice:a", "notice:b", ""], [(0, 1, {}), (0, 2, {}), (1, 3, {}), (2, 3, {})])
    last = case.nodes[3]
    assert case.indices(case.paths.without(last, ["a"])) == (0, 2, 3)
    assert case.indices(case.paths.without(last, ["b"])) == (0, 1, 3)
    assert case.paths.without(last, ["a", "b"]) is None


def test_a_loop_is_walked_where_it_matters() -> None:
    """The use at 1 is reached after the withdrawal at 2 by going round once."""
    case = flow("a", ["grants:a", "", "withdraws:a"], [(0, 1, {}), (1, 2, {}), (2, 1, {})])
    assert case.indices(case.paths.without(case.nodes[1], ["a"], Standing.WITHDRAWN)) == (0, 1, 2, 1)


def test_where_nobody_can_come_nothing_is_found() -> None:
    case = flow("a", ["asks:a", "", ""], [(0, 1, {"a": (NEVER,)}), (1, 2, {})])
    assert all(case.paths.without(case.nodes[node], ["a"], MISSING) is None for node in (1, 2))


@pytest.mark.parametrize("most", [0, 500_000])
def test_what_cannot_be_proven_is_not_claimed(most: int) -> None:
    """Without searches left, questions about several names are answered by none rather than by a way that is closed."""
    case = flow(
        "ab",
        ["asks:a", "grants:b", "", "", ""],
        [(0, 1, {"a": YES}), (0, 2, {"a": NO}), (1, 3, {}), (2, 3, {}), (3, 4, {"a": YES})],
    )
    layout = case.paths.course.layout
    found = Witnesses(case.paths.course, most=most).find(4, layout.fields("b"), layout.bits({"b": MISSING}))
    assert found is None
