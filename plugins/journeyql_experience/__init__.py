"""What a journey feels like: emotion curves, low points, ranked pains, and the rules about them."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import CURVES, EMOTIONS, PAINS
from journeyql.plugin import LabelSet, Pass, hookimpl
from journeyql_experience.options import Options
from journeyql_experience.rules import RULES


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The analysis of one view; it looks through the eyes of each persona by itself, so that a finding comes once."""
    yield Pass(
        name="experience",
        summary="Emotion curves, low points without a cause, and pains in the order in which they deserve attention.",
        work="journeyql_experience.analysis:analyse",
        rules=RULES,
        provides=(CURVES, EMOTIONS, PAINS),
        varies_by=("state", "segment", "market"),
        options=Options,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The words of the facts."""
    yield LabelSet(name="experience-en", locale="en", texts="journeyql_experience.catalogue:EN")
    yield LabelSet(name="experience-de", locale="de", texts="journeyql_experience.catalogue_de:DE")
    yield LabelSet(name="experience-zh", locale="zh", texts="journeyql_experience.catalogue_zh:ZH")
