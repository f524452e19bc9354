"""Facts as JSON: whatever attrs objects a pass provides, with elements as their paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from journeyql.facts import Phrase
from journeyql.model import Clock, Date, Duration, Element, Json, Money, Range, Ref
from journeyql.model.export import plain
from journeyql.render import spoken

_QUANTITIES = (Clock, Date, Duration, Money, Range, Ref)


@attrs.frozen(eq=False, repr=False)
class Told:
    """Facts in the words of a reader; `met` are the elements that they name, by path, in the order met."""

    label: Callable[..., str]
    met: dict[str, Element] = attrs.field(factory=dict)

    def json(self, value: object) -> Json:
        """A fact as JSON.

        Elements become their paths, phrases their words with key and values, attrs objects the mapping of their public
        fields; sets are sorted.
        """
        match value:
            case Element():
                self.met.setdefault(value.path, value)
                return value.path
            case Phrase():
                return {"words": spoken(value, self.label), "key": value.key, "values": self.json(value.values)}
            case Mapping():
                return {self._name(key): self.json(item) for key, item in value.items()}
            case AbstractSet():
                return sorted((self.json(item) for item in value), key=repr)
            case tuple() | list():
                return [self.json(item) for item in value]
        return self._fields(value) if attrs.has(type(value)) and not isinstance(value, _QUANTITIES) else plain(value)

    def _name(self, key: object) -> str:
        return str(self.json(key)) if isinstance(key, Element) else str(key)

    def _fields(self, value: object) -> Json:
        kind: Any = type(value)
        names = (field.name for field in attrs.fields(kind) if not field.name.startswith("_"))
        return {name: self.json(getattr(value, name)) for name in names}
