"""The cases of a rule are strict: whatever a careless test would let pass fails."""

from __future__ import annotations

import re
import types
from collections.abc import Callable

import attrs
import kit_acme
import pytest
from kit_acme.rules import LOUD

from journeyql.model import Stage
from journeyql.plugin import Diagnostic, Edit, Fix, Pass, Related, Rule, Severity, hookimpl
from journeyql.source import Span
from journeyql.testing import expect

HEAD = 'journey "A"\n'
BAD, GOOD, MENDED = f'{HEAD}  "LOUD"\n', f'{HEAD}  "Loud"\n', f'{HEAD}  "Loud"\n'
TWO, TWO_MENDED = f'{HEAD}  "LOUD"\n  "MORE"\n', f'{HEAD}  "Loud"\n  "More"\n'
QUIET = f'{HEAD}  "Loud"\n    ritual "C"\n'
BOTH = f'{HEAD}  "LOUD"\n    ritual "C"\n'


def acme() -> object:
    return expect(LOUD, plugins=[kit_acme])


PASS: dict[str, Callable] = {
    "valid": lambda cases: cases.valid(GOOD),
    "the whole finding": lambda cases: cases.invalid(
        BAD, at="LOUD", message='"LOUD" is written in capitals', severity=Severity.WARNING, fixed=MENDED
    ),
    "the line": lambda cases: cases.invalid(BAD, at=2, fixed=MENDED),
    "line and words": lambda cases: cases.invalid(BAD, at=(2, '"LOUD"'), fixed=MENDED),
    "a pattern": lambda cases: cases.invalid(BAD, message=re.compile("capitals$"), fixed=MENDED),
    "two findings": lambda cases: cases.invalid(TWO, at=["LOUD", (3, "MORE")], fixed=TWO_MENDED),
    "another rule, announced": lambda cases: cases.invalid(BOTH, fixed=QUIET, also=["cold-ritual"]),
    "another rule beside nothing": lambda cases: cases.valid(QUIET, also=["ACME002"]),
    "one after the other": lambda cases: cases.valid(GOOD).invalid(BAD, fixed=MENDED).valid(HEAD),
    "examples": lambda cases: cases.examples(),
    "used files": lambda cases: cases.invalid(
        "use p `p.journey`\n" + BAD, fixed="use p `p.journey`\n" + GOOD, files={"p.journey": 'team t "T"\n'}
    ),
}


@pytest.mark.parametrize("name", PASS)
def test_what_passes(name: str) -> None:
    PASS[name](acme())


FAIL: dict[str, tuple[str, Callable]] = {
    "found after all": ("`loud-title` is found once, not never", lambda cases: cases.valid(BAD)),
    "not found": ("`loud-title` is found never, not once", lambda cases: cases.invalid(GOOD, fixed=MENDED)),
    "found too often": ("is found twice, not once", lambda cases: cases.invalid(TWO, at="LOUD", fixed=TWO_MENDED)),
    "other words": (
        'stands under "LOUD" in line 2, not "A"',
        lambda cases: cases.invalid(BAD, at="A", fixed=MENDED),
    ),
    "other line": ('stands under "LOUD" in line 2, not line 1', lambda cases: cases.invalid(BAD, at=1, fixed=MENDED)),
    "other place": ('not "LOUD" in line 3', lambda cases: cases.invalid(BAD, at=(3, "LOUD"), fixed=MENDED)),
    "other message": ("  stated  capitals", lambda cases: cases.invalid(BAD, message="capitals", fixed=MENDED)),
    "no such pattern": (
        "`^capitals` is not found in its message",
        lambda cases: cases.invalid(BAD, message=re.compile("^capitals"), fixed=MENDED),
    ),
    "other severity": (
        "its severity is warning, not error",
        lambda cases: cases.invalid(BAD, severity=Severity.ERROR, fixed=MENDED),
    ),
    "twice valid": ("a case of `loud-title` is given twice", lambda cases: cases.valid(GOOD).valid(GOOD)),
    "valid and invalid": ("is given twice", lambda cases: cases.valid(GOOD).invalid(GOOD)),
    "twice, indented": ("is given twice", lambda cases: cases.valid(GOOD).valid('\n  journey "A"\n    "Loud"\n')),
    "an untested fix": (
        'the fix `write "Loud"` is not tested; say fixed= with the text that it should make, which is now\n\n' + MENDED,
        lambda cases: cases.invalid(BAD),
    ),
    "untested fixes": (
        '`write "Loud"` and `write "More"` is not tested',
        lambda c: c.invalid(TWO, at=["LOUD", "MORE"]),
    ),
    "fixed as before": (
        "the fixed text is the same as the source",
        lambda cases: cases.invalid(BAD, fixed=BAD),
    ),
    "another fixed text": (
        'the fix `write "Loud"` makes another text:\n\n' + MENDED,
        lambda cases: cases.invalid(BAD, fixed=HEAD),
    ),
    "too many fixed texts": (
        "2 fixed texts are given, and there are 1 fixes",
        lambda cases: cases.invalid(BAD, fixed=[MENDED, HEAD]),
    ),
    "another rule": (
        'other rules find something, too: cold-ritual; mend the text, or say also=["cold-ritual"]',
        lambda cases: cases.valid(QUIET),
    ),
    "a slip of the pen": (
        "other rules find something, too: unknown-property",
        lambda cases: cases.valid(f'{HEAD}  "Loud" emotoin=2\n'),
    ),
    "announced in vain": (
        "`cold-ritual` is named in `also` and finds nothing",
        lambda cases: cases.valid(GOOD, also=["cold-ritual"]),
    ),
    "findings are shown": ("warning[loud-title]:", lambda cases: cases.valid(BAD)),
}


