"""A file that is followed while it is edited gives what looking at each of its texts by itself gives."""

import difflib
import json
import random
import re
from pathlib import Path, PurePosixPath

import pytest
from engine_support import TODAY, a_pass, plugin_with

from journeyql.engine.config import Config
from journeyql.engine.files import Disk, Edited
from journeyql.engine.following import Following
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.model import Element
from journeyql.model.export import export
from journeyql.plugin import Related, Rule, Severity, discovery
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection

EXAMPLES = sorted(Path(__file__).parents[3].glob("examples/*.journey"))
SEEN = Rule(name="seen", code="TST001", summary="An element.", severity=Severity.HINT, reason="To be seen.")
#: What an edit replaces: texts, names and words, numbers, marks.
WORDS = re.compile(r'"[^"\n]*"|\w+|[^\w\s]')
#: Values of one word, and texts.
VALUES = re.compile(r'"[^"\n]*"|(?<==)\w+|(?<=: )\w+')
OTHERS = (
    "2",
    "5",
    "30%",
    "10min",
    "high",
    "low",
    '"other words"',
    "yes",
    "2026-10-01",
    "x",
    "",
    "=",
    ",",
    "a, b",
    "#",
    "|",
)
#: How many edits each file goes through.
EDITS = 8


def look(context):
    """A finding at each element that quotes what it says, what surrounds it says, and who it refers to."""
    view, element = context.view, context.element
    owner = view[element.owner]
    place = Related(owner.span, "the owner"), Related(element.span, "here")
    above = view.parent(element)
    words = [view[one.title] or one.id for one in (element, above, owner) if isinstance(one, Element)]
    cells = [f"{cell.span.line}:{cell.span.column}" for cell in element.title.cells]
    yield SEEN.at(element.span, " / ".join([*words, *cells]), related=place if owner is not None else place[1:])


@pytest.fixture(scope="module")
def session():
    own = plugin_with(a_pass(look, name="look", rules=(SEEN,), scope="element", varies_by=("persona",)))
    found = (*discovery.installed(), *discovery.given([own]))
    return Session.start(Plugins._from(found, Selection()), Config(), today=TODAY, reraise=True)


def broken(text, chance):
    """A text in which any word, or a mark, of one line is another; rarely of two lines."""
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 1, 2))):
        number = chance.randrange(len(lines))
        found = [*WORDS.finditer(lines[number])]
        if found:
            word, other = chance.choice(found), chance.choice([*WORDS.finditer(text)])
            lines[number] = replaced(lines[number], word, chance.choice((*OTHERS, other[0])))
    return "\n".join(lines)


def valued(text, chance):
    """A text in which a value, or a text, is another of its sort."""
    lines = text.split("\n")
    number = chance.choice([number for number, line in enumerate(lines) if VALUES.search(line)])
    value = chance.choice([*VALUES.finditer(lines[number])])
    sorts = {'"': ('"a"', '"b c"', '"另一个"', f'"{"x" * 30}"'), "0": tuple("123456789")}
    words = tuple(found[0] for found in VALUES.finditer(text) if found[0][0].isalpha()) or (value[0],)
    kind = "0" if value[0][0].isdigit() else value[0][0]
    lines[number] = replaced(lines[number], value, chance.choice(sorts.get(kind, words)))
    return "\n".join(lines)


def replaced(line, found, new):
    return line[: found.start()] + new + line[found.end() :]


def said(checked):
    """All that anybody can see of a file that was looked at."""
    findings = [repr(visible(finding)) for finding in checked.diagnostics]
    return findings, checked.model and export(checked.model.view())


def lines(checked):
    findings, model = said(checked)
    return [*findings, *json.dumps(model, indent=1, ensure_ascii=False).splitlines()]


def visible(finding):
    places = [finding.span, *(other.span for other in finding.related)]
    edits = [(edit.span, edit.text) for fix in finding.fixes for edit in fix.edits]
    spans = [span and (span.source.name, span.start, span.end, span.text) for span in (*places, *dict(edits))]
    return (
        finding.rule.name,
        finding.severity,
        finding.message,
        finding.help,
        finding.contexts,
        finding.element,
        finding.part,
        spans,
    )


def alone(session, item, text):
    """What looking at a text gives without looking at an earlier one."""
    return session.check(item, Edited(Disk.around(item), text.encode()))


def follow(session, path, chance, edit):
    """Each followed look beside one alone, for some edits of a file, half of which are taken back."""
    item = Input(path.name, path, PurePosixPath(path.name))
    follower, text = Following(session, item), path.read_text(encoding="utf-8")
    follower.look(text)
    for _ in range(EDITS):
        new = edit(text, chance)
        yield follower.look(new), alone(session, item, new), follower
        if chance.random() < 0.5:
            yield follower.look(text), alone(session, item, text), follower
        else:
            text = new


