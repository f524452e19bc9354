"""Every map here is checked by the command line; what it must find stands in the file of the same name.

`JOURNEYQL_REFRESH=1` writes those files anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MAPS = sorted(HERE.glob("*.journey"))


def found(path: Path) -> str:
    command = [sys.executable, "-m", "journeyql", "check", "--format", "json", path.name]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode in {0, 1}, run.stderr
    lines = []
    for finding in json.loads(run.stdout)["diagnostics"]:
        place = finding["place"]
        contexts = f" [{', '.join(finding['contexts'])}]" if finding["contexts"] else ""
        where = f"{place['line']}:{place['column']}"
        lines.append(f"{where} {finding['severity']} {finding['rule']}{contexts}: {finding['message']}\n")
    return "".join(lines)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_findings(path: Path) -> None:
    expected = path.with_suffix(".findings")
    findings = found(path)
    if os.environ.get("JOURNEYQL_REFRESH"):
        expected.write_text(findings, encoding="utf-8")
    assert findings == expected.read_text(encoding="utf-8")
