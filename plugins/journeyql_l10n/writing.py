"""Writes catalogues as PO files: the same bytes for the same messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from journeyql_l10n.catalogue import Catalogue, Message

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b"}
_ESCAPES.update({"\f": "\\f", "\v": "\\v"})
_SPECIAL: Final = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


def written(catalogue: Catalogue) -> str:
    """The text of a PO file: the header, the messages in their order, and at the end those that are obsolete."""
    active = [message for message in catalogue.messages if not message.obsolete]
    obsolete = [message for message in catalogue.messages if message.obsolete]
    header = [catalogue.header] if catalogue.header else []
    blocks = ["".join(_lines(message)) for message in (*header, *active, *obsolete)]
    if catalogue.tail:
        blocks.append("".join(f"{line}\n" for line in catalogue.tail))
    return "\n".join(blocks)


def _lines(message: Message) -> Iterator[str]:
    for remark in message.remarks:
        yield f"# {remark}\n" if remark else "#\n"
    for note in message.notes:
        yield f"#. {note}\n"
    for reference in message.references:
        yield f"#: {reference}\n"
    if message.flags:
        yield f"#, {', '.join(message.flags)}\n"
    for line in message.kept:
        yield f"{line}\n"
    mark = "#~" if message.obsolete else "#"
    for word, text in (("msgctxt", message.previous_key), ("msgid", message.previous)):
        if text:
            yield from _text(f"{mark}| ", word, text)
    mark = "#~ " if message.obsolete else ""
    if message.key:
        yield from _text(mark, "msgctxt", message.key)
    yield from _text(mark, "msgid", message.text)
    yield from _text(mark, "msgstr", message.translation)


def _text(mark: str, word: str, text: str) -> Iterator[str]:
    """A keyword and its text; a text of several lines stands on as many, below the keyword."""
    lines = _LINES.findall(text)
    if len(lines) <= 1:
        yield f'{mark}{word} "{escaped(text)}"\n'
        return
    yield f'{mark}{word} ""\n'
    for line in lines:
        yield f'{mark}"{escaped(line)}"\n'


def escaped(text: str) -> str:
    r"""A text as it stands between quotation marks.

    >>> escaped('say "no"\n')
    'say \\"no\\"\\n'
    """
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code > 0x7F:  # noqa: PLR2004 - half a character, which no file can hold
        return "\N{REPLACEMENT CHARACTER}"
    return _ESCAPES.get(found[0]) or f"\\{code:03o}"
