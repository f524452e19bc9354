"""What reporters print: aligned marks, one JSON object, escaped workflow commands, and never a control character."""

import json
import random

import pytest

from journeyql.columns import width
from journeyql.diagnostics import Edit, Fix, Related, Rule, Severity
from journeyql.plugin import ReportContext, SourceFile
from journeyql.report import BUILT_IN, as_github, as_json, as_text
from journeyql.report.excerpt import WIDEST, Mark, excerpt

RULE = Rule(name="low", code="ACME001", summary="s", severity=Severity.ERROR, reason="r", wrong="w", right="r")


def context(*findings, files=1, color=False, **more):
    counts = {severity: sum(item.severity == severity for item in findings) for severity in Severity}
    fixable = sum(bool(item.fixes) for item in findings)
    fields = {"counts": counts, "fixable": fixable, "shown": 0, **more}
    return ReportContext(diagnostics=findings, files=files, color=color, **fields)


def marked(text, start, end):
    cut = excerpt(text, [Mark(start, end, primary=True)])
    return cut.text, cut.marks[0]


@pytest.mark.parametrize(
    ("text", "start", "end", "marks"),
    [
        ("ab cd", 3, 5, "   ^^"),
        ("触点 cd", 3, 5, "     ^^"),
        ("a 触点 b", 2, 4, "  ^^^^"),
        ("e\u0301 cd", 3, 5, "  ^^"),
        ("\tcd", 1, 3, "    ^^"),
        ("\x1b cd", 2, 4, "         ^^"),
        ("ab", 2, 2, "  ^"),
        ("", 0, 0, "^"),
    ],
)
def test_marks_stand_under_the_words(text, start, end, marks):
    assert marked(text, start, end)[1] == marks


@pytest.mark.parametrize("char", ["x", "触", "é"])
@pytest.mark.parametrize("start", [0, 30, 99, 150, 290, 299])
def test_long_lines_are_cut_around_the_mark(char, start):
    text = char * 300
    cut, marks = marked(text, start, start + 1)
    assert width(cut) <= WIDEST + 2
    assert marks.count("^") == width(char)
    assert len(marks) <= width(cut)
    assert width(cut) > WIDEST - 4


def test_text():
    source = SourceFile("maps/a.journey", 'channel app "App"\n\n触点 "x" @ap 情绪=2\n')
    span = source.span(3, 8, 2)
    finding = RULE.at(
        span,
        "there is no channel `ap`",
        help="did you mean `app`?",
        fixes=[Fix("write `app`", (Edit(span, "app"),))],
        related=[Related(source.span(1, 8, 3), "declared here")],
    )
    assert as_text.report(context(finding, files=3)) == (
        "error[low]: there is no channel `ap`\n"
        " --> maps/a.journey:3:9\n"
        "  |\n"
        '1 | channel app "App"\n'
        "  |         --- declared here\n"
        "...\n"
        '3 | 触点 "x" @ap 情绪=2\n'
        "  |           ^^\n"
        "  |\n"
        "  = help: did you mean `app`?\n"
        "  = fix: write `app`\n"
        "\n"
        "1 error in 3 files\n"
    )


@pytest.mark.parametrize(
    ("counts", "files", "words"),
    [
        ({}, 1, "no findings in 1 file"),
        ({Severity.ERROR: 2, Severity.WARNING: 1}, 3, "2 errors, 1 warning in 3 files"),
        ({Severity.INFO: 1, Severity.HINT: 2}, 0, "1 note, 2 hints in 0 files"),
    ],
)
def test_summary(counts, files, words):
    text = as_text.report(context(files=files, counts=counts))
    assert text.split(";")[0].rstrip("\n") == words


def test_json():
    source = SourceFile("a.journey", "one two\n")
    document = json.loads(as_json.report(context(RULE.at(source.span(1, 4, 3), "m", help="h"))))
    assert (document["format"], document["version"], document["counts"]["error"]) == ("journeyql-findings", 1, 1)
    (finding,) = document["diagnostics"]
    assert finding["place"] == {
        "file": "a.journey",
        "line": 1,
        "column": 5,
        "endLine": 1,
        "endColumn": 8,
    }
    assert (finding["rule"], finding["code"], finding["severity"], finding["help"]) == ("low", "ACME001", "error", "h")


def test_github():
    source = SourceFile("a,b:c%.journey", "one two\n")
    warning = RULE.at(source.span(1, 0, 3), "50%\nx", severity=Severity.WARNING)
    error = RULE.at(source.span(1, 4, 3), "m")
    lines = as_github.report(context(warning, error)).splitlines()
    assert lines[0] == "::error file=a%2Cb%3Ac%25.journey,line=1,endLine=1,col=5,endColumn=7,title=low (ACME001)::m"
    assert lines[1].startswith("::warning file=a%2Cb%3Ac%25.journey,line=1")
    assert lines[1].endswith("::50%25%0Ax")


NASTY = [
    *map(chr, range(32)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    "\u2028",
    "\u202e",
    "\u2066",
    "\ud800",
    "水",
    "a",
    "%",
]


@pytest.mark.parametrize("reporter", BUILT_IN, ids=lambda reporter: reporter.name)
def test_no_control_character_is_ever_printed(reporter):
    chance = random.Random(7)  # noqa: S311 - the same texts in every run
    report = {"text": as_text, "json": as_json, "github": as_github}[reporter.name].report

    def words():
        return "".join(chance.choices(NASTY, k=chance.randint(0, 30)))

    for _ in range(300):
        source = SourceFile(words(), words().replace("\n", "") + "\n" + words())
        start = chance.randint(0, len(source.text))
        span = source.span(1, 0, 0) if start == len(source.text) else type(source.span(1, 0))(source, start, start + 1)
        finding = RULE.at(span, words(), help=words(), related=[Related(span, words())])
        text = report(context(finding))
        assert not {
            c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u2028")
        }
        lines = len(text.splitlines())
        assert lines < 60


def test_colour_only_when_asked():
    finding = RULE.at(SourceFile("a", "x\n").span(1, 0, 1), "m")
    assert "\x1b[1;31m" in as_text.report(context(finding, color=True))
    assert "\x1b" not in as_text.report(context(finding))
