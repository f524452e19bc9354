from __future__ import annotations

import attrs
import pytest
from resolving import clean

from journeyql.facts import Phrase
from journeyql.model import Duration
from journeyql.render import Labels
from journeyql_json.facts import Told


@attrs.frozen
class Wait:
    place: object
    longest: object
    _seen: int = 3


STAGE = clean('journey j "J"\n  stage s "S" emotion=2\n').model.elements["j.s"]

CASES = [
    (STAGE, "j.s"),
    (Wait(STAGE, Duration.parse("4min")), {"place": "j.s", "longest": {"text": "4min", "seconds": 240}}),
    ((Wait(STAGE, None),), [{"place": "j.s", "longest": None}]),
    ({STAGE: 1.0, "b": (2.5,)}, {"j.s": 1, "b": [2.5]}),
    ({"b", "a"}, ["a", "b"]),
    (
        Phrase("count.stages", {"count": 3}),
        {"words": "3 个阶段", "key": "count.stages", "values": {"count": 3}},
    ),
    (frozenset({2.0, 1.0}), [1, 2]),
]


@pytest.mark.parametrize(("value", "expected"), CASES, ids=[str(case[1]) for case in CASES])
def test_facts_of_any_plugin_become_json(value: object, expected: object) -> None:
    assert Told(Labels("zh")).json(value) == expected
