"""The same journey as each of its personas goes through it."""

from __future__ import annotations

from journeyql.model import Journey, View


def perspectives(view: View, journey: Journey) -> tuple[tuple[str, View], ...]:
    """The views to look through, by the names of their personas; one without a name when there are no personas.

    What holds for everyone is seen in each of them.
    """
    asked = view.context.persona
    if asked:
        return ((asked, view),)
    narrowed = ((persona.id, view.narrowed(persona=persona.id)) for persona in view.personas(journey))
    return tuple(narrowed) or (("", view),)
