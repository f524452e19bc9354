"""Imports and registers plugins one by one, each alone, so that a broken one harms no other."""

from __future__ import annotations

from collections.abc import Iterable
from types import FunctionType, ModuleType

import attrs
import pluggy

from journeyql.plugin import spec
from journeyql.plugin.claims import Claims
from journeyql.plugin.discovery import Found
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


def load(plugins: Iterable[Found], installed: Iterable[Found]) -> Loading:
    """Load the plugins in the order given; `installed` are all that there are, and own their modules."""
    claims = Claims.of(installed)
    loader = _Loader()
    outcomes = [claims.refusal(plugin) or loader.one(plugin) for plugin in plugins]
    return Loading(
        tuple(item for item in outcomes if isinstance(item, Loaded)),
        tuple(item for item in outcomes if isinstance(item, LoadFailure)),
    )


#: Where pluggy's marker notes on a function that it is a hook.
_MARKER = f"{PROJECT}_impl"


class _Marked:
    """The functions of a module that are marked as hooks, and nothing else of it: pluggy looks at all that there is."""

    def __init__(self, module: ModuleType) -> None:
        """Find the functions."""
        self.__dict__.update(
            (name, value)
            for name, value in vars(module).items()
            if type(value) is FunctionType and isinstance(value.__dict__.get(_MARKER), dict)
        )

    def __dir__(self) -> Iterable[str]:
        """The names of the functions."""
        return self.__dict__


def _hooks(marked: _Marked) -> set[str]:
    """The hooks that functions implement: what they are called, or say."""
    return {getattr(function, _MARKER).get("specname") or name for name, function in vars(marked).items()}


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(spec)
    return manager


@attrs.define(eq=False, repr=False)
class _Loader:
    """Loads plugins one after the other. `_there` has what is loaded, and its name, by identity; `_taken` the names."""

    _shared: pluggy.PluginManager = attrs.field(factory=_manager)
    _there: dict[int, tuple[object, str]] = attrs.field(factory=dict)
    _taken: set[str] = attrs.field(factory=set)

    def one(self, plugin: Found) -> Loaded | LoadFailure:
        """A plugin, imported and registered, or why it cannot be used."""
        name = plugin.origin.plugin
        if name in self._taken:
            return LoadFailure.of(plugin.origin, f"another plugin is already called `{name}`; rename its entry point")
        module = guarded(plugin.load)
        if isinstance(module, Failure):
            return LoadFailure.of(plugin.origin, f"importing `{plugin.address}` raised {module.reason}")
        if id(module) in self._there:
            _, first = self._there[id(module)]
            return LoadFailure.of(plugin.origin, f"`{plugin.address}` is the plugin `{first}` already")
        hooks = guarded(lambda: self._registered(module, name))
        if isinstance(hooks, Failure):
            return LoadFailure.of(plugin.origin, hooks.reason)
        self._there[id(module)] = module, name
        self._taken.add(name)
        return Loaded(plugin.origin, plugin.address, hooks)

    def _registered(self, module: object, name: str) -> dict[str, pluggy.HookImpl] | Failure:
        # Managers compare what they hold. Modules are equal to themselves only, other objects to what they please.
        marked = _Marked(module) if type(module) is ModuleType else None
        plugin, manager = (module, _manager()) if marked is None else (marked, self._shared)
        fits = False
        try:
            manager.register(plugin, name=name)
            hooks = _implementations(manager, name, vars(manager.hook) if marked is None else _hooks(marked))
            reason = _unfit(manager, hooks)
            fits = not reason
        finally:
            if not fits and manager.has_plugin(name):
                manager.unregister(name=name)
        return hooks if fits else Failure(reason)


def _unfit(manager: pluggy.PluginManager, hooks: Iterable[str]) -> str:
    """Why what was registered is no plugin: a hook that does not exist, or none at all."""
    unknown = next((hook for hook in hooks if not getattr(manager.hook, hook).has_spec()), "")
    if unknown:
        known = sorted(name for name, caller in vars(manager.hook).items() if getattr(caller, "spec", None))
        question = did_you_mean(unknown, known)
        return f"it implements a hook `{unknown}` that does not exist{'; ' + question if question else ''}"
    return "" if hooks else "it implements no hook; is `@hookimpl` missing?"


def _implementations(manager: pluggy.PluginManager, name: str, among: Iterable[str]) -> dict[str, pluggy.HookImpl]:
    """The hooks that a plugin implements, sorted; what was registered last is most often the last in a list."""
    found: dict[str, pluggy.HookImpl] = {}
    for hook in sorted(among):
        caller = getattr(manager.hook, hook)
        registered = reversed(caller.get_hookimpls()) if isinstance(caller, pluggy.HookCaller) else ()
        own = next((one for one in registered if one.plugin_name == name), None)
        if own is not None:
            found[hook] = own
    return found
