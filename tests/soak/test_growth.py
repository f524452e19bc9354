"""Whatever a text is made of, the time to check and draw it grows in proportion to its length."""

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))

from test_pipeline import Pipeline

STAGE = 'journey j "J"\n  stage s "S"\n'
STEP = STAGE + '    touchpoint a "A"\n'
RENDERERS = ("json", "markdown", "dot")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    return Pipeline.start(tmp_path_factory.mktemp("maps"))


def rows(head, row, tail=""):
    """A text with a line (or several) for each number; `m` goes through the scale, `p` and `f` are its neighbours."""
    return lambda count: head + "".join(row.format(i=i, p=i - 1, f=i + 1, m=i % 5 + 1) for i in range(count)) + tail


def after(row, *more):
    """A text with first one line for each number, then others for each number."""
    return lambda count: "".join(rows("", part)(count) if "{" in part else part for part in (row, *more))


def one_line(head, item, joiner=" "):
    """A text of one long line."""
    return lambda count: head + joiner.join(item.format(i=i) for i in range(count)) + "\n"


def long_text(head, part, tail='"\n'):
    """A text that holds one long text."""
    return lambda count: head + part * 10 * count + tail


ON_ONE_LINE = {
    "properties": one_line(STEP[:-1] + " ", "tags=t{i}"),
    "repeated properties": one_line(STEP[:-1] + " ", "emotion=3"),
    "unknown properties": one_line(STEP[:-1] + " ", "foo{i}=3"),
    "unknown options": one_line(STEP + "      emotion: 3 ", "foo{i}=3"),
    "wrong values": one_line(STEP[:-1] + " ", "wait=foo{i}"),
    "a list": one_line(STEP[:-1] + " tags=", "t{i}", ","),
    "a list of wrong values": one_line(STEP[:-1] + " carries=", "4{i}", ","),
    "unknown personas": one_line('journey j "J" persona=', "p{i}", ","),
    "channels": one_line('channel app "App"\n' + STEP[:-1] + " ", "@app"),
    "literals": one_line(STEP[:-1] + " ", "`x{i}`"),
    "texts": one_line(STEP[:-1] + " ", '"x{i}"'),
    "punctuation": one_line(STEP[:-1] + " ", "] [ ="),
    "quotation marks": one_line(STEP[:-1] + " ", '"', ""),
    "twins": one_line(STEP[:-1] + " ", "emotion＝3", "　"),
    "arrows": one_line(STEP + '    touchpoint b "B"\n  a ', "-> b -> a"),
    "unknown qualifiers": one_line(STEP[:-1] + " emotion[x", "p{i}", ","),
    "elements as a property": one_line(STEP + "      pain: ", '"P{i}"', ","),
    "comment": one_line(STEP + "# ", '# more "x `'),
}

TEXTS = {
    "words": long_text(STAGE + '    touchpoint a "', "word "),
    "one word": long_text(STAGE + '    touchpoint a "', "word"),
    "Chinese": long_text(STAGE + '    touchpoint a "', "漢字仮名"),
    "Thai": long_text(STAGE + '    touchpoint a "', "สวัสดี"),
    "combining marks": long_text(STAGE + '    touchpoint a "e', "\u0301"),
    "emoji": long_text(STAGE + '    touchpoint a "', "👩\u200d👩\u200d👧"),
    "escapes": long_text(STAGE + '    touchpoint a "', "\\q"),
    "hidden characters": long_text(STAGE + '    touchpoint a "', "\x01"),
    "persona and stage": lambda n: (
        f'persona p "{"word" * n}"\n  quote: "{"word" * n}"\njourney j "{"word" * n}"\n  goal: "{"wo rd " * n}"\n'
        f'  stage s "{"word" * n}"\n    touchpoint a "A" emotion[p]=3\n      doing: "{"word" * n}"\n'
    ),
    "lines of a block": rows(STEP + "      doing: |\n", "        a line of text\n"),
    "path": lambda n: f"{STEP}      -> {'.'.join('a' * n)}\n",
    "name": lambda n: f'{STAGE}    touchpoint {"a" * n} "A"\n',
}

