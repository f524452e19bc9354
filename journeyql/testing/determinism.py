"""Checks that the same text gives the same bytes, whatever surrounds the process that makes them."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Final, Unpack

import attrs

from journeyql.diagnostics import visible
from journeyql.testing import process
from journeyql.testing.checking import NO_FILES, Settings, block
from journeyql.testing.rendering import NO_VALUES

#: The processes in which a text is drawn: their variables, and the line ends of the text.
SURROUNDINGS: Final = (
    ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}, "\n"),
    ({"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}, "\n"),
    ({"PYTHONHASHSEED": "77", "LC_ALL": "POSIX", "TZ": "America/New_York"}, "\r\n"),
)


def assert_deterministic(
    renderer: str,
    source: str,
    *,
    files: Mapping[str, str] = NO_FILES,
    renderer_options: Mapping[str, object] = NO_VALUES,
    **settings: Unpack[Settings],
) -> None:
    """Check that a renderer writes the same bytes for a text in processes with other hash seeds, locales and zones.

    In one of them the lines of the text end as on Windows. The plugins must be modules that can be imported by name.
    """
    __tracebackhide__ = True
    task = Task(renderers=(renderer,), source=block(source), files=files, renderer_options=renderer_options)
    problems = list(unequal(task, **settings))
    if problems:
        raise AssertionError("\n".join(problems))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Task:
    """What a process does: check a text, and draw it with some renderers."""

    source: str
    renderers: tuple[str, ...] = ()
    files: Mapping[str, str] = NO_FILES
    renderer_options: Mapping[str, object] = NO_VALUES


def unequal(task: Task, **settings: Unpack[Settings]) -> Iterator[str]:
    """Where the outcomes of a task differ between surroundings, or why there are none."""
    names = [*_names(settings.get("plugins", ()))]
    plain = {key: value for key, value in settings.items() if key != "plugins"}
    outcomes = []
    for variables, end in SURROUNDINGS:
        given = {**attrs.asdict(task, recurse=False), "plugins": names, "settings": plain}
        text = block(task.source).replace("\r\n", "\n").replace("\n", end)
        outcome = _run({**given, "source": text, "files": dict(task.files)}, variables)
        if isinstance(outcome, str):
            yield outcome
            return
        outcomes.append((variables, outcome))
    for (here, one), (there, other) in itertools.pairwise(outcomes):
        yield from _compared(_told(here, there), one, other)


def _names(plugins: Iterable[object]) -> Iterator[str]:
    for plugin in plugins:
        if not isinstance(plugin, ModuleType):
            message = f"{plugin!r} is no module; another process can only import plugins by their names"
            raise TypeError(message)
        yield plugin.__name__


def _run(task: Mapping[str, object], variables: Mapping[str, str]) -> Mapping[str, str] | str:
    """What a process gave, encoded, by file; or its complaint."""
    given = json.dumps(task, default=_plain).encode()
    ended = process.run(["-m", "journeyql.testing.child"], input_=given, variables=variables)
    if ended.code:
        return f"a process with {_shown(variables)} ended with {ended.complaint}"
    found: Mapping[str, str] = json.loads(ended.output)
    return found


def _plain(value: object) -> object:
    """What JSON does not know: mappings of other types, and days, which are written as in ISO 8601."""
    return dict(value) if isinstance(value, Mapping) else str(value)


def _compared(where: str, one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    if one.keys() != other.keys():
        yield f"other files are written {where}: {', '.join(sorted(one.keys() ^ other.keys()))}"
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            yield f"{name} differs {where}\n{_first_difference(one[name], other[name])}"


def _first_difference(one: str, other: str) -> str:
    """The first line that differs, of both."""
    texts = [base64.b64decode(text).decode("utf-8", "backslashreplace").splitlines() for text in (one, other)]
    pairs = enumerate(itertools.zip_longest(*texts, fillvalue=""), 1)
    line, (left, right) = next(((number, pair) for number, pair in pairs if pair[0] != pair[1]), (0, ("", "")))
    return f"  line {line}: {visible(left):.200}\n  line {line}: {visible(right):.200}"


def _told(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    return f"between {_shown(here)} and {_shown(there)}"


def _shown(variables: Mapping[str, str]) -> str:
    return " ".join(f"{name}={value}" for name, value in variables.items())
