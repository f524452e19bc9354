"""What to say about words that mean nothing where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.kinds import Journey, Lane
from journeyql.model.resolve.draft import Draft, Origin
from journeyql.model.resolve.words import STEPS, WordTable, option, spelled, with_article
from journeyql.model.terms import FlowTerms
from journeyql.model.vocabulary import KindSpec, kind_of
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate
from journeyql.wording import article, one_of

_JOURNEY = kind_of(Journey)
_MOST_NAMED = 3
_INDENTATION = "the indentation says what a line belongs to"


def unknown_kind(node: ast.Element, near: str | None, into: Draft, table: WordTable, origin: Origin) -> Diagnostic:
    """A word that is no kind of element; `near` is one that it may mean."""
    span, language = locate.kind_span(origin.source, node), origin.language
    kinds = sorted(spelled(spec, language) for spec in table.inside(into.kind))
    expected = f"expected one of {', '.join(kinds)}" if kinds else "nothing but properties can stand here"
    hint = f"did you mean `{near}`?" if near else expected
    return rules.UNKNOWN_KIND.at(span, _no_kind(node, into, language), help=hint, fixes=_replaced(near, span))


def kind_elsewhere(node: ast.Element, near: str, into: Draft, table: WordTable, origin: Origin) -> Diagnostic:
    """A word that is no kind of element, and may mean one that cannot stand in its place."""
    span, language = locate.kind_span(origin.source, node), origin.language
    return rules.UNKNOWN_KIND.at(span, _no_kind(node, into, language), help=_elsewhere(near, table, language))


def _no_kind(node: ast.Element, into: Draft, language: str) -> str:
    return f"`{node.kind}` is no kind of element that can stand {_here(into, language)}"


def misplaced_kind(kind: KindSpec, span: Span, into: Draft, table: WordTable, language: str) -> Diagnostic:
    """A kind of element that stands where it does not belong."""
    message = f"{with_article(kind, language)} cannot stand {_here(into, language)}"
    hint = f"it can stand {_places(kind, table, language)}; {_INDENTATION}"
    return rules.MISPLACED_KIND.at(span, message, help=hint)


def _places(kind: KindSpec, table: WordTable, language: str) -> str:
    """Where a kind of element can stand, in words."""
    places = [table.kinds.get(place) for place in kind.inside]
    return one_of(["at the top level" if place is None else f"in {with_article(place, language)}" for place in places])


def _elsewhere(near: str, table: WordTable, language: str) -> str:
    """The question whether a kind is meant that cannot stand here."""
    kind = table.kind(near, language)
    stands = "" if kind is None else f" It stands {_places(kind, table, language)}; {_INDENTATION}"
    return f"did you mean `{near}`?{stands}"


def misplaced_text(span: Span, into: Draft, language: str) -> Diagnostic:
    """A text by itself where it is neither a stage nor a touchpoint."""
    hint = f'below a journey it is a stage, below a stage a touchpoint; a file begins with `{spelled(_JOURNEY, language)} "…"`'
    return rules.MISPLACED_KIND.at(span, f"a text by itself cannot stand {_here(into, language)}", help=hint)


def unknown_property(
    node: ast.Property, origin: Origin, into: Draft, table: WordTable, lanes: Iterable[str]
) -> Diagnostic:
    """A word that is no property of the kind that surrounds it."""
    word, language, span = node.key, origin.language, locate.key_span(origin.source, node)
    owners = table.owners(word, language)
    twin = _twin(word, into, table, language)
    followed = _followed(word, into, table, language)
    near = None
    if followed:
        hint = (
            f"`{word}` says more about a value: write it behind the value of {one_of(followed)}, on a line of its own"
        )
    elif option(FlowTerms, word, language) is not None and not owners:
        hint = f"`{word}` stands behind an arrow, on a line of its own: `-> next {word}=…`"
    elif twin is not None:
        near, hint = twin, f"did you mean `{twin}`?"
    elif word in lanes:
        hint = f"`{word}` is a lane: stages and touchpoints have it"
    elif (kind := table.kind(word, language)) is not None and kind in table.inside(into.kind):
        hint = f'`{word}` begins a line of its own, without a colon: `{word} "…"`'
    elif owners:
        named = one_of([spelled(owner, language) for owner in owners[:_MOST_NAMED]])
        hint = f"`{word}` belongs to {named if language else article(named)}; {_INDENTATION}"
    elif meant := nearest(word, (*(here := (*table.words(into.kind, language), *lanes)), *table.kinds)):
        near = meant if meant in here else None
        hint = f"did you mean `{near}`?" if near else _elsewhere(meant, table, language)
    elif into.is_a(*STEPS):
        hint = f'to add one of your own, declare a lane: `{spelled(kind_of(Lane), language)} {word} "…"`'
    else:
        hint = f"expected one of {', '.join(sorted(table.words(into.kind, language)))}"
    where = "the top level" if into.kind is None else with_article(into.kind, language)
    message = f"{where} has no property `{word}`"
    return rules.UNKNOWN_PROPERTY.at(span, message, help=hint, fixes=_replaced(near, span))


def _followed(word: str, into: Draft, table: WordTable, language: str) -> list[str]:
    """The properties whose values a word may follow: those that the element has, or else could have."""
    given = [entry.spec for entry in into.entries]
    found = [spec for spec in given if option(spec.options, word, language) is not None]
    found = found or ([] if into.kind is None else [*table.leading(into.kind, word, language)])
    return list(dict.fromkeys(f"`{spelled(spec, language)}`" for spec in found))[-_MOST_NAMED:]


def _twin(word: str, into: Draft, table: WordTable, language: str) -> str | None:
    """The property of a kind that is called otherwise elsewhere, and the same in Chinese: `type` for `kind`."""
    if into.kind is None:
        return None
    found = (table.property(kind, word, language) for kind in table.owners(word, language))
    local = {spec.zh for spec in found if spec is not None}
    return next((spelled(spec, language) for spec in table.properties(into.kind).values() if spec.zh in local), None)


def _here(into: Draft, language: str) -> str:
    return "at the top level" if into.kind is None else f"in {with_article(into.kind, language)}"


def _replaced(near: str | None, span: Span) -> tuple[Fix, ...]:
    return () if near is None else (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),)
