"""Passes run once per view that differs; what they do wrong is named and harms no other."""

import itertools
import sys

import attrs
import pytest
from engine_support import MAP, RULE, a_pass, low

from journeyql.engine import analysis, views
from journeyql.engine.config import Config
from journeyql.engine.rules import PASS_SKIPPED, PLUGIN_FAILED, TOO_MANY_FINDINGS, TOO_MANY_VIEWS
from journeyql.facts import FactKey
from journeyql.model import MOST_PERSONAS
from journeyql.plugin import Diagnostic, Fix, Rule, Severity, SourceFile, Span, interrupts

COUNT = FactKey("acme.count")
PERSONAS = 'persona mei "Mei"\npersona tom "Tom"\n'


def names(checked):
    return [(finding.rule.name, finding.message, finding.contexts) for finding in checked.diagnostics]


@pytest.mark.parametrize(
    ("emotion", "contexts"),
    [
        ("emotion=2", ()),
        ("emotion=4 emotion[mei]=2", ("mei",)),
        ("emotion=2 emotion[mei]=4", ("the default view",)),
        ("emotion=2 emotion[mei]=1", ()),
        ("emotion=4 emotion[mei]=2 emotion[tom]=1", ("mei", "tom")),
    ],
)
def test_equal_findings_are_merged_and_name_their_contexts(check, emotion, contexts):
    checked = check(f'journey j "Repair"\n  stage report "Report" {emotion}\n{PERSONAS}', a_pass(low))
    assert names(checked) == [("low", "report is low", contexts)]


def test_runs_once_where_nothing_differs(check):
    calls = []

    def work(context):
        calls.append(context.view.context)
        return ()

    check(MAP + PERSONAS, a_pass(work))
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("more", "severity", "runs"),
    [
        ({}, None, 0),
        ({}, Severity.HINT, 1),
        ({"provides": (COUNT,)}, None, 1),
        ({"rules": ()}, None, 1),
        ({"rules": (RULE, attrs.evolve(RULE, name="high", code="ACME002"))}, None, 1),
    ],
)
def test_a_pass_of_which_nothing_comes_does_not_run(check, more, severity, runs):
    calls = []
    acme = a_pass(lambda context: calls.append(context) or (), **more)
    check(MAP, acme, config=Config(rules={"low": severity} if acme.rules else {}))
    assert len(calls) == runs


def test_a_settled_dimension_is_not_varied(check):
    from journeyql.engine.asked import Asked

    text = f'journey j "R"\n  stage report "Report" emotion=4 emotion[mei]=2\n{PERSONAS}'
    assert names(check(text, a_pass(low), asked=Asked(persona="mei"))) == [("low", "report is low", ())]
    assert names(check(text, a_pass(low), asked=Asked(persona="tom"))) == []


def test_facts_belong_to_a_view(check):
    seen = []

    def provide(context):
        context.provide(COUNT, context.view.context.words)
        return ()

    def use(context):
        seen.append((context.facts.get(COUNT), context.view.context.words))
        return ()

    text = f'journey j "R"\n  stage report "Report" emotion=4 emotion[mei]=2\n{PERSONAS}'
    check(
        text,
        a_pass(use, name="a", requires=(COUNT,), varies_by=()),
        a_pass(provide, name="z", provides=(COUNT,), rules=()),
    )
    assert sorted(seen) == [((), ()), (("mei",), ("mei",))]


OTHER = attrs.evolve(RULE, name="undeclared")
ELSEWHERE = Span(SourceFile("x", "x"), 0, 1)


def outside(context):
    return [RULE.at(Span(context.view.model.source, 5, 10_000), "m")]


class Exit(BaseException):
    pass


def fails(error):
    def work(_context):
        raise error

    return work


def later(context):
    yield RULE.at(None, "first")
    raise ValueError


FAILURES = {
    "raises": (fails(ValueError("boom")), "failed: ValueError: boom"),
    "exits": (fails(SystemExit(0)), "it called exit (0)"),
    "interrupts": (fails(KeyboardInterrupt()), "KeyboardInterrupt"),
    "its own sort": (fails(Exit("x")), "Exit: x"),
    "raises later": (later, "ValueError"),
    "returns a number": (lambda _context: 3, "returned int, not findings"),
    "yields text": (lambda _context: ["x"], "reports str, not a diagnostic"),
    "undeclared rule": (lambda _context: [OTHER.at(None, "m")], "`undeclared`, which it does not declare"),
    "foreign place": (lambda _context: [RULE.at(ELSEWHERE, "m")], "at a place that is not in the file"),
    "outside": (outside, "at a place that is not in the file"),
    "foreign fix": (lambda _c: [RULE.at(None, "m", fixes=[Fix("t", (3,))])], "AttributeError"),
    "message": (lambda _context: [RULE.at(None, 3)], "of the wrong type"),
    "fact": (lambda context: context.provide(COUNT, 3), "not among those that the pass provides"),
    "work missing": ("no_such_module_at_all:run", "cannot be imported"),
}


