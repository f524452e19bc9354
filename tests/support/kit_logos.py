"""A plugin whose channels have logos, for tests of pictures."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.model import PICTURE, Channel, Many, facet, many
from journeyql.plugin import Vocabulary, hookimpl


@facet(on=(Channel,))
class Look:
    """What channels look like."""

    logos: Many[str] = many(PICTURE, "The logos that customers know it by.")


@hookimpl
def journeyql_vocabularies() -> Iterable[Vocabulary]:
    """Logos for channels."""
    yield Vocabulary(name="logos", facets=("kit_logos:Look",))
