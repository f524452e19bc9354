"""The pluggy markers of the project: `hookspec` for the host, `hookimpl` for plugins."""

from __future__ import annotations

import pluggy

PROJECT = "journeyql"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
