"""Every hook is documented with an example that runs, and what it yields arrives."""

import doctest
import inspect
import types

import attrs
import pytest

from journeyql.plugin import (
    Command,
    Contribution,
    LabelSet,
    NamedTheme,
    Pass,
    Renderer,
    Reporter,
    Resolver,
    Rule,
    RuleSet,
    Severity,
    TranslationSource,
    Vocabulary,
    hookimpl,
    manager,
    reserved,
    spec,
)
from journeyql.plugin.manager import Plugins

HOOKS = sorted(name for name in vars(spec) if name.startswith("journeyql_"))
RULE = Rule(
    name="shouting",
    code="ACME001",
    summary="s",
    severity=Severity.HINT,
    reason="r",
    wrong="journey A",
    right="journey B",
)
OFFERS = {
    "journeyql_vocabularies": Vocabulary(name="v", kinds=("acme.kinds:Parcel",)),
    "journeyql_passes": Pass(name="p", summary="s", work="acme.p:run", rules=(RULE,)),
    "journeyql_renderers": Renderer(
        name="r", summary="s", media_type="text/plain", suffix=".txt", work="acme.r:render"
    ),
    "journeyql_reporters": Reporter(name="q", summary="s", media_type="text/plain", work="acme.q:write"),
    "journeyql_commands": Command(name="c", summary="s", target="acme.c:command"),
    "journeyql_rule_sets": RuleSet(name="s", summary="s", severities={"shouting": None}),
    "journeyql_contributions": Contribution(name="n", to=int, value=3),
    "journeyql_labels": LabelSet(name="l", locale="de", texts={"acme.parcel": "Paket"}),
    "journeyql_themes": NamedTheme(name="t", summary="s", theme="acme.t:THEME"),
    "journeyql_resolvers": Resolver(name="acme", summary="s", work="acme.f:find"),
    "journeyql_translations": TranslationSource(name="o", summary="s", work="acme.o:find"),
}


def module(name, **hooks):
    """A plugin module with the given hooks: name to function."""
    made = types.ModuleType(name)
    for hook, function in hooks.items():
        setattr(made, hook, hookimpl(specname=hook)(function))
    return made


@pytest.mark.parametrize("hook", HOOKS)
def test_is_documented_with_an_example_that_runs(hook):
    function = getattr(spec, hook)
    assert len(inspect.getdoc(function).split("\n", 1)[0]) > 20
    (test,) = doctest.DocTestFinder().find(function, hook, globs={})
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


@pytest.mark.parametrize("hook", HOOKS)
def test_what_it_yields_arrives(hook):
    item = OFFERS[hook]
    plugins = Plugins.of([module("acme", **{hook: lambda: [item]})])
    assert not plugins.failures
    (sort,) = (one for one in manager.HOOKS if one.name == hook)
    (offer,) = plugins.offers(sort)
    assert attrs.asdict(offer.item, recurse=False) == attrs.asdict(item, recurse=False)
    assert offer.origin.plugin == "acme"


def test_every_hook_is_exercised_and_asked():
    assert sorted(OFFERS) == HOOKS
    assert sorted(hook.name for hook in manager.HOOKS) == HOOKS


def test_registrations_are_sorted_by_name_whatever_the_order():
    def renderer(name):
        return Renderer(name=name, summary="s", media_type="text/plain", suffix=".txt", work="a.b:c")

    first = module("a", journeyql_renderers=lambda: [renderer("z"), renderer("b")])
    second = module("b", journeyql_renderers=lambda: [renderer("m")])
    for order in ([first, second], [second, first]):
        assert [offer.item.name for offer in Plugins.of(order).renderers] == ["b", "m", "z"]


def test_reserved_names_are_those_of_the_core():
    from journeyql.cli.group import _COMMANDS
    from journeyql.render import DARK, LIGHT
    from journeyql.report import BUILT_IN

    assert frozenset(_COMMANDS) == reserved.COMMANDS
    assert {reporter.name for reporter in BUILT_IN} == reserved.REPORTERS
    assert {LIGHT.name, DARK.name} == reserved.THEMES


def test_the_facade_is_sorted_and_complete():
    import journeyql.plugin as facade

    assert facade.__all__ == sorted(facade.__all__)
    assert all(getattr(facade, name) is not None for name in facade.__all__)
    with pytest.raises(AttributeError, match="Nothing"):
        facade.Nothing  # noqa: B018 - asking for it is the test
