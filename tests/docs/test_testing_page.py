"""The page about testing plugins is followed to the letter: its files are written, its tests run, its failure seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeyql import testing
from journeyql.testing.conformance import CHECKS

TEXT = (Path(__file__).parents[2] / "docs" / "plugins" / "testing.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"# (\S+)\n")
FAILING = "tests/failing/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in BLOCKS:
        named = NAMED.match(text)
        if named is not None:
            path = tmp_path / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text[named.end() :] if language == "txt" else text, "utf-8")
    return tmp_path


def run(folder: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "PYTEST_ADDOPTS": ""}
    environment.pop("JOURNEYQL_REFRESH", None)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", *paths]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_its_tests_pass(folder: Path) -> None:
    done = run(folder, "tests", f"--ignore={FAILING}")
    count = sum(len(re.findall(r"^def test_", text, re.MULTILINE)) for _, text in BLOCKS if FAILING not in text)
    assert done.returncode == 0, done.stdout
    assert f"{count} passed" in done.stdout


def test_its_failure_is_what_it_shows(folder: Path) -> None:
    (shown,) = [text for language, text in BLOCKS if language == "text"]
    done = run(folder, FAILING)
    told = re.sub(r"^E {0,7}", "", done.stdout, flags=re.MULTILINE)
    assert done.returncode == 1
    assert "\n".join(map(str.rstrip, shown.strip().split("\n"))) in "\n".join(map(str.rstrip, told.split("\n")))


def test_every_public_name_is_explained() -> None:
    data = {"Case", "Note", "Outcome", "Problem", "Report", "Result", "RuleCases", "Settings", "TODAY"}
    assert [
        name for name in testing.__all__ if name not in data and f"`{name}" not in TEXT and f"{name}(" not in TEXT
    ] == []


def test_every_check_is_explained() -> None:
    rows = " ".join(re.findall(r"^\| (`.*?) \|", TEXT, re.MULTILINE))
    assert [name for name, _, _ in CHECKS if f"`{name}`" not in rows] == []
