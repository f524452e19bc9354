"""Plugins whose values, classes and registrations are not what they seem: no code of theirs runs unguarded."""

import datetime
import json
import sys
import types

import pytest

from journeyql.engine import render
from journeyql.engine.config import Config
from journeyql.engine.errors import ConfigError
from journeyql.engine.inputs import found
from journeyql.engine.rules import INTERNAL_ERROR, PLUGIN_FAILED, PLUGIN_NOT_LOADED
from journeyql.engine.session import Session
from journeyql.model.schema import schema
from journeyql.plugin import discovery, interrupts
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection

TODAY = datetime.date(2026, 11, 22)
MAP = """\
journey j "Repair"
  stage report "Report" emotion=2
    touchpoint a "A" emotion=2
  parcel p "Parcel" weight=3 size=2
  parcel q "Parcel" weight=5mins
    weight: 3 size=4
  parcel "Parcel" weight=abc
"""
HEAD = """\
import enum, itertools, os, sys
import attrs
from journeyql.facts import FactKey
from journeyql.model import *
from journeyql.model.types import Misread
from journeyql.plugin import *
class Text(str):
    def _no(self, *args): raise ValueError('text')
    __hash__ = __eq__ = split = strip = rstrip = encode = isprintable = __iter__ = __len__ = _no
class Evil:
    def _no(self, *args): raise GeneratorExit
    __eq__ = __hash__ = __repr__ = __str__ = __lt__ = __bool__ = __len__ = __float__ = __iter__ = _no
R = Rule(name='odd-rule', code='ODD001', severity=Severity.HINT, summary='s', reason='r', wrong='w', right='r')
def work(context): return ()
"""
KIND = """
@kind('parcel', inside=('journey',){more})
class Parcel({base}):
    '''A parcel.'''
    weight: Varying[float] = one({value}, 'w'{option})
{body}
@hookimpl
def journeyql_vocabularies():
    yield Vocabulary(name='odd', kinds=(Parcel,))
"""
GOOD = """
G = attrs.evolve(R, name='good-rule', code='GOOD001')
def good(context): yield G.at(context.view.journeys[0].span, 'found')
@hookimpl
def journeyql_passes(): yield Pass(name='good', summary='s', work=good, rules=(G,))
"""


def module(name, body):
    made = types.ModuleType(name)
    exec(compile(HEAD + body, f"{name}.py", "exec"), made.__dict__)  # noqa: S102 - the text is the test's own
    return made


def a_kind(value="NUMBER", *, body="", more="", base="Element", option="", before=""):  # noqa: PLR0913 - parts of a text
    return before + KIND.format(value=value, body=body, more=more, base=base, option=option)


def value(**fields):
    return a_kind("attrs.evolve(NUMBER, " + ", ".join(f"{name}={text}" for name, text in fields.items()) + ")")


def method(name, does="raise ValueError('mine')"):
    return f"    def {name}(self, *args): {does}\n"


def read(gives):
    return a_kind("attrs.evolve(NUMBER, read=read)", before=f"def read(value):\n    {gives}\n")


def bare(name):
    """A kind that adds no property, and hides one that all have."""
    text = a_kind(body=f"    {name} = property(lambda self: sys.exit(0))\n")
    return text.replace("    weight: Varying[float] = one(NUMBER, 'w')\n", "")


OPTIONS = "@options\nclass Size:\n    size: Varying[float] = one(NUMBER, 's')\n"
#: Kinds that are refused when they are loaded.
REFUSED = {
    "equal": a_kind(body=method("__eq__")),
    "hash": a_kind(body="    __hash__ = None\n"),
    "false": a_kind(body=method("__bool__", "return False")),
    "empty": a_kind(body=method("__len__", "return 0")),
    "attributes": a_kind(body=method("__getattribute__")),
    "span": a_kind(body=method("span")),
    "path": bare("path"),
    "title": bare("title"),
    "chinese": a_kind(more=", zh=Evil()"),
    "docstring": a_kind(body="    __doc__ = 3\n"),
    "inside": a_kind(more="").replace("('journey',)", "['journey']"),
    "metaclass": "class M(type):\n    def __getattribute__(cls, name): raise ValueError(name)\n"
    + a_kind().replace("kinds=(Parcel,)", "kinds=(M('X', (), {}),)"),
    "no type": a_kind("Evil()"),
    "type": a_kind("type('V', (type(NUMBER),), {})(name='n', expects='e', read=str, schema={})"),
    "expects": value(expects="3"),
    "read": value(read="3"),
    "dump": value(dump="3"),
    "words": value(words="{'a': 3}"),
    "text": value(words="{'a': Text('b')}"),
    "targets": value(targets="3"),
    "schema": value(schema="{'x': object()}"),
    "property": a_kind().replace("'w'", "3"),
    "no options": a_kind(option=", options=int"),
    "options": a_kind(option=", options=Size", before=OPTIONS.replace("NUMBER", "attrs.evolve(NUMBER, expects=3)")),
}
FACET = """
@facet(on={on})
class Sized:
    '''A size.'''
    size: Varying[float] = one({value}, 's')
{body}
@hookimpl
def journeyql_vocabularies():
    yield Vocabulary(name='odd', facets=(Sized,))
"""


