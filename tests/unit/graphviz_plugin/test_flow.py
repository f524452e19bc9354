"""What a drawn flow shows, and what it never holds."""

from __future__ import annotations

import re

import pytest

from journeyql.render import DARK, LIGHT
from journeyql.render.svg_rules import ELEMENTS
from journeyql_graphviz.options import FlowOptions

REPAIR = """
journey repair "Getting a tap repaired"
  goal: "Fixed within two days"
  persona: mei, tom
persona mei "Mei Chen, first-time tenant"
  quote: "When does somebody come?"
persona tom "Tom Berg, landlord"
channel app "Resident app" kind=online
channel hotline "Service hotline" kind=offline
channel chat "Neighbours' chat" kind=hidden
evidence survey "Survey" method=survey
stage report "Report the fault"
  touchpoint notice "Notices the leak" @chat emotion=2 feeling=worried
  touchpoint file "Files a request" @app emotion[mei]=2 emotion[tom]=3 from=survey
    wait: 4min target=1min
    pain retype "Types the address again" severity=high frequency=35%
    handoff "To the dispatcher"
    -> visit
    -> call "no answer" share=35%
  touchpoint call "Calls" @hotline emotion=1 optional=yes
stage fix "Fix it"
  touchpoint visit "The technician comes" emotion=4 moment=truth
  visit -> file "leak is back" share=8%
"""


def test_everything_that_the_file_says_can_be_read(picture):
    texts = picture(REPAIR).texts
    for words in (
        *("Getting a tap repaired", "Fixed within two days", "Mei Chen", "first-time tenant", "Report the fault"),
        *("Notices the leak", "Neighbours' chat", "worried", "4 min · target 1 min", "Types the address again", "35%"),
        *("no answer · 35%", "otherwise · 65%", "leak is back", "8%", "dispatcher", "optional", "Moment of truth"),
    ):
        assert words in texts, words


def test_each_touchpoint_is_described_in_words(picture):
    described = [title for title in picture(REPAIR).titles if title.startswith("2. ")]
    assert described[0].splitlines() == [
        "2. Files a request",
        "Channel: Resident app (online)",
        "Mei Chen: 2 of 5",
        "Tom Berg: 3 of 5",
        "Wait: 4 min, target 1 min, target missed",
        "Pain point: Types the address again, high, 35%",
    ]


def test_the_picture_describes_itself(picture):
    root = picture(REPAIR).root
    texts = {item.get("id"): item.text for item in root if item.get("id")}
    assert root.get("role") == "img"
    assert texts["jq-repair-t"] == "Getting a tap repaired"
    assert "2 stages, 4 touchpoints, 2 personas, 1 pain" in texts["jq-repair-d"]
    assert "Lowest point: Calls, 1 of 5." in texts["jq-repair-d"]


def test_marks_that_mean_something_are_drawn(picture):
    svg = picture(REPAIR).svg
    assert 'stroke-dasharray="5 5"' in svg  # the return loop
    assert 'stroke-dasharray="3 2.5"' in svg  # the number of the hidden touchpoint
    assert svg.count("<polygon") == 2  # the star of the moment of truth, and in the legend


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("emotion=3", "waiting time"),
        ("emotion=3", "hidden"),
        ("emotion=3", "return"),
        ("emotion=3", "moment of truth"),
        ("emotion=3", "severity, 1 to 4"),
    ],
)
def test_the_legend_names_only_marks_that_occur(picture, line, words):
    assert words not in picture(f'journey a "A"\n  stage s "S"\n    touchpoint t "T" {line}\n').texts


def test_what_cites_no_evidence_is_drawn_as_assumed_even_where_nothing_does(picture):
    drawn = picture('journey "Coffee"\n  "Queues" emotion=2\n    pain "The line is long"\n')
    assert {"assumed", "pain, assumed", "No evidence cited yet."} <= {*drawn.texts}
    assert "stated or measured" not in drawn.texts
    assert any("Emotion: 2 of 5, assumed\nPain point: The line is long, assumed" in title for title in drawn.titles)


def test_personas_who_feel_the_same_share_a_face(picture):
    head = 'journey a "A"\npersona p "P"\npersona q "Q"\nstage s "S"\n  touchpoint t "T" '
    assert "all personas" in picture(head + "emotion=3\n").texts
    assert "all personas" not in picture(head + "emotion[p]=3 emotion[q]=4\n").texts


def test_one_persona_alone_when_the_view_is_narrowed(picture):
    texts = picture(REPAIR, persona="mei").texts
    assert "Mei Chen" in texts
    assert "Tom Berg" not in texts


def test_words_are_in_the_readers_language(picture):
    texts = picture(REPAIR, locale="zh").texts
    assert "关键时刻" in texts
    assert "担心" in texts
    assert "其余，65%" in texts
    assert not {"otherwise · 65%", "Moment of truth", "worried"} & set(texts)


