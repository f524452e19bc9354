"""What the page about formatting shows is what the formatter does."""

import re
from pathlib import Path

from formatting import fmt, meaning

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
BLOCKS = re.findall(r"^```journey\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_what_was_typed_becomes_what_is_shown() -> None:
    typed, formatted, *others = BLOCKS
    assert fmt(typed) == formatted
    assert meaning(typed) == meaning(formatted)
    assert [fmt(other) for other in others] == others
