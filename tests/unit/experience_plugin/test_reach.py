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
    # 0.09 / (1 - 0.9) = 0.9 come to b in the end.
    (
        "a round that most take again",
        {"a": ["-> b share=9%", "-> c share=90%", "-> end share=1%"], "b": ["-> end"], "c": ["-> a"]},
        "a 1, b 0.9, c 1, d 1*",
    ),
    ("silent ways share what is left", {"a": ["-> b share=40%", '-> c "x"', '-> d "y"']}, "a 1, b 0.4, c 0.7*, d 1*"),
    ("parallel ways are both taken", {"a": ["-> b parallel=yes", "-> c parallel=yes"]}, "a 1, b 1, c 1, d 1"),
    ("more than all", {"a": ["-> b share=90%", "-> c share=90%"]}, "a 1, b 0.5, c 1, d 1"),
    ("nothing leads there", {"a": ["-> c"]}, "a 1, b 1*, c 1, d 1"),
    ("nor to what follows it", {"a": ["-> d"]}, "a 1, b 1*, c 1*, d 1"),
    ("nobody is led there", {"a": ["-> b share=0%", "-> d"], "b": ["-> d"]}, "a 1, b 0, c 1*, d 1"),
    ("nor to what follows from there", {"a": ["-> b share=0%", "-> d share=100%"]}, "a 1, b 0, c 0, d 1"),
    (
        "nobody is led there, and who comes otherwise nobody knows",
        {"a": ["-> c share=0%", "-> d share=100%"]},
        "a 1, b 1*, c 1*, d 1",
    ),
    ("all shares are nothing", {"a": ["-> b share=0%", "-> c share=0%"]}, "a 1, b 0.5*, c 1*, d 1*"),
    # Of the 20 % who come to b, 80 % do it again: these bring nobody new, and all go on in the end.
    ("once more the same", {"a": ["-> b share=20%", "-> c"], "b": ["-> b share=80%", "-> c"]}, "a 1, b 0.2, c 1, d 1"),
    ("once more, how often nobody says", {"b": ['-> b "again"', "-> c"]}, "a 1, b 1, c 1, d 1"),
    # 20 % of b leave each time and 30 % go on, of those that do not try again: 2/5 and 3/5.
    (
        "once more the same, and some leave",
        {"b": ["-> b share=50%", "-> end share=20%", "-> c share=30%"]},
        "a 1, b 1, c 0.6, d 0.6",
    ),
    ("all do it again, and go on in the end", {"b": ["-> b share=100%", '-> c "done"']}, "a 1, b 1, c 1*, d 1*"),
    (
        "shares that do not add up",
        {"a": ["-> b share=33%", "-> c share=33%", "-> d share=33%"], "b": ["-> d"], "c": ["-> d"]},
        "a 1, b 0.33, c 0.33, d 1",
    ),
    (
        "a parallel way that not all take",
        {"a": ["-> b parallel=yes", "-> c parallel=yes share=30%"], "b": ["-> end"], "c": ["-> end"]},
        "a 1, b 1, c 0.3, d 1*",
    ),
]


@pytest.mark.parametrize(("arrows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_how_many_come(arrows: dict[str, list[str]], expected: str) -> None:
    written = {name: "".join(f"\n      {arrow}" for arrow in arrows.get(name, ())) for name in "abc"}
    view = check(STEPS.format(**written)).view
    found = reach(view.flow(view.journeys[0]))
    told = (f"{path[-1]} {one.share:.2g}{'*' if one.assumed else ''}" for path, one in found.items())
    assert ", ".join(told) == expected


FORK = """
journey j "J"
  stage s "S"
    touchpoint a "A"
      -> d share=40%
      -> z share=60%
    touchpoint d "D"
      -> e parallel=yes
      -> f parallel=yes
    touchpoint e "E"
      {e}
    touchpoint f "F"
      {f}
    touchpoint k "K"
      {k}
    touchpoint l "L"
      -> g
    touchpoint g "G"
      -> end
    touchpoint z "Z"
      {z}
    touchpoint y "Y"
"""

# By hand: 40 % enter the fork; they are the same 40 % wherever its ways meet.
FORKS = [
    ("the ways meet", {"e": "-> g", "f": "-> g"}, {"e": 0.4, "f": 0.4, "g": 0.4}),
    ("one way leads past the other", {"e": "-> f", "f": "-> g"}, {"e": 0.4, "f": 0.4, "g": 0.4}),
    ("a fork within", {"e": "-> k parallel=yes\n      -> l parallel=yes", "f": "-> g"}, {"k": 0.4, "l": 0.4, "g": 0.4}),
    ("some leave on the one way", {"e": "-> g share=50%\n      -> end", "f": "-> g"}, {"g": 0.4}),
    ("half of all leave on either", {"e": "-> g share=50%\n      -> end", "f": "-> end"}, {"g": 0.2}),
    ("some go back on the one way", {"e": "-> g", "f": "-> f share=25%\n      -> g"}, {"f": 0.4, "g": 0.4}),
    # A quarter of 40 % goes from k back to e: 0.4 / (1 - 0.25) is how often e is passed; still 40 % meet.
    ("a round on the one way", {"e": "-> k", "f": "-> g", "k": "-> e share=25%\n      -> g"}, {"e": 0.53, "g": 0.4}),
    ("others come besides", {"e": "-> y", "f": "-> y", "z": "-> y share=50%\n      -> end"}, {"y": 0.7}),
]


@pytest.mark.parametrize(("arrows", "expected"), [case[1:] for case in FORKS], ids=[case[0] for case in FORKS])
def test_where_parallel_ways_meet_no_more_come_than_entered(arrows: dict[str, str], expected: dict[str, float]) -> None:
    view = check(FORK.format_map({"k": "-> g", "z": "-> end", **arrows})).view
    found = reach(view.flow(view.journeys[0]))
    assert {name: round(found[f"j.s.{name}"].share, 2) for name in expected} == expected


def test_at_the_start_ways_may_be_parallel_too() -> None:
    text = 'journey j "J"\n  -> a parallel=yes\n  -> b parallel=yes\n' + STEPS.partition("\n")[2]
    view = check(text.format(a="\n      -> c", b="\n      -> c", c="\n      -> d share=30%\n      -> end")).view
    assert [round(one.share, 2) for one in reach(view.flow(view.journeys[0])).values()] == [1, 1, 1, 0.3]
