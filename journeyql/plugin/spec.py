"""The hooks that a plugin may implement: each takes nothing and yields frozen registrations.

A hook registers; it does not work. It is called at most once per run, alone, and what it raises concerns its own
plugin only. Order never matters: registrations are sorted by name.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin.markers import hookspec
from journeyql.plugin.types import (
    Command,
    Contribution,
    LabelSet,
    NamedTheme,
    Pass,
    Renderer,
    Reporter,
    Resolver,
    RuleSet,
    TranslationSource,
    Vocabulary,
)


@hookspec
def journeyql_vocabularies() -> Iterable[Vocabulary]:  # type: ignore[empty-body]  # a specification has no body
    """Add to the language: kinds of elements, facets (properties of kinds that exist), and dimensions.

    Each kind is the address of a class made with `journeyql.model.kind`, each facet of one made with
    `journeyql.model.facet`. What the core or another plugin has already is refused, and both are named.

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


@hookspec
def journeyql_contributions() -> Iterable[Contribution]:  # type: ignore[empty-body]  # a specification has no body
    """Add to the extension points of other plugins: values of a class that such a plugin exports.

    Work reads them with `ctx.contributions(Class)`.

    >>> from journeyql.plugin import Contribution, hookimpl
    >>> @hookimpl
    ... def journeyql_contributions():
    ...     yield Contribution(name="pipl", to="journeyql_privacy.api:Regime", value="acme_pipl.regime:PIPL")
    >>> [offer.name for offer in journeyql_contributions()]
    ['pipl']
    """


@hookspec
def journeyql_labels() -> Iterable[LabelSet]:  # type: ignore[empty-body]  # a specification has no body
    """Add words that renderers print, or other words for those of JourneyQL, in any language.

    >>> from journeyql.plugin import LabelSet, hookimpl
    >>> @hookimpl
    ... def journeyql_labels():
    ...     yield LabelSet(name="acme-de", locale="de", texts={"stage": "Phase", "acme.parcel": "Paket"})
    >>> [offer.texts["stage"] for offer in journeyql_labels()]
    ['Phase']
    """


@hookspec
def journeyql_themes() -> Iterable[NamedTheme]:  # type: ignore[empty-body]  # a specification has no body
    """Add colours for pictures: `--theme NAME`, or `theme = "NAME"` in the configuration.

    >>> from journeyql.plugin import NamedTheme, hookimpl
    >>> @hookimpl
    ... def journeyql_themes():
    ...     yield NamedTheme(name="acme", summary="House colours.", theme="acme.colours:THEME")
    >>> [offer.name for offer in journeyql_themes()]
    ['acme']
    """


@hookspec
def journeyql_resolvers() -> Iterable[Resolver]:  # type: ignore[empty-body]  # a specification has no body
    """Add schemes that `use` can name maps by: ``use base `acme:shop/checkout` ``.

    The work is given the address and returns the text of a map, or None.

    >>> from journeyql.plugin import Resolver, hookimpl
    >>> @hookimpl
    ... def journeyql_resolvers():
    ...     yield Resolver(name="acme", summary="Maps of the common library.", work="acme.library:find")
    >>> [offer.name for offer in journeyql_resolvers()]
    ['acme']
    """


@hookspec
def journeyql_translations() -> Iterable[TranslationSource]:  # type: ignore[empty-body]  # a specification has no body
    """Add places that translations of a map come from, for `--locale`.

    The work is given a model and a language and returns `Translations`, by the keys of `journeyql.model.source_texts`.

    >>> from journeyql.plugin import TranslationSource, hookimpl
    >>> @hookimpl
    ... def journeyql_translations():
    ...     yield TranslationSource(name="acme", summary="The translation server's export.", work="acme.texts:find")
    >>> [offer.name for offer in journeyql_translations()]
    ['acme']
    """
