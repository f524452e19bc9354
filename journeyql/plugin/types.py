"""What plugins register: frozen data that names a contribution and says where its work is done.

Registrations are compared by identity and have no generated text form: every start of the program pays for each
generated method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:  # a registration module names work without importing it, so neither does this one
    from collections.abc import Mapping

    from journeyql.diagnostics import Rule, Severity
    from journeyql.facts import FactKey
    from journeyql.plugin.work import PassWork, RenderWork, ReportWork
#: Work is a function, or its address `package.module:function`, imported when it is first needed.
Target: TypeAlias = str


@attrs.frozen(eq=False, repr=False)
class NoOptions:
    """The options of a contribution that has none."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Vocabulary:
    """Kinds of elements that a plugin adds to the language: the address of each class made with `kind`."""

    name: str
    kinds: tuple[Target | type, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pass:
    """An analysis: it reads one view, yields findings of its declared rules, and provides facts.

    `varies_by` names the dimensions along which its findings can differ; it runs once for each view that does.
    `scope` says how much it looks at: `element`, `journey` or `workspace`.
    """

    name: str
    summary: str
    work: Target | PassWork
    rules: tuple[Rule, ...] = ()
    requires: tuple[FactKey[Any], ...] = ()
    provides: tuple[FactKey[Any], ...] = ()
    varies_by: tuple[str, ...] = ("state", "persona", "segment", "market")
    scope: str = "journey"
    options: type = NoOptions


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Renderer:
    """A way to write a view: `-t NAME`. `uses` names the facts it draws when they are known.

    `rules` are those of its findings about what it could not draw.
    """

    name: str
    summary: str
    media_type: str
    suffix: str
    work: Target | RenderWork
    uses: tuple[FactKey[Any], ...] = ()
    rules: tuple[Rule, ...] = ()
    options: type = NoOptions


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reporter:
    """A way to print findings: `--format NAME`."""

    name: str
    summary: str
    media_type: str
    work: Target | ReportWork


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RuleSet:
    """A named choice of severities: rule names to a severity, or None to switch the rule off."""

    name: str
    summary: str
    severities: Mapping[str, Severity | None]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Command:
    """A sub-command of `journeyql`: the address of a click command, imported when it is called."""

    name: str
    summary: str
    target: Target


__all__ = ["Command", "NoOptions", "Pass", "Renderer", "Reporter", "RuleSet", "Target", "Vocabulary"]
