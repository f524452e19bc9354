"""Contexts are told apart by the qualifiers that hold in them."""

from __future__ import annotations

import random

import pytest
from resolving import clean

from journeyql.model import DIMENSIONS, Context, Model
from journeyql.model.choice import Chooser

WORDS = ("mei", "tom", "fast", "slow", "EU", "DE", "FR", "future", "de", "de-AT")
PEOPLE = """
persona mei "Mei" segment=fast
persona tom "Tom"
segment fast "Fast"
segment slow "Slow"
market EU "Europe"
market DE "Germany" in=EU
market FR "France" in=EU
"""


def made_up(chance: random.Random) -> Model:
    lines = []
    for number in range(6):
        words = sorted(chance.sample(WORDS, chance.randint(0, 3)))
        qualifier = f"[{','.join(words)}]" if words else ""
        lines.append(f'    touchpoint t{number} "T" feeling{qualifier}=angry\n')
    return clean(f'{PEOPLE}journey j "J"\n  stage s "S"\n{"".join(lines)}').model


def holding(model: Model, context: Context) -> set[object]:
    """By looking at each qualifier, one after the other."""
    chooser = Chooser.of(model, context)
    return {quals for quals in model.qualifiers if chooser.rank(quals) is not None}


@pytest.mark.parametrize("seed", range(20))
def test_equal_signatures_mean_equal_qualifiers(seed: int) -> None:
    model = made_up(random.Random(seed))  # noqa: S311 - the same maps each time
    contexts = [
        Context(persona=persona, segment=segment, market=market, state=state, language=language)
        for persona in ("", "mei", "tom")
        for segment in ("", "fast")
        for market in ("", "EU", "DE")
        for state in ("current", "future")
        for language in ("", "de", "de-AT")
    ]
    signatures = [model.signature(context) for context in contexts]
    held = [holding(model, context) for context in contexts]
    assert [one == signatures[0] for one in signatures] == [one == held[0] for one in held]
    assert len(set(signatures)) == len({frozenset(one) for one in held})


@pytest.mark.parametrize("seed", range(5))
def test_a_limit_gives_the_first_contexts(seed: int) -> None:
    model = made_up(random.Random(seed))  # noqa: S311 - the same maps each time
    every = model.contexts(DIMENSIONS)
    assert every[0] == model.context
    for most in range(1, len(every) + 2):
        assert model.contexts(DIMENSIONS, most) == every[:most]
