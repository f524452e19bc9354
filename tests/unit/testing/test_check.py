"""`check` looks at a text in memory, with the plugins that are given and nothing else."""

from __future__ import annotations

import datetime
import re

import kit_acme
import pytest

import journeyql_experience
from journeyql.facts import CURVES, FactKey
from journeyql.model import Persona, Stage
from journeyql.testing import check

MAP = """
    journey "Coffee" persona=mei, tom
      stage "QUEUES" emotion=2 emotion[tom]=4
      stage "Gets it" emotion=5
    persona mei "Mei"
    persona tom "Tom"
"""


def test_only_the_given_plugins_are_there() -> None:
    assert check(MAP).names == ()
    assert check(MAP, plugins=[kit_acme]).names == ("loud-title",)
    assert check('journey "A"\n  "B"\n    ritual "C"\n', plugins=[kit_acme]).names == ("cold-ritual",)
    assert check('journey "A"\n  "B"\n    ritual "C"\n').names == ("unknown-kind",)


def test_what_a_result_holds() -> None:
    result = check(MAP, plugins=[kit_acme, journeyql_experience])
    assert [finding.message for finding in result.of("loud-title")] == ['"QUEUES" is written in capitals']
    assert result.of("ACME001") == result.of(kit_acme.LOUD) == result.of("loud-title")
    assert [persona.id for persona in result.model.all(Persona)] == ["mei", "tom"]
    assert [result.view[stage.emotion] for stage in result.view.of(Stage)] == [2.0, 5.0]
    assert [curve.persona for curve in result.fact(CURVES)] == ["mei", "tom"]
    assert result.source.line_text(1) == 'journey "Coffee" persona=mei, tom'


def test_it_prints_like_the_command_line() -> None:
    assert str(check(MAP, plugins=[kit_acme])) == (
        'warning[loud-title]: "QUEUES" is written in capitals\n'
        " --> map.journey:2:9\n"
        "  |\n"
        '2 |   stage "QUEUES" emotion=2 emotion[tom]=4\n'
        "  |         ^^^^^^^^\n"
        "  |\n"
        '  = help: write "Queues"\n\n'
        "1 warning in 1 file\n"
    )


@pytest.mark.parametrize(("persona", "emotion"), [("", 2.0), ("mei", 2.0), ("tom", 4.0)])
def test_a_point_of_view(persona: str, emotion: float) -> None:
    result = check(MAP, persona=persona, plugins=[journeyql_experience])
    stage = result.view.of(Stage)[0]
    assert result.view[stage.emotion] == emotion
    assert [curve.persona for curve in result.fact(CURVES)] == ([persona] if persona else ["mei", "tom"])


def test_options_are_those_of_passes() -> None:
    assert check(MAP, plugins=[kit_acme], options={"acme": {"shortest": 7}}).names == ()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"acme": {"shortest": "x"}}, "options: `passes.acme.shortest`: expected a whole number, not 'x'"),
        ({"acme": {"shorttest": 3}}, "did you mean `shortest`?"),
        ({"acne": {}}, "no plugin offers it; known: acme"),
    ],
)
def test_options_that_do_not_fit(options: dict, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        check(MAP, plugins=[kit_acme], options=options)


def test_several_files() -> None:
    files = {
        "base.journey": '\n  use p `shared/people.journey`\n  journey a "A"\n    stage s "S" emotion=2\n',
        "shared/people.journey": 'persona mei "MEI"\n',
    }
    text = "use base `base.journey`\nextend base.a\n  extend s emotion=3\n"
    result = check(text, files=files, plugins=[kit_acme])
    assert [(item.rule.name, item.span.source.name) for item in result.diagnostics] == [
        ("loud-title", "shared/people.journey")
    ]
    assert [result.view[stage.emotion] for stage in result.view.of(Stage)] == [3.0]
    assert [source.name for source in result.sources] == ["shared/people.journey", "base.journey", "map.journey"]


def test_nothing_is_read_from_the_disk(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.journey").write_text('journey "A"\n')
    (tmp_path / "journeyql.toml").write_text('[rules]\nunusable-file = "off"\n')
    monkeypatch.setenv("JOURNEYQL_PLUGINS", "nobody")
    assert check("use base `base.journey`\n").names == ("unusable-file",)


@pytest.mark.parametrize(("today", "names"), [(datetime.date(2027, 1, 31), ()), (datetime.date(2027, 2, 1), 2)])
def test_the_day_is_given(today: datetime.date, names: object) -> None:
    text = 'journey "A"\n  "LOUD" emotion=2\n    allow loud-title "A name" until=2027-01-31\n'
    found = check(text, plugins=[kit_acme], today=today).names
    assert found == names or len(found) == names
    assert check(text, plugins=[kit_acme]).names == ()


def test_the_same_module_may_be_checked_again() -> None:
    assert len({check(MAP, plugins=[kit_acme]).names for _ in range(3)}) == 1


def test_what_is_missing_is_told() -> None:
    result = check(MAP, persona="nobody")
    with pytest.raises(AssertionError, match=r"map\.journey has no persona `nobody`"):
        _ = result.model
    key: FactKey[int] = FactKey("acme.count")
    with pytest.raises(AssertionError, match=r"no pass provided the fact `acme\.count`"):
        check(MAP).fact(key)


def test_a_plugin_that_cannot_be_used_is_among_the_findings() -> None:
    assert check(MAP, plugins=[object()]).names == ("plugin-not-loaded",)


def test_a_text_that_begins_with_a_line_is_taken_as_it_is() -> None:
    assert check('  journey "A"\n').source.text == '  journey "A"\n'
    assert check('\n  journey "A"\n\n    "B"\n').source.text == 'journey "A"\n\n  "B"\n'
