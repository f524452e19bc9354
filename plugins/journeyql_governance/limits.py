"""Caps that cannot be kept, that count nothing, or that messages have slipped out of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cap, Channel, Contact, Element, Journey, Moment, Ref, Varying, View
from journeyql.wording import counted, quoted
from journeyql_governance.caps import called
from journeyql_governance.contact_rules import CAP_COUNTS_NOTHING, CAP_LEFT_BEHIND, UNCAPPED_CONTACT, UNUSABLE_CAP
from journeyql_governance.counting import Counted, Post, letters
from journeyql_governance.messages import Message

_MOST = 5


def findings(view: View, people: Mapping[str, Post]) -> Iterator[Diagnostic]:
    """What is wrong with the caps themselves."""
    caps = view.of(Cap)
    for cap in caps:
        yield from _unusable(view, cap)
    if not caps:
        return
    yield from _left_behind(view, caps)
    if view.model.complete:
        found = letters(people)
        yield from _uncapped(view, caps, found)
        yield from _idle(view, caps, found)


# ---- caps that cannot be kept


def _unusable(view: View, cap: Cap) -> Iterator[Diagnostic]:
    problems = [*_problems(view, cap)]
    if problems:
        yield UNUSABLE_CAP.at(
            view.span(cap, cap.per if view[cap.limit] is None else cap.limit),
            f"{called(view, cap)} cannot be kept: {'; '.join(problems)}.",
            help="say how many in what time, and when none at all: limit=3 per=7d quiet=22:00..08:00",
        )


def _problems(view: View, cap: Cap) -> Iterator[str]:
    limit, per, quiet = view[cap.limit], view[cap.per], view[cap.quiet]
    if limit is None and per is None and quiet is None:
        yield "it says neither how many messages are too many nor when none may come"
    if limit is not None and limit < 0:
        yield f"nobody can get fewer than none ({limit:g})"
    if per is not None and per.seconds <= 0:
        yield f"no message comes within {per}"
    if limit is not None and per is None and limit > 0:
        yield f"{limit:g} in what time?"
    if per is not None and limit is None:
        yield f"how many in {per}?"
    if quiet is not None and quiet.low == quiet.high:
        yield f"the quiet hours {quiet} end when they begin"


# ---- messages that have slipped out


def _left_behind(view: View, caps: tuple[Cap, ...]) -> Iterator[Diagnostic]:
    """`cap-left-behind`: once for each cap, with all that it does not count in the market that is looked at."""
    for cap in caps if view.context.market else ():
        capped = {ref.path for ref in view[cap.channel]}
        moved = [*_moved(view, cap, capped, caps)] if capped else []
        if moved:
            yield _moved_finding(view, cap, moved)


Moved = tuple[Element, Varying[Ref[Channel]], Channel]


def _moved(view: View, cap: Cap, capped: set[str], caps: tuple[Cap, ...]) -> Iterator[Moved]:
    """What goes by a capped channel where no market is looked at, and here by one that no cap counts."""
    anywhere = view.narrowed(market="")
    for journey in view.journeys:
        for element in view.within(view.around(cap, Journey) or journey, Element):
            field = _countable(view, cap, element)
            usual = None if field is None else anywhere[field]
            if field is None or usual is None or usual.path not in capped:
                continue
            ref = view[field]
            channel = None if ref is None else view.follow(ref)
            if channel is not None and channel.path not in capped and _uncounted(view, channel, caps):
                yield element, field, channel


def _countable(view: View, cap: Cap, element: Element) -> Varying[Ref[Channel]] | None:
    """The channel of a message that a cap counts; a touchpoint in a channel is one if no kind is named."""
    kinds = view[cap.kind]
    if isinstance(element, Contact):
        return element.channel if not kinds or view[element.kind] in kinds else None
    return element.channel if isinstance(element, Moment) and not kinds else None


def _uncounted(view: View, channel: Channel, caps: tuple[Cap, ...]) -> bool:
    return view[channel.kind] == "online" and not any(
        not view[cap.channel] or channel.path in {ref.path for ref in view[cap.channel]} for cap in caps
    )


def _moved_finding(view: View, cap: Cap, moved: list[Moved]) -> Diagnostic:
    first, field, channel = moved[0]
    usual = quoted(view.title(view.model.elements[ref.path]) for ref in view[cap.channel])
    channels = quoted(dict.fromkeys(view.title(one) for _, _, one in moved))
    elements = list(dict.fromkeys(view.title(one) for one, _, _ in moved))
    return CAP_LEFT_BEHIND.at(
        view.span(first, field),
        f"{quoted(elements)}: here by {channels}. {called(view, cap)} is about {usual} only; "
        f"what it says ({_said(view, cap)}) does not hold for them.",
        help=f"count the new channel, too: channel: {', '.join(ref.path for ref in view[cap.channel])}, {channel.id}",
        related=[Related(view.span(cap, cap.channel), "the cap")],
    )


def _said(view: View, cap: Cap) -> str:
    limit, quiet = view[cap.limit], view[cap.quiet]
    most = "" if limit is None else f"{limit:g} in {view[cap.per]}"
    return " and ".join(filter(None, (most, "" if quiet is None else f"quiet {quiet}")))


def _uncapped(view: View, caps: tuple[Cap, ...], found: list[Message]) -> Iterator[Diagnostic]:
    counted_by = [Counted(cap) for cap in caps]
    out, kinds = {}, set()
    for one in found:
        if any(one in each for each in counted_by):
            kinds.add(one.kind)
        else:
            out[one.contact.path] = one
    out = {path: one for path, one in out.items() if one.kind is not None and one.kind in kinds}
    if out:
        first, *others = out.values()
        yield UNCAPPED_CONTACT.at(
            view.span(first.contact, first.contact.channel),
            f"{quoted(view.title(one.contact) for one in out.values())}: no cap counts it there, "
            f"while one counts other messages of the kind {quoted(sorted({one.kind or '' for one in out.values()}))}.",
            help="customers count messages, not channels: name the channel in the cap, or in one of its own",
            related=[Related(one.contact.span, "nor this") for one in others[:_MOST]],
        )


def _idle(view: View, caps: tuple[Cap, ...], found: list[Message]) -> Iterator[Diagnostic]:
    for cap in caps:
        fitting = Counted(cap)
        if found and not any(one in fitting for one in found):
            count = len({one.contact.path for one in found})
            yield CAP_COUNTS_NOTHING.at(
                view.span(cap, cap.title),
                f"{called(view, cap)} counts nothing: none of {counted(count, 'message')} in this map fits it.",
                help="compare its kinds and channels with those of the messages",
            )
