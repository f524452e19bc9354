"""The maps of the examples are the same bytes, whichever Python draws them: the kept ones.

Run as `python tests/other_pythons.py WHEEL`. Of the Pythons that the machine has besides this one, on the path and from
pyenv, each version from 3.11 on draws all examples from an environment of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
OLDEST, NEWEST = 11, 16


def pythons() -> Iterator[str]:
    """One interpreter of each other version."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for minor in range(OLDEST, NEWEST):
        built = sorted(str(path) for path in pyenv.glob(f"versions/3.{minor}.*/bin/python"))
        found = [shutil.which(f"python3.{minor}"), *built]
        works = [path for path in found if path and run(path, "-c", "import venv").returncode == 0]
        if works and minor != sys.version_info.minor:
            yield works[0]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False)


def differences(python: str, wheel: str, folder: Path) -> Iterator[str]:
    """The pictures that are not the kept ones."""
    for words in ((python, "-m", "venv", "env"), (f"{folder}/env/bin/pip", "install", "-q", wheel)):
        subprocess.run(words, cwd=folder, check=True)
    program = f"{folder}/env/bin/journeyql"
    for locale in ((), ("--locale", "de"), ("--locale", "en")):
        run(program, "compile", str(EXAMPLES), "-o", f"{folder}/out/", *locale)
    kept = [path for path in sorted((EXAMPLES / "out").rglob("*.svg")) if ".flow." not in path.name]
    for path in kept:
        drawn = folder / "out" / path.relative_to(EXAMPLES / "out")
        if not drawn.exists() or drawn.read_bytes() != path.read_bytes():
            yield path.name
    sys.stdout.write(f"{python}: {len(kept)} pictures compared\n")


def main(wheel: str) -> None:
    wrong = []
    others = list(pythons())
    for python in others:
        with tempfile.TemporaryDirectory() as folder:
            wrong += [f"{python}: {name}" for name in differences(python, wheel, Path(folder))]
    if not others:
        sys.stdout.write("there is no other Python here, nothing was compared\n")
    if wrong:
        raise SystemExit("these pictures differ:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()))
