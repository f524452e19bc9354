# ruff: noqa: S311 - seeded mutations
"""Whatever a map says, the whole way from text to files ends with findings and sound output, never an exception.

`tests/soak/pipeline.py` runs the same with more mutations.
"""

from __future__ import annotations

import datetime
import itertools
import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from journeyql.diagnostics import Severity, visible
from journeyql.engine import render
from journeyql.engine.asked import EVERYBODY
from journeyql.engine.config import Config
from journeyql.engine.inputs import Input, found
from journeyql.engine.outputs import Target
from journeyql.engine.rules import DEFECTS
from journeyql.engine.session import Checked, Session
from journeyql.engine.tally import Tally
from journeyql.model import DIMENSIONS, Context
from journeyql.model.export import export
from journeyql.model.kinds import CORE
from journeyql.model.resolve import WordTable
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ROOTS = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.glob("**/*.journey"))
TABLE = WordTable.of(CORE)
#: What a mutation may put in the place of a value: each has been a mistake of somebody's parser.
VALUES = """0 -1 1e308 999999999999999 -0 5..1 1..1 ..5 5.. 99999999% -35% 0min 9999-12-31 2026-02-30 24:00 12XXX yes no _
    a.b.c start end @app "" "\\u{202e}" "\\u{0}" "\\n" `` `javascript:x` __proto__ node graph CON ../x -> | # []""".split()
LINES = (
    "extend {name}",
    'extend {name} "Other"',
    "extend[{name}] {other}",
    "omit {name}",
    "omit[{name}] {other}",
    'extend {name}\n{pad}  touchpoint new "New" after={other}',
    "use x `{name}.journey`",
    'allow valley-without-pain "why" until=2020-01-01',
    'persona {name} "Somebody" segment={other}',
    "market {name} in={other}",
    'lane {name} "Own" type=score scale=1..3',
    "{name} -> {other} -> {name}",
    '{name} -> {other} "if" share=40%',
    "{name} -> end parallel=yes",
    'stage[{name}] {other} "Stage"',
    'touchpoint {name} "Step" @{other} emotion[{name}]=2 of={other}',
    "{name}: {other} from={name}",
    "note: |\n{pad}  {name} `x` \n{pad}    # deep",
    "handoff @{name} -> @{other}",
)
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|#[^\n]*|[\w.-]+|\n *| +|.', re.DOTALL)
_NAME = re.compile(r"[^\W\d][\w-]*")


# ---- one file through everything


@attrs.frozen(eq=False)
class Pipeline:
    """The compiler with its own plugins, and a copy of the examples beside which texts are written."""

    folder: Path
    session: Session
    drawings: dict[str, render.Drawing]

    @classmethod
    def start(cls, folder: Path) -> Pipeline:
        shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("out"), dirs_exist_ok=True)
        (folder / "journeyql.toml").touch()
        plugins = Plugins.discover(Selection.of(external=False))
        session = Session.start(plugins, Config(), today=datetime.date(2026, 11, 22), reraise=True)
        offers = (offer for offer in plugins.renderers if offer.item.name not in {"png", "pdf"})  # they draw the map
        drawings = {offer.item.name: render.ready(offer, {}, "") for offer in offers}
        assert sorted(drawings) == ["dot", "flow", "json", "map", "markdown", "report-json", "report-markdown"]
        return cls(folder, session, drawings)

    def check(self, text: str, root: str = "text.journey") -> Checked:
        path = self.folder / root
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        (item,) = found([str(path)])
        assert isinstance(item, Input)
        return self.session.check(attrs.evolve(item, name=root))

    def draw(self, checked: Checked, name: str) -> str:
        drawn = self.session.draw(checked, self.drawings[name], "map")
        assert [finding.message for finding in drawn.diagnostics if finding.rule in DEFECTS] == []
        assert all(isinstance(file.content, str) for file in drawn.files)
        return "\f".join(file.content for file in drawn.files)

    def outputs(self, text: str, root: str) -> dict[str, str]:
        checked = self.check(text, root)
        return {name: self.draw(checked, name) for name in self.drawings}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory) -> Pipeline:
    return Pipeline.start(tmp_path_factory.mktemp("maps"))