@pytest.mark.parametrize("name", FAIL)
def test_what_fails(name: str) -> None:
    words, case = FAIL[name]
    with pytest.raises(AssertionError) as caught:
        case(acme())
    assert words in str(caught.value)


def test_a_rule_that_nobody_declares() -> None:
    with pytest.raises(ValueError, match=r"there is no rule `loud-title`; .*is its plugin given"):
        expect(LOUD)
    with pytest.raises(ValueError, match="did you mean `cold-ritual`"):
        expect("cold-ritaul", plugins=[kit_acme])


# ---- findings with something wrong about themselves


def reporting(made: Callable[[Span], list[Diagnostic]], rule: Rule = LOUD) -> object:
    """A plugin whose pass reports what a function makes of the title of the first stage, while it is LOUD."""

    def work(context):
        view = context.view
        loud = [stage for stage in view.of(Stage) if view.title(stage) != "Loud"]
        return [finding for stage in loud for finding in made(view.cell(stage.title).span)]

    module = types.ModuleType("made")
    module.journeyql_passes = hookimpl(specname="journeyql_passes")(
        lambda: [Pass(name="made", summary="s", work=work, rules=(rule,))]
    )
    return module


def fixing(*texts: str, title: str = "mend it") -> Callable[[Span], list[Diagnostic]]:
    return lambda span: [LOUD.at(span, "m", fixes=[Fix(title, (Edit(span, text),)) for text in texts])]


def overlapping(span: Span) -> list[Diagnostic]:
    inner = Span(span.source, span.start + 1, span.end)
    return [LOUD.at(span, "m", fixes=[Fix("mend", (Edit(span, "x"), Edit(inner, "y")))])]


def replacing_all(span: Span) -> list[Diagnostic]:
    whole = Span(span.source, 0, len(span.source.text))
    return [LOUD.at(span, "m", fixes=[Fix("mend", (Edit(whole, 'journey "A"\n  "Loud" emotoin=2\n'),))])]


UNSOUND = {
    "a message not filled": (lambda span: [LOUD.at(span, "{title} is loud")], None, "the message has a placeholder"),
    "a help not filled": (lambda span: [LOUD.at(span, "m", help="write {title!r}")], None, "{title!r}: write"),
    "a fix not filled": (fixing('"Loud"', title="write {calm}"), MENDED, "the title of a fix"),
    "a note not filled": (
        lambda span: [LOUD.at(span, "m", related=[Related(span, "see {place}")])],
        None,
        "the note at a related place has a placeholder",
    ),
    "a fix that changes nothing": (fixing('"LOUD"'), MENDED, "the fix `mend it` changes nothing"),
    "a fix that mends nothing": (fixing('"LOUDER"'), f'{HEAD}  "LOUDER"\n', "does not remove the finding"),
    "a fix that cannot be read": (fixing('"Loud" ]'), f'{HEAD}  "Loud" ]\n', "makes a text that cannot be read"),
    "a fix that breaks a value": (
        replacing_all,
        'journey "A"\n  "Loud" emotoin=2\n',
        "brings `unknown-property`: a stage has no property `emotoin`",
    ),
    "edits that overlap": (overlapping, MENDED, "cannot be applied: two edits overlap"),
    "edits that overlap, untested": (overlapping, None, "cannot be applied: two edits overlap"),
    "one of two ways": (fixing('"Loud"', ""), MENDED, "1 fixed texts are given, and there are 2 fixes"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_findings_that_are_not_sound(name: str) -> None:
    made, fixed, words = UNSOUND[name]
    with pytest.raises(AssertionError) as caught:
        expect(LOUD, plugins=[reporting(made)]).invalid(BAD, fixed=fixed)
    assert words in str(caught.value)


def test_each_of_several_ways() -> None:
    expect(LOUD, plugins=[reporting(fixing('"Loud"', ""))]).invalid(BAD, fixed=[MENDED, f"{HEAD}  \n"])


def test_braces_of_the_text_itself_are_no_placeholders() -> None:
    cases = expect(LOUD, plugins=[reporting(lambda span: [LOUD.at(span, f"{span.text} is loud")])])
    cases.invalid(f'{HEAD}  "{{NAME}}"\n')


SLIP = f'{HEAD}  "Loud" emotoin=2\n'
EXAMPLES = {
    "wrong is right": (GOOD, HEAD, "the example `wrong` of `loud-title` does not report it"),
    "right is wrong": (BAD, TWO, "the example `right` of `loud-title` is not free of findings"),
    "right has a slip": (BAD, SLIP, "is not free of findings"),
    "the same text": (BAD, BAD, "is not free of findings"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_that_show_something_else(name: str) -> None:
    wrong, right, words = EXAMPLES[name]
    rule = attrs.evolve(LOUD, wrong=wrong, right=right)
    with pytest.raises(AssertionError) as caught:
        expect(rule, plugins=[reporting(lambda span: [rule.at(span, "m")], rule)]).examples()
    assert words in str(caught.value)


def test_fixes_of_examples_are_tried() -> None:
    rule = attrs.evolve(LOUD, wrong=BAD, right=GOOD)
    broken = Fix("mend it", ())
    with pytest.raises(AssertionError, match="the fix `mend it` changes nothing"):
        expect(rule, plugins=[reporting(lambda span: [rule.at(span, "m", fixes=[broken])], rule)]).examples()
