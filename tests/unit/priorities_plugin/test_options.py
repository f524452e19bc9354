from __future__ import annotations

import pytest

import journeyql_priorities
from journeyql.facts import PRIORITIES
from journeyql.testing import check

PLUGINS = [journeyql_priorities]
TEXT = 'journey "J"\n  stage "S"\n    action "A" impact=4 effort=2\n'

REFUSED = [
    (
        {"formulas": {"value": "0.5 * imapct"}},
        "`passes.priorities.formulas`: `value`, column 7: there is no input `imapct`; did you mean `impact`? 0.5 * >>>imapct",
    ),
    (
        {"formulas": {"value": "1 +"}},
        "`passes.priorities.formulas`: `value`, column 4: expected a number, an input or a bracket.",
    ),
    ({"formulas": {"value": 3}}, "`passes.priorities.formulas`: expected a table in which each name has a text, not "),
    ({"formulas": "impact"}, "`passes.priorities.formulas`: expected a table in which each name has a text, not "),
    (
        {"formulas": {"rice": "impact"}},
        "`passes.priorities.formulas`: `rice` is built in; call your formula something else",
    ),
    ({"formulas": {"": "impact"}}, "`passes.priorities.formulas`: the formula `impact` has no name; write one "),
    ({"formulas": {" ": "impact"}}, "`passes.priorities.formulas`: the formula `impact` has no name; write one "),
    ({"rank-by": "valeu"}, "`passes.priorities.rank-by`: `valeu` is neither a score (impact-effort, rice, "),
    ({"years": 0}, "`passes.priorities.years`: years must be a number above 0, and at most 100, not 0"),
    ({"opportunity": 21}, "`passes.priorities.opportunity`: opportunity must be a number from 0 to 20, not 21"),
    ({"opportunities": 2}, "`passes.priorities.opportunities`: there is no such option; did you mean `opportunity`?"),
]


@pytest.mark.parametrize(("options", "words"), REFUSED)
def test_what_does_not_fit_is_refused_by_name(options: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the words are looked at below
        check(TEXT, plugins=PLUGINS, options={"priorities": options})
    assert words in str(refused.value)


def test_a_cause_is_told_before_what_follows_from_it() -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the words are looked at below
        check(TEXT, plugins=PLUGINS, options={"priorities": {"rank-by": "value", "formulas": {"value": "1 +"}}})
    words = str(refused.value)
    assert -1 < words.find("passes.priorities.formulas") < words.find("passes.priorities.rank-by")


def test_a_formula_of_ones_own_is_a_score_like_others() -> None:
    options = {"formulas": {"value": "0.5 * impact + 0.5 * ease"}, "rank-by": "value"}
    (found,) = check(TEXT, plugins=PLUGINS, options={"priorities": options}).fact(PRIORITIES)
    assert {score.name: score.value for score in found.scores}["value"] == 4


def test_the_cut_is_that_of_the_quadrants() -> None:
    with pytest.raises(ValueError, match=r"`passes\.quadrants\.cut`: expected one of middle, median, not 'mid'"):
        check(TEXT, plugins=PLUGINS, options={"quadrants": {"cut": "mid"}})