def a_facet(value="NUMBER", body="", on="(Touchpoint,)"):
    return FACET.format(value=value, body=body, on=on)


REFUSED |= {
    "facet on nothing": a_facet(on="(Evil(),)"),
    "facet of evil": a_facet("Evil()"),
    "facet dump": a_facet("attrs.evolve(NUMBER, dump=3)"),
    "facet made": a_facet(body=method("__attrs_post_init__", "sys.exit(0)")),
}
#: Kinds that fail while a file is read or drawn.
FAILING = {
    "none": read("return None"),
    "misread": read("return Misread(3)"),
    "instead": read("return Misread('p', 3)"),
    "unread": read("raise GeneratorExit"),
    "exit": read("sys.exit(0)"),
    "reference": a_kind(
        "attrs.evolve(NUMBER, read=read, targets=('stage',))", before="def read(value): return Ref(3, '')\n"
    ),
    "respelled": read("return Misread('x') if value.value != '5min' else 1 / 0"),
    "options": a_kind(option=", options=Size", before=OPTIONS + method("__attrs_post_init__")),
    "made": a_kind(body=method("__attrs_post_init__", "raise GeneratorExit")),
    "dump": a_kind("attrs.evolve(NUMBER, dump=dump)", before="def dump(value): raise ValueError('dump')\n"),
    "dump exits": a_kind("attrs.evolve(NUMBER, dump=dump)", before="def dump(value): sys.exit(0)\n"),
    "evil": read("return Evil()"),
}
FINE = {
    "plain": a_kind(),
    "printed": a_kind(body=method("__repr__") + method("__str__") + method("__format__")),
    "text": read("return Text('3')"),
    "derived": a_kind(base="Touchpoint"),
    "method": a_kind(body=method("more", "return 3")),
}


@pytest.fixture
def tried(tmp_path):
    """A plugin beside a good one: what is found in a map, what is drawn of it, and the schema."""

    def run(body):
        (tmp_path / "a.journey").write_text(MAP)
        given = discovery.given([module("odd", body), module("good", GOOD)])
        with interrupts.watched():
            plugins = Plugins._from((*discovery.installed(), *given), Selection())
            session = Session.start(plugins, Config(), today=TODAY)
            (item,) = found([str(tmp_path / "a.journey")])
            checked = session.check(item)
            drawings = [render.ready(offer, {}, "") for offer in plugins.renderers]
            drawn = [session.draw(checked, drawing, "a") for drawing in drawings]
            text = json.dumps(schema(session.words.table.kinds.values()))
        return session, checked, drawn, text

    return run


def said(session, checked, drawn):
    findings = [*session.diagnostics, *checked.diagnostics, *(item for made in drawn for item in made.diagnostics)]
    assert INTERNAL_ERROR not in {finding.rule for finding in findings}
    assert all(type(text) is str for finding in findings for text in (finding.message, finding.help))
    return {finding.message for finding in findings if finding.rule in {PLUGIN_FAILED, PLUGIN_NOT_LOADED}}


@pytest.mark.parametrize("name", REFUSED)
def test_a_kind_that_cannot_be_relied_on_is_refused(tried, name):
    session, checked, drawn, _ = tried(REFUSED[name])
    (message,) = said(session, checked, drawn)
    assert message.startswith("plugin odd: ")
    assert "good-rule" in {finding.rule.name for finding in checked.diagnostics}
    assert all(made.files for made in drawn)


