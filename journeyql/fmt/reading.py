"""From pieces to parts: what each line means decides in which form it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import attrs

from journeyql import ast
from journeyql.fmt.meaning import EXTENSION, TOP, UNKNOWN, Form, Meaning, Place, Specs, Words
from journeyql.fmt.naming import Key, Names
from journeyql.fmt.order import TITLE, Order, of_option, of_term
from journeyql.fmt.parts import Part, Room, Shape
from journeyql.fmt.pieces import Piece
from journeyql.fmt.said import Said, Speaker
from journeyql.fmt.spelling import Lookup, Spelling
from journeyql.model import Element, Spread, properties_of

_COMMON = properties_of(Element)
_ROOMS = {Spread.LINE: Room.WHOLE, Spread.STORY: Room.SHORT, Spread.SHEET: Room.NONE}


@attrs.frozen(eq=False, repr=False)
class Reader:
    """Reads the pieces of one file; `names` are for elements that have none, `given` those of them that are used."""

    words: Words
    spelling: Spelling
    speaker: Speaker
    order: Order
    names: Names
    given: dict[Key, str] = attrs.field(factory=dict)

    def top(self, pieces: Iterable[Piece]) -> list[Part]:
        """The parts of the outermost level."""
        found: list[Part] = []
        place = TOP
        for piece in pieces:
            found += self._read(piece, place)
            place = self.words.below(piece.node, place)
        return found

    def _read(self, piece: Piece, place: Place) -> Iterator[Part]:
        """The parts of a piece: one, or several where a list of texts stands for several elements."""
        node = piece.node
        if isinstance(node, ast.Flow):
            yield self._flow(node, piece, place)
        elif isinstance(node, ast.Property):
            meaning = self.words.property(node, place)
            if meaning.form is Form.ELEMENTS:
                yield from self._elements(node, piece, meaning, place)
            else:
                yield self._property(self.speaker.property(piece, node, meaning.specs), piece, place)
        else:
            meaning = self.words.element(node, place)
            if meaning.form is Form.PROPERTY:
                yield self._property(self.speaker.element(node, meaning.specs), piece, place)
            else:
                yield self._element(node, piece, meaning, place)

    # ---- elements

    def _element(self, node: ast.Element, piece: Piece, meaning: Meaning, place: Place) -> Part:
        kind, name = meaning.kind, node.name or self._name(node, 0)
        text = None if node.text is None else self.speaker.text(node)
        usual = self.words.with_colon(node.kind, place)
        brief = text is not None and usual is not None and usual.brief and not (name or node.body)
        word = "" if node.kind == "" and not name else self.spelling.kind(node, kind, place, brief=brief)
        if brief and text is not None:
            return self._brief(_qualified(word, node.qualifiers), [text], piece, meaning)
        literals = [f"`{literal}`" for child in piece.items for literal in _literals(child.node)]
        if self.words.uses(node) and node.text is not None and "`" not in node.text and "\n" not in node.text:
            text, literals = None, [f"`{node.text}`", *literals]
        head = " ".join(filter(None, (_qualified(word, node.qualifiers), name, text, *literals)))
        return self._made(head, piece, meaning)

    def _name(self, node: ast.Node, index: int) -> str | None:
        """The name that an element is given."""
        key = (id(node), index)
        if key in self.names:
            self.given[key] = self.names[key]
        return self.names.get(key)

    def _made(self, head: str, piece: Piece, meaning: Meaning) -> Part:
        """An element with what belongs to it."""
        part = _part(piece, Shape.ELEMENT, head)
        part.parts = self._inside(piece, meaning.inside)
        part.room = self._room(piece.node, meaning)
        part.apart = meaning.kind is not None and bool(meaning.kind.bare)
        if meaning.kind is None and meaning.inside is EXTENSION:
            part.apart = True
            if not any(self.words.changes(child.node) for child in piece.block):
                _put_titles_on_line(part)
        return part

    def _room(self, node: ast.Node, meaning: Meaning) -> Room:
        """Which properties of an element stand on its line."""
        if meaning.inside is EXTENSION:
            return Room.SHORT
        if meaning.inside is UNKNOWN:
            known = isinstance(node, ast.Element) and self.words.directs(node)
            return Room.WHOLE if known else Room.WRITTEN
        return Room.WHOLE if meaning.kind is None else _ROOMS.get(meaning.kind.spread, Room.WHOLE)

    def _inside(self, piece: Piece, place: Place) -> list[Part]:
        """The parts of an element's line and block."""
        return _children(piece, lambda child: self._read(child, place))

    def _elements(self, node: ast.Property, piece: Piece, meaning: Meaning, place: Place) -> Iterator[Part]:
        """The elements that a property stands for: `pain: "x", "y"`."""
        values = self.speaker.property(piece, node, ()).values
        texts = all(isinstance(value, ast.Text) for value in node.values)
        usual = meaning.kind is not None and meaning.kind.brief and not node.body
        brief = piece.lines or not texts or usual or not _divisible(piece)
        word = _qualified(self.spelling.kind(node, meaning.kind, place, brief=brief), node.qualifiers)
        if brief:
            yield self._brief(word, values, piece, meaning)
            return
        for index, value in enumerate(values):
            head = " ".join(filter(None, (word, self._name(node, index), value)))
            part = self._made(head, piece, meaning)
            part.above = [] if index else part.above
            yield part

    def _brief(self, word: str, values: Sequence[str], piece: Piece, meaning: Meaning) -> Part:
        """Elements in the form of a property."""
        part = _part(piece, Shape.PROPERTY, _with_values(f"{word}:", values, piece))
        part.parts = self._inside(piece, meaning.inside)
        return part

    # ---- properties and arrows

    def _property(self, said: Said, piece: Piece, place: Place) -> Part:
        part = self._setting(said, piece, place, partial(self.words.names, place))
        part.rank = self.order.of_property(said.key, said.specs, place, wordy=said.wordy)
        if part.item and said.channel:
            part.item = f"@{said.values[0]}"
        if said.key in _COMMON and said.wordy and not (said.key == TITLE and place is EXTENSION):
            part.item = ""
        return part

    def _setting(self, said: Said, piece: Piece, place: Place, lookup: Lookup) -> Part:
        """A property or option with the options behind it."""
        word = _qualified(self.spelling.key(said.node, said.specs, lookup), said.node.qualifiers)
        part = _part(piece, Shape.PROPERTY, _with_values(f"{word}:", said.values, piece))
        part.parts = _children(piece, partial(self._option, specs=said.specs, place=place))
        part.key, part.short = said.key, said.short
        if said.values:
            part.room = Room.OPTIONS
            part.item = "" if part.parts or piece.commented else f"{word}={', '.join(said.values)}"
        return part

    def _option(self, child: Piece, specs: Specs, place: Place) -> Iterator[Part]:
        if not isinstance(child.node, ast.Property):
            yield from self._read(child, place)
            return
        said = self.speaker.property(child, child.node, self.words.options(specs, child.node.key))
        part = self._setting(said, child, place, partial(self.words.option_names, specs))
        part.rank = of_option(said.key, specs, place)
        yield part

    def _flow(self, node: ast.Flow, piece: Piece, place: Place) -> Part:
        condition = None if node.condition is None else self.speaker.text(node)
        arrows = (f"-> {target}" for target in node.targets)
        part = _part(piece, Shape.FLOW, " ".join(filter(None, (node.source, *arrows, condition))))
        part.parts = _children(piece, partial(self._term, place=place))
        part.room = Room.OPTIONS
        return part

    def _term(self, child: Piece, place: Place) -> Iterator[Part]:
        if not isinstance(child.node, ast.Property):
            yield from self._read(child, place)
            return
        said = self.speaker.property(child, child.node, self.words.terms(child.node.key))
        part = self._setting(said, child, place, self.words.term_names)
        part.rank = of_term(said.key)
        yield part


