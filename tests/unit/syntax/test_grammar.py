"""The grammar is clean, is the only copy, and the shipped tables are its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import lark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark.lexer import LexerThread
from lines_of import lines
from whole_file import BlockIndenter

from journeyql.syntax import generate, plans, tables
from journeyql.syntax.grammar import grammar_text

GRAMMAR = grammar_text()
WITHOUT_PRIORITIES = re.sub(r"^([A-Z]+)\.\d:", r"\1:", GRAMMAR, flags=re.MULTILINE)
LEXER = lark.Lark(GRAMMAR, parser="lalr", lexer="basic", start=["line"])._build_lexer()


@pytest.mark.parametrize("text", [GRAMMAR, WITHOUT_PRIORITIES], ids=["as it is", "without priorities"])
def test_lark_finds_no_conflict_and_no_collision(text: str) -> None:
    parser = lark.Lark(text, parser="lalr", lexer="basic", strict=True, start=["file", "line"], postlex=BlockIndenter())
    assert parser.parse("a\n", start="file")


def test_a_collision_would_be_found() -> None:
    with pytest.raises(lark.exceptions.LexError):
        lark.Lark("start: A | B\nA: /a+/\nB: /aa/\n", parser="lalr", lexer="basic", strict=True)


def test_no_word_is_reserved() -> None:
    names = {terminal.name for terminal in LEXER.terminals}
    assert names <= {*tables.KINDS, "_NL", "COMMENT", "BLANKS", "_INDENT", "_DEDENT"}
    literal = [terminal for terminal in LEXER.terminals if terminal.pattern.type == "str"]
    assert not literal


def test_there_is_one_copy() -> None:
    root = Path(__file__).resolve().parents[3]
    ours = ("grammar", "journeyql", "plugins", "examples", "tests", "docs")
    copies = [path for folder in ours for path in (root / folder).rglob("*.lark")]
    assert copies == [root / "grammar" / "journey.lark"]


def test_the_tables_are_current() -> None:
    written = Path(tables.__file__).read_text(encoding="utf-8")
    assert written == generate.tables(), "run python -m journeyql.syntax.generate"


@settings(deadline=None)
@given(lines)
def test_the_expression_finds_the_tokens_that_lark_finds(line: str) -> None:
    ours = [(token.lastgroup, token[0]) for token in plans.expression().finditer(line)]
    assert ours == [(token.type, str(token)) for token in LexerThread.from_text(LEXER, line).lex(None)]


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii")))
def test_ascii_text_has_the_same_tokens_for_the_short_expression(line: str) -> None:
    short, whole = (
        [(t.lastindex, t.span()) for t in plans.expression(ascii=yes).finditer(line)] for yes in (True, False)
    )
    assert short == whole


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("file->visit", ["NAME", "ARROW", "NAME"]),
        ("a-b->c", ["NAME", "ARROW", "NAME"]),
        ("a-", ["NAME", "STRAY"]),
        ("पैसा", ["NAME"]),
        ("触点", ["NAME"]),
        ("données", ["NAME"]),
        ("ที่", ["NAME"]),
        ("a.b.c-d", ["NAME"]),
        ("1h30min", ["QUANTITY"]),
        ("22:00..08:00", ["QUANTITY"]),
        ("..15", ["QUANTITY"]),
        ("-1", ["QUANTITY"]),
        ("- a", ["BULLET", "NAME"]),
        ("“a”", ["TEXT"]),
        ("„a“", ["TEXT"]),
        ("«a»", ["TEXT"]),
        (r'"a \" b"', ["TEXT"]),
        (
            "a：b，c＝d＠e【f】→−>",
            "NAME COLON NAME COMMA NAME EQUALS NAME AT NAME LBRACKET NAME RBRACKET ARROW ARROW".split(),
        ),
        ('a "open it', ["NAME", "STRAY"]),
    ],
)
def test_tokens(text: str, kinds: list[str]) -> None:
    assert [token.lastgroup for token in plans.expression().finditer(text)] == kinds


PROGRAM = """
import sys
from journeyql.source import SourceFile
from journeyql.syntax import parse
found = parse(SourceFile("x", sys.stdin.read()))
assert not found.diagnostics, found.diagnostics
print("lark" in sys.modules)
"""
USUAL = """
journey repair "Getting a leaking tap repaired"
  goal: "Fixed within two days"
  persona: mei, tom
stage report "Report the fault"
  "Notices the leak" @neighbours emotion=2 feeling=worried
  touchpoint file "Files a repair request" @app emotion[mei]=2 emotion[tom]=3 from=survey_q3
    doing: "Photographs the tap"
    wait: 4min target=1min within=80%
    -> call "no answer" share=35%
    quote: |
      I just want to know.
use base `repair.journey`
"""


@pytest.mark.parametrize(("text", "imported"), [(USUAL, "False"), ("x y=1 z=2 a=`b`, 3, c `d` @e\n", "True")])
def test_lark_is_imported_only_for_an_unusual_shape(text: str, imported: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=text, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert run.stdout.strip() == imported


def test_the_memo_of_plans_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    name, at = tables.KINDS["NAME"], tables.KINDS["AT"]
    known = plans.usual()
    monkeypatch.setattr(plans, "_MOST_PLANS", len(known) - plans._shipped + 2)
    before = len(known)
    for count in range(10, 16):
        shape = bytes([name, *[at, name] * count])
        assert plans.plan_of(shape) is not None
    assert len(known) == before + 2
    long = bytes([name, *[at, name] * 40])
    assert plans.plan_of(long) is not None
    assert long not in known
    for count in (10, 11):
        del known[bytes([name, *[at, name] * count])]
