"""The arrows of the flow for all personas together, with the words on them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import Edge, Moment, View
from journeyql.render import guard_label, spelled
from journeyql_markdown.figures import percent
from journeyql_markdown.story import Story


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Drawn:
    """An arrow of the picture; None is the start or the end."""

    source: Moment | None
    target: Moment | None
    words: str
    conditional: bool

    @property
    def ends(self) -> tuple[Moment, ...]:
        """The steps where it begins and ends."""
        return tuple(dict.fromkeys(step for step in (self.source, self.target) if step is not None))


def arrows(story: Story) -> Iterator[Drawn]:
    """Each arrow once, with the names of those who go that way when not everybody does."""
    found: dict[tuple[str, str, str], tuple[Edge, list[str]]] = {}
    for name, view in story.views:
        for edge in view.flow(story.journey).edges:
            if edge.source is not None or edge.target is not None:
                key = (_path(edge.source), _path(edge.target), _words(story, edge, view))
                found.setdefault(key, (edge, []))[1].append(name)
    for (_, _, words), (edge, names) in found.items():
        who = "" if len(names) == len(story.views) else ", ".join(story.plain_name(name) for name in names)
        label = ": ".join(part for part in (who, words) if part)
        yield Drawn(source=edge.source, target=edge.target, words=label, conditional=edge.conditional)


def _path(step: Moment | None) -> str:
    return step.path if step is not None else ""


def _words(story: Story, edge: Edge, view: View) -> str:
    """Condition, guards, share and delay in one phrase."""
    words, locale = story.words, story.words.locale
    needs, bars = (
        ", ".join(guard_label(word, edge, view, words.label) for word in guards) for guards in (edge.needs, edge.bars)
    )
    parts = [
        edge.condition,
        words.plain("if", names=needs) if needs else "",
        words.plain("unless", names=bars) if bars else "",
        percent(edge.share, locale) if edge.share is not None else "",
        words.plain("delay", duration=spelled(edge.delay, locale)) if edge.delay is not None else "",
    ]
    return " · ".join(part for part in parts if part)
