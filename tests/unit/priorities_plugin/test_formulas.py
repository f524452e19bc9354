from __future__ import annotations

import ast
import math
import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql_priorities.formulas import Formula, Slip, evaluated, parsed
from journeyql_priorities.formulas.parse import DEEPEST
from journeyql_priorities.formulas.tokens import LONGEST

NAMES = ("impact", "effort", "reach")


def value(text: str, **inputs: float) -> float | None:
    formula = parsed(text, NAMES)
    assert isinstance(formula, Formula), formula
    return evaluated(formula, inputs).value


#: Precedence and associativity as in ISO 80000-2 and as Python has them, worked out by hand.
VALUES = [
    ("1 + 2 * 3", 7),
    ("(1 + 2) * 3", 9),
    ("8 / 4 / 2", 1),
    ("8 - 4 - 2", 2),
    ("2 ^ 3 ^ 2", 512),
    ("-2 ^ 2", -4),
    ("2 ^ -1", 0.5),
    ("- -3", 3),
    ("+3", 3),
    ("min(3, 1, 2)", 1),
    ("max(1, min(5, 4))", 4),
    ("min(7)", 7),
    (".5 + 1.5", 2),
    ("  1+1  ", 2),
    ("0 ^ 0", 1),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values(text: str, expected: float) -> None:
    assert value(text) == expected


def test_the_formula_of_the_documentation() -> None:
    assert value("0.5 * impact + 0.5 * reach / 1000", impact=4, reach=24000) == 14


SLIPS = [
    ("", 1, "expected a number, an input or a bracket"),
    ("impact +", 9, "expected a number, an input or a bracket"),
    ("(impact", 8, "expected `)`"),
    ("impact)", 7, "expected an operator before `)`"),
    ("impact effort", 8, "expected an operator before `effort`"),
    ("2 impact", 3, "expected an operator before `impact`"),
    ("impact ** 2", 9, "expected a number, an input or a bracket"),
    ("min impact", 5, "expected `(` after `min`"),
    ("min()", 5, "expected a number, an input or a bracket"),
    ("max(1,)", 7, "expected a number, an input or a bracket"),
    ("impact % 2", 8, "`%` has no meaning here"),
    ("影响 * 2", 1, "`影` has no meaning here"),
    ("1e9", 2, "expected an operator before `e9`"),
    ("__import__('os')", 12, "`'` has no meaning here"),
    ("impact.effort", 7, "`.` has no meaning here"),
    ("imapct", 1, "there is no input `imapct`"),
    (
        "(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1),
        DEEPEST + 2,
        f"brackets, signs and powers go at most {DEEPEST} deep",
    ),
    ("-" * 10_000 + "1", LONGEST + 1, f"a formula has at most {LONGEST} characters"),
    ("2^" * 200 + "1", 2 * DEEPEST + 3, f"brackets, signs and powers go at most {DEEPEST} deep"),
]


@pytest.mark.parametrize(("text", "column", "words"), SLIPS, ids=[text[:20] for text, _, _ in SLIPS])
def test_slips_name_the_column(text: str, column: int, words: str) -> None:
    found = parsed(text, NAMES)
    assert isinstance(found, Slip)
    assert (found.column, found.words) == (column, words)


NOTHING = [
    ("impact / 0", "zero"),
    ("impact / (effort - effort)", "zero"),
    ("0 ^ -1", "zero"),
    ("(0 - 1) ^ 0.5", "undefined"),
    ("10 ^ 400", "undefined"),
    ("10 ^ 200 * 10 ^ 200", "undefined"),
]


@pytest.mark.parametrize(("text", "reason"), NOTHING)
def test_what_has_no_value_says_why(text: str, reason: str) -> None:
    formula = parsed(text, NAMES)
    assert isinstance(formula, Formula)
    outcome = evaluated(formula, {"impact": 4.0, "effort": 2.0})
    assert (outcome.value, outcome.reason) == (None, reason)


def test_missing_inputs_are_named_in_their_order() -> None:
    formula = parsed("reach * impact / effort + reach", NAMES)
    assert isinstance(formula, Formula)
    assert evaluated(formula, {"impact": 4.0}).missing == ("reach", "effort")


# ---- against Python's own reading of the same arithmetic, an independent one

ATOM = st.sampled_from(["1", "2", "0.5", "3", "impact", "effort"])
TEXTS = st.recursive(
    ATOM,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"-{text}"),
        st.tuples(inner, inner).map(lambda pair: f"max({pair[0]}, {pair[1]})"),
    ),
    max_leaves=12,
)
SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
INPUTS = {"impact": 4.0, "effort": 2.0}


def worked_out(node: ast.expr) -> float:
    match node:
        case ast.BinOp(left, sign, right):
            return SIGNS[type(sign)](worked_out(left), worked_out(right))
        case ast.UnaryOp(_, inner):
            return -worked_out(inner)
        case ast.Call(_, arguments):
            return max(map(worked_out, arguments))
        case ast.Name(name):
            return INPUTS[name]
        case ast.Constant(number):
            return float(number)
    raise AssertionError(ast.dump(node))


@given(TEXTS)
def test_formulas_are_read_as_python_reads_them(text: str) -> None:
    formula = parsed(text, NAMES)
    assert isinstance(formula, Formula)
    try:
        expected = worked_out(ast.parse(text, mode="eval").body)
    except ZeroDivisionError:
        assert evaluated(formula, INPUTS).reason == "zero"
        return
    found = evaluated(formula, INPUTS).value
    assert found is not None
    assert math.isclose(found, expected)


@given(st.text(alphabet="0123456789.+-*/^(), minaxptceforh_é\n", max_size=60))
def test_no_text_raises(text: str) -> None:
    formula = parsed(text, NAMES)
    if isinstance(formula, Formula):
        outcome = evaluated(formula, {"impact": 1.0, "effort": 0.0, "reach": 7.0})
        assert (outcome.value is None) == bool(outcome.reason or outcome.missing)
