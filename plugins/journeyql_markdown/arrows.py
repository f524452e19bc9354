"""The arrows of the flow for all personas together, with the words on them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql.model import Edge, Journey, Moment
from journeyql_markdown.figures import percent, spelled
from journeyql_markdown.story import Story


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Drawn:
    """An arrow of the picture; None is the start or the end."""

    source: Moment | None
    target: Moment | None
    words: str
    conditional: bool

    def touches(self, paths: set[str]) -> bool:
        """Whether it begins or ends at one of the steps."""
        return any(step is not None and step.path in paths for step in (self.source, self.target))


def arrows(story: Story) -> Iterator[Drawn]:
    """Each arrow once, with the names of those who go that way when not everybody does."""
    found: dict[tuple[str, str, str], tuple[Edge, list[str]]] = {}
    for name, view in story.views:
        for edge in view.graph.edges:
            ends = [step for step in (edge.source, edge.target) if step is not None]
            if ends and all(view.around(step, Journey) is story.journey for step in ends):
                key = (_path(edge.source), _path(edge.target), _words(story, edge))
                found.setdefault(key, (edge, []))[1].append(name)
    for (_, _, words), (edge, names) in found.items():
        who = "" if len(names) == len(story.views) else ", ".join(story.plain_name(name) for name in names)
        label = ": ".join(part for part in (who, words) if part)
        yield Drawn(source=edge.source, target=edge.target, words=label, conditional=edge.conditional)


def _path(step: Moment | None) -> str:
    return step.path if step is not None else ""


def _words(story: Story, edge: Edge) -> str:
    """Condition, guards, share and delay in one phrase."""
    words, locale = story.words, story.words.locale
    parts = [
        edge.condition,
        words.plain("if", names=", ".join(edge.needs)) if edge.needs else "",
        words.plain("unless", names=", ".join(edge.bars)) if edge.bars else "",
        percent(edge.share, locale) if edge.share is not None else "",
        words.plain("delay", duration=spelled(edge.delay, locale)) if edge.delay is not None else "",
    ]
    return " · ".join(part for part in parts if part)
