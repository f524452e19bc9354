"""The command `new`: writes a first map from a template, never over a file that is there."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import click

from journeyql.cli import streams
from journeyql.cli.runs import chosen
from journeyql.diagnostics import visible
from journeyql.engine.render import is_inside
from journeyql.engine.write import create

PRESETS = ("blank", "ecommerce", "property", "saas", "service")
LANGUAGES = ("en", "zh")
_HEADER = re.compile(r'^(journey|旅程) (\S+) "([^"]*)"$', re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d][\w-]*")


@click.command("new")
@click.argument("name", default="")
@click.option("--preset", default="blank", show_default=True, metavar="NAME", help=", ".join(PRESETS))
@click.option(
    "--language", default="en", show_default=True, metavar="NAME", help="The language of the template: en or zh."
)
@click.option("-o", "--output", default="", metavar="PATH", help="A file, a folder/, or - for standard output.")
def command(name: str, *, preset: str, language: str, output: str) -> int:
    """Write a first map to start from.

    NAME is what the map is called, like "Morning coffee", or the file to write, like maps/coffee.journey.
    Without it the map and its file are called as in the template.
    """
    template = template_of(
        chosen("preset", preset, PRESETS, "--preset"),
        chosen("language", language, LANGUAGES, "--language", _meant(language)),
    )
    folder, title = _split(name)
    if folder is not None and output:
        message = f"`{name}` and `-o {output}` both say where to write; leave one of them out"
        raise click.ClickException(message)
    text, slug = named(template, title)
    if output == "-":
        streams.write(text)
        return 0
    path = _path(output, slug) if folder is None else folder / _file(slug if folder.name == title else title)
def template_of(preset: str, language: str) -> str:
    """The text of a template."""
    return files("journeyql.cli").joinpath("presets", f"{preset}.{language}.journey").read_text(encoding="utf-8")


def named(template: str, name: str, preset: str) -> tuple[str, str]:
    """A template whose journey is called so, and the name for its file."""
    if not name.strip():
        return template, preset
    slug = slug_of(name)
    title = "" if _PLAIN.fullmatch(name) else name.strip().replace("\\", "\\\\").replace('"', '\\"')
    line = _HEADER.search(template)
    if line is None:
        return template, slug
    header = f'{line[1]} {slug} "{title or line[3]}"'
    return template[: line.start()] + header + template[line.end() :], slug


def slug_of(name: str) -> str:
    """A name as it may stand in a file and be one.

    >>> slug_of("Morning coffee!"), slug_of("早上 咖啡"), slug_of("2nd try")
    ('morning-coffee', '早上-咖啡', 'map-2nd-try')
    """
    plain = unicodedata.normalize("NFC", name).strip()
    kept = plain if _PLAIN.fullmatch(plain) else plain.lower()
    slug = re.sub(r"[^\w]+", "-", kept).strip("-_")
    return slug if _PLAIN.fullmatch(slug) else f"map-{slug}".rstrip("-")


def _path(output: str, slug: str) -> Path:
    file = f"{slug}.journey"
    if not is_inside(file):
        message = f"no file can be called `{file}` on every system; choose another name"
        raise click.ClickException(message)
    if output and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        return Path(output) / file
    return Path(output or file)