@pytest.mark.parametrize("edit", [broken, valued])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_edits_of_the_examples(session, path, edit):
    chance = random.Random(path.stem)  # noqa: S311 - it must be the same every time
    revised = 0
    for followed, by_itself, follower in follow(session, path, chance, edit):
        assert said(followed) == said(by_itself), "\n".join(
            difflib.unified_diff(*map(lines, (followed, by_itself)), lineterm="", n=1)
        )
        revised += bool(follower._state and follower._state.past)
    uses = any(line.startswith("use ") for line in path.read_text(encoding="utf-8").splitlines())
    assert edit is broken or bool(revised) is not uses


MAP = """\
journey j "Repair" owner=ops
  scale: 1..5
  stage report "Report" channel=app
    touchpoint ask "Asks" emotion=2
      wait: 4min target=1min
      doing: "Writes a message"
      pain "Too slow" severity=high
      -> done "at once"
    touchpoint done "Is done" owner=ops
channel app "App"
team ops "Operations"
team shop "Shop"
"""
ELEMENTS = 8
LOCAL = {
    "a score": ("emotion=2", "emotion=3"),
    "a score that is none": ("emotion=2", "emotion=9"),
    "a title": ('ask "Asks"', 'ask "Wonders"'),
    "a value": ("4min", "30min"),
    "an option": ("target=1min", "target=2min"),
    "a name": ("owner=ops\nchannel", "owner=shop\nchannel"),
    "a name of nothing": ("owner=ops\nchannel", "owner=nobody\nchannel"),
    "what is handed down": ('"Repair" owner=ops', '"Repair" owner=shop'),
    "a word": ("severity=high", "severity=low"),
    "a title that is referred to": ('"Operations"', '"Ops"'),
    "a comment": ("4min target=1min", "4min target=1min  # guessed"),
}
ANEW = {
    "a title that is the name": ('"Too slow"', '"Very slow"'),
    "a name": ("touchpoint done", "touchpoint finished"),
    "a scale": ("1..5", "1..7"),
    "an arrow": ("-> done", "-> end"),
    "words on an arrow": ("at once", "soon"),
    "a mistake": ("emotion=2", "emotion="),
    "another property": ("emotion=2", "feeling=angry"),
    "a qualifier": ("emotion=2", "emotion[future]=2"),
    "a kind": ("channel app", "system app"),
    "indentation": ("    touchpoint done", "      touchpoint done"),
    "a line more": ("channel app", "\nchannel app"),
    "a block": ("1..5", "|"),
    "an element written as a property": ('doing: "', 'pain: "'),
    "another option": ("target=1min", "baseline=2min"),
}


def edit(session, old, new):
    """What is said after an edit and of the text alone; and whether the text was revised, not read anew."""
    item = Input("map.journey", None, PurePosixPath("map.journey"))
    follower = Following(session, item)
    follower.look(MAP)
    assert MAP.count(old) == 1
    text = MAP.replace(old, new)
    followed = follower.look(text)
    return said(followed), said(alone(session, item, text)), bool(follower._state and follower._state.past)


@pytest.mark.parametrize("name", LOCAL)
def test_a_local_change_is_revised(session, name):
    followed, by_itself, revised = edit(session, *LOCAL[name])
    assert followed == by_itself
    assert revised


@pytest.mark.parametrize("name", ANEW)
def test_any_other_change_is_read_anew(session, name):
    followed, by_itself, revised = edit(session, *ANEW[name])
    assert followed == by_itself
    assert not revised


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("emotion=2", "emotion=3", {"j", "j.report", "j.report.ask", "j.report.ask.too-slow"}),
        ("owner=ops\nchannel", "owner=shop\nchannel", {"j", "j.report", "j.report.ask", "j.report.done"}),
        ("severity=high", "severity=low", {"j", "j.report", "j.report.ask", "j.report.ask.too-slow"}),
        ('"Shop"', '"Shops"', {"shop"}),
        ('"Operations"', '"Ops"', {"ops", "j", "j.report", "j.report.done"}),
    ],
)
def test_only_what_the_change_concerns_is_looked_at_again(old, new, wanted):
    seen = []

    def look_on(context):
        seen.append(context.element.path)
        return ()

    own = plugin_with(a_pass(look_on, scope="element", varies_by=()))
    plugins = Plugins._from(discovery.given([own]), Selection())
    session = Session.start(plugins, Config(), today=TODAY, reraise=True)
    follower = Following(session, Input("map.journey", None, PurePosixPath("map.journey")))
    follower.look(MAP)
    assert len(seen) == len({*seen}) == ELEMENTS
    seen.clear()
    follower.look(MAP.replace(old, new))
    assert {*seen} == wanted
