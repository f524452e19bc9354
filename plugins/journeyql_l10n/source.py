"""The translation source: what the catalogues beside a map, and beside the files that it uses, say."""

from __future__ import annotations

from journeyql.model import source_texts
from journeyql.plugin import Diagnostic, SourceFile, TranslationContext, Translations
from journeyql_l10n.shelf import Shelf


def find(context: TranslationContext) -> Translations:
    """The translations of a map into one language; only complete ones, of the texts as they are now."""
    by_file: dict[str, dict[tuple[str, str], str]] = {}
    for text in source_texts(context.model):
        by_file.setdefault(text.source.name, {})[text.local, text.text] = text.key
    found: dict[str, str] = {}
    problems: list[Diagnostic] = []
    sources: list[SourceFile] = []
    for name, keys in by_file.items():
        shelf = Shelf.beside(context.folder, context.model.source.name, name)
        read = shelf.read(context.language) if shelf is not None else None
        if read is None:
            continue
        sources.append(read.source)
        problems.extend(read.problems)
        for message in read.catalogue.messages:
            key = keys.get((message.key, message.text))
            if key is not None and message.shown:
                found[key] = message.translation
    return Translations(texts=found, diagnostics=tuple(problems), sources=tuple(sources))
