"""Calls a renderer, alone, and takes from it only files that may be written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.blame import Blame
from journeyql.engine.errors import ConfigError
from journeyql.engine.filenames import is_inside
from journeyql.engine.options import Wrong, built, faulty
from journeyql.engine.vet import Vetting, plain
from journeyql.loops import unsearched
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

    def draw(self, context: RenderContext[Any], sources: Collection[SourceFile], blame: Blame) -> Rendered:
        """The renderer's files for a context, or a finding that names what went wrong."""
        vetting = Vetting(self.offer.item.rules, sources)
        with unsearched():  # a picture is made of parts that stay until it is whole
            outcome = guarded(lambda: _taken(self.work(context), vetting))
        if isinstance(outcome, Rendered):
            return outcome
        return Rendered((), (failed(self.offer, outcome, blame),))


def failed(offer: Offered[Renderer], failure: Failure | str, blame: Blame) -> Diagnostic:
    """The finding that a renderer gave nothing."""
    return blame.failed(f"renderer `{offer.item.name}`", offer.origin, failure, "nothing was written")


def ready(offer: Offered[Renderer], values: dict[str, object], file: str) -> Drawing | Diagnostic:
    """A renderer made ready with the options that the configuration `file` gives it."""
    options = built(offer.item.options, values, f"renderers.{offer.item.name}")
    if isinstance(options, Wrong):
        if faulty(offer.item.options, values):
            raise ConfigError(tuple(f"{file}: {problem}" for problem in options.problems))
        return failed(offer, f"has unusable options: {'; '.join(options.problems)}", Blame())
    work = called(offer.item.work)
    if isinstance(work, Failure):
        return failed(offer, f"cannot be imported: {work.reason}", Blame())
    return Drawing(offer, work, options)


def _taken(result: Any, vetting: Vetting) -> Rendered | str:
    """What a renderer returned, copied, or why it cannot be used."""
    if not isinstance(result, RenderResult):
        return f"returned {one_line(type(result).__name__)}, not a RenderResult"
    if not isinstance(result.files, tuple) or not all(isinstance(file, OutputFile) for file in result.files):
        return "returned something else than a tuple of files"
    reported: object = result.diagnostics
    if not isinstance(reported, tuple):
        return "returned findings that are no tuple"
    findings = [vetting.taken(finding) for finding in reported]
    files = tuple(OutputFile(path=plain(file.path), content=plain(file.content)) for file in result.files)
    problems = (*(finding for finding in findings if isinstance(finding, str)), *_wrong_files(files))
    if problems:
        return problems[0]
    return Rendered(files, tuple(finding for finding in findings if isinstance(finding, Diagnostic)))


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