ELEMENTS = {
    "touchpoints": rows(STAGE, '    touchpoint t{i} "T" emotion={m}\n'),
    "falling scores": lambda n: (
        STAGE + "".join(f'    touchpoint t{i} "T" emotion={3 - i * 2 / n:.5f}\n' for i in range(n))
    ),
    "stages": rows('journey j "J"\n', '  stage s{i} "S{i}"\n'),
    "stages with touchpoints": rows('journey j "J"\n', '  stage s{i} "S{i}"\n    touchpoint t "T" emotion={m}\n'),
    "journeys": rows("", 'journey j{i} "J"\n  stage s "S"\n'),
    "journeys with flows": rows(
        "",
        'journey j{i} "J"\n  stage s{i} "S"\n    touchpoint a "A" emotion={m}\n      -> b\n'
        '    touchpoint b "B" emotion=2\n      pain "P" severity=high\n        action "A"\n',
    ),
    "same titles": rows(STAGE, '    "T"\n'),
    "same names": rows(STAGE, '    touchpoint t "T"\n'),
    "look-alikes": rows(STAGE, '    touchpoint а{i} "A"\n    touchpoint a{i} "B"\n'),
    "blocks": rows(STEP, "      doing: |\n        a line of text\n"),
    "texts of one property": rows(STEP, '      doing: "x{i}"\n'),
    "pains": rows(STEP, '      pain "P" severity=high\n'),
    "pains with names": rows(STEP, '      pain p{i} "P{i}" severity=high\n'),
    "pains with one name": rows(STEP, '      pain p "P{i}" severity=high\n'),
    "causes": rows(STEP + '      pain p "P" severity=high\n', '        cause c{i} "P{i}"\n'),
    "recoveries": rows(STEP, '      pain p{i} "P" severity=high\n      recovery r{i} "A"\n'),
    "actions against one pain": rows(STEP + '      pain p "P" severity=high\n', '      action a{i} "A" addresses=p\n'),
    "actions against each pain": rows(
        STEP, '      pain p{i} "P" severity=high\n      action a{i} "A" addresses=p{i}\n'
    ),
    "actions that depend": rows(STEP, '      action a{i} "P" depends=a{p}\n'),
    "metrics": rows(STEP, '      metric m{i} "M" value={m} target=3\n'),
    "blueprint": rows(STEP, '      backstage b{i} "M"\n      support s{i} "S"\n      handoff h{i} "H" to=c{i}\n'),
    "lanes": after('lane l{i} "L" type=text\n', STAGE, '    touchpoint t{i} "T"\n      l{i}: "x"\n'),
    "views": rows(STEP[:-1] + " emotion=2\n", '  view v{i} "V" lanes=doing\n'),
    "evidence": after('evidence e{i} "E" method=survey\n', STAGE, '    touchpoint t{i} "T" emotion=3 from=e{i}\n'),
    "evidence of one": after('evidence e{i} "E" method=survey\n', STEP[:-1] + " emotion=3\n", "      from: e{i}\n"),
    "channels and owners": after(
        'channel c{i} "C" kind=online\nteam o{i} "O"\n', STAGE, '    touchpoint t{i} "T" @c{i} owner=o{i}\n'
    ),
}

FLOWS = {
    "from one touchpoint": after(STEP, '      -> t{i} "c"\n', '    touchpoint t{i} "T"\n'),
    "shares from one touchpoint": after(STEP, "      -> t{i} share=0.01%\n", '    touchpoint t{i} "T"\n'),
    "between two touchpoints": rows(STEP + '    touchpoint b "B"\n', '  a -> b "c"\n'),
    "back to the first": rows(STAGE, '    touchpoint t{i} "T"\n      -> t0 "c" share=10%\n'),
    "to the last": rows(STEP, '    touchpoint t{i} "T"\n      -> z "c"\n', '    touchpoint z "Z"\n'),
    "by paths": rows(STAGE, '    touchpoint t{i} "T"\n      -> j.s.t0 "c"\n'),
    "to nowhere": rows(STAGE, '    touchpoint t{i} "T"\n      -> u{i}\n'),
    "to one of many": after(
        'journey j "J"\n',
        '  stage s{i} "S"\n    touchpoint t "T"\n',
        '  stage z "Z"\n    touchpoint zz "Z"\n',
        "      -> t\n" + "#{i}\n",
    ),
}

NAMES = {
    "unknown channels": rows(STAGE, '    touchpoint t{i} "T" @c{i}\n'),
    "misspelt channels": after('channel chan{i} "C"\n', STAGE, '    touchpoint t{i} "T" @cham{i}\n'),
    "titles for names": after('team c{i} "Team {i}"\n', STAGE, '    touchpoint t{i} "T" owner="Team {i}"\n'),
    "names of another kind": after('team c{i} "C"\n', STAGE, '    touchpoint t{i} "T" @c{i}\n'),
    "unknown qualifiers": rows(STAGE, '    touchpoint t{i} "T" emotion[c{i}]=3\n'),
    "misspelt qualifiers": after('persona chan{i} "C"\n', STAGE, '    touchpoint t{i} "T" emotion[cham{i}]=3\n'),
    "unknown kinds": rows(STAGE, '    toucpoint{i} "T{i}"\n'),
    "unknown targets": rows(STEP, "extend j.s.x{i}\n  emotion: 3\n"),
    "extensions without a text": rows(STEP + "extend j.s\n", "  touchpoint x{i}\n"),
    "extensions": after(STAGE, '    touchpoint t{i} "A"\n', "extend j.s.t{i}\n  emotion: 3\n"),
    "extensions of a journey": after(STAGE, '    touchpoint t{i} "A"\n', "extend j\n", "  touchpoint t{i} emotion=3\n"),
    "omissions": after(STAGE, '    touchpoint t{i} "A"\n', 'persona p "P"\nextend[p] j\n', "  omit s.t{i}\n"),
    "locked": after(
        'journey j "J" locked=s\n  stage s "S"\n',
        '    touchpoint t{i} "A"\n',
        "extend[DE] j\n",
        "  extend s.t{i}\n    emotion: 3\n",
    ),
    "after each other": rows(STAGE + '    touchpoint t0 "T"\nextend j.s\n', '  touchpoint t{f} "T" after=t{i}\n'),
    "before each other": rows(STAGE, '    touchpoint t{i} "T" after=t{f}\n'),
    "in a circle": rows(
        STAGE, '    touchpoint t{i} "T" after=t{f}\n', '    touchpoint z "Z"\nextend j.s\n  touchpoint z after=t0\n'
    ),
    "realised": rows(STAGE, '    touchpoint t{i} "T" of=t{p}\n'),
}

