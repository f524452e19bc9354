"""Fine points of resolution: qualifiers that overlap, repeated options, variants, files that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from resolving import TABLE, clean, resolved

from journeyql import ast
from journeyql.model import Context, Touchpoint
from journeyql.model.resolve import Unit, resolve
from journeyql.source import SourceFile
from journeyql.syntax import RULES, parse

PEOPLE = 'persona mei "Mei"\npersona tom "Tom"\npersona ann "Ann"\n'
STEP = 'journey j "J"\n  stage s "S"\n    touchpoint t "T" %s\n' + PEOPLE


def names(text: str, /, **files: str) -> list[str]:
    return [item.rule.name for item in resolved(text, **files).diagnostics]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param("emotion[mei,tom]=2 emotion[tom,mei]=3", ["repeated-property"], id="equal in another order"),
        pytest.param("emotion[mei,tom]=2 emotion[mei]=3", [], id="the narrower wins"),
        pytest.param("emotion[mei,tom]=2 emotion[mei,ann]=3", ["qualifier-order"], id="both match for mei"),
        pytest.param("emotion[mei]=2 emotion[tom]=3", [], id="never both"),
    ],
)
def test_overlapping_qualifiers(items: str, expected: list[str]) -> None:
    assert names(STEP % items) == expected


def test_the_qualifier_with_fewer_values_is_more_specific() -> None:
    for items in ("emotion[mei,tom]=2 emotion[mei]=3", "emotion[mei]=3 emotion[mei,tom]=2"):
        view = clean(STEP % items).model.view(Context(persona="mei"))
        assert view[view.of(Touchpoint)[0].emotion] == 3.0


@pytest.mark.parametrize(
    "line",
    [
        "      wait: 4min target=1min target=2min",
        "      -> end share=10% share=20%",
        '      -> end "x" delay=2d delay=3d',
    ],
)
def test_an_option_is_given_once(line: str) -> None:
    assert names(STEP.replace("%s\n", f"\n{line}\n")) == ["repeated-property"]


@pytest.mark.parametrize("share", ["120%", "-5%", '"10%"'])
def test_a_share_is_a_part_of_the_whole(share: str) -> None:
    assert names(STEP.replace("%s\n", f"\n      -> end share={share}\n")) == ["wrong-value"]


def test_remarks_behind_a_value_are_kept() -> None:
    view = clean(STEP % '\n      emotion: 2 because="They wait" note="Ask again", "Soon"').model.view()
    cell = view.cell(view.of(Touchpoint)[0].emotion)
    assert (cell.because, cell.notes) == ("They wait", ("Ask again", "Soon"))


def test_what_stands_behind_an_arrow_is_kept() -> None:
    text = STEP % '\n      -> end share=10% from=log because="Some leave"' + 'evidence log "Log" method=analytics\n'
    view = clean(text).model.view()
    edge = next(edge for edge in view.graph.edges if edge.share)
    assert view[edge.terms.because] == "Some leave"
    assert [view.follow(ref).id for ref in view[edge.terms.from_]] == ["log"]


def test_terms_that_differ_by_persona_are_ways_of_their_own() -> None:
    text = """
    journey j "J" persona=mei,tom
    persona mei "Mei"
    persona tom "Tom"
    stage s "S"
      touchpoint a "A"
        -> c "later" delay[mei]=2d delay[tom]=5d
      touchpoint[mei] b "B"
      touchpoint c "C"
    """
    edges = [edge for edge in clean(text).model.view().graph.edges if edge.condition]
    assert [(str(edge.delay), edge.people) for edge in edges] == [("2d", ("mei",)), ("5d", ("tom",))]


VARIANTS = """
journey j "J"
  stage s "S"
    touchpoint t "T"
      -> a "by hand"
      -> end
    touchpoint[DE] a "German form"
    touchpoint[FR] a "French form"
