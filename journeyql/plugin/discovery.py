"""Finds installed plugins: the entry points of the group `journeyql`, whoever ships them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

import attrs

from journeyql.plugin import entry_points
from journeyql.plugin.entry_points import Point, header
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import Origin

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

GROUP = "journeyql"
_RECORD = "RECORD"


def _unread() -> None:
    """No text: whatever there is must be imported."""


@attrs.frozen(eq=False, repr=False)
class Found:
    """A plugin that is installed: where it comes from, the module it names, and how to import it.

    `record` gives the list of files that its distribution has put there, empty when there is none; `source` the text of
    its module, None where that can only be imported.
    """

    origin: Origin
    address: str
    load: Callable[[], object]
    record: Callable[[], str] = str
    source: Callable[[], bytes | None] = _unread

    @property
    def module(self) -> str:
        """The module that its address names."""
        return self.address.partition(":")[0].strip()

    def may_offer(self, hook: str) -> bool:
        """Whether its module may implement a hook, by its text alone: what is never named there is not defined there."""
        text = self.source()
        return text is None or hook.encode() in text or b"import *" in text

    @property
    def package(self) -> str:
        """The top-level import name that its address begins with."""
        return self.module.partition(".")[0].strip()


def installed(points: Iterable[EntryPoint] | None = None) -> tuple[Found, ...]:
    """All installed plugins, sorted by name and distribution, so that the order of installation never matters."""
    known: dict[int, tuple[str, str]] = {}
    read = entry_points.points(GROUP) if points is None else None
    found = (
        [_found(point, known) for point in (_from_the_library() if points is None else points)]
        if read is None
        else [_read(point) for point in read]
    )
    return tuple(sorted(found, key=lambda plugin: (*plugin.origin.rank, plugin.address)))


def _from_the_library() -> Iterator[EntryPoint]:
    """What the standard library finds, one distribution after the other, so that a broken one harms no other."""
    from importlib import metadata  # where folders alone cannot tell

    seen: set[str] = set()
    all_of_them = guarded(lambda: tuple(metadata.distributions()))
    for dist in () if isinstance(all_of_them, Failure) else all_of_them:
        read = guarded(partial(_points_of, dist))
        if not isinstance(read, Failure) and read[0] not in seen:
            seen.update(filter(None, [read[0]]))
            yield from read[1]


def _points_of(dist: Distribution) -> tuple[str, tuple[EntryPoint, ...]]:
    return _name_and_version(dist)[0], tuple(dist.entry_points.select(group=GROUP))


def given(modules: Iterable[object]) -> tuple[Found, ...]:
    """Plugins that are at hand as modules or objects, in the place of installed ones."""
    return tuple(
        Found(Origin(_name_of(module)), _name_of(module), lambda module=module: module)  # type: ignore[misc]
        for module in modules
    )


def _name_of(module: object) -> str:
    if isinstance(module, ModuleType):
        return module.__name__.removeprefix("journeyql_")
    return str(getattr(module, "__name__", type(module).__name__))


def _read(point: Point) -> Found:
    name, version = point.distribution
    origin = Origin(point.name, normalised(name), version)
    return Found(origin, point.value, partial(_imported, point), partial(point.text, _RECORD), point.source)


def _imported(point: Point) -> object:
    if all(part.isidentifier() for part in point.value.split(".")):
        return importlib.import_module(point.value)
    from importlib import metadata  # attributes and extras, which plugins rarely need, are its business

    return metadata.EntryPoint(point.name, point.value, GROUP).load()


def _found(point: EntryPoint, known: dict[int, tuple[str, str]]) -> Found:
    dist = point.dist
    name, version = ("", "") if dist is None else known.setdefault(id(dist), _name_and_version(dist))
    record = str if dist is None else lambda: dist.read_text(_RECORD) or ""
    return Found(Origin(point.name, name, version), point.value, point.load, record)


def _name_and_version(dist: Distribution) -> tuple[str, str]:
    # Only two header lines are needed; parsing all metadata as an e-mail message costs more than the rest of start-up.
    text = dist.read_text("METADATA") or dist.read_text("PKG-INFO") or ""
    return normalised(header(text, "Name")), header(text, "Version")


def normalised(name: str) -> str:
    """The name of a distribution in the form in which such names are compared."""
    return name.lower().replace("_", "-").replace(".", "-")
