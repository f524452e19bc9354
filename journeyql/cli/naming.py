"""The names that a new plugin is made with, and who has them already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import util
from itertools import chain
from typing import Any

import attrs

from journeyql.plugin import discovery
from journeyql.plugin.collect import Hook
from journeyql.plugin.manager import PASSES, VOCABULARIES, Plugins
from journeyql.plugin.origin import HOST
from journeyql.plugin.reserved import CODE_LETTERS

_FEWEST, _MOST = 3, 8
#: What is put in front of a name that is taken.
_BEFORE = ("my", "our", "own", "new")
#: What the sample offers under the name of the plugin.
_CALLED_SO: tuple[Hook[Any], ...] = (VOCABULARIES, PASSES)


@attrs.frozen
class Names:
    """The names of a plugin: those of its distribution, its package and its rule codes are made of its own.

    >>> names = Names("a11y-check")
    >>> names.distribution, names.package, names.letters
    ('journeyql-a11y-check', 'journeyql_a11y_check', 'AYCHECK')
    """

    plugin: str

    @property
    def word(self) -> str:
        """The name as a part of names in Python."""
        return self.plugin.replace("-", "_")

    @property
    def package(self) -> str:
        """The name by which it is imported."""
        return f"journeyql_{self.word}"

    @property
    def distribution(self) -> str:
        """The name by which it is installed."""
        return f"journeyql-{self.plugin}"

    @property
    def letters(self) -> str:
        """The letters of its rule codes.

        >>> Names("recycling").letters, Names("q").letters
        ('RECYCLIN', 'QQQ')
        """
        found = re.sub(r"[^A-Z]", "", self.plugin.upper())[:_MOST]
        return found.ljust(_FEWEST, found[-1])


def holder(names: Names, plugins: Plugins) -> str:
    """Who has one of the names, in words; empty when all of them are free."""
    return next(chain(_installed(names), _imported(names), _offered(names, plugins)), "")


def free(names: Names, plugins: Plugins) -> str:
    """A name like it that nobody has; empty when all that come to mind are taken."""
    near = (Names(f"{before}-{names.plugin}") for before in _BEFORE)
    return next((other.plugin for other in near if not holder(other, plugins)), "")


def _installed(names: Names) -> Iterator[str]:
    """The installed plugins that have one of the names, those that this run leaves out included."""
    for found in discovery.installed():
        if found.origin.plugin == names.plugin:
            yield f"there is a plugin {found.origin} already"
        if found.package == names.package:
            yield f"its package `{names.package}` would take the place of that of the plugin {found.origin}"
        if found.origin.distribution == names.distribution:
            yield f"its distribution `{names.distribution}` would take the place of that of the plugin {found.origin}"


def _imported(names: Names) -> Iterator[str]:
    """What else is installed under the name of the package or of the distribution."""
    from importlib import metadata  # only here is it worth the time it takes

    if util.find_spec(names.package) is not None:
        owners = metadata.packages_distributions().get(names.package, ())
        of = f" of {', '.join(sorted({*owners}))}" if owners else ""
        yield f"its package `{names.package}` would take the place of the one{of} that can be imported here"
    if any(True for _ in metadata.distributions(name=names.distribution)):
        yield f"a distribution `{names.distribution}` is installed"


def _offered(names: Names, plugins: Plugins) -> Iterator[str]:
    """Loaded plugins with which the new one could not be used: their offers, or their codes, are called so."""
    for hook in _CALLED_SO:
        for offer in plugins.offers(hook):
            if offer.item.name == names.plugin:
                yield f"the plugin {offer.origin} has a {hook.word} `{names.plugin}`"
    holders = {rule.code.rstrip("0123456789"): offer.origin for offer in plugins.passes for rule in offer.item.rules}
    if names.letters == CODE_LETTERS or names.letters in holders:
        owner = holders.get(names.letters, HOST)
        yield f"codes of rules with `{names.letters}` belong to {owner}"
