"""The core vocabulary says what the language's table says, is documented, and its examples are valid."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from resolving import clean

from journeyql import ast
from journeyql.model import kinds
from journeyql.model.context import STATES
from journeyql.model.element import Element, Measure
from journeyql.model.flow import FlowTerms
from journeyql.model.kinds import CORE
from journeyql.model.kinds.words import DAYS, FEELING, KANO, SEVERITY, STATE, TIME
from journeyql.model.types import Amount, Misread
from journeyql.model.vocabulary import FILE, KindSpec, PropertySpec, kind_of, properties_of
from journeyql.source import SourceFile
from journeyql.syntax import parse

# ---- The table "Core vocabulary" of the language design, row by row.
TABLE = """
journey: goal scope scenario state version updated validated review scale persona market locale owner consulted
    informed preset tags locked
persona segment: behaviour motive needs quote age lifecycle value_tier locale market image tactic when
channel: kind carrier environment staff icon owner markets
team partner system competitor: provides duties sla resists
market: in territory locales regimes currency quiet holidays payments prefers
contact: kind channel at
cap: channel limit per quiet
stage: role goal duties sequence
stage touchpoint: channel actor initiator doing thinking feeling emotion expectation at wait duration importance moment
    task optional owner automatable carries mockup image journey survey event of environment staff capacity season nps
    csat ces
pain need opportunity cause factor: severity frequency importance satisfaction latent unmet kano like weight
action recovery: owner kind impact effort cost benefit reach confidence horizon due within status addresses depends
    phase announced when system
