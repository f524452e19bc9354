"""Prints findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning and viewers.

All rules of the run are declared, so that a run without findings closes what an earlier one has opened. What has no
place in a file is a notification, because code scanning refuses results without a place. There are no times, no
absolute paths and no random names: two runs on the same files print the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from journeyql import __version__
from journeyql.diagnostics import Diagnostic, Fix, Related, visible
from journeyql.engine.rules import DEFECTS, ENVIRONMENT
from journeyql.plugin.work import ReportContext
from journeyql.report.identity import fingerprints
from journeyql.report.names import uri
from journeyql.report.sarif_rules import LEVELS, descriptor, words
from journeyql.source import Span

if TYPE_CHECKING:
    from journeyql.model import Json

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: What all places are relative to: the folder that JourneyQL was called in, the checkout's root in most CI systems.
_BASE = "%SRCROOT%"
#: Our own name for a fingerprint. GitHub's action adds the one that it computes itself, and complains of another.
_FINGERPRINT = "journeyql/v1"
_WORD = re.compile(r"[a-z]+(?=[ ,;:]|\Z)")


def report(context: ReportContext) -> str:
    """The log with its one run."""
    run = _Run(context, {rule.code: index for index, rule in enumerate(context.rules)})
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run.document()]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


@attrs.frozen(eq=False, repr=False)
class _Run:
    """One run; `indexes` say at which place each rule is declared."""

    context: ReportContext
    indexes: Mapping[str, int]

    def document(self) -> dict[str, Json]:
        """The run as an object."""
        findings = self.context.diagnostics
        marks = fingerprints(findings, self.context.folder)
        return {
            "tool": {
                "driver": {
                    "name": "JourneyQL",
                    "semanticVersion": __version__,
                    "rules": [descriptor(rule) for rule in self.context.rules],
                }
            },
            "invocations": [self._invocation()],
            "originalUriBaseIds": {_BASE: {"description": words("The folder that JourneyQL was called in.")}},
            "columnKind": "unicodeCodePoints",
            "results": [
                self._result(finding, finding.span, mark)
                for finding, mark in zip(findings, marks, strict=True)
                if finding.span is not None
            ],
        }

    def _invocation(self) -> dict[str, Json]:
        told: list[Json] = list(self._notifications())
        failed = any(finding.rule in DEFECTS | ENVIRONMENT for finding in self.context.diagnostics)
        return {"executionSuccessful": not failed, "toolExecutionNotifications": told}

    def _notifications(self) -> Iterator[dict[str, Json]]:
        for finding in self.context.diagnostics:
            if finding.span is None:
                yield {
                    "descriptor": {"id": finding.rule.code},
                    "level": LEVELS[finding.severity],
                    "message": _message(finding),
                }
        hidden = sum(self.context.counts.values()) - len(self.context.diagnostics)
        if hidden > 0:
            yield {"level": "warning", "message": words(f"{hidden} more findings are left out by --max-diagnostics.")}

    def _result(self, finding: Diagnostic, span: Span, fingerprint: str) -> dict[str, Json]:
        result: dict[str, Json] = {
            "ruleId": finding.rule.code,
            **({"ruleIndex": self.indexes[finding.rule.code]} if finding.rule.code in self.indexes else {}),
            "level": LEVELS[finding.severity],
            "message": _message(finding),
            "locations": [self._location(finding, span)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }
        if finding.related:
            result["relatedLocations"] = [self._related(item, index) for index, item in enumerate(finding.related, 1)]
        if finding.fixes:
            result["fixes"] = [self._fix(fix) for fix in finding.fixes if fix.edits]
        if finding.contexts:
            result["properties"] = {"contexts": [visible(name) for name in finding.contexts]}
        return result

    def _location(self, finding: Diagnostic, span: Span) -> dict[str, Json]:
        location: dict[str, Json] = {"physicalLocation": self._physical(span)}
        if finding.element:
            location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.element)}]
        return location

    def _related(self, item: Related, index: int) -> dict[str, Json]:
        return {"id": index, "physicalLocation": self._physical(item.span), "message": words(_sentence(item.message))}

    def _physical(self, span: Span) -> dict[str, Json]:
        region: dict[str, Json] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
        return {"artifactLocation": self._artifact(span.source.name), "region": region}

    def _artifact(self, name: str) -> dict[str, Json]:
        return {"uri": uri(name, self.context.folder), "uriBaseId": _BASE}

    def _fix(self, fix: Fix) -> dict[str, Json]:
        """A fix, its edits by file; the words are those of the file, and not made visible."""
        changes: dict[str, list[Json]] = {}
        for edit in fix.edits:
            replacement: dict[str, Json] = {"deletedRegion": _exactly(edit.span)}
            if edit.text:
                replacement["insertedContent"] = {"text": edit.text.encode("utf-8", "replace").decode()}
            changes.setdefault(edit.span.source.name, []).append(replacement)
        return {
            "description": words(_sentence(fix.title)),
            "artifactChanges": [
                {"artifactLocation": self._artifact(name), "replacements": replacements}
                for name, replacements in changes.items()
            ],
            "properties": {"safe": fix.safe},
        }


def _exactly(span: Span) -> dict[str, Json]:
    """The region from the first character to the one behind the last, even if that begins another line."""
    end = Span(span.source, span.end, span.end)
    return {"startLine": span.line, "startColumn": span.column, "endLine": end.line, "endColumn": end.column}


def _message(finding: Diagnostic) -> dict[str, Json]:
    return words(" ".join(filter(None, (_sentence(finding.message), _sentence(finding.help)))))


def _sentence(text: str) -> str:
    """Words as a sentence, because viewers show nothing around them; names stay as they are.

    >>> _sentence("there is no channel `ap`"), _sentence("a.journey cannot be read"), _sentence("")
    ('There is no channel `ap`.', 'a.journey cannot be read.', '')
    """
    whole = text.strip()
    end = "" if not whole or whole[-1] in ".?!…" else "."
    first = whole[:1].upper() if _WORD.match(whole) else whole[:1]
    return f"{first}{whole[1:]}{end}"
