"""The configuration: what it means, and how each mistake in it is told."""

import os
from collections.abc import Mapping
from typing import Literal

import attrs
import pytest

from journeyql.diagnostics import Rule, Severity, Strictness
from journeyql.engine import project
from journeyql.engine.config import Config, configured
from journeyql.engine.errors import ConfigError
from journeyql.engine.options import Wrong, built
from journeyql.engine.rulebook import rulebook
from journeyql.plugin.manager import Plugins
from journeyql.plugin.origin import Offered, Origin
from journeyql.plugin.types import Pass


@pytest.fixture
def read(tmp_path):
    def run(text, name="journeyql.toml"):
        project.configuration.cache_clear()
        (tmp_path / name).write_text(text)
        return configured(tmp_path)

    return run


def test_everything(read):
    config = read(
        'paths = ["maps"]\nfail-on = "warning"\nmax-diagnostics = 0\nrule-sets = ["strict"]\nplugins.disable = ["x"]\n'
        '[rules]\na = "off"\nb = "hint"\n[passes.p]\ndepth = 2\n[renderers.flow]\nengine = "dot"\n'
    )
    assert (config.paths, config.fail_on, config.max_diagnostics) == (("maps",), Severity.WARNING, 0)
    assert (config.disable, config.rule_sets, config.rules) == (("x",), ("strict",), {"a": None, "b": Severity.HINT})
    assert (config.passes, config.renderers) == ({"p": {"depth": 2}}, {"flow": {"engine": "dot"}})


def test_pyproject(read):
    assert read('[tool.journeyql]\nfail-on = "hint"\n', "pyproject.toml").fail_on == Severity.HINT
    assert read("[tool.other]\nx = 1\n", "pyproject.toml") == Config()


@pytest.mark.parametrize("name", ["journeyql.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (os.mkfifo, "it is a pipe"),
        (os.mkdir, "it is a folder"),
        (lambda path: path.symlink_to("nowhere"), "no such file"),
        (lambda path: path.write_bytes(b'x = "\xff"\n[tool.journeyql]\n'), "is not UTF-8 text"),
        (lambda path: path.write_bytes(b"#" * 6_000_000), "larger than 5 MiB"),
    ],
    ids=["pipe", "folder", "link", "bytes", "large"],
)
def test_what_cannot_be_read(tmp_path, name, make, words):
    """A project of its own says so; a file that other tools share says nothing of us as long as it cannot be read."""
    project.configuration.cache_clear()
    make(tmp_path / name)
    if name == "pyproject.toml" and "UTF-8" not in words:
        assert configured(tmp_path) == Config()
        return
    with pytest.raises(ConfigError, match=words):
        configured(tmp_path)


WRONG = {
    'fail-on = "warn"': "journeyql.toml: `fail-on`: expected one of error, warning, info, hint, not 'warn'; did you mean",
    'fail_on = "error"': "`fail_on`: there is no such key; did you mean `fail-on`?",
    "max-diagnostics = -1": "`max-diagnostics`: expected a number from 0",
    "max-diagnostics = true": "`max-diagnostics`: expected a number",
    "paths = 3": "`paths`: expected a list of texts",
    "plugins = 3": "`plugins`: expected a table",
    "plugins.disabled = []": "`plugins.disabled`: there is no such key; did you mean `disable`?",
    '[rules]\nx = "eror"': "`rules.x`: expected one of error, warning, info, hint, off, not 'eror'; did you mean `error`?",
    "passes.x = 3": "`passes.x`: expected a table",
    "x = = 3": "is not valid TOML",
}


@pytest.mark.parametrize(("text", "words"), WRONG.items())
def test_mistakes_name_file_and_key(read, text, words):
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert words in str(caught.value)
    assert "journeyql.toml" in str(caught.value)


