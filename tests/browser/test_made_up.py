"""Maps that are made up, with hostile words in them, have a place for every text in a real browser, too."""

from __future__ import annotations

from drawings import LAYOUTS, LOCALES
from drawn_map import context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyql.testing.strategies import views
from journeyql_map.options import Options
from journeyql_map.render import render

LOOKS = [*(Options(layout=layout) for layout in LAYOUTS), Options(columns=3)]
FEW, MANY = 100, 2000


def test_every_text_of_a_map_that_is_made_up_has_a_place_of_its_own(usual, wider, everything):
    looked = []

    @settings(
        max_examples=MANY if everything else FEW,
        derandomize=not everything,  # the gate looks at the same maps each time; new ones are sought with `--all`
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(view=views(), locale=st.sampled_from(LOCALES), look=st.sampled_from(LOOKS))
    def look_at(view, locale, look):
        for file in render(context(view, look, locale)).files:
            for sheet in (usual, wider):
                measured = sheet.measure(str(file.content))
                problems = measured.problems("Whole journey")
                assert not problems, problems[:5]
                looked.append(len(measured.lines))

    look_at()
    assert sum(looked) > 2000
