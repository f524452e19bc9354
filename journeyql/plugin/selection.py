"""Which of the installed plugins are wanted: options, environment and configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from journeyql.plugin.errors import PluginError
from journeyql.plugin.origin import Origin
from journeyql.spelling import did_you_mean

#: The external plugins to load, separated by commas; empty for none.
NAMES_VARIABLE = "JOURNEYQL_PLUGINS"
#: `1`: a plugin that cannot be used ends the run at once.
STRICT_VARIABLE = "JOURNEYQL_STRICT_PLUGINS"
_NOT = "no:"


@attrs.frozen(eq=False, repr=False)
class Selection:
    """What is wanted. A name in `named` wins over everything else; `only` limits plugins of other distributions."""

    named: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    strict: bool = False

    @classmethod
    def of(
        cls, options: Iterable[str] = (), *, external: bool = True, environ: Mapping[str, str] | None = None
    ) -> Selection:
        """The selection that options like `gdpr` and `no:gdpr` and the environment make.

        >>> Selection.of(["a", "no:b"]).without
        frozenset({'b'})
        """
        environ = {} if environ is None else environ
        given = tuple(options)
        named = frozenset(name for name in given if not name.startswith(_NOT))
        without = frozenset(name.removeprefix(_NOT) for name in given if name.startswith(_NOT)) - named
        listed = environ.get(NAMES_VARIABLE)
        limits = [] if listed is None else [_names(listed)]
        if named:
            limits = [named]
        if not external:
            limits = [named]
        return cls(named, without, limits[0] if limits else None, environ.get(STRICT_VARIABLE, "") not in {"", "0"})

    def disabling(self, names: Iterable[str]) -> Selection:
        """The same with more plugins left out, unless they are named."""
        return attrs.evolve(self, without=(self.without | frozenset(names)) - self.named)

    def wants(self, origin: Origin) -> bool:
        """Whether a plugin is to be loaded."""
        if origin.plugin in self.without:
            return False
        return origin.first_party or self.only is None or origin.plugin in self.only

    def check(self, known: Iterable[str]) -> None:
        """Refuse names that no installed plugin has."""
        there = sorted(set(known))
        for name in sorted((self.named | (self.only or frozenset())) - set(there)):
            question = did_you_mean(name, there)
            tail = f"; {question}" if question else f"; installed: {', '.join(there) or 'none'}"
            msg = f"there is no plugin `{name}`{tail}"
            raise PluginError(msg, usage=True)


def _names(listed: str) -> frozenset[str]:
    return frozenset(filter(None, (name.strip() for name in listed.split(","))))
