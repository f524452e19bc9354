"""The command `explain`: what a rule is about, or what a word or sign of the language says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from journeyql.cli import streams
from journeyql.cli.choice import missing
from journeyql.cli.meanings import ARROW, Directive, Kind, Meaning, Option, Property, Value, known, meanings
from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.rules import book_of
from journeyql.cli.signs import Sign, sign
from journeyql.cli.state import state_of
from journeyql.cli.tables import print_json
from journeyql.columns import width
from journeyql.diagnostics import Rule, visible
from journeyql.engine.words import words
from journeyql.model import FlowTerms
from journeyql.model.context import STATES
from journeyql.model.types import YES_NO
from journeyql.model.vocabulary import FILE, PropertySpec, properties_of
from journeyql.report.columns import shown
from journeyql.spelling import did_you_mean

if TYPE_CHECKING:
    from journeyql.model import Json

#: How many terminal columns an explanation takes.
_WIDEST = 100
_EXAMPLE = "Example:"
_TOGETHER = "\N{NO-BREAK SPACE}"


@click.command("explain", context_settings={"ignore_unknown_options": True})  # `->` is no option
@click.argument("word", metavar="RULE|WORD|SIGN")
@json_option
@plugin_options
@click.pass_context
def command(context: click.Context, word: str, *, as_json: bool) -> None:
    """Explain a rule, or a word or sign of the language.

    For example a rule (`unknown-channel`, `JQL102`), a kind (`touchpoint`), a property (`wait`, `touchpoint.wait`), an
    option (`target`), a word that properties take (`high`), a sign (`'->'`, in quotation marks), or any of them in
    Chinese.
    """
    if not word.strip():
        msg = "name a rule, or a word or sign of the language"
        raise click.UsageError(msg)
    state = state_of(context)
    book = book_of(state)
    table = words(state.plugins.vocabularies).table
    rule, found = book.find(word), [*meanings(table, word)]
    if rule is None and not found:
        raise missing(_unknown(word, (*book.names, *known(table))), state.plugins)
    if as_json:
        print_json({"version": 1, "rule": None if rule is None else _json(rule), "words": [*map(_word_json, found)]})
        return
    sections = [*([_rule(rule)] if rule else []), *map(_word, found)]
    streams.write("\n\n".join("\n".join(lines) for lines in sections) + "\n")


def _unknown(word: str, there: Iterable[str]) -> str:
    question = did_you_mean(word, filter(None, there))
    tail = question or "`journeyql rules list` shows all rules"
    return f"there is no rule, word or sign `{word}`; {tail}"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.code}), {rule.severity.word}"
    yield ""
    yield visible(rule.summary)
    yield visible(rule.reason)
    if rule.unshown:
        yield f"No map alone shows it. {visible(rule.unshown)}"
    for title, text in rule.examples:
        yield ""
        yield f"{title}:"
        yield ""
        yield from _quoted(text)


def _word(meaning: Meaning) -> Iterator[str]:
    if isinstance(meaning, Kind):
        return _kind(meaning)
    if isinstance(meaning, Property):
        return _property(meaning)
    if isinstance(meaning, Option):
        return _option(meaning)
    if isinstance(meaning, Directive):
        return _directive(meaning)
    return _value(meaning) if isinstance(meaning, Value) else _sign(meaning)


def _kind(kind: Kind) -> Iterator[str]:
    spec = kind.spec
    doc, example = _parts(spec.doc)
    yield f"{_named(spec.name, spec.zh)}: a kind of element"
    yield ""
    yield from _wrapped(doc)
    yield f"Stands in: {', '.join('the file' if place == FILE else place for place in spec.inside)}."
    if example:
        yield ""
        yield from _quoted(example)
    if kind.own:
        yield ""
        yield from _rows((_named(one.name, one.zh), one.doc) for one in kind.own)
    yield ""
    yield from _wrapped(f"As every kind: {_listed((one.name, one.zh) for one in kind.common)}.")


def _property(prop: Property) -> Iterator[str]:
    spec = prop.spec
    yield from _wrapped(f"{_named(spec.name, spec.zh)}: a property of {', '.join(prop.kinds) or 'every kind'}", "  ")
    yield ""
    yield from _wrapped(spec.doc)
    yield from _takes(spec)
    if spec.inherits:
        yield "An element that has none takes it from what surrounds it."
    if spec.options is not None:
        yield ""
        yield "May be followed by:"
        yield from _options(spec.options)


def _option(option: Option) -> Iterator[str]:
    spec = option.spec
    behind = ", ".join(f"an arrow `{ARROW}`" if name == ARROW else name for name in option.behind)
    yield from _wrapped(f"{_named(spec.name, spec.zh)}: an option, written behind {behind}", "  ")
    yield ""
    yield spec.doc
    yield from _takes(spec)
    if ARROW in option.behind and (arrow := sign(ARROW)) is not None:
        yield ""
        yield from _quoted(arrow.example)


def _value(value: Value) -> Iterator[str]:
    yield f"{_named(value.name, value.zh)}: a word that properties take"
    yield ""
    yield from _rows(
        (f"{name}={value.name}", ", ".join(places) or "every kind") for name, places in value.taken.items()
    )
    if value.name in STATES:
        yield ""
        yield f"It is a state, too: `emotion[{value.name}]=4` says something of it, `--state {value.name}` shows it."


def _directive(directive: Directive) -> Iterator[str]:
    spec = directive.spec
    doc, example = _parts(spec.doc)
    yield f"{_named(spec.name, spec.zh)}: a word of the language"
    yield ""
    yield from _wrapped(doc)
    yield ""
    yield from _quoted(example)
    if spec.options:
        yield ""
        yield "May be followed by:"
        yield from _options(spec.cls)


def _sign(one: Sign) -> Iterator[str]:
    yield f"{_named(one.name, one.zh)}: a {'word' if one.name.isalpha() else 'sign'} of the language"
    yield ""
    yield from _wrapped(one.doc)
    yield ""
    yield from _quoted(one.example)
    if one.name == ARROW:
        yield ""
        yield "May be followed by:"
        yield from _options(FlowTerms)


# ---- the parts of an explanation


def _named(name: str, zh: str) -> str:
    return f"{name} ({zh})" if zh else name


def _listed(names: Iterable[tuple[str, str]]) -> str:
    """Words with their Chinese names, each of which stays on one line."""
    return ", ".join(_named(name, zh).replace(" ", _TOGETHER) for name, zh in names)


def _expects(spec: PropertySpec) -> str:
    """What a property takes; its words stand apart."""
    expects = re.sub(r"\ba (?=[aeiou])", "an ", spec.value.expects)
    listed = ", ".join(spec.value.words)
    return expects.replace(f"one of {listed}", "one of the words below") if listed else expects


def _takes(spec: PropertySpec) -> Iterator[str]:
    listed = spec.value.words
    several = ", or several of them" if spec.many else ""
    only_words = spec.value.name in {"word", YES_NO.name}
    yield from _wrapped(f"Takes {'one of the words below' if only_words else _expects(spec)}{several}.")
    if listed:
        yield from _wrapped(f"  {_listed(listed.items())}", "  ")


def _options(cls: type) -> Iterator[str]:
    return _rows((_named(spec.name, spec.zh), spec.doc) for spec in properties_of(cls).values())


def _parts(doc: str) -> tuple[str, str]:
    """What a docstring says, and its example."""
    summary, _, example = doc.partition(_EXAMPLE)
    lines = [line for line in example.split("\n") if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return " ".join(summary.split()), "\n".join(line[margin:] for line in lines)


def _quoted(text: str) -> Iterator[str]:
    return (f"    {shown(line)}".rstrip() for line in text.rstrip("\n").split("\n"))


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Names and what they say, in two columns."""
    lines = [*rows]
    first = max(width(name) for name, _ in lines)
    for name, words_ in lines:
        yield from _wrapped(f"  {name}{' ' * (first - width(name))}  {words_}", " " * (first + 4))


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    """Text broken between words, later lines indented."""
    line = ""
    for piece in re.findall(" *[^ ]+", shown(text)):
        if line.strip() and width(line) + width(piece) > _WIDEST:
            yield line.replace(_TOGETHER, " ")
            line = indent + piece.lstrip(" ")
        else:
            line += piece
    yield line.replace(_TOGETHER, " ")


