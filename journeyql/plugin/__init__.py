"""What plugin authors need: the marker, the registrations, and the values they are made of.

Importing this package loads neither the grammar nor the model, so that a plugin's registration module stays
cheap; the work itself is named by address (`package.module:function`) and may import whatever it needs. What only
work needs is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from journeyql.diagnostics import Diagnostic, Edit, Fix, Related, Rule, Severity, Strictness
from journeyql.facts import FactKey, Facts
from journeyql.plugin.host import Host, ReadFile, host
from journeyql.plugin.markers import hookimpl
from journeyql.plugin.types import (
    Command,
    Contribution,
    Dimension,
    LabelSet,
    NamedTheme,
    NoOptions,
    Pass,
    Renderer,
    Reporter,
    Resolver,
    RuleSet,
    Target,
    TranslationSource,
    Vocabulary,
)
from journeyql.source import SourceFile, Span
from journeyql.spelling import nearest

if TYPE_CHECKING:
    from journeyql.plugin.contributions import Contributions
    from journeyql.plugin.work import (
        OutputFile,
        PassContext,
        PassWork,
        Picture,
        RenderContext,
        RenderResult,
        RenderWork,
        ReportContext,
        ReportWork,
        ResolveContext,
        ResolveWork,
        Sign,
        TranslateWork,
        TranslationContext,
        Translations,
    )

__all__ = [
    "Command",
    "Contribution",
    "Contributions",
    "Diagnostic",
    "Dimension",
    "Edit",
    "FactKey",
    "Facts",
    "Fix",
    "Host",
    "LabelSet",
    "NamedTheme",
    "NoOptions",
    "OutputFile",
    "Pass",
    "PassContext",
    "PassWork",
    "Picture",
    "ReadFile",
    "Related",
    "RenderContext",
    "RenderResult",
    "RenderWork",
    "Renderer",
    "ReportContext",
    "ReportWork",
    "Reporter",
    "ResolveContext",
    "ResolveWork",
    "Resolver",
    "Rule",
    "RuleSet",
    "Severity",
    "Sign",
    "SourceFile",
    "Span",
    "Strictness",
    "Target",
    "TranslateWork",
    "TranslationContext",
    "TranslationSource",
    "Translations",
    "Vocabulary",
    "hookimpl",
    "host",
    "nearest",
]


def __getattr__(name: str) -> object:
    """What work is given and returns."""
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from journeyql.plugin import work  # registering needs none of it

    found: object = getattr(work, name)
    return found
