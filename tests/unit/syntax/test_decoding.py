"""Bytes become text, or one clear finding."""

from __future__ import annotations

import pytest

from journeyql.syntax import decode


@pytest.mark.parametrize("data", ["journey “x”\n".encode(), "journey “x”\n".encode("utf-8-sig")])
def test_utf8(data: bytes) -> None:
    source, found = decode(data, "a.journey")
    assert source is not None
    assert source.text == "journey “x”\n"
    assert not found


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"a\nb\xe9\n", "Line 2 is not UTF-8: byte 2 of it is 0xE9.", 2, 2),
        (b"\xef\xbb\xbfa\xff", "Line 1 is not UTF-8: byte 2 of it is 0xFF.", 1, 2),
        ("é\n".encode() + "é\xfc".encode("latin-1"), "Line 2 is not UTF-8: byte 1 of it is 0xE9.", 2, 1),
        ("journey".encode("utf-16"), "The file is UTF-16 text; JourneyQL reads UTF-8.", 1, 1),
        ("journey".encode("utf-32"), "The file is UTF-32 text; JourneyQL reads UTF-8.", 1, 1),
        (b"\xed\xa0\x80", "Line 1 is not UTF-8: byte 1 of it is 0xED.", 1, 1),
    ],
)
def test_anything_else(data: bytes, message: str, line: int, column: int) -> None:
    source, found = decode(data, "a.journey")
    assert source is None
    assert [finding.message for finding in found] == [message]
    span = found[0].span
    assert span is not None
    assert (span.line, span.column, span.source.name) == (line, column, "a.journey")
