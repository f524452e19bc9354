"""What is drawn of a map speaks one language: no word of ours in another one."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
RENDERERS = ["flow", "dot", "markdown"]
CHINESE = ["car-insurance", "property-repair"]
ENGLISH = ["rail-europe", "reference"]

#: What is no text for people in what renderers write.
MARKUP = {
    "svg": r"<style\b.*?</style>|<[^>]*>",
    "md": r"```text\n|```mermaid\n.*?```|\]\([^)]*\)|&#?\w+;",
}


def written(name: str, renderer: str, folder: Path) -> str:
    """What people read in the output of a renderer."""
    command = [sys.executable, "-m", "journeyql", "compile", f"{name}.journey", "-t", renderer, "-o", f"{folder}/"]
    subprocess.run(command, cwd=EXAMPLES, capture_output=True, check=True)
    return "\n".join(_read(path) for path in sorted(folder.iterdir()))


def _read(path: Path) -> str:
    text, suffix = path.read_text("utf-8"), path.suffix[1:]
    if suffix == "dot":
        return "\n".join(re.findall(r'(?:label|tooltip)="((?:[^"\\]|\\.)*)"', text)).replace("\\n", "\n")
    return re.sub(MARKUP[suffix], " ", text, flags=re.DOTALL | re.MULTILINE)


def latin(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z][A-Za-z’']*", text)}


def han(text: str) -> set[str]:
    return {c for c in text if unicodedata.name(c, "").startswith("CJK UNIFIED")}


def source(name: str) -> str:
    files = [EXAMPLES / f"{name}.journey", *(EXAMPLES / "shop").glob("*.journey")]
    return "".join(path.read_text("utf-8") for path in files)


#: Names, and what marks personas in a curve. Findings of rules are in English, and left out.
OURS = {"journeyql", "a", "b", "c", "ulwick"}


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_map_has_no_english_word_of_ours(name: str, renderer: str, tmp_path: Path) -> None:
    text = written(name, renderer, tmp_path)
    text = re.sub(r"^## 检查结果.*?(?=^## |\Z)", "", text, flags=re.DOTALL | re.MULTILINE)
    assert latin(text) - latin(source(name)) - OURS == set()


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("name", ENGLISH)
def test_an_english_map_has_no_chinese_word_of_ours(name: str, renderer: str, tmp_path: Path) -> None:
    assert han(written(name, renderer, tmp_path)) - han(source(name)) == set()
