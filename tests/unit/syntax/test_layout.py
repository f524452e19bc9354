"""The layout loses nothing, and both its readings agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lines_of import files

from journeyql.syntax.layout import Line, lines, place

TABLE = [
    ("", []),
    ("\n", [Line("", "", "", "\n")]),
    ("a", [Line("", "a", "", "")]),
    ("  a  # b\r\n", [Line("  ", "a", "  # b", "\r\n")]),
    ("# a\n", [Line("", "", "# a", "\n")]),
    ('a "# b" # c', [Line("", 'a "# b"', " # c", "")]),
    ("a `# b` # c", [Line("", "a `# b`", " # c", "")]),
    (r'a "\"# b" # c', [Line("", r'a "\"# b"', " # c", "")]),
    ('a "# b', [Line("", 'a "# b', "", "")]),
    ("a “# b” # c", [Line("", "a “# b”", " # c", "")]),
    ("a\rb\n", [Line("", "a\rb", "", "\n")]),
    ("a\u2028b\n", [Line("", "a\u2028b", "", "\n")]),
    ("\ta", [Line("\t", "a", "", "")]),
    (
        "a: | # c\n  b # d\n\nc",
        [
            Line("", "a: |", " # c", "\n"),
            Line("  ", "b # d", "", "\n", True),
            Line("", "", "", "\n", True),
            Line("", "c", "", ""),
        ],
    ),
    ("  a: |\n  b", [Line("  ", "a: |", "", "\n"), Line("  ", "b", "", "")]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[repr(row[0]) for row in TABLE])
def test_lines(text: str, expected: list[Line]) -> None:
    assert list(lines(text)) == expected


alphabet = st.text(st.sampled_from('ab:|"`#\\ \t\n\r\u3000\xa0\u2028“”-é'), max_size=60)


@settings(max_examples=200, deadline=None)
@given(alphabet | st.text() | files())
def test_joining_the_lines_gives_the_text_back(text: str) -> None:
    assert "".join("".join(line[:4]) for line in lines(text)) == text


@settings(max_examples=200, deadline=None)
@given(alphabet | files())
def test_rows_are_the_lines_that_say_something(text: str) -> None:
    rows = [(number, code) for number, _, _, code in place(text).rows]
    found = enumerate(lines(text), 1)
    assert rows == [(number, line.code.strip()) for number, line in found if line.code.strip() and not line.verbatim]


@settings(max_examples=200, deadline=None)
@given(alphabet)
def test_depth_grows_one_level_at_a_time(text: str) -> None:
    last = -1
    for _, _, depth, _ in place(text).rows:
        assert 0 <= depth <= last + 1
        last = depth
