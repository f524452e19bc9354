"""Checks a text in memory, with just the plugins that are given: nothing comes from the disk or the surroundings."""

from __future__ import annotations

import datetime
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final, TypedDict, TypeVar, Unpack

import attrs

from journeyql.diagnostics import Diagnostic, Rule
from journeyql.engine.asked import Asked
from journeyql.engine.config import Config
from journeyql.engine.errors import ConfigError
from journeyql.engine.files import Memory
from journeyql.engine.inputs import Input
from journeyql.engine.session import Checked, Session
from journeyql.facts import FactKey, Facts
from journeyql.model import Model, View
from journeyql.model.languages import language_tag
from journeyql.model.resolve import WordTable
from journeyql.plugin.manager import Plugins
from journeyql.plugin.work import ReportContext
from journeyql.report import as_text
from journeyql.source import SourceFile
from journeyql.spelling import did_you_mean

T = TypeVar("T")

#: The day on which texts are checked unless another is given: a Thursday that never changes.
TODAY: Final = datetime.date(2026, 1, 1)
#: How messages call the text that is checked.
NAME: Final = "map.journey"

#: Options by the name of the pass or renderer, as they would stand in `journeyql.toml`.
Options = Mapping[str, Mapping[str, object]]
NO_OPTIONS: Final[Options] = MappingProxyType({})
NO_FILES: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Result:
    """What checking a text gave.

    `diagnostics` are all findings, those about plugins that cannot be used first, then by place.
    """

    diagnostics: tuple[Diagnostic, ...]
    _text: Text
    _checked: Checked

    @property
    def names(self) -> tuple[str, ...]:
        """The rules of the findings, by name, in their order."""
        return tuple(finding.rule.name for finding in self.diagnostics)

    def of(self, rule: Rule | str) -> tuple[Diagnostic, ...]:
        """The findings of one rule, given itself or by its name or code."""
        words = {rule.name, rule.code} if isinstance(rule, Rule) else {rule}
        return tuple(item for item in self.diagnostics if words & {item.rule.name, item.rule.code})

    @property
    def model(self) -> Model:
        """The model of the text; an AssertionError says why there is none."""
        if self._checked.model is None:
            message = f"the text has no model:\n{self}"
            raise AssertionError(message)
        return self._checked.model

    @property
    def drawable(self) -> bool:
        """Whether there is a model."""
        return self._checked.model is not None

    @property
    def view(self) -> View:
        """The model from the point of view that was asked for."""
        return self.model.view()

    @property
    def facts(self) -> Facts:
        """What the passes found out of the view."""
        analysis = self._checked.analysis
        return Facts() if analysis is None else analysis.facts(self.view.context)

    def fact(self, key: FactKey[T]) -> T:
        """A fact of the view; an AssertionError when no pass provided it."""
        found = self.facts.get(key)
        if found is None:
            message = f"no pass provided the fact `{key.name}`:\n{self}"
            raise AssertionError(message)
        return found

    @property
    def source(self) -> SourceFile:
        """The text that was checked, with the name that messages give it."""
        return self.sources[-1]

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The text that was checked, last, and those it uses, each once."""
        return self._checked.sources or (SourceFile(self._text.name, self._text.text),)

    def __str__(self) -> str:
        """The findings as `journeyql check` prints them."""
        counts = Counter(finding.severity for finding in self.diagnostics)
        return as_text.report(ReportContext(diagnostics=self.diagnostics, files=1, color=False, shown=0, counts=counts))


class Settings(TypedDict, total=False):
    """What a check depends on besides the text; everything has a default that never changes.

    `plugins` are modules or objects with hooks, loaded anew; none are loaded besides. `options` are those of passes, by
    their names. `today` decides which `allow` has expired. `rule_set` is `workshop`, `recommended` (the default), `strict`
    or one of a plugin. The others are those of the command line; `context` names values of dimensions that plugins add.
    """

    plugins: Iterable[object]
    options: Options
    today: datetime.date
    persona: str
    market: str
    locale: str
    state: str
    context: Mapping[str, str]
    theme: str
    rule_set: str


def check(source: str, *, files: Mapping[str, str | bytes] = NO_FILES, **settings: Unpack[Settings]) -> Result:
    r"""Check a text as `journeyql check` would, in memory: with the plugins of the `Settings` and no configuration.

    A text that begins with a line break is taken as a block inside of Python code: the line break and the common
    indentation are removed. `files` are texts that may be used, and the bytes of pictures, by their paths from the folder of
    the text, which is called `map.journey`. Options that do not fit raise a ValueError with what the user would read.

    >>> check('journey "Coffee"\n  "Queues" emotoin=2\n').names
    ('unknown-property',)
    >>> result = check('''
    ...     use people `people.journey`
    ...     journey "Coffee" persona=mei
    ...       "Queues" emotion=2
    ... ''', files={"people.journey": 'persona mei "Mei"'})
    >>> result.names, [result.view[stage.emotion] for stage in result.view.stages(result.view.journeys[0])]
    ((), [2.0])
    """
    return Setup.of(**settings).check(Text(block(source), files))


@attrs.frozen(eq=False, repr=False)
class Text:
    """A text to check, with the files around it and the name it has among them."""

    text: str
    files: Mapping[str, str | bytes] = NO_FILES
    name: str = NAME


@attrs.frozen(eq=False, repr=False)
class Setup:
    """A session over fresh plugins."""

    session: Session

    @classmethod
    def of(cls, **settings: Unpack[Settings]) -> Setup:
        """What some settings ask for."""
        asked = Asked(
            persona=settings.get("persona", ""),
            market=settings.get("market", ""),
            language=language_tag(settings.get("locale", "")),
            state=settings.get("state", ""),
            more=tuple(sorted(settings.get("context", NO_FILES).items())),
        )
        sets = tuple(filter(None, (settings.get("rule_set", ""),)))
        config = Config(file="options", passes=settings.get("options", NO_OPTIONS), rule_sets=sets)
        plugins = Plugins.of(settings.get("plugins", ()))
        today, theme = settings.get("today", TODAY), settings.get("theme", "")
        try:
            return cls(Session.start(plugins, config, today=today, asked=asked, theme=theme, reraise=True))
        except ConfigError as error:
            raise ValueError(str(error)) from error

    def check(self, given: Text) -> Result:
        """What is found in a text."""
        looked = self.look(given)
        found = dict.fromkeys((*self.session.diagnostics, *self.session.late(), *looked.diagnostics))
        return Result(diagnostics=tuple(found), text=given, checked=looked)

    def showing(self, rule: Rule) -> Setup:
        """The same with a rule that the rule set would leave out."""
        book = self.session.book
        kept = {
            name: severity for name, severity in book.severities.items() if name != rule.name or severity is not None
        }
        return Setup(attrs.evolve(self.session, book=attrs.evolve(book, severities=kept)))

    def look(self, given: Text, *, analysed: bool = True) -> Checked:
        """A text as the engine sees it; no pass runs unless it is `analysed`."""
        item = Input(given.name, None, PurePosixPath(given.name))
        return self.session.check(item, Memory(given.name, _Texts(given)), analysed=analysed)

    @property
    def table(self) -> WordTable:
        """The words of the language, those of the plugins included."""
        return self.session.words.table

    def rule(self, word: str) -> Rule:
        """The rule with a name or code; a ValueError if there is none."""
        found = self.session.book.find(word)
        if found is None:
            question = f"{did_you_mean(word, self.session.book.names)} is its plugin given?".strip()
            message = f"there is no rule `{word}`; {question}"
            raise ValueError(message)
        return found


class _Texts(Mapping[str, str | bytes]):
    """The text that is checked, and those around it, read only when they are used."""

    def __init__(self, given: Text) -> None:
        self._given = given

    def __getitem__(self, name: str) -> str | bytes:
        found = self._given.text if name == self._given.name else self._given.files[name]
        return found if isinstance(found, bytes) or name == self._given.name else block(found)

    def __iter__(self) -> Iterator[str]:
        return iter({self._given.name, *self._given.files})

    def __len__(self) -> int:
        return len({self._given.name, *self._given.files})


def block(text: str) -> str:
    r"""A text as it would stand in a file: one that begins with a line break loses it and its common indentation.

    >>> block("\n  journey\n    stage\n"), block("  journey")
    ('journey\n  stage\n', '  journey')
    """
    return textwrap.dedent(text[1:]) if text.startswith("\n") else text