def test_dark_pictures_use_the_dark_theme_alone(picture):
    svg = picture(REPAIR, theme=DARK).svg
    assert DARK.page in svg
    assert "#FFFFFF" not in svg.replace(f'fill="{DARK.stage.text}"', "")


HOSTILE = r'"<script>alert(1)</script>\" onload=\"f()\" javascript:f() ]]> &lt; \\N"'


def test_hostile_words_stay_words(picture):
    source = f"""
journey __proto__ {HOSTILE}
channel digraph {HOSTILE} kind=online
persona graph {HOSTILE}
  quote: {HOSTILE}
stage node {HOSTILE}
  touchpoint graph {HOSTILE} @digraph emotion=1 feeling={HOSTILE}
    pain edge {HOSTILE}
    -> strict {HOSTILE} share=5%
  touchpoint strict "x"
"""
    drawn = picture(source)
    tags = {item.tag.rpartition("}")[2] for item in drawn.root.iter()}
    assert tags <= ELEMENTS - {"a"}
    names = {name for item in drawn.root.iter() for name in item.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert "<script>alert(1)</script>" in "".join(drawn.texts).replace(" ", "").replace("\n", "")


def test_an_attack_that_is_not_escaped_would_be_noticed():
    """The positive control of the test above."""
    assert not {"script"} <= ELEMENTS
    assert re.search("<script>", '<svg><text>"<script>"</text></svg>')


@pytest.mark.parametrize(
    "source",
    [
        'journey a "A"\n  "Only a stage"\n',
        'journey a "A"\n  stage s "S"\n    touchpoint t "T"\n',
        'journey a "🚰"\n  stage s "😀"\n    touchpoint t "👩‍👩‍👧‍👦🇨🇳" emotion=5\n',
        f'journey a "{"word " * 1000}"\n  stage s "{"x" * 5000}"\n    touchpoint t "{"字" * 5000}" emotion=1\n',
        'journey a "A"\n' + "".join(f'  "Stage {n}" emotion={n % 5 + 1}\n' for n in range(30)),
    ],
    ids=["one stage", "no emotion", "emoji", "five thousand letters", "thirty stages"],
)
def test_extremes_are_drawn(picture, source):
    drawn = picture(source)
    width = float(drawn.root.get("width"))
    assert all(line.left >= 0 and line.right <= width + 1 for line in drawn.lines)


def test_five_hundred_touchpoints_of_a_stage_fill_a_page(picture):
    steps = "".join(f'    touchpoint t{n} "Touchpoint {n}" emotion={n % 5 + 1}\n' for n in range(500))
    root = picture(f'journey a "A"\n  stage s "S"\n{steps}').root
    assert 0.5 < float(root.get("width")) / float(root.get("height")) < 2


def test_nothing_to_draw_is_said(draw):
    result = draw('journey a "A"\n')
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics] == ["graph-empty"]
    assert result.diagnostics[0].span.text == 'journey a "A"'


def test_too_much_to_draw_is_said_and_can_be_forced(draw):
    steps = "".join(f'    touchpoint t{n} "T"\n' for n in range(1001))
    source = f'journey a "A"\n  stage s "S"\n{steps}'
    refused = draw(source)
    assert refused.files == ()
    assert "1001 touchpoints" in refused.diagnostics[0].message
    assert draw(source, options=FlowOptions(force=True)).files


def test_every_journey_of_a_file_has_its_picture(draw):
    result = draw('journey a "A"\n  "S"\njourney b "B"\n  "T"\n')
    assert [item.path for item in result.files] == ["map.flow.svg", "map-2.flow.svg"]


def test_what_other_views_show_is_counted(picture):
    source = 'journey a "A"\nstage s "S"\n  touchpoint t "T"\n  touchpoint[p] u "U"\n  touchpoint[future] v "V"\npersona p "P"\npersona q "Q"\n'
    assert any(text.startswith("No evidence cited yet. One more touchpoint") for text in picture(source).texts)
    assert any("2 more touchpoints" in text for text in picture(source, persona="q").texts)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "if “Mei Chen” · unless “Files a request” refused"),
        ("zh", "如果 “Mei Chen”，除非 已拒绝“Files a request”"),
    ],
)
def test_guards_are_told_by_titles(picture, locale, words):
    text = REPAIR.replace('-> call "no answer" share=35%', "-> call if=mei unless=file.refused share=35%")
    text = text.replace("Mei Chen, first-time tenant", "Mei Chen")
    assert words.replace(" ", "") in "".join(picture(text, locale=locale).texts).replace(" ", "")


def test_each_goal_has_a_line_of_its_own(picture):
    texts = picture(REPAIR.replace("  persona:", '  goal: "Nobody calls twice"\n  persona:')).texts
    assert {"Fixed within two days", "Nobody calls twice"} <= set(texts)


def test_the_legend_speaks_of_no_one_persona(picture):
    before, _, _ = picture(REPAIR).svg.partition("stated or measured")
    mark = before.rpartition("<g")[2]
    assert LIGHT.ink in mark
    assert LIGHT.personas[0].colour not in mark
