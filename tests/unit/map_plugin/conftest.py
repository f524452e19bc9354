"""Texts of journeys to maps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawn_map import Drawn, context
from resolving import resolved

from journeyql.plugin import RenderResult, Severity
from journeyql.render import LIGHT, Theme
from journeyql_map.options import Options
from journeyql_map.render import render


@pytest.fixture
def draw() -> Callable[..., RenderResult]:
    def drawn(source: str, locale: str = "en", theme: Theme = LIGHT, **options: object) -> RenderResult:
        return render(context(resolved(source).model.view(), Options(**options), locale, theme))

    return drawn


@pytest.fixture
def picture(draw: Callable[..., RenderResult]) -> Callable[..., Drawn]:
    def drawn(source: str, locale: str = "en", theme: Theme = LIGHT, **options: object) -> Drawn:
        result = draw(source, locale, theme, **options)
        assert [item for item in result.diagnostics if item.severity > Severity.HINT] == []
        return Drawn(str(result.files[0].content))

    return drawn
