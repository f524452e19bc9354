"""No word of a map becomes a script, whatever it says: published attacks in every field, in a real browser."""

from __future__ import annotations

import pytest
from payloads import SAMPLE, bare, chosen, corpus, documents
from stage import Stage

PARTS = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_runs_and_nothing_is_asked_for(part, browser, everything):
    """Of the sample two share a map, each in every other field; of all payloads each has a map and all its fields."""
    payloads = chosen(everything=everything)[part::PARTS]
    assert len(payloads) >= SAMPLE // PARTS
    share = 1 if everything else 2
    maps = [payloads[start : start + share] for start in range(0, len(payloads), share)]
    made = [(together, document) for together in maps for document in documents(*together)]
    stage = Stage(browser)
    outcomes = list(stage.outcomes([document for _, document in made]))
    wrong = [(together, one.found[:3]) for (together, _), one in zip(made, outcomes, strict=True) if one.found]
    assert not wrong, "\n".join(map(str, wrong[:5]))
    assert min(one.elements for one in outcomes) > 50
    assert (stage.asked, stage.dialogs) == ([], [])


def test_the_same_payloads_do_run_when_nothing_escapes_them(browser):
    """The positive control: in a page as they are, at least a fifth of them calls or asks for something."""
    stage = Stage(browser)
    payloads = corpus()[: SAMPLE // 2]
    outcomes = list(stage.outcomes([bare(payload) for payload in payloads]))
    calls = [one for one in outcomes if any(found.startswith("calls ") for found in one.found)]
    assert len(calls) >= len(payloads) / 5
    assert stage.asked


def test_every_field_takes_the_words():
    svg, flow, html = (text for _, text in documents("jqx9"))
    assert svg.count("jqx9") >= 45
    assert flow.count("jqx9") >= 30
    assert html.count("jqx9") >= 250
