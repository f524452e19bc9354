"""Finds installed plugins: the entry points of the group `journeyql`, whoever ships them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import Distribution, EntryPoint, entry_points
from types import ModuleType

import attrs

from journeyql.plugin.origin import HOST, LoadFailure, Origin

GROUP = "journeyql"


@attrs.frozen(eq=False, repr=False)
class Found:
    """A plugin that is installed: where it comes from, the module it names, and how to import it."""

    origin: Origin
    address: str
    load: Callable[[], object]

    @property
    def package(self) -> str:
        """The top-level import name that its address begins with."""
        return self.address.partition(":")[0].partition(".")[0].strip()


def installed(points: Iterable[EntryPoint] | None = None) -> tuple[Found, ...]:
    """All installed plugins, sorted by name and distribution, so that the order of installation never matters."""
    given = entry_points(group=GROUP) if points is None else points
    known: dict[int, tuple[str, str]] = {}
    found = [_found(point, known) for point in given]
    return tuple(sorted(found, key=lambda plugin: (not plugin.origin.first_party, plugin.origin, plugin.address)))


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


def _found(point: EntryPoint, known: dict[int, tuple[str, str]]) -> Found:
    dist = point.dist
    name, version = ("", "") if dist is None else known.setdefault(id(dist), _name_and_version(dist))
    return Found(Origin(point.name, name, version), point.value, point.load)


def _name_and_version(dist: Distribution) -> tuple[str, str]:
    # Only two header lines are needed; parsing all metadata as an e-mail message costs more than the rest of start-up.
    text = dist.read_text("METADATA") or dist.read_text("PKG-INFO") or ""
    return _normalised(_header(text, "Name:")), _header(text, "Version:")


def _header(text: str, name: str) -> str:
    headers = text.partition("\n\n")[0].splitlines()
    return next((line.removeprefix(name).strip() for line in headers if line.startswith(name)), "")


def _normalised(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def refusal(plugin: Found, reserved: frozenset[str]) -> LoadFailure | None:
    """Why a plugin may not be imported at all: it claims a module that belongs to JourneyQL's own distribution."""
    if plugin.origin.first_party or plugin.package not in reserved:
        return None
    instead = f"{plugin.origin.distribution.replace('-', '_') or 'your_package'}"
    reason = (
        f"its entry point names `{plugin.address}`, but `{plugin.package}` belongs to {HOST} itself; "
        f"put the plugin into a package of its own, for example `{instead}`"
    )
    return LoadFailure.of(plugin.origin, reason)


def reserved_names(plugins: Iterable[Found]) -> frozenset[str]:
    """The import names of JourneyQL's own distribution."""
    return frozenset({HOST, *(plugin.package for plugin in plugins if plugin.origin.first_party)})
