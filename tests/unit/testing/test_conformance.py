"""Conformance looks at a plugin from all sides; for each side there is a plugin that fails on it."""

from __future__ import annotations

import importlib
import re
import shutil
import types
from collections.abc import Callable
from pathlib import Path

import attrs
import kit_acme
import pytest

import journeyql_experience
import journeyql_flow
import journeyql_graphviz
import journeyql_json
import journeyql_l10n
import journeyql_markdown
from journeyql.diagnostics import Rule, Severity
from journeyql.facts import PAINS
from journeyql.plugin import (
    Command,
    LabelSet,
    NamedTheme,
    OutputFile,
    Pass,
    Renderer,
    RenderResult,
    Reporter,
    RuleSet,
    hookimpl,
)
from journeyql.testing import assert_conforms, conformance
from journeyql.testing.conformance import CHECKS

SAMPLE = Path(kit_acme.__file__).parent
NAMES = [name for name, _, _ in CHECKS]


@pytest.mark.parametrize(
    "plugin",
    [
        kit_acme,
        journeyql_experience,
        journeyql_flow,
        journeyql_graphviz,
        journeyql_json,
        journeyql_l10n,
        journeyql_markdown,
    ],
    ids=lambda plugin: plugin.__name__,
)
def test_our_own_plugins_conform(plugin: types.ModuleType) -> None:
    report = conformance(plugin)
    assert report.ok, str(report)
    assert [outcome.name for outcome in report.outcomes] == NAMES


IMPORTS = "import attrs, os, random\nfrom journeyql.facts import FactKey\n"
FUTURE = "from __future__ import annotations\n"


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], types.ModuleType]:
    """The sample under a name of its own, with some words in a file replaced; `{name}` is that name."""

    def make(file: str, old: str, new: str) -> types.ModuleType:
        name = re.sub(r"\W", "_", f"acme_{tmp_path.name}")
        folder = tmp_path / name
        shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("__pycache__"))
        for path in folder.glob("*.py"):
            path.write_text(path.read_text().replace("kit_acme", "{name}"))
        path = folder / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1).replace(FUTURE, FUTURE + IMPORTS, 1))
        for path in folder.glob("*.py"):
            path.write_text(path.read_text().replace("{name}", name))
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.chdir(tmp_path)  # and back
        monkeypatch.setenv("ACME", "0")
        return importlib.import_module(name)

    return make


