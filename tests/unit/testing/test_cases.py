"""Comments in a map say what must be found in it; whatever differs is shown with the line."""

from __future__ import annotations

from pathlib import Path

import kit_acme
import pytest

from journeyql.testing import Case, cases, check_cases

MET = {
    "behind code": 'journey "A"\n  "B" emotoin=2  # ! unknown-property\n',
    "above it": 'journey "A"\n  # ! unknown-property\n\n  # more\n  "B" emotoin=2\n',
    "by code": 'journey "A"\n  "B" emotoin=2  #! JQL202\n',
    "words": 'journey "A"\n  "B" emotoin=2  # ! unknown-property @ "emotoin"\n',
    "a text without its quotes": 'journey "A"\n  "LOUD"  # ! loud-title @ "LOUD"\n',
    "a text with its quotes": 'journey "A"\n  "LOUD"  # ! loud-title @ `"LOUD"`\n',
    "escapes": 'journey "A"\n  "LOUD"  # ! loud-title @ "\\"LOUD\\""\n',
    "severity and message": 'journey "A"\n  "LOUD"  # ! loud-title warning @ "LOUD" says "in capitals"\n',
    "several": 'journey "A"\n  "LOUD" emotoin=2  # ! loud-title @ "LOUD" ! unknown-property @ "emotoin"\n',
    "several on lines": 'journey "A"\n  # ! loud-title\n  # ! unknown-property\n  "LOUD" emotoin=2\n',
    "several of one rule": 'journey "A"\n  "B" emotoin=2 feelign=x  # ! JQL202 ! JQL202 @ "emotoin"\n',
    "further down": '# !+2 loud-title\njourney "A"\n  "LOUD"\n',
    "further up": 'journey "A"\n  "LOUD"\n# !-1 loud-title\n',
    "no place": 'journey "A"  # !* plugin-not-loaded\n',
    "nothing expected": 'journey "A"  # a remark! with a mark\n  "B"\n',
    "in a text": 'journey "A"\n  "# ! loud-title"\n',
    "in a block": 'journey "A"\n  "B"\n    story "C"\n      text: |\n        a # ! loud-title\n',
}


@pytest.mark.parametrize("name", MET)
def test_what_is_expected_and_found(name: str) -> None:
    check_cases(MET[name], plugins=[kit_acme, object()] if name == "no place" else [kit_acme])


UNMET = {
    "missing": (
        'journey "A"\n  "B"  # ! loud-title @ "B"\n',
        '  2 | "B"\n    - loud-title @ "B"\n',
    ),
    "unexpected": (
        'journey "A"\n  "LOUD"\n',
        '  2 | "LOUD"\n    + loud-title @ "LOUD"\n        "LOUD" is written in capitals\n',
    ),
    "other words": (
        'journey "A"\n  "LOUD"  # ! loud-title @ "QUIET"\n',
        '    - loud-title @ "QUIET"\n    + loud-title @ "LOUD"\n',
    ),
    "other severity": (
        'journey "A"\n  "LOUD"  # ! loud-title error\n',
        "    - loud-title error\n    + loud-title",
    ),
    "other message": (
        'journey "A"\n  "LOUD"  # ! loud-title says "nothing"\n',
        '    - loud-title says "nothing"\n    + loud-title',
    ),
    "other line": (
        'journey "A"  # ! loud-title\n  "LOUD"\n',
        '  1 | journey "A"\n    - loud-title\n\n  2 | "LOUD"\n    + loud-title',
    ),
    "once too often": (
        'journey "A"\n  "LOUD"  # ! loud-title ! loud-title\n',
        '  2 | "LOUD"\n    - loud-title\n',
    ),
    "no place": ('journey "A"  # !* plugin-not-loaded\n', "  without a place\n    - plugin-not-loaded\n"),
    "no such rule": ('journey "A"  # ! loud-titel\n', "there is no rule `loud-titel`; did you mean `loud-title`?"),
    "no plugin": ('journey "A"  # ! valley-without-pain\n', "is its plugin given?"),
    "unclear": ('journey "A"  # ! loud-title, please\n', "line 1: `! loud-title, please` is no expectation; write"),
    "half clear": ('journey "A"  # ! loud-title ! @ "x"\n', '`! @ "x"` is no expectation'),
    "nothing below": ('journey "A"\n# ! loud-title\n', "line 2: there is no line that this expectation could be about"),
    "beyond the end": ('journey "A"  # !+2 loud-title\n', "there is no line"),
}


@pytest.mark.parametrize("name", UNMET)
def test_what_differs_is_shown(name: str) -> None:
    text, words = UNMET[name]
    with pytest.raises(AssertionError) as caught:
        check_cases(text, plugins=[kit_acme])
    assert words in f"{caught.value}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "loud.journey": 'journey "A"\n  "LOUD"  # ! loud-title\n',
        "deep/quiet.journey": '\ufeffuse _shared `../_shared.journey`\njourney "A"\n  "Quiet"\n',
        "_shared.journey": 'persona mei "MEI"  # ! loud-title\n',
        "_parts/wrong.journey": "journey\n  LOUD\n",
        ".hidden.journey": "x\n",
        "notes.md": "# Notes\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_of_cases(folder: Path) -> None:
    found = cases(folder)
    assert [str(case) for case in found] == ["deep/quiet", "loud"]
    for case in found:
        check_cases(case, plugins=[kit_acme])
    check_cases(folder, plugins=[kit_acme])
    check_cases(folder / "loud.journey", plugins=[kit_acme])


def test_what_differs_in_a_folder_is_shown_together(folder: Path) -> None:
    (folder / "more.journey").write_text('journey "MORE"\n')
    (folder / "_shared.journey").write_text('persona mei "MEI"\n')
    with pytest.raises(AssertionError) as caught:
        check_cases(folder, plugins=[kit_acme])
    assert (
        'deep/quiet.journey: what is found is not what the comments expect\n\n  _shared.journey:1 | persona mei "MEI"'
        in str(caught.value)
    )
    assert "\n\nmore.journey: what is found" in str(caught.value)


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    (tmp_path / "_shared.journey").write_text('persona mei "MEI"\n')
    with pytest.raises(ValueError, match="nothing would be tested"):
        cases(tmp_path)


def test_a_case_may_be_made_by_hand() -> None:
    case = Case("a.journey", "use p `p.journey`\n", {"p.journey": 'persona mei "MEI"  # ! ACME001\n'})
    check_cases(case, plugins=[kit_acme])
