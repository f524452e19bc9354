"""The same journey as each of its personas goes through it."""

from __future__ import annotations

from journeyql.model import Journey, View


def eyes(view: View, journey: Journey) -> tuple[View, ...]:
    """The views of a journey that differ from persona to persona, each once; what holds for all is seen in each."""
    return tuple(dict.fromkeys(view.perspectives(journey).values()))
