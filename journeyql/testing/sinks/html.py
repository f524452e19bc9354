"""Looks into HTML: the tags that do something are the renderer's own, and no word has become one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from journeyql.testing.hostile import MARK
from journeyql.testing.sinks import links

#: Tags that script, embed, load, or change what the page does.
_ACTIVE: Final = frozenset(
    *(
        [
            "script",
            "style",
            "link",
            "meta",
            "base",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "template",
            "slot",
            "portal",
            "math",
            "foreignobject",
            "use",
            "image",
            "img",
            "set",
            "animate",
            "handler",
        ],
    )
)


def problems(text: str, harmless: str) -> Iterator[str]:
    """What words do in a page besides being read."""
    page, usual = Page.of(text), Page.of(harmless)
    yield from page.found
    for tag in sorted(page.active.keys() | usual.active.keys()):
        if page.active[tag] != usual.active[tag]:
            yield f"there are {page.active[tag]} <{tag}>, and {usual.active[tag]} when all words are harmless"


class Page(HTMLParser):
    """What stands in a page besides text; `disguised` are links whose words are not the address they lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: Counter[str] = Counter()
        self.disguised = 0
        self._inside = ""
        self._data = False
        self._link: list[str] = []

    @classmethod
    def of(cls, text: str) -> Page:
        """A page, read."""
        page = cls()
        page.feed(text)
        page.close()
        return page

    @property
    def active(self) -> Counter[str]:
        """The tags that do something."""
        return Counter({tag: count for tag, count in self.tags.items() if tag in _ACTIVE})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags[tag] += 1
        self._inside = tag
        if tag == "a":
            self._link = [unquote(dict(attrs).get("href") or "")]
        self._data = ("type", "application/json") in attrs
        if MARK in tag:
            self.found.append(f"words have become an element, <{tag}>")
        for name, value in attrs:
            self.found.extend(links.attribute(name.rpartition(":")[2], value or ""))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a script, a style or a link."""
        self._inside = "" if tag == self._inside else self._inside
        if tag == "a" and self._link:
            target, *words = self._link
            self.disguised += unquote("".join(words)).strip() not in (target, target.removeprefix("mailto:"))
            self._link = []

    def handle_data(self, data: str) -> None:
        """Note words in links, scripts and styles."""
        if self._link:
            self._link.append(data)
        if self._inside == "style":
            self.found.extend(links.style(data))
        elif self._inside == "script" and self._data:
            self.found.extend(_data_problems(data))
        elif self._inside == "script" and MARK in data:
            self.found.append(f"words stand in a script, {data!r:.80}")

    def handle_comment(self, data: str) -> None:
        """Note words in comments."""
        self._marked("a comment", data)

    def handle_decl(self, decl: str) -> None:
        """Note words in declarations."""
        self._marked("a declaration", decl)

    def unknown_decl(self, data: str) -> None:
        """Note words in declarations."""
        self._marked("a declaration", data)

    def handle_pi(self, data: str) -> None:
        """Note words in processing instructions."""
        self._marked("a processing instruction", data)

    def _marked(self, what: str, data: str) -> None:
        if MARK in data:
            self.found.append(f"words stand in {what}, {data!r:.60}")


def _data_problems(data: str) -> Iterator[str]:
    try:
        json.loads(data)
    except ValueError as error:
        yield f"a script with data cannot be read as JSON: {error}"
