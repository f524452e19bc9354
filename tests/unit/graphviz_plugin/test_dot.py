"""DOT text: accepted by the engine, and no word of a file becomes syntax."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from journeyql_graphviz import engine
from journeyql_graphviz.options import PURE

HOSTILE = (
    'x"]; evil [label="y',
    "<b>html</b>",
    "back\\",
    "\\N \\G \\E \\l",
    "&amp; &#34; &lt;",
    "line\nbreak",
    "}; subgraph cluster_9 { a }",
    "漏水 💧 \u202e",
)


def _run(dot: str, kind: str) -> subprocess.CompletedProcess[bytes]:
    program = engine.locate(PURE)
    assert program is not None
    return subprocess.run([program, f"-T{kind}"], input=dot.encode(), capture_output=True, check=False)


def _quoted(words: str) -> str:
    return (
        '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\u202e", "\\u{202e}") + '"'
    )


def _source(words: str) -> str:
    text = _quoted(words)
    return f"""
journey node {text}
stage graph {text}
  touchpoint digraph {text}
    -> subgraph {text}
  touchpoint subgraph {text}
"""


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(dot, words):
    done = _run(dot(_source(words)), "json")
    assert done.returncode == 0
    graph = json.loads(done.stdout)
    nodes = [item["name"] for item in graph["objects"] if "nodes" not in item]
    assert sorted(nodes) == ["end", "n1", "n2", "start"]
    assert [item["name"] for item in graph["objects"] if "nodes" in item] == ["cluster_1"]


def test_unescaped_words_would_be_noticed():
    """The positive control of the test above."""
    done = _run(f'digraph {{ n1 [label="{HOSTILE[0]}"] }}', "json")
    assert "evil" in [item["name"] for item in json.loads(done.stdout)["objects"]]


def test_the_engine_has_nothing_to_say(dot, examples):
    done = _run(dot(examples["coffee"]), "svg")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["property-repair", "car-insurance", "rail-europe", "employee-benefits"])
def test_examples_are_accepted(dot, examples, name):
    done = _run(dot(examples[name]), "svg")
    assert done.returncode == 0
    said = [line for line in done.stderr.decode().splitlines() if "non-ASCII" not in line]
    assert said == []


def test_only_closed_lists_of_looks(dot, examples):
    text = dot(examples["property-repair"])
    assert set(re.findall(r'fontname="?([^" \]]+)', text)) == {"Helvetica"}
    assert set(re.findall(r'shape="?([^" \]]+)', text)) <= {"box", "circle", "doublecircle"}
    colours = set(re.findall(r'(?:fillcolor|bgcolor|fontcolor|color)="?([^" \]]+)', text))
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    assert not re.search(r"\b(?:URL|href|image|shapefile|stylesheet|target)\s*=", text)


def test_the_graph_of_a_small_map(dot):
    lines = dot('journey "Coffee"\n  "Queues" emotion=2\n    -> end "too long" share=10%\n  "Drinks"\n').splitlines()
    assert [line.strip() for line in lines if "->" in line] == [
        "start -> n1",
        'n1 -> end [label="too long · 10%"]',
        'n1 -> n2 [label="otherwise · 90%"]',
        "n2 -> end",
    ]


def test_returns_do_not_pull_the_graph_upside_down(dot):
    text = dot('journey "A"\n  "B"\n  stage c "C"\n    touchpoint d "D"\n    touchpoint e "E"\n      -> d "again"\n')
    assert re.search(r"n3 -> n2 \[.*constraint=false.*style=dashed", text)
