"""Write text into other formats so that it stays text: one function per sink."""

from __future__ import annotations

import re
from typing import Final

from journeyql.render.urls import url

__all__ = ["csv", "dot", "markdown", "markdown_cell", "markdown_link", "mermaid", "plain", "url", "xml"]

# Each sink has patterns of its own; those that are texts here are compiled by `re` when the sink is first used.
#: Control characters, lone surrogates and noncharacters (not allowed in XML 1.0, or discouraged there), and the
#: controls that reorder what a reader sees (Trojan Source, CVE-2021-42574).
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS: Final = "[ \t]+"

_XML: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)

#: Signs get a backslash where every reader knows it: list markers only at the start, a full stop only inside a word,
#: where it could make a web address. Others become entities, because some readers take no backslash there: colon and
#: slash only where they could make an address or open a definition; no-break and wide spaces at both ends.
_MARKDOWN: Final = (
    r"(?P<number>^[0-9]{1,9}[.)](?=\s|\Z))|(?P<entity>[&<>|~$^=@]|:(?=[^\s\d])|^:|/(?=/)|(?<=/)/|^\s|\s\Z)"
    r"|[\\`*_{}\[\]#]|^[-+!]|(?<=[^\W\d_])\.(?=[^\W_])|(?<=\d)\.(?=[^\W\d_])"
)

#: What Mermaid, or the Markdown inside its labels, could read as syntax. U+FB02 and the pilcrow are Mermaid's own marks
#: for entities; hyphen, full stop, bracket and percent sign count only where they make lists, addresses or comments.
_MERMAID: Final = (
    r"[\x22#&<>;`\\*_~|{}\[\]$^=:@+\ufb02\xb6]|%(?=%)|(?<=%)%|(?<![^\W_])-|-(?![^\W_])|\.(?=\S)|(?<=\d)[.)]"
)
_MERMAID_NAMES: Final = {'"': "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;"}

_ENTITY_LIKE: Final = re.compile(r"&(?=#?\w+;)")
_HTML_LIKE: Final = re.compile(r"\A\s*<")
_PLAIN_NUMBER: Final = r"[-+]?[0-9]+(?:\.[0-9]+)?%?"
_FORMULA: Final = "[\\s\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"


def plain(text: str) -> str:
    r"""A text whose dangerous characters can be seen: each becomes U+FFFD, so that the length stays.

    Dangerous are control characters (but tab and line ends), lone surrogates, noncharacters, and the bidirectional
    controls U+202A to U+202E and U+2066 to U+2069. All functions below do this first.

    >>> plain("a\x00b\u202ec") == "a\ufffdb\ufffdc"
    True
    """
    return text if text.isprintable() else _UNSAFE.sub("\ufffd", text)  # what is printable is never dangerous


def xml(text: str) -> str:
    """A text for XML 1.0, HTML and SVG, both between tags and in quoted attributes.

    >>> xml("a < b & 'c'")
    'a &lt; b &amp; &#39;c&#39;'
    """
    return plain(text).translate(_XML)


def markdown(text: str) -> str:
    r"""A text for a Markdown paragraph, heading or list item that every reader shows as it is, on one line.

    Nothing in it makes a tag, link, image, address, emphasis, heading, list, quotation, table, formula, code or
    entity, even where it starts the line. Line ends and runs of blanks become one blank.

    >>> print(markdown("1. *Not* a <b>list</b>; see https://example.org"))
    1\. \*Not\* a &lt;b&gt;list&lt;/b&gt;; see https&#58;&#47;&#47;example\.org
    """
    return _markdown(text, " ")


def markdown_cell(text: str) -> str:
    r"""A text for a cell of a Markdown table: as `markdown`, but line ends become ` / `.

    A line break in a cell needs a `<br>` tag, which is raw HTML and shown as letters by careful readers.

    >>> markdown_cell("yes\nno | maybe")
    'yes / no &#124; maybe'
    """
    return _markdown(text, " / ")


def markdown_link(text: str, target: str) -> str:
    """A Markdown link with a text, or the text alone when the target may not be written (see `url`).

    >>> markdown_link("Report", "report.md?a=1&b=2"), markdown_link("Report", "javascript:alert(1)")
    ('[Report](report.md?a=1&amp;b=2)', 'Report')
    """
    address = url(target)
    return _markdown(text, " ") if address is None else f"[{_markdown(text, ' ')}]({xml(address)})"


def dot(text: str) -> str:
    r"""A text for a Graphviz label or tooltip, to be put between double quotes (the quotes are not added).

    It is never taken for an HTML-like label, not even by the `graphviz` package, and no entity in it is decoded. Line
    ends become centred lines. Not for record shapes, in which `{`, `|` and `}` draw fields.

    >>> print(dot('5" tap\nC:\\new <b>'))
    5\" tap\nC:\\new <b>
    """
    lines = _LINE_END.split(text.replace("\t", " "))
    escaped = (_ENTITY_LIKE.sub("&amp;", plain(line)).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return _HTML_LIKE.sub(lambda match: match[0].replace("<", "&lt;"), "\\n".join(escaped))


def mermaid(text: str) -> str:
    """A text for a label of a Mermaid flowchart, to be put between double quotes (the quotes are not added).

    It shows as written, holds no Markdown, icon or formula, and can not close a fenced code block. Line ends become
    `<br/>`. A text without anything to see becomes a blank, because Mermaid's grammar refuses an empty label.

    >>> mermaid('Says "no": #1')
    'Says #quot;no#quot;#58; #35;1'
    """
    lines = (re.sub(_BLANKS, " ", plain(line)).strip() for line in _LINE_END.split(text))
    return "<br/>".join(re.sub(_MERMAID, _mermaid_code, line) for line in lines) or " "


def csv(text: str) -> str:
    r"""A complete cell of a CSV file, quotes included, that a spreadsheet shows and does not run.

    A text that a spreadsheet could take for a formula gets an apostrophe first (OWASP, "CSV injection"); a plain
    number stays bare. Source of the quotes: RFC 4180.

    >>> csv('=1+1'), csv("-4.5"), csv('5" tap')
    ('"\'=1+1"', '-4.5', '"5"" tap"')
    """
    if re.fullmatch(_PLAIN_NUMBER, text):
        return text
    safe = plain(_LINE_END.sub("\n", text))
    return '"' + ("'" if re.match(_FORMULA, text) else "") + safe.replace('"', '""') + '"'


def _markdown(text: str, line_end: str) -> str:
    """A text in Markdown on one line."""
    lines = (re.sub(_BLANKS, " ", line).strip(" ") for line in _LINE_END.split(text))
    return re.sub(_MARKDOWN, _markdown_code, plain(line_end.join(line for line in lines if line)))


def _markdown_code(match: re.Match[str]) -> str:
    """A Markdown sign as an entity, or behind a backslash; a number at the start keeps its digits before that."""
    if match["number"]:
        return f"{match[0][:-1]}\\{match[0][-1]}"
    names = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return names.get(match[0], f"&#{ord(match[0])};") if match["entity"] else f"\\{match[0]}"


def _mermaid_code(match: re.Match[str]) -> str:
    """A character as one of Mermaid's entities."""
    return _MERMAID_NAMES.get(match[0], f"#{ord(match[0])};")
