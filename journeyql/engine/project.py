"""Finds the project around a file: the nearest folder with a configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from journeyql.engine import reading
from journeyql.engine.errors import ConfigError

CONFIG = "journeyql.toml"
PYPROJECT = "pyproject.toml"
_TABLE = b"tool.journeyql"


def root_of(folder: Path) -> Path:
    """The folder that `use` may read below: the project's root, or the folder itself."""
    return _root_of(folder.resolve())


@lru_cache(maxsize=256)
def _root_of(folder: Path) -> Path:
    found = configuration(folder)
    return folder if found is None else found.parent


@lru_cache(maxsize=256)
def configuration(folder: Path) -> Path | None:
    """The nearest file with a configuration, in the folder or above it."""
    for place in (folder, *folder.parents):
        if os.path.lexists(place / CONFIG):  # a link that leads nowhere is no wish for none
            return place / CONFIG
        if _has_table(place / PYPROJECT):
            return place / PYPROJECT
    return None


def _has_table(path: Path) -> bool:
    data = reading.read(path, reading.USED_LIMIT)
    if isinstance(data, reading.Unreadable) or _TABLE not in data:
        return False
    return "journeyql" in _tool(_parsed(path, data))


def settings(path: Path) -> Mapping[str, object]:
    """The configuration that a file holds, as written."""
    values = _read(path)
    if path.name == CONFIG:
        return values
    found = _tool(values).get("journeyql", {})
    return found if isinstance(found, dict) else {"[tool.journeyql]": found}


def _read(path: Path) -> Mapping[str, object]:
    """A TOML file as mappings and values."""
    data = reading.read(path, reading.USED_LIMIT)
    if isinstance(data, reading.Unreadable):
        raise ConfigError((f"{path.as_posix()}: cannot be read: {data.reason}",))
    return _parsed(path, data)


def _parsed(path: Path, data: bytes) -> Mapping[str, object]:
    import tomllib  # most folders have no configuration, and start-up stays lean

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError((f"{path.as_posix()}: is not UTF-8 text",)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError((f"{path.as_posix()}: is not valid TOML: {error}",)) from error


def _tool(values: Mapping[str, object]) -> Mapping[str, object]:
    tool = values.get("tool", {})
    return tool if isinstance(tool, dict) else {}
