"""Every rule of the project has a case that breaks it and a case that keeps it, and this file makes sure of it."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import attrs
import pytest

import journeyql_evidence
import journeyql_experience
import journeyql_flow
import journeyql_governance
import journeyql_graphviz
import journeyql_json
import journeyql_l10n
import journeyql_markdown
import journeyql_priorities
from journeyql.engine.inputs import Input
from journeyql.facts import FactKey
from journeyql.fmt.format import Style, formatted
from journeyql.plugin import Pass, PassContext, Rule, Severity, hookimpl
from journeyql.plugin.manager import TRANSLATIONS
from journeyql.source import SourceFile
from journeyql.testing import check, expect, render
from journeyql.testing.checking import Setup
from journeyql_graphviz.rules import NOTHING_TO_DRAW
from journeyql_l10n import rules as l10n

PLUGINS = (
    journeyql_evidence,
    journeyql_experience,
    journeyql_flow,
    journeyql_governance,
    journeyql_graphviz,
    journeyql_json,
    journeyql_l10n,
    journeyql_markdown,
    journeyql_priorities,
)
ANALYSES = {
    "EVI": journeyql_evidence,
    "MET": journeyql_evidence,
    "EXP": journeyql_experience,
    "FLO": journeyql_flow,
    "GOV": journeyql_governance,
    "PRI": journeyql_priorities,
}
SETUP = Setup.of(plugins=PLUGINS)
RULES = tuple(offer.item for offer in SETUP.session.book.rules)
MAP = 'journey j "Repair"\n  stage report "Report" emotion=2\n'


# ---- rules that a map shows


def elsewhere() -> set[str]:
    """The rules that renderers, commands and translation sources report, not `check`."""
    plugins = SETUP.session.plugins
    offers = (*plugins.renderers, *plugins.commands, *plugins.offers(TRANSLATIONS))
    return {rule.name for offer in offers for rule in offer.item.rules}


SHOWN = [rule for rule in RULES if not rule.unshown and rule.name not in elsewhere()]


@pytest.mark.parametrize("rule", SHOWN, ids=[rule.name for rule in SHOWN])
def test_the_examples_of_a_rule(rule: Rule) -> None:
    plugins = [ANALYSES[rule.code[:3]]] if rule.code[:3] in ANALYSES else []
    expect(rule, plugins=plugins).examples()
    text = rule.wrong.replace("wrong.journey", "map.journey")
    (finding,) = check(text, plugins=plugins, rule_set=rule.since.word).of(rule)
    assert finding.span is not None


def test_names_and_codes_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.code for rule in RULES}) == len(RULES)


# ---- rules that take more than a map


@attrs.frozen
class Bench:
    """A folder with a map, and what may be changed for one test."""

    folder: Path
    patch: pytest.MonkeyPatch

    def file(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def run(self, *words: str) -> set[str]:
        """The rules that the command line reports of the map."""
        call = [sys.executable, "-m", "journeyql", *words, "--format", "json"]
        done = subprocess.run(call, cwd=self.folder, capture_output=True, text=True, check=False)
        return {item["rule"] for item in json.loads(done.stdout or done.stderr)["diagnostics"]}

    def break_(self, name: str) -> None:
        """Let a function of the project fail."""
        module, _, attribute = name.rpartition(".")
        self.patch.setattr(importlib.import_module(module), attribute, lambda *_, **__: 1 / 0)


Both = tuple[set[str], set[str]]
SCENARIOS: dict[str, Callable[[Bench], Both]] = {}


def shows(rule: str) -> Callable[[Callable[[Bench], Both]], Callable[[Bench], Both]]:
    """Keep a scenario of a rule: the rules that are reported when it is broken, and when it is kept."""
    return lambda scenario: SCENARIOS.setdefault(rule, scenario)


FOUND = Rule(name="found", code="ACME001", summary="s", severity=Severity.HINT, reason="r", unshown="It takes this.")
NOTHING: FactKey[int] = FactKey("acme.nothing")


def acme(work: Callable[[PassContext], object] = lambda _: (), **more: object) -> list[object]:
    """A plugin with one pass."""
    module = types.ModuleType("acme")
    offer = Pass(**{"name": "acme", "summary": "s", "work": work, "rules": (FOUND,), **more})
    module.journeyql_passes = hookimpl(specname="journeyql_passes")(lambda: [offer])
    return [module]


def reported(text: str = MAP, **settings: object) -> set[str]:
    return set(check(text, **settings).names)


@shows("plugin-failed")
def _(_: Bench) -> Both:
    return reported(plugins=acme(lambda _: 1 / 0)), reported(plugins=acme())


@shows("plugin-not-loaded")
def _(_: Bench) -> Both:
    return reported(plugins=[object()]), reported(plugins=acme())


@shows("pass-skipped")
def _(_: Bench) -> Both:
    return reported(plugins=acme(requires=(NOTHING,))), reported(plugins=acme())


@shows("too-many-views")
def _(_: Bench) -> Both:
    def markets(count: int) -> str:
        names = [f"m{number}" for number in range(count)]
        emotions = "".join(f"    emotion[{name}]: 3\n" for name in names)
        return MAP + emotions + "".join(f'market {name} "{name}"\n' for name in names)

    return reported(markets(200), plugins=acme()), reported(markets(199), plugins=acme())


@shows("too-many-findings")
def _(_: Bench) -> Both:
    def finding(count: int) -> Callable[[PassContext], object]:
        return lambda context: (FOUND.at(context.view.journeys[0].span, f"{number}") for number in range(count))

    return reported(plugins=acme(finding(1000))), reported(plugins=acme(finding(999)))


@shows("unreadable-input")
def _(bench: Bench) -> Both:
    return bench.run("check", "nothing.journey"), bench.run("check", "map.journey")


@shows("not-written")
def _(bench: Bench) -> Both:
    into = ("compile", "map.journey", "-t", "json", "-o")
    return bench.run(*into, "map.journey/"), bench.run(*into, "out/")


@shows("unknown-context")
def _(_: Bench) -> Both:
    return reported(persona="nobody"), reported(MAP + 'persona mei "Mei"\n', persona="mei")


@shows("same-everywhere")
def _(bench: Bench) -> Both:
    same = bench.run("check", "map.journey", "--market", "DE")
    bench.file("map.journey", f"{MAP}    emotion[DE]: 3\n")
    return same, bench.run("check", "map.journey", "--market", "DE")


@shows("no-words-in-language")
def _(bench: Bench) -> Both:
    into = ("compile", "map.journey", "-o", "out/", "--locale")
    return bench.run(*into, "fr"), bench.run(*into, "de")


FIXING = """
from journeyql.plugin import *
R = Rule(name="acme", code="ACME001", summary="s", severity=Severity.HINT, reason="r", unshown="It takes this plugin.")
def work(context):
    view = context.view
    for journey in view.journeys:
        span = view.cell(journey.title).span
        if view.title(journey) == "Repair":
            yield R.at(span, "m", fixes=[Fix("mend", (Edit(span, {text!r}),))])
