from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeyql.render import Labels
from journeyql.render.labels import Catalogue
from journeyql_priorities.catalogue import DE, EN, ZH
from journeyql_priorities.options import BUILT_IN, INPUTS

PLUGIN = Path(__file__).parents[3] / "plugins" / "journeyql_priorities"
FIELDS = re.compile(r"\{(\w+)\}")


def test_the_languages_say_the_same_of_the_same() -> None:
    for key, text in EN.items():
        fields = set(FIELDS.findall(text)) - ({"count"} if key.endswith("#one") else set())
        assert fields <= set(FIELDS.findall(DE[key])), key
        assert fields <= set(FIELDS.findall(ZH[key])), key
    assert EN.keys() == DE.keys() == ZH.keys()


def test_every_phrase_of_the_code_has_its_words() -> None:
    code = "".join(path.read_text("utf-8") for path in PLUGIN.rglob("*.py"))
    keys = set(re.findall(r'Phrase\(f?"(priorities\.[\w.-]+)"', code))
    assert len(keys) == 9
    names = {*(f"priorities.score.{name}" for name in BUILT_IN), *(f"priorities.input.{name}" for name in INPUTS)}
    assert names <= EN.keys()
    whys = {f"priorities.why.{reason}" for reason in ("zero", "undefined", "negative", "never")}
    assert keys | whys == {key.removesuffix("#one") for key in EN if key not in names}


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "one other waits for it"), ("de-AT", "eine andere wartet darauf")]
)
def test_one_is_said_as_one(locale: str, words: str) -> None:
    catalogues = (Catalogue(locale="en", texts=EN), Catalogue(locale="de", texts=DE))
    assert Labels(locale, catalogues)("priorities.note.needed", count=1) == words
