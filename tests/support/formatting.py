"""Formats texts for tests, and tells what a text means, wherever its lines stand."""

from __future__ import annotations

from typing import Any

from journeyql.engine.words import words
from journeyql.fmt import PLAIN, Style, formatted
from journeyql.model.export import export
from journeyql.model.resolve import Unit, resolve
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection
from journeyql.source import SourceFile
from journeyql.syntax import parse

#: The words of JourneyQL with those of the plugins that come with it.
TABLE = words(Plugins.discover(Selection.of(external=False)).vocabularies).table


def once(text: str, style: Style = PLAIN) -> str:
    """The canonical form of a text that has one."""
    found = formatted(SourceFile("a.journey", text), TABLE, style)
    assert found.text is not None, [finding.message for finding in found.errors]
    return found.text


def fmt(text: str, style: Style = PLAIN) -> str:
    """The canonical form of a text that has one; formatting it again must not change it."""
    found = once(text, style)
    assert once(found, style) == found
    return found


def meaning(text: str) -> Any:
    """The exported model of a text, without the places of its lines."""
    document = parse(SourceFile("a.journey", text)).document
    return _placeless(export(resolve(Unit(root=document), TABLE).model.view()))


def _placeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _placeless(inner) for name, inner in value.items() if name not in {"line", "column"}}
    return [_placeless(inner) for inner in value] if isinstance(value, list) else value
