"""Keys of elements and arrows that neither their order nor the files they are used with can change."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TypeAlias

import attrs

from journeyql.model.element import Element
from journeyql.model.flow import Arrow
from journeyql.model.model import Model
from journeyql.model.varying import Qualifiers

_BYTES = 4

#: Where elements can share a name: a file, the path of what they stand in, and the name.
_Spot: TypeAlias = tuple[str, str, str]


def mark(text: str) -> str:
    """Eight digits that stand for a value of a list, whatever its place in it.

    >>> mark("Photographs the tap")
    '323e3be8'
    """
    import hashlib  # few runs make keys

    return hashlib.blake2s(text.encode("utf-8", "backslashreplace"), digest_size=_BYTES).hexdigest()


def condition(qualifiers: Qualifiers) -> str:
    """Qualifiers as a file could write them; nothing for those that hold everywhere.

    >>> condition((("market", ("CN", "JP")), ("persona", ("mei",))))
    '[market.CN,market.JP,persona.mei]'
    """
    words = [f"{dimension}.{value}" for dimension, values in qualifiers for value in values]
    return f"[{','.join(words)}]" if words else ""


@attrs.frozen(eq=False, repr=False, slots=False)
class Keys:
    """The keys of a model's elements: their names from the outside in, joined by dots.

    Where several elements of one place and file share a name, the kind tells them apart, then the qualifiers in which
    they exist; only where these are equal, too, is it the order, which `numbered` says.
    """

    model: Model
    _taken: dict[str, str] = attrs.field(factory=dict)

    def of(self, path: str) -> str:
        """The key of the element with a path."""
        return self._all[path][0]

    def numbered(self, path: str) -> bool:
        """Whether the order of elements decides which one has this key."""
        return self._all[path][1]

    def arrow(self, arrow: Arrow) -> str:
        """The key of an arrow: from where to where, and the mark of its words where several share that."""
        ends = self._ends(arrow)
        several = self._conditions[arrow.span.source.name, ends] > 1
        return ends + (f"#{mark(_words(arrow))}" if several else "")

    def unique(self, local: str, file: str) -> str:
        """The key in the model for a key in a file: the same, unless another file has it already."""
        return local if self._taken.setdefault(local, file) == file else f"{local}@{file}"

    def _ends(self, arrow: Arrow) -> str:
        source, target = (self.of(path) if path else "" for path in (arrow.source, arrow.target))
        return f"{source or self.of(arrow.journey)}->{target}"

    @cached_property
    def _conditions(self) -> Counter[tuple[str, str]]:
        """How many different words a file has on its arrows between two places."""
        said = {(arrow.span.source.name, self._ends(arrow), _words(arrow)) for arrow in self.model.arrows}
        return Counter((file, ends) for file, ends, _ in said)

    @cached_property
    def _all(self) -> dict[str, tuple[str, bool]]:
        kinds: dict[_Spot, set[str]] = {}
        for path, element in self.model.elements.items():
            kinds.setdefault(self._spot(path, element), set()).add(element.entry.name)
        names = {
            path: _name(element, kinds[self._spot(path, element)]) for path, element in self.model.elements.items()
        }
        alike = Counter((self._spot(path, element), names[path]) for path, element in self.model.elements.items())
        order: Counter[tuple[_Spot, str]] = Counter()
        found = {"": ("", False)}
        for path, element in self.model.elements.items():
            name, spot = names[path], self._spot(path, element)
            if alike[spot, name] > 1:
                name += condition(element.presence.within)
            order[spot, name] += 1
            count = order[spot, name]
            above = found[self.model.parents[path]][0]
            name = f"{name}~{count}" if count > 1 else name
            found[path] = (f"{above}.{name}" if above else name, count > 1)
        return found

    def _spot(self, path: str, element: Element) -> _Spot:
        return (element.source.name, self.model.parents[path], element.id)


def _name(element: Element, kinds: set[str]) -> str:
    return element.id if len(kinds) == 1 else f"{element.id}~{element.entry.name}"


def _words(arrow: Arrow) -> str:
    return "".join(cell.value for cell in arrow.condition.cells[:1])
