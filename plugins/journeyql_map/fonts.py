"""Finds fonts for the letters of a map: those of the machine, and of font packages beside JourneyQL."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import attrs

from journeyql_map.fontfile import Face, faces

#: Packages that hold nothing but fonts, those of the extras `fonts` and `cjk`; and the entry points of others.
_PACKAGES: Final = ("manimgx_fonts", "noto_cjk_sans_otc", "manimgx_fonts_cjk")
_GROUP: Final = "fontpkg.family"
_SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
#: Families that stand in for a letter only if no other has it: of one width, for headlines, or with strokes at the ends.
_UNFIT: Final = re.compile(
    r"mono|serif|display|narrow|condensed|looped|kufi|naskh|nastaliq|math|music|last ?resort", re.IGNORECASE
)
_REGULAR, _FAR, _BOLD = 400, 150, 600
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .-]*")


@attrs.frozen(eq=False, repr=False)
class Choice:
    """The fonts for a map: their files, the best first; the main family, and that of each letter which it lacks.

    `plain` has the plainest face of each of these families; `bold` are those that have bold letters; `missing` are
    letters that no font has.
    """

    files: tuple[Path, ...]
    main: str
    others: Mapping[str, str]
    plain: Mapping[str, Face]
    bold: frozenset[str]
    missing: frozenset[str]


def chosen(stack: str, letters: Iterable[str], *, variable: bool) -> Choice:
    """Fonts for letters: the first family of a stack that is there, and others for what that one lacks.

    `variable`: who draws can ask a variable font for other weights than its own.
    """
    known = {name: _usable(found, variable=variable) for name, found in _families(_folders()).items()}
    wanted = [name for name in _named(stack) if name in known]
    left, taken, others = frozenset(letters), wanted[:1], dict[str, str]()
    for name in dict.fromkeys((*wanted, *sorted(known, key=lambda name: _fitness(name, known[name])))):
        lacking = known[name][0].lacks(left) if left else left
        if len(lacking) < len(left):
            taken.append(name)
            others |= {} if name == taken[0] else dict.fromkeys(left - lacking, known[name][0].family)
            left = lacking
    faces_ = [face for name in dict.fromkeys(taken) for face in known[name]]
    bold = frozenset(face.family for face in faces_ if face.weight >= _BOLD or (variable and face.variable))
    files = tuple(dict.fromkeys(face.path for face in faces_))
    plain = {known[name][0].family: known[name][0] for name in taken}
    return Choice(files, known[taken[0]][0].family if taken else "", others, plain, bold, left)


def _usable(found: tuple[Face, ...], *, variable: bool) -> tuple[Face, ...]:
    """The faces of a family to draw with: of one weight each, or variable ones where only those can be bold."""
    fixed = tuple(face for face in found if not face.variable)
    bold = any(face.weight >= _BOLD for face in fixed)
    if not variable or bold:
        return fixed or found
    return tuple(face for face in found if face.variable) or fixed


def _fitness(name: str, found: tuple[Face, ...]) -> tuple[bool, bool, str]:
    """The order in which families stand in for letters that others lack."""
    thin = abs(found[0].weight - _REGULAR) >= _FAR and not found[0].variable
    return _UNFIT.search(name) is not None, thin, name


def _named(stack: str) -> Iterator[str]:
    """The families of a list as it stands in an SVG."""
    for name in stack.split(","):
        yield name.strip().strip("'").lower()


@lru_cache(maxsize=8)
def _families(folders: tuple[Path, ...]) -> Mapping[str, tuple[Face, ...]]:
    """All families in some folders by their names in small letters; the plainest face of each stands first."""
    found: dict[str, list[Face]] = {}
    for face in (face for path in _files(folders) for face in faces(path)):
        if _NAME.fullmatch(face.family):
            found.setdefault(face.family.lower(), []).append(face)
    return {name: tuple(sorted(found[name], key=lambda face: face.plainness)) for name in found}


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """The font files in some folders and below."""
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            yield from (Path(place) / name for name in sorted(names) if name.lower().endswith(_SUFFIXES))


def _folders() -> tuple[Path, ...]:
    """Where fonts may stand: packages first, for those who installed one want it."""
    return (*_packaged(), *_of_machine())


def _packaged() -> Iterator[Path]:
    """The folders of font packages, none of which is imported."""
    others = (entry.value.partition(":")[0] for entry in entry_points(group=_GROUP))
    for name in (*_PACKAGES, *sorted(others)):
        if "." not in name and (spec := find_spec(name)) is not None:
            yield from map(Path, spec.submodule_search_locations or ())


def _of_machine() -> Iterator[Path]:
    """The folders of the operating system and of the user."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"
        yield Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
        yield from sorted(Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*"))
    else:
        data = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
        shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        yield from (Path(data) / "fonts", home / ".fonts", *(Path(one) / "fonts" for one in shared.split(":")))
