"""The command `plugins new`: a plugin to start from, made of the sample that is tested with JourneyQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from journeyql.cli import streams
from journeyql.cli.naming import Names, free, holder
from journeyql.cli.state import state_of
from journeyql.diagnostics import visible
from journeyql.engine.write import create
from journeyql.plugin.manager import Plugins

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
#: What in the sample is its name: that of the distribution, of the package, of the plugin, the letters of its codes.
_PACKAGE = re.compile(r"\bjourneyql_example\b")
_DISTRIBUTION = re.compile(r"\bjourneyql-example\b")
_PLUGIN = re.compile(r'(?<=")example(?=[".-])|^example(?= = )|\btest_example\b', re.MULTILINE)
_CODE = re.compile(r"\bEXA(?=[0-9])")
#: Files of the sample that are made when it is used, and no part of it.
_MADE = re.compile(r"__pycache__|\..*|.*\.egg-info|dist|build")


@click.command("new")
@click.argument("name")
@click.option("-o", "--output", default="", metavar="FOLDER", help="The folder to make; by default journeyql-NAME.")
@click.pass_context
def command(context: click.Context, name: str, output: str) -> int:
    """Make a plugin to start from: a kind, a facet, two rules, a renderer, a command, and their tests.

    NAME is what the plugin is called, in small letters: `recycling` makes the distribution `journeyql-recycling`.
    """
    if not _NAME.fullmatch(name):
        message = f"`{name}`: the name of a plugin is made of small letters, digits and `-`, like `recycling`"
        raise click.ClickException(message)
    names = _free(Names(name), state_of(context).plugins)
    folder = Path(output or names.distribution)
    if folder.exists():
        message = f"{folder.as_posix()} exists already, and is left as it is; choose another folder with -o"
        raise click.ClickException(message)
    for path, text in _renamed(names):
        problem = create(folder / path, text.encode())
        if problem:
            message = f"{problem.path} was not written: {problem.reason}"
            raise click.ClickException(message)
    shown = visible(folder.as_posix())
    streams.tell(f'{shown} written; next: pip install -e "{shown}[test]" && pytest {shown}')
    return 0


def _free(names: Names, plugins: Plugins) -> Names:
    """The names, if nobody has them."""
    problem = holder(names, plugins)
    if problem:
        other = free(names, plugins)
        advice = f"`{other}` is free" if other else "choose another name"
        message = f"a plugin cannot be called `{names.plugin}` here: {problem}; {advice}"
        raise click.ClickException(message)
    return names


def _renamed(names: Names) -> Iterator[tuple[str, str]]:
    """The path and text of each file of the sample, under another name."""
    for path, text in _files(_sample()):
        for_name = _PLUGIN.sub(
            lambda match: match[0].replace("example", names.word if "_" in match[0] else names.plugin), text
        )
        renamed = _DISTRIBUTION.sub(names.distribution, _PACKAGE.sub(names.package, for_name))
        yield _path(path, names), _CODE.sub(names.letters, renamed)


def _path(path: str, names: Names) -> str:
    return _PACKAGE.sub(names.package, path).replace("test_example", f"test_{names.word}")


def _sample() -> Traversable:
    """The sample plugin: in the wheel beside the code, in a checkout where it is developed."""
    packaged = files("journeyql") / "_example"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "plugins" / "journeyql-example"


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if _MADE.fullmatch(item.name):
            continue
        if item.is_dir():
            yield from _files(item, f"{above}{item.name}/")
        else:
            yield f"{above}{item.name}", item.read_text("utf-8")
