"""The language of a file's keywords: what its first comment says, and words of a language that it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.vocabulary import ZH
from journeyql.source import SourceFile, Span

_ENGLISH = "en"


def language_of(document: ast.Document) -> str:
    """The keyword language of a document besides English: `zh` for every kind of Chinese, or nothing."""
    return ZH if _first(document.language) == ZH else ""


def unknown_language(document: ast.Document) -> Iterator[Diagnostic]:
    """A finding if the first comment names a language in which there are no keywords."""
    named = document.language
    comment = re.search(rf"[:：]\s*({re.escape(named)})", document.source.text)
    if named and comment and _first(named) not in {ZH, _ENGLISH}:
        span = Span(document.source, comment.start(1), comment.end(1))
        message = f"there are no keywords in `{named}`; those of this file are read as English"
        hint = f"leave the comment out; for the language of texts, write `locale: {named}` below the journey"
        yield rules.UNKNOWN_KEYWORDS.at(span, message, help=hint)


def _first(tag: str) -> str:
    return tag.partition("-")[0].lower()


@attrs.define(eq=False, repr=False)
class Keywords:
    """Reports the first Chinese word of each file that does not say that it uses them."""

    diagnostics: list[Diagnostic]
    _told: set[SourceFile] = attrs.field(factory=set)

    @property
    def mixed(self) -> bool:
        """Whether any file has been reported."""
        return bool(self._told)

    def foreign(self, word: str, span: Span) -> None:
        """A Chinese keyword in a file that does not say so: told once, and understood from there on."""
        if span.source in self._told:
            return
        self._told.add(span.source)
        first = Edit(span.source.span(1, 0), f"# language: {ZH}\n")
        self.diagnostics.append(
            rules.FOREIGN_KEYWORD.at(
                span,
                f"`{word}` is a Chinese keyword, and the file does not say that it uses them",
                help=f"make `# language: {ZH}` the first line of the file",
                fixes=(Fix("add the first line", (first,)),),
            )
        )
