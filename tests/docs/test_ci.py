"""What docs/ci.md shows works: its commands run, its baseline is one, and it names every format and every exit code."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from journeyql.engine.baseline import read
from journeyql.plugin import reserved

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text("utf-8")
COMMANDS = sorted(
    {line.strip("- ") for line in re.findall(r"^.*?(journeyql check .+?)(?: +#.*)?$", PAGE, re.MULTILINE)}
)
SHOWN = [line for line in COMMANDS if "`" not in line]
MAP = 'journey repair "R"\n  stage report "Report" emotion=4\n    touchpoint file "Files" @nowhere emotion=4\n'


def test_there_is_something_to_run() -> None:
    assert len(SHOWN) >= 6


@pytest.mark.parametrize("line", SHOWN)
def test_commands_run(tmp_path: Path, line: str) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "repair.journey").write_text(MAP)
    (tmp_path / "journeys.baseline.json").write_text(*re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
    words = shlex.split(line.partition(">")[0])[1:]
    done = subprocess.run([sys.executable, "-m", "journeyql", *words], cwd=tmp_path, capture_output=True, check=False)
    known = "baseline" in line or "--diff" in line
    assert done.returncode == (0 if known else 1), done.stderr


def test_the_baseline_is_what_is_written_for_such_a_map(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert read(shown.encode(), tmp_path).text() == shown
    assert json.loads(shown)["version"] == 1


def test_every_format_is_named() -> None:
    assert {*re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)} == reserved.REPORTERS
