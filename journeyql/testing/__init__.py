"""A test kit for plugins."""

from journeyql.testing.cases import Case, cases, check_cases
from journeyql.testing.checking import TODAY, Result, Settings, check
from journeyql.testing.rule_cases import RuleCases, expect

__all__ = ["TODAY", "Case", "Result", "RuleCases", "Settings", "cases", "check", "check_cases", "expect"]
