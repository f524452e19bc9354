"""The nearest known word is the one that `difflib` finds, however quickly it is found."""

import random
from difflib import get_close_matches

import pytest

from journeyql.model import kind_of, properties_of
from journeyql.model.kinds import CORE
from journeyql.spelling import did_you_mean, nearest

WORDS = tuple(sorted({kind_of(cls).name for cls in CORE} | {name for cls in CORE for name in properties_of(cls)}))


def plain(word):
    return word.casefold().replace("_", "-")


def by_difflib(word):
    spellings = {plain(known): known for known in reversed(WORDS)}
    if plain(word) in spellings:
        return spellings[plain(word)]
    short = len(word) <= 3
    # What `use` means is not `because`: a short word is at most one letter shorter than the one that is meant.
    near = [spelling for spelling in spellings if not short or len(spelling) <= len(plain(word)) + 1]
    found = get_close_matches(plain(word), near, n=1, cutoff=0.5 if short else 0.7)
    return spellings[found[0]] if found else None


def misspelt(chance):
    letters = list(chance.choice(WORDS))
    for _ in range(chance.randint(0, 4)):
        place = chance.randint(0, len(letters))
        letters[place : place + chance.randint(0, 1)] = chance.choice(["", *"abcdefghiklmnoprstuvwxyz_-éß痛ABZ"])
    return "".join(letters)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_near_is_missed(seed):
    chance = random.Random(seed)  # noqa: S311 - the same words each time
    for word in (misspelt(chance) for _ in range(500)):
        assert nearest(word, WORDS) == by_difflib(word), word


@pytest.mark.parametrize("word", ["", "x", "zz", "1", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"])
def test_words_of_no_kind(word):
    assert nearest(word, WORDS) == by_difflib(word)
    assert did_you_mean(word, ()) == ""


def test_any_iterable_will_do():
    assert nearest("chanel", iter(["channel", "channel"])) == "channel"
    assert nearest("CHANNEL", {"channel": 1}) == "channel"
