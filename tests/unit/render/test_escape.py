"""Escapers for XML, CSV and Mermaid: what a reader of the format gets back is the text that went in."""

from __future__ import annotations

import csv
import html
import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeyql.render import escape

#: Every kind of character that is replaced, with neighbours that are not.
UNSAFE = "\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\x80\x9f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
SAFE = "\t\n\r ~\x85\xa0\u200e\u200f\u061c\u2028\u2029\u202f\u2065\u206a\ufdcf\ufdf0\ufffd\U0001fffd\U0010fffd"

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("<>&\"'`\\#;|=+-@%{}[]()*_~$^:/.!? \t\r\n\u2028" + UNSAFE)))


@pytest.mark.parametrize("character", UNSAFE)
def test_dangerous_characters_become_visible(character: str) -> None:
    assert escape.plain(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("character", SAFE)
def test_harmless_characters_stay(character: str) -> None:
    assert escape.plain(f"a{character}b") == f"a{character}b"


@pytest.mark.parametrize(
    "sink", [escape.xml, escape.markdown, escape.markdown_cell, escape.dot, escape.mermaid, escape.csv]
)
@given(TEXTS)
def test_no_sink_lets_them_through(sink, text: str) -> None:
    written = sink(text)
    assert not set(written) & set(UNSAFE)
    written.encode()  # no lone surrogate is left


# XML ----------------------------------------------------------------------------------------------------------------


@given(TEXTS)
def test_xml_reads_back_as_text_and_as_attribute(text: str) -> None:
    root = ElementTree.fromstring(f"<a b=\"{escape.xml(text)}\" c='{escape.xml(text)}'>{escape.xml(text)}</a>")  # noqa: S314 -- written above
    expected = escape.plain(text)
    assert root.get("b") == root.get("c") == (root.text or "") == expected
    assert len(root) == 0


def test_xml_control_an_unescaped_text_is_markup() -> None:
    assert len(ElementTree.fromstring("<a><b/></a>")) == 1  # noqa: S314 -- written here


# CSV ----------------------------------------------------------------------------------------------------------------


def _cell(written: str) -> str:
    rows = list(csv.reader(io.StringIO(f"{written},x\r\n", newline="")))
    assert len(rows) == 1
    assert rows[0][1:] == ["x"]
    return rows[0][0]


@given(TEXTS)
def test_csv_reads_back_with_at_most_an_apostrophe_more(text: str) -> None:
    expected = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    assert _cell(escape.csv(text)).removeprefix("'") == escape.plain(expected).removeprefix("'")


#: The first characters of OWASP's page "CSV Injection", their full-width twins, and ways to hide them.
FORMULAS = [
    "=1+1",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1",
    "\tx",
    "\rx",
    "\nx",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://example.org","x")',
    " =1+1",
    '"=1+1',
    "'=1+1",
    "＝1+1",
    "＋1",
    "－1a",
    "＠A1",
    "\u00a0=1",
    "-",
    "=",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_formulas_become_text(text: str) -> None:
    assert _cell(escape.csv(text)).startswith("'")


@pytest.mark.parametrize("text", ["1", "-1", "+4.5", "35%", "0.25", "-12.50%"])
def test_csv_numbers_stay_bare(text: str) -> None:
    assert escape.csv(text) == text


@pytest.mark.parametrize(
    ("text", "written"), [("", '""'), ("a,b", '"a,b"'), ("two\nlines", '"two\nlines"'), ("1-2", '"1-2"')]
)
def test_csv_other_texts_are_quoted(text: str, written: str) -> None:
    assert escape.csv(text) == written


# Mermaid ------------------------------------------------------------------------------------------------------------


def _as_mermaid_shows(label: str) -> str:
    """What Mermaid makes of a label: its `encodeEntities` and `decodeEntities` (packages/mermaid/src/utils.ts), then HTML."""
    encoded = re.sub(
        r"#(\w+);", lambda match: ("ﬂ°°" if re.fullmatch(r"\+?\d+", match[1]) else "ﬂ°") + match[1] + "¶ß", label
    )
    decoded = encoded.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    return "\n".join(html.unescape(line) for line in re.split(r"<br\s*/?>", decoded))


@given(TEXTS)
def test_mermaid_shows_the_text(text: str) -> None:
    lines = re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    expected = "\n".join(re.sub("[ \t]+", " ", escape.plain(line)).strip() for line in lines)
    label = escape.mermaid(text)
    assert _as_mermaid_shows(label).replace("\ufffd", "").strip(" ") == expected.replace("\ufffd", "").strip(" ")
    assert not set(label.replace("<br/>", "")) & set('"`<>\\\n\r*_[]{}|~$^=:@+&ﬂ¶')
    assert "%%" not in label
    assert label != ""


#: Labels that Mermaid, or the Markdown reader inside, takes for something else; each was run through Mermaid 11.
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Files", "1#46; Files"),
        ("1) Files", "1#41; Files"),
        ("- Files", "#45; Files"),
        ("Files a repair (4 min).", "Files a repair (4 min)."),
        ("self-service, 35%", "self-service, 35%"),
        ("a_-b -c d- 1-2", "a#95;#45;b #45;c d#45; 1-2"),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("www.example.org", "www#46;example#46;org"),
        ("fa:fa-car", "fa#58;fa-car"),
        ("$$x$$", "#36;#36;x#36;#36;"),
        ("`code`", "#96;code#96;"),
        ("#quot;", "#35;quot#59;"),
        ("a\\nb", "a#92;nb"),
        ("提交\n报修单", "提交<br/>报修单"),
        ("", " "),
        (" \n ", "<br/>"),
    ],
)
def test_mermaid_labels(text: str, label: str) -> None:
    assert escape.mermaid(text) == label


@given(TEXTS)
def test_mermaid_label_can_not_close_the_fence(text: str) -> None:
    label = escape.mermaid(text)
    tokens = MarkdownIt("commonmark").parse(f'```mermaid\nflowchart LR\n  a["{label}"]\n```\n')
    assert [(token.type, token.info) for token in tokens] == [("fence", "mermaid")]
    assert tokens[0].content == f'flowchart LR\n  a["{label}"]\n'
