"""The options of `journeyql l10n`."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """What the table `commands.l10n` of the configuration says.

    `languages` are those that every map is translated into, as language tags; `min-coverage` is the share of texts,
    in per cent, that have to be translated.
    """

    languages: tuple[str, ...] = ()
    min_coverage: float = 0.0
