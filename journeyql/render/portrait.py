"""What stands in the portrait of a persona that has no picture."""

from __future__ import annotations

from typing import Final

#: The first letter after those of the Latin alphabets.
_BEYOND_LATIN: Final = "\u0250"


def initials(name: str) -> str:
    """What stands in a portrait without a picture: two initials of an alphabetic name, one character of another.

    >>> initials("Mei Chen"), initials("Tom"), initials("徐薇"), initials("")
    ('MC', 'T', '徐', '')
    """
    words = name.split()
    if not words or words[0][0] >= _BEYOND_LATIN:
        return name.strip()[:1]
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()
