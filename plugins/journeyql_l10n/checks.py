"""What is wrong with the catalogues of a map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from journeyql.diagnostics import Diagnostic, Edit, Fix, Severity
from journeyql.model import (
    Journey,
    Market,
    Model,
    Persona,
    SavedView,
    is_language,
    language_chain,
    language_tag,
    source_texts,
)
from journeyql.source import Span
from journeyql_l10n.catalogue import Message
from journeyql_l10n.extracting import messages, placeholders
from journeyql_l10n.merging import merged
from journeyql_l10n.reading import Read
from journeyql_l10n.rules import (
    LANGUAGE_TAG,
    MISSING_CATALOGUE,
    PLACEHOLDERS,
    STALE_TRANSLATION,
    UNSTABLE_KEY,
    UNTRANSLATED,
)

_ALL: Final = 100
_LONG: Final = 80


def declared(model: Model, own: str) -> dict[str, Span | None]:
    """The languages that a map says it is for, with where it says so; `own` is the one that it is written in."""
    view = model.view()
    tags = [cell for market in view.of(Market) for cell in view.cells(market.locales)]
    tags += [cell for persona in view.of(Persona) if (cell := view.cell(persona.locale))]
    tags += [cell for saved in view.of(SavedView) if (cell := view.cell(saved.locale))]
    found: dict[str, Span | None] = {}
    for cell in tags:
        if is_language(cell.value) and own not in language_chain(cell.value):
            found.setdefault(language_tag(cell.value), cell.span)
    return found


def written_in(model: Model, keywords: str) -> str:
    """The language of a map's texts: what its journey says, else that of its keywords."""
    view = model.view()
    said = (view[journey.locale] for journey in view.of(Journey))
    return next((tag for tag in said if tag), keywords or "en")


def missing(wanted: dict[str, Span | None], there: Iterable[str], name: str) -> Iterator[Diagnostic]:
    """The languages without a catalogue of their own or of the larger language."""
    known = set(there)
    for language, span in wanted.items():
        if not known & {*language_chain(language)}:
            words = f"there is no catalogue for {language}"
            yield MISSING_CATALOGUE.at(span, words, help=f"begin one with `journeyql l10n update {name} -l {language}`")


def unstable(model: Model) -> Iterator[Diagnostic]:
    """The elements that only their order tells apart."""
    seen: set[str] = set()
    for text in source_texts(model):
        element = text.element
        if text.numbered and text.source.name == model.source.name and element.path not in seen:
            seen.add(element.path)
            words = f"another {text.kind} here is called `{element.id}`, and only their order tells them apart"
            hint = f'give it a name of its own: `{text.kind} NAME "…"`'
            yield UNSTABLE_KEY.at(element.span, words, help=hint)


def tags(read: Read, language: str) -> Iterator[Diagnostic]:
    """Whether the name and the header of a catalogue say one language that there is."""
    name = read.source.name
    if not is_language(language):
        right = language_tag(language)
        known = is_language(right)
        words = f"{name}: `{language}` is not how a language is called"
        hint = f"rename it: `{right}` is the tag" if known else "use a tag like de, pt-BR or zh-Hans"
        yield LANGUAGE_TAG.at(None, words, help=hint)
        return
    said = read.catalogue.fields.get("Language", "")
    header = read.catalogue.header
    if said and header and language_tag(said) not in language_chain(language):
        span = _in_span(header, said)
        yield LANGUAGE_TAG.at(span, f"the file is called {language}, and says that it is `{said}`", help="say the same")


def coverage(model: Model, read: Read, language: str, least: float) -> Iterator[Diagnostic]:
    """What is missing, out of date or wrong in a catalogue, as it would be when it is brought up to date."""
    wanted = messages(model)
    found = merged(wanted, read.catalogue.messages).messages[: len(wanted)]
    return of_messages(found, read, language, least)


def of_messages(found: tuple[Message, ...], read: Read, language: str, least: float) -> Iterator[Diagnostic]:
    """What is missing, out of date or wrong in the messages that a map wants."""
    yield from _untranslated(read, found, language, least)
    for message in found:
        if message.fuzzy:
            yield _stale(message)
        if message.translation:
            yield from _placeholders(message)


def _untranslated(read: Read, found: tuple[Message, ...], language: str, least: float) -> Iterator[Diagnostic]:
    """One finding for all texts without a translation."""
    lacking = [message for message in found if not message.translation]
    share = _ALL * sum(message.shown for message in found) / len(found) if found else _ALL
    if not lacking and share >= least:
        return
    few = share < least
    words = f"{read.source.name}: {len(lacking)} of {len(found)} texts are not translated into {language}"
    more = f"; {share:.0f} % are shown, and {least:g} % are asked for" if few else ""
    first = ", ".join(message.key for message in lacking[:3])
    hint = f"the first: {first}" if first else "look at those that are marked fuzzy"
    span = next((message.spans.text for message in lacking if message.spans), None)
    yield UNTRANSLATED.at(span, words + more, help=hint, severity=Severity.ERROR if few else None)


def _stale(message: Message) -> Diagnostic:
    span = message.spans.translation if message.spans else None
    if message.previous:
        words = f"the text has changed since it was translated; it was “{_short(message.previous)}”"
    else:
        words = "somebody has to look at this translation"
    return STALE_TRANSLATION.at(
        span, words, help="when it is right, remove the word fuzzy; `l10n update` removes the rest"
    )


def _placeholders(message: Message) -> Iterator[Diagnostic]:
    """A translation that fills in other names than its text."""
    wanted, given = placeholders(message.text), placeholders(message.translation)
    lacking, extra = sorted(wanted - given), sorted(given - wanted)
    if not (wanted | given) or (not lacking and not extra):
        return
    told = [f"{{{name}}} is missing" for name in lacking] + [f"{{{name}}} is not in the text" for name in extra]
    span = message.spans.translation if message.spans else None
    fixes = _renamed(span, extra[0], lacking[0]) if len(lacking) == len(extra) == 1 else ()
    hint = f"did you mean {{{lacking[0]}}}?" if fixes else "placeholders keep their names in every language"
    yield PLACEHOLDERS.at(span, "; ".join(told), help=hint, fixes=fixes)


def _renamed(span: Span | None, wrong: str, right: str) -> tuple[Fix, ...]:
    """The fix that puts one name in the place of another."""
    if span is None:
        return ()
    found = re.search(rf"\{{({re.escape(wrong)})[}}!:]", span.text)
    if found is None:
        return ()
    edit = Edit(Span(span.source, span.start + found.start(1), span.start + found.end(1)), right)
    return (Fix(f"write {{{right}}}", (edit,), safe=False),)


def _in_span(header: Message, said: str) -> Span | None:
    """Where the header says something."""
    span = header.spans.translation if header.spans else None
    at = span.text.find(said) if span is not None else -1
    return Span(span.source, span.start + at, span.start + at + len(said)) if span is not None and at >= 0 else span


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"
