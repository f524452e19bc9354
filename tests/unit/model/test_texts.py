"""The texts that translators see, their keys, and the model that speaks another language."""

from __future__ import annotations

import pytest
from resolving import clean, resolved

from journeyql.model import Context, Element, Model, SourceText, Touchpoint, View, source_texts, translated

REPAIR = """
journey repair "Repair"
  goal: "Fixed"
  note: "Ask the team"
persona mei "Mei"
channel app "App" kind=online
evidence survey "Survey" method=survey source=`a.csv`
lane mood "Mood"
lane device "Device" type=choice values=phone,desk
stage report "Report" @app mood="calm"
  touchpoint file "Files" emotion=2 device=phone feeling=worried
    doing: "Writes", "Sends"
    doing[mei]: "Dictates"
    feeling[mei]: "uneasy"
    wait: 4min because="Nobody is there" from=survey
    survey: csat question="How was it?"
    -> end "too late" because="They give up"
  touchpoint call "Calls" journey=repair
"""

KEYS = {
    "repair:title": "Repair",
    "repair.fixed:title": "Fixed",
    "mei:title": "Mei",
    "app:title": "App",
    "survey:title": "Survey",
    "repair.mood:title": "Mood",
    "repair.device:title": "Device",
    "repair.report:title": "Report",
    "repair.report:mood": "calm",
    "repair.report.file:title": "Files",
    "repair.report.file:doing#{Writes}": "Writes",
    "repair.report.file:doing#{Sends}": "Sends",
    "repair.report.file:doing[persona.mei]#{Dictates}": "Dictates",
    "repair.report.file:feeling[persona.mei]": "uneasy",
    "repair.report.file:wait.because": "Nobody is there",
    "repair.report.file:survey#csat.question": "How was it?",
    "repair.report.file->:condition": "too late",
    "repair.report.file->:because": "They give up",
    "repair.report.call:title": "Calls",
}


def found(text: str, **files: str) -> dict[str, str]:
    return {item.key: item.text for item in source_texts(clean(text, **files).model)}


def marked(key: str) -> str:
    """A key with the marks of the texts in braces."""
    from journeyql.model.keys import mark

    before, brace, rest = key.partition("{")
    return before + mark(rest.partition("}")[0]) + rest.partition("}")[2] if brace else key


def test_everything_in_quotation_marks_but_notes_and_nothing_else() -> None:
    assert found(REPAIR) == {marked(key): text for key, text in KEYS.items()}


def test_texts_stand_in_the_order_of_the_file_and_know_their_place() -> None:
    items = source_texts(clean(REPAIR).model)
    lines = [item.span.line for item in items]
    assert lines == sorted(lines)
    assert {item.span.text for item in items} >= {
        '"Files"',
        '"Writes"',
        '"Nobody is there"',
        '"too late"',
        '"They give up"',
    }
    said = {item.key: (item.kind, item.name, item.element.id) for item in items}
    assert said["repair.report.file->:condition"] == ("arrow", "condition", "file")
    assert said["repair.report.file:wait.because"] == ("touchpoint", "because", "file")


def test_translations_in_the_file_are_no_source() -> None:
    assert found('journey a "A"\n  title[de]: "Ä"\n  "Waits" emotion=2\n') == {"a:title": "A", "a.waits:title": "Waits"}


