"""The command `new`: writes a first map from a template, never over a file that is there."""

from __future__ import annotations

import os
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import click

from journeyql.cli import streams
from journeyql.cli.choice import chosen
from journeyql.diagnostics import visible
from journeyql.engine.filenames import is_inside
from journeyql.engine.write import create

PRESETS = ("blank", "ecommerce", "property", "saas", "service")
LANGUAGES = ("en", "zh")
SUFFIX = ".journey"
#: The first element of a template: its journey.
_HEADER = re.compile(r'^([^\W\d]\w*) (\S+) "([^"]*)"$', re.MULTILINE)
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
    Without it, map and file are called as in the template.
    """
    template = template_of(
        chosen("preset", preset, PRESETS, "--preset"),
        chosen("language", language, LANGUAGES, "--language", _meant(language)),
    )
    folder, called = _split(name)
    if folder is not None and output:
        message = f"`{name}` and `-o {output}` both say where to write; leave one of them out"
        raise click.ClickException(message)
    text, slug, title = named(template, called)
    if output == "-":
        streams.write(text)
        return 0
    path = _asked(output, slug) if folder is None else folder / _file(called or slug)
    problem = create(path, text.encode("utf-8"))
    if problem:
        message = f"{path.as_posix()} was not written: {problem.reason}"
        raise click.ClickException(message)
    shown = visible(path.as_posix())
    word = f'"{shown}"' if " " in shown else shown
    streams.tell(f'{shown} written, with the journey "{visible(title)}"; next: journeyql compile {word}')
    return 0


def _meant(language: str) -> str:
    """The language of the templates that a tag or a word like `chinese` stands for, or nothing."""
    if language in LANGUAGES:
        return ""
    from journeyql.model.languages import language_tag, meant  # most languages are given as they are called

    found = meant(language) or language_tag(language).partition("-")[0]
    return found if found in LANGUAGES else ""


def _split(name: str) -> tuple[Path | None, str]:
    """The folder of a name that is a path (None: it is none), and what the map is called.

    >>> [str(part) for part in (*_split("maps/coffee.journey"), *_split("Morning coffee"), *_split("maps/"))]
    ['maps', 'coffee', 'None', 'Morning coffee', 'maps', '']
    """
    ends = ("/", os.sep)
    if name in {".", ".."} or name.endswith(ends):
        return Path(name), ""
    path = Path(name)
    is_file = name.lower().endswith(SUFFIX)
    if not is_file and not any(end in name for end in ends):
        return None, name.strip()
    return path.parent, path.name[: -len(SUFFIX)] if is_file else path.name


def template_of(preset: str, language: str) -> str:
    """The text of a template."""
    return files("journeyql.cli").joinpath("presets", f"{preset}.{language}.journey").read_text(encoding="utf-8")


def named(template: str, called: str) -> tuple[str, str, str]:
    """A template whose journey is called so, with its name and its title; unchanged if it is called nothing."""
    line = _HEADER.search(template)
    if line is None:
        return template, slug_of(called), called
    called = _seen(called)
    if not called:
        return template, line[2], line[3]
    slug, title = slug_of(called), title_of(called)
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'{template[: line.start()]}{line[1]} {slug} "{escaped}"{template[line.end() :]}', slug, title


def _seen(called: str) -> str:
    """A name without the characters that nobody sees, which no text may hold."""
    return "".join(character for character in " ".join(called.split()) if visible(character) == character)


def title_of(called: str) -> str:
    """A name as people read it.

    >>> title_of("morning-coffee"), title_of("iPhone"), title_of("Buy a ticket"), title_of("早晨咖啡")
    ('Morning coffee', 'iPhone', 'Buy a ticket', '早晨咖啡')
    """
    plain = unicodedata.normalize("NFC", called).strip()
    words = re.sub(r"[-_]+", " ", plain).strip() if _PLAIN.fullmatch(plain) else plain
    return words[:1].upper() + words[1:] if words.islower() else words


def slug_of(name: str) -> str:
    """A name as it may stand in a file and be one.

    >>> slug_of("Morning coffee!"), slug_of("早上 咖啡"), slug_of("2nd try")
    ('morning-coffee', '早上-咖啡', 'map-2nd-try')
    """
    plain = unicodedata.normalize("NFC", name).strip()
    kept = plain if _PLAIN.fullmatch(plain) else plain.lower()
    slug = re.sub(r"[^\w]+", "-", kept).strip("-_")
    return slug if _PLAIN.fullmatch(slug) else f"map-{slug}".rstrip("-")


def _file(name: str) -> str:
    file = f"{name}{SUFFIX}"
    if not is_inside(file):
        message = f"no file can be called `{file}` on every system; choose another name"
        raise click.ClickException(message)
    return file


def _asked(output: str, slug: str) -> Path:
    """The path that `-o` says."""
    if not output:
        return Path(_file(slug))
    from journeyql.engine.outputs import Target  # most maps are written where we are

    target = Target(output)
    if problem := target.problem("new", SUFFIX):
        message = f"-o: {problem}"
        raise click.ClickException(message)
    return Path(output) / _file(slug) if target.folder else Path(output)
