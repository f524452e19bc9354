"""What people feel: the curves of personas and of another state, and words that find no place in the band."""

from __future__ import annotations

import re

import pytest
from drawn_map import Drawn

from journeyql.plugin import Severity

CROWD = (
    'journey j "J"\n'
    + "".join(f'persona p{n} "Somebody {n}"\n' for n in range(8))
    + 'stage s "S"\n  touchpoint a "A"'
    + "".join(f" emotion[p{n}]={1 + n % 2}" for n in range(8))
    + '\n  touchpoint b "B" emotion=3 feeling=overwhelmed\n'
)


def test_words_that_find_no_place_name_a_person_once(picture):
    texts = " ".join(picture(CROWD).texts)
    assert "Somebody 7: 3 · overwhelmed" in texts
    assert "Somebody 7: Somebody" not in texts


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Emotion scores on evidence: 1 of 2; assumed: 1; not known: 1."),
        ("de", "Belegte Stimmungswerte: 1 von 2; angenommen: 1; nicht bekannt: 1."),
        ("zh", "2 个情绪分值中，1 个有依据，1 个为假设；另有 1 处未知。"),
    ],
)
def test_counts_need_no_plural(picture, locale, said):
    source = (
        'journey j "J"\nevidence e "E" method=survey\nstage s "S"\n'
        '  touchpoint a "A" emotion=2 from=e\n  touchpoint b "B"\n  touchpoint c "C" emotion=4\n'
    )
    assert said in picture(source, locale).texts


def _below(drawn):
    """The texts of the row of feelings, from its name on."""
    texts = drawn.texts
    return texts[texts.index("Feeling") + 1 :]


def test_a_feeling_without_a_score_is_told_though_there_is_no_band(picture):
    drawn = picture('journey j "J"\nstage s "S"\n  touchpoint a "A" feeling=worried\n  touchpoint b "B"\n')
    assert _below(drawn)[0] == "worried"
    assert "Emotion" not in drawn.texts


def test_a_feeling_without_a_score_stands_below_the_band(picture):
    drawn = picture('journey j "J"\nstage s "S"\n  touchpoint a "A" feeling=worried\n  touchpoint b "B" emotion=4\n')
    tops = {line.text: line.top for line in drawn.lines}
    assert tops["Emotion"] < tops["Frustrated"] < tops["worried"]
    assert abs(tops["worried"] - tops["Feeling"]) < 16


def test_feelings_with_a_score_stand_in_the_band_alone(picture):
    drawn = picture('journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2 feeling=worried\n')
    assert "Feeling" not in drawn.texts
    assert "2 · worried" in drawn.texts


def test_feelings_without_a_score_say_whose_they_are_where_they_differ(picture):
    source = (
        'journey j "J"\npersona mei "Mei"\npersona tom "Tom"\nstage s "S" feeling=tired\n'
        '  touchpoint a "A" feeling=worried feeling[tom]="very calm"\n'
        '  touchpoint b "B" emotion[mei]=4 feeling=proud\n'
    )
    texts = " ".join(_below(picture(source)))
    assert "whole stage: tired Mei: worried Tom: very calm" in texts
    assert "Tom: proud" in texts
    assert "Mei: proud" not in texts


@pytest.mark.parametrize(
    ("options", "told"), [({"saved": "f"}, True), ({"saved": "w"}, False), ({"layout": "curve"}, True)]
)
def test_they_go_with_the_band(picture, options, told):
    source = (
        'journey j "J"\n  view f "F" lanes=feeling\n  view w "W" lanes=wait\n'
        'stage s "S"\n  touchpoint a "A" feeling=worried\n'
    )
    assert ("worried" in picture(source, **options).texts) is told


TWO = (
    'journey j "J"\npersona mei "Mei Chen, tenant"\npersona tom "Tom Berg"\nevidence e "E" method=survey\n'
    'stage s "S"\n  touchpoint a "A" emotion[mei]=2 emotion[tom]=3{}\n  touchpoint b "B" emotion=4{}\n'
)
FOOT = "Emotion scores on evidence: 0 of {}; assumed: {}; not known: 0."


