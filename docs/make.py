"""Writes the reference pages from the vocabulary and the rules: `python docs/make.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from journeyql.diagnostics import Rule, visible
from journeyql.engine.rulebook import core_rules
from journeyql.model import FILE, Element, FlowTerms, KindSpec, PropertySpec, facet_of, kind_of, properties_of
from journeyql.model.directives import DIRECTIVES, DirectiveSpec
from journeyql.model.kinds import CORE
from journeyql.model.terms import END, START
from journeyql.plugin.manager import Plugins
from journeyql.plugin.targets import resolved
from journeyql.plugin.types import Vocabulary

DOCS = Path(__file__).parent
GRAMMAR = DOCS.parent / "grammar" / "journey.lark"
_WIDEST = 200
COMMON = properties_of(Element)


def pages() -> dict[Path, str]:
    """The text of each generated page."""
    return {
        DOCS / "language" / "reference.md": "\n".join(reference()) + "\n",
        DOCS / "rules.md": "\n".join(rules()) + "\n",
        **{
            DOCS / "language" / f"{offered.item.name}.md": "\n".join(vocabulary(offered.item)) + "\n"
            for offered in Plugins.discover().vocabularies
            if offered.origin.first_party
        },
        GRAMMAR.parent / "README.md": "\n".join(syntax()) + "\n",
    }


def reference() -> Iterator[str]:
    """Every kind and property of the core."""
    yield "# Reference: kinds and properties"
    yield ""
    yield "Generated from the vocabulary by `python docs/make.py`; `journeyql explain WORD` prints the same."
    yield ""
    yield "Every kind has the properties of the last section, too. A property marked *list* may be repeated; one marked"
    yield "*handed down* is taken from the surroundings when an element has none of its own."
    for cls in CORE:
        yield from _kind(kind_of(cls))
    yield ""
    yield "## On every arrow"
    yield ""
    yield from _properties(properties_of(FlowTerms).values())
    yield ""
    yield "Where no step has these names, an arrow begins and ends with them:"
    yield ""
    yield "| word | 中文 | what it says |"
    yield "| --- | --- | --- |"
    yield from (f"| `{one.name}` | {one.zh} | {one.doc} |" for one in (START, END))
    for directive in DIRECTIVES:
        yield from _directive(directive)
    yield ""
    yield "## On every kind"
    yield ""
    yield from _properties(COMMON.values())


def vocabulary(offer: Vocabulary) -> Iterator[str]:
    """The kinds, facets and dimensions that a plugin in the wheel adds to the language."""
    yield f"# Reference: what the plugin `{offer.name}` adds"
    yield ""
    yield "Generated from the vocabulary by `python docs/make.py`; `journeyql explain WORD` prints the same."
    for target in offer.kinds:
        yield from _kind(kind_of(_class(target)))
    for target in offer.facets:
        yield from _facet(_class(target))
    for dimension in offer.dimensions:
        yield ""
        yield f"## In square brackets: {dimension.name}"
        yield ""
        yield dimension.summary


def _class(target: object) -> type:
    found = resolved(target)
    if not isinstance(found, type):
        msg = f"{target} is no class: {found}"
        raise TypeError(msg)
    return found


def _facet(cls: type) -> Iterator[str]:
    spec = facet_of(cls)
    kinds = () if spec is None else spec.on
    yield ""
    yield f"## On {' and '.join(f'`{kind_of(kind).name}`' for kind in kinds)}"
    yield ""
    summary, _, example = (cls.__doc__ or "").partition("Example:")
    yield " ".join(summary.split())
    yield from _shown(example)
    yield ""
    yield from _properties(properties_of(cls).values())


def _kind(kind: KindSpec) -> Iterator[str]:
    summary, _, example = kind.doc.partition("Example:")
    places = " · ".join("the file" if place == FILE else f"`{place}`" for place in kind.inside)
    yield ""
    yield f"## `{kind.name}` {kind.zh}"
    yield ""
    yield " ".join(summary.split())
    yield ""
    yield f"Stands in: {places}."
    yield from _shown(example)
    own = [spec for name, spec in kind.properties.items() if name not in COMMON]
    if own:
        yield ""
        yield from _properties(own)


def _shown(example: str) -> Iterator[str]:
    if example.strip():
        yield ""
        yield "```journey"
        yield from _dedented(example)
        yield "```"


def _directive(directive: DirectiveSpec) -> Iterator[str]:
    summary, _, example = directive.doc.partition("Example:")
    yield ""
    yield f"## `{directive.name}` {directive.zh}"
    yield ""
    yield " ".join(summary.split())
    yield ""
    yield "```text"
    yield from _dedented(example)
    yield "```"
    if directive.options:
        yield ""
        yield from _properties(directive.options.values())


def _dedented(example: str) -> Iterator[str]:
    lines = [line for line in example.split("\n") if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    return (line[margin:].rstrip() for line in lines)


def _properties(specs: Iterable[PropertySpec]) -> Iterator[str]:
    yield "| property | 中文 | what it says | takes |"
    yield "| --- | --- | --- | --- |"
    yield from map(_row, specs)


def _row(spec: PropertySpec) -> str:
    marks = [word for word, holds in (("list", spec.many), ("handed down", spec.inherits)) if holds]
    note = f" *{', '.join(marks)}*" if marks else ""
    options = f"; then {', '.join(f'`{name}=`' for name in properties_of(spec.options))}" if spec.options else ""
    expects = spec.value.expects.replace("|", "\\|")
    return f"| `{spec.name}`{note} | {spec.zh} | {spec.doc} | {expects}{options} |"


def syntax() -> Iterator[str]:
    """The forms of lines, from the grammar; classes of letters are too long for people."""
    yield "# The syntax"
    yield ""
    yield "Generated from [`journey.lark`](journey.lark) by `python docs/make.py`. The grammar knows forms of lines and no word:"
    yield "what a word means is said by [the vocabulary](../docs/language/reference.md)."
    yield ""
    yield "```lark"
    for line in GRAMMAR.read_text("utf-8").split("\n"):
        yield line if len(line) <= _WIDEST else f"{line.partition(':')[0]}: a class of letters and marks"
    yield "```"


def rules() -> Iterator[str]:
    """Every rule of the core and of the plugins in the wheel."""
    yield "# Rules"
    yield ""
    yield "Generated by `python docs/make.py`; `journeyql explain NAME` prints the same."
    yield 'A rule\'s severity can be set in [`journeyql.toml`](configuration.md), a finding silenced by `allow NAME "reason"`.'
    plugins = Plugins.discover()
    for title, found in (
        ("The language", core_rules()),
        *((f"The pass `{offered.item.name}`", offered.item.rules) for offered in plugins.passes),
        *((f"The command `{offered.item.name}`", offered.item.rules) for offered in plugins.commands),
    ):
        if not found:
            continue
        yield ""
        yield f"## {title}"
        for rule in sorted(found, key=lambda rule: rule.code):
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield ""
    yield f"### `{rule.name}`"
    yield ""
    yield f"{rule.code}, {rule.severity.word}. {rule.summary} {rule.reason}"
    if rule.unshown:
        yield from ("", f"No map alone shows it. {rule.unshown}")
    for title, text in rule.examples:
        yield from ("", f"{title}:", "", f"````{rule.notation}", *visible(text).rstrip("\n").split("\n"), "````")


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
