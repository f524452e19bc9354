"""What teams and partners promise, beside what their steps are to reach and what customers meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import (
    Cell,
    Channel,
    Duration,
    Moment,
    Partner,
    ServiceLevel,
    Team,
    View,
    Work,
)
from journeyql_evidence.figure_rules import PROMISE_BELOW_TARGET, PROMISE_NOT_KEPT
from journeyql_evidence.figures import WAIT, Figure
from journeyql_evidence.telling import some


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Promise:
    """The one time that somebody promises, and the share of cases for which it holds."""

    holder: Team | Partner
    cell: Cell[Duration]
    within: float | None

    def __str__(self) -> str:
        """The promise as it is written."""
        return f"{self.cell.value}{_share(self.within)}"

    def looser(self, figure: Figure) -> bool:
        """Whether keeping the promise is not enough to reach the target of a wait."""
        if figure.by.target is None:
            return False
        seconds, target = self.cell.value.seconds, figure.by.target.number
        lower_share = self.within is not None and figure.within is not None and self.within < figure.within
        return seconds > target or (seconds == target and lower_share)

    def broken(self, figure: Figure) -> bool:
        """Whether customers wait longer than was promised."""
        return figure.value.number > self.cell.value.seconds


def _share(within: float | None) -> str:
    return "" if within is None else f" in {within:g}% of cases"


def promises(view: View, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    """`promise-below-target` and `promise-not-kept`, each once for a team or partner.

    Somebody who promises several times is left out: words alone tell which of them holds where. What runs through
    somebody's channel is measured by the promise, but its targets may be about the work of others.
    """
    made = dict(_made(view))
    if not made:
        return
    looser: dict[str, list[Figure]] = {}
    broken: dict[str, list[Figure]] = {}
    for figure in found:
        if figure.name == WAIT.name and isinstance(figure.element, Moment):
            acting, around = _acting(view, figure.element), _running(view, figure.element)
            for path in sorted(acting | around):
                promise = made.get(path)
                if promise is not None and path in acting and promise.looser(figure):
                    looser.setdefault(path, []).append(figure)
                elif promise is not None and promise.broken(figure):
                    broken.setdefault(path, []).append(figure)
    yield from (_below(view, made[path], figures) for path, figures in looser.items())
    yield from (_unkept(view, made[path], figures) for path, figures in broken.items())


def _made(view: View) -> Iterator[tuple[str, Promise]]:
    holders: list[Team | Partner] = [*view.model.all(Team), *view.model.all(Partner)]
    for holder in holders:
        if len(holder.sla.cells) == 1:
            (cell,) = holder.sla.cells
            beside = cell.option(ServiceLevel)
            yield holder.path, Promise(holder=holder, cell=cell, within=None if beside is None else view[beside.within])


def _acting(view: View, moment: Moment) -> set[str]:
    """The paths of those who act at a step, or answer for it by name."""
    fields: list[Any] = [moment.actor, moment.owner]
    fields += [child.by for child in view.model.children.get(moment.path, ()) if isinstance(child, Work)]
    return {cell.value.path for field in fields for cell in field.cells}


def _running(view: View, moment: Moment) -> set[str]:
    """The paths of those whose channel a step runs through."""
    ref = view[moment.channel]
    channel = None if ref is None else view.follow(ref)
    return {cell.value.path for cell in channel.owner.cells} if isinstance(channel, Channel) else set()


def _below(view: View, promise: Promise, figures: Sequence[Figure]) -> Diagnostic:
    told = [f'"{view.title(figure.element)}" (target {figure.by.target}{_share(figure.within)})' for figure in figures]
    late = [figure for figure in figures if promise.broken(figure)]
    now = f" Customers wait {late[0].value} today." if late else ""
    return PROMISE_BELOW_TARGET.at(
        promise.cell.span,
        f'"{view.title(promise.holder)}" promises {promise}, and {some(told)} {"needs" if len(told) == 1 else "need"} more: the target is missed even when the '
        f"promise is kept.{now}",
        help="agree on a shorter time, or take the target back to what was agreed",
        related=[Related(figure.cell.span, "the target") for figure in figures[:3]],
    )


def _unkept(view: View, promise: Promise, figures: Sequence[Figure]) -> Diagnostic:
    told = [f'{figure.value} at "{view.title(figure.element)}"{_aim(figure)}' for figure in figures]
    return PROMISE_NOT_KEPT.at(
        figures[0].cell.span,
        f'"{view.title(promise.holder)}" promises {promise}, and customers wait {some(told)}: the promise is broken, or one '
        "of the figures is wrong.",
        help="ask whoever holds the agreement which of the two is true, and correct it",
        related=[Related(promise.cell.span, "the promise")],
    )


def _aim(figure: Figure) -> str:
    return "" if figure.by.target is None else f" (target {figure.by.target})"
