"""What a simulation comes to."""

from __future__ import annotations

from collections.abc import Sequence

import attrs


@attrs.frozen(eq=False, repr=False)
class Runs:
    """The seconds of simulated customers, in order of length: `times` waiting included, and `waits`."""

    times: Sequence[float]
    waits: Sequence[float]
