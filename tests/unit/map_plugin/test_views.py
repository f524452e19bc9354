"""Saved views: what each of their properties keeps, and that what is asked for besides them wins."""

from __future__ import annotations

import pytest
from drawn_map import Drawn, context
from resolving import resolved

from journeyql_map.options import Options
from journeyql_map.render import render

MAP = """journey j "J"
  persona: ann, bob, cem
  view two "Two of them" persona=ann, bob
  view one "One of them" persona=cem
  view place "In Germany" market=DE
  view speech "In German" locale=de
  view later "Later" state=future
  view hurts "What hurts" kinds=pain, need
  view curve "Only feelings" lanes=emotion
  metric m "Calls" value=3
persona ann "Ann, one"
persona bob "Bob, two"
persona cem "Cem, three"
market DE "Germany"
stage s "Stage"
  title[de]: "Phase eins"
  touchpoint a "First" emotion=2 emotion[bob]=4 emotion[future]=5
    doing: "Does it"
    doing[DE]: "Does it in Germany"
    pain "It hurts"
    need "Is needed"
    opportunity "Could be"
    action "Is done"
    metric n "Clicks" value=4
    backstage "Works"
  touchpoint[cem] b "Only Cem" emotion=1
  touchpoint c "Last" emotion=3
    -> a "again" share=10%
"""


def shown(picture, name, **options):
    return " ".join(picture(MAP, saved=name, **options).texts)


@pytest.mark.parametrize(
    ("name", "there", "missing"),
    [
        ("two", ("Ann", "Bob", "Shown: Two of them"), ("Cem",)),
        ("one", ("Cem", "Only Cem"), ("Bob",)),
        ("place", ("in Germany",), ()),
        ("speech", ("Phase eins", "Kontaktpunkt"), ("Stage",)),
        ("later", ("Future state", "5"), ()),
        ("hurts", ("It hurts", "Is needed"), ("Could be", "Is done", "Works", "Clicks", "Calls", "No action yet")),
        ("curve", ("Emotion",), ("It hurts", "Does it", "Path")),
    ],
)
def test_a_view_shows_what_it_names(picture, name, there, missing):
    texts = shown(picture, name)
    assert [words for words in there if words not in texts] == []
    assert [words for words in missing if words in texts] == []


def test_touchpoints_of_those_who_are_left_out_are_left_out_with_their_ways(picture):
    drawn = picture(MAP, saved="two")
    assert {"1", "2"} <= set(drawn.texts)

    said = next(item.text for item in drawn.root.iter("{http://www.w3.org/2000/svg}desc"))
    assert "1 stage, 2 touchpoints, 2 personas" in said
    assert drawn.overlaps() == []


def test_kinds_count_in_the_description(picture):
    said = next(item.text for item in picture(MAP, saved="hurts").root.iter("{http://www.w3.org/2000/svg}desc"))
    assert "1 pain" in said
    assert "action" not in said


@pytest.mark.parametrize(
    ("asked", "name", "there"),
    [
        ({"persona": "bob"}, "one", "Bob"),
        ({"state": "planned"}, "later", "As planned"),
        ({"language": "en"}, "speech", "Stage"),
    ],
)
def test_what_is_asked_for_besides_it_wins(asked, name, there):
    view = resolved(MAP).model.view().narrowed(**asked)
    (file,) = render(context(view, Options(saved=name))).files
    assert there in " ".join(Drawn(str(file.content)).texts)


TWO = """journey one "One"
  stage s "Stage"
journey two "Two"
  view desk "The desk" lanes=emotion
  stage t "Stage"
"""


def test_of_several_journeys_those_are_drawn_that_have_the_view(draw):
    result = draw(TWO, saved="desk")
    assert result.diagnostics == ()
    assert [file.path for file in result.files] == ["map-2.svg"]
    assert "Current state · Shown: The desk" in Drawn(str(result.files[0].content)).texts


def test_where_no_journey_has_it_each_is_drawn_whole_and_says_so(draw):
    result = draw(TWO, saved="front")
    assert [finding.rule.name for finding in result.diagnostics] == ["map-view-unknown"] * 2
    assert [file.path for file in result.files] == ["map.svg", "map-2.svg"]


def test_a_name_that_is_near_is_suggested(draw):
    (finding,) = draw(MAP, saved="hurt").diagnostics
    assert "`hurts`" in str(finding.help)
