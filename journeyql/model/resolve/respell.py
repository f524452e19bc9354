"""The right spelling of a quantity that people write in another way."""

from __future__ import annotations

from journeyql.units import respelled, ungrouped

__all__ = ["respelled", "ungrouped"]
