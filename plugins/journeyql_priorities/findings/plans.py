"""Plans that contradict themselves, or leave what matters most to the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.facts import Priority
from journeyql.model import Action, Date, Experiment, Pain, Recovery, Touchpoint, Varying
from journeyql_priorities.dependencies import Dependencies, without
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.findings.gathered import Gathering
from journeyql_priorities.inputs import SEVERITIES
from journeyql_priorities.measures import Measure, Measures
from journeyql_priorities.notes import quick, rated, rating, scheduled
from journeyql_priorities.rules import (
    ACTION_BEFORE_TEST,
    DEPENDS_ON_DROPPED,
    GRAVEST_PAIN_LAST,
    PLAN_OUT_OF_ORDER,
    QUICK_WIN_NOT_SCHEDULED,
    QUICK_WIN_WAITS,
)

#: So many milder pains have to be planned earlier before their order says anything.
_EARLIER = 2


def out_of_order(measures: Measures, dependencies: Dependencies) -> Iterator[Diagnostic]:
    """`plan-out-of-order`: once for each measure that is planned before what it waits for.

    Those of one circle can be in no order at all, which `circle` says.
    """
    eyes, circle = measures.eyes, dependencies.circle
    for measure in measures.open:
        found = (
            _contradiction(eyes, measure, other)
            for other in dependencies.before[measure.path]
            if isinstance(other, Action | Recovery) and not {measure.path, other.path} <= circle
        )
        yield from (one for one in (next(filter(None, found), None),) if one is not None)


def without_base(measures: Measures) -> Iterator[Diagnostic]:
    """`depends-on-dropped`: once for each measure that depends on something nobody will do."""
    eyes = measures.eyes
    for measure in measures.open:
        for other in without(eyes, measure)[:1]:
            yield DEPENDS_ON_DROPPED.at(
                eyes.span(measure, measure.depends),
                f'"{eyes.title(measure)}" depends on "{eyes.title(other)}", and that was dropped.',
                help="leave out the dependency if it can be done without, drop it as well, or take up the other one again",
                related=[Related(eyes.span(other, other.status), "dropped")],
            )


def _contradiction(eyes: Eyes, measure: Measure, other: Measure) -> Diagnostic | None:
    due, first = eyes.one(measure.due), eyes.one(other.due)
    if due is not None and first is not None and due.last <= first.first:
        when = f"on the same day, {due}" if due.last == first.first else f"{due}, and that only {first}"
        return _told(eyes, (measure, measure.due), (other, other.due), f"is due {when}")
    phase, before = eyes.one(measure.phase), eyes.one(other.phase)
    if phase is not None and before is not None and phase < before:
        words = f"is in phase {phase:g}, and that only in phase {before:g}"
        return _told(eyes, (measure, measure.phase), (other, other.phase), words)
    return None


def _told(
    eyes: Eyes, late: tuple[Measure, Varying[Any]], early: tuple[Measure, Varying[Any]], words: str
) -> Diagnostic:
    return PLAN_OUT_OF_ORDER.at(
        eyes.span(*late),
        f'"{eyes.title(late[0])}" depends on "{eyes.title(early[0])}", but {words}: there is no time between the two.',
        help="move one of the two, or leave out the dependency if they can be done side by side",
        related=[Related(eyes.span(*early), "what it waits for")],
    )


def waiting_quick_wins(
    measures: Measures, dependencies: Dependencies, quadrants: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """`quick-win-waits-for-long-term`: once for each."""
    eyes = measures.eyes
    for measure in measures.open:
        delay = dependencies.delays.get(measure.path)
        if delay is None or not quick(eyes, measure, quadrants[measure.path]):
            continue
        yield QUICK_WIN_WAITS.at(
            eyes.span(measure, measure.depends),
            f'"{eyes.title(measure)}" is a quick win{rated(eyes, measure)} and waits for the long-term '
            f'"{eyes.title(delay)}"{_far(eyes, delay)}: it will not be quick.',
            help="find a first version that does without, or stop counting it among the quick wins",
            related=[Related(eyes.span(delay, delay.horizon, delay.effort), "long-term")],
        )


def _far(eyes: Eyes, measure: Measure) -> str:
    if eyes.word(measure.horizon):
        return f" (horizon {eyes.word(measure.horizon)})"
    return f" (effort {eyes.most(measure.effort) or 0:g} of 5)"


def unscheduled(measures: Measures, dependencies: Dependencies, priorities: Iterable[Priority]) -> Iterator[Diagnostic]:
    """`quick-win-not-scheduled`: once for each journey, the best first; information while nothing at all has a date.

    Those that wait for something long-term have a rule of their own.
    """
    eyes = measures.eyes
    found = [
        one.measure
        for one in priorities
        if isinstance(one.measure, Action)
        and one.measure.path not in dependencies.delays
        and quick(eyes, one.measure, one.quadrant)
        and not scheduled(eyes, one.measure)
    ]
    gathering = Gathering(
        eyes=eyes,
        rule=QUICK_WIN_NOT_SCHEDULED,
        words=_unscheduled,
        fields=lambda one: (one.impact, one.horizon),
        figures=lambda one: rating(eyes, one),
        severity=None if any(one.due.cells or one.phase.cells for one in measures.all) else Severity.INFO,
    )
    yield from gathering.of(found)


def _unscheduled(count: int, names: str) -> tuple[str, str]:
    what = "The quick win" if count == 1 else f"{count} quick wins"
    verb = "has" if count == 1 else "have"
    return (
        f"{what} {names} {verb} neither a date nor a phase: what is cheap and helps much waits as long as the rest.",
        "say when, due=2027-03-31 or phase=1, or status=dropped if it is not worth it",
    )


def gravest_last(measures: Measures) -> Iterator[Diagnostic]:
    """`gravest-pain-last`: a pain of the worst severity is mended later than everything milder that has a date."""
    eyes = measures.eyes
    dated = [found for pain in eyes.every(Pain) if (found := _first(measures, pain)) is not None]
    worst = max((grade for grade, _, _ in dated), default=0.0)
    milder = [due for grade, due, _ in dated if grade < worst]
    if worst < SEVERITIES["high"] or len(milder) < _EARLIER:
        return
    latest = max(due.last for due in milder)
    for _, due, pain in (found for found in dated if found[0] == worst and found[1].first > latest):
        yield GRAVEST_PAIN_LAST.at(
            eyes.span(pain, pain.severity),
            f'The pain "{eyes.title(pain)}" (severity {_word(worst)}) is mended only {due}; the {len(milder)} milder '
            f"pains with a date come before it, the last of them until {latest.isoformat()}.",
            help="bring its action forward, or add something smaller that helps until then",
        )


def _first(measures: Measures, pain: Pain) -> tuple[float, Date, Pain] | None:
    """Severity, and the day on which the first of its actions is due; None where one of them has no date or has begun."""
    eyes = measures.eyes
    grades = [SEVERITIES[word] for word in eyes.all(pain.severity) if word in SEVERITIES]
    actions = [answer for answer in measures.answers.get(pain.path, ()) if isinstance(answer, Action)]
    dues = [eyes.one(action.due) for action in actions]
    begun = any(eyes.word(action.status) in {"doing", "done"} for action in actions)
    known = [due for due in dues if due is not None]
    if not grades or begun or not known or len(known) < len(dues):
        return None
    return max(grades), min(known, key=lambda due: due.last), pain


def _word(grade: float) -> str:
    return next(word for word, value in SEVERITIES.items() if value == grade)


def early(measures: Measures) -> tuple[tuple[Experiment, list[Action]], ...]:
    """Tests that have not been decided, with the actions beside them that have a date and do not wait for them."""
    eyes = measures.eyes
    tests = [test for test in eyes.every(Experiment) if _undecided(eyes, test)]
    beside: dict[str, list[Action]] = {}
    for action in measures.open if tests else ():
        place = eyes.view.around(action, Touchpoint)
        if place is not None and isinstance(action, Action):
            beside.setdefault(place.path, []).append(action)
    found = []
    for test in tests:
        place = eyes.view.around(test, Touchpoint)
        actions = beside.pop(place.path, ()) if place else ()
        found.append((test, [action for action in actions if _decides(eyes, action, test)]))
    return tuple((test, actions) for test, actions in found if actions)


def before_test(eyes: Eyes, found: Iterable[tuple[Experiment, list[Action]]]) -> Iterator[Diagnostic]:
    """`action-before-test`: once for each test."""
    for test, actions in found:
        yield _early(eyes, test, actions)


def _undecided(eyes: Eyes, test: Experiment) -> bool:
    return not test.result.cells and eyes.word(test.status) in {"draft", "open", "planned", "doing"}


def _decides(eyes: Eyes, action: Action, test: Experiment) -> bool:
    waits = any(ref.path == test.path for ref in eyes.many(action.depends))
    parts = eyes.view.parent(test) is action
    return bool(action.due.cells) and not waits and not parts and eyes.word(action.status) != "doing"


def _early(eyes: Eyes, test: Experiment, actions: list[Action]) -> Diagnostic:
    names = ", ".join(f'"{eyes.title(action)}" (due {eyes.one(action.due)})' for action in actions)
    return ACTION_BEFORE_TEST.at(
        eyes.span(test, test.status),
        f'The test "{eyes.title(test)}" is not decided (status {eyes.word(test.status)}), and {names} beside it has a date already and '
        "does not wait for it: what the test finds out may come too late.",
        help=f"let the action wait, depends={test.id}, or drop the test if the question is decided",
        related=[Related(eyes.span(action, action.due), "decided by then") for action in actions],
    )
