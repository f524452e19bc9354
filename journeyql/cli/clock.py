"""The day on which a run takes place; reproducible runs name one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from journeyql.engine.errors import ConfigError

#: The convention of reproducible builds (https://reproducible-builds.org/specs/source-date-epoch/).
VARIABLE = "SOURCE_DATE_EPOCH"
_SECONDS = re.compile("[0-9]{1,11}")  # up to the year 5138


def today(environ: Mapping[str, str]) -> datetime.date:
    """The day that the environment names (seconds since 1970, in UTC), else the one on the wall.

    >>> today({"SOURCE_DATE_EPOCH": "1767225599"}).isoformat()
    '2025-12-31'
    """
    given = environ.get(VARIABLE, "")
    if not given:
        return datetime.datetime.now().astimezone().date()
    if not _SECONDS.fullmatch(given):
        msg = f"{VARIABLE}: expected a number of seconds since 1970, not `{given:.60}`"
        raise ConfigError((msg,))
    return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
