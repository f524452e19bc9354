"""The documentation agrees with the code: generated pages are current, and what they show compiles."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from resolving import resolved

ROOT = Path(__file__).parents[2]


def _pages() -> dict[Path, str]:
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[Path, str] = module.pages()
    return pages


def test_generated_pages_are_current() -> None:
    stale = [path.name for path, text in _pages().items() if path.read_text("utf-8") != text]
    assert stale == [], "run `python docs/make.py`"


def _blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)


PAGES = [ROOT / "README.md", ROOT / "docs" / "language" / "README.md", ROOT / "docs" / "language" / "reference.md"]


@pytest.mark.parametrize(
    ("page", "text"),
    [(page.name, text) for page in PAGES for text in _blocks(page, "journey")],
)
def test_every_journey_in_the_documentation_resolves(page: str, text: str) -> None:
    assert [f"{page}: {item.message}" for item in resolved(text).diagnostics if item.severity.word == "error"] == []


def test_the_readme_shows_the_example_as_it_is() -> None:
    first = _blocks(ROOT / "README.md", "journey")[0]
    file = (ROOT / "examples" / "repair.journey").read_text("utf-8")
    assert file.endswith(first)


def test_the_gate_runs_the_readmes_test_command() -> None:
    command = _blocks(ROOT / "README.md", "sh")[1].strip()
    assert "pytest" in command
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]), ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^(````*)\w*\n.*?^\1$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
