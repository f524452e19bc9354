"""The order in which passes run: each after those that provide what it requires, ties by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from journeyql.facts import FactKey
from journeyql.plugin.errors import PluginError
from journeyql.plugin.origin import LoadFailure, Offered
from journeyql.plugin.types import Pass


@attrs.frozen(eq=False, repr=False)
class Step:
    """A pass at its place in the order; `varies_by` includes what the passes before it, that it needs, vary by.

    `missing` are facts that no pass provides.
    """

    offer: Offered[Pass]
    varies_by: tuple[str, ...]
    missing: tuple[FactKey[Any], ...] = ()

    @property
    def name(self) -> str:
        """The name of the pass."""
        return self.offer.item.name


@attrs.frozen(eq=False, repr=False)
class Schedule:
    """All passes in order, and those that were refused because another one provides the same fact."""

    steps: tuple[Step, ...]
    providers: Mapping[FactKey[Any], str]
    failures: tuple[LoadFailure, ...] = ()


def scheduled(passes: Iterable[Offered[Pass]]) -> Schedule:
    """The passes in the order in which they run; those that wait for each other's facts are left out and named."""
    offers, failures = _one_provider_each(passes)
    providers = {key: offer.item.name for offer in offers.values() for key in offer.item.provides}
    steps: dict[str, Step] = {}
    circular = []
    for name in sorted(offers):
        try:
            _visit(name, offers, providers, steps, ())
        except PluginError as error:
            circular.append(LoadFailure.of(offers[name].origin, f"pass `{name}` is left out: {error}"))
    return Schedule(tuple(steps.values()), providers, (*failures, *circular))


def _one_provider_each(
    passes: Iterable[Offered[Pass]],
) -> tuple[dict[str, Offered[Pass]], tuple[LoadFailure, ...]]:
    kept: dict[str, Offered[Pass]] = {}
    owners: dict[FactKey[Any], Offered[Pass]] = {}
    failures = []
    for offer in sorted(passes, key=lambda offer: (not offer.origin.first_party, offer.item.name)):
        taken = [(key, owners[key]) for key in offer.item.provides if key in owners]
        if taken:
            key, first = taken[0]
            reason = (
                f"pass `{offer.item.name}` is left out: the fact `{key.name}` is provided by {first.origin} already"
            )
            failures.append(LoadFailure.of(offer.origin, reason))
            continue
        kept[offer.item.name] = offer
        owners.update(dict.fromkeys(offer.item.provides, offer))
    return kept, tuple(failures)


def _visit(
    name: str,
    offers: Mapping[str, Offered[Pass]],
    providers: Mapping[FactKey[Any], str],
    steps: dict[str, Step],
    chain: tuple[str, ...],
) -> None:
    if name in steps:
        return
    if name in chain:
        circle = " → ".join((*chain[chain.index(name) :], name))
        msg = f"passes wait for each other's facts in a circle: {circle} (each requires a fact of the next)"
        raise PluginError(msg)
    item = offers[name].item
    needed = sorted({providers[key] for key in item.requires if key in providers})
    for provider in needed:
        _visit(provider, offers, providers, steps, (*chain, name))
    varies = dict.fromkeys((*item.varies_by, *(dim for provider in needed for dim in steps[provider].varies_by)))
    missing = tuple(key for key in item.requires if key not in providers)
    steps[name] = Step(offers[name], tuple(varies), missing)
