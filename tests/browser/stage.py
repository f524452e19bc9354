"""Loads documents that may be hostile, many at a time, and tells what came of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

import attrs
import chromium
from playwright.sync_api import Browser, BrowserContext, Error, Route

#: What a document may do, by a policy that only reports: nothing. A page may align the cells of its tables.
_POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
_POLICIES: Final = {"svg": _POLICY, "html": f"{_POLICY}; style-src-attr 'unsafe-inline'"}
_TYPES: Final = {"svg": "image/svg+xml", "html": "text/html; charset=utf-8"}
_AT_ONCE: Final = 48
_FOLDER: Final = Path(__file__).parent
_PAGE: Final = "<!doctype html><html lang=en><meta charset=utf-8><title>Stage</title><body>{}"
_FRAME: Final = '<iframe src="/{}"></iframe>'


@attrs.frozen
class Outcome:
    """What a document did: how many elements it has, and what came of it that should not."""

    elements: int
    found: tuple[str, ...]


@attrs.define
class Stage:
    """A context whose every document has a witness."""

    browser: Browser
    asked: list[str] = attrs.field(factory=list)
    dialogs: list[str] = attrs.field(factory=list)
    _answers: dict[str, Callable[[Route], None]] = attrs.field(factory=dict)
    _number: Iterator[int] = attrs.field(factory=count)

    def outcomes(self, documents: Sequence[tuple[str, str]]) -> Iterator[Outcome]:
        """What comes of documents, each given by its ending and its text."""
        made = chromium.context(self.browser, self._answers, self.asked)
        made.add_init_script(path=_FOLDER / "witness.js")
        try:
            for start in range(0, len(documents), _AT_ONCE):
                yield from self._batch(made, documents[start : start + _AT_ONCE])
        finally:
            made.close()

    def _batch(self, made: BrowserContext, documents: Sequence[tuple[str, str]]) -> Iterator[Outcome]:
        page = made.new_page()
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        frames = []
        for ending, text in documents:
            name = f"{next(self._number)}.{ending}"
            self._answers[f"/{name}"] = partial(_answer, text=text, type_=_TYPES[ending], policy=_POLICIES[ending])
            frames.append(_FRAME.format(name))
        self._answers["/"] = partial(_answer, text=_PAGE.format("".join(frames)), type_=_TYPES["html"], policy="")
        try:
            page.goto(f"{chromium.HOST}/", wait_until="load")
            told = page.evaluate((_FOLDER / "touch.js").read_text("utf-8"))
        except Error as error:  # a document has taken the page away, or keeps it busy
            told = [{"elements": 0, "found": [str(error).splitlines()[0]]}] * len(documents)
        page.close()
        self._answers.clear()
        yield from (Outcome(one["elements"], tuple(one["found"])) for one in told)


def _answer(route: Route, *, text: str, type_: str, policy: str) -> None:
    headers = {"content-type": type_} | ({"content-security-policy-report-only": policy} if policy else {})
    route.fulfill(body=text.encode("utf-8", "replace"), headers=headers)
