"""What reporters print: aligned marks, one JSON object, escaped workflow commands, and never a control character."""

import json

import pytest
from report_support import RULE, context, hostile

from journeyql.columns import width
from journeyql.diagnostics import Edit, Fix, Related, Severity, visible
from journeyql.plugin import SourceFile
from journeyql.plugin.targets import called
from journeyql.report import BUILT_IN, as_github, as_json, as_text
from journeyql.report.excerpt import WIDEST, Mark, excerpt


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
        "1 error in 3 files; 1 can be mended by `journeyql check --fix`\n"
    )


def test_text_shows_a_fix_that_the_help_says_more_about():
    span = SourceFile("a.journey", 'stage s: "S"\n').span(1, 7, 1)
    finding = RULE.at(span, "m", help="Remove the colon.", fixes=[Fix("Remove the colon", (Edit(span, ""),))])
    assert as_text.report(context(finding)).endswith(
        "  |\n  = help: Remove the colon.\n  = fix: Remove the colon\n\n"
        "1 error in 1 file; 1 can be mended by `journeyql check --fix`\n"
    )


def test_text_counts_what_explains_a_finding_beyond_a_few_places():
    source, other = SourceFile("a.journey", "x y\n" * 1000), SourceFile("b.journey", "x y\n")
    related = [Related(source.span(line, 0, 1), f"place {line}") for line in range(2, 10)]
    few = as_text.report(context(RULE.at(source.span(1, 0, 1), "m", related=related)))
    assert "place 9" in few
    assert "more" not in few
    more = [Related(source.span(1000, 0, 1), "a"), Related(other.span(1, 0, 1), "b")]
    many = as_text.report(context(RULE.at(source.span(1, 0, 1), "m", related=[*related, *more])))
    assert many == few.replace("\n\n", "\n  |\n  = not shown: 2 more places like these\n\n")


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


def test_summary_of_mending():
    text = as_text.report(context(fixed=3, fixable=2, counts={Severity.ERROR: 4}))
    assert text == (
        "4 errors in 1 file; 3 mended; 2 can be mended by `journeyql check --fix`; "
        "4 more not shown, see --max-diagnostics\n"
    )


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


def test_github_names_files_from_the_folder_of_the_run():
    finding = RULE.at(SourceFile("/w/p/./maps/a.journey", "x\n").span(1, 0, 1), "m")
    assert as_github.report(context(finding, folder="/w/p")).startswith("::error file=maps/a.journey,line=1")


def test_github_keeps_an_escape_that_was_written():
    finding = RULE.at(None, "%0A::error::x", help="\n::add-mask::y")
    assert as_github.report(context(finding)).splitlines()[0] == (
        "::error title=low (ACME001)::%250A::error::x%0A%0A::add-mask::y"
    )


@pytest.mark.parametrize("reporter", BUILT_IN, ids=lambda reporter: reporter.name)
def test_no_control_character_is_ever_printed(reporter):
    report = called(reporter.work)
    for finding in hostile(7):
        text = report(context(finding, rules=(finding.rule,), names=("a.journey",)))
        assert {char for char in text if char != "\n" and visible(char) != char} == set()
        assert len(text.splitlines()) < (150 if reporter.complete else 60)


@pytest.mark.parametrize("reporter", BUILT_IN, ids=lambda reporter: reporter.name)
def test_the_same_findings_print_the_same(reporter):
    findings = [*hostile(8, 50)]
    report = called(reporter.work)
    assert report(context(*findings)) == report(context(*findings))


@pytest.mark.parametrize("reporter", BUILT_IN, ids=lambda reporter: reporter.name)
def test_nothing_to_say_is_said_well(reporter):
    assert called(reporter.work)(context(names=("a.journey",))).endswith("\n")


def test_colour_only_when_asked():
    finding = RULE.at(SourceFile("a", "x\n").span(1, 0, 1), "m")
    assert "\x1b[1;31m" in as_text.report(context(finding, color=True))
    assert "\x1b" not in as_text.report(context(finding))
