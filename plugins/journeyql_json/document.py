"""What the documents of this package have in common: facts, findings, and text that hides nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from journeyql.diagnostics import Diagnostic, order
from journeyql.model import Json
from journeyql.plugin import RenderContext
from journeyql.source import Span
from journeyql_json.facts import Told

#: Characters that change what a terminal or an editor shows; JSON writes them as escapes as well.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def written(document: Mapping[str, object]) -> str:
    """A document as text; names keep their order, so that equal models give equal bytes."""
    return _HIDDEN.sub(_escaped, json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def facts(context: RenderContext[object], told: Told) -> dict[str, Json]:
    """All facts that are for renderers, by name."""
    known = sorted((key.name, value) for key, value in context.facts.values.items() if not key.internal)
    return {name: told.json(value) for name, value in known}


def findings(context: RenderContext[object]) -> list[dict[str, object]]:
    """All findings in the form of `check --format json`, without fixes: those are for the file, not for the model."""
    return [_diagnostic(found) for found in sorted(context.diagnostics, key=order)]


def _diagnostic(found: Diagnostic) -> dict[str, object]:
    return {
        "rule": found.rule.name,
        "code": found.rule.code,
        "severity": found.severity.word,
        "message": found.message,
        "help": found.help,
        "place": None if found.span is None else place(found.span),
        "contexts": list(found.contexts),
        "related": [{"place": place(item.span), "message": item.message} for item in found.related],
    }


def place(span: Span) -> dict[str, object]:
    """Where something stands, counted from 1."""
    return {
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
