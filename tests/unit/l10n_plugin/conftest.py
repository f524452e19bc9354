"""What the tests of localisation share: a folder with maps, and the program run in it."""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from journeyql.cli import ending

MAP = """
journey repair "Getting a tap repaired"
  market: DE
market DE "Germany" locales=de-AT
team ops "Operations"
stage report "Report the fault"
  touchpoint file "Files a request" emotion=2
    doing: "Takes a photo", "Fills in the form"
    thinking: "Will they answer in {hours} hours?"
    -> end "no answer"
"""
GERMAN = {
    "Getting a tap repaired": "Einen Wasserhahn reparieren lassen",
    "Germany": "Deutschland",
    "Operations": "Betrieb",
    "Report the fault": "Schaden melden",
    "Files a request": "Stellt einen Antrag",
    "Takes a photo": "Macht ein Foto",
    "Fills in the form": "Füllt das Formular aus",
    "Will they answer in {hours} hours?": "Antworten sie in {hours} Stunden?",
    "no answer": "keine Antwort",
}


@attrs.frozen
class Done:
    """How a run of the program ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program in a folder that has the map `shop.journey`."""
    (tmp_path / "shop.journey").write_text(MAP.lstrip(), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def started(*words: str) -> Done:
        capsys.readouterr()
        code = contextvars.copy_context().run(ending.run, words)  # the host of a command ends with it
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return started


@pytest.fixture
def translate(tmp_path: Path, run: Run) -> Callable[[str], Path]:
    """Begins the catalogue of a language and fills it in German."""

    def filled(language: str) -> Path:
        assert run("l10n", "update", "shop.journey", "-l", language).returncode == 0
        path = tmp_path / f"shop.{language}.po"
        text = path.read_text("utf-8")
        for source, said in GERMAN.items():
            text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{said}"')
        path.write_text(text, "utf-8")
        return path

    return filled
