"""What a run compiles: the paths of the command line as a sequence of files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import attrs

from journeyql.engine.reading import Unreadable, reason_of
from journeyql.spelling import nearest

SUFFIX = ".journey"
STDIN = "-"


@attrs.frozen(eq=False, repr=False)
class Input:
    """One file to compile.

    `name` is how messages call it; `path` None is standard input; `place` is where it stands below the folder
    that was named, and decides where its outputs stand below an output folder.
    """

    name: str
    path: Path | None
    place: PurePosixPath

    @property
    def stem(self) -> str:
        """Its file name without the ending; `journey` for standard input."""
        return "journey" if self.path is None else self.path.name.removesuffix(SUFFIX) or "journey"

    @property
    def folder(self) -> Path:
        """The folder it stands in; the current one for standard input."""
        return Path.cwd() if self.path is None else self.path.absolute().parent


@attrs.frozen(eq=False, repr=False)
class Missing:
    """A path of the command line that leads to nothing."""

    name: str
    reason: str


def found(paths: Iterable[str]) -> Iterator[Input | Missing]:
    """The files that the paths name, folders searched in order; each file once."""
    seen: set[str] = set()
    for text in paths:
        for item in _at(text):
            key = item.name if isinstance(item, Missing) or item.path is None else os.path.realpath(item.path)
            if key not in seen:
                seen.add(key)
                yield item


def _at(text: str) -> Iterator[Input | Missing]:
    if text == STDIN:
        yield Input(STDIN, None, PurePosixPath("journey"))
        return
    path = Path(text)
    if not text:  # an unset variable, rather than the current folder
        yield Missing('""', "a path is empty")
    elif "\0" in text:
        yield Missing(text, "no path has a null character")
    elif path.is_dir():
        yield from _in_folder(path)
    else:
        yield Input(path.as_posix(), path, PurePosixPath(path.name))


def _in_folder(folder: Path) -> Iterator[Input | Missing]:
    problems: list[Missing] = []
    empty = True
    real = os.path.realpath(folder)
    for place, folders, files in os.walk(folder, onerror=lambda error: problems.append(_missing(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIX) and not name.startswith("."):
                empty = False
                yield _entry(Path(place) / name, folder, real)
    yield from problems
    if empty and not problems:
        yield Missing(folder.as_posix(), f"there is no {SUFFIX} file in it")


def _entry(path: Path, folder: Path, real: str) -> Input | Missing:
    target = os.path.realpath(path)
    inside = (
        os.path.commonpath([real, target]) == real
        if os.path.splitdrive(real)[0] == os.path.splitdrive(target)[0]
        else False
    )
    if path.is_symlink() and not (inside and target.endswith(SUFFIX)):
        return Missing(path.as_posix(), "it is a link that leads out of the folder, or to a file that is no journey")
    return Input(path.as_posix(), path, PurePosixPath(path.relative_to(folder).as_posix()))


def _missing(error: OSError) -> Missing:
    return Missing(Path(error.filename or "").as_posix(), Unreadable(reason_of(error)).reason)


def meant(path: Path) -> str:
    """Which journey file beside a path that leads to nothing may be meant, as a question; or nothing."""
    if os.path.lexists(path) or not path.parent.is_dir():
        return ""
    beside = {other.name.removesuffix(SUFFIX): other for other in path.parent.glob(f"*{SUFFIX}")}
    near = nearest(path.name.removesuffix(SUFFIX), beside)
    return "" if near is None else f"did you mean `{beside[near].as_posix()}`?"
