"""Facets add properties to kinds that exist; dimensions add words for square brackets; both name who clashes."""

import pytest
from engine_support import TODAY, plugin_with

from journeyql.engine.config import Config
from journeyql.engine.inputs import found
from journeyql.engine.session import Session
from journeyql.engine.words import words
from journeyql.facts import FactKey
from journeyql.model import (
    NAME,
    NUMBER,
    TEXT,
    Element,
    Journey,
    Many,
    Moment,
    Stage,
    Touchpoint,
    Varying,
    facet,
    kind,
    many,
    one,
    options,
    ref,
    word,
)
from journeyql.model.export import export
from journeyql.model.resolve import Unit, resolve
from journeyql.model.schema import schema
from journeyql.plugin import Contribution, Contributions, Dimension, Pass, Vocabulary
from journeyql.plugin.manager import Plugins
from journeyql.plugin.origin import Offered, Origin
from journeyql.source import SourceFile
from journeyql.syntax import parse


@options
class Sending:
    """What may follow a parcel."""

    weight: Varying[float] = one(NUMBER, "In kilograms.")


@facet(on=(Touchpoint,))
class Post:
    """What a touchpoint has to do with parcels."""

    sends: Many[str] = many(NAME, "What is sent.", zh="寄出", options=Sending)
    stamp: Varying[str] = one(word(red="红", blue="蓝"), "The colour of the stamp.", zh="邮票")


@facet(on=(Moment,))
class Weather:
    """The weather, of stages as well."""

    rain: Varying[float] = one(NUMBER, "How much it rains, in millimetres.")


@kind("parcel", inside=("touchpoint",))
class Parcel(Element):
    """A parcel."""


@facet(on=(Parcel,))
class Insured:
    """Adds to a kind of a plugin."""

    value: Varying[float] = one(NUMBER, "In cents.")
    near: Varying[Touchpoint] = one(ref("touchpoint"), "Where it was last seen.")


@facet(on=(Touchpoint,))
class Rival:
    """Wants a property that `Post` has."""

    sends: Many[str] = many(TEXT, "Something else.")


@facet(on=(Touchpoint,))
class ChineseRival:
    """Wants the Chinese name of a property that `Post` has."""

    mails: Many[str] = many(TEXT, "Something else.", zh="寄出")


@facet(on=(Stage,))
class Thief:
    """Wants a property of the core."""

    emotion: Varying[float] = one(NUMBER, "Not that one.")


@facet(on=(Journey,))
class Handed:
    """Wants to be handed down."""

    mood: Varying[str] = one(TEXT, "A mood.", inherits=True)


@facet(on=())
class Nowhere:
    """Is for no kind."""

    nothing: Varying[str] = one(TEXT, "Nothing.")


@facet(on=(int,))
class Elsewhere:
    """Is for what is no kind."""

    nothing: Varying[str] = one(TEXT, "Nothing.")


def offer(plugin="acme", **parts):
    return Offered(Vocabulary(name=plugin, **parts), Origin(plugin))


TABLE = words([offer(kinds=(Parcel,), facets=(Post, Weather, Insured))]).table
MAP = """journey j "J"
  stage s "S" rain=3
    touchpoint a "A" stamp=red
      sends: letter, card weight=2
      sends[future]: parcel
      parcel p "P" value=5 near=a
    touchpoint b "B"
"""


def resolved(text, table=TABLE):
    return resolve(Unit(root=parse(SourceFile("a.journey", text)).document), table)


def test_their_values_are_read_varied_and_typed():
    resolution = resolved(MAP)
    assert resolution.diagnostics == ()
    view = resolution.model.view()
    first, second = view.of(Touchpoint)
    post = view.facet(first, Post)
    assert (view[post.sends], view[post.stamp]) == (("letter", "card"), "red")
    assert view.narrowed(state="future")[post.sends] == ("parcel",)
    sending = view.cells(post.sends)[0].option(Sending)
    assert sending is not None
    assert view[sending.weight] == 2
    assert view[view.facet(second, Post).sends] == ()
    assert view[view.facet(view.of(Stage)[0], Weather).rain] == 3
    (parcel,) = view.of(Parcel)
    assert view[view.facet(parcel, Insured).value] == 5


