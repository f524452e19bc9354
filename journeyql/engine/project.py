"""Finds the project around a file: the nearest folder with a configuration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

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
        if (place / CONFIG).is_file():
            return place / CONFIG
        if _has_table(place / PYPROJECT):
            return place / PYPROJECT
    return None


def _has_table(path: Path) -> bool:
    try:
        text = path.read_bytes()
    except OSError:
        return False
    if _TABLE not in text:
        return False
    return "journeyql" in _tool(parsed(path))


def settings(path: Path) -> Mapping[str, object]:
    """The configuration that a file holds, as written."""
    values = parsed(path)
    if path.name == CONFIG:
        return values
    found = _tool(values).get("journeyql", {})
    return found if isinstance(found, dict) else {"[tool.journeyql]": found}


def parsed(path: Path) -> Mapping[str, object]:
    """A TOML file as mappings and values."""
    import tomllib  # most folders have no configuration, and start-up stays lean

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError((f"{path.as_posix()}: cannot be read: {error.strerror or error}",)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError((f"{path.as_posix()}: is not valid TOML: {error}",)) from error


def _tool(values: Mapping[str, object]) -> Mapping[str, object]:
    tool = values.get("tool", {})
    return tool if isinstance(tool, dict) else {}
