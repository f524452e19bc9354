"""Reading and writing PO files: agreement with the tools that translators use, and nothing lost from broken ones."""

from __future__ import annotations

import io

import attrs
import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyql_l10n.catalogue import Catalogue, Message, header
from journeyql_l10n.reading import read
from journeyql_l10n.writing import written

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FULL = Message(
    key="a.b:doing#1f",
    text='Says "no"\nand\tleaves\\',
    translation="Sagt „nein“\nund\tgeht\\",
    remarks=("by Ute", ""),
    notes=("touchpoint doing",),
    flags=("fuzzy", "max-length:20"),
    previous="Says no",
    previous_key="a.b:doing#2e",
)
GONE = Message(key="a.c:title", text="Old", translation="Alt", remarks=("kept",), flags=("fuzzy",), obsolete=True)
CATALOGUE = Catalogue(header("de"), (FULL, Message(key="a:title", text="A"), GONE))


def parts(message: Message) -> tuple[object, ...]:
    return attrs.astuple(attrs.evolve(message, spans=None))


def test_what_is_written_is_read_again() -> None:
    text = written(CATALOGUE)
    back = read(text.encode(), "de.po")
    assert back.problems == ()
    assert list(map(parts, back.catalogue.messages)) == list(map(parts, CATALOGUE.messages))
    assert back.catalogue.fields["Language"] == "de"
    assert written(back.catalogue) == text


def test_polib_reads_the_same() -> None:
    entries = polib.pofile(written(CATALOGUE))
    found = [(e.msgctxt, e.msgid, e.msgstr, e.comment, e.tcomment, tuple(e.flags), bool(e.obsolete)) for e in entries]
    assert found[0] == (FULL.key, FULL.text, FULL.translation, FULL.notes[0], "by Ute\n", FULL.flags, False)
    assert found[2] == (GONE.key, GONE.text, GONE.translation, "", "kept", GONE.flags, True)


def test_babel_reads_the_same() -> None:
    catalogue = read_po(io.BytesIO(written(CATALOGUE).encode()))
    message = catalogue.get(FULL.text, FULL.key)
    assert message is not None
    assert (message.string, message.auto_comments, message.flags) == (FULL.translation, [*FULL.notes], {*FULL.flags})
    assert [item.string for item in catalogue.obsolete.values()] == ["Alt"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LINES = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=9), max_size=2)
MESSAGES = st.builds(
    Message,
    key=TEXTS,
    text=TEXTS.filter(bool),
    translation=TEXTS,
    remarks=LINES.map(tuple),
    notes=LINES.map(tuple),
    previous=TEXTS,
    previous_key=TEXTS,
    obsolete=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(MESSAGES, max_size=4, unique_by=(lambda m: m.key, lambda m: m.text)))
def test_any_text_survives(messages: list[Message]) -> None:
    ordered = sorted(messages, key=lambda message: message.obsolete)
    back = read(written(Catalogue(header("de"), tuple(ordered))).encode(), "de.po")
    assert back.problems == ()
    assert list(map(parts, back.catalogue.messages)) == list(map(parts, ordered))


def test_half_characters_cannot_be_written() -> None:
    text = written(Catalogue(None, (Message(key="a", text="\ud800x"),)))
    assert "\ufffdx" in text


