"""Makes one finding of equal ones from several views, and names the contexts in which it holds."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.diagnostics import Diagnostic, order
from journeyql.model import Context

#: How a context in which nothing is settled is called beside settled ones.
OTHERWISE = "otherwise"


def merged(by_context: Mapping[Context, tuple[Diagnostic, ...]], base: Context) -> tuple[Diagnostic, ...]:
    """The findings of several views, each once, sorted; without contexts when it holds in all of them.

    What `base` settles holds for all of them, and is not named.
    """
    first: dict[object, Diagnostic] = {}
    holds: dict[object, list[Context]] = {}
    for context, findings in by_context.items():
        for finding in findings:
            key = (*order(finding), finding.severity, finding.help)
            first.setdefault(key, finding)
            contexts = holds.setdefault(key, [])
            if context not in contexts:
                contexts.append(context)
    everywhere = len(by_context)
    found = (
        finding if len(holds[key]) == everywhere else attrs.evolve(finding, contexts=_named(finding, holds[key], base))
        for key, finding in first.items()
    )
    return tuple(sorted(found, key=order))


def _named(finding: Diagnostic, contexts: list[Context], base: Context) -> tuple[str, ...]:
    settled = set(base.words)
    names = (" ".join(word for word in context.words if word not in settled) or OTHERWISE for context in contexts)
    return tuple(dict.fromkeys((*finding.contexts, *names)))
