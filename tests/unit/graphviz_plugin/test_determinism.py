"""Equal input gives equal bytes, whatever the hash seed, locale and time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

import journeyql_graphviz
from journeyql.testing import assert_deterministic

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("renderer", ["dot", "flow"])
@pytest.mark.parametrize("name", ["property-repair", "rail-europe"])
def test_bytes_are_equal(name: str, renderer: str) -> None:
    text = (EXAMPLES / f"{name}.journey").read_text("utf-8")
    assert_deterministic(renderer, text, plugins=[journeyql_graphviz], locale="zh")
