"""What renderers share: measuring, wrapping, escaping, SVG, colours, words, numbers and the curve.

Names and modules are loaded when first used, so that importing the package costs nothing.

>>> from journeyql.render import escape, wrap
>>> escape.xml("<"), wrap("a b", 100, 13)
('&lt;', ('a b',))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeyql.render import escape, faces, icons, numbers, svg
    from journeyql.render.curve import Segment, path, smooth
    from journeyql.render.graphemes import calm
    from journeyql.render.guards import guard_label
    from journeyql.render.labels import Catalogue, Labels, label, spoken, word_label
    from journeyql.render.metrics import width
    from journeyql.render.pen import Pen, Style
    from journeyql.render.portrait import initials
    from journeyql.render.quantities import spelled
    from journeyql.render.sanitizer import sanitize
    from journeyql.render.svg import Element, SvgError, bitmap, document, element, name_prefix, text_lines
    from journeyql.render.theme import DARK, LIGHT, Accent, PersonaColours, StageColours, Theme, contrast
    from journeyql.render.typography import SIZES, Sizes, direction, font_family
    from journeyql.render.wrapping import hang, longest_word, wrap

__all__ = [
    "DARK",
    "LIGHT",
    "SIZES",
    "Accent",
    "Catalogue",
    "Element",
    "Labels",
    "Pen",
    "PersonaColours",
    "Segment",
    "Sizes",
    "StageColours",
    "Style",
    "SvgError",
    "Theme",
    "bitmap",
    "calm",
    "contrast",
    "direction",
    "document",
    "element",
    "escape",
    "faces",
    "font_family",
    "guard_label",
    "hang",
    "icons",
    "initials",
    "label",
    "longest_word",
    "name_prefix",
    "numbers",
    "path",
    "sanitize",
    "smooth",
    "spelled",
    "spoken",
    "svg",
    "text_lines",
    "width",
    "word_label",
    "wrap",
]

#: Module -> the public names that it holds; those of no module are modules themselves.
_HOMES: Final = {
    "curve": ("Segment", "path", "smooth"),
    "graphemes": ("calm",),
    "guards": ("guard_label",),
    "labels": ("Catalogue", "Labels", "label", "spoken", "word_label"),
    "metrics": ("width",),
    "pen": ("Pen", "Style"),
    "portrait": ("initials",),
    "quantities": ("spelled",),
    "sanitizer": ("sanitize",),
    "svg": ("Element", "SvgError", "bitmap", "document", "element", "name_prefix", "text_lines"),
    "theme": ("Accent", "DARK", "LIGHT", "PersonaColours", "StageColours", "Theme", "contrast"),
    "typography": ("SIZES", "Sizes", "direction", "font_family"),
    "wrapping": ("hang", "longest_word", "wrap"),
}


if not TYPE_CHECKING:  # so that a type checker still finds misspelt names

    def __getattr__(name: str) -> object:
        """A public name, loaded from its module."""
        if name not in __all__:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        home = next((module for module, names in _HOMES.items() if name in names), None)
        return (
            import_module(f"{__name__}.{name}") if home is None else getattr(import_module(f"{__name__}.{home}"), name)
        )


def __dir__() -> list[str]:
    """The public names."""
    return __all__
