"""Maps that are hard to draw: each still gives a map in which no text overlaps or leaves its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeyql.render.icons import ICONS

LONG = "A title that goes on and on, " * 170
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


def steps(count: int, more: str = "") -> str:
    return "".join(f'  touchpoint t{n} "Step {n}" emotion={n % 5 + 1}\n{more}' for n in range(count))


MAPS = {
    "one touchpoint": f'journey j "One"\nstage s "S"\n{steps(1)}',
    "one stage": 'journey j "One"\nstage s "S" emotion=3\n',
    "no emotion": 'journey j "J"\nstage s "S"\n  touchpoint a "A"\n    doing: "Does it"\n  touchpoint b "B"\n',
    "only emoji": 'journey j "😀"\nstage s "😀😀"\n  touchpoint a "👩‍👩‍👧‍👦🏳️‍🌈" emotion=1 feeling="😤😤😤"\n    doing: "🥳 🥳 🥳"\n',
    "combining marks": f'journey j "{"e" + chr(0x301) * 400}"\nstage s "S{chr(0x302) * 200}"\n{steps(3)}',
    "empty strings": 'journey j ""\nstage s ""\n  touchpoint a "" emotion=2 feeling=""\n    doing: ""\n    thinking: ""\n    pain p ""\n',
    "a long title": f'journey j "{LONG}"\n  goal: "{LONG}"\nstage s "{LONG}"\n  touchpoint a "{LONG}" emotion=1 feeling="{LONG}"\n    pain p "{LONG}"\n',
    "a long word": f'journey j "{WORD * 20}"\nstage s "{WORD}"\n  touchpoint a "{WORD}" emotion=5 feeling="{WORD}"\n    doing: "{WORD * 9}"\n',
    "five personas": 'journey j "J"\n'
    + "".join(f'persona p{n} "Person {n}"\n' for n in range(5))
    + 'stage s "S"\n'
    + "".join(
        f'  touchpoint t{n} "T{n}"\n' + "".join(f"    emotion[p{p}]: {(n + p) % 5 + 1}\n" for p in range(5))
        for n in range(6)
    ),
    "all scores equal": 'journey j "J"\nstage s "S"\n' + "".join(f'  touchpoint t{n} "T" emotion=3\n' for n in range(14)),
    "three nested loops": f'journey j "J"\nstage s "S"\n{steps(8)}  t7 -> t0 "all again" share=5%\n  t6 -> t1 "nearly all" share=6%\n  t5 -> t2 "a bit" share=7%\n  t4 -> t4 "once more" share=8%\n',
    "40 stages": 'journey j "J"\n' + "".join(f'stage s{n} "Stage number {n}"\n  touchpoint t{n} "T{n}" emotion={n % 5 + 1}\n' for n in range(40)),
    "500 in a stage": f'journey j "J"\nstage s "S"\n{steps(500)}',
    "markup": 'journey j "<&\\"\'>"\nstage s "]]><script>"\n  touchpoint a "<b>&amp;" emotion=2 feeling="<i>"\n',
    "arabic": 'journey j "إصلاح الصنبور"\nstage s "الإبلاغ"\n  touchpoint a "يلاحظ التسرب" emotion=2\n    doing: "يضع دلوا تحت الصنبور"\n  touchpoint b "يتصل" emotion=4\n',
}  # fmt: skip


@pytest.mark.parametrize("locale", ["en", "ar", "zh"])
@pytest.mark.parametrize("source", MAPS.values(), ids=MAPS)
def test_a_map_that_is_hard_to_draw(picture, source, locale):
    drawn = picture(source, locale)
    assert drawn.overlaps() == []
    assert drawn.outside() == []


def test_a_journey_without_a_stage_says_so(draw):
    result = draw('journey j "J"\n')
    assert [item.rule.name for item in result.diagnostics] == ["map-empty"]
    assert result.files == ()


def test_what_has_neither_a_title_nor_a_name_is_told(draw):
    source = 'journey j ""\nstage s "S"\n  touchpoint ""\n  touchpoint pay ""\n  touchpoint pay2\n  touchpoint ""\n'
    found = draw(source).diagnostics
    assert [(item.rule.name, item.severity.name, item.span.line) for item in found] == [
        ("map-title-missing", "HINT", 3),
        ("map-title-missing", "HINT", 6),
    ]
    assert found[0].message == "this touchpoint has no title; the map shows `touchpoint`"


def test_letters_carry_no_more_marks_than_a_line_has_room_for(draw):
    content = draw(MAPS["combining marks"]).files[0].content
    drawn = content.partition("</desc>")[2]
    assert "e" + chr(0x301) * 5 in drawn
    assert chr(0x301) * 6 not in drawn
    assert chr(0x302) * 6 not in drawn


def test_a_map_that_nobody_can_overlook_says_what_helps(draw):
    wide, narrow = (f'journey j "J"\nstage s "S"\n{steps(count)}' for count in (25, 24))
    assert [item.rule.name for item in draw(wide).diagnostics] == ["map-wide"]
    assert not draw(narrow).diagnostics
    for option in ({"columns": 12}, {"page": "A3"}):
        assert "map-wide" not in [item.rule.name for item in draw(wide, **option).diagnostics]
    long = draw(MAPS["a long title"]).diagnostics
    assert [(item.rule.name, item.span.line) for item in long] == [("map-title-long", 1), ("map-title-long", 4)]


def test_an_icon_that_does_not_exist_is_told(draw):
    text = 'journey j "J"\nstage s "S"\n  touchpoint t "T" @app emotion=3\nchannel app "App" icon={}\n'
    (finding,) = draw(text.format("phnoe")).diagnostics
    assert (finding.rule.name, finding.span.line, finding.help) == ("map-icon-unknown", 4, "did you mean `phone`?")
    assert not draw(text.format("phone")).diagnostics


def test_every_icon_is_listed():
    page = (Path(__file__).parents[3] / "docs" / "map.md").read_text("utf-8")
    listed = page[page.index("A channel's `icon` is one of") :].partition(";")[0]
    assert sorted(ICONS) == re.findall(r"`(\w+)`", listed)[1:]


@pytest.mark.parametrize("marks", [6, 500])
def test_marks_that_a_map_leaves_out_make_no_title_long(draw, marks):
    """What the hint counts is what the map shows: of 49 letters with five marks each, 294 characters."""
    title = ("e" + "\u0301" * marks) * 49
    assert draw(f'journey j "{title}"\nstage s "S"\n  touchpoint a "A" emotion=2\n').diagnostics == ()
