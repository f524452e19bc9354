"""The rules of the tool itself: plugins, files, limits, and silenced findings."""

from __future__ import annotations

from journeyql.diagnostics import Rule, Severity

_MAP = 'journey j "Repair"\n  stage report "Report" emotion=2\n'

PLUGIN_FAILED = Rule(
    name="plugin-failed",
    code="JQL900",
    severity=Severity.ERROR,
    summary="A plugin failed while it was working.",
    reason="Its findings or files are missing, so the result is not complete; everything else went on.",
    unshown="It takes a plugin with a defect.",
)
PLUGIN_NOT_LOADED = Rule(
    name="plugin-not-loaded",
    code="JQL901",
    severity=Severity.ERROR,
    summary="A plugin, or something that it offers, cannot be used.",
    reason="What it would have checked or drawn is missing. Leave it out with `-p no:NAME` to go on without it.",
    unshown="It takes a plugin that cannot be used.",
)
PASS_SKIPPED = Rule(
    name="pass-skipped",
    code="JQL902",
    severity=Severity.INFO,
    summary="An analysis was left out because a fact that it needs is missing.",
    reason="An analysis without its facts would guess.",
    unshown="It takes a plugin that needs a fact which nobody provides.",
)
TOO_MANY_VIEWS = Rule(
    name="too-many-views",
    code="JQL903",
    severity=Severity.WARNING,
    summary="A file differs in more contexts than are looked at.",
    reason="Personas, markets, languages and states multiply; looking at each combination would not end.",
    unshown="It takes a map with more than 200 points of view.",
)
TOO_MANY_FINDINGS = Rule(
    name="too-many-findings",
    code="JQL904",
    severity=Severity.WARNING,
    summary="An analysis found more than anybody can read; the rest is left out.",
    reason="Mend what is shown first, or switch the rule off.",
    unshown="It takes a plugin that finds a thousand problems in one file.",
)
UNUSED_ALLOW = Rule(
    name="unused-allow",
    code="JQL905",
    severity=Severity.WARNING,
    summary="A rule is silenced where it finds nothing.",
    reason="An `allow` that is not needed any more would hide the next real finding.",
    wrong=_MAP + '    allow unknown-channel "Channels follow later"\n',
    right=_MAP,
)
EXPIRED_ALLOW = Rule(
    name="expired-allow",
    code="JQL906",
    severity=Severity.WARNING,
    summary="The time for which a rule was silenced is over.",
    reason="`until=` is a promise to look again.",
    wrong=_MAP + '    touchpoint "Calls" @hotline\n      allow unknown-channel "Channels follow" until=2020-01-31\n',
    right=_MAP + '    touchpoint "Calls"\n',
)
UNKNOWN_RULE = Rule(
    name="unknown-rule",
    code="JQL907",
    severity=Severity.WARNING,
    summary="`allow` names a rule that does not exist.",
    reason="A misspelt name silences nothing. The rule may also belong to a plugin that is not installed.",
    wrong=_MAP + '    channel: chat\n    allow unknown-chanel "Channels follow later"\n',
    right=_MAP + '    channel: chat\n    allow unknown-channel "Channels follow later"\n',
)
UNUSABLE_FILE = Rule(
    name="unusable-file",
    code="JQL908",
    severity=Severity.ERROR,
    summary="`use` names something that is not a journey file of this project.",
    reason="Only regular `.journey` files below the project's root are read, so that a map never shows anything else.",
    wrong='use base `missing.journey`\n\njourney j "Repair"\n',
    right='journey j "Repair"\n',
)
UNUSABLE_PICTURE = Rule(
    name="unusable-picture",
    code="JQL918",
    severity=Severity.WARNING,
    summary="A portrait or picture is missing, too large, or no PNG or JPEG beside the map.",
    reason="Everything else is drawn; initials stand in for a portrait. Nothing is fetched, so that a map shows the same "
    "everywhere and tells nobody who reads it.",
    wrong='journey j "Repair" persona=mei\n  stage s "Report" emotion=2\n\npersona mei "Mei" image=`https://example.com/mei.png`\n',
    right='journey j "Repair" persona=mei\n  stage s "Report" emotion=2\n\npersona mei "Mei"\n',
)
CIRCULAR_USE = Rule(
    name="circular-use",
    code="JQL909",
    severity=Severity.ERROR,
    summary="Files use each other in a circle.",
    reason="Neither can be read before the other; what both need belongs into a third file.",
    wrong='use me `wrong.journey`\n\njourney j "Repair"\n',
    right='journey j "Repair"\n',
)
UNREADABLE_INPUT = Rule(
    name="unreadable-input",
    code="JQL910",
    severity=Severity.ERROR,
    summary="A file or folder that was to be compiled cannot be read.",
    reason="What cannot be read cannot be checked.",
    unshown="It takes a path that leads to nothing, or to what may not be read.",
)
NOT_WRITTEN = Rule(
    name="not-written",
    code="JQL911",
    severity=Severity.ERROR,
    summary="A file could not be written.",
    reason="What stood there before is unchanged.",
    unshown="It takes a folder in which nothing can be written.",
)
UNKNOWN_CONTEXT = Rule(
    name="unknown-context",
    code="JQL912",
    severity=Severity.ERROR,
    summary="A persona, market, locale or state was asked for that the file does not have.",
    reason="A map for somebody who does not exist would look like the map for everybody.",
    unshown="It takes an option like `--persona nobody`.",
)
EMPTY_FILE = Rule(
    name="empty-file",
    code="JQL913",
    severity=Severity.INFO,
    summary="A file says nothing yet.",
    reason='There is nothing to check or draw in it. A map begins with a line like `journey "Morning coffee"`.',
    wrong="# Our first map\n",
    right=_MAP,
)
SAME_EVERYWHERE = Rule(
    name="same-everywhere",
    code="JQL914",
    severity=Severity.INFO,
    summary="A persona, market, locale or state was asked for, and nothing in the file differs for it.",
    reason="The map is the same as without the option, which may not be what was meant.",
    unshown="It takes an option like `--market DE`, and a map that is the same everywhere.",
)
FIX_REFUSED = Rule(
    name="fix-refused",
    code="JQL915",
    severity=Severity.WARNING,
    summary="A fix was not applied, because the file would have become worse, or fixes undo each other.",
    reason="A file is only changed for the better. The rule that offers the fix has a defect.",
    unshown="It takes a rule with a defect.",
)
UNUSABLE_BASELINE = Rule(
    name="unusable-baseline",
    code="JQL916",
    severity=Severity.ERROR,
    summary="A file that was named as a baseline is none, or cannot be read.",
    reason="Without it nobody can say which findings are new; another file is never overwritten with one.",
    unshown="It takes a baseline that is none.",
)
STALE_BASELINE = Rule(
    name="stale-baseline",
    code="JQL917",
    severity=Severity.WARNING,
    summary="A baseline lists findings that are not there any more.",
    reason="An entry that is not needed would hide the next finding of its sort at the same place.",
    unshown="It takes a baseline, and findings that were mended since.",
)
UNCLEAR_KEYWORD = Rule(
    name="unclear-keyword",
    code="JQL920",
    severity=Severity.ERROR,
    summary="`fmt --keywords` meets a word that means different things, and what it means here another file decides.",
    reason="In `extend` a Chinese word can be a property of one kind and a kind or property of another.",
    unshown="It takes `fmt --keywords`, and another file.",
)
NO_WORDS = Rule(
    name="no-words-in-language",
    code="JQL921",
    severity=Severity.HINT,
    summary="A picture or document is asked for in a language in which its own words do not exist.",
    reason="The texts of a map are translated by its writers, the words around them by JourneyQL and its plugins (labels).",
    unshown="It takes the option `--locale`.",
)
INTERNAL_ERROR = Rule(
    name="internal-error",
    code="JQL999",
    severity=Severity.ERROR,
    summary="JourneyQL itself has failed on a file.",
    reason="This is a defect of JourneyQL, never of the file. Please report it with the file, if you may share it.",
    unshown="It takes a defect of JourneyQL.",
)

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
#: Findings that are a defect of JourneyQL or of a plugin: exit code 3, never silenced.
DEFECTS = frozenset({PLUGIN_FAILED, PLUGIN_NOT_LOADED, INTERNAL_ERROR})
#: Findings about the surroundings of a run, not about a file: exit code 2, never silenced.
ENVIRONMENT = frozenset({UNREADABLE_INPUT, NOT_WRITTEN, UNKNOWN_CONTEXT, UNUSABLE_BASELINE})
#: Findings that say that something was not looked at, or not all of it.
INCOMPLETE = frozenset({PLUGIN_FAILED, PASS_SKIPPED, TOO_MANY_VIEWS, TOO_MANY_FINDINGS, INTERNAL_ERROR})
