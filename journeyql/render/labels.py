"""Look up the words that renderers print, in the reader's language."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Final

import attrs

from journeyql.facts import Phrase
from journeyql.render.locales import fallbacks
from journeyql.render.numbers import number
from journeyql.render.quantities import spelled

#: Languages whose words come with the package; each has a module `journeyql.render.catalogue_<language>`.
BUILT_IN: Final = ("en", "zh", "de")
_ONE: Final = "#one"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Catalogue:
    """The words of one language, as the package or a plugin brings them.

    `locale` is a language tag; `texts` maps keys to texts with placeholders in braces. `key#one` is the form of `key`
    for a `count` of one, where a language has one. A plugin names its own keys with its name and a dot first, and
    may give a built-in key another text.

    >>> Catalogue(locale="de", texts={"stage": "Phase"}).texts["stage"]
    'Phase'
    """

    locale: str
    texts: Mapping[str, str]


@attrs.frozen(eq=False, repr=False, slots=False)
class Labels:
    """The words for one reader: call it with a key and the values of its placeholders.

    `catalogues` go before the built-in ones, earlier before later. For each key the language tag is tried, then the
    language, then English. Numbers, times, dates and amounts
    among the values are written as the language does.

    >>> labels = Labels("fr-CA", (Catalogue(locale="fr", texts={"stage": "Étape"}),))
    >>> labels("stage"), labels("touchpoint"), Labels("de-AT")("count.stages", count=1930)
    ('Étape', 'Touchpoint', '1.930 Phasen')
    """

    locale: str
    catalogues: tuple[Catalogue, ...] = ()

    def __call__(self, key: str, /, **values: object) -> str:
        """The text for a key, its placeholders filled in. Raises KeyError for a key that no catalogue has."""
        keys = (key + _ONE, key) if values.get("count") == 1 else (key,)
        return self._template(keys).format_map({name: self._written(value) for name, value in values.items()})

    def _template(self, keys: tuple[str, ...]) -> str:
        """The first text for any of the keys, in the order of languages."""
        for texts in self._chain:
            for key in keys:
                if key in texts:
                    return texts[key]
        raise KeyError(keys[-1])

    @cached_property
    def _chain(self) -> tuple[Mapping[str, str], ...]:
        """The texts of all languages to try, in order."""
        return tuple(texts for tag in fallbacks(self.locale) for texts in self._texts(tag))

    def _texts(self, tag: str) -> list[Mapping[str, str]]:
        """The texts of a language: those of plugins first, then the built-in ones."""
        own = [catalogue.texts for catalogue in self.catalogues if _same(catalogue.locale, tag)]
        return [*own, built_in(tag).texts] if tag in BUILT_IN else own

    def _written(self, value: object) -> str:
        """A value as it stands in a text: numbers, times, dates and amounts in the reader's language."""
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number(value, self.locale)
        return spelled(value, self.locale)


def label(key: str, locale: str, /, **values: object) -> str:
    """A built-in text for a key in a language; see `Labels`, also for what a plugin adds.

    >>> label("stage", "zh-CN"), label("stage", "tlh"), label("count.stages", "en", count=1)
    ('阶段', 'Stage', '1 stage')
    """
    return Labels(locale)(key, **values)


def spoken(phrase: Phrase, label: Callable[..., str]) -> str:
    """What a fact says in words; the key itself where nobody provides words for it.

    >>> spoken(Phrase("count.stages", {"count": 3}), Labels("de")), spoken(Phrase("acme.unsaid"), Labels("de"))
    ('3 Phasen', 'acme.unsaid')
    """
    try:
        return label(phrase.key, **phrase.values)
    except KeyError:
        return phrase.key


def word_label(spelled: str, words: Mapping[str, str], label: Callable[..., str], locale: str) -> str:
    """An enumerated word of the language in the reader's; a text of the writer's own stays as it is.

    `words` are those of the property (`ValueType.words`), which have Chinese names; other languages name them in their
    catalogues, under `word.`. The others get the English word.

    >>> words = {"must-be": "必备"}
    >>> [word_label("must-be", words, Labels(locale), locale) for locale in ("en", "zh-CN", "de")]
    ['must be', '必备', 'Basismerkmal']
    """
    if spelled not in words:
        return spelled
    try:
        return label(f"word.{spelled}")
    except KeyError:
        local = words[spelled] if "zh" in fallbacks(locale) else ""
        return local or spelled.replace("-", " ")


@lru_cache(maxsize=len(BUILT_IN))
def built_in(language: str) -> Catalogue:
    """The catalogue of a language in `BUILT_IN`, loaded when first asked for.

    >>> built_in("zh").texts["touchpoint"]
    '触点'
    """
    module = importlib.import_module(f"journeyql.render.catalogue_{language}")
    texts: Mapping[str, str] = module.TEXTS
    return Catalogue(locale=language, texts=texts)


def _same(locale: str, tag: str) -> bool:
    """Whether a language tag is the same as one in lower case."""
    return locale.replace("_", "-").lower() == tag
