"""Imports and registers plugins one by one, each alone, so that a broken one harms no other."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import pluggy

from journeyql.plugin import spec
from journeyql.plugin.discovery import Found, refusal, reserved_names
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.markers import PROJECT
from journeyql.plugin.origin import LoadFailure, Origin
from journeyql.spelling import did_you_mean


@attrs.frozen(eq=False, repr=False)
class Loaded:
    """A plugin that is imported and registered, with the functions that implement its hooks."""

    origin: Origin
    address: str
    hooks: dict[str, pluggy.HookImpl]


@attrs.frozen(eq=False, repr=False)
class Loading:
    """The outcome of loading: what can be used, and what cannot and why."""

    loaded: tuple[Loaded, ...]
    failures: tuple[LoadFailure, ...]


def load(plugins: Iterable[Found], reserved_by: Iterable[Found]) -> Loading:
    """Load the plugins in the order given."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(spec)
    reserved = reserved_names(reserved_by)
    outcomes = [refusal(plugin, reserved) or _one(manager, plugin) for plugin in plugins]
    return Loading(
        tuple(item for item in outcomes if isinstance(item, Loaded)),
        tuple(item for item in outcomes if isinstance(item, LoadFailure)),
    )


def _one(manager: pluggy.PluginManager, plugin: Found) -> Loaded | LoadFailure:
    name = plugin.origin.plugin
    if manager.has_plugin(name):
        return LoadFailure.of(plugin.origin, f"another plugin is already called `{name}`; rename its entry point")
    module = guarded(plugin.load)
    if isinstance(module, Failure):
        return LoadFailure.of(plugin.origin, f"importing `{plugin.address}` raised {module.reason}")
    registered = guarded(lambda: manager.register(module, name=name))
    reason = registered.reason if isinstance(registered, Failure) else _unfit(manager, module)
    if reason:
        if manager.is_registered(module) and manager.get_name(module) == name:
            manager.unregister(module)
        return LoadFailure.of(plugin.origin, reason)
    return Loaded(plugin.origin, plugin.address, _implementations(manager, name))


def _unfit(manager: pluggy.PluginManager, module: object) -> str:
    """Why what was registered is no plugin: a hook that does not exist, or none at all."""
    callers = manager.get_hookcallers(module) or []
    known = _known(manager)
    for caller in callers:
        if caller.spec is None:
            question = did_you_mean(caller.name, known)
            return f"it implements a hook `{caller.name}` that does not exist{'; ' + question if question else ''}"
    if not callers:
        return "it implements no hook; is `@hookimpl` missing?"
    return ""


def _known(manager: pluggy.PluginManager) -> tuple[str, ...]:
    return tuple(sorted(name for name, caller in vars(manager.hook).items() if getattr(caller, "spec", None)))


def _implementations(manager: pluggy.PluginManager, name: str) -> dict[str, pluggy.HookImpl]:
    return {
        hook: implementation
        for hook in _known(manager)
        for implementation in getattr(manager.hook, hook).get_hookimpls()
        if implementation.plugin_name == name
    }
