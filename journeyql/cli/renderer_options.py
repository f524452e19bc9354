"""The options of the chosen renderer on the command line of `compile`: one for each that the configuration has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

from journeyql.cli.choice import offered
from journeyql.cli.state import state_of
from journeyql.engine.errors import ConfigError
from journeyql.engine.options import choices, fields_of, hints_of, inner, is_list, spelled
from journeyql.plugin.errors import PluginError
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import Offered
from journeyql.plugin.types import Renderer

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MADE: Final = "journeyql.renderer-options"
_GIVEN: Final = "journeyql.renderer-options-given"


def given(context: click.Context) -> dict[str, object]:
    """The options of the renderer that the command line gives, by their names in the configuration."""
    found: dict[str, object] = context.meta.get(_GIVEN, {})
    return found


class RendererCommand(click.Command):
    """A command with an option `--to`, whose renderer's options are its own as well.

    Where both have one of the same name, it is the command's.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find out which renderer is meant, then read all options."""
        renderer = self._renderer(ctx, args)
        known = {name for param in super().get_params(ctx) for name in (*param.opts, *param.secondary_opts)}
        ctx.meta[_MADE] = _options_of(renderer.options, known) if renderer is not None else []
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise self._explained(ctx, error) from None

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own, and those of the renderer."""
        return [*super().get_params(ctx), *ctx.meta.get(_MADE, ())]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the command's own options, then those of the renderer."""
        made = ctx.meta.get(_MADE, [])
        own = [param.get_help_record(ctx) for param in super().get_params(ctx)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in own if record is not None])
        if made:
            with formatter.section("Options of the renderer (-t), also in the configuration"):
                formatter.write_dl([record for param in made if (record := param.get_help_record(ctx)) is not None])

    def _renderer(self, ctx: click.Context, args: list[str]) -> Renderer | None:
        """The renderer that is meant; None where help or completion are asked for and there is none."""
        glance = self.make_parser(ctx)
        glance.ignore_unknown_options = True
        try:
            found, _, _ = glance.parse_args(list(args))
        except click.UsageError:
            return None  # reading all options says what is wrong
        state = state_of(ctx)
        state.select(found.get("plugin", ()), external="no_external_plugins" not in found)
        to = found.get("to") or next(str(param.default) for param in self.params if param.name == "to")
        try:
            known = {offer.item.name: offer for offer in state.plugins.renderers}
            return known[offered(state.plugins, "renderer", to, known, "-t")].item
        except (click.ClickException, PluginError, ConfigError):
            if ctx.resilient_parsing or self._help_name(ctx) in found:
                return None
            raise

    def _help_name(self, ctx: click.Context) -> str:
        option = self.get_help_option(ctx)
        return str(option.name) if option is not None else ""

    def _explained(self, ctx: click.Context, error: click.NoSuchOption) -> click.UsageError:
        """The error, with the renderers that have such an option where some do."""
        found = sorted(_others(state_of(ctx).plugins.renderers, error.option_name.removeprefix("--")))
        if not found:
            return error
        message = f"{error.message.rstrip('.')} here; it is one of {', '.join(f'`-t {name}`' for name in found)}"
        return click.UsageError(message, ctx)


def _others(offers: tuple[Offered[Renderer], ...], key: str) -> Iterator[str]:
    for offer in offers:
        if any(option.key == key for option in _options_of(offer.item.options, set())):
            yield offer.item.name


def _options_of(cls: type, known: set[str]) -> list[_Given]:
    """The options of a class; none of one that cannot be read, which is told when it is to be used."""
    made = guarded(lambda: list(_made(cls, known)))
    return [] if isinstance(made, Failure) else made


def _made(cls: type, known: set[str]) -> Iterator[_Given]:
    hints = hints_of(cls)
    for key, field in fields_of(cls).items():
        if f"--{key}" not in known and f"--no-{key}" not in known:
            yield _Given(cls, key, field, hints.get(field.name))


class _Given(click.Option):
    """An option of a renderer: the class, field and type that it stands for."""

    def __init__(self, cls: type, key: str, field: attrs.Attribute[Any], hint: Any) -> None:
        self.cls, self.key, self.field, self.hint = cls, key, field, hint
        self.words = choices(inner(hint) if is_list(hint) else hint)
        shared: dict[str, Any] = {"expose_value": False, "callback": _keep}
        variable = f"renderer_{key.replace('-', '_')}"
        if hint is bool:
            super().__init__([variable, f"--{key}/--no-{key}"], default=None, **shared)
        else:
            more: dict[str, Any] = {"multiple": is_list(hint), "metavar": _metavar(hint, self.words)}
            super().__init__([variable, f"--{key}"], type=click.UNPROCESSED, **more, **shared)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of a listing, with what the class says of the option."""
        from journeyql.engine.option_docs import doc_of  # only for help

        self.help = doc_of(self.cls, self.field) + _default(self.field)
        return super().get_help_record(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - so click calls it
        """The words that it takes."""
        from click.shell_completion import CompletionItem  # only to complete

        return [CompletionItem(word) for word in self.words if word and word.startswith(incomplete)]


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep a value that is given, as the configuration would have it."""
    if value is None or value == () or not isinstance(parameter, _Given):
        return
    hint = parameter.hint
    read = [spelled(one, inner(hint)) for one in value] if is_list(hint) else value
    made = spelled(read, hint) if isinstance(read, str) else read
    context.meta.setdefault(_GIVEN, {})[parameter.key] = made


def _metavar(hint: Any, words: tuple[str, ...]) -> str:
    if words:
        return f"[{'|'.join(filter(None, words))}]"
    return "NUMBER" if hint in {int, float} else "TEXT"


def _default(field: attrs.Attribute[Any]) -> str:
    """What holds when nothing is said, where that is more than nothing."""
    default = field.default
    if isinstance(default, bool) or not isinstance(default, str | int | float) or default in {"", 0}:
        return ""
    return f"  [default: {default}]"
