"""Finds barriers that nobody removes, and touchpoints that reach one sense only."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.model import Action, Touchpoint, View
from journeyql.plugin import NoOptions, PassContext
from journeyql_example.rules import BARRIER_WITHOUT_ACTION, ONE_SENSE_ONLY
from journeyql_example.vocabulary import Access, Barrier


def analyse(ctx: PassContext[NoOptions]) -> Iterator[Diagnostic]:
    """The findings of one view."""
    view = ctx.view
    for barrier in view.of(Barrier):
        if not view.children(barrier, Action):
            words = f'nothing is planned against "{view.title(barrier)}"'
            yield BARRIER_WITHOUT_ACTION.at(barrier.span, words, help='add a line like `action "…"` below it')
    for touchpoint in view.of(Touchpoint):
        if _is_voice(view, touchpoint) and not view[view.facet(touchpoint, Access).aids]:
            words = f'"{view.title(touchpoint)}" can be heard only'
            yield ONE_SENSE_ONLY.at(touchpoint.span, words, help="say what helps: `aids=relay` or `aids=captions`")


def _is_voice(view: View, touchpoint: Touchpoint) -> bool:
    ref = view[touchpoint.channel]
    channel = view.follow(ref) if ref is not None else None
    return channel is not None and view[channel.kind] == "voice"
