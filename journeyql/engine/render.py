"""Calls a renderer, alone, and takes from it only files that may be written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.errors import ConfigError
from journeyql.engine.filenames import is_inside
from journeyql.engine.options import Wrong, built
from journeyql.engine.rules import PLUGIN_FAILED
from journeyql.engine.vet import Vetting, cleaned
from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.plugin.origin import Offered
from journeyql.plugin.targets import called
from journeyql.plugin.types import Renderer
from journeyql.plugin.work import OutputFile, RenderContext, RenderResult
from journeyql.source import SourceFile


@attrs.frozen(eq=False, repr=False)
class Rendered:
    """What a renderer made: files that may be written, and findings about what could not be drawn."""

    files: tuple[OutputFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Drawing:
    """A renderer that is ready: its work imported, its options built."""

    offer: Offered[Renderer]
    work: Callable[..., Any]
    options: Any

    def draw(self, context: RenderContext[Any], sources: Collection[SourceFile]) -> Rendered:
        """The renderer's files for a context, or a finding that names what went wrong."""
        outcome = guarded(lambda: self.work(context))
        if isinstance(outcome, Failure):
            return self._failed(f"failed: {outcome.reason}")
        checked = guarded(lambda: _problem(outcome, Vetting(self.offer.item.rules, sources)))
        problem = checked.reason if isinstance(checked, Failure) else checked
        if problem or not isinstance(outcome, RenderResult):
            return self._failed(problem)
        return Rendered(outcome.files, tuple(map(cleaned, outcome.diagnostics)))

    def _failed(self, words: str) -> Rendered:
        return Rendered((), (failed(self.offer, words),))


def failed(offer: Offered[Renderer], words: str) -> Diagnostic:
    """The finding that a renderer gave nothing."""
    origin = offer.origin
    return PLUGIN_FAILED.at(
        None,
        f"renderer `{offer.item.name}` of plugin {origin} {words}",
        help=f"nothing was written; `-p no:{origin.plugin}` leaves the plugin out",
    )


def ready(offer: Offered[Renderer], values: dict[str, object], file: str) -> Drawing | Diagnostic:
    """A renderer made ready with the options that the configuration `file` gives it."""
    options = built(offer.item.options, values, f"renderers.{offer.item.name}")
    if isinstance(options, Wrong):
        if values:
            raise ConfigError(tuple(f"{file}: {problem}" for problem in options.problems))
        return failed(offer, f"has unusable options: {'; '.join(options.problems)}")
    work = called(offer.item.work)
    if isinstance(work, Failure):
        return failed(offer, f"cannot be imported: {work.reason}")
    return Drawing(offer, work, options)


def _problem(result: Any, vetting: Vetting) -> str:
    """Why what a renderer returned cannot be used, or nothing."""
    if not isinstance(result, RenderResult):
        return f"returned {one_line(type(result).__name__)}, not a RenderResult"
    if not isinstance(result.files, tuple) or not all(isinstance(file, OutputFile) for file in result.files):
        return "returned something else than a tuple of files"
    findings: object = result.diagnostics
    if not isinstance(findings, tuple):
        return "returned findings that are no tuple"
    for finding in findings:
        if problem := vetting.problem(finding):
            return problem
    return next(_wrong_files(result.files), "")


def _wrong_files(files: Iterable[Any]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for file in files:
        if not isinstance(file.content, (str, bytes)):
            yield f"returned a file whose content is {one_line(type(file.content).__name__)}"
        elif not isinstance(file.path, str) or not is_inside(file.path):
            yield f"returned a file outside the output folder: {one_line(repr(file.path), 80)}"
        elif file.path.casefold() in seen:
            yield f"returned two files with one name: {seen[file.path.casefold()]} and {file.path}"
        else:
            seen[file.path.casefold()] = file.path
