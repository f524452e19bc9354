"""The command `schema`: the JSON Schema of exported maps."""

from __future__ import annotations

import json

import click

from journeyql.cli import streams
from journeyql.cli.options import plugin_options
from journeyql.cli.state import state_of
from journeyql.engine.session import not_loaded
from journeyql.engine.words import words
from journeyql.model.schema import schema


@click.command("schema")
@plugin_options
@click.pass_context
def command(context: click.Context) -> int:
    """Print the JSON Schema of what `compile -t json` writes, with the kinds of all plugins."""
    vocabulary = words(state_of(context).plugins.vocabularies)
    table = vocabulary.table
    streams.write(json.dumps(schema(table.kinds.values(), table.facets), indent=2, ensure_ascii=False) + "\n")
    for failure in vocabulary.failures:
        streams.tell(f"error: {not_loaded(failure).message}")
    return 3 if vocabulary.failures else 0
