"""Caps that are exceeded: what customers can get, held against what they may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Cap, Persona, View
from journeyql.wording import quoted, several
from journeyql_governance.contact_rules import CONTACTS_MAY_ADD_UP, TOO_MANY_CONTACTS
from journeyql_governance.counting import Count, Counted, Post, Window, most

_MOST = 5


def findings(view: View, people: Mapping[str, Post]) -> Iterator[Diagnostic]:
    """`too-many-contacts`, and where there are none for a cap, `contacts-may-add-up`."""
    for cap in view.of(Cap):
        if _usable(view, cap):
            yield from _exceeded(view, cap, people)


def _usable(view: View, cap: Cap) -> bool:
    limit, per = view[cap.limit], view[cap.per]
    return limit is not None and limit >= 0 and per is not None and per.seconds > 0


def _exceeded(view: View, cap: Cap, people: Mapping[str, Post]) -> Iterator[Diagnostic]:
    limit, per, counted = view[cap.limit] or 0.0, view[cap.per], Counted(cap)
    for sure in (True, False):
        counts = {name: most(counted, per.seconds if per else 0.0, post, sure=sure) for name, post in people.items()}
        highest = max((len(count.found) for count in counts.values()), default=0)
        if highest > limit:
            yield _finding(view, cap, {name: one for name, one in counts.items() if len(one.found) == highest})
            return


def _finding(view: View, cap: Cap, worst: dict[str, Count]) -> Diagnostic:
    count = next(iter(worst.values()))
    who = several(view.name_and_role(one)[0] for one in view.of(Persona) if one.id in worst) or "A customer"
    rule = TOO_MANY_CONTACTS if count.sure else CONTACTS_MAY_ADD_UP
    can, unknown = ("can", "") if count.sure else ("may", " The map does not say how far apart they are.")
    return rule.at(
        view.span(cap, cap.limit),
        f"{called(view, cap)} allows {view[cap.limit] or 0:g} in {view[cap.per]}. {who} {can} get "
        f"{len(count.found)}{_where(view, count.found)}: {several(one.told() for one in count.found)}.{unknown}",
        help=(
            f"leave one out, or put more than {view[cap.per]} between them (at= or delay=)"
            if count.sure
            else "give their touchpoints a time, at=3d, or leave one out"
        ),
        related=[Related(one.contact.span, "counted") for one in count.found[:_MOST]],
    )


def _where(view: View, found: Window) -> str:
    titles = dict.fromkeys(view.title(one.journey) for one in found)
    return f" in {quoted(titles)}" if len(titles) > 1 else ""


def called(view: View, cap: Cap) -> str:
    """A cap at the beginning of a sentence."""
    title = view[cap.title]
    return f'The cap "{title}"' if title else "The cap"
