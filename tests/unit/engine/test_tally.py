"""Counting: exit codes, the limit, and files that several others use."""

import itertools
from pathlib import Path

import attrs
import pytest
from engine_support import RULE

from journeyql.diagnostics import Severity
from journeyql.engine.rules import NOT_WRITTEN, PLUGIN_FAILED
from journeyql.engine.tally import Tally
from journeyql.source import SourceFile

FILE = SourceFile("a.journey", "one\ntwo\nthree\n")
USED = SourceFile("b.journey", "one\n")


def finding(line=1, severity=Severity.WARNING, rule=RULE, source=FILE):
    return rule.at(source.line_span(line), "m", severity=severity)


@pytest.mark.parametrize(
    ("findings", "fail_on", "code"),
    [
        ([], Severity.HINT, 0),
        ([finding()], Severity.ERROR, 0),
        ([finding()], Severity.WARNING, 1),
        ([finding(severity=Severity.ERROR)], Severity.ERROR, 1),
        ([NOT_WRITTEN.at(None, "m"), finding()], Severity.WARNING, 2),
        ([PLUGIN_FAILED.at(None, "m"), NOT_WRITTEN.at(None, "m")], Severity.ERROR, 3),
    ],
)
def test_the_highest_code_wins(findings, fail_on, code):
    tally = Tally(0, fail_on)
    tally.add_file("a.journey", findings)
    assert tally.code == code


def test_the_most_severe_are_shown_in_the_order_of_the_file():
    tally = Tally(2, Severity.ERROR)
    tally.add_file("a.journey", [finding(1), finding(2, Severity.ERROR), finding(3, Severity.ERROR)])
    assert [item.span.line for item in tally.shown] == [2, 3]
    assert tally.total == 3


@pytest.mark.parametrize("order", [("a.journey", "b.journey"), ("b.journey", "a.journey"), ("a.journey", "c.journey")])
def test_a_used_file_counts_once(order):
    tally = Tally(0, Severity.ERROR)
    for name in order:
        tally.add_file(name, [finding(source=USED)])
    assert tally.total == 1


def test_equal_failures_count_once():
    tally = Tally(0, Severity.ERROR)
    for name in "abc":
        tally.add_file(name, [attrs.evolve(PLUGIN_FAILED.at(None, "m"))])
    assert tally.total == 1


def test_what_drawing_finds_in_a_compiled_file_counts():
    tally = Tally(0, Severity.ERROR)
    tally.add_file(FILE.name, [])
    tally.add([finding(severity=Severity.ERROR), finding(severity=Severity.ERROR)])
    assert (tally.total, tally.code) == (1, 1)


def test_a_used_file_counts_once_though_its_figures_differ_by_view():
    tally = Tally(0, Severity.ERROR)
    tally.add_file("a.journey", [RULE.at(USED.line_span(1), "3 beside it")])
    tally.add_file("b.journey", [RULE.at(USED.line_span(1), "4 beside it")])
    assert tally.total == 1


def at_used(message, severity=Severity.WARNING, line=1, **more):
    return RULE.at(USED.line_span(line), message, severity=severity, **more)


SEEN = {
    "b.journey": [at_used("by itself", Severity.INFO), finding(source=USED, rule=NOT_WRITTEN)],
    "a.journey": [finding(2), at_used("as a sees it", Severity.INFO), at_used("and again", Severity.INFO)],
    "c.journey": [at_used("as c sees it"), at_used("as c sees it", help="more")],
}


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_the_order_of_files_changes_nothing(limit):
    outcomes = []
    for order in itertools.permutations(SEEN):
        tally = Tally(limit, Severity.WARNING)
        for name in order:
            tally.add_file(name, SEEN[name])
        outcomes.append((tally.counts, tally.code, tally.fixable, tally.shown))
    assert all(outcome == outcomes[0] for outcome in outcomes)
    counts, code, _, shown = outcomes[0]
    assert [counts[severity] for severity in (Severity.WARNING, Severity.INFO)] == [4, 0]
    assert code == 2
    assert len(shown) == min(limit or 4, 4)


def test_what_only_another_file_causes_counts_in_any_order():
    for order in itertools.permutations([("b.journey", []), ("a.journey", [at_used("extended")])]):
        tally = Tally(0, Severity.WARNING)
        for name, findings in order:
            tally.add_file(name, findings)
        assert (tally.total, tally.code) == (1, 1)


def test_a_file_speaks_for_itself():
    for order in (["a.journey", "b.journey"], ["b.journey", "a.journey"]):
        tally = Tally(0, Severity.ERROR)
        for name in order:
            tally.add_file(name, [at_used("its own words" if name == USED.name else "another's words")])
        assert [item.message for item in tally.shown] == ["its own words"]


def test_two_problems_at_one_place_are_two():
    tally = Tally(0, Severity.ERROR)
    for name in ("b.journey", "a.journey"):
        tally.add_file(name, [at_used("one"), at_used("two")])
    assert tally.total == 2


def test_a_file_is_one_by_whatever_path():
    tally = Tally(0, Severity.ERROR)
    whole = SourceFile((Path.cwd() / USED.name).as_posix(), USED.text)
    tally.add_file("a.journey", [finding(source=USED)])
    tally.add_file(whole.name, [finding(source=whole)])
    assert tally.total == 1


def test_many_findings_keep_the_first_and_most_severe():
    source = SourceFile("a.journey", "x\n" * 100)
    tally = Tally(3, Severity.ERROR)
    for line in range(100, 0, -1):
        tally.add_file("a.journey", [finding(line, Severity.ERROR if line == 50 else Severity.INFO, source=source)])
    assert [item.span.line for item in tally.shown] == [1, 2, 50]
    assert tally.total == 100
