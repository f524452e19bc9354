"""What must hold of an installed wheel, run by the gate away from the checkout: `python wheel_smoke.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(*words: str, code: int = 0) -> str:
    """The output of the installed program, which must end with the given code."""
    program = Path(sys.executable).with_name("journeyql")
    done = subprocess.run([program, *words], capture_output=True, text=True, encoding="utf-8", cwd=HERE, check=False)
    assert done.returncode == code, f"journeyql {' '.join(words)} ended with {done.returncode}:\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def main() -> None:
    """Everything a fresh installation must do without the checkout."""
    import journeyql

    assert HERE not in Path(journeyql.__file__).parents or "site-packages" in journeyql.__file__
    assert (Path(journeyql.__file__).parent / "_grammar" / "journey.lark").is_file()
    assert (Path(journeyql.__file__).parent / "py.typed").is_file()
    assert journeyql.__version__ in run("--version")
    listing = run("plugins", "list")
    for name in ("experience", "graphviz", "json", "markdown"):
        assert name in listing
    for renderer, suffix in (
        ("map", "svg"),
        ("flow", "flow.svg"),
        ("dot", "dot"),
        ("markdown", "md"),
        ("json", "json"),
    ):
        run("compile", "examples/property-repair.journey", "-t", renderer, "-o", "out/")
        assert (HERE / "out" / f"property-repair.{suffix}").stat().st_size > 1_000
    run("check", "examples")
    (HERE / "unusual.journey").write_text('journey "J"\n  "One" a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 @x "\n', "utf-8")
    run("check", "unusual.journey", code=1)  # a broken line of a shape nobody ships: the packaged grammar is used
    run("explain", "touchpoint")
    run("explain", "unknown-channel")
    run("new", "made.journey")
    run("compile", "made.journey")
    run("schema")
    sys.stdout.write("the wheel works\n")


if __name__ == "__main__":
    main()
