"""Rebuild a foreign picture, such as a graph engine draws, from the closed list of what pictures may hold."""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

import attrs

from journeyql.render.svg import Element, SvgError, name_prefix, number, render_root
from journeyql.render.svg_rules import (
    ELEMENTS,
    REFERENCES,
    SVG_NAMESPACE,
    XLINK_NAMESPACE,
    XML_NAMESPACE,
    allowed_value,
)

#: Largest picture read, in characters, and deepest nesting.
MOST_CHARACTERS: Final = 20_000_000
MOST_DEPTH: Final = 64

#: Elements whose text is kept, with that of the elements inside.
_SHOWN: Final = frozenset({"text", "title", "desc"})
#: Units of the root's size -> px; not every reader of pictures knows them (resvg refuses `pt`).
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_QUALIFIED: Final = {f"{XLINK_NAMESPACE} href": "href", f"{XML_NAMESPACE} space": "xml:space"}


def sanitize(svg_text: str, *, name: str, title: str = "", description: str = "", lang: str = "") -> str:
    """A foreign SVG picture with nothing in it that scripts, styles, loads or copies, and with ids of our own.

    Elements and attributes outside the closed list of `journeyql.render.svg_rules` are dropped with all they hold, so
    are comments, processing instructions and foreign namespaces; ids get the prefix of `name` and `g-`; the size is
    written in px. With a `title` the picture gets `role="img"`, that title and the `description`; `lang` is a language
    tag. The same text gives the same result. Raises `SvgError` when the text is no well-formed SVG, declares
    entities, or exceeds the limits above.

    >>> foreign = '<svg xmlns="http://www.w3.org/2000/svg"><script>f()</script><a href="javascript:f()"/></svg>'
    >>> print(sanitize(foreign, name="x"), end="")
    <svg xmlns="http://www.w3.org/2000/svg">
    <a/>
    </svg>
    """
    if len(svg_text) > MOST_CHARACTERS:
        message = f"the picture has {len(svg_text):,} characters; at most {MOST_CHARACTERS:,} are read"
        raise SvgError(message)
    root = _Builder(f"{name_prefix(name)}g-").build(svg_text)
    return render_root(_described(root, name_prefix(name), title, description, lang))


def _described(root: Element, prefix: str, title: str, description: str, lang: str) -> Element:
    """The root with a title, a description and a language, those of the foreign picture replaced."""
    own = {"lang": lang} if lang else {}
    texts: tuple[Element, ...] = ()
    if title:
        own |= {"role": "img", "aria-labelledby": f"{prefix}t {prefix}d"}
        texts = (
            Element("title", (("id", f"{prefix}t"),), (title,)),
            Element("desc", (("id", f"{prefix}d"),), (description,)),
        )
    kept = tuple((key, _in_pixels(key, value)) for key, value in root.attributes if key not in own)
    children = (child for child in root.children if not (title and _is_description(child)))
    return Element(root.name, (*kept, *own.items()), (*texts, *children))


def _in_pixels(attribute: str, value: str) -> str:
    """The size of the root without a unit, in px; other values as they are."""
    factor = _PIXELS.get(value[-2:]) if attribute in ("width", "height") else None
    return value if factor is None else number(float(value[:-2]) * factor)


def _is_description(child: Element | str) -> bool:
    """Whether a child of the root describes the whole picture."""
    return isinstance(child, Element) and child.name in ("title", "desc")


@attrs.define(eq=False, repr=False)
class _Open:
    """An element whose end has not been read; without a name it and all inside are dropped."""

    name: str | None
    attributes: tuple[tuple[str, str], ...]
    shown: bool
    children: list[Element | str] = attrs.field(factory=list)


@attrs.define(eq=False, repr=False)
class _Builder:
    """Reads a picture and keeps what is allowed; `prefix` goes before foreign ids."""

    prefix: str
    stack: list[_Open] = attrs.field(factory=list)
    root: Element | None = None

    def build(self, svg_text: str) -> Element:
        """The root element of a picture."""
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = _doctype
        parser.SkippedEntityHandler = _entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(svg_text.encode(), True)
        except (expat.ExpatError, UnicodeEncodeError) as error:
            message = f"this is no well-formed SVG: {error}"
            raise SvgError(message) from error
        if self.root is None:
            message = "this is no SVG: its outermost element is not <svg> of the SVG namespace"
            raise SvgError(message)
        return self.root

    def _start(self, qualified: str, attributes: list[str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        parent = self.stack[-1] if self.stack else None
        allowed = namespace == SVG_NAMESPACE and (name in ELEMENTS if parent else name == "svg")
        if len(self.stack) >= MOST_DEPTH:
            message = f"the picture is nested deeper than {MOST_DEPTH} levels"
            raise SvgError(message)
        if not allowed or (parent and parent.name is None):
            self.stack.append(_Open(None, (), shown=False))
            return
        shown = name in _SHOWN or (parent is not None and parent.shown)
        self.stack.append(_Open(name, self._attributes(name, attributes), shown=shown))

    def _attributes(self, element: str, flat: list[str]) -> tuple[tuple[str, str], ...]:
        """The allowed attributes out of a flat list of names and values."""
        given = ((_QUALIFIED.get(key, key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))
        checked = {key: allowed_value(element, key, value) for key, value in given}
        return tuple((key, self._prefixed(key, value)) for key, value in checked.items() if value is not None)

    def _prefixed(self, attribute: str, value: str) -> str:
        """A value whose ids, and references to ids, have the prefix of foreign ids."""
        if attribute == "id" or attribute in REFERENCES:
            return " ".join(self.prefix + one for one in value.split())
        if attribute == "href" and value.startswith("#"):
            return f"#{self.prefix}{value[1:]}"
        return value.replace("url(#", f"url(#{self.prefix}") if value.startswith("url(#") else value

    def _end(self, _qualified: str) -> None:
        done = self.stack.pop()
        if done.name is None:
            return
        built = Element(done.name, done.attributes, tuple(done.children))
        if self.stack:
            self.stack[-1].children.append(built)
        else:
            self.root = built

    def _text(self, text: str) -> None:
        if self.stack and self.stack[-1].shown:
            self.stack[-1].children.append(text)


def _doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
    """A document type may be named, as Graphviz does, but may not declare anything."""
    if has_internal_subset:
        message = "the picture declares entities or other markup in its DOCTYPE, which is refused"
        raise SvgError(message)


def _entity(name: str, _is_parameter: int) -> None:
    message = f"the picture uses the undeclared entity &{name};"
    raise SvgError(message)
