"""The findings that the map reports."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

NOTHING_TO_DRAW: Final = Rule(
    name="map-empty",
    code="JQL811",
    summary="A journey has no stage in the context that is drawn.",
    severity=Severity.WARNING,
    reason="A map without a stage shows nothing.",
    wrong='journey "Coffee"\n',
    right='journey "Coffee"\n  "Queues" emotion=2\n',
)
NO_SUCH_VIEW: Final = Rule(
    name="map-view-unknown",
    code="JQL812",
    summary="The journey has no saved view of the name that is asked for.",
    severity=Severity.WARNING,
    reason="The whole map is drawn instead, which may show more than was wanted.",
    unshown="It takes the option `saved`.",
)
NO_RESVG: Final = Rule(
    name="png-without-resvg",
    code="JQL813",
    summary="PNG was asked for, and resvg is not installed.",
    severity=Severity.ERROR,
    reason="Dots are drawn by resvg, an extra: most people need SVG alone.",
    unshown="It takes an environment without resvg.",
)
TOO_LARGE: Final = Rule(
    name="png-too-large",
    code="JQL814",
    summary="A map has more dots than a PNG may have.",
    severity=Severity.ERROR,
    reason="Drawing it would take more memory than most machines can spare, and few programs can show it.",
    unshown="It takes a map of hundreds of touchpoints.",
)
NO_TYPST: Final = Rule(
    name="pdf-without-typst",
    code="JQL815",
    summary="PDF was asked for, and typst is not installed.",
    severity=Severity.ERROR,
    reason="Pages are made by typst, an extra: most people need SVG alone.",
    unshown="It takes an environment without typst.",
)
NO_FONT: Final = Rule(
    name="letters-without-font",
    code="JQL816",
    summary="A PNG or PDF has letters that no font has which can be used.",
    severity=Severity.WARNING,
    reason="They become empty boxes. An SVG holds the letters themselves, and shows them wherever a font has them.",
    unshown="It takes a machine without such a font.",
)
SMALL_PRINT: Final = Rule(
    name="map-page-too-small",
    code="JQL818",
    summary="A row of a map is larger than a page, so that its text is too small on paper.",
    severity=Severity.WARNING,
    reason="Text of less than 6 points is hard to read; what has so much of it is read on a screen, or on larger paper.",
    unshown="It takes the option `page`.",
)
NO_SUCH_CURVE: Final = Rule(
    name="map-curve-unknown",
    code="JQL819",
    summary="A lane that is to be drawn as a curve does not exist, or has no scores.",
    severity=Severity.WARNING,
    reason="Only scores have a place between worst and best; the map is drawn without the curve.",
    unshown="It takes the option `curves`.",
)
NO_TIME: Final = Rule(
    name="map-time-unknown",
    code="JQL820",
    summary="Touchpoints are to stand by time, and the journey tells of none.",
    severity=Severity.WARNING,
    reason="The map is drawn in the order of its touchpoints instead.",
    unshown="It takes the option `axis`.",
)
WIDE: Final = Rule(
    name="map-wide",
    code="JQL821",
    summary="A map has so many touchpoints side by side that nobody sees it as a whole.",
    severity=Severity.HINT,
    reason="More than 24 columns are wider than two screens. A map in rows, on pages, or of sub-journeys is read more.",
    unshown="It takes a map of 25 touchpoints.",
)
LONG_TITLE: Final = Rule(
    name="map-title-long",
    code="JQL822",
    summary="A title is so long that it fills the map.",
    severity=Severity.HINT,
    reason="No text is ever cut, so a title of more than 300 characters pushes away what a map is looked at for.",
    unshown="It takes a title of 300 characters.",
)
TIME_ASTRAY: Final = Rule(
    name="map-time-astray",
    code="JQL823",
    summary="A touchpoint is said to begin before one that comes ahead of it.",
    severity=Severity.WARNING,
    reason="Columns stand in the order of the journey; a time that goes back has no place among them.",
    unshown="It takes the option `axis`.",
)
NO_ICON: Final = Rule(
    name="map-icon-unknown",
    code="JQL824",
    summary="A channel names an icon that does not exist.",
    severity=Severity.WARNING,
    reason="Another one is drawn, chosen by the channel's name, carrier or kind.",
    wrong='journey "J"\n  "Queues" @app emotion=2\nchannel app "App" icon=unicorn\n',
    right='journey "J"\n  "Queues" @app emotion=2\nchannel app "App" icon=phone\n',
)
SAME_CURVES: Final = Rule(
    name="map-states-alike",
    code="JQL825",
    summary="A state is to be compared with, in which everybody feels as on the map.",
    severity=Severity.HINT,
    reason="A second curve would lie on the first; the map is drawn without it.",
    unshown="It takes the option `compare`.",
)
UPRIGHT_NOTHING: Final = Rule(
    name="map-portrait-without-page",
    code="JQL826",
    summary="Pages are to stand upright, and the map is not divided into pages.",
    severity=Severity.WARNING,
    reason="Only paper has a direction; without `page` the map is one picture, as wide as it needs to be.",
    unshown="It takes the option `portrait`.",
)
NO_TITLE: Final = Rule(
    name="map-title-missing",
    code="JQL827",
    summary="What stands on a map has neither a title nor a name of its own.",
    severity=Severity.HINT,
    reason="The map shows the word for its kind instead, which tells nobody what happens there.",
    wrong='journey "J"\nstage "Pays"\n  touchpoint "" emotion=2\n',
    right='journey "J"\nstage "Pays"\n  touchpoint "Signs the slip" emotion=2\n',
)
