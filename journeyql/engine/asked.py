"""The point of view that the user asks for, checked against what a file has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.rules import SAME_EVERYWHERE, UNKNOWN_CONTEXT
from journeyql.model import STATES, Journey, Market, Model, Persona
from journeyql.model.languages import language_tag, meant, well_formed
from journeyql.spelling import did_you_mean

_TERRITORY = re.compile(r"[A-Z]{2}|[0-9]{3}")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asked:
    """What the options `--persona --market --locale --state` say; empty where they say nothing.

    `more` are dimensions of plugins with their values (`--context`).
    """

    persona: str = ""
    market: str = ""
    language: str = ""
    state: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @property
    def settled(self) -> dict[str, str]:
        """The dimensions that the user has settled."""
        core = {name: getattr(self, name) for name in ("persona", "market", "language", "state")}
        return {name: value for name, value in (*core.items(), *self.more) if value}


EVERYBODY = Asked()
#: For each dimension how a file says that something differs.
_EXAMPLES = {
    "persona": "emotion[{}]=2",
    "market": 'title[{}]: "…"',
    "language": 'title[{}]: "…"',
    "state": "emotion[{}]=4",
}


def narrowed(
    model: Model, asked: Asked, dimensions: Mapping[str, Collection[str]] | None = None
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with the asked point of view as its default, and what was asked for in vain.

    `dimensions` are those of plugins, with their words.
    """
    if not asked.settled:
        return model, ()
    problems = (*_problems(model, asked), *_added_problems(asked, dimensions or {}))
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
    if asked.language and (meant(asked.language) or not well_formed(asked.language)):
        yield _unknown(model, "locale", asked.language, _languages(model), meant(asked.language))


def _added_problems(asked: Asked, dimensions: Mapping[str, Collection[str]]) -> Iterable[Diagnostic]:
    """What is wrong with the values of plugins' dimensions."""
    for name, value in asked.more:
        known = sorted(dimensions.get(name, ()) if name in dimensions else dimensions)
        if name not in dimensions:
            question = did_you_mean(name, known) or f"known: {', '.join(known) or 'none'}"
            yield UNKNOWN_CONTEXT.at(None, f"no plugin adds a dimension `{name}`", help=question)
        elif value not in known:
            question = did_you_mean(value, known) or f"known: {', '.join(known) or 'none'}"
            yield UNKNOWN_CONTEXT.at(None, f"`{name}` has no value `{value}`", help=question)


def _unknown(model: Model, word: str, value: str, known: list[str], instead: str = "") -> Diagnostic:
    question = f"did you mean `{instead}`?" if instead else did_you_mean(value, known)
    listed = f"it has: {', '.join(known)}" if known else f"it declares no {word}"
    name = model.source.name
    return UNKNOWN_CONTEXT.at(None, f"{name} has no {word} `{value}`", help=question or listed)


def _languages(model: Model) -> list[str]:
    """The languages that a model speaks: those of its qualifiers, and the one it says it is written in."""
    own = {cell.value for journey in model.all(Journey) for cell in journey.locale.cells}
    return sorted({*model.used("language"), *own})


def same(model: Model, asked: Asked, written: str) -> Iterator[Diagnostic]:
    """A note for each dimension asked for along which the file does not differ; `written`: its keyword language."""
    for dimension, value in asked.settled.items():
        if not _differs(model, dimension) and not _is_own(model, dimension, value, written):
            words = f"nothing in {model.source.name} differs for `{value}`"
            known = model.used(dimension)
            written_so = _EXAMPLES.get(dimension, "emotion[{}]=4").format(value)
            example = f"write, for example, `{written_so}` where it does"
            hint = f"it differs for: {', '.join(known)}" if known else example
            yield SAME_EVERYWHERE.at(None, words, help=hint)


def _differs(model: Model, dimension: str) -> bool:
    """Whether the asked value of a dimension makes any condition of the model hold, or fail, that otherwise would not."""
    if dimension == "persona" and model.divided:
        return True  # those who are not asked for have steps of their own, which are now left out
    default = type(model.context)().value(dimension)
    views = (model.view(), model.view(model.context.narrowed(**{dimension: default})))
    with_, without = ({quals for quals in model.qualifiers if view.chooser.rank(quals) is not None} for view in views)
    return with_ != without


def _is_own(model: Model, dimension: str, value: str, written: str) -> bool:
    """Whether a value is what the file is about anyway: its own language, or the state it describes."""
    if dimension == "language":
        own = {cell.value for journey in model.all(Journey) for cell in journey.locale.cells} or {written or "en"}
        return any(value.partition("-")[0] == language_tag(name).partition("-")[0] for name in own)
    if dimension == "state":
        states = {cell.value for journey in model.all(Journey) for cell in journey.state.cells} or {STATES[0]}
        return value in states
    return False