"""


@pytest.mark.parametrize(("market", "title"), [("DE", "German form"), ("FR", "French form")])
def test_a_name_means_the_variant_that_exists(market: str, title: str) -> None:
    view = clean(VARIANTS).model.view(Context(market=market))
    reached = [view.title(edge.target) for edge in view.graph.edges if edge.condition]
    assert reached == [title]


def test_where_no_variant_exists_there_is_no_way() -> None:
    assert [edge for edge in clean(VARIANTS).model.view().graph.edges if edge.condition] == []


def test_a_stage_whose_touchpoints_are_others_has_no_step() -> None:
    text = 'journey j "J"\n  stage a "A"\n  stage b "B"\n    touchpoint[mei] t "T"\n  stage c "C"\n' + PEOPLE
    model = clean(text).model
    assert [step.id for step in model.view(Context(persona="tom")).graph.nodes] == ["a", "c"]
    graph = model.view().graph
    assert all(graph.back(edge) is False for edge in graph.edges)


def test_a_territory_is_a_market_beside_anything_of_that_name() -> None:
    model = clean('journey j "J" market=CN\n  "One" @CN\nchannel CN "Channel"\n').model
    view = model.view()
    (market,) = (view.follow(ref) for ref in view[view.journeys[0].market])
    assert market.entry.name == "market"


def test_the_place_of_a_new_touchpoint_in_chinese() -> None:
    text = '# language: zh\nuse b `b.journey`\nextend b.j\n  触点 neu "新的" 在后=s.t\n'
    view = clean(text, b='journey j "J"\n  stage s "S"\n    touchpoint t "T"\n    touchpoint u "U"\n').model.view()
    assert [item.id for item in view.of(Touchpoint)] == ["t", "neu", "u"]


@pytest.mark.parametrize(
    "text",
    [
        'use b `gone.journey`\njourney j "J"\n  "One" @b.x owner=b.team\n',
        'use `gone.journey`\njourney j "J"\n  "One" @x owner=team\n',
        "use b `gone.journey`\nextend b.j\n  omit report.call\n",
    ],
)
def test_what_a_missing_file_would_explain_is_not_reported(text: str) -> None:
    root = parse(SourceFile("root.journey", text)).document
    assert [item.rule.name for item in resolve(Unit(root=root), TABLE).diagnostics] == []


def test_a_path_in_quotation_marks_is_understood() -> None:
    found = resolved('use b "b.journey"\nextend b.j\n  note: "x"\n', b='journey j "J"\n')
    assert [item.rule.name for item in found.diagnostics] == ["literal-written-as-text"]
    assert found.model.journeys[0].id == "j"


def _elements(nodes: Iterable[ast.Node]) -> Iterator[ast.Element]:
    for node in nodes:
        if isinstance(node, ast.Element):
            yield node
        yield from _elements(node.body)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_broken_line_is_reported_by_the_syntax_alone(rule: object) -> None:
    parsed = parse(SourceFile("a.journey", rule.wrong))
    lines = {node.line for node in _elements(parsed.document.body) if isinstance(node, ast.BrokenElement)}
    further = resolve(Unit(root=parsed.document), TABLE).diagnostics
    assert [item.message for item in further if item.span.line in lines] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a persona in the journey", 'journey j "J" persona=mei\n  persona mei "Mei"\n  "One" emotion[mei]=2\n'),
        ("a persona at the top with a colon", 'journey j "J"\n  "One"\npersona: mei\npersona mei "Mei"\n'),
        ("stages without a journey", 'stage a "A"\nstage b "B"\na -> b\n'),
        ("a property of another kind", 'journey j "J"\n  "One" cost=3EUR\n'),
        ("a name that two elements have", 'journey j "J"\n  "One" @app\nchannel app "A"\nchannel app "B"\n'),
        ("a reversed scale", 'journey j "J" scale=5..1\n  "One" emotion=2\n'),
    ],
)
def test_one_mistake_one_finding(name: str, text: str) -> None:
    assert len(names(text)) == 1, name
