"""The language's own signs and directives, for `explain`: what no kind and no property is."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sign:
    """One of them: how it is written, what else people call it, what it says, and two lines that use it."""

    name: str
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
    Sign(
        name="start",
        doc="The beginning of the journey, in front of an arrow: where customers come in.",
        example='start -> file\nstart -> call "without the app" share=20%',
    ),
    Sign(
        name="end",
        doc="The end of the journey, behind an arrow: where customers leave.",
        example='touchpoint pay "Pays"\n  -> end "gives up" share=30%',
    ),
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
        name="use",
        doc="Brings another file of the project into scope, under a name if one is given.",
        example="use base `repair.journey`\nuse `people.journey`",
    ),
    Sign(
        name="extend",
        doc="Changes an element that is defined elsewhere: what stands below it is added, or takes the place of what was.",
        example='extend[CN] base.repair\n  title[zh]: "水龙头报修"',
    ),
    Sign(
        name="omit",
        doc="Inside `extend`: removes an element.",
        example="extend base.repair\n  omit report.call",
    ),
    Sign(
        name="allow",
        doc="Silences a rule for the element it stands in and everything in that; the reason is required, `until` a date.",
        example='touchpoint call "Calls" emotion=1\n  allow valley-without-pain "Known since 2024" until=2027-01-31',
    ),
    Sign(
        name="until",
        doc="Behind `allow`: the last day on which the rule is silenced.",
        example='touchpoint call "Calls" emotion=1\n  allow valley-without-pain "Known since 2024" until=2027-01-31',
    ),
    Sign(
        name="from",
        also=("依据",),
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
    """The sign or directive that a word or a few characters mean."""
    if word.startswith("[") and word.endswith("]"):
        word = "[]"
    if word.startswith("@"):
        word = "@"
    return next((one for one in SIGNS if word == one.name or word in one.also), None)
