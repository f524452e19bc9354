"""Reads PO files whatever they hold: line by line, with a finding for each line that cannot be understood."""

from __future__ import annotations

import re
from typing import Final

import attrs

from journeyql.diagnostics import Diagnostic, Related
from journeyql.source import SourceFile, Span
from journeyql_l10n.catalogue import Catalogue, Message, Spans
from journeyql_l10n.decoding import decoded
from journeyql_l10n.rules import BROKEN_CATALOGUE, DUPLICATE_MESSAGE

_WORD: Final = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(\[[0-9]*\])?[ \t]*")
_TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPE: Final = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_BLANK: Final = " \t\r\f\v"
#: A file with more lines than this that cannot be understood is something else.
_MOST_PROBLEMS: Final = 20
#: The sorts of comments by their second character; any other is kept as it is.
_COMMENTS: Final = {".": "notes", ":": "references", ",": "flags", " ": "remarks", "": "remarks"}
#: The order of the texts of a message; `#|` are what they were before.
_ORDER: Final = ("#|msgctxt", "#|msgid", "#|msgid_plural", "msgctxt", "msgid", "msgid_plural", "msgstr")


@attrs.frozen(eq=False, repr=False)
class Read:
    """What a file says, and what of it could not be understood; with `problems`, writing it anew could lose something."""

    source: SourceFile
    catalogue: Catalogue
    problems: tuple[Diagnostic, ...] = ()


def read(data: bytes, name: str) -> Read:
    """The catalogue in the bytes of a file; `name` is what messages call it."""
    source, problem = decoded(data, name)
    return Read(source, Catalogue(), (problem,)) if problem else _Reader(source).read()


@attrs.define(eq=False, repr=False)
class _Entry:
    """A message while its lines are read: its comments by sort; its texts by keyword, each with where it stands."""

    comments: dict[str, list[str]] = attrs.field(factory=dict)
    lines: list[str] = attrs.field(factory=list)
    texts: dict[str, str] = attrs.field(factory=dict)
    places: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    reached: int = -1
    obsolete: bool = False
    broken: bool = False

    @property
    def begun(self) -> bool:
        """Whether more than comments and what was before has been read."""
        return self.reached >= _ORDER.index("msgctxt")


