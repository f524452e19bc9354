"""Themes, label sets and resolvers of plugins: used when they are sound, named when they are not."""

import attrs
import pytest
from engine_support import MAP, TODAY, plugin_with

from journeyql.engine.config import Config
from journeyql.engine.errors import ConfigError
from journeyql.engine.session import Session
from journeyql.plugin import Contribution, LabelSet, NamedTheme, Pass, Resolver
from journeyql.plugin.manager import Plugins
from journeyql.render import LIGHT

ACME = attrs.evolve(LIGHT, name="acme", ink="#000000")


def start(*offers, hook, theme="", configured=""):
    plugins = Plugins.of([plugin_with(*offers, hook=hook)])
    return Session.start(plugins, Config(theme=configured), today=TODAY, theme=theme, reraise=True)


def themes(offered, **chosen):
    return start(NamedTheme(name="acme", summary="s", theme=offered), hook="journeyql_themes", **chosen)


@pytest.mark.parametrize("chosen", [{"theme": "acme"}, {"configured": "acme"}, {"theme": "acme", "configured": "dark"}])
def test_a_theme_is_chosen(chosen):
    assert themes(ACME, **chosen).looks.theme() is ACME


def test_an_unknown_theme_is_a_mistake_of_whoever_asks():
    with pytest.raises(ConfigError, match="did you mean `acme`"):
        themes(ACME, theme="acmee")


@pytest.mark.parametrize("theme", [3, "no_such_module_at_all:X"])
def test_a_theme_that_is_none_is_named_and_the_light_one_drawn(theme):
    session = themes(theme, theme="acme")
    assert session.looks.theme() is LIGHT
    (finding,) = session.late()
    assert (finding.rule.name, "theme `acme`" in finding.message) == ("plugin-not-loaded", True)


def labels(texts, locale="de"):
    return start(LabelSet(name="acme-de", locale=locale, texts=texts), hook="journeyql_labels")


def test_labels_are_those_of_plugins_first():
    session = labels({"stage": "Phase", "acme.parcel": "{count} Pakete", "acme.parcel#one": "ein Paket"})
    label = session.looks.labels("de-AT")
    assert [label("stage"), label("acme.parcel", count=2), label("acme.parcel", count=1)] == [
        "Phase",
        "2 Pakete",
        "ein Paket",
    ]
    assert session.looks.labels("zh")("stage") == "阶段"
    assert session.late() == ()


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ({"other.parcel": "x"}, "does not begin with `acme.`"),
        ("no_such_module_at_all:X", "ModuleNotFoundError"),
        ("engine_support:TODAY", "not a mapping"),
    ],
)
def test_labels_that_cannot_be(texts, reason):
    session = labels(texts)
    assert session.looks.labels("de")("stage") == "Phase"  # the built-in word
    (finding,) = session.late()
    assert reason in finding.message


# ---- resolvers

LIBRARY = {"acme:shop": MAP, "acme:outer": "use inner `acme:shop`\n" + MAP, "acme:loop": "use x `acme:loop`\n" + MAP}
USING = "use base `{}`\nextend base.j\n  extend report emotion=4\n"


def find(context):
    if context.address == "acme:boom":
        raise RuntimeError(context.source)
    return {**LIBRARY, "acme:bytes": b"x", "acme:file": "use y `other.journey`\n"}.get(context.address)


@pytest.fixture
def used(tmp_path):
    def run(address):
        path = tmp_path / "a.journey"
        path.write_text(USING.format(address))
        resolver = Resolver(name="acme", summary="s", work=find)
        session = start(resolver, hook="journeyql_resolvers")
        from journeyql.engine.inputs import found

        (item,) = found([str(path)])
        return session.check(item)

    return run


@pytest.mark.parametrize("address", ["acme:shop", "acme:outer"])
def test_a_resolver_finds_a_map(used, address):
    checked = used(address)
    assert [finding.message for finding in checked.diagnostics] == []
    assert [journey.id for journey in checked.model.journeys] == ["j"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("acme:nothing", "finds nothing there"),
        ("acme:boom", "failed: RuntimeError"),
        ("acme:bytes", "gave no text of a map"),
        ("amce:shop", "no plugin reads addresses that begin with `amce:`"),
        ("acme:file", "can use addresses only"),
        ("acme:loop", "in a circle"),
    ],
)
def test_what_a_resolver_cannot_do(used, address, reason):
    found = [item for item in used(address).diagnostics if item.rule.name in {"unusable-file", "circular-use"}]
    assert [reason in item.message for item in found] == [True]


# ---- contributions


class Regime:
    """An extension point."""


def test_contributions_reach_passes_and_bad_ones_are_named_once_asked_for(tmp_path):
    seen = []
    good, bad = Regime(), 3
    asking = Pass(name="p", summary="s", work=lambda ctx: seen.append(ctx.contributions(Regime)))
    plugin = plugin_with(
        Contribution(name="good", to=Regime, value=good),
        Contribution(name="bad", to=Regime, value=bad),
        hook="journeyql_contributions",
    )
    session = Session.start(
        Plugins.of([plugin, plugin_with(asking, name="other")]), Config(), today=TODAY, reraise=True
    )
    assert session.late() == ()
    path = tmp_path / "a.journey"
    path.write_text(MAP)
    from journeyql.engine.inputs import found

    session.check(*found([str(path)]))
    assert seen == [(good,)]
    (finding,) = session.late()
    assert "contribution `bad` is left out: it is int, not `Regime`" in finding.message
