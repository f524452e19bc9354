"""Hostile words are put everywhere, and what comes of them is read as its format; careless renderers are caught."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape as xml
from xml.sax.saxutils import quoteattr

import kit_acme
import pytest

import journeyql_experience
import journeyql_graphviz
import journeyql_json
import journeyql_markdown
from journeyql.diagnostics import visible
from journeyql.model import Element, View
from journeyql.plugin import OutputFile, RenderContext, Renderer, RenderResult
from journeyql.render import escape
from journeyql.testing import assert_escapes
from journeyql.testing.hostile import MARK, WORDS
from journeyql.testing.sinks import sink

OWN = [journeyql_graphviz, journeyql_json, journeyql_markdown, journeyql_experience]


@pytest.mark.parametrize("name", ["acme", "dot", "flow", "json"])
def test_renderers_that_escape(name: str) -> None:
    assert_escapes(name, plugins=[kit_acme, *OWN], rounds=3)


def test_the_markdown_renderer_escapes() -> None:
    assert_escapes("markdown", plugins=OWN, rounds=3)


# ---- what is wrong in a file, format by format

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PAGE = "<!DOCTYPE html><title>x</title><p>{}</p>"
WRONG = {
    "image/svg+xml": [
        (SVG.format("<text>a & b</text>"), "it is not well-formed"),
        (SVG.format("<jqx/>"), "words have become an element, <jqx>"),
        (SVG.format("<script>f()</script>"), "an element that does something, <script>"),
        (SVG.format("<foreignObject/>"), "<foreignObject>"),
        (SVG.format('<p xmlns="http://www.w3.org/1999/xhtml"/>'), "a foreign element, <p>"),
        (SVG.format('<g onclick="f()"/>'), "there is a handler, onclick="),
        (SVG.format('<g jqx="1"/>'), "words have become an attribute"),
        (SVG.format('<a href="javascript:f()"/>'), "a link that may not be followed"),
        (SVG.format('<a xlink:href=" JavaScript:f()"/>'), "a link that may not be followed"),
        (SVG.format('<image href="//example.org/x.png"/>'), "a link that may not be followed"),
        (SVG.format('<image href="data:image/svg+xml;base64,AAAA"/>'), "a link that may not be followed"),
        (SVG.format('<rect fill="url(https://example.org/x)"/>'), "something is loaded by fill="),
        (SVG.format('<g style="fill: jqx"/>'), "words stand in a style"),
        (SVG.format("<style>@import '//x';</style>"), "a style sheet loads something"),
        (SVG.format("<style>.jqx { }</style>"), "words stand in a style sheet"),
        (SVG.format("<!-- jqx -->"), "words stand in a comment"),
        ("<?xml-stylesheet href='x'?>" + SVG, "a processing instruction, <?xml-stylesheet"),
        ("<!DOCTYPE svg [<!ENTITY e 'x'>]>" + SVG, "a document type that declares something"),
        (SVG.format("<text>\x1b</text>"), "it is not well-formed"),
    ],
    "text/xml": [("<a><jqx/></a>", "words have become an element"), ("<a>&jqx;</a>", "not well-formed")],
    "text/html": [
        (PAGE.format("<jqx>"), "words have become an element"),
        (PAGE.format("<img src=x>"), "there are 1 <img>, and 0 when all words are harmless"),
        (PAGE.format("<b onclick=f()>"), "there is a handler"),
        (PAGE.format("<a href='vbscript:f()'>"), "a link that may not be followed"),
        (PAGE.format("<script>jqx</script>"), "words stand in a script"),
        (PAGE.format('<script type="application/json">{"a": </script>'), "cannot be read as JSON"),
        (PAGE.format("<!-- jqx -->"), "words stand in a comment"),
        (PAGE.format("<?jqx>"), "words stand in a processing instruction"),
        (PAGE.format("<meta http-equiv=refresh content='0;url=//x'>"), "there are 1 <meta>"),
    ],
    "text/markdown": [
        ("<jqx>", "words have become an element, <jqx> (read by markdown_it)"),
        ("# x", "words make 1 more <h1>"),
        ("", "words make 1 fewer <p>"),
        ("*x*", "words make 1 more <em>"),
        ("[x](https://example.org)", "1 more links that do not show where they lead"),
        ("[x](javascript:f())", "a link that may not be followed"),
        ("![x](a.png)", "words make 1 more <img>"),
    ],
    "text/vnd.graphviz": [
        ('digraph { a [label="', "it cannot be read as DOT"),
        ("digraph { jqx }", "words have become a name, 'jqx'"),
        ('digraph { a [jqx="1"] }', "words have become a name"),
        ("digraph { a } // jqx", "words stand in a comment"),
        ('digraph { a [URL="javascript:f()"] }', "a link that may not be followed"),
        ('digraph { a [image="x.png"] }', "a file is read by image="),
        ('digraph { a [fontname="jqx"] }', "words stand in fontname="),
        ("digraph { a [label=<<b>x</i>>] }", "it is not well-formed"),
        ("digraph { a [label=<<jqx/>>] }", "words have become an element"),
    ],
    "application/json": [
        ("{", "it cannot be read as JSON"),
        ('{"a": 1, "a": 2}', "the key 'a' stands twice"),
        ("[NaN]", "NaN is no value of JSON"),
    ],
    "text/csv": [
        ("a,b\n=jqx,1\n", "a cell of row 2 is a formula"),
        ("a,b\n1\n", "words have changed its rows"),
        ('a,"b', "it cannot be read as CSV"),
    ],
    "text/plain": [("a\u202eb", "line 1 holds characters that steer"), ("a\n\x1b[31m", "line 2 holds")],
}
USUAL = {"text/csv": "a,b\nx,1\n", "text/html": PAGE.format("x"), "text/markdown": "x"}


@pytest.mark.parametrize(
    ("media_type", "text", "words"), [(kind, *case) for kind, cases in WRONG.items() for case in cases]
)
def test_what_is_wrong_is_told(media_type: str, text: str, words: str) -> None:
    assert words in "\n".join(sink(media_type)(text, USUAL.get(media_type, "")))


RIGHT = {
    "image/svg+xml": SVG.format(
        '<title>&lt;jqx&gt;</title><defs><clipPath id="c"/></defs><a href="https://example.org/?q=jqx"><text'
        ' clip-path="url(#c)" data-x="javascript:jqx()">jqx "</text></a><image href="data:image/png;base64,iVBO"/>'
    ),
    "application/atom+xml": "<feed xmlns='http://www.w3.org/2005/Atom'><title>jqx</title></feed>",
    "text/html; charset=utf-8": PAGE.format('&lt;jqx&gt; <a href="#jqx" title="jqx">x</a>'),
    "text/markdown": r"\<jqx> &lt;jqx>",
    "text/vnd.graphviz": 'digraph "jqx" { a -> b [label="say \\"jqx\\"\\\\" tooltip=jqx URL="https://example.org/jqx"] }',
    "application/json": '{"a": "<jqx>\\u0000"}',
    "application/vnd.acme+json": "[1]",
    "text/csv": "a,b\n'=jqx,-1\n",
    "text/troff": "jqx",
}


@pytest.mark.parametrize("media_type", RIGHT)
def test_words_that_stay_words(media_type: str) -> None:
    base = media_type.partition(";")[0]
    assert list(sink(media_type)(RIGHT[media_type], USUAL.get(base, ""))) == []


@pytest.mark.parametrize("media_type", ["image/png", "application/pdf"])
def test_what_nobody_can_look_into_is_said(media_type: str) -> None:
    with pytest.raises(ValueError, match="nothing is known about how to look into"):
        sink(media_type)


# ---- careless renderers


def texts(view: View) -> Iterator[str]:
    for element in view.of(Element):
        yield view.title(element)
        yield from view[element.note]


def drawing(media_type: str, write: Callable[[list[str]], str]) -> Renderer:
    def work(context: RenderContext) -> RenderResult:
        return RenderResult(files=(OutputFile(path="map.txt", content=write(list(texts(context.view)))),))

    return Renderer(name="made", summary="s", media_type=media_type, suffix=".txt", work=work)


def table(words: list[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows([number, text] for number, text in enumerate(words))
    return stream.getvalue()


def no_control(words: list[str]) -> list[str]:
    return [escape.plain(text) for text in words]


def dot_quoted(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


CAREFUL = {
    "svg": ("image/svg+xml", lambda w: SVG.format("".join(f"<text>{xml(text)}</text>" for text in no_control(w)))),
    "attribute": (
        "text/xml",
        lambda w: "<a>{}</a>".format("".join(f"<b c={quoteattr(text)}/>" for text in no_control(w))),
    ),
    "html": ("text/html", lambda w: PAGE.format("".join(html.escape(text) for text in no_control(w)))),
    "data": (
        "text/html",
        lambda w: PAGE.format(
            '<script type="application/json">{}</script>'.format(json.dumps(w).replace("<", "\\u003c"))
        ),
    ),
    "markdown": ("text/markdown", lambda w: "".join(f"- {escape.markdown(text)}\n" for text in w)),
    "dot": (
        "text/vnd.graphviz",
        lambda w: f"digraph {{ {' '.join(f'a [label={dot_quoted(text)}]' for text in no_control(w))} }}",
    ),
    "json": ("application/json", json.dumps),
    "csv": (
        "text/csv",
        lambda w: "".join(f"{number},{escape.csv(text)}\n" for number, text in enumerate(no_control(w))),
    ),
    "plain": ("text/plain", lambda w: "\n".join(map(visible, w))),
}
CARELESS = {
    "svg not escaped": (
        "image/svg+xml",
        lambda w: SVG.format("".join(f"<text>{text}</text>" for text in no_control(w))),
    ),
    "svg half escaped": (
        "image/svg+xml",
        lambda w: SVG.format("".join(f'<g id="{xml(text)}"/>' for text in no_control(w))),
    ),
    "svg with controls": ("image/svg+xml", lambda w: SVG.format("".join(f"<text>{xml(text)}</text>" for text in w))),
    "svg with links": (
        "image/svg+xml",
        lambda w: SVG.format("".join(f"<a href={quoteattr(t)}/>" for t in no_control(w))),
    ),
    "svg with a comment": (
        "image/svg+xml",
        lambda w: SVG.format("".join(f"<!--{t.replace('-', '')}-->" for t in no_control(w))),
    ),
    "html not escaped": ("text/html", lambda w: PAGE.format("".join(w))),
    "html without quotes": (
        "text/html",
        lambda w: PAGE.format("".join(f"<b title={html.escape(text)}>" for text in w)),
    ),
    "html in a script": ("text/html", lambda w: PAGE.format(f"<script>x = {json.dumps(w)}</script>")),
    "html in data": ("text/html", lambda w: PAGE.format(f'<script type="application/json">{json.dumps(w)}</script>')),
    "html in a style": ("text/html", lambda w: PAGE.format("".join(f'<b style="{html.escape(text)}">' for text in w))),
    "markdown not escaped": ("text/markdown", lambda w: "".join(f"- {text}\n" for text in w)),
    "markdown as html": (
        "text/markdown",
        lambda w: "".join(f"- {html.escape(' '.join(text.split()))}\n" for text in w),
    ),
    "markdown cells": (
        "text/markdown",
        lambda w: "| a |\n| - |\n" + "".join(f"| {xml(' '.join(t.split()))} |\n" for t in w),
    ),
    "dot not escaped": ("text/vnd.graphviz", lambda w: f"digraph {{ {' '.join(f'a [label=x{text}]' for text in w)} }}"),
    "dot half escaped": (
        "text/vnd.graphviz",
        lambda w: "digraph {{ {} }}".format(
            " ".join('a [label="{}"]'.format(t.replace('"', '\\"')) for t in no_control(w))
        ),
    ),
    "dot in a comment": ("text/vnd.graphviz", lambda w: "digraph { }" + "".join(f"/* {xml(text)} */" for text in w)),
    "dot as markup": ("text/vnd.graphviz", lambda w: f"digraph {{ {' '.join(f'a [label=<{text}>]' for text in w)} }}"),
    "dot with links": (
        "text/vnd.graphviz",
        lambda w: f"digraph {{ {' '.join(f'a [URL={dot_quoted(t)}]' for t in w)} }}",
    ),
    "json by hand": ("application/json", lambda w: "[" + ",".join(f'"{text}"' for text in w) + "]"),
    "json with keys": ("application/json", lambda w: "{" + ",".join(f'"a{len(text)}": 1' for text in w) + "}"),
    "csv with formulas": ("text/csv", table),
    "csv not quoted": ("text/csv", lambda w: "".join(f"{number},{text}\n" for number, text in enumerate(w))),
    "plain": ("text/plain", "\n".join),
    "nothing": ("text/plain", lambda _: "a map"),
}


@pytest.mark.parametrize("name", CAREFUL)
def test_careful_renderers_pass(name: str) -> None:
    assert_escapes(drawing(*CAREFUL[name]), rounds=2)


@pytest.mark.parametrize("name", CARELESS)
def test_careless_renderers_are_caught(name: str) -> None:
    media_type, write = CARELESS[name]
    with pytest.raises(AssertionError, match="lets words out of their texts:\n  "):
        assert_escapes(drawing(media_type, write), rounds=2)


def test_a_renderer_that_shows_nothing_is_not_taken_for_safe() -> None:
    with pytest.raises(AssertionError, match="none of the words of the map is in what it writes"):
        assert_escapes(drawing(*CARELESS["nothing"]), rounds=1)


def test_many_problems_are_cut_short() -> None:
    with pytest.raises(AssertionError, match=r"… and \d+ more$"):
        assert_escapes(drawing(*CARELESS["html not escaped"]), rounds=1)


def test_the_media_type_may_be_given() -> None:
    media_type, write = CARELESS["html not escaped"]
    with pytest.raises(AssertionError, match="element"):
        assert_escapes(drawing("application/octet-stream", write), rounds=1, media_type=media_type)


def test_words_are_marked() -> None:
    """What would do harm holds the mark by which it is found; the rest only has to stay as it is."""
    shapes = "]]> &#x0;&#xd800; --- \\| \\ end 0 -0 1e308 NaN null true None __proto__ constructor CON".split()
    harmless = {*shapes, "\\N \\G \\L \\n \\l", '%%{init: {"securityLevel": "loose"}}%%'}
    assert {words for words in WORDS if MARK not in words} <= harmless
    assert len(set(WORDS)) == len(WORDS) > 120
