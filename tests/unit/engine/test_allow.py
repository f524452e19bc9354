"""`allow` silences exactly its rule in exactly its element, and says when it is unused, expired or misspelt."""

import attrs
import pytest
from engine_support import RULE, a_pass, low, plugin_with

from journeyql.engine.inputs import found
from journeyql.plugin import Renderer

HEAD = 'journey j "R"\n  stage a "A" emotion=2\n{allow}  stage b "B" emotion=4\n'
CASES = {
    "in the element": ('    allow low "because"\n', []),
    "by code": ('    allow ACME001 "because"\n', []),
    "in the journey": ('  allow low "because"\n', []),
    "another rule": ('    allow unknown-channel "because"\n', ["low", "unused-allow"]),
    "misspelt": ('    allow lov "because"\n', ["low", "unknown-rule"]),
    "expired": ('    allow low "because" until=2026-11-21\n', ["low", "expired-allow"]),
    "last day": ('    allow low "because" until=2026-11-22\n', []),
    "quarter": ('    allow low "because" until=2026-Q4\n', []),
    "expired and unused": ('    allow unknown-channel "x" until=2020-01-01\n', ["low", "unused-allow"]),
}


@pytest.mark.parametrize(("allow", "rules"), CASES.values(), ids=CASES)
def test_allow(check, allow, rules):
    checked = check(HEAD.format(allow=allow), a_pass(low))
    assert sorted(finding.rule.name for finding in checked.diagnostics) == sorted(rules)


def test_does_not_reach_a_sibling(check):
    text = 'journey j "R"\n  stage a "A" emotion=2\n  stage b "B" emotion=4\n    allow low "because"\n'
    checked = check(text, a_pass(low))
    assert [finding.rule.name for finding in checked.diagnostics] == ["low", "unused-allow"]


def test_reaches_stages_at_the_top_level(check):
    text = 'journey j "R"\n  allow low "because"\n\nstage a "A" emotion=2\n'
    assert check(text, a_pass(low)).diagnostics == ()


def test_a_misspelt_name_has_a_fix(check):
    (_, finding) = check(HEAD.format(allow='    allow lowe "because"\n'), a_pass(low)).diagnostics
    assert finding.help == "did you mean `low`?"
    assert [(fix.safe, edit.text) for fix in finding.fixes for edit in fix.edits] == [(False, "low")]


def test_a_defect_cannot_be_silenced(check):
    def fails(_context):
        raise ValueError

    text = 'journey j "R"\n  allow plugin-failed "because"\n'
    rules = [finding.rule.name for finding in check(text, a_pass(fails)).diagnostics]
    assert "plugin-failed" in rules


# ---- what is known to be unused

UNUSED = '    allow unknown-channel "because"{more}\n'


def unused(checked):
    return [finding for finding in checked.diagnostics if finding.rule.name == "unused-allow"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (UNUSED.format(more=""), ""),
        (UNUSED.format(more=" until=2030-01-01  # later"), ""),
        (UNUSED.format(more="").rstrip(), ""),
        (UNUSED.format(more="").replace("\n", "\r\n"), ""),
    ],
    ids=["a line", "with an option and a comment", "the last line", "another line end"],
)
def test_the_line_of_an_unused_one_can_be_removed(check, line, left):
    head = 'journey j "R"\n  stage a "A" emotion=4\n'
    (finding,) = unused(check(head + line))
    ((edit,),) = [fix.edits for fix in finding.fixes]
    assert finding.fixes[0].safe
    text = edit.span.source.text
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == head + left


def test_one_with_lines_below_it_is_left_to_people(check):
    (finding,) = unused(check('journey j "R"\n  allow unknown-channel "because"\n    until: 2030-01-01\n'))
    assert finding.fixes == ()


def test_nothing_is_unused_where_not_everything_was_looked_at(check):
    def fails(_context):
        raise ValueError

    from journeyql.engine.asked import Asked

    text = HEAD.format(allow=UNUSED.format(more=""))
    assert unused(check(text, a_pass(low)))
    assert not unused(check(text + 'stage "broken\n', a_pass(low)))
    assert not unused(check(text + "  owner: nobody\n", a_pass(low)))
    assert not unused(check(text, a_pass(fails)))
    assert not unused(check(text, a_pass(low), asked=Asked(state="future")))


def test_what_a_renderer_reports_is_sought_elsewhere(tmp_path, session):
    fields = {"summary": "s", "media_type": "text/plain", "suffix": ".txt", "work": lambda _: None}
    renderer = Renderer(name="drawing", rules=(RULE,), **fields)
    (tmp_path / "a.journey").write_text(HEAD.format(allow='    allow low "because"\n'))
    (file,) = found([str(tmp_path)])
    assert session(plugin_with(renderer, hook="journeyql_renderers")).check(file).diagnostics == ()


def test_one_of_a_used_file_may_be_needed_there(tmp_path, session):
    (tmp_path / "base.journey").write_text(HEAD.format(allow=UNUSED.format(more="")))
    (tmp_path / "over.journey").write_text('use `base.journey`\nextend j "Ours"\n')
    started = session()
    rules = [[item.rule.name for item in started.check(file).diagnostics] for file in found([str(tmp_path)])]
    assert rules == [["unused-allow"], []]


def test_one_of_a_rule_that_is_off_waits(check):
    from journeyql.engine.config import Config

    off = Config(rules={"low": None})
    for line in ('    allow low "x"\n', '    allow low "x" until=2020-01-01\n'):
        assert check(HEAD.format(allow=line), a_pass(low), config=off).diagnostics == ()


def test_a_second_rule_of_a_pass_is_not_silenced(check):
    other = attrs.evolve(RULE, name="other", code="ACME002")

    def both(context):
        for stage in context.view.journeys[:1]:
            yield RULE.at(stage.span, "m")
            yield other.at(stage.span, "m")

    checked = check('journey j "R"\n  allow low "x"\n', a_pass(both, rules=(RULE, other)))
    assert [finding.rule.name for finding in checked.diagnostics] == ["other"]
