"""All that is worked out for a view with findings or measures, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.facts import OPPORTUNITIES, PRIORITIES, QUADRANTS, ROADMAP
from journeyql.plugin import PassContext
from journeyql_priorities.dependencies import Dependencies
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measures
from journeyql_priorities.opportunities import opportunities
from journeyql_priorities.options import Options
from journeyql_priorities.ranking import priorities
from journeyql_priorities.roadmap import roadmap


def work(context: PassContext[Options]) -> Iterator[Diagnostic]:
    """Provide the facts, then report."""
    options, today = context.options, context.today
    eyes = Eyes.of(context.view)
    measures = Measures.of(eyes)
    dependencies = Dependencies.of(measures)
    scores = opportunities(measures)
    ranked = priorities(measures, dependencies, options, context.facts.get(QUADRANTS) or {}, today)
    context.provide(OPPORTUNITIES, scores)
    context.provide(PRIORITIES, ranked)
    context.provide(ROADMAP, roadmap(eyes, dependencies, {one.measure.path: one.rank for one in ranked}))
    if context.facts_only:
        return
    from journeyql_priorities.findings import dates, figures, needs, plans  # a picture asks for the facts alone

    quadrants = {one.measure.path: one.quadrant for one in ranked}
    yield from figures.impossible(measures)
    yield from dates.overdue(measures, today)
    yield from dates.announced(measures, today)
    yield from plans.out_of_order(measures, dependencies)
    yield from plans.without_base(measures)
    yield from plans.waiting_quick_wins(measures, dependencies, quadrants)
    if not context.view.model.complete:  # while a line cannot be read, nobody knows what is missing
        return
    yield from needs.large_opportunities(measures, scores, options)
    yield from needs.unmet_needs(measures)
    yield from needs.latent_needs(measures)
    yield from needs.ideas(measures)
    yield from needs.open_causes(measures)
    yield from plans.unscheduled(measures, dependencies, ranked)
    early = plans.early(measures)
    held = {action.path for _, actions in early for action in actions}
    yield from dates.next_to_begin(measures, [one for one in ranked if one.measure.path not in held], today)
    yield from plans.gravest_last(measures)
    yield from plans.before_test(eyes, early)
    yield from dates.still_hurting(measures)
    yield from figures.incomplete(measures)
    yield from figures.aimless(measures, dependencies)
