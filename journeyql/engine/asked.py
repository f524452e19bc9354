"""The point of view that the user asks for, checked against what a file has."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.rules import UNKNOWN_CONTEXT
from journeyql.model import STATES, Market, Model, Persona
from journeyql.spelling import did_you_mean

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TERRITORY = re.compile(r"[A-Z]{2}|[0-9]{3}")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asked:
    """What the options `--persona --market --locale --state` say; empty where they say nothing."""

    persona: str = ""
    market: str = ""
    language: str = ""
    state: str = ""

    @property
    def settled(self) -> dict[str, str]:
        """The dimensions that the user has settled."""
        return {name: value for name, value in attrs.asdict(self).items() if value}


EVERYBODY = Asked()


def narrowed(model: Model, asked: Asked) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with the asked point of view as its default, and what was asked for in vain."""
    if not asked.settled:
        return model, ()
    problems = tuple(_problems(model, asked))
    return attrs.evolve(model, context=model.context.narrowed(**asked.settled)), problems


def _problems(model: Model, asked: Asked) -> Iterable[Diagnostic]:
    personas = [persona.id for persona in model.all(Persona)]
    markets = sorted({market.id for market in model.all(Market)} | {*model.used("market")})
    states = [*STATES, *(name for name in model.used("state") if name not in STATES)]
    if asked.persona and asked.persona not in personas:
        yield _unknown(model, "persona", asked.persona, personas)
    if asked.market and asked.market not in markets and not _TERRITORY.fullmatch(asked.market):
        yield _unknown(model, "market", asked.market, markets)
    if asked.state and asked.state not in states:
        yield _unknown(model, "state", asked.state, states)
    if asked.language and not _LANGUAGE.fullmatch(asked.language):
        yield _unknown(model, "locale", asked.language, ["de", "en", "ja", "zh-Hans"])


def _unknown(model: Model, word: str, value: str, known: list[str]) -> Diagnostic:
    question = did_you_mean(value, known)
    listed = f"it has: {', '.join(known)}" if known else f"it declares no {word}"
    name = model.source.name
    return UNKNOWN_CONTEXT.at(None, f"{name} has no {word} `{value}`", help=question or listed)
