"""Markdown escapers under the worst readers: they show the text, and nothing becomes markup."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import commonmark
import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeyql.render.escape import markdown, markdown_cell, markdown_link, plain

MISTUNE_PLUGINS = [
    "strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark", "insert", "superscript",
    "subscript", "math", "ruby", "spoiler",
]  # fmt: skip
#: Readers that let HTML through and know as many extensions as they can.
READERS: dict[str, Callable[[str], str]] = {
    "commonmark": commonmark.commonmark,
    "markdown-it commonmark": MarkdownIt("commonmark").render,
    "markdown-it with tables": MarkdownIt("default", {"html": True}).render,
    "mistune.html": mistune.html,
    "mistune with all plugins": mistune.create_markdown(escape=False, plugins=MISTUNE_PLUGINS),
}
TABLE_READERS = {name: READERS[name] for name in ("markdown-it with tables", "mistune with all plugins")}

SNIPPETS = [
    "http://", "https://", "www.", "javascript:", "1. ", "1) ", "- ", "+ ", "* ", "# ", "> ", "&lt;", "&#58;", "<b>", "<!--",
    "![a](b)", "[x]: y", "[^1]", "***", "---", "===", "```", "~~~", "$$", "a@b.org", "mailto:", ":--", "| a | b |", "    ",
    "  \n", "\\", "\\|", "||", ": def", "*[abbr]: x", "[ ] ", ">! x !<", "==m==", "^^i^^", "{{ x }}", "{% x %}", "\u00a0",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(SNIPPETS),
        st.text(max_size=4),
        st.text("\\`*_{}[]()#+-.!<>&|~$^=:/@\"'% \n\tab1é中", max_size=6),
    )
).map("".join)


def _shown(rendered: str, tags: str) -> str:
    """The text of rendered HTML, which may hold only these tags and no attributes."""
    assert re.sub(rf"</?(?:{tags})>", "", rendered).count("<") == 0, rendered
    return html.unescape(re.sub(r"<[^>]*>", "", rendered))


def _normal(text: str, line_end: str = " ") -> str:
    lines = (re.sub("[ \t]+", " ", line).strip(" ") for line in re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text))
    return plain(line_end.join(line for line in lines if line))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(text=TEXTS)
def test_a_paragraph_is_shown_as_it_is(reader: Callable[[str], str], text: str) -> None:
    written = markdown(text)
    assert not set(written) & set("<>|\n")
    assert _shown(reader(written), "p").strip("\n") == _normal(text)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    ("before", "tags"), [("# ", "h1"), ("- ", "ul|li"), ("> ", "blockquote|p"), ("1. ", "ol|li"), ("x ", "p")]
)
@given(text=TEXTS)
def test_the_same_in_other_places(reader: Callable[[str], str], before: str, tags: str, text: str) -> None:
    expected = _normal(text)
    if expected:
        shown = _shown(reader(before + markdown(text)), tags)
        assert shown.strip("\n").removeprefix("x ").strip("\n") == expected


@pytest.mark.parametrize("reader", TABLE_READERS.values(), ids=TABLE_READERS)
@given(text=TEXTS)
def test_a_cell_stays_one_cell(reader: Callable[[str], str], text: str) -> None:
    rendered = reader(f"| a | b |\n| --- | --- |\n| x{markdown_cell(text)}x | y |\n")
    cells = re.findall(r"<td>(.*?)</td>", rendered, re.DOTALL)
    assert [html.unescape(cell) for cell in cells] == [f"x{_normal(text, ' / ')}x", "y"]
    assert _shown(rendered, "table|thead|tbody|tr|th|td")


@given(TEXTS)
def test_a_reader_that_escapes_entities_again_shows_no_markup_either(text: str) -> None:
    """`mistune.create_markdown()` escapes `&` of entities once more: the text looks wrong there, but stays text."""
    assert re.sub("</?p>", "", mistune.create_markdown()(markdown(text))).count("<") == 0


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Files a repair request.", "Files a repair request."),
        ("3.5 of 5, at 12:30 (self-service), and/or 35%!", "3.5 of 5, at 12:30 (self-service), and/or 35%!"),
        ("提交报修单，等待。", "提交报修单，等待。"),
        ("two\nlines", "two lines"),
        ("*a* _b_", "\\*a\\* \\_b\\_"),
        ("", ""),
    ],
)
def test_ordinary_texts_stay_readable(text: str, written: str) -> None:
    assert markdown(text) == written


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_control_the_readers_do_make_markup(reader: Callable[[str], str]) -> None:
    assert "<b>" in reader("<b>x</b>")
    assert "<em>" in reader("*x*")
    assert 'href="https://example.org"' in reader("[x](https://example.org)")


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(text=TEXTS, target=st.one_of(st.just("https://example.org/a(b)_c?x=1&copy=2|3"), TEXTS))
def test_links_have_the_text_and_a_safe_target_or_none(reader: Callable[[str], str], text: str, target: str) -> None:
    rendered = reader(f"x {markdown_link(text, target)} x")
    links = re.findall(r'<a href="([^"]*)">', rendered)
    assert len(links) <= 1
    assert all(re.match(r"(?:https?://|mailto:)|[^:]*(?:[/?#]|$)", html.unescape(link)) for link in links)
    assert _normal(html.unescape(re.sub(r"<[^>]*>", "", rendered))) == _normal(f"x {_normal(text)} x")


def test_a_link() -> None:
    written = markdown_link("[a] (b)", "https://example.org/a(b)?x=1&copy=2")
    assert written == "[\\[a\\] (b)](https://example.org/a%28b%29?x=1&amp;copy=2)"
    assert 'href="https://example.org/a%28b%29?x=1&amp;copy=2"' in commonmark.commonmark(written)
