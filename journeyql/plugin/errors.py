"""The exception of the plugin manager."""

from __future__ import annotations


class PluginError(Exception):
    """Plugins cannot be loaded as asked; `usage` when the request is at fault, not the plugin."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.usage = usage
