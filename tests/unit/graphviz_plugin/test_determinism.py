"""Equal input gives equal bytes, whatever the hash seed, locale and time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
sys.path[:0] = [{root!r}, {root!r} + "/plugins", {root!r} + "/tests/support", {here!r}]
from pathlib import Path
from conftest import context
from resolving import resolved
from journeyql_graphviz import flow, text
from journeyql_graphviz.options import DotOptions, FlowOptions
model = resolved(Path({file!r}).read_text("utf-8")).model
for result in (flow.render(context(model, FlowOptions(), "zh")), text.render(context(model, DotOptions(), "zh"))):
    sys.stdout.buffer.write(result.files[0].content.encode())
"""


def _bytes(file: Path, **environment: str) -> bytes:
    program = PROGRAM.format(root=str(ROOT), here=str(Path(__file__).parent), file=str(file))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout


@pytest.mark.parametrize("name", ["property-repair", "rail-europe"])
def test_bytes_are_equal(name):
    file = ROOT / "examples" / f"{name}.journey"
    first = _bytes(file, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    assert len(first) > 10_000
    assert first == _bytes(file, PYTHONHASHSEED="4242", TZ="Asia/Shanghai", LC_ALL="POSIX")
