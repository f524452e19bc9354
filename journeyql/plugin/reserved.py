"""Names that the core has taken: its commands, its reporters, its rule codes."""

from __future__ import annotations

COMMANDS = frozenset({"check", "compile", "explain", "new", "plugins", "rules", "schema"})
REPORTERS = frozenset({"github", "json", "text"})
#: The letters that codes of the core's own rules begin with.
CODE_LETTERS = "JQL"
