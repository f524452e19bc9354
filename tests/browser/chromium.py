"""Debian's Chromium, driven by Playwright: one browser, whose pages can reach nothing but what the tests give them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
from boxes import Measured
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

#: Where the browser is, unless the environment says otherwise.
EXECUTABLE = os.environ.get("JOURNEYQL_CHROMIUM", "/usr/bin/chromium")
HOST = "http://journey.test"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
)
_FOLDER = Path(__file__).parent
_TOLD = "async (given) => JSON.stringify(await (\n{}\n)(given))"
_EMPTY = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Map</title>{}</head><body style='margin:0'>"
#: Fonts five per cent larger than those that Debian has; `size-adjust` scales every letter (CSS Fonts 5). Chinese
#: characters stay as they are: they are one em wide in every font.
WIDER = """<style>
@font-face { font-family: L; size-adjust: 105%; src: local("Liberation Sans") }
@font-face { font-family: L; size-adjust: 105%; font-weight: 600 700; src: local("Liberation Sans Bold") }
@font-face { font-family: L; size-adjust: 105%; font-style: italic; src: local("Liberation Sans Italic") }
@font-face { font-family: C; size-adjust: 105%; unicode-range: U+0-1FFF; src: local("Noto Sans CJK SC") }
@font-face {
  font-family: C; size-adjust: 105%; unicode-range: U+0-1FFF; font-weight: 600 700; src: local("Noto Sans CJK SC Bold")
}
@font-face { font-family: A; size-adjust: 105%; src: local("Noto Sans Arabic") }
@font-face { font-family: A; size-adjust: 105%; font-weight: 600 700; src: local("Noto Sans Arabic Bold") }
svg { font-family: L, A, 'Noto Sans CJK SC', sans-serif !important }
svg:lang(zh) { font-family: C, 'Noto Sans CJK SC', L, A, sans-serif !important }
</style>"""


@contextmanager
def browser() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=EXECUTABLE, args=_ARGUMENTS)
        yield started
        started.close()


def context(started: Browser, answers: Mapping[str, Callable[[Route], None]], asked: list[str]) -> BrowserContext:
    """A context in which paths of the host are answered; everything else is refused, and kept in `asked`."""
    made = started.new_context()

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path in answers:
            answers[path](route)
        else:
            asked.append(route.request.url)
            route.abort()

    made.route("**/*", answer)
    return made


@attrs.frozen(eq=False)
class Sheet:
    """A page on which one picture after the other is laid out."""

    page: Page

    @classmethod
    def of(cls, started: Browser, style: str = "") -> Sheet:
        page = started.new_page()
        page.set_content(_EMPTY.format(style))
        return cls(page)

    def measure(self, svg: str) -> Measured:
        """Where the browser puts the lines and boxes of a picture."""
        return Measured.of(self.run("measure.js", svg))

    def run(self, script: str, given: object) -> Any:
        """What a script of this folder makes of something; as one text, which is much faster than value by value."""
        told: str = self.page.evaluate(_TOLD.format((_FOLDER / script).read_text("utf-8")), given)
        return json.loads(told)
