"""The façade: what it offers, that it stays cheap, and what it must not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journeyql import render
from journeyql.render.typography import SIZES, direction, font_family

FORBIDDEN = (
    "lark",
    "click",
    "graphviz",
    "pluggy",
    "journeyql.plugin",
    "journeyql.engine",
    "journeyql.cli",
    "journeyql.syntax",
)


def test_public_names_are_sorted_and_there() -> None:
    assert render.__all__ == sorted(render.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert set(dir(render)) == set(render.__all__)
    for name in render.__all__:
        assert getattr(render, name) is not None
        assert getattr(render, name) is getattr(render, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = render.nothing


def _loaded(code: str) -> set[str]:
    """The modules loaded by a fresh interpreter that runs the code."""
    root = Path(render.__file__).parents[2]
    command = f"import sys; sys.path.insert(0, {str(root)!r}); before = set(sys.modules); {code}; print(*set(sys.modules) - before)"
    return set(
        subprocess.run([sys.executable, "-c", command], capture_output=True, check=True, text=True).stdout.split()
    )


def test_importing_the_package_loads_nothing_more() -> None:
    loaded = _loaded("import journeyql.render")
    assert {name for name in loaded if name.startswith("journeyql")} == {"journeyql", "journeyql.render"}
    assert not loaded & {"attr", "attrs", "decimal", "unicodedata", "xml", "pyexpat", "hashlib"}


def test_nothing_forbidden_is_loaded_by_all_of_it() -> None:
    everything = (
        "import journeyql.render as r; [getattr(r, name) for name in r.__all__]; import journeyql.render.catalogue_zh"
    )
    loaded = _loaded(everything)
    assert "journeyql.render.wrapping" in loaded
    assert not [name for name in loaded if name.startswith(FORBIDDEN)]


def test_fonts_of_the_design_page() -> None:
    assert font_family("en") == (
        "'Helvetica Neue', Arial, 'Liberation Sans', 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Hiragino Sans', "
        "'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
    )
    assert font_family("zh-CN").startswith(
        "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', "
    )
    first = {
        lang: font_family(lang).partition(",")[0] for lang in ("zh-Hant", "zh-TW", "zh-HK", "ja", "ko-KR", "de", "")
    }
    assert first == {
        "zh-Hant": "'PingFang TC'", "zh-TW": "'PingFang TC'", "zh-HK": "'PingFang HK'", "ja": "'Hiragino Sans'",
        "ko-KR": "'Apple SD Gothic Neo'", "de": "'Helvetica Neue'", "": "'Helvetica Neue'",
    }  # fmt: skip
    assert all(font_family(lang).endswith("sans-serif") for lang in first)


def test_nothing_is_smaller_than_eleven() -> None:
    assert min(SIZES.title_narrow, SIZES.stage, SIZES.touchpoint, SIZES.body, SIZES.label, SIZES.node_number) == 11


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("ar", "rtl"), ("AR_eg", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("", "ltr"), ("arn", "ltr")],
)
def test_direction(lang: str, expected: str) -> None:
    assert direction(lang) == expected
