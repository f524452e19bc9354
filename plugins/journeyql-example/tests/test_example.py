"""The plugin from outside: its rules, its words, its list, its command."""

from pathlib import Path

import journeyql_example
import pytest
from journeyql_example.rules import BARRIER_WITHOUT_ACTION, ONE_SENSE_ONLY, RULES
from journeyql_example.vocabulary import Access, Barrier

from journeyql.model import Touchpoint
from journeyql.testing import assert_conforms, assert_escapes, assert_renders, check, expect

PLUGINS = (journeyql_example,)
MAP = """channel hotline "Hotline" kind=voice
journey repair "Getting a tap repaired"
  stage report "Report the fault"
    touchpoint call "Calls the hotline" @hotline emotion=2 aids=relay
      barrier deaf "Nobody answers who signs" for=hearing
        action "A chat beside the hotline"
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_the_rules(rule):
    expect(rule, plugins=PLUGINS).examples()


def test_barriers():
    (
        expect(BARRIER_WITHOUT_ACTION, plugins=PLUGINS)
        .valid(MAP)
        .invalid(
            MAP.replace("        action", "        # action"),
            at='barrier deaf "Nobody answers who signs" for=hearing',
            message='nothing is planned against "Nobody answers who signs"',
        )
    )


def test_senses():
    (
        expect(ONE_SENSE_ONLY, plugins=PLUGINS)
        .valid(MAP)
        .valid(MAP.replace(" aids=relay", "").replace("kind=voice", "kind=online"))
        .invalid(
            MAP.replace(" aids=relay", ""),
            at='touchpoint call "Calls the hotline" @hotline emotion=2',
            message='"Calls the hotline" can be heard only',
        )
    )


def test_the_words():
    view = check(MAP, plugins=PLUGINS).view
    (touchpoint,) = view.of(Touchpoint)
    (barrier,) = view.of(Barrier)
    assert view[view.facet(touchpoint, Access).aids] == ("relay",)
    assert view[barrier.for_] == ("hearing",)


def test_the_list():
    assert_renders("barriers", MAP, Path(__file__).with_name("barriers.txt"), plugins=PLUGINS)
    assert_escapes("barriers", plugins=PLUGINS)


def test_it_conforms():
    assert_conforms(journeyql_example)
