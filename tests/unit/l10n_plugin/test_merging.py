"""Merging: no translation is lost, none is given to another text; the libraries' own merges do both."""

from __future__ import annotations

import polib
import pytest
from babel.messages.catalog import Catalog
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyql_l10n.catalogue import Message
from journeyql_l10n.merging import Merged, merged

OLD = {
    "a.x:title": ("Calls the hotline", "Ruft die Hotline an"),
    "a.y:title": ("Waits", "Wartet"),
    "a.y:doing#11": ("Holds the line", "Bleibt in der Leitung"),
    "a.y:doing#22": ("Makes tea", "Kocht Tee"),
    "a.its-text:title": ("Its text", "Sein Text"),
    "b.open:title": ("Open", "Offen"),
    "c.open:thinking#33": ("Open", "Aufmachen!"),
}


def old() -> list[Message]:
    return [Message(key=key, text=text, translation=said) for key, (text, said) in OLD.items()]


def merge(changes: dict[str, str | None], known: list[Message] | None = None) -> Merged:
    """The merge of OLD after some changes: a key to its new text, or to None when it is gone."""
    texts = {**{key: text for key, (text, _) in OLD.items()}, **changes}
    wanted = [Message(key=key, text=text) for key, text in texts.items() if text is not None]
    return merged(wanted, old() if known is None else known)


def told(result: Merged, key: str) -> tuple[str, str, bool, str]:
    """Of a message: its translation, the text that is for, whether it is to be looked at, and the place it is from."""
    [found] = [item for item in result.messages if item.key == key and not item.obsolete]
    return found.translation, found.previous or found.text, found.fuzzy, found.previous_key


def gone(result: Merged) -> dict[str, str]:
    return {item.key: item.translation for item in result.messages if item.obsolete}


def test_nothing_changes_without_a_change() -> None:
    result = merge({})
    assert [(item.key, item.text, item.translation) for item in result.messages] == [
        (key, text, said) for key, (text, said) in OLD.items()
    ]
    assert (result.new, result.moved, result.doubtful, result.obsolete) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        pytest.param(
            {"a.x:title": "Calls the night hotline"},
            "a.x:title",
            ("Ruft die Hotline an", "Calls the hotline", True, ""),
            id="another text in the same place is kept to be looked at",
        ),
        pytest.param(
            {"a.x:title": None, "b.x:title": "Calls the hotline"},
            "b.x:title",
            ("Ruft die Hotline an", "Calls the hotline", False, ""),
            id="an element that moves to another stage takes its translation along",
        ),
        pytest.param(
            {"a.x:title": None, "a.call:title": "Calls the hotline"},
            "a.call:title",
            ("Ruft die Hotline an", "Calls the hotline", False, ""),
            id="so does one that is renamed",
        ),
        pytest.param(
            {"a.x:title": None, "a.x:doing#44": "Calls the hotline"},
            "a.x:doing#44",
            ("Ruft die Hotline an", "Calls the hotline", True, "a.x:title"),
            id="a text that becomes another property is to be looked at",
        ),
        pytest.param(
            {"a.y:doing#22": None, "a.y:doing#55": "Makes some tea"},
            "a.y:doing#55",
            ("Kocht Tee", "Makes tea", True, "a.y:doing#22"),
            id="a reworded value of a list",
        ),
        pytest.param(
            {"a.its-text:title": None, "a.its-own-text:title": "Its own text"},
            "a.its-own-text:title",
            ("Sein Text", "Its text", True, "a.its-text:title"),
            id="a reworded element without a name",
        ),
        pytest.param(
            {"b.open:title": None, "c.open:thinking#33": None, "d.open:title": "Open"},
            "d.open:title",
            ("Offen", "Open", False, ""),
            id="of equal texts the one that is the same thing",
        ),
        pytest.param(
            {"a.new:title": "Waits"},
            "a.new:title",
            ("", "Waits", False, ""),
            id="a new text does not take the translation that another one still has",
        ),
    ],
)
def test_what_becomes_of_a_text(changes: dict[str, str | None], key: str, expected: tuple[str, str, bool, str]) -> None:
    assert told(merge(changes), key) == expected


