"""What a late name means: the same as a reference at the same place would."""

from __future__ import annotations

import pytest
from resolving import clean

from journeyql.model import Element, Evidence, Persona, Team, Touchpoint

MAP = """
use law `law.journey`
use `people.journey`
team ops "Ours"
journey one "One" owner=ops
  stage s "S"
    touchpoint t "T"
journey two "Two" owner=law.ops
  stage s "S"
    touchpoint t "Other T"
    touchpoint u "U" actor=ann
"""
FILES = {
    "law": 'team ops "Theirs"\nteam legal "Legal"\nevidence e "E"\n',
    "people": 'persona ann "Ann"\n  goal legal "To be right"\n',
}


@pytest.mark.parametrize(
    ("name", "kind", "near", "meant"),
    [
        ("ops", Team, "one.s.t", "ops"),
        ("law.ops", Team, "one.s.t", "law.journey: ops"),
        ("legal", Team, "one", "law.journey: legal"),
        ("t", Touchpoint, "one.s.t", "one.s.t"),
        ("t", Touchpoint, "two.s.u", "two.s.t"),
        ("u", Touchpoint, "one.s.t", "two.s.u"),
        ("two.s.t", Touchpoint, "one.s.t", "two.s.t"),
        ("s.t", Touchpoint, "two", "two.s.t"),
        ("one.t", Touchpoint, "two", None),
        ("ann", Persona, "one", "people.journey: ann"),
        ("people.ann", Persona, "one", None),
        ("ann", Team, "one", None),
        ("law.e", Evidence, "two", "law.journey: e"),
        ("nobody", Element, "one", None),
    ],
)
def test_names(name: str, kind: type[Element], near: str, meant: str | None) -> None:
    view = clean(MAP, **FILES).model.view()
    found = view.named(name, kind, view.model.elements[near])
    file, _, path = (meant or "").rpartition(": ")
    expected = (file or "root.journey", path) if meant else None
    assert (None if found is None else (found.source.name, found.path.partition("~")[0])) == expected


def test_what_does_not_exist_in_a_context_is_not_meant() -> None:
    view = clean('journey j "J"\n  stage s "S"\n    touchpoint[DE] t "T"\n').model.view()
    journey = view.journeys[0]
    assert view.named("t", Touchpoint, journey) is None
    assert view.narrowed(market="DE").named("t", Touchpoint, journey) is not None
