"""Places to break, sign by sign: the lists of JIS X 4051, GB/T 15834 and UAX #14 written down once more."""

from __future__ import annotations

import pytest

from journeyql.render import breaking
from journeyql.render.breaking import atoms, split
from journeyql.render.metrics import units

CLOSING = (
    ",.:;?!)]}%‰°′″℃»›，。、；：？！）」』】”’％…‥·・〉》〕〗〙〛｝］｠｣､｡･ー～〜々〻ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇿ"
)
OPENING = "([{¿¡（《「『【“‘〈〔〖〘〚｛［｟｢￥$£€＄￡"
ATTACHED = "-‐‑–/~\"'"
EITHER = "“”‘’»«›‹\"'"
GLUE = "\u00a0\u202f\u2007\u2060\ufeff"
PUNCTUATION = ",.:;?!)]}»，。、；：？！）」』】”’％…—》〉"


def _texts(text: str) -> list[str]:
    return [atom.text for atom in atoms(text)]


@pytest.mark.parametrize("sign", CLOSING)
def test_never_at_the_start(sign: str) -> None:
    assert _texts(f"水{sign}水")[0] == f"水{sign}"


@pytest.mark.parametrize("sign", sorted(set(CLOSING) - set(EITHER)))
def test_not_even_after_a_space(sign: str) -> None:
    assert len(_texts(f"water {sign}")) == 1


@pytest.mark.parametrize("sign", OPENING)
def test_never_at_the_end(sign: str) -> None:
    assert _texts(f"水{sign}水") == ["水", f"{sign}水"]


@pytest.mark.parametrize("sign", sorted(set(OPENING) - set(EITHER)))
def test_not_even_before_a_space(sign: str) -> None:
    assert len(_texts(f"{sign} water")) == 1


@pytest.mark.parametrize("sign", ATTACHED)
def test_attached_signs_start_a_line_only_after_a_space(sign: str) -> None:
    assert _texts(f"水{sign}")[0] == f"水{sign}"
    assert _texts(f"water {sign}x") == ["water", f"{sign}x"]


@pytest.mark.parametrize("sign", EITHER)
def test_quotation_marks_open_and_close(sign: str) -> None:
    assert _texts(f"a {sign}b{sign} c") == ["a", f"{sign}b{sign}", "c"]


@pytest.mark.parametrize("sign", GLUE)
def test_glue(sign: str) -> None:
    assert len(_texts(f"水{sign}水")) == 1


@pytest.mark.parametrize("sign", PUNCTUATION)
def test_the_best_break_is_after_punctuation(sign: str) -> None:
    assert atoms(f"水{sign} 水")[-2].cost == breaking.AFTER_PUNCTUATION


@pytest.mark.parametrize(
    ("text", "lang", "cost"),
    [
        ("a b", "", breaking.AT_SPACE),
        ("4 min", "", breaking.AT_SPACE + breaking.AFTER_NUMBER),
        ("水水", "", breaking.BETWEEN_CHARACTERS),
        ("3个", "zh", breaking.BETWEEN_CHARACTERS + breaking.AFTER_NUMBER),
        ("水和", "zh", breaking.BETWEEN_PHRASES),
        ("的水", "zh-CN", breaking.BETWEEN_PHRASES),
        ("的水", "", breaking.BETWEEN_CHARACTERS),
        ("self-service", "", breaking.INSIDE_WORD),
        ("and/or", "", breaking.INSIDE_WORD),
        ("vor—nach—her", "", breaking.AFTER_PUNCTUATION),
        ("vor–nach", "", breaking.INSIDE_WORD),
        ("vor‐nach", "", breaking.INSIDE_WORD),
    ],
)
def test_costs(text: str, lang: str, cost: float) -> None:
    assert atoms(text, lang=lang)[0].cost == cost
    assert len(atoms(text, lang=lang)) > 1


def _parts(word: str, limit: int) -> list[tuple[str, float]]:
    return [(part.text, part.cost) for part in split(atoms(word)[0], limit, bold=False, lang="")]


def test_forced_breaks_shun_the_edges_and_like_signs() -> None:
    forced, edge, sign = breaking.FORCED, breaking.FORCED_AT_EDGE, breaking.FORCED_AT_SIGN
    own = atoms("abcdef")[0].cost
    assert _parts("abcdef", 1) == [("a", edge), ("b", forced), ("c", forced), ("d", forced), ("e", edge), ("f", own)]
    for mark in "-/&=_@\u2010\u2013":
        assert _parts(f"ab{mark}1d", 1)[2] == (mark, sign)
    for mark in ".?:":
        assert (f"b{mark}", sign) in _parts(f"ab{mark}1d", units("b?"))


def test_forced_breaks_keep_closing_signs_as_long_as_they_fit() -> None:
    both = units("d)")
    assert [text for text, _ in _parts("ad)", both)] == ["a", "d)"]
    assert [text for text, _ in _parts("ad)", both - 1)] == ["a", "d", ")"]


def test_a_split_atom_keeps_what_follows_it() -> None:
    first = atoms("abc def")[0]
    parts = split(first, 1, bold=True, lang="")
    assert "".join(part.text for part in parts) == "abc"
    assert [part.gap for part in parts] == ["", "", " "]
    assert (parts[-1].gap_units, parts[-1].cost) == (first.gap_units, first.cost)
    assert parts[0].text_units == units("a", bold=True)


def test_an_atom_with_a_space_inside_breaks_there_first() -> None:
    parts = split(atoms("Quoi ?")[0], units("Quoi"), bold=False, lang="")
    assert [(part.text, part.gap) for part in parts] == [("Quoi", " "), ("?", "")]
    assert parts[0].cost == breaking.AT_SPACE
