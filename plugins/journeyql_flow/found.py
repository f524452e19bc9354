"""What a rule finds in a journey as one persona sees it."""

from __future__ import annotations

from typing import TypeAlias

from journeyql.diagnostics import Diagnostic

#: The place a finding is about, and the finding: told once for each place, whoever comes there.
Found: TypeAlias = tuple[str, Diagnostic]
