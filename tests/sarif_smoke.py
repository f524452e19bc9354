"""What a SARIF validator says of our logs, run by the gate: `python sarif_smoke.py VALIDATOR`.

The validator is Microsoft's multitool, which knows the rules of the standard beyond its schema, and those of GitHub's code
scanning. Only what it says of the tool's home page, which JourneyQL does not have, may be said.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
JOURNEYQL = [sys.executable, "-m", "journeyql", "check", "--format", "sarif"]
#: SARIF2005: the tool has no `informationUri`.
EXPECTED = "SARIF2005"
HOSTILE = (
    'journey j "[x](https://example.org) {0} ]]> %0A" owner=nobody\n'
    '\tstage “a” "A, <b>" emotion=2, @nowhere\n'
    '  allow unknown-kind "unused"\n'
    'stage "\u202e hidden"\n  touchpoint t "T" emotion[nobody]=9\n  touchpoint t "T"\n'
)


def log(folder: Path, name: str, *paths: str) -> Path:
    """The log of a run in a folder."""
    made = folder / f"{name}.sarif"
    done = subprocess.run([*JOURNEYQL, *paths], cwd=folder, capture_output=True, check=False)
    assert not done.stderr, done.stderr.decode()
    made.write_bytes(done.stdout)
    return made


def said(validator: str, made: Path) -> list[str]:
    """The complaints about a log, in the standard's rules and in GitHub's."""
    found = []
    for kind in ("Sarif;Gh", "Ghas"):
        command = [validator, "validate", str(made), "--rule-kind", kind, "--level", "Error;Warning"]
        environ = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
        assert "Analysis completed successfully." in done.stdout, done.stdout + done.stderr
        found += [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    return found


def main(validator: str) -> None:
    """Valid logs are called valid, and an invalid one is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "50% #1 触点.journey").write_text(HOSTILE, "utf-8")
        (folder / "good.journey").write_text('journey j "J"\n  stage s "S" emotion=4\n', "utf-8")
        logs = [
            log(folder, "clean", "good.journey"),
            log(folder, "hostile", "."),
            log(folder, "missing", "none.journey", "good.journey"),
            log(folder, "examples", os.path.relpath(ROOT / "examples", folder)),
        ]
        for made in logs:
            complaints = [line for line in said(validator, made) if EXPECTED not in line]
            assert not complaints, "\n".join(complaints)
        broken = folder / "broken.sarif"
        broken.write_text(logs[1].read_text("utf-8").replace('"ruleIndex": ', '"ruleIndex": 9'), "utf-8")
        assert any("SARIF1009" in line for line in said(validator, broken)), "the validator is asleep"
    sys.stdout.write(f"{len(logs)} logs are valid\n")


if __name__ == "__main__":
    main(sys.argv[1])
