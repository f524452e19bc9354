from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import pytest

from journeyql.model import Date, Duration, Money, Range
from journeyql.model.types import Amount
from journeyql.render import spelled
from journeyql_markdown.catalogue import EN, ZH
from journeyql_markdown.emotion import face, share
from journeyql_markdown.markup import Markup, fenced, link, message, quotation, table
from journeyql_markdown.measures import _comparable
from journeyql_markdown.merging import merged
from journeyql_markdown.words import Words


@attrs.frozen
class Step:
    path: str


MERGED = [
    ("one", ["abc"], "abc", "abc"),
    ("one skips", ["abd", "acd"], "abcd", "abcd"),
    ("the order written decides where there is a choice", ["cz", "bz", "az"], "abcz", "abcz"),
    ("moved by after=", ["acb", "ab"], "abc", "acb"),
    ("a contradiction: as written", ["ab", "ba"], "ab", "ab"),
    ("nothing", [""], "", ""),
]


@pytest.mark.parametrize(("orders", "written", "expected"), [c[1:] for c in MERGED], ids=[c[0] for c in MERGED])
def test_merging(orders: Sequence[str], written: str, expected: str) -> None:
    positions = {path: index for index, path in enumerate(written)}
    found = merged([[Step(path) for path in order] for order in orders], positions)
    assert "".join(step.path for step in found) == expected


@pytest.mark.parametrize(
    ("score", "scale", "expected"),
    [
        (1, Range(1.0, 5.0), "😣"),
        (2.9, Range(1.0, 5.0), "😐"),
        (5, Range(1.0, 5.0), "😀"),
        (0, Range(-2.0, 2.0), "😐"),
        (10, Range(0.0, 10.0), "😀"),
        (7, Range(1.0, 5.0), "😀"),
    ],
)
def test_faces(score: float, scale: Range[float], expected: str) -> None:
    assert face(score, scale) == expected


def test_a_scale_without_length() -> None:
    assert share(3, Range(3.0, 3.0)) == 0.5


SPELLED = [
    (1234.5, "en", "1,234.5"),
    (1234.5, "de", "1.234,5"),
    (Duration.parse("1h30min"), "en", "1 h 30 min"),
    (Duration.parse("3wd"), "zh", "3 个工作日"),
    (Date.parse("2026-11-21"), "en", "21 November 2026"),
    (Date.parse("2026-11"), "en", "November 2026"),
    (Date.parse("2026-02"), "zh", "2026 年 2 月"),
    (Date.parse("2026-Q4"), "en", "Q4 2026"),
    (Money.parse("12.50EUR"), "de", "12,50 EUR"),
    (Amount.parse("35%"), "de", "35 %"),
    (Amount.parse("4h"), "zh", "4 小时"),
    (Amount.parse("90000EUR"), "en", "90,000 EUR"),
    (Amount.parse("3.1"), "en", "3.1"),
    (Range(22.0, 30.0), "en", "22–30"),
    (Range(60.0, None), "en", "60–"),
    (True, "en", "✓"),
    ("as it is", "en", "as it is"),
]


@pytest.mark.parametrize(("value", "locale", "expected"), SPELLED, ids=[f"{case[2]} ({case[1]})" for case in SPELLED])
def test_figures(value: object, locale: str, expected: str) -> None:
    assert spelled(value, locale) == expected


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        (Duration.parse("60s"), Duration.parse("1min"), True),
        (Amount.parse("35%"), Amount.parse("35"), False),
        (Amount.parse("3h"), Duration.parse("3h"), True),
        (3.0, 3, True),
    ],
)
def test_what_can_be_compared(left: object, right: object, *, alike: bool) -> None:
    assert (_comparable(left) == _comparable(right)) is alike


@pytest.mark.parametrize("value", [None, "3", True, Money.parse("3EUR")])
def test_what_cannot(value: object) -> None:
    assert _comparable(value) is None


TABLES: list[tuple[str, Callable[[], str], str]] = [
    ("empty columns go", lambda: table(marks("ab"), [marks(["1", ""])]), "| a |\n| --- |\n| 1 |"),
    (
        "unless it is whole",
        lambda: table(marks("ab"), [marks(["1", ""])], whole=True),
        "| a | b |\n| --- | --- |\n| 1 |  |",
    ),
    ("numbers to the right", lambda: table(marks("a"), [marks("1")], numeric=(0,)), "| a |\n| ---: |\n| 1 |"),
    ("no rows", lambda: table(marks("a"), []), ""),
    ("nothing in it", lambda: table(marks("a"), [marks([""])]), ""),
    ("a longer fence", lambda: fenced("text", ["a ``` b"]), "````text\na ``` b\n````"),
    ("a line end in a line", lambda: fenced("text", ["a\n```\nb"]), "````text\na ``` b\n````"),
    ("a quotation", lambda: quotation(marks("ab")), "> a\n>\n> b"),
    ("a link", lambda: link("a", "https://example.org/x y"), "[a](https://example.org/x%20y)"),
    ("no link", lambda: link("a", "javascript:alert(1)"), "a"),
    ("words of the language", lambda: message("no `key=value` here"), "no `key=value` here"),
    ("what is none", lambda: message("no `<b>` here"), r"no \`&lt;b&gt;\` here"),
    ("at the ends", lambda: message("`a` or `b`"), "`a` or `b`"),
]


def marks(texts: Sequence[str]) -> list[Markup]:
    return [Markup(text) for text in texts]


@pytest.mark.parametrize(("made", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_markup(made: Callable[[], str], expected: str) -> None:
    assert made() == expected


@pytest.mark.parametrize(
    ("locale", "names", "expected"),
    [("en", "a", "a"), ("en", "ab", "a and b"), ("en", "abc", "a, b and c"), ("zh", "abc", "a、b和c"), ("en", "", "")],
)
def test_names(locale: str, names: str, expected: str) -> None:
    label = {"en": EN, "zh": ZH}[locale].__getitem__
    assert Words(locale, label).names(marks(names)) == expected
