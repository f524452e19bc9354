"""Pages of paper: their size, what stands on each, how small text may become, and maps that no page can hold.

Sides of paper: ISO 216 (A4 210 x 297 mm) and ANSI/ASME Y14.1 (A: 8.5 x 11 in, B: 11 x 17 in); 96 px of CSS to an inch.
"""

from __future__ import annotations

import re

import pytest
from drawn_map import Drawn, read_examples

EXAMPLES = read_examples()
PAPER = {
    "A4": (210 / 25.4, 297 / 25.4),
    "A3": (297 / 25.4, 420 / 25.4),
    "A2": (420 / 25.4, 594 / 25.4),
    "letter": (8.5, 11),
    "tabloid": (11, 17),
}
STAGES = "".join(
    f'stage s{n} "Stage {n}"\n'
    + "".join(
        f'  touchpoint t{n}{m} "Step {n} {m}" emotion={m + 1}\n    doing: "Does this"\n    pain "Hurts"\n'
        for m in range(4)
    )
    for n in range(5)
)
LONG = 'journey j "J"\nstage s "S"\n' + "".join(
    f'  touchpoint t{n} "T{n}" emotion=2\n' + '    pain "Something that goes wrong"\n' * 40 for n in range(3)
)


def pages(result):
    return [Drawn(str(file.content)) for file in result.files]


def shown(drawn):
    """Width and height as they are shown, in px."""
    return float(drawn.root.get("width")), float(drawn.root.get("height"))


@pytest.mark.parametrize("portrait", [False, True])
@pytest.mark.parametrize("page", PAPER)
def test_a_page_is_as_large_as_the_paper(draw, page, portrait):
    narrow, wide = (96 * side for side in PAPER[page])
    sides = (narrow, wide) if portrait else (wide, narrow)
    for drawn in pages(draw(EXAMPLES["rail-europe"], page=page, portrait=portrait)):
        assert shown(drawn) == pytest.approx(sides, abs=0.01)


@pytest.mark.parametrize("locale", ["en", "zh", "ar"])
@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_text_overlaps_or_leaves_its_page_or_is_smaller_than_6_points(draw, name, page, locale):
    result = draw(EXAMPLES[name], locale, page=page)
    assert result.diagnostics == ()
    for drawn in pages(result):
        assert drawn.overlaps() == []
        assert drawn.outside() == []
        scale = shown(drawn)[0] / drawn.size[0]
        sizes = {float(size) for size in re.findall(r'font-size="([0-9.]+)"', drawn.svg)}
        assert min(sizes) * scale * 72 / 96 >= 6 - 0.01


def test_every_page_has_a_number_and_the_stages_of_its_touchpoints(draw):
    result = draw(f'journey j "The journey"\n{STAGES}', page="A4")
    assert [file.path for file in result.files] == [
        "map.svg",
        *(f"map.page-{n}.svg" for n in range(2, len(result.files) + 1)),
    ]
    found = pages(result)
    count = len(found)
    for number, drawn in enumerate(found, 1):
        assert "The journey" in drawn.texts
        assert f"Page {number} of {count}" in drawn.texts
        for title in filter(re.compile(r"Step \d \d").fullmatch, drawn.texts):
            assert f"Stage {title[5]}" in drawn.texts
    titles = {title for drawn in found for title in drawn.texts}
    assert {f"Step {n} {m}" for n in range(5) for m in range(4)} <= titles


def test_stages_are_divided_only_when_they_are_wider_than_a_page(draw):
    for drawn in pages(draw(f'journey j "J"\n{STAGES}', page="A4")):
        steps = {text[5:] for text in drawn.texts if text.startswith("Step ")}
        assert all({f"{step[0]} {m}" for m in range(4)} <= steps for step in steps)


def test_what_is_small_stands_on_one_page_without_a_number(draw):
    (drawn,) = pages(draw('journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n', page="A4"))
    assert not any(text.startswith("Page") for text in drawn.texts)
    assert drawn.root.get("width") != f"{drawn.size[0]:g}"  # it is drawn larger


def test_rows_go_on_on_the_next_page_below_their_touchpoints(draw):
    rows = "".join(f'  lane l{n} "Lane {n}" type=text\n' for n in range(30))
    said = "".join(f'    l{n}: "Said in lane {n}"\n' for n in range(30))
    found = pages(draw(f'journey j "J"\n{rows}stage s "Stage"\n  touchpoint a "Step" emotion=2\n{said}', page="A4"))
    lanes = [[text for text in drawn.texts if text.startswith("Lane ")] for drawn in found]
    assert len(found) > 1
    assert [name for page in lanes for name in page] == [f"Lane {n}" for n in range(30)]
    assert all({"Stage", "Step"} <= set(drawn.texts) for drawn, page in zip(found, lanes, strict=True) if page)


@pytest.mark.parametrize(
    ("locale", "best", "word"), [("en", "Delighted", "assumed"), ("zh", "惊喜", "假设"), ("ar", "Delighted", "assumed")]
)
def test_each_page_with_curves_says_what_dashes_mean(draw, locale, best, word):
    found = pages(draw(EXAMPLES["rail-europe"], locale, page="A4"))
    told = [drawn.texts.count(word) for drawn in found if best in drawn.texts]
    assert len(told) > 2
    assert told == [1] * len(told)
    assert found[-1].texts.count(word) == 1
    assert all(drawn.overlaps() == [] for drawn in found)


def test_upright_without_a_page_is_told_once(draw):
    two = 'journey j "J"\nstage s "S"\njourney k "K"\nstage t "T"\n'
    assert [item.rule.name for item in draw(two, portrait=True).diagnostics] == ["map-portrait-without-page"]
    assert draw(two, portrait=True, page="A4").diagnostics == ()


def _crossed(svg):
    """The badges of moments of truth that lie on a bar of stages: upper and lower edge of each."""
    stages = re.findall(r'd="M[\d.]+ ([\d.]+)H[\d.]+L[\d.]+ [\d.]+L[\d.]+ ([\d.]+)H', svg)
    badges = [float(y) for y in re.findall(r'<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="20" rx="10"', svg)]
    assert stages
    assert badges
    return [(y, top, bottom) for y in badges for top, bottom in stages if float(top) < y + 20 and y < float(bottom) + 2]


def test_badges_stand_below_the_stages_where_no_path_lies_between(draw):
    (drawn,) = pages(draw(EXAMPLES["repair"], layout="executive"))
    assert _crossed(drawn.svg) == []
    rows = "".join(f'  lane l{n} "Lane {n}" type=text\n' for n in range(30))
    said = "".join(f'    l{n}: "Said in lane {n}"\n' for n in range(30))
    step = f'  touchpoint a "Step" emotion=2 moment=truth\n{said}  touchpoint b "Next" emotion=3\n'
    found = pages(draw(f'journey j "J"\n{rows}stage s "Stage"\n{step}', page="A4"))
    assert len(found) > 1
    assert [_crossed(drawn.svg) for drawn in found] == [[]] * len(found)


def test_a_row_that_is_larger_than_a_page_is_told_and_drawn_smaller(draw):
    result = draw(LONG, page="A4")
    assert [item.rule.name for item in result.diagnostics] == ["map-page-too-small"]
    assert all(drawn.outside() == [] for drawn in pages(result))
    endless = draw(
        'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n' + '    pain "Hurts"\n' * 2000, page="A4"
    )
    assert "it is drawn as one picture" in endless.diagnostics[0].message
    assert len(endless.files) == 1
