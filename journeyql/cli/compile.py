"""The command `compile`: draws maps with a renderer and writes the files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import attrs
import click

from journeyql.cli import streams
from journeyql.cli.choice import offered
from journeyql.cli.options import plugin_options, report_options, view_options
from journeyql.cli.renderer_options import RendererCommand, given
from journeyql.cli.runs import Run, options, to_stderr
from journeyql.cli.state import State, state_of
from journeyql.diagnostics import Diagnostic, visible
from journeyql.engine import render
from journeyql.engine.looks import DEFAULT_THEME
from journeyql.engine.options import Wrong, overridden
from journeyql.engine.outputs import Target, escapes, option_word, option_words
from journeyql.engine.render import Drawing
from journeyql.engine.rules import EMPTY_FILE, NOT_WRITTEN
from journeyql.engine.session import Checked
from journeyql.engine.write import NotWritten, Writer
from journeyql.plugin.work import OutputFile

DEFAULT = "map"
#: Up to this many written files are named one by one.
_NAMED = 20


@click.command("compile", cls=RendererCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-t", "--to", default=DEFAULT, show_default=True, metavar="RENDERER", help="What to draw.")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="PATH",
    help="A file, a folder/, or - for standard output; see above for names.",
)
@click.option("--strict", is_flag=True, help="Write nothing for a file whose findings reach --fail-on.")
@click.option("--theme", default="", metavar="NAME", help="The colours of pictures: light, dark, or a plugin's.")
@view_options
@report_options
@plugin_options
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    to: str,
    output: str,
    *,
    strict: bool,
    **arguments: Any,
) -> int:
    """Draw maps: each with a renderer, beside its file or where you say.

    A PATH is a file, a folder or `-` for standard input; none means the configured ones or the current folder.

    Unless -o names a file, a drawing is called like its map, and says what was asked for, where it is not what the
    configuration says anyway:

    \b
      shop.svg             shop.journey
      shop.market-DE.svg   with --market DE
      shop.locale-de.svg   with --locale de
      shop.persona-mei.state-future.svg
                           with --persona mei --state future
      shop.theme-dark.layout-curve.svg
                           with --theme dark --layout curve
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with this character
    state = state_of(context)
    known = (offer.item.name for offer in state.plugins.renderers)
    name = offered(state.plugins, "renderer", to, known, "-t")
    run = Run.start(state, *options(arguments), arguments["theme"])
    drawing, words = _drawing(state, name, given(context))
    if isinstance(drawing, Diagnostic):
        run.tally.add([drawing])
        return run.report(sys.stderr, to_stderr)
    words = (*_theme_word(arguments["theme"], state), *words)
    work = _Compilation(run, drawing, _target(output, paths, drawing), words, strict=strict)
    for checked, failing in run.files(paths):
        work.draw(checked, failing)
    quiet = arguments["format_"] != "text"
    work.tell(quiet=quiet)
    if not quiet and work.without == run.tally.files and not run.tally.total:
        return run.tally.code  # that there is nothing to draw is all there is to say
    return run.report(sys.stderr, to_stderr)


def _drawing(state: State, name: str, asked: dict[str, object]) -> tuple[Drawing | Diagnostic, tuple[str, ...]]:
    """The renderer with its options, and what the names of files say of those that are asked for."""
    offer = next(offer for offer in state.plugins.renderers if offer.item.name == name)
    values = state.config.renderers.get(name, {})
    ready = render.ready(offer, dict(values), state.config.file)
    if not asked or isinstance(ready, Diagnostic):
        return ready, ()
    options = overridden(offer.item.options, values, asked)
    if isinstance(options, Wrong):
        raise click.UsageError("\n".join(options.problems))
    return attrs.evolve(ready, options=options), option_words(asked, options, ready.options)


def _theme_word(theme: str, state: State) -> tuple[str, ...]:
    """What the names of files say of the theme that is asked for."""
    return () if theme in {"", state.config.theme or DEFAULT_THEME} else (option_word("theme", theme),)


