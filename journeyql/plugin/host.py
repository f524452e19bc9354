"""What the command of a plugin can ask the program that runs it for: maps, contributions, options, printing, writing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import attrs

if TYPE_CHECKING:  # `--help` of a command needs none of it
    from journeyql.diagnostics import Diagnostic
    from journeyql.model import Model
    from journeyql.plugin.contributions import Contributions


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReadFile:
    """A map that was read: how messages call it, where it lies (None: standard input), what it says.

    `model` is None when it could not be read at all; `diagnostics` say why, and what else is wrong with it;
    `language` is the language of its keywords, empty for English.
    """

    name: str
    path: Path | None
    model: Model | None
    diagnostics: tuple[Diagnostic, ...]
    language: str = ""


class Host(Protocol):
    """The program around a plugin's command; `host()` gives it."""

    @property
    def options(self) -> Any:
        """The command's options: an instance of the class that it registers, filled from the configuration."""

    @property
    def contributions(self) -> Contributions:
        """What plugins add to extension points."""

    @property
    def today(self) -> datetime.date:
        """The day of the run."""

    def files(self, paths: Iterable[str], *, analysed: bool = False) -> Iterator[ReadFile]:
        """Each map in files and folders (none: the configured ones), read one after the other.

        `analysed`: with what the passes find.
        """

    def write(self, path: Path, content: str | bytes) -> bool:
        """Put a file in place as a whole: whether it changed. What goes wrong is reported, and the old file stays."""

    def report(self, findings: Iterable[Diagnostic], format_: str = "text") -> int:
        """Print findings as `check --format` does; the exit code that they, and what was not written, mean."""


_CURRENT: ContextVar[Host] = ContextVar("journeyql_host")


def host() -> Host:
    """The program that runs the current command. Raises LookupError outside a command of `journeyql`."""
    return _CURRENT.get()


def attend(current: Host) -> None:
    """Make `host` give this one from now on."""
    _CURRENT.set(current)


__all__ = ["Host", "ReadFile", "attend", "host"]
