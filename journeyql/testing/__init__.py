"""A test kit for plugins: everything in it works in memory and asks nothing of the surroundings.

`check` looks at a text; `check_cases` holds it to what its comments expect; `expect` proves a rule; `render` and the
assertions about renderers draw; `assert_conforms` looks at a plugin from all sides; `journeyql.testing.strategies`,
which needs Hypothesis, makes up maps.
"""

from journeyql.testing.cases import Case, cases, check_cases
from journeyql.testing.checking import TODAY, Result, Settings, check
from journeyql.testing.conformance import Note, Outcome, Problem, Report, assert_conforms, conformance
from journeyql.testing.determinism import assert_deterministic
from journeyql.testing.escaping import assert_escapes
from journeyql.testing.rendering import assert_renders, render
from journeyql.testing.rule_cases import RuleCases, expect

__all__ = [
    "TODAY",
    "Case",
    "Note",
    "Outcome",
    "Problem",
    "Report",
    "Result",
    "RuleCases",
    "Settings",
    "assert_conforms",
    "assert_deterministic",
    "assert_escapes",
    "assert_renders",
    "cases",
    "check",
    "check_cases",
    "conformance",
    "expect",
    "render",
]
