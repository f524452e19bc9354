"""The SVG writer: names, values, numbers, ids and texts."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql.render.escape import plain
from journeyql.render.svg import SvgError, document, element, name_prefix, number, render, text_lines
from journeyql.render.svg_rules import ATTRIBUTES, TEXT_ATTRIBUTES, allowed_value

NAMESPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.004, "0"),
        (-0.006, "-0.01"),
        (12, "12"),
        (100, "100"),
        (12.5, "12.5"),
        (1 / 3, "0.33"),
        (2 / 3, "0.67"),
        (1e15, "1000000000000000"),
        (1e-9, "0"),
        (-1234.567, "-1234.57"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-1e6, 1e6))
def test_numbers_have_at_most_two_decimals_and_are_near(value: float) -> None:
    text = number(value)
    assert re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]?[1-9])?", text)
    assert text != "-0"
    assert abs(float(text) - value) <= 0.005 + 1e-9


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_are_finite(value: float) -> None:
    with pytest.raises(SvgError, match="finite"):
        number(value)


@pytest.mark.parametrize(
    "name",
    ["script", "style", "foreignObject", "image", "use", "animate", "set", "iframe", "switch", "filter", "SVG", ""],
)
def test_elements_outside_the_list_are_refused(name: str) -> None:
    with pytest.raises(SvgError, match="not an element"):
        element(name)


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("rect", {"onclick": "f()"}),
        ("rect", {"style": "fill:red"}),
        ("rect", {"href": "#a"}),
        ("a", {"href": "javascript:alert(1)"}),
        ("a", {"href": "//example.org"}),
        ("a", {"target": "_blank"}),
        ("rect", {"fill": "url(https://example.org/a)"}),
        ("rect", {"fill": "url(//example.org)"}),
        ("rect", {"fill": "u\\72l(x)"}),
        ("rect", {"fill": "red;stroke:url(x)"}),
        ("rect", {"fill": "var(--x)"}),
        ("rect", {"fill": "red/**/"}),
        ("rect", {"width": "1e9999x"}),
        ("rect", {"width": "calc(1px)"}),
        ("rect", {"transform": "translate(url(x))"}),
        ("path", {"d": "M0 0 url(x)"}),
        ("text", {"font_family": 'Arial" onload="f()'}),
        ("text", {"font_family": "Arial;}"}),
        ("text", {"font_weight": "bold;"}),
        ("g", {"id": "a b"}),
        ("g", {"id": '"><script>'}),
        ("g", {"clip_path": "url(other.svg#a)"}),
        ("svg", {"lang": "en\n"}),
        ("rect", {"fill": "red\n"}),
        ("rect", {"x": "١"}),
        ("g", {"data_x": "1"}),
        ("svg", {"xmlns": "http://www.w3.org/1999/xhtml"}),
    ],
)
def test_attributes_outside_the_list_are_refused(name: str, attributes: dict[str, str]) -> None:
    with pytest.raises(SvgError, match=f"may not stand on <{name}>"):
        element(name, **attributes)


def test_allowed_attributes_and_their_spelling() -> None:
    rect = element(
        "rect",
        x=1,
        y="50%",
        rx=None,
        fill="url(#jq-a-g)",
        stroke="#fff",
        stroke_dasharray="3 2.5",
        class_="a b",
        aria_label='"<',
    )
    assert render(rect) == (
        '<rect x="1" y="50%" fill="url(#jq-a-g)" stroke="#fff" stroke-dasharray="3 2.5" class="a b" aria-label="&quot;&lt;"/>'
    )
    assert render(element("a", element("text", "x"), href="https://example.org/?a=1&b")) == (
        '<a href="https://example.org/?a=1&amp;b"><text>x</text></a>'
    )


@pytest.mark.parametrize(
    "value", ["1" * 50_000, "translate(" + "1 " * 50_000, "," * 50_000, " " * 50_000, "#" * 50_000, "-" * 50_000 + "x"]
)
@pytest.mark.parametrize(
    "attribute",
    ["transform", "viewBox", "d", "points", "stroke_dasharray", "fill", "font_family", "class_", "lang", "orient"],
)
def test_checks_take_no_time(attribute: str, value: str) -> None:
    start = time.process_time()
    with suppress(SvgError):
        element("svg", **{attribute: value})
    assert time.process_time() - start < 0.5


#: Every attribute with values it takes, from the attribute tables of SVG 1.1 and 2, and WAI-ARIA.
TAKEN = {
    "x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy width height stroke-width stroke-dashoffset font-size letter-spacing offset": [
        "0", "-1.5", "+2", ".5", "1.", "50%", "3px", "1em", "2ex", "12pt", "1pc", "1cm", "1mm", "1in", "1e3", "1E-3", "1e+3",
    ],
    "refX refY markerWidth markerHeight stroke-miterlimit opacity fill-opacity stroke-opacity stop-opacity": ["0.5", "1"],
    "viewBox": ["0 0 10 20", "0.00,0.00,62.00,44.00", "-1 -1\n2 2"],
    "d": ["", "M0 0L1 1", "m1,2a3 3 0 0 1-4.5 4e-1z", "M1 2H3V4C5 6 7 8 9 0S1 2 3 4Q5 6 7 8T9 0Z"],
    "points": ["", "1,2 3,4", "-1.5e2 +3"],
    "transform gradientTransform": [
        "translate(1)", "translate(1 -2)", "scale(1 1) rotate(0) translate(4 40)", "matrix(1,0,0,1,0,0)", "skewX( 3 ),skewY(4)",
    ],
    "stroke-dasharray": ["none", "6", "6 6", "5,2", "1.5 , 2px 3"],
    "fill stroke": [
        "none", "red", "currentColor", "#fff", "#fff8", "#FF00aa", "#FF00aa80", "rgb(1,2,3)", "rgba( 1, 2, 3, .5 )", "rgb(10%,2%,3%)",
        "url(#a)", "url(#jq-a_b.c-1)",
    ],
    "stop-color color": ["red", "#123456"],
    "clip-path marker-start marker-mid marker-end": ["url(#Z9)"],
    "font-family": ["Arial", "'Helvetica Neue', Arial, sans-serif", "Times,serif"],
    "font-weight": ["100", "700", "900", "normal", "bold", "bolder", "lighter"],
    "font-style": ["normal", "italic", "oblique"],
    "text-anchor": ["start", "middle", "end"],
    "text-decoration": ["none", "underline", "overline", "line-through"],
    "dominant-baseline": ["auto", "baseline", "middle", "central", "hanging", "alphabetic"],
    "stroke-linecap": ["butt", "round", "square"],
    "stroke-linejoin": ["miter", "round", "bevel"],
    "fill-rule clip-rule": ["nonzero", "evenodd"],
    "direction": ["ltr", "rtl"],
    "orient": ["auto", "auto-start-reverse", "90", "-4.5"],
    "gradientUnits clipPathUnits markerUnits": ["userSpaceOnUse", "objectBoundingBox", "strokeWidth"],
    "preserveAspectRatio": ["none", "xMidYMid", "xMinYMax meet", "xMaxYMin slice"],
    "xml:space": ["default", "preserve"],
    "role": ["img", "graphics-document", "group", "list", "listitem", "link", "presentation", "none"],
    "aria-hidden": ["true", "false"],
    "aria-label": ["any < text"],
    "lang": ["en", "zh-Hans-CN", "de-1996"],
    "id": ["a", "_a", "jq-a_b.c:d-1"],
    "class aria-labelledby aria-describedby": ["a", "a b-c"],
}  # fmt: skip


@pytest.mark.parametrize(("attributes", "values"), TAKEN.items())
def test_values_on_the_list(attributes: str, values: list[str]) -> None:
    for attribute in attributes.split():
        for value in values:
            assert allowed_value("svg", attribute, value) == value
        if attribute != "aria-label":
            assert allowed_value("svg", attribute, f"{values[0]};") is None
            assert allowed_value("svg", attribute, f"{values[0]}\\") is None
            assert allowed_value("svg", attribute, f"{values[0]} url(x)") is None
    assert allowed_value("svg", "style", "x") is None


def test_the_list_of_attributes_is_the_list_above() -> None:
    assert {attribute for attributes in TAKEN for attribute in attributes.split()} == {*ATTRIBUTES, *TEXT_ATTRIBUTES}


def test_texts_stand_only_in_texts() -> None:
    with pytest.raises(SvgError, match="can not hold a text"):
        element("g", "words")


@given(st.text())
def test_text_is_escaped(text: str) -> None:
    root = ElementTree.fromstring(render(element("text", text)))  # noqa: S314 -- written above
    assert (root.text or "") == plain(text)
    assert len(root) == 0


def test_lines() -> None:
    assert render(text_lines([], x=1, y=2, line_height=3)) == '<text x="1" y="2"></text>'
    three = render(text_lines("abc", x=0.5, y=10, line_height=17.5, text_anchor="end"))
    assert (
        three
        == '<text x="0.5" y="10" text-anchor="end">a<tspan x="0.5" y="27.5">b</tspan><tspan x="0.5" y="45">c</tspan></text>'
    )


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("قهوة", "Starbucks!"), ("\u2067قهوة\u2069", "\u2067Starbucks!\u2069")),
        (("1. (קפה)", ""), ("\u20671. (קפה)\u2069",)),
        (("\u200fA", "B"), ("\u2067\u200fA\u2069", "\u2067B\u2069")),
        (("Starbucks", "قهوة!"), ("Starbucks", "قهوة!")),
        (("\u200eقهوة",), ("\u200eقهوة",)),
        (("3–4 %", "“!”"), ("3–4 %", "“!”")),
        (("ق\u2069a\u2067",), ("\u2067ق\ufffda\ufffd\u2069",)),
    ],
)
def test_all_lines_of_a_text_have_the_direction_of_its_first_letter(
    lines: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """UAX #9, rules P2 and P3; a text can neither end nor begin a direction of its own."""
    root = ElementTree.fromstring(render(text_lines(lines, x=1, y=2, line_height=3)))  # noqa: S314 -- written above
    assert tuple(root.itertext()) == shown