def test_all_mistakes_at_once(read):
    with pytest.raises(ConfigError) as caught:
        read("a = 1\nb = 2\n")
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[rules]\nunknown-chanel = "off"',
            "`rules.unknown-chanel`: there is no such rule; did you mean `unknown-channel`?",
        ),
        ('[rules]\nplugin-failed = "off"', "always errors"),
        ('rule-sets = ["stict"]', "there is no rule set `stict`; did you mean `strict`?"),
        ("[passes.none]\nx = 1", "`passes.none`: no plugin offers it"),
        ("[renderers.none]\nx = 1", "`renderers.none`: no plugin offers it"),
    ],
)
def test_mistakes_that_need_the_plugins(read, session, text, words):
    with pytest.raises(ConfigError) as caught:
        session(config=read(text))
    assert words in str(caught.value)


@attrs.frozen
class Options:
    depth: int = 1
    share: float = 0.5
    words: tuple[str, ...] = ()
    mode: Literal["fast", "slow"] = "fast"
    is_on: bool = False
    name: str = attrs.field(default="x", validator=attrs.validators.min_len(1))
    table: Mapping[str, float] = attrs.field(factory=dict)


@pytest.mark.parametrize(
    ("values", "made"),
    [
        ({}, Options()),
        (
            {"depth": 3, "share": 1, "words": ["a"], "mode": "slow", "is-on": True, "table": {"a": 1}},
            Options(3, 1.0, ("a",), "slow", True, table={"a": 1}),
        ),
    ],
)
def test_options(values, made):
    assert built(Options, values, "passes.p") == made


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"dept": 1}, "`passes.p.dept`: there is no such option; did you mean `depth`?"),
        ({"depth": "x"}, "`passes.p.depth`: expected a whole number, not 'x'"),
        ({"depth": True}, "expected a whole number, not True"),
        ({"mode": "x"}, "expected one of fast, slow"),
        ({"words": "x"}, "expected a list"),
        ({"table": {"a": "x"}}, "expected a table in which each name has a number, not {'a': 'x'}"),
        ({"table": [1]}, "expected a table in which each name has a number, not [1]"),
        ({"mode": "fst"}, "expected one of fast, slow, not 'fst'; did you mean `fast`?"),
        ({"depth": 2, "name": ""}, "`passes.p.name`: Length of 'name' must be >= 1: 0"),
    ],
)
def test_wrong_options(values, words):
    outcome = built(Options, values, "passes.p")
    assert isinstance(outcome, Wrong)
    assert words in outcome.problems[0]


LENIENT = Rule(name="lenient", code="ACME001", summary="s", severity=Severity.INFO, reason="r", wrong="w", right="r")
USUAL = attrs.evolve(LENIENT, name="usual", code="ACME002", since=Strictness.RECOMMENDED)
PEDANTIC = attrs.evolve(LENIENT, name="pedantic", code="ACME003", since=Strictness.STRICT)


@pytest.mark.parametrize(
    ("sets", "rules", "on"),
    [
        ((), {}, {"lenient", "usual"}),
        (("workshop",), {}, {"lenient"}),
        (("recommended",), {}, {"lenient", "usual"}),
        (("strict",), {}, {"lenient", "usual", "pedantic"}),
        (("strict", "workshop"), {}, {"lenient"}),
        (("workshop",), {"pedantic": Severity.ERROR}, {"lenient", "pedantic"}),
        (("strict",), {"usual": None}, {"lenient", "pedantic"}),
    ],
)
def test_the_built_in_rule_sets(sets: tuple[str, ...], rules: dict[str, Severity | None], on: set[str]) -> None:
    ours = (LENIENT, USUAL, PEDANTIC)
    offer = Offered(Pass(name="acme", summary="s", work="a.b:c", rules=ours), Origin("acme"))
    book, problems = rulebook([offer], Plugins(), Config(rule_sets=sets, rules=rules))
    assert problems == ()
    assert {rule.name for rule in ours if not book.off(rule)} == on
