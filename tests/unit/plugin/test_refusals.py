"""What a plugin does wrong at load time is refused with its name and a reason; the others stay."""

import itertools
import signal
import sys
import types
from importlib.metadata import EntryPoint

import pytest

from journeyql.facts import FactKey
from journeyql.plugin import (
    Command,
    Pass,
    Renderer,
    Reporter,
    Rule,
    Severity,
    Vocabulary,
    discovery,
    hookimpl,
    interrupts,
    isolate,
    targets,
)
from journeyql.plugin.errors import PluginError
from journeyql.plugin.loading import load
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection


def rule(name="shouting", code="ACME001", **more):
    fields = {"summary": "s", "severity": Severity.HINT, "reason": "r", "wrong": "w", "right": "r", **more}
    return Rule(name=name, code=code, **fields)


def a_pass(**more):
    return Pass(**{"name": "p", "summary": "s", "work": "a.b:c", **more})


def renderer(**more):
    fields = {"name": "r", "summary": "s", "media_type": "text/plain", "suffix": ".txt", "work": "a.b:c", **more}
    return Renderer(**fields)


def plugin(name, hook="journeyql_passes", function=lambda: ()):
    made = types.ModuleType(name)
    setattr(made, hook, hookimpl(specname=hook)(function))
    return made


def raising(error):
    def work():
        raise error
        yield

    return work


def endless():
    return (a_pass(name=f"p{number}") for number in itertools.count())


class Odd(BaseException):
    def __str__(self):
        raise ValueError


REFUSALS = {
    "raises": ("journeyql_passes", raising(ValueError("boom\x1b[31m")), "raised ValueError: boom<U+001B>"),
    "exits": ("journeyql_passes", raising(SystemExit(0)), "it called exit (0)"),
    "raises its own sort": ("journeyql_passes", raising(Odd()), "its message cannot be read"),
    "recursion": ("journeyql_passes", raising(RecursionError("deep")), "RecursionError"),
    "returns text": ("journeyql_passes", lambda: "passes", "not str"),
    "returns nothing": ("journeyql_passes", lambda: None, "not NoneType"),
    "yields rubbish": ("journeyql_passes", lambda: [3], "yields int, not `Pass`"),
    "yields without end": ("journeyql_passes", endless, "more than 1000"),
    "bad name": ("journeyql_passes", lambda: [a_pass(name="Bad Name")], "small letters"),
    "no summary": ("journeyql_passes", lambda: [a_pass(summary="")], "`summary` must be one line"),
    "no address": ("journeyql_passes", lambda: [a_pass(work="a.b")], "package.module:function"),
    "no tuple": ("journeyql_passes", lambda: [a_pass(rules=[rule()])], "must be a tuple, not list"),
    "no rule": ("journeyql_passes", lambda: [a_pass(rules=("shouting",))], "must hold rules"),
    "rule name": ("journeyql_passes", lambda: [a_pass(rules=(rule(name="No"),))], "a rule named 'No'"),
    "rule code": ("journeyql_passes", lambda: [a_pass(rules=(rule(code="1"),))], "a rule with the code '1'"),
    "rule text": ("journeyql_passes", lambda: [a_pass(rules=(rule(reason=""),))], "without `reason`"),
    "core code": ("journeyql_passes", lambda: [a_pass(rules=(rule(code="JQL001"),))], "are the core's own"),
    "no fact": ("journeyql_passes", lambda: [a_pass(provides=("x.y",))], "must hold fact keys"),
    "scope": ("journeyql_passes", lambda: [a_pass(scope="galaxy")], "element, journey"),
    "facts of elements": (
        "journeyql_passes",
        lambda: [a_pass(scope="element", provides=(FactKey("a.b"),))],
        "`provides` must be empty",
    ),
    "options": ("journeyql_passes", lambda: [a_pass(options=int)], "must be an attrs class"),
    "suffix": ("journeyql_renderers", lambda: [renderer(suffix="txt")], "a file ending like `.svg`"),
    "media type": ("journeyql_renderers", lambda: [renderer(media_type="x")], "a media type like"),
    "core command": (
        "journeyql_commands",
        lambda: [Command(name="check", summary="s", target="a.b:c")],
        "command `check` exists in JourneyQL itself",
    ),
    "core reporter": (
        "journeyql_reporters",
        lambda: [Reporter(name="text", summary="s", media_type="text/plain", work="a.b:c")],
        "reporter `text` exists in JourneyQL itself",
    ),
    "kinds": ("journeyql_vocabularies", lambda: [Vocabulary(name="v", kinds=(3,))], "must hold classes or addresses"),
    "unknown hook": ("journeyql_pases", lambda: (), "does not exist; did you mean `journeyql_passes`?"),
}


