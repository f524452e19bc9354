"""The translators' loop from the first catalogue to the drawn map, and everything that can be wrong on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Translate = Callable[[str], Path]


def rules(done) -> list[str]:
    return [item["rule"] for item in json.loads(done.stdout)["diagnostics"]]


def check(run, *words: str) -> list[str]:
    return rules(run("l10n", "check", "shop.journey", "--format", "json", *words))


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_the_loop(run, translate: Translate, tmp_path: Path) -> None:
    translate("de")
    assert check(run) == []
    done = run("compile", "shop.journey", "--locale", "de-AT", "-t", "markdown")
    assert done.returncode == 0, done.stderr
    shown = (tmp_path / "shop.locale-de-AT.md").read_text("utf-8")
    assert "Einen Wasserhahn reparieren lassen" in shown
    assert "Macht ein Foto" in shown
    assert "keine Antwort" in shown
    assert "Takes a photo" not in shown


def test_in_its_own_language_the_map_stays_as_it_is(run, translate: Translate, tmp_path: Path) -> None:
    before = run("compile", "shop.journey", "-t", "json", "-o", "-").stdout
    translate("de")
    assert run("compile", "shop.journey", "-t", "json", "-o", "-").stdout == before


def test_extract_writes_a_template_and_checks_it(run, tmp_path: Path) -> None:
    assert run("l10n", "extract", "--check").returncode == 0  # no template, none is outdated
    assert run("l10n", "extract").returncode == 0
    text = (tmp_path / "shop.pot").read_text("utf-8")
    assert text.count("msgid ") == 10
    assert "#. In: Getting a tap repaired › Report the fault\n" in text
    assert "#, python-brace-format\n" in text
    assert run("l10n", "extract", "--check").returncode == 0
    edit(tmp_path / "shop.journey", ("Takes a photo", "Takes two photos"))
    done = run("l10n", "extract", "--check", "--format", "json")
    assert (done.returncode, rules(done)) == (1, ["outdated-template"])


def test_update_writes_the_same_bytes_again(run, translate: Translate) -> None:
    path = translate("de")
    before = path.read_bytes()
    done = run("l10n", "update")
    assert path.read_bytes() == before
    assert "shop.de.po: 9 texts; unchanged" in done.stderr


def test_update_begins_the_languages_that_a_map_is_for(run, tmp_path: Path) -> None:
    (tmp_path / "journeyql.toml").write_text('[commands.l10n]\nlanguages = ["fr", "en-GB"]\n')
    run("l10n", "update")
    assert sorted(path.name for path in tmp_path.glob("*.po")) == ["shop.de-AT.po", "shop.fr.po"]


def test_a_change_of_the_map_is_told_and_kept(run, translate: Translate, tmp_path: Path) -> None:
    path = translate("de")
    edit(
        tmp_path / "shop.journey",
        ("Files a request", "Files an urgent request"),
        ('"Takes a photo", ', '"Sits down", "Takes a photo", '),
        ('    -> end "no answer"\n', ""),
    )
    done = run("l10n", "update", "shop.journey", "-l", "de")
    assert "10 texts" not in done.stderr
    assert "9 texts, 1 without translation, 1 to be looked at, 1 no longer there" in done.stderr
    text = path.read_text("utf-8")
    assert '#| msgid "Files a request"' in text
    assert 'msgstr "Macht ein Foto"' in text
    assert text.endswith('#~ msgid "no answer"\n#~ msgstr "keine Antwort"\n')
    assert sorted(check(run)) == ["stale-translation", "untranslated"]


def test_a_stale_translation_is_not_shown(run, translate: Translate, tmp_path: Path) -> None:
    translate("de")
    edit(tmp_path / "shop.journey", ("Files a request", "Files an urgent request"))
    for _ in range(2):  # before and after the catalogue is brought up to date
        shown = run("compile", "shop.journey", "--locale", "de", "-t", "markdown", "-o", "-").stdout
        assert "Files an urgent request" in shown
        assert "Stellt einen Antrag" not in shown
        run("l10n", "update")


def test_files_that_a_map_uses_have_catalogues_of_their_own(run, translate: Translate, tmp_path: Path) -> None:
    translate("de")
    (tmp_path / "eu").mkdir()
    (tmp_path / "journeyql.toml").touch()
    over = 'use base `../shop.journey`\nextend base.repair\n  touchpoint call "Calls" after=report.file emotion=1\n'
    (tmp_path / "eu" / "shop.eu.journey").write_text(over)
    run("l10n", "update", "eu", "-l", "de")
    catalogue = tmp_path / "eu" / "shop.eu.de.po"
    assert catalogue.read_text("utf-8").count("msgid ") == 2
    edit(catalogue, ('msgid "Calls"\nmsgstr ""', 'msgid "Calls"\nmsgstr "Ruft an"'))
    shown = run("compile", "eu/shop.eu.journey", "--locale", "de", "-t", "markdown", "-o", "-").stdout
    assert "Ruft an" in shown
    assert "Stellt einen Antrag" in shown


# ---- rules


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([], [], id="complete"),
        pytest.param([('msgstr "Betrieb"', 'msgstr ""')], ["untranslated"], id="an empty translation"),
        pytest.param([("msgctxt", "#, fuzzy\nmsgctxt")], ["stale-translation"], id="a fuzzy one"),
        pytest.param([('msgid "Operations"', 'msgid "Ops"')], ["stale-translation"], id="one for another text"),
        pytest.param([("in {hours} Stunden", "in {stunden} Stunden")], ["placeholder-mismatch"], id="renamed"),
        pytest.param([("in {hours} Stunden", "bald")], ["placeholder-mismatch"], id="left out"),
        pytest.param([("Macht ein", "Macht {ein}")], ["placeholder-mismatch"], id="new"),
        pytest.param([("{hours} Stunden?", "{hours:.1f} Stunden?")], [], id="another form of the same"),
        pytest.param([("Language: de", "Language: da")], ["language-tag"], id="the header of another language"),
        pytest.param([('"Betrieb"', '"Betrieb')], ["broken-catalogue", "untranslated"], id="not closed"),
        pytest.param([("#. team title", "team title")], ["broken-catalogue", "untranslated"], id="a line that is none"),
        pytest.param(
            [("#. team title", 'msgctxt "ops:title"\nmsgid "Operations"\nmsgstr "Ops"\n\n#. team title')],
            ["duplicate-message"],
            id="twice",
        ),
    ],
)
def test_what_check_finds(run, translate: Translate, changes: list[tuple[str, str]], expected: list[str]) -> None:
    path = translate("de")
    edit(path, *changes)
    assert sorted(check(run)) == expected


def test_a_language_without_catalogue(run, translate: Translate) -> None:
    assert check(run) == ["missing-catalogue"]
    translate("de")
    assert check(run) == []
    assert check(run, "-l", "fr") == ["missing-catalogue"]


def test_coverage_can_be_asked_for(run, translate: Translate) -> None:
    edit(translate("de"), ('msgstr "Betrieb"', 'msgstr ""'))
    assert run("l10n", "check").returncode == 0
    assert run("l10n", "check", "--min-coverage", "88").returncode == 0
    done = run("l10n", "check", "--min-coverage", "100")
    assert done.returncode == 1
    assert "1 of 9 texts are not translated into de; 89 % are shown, and 100 % are asked for" in done.stdout


def test_coverage_can_be_configured(run, translate: Translate, tmp_path: Path) -> None:
    (tmp_path / "journeyql.toml").write_text("[commands.l10n]\nmin-coverage = 100\n")
    edit(translate("de"), ('msgstr "Betrieb"', 'msgstr ""'))
    assert run("l10n", "check").returncode == 1
    assert run("l10n", "check", "--min-coverage", "10").returncode == 0


def test_equal_names_without_names_of_their_own(run, translate: Translate, tmp_path: Path) -> None:
    translate("de")
    edit(tmp_path / "shop.journey", ("    doing:", '    pain "Slow"\n    pain "Slow"\n    doing:'))
    assert "unstable-key" in check(run)
    edit(tmp_path / "shop.journey", ('    pain "Slow"', '    pain reply "Slow"'))
    assert "unstable-key" not in check(run)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("shop.zh_cn.po", "rename it: `zh-CN` is the tag"),
        ("shop.DE.po", "rename it: `de` is the tag"),
        ("shop.klingon.po", "use a tag like de, pt-BR or zh-Hans"),
    ],
)
def test_names_that_are_no_language(run, translate: Translate, tmp_path: Path, name: str, words: str) -> None:
    translate("de").rename(tmp_path / name)
    done = run("l10n", "check")
    assert done.returncode == 1
    assert words in done.stdout


def test_the_fix_of_a_placeholder(run, translate: Translate) -> None:
    edit(translate("de"), ("in {hours} Stunden", "in {hour} Stunden"))
    done = run("l10n", "check")
    assert "did you mean {hours}?" in done.stdout
    assert 'msgstr "Antworten sie in {hour} Stunden?"' in done.stdout


# ---- what is broken stays as it is


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'msgid "a"\nmsgstr "b\n', id="not closed"),
        pytest.param('msgid "é"\nmsgstr "b"\n'.encode("latin-1"), id="another encoding"),
        pytest.param(b"hello\n" * 500, id="something else"),
        pytest.param(b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', id="plural forms"),
        pytest.param(b'msgctxt "k"\nmsgid "a"\nmsgstr "b"\n' * 2, id="twice"),
    ],
)
def test_a_broken_catalogue_is_named_with_its_line_and_never_written(run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "shop.de-AT.po"
    path.write_bytes(data)
    for words in (("l10n", "update"), ("l10n", "check"), ("check", "shop.journey", "--locale", "de-AT")):
        done = run(*words)
        assert done.returncode == 1, done.stdout
        assert "--> shop.de-AT.po:" in done.stdout
        assert "Traceback" not in done.stderr
        assert path.read_bytes() == data
    drawn = run("compile", "shop.journey", "--locale", "de-AT", "-t", "markdown", "-o", "-")
    assert "Takes a photo" in drawn.stdout


def test_what_is_understood_of_a_broken_catalogue_is_shown(run, translate: Translate) -> None:
    edit(translate("de"), ('"Betrieb"', '"Betrieb'))
    done = run("compile", "shop.journey", "--locale", "de", "-t", "markdown", "-o", "-")
    assert "Stellt einen Antrag" in done.stdout
    assert "shop.de.po" in done.stderr


def test_a_catalogue_that_is_a_link_to_elsewhere_is_not_read(run, tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret"
    secret.write_text("password\n")
    (tmp_path / "shop.de-AT.po").symlink_to(secret)
    done = run("l10n", "check")
    assert "it is a link to another folder" in done.stdout
    assert "password" not in done.stdout + done.stderr


def test_a_map_with_errors_is_left_out(run, tmp_path: Path, translate: Translate) -> None:
    path = translate("de")
    before = path.read_bytes()
    edit(tmp_path / "shop.journey", ('"Files a request"', '"Files a request'))
    done = run("l10n", "update")
    assert done.returncode == 1
    assert "shop.journey is left out because of its errors" in done.stderr
    assert path.read_bytes() == before


def test_a_wrong_configuration_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "journeyql.toml").write_text("[commands.l10n]\nlanguage = []\n")
    done = run("l10n", "check")
    assert done.returncode == 2
    assert "did you mean `languages`?" in done.stderr


def test_words_that_mean_nothing(run) -> None:
    done = run("l10n", "update", "-l", "klingon")
    assert (done.returncode, "`klingon` is no language" in done.stderr) == (2, True)
    assert run("l10n", "update", "-").returncode == 2
