"""Whose module is whose: an entry point may not name what belongs to another distribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql.plugin.discovery import Found, normalised
from journeyql.plugin.origin import HOST, LoadFailure


@attrs.frozen(eq=False, repr=False)
class Claims:
    """The installed plugins by the modules that their distributions claim by them, each with its place in their order."""

    plugins: Mapping[str, list[tuple[int, Found]]]
    reserved: frozenset[str]

    @classmethod
    def of(cls, plugins: Iterable[Found]) -> Claims:
        """The claims of all installed plugins, those that are not wanted included."""
        found: dict[str, list[tuple[int, Found]]] = {}
        reserved = {HOST}
        for place, plugin in enumerate(plugins):
            found.setdefault(plugin.module, []).append((place, plugin))
            if plugin.origin.first_party:
                reserved.add(plugin.package)
        return cls(found, frozenset(reserved))

    def refusal(self, plugin: Found) -> LoadFailure | None:
        """Why a plugin may not be imported at all: its module belongs to somebody else."""
        owner = self._owner(plugin)
        if not owner:
            return None
        reason = (
            f"its entry point names `{plugin.address}`, but {owner}; "
            f"put the plugin into a package of its own, for example `{self._free(plugin)}`"
        )
        return LoadFailure.of(plugin.origin, reason)

    def _free(self, plugin: Found) -> str:
        """A name for the package of a plugin that is its own, or nobody's."""
        from importlib.util import find_spec  # only a refusal needs it

        own = plugin.origin.distribution.replace("-", "_")
        found = (other for claims in self.plugins.values() for _, other in claims)
        taken = self.reserved | {one.package for one in found if one.origin.distribution != plugin.origin.distribution}
        for name in (own, f"{own}_plugin", f"my_{own}") if own else ():
            if name not in taken and (_brings(plugin, name) or find_spec(name) is None):
                return name
        return "your_package"

    def _owner(self, plugin: Found) -> str:
        if plugin.origin.first_party:
            return ""
        if plugin.package in self.reserved:
            return f"`{plugin.package}` belongs to {HOST} itself"
        better = next((other for other in self._rivals(plugin) if self._goes_before(other, plugin)), None)
        return f"`{better.module}` belongs to the plugin {better.origin}" if better is not None else ""

    def _rivals(self, plugin: Found) -> Iterator[Found]:
        """The plugins of other distributions whose module is that of a plugin, or has it inside, in their order."""
        claims = [claim for module in _around(plugin.module) for claim in self.plugins.get(module, ())]
        others = (other for _, other in sorted(claims, key=lambda claim: claim[0]))
        return (other for other in others if other.origin.distribution != plugin.origin.distribution)

    def _goes_before(self, other: Found, plugin: Found) -> bool:
        mine, theirs = _evidence(plugin), _evidence(other)
        if mine != theirs or other.module != plugin.module:
            return theirs > mine
        claims = [claim for _, claim in self.plugins[plugin.module]]
        return claims.index(other) < claims.index(plugin)  # nobody can tell: the first one has it


def _around(module: str) -> Iterator[str]:
    """A module, and all that it lies in."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def _brings(plugin: Found, module: str) -> bool:
    """Whether a module is among the files of a plugin's distribution."""
    path = module.replace(".", "/")
    return any(line.startswith((f"{path}.py,", f"{path}/")) for line in plugin.record().splitlines())


def _evidence(plugin: Found) -> int:
    """How well it is known that a plugin's module came with its distribution: by its files, by its name, or not."""
    if _brings(plugin, plugin.module):
        return 2
    return int(plugin.origin.distribution in {normalised(plugin.package), normalised(plugin.module)})