@pytest.mark.parametrize(("hook", "function", "reason"), REFUSALS.values(), ids=REFUSALS)
def test_is_named_and_the_others_stay(hook, function, reason):
    good = plugin("good", "journeyql_passes", lambda: [a_pass(name="good", rules=(rule("other", "GOOD001"),))])
    with interrupts.watched():
        plugins = Plugins.of([plugin("bad", hook, function), good])
        failures = plugins.failures
    assert [failure.plugin for failure in failures] == ["bad"]
    assert reason in failures[0].reason
    assert failures[0].reason.isprintable()
    assert "good" in [offer.item.name for offer in plugins.passes]


def test_a_raised_keyboard_interrupt_is_a_failure_but_the_users_is_not():
    with interrupts.watched():
        assert (
            "KeyboardInterrupt" in Plugins.of([plugin("bad", function=raising(KeyboardInterrupt()))]).failures[0].reason
        )
        with pytest.raises(KeyboardInterrupt):
            _ = Plugins.of([plugin("bad", function=raising(interrupts.InterruptedByUserError()))]).failures


def test_an_interrupt_that_a_plugin_swallows_is_raised_again(heeded):
    def swallow():
        try:
            signal.raise_signal(signal.SIGINT)
        except BaseException:  # noqa: BLE001 - what a bad plugin does
            return ()

    told = []

    def work():
        with interrupts.watched():
            _ = Plugins.of([plugin("bad", function=swallow)]).passes
            told.append("the interrupt is gone")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert told == []


class Going:
    """An object while whose going the user interrupts: what is raised then, nobody can catch."""

    def __del__(self):
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_that_nobody_can_catch_is_raised_at_the_end(capsys, heeded):
    told = []

    def work():
        with interrupts.watched():
            Going()
            told.append("nobody noticed")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert told == ["nobody noticed"]
    assert capsys.readouterr().err == ""


def test_what_came_before_an_exception_is_kept():
    def half():
        yield a_pass(name="first")
        raise ValueError

    plugins = Plugins.of([plugin("bad", function=half)])
    assert [offer.item.name for offer in plugins.passes] == ["first"]
    assert len(plugins.failures) == 1


def test_prints_go_to_standard_error(capsys):
    _ = Plugins.of([plugin("loud", function=lambda: sys.stdout.write("hello\n") and ())]).passes
    assert capsys.readouterr() == ("", "hello\n")


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (a_pass(), a_pass(), "pass `p` is offered by both a and b"),
        (a_pass(rules=(rule(),)), a_pass(name="q", rules=(rule("other"),)), "its rule `ACME001` is also declared by a"),
    ],
)
def test_conflicts_name_both_providers(first, second, reason):
    plugins = Plugins.of([plugin("a", function=lambda: [first]), plugin("b", function=lambda: [second])])
    (failure,) = plugins.failures
    assert failure.plugin == "b"
    assert reason in failure.reason


def found(name, address, distribution, module=None, record=""):
    """An installed plugin."""
    origin = discovery.Origin(name, distribution, "1.0")
    return discovery.Found(origin, address, lambda: module or plugin(name), lambda: record)