@pytest.mark.parametrize(
    ("line", "rule", "hint"),
    [
        ("sneds: letter", "unknown-property", "did you mean `sends`?"),
        ("stamp: red, blue", "too-many-values", ""),
        ("stamp: rd", "unknown-word", "did you mean `red`?"),
        ("sends: letter wieght=2", "unknown-option", "did you mean `weight`?"),
        ("rain: much", "wrong-value", "expected a number"),
    ],
)
def test_mistakes_in_them_are_told_as_in_any_property(line, rule, hint):
    (found,) = resolved(f'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      {line}\n').diagnostics
    assert found.rule.name == rule
    assert hint in found.help


def test_they_have_chinese_names():
    resolution = resolved('# language: zh\n旅程 j "J"\n  阶段 s "S"\n    触点 a "A" 邮票=红\n      寄出: letter\n')
    assert resolution.diagnostics == ()
    view = resolution.model.view()
    assert view[view.facet(view.of(Touchpoint)[0], Post).stamp] == "red"


def test_they_are_exported_as_the_schema_says():
    import jsonschema

    document = export(resolved(MAP).model.view())
    jsonschema.validate(document, schema(TABLE.kinds.values(), TABLE.facets))
    touchpoint = document["elements"][0]["children"][0]["children"][0]
    assert touchpoint["properties"]["sends"]["value"] == ["letter", "card"]
    assert (
        "sends"
        in schema(TABLE.kinds.values(), TABLE.facets)["$defs"]["kind.touchpoint"]["properties"]["properties"][
            "properties"
        ]
    )


@pytest.mark.parametrize(
    ("facets", "reason"),
    [
        ((Post, Rival), "facet `Rival` is left out: `touchpoint` has a property `sends` already, of acme"),
        ((Post, ChineseRival), "`touchpoint` has a property `mails` already, of acme"),
        ((Thief,), "`stage` has a property `emotion` already, of JourneyQL itself"),
        ((Handed,), "not handed down"),
        ((Nowhere,), "it is for no kind that there is"),
        ((Elsewhere,), "`on` is no tuple of classes of kinds"),
        ((int,), "no class made with `@facet`"),
        ((Parcel,), "no class made with `@facet`"),
        (("no_such_module_at_all:X",), "ModuleNotFoundError"),
    ],
)
def test_what_cannot_be_a_facet(facets, reason):
    (failure,) = words([offer(facets=facets)]).failures
    assert failure.plugin == "acme"
    assert reason in failure.reason


def test_a_clash_names_both_plugins_and_the_first_one_stays():
    found = words([offer("one", facets=(Post,)), offer("two", facets=(Rival,))])
    (failure,) = found.failures
    assert (failure.plugin, "of one" in failure.reason) == ("two", True)
    assert found.table.properties(found.table.kinds["touchpoint"])["sends"].facet is Post


def test_a_facet_that_cannot_be_made_is_named():
    @facet(on=(Touchpoint,))
    class Broken:
        """Breaks when it is made."""

        label: Varying[str] = one(TEXT, "A label.")

        def __init__(self):
            raise SystemExit(3)

    (failure,) = words([offer("bad", facets=(Broken,))]).failures
    assert (failure.plugin, "it called exit" in failure.reason) == ("bad", True)


# ---- dimensions

KEY = FactKey("acme.key")
LAWS = Dimension(name="law", summary="s", values=lambda contributions: ("gdpr", *contributions(str)))
QUALIFIED = 'journey j "J"\n  stage s "S" emotion=3 emotion[gdpr]=4 emotion[law.pipl]=5\n'


