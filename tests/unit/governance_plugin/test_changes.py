"""What changes nothing for people changes nothing in the findings: other names, another order, another language."""

from __future__ import annotations

import itertools

import pytest

import journeyql_governance
from journeyql.testing import check

JOURNEY = """\
journey {j} "{T}1" persona={p} owner={p}
  consulted: {t}
  stage {s}1 "{T}2" emotion=3
    touchpoint {s}2 "{T}3" @{c} at=1d
      contact {m}1 "{T}4" kind=marketing
      contact {m}2 "{T}5" kind=marketing at=23:00
      -> {s}2 "{T}6" share=10%
    touchpoint {s}3 "{T}7" at=2d
      action {a} "{T}8" owner={u}
"""
BLOCKS = (
    'persona {p} "{T}9"\n',
    'team {t} "{T}10"\n',
    'team {u} "{T}11" resists="{T}12"\n',
    'team {v} "{T}13"\n',
    'channel {c} "{T}14" kind=online\n',
    'cap {k} "{T}15" limit=1 per=7d quiet=22:00..08:00\n',
)
NAMES = {letter: letter * 3 for letter in "jptscmauvk"}
FOUND = [
    ("owner-is-persona", "ppp"),
    ("quiet-hours", "23:00"),
    ("too-many-contacts", "1"),
    ("unanswered-resistance", "uuu"),
    ("unasked-contributor", "ttt"),
    ("unused-team", "13"),
]


def found(text: str, title: str) -> list[tuple[str, str]]:
    """The rules with the words they point at, without what only differs in the title."""
    result = check(text, plugins=[journeyql_governance])
    return sorted((item.rule.name, item.span.text.strip('"').replace(title, "")) for item in result.diagnostics)


def written(title: str = "Title ", blocks: tuple[str, ...] = BLOCKS, **names: str) -> str:
    return (JOURNEY + "".join(blocks)).format(T=title, **{**NAMES, **names})


def test_what_is_found() -> None:
    assert found(written(), "Title ") == FOUND


def test_other_names() -> None:
    names = {"p": "zz", "t": "aa", "u": "m_1", "j": "sales", "k": "x", "s": "步骤", "c": "webhook"}
    renamed = {"ppp": "zz", "ttt": "aa", "uuu": "m_1"}
    assert found(written(**names), "Title ") == sorted((rule, renamed.get(words, words)) for rule, words in FOUND)


@pytest.mark.parametrize("title", ["触点", "Schnittstelle ", "Überschrift ", ""])
def test_other_words(title: str) -> None:
    assert found(written(title), title) == FOUND


@pytest.mark.parametrize("blocks", [*itertools.islice(itertools.permutations(BLOCKS), 0, 720, 97)])
def test_another_order(blocks: tuple[str, ...]) -> None:
    assert found(written(blocks=blocks), "Title ") == FOUND


def test_another_scale() -> None:
    text = written().replace("emotion=3", "emotion=0").replace('"Title 1"', '"Title 1" scale=-2..2')
    assert found(text, "Title ") == FOUND


# ---- what makes no sense is told or passed over, and breaks nothing

ODD = [
    ("a loop of one step", 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      contact "C"\n      -> a\n'),
    ("arrows to nowhere", 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      contact "C"\n      -> z\n'),
    ("steps in a circle", 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      -> b\n    touchpoint b "B"\n      -> a\n'),
    ("a cap of another journey", 'journey j "J"\n  cap c limit=1 per=1d\njourney k "K"\n  contact "C"\n'),
    ("markets in a circle", 'market A "A" in=B quiet=22:00..08:00\nmarket B "B" in=A\njourney j "J" market=A\n  contact "C" at=23:00\n'),
    ("a team that is called like a stage", 'journey j "J"\n  "T"\n  "T"\nteam t "T"\n'),
    ("everything empty", 'journey ""\n  stage ""\n    touchpoint ""\n      contact ""\ncap ""\nteam ""\npersona ""\n'),
    ("a huge limit", 'cap c limit=999999999999999 per=999y\njourney j "J"\n  contact "C" delay=999y\n'),
    ("no journey", 'cap c limit=1 per=1d\nteam t "T"\n'),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in ODD], ids=[case[0] for case in ODD])
def test_nothing_breaks(text: str) -> None:
    names = check(
        text + "cap x limit=1 per=1h quiet=22:00..08:00\n", plugins=[journeyql_governance], rule_set="strict"
    ).names
    assert not {"plugin-failed", "pass-skipped"} & {*names}
