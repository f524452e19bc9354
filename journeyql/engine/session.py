"""One run of the compiler: what all its files share, and what is done with each of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, order
from journeyql.engine import anchoring, asked, looks, prepare, reading, rulebook, uses
from journeyql.engine.analysis import Analysis, Earlier
from journeyql.engine.asked import EVERYBODY, Asked
from journeyql.engine.blame import Blame
from journeyql.engine.config import Config
from journeyql.engine.errors import ConfigError
from journeyql.engine.files import Disk, Files
from journeyql.engine.inputs import Input, Missing
from journeyql.engine.looks import Looks
from journeyql.engine.needed import Need
from journeyql.engine.pictures import Pictures
from journeyql.engine.places import Places
from journeyql.engine.prepare import Prepared, applicable
from journeyql.engine.render import Drawing, Rendered
from journeyql.engine.resolving import Resolving
from journeyql.engine.rulebook import Rulebook
from journeyql.engine.rules import EMPTY_FILE, INCOMPLETE, NO_WORDS, PLUGIN_NOT_LOADED, UNREADABLE_INPUT
from journeyql.engine.schedule import scheduled
from journeyql.engine.translating import Translating
from journeyql.engine.words import Words, words
from journeyql.model import Model
from journeyql.model.languages import is_language
from journeyql.model.resolve import Unit, resolve
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.manager import RESOLVERS, TRANSLATIONS, Plugins
from journeyql.plugin.origin import LoadFailure
from journeyql.plugin.work import RenderContext, no_picture
from journeyql.source import SourceFile
from journeyql.syntax import decode, parse


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Checked:
    """A file that was looked at: its model if it could be read, and everything that was found."""

    input: Input
    diagnostics: tuple[Diagnostic, ...]
    model: Model | None = None
    analysis: Analysis | None = None
    language: str = ""
    sources: tuple[SourceFile, ...] = ()
    source: SourceFile | None = None
    places: Places | None = None
    pictures: Pictures | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Session:
    """Everything that the files of a run share: vocabulary, rules, passes, and the point of view asked for."""

    config: Config
    words: Words
    book: Rulebook
    passes: tuple[Prepared, ...]
    asked: Asked
    today: datetime.date
    plugins: Plugins
    looks: Looks
    stdin: Callable[[], bytes | reading.Unreadable]
    reraise: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def start(  # noqa: PLR0913 - one keyword for each thing that a run depends on
        cls,
        plugins: Plugins,
        config: Config,
        *,
        today: datetime.date,
        asked: Asked = EVERYBODY,
        theme: str = "",
        stdin: Callable[[], bytes | reading.Unreadable] = bytes,
        reraise: bool = False,
        need: Need | None = None,
    ) -> Session:
        """A run with these plugins and this configuration.

        `today` decides which `allow` has expired; `theme` is one asked for instead of the configured one; `need` is
        what a drawing needs of the analyses, where they are not run for their own sake.
        """
        vocabulary = words(plugins.vocabularies, plugins.contributions)
        fitting, clashes = rulebook.fitting(plugins.passes)
        schedule = scheduled(fitting)
        book, problems = rulebook.rulebook(fitting, plugins, config)
        if not rulebook.excused(plugins, config):
            problems = (*problems, *_unknown(config, plugins))
        if problems:
            raise ConfigError(problems)
        if need is not None:
            whole, schedule = schedule, need.schedule(schedule, book)
            book = need.book(whole, book)
        preparation = prepare.prepared(schedule, config.passes, config.file)
        failures = {*plugins.failures, *vocabulary.failures, *clashes, *preparation.failures}
        return cls(
            config=config,
            words=vocabulary,
            book=book,
            passes=preparation.passes,
            asked=asked,
            today=today,
            plugins=plugins,
            looks=looks.looks(plugins, theme or config.theme),
            stdin=stdin,
            reraise=reraise,
            diagnostics=tuple(map(not_loaded, sorted(failures))),
        )

    def check(self, item: Input | Missing, files: Files | None = None, *, analysed: bool = True) -> Checked:
        """Look at one file, of the disk or among other `files`; whatever goes wrong with it stays with it.

        Without `analysed` it is only read, and no pass runs.
        """
        if isinstance(item, Missing):
            return _unreadable(Input(item.name, None, PurePosixPath(item.name)), item.name, item.reason)
        if self.reraise:
            return self._check(item, files, analysed=analysed)
        outcome = guarded(lambda: self._check(item, files, analysed=analysed))
        if isinstance(outcome, Failure):
            return Checked(input=item, diagnostics=(self._blame.broke(item.name, outcome),))
        return outcome

    def read(self, item: Input) -> bytes | reading.Unreadable:
        """The bytes of a file as they are now."""
        return self.stdin() if item.path is None else reading.read(item.path, reading.ROOT_LIMIT)

    def _check(self, item: Input, files: Files | None, *, analysed: bool) -> Checked:
        data = self.read(item) if files is None else files.read(files.start)
        if isinstance(data, reading.Unreadable):
            return _unreadable(item, item.name, data.reason)
        source, problems = decode(data, item.name)
        if source is None:
            return Checked(input=item, diagnostics=tuple(problems))
        parsed = parse(source)
        try:
            around = files or Disk.around(item)
        except ConfigError as error:  # of the folder that the file stands in
            return _unreadable(item, item.name, "; ".join(error.problems))
        loaded = uses.load(parsed.document, around, self.resolving)
        resolution = resolve(loaded.unit, self.words.table)
        found = (*problems, *parsed.diagnostics, *loaded.diagnostics, *resolution.diagnostics)
        return self.look(item, loaded.unit, resolution.model, found, (around, loaded.places), analysed=analysed)

    def look(  # noqa: PLR0913 - one keyword for each thing that decides what is found
        self,
        item: Input,
        unit: Unit,
        resolved: Model,
        found: tuple[Diagnostic, ...],
        among: tuple[Files, Mapping[str, str]],
        *,
        analysed: bool = True,
        earlier: Earlier | None = None,
        past: tuple[SourceFile, ...] = (),
    ) -> Checked:
        """What there is to say of a resolved file, of which some findings are known.

        `among` are the files around it, and the places of those that were read by their names. Of a revised file,
        `earlier` still holds, and `past` are the texts that parts of the model may stand in.
        """
        asked_model, unknown = asked.narrowed(resolved, self.asked, self._dimensions)
        if not resolved.elements and (unit.root.body or not found) and not self._speaks(unit.root):
            found = (*found, empty(unit.root.source))
        sources = tuple(document.source for document in unit.documents())
        # An unknown language is no name of a file that a translation source might look for.
        model, untold = (asked_model, ()) if unknown else self._translating.translated(asked_model, item, sources)
        analysis = self._analysis(model, (*sources, *past), earlier if model is asked_model else None)
        pictures = Pictures(model, *among)
        findings = (*pictures.findings(), *analysis.findings()) if analysed and not unknown else ()
        anchored = partial(anchoring.anchored, source=unit.root.source) if past else _as_it_is
        known = tuple(map(anchored, (*found, *untold, *findings)))
        kept = map(anchored, self._silenced(known, model, unit, analysed=analysed))
        places = Places.of(model, unit, self.words.table)
        return Checked(
            input=item,
            diagnostics=tuple(places.placed(_sorted((*unknown, *kept)))),
            model=None if unknown else model,
            analysis=analysis,
            language=unit.root.language,
            sources=(*sources, *past),
            source=unit.root.source,
            places=places,
            pictures=pictures,
        )

    def _speaks(self, document: ast.Document) -> bool:
        """Whether any line at the top level begins with a word of the language."""
        nodes = (node for node in document.body if not isinstance(node, ast.Flow))
        heads = (node.key if isinstance(node, ast.Property) else node.kind for node in nodes)
        return any(self.words.table.begins(word) for word in heads)

    def _analysis(self, model: Model, sources: tuple[SourceFile, ...], earlier: Earlier | None) -> Analysis:
        applying = applicable(self.passes, self.words.table.used(model.elements.values()))
        passes = tuple(step for step in applying if self.book.needs(step.item))
        settled = frozenset(self.asked.settled)
        given = self.plugins.contributions
        quiet = frozenset(step.item.name for step in passes if self.book.silent(step.item))
        return Analysis(model, passes, sources, self.today, given, settled, quiet, self._blame, earlier=earlier)

    def _silenced(
        self, findings: tuple[Diagnostic, ...], model: Model, unit: Unit, *, analysed: bool
    ) -> tuple[Diagnostic, ...]:
        judged = tuple(self.book.judged(findings))
        if not model.allowances:
            return judged
        from journeyql.engine import allow  # few files silence anything

        sought = self._sought(findings, model) if analysed else frozenset()
        return allow.silenced(judged, model, unit, self.book, today=self.today, sought=sought)

    def _sought(self, findings: Iterable[Diagnostic], model: Model) -> frozenset[str]:
        """The rules of which every finding is there; those of renderers and commands are sought elsewhere.

        None, while a line cannot be read, a pass has failed, or one point of view was asked for.
        """
        if self.asked.settled or not model.complete or any(finding.rule in INCOMPLETE for finding in findings):
            return frozenset()
        own = (rule for step in self.passes for rule in step.item.rules)
        return frozenset(rule.name for rule in (*rulebook.core_rules(), *own))

    def draw(self, checked: Checked, drawing: Drawing, stem: str) -> Rendered:
        """Draw a file that was looked at; nothing when it has no model."""
        if self.reraise:
            return self._draw(checked, drawing, stem)
        outcome = guarded(lambda: self._draw(checked, drawing, stem))
        if isinstance(outcome, Failure):
            return Rendered((), (self._blame.broke(checked.input.name, outcome),))
        return outcome

    def _draw(self, checked: Checked, drawing: Drawing, stem: str) -> Rendered:
        if checked.model is None or checked.analysis is None:
            return Rendered((), ())
        view = checked.model.view()
        locale = self._language(checked.model, checked.language)
        context = RenderContext(
            view=view,
            facts=checked.analysis.facts(view.context),
            diagnostics=checked.diagnostics,
            options=drawing.options,
            stem=stem,
            locale=locale,
            label=self.looks.labels(locale),
            labels=self.looks.labels,
            theme=self.looks.theme(),
            contributions=self.plugins.contributions,
            picture=no_picture if checked.pictures is None else checked.pictures.of,
        )
        rendered = drawing.draw(context, checked.sources, self._blame)
        findings = (*rendered.diagnostics, *self._wordless(checked.model, drawing))
        placed = findings if checked.places is None else tuple(checked.places.placed(findings))
        return attrs.evolve(rendered, diagnostics=placed)

    def _language(self, model: Model, stated: str) -> str:
        """The language of the words around a map: asked for, of the journey, of the file, or that of its titles."""
        known = self.asked.language or _locale(model) or stated
        if known:
            return known
        from journeyql.engine.language import written  # most maps say it, or are drawn in English

        return written(model) or "en"

    def _wordless(self, model: Model, drawing: Drawing) -> Iterator[Diagnostic]:
        """That there are no words in the language that is asked for; data has none at all."""
        language = self.asked.language
        if not language or drawing.offer.item.media_type == "application/json" or self.looks.speaks(language):
            return
        message = f"there are no words for pictures and documents in `{language}`; English ones stand around the texts"
        known = ", ".join(sorted(self.looks.languages))
        for journey in model.view().journeys[:1]:
            yield NO_WORDS.at(
                journey.span, message, help=f"there are words in {known}; a plugin can add others (labels)"
            )

    def late(self) -> tuple[Diagnostic, ...]:
        """What plugins turned out to lack in the course of the run."""
        return tuple(map(not_loaded, sorted({*self.plugins.contributions.met, *self.looks.failures})))

    @property
    def _blame(self) -> Blame:
        return Blame(self.plugins.culprit)

    @property
    def _translating(self) -> Translating:
        return Translating(self.plugins.offers(TRANSLATIONS))

    @property
    def _dimensions(self) -> Mapping[str, Collection[str]]:
        """The dimensions of plugins, if any is asked about."""
        return self.words.table.dimensions if self.asked.more else {}

    @property
    def resolving(self) -> Resolving:
        """What finds the maps that `use` names by an address."""
        return Resolving(self.plugins.offers(RESOLVERS))


def not_loaded(failure: LoadFailure) -> Diagnostic:
    """The finding about a plugin, or something it offers, that cannot be used."""
    return PLUGIN_NOT_LOADED.at(
        None,
        f"plugin {failure.origin}: {failure.reason}",
        help=f"everything else goes on; `-p no:{failure.plugin}` leaves the plugin out",
    )


def _as_it_is(finding: Diagnostic) -> Diagnostic:
    return finding


def _sorted(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    found = {(*order(finding), finding.severity): finding for finding in findings}
    return tuple(sorted(found.values(), key=order))


def _locale(model: Model) -> str:
    view = model.view()
    return next((locale for journey in view.journeys if (locale := view[journey.locale]) and is_language(locale)), "")


def empty(source: SourceFile) -> Diagnostic:
    """The finding about a file in which nothing stands that the language knows."""
    words = "there is no journey in this file yet"
    return EMPTY_FILE.at(source.line_span(1), words, help='begin with a line like `journey "Morning coffee"`')


def _unreadable(item: Input, name: str, reason: str) -> Checked:
    finding = UNREADABLE_INPUT.at(None, f"{name} cannot be read: {reason}", help="check the path and its permissions")
    return Checked(input=item, diagnostics=(finding,))


def _unknown(config: Config, plugins: Plugins) -> tuple[str, ...]:
    tables = (
        ("passes", config.passes, [offer.item.name for offer in plugins.passes]),
        ("renderers", config.renderers, [offer.item.name for offer in plugins.renderers]),
    )
    return tuple(
        f"{config.file}: `{table}.{name}`: no plugin offers it; known: {', '.join(known) or 'none'}"
        for table, given, known in tables
        for name in prepare.unknown_tables(given, known)
    )
