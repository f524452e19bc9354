"""The rules of the syntax: what a file may say wrongly before any word of it is understood."""

from __future__ import annotations

from journeyql.diagnostics import Rule, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# Maps around the lines that the examples are about.
_JOURNEY = 'journey "Repair"\n  {}'
_STAGE = 'journey "Repair"\n  stage report "Report"\n    {}'
_STEP = 'journey "Repair"\n  stage report "Report"\n    touchpoint file "Files a request"\n      {}'
_FLOW = (
    'journey "Repair"\n  stage fix "Fix"\n    touchpoint call "Calls"\n    touchpoint visit "Opens the door"\n    {}'
)
_APP = 'channel app "Resident app"\n' + _STAGE
_PEOPLE = 'persona mei "Mei"\npersona tom "Tom"\n'


def _nested(levels: int) -> str:
    lines = ['journey "Repair"', 'stage "Report"', 'pain "Has to type it again"', *(levels - 3) * ['cause "Why?"']]
    return "\n".join("  " * depth + line for depth, line in enumerate(lines))


def _rule(  # noqa: PLR0913, PLR0917 - the columns of a table
    number: int, name: str, severity: Severity, summary: str, reason: str, wrong: str, right: str
) -> Rule:
    return Rule(
        name=name,
        code=f"JQL{number:03}",
        summary=summary,
        severity=severity,
        reason=reason,
        wrong=wrong + "\n",
        right=right + "\n",
    )


