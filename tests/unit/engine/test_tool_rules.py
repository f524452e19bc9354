"""The examples of the tool's own rules: the wrong one shows the rule, the right one does not."""

import pytest

from journeyql.engine import rules
from journeyql.engine.inputs import found
from journeyql.engine.rulebook import core_rules

SHOWN = [rule for rule in rules.RULES if not rule.unshown]


@pytest.mark.parametrize("rule", SHOWN, ids=[rule.name for rule in SHOWN])
def test_examples(tmp_path, session, rule):
    for name, text in (("wrong", rule.wrong), ("right", rule.right)):
        path = tmp_path / f"{name}.journey"
        path.write_text(text)
        (item,) = found([str(path)])
        reported = {finding.rule.name for finding in session().check(item).diagnostics}
        assert (rule.name in reported) == (name == "wrong"), (name, reported)


def test_names_and_codes_of_the_core_are_unique():
    known = core_rules()
    assert len({rule.name for rule in known}) == len({rule.code for rule in known}) == len(known)
