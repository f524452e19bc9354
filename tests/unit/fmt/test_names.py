"""`--ids`: elements get the names that their paths have already, so that no path and no reference changes."""

from pathlib import Path

import pytest
from formatting import fmt, meaning

from journeyql.fmt import Style

ROOT = Path(__file__).resolve().parents[3]
IDS = Style(ids=True)

# Written, with names.
CASES = {
    "from the text": ('team "Service operations"', 'team service-operations "Service operations"'),
    "not if it has one": ('team ops "Service operations"', 'team ops "Service operations"'),
    "in any script": ('team "水龙头 报修!"', 'team 水龙头-报修 "水龙头 报修!"'),
    "a bare text gets its kind": (
        'journey "J"\n  "Queues"\n    "Looks up"',
        'journey j "J"\n  stage queues "Queues"\n    touchpoint looks-up "Looks up"',
    ),
    "not one that is no name": ('team "2nd line"', 'team "2nd line"'),
    "not without a text": ('team ""', 'team ""'),
    "not twice": (
        'journey j "J"\n  "A"\n    pain "Slow"\n    pain "Slow"\n    need "Slow"',
        'journey j "J"\n  stage a "A"\n    pain slow "Slow"\n    pain "Slow"\n    need slow "Slow"',
    ),
    "not another's": (
        'journey j "J"\n  "A"\n    pain "Slow"\n    pain slow "Other"',
        'journey j "J"\n  stage a "A"\n    pain "Slow"\n    pain slow "Other"',
    ),
    "for others elsewhere": (
        'journey j "J"\n  "A"\n    "X"\n  "B"\n    "X"',
        'journey j "J"\n  stage a "A"\n    touchpoint x "X"\n  stage b "B"\n    touchpoint x "X"',
    ),
    "variants may share one": (
        'journey j "J"\n  "A"\n    touchpoint[DE] "Pays"\n    touchpoint[FR] "Pays"',
        'journey j "J"\n  stage a "A"\n    touchpoint[DE] pays "Pays"\n    touchpoint[FR] pays "Pays"',
    ),
    "siblings across levels": (
        'journey j "J"\n  "Fix it"\n\nstage "Fix it"\n  "X"',
        'journey j "J"\n  stage fix-it "Fix it"\n\nstage "Fix it"\n  touchpoint x "X"',
    ),
    "two journeys": (
        'journey j "J"\n\nstage "A"\n  "X"\n\njourney k "K"\n\nstage "A"\n  "X"',
        'journey j "J"\n\nstage a "A"\n  touchpoint x "X"\n\njourney k "K"\n\nstage a "A"\n  touchpoint x "X"',
    ),
    "brief ones need none": (
        'persona mei "Mei"\n  goal: "Fast"\n  quote: "Now"\n  goal "Cheap" metric=x',
        'persona mei "Mei"\n  goal: "Fast"\n  quote: "Now"\n  goal "Cheap" metric=x',
    ),
    "elements written as properties": (
        'journey j "J"\n  stage a "A"\n    pain: "Slow", "Dear"',
        'journey j "J"\n  stage a "A"\n    pain slow "Slow"\n    pain dear "Dear"',
    ),
    "not in extensions": (
        'extend base.shop\n  touchpoint "Pays" after=x\n    pain "Slow"',
        'extend base.shop\n  touchpoint "Pays" after=x\n    pain "Slow"',
    ),
    "not in what nobody knows": ('foo "F"\n  pain "Slow"', 'foo "F"\n  pain "Slow"'),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_names(before: str, after: str) -> None:
    assert fmt(before, IDS) == f"{after}\n"
    assert meaning(after) == meaning(before)


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/**/*.journey")), ids=lambda path: path.name)
def test_paths_of_the_examples_stay(path: Path) -> None:
    text = path.read_text("utf-8")
    assert meaning(fmt(text, IDS)) == meaning(text)