@pytest.mark.parametrize("name", FAILING)
def test_a_kind_that_fails_is_named(tried, name):
    session, checked, drawn, _ = tried(FAILING[name])
    messages = said(session, checked, drawn)
    assert messages
    assert all("odd" in message for message in messages)
    assert "good-rule" in {finding.rule.name for finding in checked.diagnostics}


@pytest.mark.parametrize("name", FINE)
def test_a_kind_may_be_as_it_likes(tried, name):
    session, checked, drawn, text = tried(FINE[name])
    assert said(session, checked, drawn) == set()
    assert "parcel" in text
    assert all(made.files for made in drawn)


# ---- registrations

HOOK = "@hookimpl\ndef journeyql_{hook}():\n    yield {item}\n"
FIRST_TIME = """\
class Changing({base}):
    asked = itertools.count()
    def {method}(self, *args):
        if next(Changing.asked) > {times}: raise GeneratorExit
        return {base}.{method}(self, *args)
"""


def a_pass(before="", **fields):
    said = {"name": "'odd'", "summary": "'s'", "work": "work", "rules": "(R,)", **fields}
    item = "Pass(" + ", ".join(f"{name}={text}" for name, text in said.items()) + ")"
    return before + HOOK.format(hook="passes", item=item)


#: Registrations that are refused when they are made.
ODD_REGISTRATIONS = {
    "number": HOOK.format(hook="passes", item="3"),
    "evil": HOOK.format(hook="passes", item="Evil()"),
    "class": "class X:\n    __class__ = property(lambda self: sys.exit(0))\n" + HOOK.format(hook="passes", item="X()"),
    "repr": a_pass(scope="Evil()"),
    "name": a_pass(name="Evil()"),
    "rule": a_pass("class Mine(Rule):\n    def __eq__(self, other): return True\n", rules="(Mine.__new__(Mine),)"),
    "rule text": a_pass(rules="(attrs.evolve(R, summary=Text('s')),)"),
    "key": a_pass("class FactKey:\n    name = 'a.b'\n    __hash__ = None\n", provides="(FactKey(),)"),
    "options": a_pass(options="Evil"),
    "severities": FIRST_TIME.format(base="dict", method="items", times=-1)
    + HOOK.format(hook="rule_sets", item="RuleSet(name='s', summary='s', severities=Changing())"),
}
#: Registrations that are taken as what they are when they are made.
TAKEN = {
    "text": a_pass(name="Text('odd')", summary="Text('s')"),
    "subclass": FIRST_TIME.format(base="Pass", method="__getattribute__", times=40)
    + a_pass().replace("Pass(", "Changing("),
    "tuple": FIRST_TIME.format(base="tuple", method="__iter__", times=3) + a_pass(rules="Changing((R,))"),
    "mapping": FIRST_TIME.format(base="dict", method="items", times=3)
    + HOOK.format(hook="rule_sets", item="RuleSet(name='s', summary='s', severities=Changing(x=None))"),
}


@pytest.mark.parametrize("name", ODD_REGISTRATIONS)
def test_a_registration_that_is_none_is_refused(tried, name):
    session, checked, drawn, _ = tried(ODD_REGISTRATIONS[name])
    (message,) = said(session, checked, drawn)
    assert message.startswith("plugin odd: ")
    assert "good-rule" in {finding.rule.name for finding in checked.diagnostics}


@pytest.mark.parametrize("name", TAKEN)
def test_a_registration_is_copied_when_it_is_made(tried, name):
    session, checked, drawn, _ = tried(TAKEN[name])
    assert said(session, checked, drawn) == set()


# ---- what passes and renderers give

FINDINGS = {
    "text": "[attrs.evolve(R.at(None, 'x'), message=Text('y'))]",
    "span": "[R.at(type('S', (Span,), {'source': property(lambda s: sys.exit(0))})(None, 0, 1), 'x')]",
    "rule": "[attrs.evolve(R.at(None, 'x'), rule=type('Mine', (Rule,), {'__eq__': lambda s, o: True})"
    "(name='x', code='X001', summary='s', severity=Severity.HINT, reason='r', wrong='w', right='r'))]",
    "evil rule": "[attrs.evolve(R.at(None, 'x'), rule=Evil())]",
    "evil fixes": "[attrs.evolve(R.at(None, 'x'), fixes=Evil())]",
    "evil edit": "[R.at(None, 'x', fixes=[Fix('t', Evil())])]",
    "evil": "[Evil()]",
    "fact": "c.provide(Evil(), 3)",
    "exception": "exec('raise Odd')",
}
BEFORE = "class Odd(Exception):\n    def __str__(self): return Text('x' * 999)\n"


