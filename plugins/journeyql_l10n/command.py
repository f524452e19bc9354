"""The command `journeyql l10n`: the translators' loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import click

from journeyql.diagnostics import visible
from journeyql.model import Model, is_language, language_chain, language_tag
from journeyql.plugin import Diagnostic, Severity, host
from journeyql_l10n import checks
from journeyql_l10n.catalogue import Catalogue, completed
from journeyql_l10n.extracting import messages
from journeyql_l10n.merging import Merged, merged
from journeyql_l10n.options import Options
from journeyql_l10n.rules import OUTDATED_TEMPLATE
from journeyql_l10n.shelf import Shelf
from journeyql_l10n.writing import written

_paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
_format = click.option("--format", "format_", default="text", metavar="FORMAT", help="How findings are printed.")


def _tag(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    """The language tags that were given, as they are usually written."""
    tags = tuple(map(language_tag, values))
    for tag in tags:
        if not is_language(tag):
            message = f"`{tag}` is no language; write a tag like de, pt-BR or zh-Hans"
            raise click.BadParameter(message)
    return tags


_languages = click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    callback=_tag,
    help="Only this language; more than one with several -l.",
)


@attrs.frozen(eq=False, repr=False)
class _Map:
    """A map that is translated: what it says, where its catalogues lie, and the language it is written in."""

    model: Model
    shelf: Shelf
    own: str

    def wanted(self, options: Options) -> dict[str, Any]:
        """The languages that it has to have, with where that is said."""
        configured = {language_tag(tag): None for tag in options.languages if self.own not in language_chain(tag)}
        return {**configured, **checks.declared(self.model, self.own)}

    def there(self) -> tuple[str, ...]:
        """The languages that it has."""
        return tuple(tag for tag in self.shelf.languages() if is_language(tag))


@click.group("l10n")
def command() -> None:
    """Translate maps: catalogues for translators, beside each map.

    \b
      journeyql l10n update shop.journey -l de       begins shop.de.po, or brings it up to date
      journeyql l10n check shop.journey              says what is missing or out of date
      journeyql compile shop.journey --locale de     draws the map in German
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with this character


@command.command()
@_paths
@click.option("--check", "only_check", is_flag=True, help="Write nothing; an outdated template is a finding.")
@_format
def extract(paths: tuple[str, ...], *, only_check: bool, format_: str) -> int:
    """Write the template of each map, shop.pot: all texts that people read."""
    findings: list[Diagnostic] = []
    for map_ in _maps(paths, findings):
        path, wanted = map_.shelf.template(), messages(map_.model)
        content = written(completed(Catalogue(messages=wanted), ""))
        if only_check:
            findings.extend(_outdated(map_, content))
        elif wanted:
            changed = host().write(path, content)
            _tell(f"{map_.shelf.shown(path)}: {len(wanted)} texts{'' if changed else ', unchanged'}")
    return host().report(findings, format_)


def _outdated(map_: _Map, content: str) -> Iterator[Diagnostic]:
    """Whether the template is another one than it should be."""
    path = map_.shelf.template()
    if path.is_file() and path.read_bytes() != content.encode():
        words = f"{map_.shelf.shown(path)} does not have the texts of {map_.shelf.name}"
        yield OUTDATED_TEMPLATE.at(None, words, help=f"write it anew with `journeyql l10n extract {map_.shelf.name}`")


@command.command()
@_paths
@_languages
@_format
def update(paths: tuple[str, ...], *, languages: tuple[str, ...], format_: str) -> int:
    """Bring catalogues up to date with their maps, and begin those that are wanted.

    Without -l these are all that exist, and the languages of markets, personas and the configuration.

    A translation stays with its text wherever that moves to. Where a text has changed, its translation is kept and
    marked fuzzy; where a text is gone, it stays at the end of the file.
    """
    findings: list[Diagnostic] = []
    for map_ in _maps(paths, findings):
        for language in languages or sorted({*map_.there(), *map_.wanted(host().options)}):
            findings.extend(_updated(map_, language))
    return host().report(findings, format_)


def _updated(map_: _Map, language: str) -> tuple[Diagnostic, ...]:
    """Bring one catalogue up to date; a file that is not understood is left as it is."""
    path, read, wanted = map_.shelf.catalogue(language), map_.shelf.read(language), messages(map_.model)
    name = map_.shelf.shown(path)
    if read is not None and read.problems:
        _tell(f"{name} is left as it is")
        return read.problems
    old = read.catalogue if read is not None else Catalogue()
    result = merged(wanted, old.messages)
    if result.messages:
        changed = host().write(path, written(completed(attrs.evolve(old, messages=result.messages), language)))
        _tell(f"{name}: {_counted(result, len(wanted))}{'' if changed else '; unchanged'}")
    return ()


def _counted(result: Merged, texts: int) -> str:
    """What a merge came to, in words."""
    told = (
        (result.new, "without translation"),
        (result.moved, "moved"),
        (result.doubtful, "to be looked at"),
        (result.obsolete, "no longer there"),
    )
    return ", ".join((f"{texts} texts", *(f"{count} {words}" for count, words in told if count)))


@command.command()
@_paths
@_languages
@click.option(
    "--min-coverage", type=click.FloatRange(0, 100), metavar="PERCENT", help="Fewer translations are an error."
)
@_format
def check(paths: tuple[str, ...], *, languages: tuple[str, ...], min_coverage: float | None, format_: str) -> int:
    """Say which translations are missing, out of date or wrong."""
    options: Options = host().options
    least = options.min_coverage if min_coverage is None else min_coverage
    findings: list[Diagnostic] = []
    for map_ in _maps(paths, findings):
        findings.extend(checks.unstable(map_.model))
        wanted = dict.fromkeys(languages) if languages else map_.wanted(options)
        findings.extend(checks.missing(wanted, map_.there(), map_.shelf.name))
        for language in languages or map_.shelf.languages():
            findings.extend(_checked(map_, language, least))
    return host().report(findings, format_)


def _checked(map_: _Map, language: str, least: float) -> Iterator[Diagnostic]:
    """What is wrong with one catalogue."""
    read = map_.shelf.read(language)
    if read is not None:
        yield from checks.tags(read, language)
        yield from read.problems
        yield from checks.coverage(map_.model, read, language, least)


def _maps(paths: Iterable[str], findings: list[Diagnostic]) -> Iterator[_Map]:
    """The maps that can be read as a whole; of others only the errors are told."""
    for file in host().files(paths):
        errors = [finding for finding in file.diagnostics if finding.severity is Severity.ERROR]
        findings.extend(errors)
        if file.path is None:
            message = "standard input has no place for catalogues beside it; name a file"
            raise click.UsageError(message)
        if file.model is None or errors or not file.model.complete:
            _tell(f"{file.name} is left out because of its errors")
        else:
            yield _Map(file.model, Shelf(file.path, file.name), checks.written_in(file.model, file.language))


def _tell(words: str) -> None:
    click.echo(visible(words), err=True)
