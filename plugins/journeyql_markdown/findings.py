"""What the check found, and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Severity, order
from journeyql.model import Action, Pain
from journeyql_markdown.markup import NOTHING, Markup, bullets, code, heading, joined, message, table, text
from journeyql_markdown.story import Story

_HEADS = ("line", "finding", "rule")


def findings(story: Story) -> Iterator[Markup]:
    """The findings of the file by severity, the worst first, each with its line."""
    if not story.main or not story.context.diagnostics:
        return
    yield heading(2, story.words.say("findings"))
    for severity in sorted(Severity, reverse=True):
        found = sorted((one for one in story.context.diagnostics if one.severity is severity), key=order)
        if found:
            yield heading(3, Markup(f"{story.words.say(severity.word)} ({len(found)})"))
            yield table([story.words.say(key) for key in _HEADS], [_finding(story, one) for one in found], numeric=(0,))


def _finding(story: Story, found: Diagnostic) -> list[Markup]:
    place = ""
    if found.span is not None:
        place = f"{_other_file(story, found.span.source.name)}{found.span.line}"
    contexts = text(", ".join(found.contexts))
    noted = story.words.say("in-brackets", words=contexts) if contexts else NOTHING
    return [text(place), Markup(f"{message(found.message)}{noted}"), code(found.rule.name)]


def _other_file(story: Story, name: str) -> str:
    """The file of a finding if it is not the map's own, as seen from the folder of the map."""
    own = story.view.model.source.name
    folder = own.rpartition("/")[0]
    return "" if name == own else f"{name.removeprefix(f'{folder}/')}:"


def gaps(story: Story) -> Iterator[Markup]:
    """Steps whose emotion nobody knows, and findings and actions that lack what would let them be ranked or done."""
    lines = [*_feelings(story), _unrated(story), _unowned(story)]
    if any(lines):
        yield heading(2, story.words.say("gaps"))
        yield bullets(lines)


def _feelings(story: Story) -> Iterator[Markup]:
    for curve in story.curves:
        unknown = [point.place for point in curve.points if point.score is None]
        if unknown and len(unknown) < len(curve.points):
            name = story.persona_name(curve.persona)
            who = story.words.say("in-brackets", words=name) if len(story.curves) > 1 else NOTHING
            yield _gap(story, story.words.say("gap-emotion", who=who), [story.step_name(place) for place in unknown])


def _unrated(story: Story) -> Markup:
    found = [
        pain
        for pain in story.items(Pain)
        if story.seen(pain)[pain.severity] is None or story.seen(pain)[pain.frequency] is None
    ]
    return _gap(story, story.words.say("gap-figures"), [story.title(pain) for pain in found])


def _unowned(story: Story) -> Markup:
    found = [
        action for action in story.items(Action) if not story.owner(action) or story.seen(action)[action.due] is None
    ]
    return _gap(story, story.words.say("gap-owner"), [story.title(action) for action in found])


def _gap(story: Story, name: Markup, parts: list[Markup]) -> Markup:
    return Markup(f"{name} ({len(parts)}){story.words.say('colon')}{joined(parts)}") if parts else NOTHING
