"""What would make a map easier to read: it is drawn all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from journeyql.model import Channel, Element, View, kind_of
from journeyql.plugin import Diagnostic, nearest
from journeyql.render import calm
from journeyql.render.icons import ICONS, is_icon
from journeyql_map.options import Options
from journeyql_map.reading import Reader
from journeyql_map.rules import LONG_TITLE, NO_ICON, NO_TITLE, WIDE

#: Touchpoints side by side that two wide screens hold.
MOST_COLUMNS: Final = 24
#: Characters of a title; a touchpoint has room for some 60 on three lines.
LONGEST_TITLE: Final = 300
#: So many titles are named.
_NAMED: Final = 3


def advice(reader: Reader, options: Options) -> Iterator[Diagnostic]:
    """Findings about one map."""
    count = len(reader.steps)
    if count > MOST_COLUMNS and not (options.columns or options.page):
        message = f"the map of `{reader.journey.id}` has {count} touchpoints side by side and is very wide"
        advised = "`--columns 12` lets it go on below, `--page A3` puts it on pages, `-t pdf --page A3` into one file"
        yield WIDE.at(reader.journey.span, message, help=advised)
    long = [(one, size) for one in _titled(reader) if (size := _shown(reader, one)) > LONGEST_TITLE]
    for one, size in long[:_NAMED]:
        message = f"the title of `{one.id}` has {size:,} characters; a map shows all of them"
        yield LONG_TITLE.at(one.span, message, help="give it a title of a few words, and say the rest in `doing:`")
    everything = {one.path: one for one in (reader.journey, *reader.view.stages(reader.journey), *reader.steps)}
    nameless = [(one, kind) for one in everything.values() if (kind := _nameless(reader, one))]
    for one, kind in nameless[:_NAMED]:
        message = f"this {kind} has no title; the map shows `{one.id}`"
        yield NO_TITLE.at(one.span, message, help=f'say in a few words what it is: `{kind} "…"`')


def icons(view: View) -> Iterator[Diagnostic]:
    """The icons of channels that have no drawing."""
    for channel in view.of(Channel):
        name = view[channel.icon]
        if name and not is_icon(name):
            message = f"there is no icon `{name}`; `{channel.id}` has the one of its name, carrier or kind"
            near = nearest(name, ICONS)
            told = f"did you mean `{near}`?" if near else f"there are {', '.join(ICONS)}"
            yield NO_ICON.at(channel.span, message, help=told)


def _shown(reader: Reader, one: Element) -> int:
    """How many characters of a title a map shows: all, but those of a pile of marks on a letter."""
    return len(calm(reader.view.title(one)))


def _nameless(reader: Reader, one: Element) -> str:
    """The kind of an element that has no title, and is named after that kind."""
    kind = kind_of(type(one)).name
    return "" if reader.view[one.title] or not re.fullmatch(rf"{kind}(-\d+)?", one.id) else kind


def _titled(reader: Reader) -> Iterator[Element]:
    yield reader.journey
    yield from reader.steps
