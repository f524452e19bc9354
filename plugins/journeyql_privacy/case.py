"""A journey under one body of law, as one sort of customers goes through it: what rules look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from journeyql.model import Cell, Journey, Touchpoint, View
from journeyql_privacy.consent import Consent, Notice
from journeyql_privacy.data import Purpose
from journeyql_privacy.facets import Processing
from journeyql_privacy.mentions import Mention
from journeyql_privacy.paths import Paths
from journeyql_privacy.record import Handling, Record, Storing
from journeyql_privacy.regime import Regime


@attrs.frozen(eq=False, repr=False)
class Basis:
    """Why data may be used for a purpose: a consent, or else a word of a regime; `cell` is where it is written."""

    cell: Cell[str]
    consent: Consent | None


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Case:
    """A journey under one regime of all `regimes`. `declared`: the journey says that it applies."""

    journey: Journey
    regime: Regime
    regimes: tuple[Regime, ...]
    declared: bool
    record: Record
    _bases: dict[str, Basis | None] = attrs.field(factory=dict)

    @property
    def view(self) -> View:
        """What the file says under this regime."""
        return self.record.view

    @property
    def paths(self) -> Paths:
        """All paths through the journey."""
        return self.record.paths

    @property
    def handlings(self) -> tuple[Handling, ...]:
        """What is done with data in the journey, in order."""
        return self.record.handlings.get(self.journey.path, ())

    @property
    def storings(self) -> tuple[Storing, ...]:
        """What the journey keeps on customers' devices, in order."""
        return self.record.storings.get(self.journey.path, ())

    def mentions(self, element: Consent | Notice) -> tuple[Mention, ...]:
        """What the journey does to a consent or notice, in order."""
        return self.record.mentions.get(self.journey.path, {}).get(element.path, ())

    def basis(self, purpose: Purpose) -> Basis | None:
        """The legal basis that is stated for a purpose under this regime, or the one that it complements."""
        if purpose.path not in self._bases:
            self._bases[purpose.path] = self._basis(purpose)
        return self._bases[purpose.path]

    def _basis(self, purpose: Purpose) -> Basis | None:
        cell = self.view.cell(purpose.basis)
        if cell is None and self.regime.complements:
            cell = self.view.narrowed(regime=self.regime.complements).cell(purpose.basis)
        return None if cell is None else Basis(cell, self.view.named(cell.value, Consent, purpose))

    def foreign(self, basis: Basis) -> bool:
        """Whether a basis is a word of other regimes only."""
        elsewhere = any(basis.cell.value in regime.bases for regime in self.regimes)
        return basis.consent is None and elsewhere and basis.cell.value not in self.regime.bases

    def unprotected(self, safeguard: str) -> bool:
        """Whether what is named to let data leave is a word of other regimes only."""
        elsewhere = any(safeguard in regime.safeguards for regime in self.regimes)
        return elsewhere and safeguard not in self.regime.safeguards

    @cached_property
    def resting(self) -> Mapping[tuple[Touchpoint, Purpose, Consent], Sequence[Handling]]:
        """What is done with data on the ground of a consent; giving data in answer to the question is not."""
        found: dict[tuple[Touchpoint, Purpose, Consent], list[Handling]] = {}
        for handling in self.handlings:
            consent = self.consent(handling.purpose)
            if consent is not None and handling.purpose is not None and not self.answers(handling):
                found.setdefault((handling.place, handling.purpose, consent), []).append(handling)
        return found

    def answers(self, handling: Handling) -> bool:
        """Whether data is collected where its consent is asked for, and so comes from those who say yes."""
        if not handling.collected:
            return False
        consent = self.consent(handling.purpose)
        asked = self.view[self.view.facet(handling.place, Processing).asks]
        return consent is not None and any(self.view.follow(ref) is consent for ref in asked)

    def consent(self, purpose: Purpose | None) -> Consent | None:
        """The consent on which a purpose rests, if it rests on one."""
        basis = None if purpose is None else self.basis(purpose)
        return None if basis is None else basis.consent
