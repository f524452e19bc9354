"""The command `plugins info`: everything that one plugin offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
import click

from journeyql.cli import streams
from journeyql.cli.choice import chosen
from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.state import state_of
from journeyql.cli.tables import print_json
from journeyql.diagnostics import visible
from journeyql.plugin.manager import HOOKS

if TYPE_CHECKING:
    from journeyql.model import Json
    from journeyql.plugin.manager import Plugins
    from journeyql.plugin.origin import Origin


@click.command("info")
@click.argument("name")
@json_option
@plugin_options
@click.pass_context
def command(context: click.Context, name: str, *, as_json: bool = False) -> int:
    """Show everything that a plugin offers: rules, facts, options, words, and what was refused."""
    plugins = state_of(context).plugins
    origins = {origin.plugin: origin for origin in _origins(plugins)}
    origin = origins[chosen("plugin", name, origins, "plugins info")]
    offers: list[Json] = [
        _offer(hook.word, offer.item) for hook in HOOKS for offer in plugins.offers(hook) if offer.origin == origin
    ]
    reasons = [failure.reason for failure in plugins.failures if failure.origin == origin]
    if as_json:
        print_json({"version": 1, **_json(origin), "offers": offers, "reasons": [*reasons]})
        return 0
    streams.write("\n".join(visible(line) for line in _lines(origin, offers, reasons)) + "\n")
    return 0


def _origins(plugins: Plugins) -> Iterator[Origin]:
    yield from (plugin.origin for plugin in plugins.loaded)
    yield from (failure.origin for failure in plugins.broken)
    yield from plugins.left_out


def _json(origin: Origin) -> dict[str, Json]:
    return {"name": origin.plugin, "distribution": origin.distribution, "version": origin.version}


def _offer(word: str, item: object) -> Json:
    """What is known of a registration: its fields by name, those that hold other things by their names."""
    cls: type[Any] = type(item)  # every registration is an attrs class
    given = {field.name: getattr(item, field.name) for field in attrs.fields(cls)}
    return {"sort": word, **{name: _value(value) for name, value in given.items() if value not in ((), "", None)}}


def _value(value: object) -> Json:
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, type):
        return _options(value) if attrs.has(value) and not hasattr(value, "__journeyql__") else value.__qualname__
    name = getattr(value, "name", None)
    return name if isinstance(name, str) else getattr(value, "__qualname__", type(value).__qualname__)


def _options(cls: type) -> Json:
    """The options of a class with their defaults as text."""
    return {
        field.name.replace("_", "-"): str(getattr(field.default, "factory", field.default))
        for field in attrs.fields(cls)
        if field.init
    }


def _lines(origin: Origin, offers: Iterable[Json], reasons: list[str]) -> Iterator[str]:
    yield str(origin)
    for offer in offers:
        if not isinstance(offer, dict):
            continue
        yield ""
        yield f"{offer['sort']} {offer['name']}"
        for key, value in offer.items():
            if key not in {"sort", "name"} and value not in ({}, []):
                yield f"  {key}: {_shown(value)}"
    for reason in reasons:
        yield ""
        yield f"refused: {reason}"


def _shown(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_shown(item)}" for key, item in value.items())
    return str(value)
