"""Draws the head of the page: title, goals, what is shown, and a card for each persona."""

from __future__ import annotations

from journeyql.render import Element, Pen, Style, element, hang
from journeyql.render.faces import Look, face, shape
from journeyql_graphviz import palette
from journeyql_graphviz.card import Content
from journeyql_graphviz.picture import Person, Picture

_CARD, _HEIGHT, _APART, _TITLE = 326.0, 80.0, 12.0, 380.0
_PORTRAIT, _NARROW = 21.0, 200.0
_SMALL_PAGE, _MANY, _CHIP, _CALM = 900.0, 5, 40.0, 3


def header(picture: Picture, width: float, pen: Pen) -> Content:
    """The head for a page of a width, drawn from its own upper left corner."""
    beside = len(picture.people) * (_CARD + _APART)
    fits = bool(picture.people) and len(picture.people) <= 2 and width - beside >= _TITLE  # noqa: PLR2004
    words = _words(picture, width - beside - 20 if fits else width, width, pen)
    if not picture.people:
        return words
    cards = _people(picture.people, beside - _APART if fits else width, pen)
    left, top = (width - beside + _APART, 0.0) if fits else (0.0, words.height + 16)
    moved = element("g", *cards.drawn, transform=f"translate({left:.2f} {top:.2f})")
    return Content(drawn=(*words.drawn, moved), height=max(words.height, top + cards.height))


def _words(picture: Picture, room: float, width: float, pen: Pen) -> Content:
    size = 24.0 if width < _SMALL_PAGE else 28.0
    title = Style(size=size, line=size + 6, colour=pen.theme.ink, weight=700)
    goal = Style(size=13, line=18, colour=pen.theme.ink, weight=600)
    small = Style(size=12, line=18, colour=pen.theme.secondary)
    drawn: list[Element] = []
    top = 0.0
    goals = [(text, goal, 0.0 if place else 8.0) for place, text in enumerate(picture.goals)]
    for text, style, before in ((picture.title, title, 0.0), *goals, (picture.line, small, 2.0)):
        if text:
            top += before
            lines = pen.lines(text, room, style)
            drawn.append(pen.text(lines, 0, top, style))
            top += style.line * len(lines)
    return Content(drawn=tuple(drawn), height=top)


def _people(people: tuple[Person, ...], room: float, pen: Pen) -> Content:
    """The persona cards in rows, as many beside each other as fit; small ones when there are many."""
    if len(people) >= _MANY:
        return _chips(people, room, pen)
    count = min(len(people), max(1, int((room + _APART) // (_NARROW + _APART))))
    width = min(_CARD, (room - _APART * (count - 1)) / count)
    drawn: list[Element] = []
    top = 0.0
    for start in range(0, len(people), count):
        row = [_person(start + place, person, width, pen) for place, person in enumerate(people[start : start + count])]
        height = max(card.height for card in row)
        for place, card in enumerate(row):
            ground = element("rect", width=width, height=height, rx=8, fill=palette.tint(start + place, pen.theme))
            x = place * (width + _APART)
            drawn.append(element("g", ground, *card.drawn, transform=f"translate({x:.2f} {top:.2f})"))
        top += height + _APART
    return Content(drawn=tuple(drawn), height=top - _APART)


def _person(place: int, person: Person, width: float, pen: Pen) -> Content:
    name = Style(size=14, line=18, colour=pen.theme.ink, weight=700)
    role = Style(size=12, line=17, colour=pen.theme.secondary)
    quote = Style(size=13, line=18, colour=pen.theme.ink, italic=not pen.lang.startswith(("zh", "ja", "ko")))
    drawn: list[Element] = list(_portrait(place, person, pen))
    top = 13.0
    for text, style in ((person.name, name), (person.role, role), (person.quote, quote)):
        if text:
            lines = pen.lines(text, width - 72 - 14, style)
            for line in lines:
                drawn.append(pen.text((line,), 72 - hang(line, style.size, pen.lang), top, style))
                top += style.line
            top += 1
    return Content(drawn=tuple(drawn), height=max(_HEIGHT, top + 11))


def _portrait(place: int, person: Person, pen: Pen) -> tuple[Element, ...]:
    colour = palette.colour(place, pen.theme)
    drawn = shape((36, 40), place, _PORTRAIT, (colour, colour))
    style = Style(size=15, line=20, colour=pen.theme.page, weight=700)
    return drawn, pen.text((person.initials,), 36, 30, style, "middle")


def _chips(people: tuple[Person, ...], room: float, pen: Pen) -> Content:
    """Small cards with name and role, in rows."""
    name = Style(size=14, line=18, colour=pen.theme.ink, weight=700)
    role = Style(size=12, line=18, colour=pen.theme.secondary)
    drawn: list[Element] = []
    x, top = 0.0, 0.0
    for place, person in enumerate(people):
        after = 46 + pen.width(person.name, name) + 8
        width = min(room, after + (pen.width(person.role, role) + 6 if person.role else 0) + 8)
        if x and x + width > room:
            x, top = 0.0, top + _CHIP + _APART / 2
        parts = [element("rect", width=width, height=_CHIP, rx=8, fill=palette.tint(place, pen.theme))]
        parts.extend(
            face((24, _CHIP / 2), place, _CALM, Look(palette.colour(place, pen.theme), pen.theme.page, hollow=False))
        )
        parts.append(pen.text((person.name,), 46, 11, name))
        if person.role and after + pen.width(person.role, role) <= room:
            parts.append(pen.text((person.role,), after, 11, role))
        drawn.append(element("g", *parts, transform=f"translate({x:.2f} {top:.2f})"))
        x += width + _APART
    return Content(drawn=tuple(drawn), height=top + _CHIP)
