"""What the README shows is true: its message, its plugin, its commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def block(language: str, containing: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    (text,) = [text for text in found if containing in text]
    return text


def run(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journeyql", *words]
    surroundings = {**os.environ, "NO_COLOR": "1", **env}
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_message_is_the_one_that_is_printed(tmp_path: Path) -> None:
    text = (
        'journey "Morning coffee"\n  stage "Order"\n    "Orders ahead" @ap emotion=4\nchannel app "App" kind=online\n'
    )
    (tmp_path / "coffee.journey").write_text(text, "utf-8")
    assert block("text", "unknown-channel") in run(tmp_path, "check", "coffee.journey").stdout


def test_the_plugin_works(tmp_path: Path) -> None:
    """The two files, installed the way an installer does it: the module and the entry point on the path."""
    (tmp_path / "journeyql_quiet.py").write_text(block("python", "SILENT"), "utf-8")
    info = tmp_path / "journeyql_quiet-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: journeyql-quiet\nVersion: 0.1.0\n", "utf-8")
    points = block("toml", "entry-points").partition("[project.entry-points.journeyql]")[2]
    (info / "entry_points.txt").write_text("[journeyql]\n" + points.replace('"', ""), "utf-8")
    (tmp_path / "j.journey").write_text('journey "J"\n  stage s "S" emotion=3\n    touchpoint t "T"\n', "utf-8")
    path = {"PYTHONPATH": str(tmp_path)}
    assert "silent-touchpoint" in run(tmp_path, "check", "j.journey", **path).stdout
    assert "quiet" in run(tmp_path, "plugins", "list", **path).stdout
    assert "cannot be designed for" in run(tmp_path, "explain", "silent-touchpoint", **path).stdout
    done = run(tmp_path, "plugins", "check", "quiet", **path)
    assert done.returncode == 0, done.stdout


def test_the_first_command_draws_the_picture_of_the_first_screen(tmp_path: Path) -> None:
    command = block("sh", "compile examples/repair.journey").strip().rpartition("&& ")[2]
    words = command.removeprefix(".venv/bin/journeyql ").replace("-o out/", f"-o {tmp_path}/").split()
    root = Path(__file__).parents[2]
    assert run(root, *words).returncode == 0
    assert (tmp_path / "repair.svg").is_file()
    assert "/out/" in (root / ".gitignore").read_text("utf-8").splitlines(), "the checkout stays clean"
