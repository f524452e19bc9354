"""Looks into Markdown as its readers do: whatever the words are, each of them makes the same page.

Readers differ, so every one that is installed is asked: `markdown-it-py`, `mistune`, `commonmark`.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from journeyql.testing.sinks.html import Page

#: Messages name single words of a map as code, as many as there are.
_UNCOUNTED: Final = frozenset({"code", "a"})
#: Fewer of these are the renderer's choice: Chinese, for example, is not slanted.
_INLINE: Final = frozenset({"em", "strong", "del", "s", "sup", "mark"})


def problems(text: str, harmless: str) -> Iterator[str]:
    """What some reader makes of the words besides text."""
    for name, read in readers().items():
        page, usual = Page.of(read(text)), Page.of(read(harmless))
        yield from (f"{words} (read by {name})" for words in (*page.found, *_differences(page, usual)))


def _differences(page: Page, usual: Page) -> Iterator[str]:
    """Tags that words have made, or made disappear."""
    more, fewer = _counted(page) - _counted(usual), _counted(usual) - _counted(page)
    yield from (f"words make {count} more <{tag}>" for tag, count in sorted(more.items()))
    yield from (f"words make {count} fewer <{tag}>" for tag, count in sorted(fewer.items()) if tag not in _INLINE)
    if page.disguised > usual.disguised:
        yield f"words make {page.disguised - usual.disguised} more links that do not show where they lead"


def _counted(page: Page) -> Counter[str]:
    return Counter({tag: count for tag, count in page.tags.items() if tag not in _UNCOUNTED})


def readers() -> Mapping[str, Callable[[str], str]]:
    """The readers that are installed; a ModuleNotFoundError when there is none."""
    made = {"markdown_it": _markdown_it, "mistune": _mistune, "commonmark": _commonmark}
    found = {name: make() for name, make in made.items() if importlib.util.find_spec(name) is not None}
    if not found:
        message = 'looking into Markdown needs one of its readers: pip install "journeyql[testing]"'
        raise ModuleNotFoundError(message)
    return found


def _markdown_it() -> Callable[[str], str]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return lambda text: str(parser.render(text))


def _mistune() -> Callable[[str], str]:
    import mistune

    plugins = ("table", "strikethrough", "url", "footnotes", "task_lists", "def_list", "abbr", "mark", "superscript")
    parser = mistune.create_markdown(escape=False, plugins=list(plugins))
    return lambda text: str(parser(text))


def _commonmark() -> Callable[[str], str]:
    import commonmark

    return lambda text: str(commonmark.commonmark(text))