@hookimpl
def journeyql_passes():
    yield Pass(name="acme", summary="s", work=work, rules=(R,))
"""


@shows("fix-refused")
def _(bench: Bench) -> Both:
    def mending(text: str) -> set[str]:
        bench.file("acme_fixing.py", FIXING.format(text=text))
        bench.file("map.journey", MAP)
        return bench.run("check", "--fix", "map.journey")

    (bench.folder / "acme-1.0.dist-info").mkdir()
    bench.file("acme-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    bench.file("acme-1.0.dist-info/entry_points.txt", "[journeyql]\nacme = acme_fixing\n")
    bench.patch.setenv("PYTHONPATH", str(bench.folder))
    bench.patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return mending('"never closed'), mending('"Mended"')


@shows("unusable-baseline")
def _(bench: Bench) -> Both:
    bench.run("check", "map.journey", "--write-baseline", "known.json")
    given = ("check", "map.journey", "--baseline")
    return bench.run(*given, bench.file("other.json", "[]")), bench.run(*given, "known.json")


@shows("stale-baseline")
def _(bench: Bench) -> Both:
    bench.file("map.journey", f"{MAP}    emotoin: 2\n")
    bench.run("check", "map.journey", "--write-baseline", "known.json")
    given = ("check", "map.journey", "--baseline", "known.json")
    kept = bench.run(*given)
    bench.file("map.journey", MAP)
    return bench.run(*given), kept


@shows("unclear-keyword")
def _(_: Bench) -> Both:
    def told(text: str) -> set[str]:
        source = SourceFile("map.journey", f"# language: zh\n{text}")
        return {error.rule.name for error in formatted(source, SETUP.table, Style(keywords="en")).errors}

    return told("使用 base `base.journey`\n扩展 base.j\n  目标: 3\n"), told('旅程 j "A"\n  目标: "B"\n')


@shows("internal-error")
def _(bench: Bench) -> Both:
    session = attrs.evolve(Setup.of().session, reraise=False)
    item = Input("map.journey", bench.folder / "map.journey", PurePosixPath("map.journey"))
    sound = {finding.rule.name for finding in session.check(item).diagnostics}
    bench.break_("journeyql.engine.session.resolve")
    return {finding.rule.name for finding in session.check(item).diagnostics}, sound


def drawn(text: str, **options: object) -> set[str]:
    result = render("flow", text, plugins=[journeyql_graphviz], renderer_options=options)
    return {finding.rule.name for finding in result.diagnostics}


@shows("graph-engine-failed")
def _(bench: Bench) -> Both:
    sound = drawn(MAP)
    bench.patch.setenv("PATH", str(bench.folder))
    return drawn(MAP, engine="dot"), sound


@shows("graph-too-large")
def _(_: Bench) -> Both:
    return drawn(MAP + "".join(f'    touchpoint "{number}"\n' for number in range(1001))), drawn(MAP)


@shows("graph-empty")
def _(_: Bench) -> Both:
    return drawn(NOTHING_TO_DRAW.wrong), drawn(NOTHING_TO_DRAW.right)


@pytest.mark.parametrize("rule", SCENARIOS)
def test_what_breaks_a_rule_and_what_keeps_it(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(tmp_path, monkeypatch)
    bench.file("map.journey", MAP)
    broken, kept = SCENARIOS[rule](bench)
    assert rule in broken
    assert rule not in kept


#: Rules about catalogues have their cases in `l10n_plugin/test_rules.py`, which takes them all.
CATALOGUES = {rule.name for rule in l10n.RULES}


def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it() -> None:
    shown = {rule.name for rule in SHOWN}
    assert {rule.name for rule in RULES} == shown | SCENARIOS.keys() | CATALOGUES
    assert shown.isdisjoint(SCENARIOS)
