"""Writes the document of a text, with the facts and findings of the analysis of experience, and the opportunities."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from resolving import resolved

from journeyql.facts import OPPORTUNITIES, Facts
from journeyql.model import Context
from journeyql.plugin import PassContext, RenderContext
from journeyql.render import LIGHT, Catalogue, Labels
from journeyql_experience.analysis import analyse
from journeyql_experience.options import Options as Settings
from journeyql_markdown.catalogue import EN, ZH
from journeyql_markdown.document import render
from journeyql_markdown.options import Options
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measures
from journeyql_priorities.opportunities import opportunities

TODAY = datetime.date(2026, 11, 22)
CATALOGUES = (Catalogue(locale="en", texts=EN), Catalogue(locale="zh", texts=ZH))


def written(
    text: str, *, locale: str = "en", context: Context | None = None, facts: bool = True, **options: Any
) -> str:
    resolution = resolved(text)
    view = resolution.model.view(context)
    known: dict = {}
    found = analyse(PassContext(view=view, today=TODAY, facts=Facts(), options=Settings(), store=known.__setitem__))
    known[OPPORTUNITIES] = opportunities(Measures.of(Eyes.of(view)))
    given = RenderContext(
        view=view,
        diagnostics=(*resolution.diagnostics, *found),
        facts=Facts(known) if facts else Facts(),
        options=Options(**options),
        stem="root",
        locale=locale,
        label=Labels(locale, CATALOGUES),
        theme=LIGHT,
    )
    (file,) = render(given).files
    assert file.path == "root.md"
    assert isinstance(file.content, str)
    return file.content


@pytest.fixture(scope="session")
def document() -> Callable[..., str]:
    return written
