"""Two hundred plugins that misbehave, installed at once: each is named, and the findings of good ones do not change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_misbehaving import OFFER, install

#: What is raised, wherever a plugin's code runs.
RAISED = {
    "value": "raise ValueError('boom')",
    "exit": "sys.exit(0)",
    "exit-text": "raise SystemExit('bye')",
    "interrupt": "raise KeyboardInterrupt",
    "generator": "raise GeneratorExit",
    "own": "raise Own",
    "deep": "(lambda f: f(f))(lambda f: f(f))",
    "memory": "raise MemoryError",
    "silent": "raise type('Silent', (Exception,), {'__str__': lambda s: 1 / 0})",
    "control": "raise ValueError('\\x1b[31m\\u202e\\n' + 'x' * 5000)",
}
HOOKS = (
    "vocabularies passes renderers reporters commands rule_sets contributions labels themes resolvers translations"
).split()
OF_HOOK = "@hookimpl\ndef journeyql_{hook}():\n    {body}\n"
KIND = """
from journeyql.model import *
def read(value):
    {read}
def words(contributions):
    {words}
@kind('{name}-kind', inside=('journey',))
class Thing(Element):
    '''A thing.'''
    size: Varying[float] = one(attrs.evolve(NUMBER, read=read), 's')
    def __attrs_post_init__(self):
        {made}
@facet(on=(Touchpoint,))
class Added:
    '''Adds.'''
    {field}_size: Varying[float] = one(attrs.evolve(NUMBER, read=read), 's')
@hookimpl
def journeyql_vocabularies():
    yield Vocabulary(name='{name}', kinds=(Thing,), facets=(Added,), dimensions={dimensions})
"""
OFFERED = "@hookimpl\ndef journeyql_{hook}():\n    yield {item}\n"
ITEMS = {"number": "3", "none": "None", "text": "'x'", "mapping": "{}", "class": "Pass", "list": "[[]]"}


def places() -> Iterator[tuple[str, str]]:
    """The name of each place in which a plugin's code runs, with a module that does something there."""
    yield "import", "{}\n"
    for hook in HOOKS:
        yield f"hook-{hook.replace('_', '-')}", OF_HOOK.format(hook=hook, body="{}\n    yield")
    yield "pass", "def bad(c):\n    {}\n" + OFFER.replace("{more}", "work=bad")
    yield "later", "def bad(c):\n    yield R.at(None, 'before')\n    {}\n" + OFFER.replace("{more}", "work=bad")
    elements = OFFER.replace("{more}", "work=bad, scope='element'")
    yield "elements", "def bad(c):\n    {}\n" + elements


def with_kind(name: str, raised: str, place: str) -> str:
    """A plugin whose kind, facet or dimension raises."""
    parts = {"read": "return 1.0", "words": "return ()", "made": "pass", place: raised}
    dimensions = f"(Dimension(name='{name}-dimension', summary='s', values=words),)"
    return KIND.format(name=name, field=name.replace("-", "_"), dimensions=dimensions, **parts)


def clashing() -> Iterator[tuple[str, str]]:
    """Plugins that want what others have, or what cannot be had."""
    kind = "from journeyql.model import *\n@kind({0}, inside={1}{2})\nclass K(Element):\n    '''K.'''\n"
    offer = OFFERED.format(hook="vocabularies", item="Vocabulary(name='{name}', kinds=(K,))")
    for word in ("touchpoint", "journey", "stage", "persona", "pain", "evidence", "file", "extend"):
        yield f"kind-{word}", kind.format(repr(word), "('journey',)", "") + offer
    facet = "from journeyql.model import *\n@facet(on=(Touchpoint,))\nclass F:\n    '''F.'''\n    {0}: Varying[float] = one(NUMBER, 'n'{1})\n"
    added = OFFERED.format(hook="vocabularies", item="Vocabulary(name='{name}', facets=(F,))")
    for word in ("emotion", "title", "wait", "doing"):
        yield f"facet-{word}", facet.format(word, "") + added
    yield "facet-handed", facet.format("mine", ", inherits=True") + added
    yield "chinese", kind.format("'mine'", "('journey',)", ", zh='痛点'") + offer
    yield "homeless", kind.format("'moved'", "('nowhere',)", "") + offer
    for name, item in {
        "renderer": "Renderer(name='markdown', summary='s', media_type='text/plain', suffix='.txt', work=work)",
        "reporter": "Reporter(name='json', summary='s', media_type='text/plain', work=work)",
        "command": "Command(name='check', summary='s', target='a:b')",
        "theme": "NamedTheme(name='dark', summary='s', theme='a:b')",
        "resolver": "Resolver(name='file', summary='s', work=work)",
    }.items():
        yield f"taken-{name}", OFFERED.format(hook=f"{name}s", item=item)
    for name, change in {
        "name": "name='valley-without-pain'",
        "code": "code='JQL001'",
        "core": "name='unknown-name'",
    }.items():
        yield f"rule-{name}", OFFER.replace("{more}", "work=work").replace("(R,)", f"(attrs.evolve(R, {change}),)")
    yield "fact", "from journeyql.facts import PAINS\n" + OFFER.replace("{more}", "work=work, provides=(PAINS,)")
    yield "missing", OFFER.replace("{more}", "work=work, requires=(FactKey('no.such'),)")
    yield "typo", "@hookimpl\ndef journeyql_pases():\n    yield 3\n"
    yield "wrapper", "@hookimpl(wrapper=True)\ndef journeyql_passes():\n    return (yield)\n"


