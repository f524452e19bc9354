"""Published attacks by script, in maps: the corpus of BRS-KB, a package of data under the MIT licence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import markdown_it
import mistune
from brs_kb.payloads import get_all_payloads
from drawings import MAPS, drawer

from journeyql.testing.checking import Text
from journeyql.testing.maps.spelling import literal, text

SAMPLE = 500
_MARKDOWN_IT = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_MISTUNE = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "url", "footnotes", "def_list"])


@cache
def corpus() -> tuple[str, ...]:
    """All payloads, in the order of their hashes, so that the first ones are a fair sample that is always the same."""
    found = {entry.payload for entry in get_all_payloads().values()}
    return tuple(sorted(found, key=lambda words: sha256(words.encode("utf-8", "surrogatepass")).digest()))


def chosen(*, everything: bool) -> tuple[str, ...]:
    return corpus() if everything else corpus()[:SAMPLE]


@cache
def _fields() -> str:
    return (MAPS / "fields.txt").read_text("utf-8")


def documents(*payloads: str) -> Iterator[tuple[str, str]]:
    """The documents of a map with payloads in its fields, in turn: an ending, and the text.

    The pictures as files of their own, then pictures and Markdown as parts of a page.
    """
    turn = itertools.cycle(payloads)

    def filled(field: re.Match[str]) -> str:
        return text(next(turn)) if field[0] == '"@"' else literal(next(turn))

    source = re.sub('"@"|`~`', filled, _fields())
    setup = drawer("map", "en").setup
    looked = setup.look(Text(source, name=f"{Path(payloads[0]).name or 'map'}.journey"), analysed=False)
    made = {name: setup.session.draw(looked, drawer(name, "en").drawing, "map") for name in ("map", "flow", "markdown")}
    found = {name: str(drawn.files[0].content) for name, drawn in made.items()}
    yield "svg", found["map"]
    yield "svg", found["flow"]
    read = (_MARKDOWN_IT.render(found["markdown"]), _MISTUNE(found["markdown"]))
    parts = (found["map"], found["flow"], *map(str, read))
    yield "html", f"<!doctype html><html lang=en><meta charset=utf-8><title>Map</title><body>{''.join(parts)}"


def bare(payload: str) -> tuple[str, str]:
    """A payload in a page as it is."""
    return "html", f"<!doctype html><html lang=en><meta charset=utf-8><title>Map</title><body>{payload}"
