"""Whether a plugin is built on what is promised to stay: public modules, imported when they are needed."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

from journeyql.testing import process
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject

#: The modules that plugins may import.
PUBLIC: Final = (
    "journeyql",
    "journeyql.ast",
    "journeyql.diagnostics",
    "journeyql.facts",
    "journeyql.model",
    "journeyql.model.export",
    "journeyql.plugin",
    "journeyql.render",
    "journeyql.render.escape",
    "journeyql.render.faces",
    "journeyql.render.icons",
    "journeyql.render.numbers",
    "journeyql.render.svg",
    "journeyql.source",
    "journeyql.wording",
)
#: What importing a registration module must not load: every start of the program pays for it.
HEAVY: Final = ("lark", "graphviz", "journeyql.engine", "journeyql.model", "journeyql.syntax", "journeyql.testing")
_DOTTED: Final = re.compile(r"journeyql(?:\.[A-Za-z_]\w*)+(?=:|\Z)")
_HOST: Final = "journeyql"
_KIT: Final = "journeyql.testing"


def uses_what_is_public(subject: Subject) -> Iterator[Problem | Note]:
    """Imports of modules and names that may change with every release."""
    own = (getattr(subject.module, "__name__", "") or type(subject.plugin).__module__).partition(".")[0]
    files = [*subject.sources()]
    if not files:
        yield Note("it is no module with a file, so that its imports cannot be looked at")
    for path in files:
        yield from _in_file(path, own)


def _in_file(path: Path, own: str) -> Iterator[Problem]:
    tree = ast.parse(path.read_bytes(), str(path))
    for node in ast.walk(tree):
        for module, name in _named(node):
            if reason := _private(module, name, own):
                where = f"{path.parent.name}/{path.name}, line {getattr(node, 'lineno', 0)}"
                yield Problem(f"{where}: {reason}", f"public are {', '.join(PUBLIC[1:])}")


def _named(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The modules, and names of modules, that a node of a program names."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, "") for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield from ((node.module, alias.name) for alias in node.names)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        match = _DOTTED.match(node.value)
        if match is not None and _is_module(match[0]):
            yield match[0], ""


def _private(module: str, name: str, own: str) -> str:
    """Why something may not be imported, or nothing."""
    top = module.partition(".")[0]
    if top.startswith(f"{_HOST}_") and top != own and module != f"{top}.api" and name != "api":
        return f"`{module}` belongs to another plugin, of which only `{top}.api` is public"
    if top != _HOST:
        return ""
    if name and f"{module}.{name}" in PUBLIC:
        return ""
    if module.startswith(_KIT):
        return f"`{module}` is for tests, and what it needs is not there for users"
    if module not in PUBLIC:
        return f"`{module}` is private"
    return f"`{name}` of `{module}` is private" if name and name not in _names(module) else ""


@cache
def _names(module: str) -> frozenset[str]:
    """The public names of a module: those that it lists, or those without an underscore."""
    found = importlib.import_module(module)
    own = (name for name, value in vars(found).items() if not isinstance(value, ModuleType))
    return frozenset(getattr(found, "__all__", ()) or (name for name in own if name[0] != "_" or name == "__version__"))


@cache
def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False


def imports_little(subject: Subject) -> Iterator[Problem | Note]:
    """What importing the registration module loads and should not."""
    if subject.module is None:
        yield Note("it is no module, so that nobody can say what importing it loads")
        return
    code = f"import json, sys, {subject.module.__name__}\nprint(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    ended = process.run(["-c", code])
    if ended.code:
        message = f"another process cannot import {subject.module.__name__}: {ended.complaint}"
        yield Problem(message, "a plugin is found by the name of its module")
        return
    for name in json.loads(ended.output.splitlines()[-1]):
        message = f"importing {subject.module.__name__} loads `{name}`"
        yield Problem(message, "name the work by its address, `package.module:function`, and import there")
