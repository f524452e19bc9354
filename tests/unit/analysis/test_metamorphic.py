"""Analyses judge what a map means: disguises that say the same change neither findings nor ranks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from disguised import renamed, reordered, rescaled, translated, vocabulary

import journeyql_governance
from journeyql.facts import PAINS, PRIORITIES
from journeyql.testing import Result, check
from journeyql.testing.checking import Setup

EXAMPLES = Path(__file__).parents[3] / "examples"
#: The examples that need no other file and have one journey with the usual scale.
MAPS = ("car-insurance", "coffee", "employee-benefits", "property-repair", "rail-europe", "repair", "shop-eu")
#: The packs of analyses, each by the letters of its codes.
PACKS = {"EXP", "EVI", "MET", "FLO", "GOV", "PRI"}
NAMES = ("experience", "evidence", "flow", "governance", "priorities", "privacy")
PLUGINS = [import_module(f"journeyql_{name}") for name in NAMES]
#: Rules about wording: they read texts, so another language is another matter.
ABOUT_WORDING = {
    rule.name for one in journeyql_governance.journeyql_passes() if one.name == "wording" for rule in one.rules
}


def checked(text: str) -> Result:
    return check(text, plugins=PLUGINS, rule_set="strict")


@cache
def plain(name: str) -> tuple[str, Result]:
    text = (EXAMPLES / f"{name}.journey").read_text("utf-8")
    return text, checked(text)


def findings(result: Result, place: Callable[[object], object]) -> Counter[tuple[object, ...]]:
    ours = (one for one in result.diagnostics if one.rule.code[:3] in PACKS and one.rule.name not in ABOUT_WORDING)
    return Counter((one.rule.name, one.severity, place(one)) for one in ours)


def path_of(one: object) -> object:
    return getattr(one, "element", "")


def words_of(one: object) -> object:
    """The lines that a finding names, whichever of them it begins with."""
    spans = [getattr(one, "span", None), *(other.span for other in getattr(one, "related", ()))]
    return tuple(sorted(span.source.text.split("\n")[span.line - 1] for span in spans if span is not None))


def line_of(one: object) -> object:
    span = getattr(one, "span", None)
    return None if span is None else span.line


def ranks(result: Result, place: Callable[[object], object]) -> list[tuple[object, ...]]:
    pains = [(one.rank, one.score, place(one.pain or one.place)) for one in result.fact(PAINS)]
    measures = [(one.rank, place(one.measure)) for one in result.facts.get(PRIORITIES) or ()]
    return [*pains, *measures]


def element_path(element: object) -> object:
    return getattr(element, "path", "")


@pytest.mark.parametrize("name", MAPS)
def test_other_names(name: str) -> None:
    text, before = plain(name)
    known = vocabulary(Setup.of(plugins=PLUGINS).table.kinds.values())
    disguised, names = renamed(text, known)
    after = checked(disguised)
    assert findings(after, line_of) == findings(before, line_of)

    def called(element: object) -> object:
        return ".".join(names.get(part, part) for part in str(element_path(element)).split("."))

    assert ranks(after, element_path) == ranks(before, called)


@pytest.mark.parametrize("name", MAPS)
def test_other_words(name: str) -> None:
    text, before = plain(name)
    after = checked(translated(text))
    assert findings(after, line_of) == findings(before, line_of)
    assert ranks(after, line_of) == ranks(before, line_of)


@pytest.mark.parametrize("name", MAPS)
def test_another_order(name: str) -> None:
    text, before = plain(name)
    after = checked(reordered(text))
    assert findings(after, words_of) == findings(before, words_of)
    assert ranks(after, element_path) == ranks(before, element_path)


@pytest.mark.parametrize("name", MAPS)
def test_another_scale(name: str) -> None:
    text, before = plain(name)
    after = checked(rescaled(text))
    assert findings(after, path_of) == findings(before, path_of)
    assert ranks(after, element_path) == ranks(before, element_path)


def language(result: Result) -> list[str]:
    return [one.rule.name for one in result.diagnostics if one.rule.code.startswith("JQL")]


@pytest.mark.parametrize("disguise", [translated, reordered, rescaled], ids=lambda one: one.__name__)
def test_a_disguise_changes_the_map(disguise: Callable[[str], str]) -> None:
    text, before = plain("property-repair")
    assert disguise(text) != text
    after = checked(disguise(text))
    assert len(after.model.elements) == len(before.model.elements)
    assert Counter(language(after)) == Counter(language(before))