BROKEN = [
    ('msgid "a"\nmsgstr "b\n', ["2:8 this text is not closed"], {}),
    ('msgid "a"\nmsgstr "b" more\n', ["2:8 this text is not closed"], {}),
    ("msgid a\nmsgstr b\n", ["1:7 here is no text", "2:8 here is no text"], {}),
    ('msgid "a"\n\nmsgid "c"\nmsgstr "d"\n', ["1:7 this message has no msgstr"], {"c": "d"}),
    ('msgctxt "k"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', ["1:9 this message has no msgid"], {"c": "d"}),
    ('msgid "a"\nmsgstr "b"\nhello\nmsgid "c"\nmsgstr "d"\n', ["3:1 this line is not understood"], {"c": "d"}),
    ('msgid "a\\q"\nmsgstr "b"\n', ["1:9 `\\q` means nothing"], {}),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        ["1:7 this message has plural forms, and texts of maps have none"],
        {},
    ),
    (
        'msgctxt "k"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "k"\nmsgid "c"\nmsgstr "d"\n',
        ["6:7 there is already a message for k"],
        {"a": "b"},
    ),
    (
        'msgctxt "k"\nmsgid "a"\nmsgstr "b"\n\n#~ msgctxt "k"\n#~ msgid "a"\n#~ msgstr "d"\n',
        ["6:10 there is already a message for k"],
        {"a": "b"},
    ),
]


@pytest.mark.parametrize(("text", "problems", "said"), BROKEN)
def test_what_cannot_be_understood_is_named_with_its_place(
    text: str, problems: list[str], said: dict[str, str]
) -> None:
    found = read((HEAD + text).encode(), "locale/de.po")
    lines = HEAD.count("\n")
    places = [(item.span.line - lines, item.span.column, item.message) for item in found.problems if item.span]
    assert [f"{line}:{column} {message}" for line, column, message in places] == problems
    assert {item.text: item.translation for item in found.catalogue.messages} == said
    assert {item.span.source.name for item in found.problems if item.span} == {"locale/de.po"}


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ('msgid "é"\nmsgstr ""\n'.encode("latin-1"), (1, 8), "from here on this is no UTF-8 text"),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\nmsgid "é"\nmsgstr ""\n'.encode(
                "latin-1"
            ),
            (2, 43),
            "a catalogue is UTF-8 text, and this one says ISO-8859-1",
        ),
        ('msgid "你"\nmsgstr ""\n'.encode("utf-16"), (1, 1), "from here on this is no UTF-8 text"),
        (b"x" * (16 * 1024 * 1024 + 1), None, "de.po is larger than 16 MB"),
    ],
)
def test_another_encoding_is_one_finding(data: bytes, place: tuple[int, int] | None, words: str) -> None:
    [problem] = read(data, "de.po").problems
    assert (problem.span and (problem.span.line, problem.span.column), problem.message) == (place, words)


def test_a_mark_and_line_ends_of_windows_are_understood() -> None:
    data = b"\xef\xbb\xbf" + (HEAD + 'msgid "a"\nmsgstr ""\n"b\\n"\n"c"\n').replace("\n", "\r\n").encode()
    found = read(data, "de.po")
    assert found.problems == ()
    assert [(item.text, item.translation) for item in found.catalogue.messages] == [("a", "b\nc")]


def test_comments_of_other_tools_and_behind_the_last_message_are_kept() -> None:
    text = '#= sticky\n#@ odd\nmsgid "a"\nmsgstr "b"\n\n# the end\n#, fuzzy\n'
    assert written(read(text.encode(), "de.po").catalogue) == text


def test_a_file_of_something_else_is_not_listed_line_by_line() -> None:
    assert len(read(b"hello\n" * 5000, "de.po").problems) == 20


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(st.sampled_from('msgidctxtr "\\\n#~|,.:[0]é'), max_size=200).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    found = read(data, "de.po")
    if not found.problems:
        assert read(written(found.catalogue).encode(), "de.po").problems == ()


# ---- why there is a reader of our own: the libraries lose translations without a word


def test_polib_and_babel_lose_a_text_that_is_not_closed() -> None:
    text = HEAD + 'msgid "a"\nmsgstr "b\n'
    assert polib.pofile(text).find("a").msgstr == ""
    message = read_po(io.BytesIO(text.encode())).get("a")
    assert message is not None
    assert message.string == ""


def test_babel_loses_the_second_of_two_translations() -> None:
    text = HEAD + 'msgctxt "k"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "k"\nmsgid "a"\nmsgstr "d"\n'
    assert [item.string for item in read_po(io.BytesIO(text.encode()))][1:] == ["b"]
