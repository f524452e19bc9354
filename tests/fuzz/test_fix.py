"""Mending of mutated examples: it ends, changes nothing the second time, and never what a file means."""

import datetime
import json
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_pipeline import EXAMPLES, ROOTS, fragment, mutations

from journeyql.diagnostics import Severity
from journeyql.engine.config import Config
from journeyql.engine.fix import mended
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.model.export import export
from journeyql.plugin.manager import Plugins
from journeyql.source import SourceFile
from journeyql.syntax import parse

#: Where something stands, and what an `allow` that silences nothing says, is no part of what a map means.
NO_MEANING = {"line", "allowances", "endLine", "column", "endColumn"}


def errors(text):
    return [item for item in parse(SourceFile("-", text)).diagnostics if item.severity is Severity.ERROR]


def meaning(model):
    return _without_places(export(model.view()))


def _without_places(value):
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items() if key not in NO_MEANING}
    return [_without_places(item) for item in value] if isinstance(value, list) else value


def careless(chance, text, ends=("", "", ",", " ;", "  ", ":")):
    """The text as somebody else's keyboard and habits would have it."""
    swaps = [
        ('"', "“"),
        ("=", "＝"),
        ("->", "→"),
        (", ", "，"),
        ("  ", "\t"),
        (": ", "："),
        (" ", "\u3000"),
        ("@", "＠"),
    ]
    rows = text.split("\n")
    for _ in range(chance.randint(0, 6)):
        index = chance.randrange(len(rows))
        old, new = chance.choice(swaps)
        rows[index] = rows[index].replace(old, new, chance.choice((1, 2, 99)))
        rows[index] += chance.choice(ends)
    return chance.choice(("\n", "\r\n")).join(rows)


@pytest.fixture(scope="module")
def session():
    texts = {}
    today = datetime.date(2026, 11, 22)
    made = Session.start(Plugins.discover(), Config(), today=today, stdin=lambda: texts["-"], reraise=True)
    return texts, made


def test_mutations_are_mended(session):
    texts, started = session
    item = Input("-", None, None)
    rules = set()
    for chance, text in mutations(31, 250):
        written = careless(chance, text)
        texts["-"] = written.encode("utf-8", "replace")
        once = mended(started, item)
        assert once.refused == (), [finding.message for finding in once.refused]
        after = once.after.decode()
        assert len(errors(after)) <= len(errors(written))
        texts["-"] = once.after
        again = mended(started, item)
        assert (again.after, again.fixed) == (once.after, ())
        rules.update(finding.rule.name for finding in once.fixed)
    assert len(rules) >= 10, rules


def test_what_is_understood_anyway_keeps_its_meaning(session):
    """Full-width signs, tabs and typographic quotation marks: the model before is the model after."""
    texts, started = session
    item = Input("-", None, None)
    chance = random.Random(32)  # noqa: S311 - the same texts in every run
    compared = 0
    for _ in range(200):
        text = fragment(chance, (EXAMPLES / chance.choice(ROOTS)).read_text("utf-8"), 40)
        written = careless(chance, text, ends=("",))
        texts["-"] = written.encode()
        once = mended(started, item)
        if not errors(written) and once.fixed:
            compared += 1
            before = started.check(item).model
            assert json.dumps(meaning(once.checked.model)) == json.dumps(meaning(before)), (
                written,
                once.after.decode(),
            )
    assert compared >= 50
