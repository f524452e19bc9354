"""Puts a new text in the place of a file's old one, unless the file is no longer what was read."""

from __future__ import annotations

import os
from pathlib import Path

from journeyql.engine import reading
from journeyql.engine.inputs import Input
from journeyql.engine.project import root_of
from journeyql.engine.write import NotWritten, Writer


def rewritten(writer: Writer, item: Input, path: Path, before: bytes, after: bytes) -> bool | NotWritten:
    """Write what a file becomes: True if it changed. The file that a link leads to is changed, not the link."""
    real = Path(os.path.realpath(path))
    if Path(os.path.realpath(root_of(item.folder))) not in real.parents:
        return NotWritten(item.name, "it is a link that leads out of the project")
    if reading.read(real, reading.ROOT_LIMIT) != before:
        return NotWritten(item.name, "it has been changed in the meantime")
    return writer.write(real, after)