@attrs.define(eq=False, repr=False)
class _Reader:
    source: SourceFile
    header: Message | None = None
    messages: list[Message] = attrs.field(factory=list)
    problems: list[Diagnostic] = attrs.field(factory=list)
    seen: dict[tuple[str, ...], Span] = attrs.field(factory=dict)
    entry: _Entry = attrs.field(factory=_Entry)
    word: str = ""

    def read(self) -> Read:
        """Everything that the file says."""
        start = 0
        for line in self.source.text.split("\n"):
            self._line(line, start)
            start += len(line) + 1
        self._close()
        catalogue = Catalogue(self.header, tuple(self.messages), tuple(self.entry.lines))
        return Read(self.source, catalogue, tuple(self.problems))

    def _line(self, line: str, start: int) -> None:
        code = line.strip(_BLANK)
        start += len(line) - len(line.lstrip(_BLANK))
        if code[:1] != "#":
            if code:
                self._content(code, start)
        elif code[1:2] == "~":
            previous = code[2:3] == "|"
            self._content(code[2 + previous :], start + 2 + previous, "#|" * previous, obsolete=True)
        elif code[1:2] == "|":
            self._content(code[2:], start + 2, "#|")
        else:
            self._comment(code)

    def _comment(self, code: str) -> None:
        if self.entry.begun:
            self._close()
        sort = _COMMENTS.get(code[1:2], "kept")
        said = code if sort == "kept" else code[2:] if sort == "remarks" else code[2:].strip(_BLANK)
        self.entry.comments.setdefault(sort, []).append(said)
        self.entry.lines.append(code)

    def _content(self, code: str, start: int, prefix: str = "", *, obsolete: bool = False) -> None:
        """A line with a keyword and its text, or with more of the text before."""
        rest = code.lstrip(_BLANK)
        start += len(code) - len(rest)
        found = _WORD.match(rest)
        if found:
            self._begin(prefix + found[1], found[2] or "", obsolete=obsolete)
            rest, start = rest[found.end() :], start + found.end()
        elif rest[:1] != '"' or not self.word:
            self._problem(start, start + len(rest), "this line is not understood", "it begins with msgid, msgstr or #")
            return
        if _TEXT.fullmatch(rest):
            self._take(self._unescaped(rest[1:-1], start + 1), start, start + len(rest))
            return
        self._take("", start, start + max(1, len(rest)))
        words = "this text is not closed" if rest[:1] == '"' else "here is no text"
        self._problem(*self.entry.places[self.word], words, 'a text stands in "…", and a " in it is written \\"')

    def _begin(self, word: str, number: str, *, obsolete: bool) -> None:
        """Begin a text; where it is not next in the order of a message, it begins another message."""
        place = _ORDER.index(word)
        again = bool(number) and place == self.entry.reached
        if (place <= self.entry.reached and not again) or (self.entry.begun and obsolete != self.entry.obsolete):
            self._close()
        self.entry.reached, self.entry.obsolete = place, obsolete
        self.word = word + number

    def _take(self, text: str, start: int, end: int) -> None:
        entry = self.entry
        entry.texts[self.word] = entry.texts.get(self.word, "") + text
        entry.places[self.word] = (entry.places.get(self.word, (start, end))[0], end)

    def _unescaped(self, text: str, start: int) -> str:
        if "\\" not in text:
            return text
        for found in _ESCAPE.finditer(text):
            if found[3] and found[3] not in _ESCAPES:
                at = start + found.start()
                self._problem(at, at + 2, f"`{found[0]}` means nothing", "a backslash itself is written \\\\")
        return _ESCAPE.sub(_character, text)

    def _close(self) -> None:
        """End the message that is being read, if one is."""
        entry = self.entry
        if not entry.texts:
            return
        if (problem := _incomplete(entry)) and not entry.broken:
            self._problem(*next(iter(entry.places.values())), problem, "a message has one msgid and one msgstr")
        if not entry.broken:
            self._add(self._message(entry))
        self.entry, self.word = _Entry(), ""

    def _add(self, message: Message) -> None:
        if not message.key and not message.text and not message.obsolete and self.header is None:
            self.header = message
            return
        own = message.spans.text if message.spans else None
        identities = [(message.key, message.text), *([] if message.obsolete or not message.key else [(message.key,)])]
        first = next((self.seen[identity] for identity in identities if identity in self.seen), None)
        if first is None or own is None:
            self.messages.append(message)
            self.seen.update((identity, own) for identity in identities if own)
            return
        words = f"there is already a message for {message.key or 'this text'}"
        related = (Related(first, "the first one"),)
        self.problems.append(DUPLICATE_MESSAGE.at(own, words, help="keep the right one of the two", related=related))

    def _message(self, entry: _Entry) -> Message:
        texts, comments = entry.texts, entry.comments
        flags = (flag.strip() for line in comments.get("flags", ()) for flag in line.split(","))
        return Message(
            key=texts.get("msgctxt", ""),
            text=texts["msgid"],
            translation=texts["msgstr"],
            remarks=tuple(comments.get("remarks", ())),
            notes=tuple(comments.get("notes", ())),
            references=tuple(comments.get("references", ())),
            flags=tuple(flag for flag in flags if flag),
            previous=texts.get("#|msgid", ""),
            previous_key=texts.get("#|msgctxt", ""),
            obsolete=entry.obsolete,
            kept=tuple(comments.get("kept", ())),
            spans=Spans(text=self._span(entry, "msgid"), translation=self._span(entry, "msgstr")),
        )

    def _span(self, entry: _Entry, word: str) -> Span:
        return Span(self.source, *entry.places[word])

    def _problem(self, start: int, end: int, words: str, hint: str) -> None:
        self.entry.broken = True
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(BROKEN_CATALOGUE.at(Span(self.source, start, end), words, help=hint))


def _incomplete(entry: _Entry) -> str:
    """What a message lacks, or has too much of."""
    if any(word.startswith(("msgid_plural", "msgstr[")) for word in entry.texts):
        return "this message has plural forms, and texts of maps have none"
    missing = [word for word in ("msgid", "msgstr") if word not in entry.texts]
    return f"this message has no {missing[0]}" if missing else ""


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _ESCAPES.get(found[3], found[0])
    return chr(int(found[1], 8) if found[1] else int(found[2], 16))
