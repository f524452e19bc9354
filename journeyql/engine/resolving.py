"""Asks the resolvers of plugins for the maps that `use` names by an address with a scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

import attrs

from journeyql.engine.files import Refused
from journeyql.engine.reading import USED_LIMIT
from journeyql.engine.vet import plain
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.origin import Offered
from journeyql.plugin.targets import called
from journeyql.plugin.types import Resolver
from journeyql.plugin.work import ResolveContext
from journeyql.spelling import did_you_mean

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def has_scheme(path: str) -> bool:
    """Whether a path is an address with a scheme; one letter is a drive.

    >>> has_scheme("acme:shop/checkout"), has_scheme("shop.journey"), has_scheme("C:/shop.journey")
    (True, False, False)
    """
    return _SCHEME.match(path) is not None


@attrs.frozen(eq=False, repr=False, slots=False)
class Resolving:
    """The resolvers of a run, by scheme."""

    offers: tuple[Offered[Resolver], ...] = ()

    def text(self, address: str, source: str) -> str | Refused:
        """The text of the map at an address that the file `source` names."""
        scheme = address.partition(":")[0].lower()
        offer = self._by_scheme.get(scheme)
        if offer is None:
            help_ = did_you_mean(scheme, self._by_scheme) or "copy the file into the project"
            return Refused(f"no plugin reads addresses that begin with `{scheme}:`", help_)
        work = called(offer.item.work)
        asked = ResolveContext(address=address, source=source)
        found = work if isinstance(work, Failure) else guarded(lambda: work(asked))
        return _checked(found, offer)

    @cached_property
    def _by_scheme(self) -> Mapping[str, Offered[Resolver]]:
        return {offer.item.name: offer for offer in self.offers}


def _checked(found: object, offer: Offered[Resolver]) -> str | Refused:
    """What a resolver returned, if it is the text of a map."""
    who = f"the resolver `{offer.item.name}` of plugin {offer.origin}"
    if isinstance(found, Failure):
        return Refused(f"{who} failed: {found.reason}", f"`-p no:{offer.origin.plugin}` leaves the plugin out")
    if found is None:
        return Refused(f"{who} finds nothing there", "check the address")
    if not isinstance(found, str) or _UNPRINTABLE.search(found):
        return Refused(f"{who} gave no text of a map", "tell its author")
    text: str = plain(found)
    if len(text.encode()) > USED_LIMIT:
        return Refused(f"{who} gave more than {USED_LIMIT // 2**20} MiB", "split the map")
    return text
