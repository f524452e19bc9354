"""What each signal needs, how strong it is, and in which words it is told."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

import journeyql_experience
from journeyql.facts import PAINS, Signal
from journeyql.testing import check
from journeyql_experience.catalogue import EN
from journeyql_experience.catalogue_de import DE
from journeyql_experience.catalogue_zh import ZH
from journeyql_experience.wording import english

MAP = """\
channel web "Web" kind=online
channel desk "Desk" kind=offline
journey j "J"{journey}
  stage s "S"{stage}
    touchpoint before "Before"{before}
    touchpoint t "T"{step}
      pain "P"
    touchpoint after "After"
"""


def signals(step: str = "", *below: str, journey: str = "", stage: str = "", before: str = "") -> tuple[Signal, ...]:
    """What speaks for a pain at the touchpoint `t`, which has one so that it is always among those ranked."""
    lines = f" {step}".rstrip() + "".join(f"\n      {line}" for line in below)
    text = MAP.format(step=lines, journey=journey, stage=stage, before=before)
    result = check(text, plugins=[journeyql_experience])
    assert [one for one in result.names if not result.of(one)[0].rule.code.startswith("EXP")] == []
    (found,) = [one for one in result.fact(PAINS) if one.place.id == "t"]
    return found.signals


# Strengths by hand. Below the middle: the depth, 1 at the worst score. A target missed: 0.5 and half of the gap as a
# share of the scale; of a time, 1 - target / (2 x value). Ways out: 0.3 and 0.7 of the share.
CASES = [
    ("a low score", "emotion=2", [], [("emotion", 0.5, "emotion 2 on 1 to 5")]),
    ("the worst score", "emotion=1", [], [("emotion", 1.0, "emotion 1 on 1 to 5")]),
    ("a good score", "emotion=4", [], []),
    ("a score below its own target", "", ["emotion: 3 target=4"], [("target", 0.625, "emotion 3, target 4")]),
    (
        "a better score is planned",
        "emotion=3 emotion[future]=4",
        [],
        [("future", 0.425, "emotion 3, meant to become 4")],
    ),
    ("more was expected", "emotion=3 emotion[expected]=5", [], [("expected", 0.55, "emotion 3, expected 5")]),
    ("a feeling", "feeling=worried", [], [("feeling", 0.4, "an unpleasant feeling")]),
    ("a feeling in words of one's own is not guessed at", 'feeling="besorgt"', [], []),
    ("a good feeling", "feeling=proud", [], []),
    ("a wait over its target", "", ["wait: 4min target=1min"], [("wait", 0.875, "waits 4min instead of 1min")]),
    ("a wait within its target", "", ["wait: 1min target=1min"], []),
    ("a wait without a target", "wait=3d", [], []),
    ("a target of nothing", "", ["wait: 4min target=0s"], [("wait", 1.0, "waits 4min instead of 0s")]),
    ("a duration", "", ["duration: 2h target=1h"], [("duration", 0.75, "takes 2h instead of 1h")]),
    ("satisfaction", "", ["csat: 3 target=4"], [("csat", 0.625, "satisfaction 3, target 4")]),
    ("low satisfaction", "csat=2.4", [], [("csat", 0.5, "satisfaction 2.4, below the middle of 1 to 5")]),
    ("satisfaction on another scale", "", ['csat: 2.4 scale="0 to 10"'], []),
    ("satisfaction that can be no mean of 1 to 5", "csat=78", [], []),
    ("ease", "", ["ces: 4 target=5.5"], [("ces", 0.625, "ease 4, target 5.5")]),
    ("ease above its target", "", ["ces: 6 target=5.5 baseline=5"], []),
    ("effort, and only the target tells", "", ["ces: 6 target=5.5"], [("ces", 0.4, "effort 6, target 5.5")]),
    ("effort below its target", "", ["ces: 2 target=3 baseline=5"], []),
    (
        "effort that is to fall from its baseline",
        "",
        ["ces: 6 target=3 baseline=7"],
        [("ces", 0.75, "effort 6, target 3")],
    ),
    (
        "a share of the satisfied",
        "",
        ['csat: 82 target=85 scale="0 to 100"'],
        [("csat", 0.515, "satisfaction 82, target 85")],
    ),
    (
        "a scale that nobody can read",
        "",
        ['csat: 3 target=4 scale="stars"'],
        [("csat", 0.5, "satisfaction 3, target 4")],
    ),
    ("satisfaction that is not on its scale", "", ["csat: -20 target=4.5"], []),
    ("a target that is not on the scale", "", ["csat: 2 target=8"], []),
    (
        "promoters, asked from 0 to 10",
        "",
        ['nps: 35 target=40 scale="0 to 10"'],
        [("nps", 0.4, "net promoter score 35, target 40")],
    ),
    (
        "detractors, asked from 0 to 10",
        "",
        ['nps: -5 scale="0 to 10"'],
        [("nps", 0.4, "net promoter score -5: more detractors than promoters")],
    ),
    (
        "a metric with its target behind the value",
        "",
        ['metric "M" better=lower', "  value: 30 target=10"],
        [("metric", 5 / 6, "“M” 30, target 10")],
    ),
    ("a metric that is not on its scale", "", ['metric "M" value=9 target=6 scale=1..7 better=lower'], []),
    ("the change goes before the baseline", "", ['metric "M" value=3 target=4 baseline=2 change=-20%'], []),
    ("effort, nobody knows which way", "", ['ces: 5 target=3 scale="1 to 7"'], [("ces", 0.4, "effort 5, target 3")]),
    ("promoters", "", ["nps: 20 target=40"], [("nps", 0.4, "net promoter score 20, target 40")]),
    (
        "more detractors than promoters",
        "nps=-5",
        [],
        [("nps", 0.4, "net promoter score -5: more detractors than promoters")],
    ),
    (
        "a metric worse than its target",
        "",
        ['metric "M" value=60% target=20% better=lower'],
        [("metric", 5 / 6, "“M” 60%, target 20%")],
    ),
    (
        "a metric that is to rise from its baseline",
        "",
        ['metric "M" value=3 target=4 baseline=2'],
        [("metric", 0.625, "“M” 3, target 4")],
    ),
    ("a metric that is good enough", "", ['metric "M" value=10% target=20% better=lower'], []),
    ("a metric of which nobody knows the good direction", "", ['metric "M" value=60% target=20%'], []),
    ("units that do not go together", "", ['metric "M" value=60% target=2h better=lower'], []),
    (
        "more cases than it can take",
        "",
        ["capacity: 90 per=1h", "season: 2026-12 load=130"],
        [("load", 0.4, "130 cases at busy times, room for 90")],
    ),
    ("a failure", "status=failed", [], [("status", 0.8, "it failed")]),
    ("a deviation", "status=irregular", [], [("status", 0.5, "it did not go as planned")]),
    ("a rescue", "", ['recovery "R"'], [("recovery", 0.4, "a recovery is kept ready: “R”")]),
    ("a customer's words", "", ['quote "Q"'], [("voice", 0.3, "a customer's own words stand here")]),
    ("happy words", "emotion=5", ['quote "Q"'], []),
    ("an unmet need", "", ['need "N" unmet=yes'], [("need", 0.4, "a need that is not met: “N”")]),
    (
        "a need of 8 met by 4",
        "",
        ['need "N" importance=8 satisfaction=4'],
        [("need", 0.4, "a need that is not met: “N”")],
    ),
    ("a need that is met", "", ['need "N" importance=8 satisfaction=7'], []),
    ("some leave", "", ['-> end "x" share=20%'], [("exit", 0.44, "20% leave here for good")]),
    ("happy ones leave", "emotion=4", ['-> end "x" share=20%'], []),
    ("nobody leaves", "", ['-> end "x" share=0%'], []),
    ("next to nobody leaves", "", ['-> end "x" share=0.4%'], []),
    ("a few leave", "", ['-> end "x" share=0.5%'], [("exit", 0.3035, "0.5% leave here for good")]),
    ("how many leave nobody says", "", ['-> end "x"'], [("exit", 0.3, "some leave here for good")]),
    ("nobody goes back", "", ['-> before "x" share=0%'], []),
    ("some go back", "", ['-> before "x" share=20%'], [("return", 0.3, "20% have to go back from here")]),
    ("all go back", "", ["-> before"], [("stuck", 0.4, "one cannot go on from here, only back")]),
    ("an empty hand-off", "", ['handoff "H" to=desk'], [("handoff", 0.3, "a hand-off that carries nothing")]),
]


@pytest.mark.parametrize(("step", "below", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_signals(step: str, below: list[str], expected: list) -> None:
    found = [(one.kind, pytest.approx(one.strength), english(one.words)) for one in signals(step, *below)]
    assert found == expected


SURROUNDINGS = [
    (
        "one drop is one signal",
        {"before": " emotion=5", "step": "emotion=3"},
        "emotion",
        "a low point at the middle: emotion 3 on 1 to 5",
    ),
    ("a stage for help", {"stage": " role=service"}, "help", "customers come for help"),
    (
        "from a machine to people, with nothing",
        {"before": ' @web\n      doing: "D"', "step": "@desk"},
        "handoff",
        "nothing goes along from “Before”",
    ),
    (
        "the same task again",
        {"before": " task=pay", "step": "task=pay"},
        "repeat",
        "the same task as “Before” once more",
    ),
    (
        "some are led to something worse",
        {"before": ' emotion=3\n      -> t "x" share=20%\n      -> after', "step": "emotion=2.5"},
        "detour",
        "20% are led here, to something worse",
    ),
    ("another scale", {"journey": " scale=-2..2", "step": "emotion=-2"}, "emotion", "emotion -2 on -2 to 2"),
]


@pytest.mark.parametrize(
    ("around", "kind", "words"), [case[1:] for case in SURROUNDINGS], ids=[case[0] for case in SURROUNDINGS]
)
def test_signals_from_what_is_around(around: dict[str, str], kind: str, words: str) -> None:
    assert [english(one.words) for one in signals(**around) if one.kind == kind] == [words]


NOT_BROKEN = [
    ("something goes along", ' @web carries=cart\n      doing: "D"', "@desk"),
    ("a hand-off says what", ' @web\n      doing: "D"\n      handoff "H" to=desk carries=cart', "@desk"),
    ("the customer has not done anything yet", " @web", "@desk"),
    ("the same sort of channel", ' @web\n      doing: "D"', "@web"),
]


@pytest.mark.parametrize(("before", "step"), [case[1:] for case in NOT_BROKEN], ids=[case[0] for case in NOT_BROKEN])
def test_hand_offs_that_hold(before: str, step: str) -> None:
    assert [one for one in signals(step, before=before) if one.kind == "handoff"] == []


def test_those_who_come_back_are_a_signal_where_they_come_back_to() -> None:
    text = 'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      pain "P"\n    touchpoint b "B"\n      -> a "x" share=5%\n'
    found = check(text, plugins=[journeyql_experience]).fact(PAINS)
    assert [english(one.words) for one in found[0].signals] == ["customers come back here from “B”"]


# 0.3 for a detour, as above; nothing where the map says that nobody, or next to nobody, goes that way.
@pytest.mark.parametrize(
    ("share", "words"),
    [
        (" share=0%", []),
        (" share=0.001%", []),
        (" share=3%", ["3% are led here, to something worse"]),
        ("", ["some are led here, to something worse"]),
    ],
)
def test_a_way_that_nobody_takes_is_no_detour_and_no_fall(share: str, words: list[str]) -> None:
    found = signals("emotion=3", before=f' emotion=5\n      -> t "x"{share}\n      -> after')
    assert [english(one.words) for one in found if one.kind == "detour"] == words
    back = f'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n      pain "P"\n    touchpoint b "B"\n      -> a "x"{share}\n'
    again = check(back, plugins=[journeyql_experience]).fact(PAINS)[0].signals
    assert len(again) == len(words)


def test_of_one_kind_the_strongest_counts_and_for_each_persona() -> None:
    text = """
    persona mei "Mei"
    persona tom "Tom"
    journey j "J"
      stage s "S"
        touchpoint a "A" emotion[mei]=2 emotion[tom]=1
          pain "P"
    """
    (found,) = check(text, plugins=[journeyql_experience]).fact(PAINS)
    assert [(one.kind, one.strength) for one in found.signals] == [("emotion", 1.0)]


# ---- The words


def test_every_language_has_all_words_with_the_same_values() -> None:
    for texts in (DE, ZH):
        assert [*texts] == [*EN]
        for key, words in texts.items():
            assert sorted(re.findall(r"{\w+}", words)) == sorted(re.findall(r"{\w+}", EN[key])), key


def keys_in_code() -> Iterator[str]:
    for name in ("felt", "measured", "told", "ways", "pains"):
        source = inspect.getsource(import_module(f"journeyql_experience.{name}"))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"experience.{node.value.removeprefix('experience.')}"


def test_no_words_are_left_over() -> None:
    made = {"severity", "status", "wait", "duration", "csat", "ces", "nps"}
    used = set(keys_in_code())
    left = [key for key in EN if key not in used and key.removeprefix("experience.").split("-")[0] not in made]
    assert left == []
