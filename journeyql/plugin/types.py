"""What plugins register: frozen data that names a contribution and says where its work is done.

Registrations are compared by identity and have no generated text form: every start of the program pays for each
generated method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:  # a registration module names work without importing it, so neither does this one
    from collections.abc import Callable, Iterable, Mapping

    from journeyql.diagnostics import Rule, Severity
    from journeyql.facts import FactKey
    from journeyql.plugin.contributions import Contributions
    from journeyql.plugin.work import PassWork, RenderWork, ReportWork, ResolveWork, TranslateWork
#: Work is a function, or its address `package.module:function`, imported when it is first needed.
Target: TypeAlias = str


#: The scope of passes that look at one element at a time.
ELEMENT = "element"


@attrs.frozen(eq=False, repr=False)
class NoOptions:
    """The options of a contribution that has none."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Dimension:
    """A dimension along which values may vary, beside persona, market and the others: `basis[gdpr]: contract`.

    `values` gives the words that can stand in square brackets; it is handed the contributions of all plugins, so
    that one plugin can own the dimension and others add to it.
    """

    name: str
    summary: str
    values: Target | Callable[[Contributions], Iterable[str]]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Vocabulary:
    """What a plugin adds to the language.

    `kinds` and `facets` are the classes made with `kind` and `facet`, or their addresses; a facet adds properties
    to kinds that exist already.
    """

    name: str
    kinds: tuple[Target | type, ...] = ()
    facets: tuple[Target | type, ...] = ()
    dimensions: tuple[Dimension, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contribution:
    """A value for an extension point of a plugin: `value` is an instance of the class `to`, which that plugin exports.

    Both are addresses or the objects themselves. Whoever asks for `ctx.contributions(Class)` gets it, typed.
    """

    name: str
    to: Target | type
    value: Target | object


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LabelSet:
    """The words that renderers print, in one language: `texts` is a mapping of keys to texts, or its address.

    A plugin's own keys begin with its name and a dot; a key that JourneyQL has may be given another text.
    """

    name: str
    locale: str
    texts: Target | Mapping[str, str]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NamedTheme:
    """The colours of pictures: `--theme NAME`. `theme` is a `journeyql.render.Theme`, or its address."""

    name: str
    summary: str
    theme: Target | object


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Resolver:
    """A way to find what `use` names by a scheme: `name` is the scheme of addresses like `acme:shop/checkout`."""

    name: str
    summary: str
    work: Target | ResolveWork


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TranslationSource:
    """A place where the translations of a map come from, for `--locale`.

    `rules` are those of its findings about translations that cannot be used.
    """

    name: str
    summary: str
    work: Target | TranslateWork
    rules: tuple[Rule, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pass:
    """An analysis: it reads one view, yields findings of its declared rules, and provides facts.

    `about` is the name of a vocabulary, if the pass is about its words alone: then its work is imported and called only
    for maps that use one. `varies_by` names the dimensions along which its findings can differ; it runs once for each view that does.
    `scope` says how much it looks at. `journey`: a whole view. `element`: it is called for each element of the view,
    looks at that, what stands in it and around it, and what it refers to, and provides no facts; for a file that is
    followed while somebody edits it, it is called again for what a change concerns alone.
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
    about: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Renderer:
    """A way to write a view: `-t NAME`. `uses` names the facts it draws when they are known.

    `rules` are those of its findings about what it could not draw. A `complete` one writes whatever is known: every
    fact, and the findings of all analyses. For any other, only the analyses are run whose facts it uses.
    """

    name: str
    summary: str
    media_type: str
    suffix: str
    work: Target | RenderWork
    uses: tuple[FactKey[Any], ...] = ()
    rules: tuple[Rule, ...] = ()
    options: type = NoOptions
    complete: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reporter:
    """A way to print findings: `--format NAME`.

    A `complete` one is for other programs: it is given all findings, unless the command line sets a limit.
    """

    name: str
    summary: str
    media_type: str
    work: Target | ReportWork
    complete: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RuleSet:
    """A named choice of severities: rule names to a severity, or None to switch the rule off."""

    name: str
    summary: str
    severities: Mapping[str, Severity | None]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Command:
    """A sub-command of `journeyql`: the address of a click command, imported when it is called.

    `options` are those of the table `commands.NAME` in the configuration; `host()` gives them to the command. `rules`
    are those of the findings that it reports.
    """

    name: str
    summary: str
    target: Target
    rules: tuple[Rule, ...] = ()
    options: type = NoOptions


__all__ = [
    "ELEMENT",
    "Command",
    "Contribution",
    "Dimension",
    "LabelSet",
    "NamedTheme",
    "NoOptions",
    "Pass",
    "Renderer",
    "Reporter",
    "Resolver",
    "RuleSet",
    "Target",
    "TranslationSource",
    "Vocabulary",
]