def changing() -> Iterator[tuple[str, str]]:
    """Passes that try to change what they are given, in the ways that Python offers."""
    for name, line in {
        "element": "c.view.journeys[0].id = 'x'",
        "field": "c.view.journeys[0].title = None",
        "delete": "del c.view.journeys[0].title",
        "view": "c.view.model.source = None",
        "model": "c.view.model.journeys.append(3)",
        "context": "c.view.context.persona = 'x'",
        "options": "c.options.x = 3",
        "own": "c.view.journeys[0].own['x'] = 3",
        "facets": "c.view.journeys[0].facets[int] = 3",
        "edges": "c.view.graph.edges[0].share = 3.0",
        "rule": "R.name = 'other'",
        "today": "c.today = None",
    }.items():
        yield name, f"def bad(c):\n    {line}\n    return ()\n" + OFFER.replace("{more}", "work=bad")


def plugins() -> Iterator[tuple[str, str]]:
    """The name and module of each plugin."""
    for (place, body), (what, raised) in product(places(), RAISED.items()):
        yield f"{place}-{what}", body.replace("{}", raised)
    for place, (what, raised) in product(("made", "read", "words"), RAISED.items()):
        name = f"{place}-{what}"
        yield name, with_kind(name, raised, place)
    for hook, (what, item) in product(HOOKS, ITEMS.items()):
        yield f"item-{hook.replace('_', '-')}-{what}", OFFERED.format(hook=hook, item=item)
    yield from ((f"clash-{name}", body) for name, body in clashing())
    yield from ((f"change-{name}", body) for name, body in changing())


ALL = dict(plugins())


def findings(folder: Path) -> tuple[int, list[dict[str, str]]]:
    command = [sys.executable, "-m", "journeyql", "check", "a.journey", "--format", "json", "--max-diagnostics", "0"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout)["diagnostics"]


def map_with(names: list[str]) -> str:
    """A map that has a thing of every kind, and a value of every facet, that can be read at all."""
    things = "".join(f"  {name}-kind thing size=1\n" for name in names)
    sizes = "".join(f"      {name}-size: 1\n" for name in names)
    return f'journey j "Repair"\n{things}  stage s "S" emotion=2\n    touchpoint t "T"\n{sizes}'


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, list[dict[str, str]]]]:
    """What is found with the good plugin alone, and with all the others beside it."""
    found = {}
    for name, chosen in {"alone": {}, "together": ALL}.items():
        folder = tmp_path_factory.mktemp(name)
        readable = [plugin for plugin in ALL if plugin.startswith(("made-", "read-"))]
        (folder / "a.journey").write_text(map_with(readable if chosen else []))
        install(folder, "good", OFFER.replace("{more}", "work=work"))
        for plugin, body in chosen.items():
            install(folder, plugin, body)
        found[name] = findings(folder)
    return found


def test_there_are_more_than_two_hundred() -> None:
    assert len(ALL) > 200


def test_the_run_ends_and_says_that_plugins_failed(runs: dict[str, tuple[int, list[dict[str, str]]]]) -> None:
    assert (runs["alone"][0], runs["together"][0]) == (0, 3)


def test_every_one_is_named(runs: dict[str, tuple[int, list[dict[str, str]]]]) -> None:
    told = " ".join(item["message"] for item in runs["together"][1])
    assert [name for name in ALL if f"{name} (acme-{name} 1.0)" not in told] == []
    assert told.isprintable()


def test_the_findings_of_the_good_one_are_the_same(runs: dict[str, tuple[int, list[dict[str, str]]]]) -> None:
    def good(name: str) -> list[tuple[str, str]]:
        return [(item["rule"], item["message"]) for item in runs[name][1] if item["rule"] == "good-rule"]

    assert good("alone")
    assert good("together") == good("alone")
