"""The configuration of a project: read once, and checked before anything runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from journeyql.diagnostics import Severity
from journeyql.engine import project
from journeyql.engine.errors import ConfigError
from journeyql.spelling import did_you_mean

#: How many findings are shown when nothing else is said.
MAX_DIAGNOSTICS = 200
SEVERITIES: Mapping[str, Severity | None] = {
    **{severity.word: severity for severity in sorted(Severity, reverse=True)},
    "off": None,
}
_Table = Mapping[str, object]


@attrs.frozen(kw_only=True, repr=False)
class Config:
    """What a project asks for. `file` names where it is written, for messages; empty when there is none.

    `passes`, `renderers` and `commands` hold options as written; they are checked against the options class of each.
    """

    file: str = ""
    folder: Path | None = None
    paths: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    max_diagnostics: int = MAX_DIAGNOSTICS
    theme: str = ""
    disable: tuple[str, ...] = ()
    rule_sets: tuple[str, ...] = ()
    rules: Mapping[str, Severity | None] = attrs.field(factory=dict)
    passes: Mapping[str, _Table] = attrs.field(factory=dict)
    renderers: Mapping[str, _Table] = attrs.field(factory=dict)
    commands: Mapping[str, _Table] = attrs.field(factory=dict)

    def inputs(self, named: Iterable[str]) -> tuple[str, ...]:
        """The paths that a run is about: those that are named, else the configured ones, else the current folder."""
        given = tuple(named)
        if given or not self.paths or self.folder is None:
            return given or (".",)
        return tuple(os.path.relpath(self.folder / path) for path in self.paths)


def configured(folder: Path) -> Config:
    """The configuration that holds in a folder; the defaults when there is none."""
    file = project.configuration(folder.resolve())
    if file is None:
        return Config()
    return _Reader(_shown(file, folder)).config(project.settings(file), file.parent)


def _shown(file: Path, folder: Path) -> str:
    """The file as people know it: by its name when it is in the folder itself."""
    return file.name if file.parent == folder.resolve() else file.as_posix()


@attrs.define(eq=False, repr=False)
class _Reader:
    """Reads one configuration and collects everything that is wrong with it."""

    file: str
    problems: list[str] = attrs.field(factory=list)

    def config(self, values: _Table, folder: Path) -> Config:
        """The configuration, or an error that lists every problem."""
        read = {key: self._keys()[key](key, value) for key, value in values.items() if key in self._keys()}
        for key in values.keys() - self._keys().keys():
            self._unknown("", key, self._keys())
        if self.problems:
            raise ConfigError(tuple(self.problems))
        fields = {("disable" if key == "plugins" else key.replace("-", "_")): value for key, value in read.items()}
        known: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
        return Config(file=self.file, folder=folder, **known)

    def _keys(self) -> Mapping[str, Callable[[str, object], object]]:
        return {
            "paths": self._names,
            "fail-on": self._severity,
            "max-diagnostics": self._count,
            "rule-sets": self._names,
            "plugins": self._plugins,
            "rules": self._rules,
            "passes": self._options,
            "renderers": self._options,
            "commands": self._options,
            "theme": self._text,
        }

    def _wrong(self, key: str, expected: str, value: object, known: tuple[str, ...] = ()) -> None:
        question = did_you_mean(value, known) if isinstance(value, str) else ""
        tail = f"; {question}" if question else ""
        self.problems.append(f"{self.file}: `{key}`: expected {expected}, not {value!r:.60}{tail}")

    def _unknown(self, table: str, key: str, known: Mapping[str, object]) -> None:
        question = did_you_mean(key, known) or f"known: {', '.join(sorted(known))}"
        self.problems.append(f"{self.file}: `{table}{key}`: there is no such key; {question}")

    def _table(self, key: str, value: object) -> _Table:
        if isinstance(value, dict):
            return value
        self._wrong(key, "a table", value)
        return {}

    def _names(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        self._wrong(key, 'a list of texts like ["maps"]', value)
        return ()

    def _text(self, key: str, value: object) -> str:
        if isinstance(value, str) and value:
            return value
        self._wrong(key, "a text", value)
        return ""

    def _severity(self, key: str, value: object) -> Severity | None:
        words = tuple(word for word in SEVERITIES if word != "off")
        if isinstance(value, str) and value in words:
            return SEVERITIES[value]
        self._wrong(key, f"one of {', '.join(words)}", value, words)
        return None

    def _count(self, key: str, value: object) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._wrong(key, "a number from 0 (no limit)", value)
        return None

    def _plugins(self, key: str, value: object) -> tuple[str, ...]:
        table = self._table(key, value)
        for unknown in table.keys() - {"disable"}:
            self._unknown("plugins.", unknown, {"disable": None})
        return self._names("plugins.disable", table.get("disable", []))

    def _rules(self, key: str, value: object) -> Mapping[str, Severity | None]:
        read: dict[str, Severity | None] = {}
        for name, word in self._table(key, value).items():
            if isinstance(word, str) and word in SEVERITIES:
                read[name] = SEVERITIES[word]
            else:
                self._wrong(f"rules.{name}", f"one of {', '.join(SEVERITIES)}", word, tuple(SEVERITIES))
        return read

    def _options(self, key: str, value: object) -> Mapping[str, _Table]:
        return {name: self._table(f"{key}.{name}", table) for name, table in self._table(key, value).items()}
