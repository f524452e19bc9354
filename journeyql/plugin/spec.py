"""The hooks that a plugin may implement: each takes nothing and yields frozen registrations.

A hook registers; it does not work. It is called at most once per run, alone, and what it raises concerns its own
plugin only. Order never matters: registrations are sorted by name.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin.markers import hookspec
from journeyql.plugin.types import Command, Pass, Renderer, Reporter, RuleSet, Vocabulary


@hookspec
def journeyql_vocabularies() -> Iterable[Vocabulary]:  # type: ignore[empty-body]  # a specification has no body
    """Add kinds of elements to the language.

    Each kind is the address of a class made with `journeyql.model.kind`; a kind that the core or another plugin
    has already is refused.

    >>> from journeyql.plugin import Vocabulary, hookimpl
    >>> @hookimpl
    ... def journeyql_vocabularies():
    ...     yield Vocabulary(name="warehouse", kinds=("acme_warehouse.kinds:Parcel",))
    >>> [offer.name for offer in journeyql_vocabularies()]
    ['warehouse']
    """


@hookspec
def journeyql_passes() -> Iterable[Pass]:  # type: ignore[empty-body]  # a specification has no body
    """Add analyses: they report findings of the rules declared here, and provide facts.

    Rule codes begin with letters that belong to one distribution (`ACME001`); `JQL` is the core's.

    >>> from journeyql.plugin import Pass, Rule, Severity, hookimpl
    >>> SHOUTING = Rule(
    ...     name="shouting", code="ACME001", severity=Severity.HINT, summary="A title is in capitals.",
    ...     reason="Capitals are hard to read.", wrong='journey "PAY"', right='journey "Pay"')
    >>> @hookimpl
    ... def journeyql_passes():
    ...     yield Pass(name="shouting", summary="Titles in capitals.", work="acme.shout:run", rules=(SHOUTING,))
    >>> [offer.rules[0].code for offer in journeyql_passes()]
    ['ACME001']
    """


@hookspec
def journeyql_renderers() -> Iterable[Renderer]:  # type: ignore[empty-body]  # a specification has no body
    """Add ways to write a map: `journeyql compile -t NAME`.

    >>> from journeyql.plugin import Renderer, hookimpl
    >>> @hookimpl
    ... def journeyql_renderers():
    ...     yield Renderer(name="opml", summary="An outline.", media_type="text/x-opml", suffix=".opml",
    ...                    work="acme.opml:render")
    >>> [offer.suffix for offer in journeyql_renderers()]
    ['.opml']
    """


@hookspec
def journeyql_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]  # a specification has no body
    """Add ways to print findings: `journeyql check --format NAME`.

    >>> from journeyql.plugin import Reporter, hookimpl
    >>> @hookimpl
    ... def journeyql_reporters():
    ...     yield Reporter(name="lines", summary="One line each.", media_type="text/plain", work="acme.lines:write")
    >>> [offer.name for offer in journeyql_reporters()]
    ['lines']
    """


@hookspec
def journeyql_commands() -> Iterable[Command]:  # type: ignore[empty-body]  # a specification has no body
    """Add sub-commands: `journeyql NAME`, each the address of a click command.

    >>> from journeyql.plugin import Command, hookimpl
    >>> @hookimpl
    ... def journeyql_commands():
    ...     yield Command(name="publish", summary="Send maps to the wiki.", target="acme.publish:command")
    >>> [offer.target for offer in journeyql_commands()]
    ['acme.publish:command']
    """


@hookspec
def journeyql_rule_sets() -> Iterable[RuleSet]:  # type: ignore[empty-body]  # a specification has no body
    """Add named choices of severities, taken with `rule-sets = ["NAME"]` in the configuration.

    >>> from journeyql.plugin import RuleSet, Severity, hookimpl
    >>> @hookimpl
    ... def journeyql_rule_sets():
    ...     yield RuleSet(name="acme", summary="House rules.", severities={"shouting": Severity.ERROR, "x": None})
    >>> [sorted(offer.severities) for offer in journeyql_rule_sets()]
    [['shouting', 'x']]
    """
