"""How pictures look and what words they use in a run: the theme, and the labels of plugins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from journeyql.engine.errors import ConfigError
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.manager import LABELS, THEMES, Plugins
from journeyql.plugin.origin import LoadFailure, Offered
from journeyql.plugin.reserved import THEMES as BUILT_IN
from journeyql.plugin.targets import resolved
from journeyql.plugin.types import LabelSet, NamedTheme
from journeyql.spelling import did_you_mean

if TYPE_CHECKING:  # what only checks draws nothing
    from journeyql.render import Catalogue, Labels, Theme

DEFAULT_THEME = "light"


@attrs.define(eq=False, repr=False)
class Looks:
    """The theme that is asked for, and the label sets; each is imported when something is drawn.

    `failures` are those met so far.
    """

    chosen: str
    themes: Mapping[str, Offered[NamedTheme]]
    label_sets: tuple[Offered[LabelSet], ...]
    failures: list[LoadFailure] = attrs.field(factory=list)
    _labels: dict[str, Labels] = attrs.field(factory=dict)
    _theme: Theme | None = None

    def labels(self, locale: str) -> Labels:
        """The words for a reader: those of plugins before the built-in ones."""
        found = self._labels.get(locale)
        if found is None:
            from journeyql.render import Labels  # checking draws nothing

            found = self._labels[locale] = Labels(locale, tuple(self._catalogues(locale)))
        return found

    @property
    def languages(self) -> frozenset[str]:
        """The language tags, in small letters, in which there are words."""
        from journeyql.render import labels  # checking draws nothing

        return frozenset({*labels.BUILT_IN, *(offer.item.locale.lower() for offer in self.label_sets)})

    def speaks(self, language: str) -> bool:
        """Whether there are words in a language, or in the one that its tag begins with."""
        from journeyql.render.locales import fallbacks  # checking draws nothing

        own = fallbacks(language)
        return any(tag in self.languages for tag in own if own[0].startswith(tag))

    def _catalogues(self, locale: str) -> Iterator[Catalogue]:
        from journeyql.render import Catalogue  # checking draws nothing
        from journeyql.render.locales import fallbacks

        wanted = fallbacks(locale)
        for offer in self.label_sets:
            if offer.item.locale.lower() in wanted:
                texts = _texts(offer)
                if isinstance(texts, LoadFailure):
                    self.failures.append(texts)
                else:
                    yield Catalogue(locale=offer.item.locale, texts=texts)

    def theme(self) -> Theme:
        """The theme that is asked for; the light one when it cannot be used, which is noted."""
        if self._theme is None:
            self._theme = self._found()
        return self._theme

    def _found(self) -> Theme:
        from journeyql.render import DARK, LIGHT, Theme  # checking draws nothing

        built_in = {theme.name: theme for theme in (LIGHT, DARK)}
        offer = self.themes.get(self.chosen)
        if offer is None:
            return built_in[self.chosen]
        found = resolved(offer.item.theme)
        if isinstance(found, Theme):
            return found
        reason = found.reason if isinstance(found, Failure) else f"it is {type(found).__name__}, not a `Theme`"
        self.failures.append(LoadFailure.of(offer.origin, f"theme `{self.chosen}` cannot be used: {reason}"))
        return LIGHT


def looks(plugins: Plugins, theme: str = "") -> Looks:
    """The looks of a run. Raises ConfigError for a theme that nobody has."""
    chosen = theme or DEFAULT_THEME
    if chosen in BUILT_IN:  # asking plugins for theirs would cost every run a little
        return Looks(chosen, {}, plugins.offers(LABELS))
    themes = {offer.item.name: offer for offer in plugins.offers(THEMES)}
    if chosen not in themes:
        known = sorted({*BUILT_IN, *themes})
        question = did_you_mean(chosen, known) or f"available: {', '.join(known)}"
        raise ConfigError((f"there is no theme `{chosen}`; {question}",))
    return Looks(chosen, themes, plugins.offers(LABELS))


def _texts(offer: Offered[LabelSet]) -> Mapping[str, str] | LoadFailure:
    """The texts of a label set, if every key is one that it may name."""
    checked = guarded(lambda: _sound(offer))
    if isinstance(checked, Failure):
        return LoadFailure.of(offer.origin, f"label set `{offer.item.name}` is left out: {checked.reason}")
    return checked


def _sound(offer: Offered[LabelSet]) -> Mapping[str, str] | Failure:
    from journeyql.render.labels import built_in  # checking draws nothing

    found = resolved(offer.item.texts)
    if isinstance(found, Failure):
        return found
    if not isinstance(found, Mapping):
        return Failure(f"its texts are {type(found).__name__}, not a mapping")
    own, known = f"{offer.origin.plugin}.", built_in("en").texts
    for key, text in found.items():
        if not isinstance(key, str) or not isinstance(text, str):
            return Failure(f"it maps {key!r:.60} to {text!r:.60}; both must be texts")
        if not key.startswith(own) and key.partition("#")[0] not in known:
            return Failure(f"its key `{key}` is no key of JourneyQL, and does not begin with `{own}`")
    return dict(found)
