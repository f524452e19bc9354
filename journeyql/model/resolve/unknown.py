"""What to say about words that mean nothing where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.resolve.draft import Draft, Origin
from journeyql.model.resolve.words import WordTable, option
from journeyql.model.vocabulary import FILE, KindSpec, PropertySpec
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate
from journeyql.wording import article, one_of

_MOST_NAMED = 3
_INDENTATION = "the indentation says what a line belongs to"


def unknown_kind(word: str, span: Span, near: str | None, into: Draft, table: WordTable) -> Diagnostic:
    """A word that is no kind of element; `near` is one that it may mean."""
    kinds = sorted(spec.name for spec in table.inside(into.kind))
    expected = f"expected one of {', '.join(kinds)}" if kinds else "nothing but properties can stand here"
    message = f"`{word}` is no kind of element that can stand {_here(into)}"
    hint = f"did you mean `{near}`?" if near else expected
    return rules.UNKNOWN_KIND.at(span, message, help=hint, fixes=_replaced(near, span))


def misplaced_kind(kind: KindSpec, span: Span, into: Draft) -> Diagnostic:
    """A kind of element that stands where it does not belong."""
    places = one_of(["at the top level" if place == FILE else f"in {article(place)}" for place in kind.inside])
    message = f"{article(kind.name)} cannot stand {_here(into)}"
    return rules.MISPLACED_KIND.at(span, message, help=f"it can stand {places}; {_INDENTATION}")


def misplaced_text(span: Span, into: Draft) -> Diagnostic:
    """A text by itself where it is neither a stage nor a touchpoint."""
    hint = 'below a journey it is a stage, below a stage a touchpoint; a file begins with `journey "…"`'
    return rules.MISPLACED_KIND.at(span, f"a text by itself cannot stand {_here(into)}", help=hint)


def unknown_property(
    node: ast.Property, origin: Origin, into: Draft, table: WordTable, lanes: Iterable[str]
) -> Diagnostic:
    """A word that is no property of the kind that surrounds it."""
    word, language, span = node.key, origin.language, locate.key_span(origin.source, node)
    owners = table.owners(word, language)
    followed = _followed(word, into, table, language)
    near = None
    if followed:
        hint = (
            f"`{word}` says more about a value: write it behind the value of {one_of(followed)}, on a line of its own"
        )
    elif word in lanes:
        hint = f"`{word}` is a lane: stages and touchpoints have it"
    elif owners:
        hint = f"`{word}` belongs to {article(one_of(owners[:_MOST_NAMED]))}; {_INDENTATION}"
    elif near := nearest(word, (*table.words(into.kind, language), *lanes)):
        hint = f"did you mean `{near}`?"
    else:
        hint = f'to add one of your own, declare a lane: `lane {word} "…" type=text`'
    where = "the top level" if into.kind is None else article(into.kind_name)
    message = f"{where} has no property `{word}`"
    return rules.UNKNOWN_PROPERTY.at(span, message, help=hint, fixes=_replaced(near, span))


def _followed(word: str, into: Draft, table: WordTable, language: str) -> list[str]:
    """The properties whose values a word may follow: those that the element has, or else could have."""
    given = [entry.spec for entry in into.entries]
    known: Iterable[PropertySpec] = () if into.kind is None else table.properties(into.kind).values()
    found = [spec for spec in given if option(spec.options, word, language) is not None]
    found = found or [spec for spec in known if option(spec.options, word, language) is not None]
    return list(dict.fromkeys(f"`{spec.name}`" for spec in found))[-_MOST_NAMED:]


def _here(into: Draft) -> str:
    return "at the top level" if into.kind is None else f"in {article(into.kind_name)}"


def _replaced(near: str | None, span: Span) -> tuple[Fix, ...]:
    return () if near is None else (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),)
