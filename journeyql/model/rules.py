"""The rules about words, names, values and structure that resolution checks."""

from __future__ import annotations

from journeyql.diagnostics import Rule, Severity

_MAP = 'journey j "Getting a tap repaired"\n'
_STEP = _MAP + '  stage report "Report"\n    touchpoint file "Files a request"'


def _step(tail: str, after: str = "") -> str:
    return f"{_STEP}{tail}\n{after}"


UNKNOWN_NAME = Rule(
    name="unknown-name",
    code="JQL101",
    severity=Severity.ERROR,
    summary="A name is used that no element has.",
    reason="The map would silently lose the owner, arrow or evidence that was meant.",
    wrong=_step(" owner=servce", 'team service "Service"\n'),
    right=_step(" owner=service", 'team service "Service"\n'),
)
UNKNOWN_CHANNEL = Rule(
    name="unknown-channel",
    code="JQL102",
    severity=Severity.ERROR,
    summary="A channel is used that is not declared.",
    reason="A channel's declaration says whether it is online, offline or hidden, and gives the words people read.",
    wrong=_step(" @ap", 'channel app "Resident app" kind=online\n'),
    right=_step(" @app", 'channel app "Resident app" kind=online\n'),
)
UNKNOWN_PERSONA = Rule(
    name="unknown-persona",
    code="JQL103",
    severity=Severity.ERROR,
    summary="A persona is named that is not declared.",
    reason="A score for a persona that does not exist would never be drawn.",
    wrong='journey j "Repair" persona=mei\n  "Report"\n',
    right='journey j "Repair" persona=mei\n  "Report"\n\npersona mei "Mei, tenant"\n',
)
AMBIGUOUS_NAME = Rule(
    name="ambiguous-name",
    code="JQL104",
    severity=Severity.ERROR,
    summary="A bare name means several elements that are equally near.",
    reason="Guessing would draw an arrow to the wrong place; a dotted path says which one is meant.",
    wrong=_MAP + '  stage a "A"\n    touchpoint x "X"\n  stage b "B"\n    touchpoint x "X again"\n'
    '  stage c "C"\n    touchpoint y "Y"\n      -> x "again"\n',
    right=_MAP + '  stage a "A"\n    touchpoint x "X"\n  stage b "B"\n    touchpoint x "X again"\n'
    '  stage c "C"\n    touchpoint y "Y"\n      -> a.x "again"\n',
)
DUPLICATE_ID = Rule(
    name="duplicate-id",
    code="JQL105",
    severity=Severity.ERROR,
    summary="Two elements of one kind have the same name in the same place.",
    reason="Arrows and references to the name could mean either.",
    wrong=_step("", '    touchpoint file "Files again"\n'),
    right=_step("", '    touchpoint file2 "Files again"\n'),
)
WRONG_KIND = Rule(
    name="wrong-kind-of-name",
    code="JQL106",
    severity=Severity.ERROR,
    summary="A name exists, but is of a kind that does not fit here.",
    reason="An owner is a team, a channel a channel: the wrong kind is usually the wrong name.",
    wrong=_step(" owner=app", 'channel app "App" kind=online\n'),
    right=_step(" owner=service", 'team service "Service"\n'),
)
UNKNOWN_QUALIFIER = Rule(
    name="unknown-qualifier",
    code="JQL107",
    severity=Severity.ERROR,
    summary="A word in square brackets is no persona, segment, market, state or language.",
    reason="A value for a context that does not exist would never be used.",
    wrong=_step(" emotion[nobody]=2"),
    right=_step(" emotion[future]=2"),
)
AMBIGUOUS_QUALIFIER = Rule(
    name="ambiguous-qualifier",
    code="JQL108",
    severity=Severity.ERROR,
    summary="A word in square brackets has two meanings.",
    reason="A persona called `de` and the language `de` cannot be told apart; `[persona.de]` can.",
    wrong=_step(" emotion[de]=2", 'persona de "Dee"\n'),
    right=_step(" emotion[persona.de]=2", 'persona de "Dee"\n'),
)
QUALIFIER_ORDER = Rule(
    name="qualifier-order",
    code="JQL109",
    severity=Severity.HINT,
    summary="Two values are equally specific in some context; the order of dimensions decides.",
    reason="State comes before persona, segment, market and language: worth knowing when both apply.",
    wrong=_step(" emotion[mei]=2 emotion[future]=4", 'persona mei "Mei"\n'),
    right=_step(" emotion[mei]=2 emotion[mei, future]=4", 'persona mei "Mei"\n'),
)
CONFUSABLE_NAME = Rule(
    name="confusable-name",
    code="JQL110",
    severity=Severity.WARNING,
    summary="A name mixes letters of scripts that look alike.",
    reason="A Cyrillic а in a Latin word looks like the Latin one but is another name (Unicode TS 39).",
    wrong=_MAP + '  stage p\u0430y "Pay"\n',
    right=_MAP + '  stage pay "Pay"\n',
)
UNKNOWN_KIND = Rule(
    name="unknown-kind",
    code="JQL201",
    severity=Severity.WARNING,
    summary="A line begins with a word that is no kind of element.",
    reason="It may be a slip, or belong to a plugin that is not installed; the line is left out of the map.",
    wrong=_MAP + '  stge report "Report"\n',
    right=_MAP + '  stage report "Report"\n',
    unread=True,
)
UNKNOWN_PROPERTY = Rule(
    name="unknown-property",
    code="JQL202",
    severity=Severity.WARNING,
    summary="An element is given a property that its kind does not have.",
    reason="It may be a slip, or belong to a plugin that is not installed; the value is left out of the map.",
    wrong=_step(" emotoin=2"),
    right=_step(" emotion=2"),
    unread=True,
)
FOREIGN_KEYWORD = Rule(
    name="foreign-keyword",
    code="JQL216",
    severity=Severity.ERROR,
    summary="A file uses Chinese keywords without saying so.",
    reason="The first line says which language the keywords are in, so that every reader and tool knows.",
    wrong='旅程 报修 "水龙头报修"\n  阶段 上报 "上报故障"\n',
    right='# language: zh\n旅程 报修 "水龙头报修"\n  阶段 上报 "上报故障"\n',
)
MISPLACED_KIND = Rule(
    name="misplaced-kind",
    code="JQL203",
    severity=Severity.ERROR,
    summary="A kind of element stands where it does not belong.",
    reason="Indentation says what belongs to what: a touchpoint stands in a stage, a pain in a touchpoint.",
    wrong=_MAP + '  touchpoint file "Files a request"\n',
    right=_MAP + '  stage report "Report"\n    touchpoint file "Files a request"\n',
)
WRONG_VALUE = Rule(
    name="wrong-value",
    code="JQL204",
    severity=Severity.ERROR,
    summary="A value is not of the type that its property has.",
    reason="Only typed values can be checked, compared and drawn.",
    wrong=_step(" wait=soon"),
    right=_step(" wait=4min"),
)
UNKNOWN_WORD = Rule(
    name="unknown-word",
    code="JQL205",
    severity=Severity.ERROR,
    summary="A property that takes one of a few words is given another.",
    reason="Known words can be ranked, drawn and translated.",
    wrong=_step("", '      pain "Retypes" severity=sever\n'),
    right=_step("", '      pain "Retypes" severity=high\n'),
)
UNKNOWN_CODE = Rule(
    name="unknown-code",
    code="JQL217",
    severity=Severity.ERROR,
    summary="A code for a currency, a country or a language does not exist.",
    reason="Codes are those of ISO 4217, ISO 3166-1 and BCP 47, so that every tool and reader means the same by them.",
    wrong=_step("", '      action "Prefill" cost=12EUT\n'),
    right=_step("", '      action "Prefill" cost=12EUR\n'),
)
UNKNOWN_KEYWORDS = Rule(
    name="unknown-keyword-language",
    code="JQL218",
    severity=Severity.WARNING,
    summary="The first comment names a language in which there are no keywords.",
    reason="`# language: zh` says that kinds, properties and words may be Chinese; texts may be in any language.",
    wrong="# language: fr\n" + _step(""),
    right="# language: en\n" + _step(""),
)
WORD_AS_TEXT = Rule(
    name="word-written-as-text",
    code="JQL219",
    severity=Severity.HINT,
    summary="One of the words that a property takes stands in quotation marks.",
    reason="Quoted text is for people and gets translated; words for the machine stand bare.",
    wrong=_step("", '      pain "Retypes" severity="high"\n'),
    right=_step("", '      pain "Retypes" severity=high\n'),
)
NAME_FOR_TEXT = Rule(
    name="name-for-text",
    code="JQL220",
    severity=Severity.HINT,
    summary="A bare word stands where a text is usual: `goal: fast`.",
    reason="It is understood as a name for the machine; words for people stand between quotation marks.",
    wrong=_MAP + "  goal: fast\n",
    right=_MAP + '  goal: "Fast"\n',
)
THOUSANDS_SEPARATOR = Rule(
    name="thousands-separator",
    code="JQL206",
    severity=Severity.ERROR,
    summary="A number is written with a comma: a thousands separator, or a decimal comma.",
    reason="A comma separates values: `1,200EUR` would be two of them. Decimals have a point.",
    wrong=_step("", '      action "Prefill" cost=1,200EUR\n'),
    right=_step("", '      action "Prefill" cost=1200EUR\n'),
)
UNIT_SPELLING = Rule(
    name="unit-spelling",
    code="JQL207",
    severity=Severity.ERROR,
    summary="A unit or a date is spelled in a way that the language does not have.",
    reason="Units have one spelling in every language: s, min, h, d, wd, w, mo, y and three-letter currencies.",
    wrong=_step(" wait=4分钟"),
    right=_step(" wait=4min"),
)
OUT_OF_SCALE = Rule(
    name="out-of-scale",
    code="JQL208",
    severity=Severity.ERROR,
    summary="A score lies outside the scale.",
    reason="A score beyond the scale would leave the picture and falsify every comparison.",
    wrong=_step(" emotion=7"),
    right=_step(" emotion=5"),
)
REPEATED_PROPERTY = Rule(
    name="repeated-property",
    code="JQL209",
    severity=Severity.ERROR,
    summary="A property that has one value is given twice for the same context.",
    reason="Only one of them can be meant.",
    wrong=_step(" emotion=2", "      emotion: 3\n"),
    right=_step(" emotion[future]=4", "      emotion: 3\n"),
)
TOO_MANY_VALUES = Rule(
    name="too-many-values",
    code="JQL210",
    severity=Severity.ERROR,
    summary="A property that has one value is given a list.",
    reason="Only one of them can be meant.",
    wrong=_step(" emotion=2, 3"),
    right=_step(" emotion=2"),
)
WRITTEN_AS_PROPERTY = Rule(
    name="element-written-as-property",
    code="JQL211",
    severity=Severity.HINT,
    summary='An element is written with a colon: `pain: "…"`.',
    reason='It is understood; `pain "…"` is how elements are written, and leaves room for a name.',
    wrong=_step("", '      pain: "Has to retype the address"\n'),
    right=_step("", '      pain "Has to retype the address"\n'),
)
WRITTEN_AS_ELEMENT = Rule(
    name="property-written-as-element",
    code="JQL212",
    severity=Severity.HINT,
    summary='A property is written without a colon: `doing "…"`.',
    reason='It is understood; `doing: "…"` is how properties are written.',
    wrong=_step("", '      doing "Photographs the tap"\n'),
    right=_step("", '      doing: "Photographs the tap"\n'),
)
LITERAL_AS_TEXT = Rule(
    name="literal-written-as-text",
    code="JQL213",
    severity=Severity.HINT,
    summary="Something for the machine stands in quotation marks.",
    reason="Quoted text is for people and gets translated; paths and addresses stand in backticks.",
    wrong=_step("", '      link: "https://example.org/form"\n'),
    right=_step("", "      link: `https://example.org/form`\n"),
)
UNKNOWN_OPTION = Rule(
    name="unknown-option",
    code="JQL214",
    severity=Severity.WARNING,
    summary="A value is followed by an option that its property does not have.",
    reason="It may be a slip, or belong to a plugin that is not installed; the option is left out.",
    wrong=_step("", "      wait: 4min taget=1min\n"),
    right=_step("", "      wait: 4min target=1min\n"),
    unread=True,
)
MISSING_TEXT = Rule(
    name="missing-text",
    code="JQL215",
    severity=Severity.ERROR,
    summary="An extension names an element that does not exist and gives no text for a new one.",
    reason="An existing kind and name is changed, a new element needs a text: without one it is probably a slip.",
    wrong=_step("", "extend j.report\n  touchpoint fil emotion=2\n"),
    right=_step("", 'extend j.report\n  touchpoint call "Calls" emotion=2\n'),
)
UNKNOWN_TARGET = Rule(
    name="nothing-to-extend",
    code="JQL301",
    severity=Severity.ERROR,
    summary="`extend` or `omit` names an element that does not exist.",
    reason="The change would silently be lost.",
    wrong=_step("", "extend j.reprt\n  note: `x`\n"),
    right=_step("", 'extend j.report\n  note: "Changed"\n'),
)
LOCKED = Rule(
    name="locked",
    code="JQL302",
    severity=Severity.ERROR,
    summary="A market changes what the journey locks.",
    reason="Regional teams adjust details in one frame; `locked` says what is not theirs to change.",
    wrong=_step("", 'market CN "China"\nextend[CN] j.report.file\n  emotion: 3\n').replace(
        'repaired"\n', 'repaired" locked=emotion\n', 1
    ),
    right=_step("", 'market CN "China"\nextend[CN] j.report.file\n  emotion: 3\n'),
)
NO_JOURNEY = Rule(
    name="no-journey",
    code="JQL303",
    severity=Severity.ERROR,
    summary="A part of a journey stands before any journey.",
    reason="Stages and arrows at the top level belong to the journey above them.",
    wrong='stage report "Report"\n',
    right='journey j "Repair"\n\nstage report "Report"\n',
)
LOST_FLOW = Rule(
    name="lost-flow",
    code="JQL304",
    severity=Severity.ERROR,
    summary="An arrow does not say where it begins, or leads on from the end.",
    reason="Only inside a touchpoint or stage can the beginning be left out; nothing comes after the end of the journey.",
    wrong=_step("", "\n-> file\n"),
    right=_step("", "\nfile -> end\n"),
)
CONDITION_ON_CHAIN = Rule(
    name="condition-on-chain",
    code="JQL305",
    severity=Severity.ERROR,
    summary="A condition or share stands on a chain of arrows.",
    reason="It is not clear which of the arrows it is meant for.",
    wrong=_step("", '    touchpoint b "B"\n    touchpoint c "C"\n\nfile -> b -> c "if urgent"\n'),
    right=_step("", '    touchpoint b "B"\n    touchpoint c "C"\n\nfile -> b "if urgent"\nb -> c\n'),
)
STRAY_VALUE = Rule(
    name="stray-value",
    code="JQL306",
    severity=Severity.ERROR,
    summary="A value stands on a line without a property that it belongs to.",
    reason="Only `use` takes a literal by itself.",
    wrong=_step(" `x.png`"),
    right=_step(" mockup=`x.png`"),
)
REASONLESS_ALLOW = Rule(
    name="allow-without-reason",
    code="JQL307",
    severity=Severity.ERROR,
    summary="A rule is silenced without a reason, or without naming it.",
    reason="Whoever reads the file next must know why the finding does not count.",
    wrong=_step(" @chat", "      allow unknown-channel\n"),
    right=_step(" @chat", '      allow unknown-channel "Channels follow in May"\n'),
)
MISSING_USE = Rule(
    name="missing-use",
    code="JQL308",
    severity=Severity.ERROR,
    summary="`use` does not say which file.",
    reason="A file is named by its path in backticks, relative to the file that uses it.",
    wrong="use base\n",
    right='journey j "Repair"\n',
)
UNNAMED_EXTENSION = Rule(
    name="unnamed-extension",
    code="JQL309",
    severity=Severity.ERROR,
    summary="`extend` or `omit` does not say what.",
    reason="It needs the name or path of the element it changes.",
    wrong=_step("", "extend\n"),
    right=_step("", 'extend j.report\n  note: "Changed"\n'),
)
MISPLACED_FLOW = Rule(
    name="misplaced-flow",
    code="JQL310",
    severity=Severity.ERROR,
    summary="An arrow stands in an element that is no part of a flow.",
    reason="Arrows belong into a journey, stage or touchpoint.",
    wrong=_MAP + '  stage a "A"\n\npersona mei "Mei"\n  a -> end\n',
    right=_MAP + '  stage a "A"\n  a -> end\n\npersona mei "Mei"\n',
)