@pytest.mark.parametrize(("work", "reason"), FAILURES.values(), ids=FAILURES)
def test_a_bad_pass_is_named_and_the_good_one_is_unharmed(check, session, work, reason):
    good = Rule(name="good", code="GOOD001", summary="s", severity=Severity.HINT, reason="r", wrong="w", right="r")

    def fine(context):
        yield good.at(context.view.journeys[0].span, "fine")

    alone = check(MAP, a_pass(fine, name="good", rules=(good,)))
    from engine_support import plugin_with

    with interrupts.watched():
        started = session(
            plugin_with(a_pass(work), name="bad"), plugin_with(a_pass(fine, name="g", rules=(good,)), name="g")
        )
        together = started.check(alone.input)
    failures = [*started.diagnostics, *(item for item in together.diagnostics if item.rule == PLUGIN_FAILED)]
    assert len(failures) == 1
    assert "bad" in failures[0].message
    assert reason in failures[0].message
    fine_before, fine_after = ([i for i in c.diagnostics if i.rule == good] for c in (alone, together))
    assert [(i.message, i.span.start) for i in fine_before] == [(i.message, i.span.start) for i in fine_after]


def test_a_generator_without_end_is_cut(check):
    def endless(context):
        return (RULE.at(context.view.journeys[0].span, f"m{number}") for number in itertools.count())

    checked = check(MAP, a_pass(endless))
    assert len(checked.diagnostics) == analysis.MOST_FINDINGS + 1
    assert TOO_MANY_FINDINGS in {finding.rule for finding in checked.diagnostics}


def test_messages_are_cleaned(check):
    checked = check(MAP, a_pass(lambda _context: [RULE.at(None, "a\x1b]0;x\x07\nb\u202e" + "x" * 5000)]))
    assert checked.diagnostics[0].message.startswith("a<U+001B>]0;x<U+0007> b<U+202E>x")
    assert len(checked.diagnostics[0].message) < 1100


def test_a_pass_without_its_fact_is_left_out(check):
    checked = check(MAP, a_pass(low, requires=(COUNT,)))
    assert [finding.rule for finding in checked.diagnostics] == [PASS_SKIPPED]


def test_views_are_capped(check):
    many = "".join(f'persona p{n} "P{n}"\n' for n in range(30)) + "".join(f'market m{n} "M{n}"\n' for n in range(30))
    values = " ".join([*(f"emotion[p{n}]=2" for n in range(30)), *(f"emotion[m{n}]=1" for n in range(30))])
    checked = check(f'journey j "R"\n  stage s "S" {values}\n{many}', a_pass(low))
    rules = [finding.rule for finding in checked.diagnostics]
    assert rules.count(TOO_MANY_VIEWS) == 1
    located = next(finding for finding in checked.diagnostics if finding.rule == TOO_MANY_VIEWS)
    assert located.span is not None
    assert str(views.MOST_VIEWS) in located.message


def test_a_crowd_is_told_once_for_each_journey_where_it_differs(check):
    many = "".join(f'persona p{n} "P{n}"\n' for n in range(MOST_PERSONAS + 1))
    alike, apart = (f'{many}journey j "R"\n  stage s "S" emotion=3{more}\n' for more in ("", " emotion[p0]=1"))
    assert check(alike, a_pass(low, varies_by=())).diagnostics == ()
    (finding,) = check(apart, a_pass(low, varies_by=())).diagnostics
    assert finding.rule is TOO_MANY_VIEWS
    assert f"{MOST_PERSONAS + 1} personas" in finding.message
    assert finding.span is not None
    assert finding.span.text == 'journey j "R"'


def test_fewer_views_of_a_large_map_are_looked_at(check, monkeypatch):
    monkeypatch.setattr(views, "_MOST_ELEMENTS", 40)
    values = " ".join(f"emotion[m{n}]=1" for n in range(15))
    markets = "".join(f'market m{n} "M{n}"\n' for n in range(15))
    checked = check(f'journey j "R"\n  stage s "S" {values}\n{markets}', a_pass(low))
    (finding,) = (item for item in checked.diagnostics if item.rule is TOO_MANY_VIEWS)
    assert "the first 10 of the contexts" in finding.message


def test_prints_go_to_standard_error(check, capsys):
    check(MAP, a_pass(lambda _context: sys.stdout.write("loud\n") and ()))
    assert capsys.readouterr() == ("", "loud\n")


def test_findings_are_diagnostics(check):
    assert all(isinstance(finding, Diagnostic) for finding in check(MAP, a_pass(low)).diagnostics)


def test_a_pass_of_element_scope_is_called_for_each_element(check):
    seen = []

    def work(context):
        seen.append(context.element.path)
        if context.element.id == "report":
            yield RULE.at(context.element.span, "here")

    checked = check(MAP + PERSONAS, a_pass(work, scope="element"))
    assert seen == ["j", "j.report", "mei", "tom"]
    assert names(checked) == [("low", "here", ())]


def test_a_failure_at_one_element_is_told_once_and_the_others_are_looked_at(check):
    def work(context):
        if context.element.id != "report":
            raise ValueError(context.element.id)
        yield RULE.at(context.element.span, "here")

    found = [finding.rule for finding in check(MAP + PERSONAS, a_pass(work, scope="element")).diagnostics]
    assert sorted(rule.name for rule in found) == ["low", "plugin-failed"]
