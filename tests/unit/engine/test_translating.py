"""Translation sources: what they say is shown in their language, and what is wrong with them is named."""

import sys

import pytest
from engine_support import MAP, RULE, TODAY, plugin_with

from journeyql.engine.asked import Asked
from journeyql.engine.config import Config
from journeyql.engine.inputs import found
from journeyql.engine.session import Session
from journeyql.plugin import Translations, TranslationSource
from journeyql.plugin.manager import Plugins
from journeyql.source import SourceFile

GERMAN = {"de": {"j:title": "Reparatur", "j.report:title": "Meldet"}, "de-AT": {"j.report:title": "Gibt Bescheid"}}


def source(work, name="acme", **more):
    return TranslationSource(name=name, summary="s", work=work, **more)


def said(texts=GERMAN):
    return lambda context: Translations(texts=texts.get(context.language, {}))


def titles(tmp_path, language, *sources):
    """The titles of the map in a language, and what was found."""
    (tmp_path / "a.journey").write_text(MAP)
    (item,) = found([str(tmp_path / "a.journey")])
    plugins = Plugins.of([plugin_with(*sources, hook="journeyql_translations")])
    session = Session.start(plugins, Config(), today=TODAY, asked=Asked(language=language), reraise=True)
    checked = session.check(item)
    view = checked.model.view()
    shown = [view.title(item) for item in (*view.journeys, *view.stages(view.journeys[0]))]
    return shown, [finding.message for finding in checked.diagnostics]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("", ["Repair", "Report"]),
        ("de", ["Reparatur", "Meldet"]),
        ("de-AT", ["Reparatur", "Gibt Bescheid"]),
        ("de-CH", ["Reparatur", "Meldet"]),
        ("fr", ["Repair", "Report"]),
    ],
)
def test_the_nearest_language_is_shown_and_else_the_text_as_written(tmp_path, language, shown):
    assert titles(tmp_path, language, source(said())) == (shown, [])


def test_an_earlier_source_goes_before_a_later_one(tmp_path):
    other = source(said({"de": {"j:title": "Ausbesserung", "j.report:title": "Berichtet"}}), "zulu")
    assert titles(tmp_path, "de", source(said({"de": {"j:title": "Reparatur"}})), other) == (
        ["Reparatur", "Berichtet"],
        [],
    )


def test_a_source_is_told_where_the_map_lies(tmp_path):
    asked = []
    titles(tmp_path, "de-AT", source(lambda context: asked.append(context) or Translations(texts={})))
    assert [(one.language, one.folder, one.stem) for one in asked] == [("de-AT", tmp_path, "a"), ("de", tmp_path, "a")]


def test_no_source_is_asked_without_a_language(tmp_path):
    assert titles(tmp_path, "", source(lambda _: 1 / 0)) == (["Repair", "Report"], [])


FOREIGN = SourceFile("a.de.po", "msgid")


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (lambda _: 1 / 0, "failed: ZeroDivisionError"),
        ("no_such_module_at_all:work", "failed: ModuleNotFoundError"),
        (lambda _: {"j:title": "x"}, "returned dict, not Translations"),
        (lambda _: Translations(texts=3), "returned int, not a mapping of texts"),
        (lambda _: Translations(texts={"j:title": 3}), "returned something else than a text for 'j:title'"),
        (
            lambda _: Translations(texts={}, diagnostics=(RULE.at(None, "x"),)),
            "reports the rule `low`, which it does not declare",
        ),
        (lambda _: sys.exit(), "failed: SystemExit"),
    ],
)
def test_a_source_that_fails_is_named_and_the_others_are_shown(tmp_path, work, reason):
    shown, (message,) = titles(tmp_path, "de", source(work), source(said(), "good"))
    assert shown == ["Reparatur", "Meldet"]
    assert "translation source `acme` of plugin acme" in message
    assert reason in message


@pytest.mark.parametrize(("sources", "expected"), [((FOREIGN,), "here"), ((), "a place that is not in the file")])
def test_findings_lie_in_the_map_or_in_what_was_read_for_it(tmp_path, sources, expected):
    finding = RULE.at(FOREIGN.span(1, 0, 5), "here")
    work = source(lambda _: Translations(texts={}, diagnostics=(finding,), sources=sources), rules=(RULE,))
    assert expected in titles(tmp_path, "de", work)[1][0]