def test_a_dimension_qualifies_values_and_others_may_add_to_it():
    contributions = Contributions((Offered(Contribution(name="pipl", to=str, value="builtins:__name__"), Origin("x")),))
    assert contributions(str) == ("builtins",)
    given = Contributions((Offered(Contribution(name="pipl", to=str, value="journeyql_test_words:PIPL"), Origin("x")),))
    assert given(str) == ()
    (failure,) = given.failures
    assert "ModuleNotFoundError" in failure.reason


def test_the_words_of_a_dimension_are_known_in_brackets():
    table = words([offer(dimensions=(Dimension(name="law", summary="s", values=lambda _: ("gdpr", "pipl")),))]).table
    resolution = resolved(QUALIFIED, table)
    assert resolution.diagnostics == ()
    view = resolution.model.view()
    (stage,) = view.of(Stage)
    assert [view.narrowed(law=law)[stage.emotion] for law in ("", "gdpr", "pipl")] == [3, 4, 5]
    assert [context.value("law") for context in resolution.model.contexts(("law",))] == ["", "gdpr", "pipl"]


def test_a_misspelt_word_of_a_dimension():
    table = words([offer(dimensions=(LAWS,))]).table
    (found,) = resolved('journey j "J"\n  stage s "S" emotion[gdrp]=4\n', table).diagnostics
    assert found.rule.name == "unknown-qualifier"
    assert found.help == "did you mean `gdpr`?"
    assert "language or law" in found.message


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError"),
        (lambda _: ["a b"], "cannot stand in square brackets"),
        (lambda _: None, "TypeError"),
        ("no_such_module_at_all:X", "ModuleNotFoundError"),
    ],
)
def test_a_dimension_that_fails(values, reason):
    (failure,) = words([offer(dimensions=(Dimension(name="law", summary="s", values=values),))]).failures
    assert reason in failure.reason


@pytest.mark.parametrize(("name", "owner"), [("market", "JourneyQL itself"), ("law", "one")])
def test_a_dimension_belongs_to_one(name, owner):
    again = Dimension(name=name, summary="s", values=lambda _: ())
    (failure,) = words([offer("one", dimensions=(LAWS,)), offer("two", dimensions=(again,))]).failures
    assert (failure.plugin, f"belongs to {owner}" in failure.reason) == ("two", True)


# ---- passes about a vocabulary


@pytest.mark.parametrize(
    ("line", "called"),
    [("", []), ("      stamp: red\n", ["about", "needs"]), ('      parcel p "P"\n', ["about", "needs"])],
)
def test_a_pass_about_a_vocabulary_runs_where_a_word_of_it_is_used(tmp_path, line, called):
    seen = []

    def about(context):
        seen.append("about")
        context.provide(KEY, 3)

    passes = (
        Pass(name="about", summary="s", work=about, about="acme", provides=(KEY,)),
        Pass(name="needs", summary="s", work=lambda _: seen.append("needs"), requires=(KEY,)),
        Pass(name="lost", summary="s", work="no_such_module_at_all:work", about="acme-other"),
    )
    offers = (Vocabulary(name="acme", kinds=(Parcel,), facets=(Post,)),)
    plugins = [plugin_with(*passes), plugin_with(*offers, name="words", hook="journeyql_vocabularies")]
    session = Session.start(Plugins.of(plugins), Config(), today=TODAY, reraise=True)
    path = tmp_path / "a.journey"
    path.write_text(f'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n{line}')
    (item,) = found([str(path)])
    assert session.check(item).diagnostics == ()
    assert seen == called


def test_a_kind_of_a_plugin_may_hold_kinds_of_the_core():
    from journeyql.model import Action

    @kind("hurdle", inside=("touchpoint",), holds=("action",))
    class Hurdle(Element):
        """A hurdle."""

    table = words([offer(kinds=(Hurdle,))]).table
    resolution = resolved(
        'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      hurdle h "H"\n        action "Take it away"\n', table
    )
    assert resolution.diagnostics == ()
    view = resolution.model.view()
    (hurdle,) = view.of(Hurdle)
    assert [view.title(action) for action in view.children(hurdle, Action)] == ["Take it away"]