DOC = f'"""{kit_acme.__doc__}"""'
RUN = "    view, options = context.view, context.options\n"
DRAW = "    titles = ["
#: What is changed in the sample, the check that must tell it, and how.
BROKEN = {
    "a summary of two lines": (
        "__init__.py",
        "The titles as an SVG list.",
        "a\\nb",
        "loads",
        "must be one line of text",
    ),
    "a kind of the core": ("kinds.py", '@kind("ritual"', '@kind("pain"', "loads", "belongs to JourneyQL itself"),
    "work that is not there": (
        "__init__.py",
        "{name}.draw:render",
        "{name}.draw:nothing",
        "addresses",
        "`work` names",
    ),
    "a dimension that is not there": ("__init__.py", "kinds:seasons", "kinds:nothing", "addresses", "`values` names"),
    "no docstring": ("__init__.py", DOC, '""""""', "described", "has no docstring"),
    "a summary that is no sentence": (
        *("__init__.py", "The titles as an SVG list.", "titles as SVG", "described"),
        "the summary of renderer `acme` is no sentence: 'titles as SVG'",
    ),
    "a long summary": ("__init__.py", "The titles", f"The {'long ' * 30}titles", "described", "120 are the most"),
    "a rule without a sentence": (
        "rules.py",
        "Capitals are hard to read.",
        "hard",
        "described",
        "the reason of the rule",
    ),
    "an option nobody describes": (
        *("options.py", "`word` the kind", "a word the kind", "described"),
        "the option `word` is not described in the docstring of Options",
    ),
    "a kind nobody describes": (
        *("kinds.py", "Something customers do the same way each time.\n", "\n", "described"),
        "the kind `ritual` has no docstring",
    ),
    "a property nobody describes": (
        "kinds.py",
        '"What is heard."',
        '"x"',
        "described",
        "the property `sounds` of the facet",
    ),
    "an option of another type": (
        *("options.py", "shortest: int = 3", "shortest: int = 'x'", "options"),
        "the option `shortest` cannot be set to its own default",
    ),
    "an option of any type": ("options.py", "word: str", "word: object", "options", "the option `word` takes anything"),
    "an option nobody can write": (
        *("options.py", 'word: str = ""', "word: object = attrs.field(factory=object)", "options"),
        "the option `word` holds object, which no configuration can say",
    ),
    "an option that changes": (
        *(
            "options.py",
            'word: str = ""',
            'word: str = attrs.field(default="a", converter=lambda w: w + "!")',
            "options",
        ),
        "set to its own default, becomes",
    ),
    "an example that shows nothing": ("rules.py", '"QUEUES"', '"Queues"', "rules", "`loud-title` does not report it"),
    "a right example with a slip": (
        *(
            "rules.py",
            'right=\'journey "Coffee"\\n  "Queues" emotion=2',
            'right=\'journey "C"\\n  "Q" emotoin=2',
            "rules",
        ),
        "is not free of findings: unknown-property",
    ),
    "a kind without an example": (
        "kinds.py",
        "    Example:\n",
        "    Instance:\n",
        "kinds",
        "the kind `ritual` has no example",
    ),
    "an example of a kind with a slip": (
        "kinds.py",
        "comfort=4",
        "comfrot=4",
        "kinds",
        "has a mistake: a ritual has no",
    ),
    "an example of another kind": (
        "kinds.py",
        'ritual "Looks at the cakes" comfort=4',
        'pain "Looks"',
        "kinds",
        "does not use it",
    ),
    "a private module": (
        *("work.py", "from journeyql.model import Element", "from journeyql.engine.session import Session", "public"),
        "`journeyql.engine.session` is private",
    ),
    "a private name": (
        "work.py",
        "import Element",
        "import Element, _kinds",
        "public",
        "`_kinds` of `journeyql.model`",
    ),
    "a private module as a name": (
        *("work.py", "from journeyql.model import Element", "from journeyql import engine", "public"),
        "`engine` of `journeyql` is private",
    ),
    "a private module by its address": (
        *("__init__.py", "{name}.draw:render", "journeyql.engine.session:Session", "public"),
        "`journeyql.engine.session` is private",
    ),
    "the inside of another plugin": (
        *("work.py", "from journeyql.model import Element", "from journeyql_experience.pains import ranked", "public"),
        "only `journeyql_experience.api` is public",
    ),
    "work that is imported": (
        *("__init__.py", "from {name}.options", "import {name}.work\nfrom {name}.options", "light"),
        "loads `journeyql.model`",
    ),
    "the grammar": (
        "__init__.py",
        "from {name}.options",
        "import lark\nfrom {name}.options",
        "light",
        "loads `lark`",
    ),
    "an undeclared rule": (
        *("work.py", "COLD.at(", "attrs.evolve(COLD, name='other', code='ACME003').at(", "passes"),
        "reports the rule `other`, which it does not declare",
    ),
    "a pass that fails on odd maps": (
        *("work.py", RUN, f"{RUN}    view.journeys[0].title\n", "passes"),
        "on a map with empty: pass `acme`",
    ),
    "a placeholder": (
        "work.py",
        "f'write \"{calm}\"'",
        "'write {calm}'",
        "passes",
        "a placeholder that is not filled in",
    ),
    "a fact never provided": (
        *("__init__.py", "rules=RULES,", "rules=RULES, provides=(FactKey('acme.x'),),", "passes"),
        "the fact `acme.x` is declared and never provided",
    ),
    "a renderer that fails on odd maps": (
        *("draw.py", DRAW, f"    context.view.journeys[0].title\n{DRAW}", "draws"),
        "on a map with empty: renderer `acme`",
    ),
    "a pass that writes": (
        *("work.py", RUN, f"{RUN}    object.__setattr__(view.of(Element)[0], 'id', 'other')\n", "reads"),
        "pass `acme` changes the element",
    ),
    "a pass that reorders": (
        *("work.py", RUN, f"{RUN}    view.model.children.pop('')\n", "reads"),
        "pass `acme` changes the model",
    ),
    "a pass that changes folders": ("work.py", RUN, f"{RUN}    os.chdir('/')\n", "reads", "changes the current folder"),
    "a pass that rolls dice": ("work.py", RUN, f"{RUN}    random.random()\n", "reads", "changes the state of `random`"),
    "a renderer that sets a variable": (
        *("draw.py", DRAW, f"    import os\n    os.environ['ACME'] = '1'\n{DRAW}", "reads"),
        "renderer `acme` changes the environment",
    ),
    "a renderer in the order of hashes": (
        *("draw.py", "enumerate(titles, 1)", "enumerate({*titles}, 1)", "repeats"),
        "map.svg differs between",
    ),
    "findings in the order of hashes": (
        *("work.py", "nobody knows how much", '{max({*"abcdefgh"}, key=hash)} how much', "repeats"),
        "findings differs between",
    ),
    "a renderer that does not escape": (
        *("draw.py", "content=picture", "content=picture.replace('&lt;', '<')", "escapes"),
        "renderer `acme`: map.svg:",
    ),
    "a pass in the square of the map": (
        *(
            "work.py",
            RUN,
            f"{RUN}    every = view.of(Element)\n    sum(one is other for one in every for other in every)\n",
        ),
        *("grows", "times as long for 4 times as many touchpoints"),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told(name: str, changed: Callable[[str, str, str], types.ModuleType]) -> None:
    file, old, new, check, words = BROKEN[name]
    report = conformance(changed(file, old, new), only=[check])
    (outcome,) = report.outcomes
    assert words in "\n".join(problem.message for problem in outcome.problems), str(report)
    assert (outcome.name, outcome.ok, report.ok) == (check, False, False)


def test_every_check_has_a_plugin_that_fails_it() -> None:
    assert {check for _, _, _, check, _ in BROKEN.values()} == set(NAMES)


def test_the_sample_passes_when_nothing_is_changed(changed: Callable[[str, str, str], types.ModuleType]) -> None:
    quick = set(NAMES) - {"repeats", "draws", "grows"}
    assert conformance(changed("work.py", RUN, RUN), only=quick).ok


# ---- what a report is


def test_a_plugin_that_cannot_be_loaded_is_told_at_once() -> None:
    report = conformance(types.SimpleNamespace(__name__="acme"))
    assert [outcome.name for outcome in report.outcomes] == ["loads"]
    assert "it implements no hook" in report.problems[0].message


def test_what_cannot_be_looked_at_in_an_object_is_noted() -> None:
    plugin = types.SimpleNamespace(__name__="acme", journeyql_passes=kit_acme.journeyql_passes)
    report = conformance(plugin, only=["light", "public", "repeats"])
    assert report.ok
    assert [len(outcome.notes) for outcome in report.outcomes] == [1, 1, 1]


def test_a_renderer_of_figures_has_no_words_to_escape() -> None:
    def write(context):
        return RenderResult(files=(OutputFile(path=f"{context.stem}.txt", content="42\n"),))

    figures = Renderer(name="acme", summary="A sum.", media_type="text/plain", suffix=".txt", work=write)
    plugin = types.SimpleNamespace(__name__="acme", journeyql_renderers=hookimpl(lambda: [figures]))
    outcome = conformance(plugin, only=["escapes"]).of("escapes")
    assert outcome.ok
    assert "none of the words of the map is in what it writes" in outcome.notes[0].message


def test_a_plugin_that_registers_nothing() -> None:
    plugin = types.SimpleNamespace(__name__="acme", journeyql_passes=hookimpl(lambda: iter(())))
    assert conformance(plugin, only=["loads"]).problems[0].message == "it registers nothing"


def test_a_check_that_the_plugin_breaks_is_told_and_the_others_go_on() -> None:
    class Odd:
        def __iter__(self):
            raise SystemExit(3)

    rule_set = attrs.evolve(RuleSet(name="acme", summary="A set.", severities={}), summary="A set.")
    object.__setattr__(rule_set, "severities", Odd())
    plugin = types.SimpleNamespace(__name__="acme", journeyql_rule_sets=hookimpl(lambda: [rule_set]))
    report = conformance(plugin, only=["loads", "described"])
    assert [outcome.name for outcome in report.outcomes] == ["loads", "described"]


def test_plugins_beside_it_give_what_it_needs() -> None:
    def work(context):
        return () if context.facts.get(PAINS) is not None else 1 / 0

    needing = Pass(name="acme", summary="Needs pains.", work=work, requires=(PAINS,))
    plugin = types.SimpleNamespace(__name__="acme", journeyql_passes=hookimpl(lambda: [needing]))
    assert conformance(plugin, beside=[journeyql_experience], only=["passes"]).ok
    assert "the fact `experience.pains` that it needs" in conformance(plugin, only=["passes"]).problems[0].message


@pytest.mark.parametrize(("severity", "counts"), [(Severity.WARNING, False), (Severity.ERROR, True)])
def test_examples_are_no_concern_of_a_neighbour_until_it_finds_an_error(severity: Severity, counts: bool) -> None:
    rule = Rule(name="next", code="NEXT001", severity=severity, summary="S.", reason="R.", wrong="w", right="r")

    def work(context):
        return [rule.at(context.view.journeys[0].span, "found by a neighbour")]

    found = Pass(name="next", summary="Finds.", rules=(rule,), work=work)
    beside = types.SimpleNamespace(__name__="next", journeyql_passes=hookimpl(lambda: [found]))
    report = conformance(kit_acme, beside=[beside], only=["rules", "kinds"])
    assert [outcome.ok for outcome in report.outcomes] == [not counts, not counts], str(report)
    assert ("found by a neighbour" in str(report)) is counts


def test_commands_rule_sets_themes_labels_and_reporters() -> None:
    def hook(*items):
        return hookimpl(lambda: items)

    plugin = types.SimpleNamespace(
        __name__="acme",
        journeyql_commands=hook(Command(name="acme", summary="A command.", target="json:dumps")),
        journeyql_rule_sets=hook(RuleSet(name="acme", summary="A set.", severities={"no-such-rule": None})),
        journeyql_themes=hook(NamedTheme(name="acme", summary="A theme.", theme="json:dumps")),
        journeyql_labels=hook(LabelSet(name="acme", locale="en", texts="json:dumps")),
        journeyql_reporters=hook(
            Reporter(name="acme", summary="A reporter.", media_type="text/plain", work=lambda _: b"x"),
            Reporter(name="acme-two", summary="Another one.", media_type="text/plain", work=lambda _: 1 / 0),
        ),
    )
    words = [problem.message for problem in conformance(plugin, only=["addresses", "draws"]).problems]
    for expected in (
        "command `acme`: `json:dumps` is no click command",
        "rule set `acme` names the rule `no-such-rule`, which nobody declares",
        "theme `acme` cannot be used",
        "label set `acme`",
        "reporter `acme` returned bytes, not text",
        "reporter `acme-two` failed: ZeroDivisionError",
    ):
        assert any(expected in line for line in words), (expected, words)


def test_assert_conforms_shows_the_report() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_conforms(types.SimpleNamespace(__name__="acme"))
    assert str(caught.value).startswith("acme: 1 check, 1 failed\n\nFAIL  loads  Everything that it registers")


def test_a_report_is_data() -> None:
    report = conformance(kit_acme, only=["loads", "kinds"])
    assert attrs.asdict(report)["outcomes"][0] == {
        "name": "loads",
        "summary": "Everything that it registers is accepted.",
        "problems": (),
        "notes": (),
    }
    assert report.of("kinds").ok
