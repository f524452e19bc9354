"""Whether a plugin says what it does, wherever users read about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from journeyql.diagnostics import Rule
from journeyql.engine.options import key_of
from journeyql.model import Element, KindSpec, PropertySpec, facet_of, properties_of
from journeyql.plugin.isolate import Failure
from journeyql.plugin.manager import VOCABULARIES
from journeyql.plugin.targets import resolved
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject

#: A summary stands in one line of a listing.
LONGEST_SUMMARY: Final = 120
_SENTENCE: Final = "a summary is one sentence: a capital letter first, a full stop last"
_COMMON: Final = properties_of(Element)


def says_what_it_does(subject: Subject) -> Iterator[Problem | Note]:
    """Summaries, docstrings and descriptions that are missing or cannot be read in their place."""
    if subject.module is not None and not (subject.module.__doc__ or "").strip():
        yield Problem(
            f"the module {subject.module.__name__} has no docstring", "say in a sentence what the plugin is for"
        )
    for hook, item in subject.offers():
        if hasattr(item, "summary"):
            yield from _summary(f"{hook.word} `{item.name}`", item.summary)
        if hasattr(item, "options"):
            yield from _options(f"{hook.word} `{item.name}`", item.options)
    for rule in subject.rules:
        yield from _rule(rule)
    for cls in classes(subject):
        yield from _words(cls)


def classes(subject: Subject) -> Iterator[type]:
    """The kinds and facets that the plugin adds."""
    for hook, item in subject.offers():
        if hook is VOCABULARIES:
            found = (resolved(target) for target in (*item.kinds, *item.facets))
            yield from (cls for cls in found if isinstance(cls, type) and not isinstance(cls, Failure))


def _summary(what: str, summary: str) -> Iterator[Problem]:
    if not _is_sentence(summary):
        yield Problem(f"the summary of {what} is no sentence: {summary!r:.60}", _SENTENCE)
    elif len(summary) > LONGEST_SUMMARY:
        message = f"the summary of {what} has {len(summary)} characters, {LONGEST_SUMMARY} are the most"
        yield Problem(message, "it stands in one line of a listing")


def _is_sentence(text: str) -> bool:
    words = text.strip()
    return bool(words) and words[-1] in ".!?。！？" and not words[0].islower() and words.isprintable()


def _options(what: str, cls: type) -> Iterator[Problem]:
    """Options that the docstring of their class does not name in backticks."""
    doc = cls.__doc__ or ""
    for field in attrs.fields(cls):
        names = {field.name, field.alias or field.name, key_of(field)}
        if field.init and not any(f"`{name}`" in doc for name in names):
            message = f"{what}: the option `{key_of(field)}` is not described in the docstring of {cls.__name__}"
            yield Problem(message, f"say there what it does, with its name in backticks: `{key_of(field)}`")


def _rule(rule: Rule) -> Iterator[Problem]:
    yield from _summary(f"the rule `{rule.name}`", rule.summary)
    if not rule.reason.strip().endswith((".", "!", "?", "。")):
        yield Problem(f"the reason of the rule `{rule.name}` is no sentence: {rule.reason!r:.60}", "say why it matters")


def _words(cls: type) -> Iterator[Problem]:
    """What the language reference could not say of a kind or facet."""
    spec: Any = cls.__dict__.get("__journeyql__")
    what = f"the kind `{spec.name}`" if isinstance(spec, KindSpec) else f"the facet {cls.__name__}"
    if not re.sub(r"(?s)Example:.*", "", cls.__dict__.get("__doc__") or "").strip():
        yield Problem(f"{what} has no docstring", "the language reference and `journeyql explain` print it")
    own: Mapping[str, PropertySpec] = properties_of(cls)
    for name, prop in own.items():
        if (name not in _COMMON or facet_of(cls) is not None) and not _is_sentence(prop.doc):
            yield Problem(
                f"the property `{name}` of {what} is not described in a sentence", "say meaning, unit and range"
            )