def _dotted(drawn):
    """How many lines are those of another state."""
    return drawn.svg.count('stroke-dasharray="2 5"')


def test_another_state_in_which_nothing_differs_is_no_curve_but_a_hint(draw):
    result = draw(TWO.format("", ""), compare="future")
    drawn = Drawn(str(result.files[0].content))
    assert [(item.rule.name, item.severity) for item in result.diagnostics] == [("map-states-alike", Severity.HINT)]
    assert "emotion[future]=4" in str(result.diagnostics[0].help)
    assert (_dotted(drawn), "Future" in drawn.svg, "not known" in drawn.texts) == (0, False, False)
    assert FOOT.format(4, 4) in drawn.texts


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (" emotion[mei, future]=5", "", ["Mei Chen (Future state)"]),
        ("", " emotion[future]=1", ["Mei Chen (Future state)", "Tom Berg (Future state)"]),
        (" emotion[mei, future]=5 emotion[tom, future]=5", "", ["Future state"]),
        (" emotion[mei, future]=3", "", ["Mei Chen (Future state)"]),  # as Tom feels today, and then
    ],
    ids=["one", "both", "alike then", "as another"],
)
def test_another_state_has_a_curve_for_each_who_feels_otherwise(picture, first, second, names):
    drawn = picture(TWO.format(first, second), compare="future")
    said = next(item.text for item in drawn.root.iter("{http://www.w3.org/2000/svg}desc"))
    assert re.findall(r"Lowest point for ([^:]*Future state\)?):", said) == names
    assert _dotted(drawn) == len(names)
    assert FOOT.format(4, 4) in drawn.texts


def test_those_who_feel_alike_today_may_differ_later(picture):
    source = TWO.replace("emotion[mei]=2 emotion[tom]=3", "emotion=2").format(" emotion[tom, future]=5", "")
    drawn = picture(source, compare="future")
    texts = " ".join(drawn.texts)
    assert "Tom Berg (Future state)" in texts
    assert "Mei Chen (Future state)" not in texts
    assert FOOT.format(2, 2) in drawn.texts


def test_a_map_of_another_state_is_compared_with_today(picture):
    source = TWO.format(" emotion[mei, future]=5", "").replace(
        "persona mei", '  view later "Later" state=future\npersona mei', 1
    )
    texts = " ".join(picture(source, saved="later", compare="current").texts)
    assert "Mei Chen (Current state)" in texts
    assert "Tom Berg (Current state)" not in texts


@pytest.mark.parametrize(("locale", "name"), [("de", "Mei Chen (Künftiger Stand)"), ("zh", "Mei Chen（未来）")])
def test_another_state_is_named_in_the_language_of_the_map(picture, locale, name):
    source = TWO.format(" emotion[mei, future]=5", " emotion[mei, future]=1")
    said = next(
        item.text for item in picture(source, locale, compare="future").root.iter("{http://www.w3.org/2000/svg}desc")
    )
    assert name in said


LONG = "overwhelmed and let down by everything they said about the broken tap in the kitchen"


def test_words_that_several_share_and_that_find_no_place_say_whose_they_are(picture):
    source = (
        'journey j "J"\npersona ann "Ann"\npersona bob "Bob"\npersona cem "Cem"\nstage s "S"\n'
        '  touchpoint a "A" emotion=1 emotion[cem]=5\n'
        f'  touchpoint b "B" emotion=2 emotion[cem]=4 feeling="{LONG}"\n'
        '  touchpoint c "C" emotion=5 emotion[bob]=4 emotion[cem]=1\n'
    )
    below = " ".join(_below(picture(source)))
    assert f"Ann, Bob: 2 · {LONG}" in below
    assert f"Cem: 4 · {LONG}" in below
