"""Calls one hook of each plugin, alone, and keeps the registrations that are sound and new."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import attrs

from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.plugin.loading import Loaded
from journeyql.plugin.origin import LoadFailure, Offered, Origin

R = TypeVar("R")

#: How many registrations of one sort a plugin may make; a generator without an end stops here.
MOST_OFFERS = 1000


@attrs.frozen(eq=False, repr=False)
class Hook(Generic[R]):
    """One sort of registration: the hook, the type that it yields, the word for it, the names the core has taken."""

    name: str
    type: type[R]
    word: str
    taken: frozenset[str] = frozenset()


@attrs.frozen(eq=False, repr=False)
class Collected(Generic[R]):
    """The registrations of one sort, sorted by name, and what was refused."""

    offers: tuple[Offered[R], ...]
    failures: tuple[LoadFailure, ...]


def collect(plugins: Iterable[Loaded], hook: Hook[R]) -> Collected[R]:
    """What the plugins register through one hook."""
    found: dict[str, Offered[R]] = {}
    failures: list[LoadFailure] = []
    for plugin in plugins:
        if hook.name not in plugin.hooks:
            continue
        for item in _yielded(plugin, hook):
            reason = item.reason if isinstance(item, Failure) else _refused(item, plugin.origin, found, hook)
            if reason:
                failures.append(LoadFailure.of(plugin.origin, reason))
            elif not isinstance(item, Failure):
                found[_name(item)] = Offered(item, plugin.origin)
    return Collected(tuple(found[name] for name in sorted(found)), tuple(failures))


def _yielded(plugin: Loaded, hook: Hook[R]) -> Iterator[R | Failure]:
    implementation = plugin.hooks[hook.name]
    if implementation.hookwrapper or implementation.wrapper:
        yield Failure(f"`{hook.name}` is marked as a wrapper; hooks only yield registrations")
        return
    items: list[object] = []
    outcome = guarded(lambda: _consume(implementation.function, items))
    for item in items[:MOST_OFFERS]:
        typed: R | Failure = _typed(item, hook)
        yield typed
    if isinstance(outcome, Failure):
        yield Failure(f"`{hook.name}` raised {outcome.reason}")
    elif len(items) > MOST_OFFERS:
        yield Failure(f"`{hook.name}` yields more than {MOST_OFFERS} registrations; the rest is left out")


def _consume(function: Any, items: list[object]) -> None:
    returned = function()
    if returned is None or isinstance(returned, (str, bytes)):
        msg = f"it must yield registrations, not {type(returned).__name__}"
        raise TypeError(msg)
    for item in itertools.islice(returned, MOST_OFFERS + 1):
        items.append(item)  # noqa: PERF402 - what came before an exception is kept


def _typed(item: object, hook: Hook[R]) -> R | Failure:
    return guarded(lambda: _sound(item, hook))


def _sound(item: object, hook: Hook[R]) -> R | Failure:
    """A registration, copied if it is what its type says, so that later code meets nothing of the plugin's own."""
    from journeyql.plugin.validate import copied, problems  # not needed while no plugin offers anything

    if not isinstance(item, hook.type):
        return Failure(f"`{hook.name}` yields {one_line(type(item).__name__)}, not `{hook.type.__name__}`")
    copy: R = copied(item, hook.type)
    wrong = list(problems(copy))
    if wrong:
        return Failure(one_line(f"{hook.word} {getattr(item, 'name', '')!r:.60}: {'; '.join(wrong)}"))
    return copy


def _refused(item: R, origin: Origin, found: dict[str, Offered[R]], hook: Hook[R]) -> str:
    name = _name(item)
    if name in hook.taken:
        return f"{hook.word} `{name}` exists in JourneyQL itself and cannot be replaced; choose another name"
    if name in found:
        first = found[name].origin
        return f"{hook.word} `{name}` is offered by both {first} and {origin}; the first one is used"
    return ""


def _name(item: object) -> str:
    name: str = item.name  # type: ignore[attr-defined]  # every registration has a name
    return name
