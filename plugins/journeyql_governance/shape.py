"""How a map is cut: too many stages, too many touchpoints in one, stages that are the departments of the company."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Journey, Moment, Organisation, Stage, View
from journeyql.wording import counted, quoted, several
from journeyql_governance.options import Governance
from journeyql_governance.routes import fullest
from journeyql_governance.shape_rules import (
    CROWDED_STAGE,
    LONG_JOURNEY,
    STAGE_FOR_EACH_TEAM,
    STAGES_MIRROR_DEPARTMENTS,
)

_FEWEST = 2
_ENOUGH = 3


def findings(view: View, options: Governance) -> Iterator[Diagnostic]:
    """All findings about the cut of the journeys; as one persona goes through them, so that nobody's steps add up."""
    for journey in view.journeys:
        seen = view.eyes(journey)
        longest = max((one.stages(journey) for one in seen), key=len)
        if len(longest) > options.stages:
            yield _long(view, longest, options)
        yield from _crowded(view, journey, seen, options)
        yield from _mirrors(view, journey)
        yield from _each_owned(view, journey)


def _long(view: View, stages: tuple[Stage, ...], options: Governance) -> Diagnostic:
    middle = (len(stages) + 1) // 2
    first, second = stages[:middle], stages[middle:]
    halves = [f'"{view.title(half[0])}" to "{view.title(half[-1])}"' for half in (first, second)]
    extra = stages[options.stages]
    return LONG_JOURNEY.at(
        view.span(extra, extra.title),
        f"The journey has {len(stages)} stages; more than {options.stages} do not fit on a page or in a head.",
        help=f"split it where customers pause, for example {halves[0]} and {halves[1]}, each a journey of its own",
    )


def _crowded(view: View, journey: Journey, seen: tuple[View, ...], options: Governance) -> Iterator[Diagnostic]:
    """`crowded-stage`: one finding, with the stages in which somebody meets too much."""
    longest = (
        (stage, max((_longest(one, journey, stage, options) for one in seen), key=len))
        for stage in view.stages(journey)
    )
    found = [(stage, steps) for stage, steps in longest if len(steps) > options.touchpoints]
    if found:
        (first, steps), *others = found
        figures = several(f'"{view.title(stage)}" {len(met)}' for stage, met in found)
        yield CROWDED_STAGE.at(
            view.span(first, first.title),
            f"Touchpoints that one customer meets in a stage: {figures}. "
            f"Above {options.touchpoints} nobody sees which of them matter.",
            help=f'split the stage, for example at "{view.title(steps[len(steps) // 2])}", or tell the details in a '
            "journey of their own: journey=NAME",
            related=[Related(view.span(stage, stage.title), "and here") for stage, _ in others[:_ENOUGH]],
        )


def _longest(view: View, journey: Journey, stage: Stage, options: Governance) -> list[Moment]:
    """The steps on the longest way through a stage, if it may be too long; failures beside the way are not added."""
    written = view.steps(stage)
    if len(written) <= options.touchpoints:
        return []
    met = fullest(view.flow(journey), written, {step.path: 1 for step in written})
    return [step for step in written if step.path in met]


# ---- the company's own order


def _name(text: str) -> str:
    return "".join(text.casefold().split())


def _mirrors(view: View, journey: Journey) -> Iterator[Diagnostic]:
    """`stages-mirror-departments`: half of the stages, and two at least, are called like teams or partners."""
    teams = {_name(view.title(team)): team for team in view.of(Organisation)}
    stages = view.stages(journey)
    alike = [stage for stage in stages if _name(view.title(stage)) in teams]
    if len(alike) >= _FEWEST and len(alike) * 2 >= len(stages):
        departments = [teams[_name(view.title(stage))] for stage in alike]
        yield STAGES_MIRROR_DEPARTMENTS.at(
            view.span(alike[0], alike[0].title),
            f"{len(alike)} of {counted(len(stages), 'stage')} are called like departments: "
            f"{quoted(map(view.title, alike))}. Customers do not go through departments.",
            help="name each stage by what the customer gets done in it",
            related=[Related(view.span(one, one.title), "this department") for one in departments[:_ENOUGH]],
        )


def _each_owned(view: View, journey: Journey) -> Iterator[Diagnostic]:
    """`stage-for-each-team`: every stage has an owner of its own, and no two have the same."""
    stages = view.stages(journey)
    found = (view.cell(stage.owner) for stage in stages)
    owners = {cell.value.path for cell in found if cell is not None and cell not in journey.owner.cells}
    if len(stages) >= _ENOUGH and len(owners) == len(stages):
        yield STAGE_FOR_EACH_TEAM.at(
            view.span(stages[0], stages[0].owner),
            f"Each of the {len(stages)} stages belongs to another team, and none to two of them.",
            help="look where customers go back and forth: stages that follow the budget hide the seams between teams",
        )
