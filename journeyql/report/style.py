"""The few terminal colours that reports use; nothing at all when colour is off."""

from __future__ import annotations

import attrs

from journeyql.diagnostics import Severity

_RESET = "\x1b[0m"
_SEVERITY = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;34",
    Severity.HINT: "1;36",
}


@attrs.frozen(eq=False, repr=False)
class Style:
    """Paints words, or leaves them as they are."""

    color: bool

    def paint(self, text: str, code: str) -> str:
        """Text in a colour, given by its terminal code."""
        return f"\x1b[{code}m{text}{_RESET}" if self.color and text else text

    def severity(self, text: str, severity: Severity) -> str:
        """Text in the colour of a severity."""
        return self.paint(text, _SEVERITY[severity])

    def frame(self, text: str) -> str:
        """Line numbers, bars and arrows."""
        return self.paint(text, "34")

    def bold(self, text: str) -> str:
        """What is read first."""
        return self.paint(text, "1")

    def help(self, text: str) -> str:
        """What would help."""
        return self.paint(text, "32")
