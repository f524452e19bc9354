"""What a user may choose."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Options:
    """`shortest` is the number of letters from which capitals count; `word` the kind of elements that is looked at."""

    shortest: int = 3
    word: str = ""
