"""Suggestions for misspelt names come to an end where a map misspells very many."""

from __future__ import annotations

import pytest
from resolving import resolved

from journeyql.model.resolve import names


def helps(channels: int, uses: int) -> list[str]:
    declared = "".join(f'channel channel{n} "C"\n' for n in range(channels))
    steps = "".join(f'    touchpoint t{n} "T" @chanel{n}\n' for n in range(uses))
    found = resolved(f'{declared}journey j "J"\n  stage s "S"\n{steps}').diagnostics
    return [item.help for item in found if item.rule.name == "unknown-channel"]


def test_each_misspelt_name_has_its_own() -> None:
    assert helps(20, 20) == [f"did you mean `channel{n}`?" for n in range(20)]


def test_after_very_many_comparisons_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_MOST_COMPARED", 5_000)
    found = helps(20, 20)
    told = [index for index, words in enumerate(found) if words.startswith("did you mean")]
    assert told == list(range(len(told)))  # the first ones
    assert 0 < len(told) < 20
    assert found[-1] == 'declare it with a line like `channel chanel19 "…"`'


def test_a_name_added_later_is_suggested() -> None:
    text = 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\nextend j.sx\nextend j.s\n  touchpoint visit "V"\nextend j.visti\n'
    found = [item.help for item in resolved(text).diagnostics if item.rule.name == "nothing-to-extend"]
    assert found == ["did you mean `s`?", "did you mean `visit`?"]


def test_the_name_of_a_very_long_word_is_not_looked_for() -> None:
    text = f'channel {"a" * 300} "A"\njourney j "J"\n  stage s "S" @{"a" * 299}\n'
    (found,) = (item for item in resolved(text).diagnostics if item.rule.name == "unknown-channel")
    assert found.help.startswith("declare it")
