"""The words of the document in the reader's language, as markup or as plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from journeyql.facts import Phrase
from journeyql.model import Element, Varying, properties_of
from journeyql.render import spoken, word_label
from journeyql_markdown.catalogue import PREFIX
from journeyql_markdown.markup import Markup, joined, text


@attrs.frozen(eq=False, repr=False)
class Words:
    """A language of the document: the context's `label`, with keys that leave the plugin's name out.

    >>> Words("en", lambda key, **values: f"{key}: {values['names']}").plain("markets", names="CN")
    'markdown.markets: CN'
    """

    locale: str
    label: Callable[..., str]

    def plain(self, key: str, **values: object) -> str:
        """The words for a key as plain text."""
        return self.label(PREFIX + key, **values)

    def say(self, key: str, **values: Markup | float) -> Markup:
        """The words for a key with markup filled in; the catalogue itself holds nothing to escape."""
        return Markup(self.plain(key, **values))

    def phrase(self, phrase: Phrase) -> Markup:
        """What a fact says in words, which its plugin provides."""
        return text(spoken(phrase, self.label))

    def named(self, sort: str, name: str) -> Markup:
        """What a score or an input of formulas is called; one that nobody has words for goes by its name."""
        key = f"priorities.{sort}.{name}"
        said = spoken(Phrase(key), self.label)
        return text(name if said == key else said)

    def names(self, parts: Sequence[Markup]) -> Markup:
        """Several names in one phrase.

        >>> spoken = {"markdown.comma": ", ", "markdown.and": " and "}
        >>> Words("en", spoken.__getitem__).names([text("Mei"), text("Tom"), text("Ana")])
        'Mei, Tom and Ana'
        """
        if len(parts) < 2:  # noqa: PLR2004 - a phrase needs two
            return joined(parts)
        return Markup(f"{joined(parts[:-1], self.plain('comma'))}{self.plain('and')}{parts[-1]}")

    def word(self, element: Element, field: Varying[Any], spelled: str) -> Markup:
        """An enumerated word of a property in the reader's language; a text of one's own stays as it is."""
        specs = properties_of(type(element)).values()
        known = next((spec.value.words for spec in specs if getattr(element, spec.field) is field), {})
        return text(word_label(spelled, known, self.label, self.locale))

    def property(self, element: Element, name: str) -> Markup:
        """The name of a property in the reader's language: the document's own word, any renderer's, or the vocabulary's."""
        for key in (f"{PREFIX}reading-{name}", name):
            try:
                return text(self.label(key))
            except KeyError:
                continue
        spec = properties_of(type(element)).get(name)
        told = word_label(name, {name: "" if spec is None else spec.zh}, self.label, self.locale)
        return text(told[:1].upper() + told[1:])
