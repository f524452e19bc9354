"""docs/localisation.md, followed to the letter: each command prints what the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "localisation.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def run(folder: Path, line: str) -> str:
    command = [sys.executable, "-m", *line.removeprefix("$ ").split()]
    environ = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode()


def test_the_page_is_true(tmp_path: Path) -> None:
    (tmp_path / "shop.journey").write_text(blocks("journey")[0], "utf-8")
    for number, text in enumerate(blocks("console")):
        command, _, expected = text.partition("\n")
        assert run(tmp_path, command) == expected, command
        if number == 0:
            catalogue = tmp_path / "shop.de.po"
            [shown] = blocks("po")
            written = catalogue.read_text("utf-8")
            assert shown in written
            translated = written.replace(shown, shown.replace('msgstr ""', 'msgstr "Macht ein Foto"'))
            catalogue.write_text(translated, "utf-8")
    assert (tmp_path / "shop.locale-de.svg").exists()
    document = run(tmp_path, "$ journeyql compile shop.journey --locale de -t markdown -o -")
    assert "Macht ein Foto" in document
    assert "Fills in the form" in document


def test_the_configuration_is_understood(tmp_path: Path) -> None:
    (tmp_path / "journeyql.toml").write_text(blocks("toml")[0], "utf-8")
    (tmp_path / "shop.journey").write_text(blocks("journey")[0], "utf-8")
    told = run(tmp_path, "$ journeyql l10n check")
    assert "there is no catalogue for de" in told
    assert "there is no catalogue for zh-Hans" in told
