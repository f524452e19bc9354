"""The command `fmt`: writes maps in their canonical form, or says which ones are not in it."""

from __future__ import annotations

import click

from journeyql.cli.options import plugin_options
from journeyql.cli.state import state_of


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change, and end with 1.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change, and end with 1.")
@click.option("--ids", is_flag=True, help="Give each element that has none a name, from its text.")
@click.option("--keywords", type=click.Choice(["en", "zh"]), help="Write kinds, properties and words in this language.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to colour.")
@plugin_options
@click.pass_context
def command(  # noqa: PLR0913 - one keyword for each option
    context: click.Context,
    /,
    paths: tuple[str, ...],
    *,
    check: bool,
    diff: bool,
    ids: bool,
    keywords: str | None,
    color: str,
) -> int:
    """Write maps in their canonical form, which changes how they look and never what they say.

    A PATH is a file, a folder or `-` for standard input, which goes to standard output; none means the configured ones
    or the current folder. A file with mistakes of syntax is reported and left as it is.
    """
    from journeyql.cli.formatting import Formatting, Mode  # `--help` formats nothing
    from journeyql.fmt import Style

    mode = Mode.DIFF if diff else Mode.CHECK if check else Mode.WRITE
    run = Formatting.start(state_of(context), Style(ids=ids, keywords=keywords or ""), mode, color)
    return run.all(paths)