def test_rule_letters_belong_to_one_distribution():
    offers = [
        found("a", "a", "acme", plugin("a", function=lambda: [a_pass(name="a", rules=(rule("x", "ACME001"),))])),
        found("b", "b", "other", plugin("b", function=lambda: [a_pass(name="b", rules=(rule("y", "ACME002"),))])),
    ]
    loading = load(offers, offers)
    (failure,) = Plugins(loading.loaded, loading.failures).failures
    assert "codes with `ACME` belong to a (acme 1.0)" in failure.reason
    assert failure.distribution == "other"


@pytest.mark.parametrize("address", ["journeyql.engine", "journeyql_markdown", "journeyql_markdown.sub:thing"])
def test_import_names_of_the_wheel_are_reserved(address):
    own = found("markdown", "journeyql_markdown", "journeyql")
    thief = found("thief", address, "acme-maps")
    loading = load([own, thief], [own, thief])
    assert [item.origin.plugin for item in loading.loaded] == ["markdown"]
    assert "belongs to journeyql itself" in loading.failures[0].reason
    assert "`acme_maps`" in loading.failures[0].reason


#: The distribution of a plugin that names our module, the files that it brings, and the package it is advised to have.
ADVICE = {
    "its own": ("acme-maps", "", "acme_maps"),
    "what it brings": ("attrs", "attrs/__init__.py,,", "attrs"),
    "what others bring": ("attrs", "", "attrs_plugin"),
    "ours": ("journeyql-json", "journeyql_json/__init__.py,,", "journeyql_json_plugin"),
    "another plugin's": ("acme-tea", "", "acme_tea_plugin"),
    "none": ("", "", "your_package"),
}


@pytest.mark.parametrize(("distribution", "record", "advised"), ADVICE.values(), ids=ADVICE)
def test_the_package_that_is_advised_is_nobody_elses(distribution, record, advised):
    plugins = [
        found("json", "journeyql_json", "journeyql"),
        found("tea", "acme_tea", "green"),
        found("thief", "journeyql_json", distribution, record=record),
    ]
    (failure,) = load(plugins, plugins).failures
    assert failure.reason.endswith(f"a package of its own, for example `{advised}`")


#: Two plugins as (entry point, address, distribution, files), and which of them keeps the module.
CLAIMS = {
    "by name": (("a", "maps", "other", ""), ("z", "maps", "maps", ""), "z"),
    "by files": (
        ("a", "maps", "maps", "maps-1.0.dist-info/RECORD,,\n"),
        ("z", "maps", "x", "maps/__init__.py,,\n"),
        "z",
    ),
    "by a file": (("a", "maps", "a", ""), ("z", "maps", "x", "other.py,,\nmaps.py,sha256=0,1\n"), "z"),
    "attribute": (("a", "maps:plugin", "other", ""), ("z", "maps", "maps", ""), "z"),
    "below": (("a", "maps.inner", "other", ""), ("z", "maps", "maps", ""), "z"),
    "not told": (("a", "maps", "one", ""), ("z", "maps", "two", ""), "a"),
    "one namespace": (("a", "acme.a", "acme-a", ""), ("z", "acme.z", "acme-z", ""), "az"),
    "name begins alike": (("a", "maps_more", "x", ""), ("z", "maps", "maps", ""), "az"),
    "one distribution": (("a", "maps", "maps", ""), ("z", "maps.inner", "maps", ""), "az"),
}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("first", "second", "kept"), CLAIMS.values(), ids=CLAIMS)
def test_a_module_belongs_to_one_distribution(first, second, kept, order):
    plugins = [found(name, address, dist, record=record) for name, address, dist, record in (first, second)]
    loading = load(plugins[::order], plugins)
    assert sorted(item.origin.plugin for item in loading.loaded) == list(kept)
    for failure in loading.failures:
        owner = plugins["az".index(kept)].origin
        assert f"`maps` belongs to the plugin {owner}" in failure.reason


