"""Whether a plugin leaves everything that it is given, and everything around it, as it was."""

from __future__ import annotations

import decimal
import enum
import hashlib
import locale
import os
import random
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs

from journeyql import ast
from journeyql.model import Element, Model
from journeyql.source import SourceFile
from journeyql.testing.checking import Text
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import EVERYTHING, Subject
from journeyql.testing.rendering import Drawer

_HELP: Final = "read what is given, and make new values; the next one to read it must find what the map says"


def leaves_all_as_it_was(subject: Subject) -> Iterator[Problem | Note]:
    """What work has changed: of the map, of the facts of others, of the process."""
    text = Text(subject.maps[EVERYTHING])
    yield from _analysed(subject, text)
    for renderer in subject.renderers:
        drawer = Drawer.of(renderer.name, plugins=subject.plugins, options=subject.options)
        looked = drawer.setup.look(text)
        if looked.model is None or looked.analysis is None:
            continue
        facts = looked.analysis.facts(looked.model.context)
        before, around = {**_of_model(looked.model), "the facts": _digest(facts.values)}, _surroundings()
        drawer.setup.session.draw(looked, drawer.drawing, "map")
        after = {**_of_model(looked.model), "the facts": _digest(facts.values)}
        yield from _changed(f"renderer `{renderer.name}`", {**before, **around}, {**after, **_surroundings()})


def _analysed(subject: Subject, text: Text) -> Iterator[Problem]:
    looked = subject.setup.look(text, analysed=False)
    if looked.model is None or looked.analysis is None or not subject.passes:
        return
    before = {**_of_model(looked.model), **_surroundings()}
    looked.analysis.findings()
    names = ", ".join(f"`{item.name}`" for item in subject.passes)
    yield from _changed(f"pass {names}", before, {**_of_model(looked.model), **_surroundings()})


def _changed(who: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Problem]:
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    for name in sorted(changed)[:3]:
        yield Problem(f"{who} changes {name}", _HELP)


def _of_model(model: Model) -> dict[str, str]:
    """A print of each part of a model, by what to call it."""
    elements = {f"the element `{path}`": _digest(element) for path, element in model.elements.items()}
    tree = {path: [child.path for child in children] for path, children in model.children.items()}
    rest = (model.parents, tree, model.arrows, model.allowances, model.qualifiers, model.context)
    return {**elements, "the model": _digest(rest), "the text": _digest(model.source.text)}


def _digest(value: object) -> str:
    """A print of a value and everything in it; other elements count by their paths alone."""
    found = hashlib.blake2b(digest_size=16)
    for token in _tokens(value, set(), top=True):
        found.update(token.encode("utf-8", "backslashreplace"))
        found.update(b"\0")
    return found.hexdigest()


def _tokens(value: Any, inside: set[int], *, top: bool = False) -> Iterator[str]:
    if isinstance(value, str | int | float | bool | bytes | enum.Enum) or value is None:
        yield f"{type(value).__name__} {value!r}"
    elif (isinstance(value, Element) and not top) or isinstance(value, SourceFile):
        yield f"{type(value).__name__} {getattr(value, 'path', '') or getattr(value, 'name', '')}"
    elif isinstance(value, ast.Property | ast.Element | ast.Flow):
        yield f"{type(value).__name__} {value.line} {value.column} {len(value.body)}"
    elif id(value) in inside:
        yield "again"
    else:
        inside.add(id(value))
        yield type(value).__name__
        for part in _parts(value):
            yield from _tokens(part, inside)
        inside.discard(id(value))


def _parts(value: Any) -> Iterator[Any]:
    """What a value is made of."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from (key, item)
    elif isinstance(value, AbstractSet):
        yield from sorted(map(repr, value))
    elif isinstance(value, Sequence):
        yield from value
    elif attrs.has(type(value)):
        yield from (getattr(value, name) for name in _fields(type(value)))
    else:
        yield "" if f"0x{id(value):x}" in (told := repr(value)) else told


def _fields(cls: type) -> tuple[str, ...]:
    """What a value has of its own; what it takes from others is looked at where they are."""
    return tuple(field.name for field in attrs.fields(cls) if field.name not in ("inherited", "evidence"))


def _surroundings() -> dict[str, str]:
    """What belongs to the whole process."""
    return {
        "the environment": _digest(dict(os.environ)),
        "the current folder": os.getcwd(),  # noqa: PTH109 - a text
        "the search path": _digest(list(sys.path)),
        "the recursion limit": str(sys.getrecursionlimit()),
        "the locale": str(locale.setlocale(locale.LC_ALL)),
        "the state of `random`": _digest(random.getstate()),
        "the context of `decimal`": repr(decimal.getcontext()),
        "what handles Ctrl-C": repr(signal.getsignal(signal.SIGINT)),
        "the threads that run": str(threading.active_count()),
        "standard output": str(id(sys.stdout)),
    }
