"""Whatever a catalogue says is only a text: it is escaped like any other, and nothing falls over it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from journeyql_l10n.writing import escaped

HOSTILE = [
    "\"><script>alert(1)</script><a href='javascript:alert(1)'>",
    "]]></text></svg><svg onload=alert(1)>",
    '"]; evil [label="x',
    "\x00\x01\x07\x1b[31m\x7f",
    "\u202egnp.exe \u2066\u200b",
    "# heading\n\n| a | b |\n```\n<!-- -->",
    "{0} {x} {x.__class__} %s $(id) `id`",
    "=cmd|'/c calc'!A0",
    "long " * 2000,
    "𝕏\u0301" * 300,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_every_renderer_draws_it(run, translate, tmp_path: Path, text: str) -> None:
    path = translate("de")
    catalogue = path.read_text("utf-8")
    for said in ("Stellt einen Antrag", "Macht ein Foto", "keine Antwort", "Einen Wasserhahn reparieren lassen"):
        catalogue = catalogue.replace(f'msgstr "{said}"', f'msgstr "{escaped(text)}"')
    path.write_text(catalogue, "utf-8")
    for renderer, suffix in (
        ("map", "svg"),
        ("flow", "flow.svg"),
        ("dot", "dot"),
        ("markdown", "md"),
        ("json", "json"),
    ):
        done = run("compile", "shop.journey", "--locale", "de", "-t", renderer)
        assert done.returncode == 0, done.stderr
        drawn = (tmp_path / f"shop.locale-de.{suffix}").read_text("utf-8")
        outside = re.sub(r"^```.*?^```", "", drawn, flags=re.DOTALL | re.MULTILINE)  # where everything is literal
        assert "<script" not in outside or renderer in ("dot", "json")  # which hold texts as strings
        assert not {"\x00", "\x07", "\x1b"} & set(drawn)
    for suffix in ("svg", "flow.svg"):
        tree = ET.fromstring((tmp_path / f"shop.locale-de.{suffix}").read_text("utf-8"))  # noqa: S314 - our own output
        assert "script" not in {item.tag.rpartition("}")[2] for item in tree.iter()}
    titles = {item["title"] for item in json.loads((tmp_path / "shop.locale-de.json").read_text())["elements"]}
    assert text.strip() in {title.strip() for title in titles}


def test_messages_about_it_are_printed_safely(run, tmp_path: Path) -> None:
    (tmp_path / "shop.de-AT.po").write_bytes(b'msgid "\x1b[31m\xe2\x80\xae"\nmsgstr "x\n')
    done = run("l10n", "check")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_what_is_no_file_is_named(run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "shop.de.po")
    (tmp_path / "shop.fr.po").mkdir()
    (tmp_path / "shop.it.po").symlink_to("nowhere")
    for action in ("check", "update"):
        done = run("l10n", action)
        assert done.returncode == 1
        for tag in ("de", "fr", "it"):
            assert f"shop.{tag}.po cannot be read: it is no file" in done.stdout
    done = run("compile", "shop.journey", "--locale", "de", "-t", "json")
    assert "shop.de.po cannot be read: it is no file" in done.stderr


@pytest.mark.parametrize("locale", ["../x", "a/b", "/etc/passwd", "a" * 300])
def test_a_locale_that_is_none_is_no_name_of_a_file(run, locale: str) -> None:
    done = run("compile", "shop.journey", "--locale", locale, "-t", "json")
    assert done.returncode == 2
    assert "unknown-context" in done.stderr


def test_a_catalogue_of_another_encoding_is_never_written(run, tmp_path: Path) -> None:
    path = tmp_path / "shop.de.po"
    path.write_bytes(b'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n')
    before = path.read_bytes()
    done = run("l10n", "update")
    assert (done.returncode, path.read_bytes()) == (1, before)
    assert "this one says ISO-8859-1" in done.stdout