def _part(piece: Piece, shape: Shape, head: str) -> Part:
    """A part with the comments of a piece, and its text if that stands in lines of its own."""
    part = Part(shape=shape, head=head, above=piece.above, beside=piece.beside, tail=piece.tail)
    if piece.lines and isinstance(piece.node, ast.Property):
        part.text = tuple(piece.node.values[0].value.split("\n"))
    return part


def _children(piece: Piece, read: Callable[[Piece], Iterable[Part]]) -> list[Part]:
    """The parts of a line and of the block below it."""
    found: list[Part] = []
    for child in (*piece.items, *piece.block):
        if not _literals(child.node):
            for part in read(child):
                part.on_line = child.node.line == piece.node.line
                found.append(part)
    return found


def _literals(node: ast.Node) -> list[str]:
    """What stands in backticks by itself, like the path of a file that is used."""
    return [value.value for value in node.values] if isinstance(node, ast.Property) and not node.key else []


def _put_titles_on_line(part: Part) -> None:
    """In an extension that holds no other one the titles stand on the line, where an element has its text."""
    for child in part.parts:
        child.short = child.short or child.key == TITLE


def _divisible(piece: Piece) -> bool:
    """Whether a property that stands for several elements can be written as one line for each."""
    node = piece.node
    plain = all(isinstance(child, ast.Property) for child in node.body) and not piece.commented
    return isinstance(node, ast.Property) and (len(node.values) == 1 or (len(node.values) > 1 and plain))


def _qualified(word: str, qualifiers: Sequence[str]) -> str:
    return f"{word}[{', '.join(qualifiers)}]" if qualifiers else word


def _with_values(head: str, values: Sequence[str], piece: Piece) -> str:
    if piece.lines:
        return f"{head} |"
    return f"{head} {', '.join(values)}" if values else head
