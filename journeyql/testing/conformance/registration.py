"""Whether everything that a plugin registers is accepted, and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from journeyql.engine.errors import ConfigError
from journeyql.plugin.isolate import Failure
from journeyql.plugin.manager import COMMANDS, LABELS, RULE_SETS, THEMES
from journeyql.plugin.targets import is_address, resolved
from journeyql.plugin.types import Command, LabelSet, NamedTheme, RuleSet
from journeyql.testing.checking import Setup
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject


def loads(subject: Subject) -> Iterator[Problem | Note]:
    """What is refused of it, and why."""
    session = subject.setup.session
    _ = session.plugins.contributions.failures  # asks for them, so that they are met
    for finding in (*session.diagnostics, *session.late()):
        yield Problem(finding.message, "nobody can use it as it is")
    if subject.loaded and not any(True for _ in subject.offers()):
        yield Problem("it registers nothing", "yield something from a hook")


def leads_somewhere(subject: Subject) -> Iterator[Problem | Note]:
    """Addresses that name nothing, and what they name that cannot be used."""
    for hook, item in subject.offers():
        for where, address in _addresses(item):
            found = resolved(address)
            if isinstance(found, Failure):
                message = f"{hook.word} `{item.name}`: {where} names `{address}`, which cannot be imported"
                yield Problem(f"{message}: {found.reason}", "an address is `package.module:attribute`")
    for hook, item in subject.offers():
        if hook in (COMMANDS, LABELS, RULE_SETS, THEMES):
            yield from _unusable(subject, item)


def _addresses(item: Any) -> Iterator[tuple[str, str]]:
    """The fields of a registration that hold addresses, those of what they hold included."""
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str) and is_address(part):
                yield f"`{field.name}`", part
            elif attrs.has(type(part)) and field.name == "dimensions":
                yield from _addresses(part)


def _unusable(subject: Subject, item: Any) -> Iterable[Problem]:
    if isinstance(item, Command):
        return _command(item)
    if isinstance(item, RuleSet):
        return _rule_set(subject, item)
    if isinstance(item, LabelSet):
        return _labels(subject, item)
    return _theme(subject, item) if isinstance(item, NamedTheme) else ()


def _command(item: Command) -> Iterator[Problem]:
    found = resolved(item.target)
    if not isinstance(found, Failure) and not (hasattr(found, "make_context") and hasattr(found, "params")):
        yield Problem(
            f"command `{item.name}`: `{item.target}` is no click command", "decorate it with `@click.command`"
        )
    elif not getattr(found, "help", "words"):
        yield Problem(f"command `{item.name}` says nothing under --help", "give the function a docstring")


def _rule_set(subject: Subject, item: RuleSet) -> Iterator[Problem]:
    for name in item.severities:
        if subject.setup.session.book.find(name) is None:
            message = f"rule set `{item.name}` names the rule `{name}`, which nobody declares"
            yield Problem(message, "name rules of the plugin, of the core, or of a plugin that is given beside it")


def _labels(subject: Subject, item: LabelSet) -> Iterator[Problem]:
    session = Setup.of(plugins=subject.plugins, locale=item.locale).session
    session.looks.labels(item.locale)
    yield from (Problem(finding.message, "labels map keys to texts") for finding in session.late())


def _theme(subject: Subject, item: NamedTheme) -> Iterator[Problem]:
    try:
        session = Setup.of(plugins=subject.plugins, theme=item.name).session
        session.looks.theme()
    except (ConfigError, ValueError) as error:
        yield Problem(f"theme `{item.name}` cannot be chosen: {error}")
        return
    yield from (Problem(finding.message, "a theme is a `journeyql.render.Theme`") for finding in session.late())
