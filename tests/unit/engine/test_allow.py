"""`allow` silences exactly its rule in exactly its element, and says when it is unused, expired or misspelt."""

import pytest
from engine_support import a_pass, low

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
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == ["low"]


def test_a_defect_cannot_be_silenced(check):
    def fails(_context):
        raise ValueError

    text = 'journey j "R"\n  allow plugin-failed "because"\n'
    rules = [finding.rule.name for finding in check(text, a_pass(fails)).diagnostics]
    assert "plugin-failed" in rules
