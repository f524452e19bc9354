"""Brings a catalogue up to date with the texts of a map: by where a text belongs first, then by what it says.

No translation is ever lost, and none is given to another text without a mark that somebody has to look at it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from difflib import SequenceMatcher
from typing import Final

import attrs

from journeyql_l10n.catalogue import FUZZY, Message

#: The flag of texts with placeholders; it says something about the source text, and is made anew.
BRACES: Final = "python-brace-format"
#: From this share of equal characters on, one text is likely another wording of the other.
_ALIKE: Final = 0.6
#: More pairs than this are not compared; nobody rewords so many texts in one place at once.
_MOST_PAIRS: Final = 400


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Merged:
    """What comes of a merge: the messages in the order of the texts, obsolete ones last.

    `new` have no translation yet; `moved` took theirs along; `doubtful` have to be looked at because of this merge;
    `obsolete` are no longer wanted since this merge.
    """

    messages: tuple[Message, ...]
    new: int
    moved: int
    doubtful: int
    obsolete: int


def merged(wanted: Iterable[Message], old: Iterable[Message]) -> Merged:
    """The messages that a map wants, each with the translation that it had.

    Equal place and text: the translation stays as it is. Equal text in another place: it moves along. Another text in
    the place, or nearly the same text where the place is named by it: the translation is kept as fuzzy, together with
    the text that it translates. What nothing wants stays at the end, as obsolete.
    """
    work = _Merge(tuple(wanted), tuple(sorted(old, key=lambda message: message.obsolete)))
    work.match(lambda message: (message.key, message.text), empty=True)
    work.match(lambda message: (message.text, _name(message.key), _property(message.key)))
    work.match(lambda message: (message.text, _property(message.key)))
    work.match(lambda message: message.text, trusted=False)
    work.match_changed()
    work.match_reworded()
    return work.result()


def _property(key: str) -> str:
    """The property of a key, without the mark of a value in a list.

    >>> _property("a.b:doing[persona.mei]#12345678.because")
    'doing[persona.mei].because'
    """
    name, _, item = key.partition(":")[2].partition("#")
    return name + "".join(item.partition(".")[1:])


def _name(key: str) -> str:
    """The name of the element that a key is about.

    >>> _name("a.b:doing")
    'b'
    """
    return key.partition(":")[0].rpartition(".")[2]


def _near(key: str) -> Hashable:
    """What a key keeps when the text changes that an element without a name, or a value of a list, is called by."""
    owner, _, rest = key.partition(":")
    return (owner if "#" in rest else owner.rpartition(".")[0], _property(key))


@attrs.define(eq=False, repr=False)
class _Merge:
    """What each wanted message, by its index, has become, and which old ones are used for that."""

    wanted: tuple[Message, ...]
    old: tuple[Message, ...]
    found: dict[int, Message] = attrs.field(factory=dict)
    used: set[int] = attrs.field(factory=set)
    moved: int = 0
    doubtful: int = 0

    def match(self, identity: Callable[[Message], Hashable], *, trusted: bool = True, empty: bool = False) -> None:
        """Give messages the translations of old ones that are the same in some respect.

        Where different translations are the same in it, or it is not `trusted`, somebody has to look at them. `empty`:
        messages without a translation are of use, too.
        """
        wanting, free = self._open(), dict[Hashable, deque[int]]()
        for index, message in (self._unused() if empty else self._free()) if wanting else ():
            free.setdefault(identity(message), deque()).append(index)
        said = {same: {self.old[index].translation for index in found} for same, found in free.items()}
        for index, message in wanting:
            same = identity(message)
            if free.get(same):
                self._use(index, free[same].popleft(), certain=trusted and len(said[same]) == 1)

    def match_changed(self) -> None:
        """Keep the translation of a text that has become another one in its place."""
        places = {message.key: message for message in reversed(self.old) if message.key and message.translation}
        numbers = {id(message): index for index, message in enumerate(self.old)}
        for index, message in self._open():
            if message.key in places:
                self._use(index, numbers[id(places[message.key])], certain=False)

    def match_reworded(self) -> None:
        """Keep the translation of a text whose place is named by itself, where most of it is still there."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = {}
        for index, message in self._free():
            if not message.obsolete:
                groups.setdefault(_near(message.key), ([], []))[0].append(index)
        for index, message in self._open():
            if _near(message.key) in groups:
                groups[_near(message.key)][1].append(index)
        for olds, news in groups.values():
            if len(olds) * len(news) <= _MOST_PAIRS:
                self._pair(olds, news)

    def _pair(self, olds: list[int], news: list[int]) -> None:
        pairs = ((_likeness(self.old[old].text, self.wanted[new].text), old, new) for old in olds for new in news)
        for likeness, old, new in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
            if likeness >= _ALIKE and old not in self.used and new not in self.found:
                self._use(new, old, certain=False)

    def _unused(self) -> list[tuple[int, Message]]:
        """The old messages that nothing has got yet."""
        return [(index, message) for index, message in enumerate(self.old) if index not in self.used]

    def _free(self) -> list[tuple[int, Message]]:
        """The old messages that nothing has got yet, and that say something."""
        return [
            (index, message)
            for index, message in self._unused()
            if message.translation or message.remarks or message.kept
        ]

    def _open(self) -> list[tuple[int, Message]]:
        """The wanted messages that have got nothing yet."""
        return [(index, message) for index, message in enumerate(self.wanted) if index not in self.found]

    def _use(self, new: int, old: int, *, certain: bool) -> None:
        message, before = self.wanted[new], self.old[old]
        self.found[new] = _carried(message, before, certain=certain)
        self.used.add(old)
        self.moved += message.key != before.key
        self.doubtful += self.found[new].fuzzy and not before.fuzzy

    def result(self) -> Merged:
        """Everything that was wanted, and what is left."""
        messages = [self.found.get(index, message) for index, message in enumerate(self.wanted)]
        left = [message for _, message in self._free()]
        return Merged(
            messages=(*messages, *(attrs.evolve(message, obsolete=True, notes=(), references=()) for message in left)),
            new=sum(not message.translation for message in messages),
            moved=self.moved,
            doubtful=self.doubtful,
            obsolete=sum(not message.obsolete for message in left),
        )


def _carried(message: Message, old: Message, *, certain: bool) -> Message:
    """A wanted message with the translation of an old one, and everything that translators said about it."""
    doubtful = bool(old.translation) and (old.fuzzy or not certain)
    if certain and _same(message, old):
        return old
    others = [flag for flag in old.flags if flag not in (FUZZY, BRACES)] if old.flags else ()
    return Message(
        key=message.key,
        text=message.text,
        translation=old.translation,
        remarks=old.remarks,
        notes=message.notes,
        references=message.references,
        flags=(*([FUZZY] if doubtful else []), *message.flags, *others),
        previous=(old.previous if old.fuzzy and old.previous else _other(old.text, message.text)) if doubtful else "",
        previous_key=(old.previous_key or _other(old.key, message.key)) if doubtful else "",
        kept=old.kept,
        spans=old.spans,
    )


def _same(message: Message, old: Message) -> bool:
    """Whether an old message says everything that is wanted, just as it is."""
    braces = BRACES in message.flags
    same = message.key == old.key and message.text == old.text and message.notes == old.notes
    settled = old.fuzzy or not (old.previous or old.previous_key)
    return same and settled and not old.obsolete and not old.references and braces == (BRACES in old.flags)


def _other(before: str, now: str) -> str:
    return before if before != now else ""


def _likeness(one: str, other: str) -> float:
    """The share of characters that two texts have in common, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
