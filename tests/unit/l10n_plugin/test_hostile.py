"""Whatever a catalogue says is only a text: it is escaped like any other, and nothing falls over it."""

from __future__ import annotations

import json
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
    for renderer, suffix in (("flow", "svg"), ("dot", "dot"), ("markdown", "md"), ("json", "json")):
        done = run("compile", "shop.journey", "--locale", "de", "-t", renderer)
        assert done.returncode == 0, done.stderr
        drawn = (tmp_path / f"shop.locale-de.{suffix}").read_text("utf-8")
        outside = re.sub(r"^```.*?^```", "", drawn, flags=re.DOTALL | re.MULTILINE)  # where everything is literal
        assert "<script" not in outside or renderer in ("dot", "json")  # which hold texts as strings
        assert not {"\x00", "\x07", "\x1b"} & set(drawn)
    tree = ET.fromstring((tmp_path / "shop.locale-de.svg").read_text("utf-8"))  # noqa: S314 - our own output
    elements = {item.tag.rpartition("}")[2] for item in tree.iter()}
    assert "script" not in elements
    titles = {item["title"] for item in json.loads((tmp_path / "shop.locale-de.json").read_text())["elements"]}
    assert text.strip() in {title.strip() for title in titles}


def test_messages_about_it_are_printed_safely(run, tmp_path: Path) -> None:
    (tmp_path / "shop.de-AT.po").write_bytes(b'msgid "\x1b[31m\xe2\x80\xae"\nmsgstr "x\n')
    done = run("l10n", "check")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
