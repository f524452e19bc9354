"""Asks the translation sources of plugins for what a map says in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.inputs import Input
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.engine.vet import Vetting, plain
from journeyql.model import Model
from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.plugin.origin import Offered
from journeyql.plugin.targets import called
from journeyql.plugin.types import TranslationSource
from journeyql.plugin.work import TranslationContext, Translations
from journeyql.source import SourceFile


@attrs.frozen(eq=False, repr=False)
class Translating:
    """The translation sources of a run, in the order in which they are believed: by name."""

    offers: tuple[Offered[TranslationSource], ...] = ()

    def translated(
        self, model: Model, item: Input, sources: Collection[SourceFile]
    ) -> tuple[Model, tuple[Diagnostic, ...]]:
        """The model with its texts in the language that it is looked at in, and what is wrong with translations.

        Each source is asked for the language and for each larger one: `de-AT`, then `de`.
        """
        if not model.context.language or not self.offers or item.path is None:
            return model, ()
        from journeyql.model.languages import language_chain  # few runs ask for a language
        from journeyql.model.translate import translated

        asking = _Asking(model, item, sources)
        catalogues = {tag: asking.texts(self.offers, tag) for tag in language_chain(model.context.language)}
        return translated(model, model.context.language, catalogues), tuple(asking.diagnostics)


@attrs.define(eq=False, repr=False)
class _Asking:
    """What sources say of one file, and what is wrong with it."""

    model: Model
    item: Input
    sources: Collection[SourceFile]
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def texts(self, offers: tuple[Offered[TranslationSource], ...], language: str) -> Mapping[str, str]:
        """What all sources say in a language; an earlier one goes before a later one."""
        found: dict[str, str] = {}
        for offer in reversed(offers):
            found.update(self._asked(offer, language))
        return found

    def _asked(self, offer: Offered[TranslationSource], language: str) -> Mapping[str, str]:
        asked = TranslationContext(model=self.model, folder=self.item.folder, stem=self.item.stem, language=language)
        work = called(offer.item.work)
        outcome = work if isinstance(work, Failure) else guarded(lambda: self._taken(work(asked), offer.item))
        if isinstance(outcome, Translations):
            self.diagnostics.extend(outcome.diagnostics)
            return outcome.texts
        self._failed(offer, f"failed: {outcome.reason}" if isinstance(outcome, Failure) else outcome)
        return {}

    def _taken(self, result: object, offer: TranslationSource) -> Translations | str:
        """What a translation source returned, copied, or why it cannot be used."""
        if not isinstance(result, Translations):
            return f"returned {one_line(type(result).__name__)}, not Translations"
        texts: object = result.texts
        if not isinstance(texts, Mapping):
            return f"returned {one_line(type(texts).__name__)}, not a mapping of texts"
        wrong = [key for key, text in texts.items() if not (isinstance(key, str) and isinstance(text, str))]
        if wrong:
            return f"returned something else than a text for {one_line(repr(wrong[0]), 60)}"
        vetting = Vetting(offer.rules, (*self.sources, *result.sources))
        findings = [vetting.taken(finding) for finding in result.diagnostics]
        problem = next((finding for finding in findings if isinstance(finding, str)), "")
        return problem or Translations(
            texts={plain(key): plain(text) for key, text in texts.items()},
            diagnostics=tuple(finding for finding in findings if isinstance(finding, Diagnostic)),
        )

    def _failed(self, offer: Offered[TranslationSource], words: str) -> None:
        origin = offer.origin
        message = f"the translation source `{offer.item.name}` of plugin {origin} {words}"
        hint = f"the texts stay as they are written; `-p no:{origin.plugin}` leaves the plugin out"
        self.diagnostics.append(PLUGIN_FAILED.at(None, message, help=hint))
