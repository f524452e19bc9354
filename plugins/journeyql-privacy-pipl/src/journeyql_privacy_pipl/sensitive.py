"""Which personal information is sensitive (Article 28): what can easily harm a person's dignity, safety or property."""

from __future__ import annotations

from typing import Final

from journeyql_privacy.api import Case, Data

#: Special categories, as `special` says them, that Article 28 names: biometric, religious, medical and health data.
SPECIAL: Final = frozenset({"biometric", "genetic", "religion", "health"})
#: Kinds of data, as `category` says them, that Article 28 names: those, financial accounts, whereabouts, and
#: information about children under fourteen. What lies below one of them counts, too.
CATEGORIES: Final = (
    "user.authorization.biometric",
    "user.biometric",
    "user.childrens",
    "user.demographic.religious_belief",
    "user.financial",
    "user.health_and_medical",
    "user.location.precise",
)


def is_sensitive(case: Case, data: Data) -> bool:
    """Whether data says of itself, by `special` or `category`, that it is sensitive."""
    category = case.view[data.category] or ""
    below = any(category == kind or category.startswith(f"{kind}.") for kind in CATEGORIES)
    return below or case.view[data.special] in SPECIAL