@pytest.mark.parametrize("name", FINDINGS)
def test_a_finding_that_is_none_names_its_pass(tried, name):
    does = "raise Odd" if name == "exception" else f"return {FINDINGS[name]}"
    body = a_pass(BEFORE + f"def bad(c):\n    {does}\n", work="bad")
    session, checked, drawn, _ = tried(body)
    (message,) = said(session, checked, drawn)
    assert message.startswith("pass `odd` of plugin odd ")
    assert "good-rule" in {finding.rule.name for finding in checked.diagnostics}


def test_a_finding_is_copied(tried):
    changing = FIRST_TIME.format(base="Diagnostic", method="__getattribute__", times=60)
    work = "def bad(c):\n    return [Changing(rule=R, message='x', span=None, severity=Severity.HINT)]\n"
    session, checked, drawn, _ = tried(a_pass(changing + work, work="bad"))
    assert said(session, checked, drawn) == set()
    (finding,) = [item for item in checked.diagnostics if item.rule.name == "odd-rule"]
    assert type(finding).__name__ == "Diagnostic"


DOES_TO_STREAMS = {
    "closes": "sys.stdout.close()",
    "closes both": "sys.stderr.close()",
    "takes": "sys.stdout = sys.stderr = None",
    "prints": "print('noise')",
}


@pytest.mark.parametrize("name", DOES_TO_STREAMS)
def test_the_streams_are_not_the_plugins(tried, capsys, name):
    tried(a_pass(f"def bad(c):\n    {DOES_TO_STREAMS[name]}\n", work="bad"))
    sys.stdout.write("still there\n")
    sys.stderr.write("here, too\n")
    out, err = capsys.readouterr()
    assert out == "still there\n"
    assert err.endswith("here, too\n")


FILES = {
    "text": ("OutputFile(path=Text('x.txt'), content=Text('x'))", "x"),
    "bytes": ("OutputFile(path='x.txt', content=type('B', (bytes,), {'__len__': Evil._no})(b'x'))", b"x"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_copied(tried, tmp_path, name):
    text, content = FILES[name]
    session, checked, _, _ = tried(a_pass())
    offer = Plugins.of(
        [
            module(
                "odd",
                f"def draw(c): return RenderResult(files=({text},))\n"
                + HOOK.format(
                    hook="renderers",
                    item="Renderer(name='bad', summary='s', media_type='text/plain', suffix='.txt', work=draw)",
                ),
            )
        ]
    ).renderers[0]
    (file,) = session.draw(checked, render.ready(offer, {}, ""), "a").files
    assert (type(file.path), type(file.content), file.content) == (str, type(content), content)


# ---- options

OPTIONS_OF_A_PASS = {
    "converter": ("size: int = attrs.field(default=1, converter=int)", {"size": 3}, ""),
    "refuses": ("size: int = attrs.field(default=1, converter=lambda v: 1 / (v - 3))", {"size": 3}, "configuration"),
    "exits": ("size: int = attrs.field(default=1, converter=lambda v: sys.exit(0))", {"size": 3}, "plugin"),
    "exits unasked": ("size: int = attrs.field(default=1, converter=lambda v: sys.exit(0))", {}, "plugin"),
    "members": ("size: enum.Enum('D', {'A': [1]}) = None", {"size": "b"}, "configuration"),
    "hints": ("size: 'Nowhere' = None", {"size": 3}, ""),
}


@pytest.mark.parametrize("name", OPTIONS_OF_A_PASS)
def test_whose_fault_options_are(tmp_path, name):
    field, values, fault = OPTIONS_OF_A_PASS[name]
    body = a_pass(f"@attrs.frozen\nclass Mine:\n    {field}\n", options="Mine")
    config = Config(file="journeyql.toml", passes={"odd": values} if values else {})
    with interrupts.watched():
        plugins = Plugins.of([module("odd", body)])
        if fault == "configuration":
            with pytest.raises(ConfigError, match=r"journeyql.toml: `passes.odd"):
                Session.start(plugins, config, today=TODAY)
            return
        session = Session.start(plugins, config, today=TODAY)
    assert [finding.message.startswith("plugin odd: ") for finding in session.diagnostics] == [True] * (
        fault == "plugin"
    )
