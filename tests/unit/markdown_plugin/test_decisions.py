"""The page of decisions, with all that the analyses find out."""

from __future__ import annotations

from typing import Any

import pytest

import journeyql_evidence
import journeyql_experience
import journeyql_flow
import journeyql_markdown
import journeyql_priorities
from journeyql.testing import render

PLUGINS = (journeyql_evidence, journeyql_experience, journeyql_flow, journeyql_markdown, journeyql_priorities)


def page(text: str, locale: str = "", form: str = "report-markdown", **settings: Any) -> str:
    (file,) = render(form, text, plugins=PLUGINS, locale=locale, **settings).files
    assert isinstance(file.content, str)
    return file.content


COUNTED = """
journey j "J"
  stage s "S"
    touchpoint pay "Pays" emotion=2
      pain ways "Nine ways to pay" severity=high
        frequency: 41% sample=512
"""


# Wilson's interval of 41 % of 512 by hand: (0.41 + 1.92/512 ± 1.96 √(0.41·0.59/512 + 0.96/512²)) / (1 + 3.84/512).
@pytest.mark.parametrize(
    ("locale", "row"),
    [
        ("en", "| Nine ways to pay: Frequency | 1 Pays | 41% (36.82–45.31"),
        ("de", "| Nine ways to pay: Häufigkeit | 1 Pays | 41 % (36,82–45,31"),
        ("zh", "| Nine ways to pay：频率 | 1 Pays | 41%（36.82–45.31"),
    ],
)
def test_a_figure_of_any_property_is_told(locale: str, row: str) -> None:
    assert row in page(COUNTED, locale)
