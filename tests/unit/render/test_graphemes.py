"""Grapheme clusters against the examples of UAX #29 and an independent implementation where one is installed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql.render.graphemes import graphemes

#: Samples of UAX #29 table 1a and of the rules GB3 to GB13, a bar where a cluster ends.
CASES = [
    "",
    "a|b",
    "e\u0301|x",
    "\r\n|a",
    "\n|\r|\u0301",
    "a|\u200b|b",
    "g\u0308\u0323|u",
    "\u0ba8\u0bbf|x",  # Tamil ni
    "\u0e01\u0e33|x",  # Thai kam
    "\u0937\u093f|x",  # Devanagari ssi
    "\u0915\u094d\u0937|x",  # Devanagari ksha
    "\u0915\u094d|x",
    "\u0915\u094d\u200d\u0937",  # with a joiner
    "\u0915|\u0937",
    "\u0995\u09cd\u09a4",  # Bengali kta
    "\u1100\u1161\u11a8|\u1100",
    "\uac00\u11a8|x",
    "\uac01\u11a8|\uac00",
    "\uac01|\u1161",
    "\U0001f1e8\U0001f1f3|\U0001f1e9\U0001f1ea|\U0001f1fa",
    "\U0001f44d\U0001f3fd|a",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467|\U0001f600",
    "\u2764\ufe0f\u200d\U0001f525",
    "a\u200d|\U0001f600",
    "\U0001f600\u200d\u200d|\U0001f600",
    "\U0001f600|\U0001f600",
    "1\ufe0f\u20e3|2",
    *(
        f"{ka}{virama}{ka}|x"
        for ka, virama in (
            "\u0915\u094d",
            "\u0995\u09cd",
            "\u0a95\u0acd",
            "\u0b15\u0b4d",
            "\u0c15\u0c4d",
            "\u0d15\u0d4d",
        )
    ),
    *(f"{ka}{virama}|{ka}" for ka, virama in ("\u0b95\u0bcd", "\u0c95\u0ccd", "\u0e01\u0e3a")),
    "\u0915\u094d|a",
    "\ua960\u1161|x",
    "\ua97c\uac00|x",
    "\uac00\ud7b0|x",
    "\uac00\ud7cb\ud7fb|x",
    "\uac1c\u1161|\uac1d|\u1161",
    "\uff76\uff9e|\uff8a\uff9f|x",
    *(f"{sign}\u0661|x" for sign in "\u0605\u06dd\u070f\u08e2\u0d4e\U000110bd\U000110cd"),
    "\u0600\u0661|\u0662",  # Arabic number sign before a digit
    "\U0001f3f4\U000e0067\U000e007f|x",
]


@pytest.mark.parametrize("case", CASES)
def test_samples_of_the_standard(case: str) -> None:
    assert "|".join(graphemes(case.replace("|", ""))) == case


@given(st.text())
def test_joined_they_give_the_text_back(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert all(graphemes(text))


@given(st.lists(st.sampled_from("ab\u0301\u200d\ufe0f😀👍🏽🇨🇳가각\u11a8नमस्ते中 \r\n"), max_size=12))
def test_as_the_regex_package_has_it(characters: list[str]) -> None:
    regex = pytest.importorskip("regex")
    text = "".join(characters)
    lax = regex.search(r"(?<![\p{InCB=Consonant}\p{M}\u200d])[\p{M}\u200d]*\u094d", text)  # it joins after any virama
    if not lax:
        assert list(graphemes(text)) == regex.findall(r"\X", text)
