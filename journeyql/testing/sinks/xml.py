"""Looks into XML and SVG: well-formed, and nothing in it that scripts, embeds or loads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

import attrs

from journeyql.testing.hostile import MARK
from journeyql.testing.sinks import excerpt, links

_SVG: Final = "http://www.w3.org/2000/svg"
_OWN: Final = {
    *(_SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"),
}
#: Elements of SVG that script, embed, or change what they stand in.
_ACTIVE: Final = frozenset(
    *(
        [
            "script",
            "foreignObject",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "handler",
            "listener",
            "set",
            "animate",
            "animateColor",
            "animateMotion",
            "animateTransform",
            "discard",
            "feImage",
        ],
    )
)


def problems(text: str, _harmless: str) -> Iterator[str]:
    """What the text does besides showing something; no more when it is not well-formed."""
    reader = _Reader()
    try:
        reader.read(text)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        yield f"it is not well-formed: {error}; {excerpt(text, _offset(text, error))}"
    yield from reader.found


def _offset(text: str, error: Exception) -> int:
    if not isinstance(error, expat.ExpatError):
        return 0
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: error.lineno - 1]) + error.offset


@attrs.define(eq=False, repr=False)
class _Reader:
    """Reads a document and notes what should not be in it."""

    found: list[str] = attrs.field(factory=list)
    svg: bool | None = None
    inside: list[str] = attrs.field(factory=list)

    def read(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self.inside.pop()
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = lambda name, _: self.found.append(f"an entity is used, &{name};")
        parser.Parse(text.encode(), True)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        self.svg = namespace == _SVG if self.svg is None else self.svg
        self.inside.append(name)
        if MARK in name:
            self.found.append(f"words have become an element, <{name}>")
        elif self.svg and namespace not in _OWN:
            self.found.append(f"there is a foreign element, <{name}> of {namespace or 'no namespace'}")
        elif self.svg and name in _ACTIVE:
            self.found.append(f"there is an element that does something, <{name}>")
        for key, value in attributes.items():
            self.found.extend(links.attribute(key.rpartition(" ")[2], value))

    def _text(self, text: str) -> None:
        if self.inside and self.inside[-1] == "style":
            self.found.extend(links.style(text))

    def _comment(self, text: str) -> None:
        if MARK in text:
            self.found.append(f"words stand in a comment, {text!r:.60}")

    def _instruction(self, target: str, text: str) -> None:
        self.found.append(f"there is a processing instruction, <?{target} {text:.60}?>")

    def _doctype(self, name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal or MARK in name:
            self.found.append("there is a document type that declares something")
