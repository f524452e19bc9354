"""Each rule of localisation: its wrong example reports it, its right example does not."""

from __future__ import annotations

import pytest
from resolving import clean

from journeyql.diagnostics import Diagnostic, Rule
from journeyql.model import Model
from journeyql_l10n import checks, rules
from journeyql_l10n.catalogue import Catalogue, Message
from journeyql_l10n.merging import merged
from journeyql_l10n.reading import Read, read
from journeyql_l10n.rules import RULES

IN_CATALOGUES = [rule for rule in RULES if rule.notation == rules.PO]
IN_MAPS = [rule for rule in RULES if rule.notation != rules.PO]


def in_catalogue(text: str, rule: Rule) -> set[str]:
    """The rules that a catalogue breaks, where the map has the texts of the right example."""
    found = read(text.encode(), "repair.de.po")
    right = read(rule.right.encode(), "right.po").catalogue.messages
    wanted = [Message(key=item.key, text=item.text) for item in right]
    said = [*found.problems, *checks.tags(found, "de"), *_of(found, wanted)]
    if [(item.key, item.text) for item in found.catalogue.messages] != [(item.key, item.text) for item in right]:
        said.append(rules.OUTDATED_TEMPLATE.at(None, "other texts"))
    return {item.rule.name for item in said}


def _of(found: Read, wanted: list[Message]) -> list[Diagnostic]:
    result = merged(wanted, found.catalogue.messages).messages[: len(wanted)]
    return list(checks.of_messages(result, found, "de", 0))


@pytest.mark.parametrize("rule", IN_CATALOGUES, ids=lambda rule: rule.name)
def test_the_examples_that_are_catalogues(rule: Rule) -> None:
    assert rule.name in in_catalogue(rule.wrong, rule)
    assert rule.name not in in_catalogue(rule.right, rule)


def in_map(model: Model) -> set[str]:
    found = [*checks.unstable(model), *checks.missing(checks.declared(model, "en"), (), "repair.journey")]
    return {item.rule.name for item in found}


@pytest.mark.parametrize("rule", IN_MAPS, ids=lambda rule: rule.name)
def test_the_examples_that_are_maps(rule: Rule) -> None:
    assert in_map(clean(rule.wrong).model) == {rule.name}
    assert in_map(clean(rule.right).model) == set()


def test_every_rule_is_shown_by_an_example() -> None:
    assert {rule.notation for rule in RULES} == {"po", "journey"}
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_an_empty_map_is_covered() -> None:
    assert list(checks.of_messages((), Read(read(b"", "x").source, Catalogue()), "de", 100)) == []
