"""Draws maps as `compile` does, all in one process: a file is read once for each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import journeyql_experience
import journeyql_graphviz
import journeyql_l10n
import journeyql_map
import journeyql_markdown
import journeyql_privacy
from journeyql.engine.inputs import Input
from journeyql.engine.session import Checked
from journeyql.testing.rendering import Drawer

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
MAPS = Path(__file__).parent / "maps"
PLUGINS = (
    journeyql_experience,
    journeyql_graphviz,
    journeyql_l10n,
    journeyql_map,
    journeyql_markdown,
    journeyql_privacy,
)
LAYOUTS = ("map", "blueprint", "curve", "executive")
THEMES = ("light", "dark", "print", "high-contrast", "corporate")
LOCALES = ("en", "de", "zh", "ar")
#: Maps that stand for all where each takes long: small and large, and of three scripts.
FEW = ("property-repair", "rail-europe", "repair", "tap")


def sources() -> list[Path]:
    """The examples with a journey of their own, and the maps of this folder."""
    found = sorted(path for path in EXAMPLES.rglob("*.journey") if path.parent.name != "shop")
    return [*found, *sorted(MAPS.glob("*.journey"))]


@cache
def drawer(renderer: str, locale: str, theme: str = "light", **options: str | int) -> Drawer:
    """A renderer that is ready."""
    return Drawer.of(renderer, options, plugins=PLUGINS, locale=locale, theme=theme)


@cache
def _read(path: Path, locale: str) -> Checked:
    item = Input(path.as_posix(), path, PurePosixPath(path.name))
    return drawer("map", locale).setup.session.check(item, analysed=False)


def drawn(path: Path, renderer: str, locale: str, theme: str = "light", **options: str | int) -> Iterator[str]:
    """The files that a renderer makes of a file, as text."""
    made = drawer(renderer, locale, theme, **options)
    result = made.setup.session.draw(_read(path, locale), made.drawing, path.stem)
    assert result.files, [finding.message for finding in result.diagnostics]
    return (str(file.content) for file in result.files)