def sound(pipeline: Pipeline, text: str, chance: random.Random, contexts: int = 3) -> Checked:
    """Check a text, resolve it in some contexts and draw it in one of them with everything there is."""
    checked = pipeline.check(text)
    findings_are_sound(checked)
    if checked.model is None:
        return checked
    every = checked.model.contexts(DIMENSIONS) if many(checked) else (checked.model.context,)
    for context in chance.sample(every, min(contexts, len(every))):
        assert checked.model.view(context).graph is not None
    narrowed = at(checked, chance.choice(every))
    json.dumps(export(narrowed.model.view()), allow_nan=False)
    for name in pipeline.drawings:
        is_well_formed(name, pipeline.draw(narrowed, name))
    return checked


def many(checked: Checked) -> bool:
    """Whether the contexts are few enough to enumerate: the engine caps them, a test need not wait for that."""
    count = 1
    for dimension in DIMENSIONS:
        count *= 1 + len(checked.model.used(dimension))
    return count <= 500


def at(checked: Checked, context: Context) -> Checked:
    return attrs.evolve(checked, model=attrs.evolve(checked.model, context=context))


def findings_are_sound(checked: Checked) -> None:
    keys = set()
    for finding in checked.diagnostics:
        assert finding.rule not in DEFECTS, finding.message
        spans = [finding.span, *(item.span for item in finding.related)]
        spans += [edit.span for fix in finding.fixes for edit in fix.edits]
        for span in filter(None, spans):
            assert 0 <= span.start <= span.end <= len(span.source.text), finding
        place = finding.span and (finding.span.source.name, finding.span.start, finding.span.end)
        keys.add((finding.rule.name, finding.message, place, finding.contexts))
    assert len(keys) == len(checked.diagnostics)


def is_well_formed(name: str, text: str) -> None:
    for part in text.split("\f") if text else ():
        one_is_well_formed(name, part)


def one_is_well_formed(name: str, text: str) -> None:
    if name in {"flow", "map"}:
        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own output
    if name == "json":
        assert json.loads(text, parse_constant=pytest.fail)["format"] == "journeyql"
    if name == "report-json":
        assert json.loads(text, parse_constant=pytest.fail)["version"] == 1
    if name in {"dot", "flow", "map", "markdown", "report-markdown"}:
        hidden = {char for char in text if visible(char) != char} - {"\u2028", "\u2029", "\x85"}
        assert hidden == set(), name


# ---- mutations


def fragment(chance: random.Random, text: str, most: int = 60) -> str:
    """Some of the top-level blocks of a map, in order; references to the others stay and lead nowhere."""
    blocks = top_blocks(text)
    first = next((index for index, block in enumerate(blocks) if block.startswith(("journey", "旅程"))), 0)
    kept = {first}
    for index in chance.sample(range(len(blocks)), len(blocks)):
        if sum(blocks[k].count("\n") for k in {*kept, index}) <= most:
            kept.add(index)
    return "".join(blocks[index] for index in sorted(kept))


def top_blocks(text: str) -> list[str]:
    return re.split(r"^(?=[^\s#])", text.rstrip("\n") + "\n", flags=re.MULTILINE)


def mutated(chance: random.Random, text: str) -> str:
    for _ in range(chance.choice((1, 1, 2, 2, 3, 5))):
        text = chance.choice(MUTATIONS)(chance, text)
    return text


def _names(chance: random.Random, text: str) -> str:
    return chance.choice(_NAME.findall(text) or ["x"])


def _swap_tokens(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text)
    if len(tokens) > 1:
        one = chance.randrange(len(tokens))
        other = max(0, min(len(tokens) - 1, one + chance.choice((-4, -2, 2, 4, 30))))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _change_token(chance: random.Random, text: str) -> str:
    tokens = _TOKEN.findall(text) or [""]
    index = chance.randrange(len(tokens))
    tokens[index] = chance.choice(["", tokens[index] * 2, chance.choice(tokens), _names(chance, text)])
    return "".join(tokens)


def _change_value(chance: random.Random, text: str) -> str:
    places = [match.span(1) for match in re.finditer(r"(?:=|: |\.\.|@)([^\s,]+)", text)]
    start, end = chance.choice(places or [(len(text), len(text))])
    return text[:start] + chance.choice(VALUES) + text[end:]


