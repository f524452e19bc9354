"""Line breaking: tables of the design page and the reference pictures, properties, and a brute-force optimum."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeyql.render.breaking import atoms
from journeyql.render.graphemes import graphemes
from journeyql.render.metrics import UNITS_PER_EM, width
from journeyql.render.wrapping import hang, longest_word, wrap

WHITE = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"

#: Texts of several lines in `map-en.svg` and `map-zh.svg`: each is taken apart as there when it may be as wide as there.
PICTURES = [
    ("en", 14, "The technician|comes"),
    ("en", 14, "Signs off|the work"),
    ("en", 14, "Calls to ask when|somebody comes"),
    ("en", 13, "Puts a bucket|under the tap and|asks whom to call"),
    ("en", 13, "Photographs|the tap and|fills in the form"),
    ("en", 13, "Slip is typed in|next morning"),
    ("en", 13, "Van stock holds the|ten most used parts"),
    ("en", 13, "“I just want to know|when somebody comes.”"),
    ("zh", 13, "用桶接水，|在邻居群问该找谁"),
    ("zh", 13, "拍下水龙头，|填写报修表"),
    ("zh", 13, "在单据上签字，|留存一联"),
    ("zh", 13, "“这钱该我|出吗？”"),
    ("zh", 13, "“八点到十二点，|这不算时间。”"),
    ("zh", 13, "“不错，|但一次就够了。”"),
    ("zh", 13, "按租约自动|填入地址"),
    ("zh", 13, "师傅出发后|显示实时位置"),
    ("zh", 13, "排队等待，|把情况再讲一遍"),
]


@pytest.mark.parametrize(("lang", "size", "picture"), PICTURES)
def test_as_in_the_reference_pictures(lang: str, size: float, picture: str) -> None:
    lines = picture.split("|")
    available = max(width(line, size, lang=lang) for line in lines)
    assert list(wrap((" " if lang == "en" else "").join(lines), available, size, lang=lang)) == lines


#: Where a line may break (a bar), with no room at all but for what must stay together.
PLACES = [
    ("en", "Files |a |repair |request"),
    ("en", "self-|service"),
    ("en", "e-mail"),
    ("en", "km/h"),
    ("en", "and/|or |nor/|and"),
    ("en", "2026-11-21"),
    ("en", "1–2 |days"),
    ("en", "Vor–|Nachteile"),
    ("en", "don’t |“stop” |me |(now)!"),
    ("de", "„Wort“ |und |»Wort« |sagt |er"),
    ("fr", "Quoi ? |Non !"),
    ("fr", "«\u00a0Quoi\u00a0»"),
    ("de", "4\u00a0Min."),
    ("en", "soft\u00ad|hyphen"),
    ("en", "zero\u200b|width"),
    ("zh", "客|服，|后|台。"),
    ("zh", "他|说：|“好！”"),
    ("zh", "（客|服）|《手|册》"),
    ("zh", "完|成……|好|——|的"),
    ("zh", "35％|的"),
    ("zh", "App|下|载"),
    ("zh", "3|个|月"),
    ("ja", "きゃっ|かー"),
    ("ja", "「は|い」|と々"),
    ("ko", "한국어 |문장"),
    ("en", "great|👍|😀!"),
]


@pytest.mark.parametrize(("lang", "places"), PLACES)
def test_places_to_break(lang: str, places: str) -> None:
    expected = [part.rstrip(" ") for part in places.split("|")]
    found = [atom.text for atom in atoms(places.replace("|", ""), lang=lang)]
    assert found == expected


FORCED = [
    ("Donaudampfschifffahrtsgesellschaft", 60, 6),
    ("x" * 40, 14, 20),
    ("https://example.org/a/very/long/address", 90, 4),
    ("中" * 10, 5, 10),
    ("ไม่มีใครรู้ตารางเวลา", 40, 5),
]


@pytest.mark.parametrize(("text", "available", "at_most"), FORCED)
def test_words_wider_than_a_line_are_broken(text: str, available: float, at_most: int) -> None:
    lines = wrap(text, available, 13)
    assert "".join(lines) == text
    assert 1 < len(lines) <= at_most
    assert all(width(line, 13) <= available + 1e-6 or len(graphemes(line)) == 1 for line in lines)


def test_thai_vowels_stay_with_their_letter() -> None:
    lines = wrap("เวลาเช้าและเย็นของทุกวันในสัปดาห์", 30, 13)
    assert len(lines) > 3
    assert not any(line[0] in "ะาำๆฯ" or line[-1] in "เแโใไ" for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("   ", ("",)),
        ("a\nb", ("a", "b")),
        ("a\r\n\r\nb\n", ("a", "", "b", "")),
        ("a\u2028b\x85c", ("a", "b", "c")),
        ("  two  words  ", ("two  words",)),
    ],
)
def test_line_breaks_of_the_writer_stay(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 500, 13) == lines


def test_a_text_fits_its_own_width() -> None:
    for text in ("Files a repair request", "两天内修好，不用打第二次电话", "Füße, 12 %"):
        for size in (11, 12, 13, 14, 15, 24, 28):
            for bold in (False, True):
                assert wrap(text, width(text, size, bold), size, bold) == (text,)


def test_longest_word_needs_no_forced_break_and_less_does() -> None:
    text = "Getting a leaking tap repaired"
    least = longest_word(text, 13)
    assert least == pytest.approx(width("repaired", 13))
    assert "repaired" in wrap(text, least, 13)
    assert "repaired" not in wrap(text, least - 1, 13)
    assert longest_word("", 13) == 0


@pytest.mark.parametrize(
    ("line", "lang", "em"),
    [
        ("“好”", "zh", 0.46),
        ("‘好’", "zh-TW", 0.46),
        ("「はい」", "ja", 0.46),
        ("“Yes”", "en", 0),
        ("好", "zh", 0),
        ("", "zh", 0),
    ],
)
def test_hanging_quotation_marks(line: str, lang: str, em: float) -> None:
    assert hang(line, 13, lang) == pytest.approx(em * 13)


# Properties ---------------------------------------------------------------------------------------------------------

CHARACTERS = st.one_of(
    st.sampled_from("abc def-gh/ij.,!?()“”‘’…—%123 "),
    st.sampled_from("水龙头，。、；：？！（）「」『』的了在和—…々ーっ"),
    st.sampled_from("e\u0301\u200d\ufe0f👍🏽🇨🇳👨👩न्महि가각ไม่เรา\u00a0\u00ad\u200b\n\t\u3000"),
    st.characters(),
)
WORDS = st.sampled_from(
    [
        "repair",
        "self-service",
        "and/or",
        "don’t",
        "(now)",
        "水龙头漏水报修",
        "他说：“好！”",
        "……",
        "——",
        "👨\u200d👩\u200d👧",
        "🇨🇳🇩🇪",
        " ",
        "  ",
        "\n",
    ]
)
MIXED = st.lists(st.one_of(st.text(CHARACTERS, min_size=1, max_size=8), WORDS), max_size=20).map("".join)
LANGUAGES = st.sampled_from(["", "en", "de", "zh-CN", "ja", "ko", "th"])


def _without_white(text: str) -> str:
    return "".join(character for character in text if character not in WHITE + LINE_ENDS)


@given(MIXED, st.floats(1, 400), st.sampled_from([11.0, 13.0, 28.0]), st.booleans(), LANGUAGES)
@settings(max_examples=300)
def test_nothing_is_lost_split_or_too_wide(text: str, available: float, size: float, bold: bool, lang: str) -> None:
    lines = wrap(text, available, size, bold, lang)
    assert _without_white("".join(lines)) == _without_white(text)
    kept = [_without_white(cluster) for line in lines for cluster in graphemes(line)]
    assert [one for one in kept if one] == [one for one in map(_without_white, graphemes(text)) if one]
    for line in lines:
        assert line == line.strip(WHITE)
        assert not set(line) & set(LINE_ENDS)
        assert width(line, size, bold, lang) <= available + 1e-5 or len(graphemes(line)) == 1


@given(MIXED, st.floats(0, 300), LANGUAGES)
def test_no_line_starts_with_closing_or_ends_with_opening_punctuation(text: str, extra: float, lang: str) -> None:
    available = longest_word(text, 13, lang=lang) + extra
    for paragraph in text.splitlines():
        lines = wrap(paragraph, available, 13, lang=lang)
        assert all(line[0] not in "，。、；：？！）」』…％》々ー" for line in lines[1:])
        assert all(line[-1] not in "（「『《([" for line in lines[:-1])


@given(
    st.lists(st.sampled_from(["a", "bb", "ccc", "repair", "水", "龙，", "和", "的"]), min_size=1, max_size=9),
    st.integers(20, 120),
)
def test_fewest_lines_then_least_cost_as_by_trying_all(words: list[str], available: int) -> None:
    text = " ".join(words)
    assume(longest_word(text, 13, lang="zh") <= available)
    found = atoms(text, lang="zh")
    lines = wrap(text, available, 13, lang="zh")
    every = [
        _divide(found, breaks)
        for count in range(len(found))
        for breaks in itertools.combinations(range(1, len(found)), count)
    ]
    fitting = [one for one in every if all(_units(line) * 13 / UNITS_PER_EM <= available for line in one)]
    fewest = min(map(len, fitting))
    assert len(lines) == fewest
    least = min(_cost(one) for one in fitting if len(one) == fewest)
    mine = next(one for one in fitting if tuple(map(_text, one)) == lines)
    assert _cost(mine) == pytest.approx(least)


def _divide(found, breaks):
    edges = (0, *breaks, len(found))
    return [found[start:end] for start, end in itertools.pairwise(edges)]


def _units(line):
    return sum(atom.text_units for atom in line) + sum(atom.gap_units for atom in line[:-1])


def _text(line):
    return "".join(atom.text + atom.gap for atom in line[:-1]) + line[-1].text


def _cost(lines):
    everything = [atom for line in lines for atom in line]
    mean = _units(everything) / len(lines)
    return sum(((_units(line) - mean) / UNITS_PER_EM) ** 2 for line in lines) + sum(
        line[-1].cost for line in lines[:-1]
    )


@pytest.mark.parametrize(
    ("text", "available"),
    [
        ("中文字符" * 1250, 182),
        ("word " * 1000, 182),
        ("x" * 5000, 182),
        ("中文字符" * 1250, 1300),
        ("x" * 5000, 5),
        ("👨\u200d👩" * 1600, 100),
        ("e" + "\u0301" * 5000, 9),
    ],
)
def test_long_texts_take_no_time(text: str, available: float) -> None:
    start = time.process_time()
    lines = wrap(text, available, 13)
    assert time.process_time() - start < 1.5
    assert len(lines) >= 1
