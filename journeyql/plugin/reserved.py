"""Names that the core has taken: its commands, reporters and themes, schemes, rule codes."""

from __future__ import annotations

COMMANDS = frozenset({"check", "compile", "explain", "fmt", "new", "plugins", "report", "rules", "schema"})
THEMES = frozenset({"dark", "light"})
#: Schemes that no plugin may take for itself.
SCHEMES = frozenset({"file"})
REPORTERS = frozenset({"concise", "github", "gitlab", "json", "junit", "sarif", "text"})
#: The letters that codes of the core's own rules begin with.
CODE_LETTERS = "JQL"
