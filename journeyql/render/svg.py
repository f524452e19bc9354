"""Write pictures as SVG: text is escaped, names and values are checked against a closed list, bytes are stable."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

import attrs

from journeyql.render.escape import plain, xml
from journeyql.render.svg_rules import ATTRIBUTES, ELEMENTS, LENGTHS, SVG_NAMESPACE, TEXT_ELEMENTS, allowed_value
from journeyql.render.typography import text_direction

#: What an attribute may be given as: a text, or a number, which is written by `number`.
Value: TypeAlias = "str | float"

_PREFIX: Final = "jq-"
_LARGE: Final = 1e9
#: RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9, 2.4): between them a line is set from right to left. They are
#: not asked of `direction`, which resvg and typst do not know, and with which `text-anchor` means the other ends.
ISOLATES: Final = ("\u2067", "\u2069")
#: What pictures made of dots begin with (PNG, third edition, 5.2; ITU-T T.81, B.1.1.3).
_BITMAPS: Final = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9]+")


class SvgError(ValueError):
    """A picture that may not be written or read: a wrong name or value, or no SVG at all."""


@attrs.frozen(eq=False, repr=False)
class Element:
    """An element of a picture: its name, its attributes in order, and its texts and elements inside.

    Its texts are set `from_right` to left where that is so: each is put between the marks of `ISOLATES`.
    Make one with `element`, which checks names and values.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | str, ...] = ()
    from_right: bool = False


def element(name: str, /, *children: Element | str, **attributes: Value | None) -> Element:
    """An element of the closed list with checked attributes; `_` in a keyword stands for `-`, None leaves one out.

    Raises `SvgError` for a name or value that is not on the list (see `journeyql.render.svg_rules`).

    >>> render(element("rect", x=1.005, y=-0.001, fill="#fff", stroke_width=2))
    '<rect x="1" y="0" fill="#fff" stroke-width="2"/>'
    """
    if name not in ELEMENTS:
        message = f"<{name}> is not an element that pictures may hold"
        raise SvgError(message)
    if name not in TEXT_ELEMENTS and any(isinstance(child, str) for child in children):
        message = f"<{name}> can not hold a text; put it into <text>"
        raise SvgError(message)
    return Element(name, tuple(_attributes(name, attributes)), children)


def bitmap(media_type: str, content: bytes, /, **attributes: Value | None) -> Element:
    """A picture made of dots inside of a picture, its bytes included: PNG or JPEG, and nothing that loads or runs.

    Where it is to be drawn is said by `x`, `y`, `width`, `height` and other attributes, as for `element`.

    >>> bitmap("image/gif", b"GIF89a")
    Traceback (most recent call last):
    journeyql.render.svg.SvgError: no bytes of a picture that may be shown: image/gif
    """
    if media_type not in _BITMAPS or not content.startswith(_BITMAPS[media_type]):
        message = f"no bytes of a picture that may be shown: {media_type}"
        raise SvgError(message)
    from binascii import b2a_base64  # few pictures have any

    link = f"data:{media_type};base64,{b2a_base64(content, newline=False).decode('ascii')}"
    return Element("image", (*_attributes("image", attributes), ("href", link)))


def _attributes(name: str, given: Mapping[str, Value | None]) -> Iterator[tuple[str, str]]:
    """The attributes that have a value, checked."""
    for keyword, value in given.items():
        if value is not None:
            attribute = _attribute_name(keyword)
            yield attribute, _checked(name, attribute, value)


@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """A coordinate with at most two decimals, without a trailing zero or a negative zero.

    >>> number(12.0), number(0.125), number(-0.001), number(1 / 3)
    ('12', '0.12', '0', '0.33')
    """
    if not math.isfinite(value):
        message = f"a coordinate must be a finite number, not {value}"
        raise SvgError(message)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name_prefix(name: str) -> str:
    """The prefix of all ids of a picture, from the id of its journey: `jq-<name>-`.

    Characters other than ASCII letters and digits are spelled by their code, so that two names never share a prefix.

    >>> name_prefix("repair"), name_prefix("my tap"), name_prefix("报修")
    ('jq-repair-', 'jq-my_20tap-', 'jq-_62a5_4fee-')
    """
    spelled = _NOT_IN_NAMES.sub(lambda match: "".join(f"_{ord(character):x}" for character in match[0]), name)
    return f"{_PREFIX}{spelled}-"


