"""Where the files of a renderer go: beside the input, into a folder, or into one named file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from journeyql.engine.asked import Asked
from journeyql.engine.inputs import Input
from journeyql.plugin.work import OutputFile

STDOUT = "-"
_UNSAFE = re.compile(r"[^\w.-]+")


@attrs.frozen(eq=False, repr=False)
class Target:
    """What `-o` says: nothing (beside the input), `-`, a folder, or one file."""

    text: str = ""

    @property
    def stdout(self) -> bool:
        """Whether the main file goes to standard output."""
        return self.text == STDOUT

    @property
    def folder(self) -> bool:
        """Whether a folder is named: it ends in a slash or is one."""
        return bool(self.text) and not self.stdout and (self.text[-1] in f"/{os.sep}" or Path(self.text).is_dir())

    @property
    def file(self) -> bool:
        """Whether one file is named."""
        return bool(self.text) and not self.stdout and not self.folder

    def stem(self, item: Input, asked: Asked) -> str:
        """The name of the output without its ending; it tells apart for whom the map was drawn."""
        if self.file:
            return Path(self.text).stem
        return _UNSAFE.sub("-", ".".join((item.stem, *asked.settled.values())))

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
