"""From a picture to its SVG: measure, let the engine arrange, place, draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyql.render import Pen
from journeyql_graphviz import engine
from journeyql_graphviz.arrange import Column, columns, positions
from journeyql_graphviz.card import CARD, Content, compose, hurts
from journeyql_graphviz.digraph import names, skeleton
from journeyql_graphviz.flat import Flat
from journeyql_graphviz.line import measure, unbroken
from journeyql_graphviz.page import write
from journeyql_graphviz.perch import ROOM, Perch, perches
from journeyql_graphviz.picture import Arrow, Picture
from journeyql_graphviz.place import place
from journeyql_graphviz.plan import Plan, Way, cells, plans
from journeyql_graphviz.ports import needed
from journeyql_graphviz.shape import Label, Layout
from journeyql_graphviz.trunks import trunks

#: How wide words on arrows may be, by the channel they stand in.
_ROOM = {Way.GUTTER: 98.0, Way.GAP: CARD - 20, Way.SKY: 260.0, Way.GROUND: 260.0}
#: Words in a gutter may be wider rather than taller than this.
_WIDER, _TALLEST = (140.0, 180.0, 220.0), 70.0


def draw(picture: Picture, pen: Pen, program: str) -> str | engine.Failure:
    """The SVG of a picture, or why the engine could not arrange it."""
    contents = {card.key: compose(card, pen) for card in picture.cards}
    placed = arranged(picture, contents, pen, program)
    return placed if isinstance(placed, engine.Failure) else write(picture, placed, contents, pen)


def arranged(picture: Picture, contents: Mapping[str, Content], pen: Pen, program: str) -> Layout | engine.Failure:
    """The placed picture: the engine decides what stands below and beside what, we decide where."""
    sizes = {key: (CARD, content.height) for key, content in contents.items()}
    answer = engine.run(skeleton(picture, sizes), program)
    if isinstance(answer, engine.Failure):
        return answer
    try:
        found = positions(answer)
        where = {key: found[name] for key, name in names(picture).items() if key in sizes}
    except (ValueError, KeyError, IndexError) as error:
        return engine.rubbish(program, error)
    return place(_flat(picture, columns(picture, where), sizes, pen))


def _flat(picture: Picture, stacks: tuple[Column, ...], sizes: Mapping[str, tuple[float, float]], pen: Pen) -> Flat:
    where = cells(stacks)
    ways = plans(picture, where)
    stand = perches(ways, _labels(picture, ways, {}, pen), where)
    labels = _labels(picture, ways, stand, pen)
    least = needed(ways, trunks(ways, labels))
    return Flat(
        columns=stacks,
        sizes={key: (width, max(height, least.get(key, 0.0))) for key, (width, height) in sizes.items()},
        ways=ways,
        labels=labels,
        perches=stand,
        heads={
            number: hurts(phase.hurts, pen).height + 10 for number, phase in enumerate(picture.phases) if phase.hurts
        },
        panelled=not all(phase.alone for phase in picture.phases),
    )


def _labels(picture: Picture, ways: tuple[Plan, ...], stand: Mapping[int, Perch], pen: Pen) -> Mapping[int, Label]:
    found = {}
    for plan in ways:
        if plan.host < 0:
            continue
        beside = plan.arrow in stand and stand[plan.arrow].shift
        way = plan.through[plan.host].way
        rooms = (ROOM,) if beside else (_ROOM[way], *_WIDER) if way is Way.GUTTER else (_ROOM[way],)
        label = _measured(picture.arrows[plan.arrow], rooms, pen)
        if label is not None:
            found[plan.arrow] = label
    return found


def _measured(arrow: Arrow, rooms: Sequence[float], pen: Pen) -> Label | None:
    """The words of an arrow in the narrowest room in which they do not become too tall, and no word is broken."""
    label = None
    for room in rooms:
        label = measure(arrow, room, pen)
        if label is None or (label.height <= _TALLEST and unbroken(arrow, pen) <= room):
            break
    return label
