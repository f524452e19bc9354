"""The time axis: what a file says of time, columns that stand by it, and what is not known or cut short."""

from __future__ import annotations

import pytest
from drawn_map import Drawn, read_examples
from resolving import resolved

from journeyql_map.timeline import BROKEN, SCALE, STRETCHED, ordered, spread, wanted
from journeyql_map.times import Times

EXAMPLES = read_examples()
HOUR, DAY = 3600.0, 86_400.0


def elapsed(lines, journey='journey j "J"\nstage s "S"\n'):
    view = resolved(journey + lines).model.view()
    return Times(view, view.journeys[0], view.steps(view.journeys[0])).elapsed()


def steps(*said):
    return "".join(f'  touchpoint t{n} "T{n}" {words}\n' for n, words in enumerate(said))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["wait=1h", "duration=2h", ""], (0, HOUR, 3 * HOUR)),
        (["wait=1h duration=30min", ""], (0, 1.5 * HOUR)),
        (["at=0d", "at=2d", "at=4d"], (0, 2 * DAY, 4 * DAY)),
        (["at=23:00", "at=08:00", "at=07:30"], (0, 9 * HOUR, 32.5 * HOUR)),  # each is the next such time of day
        (["duration=1h", "at=23:00", "at=01:00"], (0, HOUR, 3 * HOUR)),
        (["at=2026-03-01", "at=2026-03-04", ""], (0, 3 * DAY, None)),
        (["at=2026-01", "at=2026-Q2"], (0, 90 * DAY)),  # 31 + 28 + 31 days
        (["wait=1h", "", "", "duration=1h"], (0, HOUR, None, HOUR)),
        (["", "", ""], ()),
    ],
)
def test_time_is_what_the_file_says(said, found):
    assert elapsed(steps(*said)) == found


def test_ways_may_be_delayed_and_branches_do_not_delay_the_main_line():
    lines = (
        '  touchpoint a "A"\n    -> b delay=2h\n  touchpoint b "B"\n    -> d\n    -> c "no answer" share=20%\n'
        '  touchpoint c "C" wait=3d\n  touchpoint d "D" wait=1h\n'
    )
    assert elapsed(lines) == (0, 2 * HOUR, 2 * HOUR, 2 * HOUR)


def test_a_stage_takes_as_long_as_it_says():
    lines = 'stage s "S" duration=2d\n  touchpoint a "A" wait=1h\n  touchpoint b "B"\nstage t "T"\n  touchpoint c "C"\n'
    assert elapsed(lines, 'journey j "J"\n') == (0, HOUR, 2 * DAY)


def test_times_that_go_back_are_not_known():
    assert ordered((0, 5, 3, 7), (0, 0, 0, 0)) == (0, 5, None, 7)
    assert ordered((0, 5, 9, 7), (0, 0, 1, 0)) == (0, 5, None, 7)
    assert ordered((0, 5, 6, 7), (0, 0, 1, 0)) == (0, 5, 6, 7)


def test_columns_stand_to_scale_where_they_have_the_room():
    times, widths, gaps = (0.0, 1.0, 3.0, 3.0, 1000.0, 1001.0), [100.0] * 6, [0.0] * 6
    room = 600 + wanted(times, widths, gaps)
    wider, stretches = spread(times, widths, gaps, room, 0)
    looks = [stretch.look for stretch in stretches]
    assert looks == [SCALE, SCALE, STRETCHED, BROKEN, SCALE]
    assert wider[1] == pytest.approx(2 * wider[0], abs=0.01)
    assert wider[4] == pytest.approx(wider[0], abs=0.01)
    assert wider[3] == pytest.approx(360)
    assert all(width >= 100 for width in wider)
    assert sum(wider) == pytest.approx(room, abs=0.01)


def test_columns_without_a_time_share_the_way_between_their_neighbours():
    wider, (stretch,) = spread((0.0, None, None, 60.0), [100.0] * 4, [0.0] * 4, 1000.0, 0)
    assert wider == pytest.approx([300, 300, 300, 100], abs=0.01)
    assert (stretch.first, stretch.last, stretch.look) == (0, 3, SCALE)


def test_a_map_shows_when_touchpoints_begin(picture):
    drawn = picture(f'journey j "J"\nstage s "S"\n{steps("wait=1h", "wait=2h", "", "", "wait=30d", "")}', axis="time")
    texts = " ".join(drawn.texts)
    for words in ("Time", "0 s", "1 h", "3 h", "time not known", "4 weeks", "not to scale", "cut short"):
        assert words in texts, words
    titles = {line.text: line.left for line in drawn.lines}
    assert titles["T2"] - titles["T1"] == pytest.approx(2 * (titles["T1"] - titles["T0"]), abs=0.3)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("wait=5h", "wait=7h", ""), set()),
        (("wait=1min", "wait=30d", "wait=30d", ""), {"cut short"}),
        (("wait=1h", "wait=2h", "", "", "wait=30d", ""), {"not to scale", "cut short"}),
    ],
)
def test_the_legend_tells_only_of_stretches_that_are_drawn(picture, said, found):
    drawn = picture(f'journey j "J"\nstage s "S"\n{steps(*said)}', axis="time")
    assert {"not to scale", "cut short"} & set(drawn.texts) == found


def test_round_times_stand_above_the_axis(picture):
    drawn = picture(f'journey j "J"\nstage s "S"\n{steps("wait=5h", "wait=7h", "")}', axis="time")
    lefts = {line.text: (line.left + line.right) / 2 for line in drawn.lines}
    assert lefts["4 h"] - lefts["2 h"] == pytest.approx(lefts["8 h"] - lefts["6 h"], abs=0.5)


def test_a_map_that_tells_no_time_says_so(draw):
    result = draw(f'journey j "J"\nstage s "S"\n{steps("", "")}', axis="time")
    assert [item.rule.name for item in result.diagnostics] == ["map-time-unknown"]
    assert len(result.files) == 1


@pytest.mark.parametrize("options", [{}, {"columns": 6}, {"page": "A4"}, {"layout": "blueprint"}], ids=str)
@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("name", ["property-repair", "rail-europe", "repair", "car-insurance"])
def test_no_text_overlaps_or_leaves_its_place(draw, name, locale, options):
    for file in draw(EXAMPLES[name], locale, axis="time", **options).files:
        drawn = Drawn(str(file.content))
        assert drawn.overlaps() == []
        assert drawn.outside() == []


def test_behind_what_takes_nobody_knows_how_long_times_are_the_least(picture):
    told = steps("wait=1h", "", "duration=1h", "", "at=3d", "duration=2h", "")
    drawn = picture('journey j "J"\nstage s "S"\n' + told, axis="time")
    assert [text for text in drawn.texts if "≥" in text] == [
        f"≥\u00a0{time}" for time in ("1 h", "2 h", "3 days", "3 days 2 h")
    ]


def test_times_that_go_back_are_told(draw):
    text = 'journey j "J"\nstage s "S"\n' + steps("at=10min", "at=5min", "at=20min")
    (finding,) = draw(text, axis="time").diagnostics
    assert (finding.rule.name, finding.span.line) == ("map-time-astray", 4)
    assert not draw(text).diagnostics
