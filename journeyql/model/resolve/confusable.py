"""Names that look like other names: mixed scripts, and twins in another script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import rules
from journeyql.model.resolve.draft import Draft
from journeyql.syntax import locate

#: Letters of Cyrillic and Greek that look like Latin ones, from the confusables of Unicode Technical Standard 39.
_CYRILLIC = dict(zip("асеіјорѕхуԁԛԝһАВСЕНІЈКМОРЅТХУ", "aceijopsxydqwhABCEHIJKMOPSTXY", strict=True))
_GREEK = dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True))
_LOOKS = str.maketrans({**_CYRILLIC, **_GREEK})
_ALPHABETS = {"LATIN", "CYRILLIC", "GREEK"}


def look_alikes(roots: Iterable[Draft]) -> Iterator[Diagnostic]:
    """A finding for each name that mixes look-alike alphabets, or looks like another name of the compilation."""
    drafts = [draft for root in roots for draft in root.walk() if draft.node.name]
    first = {draft.node.name: draft for draft in reversed(drafts) if draft.node.name.isascii()}  # type: ignore[union-attr]
    for draft in drafts:
        name = draft.node.name or ""
        if name.isascii():
            continue
        if len(_alphabets(name)) > 1:
            yield _finding(draft, f"`{name}` mixes letters of {' and '.join(sorted(_alphabets(name)))}", None)
        elif (twin := first.get(name.translate(_LOOKS))) is not None:
            yield _finding(draft, f"`{name}` looks like the name `{twin.node.name}`, but is another", twin)


def _alphabets(name: str) -> set[str]:
    words = (unicodedata.name(letter, "").partition(" ")[0] for letter in name)
    return {word.title() for word in words if word in _ALPHABETS}


def _finding(draft: Draft, message: str, twin: Draft | None) -> Diagnostic:
    span = locate.name_span(draft.origin.source, draft.node)
    related: tuple[Related, ...] = ()
    if twin is not None:
        related = (Related(locate.name_span(twin.origin.source, twin.node), "the name it looks like"),)
    hint = "write the name with the letters of one alphabet"
    return rules.CONFUSABLE_NAME.at(span, message, help=hint, related=related)
