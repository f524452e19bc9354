"""Nothing comes out that says something else: files with mistakes are refused, and so are results of our own defects."""

from itertools import count

import pytest
from formatting import TABLE

from journeyql.engine.rules import INTERNAL_ERROR
from journeyql.fmt import formatted, reading, said, writing
from journeyql.source import SourceFile

TEXT = 'journey j "J"\n  # why\n  "A" emotion=2 @app\n    doing: "x", "y"\n    -> end "z" share=3%\n    -> j\n'

MISTAKES = {
    "a text without end": ('journey "J\n', "unclosed-text", 1),
    "a broken line": ('journey "J"\n  stage ]\n', "unexpected-word", 2),
    "an odd dedent": ('journey "J"\n    "A"\n   "B"\n', "odd-dedent", 3),
    "no value": ('journey "J"\n  owner:\n', "missing-value", 2),
    "an unknown escape": ('journey "\\q"\n', "bad-escape", 1),
    "a hidden character": ('journey "a\x00b"\n', "hidden-character", 1),
    "a character that reorders": ('journey "J"\n\u202a\n', "hidden-character", 2),
    "a lost character": ('journey "a\ufffdb"\n', "not-utf8", 1),
    "too many levels": ("\n".join("  " * depth + f"s{depth}" for depth in range(65)), "too-deep", 65),
}


@pytest.mark.parametrize(("text", "rule", "line"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told_and_nothing_is_formatted(text: str, rule: str, line: int) -> None:
    found = formatted(SourceFile("a.journey", text), TABLE)
    assert found.text is None
    assert [(error.rule.name, error.span and error.span.line) for error in found.errors] == [(rule, line)]


def lost_property(monkeypatch: pytest.MonkeyPatch) -> None:
    children = reading._children
    monkeypatch.setattr(reading, "_children", lambda piece, read: children(piece, read)[:1])


def other_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said.twins, "plain", lambda token: token.replace("x", "X"))


def unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said.twins, "plain", lambda token: token[:-1])


def lost_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing._Writer, "comments", lambda *_: None)


def moved_arrow(monkeypatch: pytest.MonkeyPatch) -> None:
    children = reading._children
    monkeypatch.setattr(reading, "_children", lambda piece, read: [*children(piece, read)][::-1])


def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    written, times = writing.written, count(1)
    monkeypatch.setattr("journeyql.fmt.format.written", lambda *parts: written(*parts) + "\n" * next(times))


DEFECTS = {
    lost_property: (3, "something else"),
    other_value: (4, "something else"),
    unreadable: (3, "something else"),
    lost_comment: (1, "comment"),
    moved_arrow: (5, "something else"),
    restless: (1, "formatted again"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_of_ours_changes_no_file(monkeypatch: pytest.MonkeyPatch, defect) -> None:
    text = TEXT.replace("    doing", "      doing").replace("    ->", "      ->")
    assert formatted(SourceFile("a.journey", text), TABLE).text == TEXT.replace(" emotion=2 @app", " @app emotion=2")
    defect(monkeypatch)
    found = formatted(SourceFile("a.journey", text), TABLE)
    assert found.text is None
    (error,) = found.errors
    line, words = DEFECTS[defect]
    assert error.rule is INTERNAL_ERROR
    assert error.span is not None
    assert (error.span.line, words in error.message) == (line, True)