CIRCLE = Rule(
    name="circle",
    code="JQL311",
    severity=Severity.ERROR,
    summary="References that must lead somewhere lead in a circle.",
    reason="What stands after itself has no place, and a market that lies in itself no boundary.",
    wrong=_MAP + '  stage a "A"\n\nmarket DE "Germany" in=EU\nmarket EU "Europe" in=DE\n',
    right=_MAP + '  stage a "A"\n\nmarket DE "Germany" in=EU\nmarket EU "Europe"\n',
)

MISPLACED_AFTER = Rule(
    name="misplaced-after",
    code="JQL312",
    severity=Severity.ERROR,
    summary="`after` stands where it cannot place anything.",
    reason="`after` places what `extend` adds beside what is there; everywhere else the order of the lines counts.",
    wrong=_MAP + '  stage a "A" after=b\n  stage b "B"\n',
    right=_MAP + '  stage b "B"\n\nextend j\n  stage a "A" after=b\n',
)

MISPLACED_QUALIFIER = Rule(
    name="misplaced-qualifier",
    code="JQL313",
    severity=Severity.ERROR,
    summary="Square brackets stand behind a word that nothing can narrow.",
    reason="A file is used, and a rule silenced, for everybody; brackets would promise something else.",
    wrong=_step(" @chat", '      allow[future] unknown-channel "Channels follow in May"\n'),
    right=_step(" @chat", '      allow unknown-channel "Channels follow in May"\n'),
)

UNCLEAR_LANE = Rule(
    name="unclear-lane",
    code="JQL314",
    severity=Severity.ERROR,
    summary="A lane does not say what its property is called, or which values that has.",
    reason="A lane declares a property of its own, whose values can only be checked and drawn when their type is known.",
    wrong=_MAP + '  lane device "Device" type=choice\n',
    right=_MAP + '  lane device "Device" type=choice values=phone, desktop\n',
)
LOST_CHANGE = Rule(
    name="change-of-what-is-left-out",
    code="JQL315",
    severity=Severity.WARNING,
    summary="A line changes an element, or leads an arrow to one, that is left out wherever the line holds.",
    reason="Nobody will ever see the change; often one file leaves out what another one still adjusts.",
    wrong=_step("", "omit[future] j.report.file\nextend[future] j.report.file\n  emotion: 4\n"),
    right=_step("", "omit[future] j.report.file\nextend j.report.file\n  emotion: 4\n"),
)

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