BEFORE = 'journey a "A"\n  stage s "S"\n    touchpoint t "T"\n      doing: "Writes", "Sends"\n      -> end "late"\n'


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(BEFORE.replace('"Writes"', '"Sits down", "Writes"'), id="an item inserted before"),
        pytest.param(BEFORE.replace('"Writes", "Sends"', '"Sends", "Writes"'), id="items in another order"),
        pytest.param(BEFORE.replace("    touchpoint t", '    touchpoint n "N"\n    touchpoint t'), id="a step before"),
        pytest.param(BEFORE.replace("  stage s", '  stage r "R"\n  stage s'), id="a stage before"),
        pytest.param('persona p "P"\n' + BEFORE, id="a persona before"),
    ],
)
def test_keys_do_not_depend_on_what_stands_before(after: str) -> None:
    new = found(after)
    assert {key: new[key] for key in found(BEFORE)} == found(BEFORE)


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        pytest.param(
            ['persona tom "Tom"', 'team tom "Tom & sons"'],
            ["tom~persona:title", "tom~team:title"],
            id="kinds tell apart",
        ),
        pytest.param(
            ['journey j "J"\n  stage s "S"\n    touchpoint[CN] t "A"\n    touchpoint[JP] t "B"'],
            ["j:title", "j.s:title", "j.s.t[market.CN]:title", "j.s.t[market.JP]:title"],
            id="qualifiers tell apart",
        ),
        pytest.param(
            ['journey j "J"\n  stage s "S"\n    pain "Slow"\n    pain "Slow"'],
            ["j:title", "j.s:title", "j.s.slow:title", "j.s.slow~2:title"],
            id="nothing but the order tells apart",
        ),
        pytest.param(
            ['journey j "J"\n  stage s "S"\n    touchpoint t "T"\n      -> end "late"\n      -> end "wrong"'],
            ["j:title", "j.s:title", "j.s.t:title", "j.s.t->#{late}:condition", "j.s.t->#{wrong}:condition"],
            id="several arrows to one place",
        ),
    ],
)
def test_equal_names(lines: list[str], keys: list[str]) -> None:
    assert list(found("\n".join(lines))) == [marked(key) for key in keys]
    if len(lines) > 1:
        assert sorted(found("\n".join(reversed(lines)))) == sorted(map(marked, keys))


def test_only_what_their_order_tells_apart_is_numbered() -> None:
    model = clean('journey j "J"\n  stage s "S"\n    pain "Slow"\n    pain "Slow"\npersona j "Jo"\n').model
    assert [item.key for item in source_texts(model) if item.numbered] == ["j~journey.s.slow~2:title"]


BASE = """
journey base "Base"
  stage s "S"
    touchpoint t "T"
      doing: "Writes"
      -> end "late"
team shop "Shop"
"""
OVER = """
use base `base.journey`
journey shop "Shopping"
  stage x "X" owner=base.shop
extend base.s.t
  title: "Tee"
  thinking: "Hm"
  -> end "wrong"
"""


def test_the_keys_of_a_file_are_the_same_alone_and_in_use() -> None:
    together = [item for item in source_texts(clean(OVER, base=BASE).model) if item.source.name == "base.journey"]
    alone = {item.local: item.text for item in source_texts(clean(BASE).model)}
    assert {item.local: item.text for item in together} == {key: alone[key] for key in alone if key != "base.s.t:title"}
    assert len({item.key for item in together}) == len(together)
    assert found(OVER, base=BASE)["base.s.t:title"] == "Tee"
    assert found(OVER, base=BASE)["shop@base.journey:title"] == "Shop"


# ---- translation

GERMAN = {
    "repair:title": "Reparatur",
    "app:title": "App",
    "repair.report.file:title": "Stellt einen Antrag",
    "repair.report.file:doing#{Sends}": "Schickt ab",
    "repair.report.file:wait.because": "Niemand ist da",
    "repair.report.file:survey#csat.question": "Wie war es?",
    "repair.report.file->:condition": "zu spät",
    "repair.report:mood": "ruhig",
}


def german(text: str = REPAIR, texts: dict[str, str] = GERMAN, language: str = "de", **more: dict[str, str]) -> Model:
    catalogues = {"de": {marked(key): said for key, said in texts.items()}, **more}
    return translated(clean(text).model, language, catalogues)


def step(view: View, name: str = "file") -> Touchpoint:
    return next(item for item in view.of(Touchpoint) if item.id == name)