metric: value target baseline change unit better sample scale owner
evidence: method sample date covers source mix
experiment risk story quote: arms result method likelihood sponsor
backstage support proof: by reads writes
handoff: carries
lane: type scale values
view: lanes persona market locale state kinds
goal:
"""
# ---- Words of a row that only some of its kinds carry.
ONLY = """
segment: when
team partner: duties resists
pain need opportunity: kano
need: latent unmet
opportunity: like
cause factor: weight
experiment: arms result method
risk: likelihood sponsor
"""
# ---- What the table does not name and the core has, each for a concept of docs/concepts.md.
ADDED = """
goal: metric
persona: segment prefers
segment: prefers
team: members meets
contact: delay
cap: kind
stage touchpoint: kano
metric: kind
experiment: metric
risk: severity
story: text by
quote: by
backstage: visible
handoff: to
lane: of
"""
COMMON = "title from because owner status tags link note after"
WORDS = {
    "channel.kind": "online offline hidden voice iot virtual",
    "stage.moment": "truth peak end",
    "pain.severity": "low medium high critical",
    "need.kano": "must-be one-dimensional attractive indifferent reverse",
    "metric.better": "higher lower",
    "evidence.method": "interview survey focus-group workshop external analytics crm observation biometric",
    "experiment.method": "ab prototype pilot",
    "lane.type": "text score number percentage duration money choice",
    "stage.role": "awareness consideration decision purchase onboarding use service retention loyalty advocacy feedback",
    "journey.state": "current future planned actual expected",
}

SPECS = {kind_of(cls).name: kind_of(cls) for cls in CORE}
MEASURED = "emotion wait duration nps csat ces"
CHINESE = re.compile(r"[^\W\d_a-zA-Z]+")
each_kind = pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)


def rows(table: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for row in re.sub(r"\n\s+", " ", table).strip().splitlines():
        names, words = row.split(":")
        yield tuple(names.split()), tuple(words.split())


def wanted() -> dict[str, set[str]]:
    """The words of each kind by the tables."""
    found: dict[str, set[str]] = {}
    for names, words in rows(TABLE):
        narrowed = {word: {*names} & {*few} for few, some in rows(ONLY) for word in some}
        for name in names:
            kept = (word for word in words if name in (narrowed.get(word) or names))
            found.setdefault(name, set()).update(kept)
    for names, words in rows(ADDED):
        for name in names:
            found[name].update(words)
    return found


def own(spec: KindSpec) -> set[str]:
    return set(spec.properties) - set(COMMON.split())


def inside(name: str) -> list[KindSpec]:
    return [spec for spec in SPECS.values() if name in spec.inside]


def option_classes() -> list[type]:
    fields = [prop for spec in SPECS.values() for prop in spec.properties.values()]
    return list(dict.fromkeys([prop.options for prop in fields if prop.options is not None] + [FlowTerms]))


def repeated(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(word for word in words if word).items() if count > 1]


# ---- The table


def test_the_core_has_the_kinds_of_the_table() -> None:
    assert set(SPECS) == set(wanted())


def test_every_element_has_the_common_properties() -> None:
    assert list(properties_of(Element)) == COMMON.split()


@each_kind
def test_a_kind_has_the_words_of_its_rows_and_no_others(spec: KindSpec) -> None:
    words = wanted()[spec.name]
    brief = {other.name for other in inside(spec.name) if other.brief}
    assert words <= set(spec.properties) | brief
    assert own(spec) <= words


@pytest.mark.parametrize("field", WORDS)
def test_a_property_of_words_has_those_of_the_table(field: str) -> None:
    kind, _, name = field.partition(".")
    assert set(WORDS[field].split()) <= set(SPECS[kind].properties[name].value.words)


@pytest.mark.parametrize("name", MEASURED.split())
def test_a_measured_value_takes_a_target(name: str) -> None:
    assert SPECS["touchpoint"].properties[name].options is Measure


def test_the_states_of_the_vocabulary_are_those_of_the_context() -> None:
    assert tuple(STATE.words) == STATES


def test_channel_owner_and_evidence_come_from_the_surroundings() -> None:
    inheriting = {prop.name for prop in SPECS["touchpoint"].properties.values() if prop.inherits}
    assert inheriting == {"channel", "owner", "from"}


# ---- Names


def test_names_are_unique() -> None:
    assert repeated(kind_of(cls).name for cls in CORE) == []
    assert repeated(kind_of(cls).zh for cls in CORE) == []


@each_kind
def test_names_inside_a_kind_mean_one_thing(spec: KindSpec) -> None:
    properties = list(spec.properties.values())
    assert repeated(prop.zh for prop in properties) == []
    for other in inside(spec.name):
        namesakes = [prop.name for prop in properties if prop.zh == other.zh]
        assert namesakes in ([], [other.name])


@pytest.mark.parametrize("cls", option_classes(), ids=lambda cls: cls.__name__)
def test_options_mean_one_thing(cls: type) -> None:
    specs = properties_of(cls).values()
    assert repeated(spec.zh for spec in specs) == []
    assert all(spec.doc.endswith(".") and spec.zh for spec in specs)


@each_kind
def test_every_word_has_a_chinese_name_that_can_be_written_bare(spec: KindSpec) -> None:
    words = [prop.value.words for prop in spec.properties.values()]
    names = [spec.zh, *(prop.zh for prop in spec.properties.values())]
    names += [local for found in words for local in found.values()]
    assert [name for name in names if not CHINESE.fullmatch(name)] == []
    for found in words:
        assert repeated(found.values()) == []


@each_kind
def test_a_kind_stands_where_there_is_a_place(spec: KindSpec) -> None:
    assert spec.inside
    assert repeated(spec.inside) == []
    assert [place for place in spec.inside if place != FILE and place not in SPECS] == []


def test_every_reference_names_kinds_that_exist() -> None:
    values = [prop.value for spec in SPECS.values() for prop in spec.properties.values()]
    values += [prop.value for cls in option_classes() for prop in properties_of(cls).values()]
    assert {target for value in values for target in value.targets} <= set(SPECS)


def test_every_class_is_exported() -> None:
    exported = {getattr(kinds, name) for name in kinds.__all__ if name != "CORE"}
    bases = {base for cls in CORE for base in cls.__mro__[1:] if issubclass(base, Element)} - {Element}
    assert exported == {*CORE, *bases, *(set(option_classes()) - {Measure, FlowTerms})}


# ---- Documentation


@each_kind
def test_a_kind_is_documented(spec: KindSpec) -> None:
    summary = inspect.cleandoc(spec.doc).splitlines()[0]
    assert summary[0].isupper()
    assert summary.endswith(".")


def properties() -> list[PropertySpec]:
    return [prop for spec in SPECS.values() for prop in spec.properties.values()]


def test_every_property_is_documented_in_one_sentence() -> None:
    unclear = [prop for prop in properties() if not re.fullmatch(r"[A-Z`].*[^.]\.", prop.doc) or ". " in prop.doc]
    assert [(prop.name, prop.doc) for prop in unclear] == []


def example(spec: KindSpec) -> str:
    _, mark, text = inspect.cleandoc(spec.doc).partition("Example:\n")
    assert mark, f"{spec.name} has no example"
    return textwrap.dedent(text) + "\n"


def elements(nodes: Iterable[ast.Node]) -> Iterator[ast.Element]:
    for node in nodes:
        if isinstance(node, ast.Element):
            yield node
        yield from elements(node.body)


@each_kind
def test_an_example_shows_its_kind(spec: KindSpec) -> None:
    parsed = parse(SourceFile("example.journey", example(spec)))
    assert parsed.diagnostics == ()
    found = {node.kind for node in elements(parsed.document.body)}
    briefly = {node.key for element in elements(parsed.document.body) for node in element.body if hasattr(node, "key")}
    assert spec.name in found | (briefly if spec.brief else set())


@each_kind
def test_an_example_is_valid(spec: KindSpec) -> None:
    resolution = clean(example(spec))
    assert resolution.diagnostics == ()
    assert resolution.model.all(spec.cls)


# ---- The value types that only the kinds use


@pytest.mark.parametrize("text", ["23:00", "3d", "2026-11-21", "2026-Q4"])
def test_a_time_is_of_the_day_since_the_beginning_or_in_the_calendar(text: str) -> None:
    read = TIME.read(ast.Quantity(text))
    assert not isinstance(read, Misread)
    assert str(read) == text


def test_days_are_one_or_many() -> None:
    assert str(DAYS.read(ast.Quantity("2026-11-01..2026-11-11"))) == "2026-11-01..2026-11-11"
    assert DAYS.dump(DAYS.read(ast.Quantity("2026-11"))) == "2026-11"  # type: ignore[arg-type]
    assert isinstance(DAYS.read(ast.Quantity("3d")), Misread)


def test_an_estimate_has_five_steps() -> None:
    impact = SPECS["action"].properties["impact"].value
    assert impact.read(ast.Quantity("5")) == 5.0
    assert impact.read(ast.Quantity("6")) == Misread("expected a number from 1 to 5")


@pytest.mark.parametrize(
    ("text", "number", "unit"), [("3.1", 3.1, ""), ("-20%", -20.0, "%"), ("2h", 7200.0, "s"), ("9EUR", 9.0, "EUR")]
)
def test_an_amount_keeps_its_unit(text: str, number: float, unit: str) -> None:
    amount = SPECS["metric"].properties["value"].value.read(ast.Quantity(text))
    assert isinstance(amount, Amount)
    assert (amount.number, amount.unit, str(amount)) == (number, unit, text)


def test_severities_rank_from_low_to_critical() -> None:
    assert list(SEVERITY.words) == ["low", "medium", "high", "critical"]


def test_a_feeling_is_a_known_word_or_a_text_of_ones_own() -> None:
    assert FEELING.read(ast.Reference("担心")) == "worried"
    assert FEELING.read(ast.Text("a bit lost")) == "a bit lost"
    assert isinstance(FEELING.read(ast.Reference("lost")), Misread)
    assert KANO.read(ast.Reference("must-be")) == "must-be"


@pytest.mark.parametrize("value", [ast.Text("a question"), ast.Reference("browsing_history")])
def test_what_is_carried_is_said_in_words_or_by_name(value: ast.Value) -> None:
    carried = SPECS["handoff"].properties["carries"].value
    assert carried.dump(carried.read(value)) == value.value


@pytest.mark.parametrize(("text", "weight"), [("35%", 35.0), ("3", 3.0)])
def test_a_weight_is_a_percentage_or_a_number_of_points(text: str, weight: float) -> None:
    assert SPECS["factor"].properties["weight"].value.read(ast.Quantity(text)) == weight


@pytest.mark.parametrize(("word", "meant"), [("high", "high"), ("高", "high"), ("gold", "gold")])
def test_a_company_names_tiers_of_its_own(word: str, meant: str) -> None:
    tier = SPECS["segment"].properties["value_tier"].value
    assert tier.read(ast.Reference(word)) == meant
    assert set(tier.words) == {"low", "medium", "high"}
