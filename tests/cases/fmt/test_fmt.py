"""Every map here is formatted by the command line; what must come of it stands in the file of the same name.

`JOURNEYQL_REFRESH=1` writes those files anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def formatted(data: bytes) -> bytes:
    command = [sys.executable, "-m", "journeyql", "fmt", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


@pytest.mark.parametrize("path", sorted(HERE.glob("*.journey")), ids=lambda path: path.stem)
def test_formatted(path: Path) -> None:
    expected = path.with_suffix(".formatted")
    found = formatted(path.read_bytes())
    if os.environ.get("JOURNEYQL_REFRESH"):
        expected.write_bytes(found)
    assert found == expected.read_bytes()
    assert formatted(found) == found
