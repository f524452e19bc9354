"""Says which plugin is to blame for a failure: the one that was called, or another whose code was running."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.rules import INTERNAL_ERROR, PLUGIN_FAILED
from journeyql.plugin.isolate import Failure
from journeyql.plugin.origin import Origin

_REPORT = "please report it; JOURNEYQL_TRACEBACK=1 shows where it happened"


def _nobody(_modules: Iterable[str]) -> None:
    """No plugin is known."""


@attrs.frozen(eq=False, repr=False)
class Blame:
    """`culprit` finds the plugin whose code was running, by the names of modules, the innermost first."""

    culprit: Callable[[Iterable[str]], Origin | None] = _nobody

    def failed(self, what: str, origin: Origin, failure: Failure | str, consequence: str) -> Diagnostic:
        """The finding that something a plugin offers failed, or gave what cannot be used."""
        if isinstance(failure, str):
            return _failed(f"{what} of plugin {origin} {failure}", origin, consequence)
        culprit = self.culprit(failure.modules)
        if culprit is None or culprit == origin:
            return _failed(f"{what} of plugin {origin} failed: {failure.reason}", origin, consequence)
        return _failed(f"plugin {culprit} failed in {what} of plugin {origin}: {failure.reason}", culprit, consequence)

    def broke(self, name: str, failure: Failure) -> Diagnostic:
        """The finding that a file could not be worked on: the plugin that was running is to blame, else we are."""
        culprit = self.culprit(failure.modules)
        if culprit is None:
            return INTERNAL_ERROR.at(
                None, f"JourneyQL failed on {name}: {failure.traced or failure.reason}", help=_REPORT
            )
        return _failed(f"plugin {culprit} failed on {name}: {failure.reason}", culprit, "the other files went on")


def _failed(words: str, origin: Origin, consequence: str) -> Diagnostic:
    return PLUGIN_FAILED.at(None, words, help=f"{consequence}; `-p no:{origin.plugin}` leaves the plugin out")
