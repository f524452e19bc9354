"""Runs the Graphviz engine as a child that is not trusted: nothing inherited, a time limit, no partial output."""

from __future__ import annotations

import os
import shutil
import subprocess  # - only for the name of the timeout; the graphviz package starts the child
import sys
import sysconfig
from pathlib import Path

import attrs
from graphviz.backend import dot_command, execute

from journeyql_graphviz.options import PURE

_SECONDS = 20.0
_MOST_QUOTED = 200
#: What a child on Windows needs to start at all.
_NEEDED = ("SYSTEMROOT", "TEMP", "TMP")


@attrs.frozen(eq=False, repr=False)
class Failure:
    """Why the engine gave no answer, and what can be done."""

    message: str
    help: str


def locate(engine: str) -> str | None:
    """The path of an engine: the wheel's binary beside this interpreter, else one on the search path."""
    if engine == PURE:
        folders = (Path(sys.executable).parent, Path(sysconfig.get_path("scripts")))
        for folder in folders:
            found = shutil.which(engine, path=str(folder))
            if found:
                return found
    return shutil.which(engine)


def run(dot: str, engine: str, *, program: str | None = None, seconds: float = _SECONDS) -> str | Failure:
    """The engine's answer to a DOT text in the `plain` format."""
    path = program or locate(engine)
    if path is None:
        return Failure(f"the Graphviz engine `{engine}` is not installed", _install(engine))
    command = [path, *dot_command.command("dot", "plain")[1:]]
    try:
        done = execute.run_check(
            command, input=dot.encode(), capture_output=True, quiet=True, env=_environment(), timeout=seconds
        )
        return bytes(done.stdout).decode("utf-8")
    except subprocess.TimeoutExpired:
        message = f"the Graphviz engine `{engine}` did not finish within {seconds:g} seconds"
        return Failure(message, "split the journey, or draw one persona or market of it")
    except execute.CalledProcessError as error:
        return Failure(f"the Graphviz engine `{engine}` {_end(error)}", _other(engine))
    except (execute.ExecutableNotFound, OSError) as error:
        return Failure(f"the Graphviz engine `{engine}` could not be started: {_reason(error)}", _install(engine))
    except UnicodeDecodeError:
        return Failure(f"the Graphviz engine `{engine}` answered with something that is no text", _other(engine))


def _environment() -> dict[str, str]:
    """The child's environment; with SERVER_NAME set, Graphviz reads no file that a graph names."""
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "SERVER_NAME": "x", "LC_ALL": "C"}


def _end(error: subprocess.CalledProcessError) -> str:
    if error.returncode < 0:
        return f"crashed (signal {-error.returncode})"
    said = bytes(error.stderr or b"").decode("utf-8", "replace").strip().splitlines()
    return f"failed (exit code {error.returncode})" + (f": {said[0][:_MOST_QUOTED]}" if said else "")


def _reason(error: Exception) -> str:
    return error.strerror or "" if isinstance(error, OSError) else "no such program"


def _install(engine: str) -> str:
    if engine == PURE:
        return "install it with `pip install graphviz-pure`, or use a native Graphviz with the option engine=dot"
    return "install Graphviz from https://graphviz.org/download, or leave the option engine out"


def _other(engine: str) -> str:
    return "try a native Graphviz with the option engine=dot" if engine == PURE else "leave the option engine out"


def rubbish(engine: str, error: Exception) -> Failure:
    """The failure of an engine whose answer cannot be read."""
    return Failure(f"the Graphviz engine `{engine}` gave an answer that cannot be read: {error}", _other(engine))
