"""Every page about plugins is followed to the letter: its files are written, its commands run, its outputs seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

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


def install(page: str, folder: Path) -> None:
    """Write the files of a page, and what an installer would make of its entry points."""
    for _, text in blocks(page):
        if (named := FILE.match(text)) is not None:
            path = folder / named[1]
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", "utf-8"
    )
    points = "".join(f"{name} = {address}\n" for name, address in project["entry-points"]["journeyql"].items())
    (info / "entry_points.txt").write_text(f"[journeyql]\n{points}", "utf-8")
    (folder / "pyproject.toml").unlink()  # it would be the configuration of the maps beside it


@pytest.mark.parametrize("page", PAGES)
def test_following_it_gives_what_it_shows(page: str, tmp_path: Path) -> None:
    install(page, tmp_path)
    told = list(commands(page))
    assert told
    for command, expected in told:
        program, *words = command.split()
        assert program == "journeyql"
        done = subprocess.run(
            [sys.executable, "-m", "journeyql", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert expected.rstrip("\n") in done.stdout + done.stderr, f"{command}\n{done.stdout}{done.stderr}"
        assert "plugin-not-loaded" not in done.stdout + done.stderr


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
