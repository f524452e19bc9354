"""The map for renderers uses every word there is, those of plugins included; drawn maps are valid."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import kit_acme
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.vendor import pretty
from kit_acme.kinds import Ritual, Senses

from journeyql.ast import Literal, Text
from journeyql.diagnostics import Severity
from journeyql.engine.rules import UNUSABLE_PICTURE
from journeyql.model import Model, PropertySpec, View, properties_of
from journeyql.model.kinds import CORE
from journeyql.source import SourceFile
from journeyql.syntax import parse
from journeyql.testing import Result, check, strategies
from journeyql.testing.checking import Setup
from journeyql.testing.hostile import NAMES, WORDS
from journeyql.testing.maps import spelling
from journeyql.testing.maps.tour import tour

SETUP = Setup.of(plugins=[kit_acme])
PLAIN = [f"words {number}" for number in range(50)]
#: What the plugin finds; and a text in memory has no pictures beside it.
EXPECTED = (*kit_acme.RULES, UNUSABLE_PICTURE)


def said(model: Model) -> Iterator[tuple[str, PropertySpec, tuple]]:
    """Each property of each element, with its cells."""
    for element in model.elements.values():
        for spec in SETUP.table.properties(element.entry).values():
            holder = model.view().facet(element, spec.facet) if spec.facet else element
            yield element.entry.name, spec, getattr(holder, spec.field).cells


def test_every_kind_stands_in_every_place() -> None:
    model = check(tour(SETUP.table, PLAIN), plugins=[kit_acme]).model
    found = set()
    for path, element in model.elements.items():
        parent = model.elements.get(model.parents[path])
        found.add((element.entry.name, parent.entry.name if parent else "file"))
    every = {(kind.name, place) for kind in SETUP.table.kinds.values() for place in kind.inside}
    assert found == every
    assert {("ritual", "touchpoint"), ("ritual", "stage")} <= every


def test_every_property_and_option_is_said() -> None:
    model = check(tour(SETUP.table, PLAIN), plugins=[kit_acme]).model
    properties, options = set(), set()
    for kind, spec, cells in said(model):
        properties |= {(kind, spec.name)} if cells else set()
        for cell in cells:
            for name, option in properties_of(type(cell.options)).items() if cell.options is not None else ():
                options |= {(type(cell.options), name)} if getattr(cell.options, option.field).cells else set()
    kinds = SETUP.table.kinds.values()
    every = [(kind.name, spec) for kind in kinds for spec in SETUP.table.properties(kind).values()]
    # `after` has a meaning inside of `extend` alone.
    assert properties == {(kind, spec.name) for kind, spec in every if spec.name != "after"}
    assert options == {
        (spec.options, name) for _, spec in every if spec.options for name in properties_of(spec.options)
    }
    assert {("touchpoint", "smells"), ("ritual", "comfort")} <= properties
    assert len(model.arrows) >= 3


@pytest.mark.parametrize("names", [(), NAMES], ids=["plain", "hostile"])
@pytest.mark.parametrize("words", [PLAIN, WORDS], ids=["plain", "hostile"])
def test_it_is_free_of_mistakes(words: list[str], names: tuple[str, ...]) -> None:
    assert check(tour(SETUP.table, words, names), plugins=[kit_acme]).of("wrong-value") == ()
    found = check(tour(SETUP.table, words, names), plugins=[kit_acme])
    assert [item.message for item in found.diagnostics if item.rule not in EXPECTED] == []


def test_words_are_those_that_are_given() -> None:
    shown = set()
    for turn in range(0, 60, 20):
        model = check(tour(SETUP.table, (*WORDS[turn:], *WORDS[:turn])), plugins=[kit_acme]).model
        shown |= {value for _, _, cells in said(model) for cell in cells if isinstance(value := cell.value, str)}
    assert [words for words in WORDS if words.replace("\0", "") not in shown] == []


def test_it_is_always_the_same() -> None:
    assert tour(SETUP.table, PLAIN) == tour(Setup.of(plugins=[kit_acme]).table, iter(PLAIN))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_text_says_what_it_was_made_of(words: str) -> None:
    parsed = parse(SourceFile("a", f"note: {spelling.text(words)}"))
    assert parsed.diagnostics == ()
    assert parsed.document.body[0].values == (Text(words),)


@given(st.text())
def test_anything_can_be_made_a_literal(words: str) -> None:
    parsed = parse(SourceFile("a", f"link: {spelling.literal(words)}"))
    assert parsed.diagnostics == ()
    assert isinstance(parsed.document.body[0].values[0], Literal)


# ---- strategies

DRAWING = settings(deadline=None, derandomize=True, phases=[Phase.generate], database=None)


def drawn(strategy: st.SearchStrategy, count: int) -> list:
    """Examples of a strategy, always the same."""
    found: list = []

    @settings(DRAWING, max_examples=count)
    @given(strategy)
    def keep(example: object) -> None:
        found.append(example)

    keep()
    return found


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [check(text, plugins=[kit_acme]) for text in drawn(strategies.journeys([kit_acme]), 300)]


def test_drawn_maps_are_valid(results: list[Result]) -> None:
    for found in results:
        wrong = [item for item in found.diagnostics if item.severity >= Severity.WARNING]
        assert [item for item in wrong if item.rule not in EXPECTED] == [], str(found)
        assert found.model.journeys


def test_any_kind_may_come(results: list[Result]) -> None:
    found = {element.entry.name for result in results for element in result.model.elements.values()}
    assert found == {kind.__journeyql__.name for kind in (*CORE, Ritual)}


@pytest.mark.parametrize("words", ["smells: ", "[winter]", "[future]", "lane-", "-> ", "note=", "__proto__", "触点"])
def test_any_form_may_come(words: str, results: list[Result]) -> None:
    assert any(words in result.source.text for result in results)


def test_without_plugins_there_are_no_words_of_theirs() -> None:
    for text in drawn(strategies.journeys(), 30):
        found = {item.rule for item in check(text).diagnostics if item.severity >= Severity.WARNING}
        assert found <= {UNUSABLE_PICTURE}


def test_views_are_from_all_sides() -> None:
    views = drawn(strategies.views([kit_acme]), 100)
    assert all(isinstance(view, View) and view.graph is not None for view in views)
    for name in ("persona", "market", "language", "state", "season"):
        assert len({view.context.value(name) for view in views}) > 1


def test_an_example_is_shown_by_its_text() -> None:
    view = check('journey "A"\n', persona="").view.narrowed(market="DE")
    assert pretty.pretty(view) == 'a view for DE of\njourney "A"\n'


@given(strategies.texts())
def test_texts_can_stand_in_a_map(words: str) -> None:
    result = check(f'journey "A" scenario={spelling.text(words)}\n')
    assert result.names == ()
    assert result.view[result.view.journeys[0].scenario] == words.replace("\0", "")


def test_without_hypothesis_it_is_said_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\nimport journeyql.testing\nimport journeyql.testing.strategies"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith('needs Hypothesis: pip install "journeyql[testing]"')


def test_importing_the_kit_loads_neither_hypothesis_nor_pytest() -> None:
    code = "import sys, journeyql.testing; print([name for name in ('hypothesis', 'pytest') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_facet_of_the_sample_is_read() -> None:
    result = check('journey "A"\n  stage "B"\n    touchpoint "C" smells="Coffee"\n', plugins=[kit_acme])
    touchpoint = result.view.steps(result.view.journeys[0])[0]
    assert result.view[result.view.facet(touchpoint, Senses).smells] == "Coffee"
