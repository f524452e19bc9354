"""The command `explain` answers every word and sign of the language."""

import json
import textwrap

import pytest

from journeyql.cli.ending import run
from journeyql.cli.meanings import known, meanings
from journeyql.cli.signs import SIGNS
from journeyql.engine.words import words
from journeyql.model.directives import DIRECTIVES
from journeyql.source import SourceFile
from journeyql.syntax import parse

ANSWERS = {
    "share": ["share (占比): an option, written behind an arrow `->`", "Takes a percentage"],
    "if": ["if (如果): an option"],
    "unless": ["unless (除非): an option"],
    "delay": ["delay (延迟): a property of contact", "an option, written behind survey", "an arrow `->`"],
    "parallel": ["Takes one of the words below.", "yes (是), no (否)"],
    "占比": ["share (占比): an option"],
    "target": ["target (目标): a property of metric", "an option, written behind emotion, wait"],
    "within": ["a property of action, recovery", "an option, written behind emotion, wait"],
    "use": ["use base `repair.journey`"],
    "extend": ["extend[CN] base.repair"],
    "omit": ["omit report.call"],
    "allow": ["the reason is required"],
    "from": ["Cites evidence", "from (依据): a property of every kind", "the name of an evidence"],
    "省略": ["omit (省略): a word of the language"],
    "until": ["until (截止): an option, written behind allow", "Takes a date"],
    "开始": ["start (开始): a word of the language"],
    "否": ["no (否): a word that properties take"],
    "start": ["start -> file"],
    "end": ["-> end", "moment=end  stage, touchpoint"],
    "->": ["An arrow", "share (占比)"],
    "@": ["`@app` is short for `channel=app`"],
    "[…]": ["A qualifier"],
    "[mei]": ["A qualifier"],
    "future": ["state=future", "`--state future`"],
    "high": ["severity=high    pain, need", "likelihood=high  risk"],
    "高": ["high (高): a word that properties take"],
    "truth": ["moment=truth  stage, touchpoint"],
    "hidden": ["kind=hidden  channel"],
    "wait": ["wait (等待): a property of stage, touchpoint", "May be followed by:", "target (目标)", "within (达标率)"],
    "severity": ["low (低), medium (中), high (高), critical (严重)"],
    "feeling": ['a text like "uneasy", or one of the words below.', "worried (担心)"],
    "owner": ["a property of every kind", "takes it from what surrounds it"],
    "touchpoint.wait": ["wait (等待): a property of touchpoint\n"],
}


@pytest.mark.parametrize(("word", "said"), ANSWERS.items(), ids=ANSWERS)
def test_answers(capsys, word, said):
    assert run(["explain", word]) == 0
    out = capsys.readouterr().out
    assert [words for words in said if words not in out] == []
    assert " a e" not in out
    assert max(map(len, out.splitlines())) <= 110


def test_a_kind_begins_with_what_is_its_own(capsys):
    assert run(["explain", "pain"]) == 0
    out = capsys.readouterr().out
    assert "Example:" not in out
    assert (
        out.index("Stands in") < out.index("pain retype") < out.index("  severity (严重度)") < out.index("title (标题)")
    )


def test_each_property_is_printed_once(capsys):
    assert run(["explain", "emotion"]) == 0
    assert capsys.readouterr().out.count("How well the customer feels") == 1


def test_every_word_has_an_answer():
    table = words(()).table
    assert [word for word in known(table) if word and not [*meanings(table, word)]] == []


@pytest.mark.parametrize("sign", SIGNS, ids=[sign.name for sign in SIGNS])
def test_examples_of_signs_can_be_read(sign):
    assert parse(SourceFile("x.journey", sign.example + "\n")).diagnostics == ()
    assert sign.example.count("\n") == 1


@pytest.mark.parametrize("directive", DIRECTIVES, ids=[one.name for one in DIRECTIVES])
def test_examples_of_directives_can_be_read(directive):
    example = textwrap.dedent(directive.doc.partition("Example:")[2].strip("\n"))
    assert parse(SourceFile("x.journey", example + "\n")).diagnostics == ()
    assert directive.name in example


@pytest.mark.parametrize("word", ["->", "omit", "high", "wait", "target", "touchpoint"])
def test_json(capsys, word):
    assert run(["explain", word, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["words"]


@pytest.mark.parametrize(("word", "near"), [("shar", "share"), ("hihg", "high"), ("extnd", "extend"), ("--jso", "")])
def test_unknown_words(capsys, word, near):
    assert run(["explain", word]) == 2
    assert f"did you mean `{near}`?" in capsys.readouterr().err or not near
