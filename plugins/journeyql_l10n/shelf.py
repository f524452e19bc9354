"""Where catalogues lie: beside the map, `shop.de.po` for `shop.journey`, and the template `shop.pot`."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import Final

import attrs

from journeyql.source import SourceFile
from journeyql_l10n.catalogue import Catalogue
from journeyql_l10n.decoding import LIMIT
from journeyql_l10n.reading import Read, read
from journeyql_l10n.rules import BROKEN_CATALOGUE

_MAP: Final = ".journey"
_CATALOGUE: Final = ".po"
_TEMPLATE: Final = ".pot"


@attrs.frozen(eq=False, repr=False)
class Shelf:
    """The catalogues of one map: `path` is its file, `name` what messages call it."""

    path: Path
    name: str

    @classmethod
    def beside(cls, folder: Path, root: str, name: str) -> Shelf | None:
        """The shelf of a file that a map uses, by the names of both; None if it is no file of the project."""
        place = posixpath.relpath(name, posixpath.dirname(root) or ".")
        return cls(folder / place, name) if name.endswith(_MAP) and ":" not in name else None

    def template(self) -> Path:
        """The template for new languages."""
        return self.path.with_name(self._stem + _TEMPLATE)

    def catalogue(self, language: str) -> Path:
        """The catalogue of a language."""
        return self.path.with_name(f"{self._stem}.{language}{_CATALOGUE}")

    def shown(self, path: Path) -> str:
        """What messages call a file beside the map."""
        return posixpath.join(posixpath.dirname(self.name), path.name)

    def languages(self) -> tuple[str, ...]:
        """The languages that have a catalogue, as the names of their files say, sorted."""
        start = f"{self._stem}."
        names = (path.name for path in self.path.parent.glob(f"*{_CATALOGUE}") if path.name.startswith(start))
        found = (name[len(start) : -len(_CATALOGUE)] for name in names)
        return tuple(sorted(tag for tag in found if tag and "." not in tag))

    def read(self, language: str) -> Read | None:
        """What the catalogue of a language says; None if there is none."""
        path = self.catalogue(language)
        if not os.path.lexists(path):
            return None
        name = self.shown(path)
        if not path.is_file():
            return _unreadable(name, "it is no file")
        if path.resolve().parent != path.parent.resolve():
            return _unreadable(name, "it is a link to another folder")
        try:
            with path.open("rb") as file:
                return read(file.read(LIMIT + 1), name)
        except OSError as error:
            return _unreadable(name, error.strerror or str(error))

    @property
    def _stem(self) -> str:
        return self.path.name.removesuffix(_MAP)


def _unreadable(name: str, reason: str) -> Read:
    """A file from which nothing can be read."""
    problem = BROKEN_CATALOGUE.at(None, f"{name} cannot be read: {reason}", help="the texts stay as they are written")
    return Read(SourceFile(name, ""), Catalogue(), (problem,))
