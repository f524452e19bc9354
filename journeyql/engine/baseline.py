"""Findings that are known already, kept in a file by what they are about, so that only new ones are shown.

An entry names file, rule, and place in the map's own terms, and counts how often the rule is broken there. Lines and
words are not kept: a finding stays known while others move it or edit what it says.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.inputs import STDIN
from journeyql.engine.resolving import has_scheme
from journeyql.engine.rules import DEFECTS, ENVIRONMENT, INCOMPLETE

FORMAT, VERSION = "journeyql-baseline", 1
#: How a file as a whole is called: no element can have this name.
_FILE = "."
#: What is no matter of the map itself cannot be known: it hides others.
_NEVER = DEFECTS | ENVIRONMENT | INCOMPLETE

#: A rule and a place.
Key = tuple[str, str]


@attrs.frozen(eq=False, repr=False)
class Baseline:
    """How often each rule is known to be broken at each place, by file; `folder` is what names are relative to."""

    folder: Path
    files: Mapping[str, Counter[Key]] = attrs.field(factory=dict)

    def file_of(self, name: str) -> str:
        """What a file is called here: its path from the baseline's folder, with forward slashes."""
        if name == STDIN or has_scheme(name):
            return name
        try:
            return Path(os.path.relpath(name, self.folder)).as_posix()
        except ValueError:  # another drive
            return Path(name).absolute().as_posix()

    def has(self, file: str) -> bool:
        """Whether a file that is listed is still there."""
        return file == STDIN or has_scheme(file) or os.path.lexists(self.folder / file)

    def text(self) -> str:
        """The baseline as it is written: sorted, a line for each entry, so that changes can be read and merged."""
        findings: dict[str, dict[str, dict[str, int]]] = {}
        for file, counts in self.files.items():
            for (rule, place), count in counts.items():
                findings.setdefault(file, {}).setdefault(rule, {})[place] = count
        document = {"format": FORMAT, "version": VERSION, "findings": findings}
        ordered = {**document, "findings": _sorted(findings)}
        return f"{_plain(json.dumps(ordered, indent=2, ensure_ascii=False))}\n"


def key_of(finding: Diagnostic) -> Key | None:
    """What a finding is known by; None for one that has to be shown in any case."""
    if finding.span is None or finding.rule in _NEVER:
        return None
    return finding.rule.name, " ".join(filter(None, (finding.element or _FILE, finding.part)))


def _sorted(values: Mapping[str, object]) -> dict[str, object]:
    return {key: _sorted(item) if isinstance(item, dict) else item for key, item in sorted(values.items())}


def _plain(text: str) -> str:
    """JSON in which letters of all languages stand as they are, and what cannot be seen by its code."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


# ---- reading


class UnusableError(Exception):
    """Why a text is no baseline, in words that complete "cannot be used: …"."""


def read(data: bytes, folder: Path) -> Baseline:
    """The baseline that bytes hold; everything in it is checked."""
    document = _parsed(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        msg = "it is no baseline of JourneyQL"
        raise UnusableError(msg)
    if document.get("version") != VERSION:
        msg = f"it has version {document.get('version')!r:.20}; this JourneyQL reads version {VERSION}"
        raise UnusableError(msg)
    files = _items(document.get("findings"), "findings")
    return Baseline(folder, {file: Counter(dict(_entries(rules, file))) for file, rules in files})


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_distinct)
    except UnicodeDecodeError:
        msg = "it is not UTF-8 text"
    except json.JSONDecodeError as error:
        msg = f"line {error.lineno} is no JSON: {error.msg}"
    except (RecursionError, ValueError):
        msg = "it is nested too deeply, or holds a number that is too long"
    raise UnusableError(msg)


def _entries(rules: object, file: str) -> Iterator[tuple[Key, int]]:
    for rule, places in _items(rules, file):
        for place, count in _items(places, f"{file}: {rule}"):
            if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                msg = f"`{file}: {rule}: {place}` must be a number from 1, not {count!r:.40}"
                raise UnusableError(msg)
            yield (rule, place), count


def _items(value: object, where: str) -> Iterator[tuple[str, object]]:
    if not isinstance(value, dict):
        msg = f"`{where}` must be an object, not {value!r:.40}"
        raise UnusableError(msg)
    yield from value.items()


def _distinct(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            msg = f"`{key:.60}` stands in one object twice"
            raise UnusableError(msg)
        found[key] = value
    return found
