"""Changes of what is left out are told, each once; those that somebody sees are not."""

import pytest
from resolving import resolved

BASE = """\
market CN "China"
market DE "Germany"
journey j "J"
  stage s "S"
    touchpoint t "T"
      pain p "P"
    touchpoint u "U"
"""
LOST = {
    "an element of it": ("extend j\n  omit s\n  extend s.t\n    emotion: 2\n", [10]),
    "in the other order": ("extend j\n  extend s.t\n    emotion: 2\n  omit s\n", [9]),
    "what stands in it is not told again": (
        "extend j\n  omit s\n  extend s\n    touchpoint t\n      emotion: 2\n",
        [10],
    ),
    "an element that is there": ("extend j\n  omit s.t\n  stage s\n    touchpoint t\n      emotion: 2\n", [11]),
    "a new element": ('extend j\n  omit s\n  touchpoint n "N" after=t\n', [10]),
    "a new element beside one": ('extend j\n  omit s.t\n  extend s.t\n    pain n "N"\n', [10]),
    "an arrow to it": ("extend j\n  omit s.t\n  s.u -> t\n", [10]),
    "an arrow from it": ("extend j\n  omit s.t\n  t -> u\n", [10]),
    "left out twice": ("omit[CN] j.s.t\nomit[CN] j.s.t\n", [9]),
    "left out with what surrounds it": ("omit[CN] j.s\nomit[CN] j.s.t\n", [9]),
    "for some of those": ("omit[CN,DE] j.s.t\nextend[CN] j.s.t\n  emotion: 2\n", [9]),
    "for those, and in a state": ("omit[CN] j.s.t\nextend[CN, future] j.s.t\n  emotion: 2\n", [9]),
}
SEEN = {
    "for others": "omit[CN] j.s.t\nextend[DE] j.s.t\n  emotion: 2\n",
    "for more": "omit[CN] j.s.t\nextend[CN,DE] j.s.t\n  emotion: 2\n",
    "for everybody": "omit[CN] j.s.t\nextend j.s.t\n  emotion: 2\n",
    "beside it": "omit[CN] j.s.t\nextend[CN] j.s.u\n  emotion: 2\n",
    "around it": 'omit[CN] j.s.t\nextend[CN] j.s "S!"\n',
    "left out twice, for others": "omit[CN] j.s.t\nomit[DE] j.s.t\n",
    "left out with what surrounds it, later": "omit[CN] j.s.t\nomit[CN] j.s\n",
    "an arrow of the file itself": "omit[CN] j.s.t\nj.s.u -> j.s.t\n",
}


def lines(text):
    found = resolved(BASE + text).diagnostics
    assert {finding.rule.name for finding in found} <= {"change-of-what-is-left-out"}, found
    return [finding.span.line for finding in found]


@pytest.mark.parametrize("name", LOST)
def test_what_nobody_sees_is_told(name):
    text, wanted = LOST[name]
    assert lines(text) == wanted


@pytest.mark.parametrize("name", SEEN)
def test_what_somebody_sees_is_not(name):
    assert lines(SEEN[name]) == []
