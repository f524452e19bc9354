"""What people feel: the curves of personas and of another state, and words that find no place in the band."""

from __future__ import annotations

import pytest

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
