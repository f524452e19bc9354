"""Localisation: translations of a map in PO files beside it, for translators and their tools."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Command, TranslationSource, hookimpl
from journeyql_l10n.options import Options
from journeyql_l10n.rules import FILE_RULES, RULES


@hookimpl
def journeyql_translations() -> Iterable[TranslationSource]:
    """The catalogues beside a map and beside the files that it uses."""
    yield TranslationSource(
        name="po", summary="PO files beside the map.", work="journeyql_l10n.source:find", rules=FILE_RULES
    )


@hookimpl
def journeyql_commands() -> Iterable[Command]:
    """The translators' loop."""
    yield Command(
        name="l10n",
        summary="Translate maps: extract texts, update and check catalogues.",
        target="journeyql_l10n.command:command",
        rules=RULES,
        options=Options,
    )
