"""Loads the files that a file uses, and theirs, without ever leaving the project."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.engine.files import Files, Refused
from journeyql.engine.inputs import SUFFIX
from journeyql.engine.reading import Unreadable
from journeyql.engine.resolving import Resolving, has_scheme
from journeyql.engine.rules import CIRCULAR_USE, UNUSABLE_FILE
from journeyql.model.resolve import Unit, Use, used
from journeyql.source import SourceFile, Span
from journeyql.syntax import decode, parse

#: How many files one file may use, those of the used ones included.
MOST_FILES = 500
#: How long a chain of files may be, each of which uses the next.
MOST_LEVELS = 64


@attrs.frozen(eq=False, repr=False)
class Loaded:
    """A file with everything that it uses, and what went wrong on the way; `places` has the place of each by its name."""

    unit: Unit
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, str]


def load(document: ast.Document, files: Files, resolving: Resolving | None = None) -> Loaded:
    """Everything that a parsed file uses, out of the files around it.

    Addresses with a scheme are found by the resolvers of plugins.
    """
    loader = _Loader(files, resolving or Resolving())
    loader.opened.append(_Opened(files.start, document.source.name, None))
    loader.follow(document, files.start)
    places = {found.source.name: place for place, found in loader.documents.items()}
    unit = Unit(root=document, uses=loader.uses)
    return Loaded(unit, tuple(loader.diagnostics), {**places, document.source.name: files.start})


@attrs.frozen(eq=False, repr=False)
class _Opened:
    """A file of the chain that is being followed: its place, its name, and the `use` that led to it."""

    place: str
    name: str
    span: Span | None


@attrs.define(eq=False, repr=False)
class _Loader:
    """The files read so far by their place, and the chain that is being followed."""

    files: Files
    resolving: Resolving
    documents: dict[str, ast.Document] = attrs.field(factory=dict)
    opened: list[_Opened] = attrs.field(factory=list)
    uses: dict[str, dict[str, ast.Document]] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def follow(self, document: ast.Document, place: str) -> None:
        """Load what the document at a place uses, depth first."""
        name = document.source.name
        known = self.uses.setdefault(name, {})
        for use in used(document):
            found = self._used(use, name, place)
            if found is not None:
                known[use.path] = found

    def _used(self, use: Use, name: str, user: str) -> ast.Document | None:
        place = self._place(use.path, user)
        if isinstance(place, str) and self._circular(use, place):
            return None
        called = use.path if has_scheme(use.path) else _name(name, use.path)
        found = place if isinstance(place, Refused) else self._at(use, place, called)
        if isinstance(found, Refused):
            words = f"`{use.path}` cannot be used: {found.reason}"
            self.diagnostics.append(UNUSABLE_FILE.at(use.span, words, help=found.help))
            return None
        return found

    def _at(self, use: Use, place: str, name: str) -> ast.Document | Refused | None:
        if place in self.documents:
            return self.documents[place]
        if len(self.documents) >= MOST_FILES:
            return Refused(f"more than {MOST_FILES} files would be read", "split the project")
        if len(self.opened) > MOST_LEVELS:
            return Refused(f"more than {MOST_LEVELS} files use each other in a row", "use what is needed directly")
        found = self._resolved(use) if has_scheme(place) else self._read(use, place, name)
        if isinstance(found, ast.Document):
            self.documents[place] = found
            self.opened.append(_Opened(place, found.source.name, use.span))
            self.follow(found, place)
            self.opened.pop()
        return found

    def _place(self, path: str, user: str) -> str | Refused:
        """Where a path leads, as the document at `user` names it; an address is its own place."""
        if has_scheme(path):
            return path
        if has_scheme(user):
            return Refused("what a plugin finds can use addresses only, no files", "give it an address with a scheme")
        return _misspelt(path) or self.files.place(user, path)

    def _resolved(self, use: Use) -> ast.Document | Refused:
        """The map that a plugin's resolver gives for an address."""
        text = self.resolving.text(use.path, use.span.source.name)
        if isinstance(text, Refused):
            return text
        parsed = parse(SourceFile(use.path, text))
        self.diagnostics.extend(parsed.diagnostics)
        return parsed.document

    def _circular(self, use: Use, place: str) -> bool:
        places = [opened.place for opened in self.opened]
        if place not in places:
            return False
        circle = self.opened[places.index(place) :]
        spans = [*(opened.span for opened in circle[1:]), use.span]
        # Told where the first of them by name uses the next, so that it is the same problem wherever one begins.
        first = min(range(len(circle)), key=lambda index: circle[index].name)
        names = [opened.name for opened in (*circle[first:], *circle[:first])]
        chain = " → ".join([*names, names[0]])
        self.diagnostics.append(
            CIRCULAR_USE.at(
                spans[first],
                f"files use each other in a circle: {chain}",
                help="move what both need into a third file, and use that one",
            )
        )
        return True

    def _read(self, use: Use, place: str, name: str) -> ast.Document | Refused | None:
        """The syntax of a file, or why there is none; nothing when that is told in the file itself."""
        data = self.files.read(place)
        if isinstance(data, Unreadable):
            return Refused(data.reason, f"the path begins at the folder of {use.span.source.name}")
        source, problems = decode(data, name)
        self.diagnostics.extend(problems)
        if source is None:
            return None
        parsed = parse(source)
        self.diagnostics.extend(parsed.diagnostics)
        return parsed.document


def _misspelt(path: str) -> Refused | None:
    if "\0" in path:
        return Refused("no path has such a character", "remove it")
    if "\\" in path:
        return Refused("a path is written with forward slashes", f"write `{path.replace(chr(92), '/')}`")
    if not path.endswith(SUFFIX):
        return Refused(f"only {SUFFIX} files can be used", f"give the path of a {SUFFIX} file")
    return None


def _name(name: str, path: str) -> str:
    """How messages call a used file: relative to where the file that uses it was named from."""
    folder = posixpath.dirname(name)
    return posixpath.normpath(posixpath.join(folder, path.replace("\\", "/")))