def test_an_owner_that_is_not_wanted_keeps_its_module():
    thief, owner = found("thief", "maps", "acme"), found("maps", "maps", "maps")
    assert not load([thief], [thief, owner]).loaded


def test_one_module_is_one_plugin():
    module = plugin("x")
    loading = load([found("x", "maps", "maps", module), found("y", "maps", "maps", module)], [])
    assert [item.origin.plugin for item in loading.loaded] == ["x"]
    assert loading.failures[0].reason == "`maps` is the plugin `x` already"


class Equal:
    """A plugin that is an object, and equal to whatever it pleases."""

    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer()

    __hash__ = None

    @hookimpl
    def journeyql_passes(self):
        return [a_pass(name="equal")]


@pytest.mark.parametrize("answer", [lambda: True, lambda: 1 / 0, lambda: sys.exit(0)], ids=["true", "raises", "exits"])
def test_what_a_plugin_is_equal_to_does_not_matter(answer):
    plugins = Plugins.of([Equal(answer), plugin("good", function=lambda: [a_pass(name="good")])])
    assert {offer.item.name for offer in plugins.passes} == {"equal", "good"}
    assert plugins.failures == ()


def test_broken_imports_do_not_stop_the_next_one():
    points = [
        EntryPoint("broken", "no_such_module_at_all", "journeyql"),
        EntryPoint("attribute", "json:nothing", "journeyql"),
        EntryPoint("fine", "fine_plugin_for_test", "journeyql"),
    ]
    sys.modules["fine_plugin_for_test"] = plugin("fine")
    try:
        installed = discovery.installed(points)
        loading = load(installed, installed)
    finally:
        del sys.modules["fine_plugin_for_test"]
    assert [item.origin.plugin for item in loading.loaded] == ["fine"]
    assert [failure.plugin for failure in loading.failures] == ["attribute", "broken"]


def test_names_must_be_unique():
    twice = [found("x", "x", "acme"), found("x", "y", "other")]
    assert "already called `x`" in load(twice, twice).failures[0].reason


def test_strict_raises_and_names():
    with pytest.raises(PluginError, match=r"bad.*boom"):
        Plugins.of([plugin("bad", function=raising(ValueError("boom")))], Selection(strict=True))


OWN, OTHER = discovery.Origin("own", "journeyql", "1"), discovery.Origin("other", "acme", "1")
SELECTIONS = {
    "nothing said": (Selection.of(), True, True),
    "without other": (Selection.of(["no:other"]), True, False),
    "without own": (Selection.of(["no:own"]), False, True),
    "only third": (Selection.of(["third"]), True, False),
    "named": (Selection.of(["other"], external=False), True, True),
    "no external": (Selection.of(external=False), True, False),
    "variable": (Selection.of(environ={"JOURNEYQL_PLUGINS": "a, other"}), True, True),
    "empty variable": (Selection.of(environ={"JOURNEYQL_PLUGINS": ""}), True, False),
    "named beats variable": (Selection.of(["other"], environ={"JOURNEYQL_PLUGINS": ""}), True, True),
    "disabled": (Selection.of().disabling(["other"]), True, False),
    "named beats disabled": (Selection.of(["other"]).disabling(["other"]), True, True),
}


@pytest.mark.parametrize(("selection", "own", "other"), SELECTIONS.values(), ids=SELECTIONS)
def test_selection(selection, own, other):
    assert (selection.wants(OWN), selection.wants(OTHER)) == (own, other)


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(PluginError, match="did you mean `other`"):
        Selection.of(["othr"]).check(["other"])


@pytest.mark.parametrize(("ours", "places"), [(False, 0), (True, 1)])
def test_a_place_in_our_own_files_is_named_for_a_defect_of_ours_alone(ours, places):
    with pytest.raises(AttributeError) as raised:
        targets._imported("json:no_such_name")
    assert isolate.described(raised.value, ours=ours).count("(targets.py, line ") == places
