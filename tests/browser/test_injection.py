"""No word of a map becomes a script, whatever it says: published attacks in every field, in a real browser."""

from __future__ import annotations

import pytest
from payloads import SAMPLE, bare, chosen, corpus, documents
from stage import Stage

PARTS = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_runs_and_nothing_is_asked_for(part, browser, everything):
    payloads = chosen(everything=everything)[part::PARTS]
    assert len(payloads) >= SAMPLE // PARTS
    stage = Stage(browser)
    made = [document for payload in payloads for document in documents(payload)]
    outcomes = list(stage.outcomes(made))
    wrong = {payloads[place // 3]: one.found for place, one in enumerate(outcomes) if one.found}
    assert not wrong, "\n".join(f"{payload!r}: {found[:3]}" for payload, found in list(wrong.items())[:5])
    assert min(one.elements for one in outcomes) > 50
    assert (stage.asked, stage.dialogs) == ([], [])


def test_the_same_payloads_do_run_when_nothing_escapes_them(browser):
    """The positive control: in a page as they are, at least a fifth of them calls or asks for something."""
    stage = Stage(browser)
    payloads = corpus()[:SAMPLE]
    outcomes = list(stage.outcomes([bare(payload) for payload in payloads]))
    calls = [one for one in outcomes if any(found.startswith("calls ") for found in one.found)]
    scripts = [one for one in outcomes if any(found.startswith(("calls ", "script-src")) for found in one.found)]
    print(f"{len(calls)} of {len(payloads)} payloads call a dialog, {len(scripts)} run a script")
    assert len(calls) >= len(payloads) / 5
    assert stage.asked


def test_every_field_takes_the_words():
    svg, flow, html = (text for _, text in documents("jqx9"))
    assert svg.count("jqx9") >= 45
    assert flow.count("jqx9") >= 30
    assert html.count("jqx9") >= 250