def test_the_translated_model_says_everything_in_the_language() -> None:
    view = german().view(Context(language="de"))
    file = step(view)
    assert view.title(file) == "Stellt einen Antrag"
    assert view[file.doing] == ("Writes", "Schickt ab")
    assert view[file.wait] is not None
    assert (cell := view.cell(file.wait)) is not None
    assert cell.because == "Niemand ist da"
    assert [item.id for item in view.evidence(file.wait)] == ["survey"]
    question = view.cells(file.survey)[0].options
    assert question is not None
    assert view[question.question] == "Wie war es?"
    assert [edge.condition for edge in view.graph.edges if edge.condition] == ["zu spät"]
    parent = view.parent(file)
    assert parent is not None
    assert view.own(parent, "mood") == "ruhig"
    assert [view.title(journey) for journey in view.journeys] == ["Reparatur"]


def test_in_its_own_language_the_model_says_what_it_did() -> None:
    plain, more = clean(REPAIR).model.view(), german().view()
    assert [plain.title(item) for item in plain.of(Element)] == [more.title(item) for item in more.of(Element)]
    assert plain[step(plain).doing] == more[step(more).doing]


@pytest.mark.parametrize("context", [Context(), Context(persona="mei"), Context(language="de", persona="mei")])
def test_which_value_holds_does_not_change(context: Context) -> None:
    """Mei dictates, whether or not that is translated."""
    view = german().view(context)
    expected = ("Dictates",) if context.persona else ("Writes", "Sends")
    assert view[step(view).doing] == expected


def test_a_language_falls_back_on_the_larger_one_text_by_text() -> None:
    more = {"repair.report.file:title": "Stellt an"}
    view = german(language="de-AT", **{"de-AT": more}).view(Context(language="de-AT"))
    assert view.title(step(view)) == "Stellt an"
    assert view[step(view).doing] == ("Writes", "Schickt ab")
    assert view.title(step(view, "call")) == "Calls"


@pytest.mark.parametrize(
    ("language", "catalogues", "expected"),
    [
        ("de", {"de": {"a:title": "Katalog"}}, "Datei"),
        ("de-AT", {"de": {"a:title": "Katalog"}}, "Datei"),
        ("de-AT", {"de-AT": {"a:title": "Wien"}, "de": {"a:title": "Katalog"}}, "Wien"),
        ("fr", {"fr": {"a:title": "Catalogue"}}, "Catalogue"),
        ("it", {"de": {"a:title": "Katalog"}}, "File"),
    ],
)
def test_the_file_goes_before_a_catalogue_of_the_same_language(
    language: str, catalogues: dict[str, dict[str, str]], expected: str
) -> None:
    model = translated(clean('journey a "File"\n  title[de]: "Datei"\n  "S" emotion=2').model, language, catalogues)
    view = model.view(Context(language=language))
    assert [view.title(journey) for journey in view.journeys] == [expected]


def test_only_what_is_said_changes() -> None:
    model = clean(REPAIR).model
    assert translated(model, "de", {}) is model
    assert translated(model, "de", {"de": {"nowhere:title": "x", "repair:title": ""}}) is model
    more = translated(model, "de", {"de": {"app:title": "Programm"}})
    changed = [path for path, element in model.elements.items() if more.elements[path] is not element]
    assert changed == ["app"]
    assert more.used("language") == ("de",)


def test_what_is_inherited_is_translated_with_its_source() -> None:
    model = resolved(
        'team ops "Operations"\njourney j "J"\n  owner: ops because="They know"\n  stage s "S"\n    "T" emotion=2\n'
    ).model
    view = translated(model, "de", {"de": {"j:owner.because": "Sie wissen es"}}).view(Context(language="de"))
    cells = [view.cell(item.owner) for item in view.of(Touchpoint)]
    assert [cell.because for cell in cells if cell] == ["Sie wissen es"]


def test_keys_are_unique() -> None:
    items: tuple[SourceText, ...] = source_texts(clean(REPAIR).model)
    assert len({item.key for item in items}) == len(items)
