"""Counting: exit codes, the limit, and files that several others use."""

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
