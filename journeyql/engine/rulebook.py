"""All rules of a run by name and code, and how much each of them matters here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from journeyql.diagnostics import Diagnostic, Rule, Severity, Strictness
from journeyql.engine import rules as tool
from journeyql.engine.config import Config
from journeyql.model.rules import RULES as MODEL_RULES
from journeyql.plugin.manager import TRANSLATIONS, Plugins
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.types import Pass, RuleSet
from journeyql.spelling import did_you_mean
from journeyql.syntax.rules import RULES as SYNTAX_RULES

#: The provider of the core's own rules.
CORE = Origin("core")
#: The rule sets that JourneyQL has itself, by name; the last one that is named decides.
BUILT_IN = {strictness.word: strictness for strictness in Strictness}


@attrs.frozen(eq=False, repr=False, slots=False)
class Rulebook:
    """Every known rule with its provider, and the severities that differ from the rules' own."""

    rules: tuple[Offered[Rule], ...]
    severities: Mapping[str, Severity | None] = attrs.field(factory=dict)

    def find(self, word: str) -> Rule | None:
        """The rule with a name or code."""
        return self._known.get(word) or self._known.get(word.upper())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all rules."""
        return tuple(offer.item.name for offer in self.rules)

    @cached_property
    def _known(self) -> Mapping[str, Rule]:
        return {key: offer.item for offer in self.rules for key in (offer.item.name, offer.item.code)}

    def judged(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings with the severities of this run; those of rules that are off are left out."""
        for finding in findings:
            if finding.rule.name not in self.severities or finding.rule in tool.DEFECTS | tool.ENVIRONMENT:
                yield finding
                continue
            severity = self.severities[finding.rule.name]
            if severity is not None:
                yield attrs.evolve(finding, severity=severity)

    def off(self, rule: Rule) -> bool:
        """Whether a rule is switched off."""
        return self.severities.get(rule.name, rule.severity) is None

    def needs(self, item: Pass) -> bool:
        """Whether anything comes of a pass: it has facts to provide, or rules that are not all switched off."""
        return bool(item.provides) or not self.silent(item)

    def silent(self, item: Pass) -> bool:
        """Whether all rules of a pass are switched off."""
        return bool(item.rules) and all(map(self.off, item.rules))


def core_rules() -> tuple[Rule, ...]:
    """The rules of syntax, model and tool, in the order of their codes."""
    return tuple(sorted((*SYNTAX_RULES, *MODEL_RULES, *tool.RULES), key=lambda rule: rule.code))


def fitting(passes: Iterable[Offered[Pass]]) -> tuple[tuple[Offered[Pass], ...], tuple[LoadFailure, ...]]:
    """The passes whose rules do not take the name of a rule of the core, and the refusals."""
    taken = {rule.name for rule in core_rules()}
    kept, failures = [], []
    for offer in passes:
        clash = next((rule.name for rule in offer.item.rules if rule.name in taken), "")
        if clash:
            reason = f"pass `{offer.item.name}` is left out: its rule `{clash}` exists in JourneyQL itself"
            failures.append(LoadFailure.of(offer.origin, reason))
        else:
            kept.append(offer)
    return tuple(kept), tuple(failures)


def rulebook(passes: Iterable[Offered[Pass]], plugins: Plugins, config: Config) -> tuple[Rulebook, tuple[str, ...]]:
    """The rules of the core and of plugins, with configured severities; and what is wrong with these."""
    offers = [Offered(rule, CORE) for rule in core_rules()]
    known = {rule.item.name for rule in offers}
    declared = [(offer.origin, rule) for offer in passes for rule in offer.item.rules]
    declared += [(offer.origin, rule) for offer in plugins.renderers for rule in offer.item.rules]
    declared += [(offer.origin, rule) for offer in plugins.commands for rule in offer.item.rules]
    declared += [(offer.origin, rule) for offer in plugins.offers(TRANSLATIONS) for rule in offer.item.rules]
    for origin, rule in declared:
        if rule.name not in known:
            known.add(rule.name)
            offers.append(Offered(rule, origin))
    bare = Rulebook(tuple(sorted(offers, key=lambda offer: offer.item.code)))
    sets, problems = _rule_sets(config, plugins.rule_sets)
    chosen = {name: severity for item in sets for name, severity in item.severities.items()}
    severities = {**_left_out(config, bare), **chosen}
    own, unknown, wrong = _own(config, bare)
    if not excused(plugins, config):
        wrong = [*problems, *unknown, *wrong]
    return attrs.evolve(bare, severities={**severities, **own}), tuple(wrong)


def _left_out(config: Config, book: Rulebook) -> dict[str, Severity | None]:
    """The rules that the chosen built-in set does not have, switched off."""
    named = [BUILT_IN[name] for name in config.rule_sets if name in BUILT_IN]
    strictness = named[-1] if named else Strictness.RECOMMENDED
    return {offer.item.name: None for offer in book.rules if offer.item.since > strictness}


def excused(plugins: Plugins, config: Config) -> bool:
    """Whether a configured name that nobody offers may be that of a plugin that is not there.

    Such a plugin cannot be used, and is named, or is left out of this run; not by the same configuration, which
    would contradict itself.
    """
    lost = len(fitting(plugins.passes)[0]) < len(plugins.passes)
    return lost or bool(plugins.failures) or any(origin.plugin not in config.disable for origin in plugins.left_out)


def _rule_sets(config: Config, offers: Iterable[Offered[RuleSet]]) -> tuple[list[RuleSet], list[str]]:
    known = {offer.item.name: offer.item for offer in offers}
    names = (*BUILT_IN, *sorted(known))
    problems = [
        f"{config.file}: `rule-sets`: there is no rule set `{name}`; "
        + (did_you_mean(name, names) or f"known: {', '.join(names)}")
        for name in config.rule_sets
        if name not in names
    ]
    return [known[name] for name in config.rule_sets if name in known], problems


def _own(config: Config, book: Rulebook) -> tuple[dict[str, Severity | None], list[str], list[str]]:
    """The configured severities; the names that no rule has; and what else is wrong."""
    severities: dict[str, Severity | None] = {}
    unknown: list[str] = []
    wrong: list[str] = []
    for name, severity in config.rules.items():
        rule = book.find(name)
        if rule is None:
            question = did_you_mean(name, book.names) or "`journeyql rules list` shows all"
            unknown.append(f"{config.file}: `rules.{name}`: there is no such rule; {question}")
        elif rule in tool.DEFECTS | tool.ENVIRONMENT:
            wrong.append(f"{config.file}: `rules.{name}`: defects and missing files are always errors")
        else:
            severities[rule.name] = severity
    return severities, unknown, wrong