def text_lines(
    lines: Iterable[str], /, *, x: float, y: float, line_height: float, **attributes: Value | None
) -> Element:
    """Several lines as one `<text>`: the first on the baseline `y`, each further one `line_height` px below.

    All have the direction of the first letter that has one. `text-anchor` means the same ends in either.

    >>> render(text_lines(["Waits", "at home"], x=8, y=20, line_height=17.5, font_size=13))
    '<text x="8" y="20" font-size="13">Waits<tspan x="8" y="37.5">at home</tspan></text>'
    """
    first, *others = written = list(lines) or [""]
    right = text_direction("\n".join(written)) == "rtl"
    spans = (element("tspan", line, x=x, y=y + line_height * index) for index, line in enumerate(others, start=1))
    turned = (attrs.evolve(span, from_right=right) for span in spans)
    return attrs.evolve(element("text", first, *turned, x=x, y=y, **attributes), from_right=right)


def document(  # noqa: PLR0913 -- what every picture needs, by keyword
    *children: Element,
    name: str,
    title: str,
    description: str,
    width: float,
    height: float,
    lang: str,
    font_family: str,
    direction: str = "ltr",
    scale: float = 1.0,
) -> str:
    """A whole picture as text: size in px, role, title and description for screen readers, language and fonts.

    It is shown `scale` times as large as `width` and `height` say. `name` is the id of what is drawn, for the prefix of ids (see `name_prefix`). Ends with a line feed.

    >>> picture = document(name="a", title="A", description="B", width=10, height=5, lang="en", font_family="Arial")
    >>> print(picture.splitlines()[1])
    <title id="jq-a-t">A</title>
    """
    prefix = name_prefix(name)
    view = f"0 0 {number(width)} {number(height)}"
    title_id, description_id = f"{prefix}t", f"{prefix}d"
    root = element(
        "svg",
        element("title", title, id=title_id),
        element("desc", description, id=description_id),
        *children,
        width=width * scale,
        height=height * scale,
        viewBox=view,
        role="img",
        aria_labelledby=f"{title_id} {description_id}",
        lang=lang,
        direction=None if direction == "ltr" else direction,
        font_family=font_family,
    )
    return render_root(root)


def render_root(root: Element) -> str:
    """A root element as the text of a file, with its namespace."""
    declared = attrs.evolve(root, attributes=(("xmlns", SVG_NAMESPACE), *root.attributes))
    return render(declared) + "\n"


def render(item: Element | str) -> str:
    """An element or text as SVG, one element a line except inside texts."""
    if isinstance(item, str):
        return xml(item)
    attributes = "".join([f' {name}="{_quoted(value)}"' for name, value in item.attributes])
    if not item.children:
        return f"<{item.name}{attributes}/>"
    between = "" if item.name in TEXT_ELEMENTS else "\n"
    inside = between.join([_child(child, from_right=item.from_right) for child in item.children])
    return f"<{item.name}{attributes}>{between}{inside}{between}</{item.name}>"


def _child(child: Element | str, *, from_right: bool) -> str:
    """What stands inside of an element, a text between marks if it is set from right to left."""
    written = render(child)
    return written.join(ISOLATES) if from_right and written and isinstance(child, str) else written


_quoted: Final = lru_cache(maxsize=16_384)(xml)


@lru_cache(maxsize=256)
def _attribute_name(keyword: str) -> str:
    """The attribute that a Python keyword stands for."""
    return keyword if keyword in ATTRIBUTES else keyword.rstrip("_").replace("_", "-")


def _checked(element_name: str, attribute: str, value: Value) -> str:
    """The text of an attribute's value, or an error that says what is wrong."""
    if isinstance(value, str):
        return _checked_text(element_name, attribute, value)
    text = number(value)
    # A number of this size passes every rule for lengths, which are most of what a picture consists of.
    return text if attribute in LENGTHS and abs(value) < _LARGE else _checked_text(element_name, attribute, text)


@lru_cache(maxsize=4096)
def _checked_text(element_name: str, attribute: str, value: str) -> str:
    """The text of an attribute's value, or an error that says what is wrong; most of them come many times."""
    text = plain(value)
    allowed = allowed_value(element_name, attribute, text)
    if allowed is None:
        message = f"{attribute}={text!r} may not stand on <{element_name}>"
        raise SvgError(message)
    return allowed
