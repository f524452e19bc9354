"""One JSON document for one view: the model, what analyses found out, and the findings."""

from __future__ import annotations

import json
import re

from journeyql.diagnostics import Diagnostic, order
from journeyql.model.export import export
from journeyql.plugin import NoOptions, OutputFile, RenderContext, RenderResult
from journeyql.source import Span
from journeyql_json.facts import fact

#: Characters that change what a terminal or an editor shows; JSON writes them as escapes as well.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def render(context: RenderContext[NoOptions]) -> RenderResult:
    """Write the model of the view; names are in a fixed order, so that equal models give equal bytes."""
    facts = sorted((key.name, value) for key, value in context.facts.values.items() if not key.internal)
    document = {
        **export(context.view),
        "facts": {name: fact(value) for name, value in facts},
        "diagnostics": [_diagnostic(found) for found in sorted(context.diagnostics, key=order)],
    }
    text = _HIDDEN.sub(_escaped, json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"
    return RenderResult(files=(OutputFile(path=f"{context.stem}.json", content=text),))


def _diagnostic(found: Diagnostic) -> dict[str, object]:
    """A finding in the form of `check --format json`, without fixes: those are for the file, not for the model."""
    return {
        "rule": found.rule.name,
        "code": found.rule.code,
        "severity": found.severity.word,
        "message": found.message,
        "help": found.help,
        "place": None if found.span is None else _place(found.span),
        "contexts": list(found.contexts),
        "related": [{"place": _place(item.span), "message": item.message} for item in found.related],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
