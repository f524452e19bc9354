"""The parser and Lark on the whole file build equal trees of every file without mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from lines_of import files
from whole_file import WholeFile

from journeyql.source import SourceFile
from journeyql.syntax import parse

ROOT = Path(__file__).resolve().parents[3]
ORACLE = WholeFile()
EXAMPLES = sorted(ROOT.glob("examples/**/*.journey"))
SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.journey"))


@pytest.mark.parametrize("path", [*EXAMPLES, *SAMPLES], ids=lambda path: path.name)
def test_files(path: Path) -> None:
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    parsed = parse(source)
    assert not parsed.diagnostics
    assert parsed.document.body == ORACLE.parse(source).body


@settings(max_examples=150, deadline=None)
@given(files())
def test_made_up_files(text: str) -> None:
    source = SourceFile("made-up", text)
    parsed = parse(source)
    assert not parsed.diagnostics
    assert parsed.document.body == ORACLE.parse(source).body


def test_the_oracle_tells_trees_apart() -> None:
    source = SourceFile("a", "a\n  b: 1\n")
    assert ORACLE.parse(source).body != parse(SourceFile("a", "a\nb: 1\n")).document.body