def test_of_texts_that_change_places_each_keeps_its_own_translation() -> None:
    result = merge({"a.x:title": "Waits", "a.y:title": "Calls the hotline"})
    assert told(result, "a.x:title") == ("Wartet", "Waits", False, "")
    assert told(result, "a.y:title") == ("Ruft die Hotline an", "Calls the hotline", False, "")


def test_equal_texts_with_different_translations_are_never_mixed_silently() -> None:
    known = [Message(key=f"{c}.t:title", text="Open", translation=said) for c, said in (("a", "Offen"), ("b", "Auf"))]
    result = merged([Message(key="x.t:title", text="Open")], known)
    assert told(result, "x.t:title") == ("Offen", "Open", True, "a.t:title")
    assert gone(result) == {"b.t:title": "Auf"}


def test_of_equal_texts_one_without_translation_gives_none() -> None:
    known = [Message(key="a.t:title", text="Open"), Message(key="b.t:title", text="Open", translation="Offen")]
    result = merged([Message(key="x.t:title", text="Open")], known)
    assert told(result, "x.t:title") == ("Offen", "Open", False, "")


def test_what_is_removed_is_kept_at_the_end_and_comes_back() -> None:
    less = merge({"a.y:title": None})
    assert [item.key for item in less.messages if item.obsolete] == ["a.y:title"]
    assert less.messages[-1].key == "a.y:title"
    assert less.obsolete == 1
    again = merge({}, list(less.messages))
    assert told(again, "a.y:title") == ("Wartet", "Waits", False, "")
    assert gone(again) == {}


def test_a_text_that_changes_twice_remembers_what_was_translated() -> None:
    once = merge({"a.x:title": "Rings the hotline"})
    twice = merge({"a.x:title": "Rings somebody"}, list(once.messages))
    assert told(twice, "a.x:title") == ("Ruft die Hotline an", "Calls the hotline", True, "")


def test_what_translators_say_stays_and_what_the_map_says_is_new() -> None:
    known = [
        Message(
            key="a:title",
            text="A",
            translation="Ä",
            remarks=("ask Ute",),
            notes=("old",),
            flags=("x-y",),
            kept=("#= s",),
        )
    ]
    [found] = merged([Message(key="a:title", text="A", notes=("new",), flags=("python-brace-format",))], known).messages
    assert (found.remarks, found.notes, found.kept) == (("ask Ute",), ("new",), ("#= s",))
    assert found.flags == ("python-brace-format", "x-y")


def test_a_remark_alone_is_worth_keeping_and_an_empty_message_is_not() -> None:
    known = [Message(key="a:title", text="A", remarks=("how?",)), Message(key="b:title", text="B")]
    assert [(item.key, item.obsolete) for item in merged([], known).messages] == [("a:title", True)]


WORDS = st.sampled_from(["Waits", "Calls", "Calls again", "Pays", "等", "打电话"])
KEYS = st.sampled_from([f"{stage}.{name}:{prop}" for stage in "ab" for name in "xy" for prop in ("title", "doing#1")])


@settings(deadline=None)
@given(st.dictionaries(KEYS, WORDS), st.lists(st.dictionaries(KEYS, WORDS), min_size=1, max_size=4))
def test_no_history_of_changes_loses_or_mixes_translations(first: dict[str, str], later: list[dict[str, str]]) -> None:
    """Translations name the place and text that they are for; whatever is shown as up to date is for that text."""
    messages = [Message(key=key, text=text, translation=f"{key}={text}") for key, text in first.items()]
    everything = {item.translation for item in messages}
    for texts in later:
        messages = list(merged([Message(key=key, text=text) for key, text in texts.items()], messages).messages)
        assert {item.key: item.text for item in messages if not item.obsolete} == texts
        assert [item.obsolete for item in messages] == sorted(item.obsolete for item in messages)
        assert len({(item.key, item.text) for item in messages}) == len(messages)
        assert everything <= {item.translation for item in messages}
        assert all(item.translation.endswith(f"={item.text}") for item in messages if item.shown)


