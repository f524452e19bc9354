"""How a map is cut."""

from __future__ import annotations

import pytest

import journeyql_governance
from journeyql.testing import Result, check

CAST = 'persona ana "Ana"\npersona ben "Ben"\nteam ops "Operations"\nteam sales "Sales"\n'


def found(body: str, cast: str = CAST, **options: object) -> Result:
    text = f'journey "J" owner=ops informed=sales\n  goal: "G"\n{body}{cast}'
    result = check(text, plugins=[journeyql_governance], options={"governance": options}, rule_set="strict")
    assert {item.rule.code[:3] for item in result.diagnostics} <= {"GOV"}
    return result


def stages(*titles: str) -> str:
    return "".join(f'  stage "{title}" emotion=3\n' for title in titles)


def steps(count: int, more: str = "") -> str:
    return "".join(f'    touchpoint{more} t{more[1:4]}{number} "T{number}"\n' for number in range(count))


@pytest.mark.parametrize(("count", "named"), [(7, ()), (8, ("long-journey",)), (500, ("long-journey",))])
def test_more_than_seven_stages_are_told_once(count: int, named: tuple[str, ...]) -> None:
    assert found(stages(*(f"Part {number}" for number in range(count)))).names == named


def test_a_split_is_proposed() -> None:
    (finding,) = found(stages(*"ABCDEFGHI")).of("long-journey")
    assert finding.message == "The journey has 9 stages; more than 7 do not fit on a page or in a head."
    assert finding.help.startswith('split it where customers pause, for example "A" to "E" and "F" to "I"')
    assert finding.span.text == '"H"'


def test_stages_of_other_states_are_not_added_up() -> None:
    body = "".join(f'  stage[current] a{n} "A{n}" emotion=3\n  stage[future] b{n} "B{n}" emotion=3\n' for n in range(5))
    assert found(body).names == ()


@pytest.mark.parametrize(("count", "named"), [(8, ()), (9, ("crowded-stage",)), (500, ("crowded-stage",))])
def test_more_than_eight_touchpoints_in_a_stage(count: int, named: tuple[str, ...]) -> None:
    assert found(stages("S") + steps(count)).names == named


def test_nobody_walks_the_steps_of_all() -> None:
    assert found(stages("S") + steps(6, "[ana]") + steps(6, "[ben]")).names == ()


def test_failures_beside_the_way_are_not_added() -> None:
    failures = "".join(f'    touchpoint x{number} "X{number}"\n      -> end\n' for number in (1, 2))
    ways = '"T3"\n      -> x1 share=10%\n      -> x2 share=10%\n      -> t4\n'
    body = stages("S") + steps(8).replace('"T3"\n', ways) + "      -> end\n" + failures
    assert found(body).names == ()


def test_crowded_stages_are_told_together() -> None:
    body = stages("S") + steps(9) + stages("Z") + steps(12).replace("point t", "point u")
    (finding,) = found(body).of("crowded-stage")
    assert finding.message.startswith('Touchpoints that one customer meets in a stage: "S" 9 and "Z" 12. Above 8')


@pytest.mark.parametrize(
    ("titles", "count"),
    [
        (("Sales", "Operations"), 1),
        (("  sales ", "OPERATIONS", "Waits"), 1),
        (("Sales", "Waits"), 0),
        (("Sales", "Operations", "A", "B", "C"), 0),
        (("Sales talk", "Operations begin"), 0),
    ],
)
def test_stages_that_are_called_like_departments(titles: tuple[str, ...], count: int) -> None:
    assert len(found(stages(*titles)).of("stages-mirror-departments")) == count


def test_the_departments_stand_beside_the_stages() -> None:
    (finding,) = found(stages("Sales", "Operations")).of("stages-mirror-departments")
    assert finding.message == (
        '2 of 2 stages are called like departments: "Sales" and "Operations". Customers do not go through departments.'
    )
    assert [other.span.text for other in finding.related] == ['"Sales"', '"Operations"']


def test_a_stage_for_each_team() -> None:
    three = "".join(f'  stage "{name}" emotion=3 owner={name}\n' for name in ("ops", "sales", "care"))
    cast = CAST + 'team care "Care"\n'
    assert len(found(three, cast).of("stage-for-each-team")) == 1
    assert found(three + '  stage "X" emotion=3\n', cast).of("stage-for-each-team") == ()


@pytest.mark.parametrize(
    ("option", "body", "named"),
    [
        ({"stages": 2}, stages("A", "B", "C"), ("long-journey",)),
        ({"touchpoints": 1}, stages("A") + steps(2), ("crowded-stage",)),
        ({"draft": 1}, stages("A", "B"), ()),
    ],
)
def test_the_limits_are_options(option: dict[str, int], body: str, named: tuple[str, ...]) -> None:
    assert found(body, **option).names == named


@pytest.mark.parametrize("name", ["stages", "touchpoints", "draft"])
@pytest.mark.parametrize("value", [0, -1, True, 2.5, "two"])
def test_options_are_checked(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"`passes\.governance\.{name}`"):
        found("", **{name: value})


@pytest.mark.parametrize("text", ["", 'journey ""\n', 'journey "J"\n  stage ""\n    touchpoint ""\nteam t ""\n'])
def test_empty_titles_and_empty_maps(text: str) -> None:
    result = check(text, plugins=[journeyql_governance], rule_set="strict")
    assert "plugin-failed" not in result.names
