"""The rules of localisation: their codes follow one catalogue of checks, so there are gaps between them."""

from __future__ import annotations

from typing import Final

from journeyql.diagnostics import Rule, Severity

#: The notation of examples that are catalogues.
PO: Final = "po"
_MAP: Final = (
    'journey repair "Getting a tap repaired"\n  market: DE\n  "Calls" emotion=2\nmarket DE "Germany" locales=de\n'
)
_CALLS: Final = '#. stage title\nmsgctxt "repair.call:title"\nmsgid "Calls the hotline"\n'
_HOURS: Final = '#. stage title\nmsgctxt "repair.wait:title"\nmsgid "Waits {hours} hours"\n'

MISSING_CATALOGUE = Rule(
    name="missing-catalogue",
    code="LOC001",
    summary="A language that the map is for has no catalogue.",
    severity=Severity.ERROR,
    reason="Customers of a market read their own language, and so do those who answer for it.",
    wrong=_MAP,
    right=_MAP.replace("locales=de", "locales=en"),
)
UNTRANSLATED = Rule(
    name="untranslated",
    code="LOC002",
    summary="Some texts of the map have no translation.",
    severity=Severity.WARNING,
    reason="They are shown as they are written, among others that are translated.",
    wrong=f'{_CALLS}msgstr ""\n',
    right=f'{_CALLS}msgstr "Ruft die Hotline an"\n',
    notation=PO,
)
STALE_TRANSLATION = Rule(
    name="stale-translation",
    code="LOC003",
    summary="A text has changed since it was translated.",
    severity=Severity.WARNING,
    reason="The translation may say something else than the map; until somebody has looked at it, it is not shown.",
    wrong=f'#, fuzzy\n#| msgid "Writes a letter"\n{_CALLS}msgstr "Schreibt einen Brief"\n',
    right=f'{_CALLS}msgstr "Ruft die Hotline an"\n',
    notation=PO,
)
OUTDATED_TEMPLATE = Rule(
    name="outdated-template",
    code="LOC005",
    summary="The template does not have the texts of the map.",
    severity=Severity.ERROR,
    reason="New languages are begun with the template.",
    wrong=_CALLS.replace("hotline", "service") + 'msgstr ""\n',
    right=f'{_CALLS}msgstr ""\n',
    notation=PO,
)
UNSTABLE_KEY = Rule(
    name="unstable-key",
    code="LOC006",
    summary="Only their order tells two elements of one name apart.",
    severity=Severity.ERROR,
    reason="When they change places, each gets the translation of the other.",
    wrong='journey repair "Repair"\n  stage wait "Waits" emotion=2\n    pain "Slow"\n    pain "Slow"\n',
    right='journey repair "Repair"\n  stage wait "Waits" emotion=2\n    pain "Slow"\n    pain reply "Slow"\n',
)
PLACEHOLDERS = Rule(
    name="placeholder-mismatch",
    code="LOC010",
    summary="A translation has other placeholders than its text.",
    severity=Severity.ERROR,
    reason="What stands in braces is filled in by a program, which knows it by its name.",
    wrong=f'#, python-brace-format\n{_HOURS}msgstr "Wartet {{stunden}} Stunden"\n',
    right=f'#, python-brace-format\n{_HOURS}msgstr "Wartet {{hours}} Stunden"\n',
    notation=PO,
)
LANGUAGE_TAG = Rule(
    name="language-tag",
    code="LOC041",
    summary="A catalogue is not called by the tag of its language.",
    severity=Severity.ERROR,
    reason="Nobody who asks for the language finds it.",
    wrong=f'msgid ""\nmsgstr ""\n"Language: dansk\\n"\n\n{_CALLS}msgstr ""\n',
    right=f'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n{_CALLS}msgstr "Ruft die Hotline an"\n',
    notation=PO,
)
BROKEN_CATALOGUE = Rule(
    name="broken-catalogue",
    code="LOC060",
    summary="A line of a catalogue is not understood.",
    severity=Severity.ERROR,
    reason="It may hide a translation, so nothing is written to such a file; what is understood of it is shown.",
    wrong=f'{_CALLS}msgstr "Ruft die Hotline an\n',
    right=f'{_CALLS}msgstr "Ruft die Hotline an"\n',
    notation=PO,
)
DUPLICATE_MESSAGE = Rule(
    name="duplicate-message",
    code="LOC061",
    summary="A catalogue has two translations for one text.",
    severity=Severity.ERROR,
    reason="Nobody can say which of them is meant; nothing is written to such a file.",
    wrong=f'{_CALLS}msgstr "Ruft die Hotline an"\n\n{_CALLS}msgstr "Ruft an"\n',
    right=f'{_CALLS}msgstr "Ruft die Hotline an"\n',
    notation=PO,
)
#: What can be wrong with a file, before anybody asks what it says.
FILE_RULES: Final = (BROKEN_CATALOGUE, DUPLICATE_MESSAGE)
RULES: Final = (
    MISSING_CATALOGUE,
    UNTRANSLATED,
    STALE_TRANSLATION,
    OUTDATED_TEMPLATE,
    UNSTABLE_KEY,
    PLACEHOLDERS,
    LANGUAGE_TAG,
    *FILE_RULES,
)
