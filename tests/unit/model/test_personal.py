"""What depends on the persona or segment that is asked for."""

from __future__ import annotations

import pytest
from resolving import clean

HEAD = """\
persona mei "Mei"
persona tom "Tom" segment=old
segment old "Old"
journey j "J"
  stage s "S"
"""

CASES = [
    ("nothing", "    touchpoint t emotion=2 emotion[future]=4\n", set()),
    ("a value", "    touchpoint t emotion=2 emotion[tom]=4\n", {"j.s.t"}),
    ("a value of a segment", "    touchpoint t emotion=2 emotion[old]=4\n", {"j.s.t"}),
    ("what exists", "    touchpoint[tom] t emotion=2\n", {"j.s.t"}),
    ("what is below", "    touchpoint t emotion=2\n      pain p severity=low severity[mei]=high\n", {"j.s.t.p"}),
]


@pytest.mark.parametrize(("text", "paths"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_personal(text: str, paths: set[str]) -> None:
    assert clean(HEAD + text).model.personal == paths
