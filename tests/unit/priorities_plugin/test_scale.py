"""Large maps: no exception, and the work grows with the map, counted in calls of functions."""

from __future__ import annotations

import sys
import types

import attrs
import pytest

import journeyql_priorities
from journeyql.facts import PRIORITIES, ROADMAP
from journeyql.plugin import hookimpl
from journeyql.testing import check
from journeyql_priorities.analysis import analyse

PLUGINS = [journeyql_priorities]


def chain(count: int) -> str:
    lines = (f'      action a{i} "A" impact=4 effort=1 depends=a{i - 1 if i else count}\n' for i in range(count))
    return f'journey "J"\n  stage "S"\n    pain "P"\n{"".join(lines)}      action a{count} "Z" horizon=long\n'


def crowd(count: int) -> str:
    lines = (
        f'      need n{i} "N" importance=9 satisfaction=1 unmet=yes\n      pain p{i} "P" severity=high\n'
        f'        cause "C"\n      action b{i} "B" addresses=p{i}\n      experiment "E" status=planned\n'
        for i in range(count)
    )
    return f'journey "J"\n  stage "S"\n    touchpoint "T"\n{"".join(lines)}'


def fan(count: int) -> str:
    names = ", ".join(f"a{i}" for i in range(count))
    lines = "".join(f'    action a{i} "A" impact=4 effort=4\n' for i in range(count))
    return f'journey "J"\n  stage "S"\n{lines}    action z "Z" depends={names} impact=5 effort=1\n'


def calls(text: str) -> int:
    """How many functions of the plugin and of the model are called in the analysis of a text."""
    count = 0

    def counting(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    def counted(context: object) -> object:
        sys.setprofile(counting)
        try:
            return list(analyse(context))
        finally:
            sys.setprofile(None)

    sorting, offer = journeyql_priorities.journeyql_passes()
    module = types.ModuleType("counted")
    offers = [sorting, attrs.evolve(offer, work=counted)]
    module.journeyql_passes = hookimpl(specname="journeyql_passes")(lambda: offers)
    check(text, plugins=[module])
    return count


@pytest.mark.parametrize("made", [chain, crowd, fan])
def test_twice_the_map_is_twice_the_work(made) -> None:
    small, large = calls(made(150)), calls(made(300))
    assert small > 1000
    assert large < 2.2 * small


def test_a_long_chain_needs_no_recursion() -> None:
    result = check(chain(3000), plugins=PLUGINS)
    phases = result.fact(ROADMAP)
    assert len(phases) == 3001
    assert len(result.fact(PRIORITIES)) == 3001