def _target(output: str, paths: tuple[str, ...], drawing: Drawing) -> Target:
    target = Target("-" if not output and paths == ("-",) else output)
    several = len(paths) != 1 or Path(paths[0]).is_dir()
    if several and (target.file or target.stdout):
        where = "standard output" if target.stdout else f"the file `{output}`"
        message = f"-o: several maps cannot go into {where}; compile one file, or name a folder with a slash at its end: -o DIR/"
        raise click.ClickException(message)
    renderer = drawing.offer.item
    if problem := target.problem(renderer.name, renderer.suffix):
        message = f"-o: {problem}"
        raise click.ClickException(message)
    return target


@attrs.define(eq=False, repr=False)
class _Compilation:
    """The drawing of many files: what has been written where."""

    run: Run
    drawing: Drawing
    target: Target
    words: tuple[str, ...]
    strict: bool = attrs.field(kw_only=True)
    writer: Writer = attrs.field(factory=Writer)
    taken: dict[str, str] = attrs.field(factory=dict)
    lines: list[str] = attrs.field(factory=list)
    written: int = 0
    unchanged: int = 0
    without: int = 0

    def draw(self, checked: Checked, failing: int) -> None:
        """Draw one file and write what comes of it."""
        if self.strict and failing:
            self._note(f"{checked.input.name} is not drawn, because of its findings (--strict)")
            return
        if any(finding.rule is EMPTY_FILE for finding in checked.diagnostics):
            return  # which is said already
        stem = self.target.stem(checked.input, self.run.session.asked, self.words)
        rendered = self.run.session.draw(checked, self.drawing, stem)
        self.run.tally.add(rendered.diagnostics)
        if checked.model is not None and not rendered.files and not rendered.diagnostics:
            self._note(f"{checked.input.name} has nothing to draw with `{self.drawing.offer.item.name}`")
            self.without += 1
        if self.target.stdout:
            self._print(checked.input.name, rendered.files)
            return
        for path, file in self.target.places(checked.input, rendered.files):
            self._write(path, file, checked)

    def _print(self, name: str, files: tuple[OutputFile, ...]) -> None:
        if len(files) > 1:
            words = (
                f"{name} is drawn to {len(files)} files, and one alone can go to standard output; nothing is printed"
            )
            self.run.tally.add([NOT_WRITTEN.at(None, words, help="name a folder with `-o DIR/`")])
            return
        for file in files:
            streams.write_bytes(_bytes(file))

    def _write(self, path: Path, file: OutputFile, checked: Checked) -> None:
        problem = self._refusal(path, checked)
        outcome = NotWritten(path.as_posix(), problem) if problem else self.writer.write(path, _bytes(file))
        if isinstance(outcome, NotWritten):
            words = f"{outcome.path} was not written: {outcome.reason}"
            self.run.tally.add([NOT_WRITTEN.at(None, words, help="what stood there before is unchanged")])
            return
        self.written += outcome
        self.unchanged += not outcome
        self._note(f"{path.as_posix()} {'written' if outcome else 'is unchanged'}")

    def _refusal(self, path: Path, checked: Checked) -> str:
        """Why a path may not be written to, or nothing."""
        key = path.absolute().as_posix().casefold()
        first = self.taken.setdefault(key, checked.input.name)
        if first != checked.input.name:
            return f"{first} is drawn to the same file; choose another folder with `-o DIR/`"
        if path.suffix == ".journey":
            return "it would replace a map's own text; choose another name with `-o`"
        if self.target.folder and escapes(path, Path(self.target.text)):
            return "a link on the way leads out of the output folder"
        return ""

    def _note(self, line: str) -> None:
        if len(self.lines) <= _NAMED:
            self.lines.append(line)

    def tell(self, *, quiet: bool) -> None:
        """Say on standard error what has been written."""
        if quiet:
            return
        if len(self.lines) > _NAMED:
            self.lines = [f"{self.written} files written, {self.unchanged} unchanged"]
        for line in self.lines:
            streams.tell(visible(line))


def _bytes(file: OutputFile) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode("utf-8", "backslashreplace")
