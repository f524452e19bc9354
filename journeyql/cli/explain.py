"""The command `explain`: what a rule is about, or what a kind or property of the language says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from journeyql.cli import streams
from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.rules import book_of
from journeyql.cli.state import state_of
from journeyql.cli.tables import print_json
from journeyql.diagnostics import Rule
from journeyql.engine.words import words
from journeyql.report.columns import shown
from journeyql.spelling import did_you_mean

if TYPE_CHECKING:
    from journeyql.model import Json
    from journeyql.model.resolve import WordTable
    from journeyql.model.vocabulary import KindSpec, PropertySpec


@click.command("explain")
@click.argument("word", metavar="RULE|KIND|PROPERTY")
@json_option
@plugin_options
@click.pass_context
def command(context: click.Context, word: str, *, as_json: bool) -> None:
    """Explain a rule (`unknown-channel`, `JQL102`), a kind (`touchpoint`) or a property (`touchpoint.wait`)."""
    state = state_of(context)
    book = book_of(state)
    table = words(state.plugins.vocabularies).table
    rule, found = book.find(word), _found(table, word)
    if rule is None and not found:
        raise click.ClickException(_unknown(word, (*book.names, *_words(table))))
    if as_json:
        print_json({"version": 1, "rule": None if rule is None else _json(rule), "words": [*map(_word_json, found)]})
        return
    sections = [*([_rule(rule)] if rule else []), *(_word(entry) for entry in found)]
    streams.write("\n\n".join("\n".join(lines) for lines in sections) + "\n")


def _unknown(word: str, known: tuple[str, ...]) -> str:
    question = did_you_mean(word, known)
    tail = question or "`journeyql rules list` shows all rules"
    return f"there is no rule, kind or property `{word}`; {tail}"


def _words(table: WordTable) -> Iterator[str]:
    for name, spec in table.kinds.items():
        yield name
        yield from spec.properties
        yield from (f"{name}.{key}" for key in spec.properties)


_Entry = tuple["KindSpec", "PropertySpec | None"]


def _found(table: WordTable, word: str) -> list[_Entry]:
    """The kinds, or the properties with the kinds that have them, that a word means in any keyword language."""
    kind_word, dot, name = word.rpartition(".")
    if not dot and (kind := table.kind(word, "zh")):
        return [(kind, None)]
    kinds = [table.kind(kind_word, "zh")] if dot else list(table.kinds.values())
    return [(spec, found) for spec in kinds if spec and (found := table.property(spec, name, "zh"))]


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.code}), {rule.severity.word}"
    yield ""
    yield rule.summary
    yield rule.reason
    for title, text in (("Wrong:", rule.wrong), ("Right:", rule.right)):
        yield ""
        yield title
        yield ""
        yield from (f"    {shown(line)}".rstrip() for line in text.rstrip("\n").split("\n"))


def _word(entry: _Entry) -> Iterator[str]:
    kind, prop = entry
    if prop is not None:
        yield f"{kind.name}.{prop.name}{f' ({prop.zh})' if prop.zh else ''}"
        yield ""
        yield prop.doc
        yield f"Takes {prop.value.expects}{', or several of them' if prop.many else ''}."
        return
    yield f"{kind.name}{f' ({kind.zh})' if kind.zh else ''}"
    yield ""
    yield kind.doc
    yield f"Stands in: {', '.join('the file' if place == 'file' else place for place in kind.inside)}."
    yield ""
    for spec in kind.properties.values():
        yield f"  {spec.name}: {spec.doc}"


def _json(rule: Rule) -> Json:
    names = ("name", "code", "summary", "reason", "wrong", "right")
    return {**{name: getattr(rule, name) for name in names}, "severity": rule.severity.word}


def _word_json(entry: _Entry) -> Json:
    kind, prop = entry
    if prop is None:
        properties: list[Json] = [*kind.properties]
        return {"kind": kind.name, "zh": kind.zh, "doc": kind.doc, "inside": [*kind.inside], "properties": properties}
    return {"kind": kind.name, "property": prop.name, "zh": prop.zh, "doc": prop.doc, "expects": prop.value.expects}
