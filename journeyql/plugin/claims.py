"""Whose module is whose: an entry point may not name what belongs to another distribution."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from journeyql.plugin.discovery import Found, normalised
from journeyql.plugin.origin import HOST, LoadFailure


@attrs.frozen(eq=False, repr=False)
class Claims:
    """The installed plugins, with the modules that their distributions claim by them."""

    plugins: tuple[Found, ...]
    reserved: frozenset[str]

    @classmethod
    def of(cls, plugins: Iterable[Found]) -> Claims:
        """The claims of all installed plugins, those that are not wanted included."""
        found = tuple(plugins)
        return cls(found, frozenset({HOST, *(plugin.package for plugin in found if plugin.origin.first_party)}))

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
        others = {other.package for other in self.plugins if other.origin.distribution != plugin.origin.distribution}
        taken = self.reserved | others
        for name in (own, f"{own}_plugin", f"my_{own}") if own else ():
            if name not in taken and (_brings(plugin, name) or find_spec(name) is None):
                return name
        return "your_package"

    def _owner(self, plugin: Found) -> str:
        if plugin.origin.first_party:
            return ""
        if plugin.package in self.reserved:
            return f"`{plugin.package}` belongs to {HOST} itself"
        rivals = (other for other in self.plugins if other.origin.distribution != plugin.origin.distribution)
        better = next((other for other in rivals if _takes(plugin, other) and self._goes_before(other, plugin)), None)
        return f"`{better.module}` belongs to the plugin {better.origin}" if better is not None else ""

    def _goes_before(self, other: Found, plugin: Found) -> bool:
        mine, theirs = _evidence(plugin), _evidence(other)
        if mine != theirs or other.module != plugin.module:
            return theirs > mine
        return self.plugins.index(other) < self.plugins.index(plugin)  # nobody can tell: the first one has it


def _takes(plugin: Found, other: Found) -> bool:
    """Whether a plugin's module is that of another one, or lies in it."""
    return f"{plugin.module}.".startswith(f"{other.module}.")


def _brings(plugin: Found, module: str) -> bool:
    """Whether a module is among the files of a plugin's distribution."""
    path = module.replace(".", "/")
    return any(line.startswith((f"{path}.py,", f"{path}/")) for line in plugin.record().splitlines())


def _evidence(plugin: Found) -> int:
    """How well it is known that a plugin's module came with its distribution: by its files, by its name, or not."""
    if _brings(plugin, plugin.module):
        return 2
    return int(plugin.origin.distribution in {normalised(plugin.package), normalised(plugin.module)})
