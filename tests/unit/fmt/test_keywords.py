"""`--keywords`: the words of the language change, and nothing else does."""

import textwrap
from pathlib import Path

import pytest
from formatting import TABLE, fmt, meaning, once

from journeyql.fmt import Style, formatted
from journeyql.source import SourceFile

ROOT = Path(__file__).resolve().parents[3]
PATHS = sorted([*ROOT.glob("examples/**/*.journey"), *ROOT.glob("journeyql/cli/presets/*.en.journey")])
EN, ZH = Style(keywords="en"), Style(keywords="zh")

CASES = {
    "kinds, properties, words and options": """
        # Why.

        journey j "J"
          goal: "Fast"
          state: current
          "A" @app emotion=2 optional=yes
            wait: 3d target=1d because="So"
            pain "P" severity=high
            -> end "never" share=3%
        ====
        # language: zh
        # Why.

        旅程 j "J"
          目标: "Fast"
          时态: 现状
          "A" @app 情绪=2 可选=是
            等待: 3d 目标=1d 因为="So"
            痛点 "P" 严重度=高
            -> end "never" 占比=3%
    """,
    "what an extension may be about": """
        use base `b.journey`

        extend[JP] base.shop emotion=2
          title[ja]: "店"
          goal[ja]: "早く"
          omit old
          allow valley-without-pain "Known" until=2027-01-31
        ====
        # language: zh
        引入 base `b.journey`

        扩展[JP] base.shop 情绪=2
          标题[ja]: "店"
          goal[ja]: "早く"
          省略 old
          允许 valley-without-pain "Known" 截止=2027-01-31
    """,
    "nothing": """
        ====
        # language: zh
    """,
    "comments only": """
        # Why.
        ====
        # language: zh
        # Why.
    """,
}


def split(case: str) -> tuple[str, str]:
    before, after = textwrap.dedent(case).strip(" ").split("====\n")
    return before.removeprefix("\n"), textwrap.dedent(after)


@pytest.mark.parametrize("name", CASES)
def test_to_chinese_and_back(name: str) -> None:
    english, chinese = split(CASES[name])
    assert fmt(english, ZH) == chinese
    assert fmt(chinese, EN) == english
    assert meaning(chinese) == meaning(english)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_files_go_there_and_back(path: Path) -> None:
    text = path.read_text("utf-8")
    chinese = fmt(text, ZH)
    assert chinese.startswith("# language: zh\n")
    assert fmt(chinese, EN) == text
    assert meaning(chinese) == meaning(text)


@pytest.mark.parametrize("path", sorted(ROOT.glob("journeyql/cli/presets/*.zh.journey")), ids=lambda path: path.name)
def test_templates_in_chinese(path: Path) -> None:
    text = path.read_text("utf-8")
    english = fmt(text, EN)
    assert "# language" not in english
    assert meaning(english) == meaning(text)
    assert fmt(english, ZH) == text


def test_a_file_that_is_in_the_language_stays() -> None:
    assert once('journey "J"\n', EN) == 'journey "J"\n'
    assert once('# language: zh\n旅程 "J"\n', ZH) == '# language: zh\n旅程 "J"\n'
    assert once('# language: de\njourney "J"\n', EN) == '# language: de\njourney "J"\n'
    assert once('# language: de\njourney "J"\n', ZH) == '# language: zh\n旅程 "J"\n'


def test_a_word_whose_meaning_another_file_decides() -> None:
    """`目标` in `extend` is a goal of a journey, or the target of a metric."""
    text = '# language: zh\n引入 base `b.journey`\n\n扩展 base.shop\n  目标[ja]: "早く"\n'
    assert once(text) == text
    found = formatted(SourceFile("a.journey", text), TABLE, EN)
    assert found.text is None
    assert [(error.rule.name, error.span and error.span.line) for error in found.errors] == [("unclear-keyword", 5)]
