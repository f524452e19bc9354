from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from resolving import TABLE, clean, resolved

from journeyql.ast import Text
from journeyql.model import (
    DURATION,
    FILE,
    NUMBER,
    SAME,
    Duration,
    Element,
    Many,
    Range,
    Varying,
    kind,
    kind_of,
    many,
    one,
    options,
    range_of,
    word,
)
from journeyql.model.export import export
from journeyql.model.kinds import CORE
from journeyql.model.resolve import Unit, WordTable, resolve
from journeyql.model.schema import schema
from journeyql.source import SourceFile
from journeyql.syntax import parse

MAP = """
journey repair "Repair"
  stage report "Report" emotion=2
    wait: 4min target=1min
    pain retype "Has to type it again" severity=high
"""


@pytest.fixture(scope="module")
def core() -> Draft202012Validator:
    made = schema(TABLE.kinds.values())
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def document() -> Any:
    return copy.deepcopy(export(clean(MAP).model.view()))


def test_what_is_exported_is_valid(core: Draft202012Validator) -> None:
    assert list(core.iter_errors(document())) == []


def test_facts_and_findings_are_optional_and_checked(core: Draft202012Validator) -> None:
    place = dict.fromkeys(("line", "column", "endLine", "endColumn"), 1) | {"file": "a"}
    finding = dict.fromkeys(("rule", "code", "message", "help"), "x")
    whole = {**finding, "severity": "error", "place": place, "contexts": [], "related": []}
    assert core.is_valid({**document(), "facts": {"a.b": 1}, "diagnostics": [whole]})
    assert not core.is_valid({**document(), "diagnostics": [{**whole, "severity": "fatal"}]})


def stage(found: Any) -> Any:
    return found["elements"][0]["children"][0]


BROKEN: list[tuple[str, Callable[[Any], object]]] = [
    ("no version", lambda found: found.pop("version")),
    ("another version", lambda found: found.update(version=2)),
    ("an unknown key", lambda found: found.update(extra=1)),
    ("an unknown kind", lambda found: stage(found).update(kind="phase")),
    ("a kind of another element", lambda found: stage(found).update(kind="pain")),
    ("no path", lambda found: stage(found).pop("path")),
    ("an unknown property", lambda found: stage(found)["properties"].update(colour={"value": "red"})),
    ("a text for a score", lambda found: stage(found)["properties"]["emotion"].update(value="two")),
    ("a text for a duration", lambda found: stage(found)["properties"]["wait"].update(value="4min")),
    ("an unknown option", lambda found: stage(found)["properties"]["wait"]["options"].update(colour=1)),
    ("an option of another type", lambda found: stage(found)["properties"]["wait"]["options"].update(target=60)),
    ("an unknown grade", lambda found: stage(found)["properties"]["emotion"].update(grade="felt")),
    (
        "a word that is none",
        lambda found: stage(found)["children"][0]["properties"]["severity"].update(value="terrible"),
    ),
    ("a cell without a place", lambda found: stage(found)["properties"]["emotion"]["cells"][0].pop("line")),
    ("a child that is no element", lambda found: stage(found)["children"].append("x")),
    ("an edge to nowhere", lambda found: found["flow"]["edges"][0].update(to=3)),
]


@pytest.mark.parametrize("damage", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_is_broken_is_refused(damage: Callable[[Any], object], core: Draft202012Validator) -> None:
    found = document()
    damage(found)
    assert not core.is_valid(found)


def test_every_kind_and_property_is_described() -> None:
    made: Any = schema(TABLE.kinds.values())
    for name, spec in TABLE.kinds.items():
        described = made["$defs"][f"kind.{name}"]
        assert described["description"] == spec.doc
        assert list(described["properties"]["properties"]["properties"]) == list(spec.properties)


@options
class Weighing:
    """What may follow a weight."""

    target: Varying[Any] = one(SAME, "The weight to reach.")


@kind("parcel", inside=("touchpoint", FILE))
class Parcel(Element):
    """A parcel, of a plugin."""

    weight: Varying[float] = one(NUMBER, "In kilograms.", options=Weighing)
    size: Varying[str] = one(word(small="", large=""), "How large it is.")
    window: Varying[Range[Duration]] = one(range_of(DURATION), "When it comes.")
    legs: Many[Duration] = many(DURATION, "How long each leg takes.")


@options
class Insurance:
    """What a plugin adds to a kind."""

    insured: Varying[float] = one(NUMBER, "For how much.")


def test_a_kind_of_a_plugin_needs_no_further_code() -> None:
    table = WordTable.of((*CORE, Parcel))
    text = 'parcel p "Jacket" weight=1.5 size=large window=1d..2d legs=2h, 3h\n  weight[future]: 1 target=0.5\n'
    source = SourceFile(
        "p.journey", text.replace("weight=1.5 ", "").replace("\n  weight", "\n  weight: 1.5\n  weight", 1)
    )
    found = resolve(Unit(root=parse(source).document), table)
    assert [item.message for item in found.diagnostics] == []
    exported: Any = export(found.model.view())
    (parcel,) = exported["elements"]
    assert {name: value["value"] for name, value in parcel["properties"].items()} == {
        "weight": 1.5,
        "size": "large",
        "window": [{"text": "1d", "seconds": 86400}, {"text": "2d", "seconds": 172800}],
        "legs": [{"text": "2h", "seconds": 7200}, {"text": "3h", "seconds": 10800}],
        "title": "Jacket",
    }
    assert parcel["properties"]["weight"]["cells"][1]["options"] == {"target": 0.5}
    with_it = Draft202012Validator(schema(table.kinds.values()))
    assert list(with_it.iter_errors(exported)) == []
    assert not Draft202012Validator(schema(TABLE.kinds.values())).is_valid(exported)


def test_a_facet_adds_its_properties_to_the_kind() -> None:
    plain: Any = schema([kind_of(Parcel)])
    added: Any = schema([kind_of(Parcel)], {"parcel": (Insurance,)})
    properties = [made["$defs"]["kind.parcel"]["properties"]["properties"]["properties"] for made in (plain, added)]
    assert set(properties[1]) - set(properties[0]) == {"insured"}


def test_a_map_with_mistakes_is_still_valid(core: Draft202012Validator) -> None:
    text = MAP + '  stage report "Twice" emotion=high colour=red\n  nonsense "X"\n'
    found = resolved(text)
    assert found.diagnostics
    assert list(core.iter_errors(export(found.model.view()))) == []


def test_a_text_is_no_value(core: Draft202012Validator) -> None:
    assert not core.is_valid(Text("x"))
