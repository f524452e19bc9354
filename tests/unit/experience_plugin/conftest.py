"""Runs the analysis of experience on a text, without the engine."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import attrs
import pytest
from resolving import clean

from journeyql.diagnostics import Diagnostic
from journeyql.facts import Facts
from journeyql.model import Context
from journeyql.plugin import PassContext
from journeyql_experience.analysis import analyse
from journeyql_experience.options import Options


@attrs.frozen
class Analysed:
    facts: Facts
    findings: tuple[Diagnostic, ...]

    @property
    def names(self) -> list[str]:
        return [found.rule.name for found in self.findings]


@pytest.fixture
def analysed() -> Callable[..., Analysed]:
    def run(text: str, *, context: Context | None = None, options: Options | None = None) -> Analysed:
        view = clean(text).model.view(context)
        facts: dict = {}
        store = facts.__setitem__
        given = PassContext(
            view=view, today=datetime.date(2026, 11, 22), facts=Facts(), options=options or Options(), store=store
        )
        findings = tuple(analyse(given))
        return Analysed(Facts(facts), findings)

    return run
