"""The signs of the language, for `explain`: what is no word of the vocabulary."""

from __future__ import annotations

import attrs

from journeyql.model.element import EVIDENCE
from journeyql.model.terms import END, START


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sign:
    """One of them: how it is written, its word in Chinese, what else people call it, what it says, and two lines that use it."""

    name: str
    zh: str = ""
    also: tuple[str, ...] = ()
    doc: str
    example: str


SIGNS = (
    Sign(
        name="->",
        also=("→", "arrow", "arrows", "flow", "goto"),
        doc="An arrow: what comes next, when that is not the touchpoint on the next line.",
        example='touchpoint file "Files a request"\n  -> call "no answer within a day" share=35%',
    ),
    *(Sign(name=one.name, zh=one.zh, doc=one.doc, example=one.example) for one in (START, END)),
    Sign(
        name="@",
        doc="The channel by which something happens: `@app` is short for `channel=app`.",
        example='channel app "Resident app" kind=online\nstage report "Reports the fault" @app',
    ),
    Sign(
        name="[…]",
        also=("[...]", "[]", "[", "]", "qualifier", "qualifiers"),
        doc=(
            "A qualifier: what it stands on holds for a persona, segment, market, language or state only."
            " A comma says or; different dimensions must all hold."
        ),
        example='touchpoint file "Files a request" emotion=3 emotion[mei]=2 emotion[future]=5\n  title[de]: "Stellt einen Antrag"',
    ),
    Sign(
        name=EVIDENCE.name,
        zh=EVIDENCE.zh,
        doc="Cites evidence, on a property or on an element for everything in it; what cites none is an assumption.",
        example='evidence survey "Tenant survey" method=survey\nstage wait "Waits" emotion=2 from=survey',
    ),
    Sign(
        name="#",
        also=("comment", "comments", "//"),
        doc="A comment: the rest of the line is for those who read the file. `# language: zh` on top allows Chinese keywords.",
        example='# Scores are from the workshop in May.\nstage wait "Waits" emotion=2  # to be confirmed',
    ),
    Sign(
        name='"…"',
        also=('"', '""', '"..."', "text", "texts", "quotes", "string"),
        doc="A text, for people. A text alone on its line is a stage below a journey, and a touchpoint below a stage.",
        example='journey "Morning coffee"\n  "Queues" emotion=2',
    ),
    Sign(
        name="`…`",
        also=("`", "``", "`...`", "literal", "backtick", "backticks"),
        doc="A literal, for the machine: a path, an address, a condition.",
        example='touchpoint form "The form"\n  mockup: `images/form.png`',
    ),
    Sign(
        name=":",
        also=("=", "colon", "property", "properties", "option", "options"),
        doc="A property stands below its element with a colon, or on its line with an equals sign; options follow with one.",
        example='touchpoint file "Files a request" emotion=2\n  wait: 4min target=1min',
    ),
    Sign(
        name=",",
        also=("comma", "list", "lists"),
        doc="Joins the values of a list.",
        example='journey repair "Getting a tap repaired"\n  persona: mei, tom',
    ),
    Sign(
        name="|",
        doc="After a property's colon: the deeper lines below are one text, with their line breaks.",
        example="doing: |\n  Photographs the tap and fills in the form.",
    ),
    Sign(
        name="..",
        also=("range", "ranges"),
        doc="A range of two values; either side may be left open.",
        example='persona mei "Mei, tenant" age=25..34\ncap limit=3 per=7d quiet=22:00..08:00',
    ),
)


def sign(word: str) -> Sign | None:
    """The sign that a word or a few characters mean."""
    if word.startswith("[") and word.endswith("]"):
        word = "[]"
    if word.startswith("@"):
        word = "@"
    return next((one for one in SIGNS if word in {one.name, one.zh, *one.also}), None)
