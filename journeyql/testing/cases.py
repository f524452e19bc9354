"""Case files: maps whose comments say what must be found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, Unpack

import attrs

from journeyql.diagnostics import Diagnostic, visible
from journeyql.engine.inputs import SUFFIX
from journeyql.source import SourceFile
from journeyql.syntax.layout import code_of
from journeyql.testing.checking import NAME, NO_FILES, Result, Settings, Setup, Text, block
from journeyql.testing.expected import NOWHERE, Expected, Unclear, expected, quoted, spellings


@attrs.frozen(eq=False)
class Case:
    """A case file, or a text: `name` is its path below the folder of cases, `files` are those it may use."""

    name: str
    text: str = attrs.field(repr=False)
    files: Mapping[str, str] = attrs.field(default=NO_FILES, repr=False)

    def __str__(self) -> str:
        """Its name without the ending, for the name of a test."""
        return self.name.removesuffix(SUFFIX)


def cases(folder: Path) -> tuple[Case, ...]:
    """The case files in a folder and below it, by name; a ValueError if there is none.

    What begins with `_` or `.` is no case; a case may use it, and every other file in the folder.

    ```python
    @pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases"), ids=str)
    def test_case(case: Case) -> None:
        check_cases(case, plugins=[journeyql_acme])
    ```
    """
    found = [path.relative_to(folder) for path in sorted(folder.rglob(f"*{SUFFIX}")) if path.is_file()]
    shown = [path.as_posix() for path in found if not any(part[0] in "_." for part in path.parts)]
    if not shown:
        message = f"there is no {SUFFIX} file in {folder.as_posix()}, so nothing would be tested"
        raise ValueError(message)
    files = _Folder(folder)
    return tuple(Case(name, files[name], files) for name in shown)


class _Folder(Mapping[str, str]):
    """The texts in a folder by their paths below it, read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> str:
        try:
            return (self._folder / name).read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return (path.relative_to(self._folder).as_posix() for path in self._folder.rglob(f"*{SUFFIX}"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


Given: TypeAlias = Case | Path | str


def check_cases(given: Given, **settings: Unpack[Settings]) -> None:
    r"""Check that what is found in a case is what its comments expect: nothing more, nothing less.

    `given` is a case, a text, the path of a file, or a folder whose cases are all checked. Whatever differs is shown in
    one AssertionError, with what to write. The comments are explained in `docs/plugins/testing.md`.

    >>> check_cases('journey "Coffee"\n  "Queues" emotoin=2  # ! unknown-property @ "emotoin"\n')
    """
    __tracebackhide__ = True
    setup = Setup.of(**settings)
    differences = [words for case in _given(given) if (words := _difference(case, setup))]
    if differences:
        raise AssertionError("\n\n".join(differences))


def _given(given: Given) -> Iterable[Case]:
    if isinstance(given, Case):
        return (given,)
    if isinstance(given, str):
        return (Case(NAME, block(given)),)
    if given.is_dir():
        return cases(given)
    files = _Folder(given.parent)
    return (Case(given.name, files[given.name], files),)


def _difference(case: Case, setup: Setup) -> str:
    """What differs between the findings of a case and what it expects, or nothing."""
    result = setup.check(Text(case.text, case.files, case.name))
    wanted: list[tuple[SourceFile, Expected]] = []
    unclear: list[str] = []
    for source in result.sources:
        for item in expected(source):
            reason = item.reason if isinstance(item, Unclear) else _unknown(item.rule, setup)
            if reason:
                unclear.append(f"{source.name}, line {_comment(item)}: {reason}")
            elif isinstance(item, Expected):
                wanted.append((source, item))
    if unclear:
        return "\n".join(unclear)
    return _Comparison(case.name, result).told(wanted)


def _comment(item: Expected | Unclear) -> int:
    return item.line if isinstance(item, Unclear) else item.comment


def _unknown(rule: str, setup: Setup) -> str:
    try:
        setup.rule(rule)
    except ValueError as error:
        return str(error)
    return ""


@attrs.define(eq=False, repr=False)
class _Comparison:
    """The findings of a case beside those that it expects, by source and line."""

    name: str
    result: Result
    missing: dict[tuple[str, int], list[Expected]] = attrs.field(factory=dict)
    unexpected: dict[tuple[str, int], list[Diagnostic]] = attrs.field(factory=dict)

    def told(self, wanted: Iterable[tuple[SourceFile, Expected]]) -> str:
        """What differs, line by line; nothing when all is as expected."""
        for finding in self.result.diagnostics:
            self.unexpected.setdefault(_place(finding), []).append(finding)
        for source, item in sorted(wanted, key=lambda pair: -pair[1].exactness):
            self._take(source.name if item.line != NOWHERE else "", item)
        places = sorted({*self.missing, *(place for place, found in self.unexpected.items() if found)})
        if not places:
            return ""
        shown = (line for place in places for line in self._lines(*place))
        return "\n".join((f"{self.name}: what is found is not what the comments expect", *shown, "", _HELP))

    def _take(self, source: str, item: Expected) -> None:
        """Match one expectation with a finding of its line."""
        found = self.unexpected.get((source, item.line), [])
        fitting = next((finding for finding in found if item.fits(finding)), None)
        if fitting is None:
            self.missing.setdefault((source, item.line), []).append(item)
        else:
            found.remove(fitting)

    def _lines(self, name: str, number: int) -> Iterator[str]:
        yield ""
        source = next((source for source in self.result.sources if source.name == name), None)
        if source is not None:
            where = f"{number}" if name == self.name else f"{name}:{number}"
            yield f"  {where} | {visible(code_of(source.line_text(number)))}"
        else:
            yield "  without a place"
        for item in self.missing.get((name, number), ()):
            yield f"    - {item}"
        for finding in self.unexpected.get((name, number), ()):
            yield f"    + {_written(finding)}"
            yield f"        {finding.message}"


_HELP = '- is expected and not found, + is found and not expected; a comment like  # ! RULE @ "words"  expects it'


def _place(finding: Diagnostic) -> tuple[str, int]:
    return ("", NOWHERE) if finding.span is None else (finding.span.source.name, finding.span.line)


def _written(finding: Diagnostic) -> str:
    """A finding as a comment would expect it."""
    under = f" @ {quoted(visible(spellings(finding.span)[-1]))}" if finding.span is not None else ""
    return f"{finding.rule.name}{under}"
