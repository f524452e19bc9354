"""The fact that the pass `privacy` provides; registration names it, and loads nothing of what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeyql.facts import FactKey

if TYPE_CHECKING:
    from journeyql_privacy.records import Records

#: What a run knows of personal data, or None where the file says nothing; the passes of regimes ask it for cases.
RECORDS: Final[FactKey[Records]] = FactKey("privacy.records", internal=True)