NOT_UTF8 = _rule(
    1,
    "not-utf8",
    _ERROR,
    "The file is not UTF-8 text.",
    "Every tool must read the same characters; a file in another encoding shows wrong letters or none.",
    'journey "Caf\ufffd"',
    'journey "Café"',
)
HIDDEN_CHARACTER = _rule(
    2,
    "hidden-character",
    _ERROR,
    "A character that cannot be seen hides or reorders text.",
    "A reviewer sees another text than the compiler reads.",
    'journey "pay \u202e01 EUR"',
    'journey "pay 10 EUR"',
)
TAB_INDENTATION = _rule(
    3,
    "tab-indentation",
    _WARNING,
    "A line is indented with a tab.",
    "A tab is as wide as each editor likes, so a block can look deeper than it is. A tab is read as two spaces.",
    'journey "Coffee"\n\t"Queues"',
    'journey "Coffee"\n  "Queues"',
)
ODD_DEDENT = _rule(
    4,
    "odd-dedent",
    _ERROR,
    "A line goes back to an indentation that no block above has.",
    "It cannot be told to which block the line belongs; the nearest one is taken.",
    'journey "Coffee"\n    stage "Buy"\n   stage "Drink"',
    'journey "Coffee"\n    stage "Buy"\n    stage "Drink"',
)
TOO_DEEP = _rule(
    5,
    "too-deep",
    _ERROR,
    "Blocks are nested deeper than 64 levels.",
    "No map needs it, and tools that walk the tree must not run out of room. Deeper lines are read as the last level.",
    _nested(65),
    _nested(64),
)
UNCLOSED_TEXT = _rule(
    6,
    "unclosed-text",
    _ERROR,
    "A text has no closing quotation mark.",
    "Without it nobody knows where the text ends; the rest of the line is taken.",
    _STAGE.format('touchpoint file "Files a request'),
    _STAGE.format('touchpoint file "Files a request"'),
)
UNCLOSED_LITERAL = _rule(
    7,
    "unclosed-literal",
    _ERROR,
    "A literal has no closing backtick.",
    "Without it nobody knows where the literal ends.",
    _JOURNEY.format("link: `https://example.org/tap"),
    _JOURNEY.format("link: `https://example.org/tap`"),
)
BAD_ESCAPE = _rule(
    8,
    "bad-escape",
    _ERROR,
    "A backslash in a text is followed by something that means no character.",
    'Known escapes are \\" \\\\ \\n and \\u{…}; anything else is probably a path or a slip.',
    _JOURNEY.format(r'note: "kept in C:\Data"'),
    _JOURNEY.format(r'note: "kept in C:\\Data"'),
)
TYPOGRAPHIC_TWIN = _rule(
    9,
    "typographic-twin",
    _WARNING,
    "A full-width or typographic character stands for a plain one.",
    "It is understood, but searching, comparing and other tools see another character.",
    _STAGE.format("touchpoint pay “Pays” emotion＝2"),
    _STAGE.format('touchpoint pay "Pays" emotion=2'),
)
COLON_AFTER_HEADER = _rule(
    10,
    "colon-after-header",
    _ERROR,
    "A header is followed by a colon.",
    "A colon gives a property its value; an element is its kind, its name and its text, and a deeper line opens its block.",
    _STAGE.format('touchpoint file: "Files a request"'),
    _STAGE.format('touchpoint file "Files a request"'),
)
MISSING_COLON = _rule(
    11,
    "missing-colon",
    _ERROR,
    "A property on a line of its own has no colon.",
    "The colon tells a property from an element.",
    _STEP.format("emotion 2"),
    _STEP.format("emotion: 2"),
)
COMMA_BETWEEN_OPTIONS = _rule(
    12,
    "comma-between-options",
    _ERROR,
    "A comma stands between two properties of a line.",
    "A comma separates the values of one property; properties are separated by blanks.",
    _STEP.format("wait: 4min, target=1min"),
    _STEP.format("wait: 4min target=1min"),
)
TRAILING_COMMA = _rule(
    13,
    "trailing-comma",
    _ERROR,
    "A line ends with a comma.",
    "A list ends with its line, so a value seems to be missing.",
    _PEOPLE + _JOURNEY.format("persona: mei, tom,"),
    _PEOPLE + _JOURNEY.format("persona: mei, tom"),
)
MISSING_VALUE = _rule(
    14,
    "missing-value",
    _ERROR,
    "A property has no value.",
    "A property says nothing without one. Remove it, or write the value.",
    _STEP.format("emotion:"),
    _STEP.format("emotion: 2"),
)
HASH_IN_VALUE = _rule(
    15,
    "hash-in-value",
    _ERROR,
    "A value begins with `#`, which begins a comment.",
    "Everything after `#` is a comment. What the machine reads stands between backticks, where `#` is an ordinary character.",
    _JOURNEY.format("version: #7"),
    _JOURNEY.format("version: `#7`"),
)
BLANK_BEFORE_UNIT = _rule(
    16,
    "blank-before-unit",
    _ERROR,
    "A number and its unit are not one word.",
    "A quantity is one word, its unit after the number; a blank makes two words of it.",
    _STEP.format("wait: 4 min"),
    _STEP.format("wait: 4min"),
)
TWO_TEXTS = _rule(
    17,
    "two-texts",
    _ERROR,
    "A line has two texts.",
    "An element has one text, its title. Anything else that is said about it has a property.",
    _STAGE.format('touchpoint pay "Pays" "at the till"'),
    _STAGE.format('touchpoint pay "Pays at the till"'),
)
EQUALS_FOR_COLON = _rule(
    18,
    "equals-for-colon",
    _ERROR,
    "A property on a line of its own has `=` where a colon stands.",
    "`=` sets a property within a line, the colon on a line of its own.",
    _STEP.format("emotion=2"),
    _STEP.format("emotion: 2"),
)
WRONG_QUOTES = _rule(
    19,
    "wrong-quotes",
    _ERROR,
    "A text stands in quotation marks that JourneyQL does not use.",
    "An apostrophe is a part of words, so a text in single quotation marks would end in the middle of one.",
    _STAGE.format("touchpoint pay 'Pays'"),
    _STAGE.format('touchpoint pay "Pays"'),
)
FOREIGN_ARROW = _rule(
    20,
    "foreign-arrow",
    _ERROR,
    "An arrow is drawn in another language's way.",
    "There is one arrow, `->`; how it looks on the map is a matter of the theme.",
    _FLOW.format("call --> visit"),
    _FLOW.format("call -> visit"),
)
BRACES = _rule(
    21,
    "braces",
    _ERROR,
    "A block is marked with braces.",
    "Indentation makes a block; braces add nothing.",
    _JOURNEY.format("stage report {"),
    _JOURNEY.format("stage report"),
)
FOREIGN_COMMENT = _rule(
    22,
    "foreign-comment",
    _ERROR,
    "A comment begins with `//`.",
    "Comments begin with `#`.",
    _JOURNEY.format("stage report // the first one"),
    _JOURNEY.format("stage report # the first one"),
)
UNCLOSED_BRACKET = _rule(
    23,
    "unclosed-bracket",
    _ERROR,
    "The brackets of a qualifier are not closed, or are empty.",
    "Brackets hold the names of personas, markets or states for which a value holds.",
    _PEOPLE + _STEP.format("emotion[mei=2"),
    _PEOPLE + _STEP.format("emotion[mei]: 2"),
)
UNQUOTED_TEXT = _rule(
    24,
    "unquoted-text",
    _ERROR,
    "Words for people stand without quotation marks.",
    "Bare words are names for the machine. Quotation marks tell which words are shown and translated.",
    _JOURNEY.format("goal: Fixed within two days"),
    _JOURNEY.format('goal: "Fixed within two days"'),
)
BARE_LITERAL = _rule(
    25,
    "bare-literal",
    _ERROR,
    "An address or a path stands without backticks.",
    "Backticks hold what a machine reads as it is; without them `/`, `:` and `@` have other meanings.",
    _JOURNEY.format("link: https://example.org/tap"),
    _JOURNEY.format("link: `https://example.org/tap`"),
)
INNER_QUOTES = _rule(
    26,
    "inner-quotes",
    _ERROR,
    "A text contains its own quotation mark.",
    "The text ends at the first quotation mark that has no backslash before it.",
    _STEP.format('quote: "He said "soon" to me"'),
    _STEP.format(r'quote: "He said \"soon\" to me"'),
)
NAME_BEGINS_WITH_DIGIT = _rule(
    27,
    "name-begins-with-digit",
    _ERROR,
    "A name begins with a digit.",
    "A word that begins with a digit is a quantity; names begin with a letter.",
    _JOURNEY.format('stage 1 "Report"'),
    _JOURNEY.format('stage s1 "Report"'),
)
MISPLACED_NAME = _rule(
    28,
    "misplaced-name",
    _ERROR,
    "The name of an element stands after its text.",
    "The name follows the kind, so that names stand one below the other and are found at once.",
    _STAGE.format('touchpoint "Pays" pay'),
    _STAGE.format('touchpoint pay "Pays"'),
)
MISSING_TARGET = _rule(
    29,
    "missing-target",
    _ERROR,
    "An arrow leads nowhere.",
    "A flow needs the name of the step it leads to; `end` is the end of the journey.",
    _FLOW.format("visit ->"),
    _FLOW.format("visit -> end"),
)
UNEXPECTED = _rule(
    30,
    "unexpected-word",
    _ERROR,
    "A line has a word or character where it does not fit.",
    "Only what stands in one of the forms of a line can be understood; the rest of the file is read all the same.",
    _JOURNEY.format("stage report ]"),
    _JOURNEY.format("stage report"),
)
BLANK_IN_NAME = _rule(
    31,
    "blank-in-name",
    _ERROR,
    "A name consists of several words.",
    "A name is one word, so that it can be written wherever something refers to it.",
    _STAGE.format('touchpoint call back "Calls"'),
    _STAGE.format('touchpoint call-back "Calls"'),
)
SEVERAL_CHANNELS = _rule(
    32,
    "several-channels",
    _ERROR,
    "`@` is followed by several channels.",
    "A touchpoint is where somebody meets one channel; another channel is another touchpoint, with its own feelings.",
    _APP.format('touchpoint ask "Asks" @app, web'),
    _APP.format('touchpoint ask "Asks" @app'),
)
CHANNEL_AS_TEXT = _rule(
    33,
    "channel-as-text",
    _ERROR,
    "`@` is followed by a text.",
    "`@` refers to a channel by its name; its text stands once, where the channel is declared.",
    _APP.format('touchpoint ask "Asks" @"Resident app"'),
    _APP.format('touchpoint ask "Asks" @app'),
)
COLON_FOR_EQUALS = _rule(
    34,
    "colon-for-equals",
    _ERROR,
    "A property within a line has a colon where `=` stands.",
    "The colon sets a property on a line of its own, `=` within a line.",
    _STAGE.format('touchpoint pay "Pays" emotion: 2'),
    _STAGE.format('touchpoint pay "Pays" emotion=2'),
)

RULES: tuple[Rule, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Rule))
