"""Where the files of a renderer go: beside the input, into a folder, or into one named file.

What was asked for stands in the name, each dimension and option with its word: `shop.market-DE.svg`,
`shop.locale-de.layout-curve.svg`.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from journeyql.engine.asked import Asked
from journeyql.engine.filenames import writable
from journeyql.engine.inputs import Input
from journeyql.engine.options import choices, fields_of, hints_of, inner, is_list
from journeyql.plugin.work import OutputFile

STDOUT = "-"
_UNSAFE = re.compile(r"[^\w.-]+")
_TERRITORY_LETTERS = 2
#: So many characters of a value stand in a name.
_LONGEST: Final = 40


def _word(dimension: str, value: str) -> str:
    """What a file name says of a dimension; different values differ on systems that do not tell `a` from `A`.

    >>> _word("market", "DE"), _word("language", "zh-Hans"), _word("persona", "mei"), _word("persona", "Mei")
    ('market-DE', 'locale-zh-Hans', 'persona-mei', 'persona-Mei-819f')
    """
    if dimension == "language":
        return f"locale-{_UNSAFE.sub('-', value)}"  # tags are the same in small and capital letters
    territory = dimension == "market" and len(value) == _TERRITORY_LETTERS
    return f"{dimension}-{_value(value, value.upper() if territory else value.lower())}"


def _value(value: str, usual: str) -> str:
    """A value as a file name has it, with a mark of its own where it is not spelled in the usual way."""
    shown = _UNSAFE.sub("-", value)[:_LONGEST]
    mark = "" if value == usual == shown else f"-{zlib.crc32(value.encode('utf-8', 'backslashreplace')) & 0xFFFF:04x}"
    return f"{shown}{mark}"


def option_words(given: Mapping[str, object], used: Any, usual: Any) -> tuple[str, ...]:
    """What a file name says of given options, in their order in the class: those with which `used` is not as `usual`."""
    cls = type(used)
    hints = hints_of(cls) if given else {}
    found = []
    for key, field in fields_of(cls).items():
        if key in given and getattr(used, field.name) != getattr(usual, field.name):
            hint = hints.get(field.name)
            found.append(option_word(key, given[key], choices(inner(hint) if is_list(hint) else hint)))
    return tuple(found)


def option_word(key: str, value: object, known: Collection[str] = ()) -> str:
    """What a file name says of an option; `known` are the words that it takes, if it takes no others.

    >>> option_word("layout", "curve"), option_word("page", "A3", ("", "A4", "A3")), option_word("columns", 8)
    ('layout-curve', 'page-A3', 'columns-8')
    >>> option_word("portrait", True), option_word("portrait", False), option_word("saved", "")
    ('portrait', 'no-portrait', 'no-saved')
    >>> option_word("curves", ["relevance", "effort"]), option_word("zoom", 1.0)
    ('curves-relevance+effort', 'zoom-1')
    """
    if isinstance(value, bool) or value in ("", []):
        return key if value else f"no-{key}"
    parts = [
        f"{one:g}" if isinstance(one, float) else str(one) for one in (value if isinstance(value, list) else [value])
    ]
    return f"{key}-{'+'.join(part if part in known else _value(part, part.lower()) for part in parts)}"


@attrs.frozen(eq=False, repr=False)
class Target:
    """What `-o` says: nothing (beside the input), `-`, a folder, or one file."""

    text: str = ""

    @property
    def stdout(self) -> bool:
        """Whether the file goes to standard output."""
        return self.text == STDOUT

    @property
    def folder(self) -> bool:
        """Whether a folder is named: it ends in a slash or is one."""
        return bool(self.text) and not self.stdout and (self.text[-1] in f"/{os.sep}" or Path(self.text).is_dir())

    @property
    def file(self) -> bool:
        """Whether one file is named."""
        return bool(self.text) and not self.stdout and not self.folder

    def problem(self, renderer: str, suffix: str) -> str:
        """Why no file of a renderer can have the name that was given, or nothing."""
        named = Path(self.text)
        if not self.file or named.suffix.lower() == suffix.lower():
            return ""
        if not named.suffix:
            return f"`{self.text}`: write `{self.text}/` for a folder, or `{self.text}{suffix}` for a file"
        right = named.with_suffix(suffix).as_posix()
        return f"`{self.text}`: `{renderer}` writes {suffix} files, so call it `{right}`"

    def stem(self, item: Input, asked: Asked, more: Iterable[str] = ()) -> str:
        """The name of the output without its ending; it tells apart for whom and, in `more` words, how the map was drawn.

        Every system can write it, because renderers make the names of their files from it.
        """
        if self.file:
            return writable(Path(self.text).stem)
        parts = (_UNSAFE.sub("-", item.stem), *map(_word, asked.settled, asked.settled.values()), *more)
        return writable(".".join(parts))

    def places(self, item: Input, files: tuple[OutputFile, ...]) -> Iterator[tuple[Path, OutputFile]]:
        """Each file with the path to write it to; the first file is the main one."""
        base = self._base(item)
        for index, file in enumerate(files):
            yield (Path(self.text) if self.file and index == 0 else base.joinpath(*file.path.split("/"))), file

    def _base(self, item: Input) -> Path:
        if self.folder:
            return Path(self.text).joinpath(*item.place.parent.parts)
        if self.file:
            return Path(self.text).parent
        return Path() if item.path is None else item.path.parent


def escapes(path: Path, base: Path) -> bool:
    """Whether links on the way lead a path out of the folder that it should lie in."""
    real, root = os.path.realpath(path.parent), os.path.realpath(base)
    try:
        return os.path.commonpath([real, root]) != root
    except ValueError:  # different drives
        return True
