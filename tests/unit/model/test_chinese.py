"""A file in Chinese words is the same model as its twin in English."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from chinese import named, translated
from resolving import TABLE

from journeyql import ast
from journeyql.model import Context, Model
from journeyql.model.export import export
from journeyql.model.resolve import Unit, resolve, used
from journeyql.source import SourceFile
from journeyql.syntax import parse

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = ("reference.journey", "shop/company.journey", "shop/people.journey")


def _model(texts: dict[str, str]) -> tuple[Model, list[str]]:
    documents: dict[str, ast.Document] = {}
    for name, text in texts.items():
        parsed = parse(SourceFile(name, text))
        assert parsed.diagnostics == ()
        documents[name] = parsed.document

    def at(name: str, path: str) -> ast.Document:
        return documents[(Path(name).parent / path).as_posix()]

    uses = {name: {use.path: at(name, use.path) for use in used(item)} for name, item in documents.items()}
    found = resolve(Unit(root=documents[FILES[0]], uses=uses), TABLE)
    return found.model, [f"{item.span and item.span.line}: {item.message}" for item in found.diagnostics]


def _without_columns(value: Any) -> Any:
    """What a model says: on which line, but not where on it, for Chinese words are shorter."""
    if isinstance(value, dict):
        return {key: _without_columns(item) for key, item in value.items() if key != "column"}
    return [_without_columns(item) for item in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    return {name: (EXAMPLES / name).read_text("utf-8") for name in FILES}


@pytest.fixture(scope="module")
def chinese(english: dict[str, str]) -> dict[str, str]:
    kinds = {
        name: kind
        for text in english.values()
        for name, kind in named(parse(SourceFile("a.journey", text)).document.body)
    }
    return {name: translated(SourceFile(name, text), kinds) for name, text in english.items()}


def test_no_english_word_of_the_language_is_left(chinese: dict[str, str]) -> None:
    """What still begins a line in Latin letters is a name in an arrow, or a lane of the map's own."""
    own = {name for text in chinese.values() for name in re.findall(r"^ *泳道 (\w+)", text, re.MULTILINE)}
    for text in chinese.values():
        lines = re.findall(r"^ *([a-z_]+)\b(?!.*->)", re.sub(r"\|\n( +).*\n(\1.*\n)*", "\n", text), re.MULTILINE)
        assert set(lines) <= own


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"state": "future"},
        {"persona": "wei", "market": "CN", "language": "zh"},
        {"segment": "vip", "state": "actual"},
    ],
    ids=["plain", "future", "wei in China", "very important customers"],
)
def test_the_reference_in_chinese_words_is_the_same_model(
    english: dict[str, str], chinese: dict[str, str], context: dict[str, str]
) -> None:
    (ours, remarks), (theirs, others) = _model(english), _model(chinese)
    assert (remarks, others) == ([], [])
    first, second = (_without_columns(export(model.view(Context(**context)))) for model in (ours, theirs))
    assert first == second
