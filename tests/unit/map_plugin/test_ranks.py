"""What analyses say of the cards: the worst pains are numbered, measures have their quadrant."""

from __future__ import annotations

import attrs
import drawn_map
from resolving import clean

from journeyql.facts import PAINS, QUADRANTS, Facts, RankedPain
from journeyql_map.options import Options
from journeyql_map.ranks import Ranks
from journeyql_map.render import render

MAP = """\
journey j "J"
  stage s "S"
    touchpoint t "T" emotion=1
      pain a "First pain"
        action x "An action" impact=5 effort=1
      pain b "Second pain"
      pain c "Third pain"
      pain d "Fourth pain"
"""
VIEW = clean(MAP).model.view()
(JOURNEY,) = VIEW.journeys


def element(name: str):
    return next(one for path, one in VIEW.model.elements.items() if path.rpartition(".")[2] == name)


def ranked(*names: str) -> Facts:
    pains = tuple(
        RankedPain(
            rank=rank,
            score=100.0 - rank,
            pain=element(name) if name else None,
            place=element("t"),
            title=name,
            reasons=(),
        )
        for rank, name in enumerate(names, start=1)
    )
    return Facts({PAINS: pains, QUADRANTS: {element("x").path: "quick-win"}})


def test_the_three_worst_pains_are_numbered_as_on_the_page() -> None:
    found = Ranks.of(ranked("c", "", "a", "d", "b"), VIEW, JOURNEY)
    assert {path.rpartition(".")[2]: number for path, number in found.pains.items()} == {"c": 1, "a": 3, "d": 4}
    assert found.worst == "Third pain"


def test_a_pain_after_a_place_without_one_is_not_called_the_worst() -> None:
    found = Ranks.of(ranked("", "c", "a"), VIEW, JOURNEY)
    assert {path.rpartition(".")[2]: number for path, number in found.pains.items()} == {"c": 2, "a": 3}
    assert found.worst == ""


def test_one_pain_alone_has_no_number() -> None:
    assert dict(Ranks.of(ranked("c", ""), VIEW, JOURNEY).pains) == {}


def test_the_map_shows_them() -> None:
    context = drawn_map.context(VIEW, Options())
    plain, marked = render(context), render(attrs.evolve(context, facts=ranked("c", "a")))
    (without,), (drawn,) = plain.files, marked.files
    words = (">pain no. 1<", ">pain no. 2<", "quick win", "What hurts most: Third pain")
    text = str(drawn.content).replace("\u00a0", " ")
    assert [word in text for word in words] == [True] * 4
    assert "pain no." not in str(without.content).replace("\u00a0", " ")
