"""No text of a map can change the structure of the document, whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import commonmark
import markdown_it
import mistune
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeyql_markdown.markup
from journeyql.render import escape

#: `@` stands for the hostile text, wherever a map takes words; `~` where it takes a literal.
MAP = """
journey j "@"
  goal: "@"
  scope: "@", "@"
  scenario: "@"
  version: `~`
  owner: ops
  metric m "@" value=3 target=4 unit="@" better=higher
  risk "@" likelihood=high
  lane own "@" type=text
  stage s "@"
    duties: "@"
    touchpoint t "@" channel=c emotion[p]=1 emotion[q]=2 feeling="@" own="@" from=e
      doing: "@", "@"
      thinking: "@"
      expectation: "@"
      wait: 3min target=1min
      quote "@" by=p
      story "@"
        text: "@"
      need "@" importance=9 satisfaction=3
      opportunity "@"
      experiment "@" method=ab
        arms: "@"
        result: "@"
      pain "@" severity=high frequency=30%
        cause "@"
          cause "@"
        action "@" owner=ops due=2027-01-31 status=doing impact=4 effort=2
          because: "@"
      recovery "@" when=`~`
      handoff "@" to=c
      backstage "@" by=ops
      support "@"
      proof "@"
      -> u "@" share=30%
    touchpoint[q] v "@" emotion=2
    touchpoint u "@" emotion=4
  stage z "@"
persona p "@"
  quote: "@"
  needs: "@"
  motive: "@"
  behaviour: "@"
persona q "@"
channel c "@" kind=hidden
team ops "@"
evidence e "@" method=survey
  source: `~`
  covers: s
"""

SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><b>out</b>",
    "<!-- comment",
    "-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<!DOCTYPE x>",
    "<a href=javascript:alert(1)>x</a>",
    "<https://example.org>",
    "<me@example.org>",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&amp;lt;",
    "<svg/onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<style>*{display:none}</style>",
    "<br>",
]
LINKS = [
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "[x][y]",
    "[y]: https://example.org",
    "[x]: <javascript:alert(1)> 'x'",
    "https://example.org/a",
    "www.example.org",
    "me@example.org",
    "http://a.b|c",
    "[^1]",
    "[^1]: note",
    "[[wiki]]",
    "[x](<a\\>b>)",
]
BLOCKS = [
    "# heading",
    "> quotation",
    "- item",
    "1. item",
    "1) item",
    "* item",
    "+ item",
    "    code",
    "```\ncode\n```",
    "~~~",
    "```mermaid",
    "---",
    "***",
    "===",
    "a\n===",
    "a\n\nb",
    "a\n\n# b",
    "a\n- b",
    "line\r\nline",
    "a\u2028b",
    "a\u0085b",
    "a\x0cb",
    "| a | b |\n| --- | --- |",
    ": definition",
    "*[HTML]: x",
    "{: onclick=x }",
    "$$x$$",
    "$x$",
]
INLINE = [
    "*a*",
    "**a**",
    "_a_",
    "__a__",
    "~~a~~",
    "~a~",
    "^a^",
    "==a==",
    "++a++",
    "`a`",
    "`` a",
    "`",
    "\\",
    "\\|",
    "a|b",
    "|",
    "||",
    "\\`",
    "a\\",
    "**",
    "*",
    ":smile:",
    "@team",
    "#123",
    "a*b_c`d|e<f>g&h[i]j(k)l!m~n",
    "“a” „b“ «c»",
    "水|漏*了*<b>",
    "\u202eright to left",
    "\u200b",
    "{{ x }}",
    "%% x",
    'a"b',
    "end",
    "subgraph x",
    '"]; click t1 "javascript:alert(1)"',
    'x"] --> y["',
    "#quot;",
    "%%{init: {}}%%",
]
HOSTILE = [*SCRIPTS, *LINKS, *BLOCKS, *INLINE]

READERS: dict[str, Callable[[str], str]] = {
    "markdown-it": markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render,
    "mistune": mistune.create_markdown(
        escape=False,
        plugins=[
            "table",
            "strikethrough",
            "url",
            "footnotes",
            "task_lists",
            "def_list",
            "abbr",
            "mark",
            "superscript",
            "math",
        ],
    ),
    "commonmark": commonmark.commonmark,
}


class Structure(HTMLParser):
    """The tags and attributes of a page, in order; inline code is left out, because messages name words in it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "code" or attrs:
            self.seen.append((tag, attrs))

    def handle_comment(self, data: str) -> None:
        self.seen.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.seen.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.seen.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.seen.append(("instruction", data))


def structure(html: str) -> list[object]:
    parser = Structure()
    parser.feed(html)
    parser.close()
    return parser.seen


def filled(words: str) -> str:
    quoted = re.sub(r"[^ -!#-\[\]-~]", lambda match: f"\\u{{{ord(match[0]):x}}}", words)
    # A literal that is a web address becomes a link, as it should; see `test_sources_are_links`.
    literal = "x" + re.sub(r"[`\s\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u202e]", "", words)
    return re.sub("[@~]", lambda match: quoted if match[0] == "@" else literal, MAP)


@pytest.fixture(scope="module")
def harmless(document: Callable[..., str]) -> Callable[[str, str], list[object]]:
    """The structure that a reader sees when the words are harmless; Chinese is never slanted."""
    texts = {chinese: document(filled("无害" if chinese else "harmless")) for chinese in (False, True)}
    found = {
        (name, chinese): structure(read(text)) for chinese, text in texts.items() for name, read in READERS.items()
    }
    return lambda name, words: found[name, bool(re.search("[水漏了]", words))]


@pytest.mark.parametrize("words", HOSTILE)
def test_the_structure_stays_the_same_for_every_reader(
    words: str, harmless: Callable[[str, str], list[object]], document: Callable[..., str]
) -> None:
    text = document(filled(words))
    for name, read in READERS.items():
        assert structure(read(text)) == harmless(name, words), f"read by {name}"


@settings(max_examples=1500, deadline=None)
@given(st.text("ab1 \n\t*_`~|<>[]()!#&;:/\\.@$^=-+\"'{}、。\u3000\u200b\u202e", min_size=1, max_size=24))
def test_neither_do_random_texts_change_it(
    harmless: Callable[[str, str], list[object]], document: Callable[..., str], words: str
) -> None:
    text = document(filled(f"x{words}"))
    for name, read in READERS.items():
        assert structure(read(text)) == harmless(name, words), f"read by {name}"


def test_without_the_escape_most_of_them_would_break_out(
    harmless: Callable[[str, str], list[object]], document: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The positive control: the same corpus and the same readers, with the escape taken away.
    for name in ("markdown", "markdown_cell"):
        monkeypatch.setattr(escape, name, lambda words: words)
    monkeypatch.setattr(journeyql_markdown.markup.escape, "markdown_link", lambda words, _: words)
    broken = 0
    for words in HOSTILE:
        text = document(filled(words))
        broken += any(structure(read(text)) != harmless(name, words) for name, read in READERS.items())
    assert broken > len(HOSTILE) / 2


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in {"td", "th", "h1"}:
            self.cells.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in {"td", "th", "h1"}

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable() and words == words.strip()])
def test_the_words_are_shown_as_they_are(words: str, document: Callable[..., str]) -> None:
    text = document(filled(words))
    for name in ("markdown-it", "mistune"):  # the third one knows no tables
        parser = Words()
        parser.feed(READERS[name](text))
        expected = " ".join(words.split())
        assert parser.cells[0] == expected
        assert parser.cells.count(expected) >= 12
