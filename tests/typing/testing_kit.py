"""Tests of a plugin author that must type-check under mypy strict. Never run."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import assert_type

import pytest
from hypothesis import given
from hypothesis.strategies import SearchStrategy

from journeyql.diagnostics import Diagnostic
from journeyql.facts import FactKey
from journeyql.model import Model, Stage, View
from journeyql.plugin import Renderer, RenderResult, Rule, Severity
from journeyql.testing import (
    Case,
    Outcome,
    Problem,
    Report,
    Result,
    RuleCases,
    assert_conforms,
    assert_deterministic,
    assert_escapes,
    assert_renders,
    cases,
    check,
    check_cases,
    conformance,
    expect,
    render,
    strategies,
)

COUNT: FactKey[int] = FactKey("acme.count")


def checks(plugin: ModuleType) -> None:
    """A result is typed through to the values of facts and properties."""
    result = check("journey", plugins=[plugin], options={"acme": {"most": 3}}, today=datetime.date(2026, 1, 1))
    assert_type(result, Result)
    assert_type(result.diagnostics, tuple[Diagnostic, ...])
    assert_type(result.names, tuple[str, ...])
    assert_type(result.model, Model)
    assert_type(result.fact(COUNT), int)
    assert_type(result.facts.get(COUNT), int | None)
    for stage in result.view.of(Stage):
        assert_type(result.view[stage.emotion], float | None)
    check("journey", persona="mei", market="DE", locale="de", state="future", context={"season": "winter"}, files={})


def checks_wrongly() -> None:
    """Settings that there are not, or of another type, are told."""
    check("journey", plugin=[])  # type: ignore[call-arg]
    check("journey", today="2026-01-01")  # type: ignore[arg-type]
    expect("rule").invalid("journey", at=3.5)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", cases(Path("cases")), ids=str)
def test_case(case: Case) -> None:
    """Cases are values."""
    assert_type(case.name, str)
    check_cases(case, plugins=[])
    check_cases(Path("cases"))
    check_cases("journey")


def proves(rule: Rule, plugin: object) -> None:
    """Cases of a rule follow each other."""
    proved = expect(rule, plugins=[plugin]).examples().valid("journey", also=["other"])
    assert_type(proved, RuleCases)
    proved.invalid("a", at="x", message=re.compile("x"), severity=Severity.ERROR, fixed="b")
    proved.invalid("b", at=[(1, "x"), 2, "y"], fixed=["c", "d"], files={"base.journey": "journey"})


def draws(renderer: Renderer, plugin: object) -> None:
    """Renderers are given by name or themselves."""
    assert_type(render(renderer, "journey", renderer_options={"force": True}), RenderResult)
    assert_renders("acme", "journey", Path("map.svg"), plugins=[plugin])
    assert_deterministic("acme", "journey", plugins=[plugin], locale="zh")
    assert_escapes(renderer, rounds=3, media_type="text/html")


def conforms(plugin: ModuleType) -> Iterator[Problem]:
    """A report is data."""
    report = conformance(plugin, beside=[plugin], only=["loads"])
    assert_type(report, Report)
    assert_type(report.of("loads"), Outcome)
    assert_conforms("journeyql_acme")
    yield from report.problems


@given(strategies.journeys(), strategies.views([]), strategies.texts())
def test_strategies(text: str, view: View, words: str) -> None:
    """Strategies are typed."""
    assert_type(strategies.journeys(), SearchStrategy[str])
    assert_type(strategies.views(), SearchStrategy[View])
    assert_type((text, view, words), tuple[str, View, str])
