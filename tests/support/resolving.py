"""Texts to models for tests: one file, or several by path."""

from __future__ import annotations

import textwrap

from journeyql import ast
from journeyql.diagnostics import Severity
from journeyql.model.kinds import CORE
from journeyql.model.resolve import Resolution, Unit, WordTable, resolve, used
from journeyql.source import SourceFile
from journeyql.syntax import parse

TABLE = WordTable.of(CORE)


def resolved(text: str, /, **files: str) -> Resolution:
    """The resolution of a text that may `use` other files, given by path without `.journey`."""
    documents = {f"{name}.journey": _document(f"{name}.journey", body) for name, body in files.items()}
    root = _document("root.journey", text)
    everything = {"root.journey": root, **documents}
    uses = {name: {use.path: documents[use.path] for use in used(doc)} for name, doc in everything.items()}
    return resolve(Unit(root=root, uses=uses), TABLE)


def clean(text: str, /, **files: str) -> Resolution:
    """The resolution of a text that must have no warning or error."""
    found = resolved(text, **files)
    problems = [item for item in found.diagnostics if item.severity >= Severity.WARNING]
    assert [f"{item.rule.name}: {item.message}" for item in problems] == []
    return found


def _document(name: str, text: str) -> ast.Document:
    parsed = parse(SourceFile(name, textwrap.dedent(text).lstrip("\n")))
    assert [item.message for item in parsed.diagnostics] == []
    return parsed.document
