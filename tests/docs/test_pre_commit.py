"""The hooks for pre-commit are valid for pre-commit itself, and what they run finds what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from pre_commit.clientlib import load_manifest

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = load_manifest(str(MANIFEST))
BAD = 'journey j "J"\n  stage s "S" emotion=4 @nowhere\n'


def test_the_hooks() -> None:
    assert {hook["id"]: hook["entry"] for hook in HOOKS} == {
        "journeyql-check": "journeyql check",
        "journeyql-fmt": "journeyql fmt",
    }


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environ = {**os.environ, "PATH": programs, "PRE_COMMIT_HOME": str(folder / "cache"), "NO_COLOR": "1"}
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=environ)


def test_the_check_in_a_repository(tmp_path: Path) -> None:
    """As pre-commit runs it; but the program is the one under test, which needs no installation."""
    (hook,) = (hook for hook in HOOKS if hook["id"] == "journeyql-check")
    chosen = {name: hook[name] for name in ("id", "name", "entry", "files", "require_serial")} | {"language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [chosen]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (tmp_path / "good.journey").write_text(BAD.replace(" @nowhere", " @desk") + "channel desk kind=offline\n")
    (tmp_path / "notes.md").write_text("@nowhere\n")
    run(tmp_path, "git", "init", "-q")
    run(tmp_path, "git", "add", ".")
    done = run(tmp_path, "pre-commit", "run", "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no findings in 1 file" in done.stdout
    (tmp_path / "bad.journey").write_text(BAD)
    run(tmp_path, "git", "add", ".")
    done = run(tmp_path, "pre-commit", "run", "--all-files")
    assert done.returncode == 1
    assert "bad.journey:2:26" in done.stdout
    assert "1 error in 2 files" in done.stdout