def _change_line(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    index = chance.randrange(len(rows))
    other = chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            rows[index:index] = [rows[other]]
        case 1:
            del rows[index]
        case 2:
            rows[index], rows[other] = rows[other], rows[index]
        case 3:
            rows[index] = " " * chance.choice((1, 2, 4)) + rows[index]
        case _:
            rows[index] = rows[index][chance.choice((1, 2)) :]
    return "\n".join(rows)


def _shift_block(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    start = chance.randrange(len(rows))
    for index in range(start, min(len(rows), start + chance.randint(2, 8))):
        rows[index] = "  " + rows[index] if chance.random() < 0.8 else rows[index].removeprefix("  ")
    return "\n".join(rows)


def _qualify(chance: random.Random, text: str) -> str:
    ends = [match.end() for match in re.finditer(r"[a-z_]+(?=[=: ])", text)] or [0]
    place = chance.choice(ends)
    names = [_names(chance, text), *(["DE", "CN", "zh", "future", "current"])]
    inside = ", ".join(chance.sample(names, chance.choice((1, 1, 2))))
    return f"{text[:place]}[{inside}]{text[place:]}"


def _rename(chance: random.Random, text: str) -> str:
    """One name becomes another that exists, in one place or everywhere."""
    one, other = _names(chance, text), _names(chance, text)
    return re.sub(rf"\b{re.escape(one)}\b", other, text, count=chance.choice((0, 1, 1)))


def _insert_line(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    index = chance.randint(0, len(rows))
    near = rows[index - 1] if index else ""
    pad = " " * (len(near) - len(near.lstrip(" ")) + chance.choice((0, 0, 2)))
    pad = chance.choice((pad, pad, ""))
    line = chance.choice(LINES).format(name=_names(chance, text), other=_names(chance, text), pad=pad)
    return "\n".join([*rows[:index], pad + line, *rows[index:]])


MUTATIONS: tuple[Callable[[random.Random, str], str], ...] = (
    _swap_tokens,
    _change_token,
    _change_value,
    _change_line,
    _shift_block,
    _qualify,
    _rename,
    _insert_line,
)


def mutations(seed: int, count: int, most: int = 45) -> Iterator[tuple[random.Random, str]]:
    chance = random.Random(seed)
    texts = [(EXAMPLES / root).read_text(encoding="utf-8") for root in ROOTS]
    for _ in range(count):
        yield chance, mutated(chance, fragment(chance, chance.choice(texts), most))


def test_mutations(pipeline: Pipeline) -> None:
    seen = set[str]()
    for chance, text in mutations(20261122, 900):
        checked = sound(pipeline, text, chance)
        seen.update(finding.rule.name for finding in checked.diagnostics)
    assert len(seen) >= 45  # the mutations reach most rules; else they test too little


def test_whole_examples_mutated(pipeline: Pipeline) -> None:
    """Few, but with all the references of a real map."""
    for chance, text in mutations(7, 40, most=10_000):
        sound(pipeline, text, chance, contexts=10)


def test_every_context_of_every_example(pipeline: Pipeline) -> None:
    for root in ROOTS:
        text = (EXAMPLES / root).read_text(encoding="utf-8")
        checked = pipeline.check(text, root)
        for context in checked.model.contexts(DIMENSIONS):
            view = checked.model.view(context)
            known = {node.path for node in view.graph.nodes}
            assert {end.path for edge in view.graph.edges for end in (edge.source, edge.target) if end} <= known
        for context in checked.model.contexts(("persona", "market")):
            is_well_formed("dot", pipeline.draw(at(checked, context), "dot"))


def test_the_engine_accepts_what_is_drawn_of_mutations(pipeline: Pipeline) -> None:
    from journeyql_graphviz import engine
    from journeyql_graphviz.options import PURE

    program = engine.locate(PURE)
    assert program is not None
    for _, text in itertools.islice(mutations(99, 400), 0, None, 16):
        for dot in filter(None, pipeline.draw(pipeline.check(text), "dot").split("\f")):
            done = subprocess.run([program, "-Tplain"], input=dot.encode(), capture_output=True, check=False)
            said = [
                line for line in done.stderr.splitlines() if b"no value for width of non-ASCII character" not in line
            ]
            assert (done.returncode, said) == (0, []), dot
            assert done.stdout.startswith(b"graph "), dot


# ---- the same map written in another way


#: Everything that belongs to the journey above it stays in its order; so do the elements of one kind.
_OF_JOURNEY = {"journey", "旅程", "stage", "阶段", "lane", "view"}


def same(pipeline: Pipeline, root: str, text: str) -> None:
    """A text means what the example says: the same findings at the same words, the same files."""
    plain = (EXAMPLES / root).read_text(encoding="utf-8")
    one, other = pipeline.check(plain, root), pipeline.check(text, root)
    assert told(other) == told(one)
    for name in pipeline.drawings:
        assert comparable(name, pipeline.draw(other, name)) == comparable(name, pipeline.draw(one, name)), name


def told(checked: Checked) -> list[tuple[object, ...]]:
    findings = checked.diagnostics
    return sorted((f.rule.name, f.message, f.help, f.span.text if f.span else "", f.contexts) for f in findings)


def comparable(name: str, text: str) -> object:
    """A file without what the layout and order of the text decide: JSON without places and the order of different kinds,
    Markdown without line numbers, the map without the checksum of the text; the others as they are.
    """
    if name == "map":
        return re.sub(r" [0-9a-f]{8}(?=</text>\n</svg>)", "", text)
    if name == "markdown":
        lines = re.sub(r"^\| [0-9]+ (?=\|.*`[a-z-]+` \|$)", "| ", text, flags=re.MULTILINE).split("\n")
        return sorted(lines, key=lambda line: line if line.startswith("| | ") else "")  # the rows of findings
    if name not in {"json", "report-json"}:
        return text
    # Of two elements with one name, the later one's path says its kind; which one is later is the order's doing.
    document = without_places(json.loads(re.sub(r"~[a-z]+(?=[.\"])", "", text)))
    for key in {"elements", "absent"} if name == "json" else ():
        document[key] = sorted(document[key], key=lambda item: item["kind"])
    document["diagnostics"] = sorted(document["diagnostics"], key=str)
    return document


_PLACES = {"line", "column", "endLine", "endColumn"}


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items() if key not in _PLACES}
    return [without_places(item) for item in value] if isinstance(value, list) else value


def commented(chance: random.Random, text: str) -> str:
    head, *rows = text.split("\n")  # a comment that names the language stays the first line
    found, block = [head], -1
    for row in rows:
        depth = len(row) - len(row.lstrip(" "))
        if row.strip() and depth <= block:
            block = -1
        if block < 0:
            found += chance.choice(([], [], [""], ["", "# said"], ["     # said"], ["  ", "# “said” \\ ` ->"]))
        if block < 0 and re.search(r":\s*\|\s*(#.*)?$", row):
            block = depth
        inside = block >= 0 and not row.rstrip().endswith("|")
        found.append(row if inside or not row.strip() or "#" in row else row + chance.choice(("", "  ", "  # why")))
    return "\n".join(found)


REWRITTEN: dict[str, Callable[[random.Random, str], str]] = {
    "crlf": lambda _, text: text.replace("\n", "\r\n"),
    "mark": lambda _, text: "\ufeff" + text,
    "blank": lambda _, text: text + "\n\n   \n# the end",
    "no end": lambda _, text: text.rstrip("\n"),
    "four": lambda _, text: re.sub(r"^ +", lambda match: match[0] * 2, text, flags=re.MULTILINE),
    "comments": commented,
}


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("how", REWRITTEN)
def test_layout_changes_nothing(pipeline: Pipeline, root: str, how: str) -> None:
    text = (EXAMPLES / root).read_text(encoding="utf-8")
    same(pipeline, root, REWRITTEN[how](random.Random(3), text))


@pytest.mark.parametrize("root", ROOTS)
def test_the_order_of_independent_blocks_changes_nothing(pipeline: Pipeline, root: str) -> None:
    chance = random.Random(11)
    text = (EXAMPLES / root).read_text(encoding="utf-8")
    head, *blocks = top_blocks(text)
    for _ in range(3):
        same(pipeline, root, head + "".join(reordered(chance, blocks)))


def reordered(chance: random.Random, blocks: list[str]) -> list[str]:
    """Blocks of different sorts in another order; those of one sort keep theirs."""
    sorts: dict[str, list[str]] = {}
    for block in blocks:
        word = re.match(r"[^\W\d]\w*|.", block)[0]
        kind = TABLE.kind(word, "zh")
        of_journey = kind is None or word in _OF_JOURNEY or "journey" in kind.inside
        sorts.setdefault("journey" if of_journey and word not in {"use", "extend"} else word, []).append(block)
    found = []
    while any(sorts.values()):
        found.append(chance.choice([queue for queue in sorts.values() if queue]).pop(0))
    return found


def renamed(text: str, names: frozenset[str]) -> str:
    def token(match: re.Match[str]) -> str:
        word = match[0]
        if word[0] in '"`#':
            return word
        return ".".join(f"x{part}" if part in names else part for part in word.split("."))

    return _TOKEN.sub(token, text)


def own_names(checked: Checked) -> frozenset[str]:
    """The ids that mean nothing else: no word of the language, no territory, and not what people read."""
    words = {word for spec in TABLE.kinds.values() for word in (spec.name, spec.zh, *spec.properties)}
    for spec in TABLE.kinds.values():
        for item in spec.properties.values():
            words |= {item.zh, *item.value.words}
    model = checked.model
    written = {item.node.name for item in model.elements.values() if item.node.name and item.title.cells}
    shown = {item.id for item in model.elements.values() if not item.title.cells}
    return frozenset(name for name in written - words - shown if not re.fullmatch(r"[A-Z]{2}|\w*-.*", name))


@pytest.mark.parametrize("root", [root for root in ROOTS if "use" not in (EXAMPLES / root).read_text("utf-8").split()])
def test_names_change_nothing_but_themselves(pipeline: Pipeline, root: str) -> None:
    text = (EXAMPLES / root).read_text(encoding="utf-8")
    one = pipeline.check(text, root)
    names = own_names(one)
    other = pipeline.check(renamed(text, names), root)
    back = re.compile(rf"\bx({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")

    def undone(words: str) -> str:
        return back.sub(r"\1", words) if names else words

    def heard(checked: Checked) -> list[tuple[object, ...]]:
        return [(f.rule.name, undone(f.message), undone(f.help), f.span and f.span.line) for f in checked.diagnostics]

    assert heard(other) == heard(one)
    for name in pipeline.drawings:
        assert anonymous(name, undone(pipeline.draw(other, name))) == anonymous(name, pipeline.draw(one, name)), name


def anonymous(name: str, text: str) -> object:
    """A file without what names and their length decide: the ids inside a picture, and places."""
    text = re.sub(r"\bjq-[\w-]+", "jq", text) if name in {"flow", "map"} else text
    return comparable(name, text)


# ---- what was found by hand


def rules_of(pipeline: Pipeline, text: str) -> list[str]:
    return [finding.rule.name for finding in pipeline.check(text).diagnostics]


SMALL = 'journey j "J"\n  stage s "S"\n    touchpoint a "A" emotion=3\n'


@pytest.mark.parametrize("locale", ["_", "a.b.c"])
def test_a_locale_that_is_no_language(pipeline: Pipeline, locale: str) -> None:
    pipeline.draw(pipeline.check(SMALL.replace('"J"', f'"J" locale={locale}')), "flow")


def test_json_is_safe_to_print(pipeline: Pipeline) -> None:
    text = pipeline.draw(pipeline.check(SMALL.replace('"A"', r'"\u{9b}\u{202e}\u{7f}"')), "json")
    assert visible(text) == text


def test_messages_are_safe_to_print(pipeline: Pipeline) -> None:
    (finding,) = pipeline.check(SMALL.replace("emotion=3", r'emotion="\u{202e}\u{1b}"')).diagnostics[:1]
    assert finding.message.isprintable()


CIRCLES = {
    "after": 'extend j.s\n  touchpoint c "C" after=d\n  touchpoint d "D" after=c\n',
    "after itself": 'extend j.s\n  touchpoint c "C" after=c\n',
    "markets": "market A in=B\nmarket B in=A\n",
    "market itself": "market A in=A\n",
    "planned": '    touchpoint x "X" of=y\n    touchpoint y "Y" of=x\n',
}


@pytest.mark.parametrize("name", CIRCLES)
def test_circles_are_reported(pipeline: Pipeline, name: str) -> None:
    assert [rule for rule in rules_of(pipeline, SMALL + CIRCLES[name]) if rule != "no-emotion"]


def test_two_files_under_one_name(pipeline: Pipeline) -> None:
    text = "use b `coffee.journey`\nuse b `repair.journey`\n" + SMALL
    assert rules_of(pipeline, text)


@pytest.mark.parametrize("line", ["persona p age=5..1", 'journey k "K" scale=5..1'])
def test_ranges_go_forward(pipeline: Pipeline, line: str) -> None:
    assert "wrong-value" in rules_of(pipeline, SMALL + line + "\n")


def test_ranges_of_dates_go_forward(pipeline: Pipeline) -> None:
    assert "wrong-value" in rules_of(pipeline, SMALL + "market DE holidays=2026-12-01..2026-01-01\n")


@pytest.mark.parametrize("share", ["-5%", "99999999%"])
def test_shares_are_shares(pipeline: Pipeline, share: str) -> None:
    assert "wrong-value" in rules_of(pipeline, SMALL + f'    -> end "why" share={share}\n')


@pytest.mark.parametrize("share", ["-5%", "99999999%"])
def test_frequencies_are_shares(pipeline: Pipeline, share: str) -> None:
    assert "wrong-value" in rules_of(pipeline, SMALL + f'      pain "x" frequency={share}\n')


def test_findings_do_not_depend_on_what_else_is_checked(pipeline: Pipeline) -> None:
    base = (
        "journey base\n  stage s\n    touchpoint a emotion=3\n    touchpoint b emotion=3\n    touchpoint c emotion=3\n"
        "channel app\n"
    )
    other = "use base `base.journey`\nextend base.base\n  extend s.a\n    emotion: 5\n  extend s.b\n    emotion: 1\n"
    one, two = pipeline.check(base, "base.journey"), pipeline.check(other, "other.journey")
    assert not one.diagnostics
    assert two.diagnostics
    files = [("base.journey", one.diagnostics), ("other.journey", two.diagnostics)]
    for order in (files, files[::-1]):
        tally = Tally(0, Severity.HINT)
        for name, findings in order:
            tally.add_file(name, findings)
        assert (tally.total, tally.code) == (len(two.diagnostics), 1)


@pytest.mark.parametrize("root", ["con.journey", "nul.x.journey", "COM¹.journey"])
def test_a_device_name_is_not_the_renderers_mistake(pipeline: Pipeline, root: str) -> None:
    checked = pipeline.check(SMALL, root)
    drawn = pipeline.session.draw(checked, pipeline.drawings["dot"], Target().stem(checked.input, EVERYBODY))
    assert [finding.rule for finding in drawn.diagnostics if finding.rule in DEFECTS] == []


@pytest.mark.parametrize(
    "word", "__proto__ constructor node graph digraph subgraph edge strict end start None 触点".split()
)
def test_no_name_is_special(pipeline: Pipeline, word: str) -> None:
    """A map whose every element is called so draws as one with another name."""
    text = (
        'journey {0} "J"\n  stage {0} "S"\n    touchpoint {0} "A" @{0} emotion=2\n      pain {0} "P"\n'
        '    touchpoint {0}2 "B"\n      -> {0}.{0}.{0} "again" share=20%\nchannel {0} "C"\n'
    )
    plain, other = pipeline.check(text.format("name")), pipeline.check(text.format(word))
    assert [finding.rule for finding in other.diagnostics] == [finding.rule for finding in plain.diagnostics]
    for name in ("dot", "markdown"):
        assert pipeline.draw(other, name) == pipeline.draw(plain, name)


LONG = "x" * 5_000
EXTREMES = {
    "long": f'journey j "{LONG}"\n  stage s "{"word " * 1_000}"\n    touchpoint a "{LONG}" @c\n      pain "{"报" * 5_000}"\n'
    f'    touchpoint b "B"\n      -> a "{LONG}" share=3%\nchannel c "{LONG}"\n',
    "emoji": 'journey j "🎉🎉"\n  stage s "👩‍👩‍👧‍👦"\n    touchpoint a "🇩🇪🏳️‍🌈" @c\n      pain "💥" severity=high\nchannel c "📱"\n',
    "empty": 'journey j ""\n  stage s ""\n    touchpoint a "" @c\n      pain "" severity=high\n      -> b ""\n    touchpoint b " "\n',
    "many": 'journey j "J"\n  stage s "S"\n' + "".join(f'    touchpoint t{n} "T{n}"\n' for n in range(500)),
    "stages": 'journey j "J"\n' + "".join(f'  stage s{n} "S{n}"\n    "A"\n    "B"\n' for n in range(40)),
    "name": f'journey {"i" * 300} "J"\n  stage {"i" * 300}\n    touchpoint {"i" * 300}\n',
    "bare": "journey\njourney\n",
    "nothing": "",
    "no stage": 'journey j "J"\n',
    "no journey": 'persona p "P"\n',
}


@pytest.mark.parametrize("name", EXTREMES)
def test_extremes(pipeline: Pipeline, name: str) -> None:
    sound(pipeline, EXTREMES[name], random.Random(1))