PICTURE = document(
    element("rect", width=40, height=20, fill="#fff"),
    name="报修",
    title="A <title>",
    description="B & C",
    width=40,
    height=20.255,
    lang="zh-CN",
    font_family="'PingFang SC', sans-serif",
)


def test_a_document_says_what_it_is() -> None:
    root = ElementTree.fromstring(PICTURE)  # noqa: S314 -- written above
    assert root.tag == f"{NAMESPACE}svg"
    assert {name: root.get(name) for name in ("role", "lang", "viewBox", "width", "height", "direction")} == {
        "role": "img", "lang": "zh-CN", "viewBox": "0 0 40 20.25", "width": "40", "height": "20.25", "direction": None,
    }  # fmt: skip
    named = [root.find(f".//*[@id='{identifier}']") for identifier in root.get("aria-labelledby", "").split()]
    assert [one.text for one in named if one is not None] == ["A <title>", "B & C"]
    assert [child.tag.removeprefix(NAMESPACE) for child in root] == ["title", "desc", "rect"]
    assert PICTURE.endswith("</svg>\n")


def test_right_to_left_is_declared() -> None:
    picture = document(
        name="a", title="", description="", width=1, height=1, lang="ar", font_family="Arial", direction="rtl"
    )
    assert ' direction="rtl"' in picture


@pytest.mark.parametrize(
    ("name", "prefix"), [("Map9Zaz0", "jq-Map9Zaz0-"), ("a.b", "jq-a_2eb-"), ("a_b", "jq-a_5fb-"), ("", "jq--")]
)
def test_prefixes_by_name(name: str, prefix: str) -> None:
    assert name_prefix(name) == prefix


@given(st.text(max_size=20), st.text(max_size=20))
def test_prefixes_are_ids_and_different_names_have_different_ones(one: str, other: str) -> None:
    assert re.fullmatch(r"jq-[A-Za-z0-9_]*-", name_prefix(one))
    assert (name_prefix(one) == name_prefix(other)) == (one == other)
