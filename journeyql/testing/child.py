"""Checks and draws a text in a process of its own: reads what to do as JSON and prints what came of it.

`python -m journeyql.testing.child`, with `Task` as JSON on standard input.
"""

from __future__ import annotations

import base64
import datetime
import importlib
import json
import sys
from collections.abc import Mapping
from typing import Any

from journeyql.testing.checking import Setup, Text
from journeyql.testing.rendering import Drawer


def main() -> None:
    """Do what is asked on standard input."""
    task: Mapping[str, Any] = json.loads(sys.stdin.buffer.read())
    settings = {**task["settings"], "plugins": [importlib.import_module(name) for name in task["plugins"]]}
    if "today" in settings:
        settings["today"] = datetime.date.fromisoformat(settings["today"])
    text = Text(task["source"], task["files"])
    files = {}
    for name in task["renderers"]:
        drawn = Drawer.of(name, task["renderer_options"], **settings).draw(text)
        files.update({file.path: _encoded(file.content) for file in drawn.files})
    findings = str(Setup.of(**settings).check(text))
    json.dump({"findings": _encoded(findings), **files}, sys.stdout)


def _encoded(content: str | bytes) -> str:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    return base64.b64encode(data).decode("ascii")


if __name__ == "__main__":
    main()