CONTEXTS = {
    "personas": rows("", 'persona p{i} "P"\n', STEP),
    "values for personas": after('persona p{i} "P"\n', STAGE, '    touchpoint a{i} "A" emotion[p{i}]=3\n'),
    "values of one touchpoint": after('persona p{i} "P"\n', STEP, "      emotion[p{i}]: 3\n"),
    "touchpoints for personas": after('persona p{i} "P"\n', STAGE, '    touchpoint[p{i}] a{i} "A" emotion=3\n'),
    "personas in segments": after(
        'segment s{i} "S"\npersona p{i} "P" segment=s{i}\n', STAGE, '    touchpoint a{i} "A" emotion[s{i}]=3\n'
    ),
    "segments of a persona": after(
        'segment s{i} "S"\n', 'persona p "P"\n', "  segment: s{i}\n", STAGE, '    touchpoint a{i} "A" emotion[s{i}]=3\n'
    ),
    "personas and markets": after(
        'persona p{i} "P"\nmarket M{i} "M"\n', STAGE, '    touchpoint a{i} "A" emotion[p{i},M{i}]=3\n'
    ),
    "markets": after('market M{i} "M"\n', STAGE, '    touchpoint a{i} "A" emotion[M{i}]=3\n'),
    "touchpoints for markets": after('market M{i} "M"\n', STAGE, '    touchpoint[M{i}] a{i} "A"\n'),
    "variants": after('market M{i} "M"\n', STAGE, '    touchpoint[M{i}] a "A"\n      -> a\n'),
    "markets in markets": after('market M{i} "M" in=M{f}\n', STAGE, '    touchpoint a{i} "A" emotion[M{i}]=3\n'),
    "languages": rows(STAGE, '    touchpoint a{i} "A" title[de-x-a{i}]="B"\n'),
}

FINDINGS = {
    "silenced for nothing": rows(STAGE, '    touchpoint t{i} "T"\n      allow no-emotion "why"\n'),
    "silenced": rows(STAGE, '    touchpoint t{i} "T" @c{i}\n      allow unknown-channel "why"\n'),
    "silenced again and again": rows(STAGE, '    touchpoint t{i} "T" @c{i}\n', '  allow unknown-channel "why"\n' * 9),
    "unknown rules": rows(STAGE, '    touchpoint t{i} "T"\n      allow foo{i} "why"\n'),
    "misplaced": rows(STAGE, '    journey j{i} "J"\n'),
    "odd dedents": rows(STAGE, '      touchpoint a "A"\n     touchpoint b "B"\n'),
    "hidden characters": rows(STAGE, '    touchpoint a "A\x01"\n'),
    "twins": rows(STAGE, "    touchpoint a “A”　emotion＝3\n"),
    "tabs": rows(STAGE, '\t\ttouchpoint a "A"\n'),
    "unclosed texts": rows(STAGE, '    touchpoint a "A\n'),
    "broken lines": rows(STAGE, '    = = touchpoint a "A"\n'),
}

GROWING = {
    f"{group}: {name}": text
    for group, texts in (
        ("one line", ON_ONE_LINE),
        ("text", TEXTS),
        ("elements", ELEMENTS),
        ("flows", FLOWS),
        ("names", NAMES),
        ("contexts", CONTEXTS),
        ("findings", FINDINGS),
    )
    for name, text in texts.items()
}


def cost(pipeline, text):
    """The processor time of checking and drawing a text, by step; the best of two."""
    found = {}
    for _ in range(2):
        start = time.process_time()
        checked = pipeline.check(text)
        steps = {"check": time.process_time() - start}
        for renderer in RENDERERS:
            start = time.process_time()
            pipeline.draw(checked, renderer)
            steps[renderer] = time.process_time() - start
        found = {name: min(seconds, found.get(name, seconds)) for name, seconds in steps.items()}
    return found


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_text(pipeline, name):
    """Eight times the text may take at most 20 times as long; what grows with the square takes 64 times."""
    few, many = (cost(pipeline, GROWING[name](count)) for count in (250, 2000))
    ratios = {step: many[step] / max(few[step], 5e-3) for step in few}
    assert max(ratios.values()) < 20, ratios
