"""Every page about plugins is followed to the letter: its files are written, its commands run, its outputs seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from journeyql.plugin import spec

FOLDER = Path(__file__).parents[2] / "docs" / "plugins"
PAGES = sorted(page.name for page in FOLDER.glob("*.md") if page.name != "testing.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"# (\S+\.(?:py|toml|journey))\n")


def blocks(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((FOLDER / page).read_text("utf-8"))


def commands(page: str) -> Iterator[tuple[str, str]]:
    """Each command with what it must print."""
    found = blocks(page)
    for (language, text), (after, expected) in pairwise(found):
        if language == "sh":
            assert after == "text", f"nothing shows what `{text.strip()}` prints"
            yield text.strip(), expected


@attrs.frozen
class Installed:
    """The files of a page, and what an installer would make of the projects among them."""

    folder: Path
    plugins: tuple[str, ...]
    places: tuple[Path, ...]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        search = os.pathsep.join(map(str, self.places))
        return subprocess.run(
            [sys.executable, "-m", "journeyql", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": search, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def installed(page: str, folder: Path) -> Installed:
    for _, text in blocks(page):
        if (named := FILE.match(text)) is not None:
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    projects = sorted(folder.rglob("pyproject.toml"))
    assert projects
    plugins = tuple(name for path in projects for name in described(path))
    return Installed(folder, plugins, tuple(path.parent for path in projects))


def described(path: Path) -> Iterable[str]:
    """Put a project's description beside its package, of which installers find one only; the plugins in it."""
    project = tomllib.loads(path.read_text("utf-8"))["project"]
    modules = {found.relative_to(path.parent).parts for found in path.parent.rglob("*.py")}
    assert len({folder for folder, *_ in modules} - {"tests"}) == 1
    info = path.parent / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", "utf-8"
    )
    points = project["entry-points"]["journeyql"]
    lines = "".join(f"{name} = {address}\n" for name, address in points.items())
    (info / "entry_points.txt").write_text(f"[journeyql]\n{lines}", "utf-8")
    return points


@pytest.mark.parametrize("page", PAGES)
def test_following_it_gives_what_it_shows(page: str, tmp_path: Path) -> None:
    """An output is shown as a whole, or with `…` for what is left out."""
    here = installed(page, tmp_path)
    told = list(commands(page))
    assert told
    for command, expected in told:
        program, *words = command.split()
        assert program == "journeyql"
        done = here.run(*words)
        printed = done.stdout + done.stderr
        shown = ".*".join(map(re.escape, expected.split("…")))
        assert re.fullmatch(shown, printed, re.DOTALL), f"{command}\n{printed}"
        assert "plugin-not-loaded" not in printed


@pytest.mark.parametrize("page", [*PAGES, "testing.md"])
def test_its_plugin_passes_the_check_that_it_names(page: str, tmp_path: Path) -> None:
    here = installed(page, tmp_path)
    for name in here.plugins:
        done = here.run("plugins", "check", name)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("hook", sorted(name for name in vars(spec) if name.startswith("journeyql_")))
def test_every_hook_has_a_page_that_uses_it(hook: str) -> None:
    page = f"{hook.removeprefix('journeyql_').replace('_', '-')}.md"
    assert f"def {hook}(" in (FOLDER / page).read_text("utf-8")
    assert f"| `{hook}` |" in (FOLDER / "README.md").read_text("utf-8")


def test_the_tutorial_is_short() -> None:
    """A kind, a pass and a renderer take a stranger at most 60 lines, blank ones and docstrings left out."""
    code = [text for language, text in blocks("README.md") if language == "python"]
    lines = [
        line for text in code for line in text.split("\n") if line.strip() and not line.strip().startswith(('"""', "#"))
    ]
    assert len(lines) <= 60
