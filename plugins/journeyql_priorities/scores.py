"""What the usual formulas come to for one measure, each with the figures it used and those it misses.

- impact-effort: the slope in the quadrant.
- rice: reach × impact × confidence / effort (Sean McBride, "RICE: simple prioritization for product managers", Intercom).
- ice: impact × confidence × ease (Sean Ellis and Morgan Brown, Hacking Growth, 2017).
- wsjf: the cost of delay divided by the size of the job (Donald Reinertsen, The Principles of Product Development Flow,
  2009), as the Scaled Agile Framework adds it up: value, time criticality, reduction of risk. A map rates no urgency and
  no risk; how early it is due among the rest and the severity of what is addressed stand for them.
- roi: return on investment, (gain - cost) / cost; 1 is a return of the cost and as much again.
- payback: the years until a cost that comes once is earned back by a benefit that comes again; where that benefit is
  not above zero it never is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import attrs

from journeyql.facts import Input, Phrase, Score
from journeyql_priorities.formulas import Formula, Slip, evaluated, parsed
from journeyql_priorities.inputs import Inputs
from journeyql_priorities.options import BUILT_IN, INPUTS

FORMULAS: Final[Mapping[str, str]] = {
    "impact-effort": "impact / effort",
    "rice": "reach * impact * confidence / effort",
    "ice": "impact * confidence * ease",
    "wsjf": "(impact + urgency + severity) / effort",
    "roi": "(benefit - cost) / cost",
    "payback": "investment / yearly",
}
#: What most measures have stated; other scores are told once something of their own is.
_PLAIN = frozenset({"impact", "effort", "ease"})
#: Why figures have no score: the last part of the keys of the words.
NEGATIVE, NEVER = "negative", "never"
#: Scores of which less is better.
FALLING: Final = frozenset({"payback"})
_MONEY = frozenset({"cost", "benefit", "investment", "yearly"})
#: What cannot be below zero: a score that used it would put the worst first.
_COUNTED = frozenset({"reach", "cost", "investment"})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Scoring:
    """The formulas of a run with the inputs that each has of its own, the currencies of its map, and the score that decides the order.

    Amounts in different currencies are neither added nor compared.
    """

    formulas: Mapping[str, tuple[Formula, frozenset[str]]]
    currencies: frozenset[str]
    chosen: str

    @classmethod
    def of(cls, own: Mapping[str, str], chosen: str, currencies: frozenset[str]) -> Scoring:
        """The built-in formulas and those of the configuration, which are known to be sound; `chosen` decides the order."""
        read = {name: _read(text) for name, text in {**FORMULAS, **own}.items()}
        sound = {name: formula for name, formula in read.items() if isinstance(formula, Formula)}
        telling = {name: frozenset(formula.names) for name, formula in sound.items()}
        return cls(
            formulas={name: (formula, telling[name] - _PLAIN or telling[name]) for name, formula in sound.items()},
            currencies=currencies,
            chosen=chosen,
        )

    def scores(self, inputs: Inputs) -> tuple[Score, ...]:
        """The scores for which something of their own is stated, and the chosen one in any case."""
        given = {name: Input(name, value) for name, value in inputs.figures.items()}
        return tuple(
            self._score(name, formula, inputs, given)
            for name, (formula, telling) in self.formulas.items()
            if name == self.chosen or not (telling and telling.isdisjoint(given))
        )

    def _score(self, name: str, formula: Formula, inputs: Inputs, given: Mapping[str, Input]) -> Score:
        outcome = evaluated(formula, inputs.figures)
        mixed = self._mixed(name, formula, inputs) if outcome.value is not None else ()
        why = Phrase("priorities.why.currencies", {"currencies": ", ".join(mixed)}) if mixed else None
        reason = outcome.reason
        if not outcome.missing and name in BUILT_IN:
            reason = _senseless(formula, inputs.figures) or reason
        if reason:
            why = Phrase(f"priorities.why.{reason}")
        return Score(
            name=name,
            formula=formula.text,
            value=None if why else outcome.value,
            inputs=tuple(given[used] for used in formula.names if used in given),
            missing=outcome.missing,
            why=why,
            chosen=name == self.chosen,
        )

    def _mixed(self, name: str, formula: Formula, inputs: Inputs) -> tuple[str, ...]:
        """The currencies that forbid a score: those of the measure, for a formula of one's own those of the map."""
        if _MONEY.isdisjoint(formula.names):
            return ()
        found = inputs.currencies if name in BUILT_IN else self.currencies
        return tuple(sorted(found)) if len(found) > 1 else ()


def _senseless(formula: Formula, figures: Mapping[str, float]) -> str:
    """Why figures that can be reckoned with have no score nevertheless; empty when they have one."""
    if any(figures[name] < 0 for name in formula.names if name in _COUNTED):
        return NEGATIVE
    return NEVER if "yearly" in formula.names and figures["yearly"] <= 0 else ""


@lru_cache(maxsize=64)
def _read(text: str) -> Formula | Slip:
    return parsed(text, INPUTS)
