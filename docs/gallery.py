"""Draws contact sheets of all examples, to be looked at: `python docs/gallery.py`; it needs the extras of the tests.

The dots depend on the fonts of the machine, so no test compares them.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from journeyql.cli.ending import run

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"
EXAMPLES = (
    *("coffee", "repair", "repair.cn", "car-insurance", "employee-benefits", "rail-europe", "property-repair"),
    *("shop-eu", "convenience-store/parcel", "convenience-store/parcel.jp", "reference"),
)
#: A sheet for each: the options of `compile` that its maps are drawn with.
SHEETS = {
    "map": (),
    "map-dark": ("--theme", "dark"),
    "map-high-contrast": ("--theme", "high-contrast"),
    "map-print": ("--theme", "print"),
    "map-corporate": ("--theme", "corporate"),
    "mirrored": ("--locale", "ar"),
    "time": ("--axis", "time"),
    "blueprint": ("--layout", "blueprint"),
    "curve": ("--layout", "curve"),
    "executive": ("--layout", "executive"),
}
_WIDTH, _GAP, _CAPTION, _ACROSS = 800, 24, 30, 2
_BACKGROUND, _INK = "#c9ced6", "#17202b"


def tiles(options: Iterable[str], folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """All examples, drawn with some options, each as wide as a column."""
    for name in EXAMPLES:
        map_, out = ROOT / "examples" / f"{name}.journey", folder / name
        command = ["compile", str(map_), "-t", "png", "--zoom", "1", *options, "-o", f"{out}/"]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run(command)
        for path in sorted(out.glob("*.png")):
            with Image.open(path) as picture:
                wide = min(_WIDTH, picture.width)
                yield (
                    path.name.replace(".zoom-1", ""),
                    picture.convert("RGB").resize((wide, picture.height * wide // picture.width)),
                )


def sheet(shown: list[tuple[str, Image.Image]]) -> Image.Image:
    """The tiles below each other, each in the column that is shorter so far."""
    bottoms, places = [_GAP] * _ACROSS, []
    for _, tile in shown:
        column = bottoms.index(min(bottoms))
        places.append((_GAP + column * (_WIDTH + _GAP), bottoms[column]))
        bottoms[column] += _CAPTION + tile.height + _GAP
    made = Image.new("RGB", (_GAP + _ACROSS * (_WIDTH + _GAP), max(bottoms)), _BACKGROUND)
    pen, font = ImageDraw.Draw(made), ImageFont.load_default(18)
    for (name, tile), (left, top) in zip(shown, places, strict=True):
        pen.text((left, top), name, _INK, font)
        made.paste(tile, (left, top + _CAPTION))
    return made


def main() -> None:
    """Write every sheet, or those that are named."""
    for name in sys.argv[1:] or SHEETS:
        with tempfile.TemporaryDirectory() as folder:
            made = sheet(list(tiles(SHEETS[name], Path(folder))))
        made.quantize(256, dither=Image.Dither.NONE).save(GALLERY / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
