"""Detection, not repetition: with the pains deleted from a map, most of the places that had one are still found."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

import journeyql_experience
import journeyql_privacy
from journeyql.facts import PAINS
from journeyql.model import Moment, Pain
from journeyql.testing import Result, check

ROOT = Path(__file__).parents[3]
PLUGINS = [journeyql_experience, journeyql_privacy]
#: The largest examples that stand alone, or with the files they use.
LARGEST = ("car-insurance", "employee-benefits", "property-repair", "rail-europe", "reference", "shop-eu")
_PAIN = re.compile(r"\s*pain\b(?!_)")


def without_pains(text: str) -> str:
    """A map without its pains and what stands in them."""
    kept: list[str] = []
    inside: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip())
        if inside is not None and (not line.strip() or depth > inside):
            continue
        inside = depth if _PAIN.match(line) else None
        if inside is None:
            kept.append(line)
    return "\n".join(kept)


@cache
def checked(name: str, *, pains: bool) -> Result:
    folder = ROOT / "examples"
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.journey")}
    read = {path: text if pains else without_pains(text) for path, text in texts.items()}
    return check(read[f"{name}.journey"], files=read, plugins=PLUGINS)


def hurting(result: Result) -> set[str]:
    """The stages and touchpoints that have a pain, for anybody."""
    view = result.view
    seen = {one for journey in view.journeys for one in view.perspectives(journey).values()}
    places = (one.around(pain, Moment) for one in seen for pain in one.of(Pain))
    return {place.path for place in places if place is not None}


def inferred(result: Result) -> set[str]:
    return {one.place.path for one in result.fact(PAINS) if one.pain is None}


def test_deleting_pains_deletes_nothing_else() -> None:
    text = 'stage s "S"\n  pain p "P"\n    cause "C"\n\n  painless "x"\n  pain: "Q"\n  touchpoint t "T"\n'
    assert without_pains(text) == 'stage s "S"\n  painless "x"\n  touchpoint t "T"\n'


@pytest.mark.parametrize("name", LARGEST)
def test_at_least_seventy_per_cent_of_the_places_are_found_without_their_pains(name: str) -> None:
    bare = checked(name, pains=False)
    assert hurting(bare) == set()
    known = hurting(checked(name, pains=True))
    assert len(known & inferred(bare)) >= 0.7 * len(known)


@pytest.mark.parametrize("name", LARGEST)
def test_hardly_a_place_is_found_at_which_a_careful_reader_sees_nothing(name: str) -> None:
    reader = tomllib.loads((ROOT / "tests" / "careful" / f"{name}.toml").read_text("utf-8"))
    hurts = {one["touchpoint"] for one in reader["hurts"]}
    found = {path for path in inferred(checked(name, pains=False)) if not {path, path.split(".", 1)[-1]} & hurts}
    assert len(found) <= 1


TWO = 'journey "J"\n  stage "S"\n    touchpoint "A" emotion=3\n    touchpoint "B" emotion=3{more}\n    touchpoint "C" emotion=3\n'

# 1 - (1 - 0.4)(1 - 0.4) = 0.64; 1 - (1 - 0.4)(1 - 0.3) = 0.58; one of them alone stays below one half.
BELIEF = [
    ("one fair signal", " feeling=worried", 0.5, False),
    ("two of them", ' feeling=worried\n      recovery "R"', 0.5, True),
    ("a fair and a weak one", ' feeling=worried\n      quote "Q"', 0.5, True),
    ("a fair and a weak one, where more is asked", ' feeling=worried\n      quote "Q"', 0.6, False),
    ("one fair signal, where less is asked", " feeling=worried", 0.4, True),
    ("a target that is missed", "\n      wait: 2min target=1min", 0.5, True),
]


@pytest.mark.parametrize(("more", "belief", "hurts"), [case[1:] for case in BELIEF], ids=[case[0] for case in BELIEF])
def test_what_it_takes_to_be_believed(more: str, belief: float, hurts: bool) -> None:
    result = check(TWO.format(more=more), plugins=PLUGINS, options={"experience": {"belief": belief}})
    assert bool(inferred(result)) is hurts


STAGE = """
persona ann "Ann"
persona bob "Bob"
journey "J" persona={order}
  stage s "S" emotion={score}{more}
    touchpoint "A"{a}
    touchpoint "B" emotion[ann]={b}
"""

# The score of a stage whose touchpoints have some sums these up; it speaks for itself where they have none.
SUMMARIES = [
    ("a touchpoint has a score", {"a": " emotion=4"}, set()),
    ("none has one", {"b": "?"}, {"j.s"}),
    ("none has one for Bob", {}, {"j.s"}),
    ("nor is it a low point for him", {"score": 2.2, "more": " feeling=worried"}, {"j.s"}),
    ("something else shows it", {"a": " emotion=4", "more": "\n    wait: 2min target=1min"}, {"j.s"}),
]


@pytest.mark.parametrize("order", ["ann, bob", "bob, ann"])
@pytest.mark.parametrize(("around", "found"), [case[1:] for case in SUMMARIES], ids=[case[0] for case in SUMMARIES])
def test_the_score_of_a_stage_beside_those_of_its_touchpoints(order: str, around: dict, found: set[str]) -> None:
    text = STAGE.format_map({"order": order, "score": 1, "more": "", "a": "", "b": "5", **around})
    assert inferred(check(text.replace(" emotion[ann]=?", ""), plugins=PLUGINS)) == found


def test_a_place_with_a_pain_is_not_inferred_once_more() -> None:
    text = TWO.format(more='\n      wait: 2min target=1min\n      pain "P"')
    assert inferred(check(text, plugins=PLUGINS)) == set()
