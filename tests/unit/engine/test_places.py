"""Findings stand at elements and their parts, whatever the lines, the keyword language and the files around them."""

import pytest
from engine_support import RULE, a_pass

from journeyql.engine.inputs import found

MAP = """\
# about the map
journey shop "Shop"
  owner: nobody
  goal: |
    First line
    second line

stage order "Order" emotion=12
  touchpoint "Pays, at last" @ap emotion[tm]=2
    wait: 4min target=1mn
    -> vist -> off "no"
    pain "Slow" severity=hgh
      note: "x"
    blub b "x"
      deep: 4
      also
extend shop.order
  touchpoint pays
    wait: never
"""
ZH = '# language: zh\n旅程 shop "店"\n阶段 order "下单"\n  触点 pay "付款" 情绪[mei]=2\n    等待: 4min\n'
PLACES = {
    "comment": (1, 1, "", ""),
    "header": (2, 1, "shop", ""),
    "name": (2, 9, "shop", ""),
    "property": (3, 10, "shop", "owner"),
    "block": (6, 7, "shop", "goal"),
    "stage at the margin": (8, 7, "shop.order", ""),
    "on the header": (8, 23, "shop.order", "emotion"),
    "indentation": (9, 1, "shop.order.pays-at-last", ""),
    "channel": (9, 31, "shop.order.pays-at-last", "channel"),
    "qualified": (9, 42, "shop.order.pays-at-last", "emotion[tm]"),
    "option": (10, 16, "shop.order.pays-at-last", "wait / target"),
    "arrow": (11, 8, "shop.order.pays-at-last", "-> vist -> off"),
    "inner element": (12, 10, "shop.order.pays-at-last.slow", ""),
    "unknown element": (14, 5, "shop.order.pays-at-last", "blub b"),
    "in an unknown element": (15, 7, "shop.order.pays-at-last", "blub b / deep"),
    "change": (19, 5, "", "extend shop.order / touchpoint pays / wait"),
}


def at(check, text, line, column):
    def report(context):
        source = context.view.journeys[0].source
        yield RULE.at(source.span(line, column - 1), "m")

    (finding,) = (item for item in check(text, a_pass(report)).diagnostics if item.rule is RULE)
    return finding.element, finding.part


@pytest.mark.parametrize(("line", "column", "element", "part"), PLACES.values(), ids=PLACES)
def test_places(check, line, column, element, part):
    assert at(check, MAP, line, column) == (element, part)


@pytest.mark.parametrize(("line", "column", "part"), [(4, 20, "emotion[mei]"), (5, 9, "wait")])
def test_properties_are_called_by_their_english_names(check, line, column, part):
    assert at(check, ZH, line, column) == ("shop.order.pay", part)


def test_twins_and_other_files_change_no_place(check):
    """Paths in a model are made unique; places are not, so that a twin that is added later is not confused with one."""
    twin = 'journey j "J"\n  stage a "A" emotion=9\n  stage a "A" emotion=9\npersona a "A"\n'
    places = [item.element for item in check(twin).diagnostics if item.rule.name == "out-of-scale"]
    assert places == ["j.a", "j.a"]


def test_a_used_file_has_the_places_of_its_own(tmp_path, session):
    (tmp_path / "base.journey").write_text('journey j "J"\n  stage a "A" emotion=9\n')
    (tmp_path / "over.journey").write_text('use `base.journey`\njourney j "Mine"\n  stage b "B" emotion=9\n')
    started = session()
    (item,) = found([str(tmp_path / "over.journey")])
    assert [
        (finding.span.source.name.rpartition("/")[2], finding.element)
        for finding in started.check(item).diagnostics
        if finding.rule.name == "out-of-scale"
    ] == [("base.journey", "j.a"), ("over.journey", "j.b")]


def test_what_a_plugin_says_of_places_does_not_count(check):
    import attrs

    def lying(context):
        yield attrs.evolve(RULE.at(context.view.journeys[0].span, "m"), element="\x1b[31m", part="x")

    (finding,) = check('journey j "J"\n', a_pass(lying)).diagnostics
    assert (finding.element, finding.part) == ("j", "")
