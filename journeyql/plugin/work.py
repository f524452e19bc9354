"""What the work of passes, renderers and reporters is given, and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import attrs

from journeyql.diagnostics import Diagnostic, Rule, Severity
from journeyql.plugin.contributions import Contributions
from journeyql.source import SourceFile

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from journeyql.facts import FactKey, Facts
    from journeyql.model import Cell, Element, Model, Moment, View
    from journeyql.render import Theme

O = TypeVar("O")  # noqa: E741 - the options class of a contribution
O_co = TypeVar("O_co", covariant=True)
T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PassContext(Generic[O]):
    """What a pass works on: one view, the facts it asked for, its options, and where its facts go.

    `contributions(Class)` are what plugins add to an extension point; `today` is the day of the run. `element` is the
    one to look at for a pass whose scope is `element`, which is called for each; it may look at what stands in it, too.
    With `facts_only`, all rules of the pass are switched off: once its facts are provided, its work may end.
    """

    view: View
    facts: Facts
    options: O
    today: datetime.date
    contributions: Contributions = Contributions()
    element: Element | None = None
    facts_only: bool = False
    _store: Callable[[FactKey[Any], object], None]

    def provide(self, key: FactKey[T], value: T) -> None:
        """Hand a fact on; only keys that the pass declares in `provides` are taken."""
        self._store(key, value)


def _built_in(locale: str) -> Callable[..., str]:
    """The words of a language without those of plugins."""
    from journeyql.render import Labels  # passes draw nothing

    return Labels(locale)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture:
    """A PNG or JPEG that a map names, read and looked at: its size in dots, and the bytes that make them.

    Remarks, and what a camera notes about the place, are left out. `media_type` is `image/png` or `image/jpeg`.
    """

    media_type: str
    width: int
    height: int
    content: bytes


def no_picture(_cell: Cell[str] | None) -> Picture | None:
    """No picture, whatever is asked for: what a context has that was made without files."""
    return None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RenderContext(Generic[O_co]):
    """What a renderer draws: a view with its facts and findings, in a language, a theme and with options.

    `stem` is the name for files without an ending; `label` gives the word for a key in the reader's language, `labels` does so
    in any other.
    `picture(view.cell(persona.image))` is the picture that a property of the type `PICTURE` names, or None: without
    one, and where it cannot be shown, which the findings say.
    """

    view: View
    facts: Facts
    diagnostics: tuple[Diagnostic, ...]
    options: O_co
    stem: str
    locale: str
    label: Callable[..., str]
    theme: Theme
    contributions: Contributions = Contributions()
    picture: Callable[[Cell[str] | None], Picture | None] = no_picture
    labels: Callable[[str], Callable[..., str]] = _built_in


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sign:
    """A small drawing that pictures put at touchpoints: an extension point. The map puts it at every touchpoint for which `at` is true, with its words in the legend.

    A plugin contributes one with `Contribution(name=NAME, to="journeyql.plugin:Sign", value=ADDRESS)`. `name` decides
    the order. `drawing` is the path of an SVG on a grid of 16, drawn as lines without a filling. `label` is the key of its
    words, which the plugin provides as a `LabelSet`. `at` is given the context, the view that is drawn and a touchpoint.

    >>> FLAG = Sign(name="flag", drawing="M4 14V2h8l-2 3 2 3H4", label="acme.flag", at=lambda _ctx, _view, step: step.id == "pay")
    >>> FLAG.label
    'acme.flag'
    """

    name: str
    drawing: str
    label: str
    at: Callable[[RenderContext[Any], View, Moment], bool]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OutputFile:
    """One file to write: a relative path with forward slashes inside the output folder, and its content."""

    path: str
    content: str | bytes


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RenderResult:
    """What a renderer returns: its files (the first is the main one) and what it could not draw."""

    files: tuple[OutputFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReportContext:
    """What a reporter prints: the findings of a run, in order, and how to print them.

    `diagnostics` are those to show; `counts` and `fixable` (with a safe fix) are of all findings, also of those beyond
    the limit that `shown` names (0: no limit); `fixed` is how many there were before they were mended, `known` how many the
    baseline lists. `files` is the number of files looked at, `names` are their names. `rules` are
    all rules that could have been broken; findings from `fail_on` make the run fail. `folder` is the absolute one that
    names are relative to, where they are not absolute themselves.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    color: bool
    shown: int
    counts: Mapping[Severity, int] = attrs.field(factory=dict)
    fixable: int = 0
    names: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    fail_on: Severity = Severity.ERROR
    folder: str = ""
    fixed: int = 0
    known: int = 0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ResolveContext:
    """What a resolver looks for: the address as written, scheme and all, and the name of the file that has it."""

    address: str
    source: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TranslationContext:
    """What translations are asked for: the texts of a model in one language, and no other.

    `folder` is the folder of the file that was compiled and `stem` its name without `.journey`; `language` is a
    language tag.
    """

    model: Model
    folder: Path
    stem: str
    language: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Translations:
    """What a translation source returns: translations by the keys of `journeyql.model.source_texts`.

    `diagnostics` are about what could not be used, in the map or in the files that were read for it, the `sources`.
    """

    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[SourceFile, ...] = ()


PassWork: TypeAlias = Callable[[PassContext[Any]], Iterable[Diagnostic]]
RenderWork: TypeAlias = Callable[[RenderContext[Any]], RenderResult]
ReportWork: TypeAlias = Callable[[ReportContext], str]
#: Gives the text of a map, or None when there is none at the address.
ResolveWork: TypeAlias = "Callable[[ResolveContext], str | None]"
TranslateWork: TypeAlias = Callable[[TranslationContext], Translations]
