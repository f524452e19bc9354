"""Loads the files that a file uses, and theirs, without ever leaving the project."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.engine import reading
from journeyql.engine.inputs import SUFFIX
from journeyql.engine.project import root_of
from journeyql.engine.resolving import Resolving, Unresolved, has_scheme
from journeyql.engine.rules import CIRCULAR_USE, UNUSABLE_FILE
from journeyql.model.resolve import Unit, Use, used
from journeyql.source import SourceFile
from journeyql.syntax import decode, parse

#: How many files one file may use, those of the used ones included.
MOST_FILES = 500


@attrs.frozen(eq=False, repr=False)
class Loaded:
    """A file with everything that it uses, and what went wrong on the way."""

    unit: Unit
    diagnostics: tuple[Diagnostic, ...]


def load(document: ast.Document, folder: Path, path: Path | None, resolving: Resolving | None = None) -> Loaded:
    """Everything that a parsed file uses; `folder` is where its relative paths begin.

    Addresses with a scheme are found by the resolvers of plugins.
    """
    loader = _Loader(os.path.realpath(root_of(folder)), resolving or Resolving())
    if path is not None:
        loader.opened.append((os.path.realpath(path), document.source.name))
    loader.follow(document, folder.resolve())
    return Loaded(Unit(root=document, uses=loader.uses), tuple(loader.diagnostics))


@attrs.frozen(eq=False, repr=False)
class _Refusal:
    """Why a file cannot be used, and what would help."""

    reason: str
    help: str


@attrs.define(eq=False, repr=False)
class _Loader:
    """The files read so far by their real path, and the chain that is being followed."""

    root: str
    resolving: Resolving
    documents: dict[str, ast.Document] = attrs.field(factory=dict)
    opened: list[tuple[str, str]] = attrs.field(factory=list)
    uses: dict[str, dict[str, ast.Document]] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def follow(self, document: ast.Document, folder: Path | None) -> None:
        """Load what a document uses, depth first; `folder` is None for one that is no file of the project."""
        name = document.source.name
        known = self.uses.setdefault(name, {})
        for use in used(document):
            found = self._used(use, name, folder)
            if found is not None:
                known[use.path] = found

    def _used(self, use: Use, name: str, folder: Path | None) -> ast.Document | None:
        foreign = has_scheme(use.path)
        real = use.path if foreign else self._place(use, folder)
        if isinstance(real, str) and self._circular(use, real):
            return None
        called = use.path if foreign else _name(name, use.path)
        found = real if isinstance(real, _Refusal) else self._at(use, real, called, folder=not foreign)
        if isinstance(found, _Refusal):
            words = f"`{use.path}` cannot be used: {found.reason}"
            self.diagnostics.append(UNUSABLE_FILE.at(use.span, words, help=found.help))
            return None
        return found

    def _at(self, use: Use, real: str, name: str, *, folder: bool) -> ast.Document | _Refusal:
        """The document at a real path, which lies in a folder, or at an address."""
        if real in self.documents:
            return self.documents[real]
        if len(self.documents) >= MOST_FILES:
            return _Refusal(f"more than {MOST_FILES} files would be read", "split the project")
        found = self._read(use, real, name) if folder else self._resolved(use)
        if isinstance(found, ast.Document):
            self.documents[real] = found
            self.opened.append((real, found.source.name))
            self.follow(found, Path(real).parent if folder else None)
            self.opened.pop()
        return found

    def _resolved(self, use: Use) -> ast.Document | _Refusal:
        """The map that a plugin's resolver gives for an address."""
        text = self.resolving.text(use.path, use.span.source.name)
        if isinstance(text, Unresolved):
            return _Refusal(text.reason, text.help)
        parsed = parse(SourceFile(use.path, text))
        self.diagnostics.extend(parsed.diagnostics)
        return parsed.document

    def _place(self, use: Use, folder: Path | None) -> str | _Refusal:
        """The real path that a `use` names."""
        path = use.path
        if folder is None:
            return _Refusal("what a plugin finds can use addresses only, no files", "give it an address with a scheme")
        refused = _misspelt(path)
        if refused:
            return refused
        real = os.path.realpath(folder / path)
        if not _below(real, self.root):
            return _Refusal(
                "it lies outside the project", f"a journeyql.toml marks the root; it is {_shown(self.root)} now"
            )
        if not real.endswith(SUFFIX):
            return _Refusal("it is a link to a file that is no journey", f"link to a {SUFFIX} file")
        return real

    def _circular(self, use: Use, real: str) -> bool:
        places = [place for place, _ in self.opened]
        if real not in places:
            return False
        names = [name for _, name in self.opened[places.index(real) :]]
        chain = " → ".join([*names, names[0]])
        self.diagnostics.append(
            CIRCULAR_USE.at(
                use.span,
                f"files use each other in a circle: {chain}",
                help="move what both need into a third file, and use that one",
            )
        )
        return True

    def _read(self, use: Use, real: str, name: str) -> ast.Document | _Refusal:
        data = reading.read(Path(real), reading.USED_LIMIT)
        if isinstance(data, reading.Unreadable):
            return _Refusal(data.reason, f"the path begins at the folder of {use.span.source.name}")
        source, problems = decode(data, name)
        self.diagnostics.extend(problems)
        if source is None:
            return _Refusal("it is not UTF-8 text", "save it as UTF-8")
        parsed = parse(source)
        self.diagnostics.extend(parsed.diagnostics)
        return parsed.document


def _misspelt(path: str) -> _Refusal | None:
    if "\0" in path:
        return _Refusal("no path has such a character", "remove it")
    if "\\" in path:
        return _Refusal("a path is written with forward slashes", f"write `{path.replace(chr(92), '/')}`")
    if not path.endswith(SUFFIX):
        return _Refusal(f"only {SUFFIX} files can be used", f"give the path of a {SUFFIX} file")
    return None


def _below(path: str, root: str) -> bool:
    try:
        return os.path.commonpath([path, root]) == root
    except ValueError:  # different drives
        return False


def _shown(root: str) -> str:
    return Path(root).as_posix()


def _name(name: str, path: str) -> str:
    """How messages call a used file: relative to where the file that uses it was named from."""
    folder = posixpath.dirname(name)
    return posixpath.normpath(posixpath.join(folder, path.replace("\\", "/")))
