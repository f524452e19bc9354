"""Draws file after file with one renderer, and writes what comes of it."""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from journeyql.cli import streams
from journeyql.cli.runs import Run
from journeyql.cli.state import State
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

#: Up to this many written files are named one by one.
_NAMED = 20


def ready(state: State, name: str, asked: dict[str, object]) -> tuple[Drawing | Diagnostic, tuple[str, ...]]:
    """The renderer with its options, and what the names of files say of those that are asked for."""
    offer = next(offer for offer in state.plugins.renderers if offer.item.name == name)
    values = state.config.renderers.get(name, {})
    made = render.ready(offer, dict(values), state.config.file)
    if not asked or isinstance(made, Diagnostic):
        return made, ()
    options = overridden(offer.item.options, values, asked)
    if isinstance(options, Wrong):
        raise click.UsageError("\n".join(options.problems))
    return attrs.evolve(made, options=options), option_words(asked, options, made.options)


def theme_word(theme: str, state: State) -> tuple[str, ...]:
    """What the names of files say of the theme that is asked for."""
    return () if theme in {"", state.config.theme or DEFAULT_THEME} else (option_word("theme", theme),)


def target_of(output: str, paths: tuple[str, ...], drawing: Drawing) -> Target:
    """Where the drawings go, by what `-o` says. Raises ClickException when they cannot go there."""
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
class Drawings:
    """The drawings of many files: what has been written where."""

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