def test_many_equal_texts_take_no_time_for_each_pair() -> None:
    """5,000 equal texts that all moved: 25 million pairs, if they were compared."""
    known = [Message(key=f"a.e{n}:title", text="Same", translation="Gleich") for n in range(5000)]
    result = merged([Message(key=f"b.f{n}:title", text="Same") for n in range(5000)], known)
    assert (result.moved, result.new, result.doubtful) == (5000, 0, 0)


def test_the_order_is_that_of_the_map_whatever_that_of_the_catalogue() -> None:
    assert [item.key for item in merge({}, old()[::-1]).messages] == list(OLD)


# ---- why there is a merge of our own: what the libraries make of the same changes


def babel_merge(before: dict[str, tuple[str, str]], after: dict[str, str]) -> Catalog:
    catalogue, template = Catalog(locale="de"), Catalog()
    for key, (text, said) in before.items():
        catalogue.add(text, said, context=key)
    for key, text in after.items():
        template.add(text, context=key)
    catalogue.update(template)
    return catalogue


def polib_merge(before: dict[str, tuple[str, str]], after: dict[str, str]) -> polib.POFile:
    catalogue, template = polib.POFile(), polib.POFile()
    catalogue.extend(polib.POEntry(msgctxt=key, msgid=text, msgstr=said) for key, (text, said) in before.items())
    template.extend(polib.POEntry(msgctxt=key, msgid=text) for key, text in after.items())
    catalogue.merge(template)
    return catalogue


TWO = {"a.x:title": ("Open", "Offen"), "b.y:thinking#1": ("Open", "Aufmachen!")}


def ours(before: dict[str, tuple[str, str]], after: dict[str, str]) -> Merged:
    known = [Message(key=key, text=text, translation=said) for key, (text, said) in before.items()]
    return merged([Message(key=key, text=text) for key, text in after.items()], known)


def test_babel_gives_one_text_the_translation_of_another() -> None:
    """Two elements that move to another stage; the texts are equal, their translations are not."""
    after = {"c.x:title": "Open", "d.y:thinking#1": "Open"}
    theirs = babel_merge(TWO, after)
    assert {key: message.string for key in after if (message := theirs.get("Open", key))} == {
        "c.x:title": "Aufmachen!",
        "d.y:thinking#1": "Aufmachen!",
    }
    result = ours(TWO, after)
    assert told(result, "c.x:title") == ("Offen", "Open", False, "")
    assert told(result, "d.y:thinking#1") == ("Aufmachen!", "Open", False, "")


def test_babel_and_polib_take_the_translation_from_a_reworded_text() -> None:
    before, after = {"a.x:title": ("Calls the hotline", "Ruft die Hotline an")}, {"a.x:title": "Rings at night"}
    message = babel_merge(before, after).get("Rings at night", "a.x:title")
    assert message is not None
    assert not message.string
    theirs = polib_merge(before, after).find("Rings at night")
    assert theirs is not None
    assert theirs.msgstr == ""
    assert told(ours(before, after), "a.x:title") == ("Ruft die Hotline an", "Calls the hotline", True, "")


def test_polib_leaves_the_translation_of_a_moved_text_behind() -> None:
    before, after = {"a.x:title": ("Calls", "Ruft an")}, {"b.x:title": "Calls"}
    assert [(item.msgctxt, item.msgstr) for item in polib_merge(before, after) if not item.obsolete] == [
        ("b.x:title", "")
    ]
    assert told(ours(before, after), "b.x:title") == ("Ruft an", "Calls", False, "")
