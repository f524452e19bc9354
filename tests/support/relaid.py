"""The same map in another layout: everything that a writer may do differently without saying anything else.

It begins with a map in its canonical form and shares with the formatter nothing but lexer and vocabulary: lines are cut into
tokens, properties moved between a line and the block below it, and everything is put together again at random.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from journeyql.model import Channel, kind_of
from journeyql.syntax import lines, plans
from journeyql.syntax.shapes import CHANNEL, ELEMENT, LITERAL, PROPERTY

#: Elements that may be written as properties, properties that may be written as elements, and literals as texts.
AS_PROPERTY = {"pain", "need", "cause", "action", "recovery", "backstage", "support", "proof"}
AS_ELEMENT = {"doing", "thinking", "expectation", "behaviour", "motive", "needs", "provides", "resists"}
AS_TEXT = {"link", "mockup", "image", "event", "source", "when"}
#: The property that `@` sets, and its other name.
CHANNEL_KEY, CHANNEL_ZH = kind_of(Channel).name, kind_of(Channel).zh
TWINS = {":": "：", "=": "＝", ",": "，", "@": "＠", "[": "【", "]": "】", "->": "→"}
STEP = 2


def plain(key: str) -> str:
    """A key by the name that no other key means as well."""
    return CHANNEL_KEY if key == CHANNEL_ZH else key


@dataclass(eq=False)
class Item:
    """A property on a line: key, qualifiers with their brackets, values with their commas; `risen` from below it."""

    key: str
    narrowed: str
    values: str
    channel: bool = False
    risen: bool = False

    @property
    def name(self) -> str:
        return plain(self.key)


@dataclass(eq=False)
class Node:
    """A line of a map in its canonical form, with its comments and what stands below it."""

    form: int
    head: str
    items: list[Item]
    key: str = ""
    above: list[str] = field(default_factory=list)
    beside: str = ""
    text: list[str] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    @property
    def simple(self) -> bool:
        """Whether it is a property that can stand on a line with others."""
        bare = not (self.items or self.below or self.text or self.beside or any(self.above) or self.tail)
        return self.form == PROPERTY and bare and not self.head.endswith(":")


def read(text: str) -> Node:
    """The nodes of a map in its canonical form, below one for the whole file."""
    root = Node(ELEMENT, "", [])
    opened, waiting = [root], []
    for line in lines(text):
        depth = len(line.indent) // STEP
        if line.verbatim and line.code:
            opened[-1].text += [*[""] * len(waiting), line.indent + line.code]
            waiting = []
        elif not line.code or line.verbatim:
            waiting.append((depth, line.comment.strip()))
        else:
            node = _node(line.code)
            node.beside = line.comment.strip()
            node.above = _tails(opened, waiting, depth)
            waiting = []
            del opened[depth + 1 :]
            opened[-1].below.append(node)
            opened.append(node)
    root.tail = _tails(opened, waiting, 0)
    return root


def _tails(opened: list[Node], waiting: list[tuple[int, str]], depth: int) -> list[str]:
    """Put deeper comments at the end of the blocks in which they stand; the rest stands above what follows."""
    above, blank = [], False
    for level, words in waiting:
        if not words:
            blank = True
            continue
        goal = opened[level].tail if level > depth else above
        goal += [*[""] * blank, words]
        blank = False
    return [*above, *[""] * blank]


def _node(code: str) -> Node:
    tokens = [*plans.expression().finditer(code)]
    plan = plans.plan_of(bytes(token.lastindex or 0 for token in tokens))
    assert plan is not None, code
    form, head, _, _, _, _, items, _ = plan
    moving = [item for item in items if item[0] != LITERAL]
    end = tokens[moving[0][3]].start() if moving else len(code)
    found = []
    for key, qualifiers, values, first in moving:
        last = tokens[qualifiers[-1] + 1] if qualifiers else tokens[first]
        written = code[tokens[values[0]].start() : tokens[values[-1]].end()]
        if key == CHANNEL:
            found.append(Item(CHANNEL_KEY, "", written, channel=True))
        else:
            found.append(Item(tokens[key][0], code[tokens[key].end() : last.end()], written))
    return Node(form, code[:end].rstrip(), found, tokens[head][0] if head >= 0 else "")


def relaid(text: str, chance: random.Random, *, moving: bool = True) -> str:
    """A map in another layout; `moving`: properties change their places as well."""
    root = read(text)
    if moving:
        _shuffle(root, chance)
    writer = _Writer(chance)
    writer.block(root, -1, 0)
    end = chance.choice(("\n", "\r\n"))
    blank = [writer.blanks() for _ in range(chance.randint(0, 2))]
    return end.join([*blank, *writer.found, *blank]) + chance.choice(("", end))


def _shuffle(node: Node, chance: random.Random) -> None:
    for child in node.below:
        _shuffle(child, chance)
    if node.head:
        _onto_line(node, chance)
        _below_line(node, chance)
        _order(node, chance)


def _onto_line(node: Node, chance: random.Random) -> None:
    """Move some of the first properties below a line onto it."""
    if node.text or (node.form == PROPERTY and node.head.endswith(":")):
        return
    while node.below and node.below[0].simple and chance.random() < 0.4:
        follower = node.below[1] if len(node.below) > 1 else None
        if "" in node.below[0].above or (follower is not None and "" in follower.above):
            break
        child = node.below.pop(0)
        named, _, values = child.head.partition(": ")
        node.items.append(Item(child.key, named[len(child.key) :], values, risen=True))


def _below_line(node: Node, chance: random.Random) -> None:
    """Move some properties of a line below it, anywhere in its block; those of one key keep their order."""
    for item in [*reversed(node.items)]:
        later = any(other.name == item.name for other in node.items[node.items.index(item) + 1 :])
        if later or item.risen or chance.random() < 0.6:
            continue
        node.items.remove(item)
        same = [
            index for index, child in enumerate(node.below) if child.form == PROPERTY and plain(child.key) == item.name
        ]
        place = chance.randint(0, min([*same, len(node.below)]))
        node.below.insert(place, Node(PROPERTY, f"{item.key}{item.narrowed}: {item.values}", [], item.key))


def _order(node: Node, chance: random.Random) -> None:
    """Shuffle the properties of a line; those of one key keep their order, and so do those that must stand below."""
    kept = [item for item in node.items if item.risen]
    free = [item for item in node.items if item not in kept]
    keys = [item.name for item in free]
    chance.shuffle(keys)
    queues = {key: [item for item in free if item.name == key] for key in keys}
    mixed = [queues[key].pop(0) for key in keys]
    for item in kept:  # in their own order, and behind what has the same key
        same = [index for index, other in enumerate(mixed) if other.name == item.name or other in kept]
        mixed.insert(chance.randint(max(same, default=-1) + 1, len(mixed)), item)
    node.items = mixed


class _Writer:
    """Puts lines together with other blanks, twins, indentation, comments in other columns."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.found: list[str] = []
        self.plain = chance.random() < 0.3

    def blanks(self) -> str:
        return self.chance.choice(("", "", "  ", "\t", " \t "))

    def block(self, node: Node, outer: int, columns: int) -> None:
        """Write what stands below a node; `outer` and `columns` are the indentations of the node and of its block."""
        for index, child in enumerate(node.below):
            if index == 0 and node.head and child.form != ELEMENT and not child.above:
                self.found += [self.blanks()] * self.chance.randint(0, 2)
            self._comments(child.above, 0, columns)
            self._line(child, columns)
            deeper = columns + self.chance.randint(1, 5)
            if child.text:
                self._text(child, columns, deeper)
            else:
                self.block(child, columns, deeper)
        self._comments(node.tail, outer + 1, columns)

    def _text(self, child: Node, columns: int, deeper: int) -> None:
        margin = min(len(line) - len(line.lstrip()) for line in child.text if line)
        if child.below:
            deeper = columns + self.chance.randint(2, 5)
        self.found += [" " * deeper + line[margin:] if line else self.blanks() for line in child.text]
        if child.below:
            self.block(child, columns, self.chance.randint(columns + 1, deeper - 1))

    def _comments(self, found: list[str], least: int, most: int) -> None:
        for words in found:
            if words:
                self.found.append(" " * self.chance.randint(min(least, most), most) + words + self.blanks())
            else:
                self.found += [self.blanks() for _ in range(self.chance.randint(1, 3))]

    def _line(self, node: Node, columns: int) -> None:
        code = " ".join([self._head(node), *map(self._item, node.items)])
        bullet = "" if self.plain or self.chance.random() < 0.9 else "- "
        beside = f"{self.chance.choice((' ', '   ', ''))}{node.beside}" if node.beside else ""
        self.found.append(self._indent(columns) + bullet + self._spaced(code) + beside + self.blanks())

    def _head(self, node: Node) -> str:
        kind, _, rest = node.head.partition(" ")
        commented = node.beside or node.tail
        if node.form == ELEMENT and kind in AS_PROPERTY and rest.startswith('"') and not commented and self._dare():
            return f"{kind}: {rest}" if not any(item.channel for item in node.items) else node.head
        if node.form == PROPERTY and node.key in AS_ELEMENT and kind == f"{node.key}:" and _one_text(rest):
            return f"{node.key} {rest}" if not node.below and self._dare() else node.head
        if node.form == PROPERTY and node.key in AS_TEXT and _plain_literal(rest) and self._dare():
            return f'{kind} "{rest[1:-1]}"'
        return node.head

    def _dare(self) -> bool:
        return not self.plain and self.chance.random() < 0.3

    def _item(self, item: Item) -> str:
        if item.channel and self.chance.random() < 0.7:
            return f"@{item.values}"
        return f"{item.key}{item.narrowed}={item.values}"

    def _indent(self, columns: int) -> str:
        found = ""
        while columns:
            wide = columns > 1 and not self.plain and self.chance.random() < 0.3
            found += self.chance.choice("\t\u3000") if wide else " "
            columns -= 2 if wide else 1
        return found

    def _spaced(self, code: str) -> str:
        """The tokens of a line with other blanks between them, and twins for plain characters."""
        found, end = "", 0
        for token in plans.expression().finditer(code):
            gap = code[end : token.start()]
            loose = token[0] in TWINS or code[end - 1 : end] in (":", "=", ",", "@", "[", "]")
            loose = loose or code[max(end - 2, 0) : end] == "->"
            found += self._gap(gap, loose=loose and end > 0) + self._twin(token[0])
            end = token.end()
        return found

    def _gap(self, gap: str, *, loose: bool) -> str:
        if self.plain or self.chance.random() < 0.5:
            return gap
        if loose:
            return self.chance.choice(("", " ", "  "))
        return self.chance.choice((" ", "  ", "\t", "\u3000")) if gap else gap

    def _twin(self, token: str) -> str:
        if self.plain or self.chance.random() < 0.8:
            return token
        if token[0] == '"' and not any(sign in token[1:-1] for sign in '"“”„«»\\'):
            return self.chance.choice(("“{}”", "„{}“", "«{}»")).format(token[1:-1])
        return TWINS.get(token, token)


def _one_text(written: str) -> bool:
    return written.startswith('"') and written.endswith('"') and written.count('"') == 2


def _plain_literal(written: str) -> bool:
    inner = written[1:-1]
    return written[:1] == written[-1:] == "`" and not any(sign in inner for sign in '"`\\')
