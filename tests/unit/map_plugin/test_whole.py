"""The plugin from all sides: conformance, escapes, the same bytes, and what a map says to those who do not see it."""

from __future__ import annotations

import re

import pytest
from drawn_map import Drawn

import journeyql_map
import journeyql_privacy
from journeyql.testing import assert_conforms, assert_deterministic, assert_escapes, render
from journeyql_map.catalogue import DE, EN, ZH

MAP = """journey repair "A tap is repaired"
  goal: "Fixed within two days"
  persona: mei, tom
  lane relevance "Relevance" type=score scale=1..5
  view desk "For the desk" lanes=emotion, wait
persona mei "Mei Chen, tenant"
  quote: "When?"
persona tom "Tom Berg, landlord"
channel app "App" kind=online
channel chat "Chat" kind=hidden
evidence survey "Survey" method=survey sample=412
stage report "Report the fault"
  touchpoint notice "Notices the leak" @chat emotion=2 feeling=worried relevance=4
  touchpoint file "Files a request" @app emotion[mei]=2 emotion[tom]=3 from=survey
    doing: "Takes a photo"
    thinking: "Will anybody read this?"
    wait: 4min target=1min
    csat: 4.4 target=4.2
    pain retype "Types the address again" severity=high frequency=35%
      action "Prefill it" impact=4 effort=1
    backstage "Reads it"
    backstage "Waves from the window" visible=yes
    support "Keeps it"
    proof "A receipt"
    -> visit
    -> call "no answer" share=35%
  touchpoint[tom] call "Calls" emotion=1
    pain "Nobody knows"
stage fix "Fix it"
  touchpoint visit "The technician comes" emotion=5 moment=truth
  touchpoint bill "Gets the bill"
  touchpoint rate "Rates the repair" emotion=3
    -> file "leak is back" share=8%
"""


def test_it_conforms():
    assert_conforms(journeyql_map)


@pytest.mark.parametrize("layout", ["map", "blueprint"])
def test_no_text_becomes_anything_else(layout):
    assert_escapes("map", rounds=12, plugins=[journeyql_map], renderer_options={"layout": layout})


def test_the_same_bytes_everywhere():
    assert_deterministic("map", MAP, plugins=[journeyql_map])


def test_catalogues_have_the_same_keys_and_placeholders():
    assert EN.keys() == DE.keys() == ZH.keys()
    for key, text in EN.items():
        names = set(re.findall(r"\{(\w+)\}", text))
        assert names == set(re.findall(r"\{(\w+)\}", DE[key])) == set(re.findall(r"\{(\w+)\}", ZH[key])), key


def test_a_map_says_what_it_shows(picture):
    said = next(item.text for item in picture(MAP).root.iter("{http://www.w3.org/2000/svg}desc"))
    assert said == (
        "Customer journey map. 2 stages, 6 touchpoints, 2 personas, 2 pains, 1 action. "
        "Lowest point for Mei Chen: Notices the leak, 2 of 5. Peak for Mei Chen: The technician comes, 5 of 5. "
        "Lowest point for Tom Berg: Calls, 1 of 5. Peak for Tom Berg: The technician comes, 5 of 5."
    )


def test_every_score_stands_as_text(picture):
    texts = " ".join(picture(MAP).texts)
    for said in ("2 · worried", "lowest point", "5 · peak", "Mei Chen 3", "Tom Berg 3", "Mei Chen: not known"):
        assert said in texts


def test_what_is_assumed_is_dashed_and_what_is_not_known_is_a_gap(picture):
    svg = picture(MAP).svg
    assert 'stroke-dasharray="6 6"' in svg
    assert 'stroke-dasharray="4 5"' in svg
    plain = 'journey j "J"\nstage s "S"{}\n  touchpoint a "A" emotion=1\n  touchpoint b "B" emotion=4\n'
    assert 'stroke-dasharray="6 6"' in picture(plain.format("")).svg
    known = picture(plain.format(" from=survey") + 'evidence survey "Survey" method=survey\n').svg
    assert 'stroke-dasharray="6 6"' not in known
    assert 'stroke-dasharray="4 5"' not in known


