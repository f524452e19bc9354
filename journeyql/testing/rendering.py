"""Draws texts with a renderer, and compares what it writes with snapshots."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Unpack

import attrs

from journeyql.engine import render as engine
from journeyql.engine.errors import ConfigError
from journeyql.engine.render import Drawing
from journeyql.engine.rules import DEFECTS
from journeyql.engine.write import NotWritten, Writer
from journeyql.plugin.origin import Offered, Origin
from journeyql.plugin.types import Renderer
from journeyql.plugin.work import OutputFile, RenderResult
from journeyql.spelling import did_you_mean
from journeyql.testing.checking import NO_FILES, Settings, Setup, Text, block

#: `1`: snapshots are written anew instead of compared.
REFRESH: Final = "JOURNEYQL_REFRESH"
NO_VALUES: Final[Mapping[str, object]] = {}
#: How the files of a drawing are called, without their ending.
STEM: Final = "map"
_MOST_LINES: Final = 60


def render(
    renderer: Renderer | str,
    source: str,
    *,
    files: Mapping[str, str | bytes] = NO_FILES,
    renderer_options: Mapping[str, object] = NO_VALUES,
    **settings: Unpack[Settings],
) -> RenderResult:
    """What a renderer makes of a text, with the facts and findings of the plugins of the `Settings`.

    `renderer` is the registration, or the name of one that a plugin offers; its options are those of the configuration.
    A renderer that fails, or returns what may not be written, raises an AssertionError.
    """
    __tracebackhide__ = True
    drawer = Drawer.of(renderer, renderer_options, **settings)
    return drawer.draw(Text(block(source), files))


def assert_renders(
    renderer: Renderer | str,
    source: str,
    snapshot: Path,
    *,
    files: Mapping[str, str | bytes] = NO_FILES,
    renderer_options: Mapping[str, object] = NO_VALUES,
    **settings: Unpack[Settings],
) -> None:
    """Check that a renderer makes of a text what was kept: `snapshot` is the main file, others stand beside it.

    With `JOURNEYQL_REFRESH=1` in the environment the files are written anew: look at what changed before you keep it.
    """
    __tracebackhide__ = True
    drawer = Drawer.of(renderer, renderer_options, **settings)
    drawn = drawer.draw(Text(block(source), files), snapshot.stem)
    problems = list(_differences(drawn, snapshot, refresh=bool(os.environ.get(REFRESH))))
    if problems:
        raise AssertionError("\n\n".join((*problems, f"{REFRESH}=1 keeps what is drawn now; look at what changed")))


@attrs.frozen(eq=False, repr=False)
class Drawer:
    """A renderer that is ready to draw, among the plugins of some settings."""

    setup: Setup
    drawing: Drawing

    @classmethod
    def of(
        cls, renderer: Renderer | str, renderer_options: Mapping[str, object] = NO_VALUES, **settings: Unpack[Settings]
    ) -> Drawer:
        """A renderer made ready; a ValueError says why it cannot be."""
        setup = Setup.of(**settings)
        try:
            drawing = engine.ready(_offered(renderer, setup), dict(renderer_options), "renderer_options")
        except ConfigError as error:
            raise ValueError(str(error)) from error
        if not isinstance(drawing, Drawing):
            raise ValueError(drawing.message)  # noqa: TRY004 - the renderer cannot be used, of whatever type this is
        return cls(setup, drawing)

    @property
    def renderer(self) -> Renderer:
        """The registration."""
        return self.drawing.offer.item

    def draw(self, text: Text, stem: str = STEM) -> RenderResult:
        """What the renderer makes of a text; an AssertionError when it fails."""
        __tracebackhide__ = True
        looked = self.setup.look(text)
        if looked.model is None:
            message = f"there is nothing to draw:\n{self.setup.check(text)}"
            raise AssertionError(message)
        drawn = self.setup.session.draw(looked, self.drawing, stem)
        failed = [finding.message for finding in drawn.diagnostics if finding.rule in DEFECTS]
        if failed:
            raise AssertionError("\n".join(failed))
        return RenderResult(files=drawn.files, diagnostics=drawn.diagnostics)


def _offered(renderer: Renderer | str, setup: Setup) -> Offered[Renderer]:
    offers = {offer.item.name: offer for offer in setup.session.plugins.renderers}
    if isinstance(renderer, Renderer):
        known = offers.get(renderer.name)
        return known if known is not None and known.item is renderer else Offered(renderer, Origin("given"))
    if renderer in offers:
        return offers[renderer]
    question = did_you_mean(renderer, offers) or f"known: {', '.join(sorted(offers)) or 'none'}"
    message = f"no plugin that is given offers the renderer `{renderer}`; {question}"
    raise ValueError(message)


def _differences(drawn: RenderResult, snapshot: Path, *, refresh: bool) -> Iterator[str]:
    """What differs between files and their snapshots."""
    if not drawn.files:
        yield f"nothing was drawn: {'; '.join(finding.message for finding in drawn.diagnostics) or 'no file'}"
    elif drawn.files[0].path != snapshot.name:
        yield f"the main file is called {drawn.files[0].path}, the snapshot {snapshot.name}; give them one ending"
    else:
        for file in drawn.files:
            yield from _difference(file, snapshot.parent / file.path, refresh=refresh)


def _difference(file: OutputFile, path: Path, *, refresh: bool) -> Iterator[str]:
    data = file.content if isinstance(file.content, bytes) else file.content.encode("utf-8", "backslashreplace")
    if refresh:
        outcome = Writer().write(path, data)
        if isinstance(outcome, NotWritten):
            yield f"{outcome.path} was not written: {outcome.reason}"
    elif not path.is_file():
        yield f"there is no snapshot {path.as_posix()} yet"
    elif isinstance(file.content, bytes):
        if path.read_bytes() != data:
            yield f"{path.as_posix()} holds other bytes than those that are drawn"
    elif path.read_text("utf-8") != data.decode("utf-8").replace("\r\n", "\n"):
        yield _diff(path.read_text("utf-8"), file.content, path.as_posix())


def _diff(kept: str, drawn: str, name: str) -> str:
    lines = list(difflib.unified_diff(kept.splitlines(), drawn.splitlines(), name, "what is drawn", lineterm="", n=2))
    more = [f"… and {len(lines) - _MOST_LINES} more lines"] if len(lines) > _MOST_LINES else []
    return "\n".join((*lines[:_MOST_LINES], *more))
