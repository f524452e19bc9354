"""The analyses of one view; what a map does not have is not loaded for it."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.diagnostics import Diagnostic
from journeyql.model import Cap, Contact
from journeyql.plugin import NoOptions, PassContext
from journeyql_governance.options import Governance, Wording


def govern(context: PassContext[Governance]) -> Iterable[Diagnostic]:
    """The findings about owners and about the cut of the map."""
    from journeyql_governance import drafts, owners, resistance, shape, teams  # maps of one concern load one
    from journeyql_governance.parts import parts

    view, options = context.view, context.options
    yield from shape.findings(view, options)
    yield from owners.persona_owners(view)
    if not view.model.complete:  # while a line cannot be read, nobody knows what is missing
        return
    yield from drafts.findings(view, options)
    done = [(journey, parts(view, journey)) for journey in view.journeys]
    yield from owners.findings(view, done, options)
    yield from resistance.findings(view, done)
    yield from teams.findings(view, options)


def count_contacts(context: PassContext[NoOptions]) -> Iterable[Diagnostic]:
    """The findings about messages; there are none without a message or a limit to them."""
    view = context.view
    if not view.of(Contact) and not view.of(Cap):
        return
    from journeyql_governance import caps, limits, quiet
    from journeyql_governance.counting import posts

    people = posts(view)
    yield from caps.findings(view, people)
    yield from quiet.findings(view, people)
    yield from limits.findings(view, people)


def read(context: PassContext[Wording]) -> Iterable[Diagnostic]:
    """The findings about words."""
    from journeyql_governance import wording

    yield from wording.findings(context.view, context.options)
