"""Catalogues of translations as values: what a PO file says."""

from __future__ import annotations

from typing import Final

import attrs

from journeyql.source import Span

FUZZY: Final = "fuzzy"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Message:
    """One text with its translation.

    `key` says where the text belongs, `text` is the source text, `translation` empty until there is one. `remarks` are
    the translators' own, `notes` and `references` come from the map. `previous` and `previous_key` are the text and the
    place that a translation was made for, when it is to be looked at again (then it is flagged `fuzzy`). `obsolete`:
    the map no longer has the text. `kept` are lines about it that other tools wrote. `spans` says where its parts
    stand in the file that it was read from.
    """

    key: str
    text: str
    translation: str = ""
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str = ""
    previous_key: str = ""
    obsolete: bool = False
    kept: tuple[str, ...] = ()
    spans: Spans | None = None

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has to look at it before it is shown."""
        return FUZZY in self.flags

    @property
    def shown(self) -> bool:
        """Whether its translation is complete and up to date."""
        return bool(self.translation) and not self.fuzzy and not self.obsolete


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spans:
    """Where the source text and the translation of a message stand."""

    text: Span
    translation: Span


@attrs.frozen(eq=False, repr=False)
class Catalogue:
    """All messages of a file; `header` is the one about the file itself, `tail` the comments behind the last one."""

    header: Message | None = None
    messages: tuple[Message, ...] = ()
    tail: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, str]:
        """The fields of the header, like `Language`."""
        said = self.header.translation if self.header else ""
        lines = (line.partition(":") for line in said.split("\n") if line)
        return {name.strip(): value.strip() for name, _, value in lines}


def header(language: str) -> Message:
    """The header of a new file; it says nothing that changes by itself.

    >>> header("de").translation.splitlines()[0]
    'Language: de'
    """
    return Message(key="", text="", translation="".join(f"{name}: {value}\n" for name, value in _fields(language)))


def _fields(language: str) -> tuple[tuple[str, str], ...]:
    """What every header has to say."""
    return (
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )


def completed(catalogue: Catalogue, language: str) -> Catalogue:
    """The catalogue with a header that says at least its language and encoding; what else it says stays."""
    if catalogue.header is None:
        return attrs.evolve(catalogue, header=header(language))
    said = catalogue.header.translation
    lacking = [(name, value) for name, value in _fields(language) if name not in catalogue.fields]
    if not lacking:
        return catalogue
    start = said if not said or said.endswith("\n") else f"{said}\n"
    more = "".join(f"{name}: {value}\n" for name, value in lacking)
    return attrs.evolve(catalogue, header=attrs.evolve(catalogue.header, translation=start + more))