def test_lanes_stand_in_order_and_only_with_content(picture):
    names = ("Path", "Touchpoint", "Doing", "Thinking", "Emotion", "Relevance", "Waits", "Measures", "Pains")
    more = ("Front stage", "Line of visibility", "Backstage", "Line of internal interaction", "Evidence")
    lines = {line.text: line.top for line in picture(MAP).lines}
    texts = lines.keys()
    tops = [lines[name] for name in (*names, *more)]
    assert tops == sorted(tops)
    assert "Needs and chances" not in texts


def test_a_saved_view_chooses_lanes(picture, draw):
    texts = picture(MAP, saved="desk").texts
    assert {"Waits", "Emotion"} <= set(texts)
    assert "Pains" not in texts
    missing = draw(MAP, saved="nothing")
    assert [item.rule.name for item in missing.diagnostics] == ["map-view-unknown"]


def test_another_state_is_drawn_beside(picture):
    source = 'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=1 emotion[future]=4\n  touchpoint b "B" emotion=2 emotion[future]=5\n'
    assert "Future state 5" in " ".join(picture(source, compare="future").texts)


def test_a_stage_may_speak_for_its_touchpoints(picture):
    source = 'journey j "J"\nstage s "S" emotion=2\n  touchpoint a "A"\n  touchpoint b "B"\n  touchpoint c "C"\nstage t "T"\n  touchpoint d "D" emotion=4\n'
    texts = picture(source).texts
    assert "2 · lowest point" in texts
    assert "not known" not in texts


def test_personal_data_has_a_lane():
    source = (
        'journey j "J"\nstage s "S"\n  touchpoint a "A" collects=mail\n  touchpoint b "B"\ndata mail "E-mail address"\n'
    )
    drawn = render("map", source, plugins=[journeyql_map, journeyql_privacy])
    texts = Drawn(str(drawn.files[0].content)).texts
    assert {"Personal", "data"} <= set(" ".join(texts).split())
    assert "collects: E-mail address" in " ".join(texts)


def test_a_state_that_does_not_exist_is_refused(draw):
    with pytest.raises(ValueError, match="must be one of current, future"):
        draw(MAP, compare="tomorrow")


def test_columns_go_on_below(picture):
    one, more = picture(MAP), picture(MAP, columns=3)
    assert more.size[1] > one.size[1] + 300
    assert more.texts.count("Emotion") == 2


def test_a_strip_has_only_rows_with_content(picture):
    said = '    doing: "Does it"\n    wait: 2min\n    backstage "Works"\n    pain "Hurts"\n    emotion: 2\n'
    steps = "".join(f'  touchpoint t{n} "Step {n}"\n{said if n < 2 else ""}' for n in range(4))
    texts = picture(f'journey j "J"\nstage s "S"\n{steps}', columns=2).texts
    for name in ("Doing", "Waits", "Emotion", "Pains", "Line of visibility", "Backstage"):
        assert texts.count(name) == 1, name
    assert texts.count("Touchpoint") == 2


def test_nothing_is_asked_of_the_network_or_a_style_sheet(picture):
    svg = picture(MAP).svg
    assert not re.search(r"<(?:style|script|image|foreignObject|use)|href|var\(|@import", svg)
    assert all(value.startswith("jq-repair-") for value in re.findall(r' id="([^"]*)"', svg))


def test_a_map_from_right_to_left_is_the_mirror_image(picture):
    there, back = picture(MAP, "en"), picture(MAP, "ar")
    wide = there.size[0]
    left = next(line for line in there.lines if line.text == "Notices the leak")
    right = next(line for line in back.lines if line.text == "Notices the leak")
    assert left.left == pytest.approx(wide - right.right, abs=0.02)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_each_text_has_a_direction_of_its_own_in_any_map(picture, locale):
    svg = picture(
        'journey j "J"\nstage s "S"\n  touchpoint a "ماء Starbucks"\n  touchpoint b "Starbucks ماء"\n', locale
    ).svg
    assert ">\u2067ماء Starbucks\u2069<" in svg
    assert ">Starbucks ماء<" in svg
    assert "direction" not in svg


def test_guards_are_told_by_the_titles_of_what_they_name(picture):
    svg = picture(
        'journey "J"\n  stage "S"\n    touchpoint a "A"\n      -> c if=reg\n      -> b unless=reg.refused\n'
        '    touchpoint b "B"\n    touchpoint c "C"\nsegment reg "Regulars"\n'
    ).svg
    assert ">if “Regulars”<" in svg
    assert ">unless “Regulars” refused<" in svg