# ---- for other programs


def _json(rule: Rule) -> Json:
    names = ("name", "code", "summary", "reason", "wrong", "right", "unshown")
    return {**{name: getattr(rule, name) for name in names}, "severity": rule.severity.word}


def _word_json(meaning: Meaning) -> Json:
    if isinstance(meaning, Sign):
        return {
            "sign": meaning.name,
            "zh": meaning.zh,
            "also": [*meaning.also],
            "doc": meaning.doc,
            "example": meaning.example,
        }
    if isinstance(meaning, Directive):
        directive = meaning.spec
        return {"directive": directive.name, "zh": directive.zh, "doc": directive.doc, "options": [*directive.options]}
    if isinstance(meaning, Value):
        taken: dict[str, Json] = {name: [*places] for name, places in meaning.taken.items()}
        return {"word": meaning.name, "zh": meaning.zh, "takenBy": taken}
    if isinstance(meaning, Kind):
        kind = meaning.spec
        properties: list[Json] = [*meaning.properties]
        return {"kind": kind.name, "zh": kind.zh, "doc": kind.doc, "inside": [*kind.inside], "properties": properties}
    spec = meaning.spec
    said: dict[str, Json] = {
        "zh": spec.zh,
        "doc": spec.doc,
        "expects": spec.value.expects,
        "words": {**spec.value.words},
    }
    if isinstance(meaning, Option):
        return {"option": spec.name, "behind": [*meaning.behind], **said}
    options: list[Json] = [] if spec.options is None else [*properties_of(spec.options)]
    return {"property": spec.name, "kinds": [*meaning.kinds], **said, "options": options}
