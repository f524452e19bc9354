"""The examples: free of errors, and their checked-in outputs are what the compiler writes today.

`JOURNEYQL_REFRESH=1 pytest tests/docs/test_examples.py` writes the outputs anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
OUT = EXAMPLES / "out"
#: The day on which the examples are looked at, 2026-11-26: what is overdue depends on it.
DAY = "1795651200"
MAPS = sorted(path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.journey") if path.parent.name != "shop")
RENDERERS = {"map": "svg", "flow": "flow.svg", "dot": "dot", "markdown": "md", "json": "json"}
#: Maps with catalogues beside them, and the languages of these.
SPOKEN = [
    (path, language)
    for path in MAPS
    for language in ("de", "en")
    if (EXAMPLES / path).with_suffix(f".{language}.po").exists()
]
REAL = ["car-insurance", "employee-benefits", "property-repair", "rail-europe", "reference", "convenience-store/parcel"]


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journeyql", *words]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": DAY, **env}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=EXAMPLES, env=environ, check=False
    )


def test_no_example_has_an_error() -> None:
    done = run("check", ".")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("map_", MAPS, ids=str)
def test_outputs_are_current(map_: Path, renderer: str, tmp_path: Path) -> None:
    compare(map_, renderer, tmp_path)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize(("map_", "language"), SPOKEN, ids=str)
def test_translated_outputs_are_current(map_: Path, language: str, renderer: str, tmp_path: Path) -> None:
    compare(map_, renderer, tmp_path, language)


def compare(map_: Path, renderer: str, tmp_path: Path, language: str = "") -> None:
    """Hold the output of today against the one that is kept."""
    suffix = f"locale-{language}.{RENDERERS[renderer]}" if language else RENDERERS[renderer]
    asked = ("--locale", language) if language else ()
    done = run("compile", map_.as_posix(), "-t", renderer, "-o", f"{tmp_path}/", *asked)
    assert done.returncode == 0, done.stderr
    written = sorted(tmp_path.iterdir())  # a map with several journeys gives several pictures
    assert f"{map_.name.removesuffix('.journey')}.{suffix}" in [path.name for path in written]
    for path in written:
        kept = OUT / map_.parent / path.name
        if os.environ.get("JOURNEYQL_REFRESH"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(path.read_bytes())
        assert kept.exists(), f"{kept} is not kept"
        assert kept.read_bytes() == path.read_bytes(), "run with JOURNEYQL_REFRESH=1, and look at what changed"


@pytest.mark.parametrize(
    "picture", [path for path in sorted(OUT.rglob("*.svg")) if ".flow." not in path.name], ids=lambda path: path.name
)
def test_every_picture_is_listed(picture: Path) -> None:
    assert f"](out/{picture.relative_to(OUT).as_posix()})" in (EXAMPLES / "README.md").read_text("utf-8")


def test_translations_are_complete_and_up_to_date() -> None:
    assert SPOKEN
    done = run("l10n", "check", *{path.as_posix() for path, _ in SPOKEN}, "--min-coverage", "100")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("renderer", RENDERERS)
def test_the_same_bytes_everywhere(renderer: str, tmp_path: Path) -> None:
    """Hash seeds, locales, time zones and line endings leave no trace in what is written."""
    text = (EXAMPLES / "property-repair.journey").read_bytes()
    found = set()
    surroundings = [("0", "C", "UTC", b"\n"), ("1", "C.UTF-8", "Asia/Tokyo", b"\r\n"), ("77", "POSIX", "EST5", b"\n")]
    for seed, locale, zone, end in surroundings:
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "map.journey").write_bytes(text.replace(b"\n", end))
        command = [sys.executable, "-m", "journeyql", "compile", "map.journey", "-t", renderer]
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
        found.add((folder / f"map.{RENDERERS[renderer]}").read_bytes())
    assert len(found) == 1


@pytest.mark.parametrize("name", REAL)
def test_real_maps_are_large_enough_to_break_something(name: str) -> None:
    text = (EXAMPLES / f"{name}.journey").read_text("utf-8")
    assert sum(line.lstrip().startswith("touchpoint") for line in text.split("\n")) >= 20
