"""Find where a line of text may break, and how good each place is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

import attrs

from journeyql.render.graphemes import graphemes
from journeyql.render.metrics import is_square, units

# What a break costs, in squared em: the same scale as the unevenness of lines.
AFTER_PUNCTUATION: Final = 0.0
AT_SPACE: Final = 2.0
INSIDE_WORD: Final = 4.0
BETWEEN_PHRASES: Final = 7.0
BETWEEN_CHARACTERS: Final = 10.0
#: Forced breaks in a word that is wider than a line: behind a sign, elsewhere, beside its first or last letter.
FORCED_AT_SIGN: Final = 6.0
FORCED: Final = 18.0
FORCED_AT_EDGE: Final = 26.0
#: On top, so that a number stays with its unit.
AFTER_NUMBER: Final = 3.0

#: The blanks at which lines break, and that are dropped there.
WHITE: Final = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_WORD: Final = f"([^{WHITE}]+)([{WHITE}]*)"
#: Never at the start of a line, not even after a space (Unicode UAX #14 classes CL, CP, EX, IS; JIS X 4051, GB/T 15834).
_NO_START: Final = frozenset(
    "!),.:;?]}%‰°′″℃»›"
    "，。、；：？！）」』】”’％…‥·・〉》〕〗〙〛｝］｠｣､｡･ー～〜々〻ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
#: Never at the start of a line when nothing is before them; after a space they may open a word.
_NO_START_ATTACHED: Final = frozenset("-‐‑–/~〜\"'")
#: Never at the end of a line.
_NO_END: Final = frozenset("([{¿¡（《「『【“‘〈〔〖〘〚｛［｟｢￥$£€＄￡")
#: Quotation marks that open in one language and close in another: what stands beside them tells.
_EITHER: Final = frozenset("“”‘’»«›‹\"'")
_SIGNS: Final = frozenset("-/.?&=_:@\u2010\u2013")
_GLUE: Final = frozenset("\u00a0\u202f\u2007\u2060\ufeff")
_PUNCTUATION: Final = frozenset(",.:;?!)]}»，。、；：？！）」』】”’％…—》〉")
#: After a hyphen, dash or slash with at least two letters or digits before and two letters behind.
_HYPHEN: Final = re.compile(r"(?<=[^\W_]{2}[-\u2010\u2013\u2014/])(?=[^\W\d_]{2})")
_SOFT: Final = frozenset("\u200b\u00ad")
_LIKED_BEFORE: Final = frozenset("和与在并把被")
_LIKED_AFTER: Final = frozenset("的了后时")
#: Thai and Lao vowels and signs that belong to the letter after or before them.
_LEADING_VOWELS: Final = frozenset("เแโใไເແໂໃໄ")
_TRAILING_SIGNS: Final = frozenset("ฯะาำๅๆຯະາຳໆ")


@attrs.frozen(eq=False, repr=False)
class Atom:
    """A stretch of text that stays on one line.

    `text` is what is drawn; `gap` the white space behind it, dropped at a line end. Widths are in units of an em
    (`journeyql.render.metrics.UNITS_PER_EM`). `cost` is that of a line break behind it, in squared em.
    """

    text: str
    gap: str
    text_units: int
    gap_units: int
    cost: float


@lru_cache(maxsize=4096)
def atoms(paragraph: str, *, bold: bool = False, lang: str = "") -> tuple[Atom, ...]:
    """The unbreakable stretches of a paragraph, in order, without white space at both ends.

    Latin breaks at spaces, and after hyphens and slashes between two words; Chinese and Japanese between any two
    characters but before closing and after opening punctuation; Korean at spaces. Source: Unicode UAX #14, reduced.

    >>> [atom.text for atom in atoms("self-service (app)")]
    ['self-', 'service', '(app)']
    >>> [atom.text for atom in atoms("他说“好”。")]
    ['他', '说', '“好”。']
    """
    found: list[Atom] = []
    clusters = graphemes(paragraph.strip(WHITE))
    hyphens = _hyphens(paragraph.strip(WHITE))
    start = offset = 0
    while start < len(clusters):
        end, gap_end = _stretch(clusters, start, offset, hyphens)
        following = clusters[gap_end] if gap_end < len(clusters) else ""
        cost = _cost(clusters[end - 1], following, spaced=gap_end > end, liked=is_square(lang))
        text, gap = "".join(clusters[start:end]), "".join(clusters[end:gap_end])
        found.append(_atom(text, gap, cost, bold=bold, lang=lang))
        offset += len(text) + len(gap)
        start = gap_end
    return tuple(found)


def split(atom: Atom, limit: int, *, bold: bool, lang: str) -> tuple[Atom, ...]:
    """An atom that is wider than a line, cut at graphemes; the rules of punctuation hold as long as they can.

    >>> word = atoms("Donau")[0]
    >>> "|".join(part.text for part in split(word, 1, bold=False, lang="en"))
    'D|o|n|a|u'
    """
    pairs = [
        pair for word in re.finditer(_WORD, atom.text) for pair in _parts(word[1], word[2], limit, bold=bold, lang=lang)
    ]
    last = len(pairs) - 1
    parts = [
        _atom(text, gap, _forced(text, gap, edge=index in (0, last - 1)), bold=bold, lang=lang)
        for index, (text, gap) in enumerate(pairs)
    ]
    return (*parts[:-1], attrs.evolve(parts[-1], gap=atom.gap, gap_units=atom.gap_units, cost=atom.cost))


def _parts(word: str, gap: str, limit: int, *, bold: bool, lang: str) -> list[tuple[str, str]]:
    """The pieces of a word that fit a line, each with the white space behind it."""
    if units(word, bold=bold, lang=lang) <= limit:
        return [(word, gap)]
    parts: list[str] = []
    for group in _groups(graphemes(word)):
        parts += [group] if units(group, bold=bold, lang=lang) <= limit else graphemes(group)
    return [*((part, "") for part in parts[:-1]), (parts[-1], gap)]


def _forced(text: str, gap: str, *, edge: bool) -> float:
    """What it costs to break a word that is too long behind a piece of it."""
    if gap:
        return AT_SPACE
    if text[-1] in _SIGNS:
        return FORCED_AT_SIGN
    return FORCED_AT_EDGE if edge else FORCED


def _hyphens(text: str) -> frozenset[int]:
    """The offsets behind hyphens and slashes at which a word may break."""
    return frozenset(match.start() for match in _HYPHEN.finditer(text))


def _stretch(clusters: tuple[str, ...], start: int, offset: int, hyphens: frozenset[int]) -> tuple[int, int]:
    """The end of the atom that begins at a cluster, without and with the white space behind it."""
    end = start + 1
    offset += len(clusters[start])
    while end < len(clusters):
        gap_end = end
        while gap_end < len(clusters) and clusters[gap_end] in WHITE:
            gap_end += 1
        if _may_break(clusters[end - 1], clusters[gap_end], spaced=gap_end > end, hyphen=offset in hyphens):
            return end, gap_end
        offset += sum(map(len, clusters[end : gap_end + 1]))
        end = gap_end + 1
    return end, end


def _may_break(left: str, right: str, *, spaced: bool, hyphen: bool) -> bool:
    """Whether a line may end after one grapheme and the next begin with the other."""
    first, last = right[0], left[-1]
    if spaced:
        return (first not in _NO_START or first in _EITHER) and (left[0] not in _NO_END or left[0] in _EITHER)
    if first in _GLUE or last in _GLUE or first in _NO_START or first in _NO_START_ATTACHED or left[0] in _NO_END:
        return False
    if hyphen or last in _SOFT:
        return True
    return (_is_ideograph(left) or _is_ideograph(right)) and not left == right == "—"


@lru_cache(maxsize=8192)
def _is_ideograph(cluster: str) -> bool:
    """Whether a grapheme takes a break on both sides: Chinese, Japanese and emoji, but not Korean."""
    first = cluster[0]
    wide = unicodedata.east_asian_width(first) in "WFH" and not unicodedata.name(first, "").startswith("HANGUL")
    return wide or (len(cluster) > 1 and unicodedata.category(first) == "So")  # an emoji sequence


def _atom(text: str, gap: str, cost: float, *, bold: bool, lang: str) -> Atom:
    """A measured atom."""
    return Atom(
        text=text,
        gap=gap,
        text_units=units(text, bold=bold, lang=lang),
        gap_units=units(gap, bold=bold, lang=lang),
        cost=cost,
    )


def _cost(left: str, right: str, *, spaced: bool, liked: bool) -> float:
    """What a break between two graphemes costs, in squared em."""
    last = left[0]
    if last in _PUNCTUATION:
        return AFTER_PUNCTUATION
    between = _is_ideograph(left) or (right != "" and _is_ideograph(right))
    phrases = liked and (last in _LIKED_AFTER or right in _LIKED_BEFORE)
    base = AT_SPACE if spaced else INSIDE_WORD if not between else BETWEEN_PHRASES if phrases else BETWEEN_CHARACTERS
    return base + (AFTER_NUMBER if last.isdecimal() else 0.0)


def _groups(clusters: tuple[str, ...]) -> list[str]:
    """Graphemes of a long word, those together that punctuation or vowel signs hold together."""
    groups = [clusters[0]]
    for left, right in pairwise(clusters):
        attached = right[0] in _NO_START or left[0] in _NO_END or left[0] in _LEADING_VOWELS
        if attached or right[0] in _TRAILING_SIGNS or right[0] in _GLUE or left[-1] in _GLUE:
            groups[-1] += right
        else:
            groups.append(right)
    return groups
