"""What a model says in a context: qualifiers, inheritance, evidence, extension."""

from __future__ import annotations

import pytest
from resolving import clean, resolved

from journeyql.model import Context, Journey, Pain, Stage, Touchpoint

REPAIR = """
journey repair "Repair" persona=mei,tom
persona mei "Mei" segment=new_tenant
persona tom "Tom"
segment new_tenant "New tenants"
market EU "Europe" in=WORLD
market WORLD "World"
market DE "Germany" in=EU
channel app "App" kind=online
team service "Service"
evidence survey "Survey" method=survey
evidence log "Log" method=analytics
stage report "Report" @app owner=service
  touchpoint file "Files" emotion=3 emotion[mei]=2 emotion[future]=5 from=survey
    wait: 4min target=1min within=80% from=log
    doing: "Writes", "Sends"
    doing[zh]: "写"
    pain retype "Retypes" severity=high
  touchpoint[EU] form "Paper form"
"""


def file_of(context: Context) -> tuple[object, Touchpoint]:
    model = clean(REPAIR).model
    view = model.view(context)
    return view, next(item for item in view.of(Touchpoint) if item.id == "file")


@pytest.mark.parametrize(
    ("context", "emotion"),
    [
        (Context(), 3.0),
        (Context(persona="mei"), 2.0),
        (Context(persona="tom"), 3.0),
        (Context(state="future"), 5.0),
        (Context(persona="mei", state="future"), 5.0),  # equal count: state decides before persona
    ],
)
def test_the_most_specific_value_holds(context: Context, emotion: float) -> None:
    view, file = file_of(context)
    assert view[file.emotion] == emotion


def test_a_qualified_list_replaces_the_plain_one() -> None:
    view, file = file_of(Context())
    assert view[file.doing] == ("Writes", "Sends")
    view, file = file_of(Context(language="zh-CN"))
    assert view[file.doing] == ("写",)


@pytest.mark.parametrize(
    ("market", "names"),
    [("", ["file"]), ("US", ["file"]), ("EU", ["file", "form"]), ("DE", ["file", "form"]), ("WORLD", ["file"])],
)
def test_markets_nest(market: str, names: list[str]) -> None:
    view = clean(REPAIR).model.view(Context(market=market))
    assert [item.id for item in view.of(Touchpoint)] == names


def test_surroundings_hand_down_owner_and_channel() -> None:
    view, file = file_of(Context())
    assert view.follow(view[file.channel]).id == "app"
    assert view.follow(view[file.owner]).id == "service"


def test_evidence_comes_from_the_property_else_from_around() -> None:
    view, file = file_of(Context())
    pain = next(view.within(file, Pain))
    assert [item.id for item in view.evidence(file.wait)] == ["log"]
    assert [item.id for item in view.evidence(file.emotion)] == ["survey"]
    assert [item.id for item in view.evidence(pain.severity)] == ["survey"]
    assert (view.grade(file.wait), view.grade(file.emotion)) == ("measured", "stated")


def test_without_evidence_a_claim_is_assumed() -> None:
    view = clean('journey j "J"\n  "One" emotion=2\n').model.view()
    assert view.grade(view.of(Stage)[0].emotion) == "assumed"


def test_a_persona_brings_its_segments() -> None:
    text = REPAIR.replace("emotion[mei]=2", "emotion[new_tenant]=1")
    model = clean(text).model
    file = next(item for item in model.all(Touchpoint) if item.id == "file")
    assert model.view(Context(persona="mei"))[file.emotion] == 1.0
    assert model.view(Context(persona="tom"))[file.emotion] == 3.0


def test_contexts_are_only_those_that_differ() -> None:
    model = clean(REPAIR).model
    assert [context.words for context in model.contexts(("persona",))] == [(), ("mei",)]
    assert len(model.contexts(("persona", "market", "state"))) == 2 * 2 * 2


MARKET = """
use base `base.journey`
extend[CN] base.repair
  title[zh]: "水龙头报修"
  extend report.file channel=wechat
  touchpoint group "Asks in the group" @wechat after=report.file emotion=2
  omit report.call
channel wechat "WeChat" kind=online
"""
BASE = """
journey repair "Tap repaired"
channel app "App" kind=online
stage report "Report"
  touchpoint file "Files" @app emotion=2
  touchpoint call "Calls" emotion=1
stage fix "Fix"
  touchpoint visit "Visit" emotion=4
"""


def test_a_market_file_changes_the_journey_for_its_market() -> None:
    model = clean(MARKET, base=BASE).model
    assert model.context == Context(market="CN")
    view = model.view()
    (journey,) = view.journeys
    assert [step.id for step in view.steps(journey)] == ["file", "group", "visit"]
    file = view.steps(journey)[0]
    assert view.follow(view[file.channel]).id == "wechat"
    assert model.view(Context(market="CN", language="zh")).title(journey) == "水龙头报修"


def test_elsewhere_the_journey_is_as_it_was() -> None:
    view = clean(MARKET, base=BASE).model.view(Context())
    (journey,) = view.of(Journey)
    assert [step.id for step in view.steps(journey)] == ["file", "call", "visit"]


def test_elements_keep_their_paths() -> None:
    model = clean(MARKET, base=BASE).model
    assert "repair.report.file" in model.elements
    assert "repair.report.group" in model.elements


def test_own_lanes_are_typed() -> None:
    text = """
    journey j "J"
      lane relevance "Relevance" type=score scale=1..5
      lane health "Health" type=choice values=healthy,risk
      "One" relevance=4 health=risk
    """
    view = clean(text).model.view()
    stage = view.of(Stage)[0]
    assert (view.own(stage, "relevance"), view.own(stage, "health")) == (4.0, "risk")
    assert [d.rule.name for d in resolved(text.replace("relevance=4", "relevance=9")).diagnostics] == ["out-of-scale"]
