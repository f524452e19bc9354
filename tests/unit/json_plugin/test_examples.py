"""The examples as the command line writes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

EXAMPLES = Path(__file__).parents[3] / "examples"
MAPS = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.journey"))


def journeyql(*arguments: str, seed: str = "0") -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "journeyql", *arguments]
    run = subprocess.run(command, cwd=EXAMPLES, capture_output=True, check=False, env=environment)
    assert run.returncode in {0, 1}, run.stderr.decode()
    return run.stdout


@cache
def validator() -> Draft202012Validator:
    printed = json.loads(journeyql("schema"))
    Draft202012Validator.check_schema(printed)
    return Draft202012Validator(printed)


@pytest.mark.parametrize("name", MAPS)
def test_every_example_is_valid(name: str) -> None:
    written = journeyql("compile", name, "-t", "json", "-o", "-")
    document = json.loads(written)
    assert [f"{error.json_path}: {error.message}" for error in validator().iter_errors(document)] == []
    assert document["source"] == name
    assert b"\r" not in written
    assert written.endswith(b"}\n")


@pytest.mark.parametrize("renderer", ["json", "markdown"])
def test_the_same_map_gives_the_same_bytes(renderer: str) -> None:
    first, second = (
        journeyql("compile", "repair.cn.journey", "-t", renderer, "-o", "-", seed=seed) for seed in ("1", "2")
    )
    assert first == second
    assert first


def test_the_facts_of_the_analysis_are_there() -> None:
    document = json.loads(journeyql("compile", "repair.journey", "-t", "json", "-o", "-"))
    pains = document["facts"]["experience.pains"]
    assert [pain["rank"] for pain in pains] == list(range(1, len(pains) + 1))
    assert {curve["persona"] for curve in document["facts"]["experience.curves"]} == {"mei", "tom"}
    assert document["diagnostics"]
