"""docs/concepts.md keeps its word: every concept has a home, and the reference map uses what the page names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import pytest

from journeyql import ast
from journeyql.model import kinds
from journeyql.model.context import STATES
from journeyql.model.element import Element, Measure
from journeyql.model.flow import FlowTerms
from journeyql.model.kinds import CORE, Lane, Touchpoint
from journeyql.model.resolve import Resolution, Unit, WordTable, resolve
from journeyql.model.vocabulary import kind_of, properties_of
from journeyql.plugin import reserved
from journeyql.plugin.manager import Plugins
from journeyql.source import SourceFile
from journeyql.syntax import parse

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "concepts.md"
REFERENCE = ROOT / "examples" / "reference.journey"
CONCEPTS = range(1, 119)
PACKS = {
    "diff",
    "experience analysis",
    "import",
    "l10n",
    "lsp",
    "map",
    "measure",
    "privacy",
    "report",
    "serve",
}
DIRECTIVES = {"use", "extend", "omit", "allow"}
#: Options that may follow every value.
ANYWHERE = {"from", "because", "note"}

SPECS = {kind_of(cls).name: kind_of(cls) for cls in CORE}
OPTIONS = {
    cls.__name__: cls
    for cls in (Measure, FlowTerms, *(getattr(kinds, name) for name in kinds.__all__ if name != "CORE"))
    if not issubclass(cls, Element)
}


# ---- The page


def rows() -> list[tuple[str, str, tuple[str, ...]]]:
    lines = re.findall(r"^\| (S\d+) \| (.+?) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [(number, concept, tuple(re.findall(r"`([^`]+)`", homes))) for number, concept, homes in lines]


def claims(prefix: str) -> list[str]:
    return sorted({home.removeprefix(prefix) for _, _, homes in rows() for home in homes if home.startswith(prefix)})


def fields() -> list[str]:
    return sorted({home for _, _, homes in rows() for home in homes if re.match(r"[A-Z]", home)})


def test_each_concept_has_one_row() -> None:
    assert [number for number, _, _ in rows()] == [f"S{number}" for number in CONCEPTS]


def test_each_concept_is_told_in_words_of_its_own() -> None:
    concepts = [concept for _, concept, _ in rows()]
    assert len(set(concepts)) == len(concepts)


def test_each_concept_has_a_home_that_is_there() -> None:
    assert [number for number, _, homes in rows() if all(home.startswith("later: ") for home in homes)] == []


def test_every_home_is_of_a_known_sort() -> None:
    known = re.compile(r"[A-Z]\w+\.[\w-]+(=[\w-]+)?|(kind|syntax|rule|renderer|command|file):\S+|later: .+")
    assert [home for _, _, homes in rows() for home in homes if not known.fullmatch(home)] == []


def test_what_comes_later_comes_in_a_planned_pack() -> None:
    assert set(claims("later: ")) <= PACKS


@pytest.mark.parametrize("path", claims("file:"))
def test_a_file_that_the_page_names_exists(path: str) -> None:
    assert (ROOT / path).is_file()


# ---- What is registered


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    found = Plugins.discover()
    if not found.loaded:
        pytest.skip("journeyql is not installed, so its plugins cannot be found: pip install -e .")
    return found


def test_the_page_names_rules_that_are_registered(plugins: Plugins) -> None:
    registered = {rule.name for offered in plugins.passes for rule in offered.item.rules}
    assert set(claims("rule:")) <= registered


def test_the_page_names_renderers_that_are_registered(plugins: Plugins) -> None:
    assert set(claims("renderer:")) <= {offered.item.name for offered in plugins.renderers}


def test_the_page_names_commands_that_exist() -> None:
    assert set(claims("command:")) <= reserved.COMMANDS


# ---- The reference map


@attrs.frozen
class Usage:
    """What a file says: kinds, properties and words of kinds, options, forms of lines, evidence cited."""

    kinds: set[str] = attrs.field(factory=set)
    properties: set[tuple[str, str]] = attrs.field(factory=set)
    words: set[tuple[str, str, str]] = attrs.field(factory=set)
    options: set[tuple[str, str]] = attrs.field(factory=set)
    forms: set[str] = attrs.field(factory=set)
    cited: set[str] = attrs.field(factory=set)


def documents(path: Path) -> dict[str, ast.Document]:
    """A file and all that it uses, by path."""
    parsed = parse(SourceFile(path.as_posix(), path.read_text("utf-8")))
    assert parsed.diagnostics == ()
    found = {path.as_posix(): parsed.document}
    for used in uses(parsed.document):
        found.update(documents(path.parent / used))
    return found


def uses(document: ast.Document) -> Iterator[str]:
    for node in document.body:
        if isinstance(node, ast.Element) and node.kind == "use":
            yield from (child.values[0].value for child in node.body if isinstance(child, ast.Property))


def walk(nodes: Iterable[ast.Node], kind: str, known: dict[str, str], usage: Usage) -> None:
    """Note what the nodes inside a kind say; `known` are the kinds of named elements."""
    for node in nodes:
        if isinstance(node, ast.Flow):
            usage.forms.add("flow")
            usage.options.update(("FlowTerms", option.key) for option in node.body if isinstance(option, ast.Property))
            continue
        if node.qualifiers:
            usage.forms.add("state" if set(node.qualifiers) & set(STATES) else "qualifier")
        if isinstance(node, ast.Property):
            walk_property(node, kind, known, usage)
        elif node.kind in DIRECTIVES:
            usage.forms.add(node.kind)
            walk(node.body, known.get((node.name or "").rpartition(".")[2], ""), known, usage)
        else:
            usage.kinds.add(node.kind)
            usage.properties.update([(node.kind, "title")] if node.text else [])
            walk(node.body, node.kind, known, usage)


def walk_property(node: ast.Property, kind: str, known: dict[str, str], usage: Usage) -> None:
    spec = SPECS[kind].properties.get(node.key) if kind else None
    if node.key in SPECS and spec is None:
        usage.kinds.add(node.key)
        walk(node.body, node.key, known, usage)
    elif spec is not None:
        usage.properties.add((kind, node.key))
        usage.words.update((kind, node.key, value.value) for value in node.values if isinstance(value, ast.Reference))
        usage.cited.update(value.value for value in node.values if node.key == "from")
        usage.forms.update(["translation"] if node.key == "title" and node.qualifiers else [])
        for option in node.body:
            if isinstance(option, ast.Property) and option.key in ANYWHERE:
                usage.forms.update(["citation"] if option.key == "from" else [])
                usage.cited.update(value.value for value in option.values if option.key == "from")
            elif isinstance(option, ast.Property) and spec.options is not None:
                usage.options.add((spec.options.__name__, option.key))


def named(nodes: Iterable[ast.Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.Element) and node.kind not in DIRECTIVES:
            yield node.name or "", node.kind
        yield from named(node.body)


@pytest.fixture(scope="module")
def files() -> dict[str, ast.Document]:
    return documents(REFERENCE)


@pytest.fixture(scope="module")
def usage(files: dict[str, ast.Document]) -> Usage:
    found = Usage()
    known = {name: kind for document in files.values() for name, kind in named(document.body)}
    for document in files.values():
        walk(document.body, "", known, found)
    return found


@pytest.fixture(scope="module")
def resolution(files: dict[str, ast.Document]) -> Resolution:
    def used(path: str) -> dict[str, ast.Document]:
        return {other: files[(Path(path).parent / other).as_posix()] for other in uses(files[path])}

    unit = Unit(root=files[REFERENCE.as_posix()], uses={path: used(path) for path in files})
    return resolve(unit, WordTable.of(CORE))


def declared(cls: type, name: str) -> type:
    """The class that declares a property: a kind, or a base that several kinds share."""
    bases = [base for base in cls.__mro__ if issubclass(base, Element) and name in properties_of(base)]
    return bases[-1]


def test_the_reference_uses_every_kind(usage: Usage) -> None:
    assert set(SPECS) - usage.kinds == set()


def test_the_reference_uses_every_property(usage: Usage) -> None:
    every = {(declared(spec.cls, name).__name__, name) for spec in SPECS.values() for name in spec.properties}
    used = {(declared(SPECS[kind].cls, name).__name__, name) for kind, name in usage.properties}
    assert every - used == set()


def test_the_reference_uses_every_option(usage: Usage) -> None:
    every = {(name, option) for name, cls in OPTIONS.items() for option in properties_of(cls)}
    assert every - usage.options == set()


def test_the_reference_cites_only_what_its_source_states(usage: Usage) -> None:
    assert usage.cited == {"guide"}


def test_the_reference_resolves_without_a_word_of_complaint(resolution: Resolution) -> None:
    assert [f"{item.rule.name}: {item.message}" for item in resolution.diagnostics] == []


def test_the_reference_is_a_real_map(resolution: Resolution) -> None:
    model = resolution.model
    assert len(model.all(Touchpoint)) >= 24
    assert {lane.id for lane in model.all(Lane)} == {"rival", "device"}
    view = model.view()
    assert all(view.has(element) for element in view.graph.nodes)
    assert any(edge.parallel for edge in view.graph.edges)


# ---- What the page says of the reference


@pytest.mark.parametrize("home", fields())
def test_a_field_that_the_page_names_exists_and_is_used(home: str, usage: Usage) -> None:
    holder, _, rest = home.partition(".")
    name, _, word = rest.partition("=")
    if holder in OPTIONS:
        assert name in properties_of(OPTIONS[holder])
        assert (holder, name) in usage.options
        return
    kind = holder.lower()
    assert name in SPECS[kind].properties
    assert (kind, name) in usage.properties
    if word:
        assert word in SPECS[kind].properties[name].value.words
        assert (kind, name, word) in usage.words


@pytest.mark.parametrize("kind", claims("kind:"))
def test_a_kind_that_the_page_names_exists_and_is_used(kind: str, usage: Usage) -> None:
    assert kind in SPECS
    assert kind in usage.kinds


@pytest.mark.parametrize("form", claims("syntax:"))
def test_a_form_that_the_page_names_is_used(form: str, usage: Usage) -> None:
    assert form in usage.forms
