"""The DOT escaper against the Graphviz engine of the wheel and the `graphviz` package."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import graphviz
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyql.render.escape import dot, plain

ENGINE = Path(sys.executable).with_name("graphviz-pure")
TEXTS = st.lists(
    st.one_of(
        st.text("\\\"'<>&;{}|[]()NGLEHTnlr#%-+ ab\n\té中", max_size=8),
        st.text(max_size=4),
        st.sampled_from(
            [
                "\\N",
                "\\n",
                "\\G",
                "\\",
                '\\"',
                "&amp;",
                "&lt;",
                "&#65;",
                "&#x41;",
                "&eacute;",
                "<b>x</b>",
                "<<i>>",
                "{a|b}",
                "\r\n",
            ]
        ),
    ),
    max_size=5,
).map("".join)


def _run(source: str, output: str) -> str:
    done = subprocess.run([ENGINE, f"-T{output}"], input=source.encode(), capture_output=True, check=True, timeout=120)
    assert b"rror" not in done.stderr
    return done.stdout.decode()


def _lines(text: str) -> list[str]:
    return plain("\n".join(re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text.replace("\t", " ")))).split("\n")


def _labels(source: str) -> dict[str, str]:
    """The label of each node as the engine keeps it, an escString."""
    return {item["name"]: item.get("label", "") for item in json.loads(_run(source, "json")).get("objects", [])}


def _drawn(source: str) -> dict[str, list[str]]:
    """The lines of text drawn for each node."""
    namespace = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(_run(source, "svg"))  # noqa: S314 -- the engine of the wheel wrote it
    nodes = [group for group in root.iter(f"{namespace}g") if group.get("class") == "node"]
    assert not list(root.iter(f"{namespace}b"))
    return {
        node.findtext(f"{namespace}title", ""): [text.text or "" for text in node.iter(f"{namespace}text")]
        for node in nodes
    }


def _decoded(label: str) -> str:
    """An escString as text: backslashes, then the two entities that are written."""
    text = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], label)
    return re.sub("&(amp|lt);", lambda match: {"amp": "&", "lt": "<"}[match[1]], text)


def _seen(lines: list[str]) -> list[str]:
    """Lines with something in them; the engine draws a second blank as a no-break space."""
    return [line.replace("\xa0", " ") for line in lines if line.strip()]


def _source(texts: list[str]) -> str:
    return "digraph {" + "".join(f' n{index} [label="{dot(text)}"];' for index, text in enumerate(texts)) + " }"


@given(st.lists(TEXTS, min_size=1, max_size=40))
@settings(max_examples=12, deadline=None)
def test_the_engine_keeps_and_draws_the_text(texts: list[str]) -> None:
    source = _source(texts)
    labels, drawn = _labels(source), _drawn(source)
    for index, text in enumerate(texts):
        assert _decoded(labels[f"n{index}"]) == "\n".join(_lines(text))
        assert _seen(drawn[f"n{index}"]) == _seen(_lines(text))


@given(st.lists(TEXTS, min_size=1, max_size=40))
@settings(max_examples=8, deadline=None)
def test_the_graphviz_package_passes_it_on(texts: list[str]) -> None:
    graph = graphviz.Digraph()
    for index, text in enumerate(texts):
        graph.node(f"n{index}", label=dot(text))
    labels = _labels(graph.source)
    assert {name: _decoded(label) for name, label in labels.items()} == {
        f"n{index}": "\n".join(_lines(text)) for index, text in enumerate(texts)
    }


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('say "no"', 'say \\"no\\"'),
        ("C:\\new", "C:\\\\new"),
        ("\\N", "\\\\N"),
        ("<b>x</b>", "&lt;b>x</b>"),
        ("R&D", "R&D"),
        ("&amp;", "&amp;amp;"),
        ("a\r\nb\x00", "a\\nb\ufffd"),
        ("ends with \\", "ends with \\\\"),
    ],
)
def test_bodies(text: str, body: str) -> None:
    assert dot(text) == body


def test_control_an_unescaped_text_is_something_else() -> None:
    assert _drawn('digraph { a [label="\\N &lt;"] }') == {"a": ["a <"]}
    graph = graphviz.Digraph()
    graph.node("a", label="<<b>x</b>>")
    assert "label=<<b>x</b>>" in graph.source
