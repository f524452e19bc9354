"""Objects of the vocabulary hold what is given; their classes are attrs classes as soon as somebody asks."""

from __future__ import annotations

import subprocess
import sys

import attrs
import pytest
from resolving import clean

from journeyql import ast
from journeyql.model import Element, Many, Pain, Ref, Touchpoint, Varying, kind, kinds, one, options
from journeyql.model.element import Measure
from journeyql.model.kinds import CORE
from journeyql.model.types import TEXT
from journeyql.model.vocabulary import changed, make, properties_of, property_of
from journeyql.source import SourceFile

PLACE = {"source": SourceFile("a.journey", ""), "node": ast.Element("pain", (), "p", None, (), 1, 0)}
SEVERE: Varying[str] = Varying()


def pain(**values: object) -> Pain:
    return make(Pain, values, id="p", path="j.p", **PLACE)


def test_what_is_not_given_is_empty() -> None:
    found = pain(severity=SEVERE)
    assert found.severity is SEVERE
    assert isinstance(found.frequency, Varying)
    assert isinstance(found.tags, Many)
    assert (found.frequency.cells, found.frequency.inherited, found.frequency.evidence) == ((), None, None)
    assert (found.tags.cells, found.tags.inherited, found.tags.evidence) == ((), None, None)
    assert (found.id, found.path) == ("p", "j.p")


def test_an_object_holds_nothing_else() -> None:
    assert vars(pain(severity=SEVERE)) == {"severity": SEVERE}


def test_objects_cannot_be_changed() -> None:
    found = pain()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.severity = SEVERE  # type: ignore[misc]  # that is the point
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.id = "q"  # type: ignore[misc]  # that is the point
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        make(Measure, {}).target = SEVERE  # type: ignore[misc]  # that is the point


def test_another_object_with_other_values() -> None:
    old = pain(severity=SEVERE)
    title: Varying[str] = Varying()
    new = changed(old, {"title": title}, path="j.q")
    assert (new.title, new.severity, new.id, new.path) == (title, SEVERE, "p", "j.q")
    assert (old.title.cells, old.path) == ((), "j.p")


@pytest.mark.parametrize("cls", CORE)
def test_every_kind_is_an_attrs_class_of_its_properties(cls: type[Element]) -> None:
    assert attrs.has(cls)
    fields = {field.name for field in attrs.fields(cls)}
    plain = {"id", "path", "source", "node", "presence", "own", "facets"}
    assert fields - plain == {spec.field for spec in properties_of(cls).values()}
    assert plain <= fields


def test_asking_changes_nothing() -> None:
    before = pain(severity=SEVERE)
    attrs.fields(Pain)
    after = pain(severity=SEVERE)
    for found in (before, after):
        assert (found.severity, found.frequency.cells, vars(found)) == (SEVERE, (), {"severity": SEVERE})
    assert property_of(Pain.severity) is properties_of(Pain)["severity"]


def test_a_kind_may_have_fields_of_its_own() -> None:
    @kind("box", inside=("touchpoint",))
    class Box(Pain):
        """A kind of pain with a plain field."""

        label: Varying[str] = one(TEXT, "A label.")
        depth: int = attrs.field(default=3, converter=int)

    found = make(Box, {"severity": SEVERE}, id="b", path="b", depth="4", **PLACE)
    assert (found.depth, found.severity, found.label.cells) == (4, SEVERE, ())
    assert {"depth", "label", "severity", "title"} <= {field.name for field in attrs.fields(Box)}
    assert "depth" not in properties_of(Box)


def test_options_have_no_values_unless_given() -> None:
    @options
    class Extra:
        """What may follow."""

        why: Varying[str] = one(TEXT, "Why.")

    assert make(Extra, {}).why.cells == ()
    assert make(Extra, {"why": SEVERE}).why is SEVERE


def test_types_of_properties() -> None:
    (file,) = clean('journey j "J"\n  stage s "S"\n    touchpoint t "T" tags=a,b emotion=3\n').model.all(Touchpoint)
    tags: Many[str] = file.tags
    emotion: Varying[float] = file.emotion
    owner: Varying[Ref[object]] = file.owner
    assert ([cell.value for cell in tags.cells], emotion.cells[0].value, owner.cells) == (["a", "b"], 3.0, ())


def test_kinds_that_nobody_asks_for_are_left_alone() -> None:
    program = (
        "import journeyql.model.kinds as kinds, attr._make as make; "
        "print(sum('_Later' in type(vars(cls)['__attrs_attrs__']).__name__ for cls in kinds.CORE), len(kinds.CORE))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    left, every = map(int, run.stdout.split())
    assert left == every == len(kinds.CORE)
