"""Who offers something: plugin, distribution and version, as every message about it names them."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from journeyql.plugin.isolate import one_line

R = TypeVar("R")

_LONGEST_REASON = 1000
#: The distribution whose plugins are first-party.
HOST = "journeyql"


@attrs.frozen(order=True)
class Origin:
    """A plugin by its entry-point name, with the distribution that it came in."""

    plugin: str
    distribution: str = ""
    version: str = ""

    @property
    def first_party(self) -> bool:
        """Whether it came with JourneyQL itself."""
        return self.distribution == HOST

    @property
    def rank(self) -> tuple[bool, str, str, str]:
        """What plugins are sorted by: JourneyQL's own come first."""
        return (not self.first_party, self.plugin, self.distribution, self.version)

    def __str__(self) -> str:
        """Its name as in a message.

        >>> str(Origin("gdpr", "acme-gdpr", "1.2"))
        'gdpr (acme-gdpr 1.2)'
        """
        package = " ".join(part for part in (self.distribution, self.version) if part)
        return one_line(f"{self.plugin} ({package})" if package else self.plugin)


@attrs.frozen(order=True)
class LoadFailure:
    """A plugin, or something that it offers, that cannot be used, and why."""

    plugin: str
    distribution: str
    version: str
    reason: str

    @classmethod
    def of(cls, origin: Origin, reason: str) -> LoadFailure:
        """The failure of something that came from `origin`."""
        return cls(origin.plugin, origin.distribution, origin.version, one_line(reason, _LONGEST_REASON))

    @property
    def origin(self) -> Origin:
        """Where it came from."""
        return Origin(self.plugin, self.distribution, self.version)


@attrs.frozen(eq=False, repr=False)
class Offered(Generic[R]):
    """A valid registration and where it came from."""

    item: R
    origin: Origin
