"""Link targets: an allow-list of schemes, and spellings that hide another one."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyql.render.escape import url

ALLOWED = [
    ("https://example.org", "https://example.org"),
    ("HTTP://example.org:8080/a?b=c&d=e#f", "HTTP://example.org:8080/a?b=c&d=e#f"),
    ("https://例え.jp/ü?q=ä b", "https://%E4%BE%8B%E3%81%88.jp/%C3%BC?q=%C3%A4%20b"),
    ("https://example.org/a(b)|c'd\"<e>[f]`{g}^", "https://example.org/a%28b%29%7Cc%27d%22%3Ce%3E%5Bf%5D%60%7Bg%7D%5E"),
    ("https://example.org/%41%zz", "https://example.org/%41%25zz"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("mailto:a@example.org?subject=x y", "mailto:a@example.org?subject=x%20y"),
    ("report.md", "report.md"),
    ("../a/b c.svg", "../a/b%20c.svg"),
    ("/page/a:b", "/page/a:b"),
    ("a/b:c", "a/b:c"),
    ("?q=a:b", "?q=a:b"),
    ("#stage-1", "#stage-1"),
    (" https://example.org\n", "https://example.org"),
    ("java%20script/x", "java%20script/x"),
    ("https://example.org/~a_b*c,d;e+f!g$h@i.j-k", "https://example.org/~a_b*c,d;e+f!g$h@i.j-k"),
    ("https://example.org/%c3%bC", "https://example.org/%c3%bC"),
    ("https://example.org?x#y", "https://example.org?x#y"),
    ("mailto:first.last+tag@mail.example.org", "mailto:first.last+tag@mail.example.org"),
]
REFUSED = [
    "", " ", "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:x",
    "java\x00script:x", "\x01javascript:x", "java\u200bscript:x", "java\u00adscript:x", "javascript&colon;alert(1)",
    "javascript&#58;alert(1)", "&#106;avascript:x", "java script:alert(1)", "vbscript:x", "data:text/html,<script>", "file:///etc/passwd",
    "blob:x", "about:blank", "ftp://example.org", "tel:1", "view-source:x", "//example.org", "///example.org", "\\\\example.org",
    "/\\example.org", "https:example.org", "https:/example.org", "https://", "https:///x", "https://user@example.org",
    "https://user:pw@example.org/", "https://example.org\\@evil.org", "mailto:", "mailto:x", "mailto:a@b@c", "mailto:a b@c", "mailto:a@b c", "mailto:a/b@c", "mailto:a@b/c", "mailto:?a@b", "mailto:a?b@c", "1:2", "a:b", ":x",
    "ｊavascript:x", "javascript：x\u2028", "x\ud800y", "\u202ehttps://example.org", "jav\u00a0ascript:x", "?x\ty",
]  # fmt: skip


@pytest.mark.parametrize(("text", "target"), ALLOWED)
def test_allowed(text: str, target: str) -> None:
    assert url(text) == target


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert url(text) is None


@given(
    st.one_of(
        st.text(),
        st.tuples(st.sampled_from(["javascript:", "https://", "mailto:", "//", "data:", "a/", ""]), st.text()).map(
            "".join
        ),
    )
)
def test_whatever_comes_out_is_ascii_and_of_a_known_scheme(text: str) -> None:
    target = url(text)
    if target is not None:
        assert re.fullmatch(r"[A-Za-z0-9\-._~:/?#@!$&*+,;=%]+", target)
        parts = urlsplit(target)
        assert parts.scheme in {"http", "https", "mailto", ""}
        assert bool(parts.netloc) == (parts.scheme in {"http", "https"})
        assert url(target) == target
        assert unquote(target) in {text.strip(" \t\r\n"), unquote(text.strip(" \t\r\n"))}
