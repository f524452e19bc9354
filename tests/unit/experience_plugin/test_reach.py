from __future__ import annotations

import pytest

from journeyql.testing import check
from journeyql_experience.reach import reach

STEPS = 'journey j "J"\n  stage s "S"\n    touchpoint a "A"{a}\n    touchpoint b "B"{b}\n    touchpoint c "C"{c}\n    touchpoint d "D"\n'

# By hand: shares multiplied along the ways from the start, rounds as geometric series; an asterisk marks what is assumed.
CASES = [
    ("in the order written", {}, "a 1, b 1, c 1, d 1"),
    ("a detour that comes back", {"a": ["-> c", "-> b share=30%"], "b": ["-> c"]}, "a 1, b 0.3, c 1, d 1"),
    (
        "a part leaves",
        {"a": ["-> end share=20%"], "b": ["-> end share=50%"]},
        "a 1, b 0.8, c 0.4, d 0.4",
    ),
    ("who goes back comes on again", {"c": ["-> a share=40%"]}, "a 1, b 1, c 1, d 1"),
    # 0.7 / (1 - 0.3 x 0.5) = 0.824 come to c, and 0.3 / (1 - 0.3 x 0.5) = 0.353 times, on average, to b.
    (
        "a round, and half of it leave",
        {"a": ["-> c", "-> b share=30%"], "b": ["-> a share=50%", "-> end"]},
        "a 1, b 0.35, c 0.82, d 0.82",
    ),
    ("silent ways share what is left", {"a": ["-> b share=40%", '-> c "x"', '-> d "y"']}, "a 1, b 0.4, c 0.7*, d 1*"),
    ("parallel ways are both taken", {"a": ["-> b parallel=yes", "-> c parallel=yes"]}, "a 1, b 1, c 1, d 1"),
    ("more than all", {"a": ["-> b share=90%", "-> c share=90%"]}, "a 1, b 0.5, c 1, d 1"),
    ("nothing leads there", {"a": ["-> c"]}, "a 1, b 1*, c 1, d 1"),
]


@pytest.mark.parametrize(("arrows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_how_many_come(arrows: dict[str, list[str]], expected: str) -> None:
    written = {name: "".join(f"\n      {arrow}" for arrow in arrows.get(name, ())) for name in "abc"}
    view = check(STEPS.format(**written)).view
    found = reach(view.flow(view.journeys[0]))
    told = (f"{path[-1]} {one.share:.2g}{'*' if one.assumed else ''}" for path, one in found.items())
    assert ", ".join(told) == expected
