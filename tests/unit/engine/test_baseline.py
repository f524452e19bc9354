"""Baselines: what is known stays hidden while lines, words and files move, and everything else is new."""

import json
import random
from pathlib import Path

import attrs
import pytest
from engine_support import RULE

from journeyql.engine.baseline import FORMAT, Baseline, UnusableError, key_of, read
from journeyql.engine.known import Known, Recorded
from journeyql.engine.rules import PLUGIN_FAILED, TOO_MANY_FINDINGS, UNREADABLE_INPUT
from journeyql.engine.session import Checked
from journeyql.source import SourceFile


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.journey", "b.journey"):
        (tmp_path / name).write_text("")
    return tmp_path


def finding(file="a.journey", element="shop.pay", part="", rule=RULE, line=1):
    span = SourceFile(file, "x\n" * line).span(line, 0, 1)
    return attrs.evolve(rule.at(span, f"words at {line}"), element=element, part=part)


def looked_at(name):
    from journeyql.engine.inputs import Input
    from journeyql.model import Model

    model = Model(
        source=SourceFile(name, ""), journeys=(), elements={}, parents={}, children={}, arrows=(), complete=True
    )
    return Checked(input=Input(name, Path(name), None), diagnostics=(), model=model)


def recorded(folder, *findings, seen=("a.journey", "b.journey"), before=None):
    made = Recorded(before or Baseline(folder))
    assert [item for item in findings if made.counts(item)] == []
    for name in seen:
        made.looked_at(looked_at(name))
    return made.after()


def again(baseline):
    return read(baseline.text().encode(), baseline.folder)


def new(baseline, *findings):
    known = Known(again(baseline))
    return [item for item in findings if known.counts(item)]


def stale(baseline, *findings, seen=("a.journey", "b.journey"), judged=lambda _: True):
    known = Known(again(baseline))
    for item in findings:
        known.counts(item)
    for name in seen:
        known.looked_at(looked_at(name))
    return [item.message for item in known.stale("b.json", judged)]


# ---- what stays known

SAME = {
    "the same": finding(),
    "another line": finding(line=9),
    "another spelling of the path": finding(file="./x/../a.journey"),
}
NEW = {
    "another file": finding(file="b.journey"),
    "another element": finding(element="shop.choose"),
    "another part": finding(part="emotion"),
    "another rule": finding(rule=attrs.evolve(RULE, name="other")),
    "the file itself": finding(element=""),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_known(folder, other):
    assert new(recorded(folder, finding()), other) == []


@pytest.mark.parametrize("other", NEW.values(), ids=NEW)
def test_new(folder, other):
    assert new(recorded(folder, finding()), other) == [other]


def test_one_more_is_new(folder):
    two = (finding(line=1), finding(line=2))
    more = finding(line=3)
    assert new(recorded(folder, *two), *two, more) == [more]


@pytest.mark.parametrize(
    "item",
    [
        UNREADABLE_INPUT.at(None, "m"),
        RULE.at(None, "m"),
        finding(rule=PLUGIN_FAILED),
        finding(rule=TOO_MANY_FINDINGS),
    ],
    ids=["environment", "without a place", "defect", "incomplete"],
)
def test_what_is_never_known(item):
    assert key_of(item) is None


def test_a_renamed_file_takes_its_findings_along(folder):
    known = recorded(folder, finding(), finding(part="emotion"))
    (folder / "a.journey").rename(folder / "c.journey")
    moved = [finding(file="c.journey"), finding(file="c.journey", part="emotion")]
    extra = finding(file="c.journey", element="shop.new")
    assert new(known, *moved, extra) == [extra]
    assert stale(known, *moved, seen=("c.journey",)) == []


def test_a_file_that_is_there_keeps_its_findings_to_itself(folder):
    moved = finding(file="b.journey")
    assert new(recorded(folder, finding()), moved) == [moved]


# ---- what is not needed any more


def test_stale(folder):
    known = recorded(folder, finding(), finding(), finding(part="emotion"), finding(file="b.journey"))
    assert stale(known, finding()) == [
        "b.json lists 2 findings of a.journey that are not there any more: low at shop.pay, low at shop.pay emotion",
        "b.json lists 1 finding of b.journey that are not there any more: low at shop.pay",
    ]


def test_only_what_was_looked_at_is_stale(folder):
    known = recorded(folder, finding(), finding(file="b.journey"))
    assert len(stale(known, seen=("a.journey",))) == 1
    assert stale(known, judged=lambda _: False) == []


def test_of_a_file_that_cannot_be_read_as_a_whole_nothing_is_stale(folder):
    known = Known(recorded(folder, finding()))
    whole = looked_at("a.journey")
    for checked in (
        attrs.evolve(whole, model=None),
        attrs.evolve(whole, model=attrs.evolve(whole.model, complete=False)),
        attrs.evolve(whole, diagnostics=(PLUGIN_FAILED.at(None, "m"),)),
    ):
        known.looked_at(checked)
    assert [*known.stale("b.json", lambda _: True)] == []


def test_files_that_are_gone(folder):
    known = recorded(folder, finding(), finding(part="emotion"))
    (folder / "a.journey").unlink()
    assert stale(known, seen=("b.journey",)) == [
        "b.json lists 2 findings of files that are gone (a.journey): low at shop.pay, low at shop.pay emotion"
    ]


# ---- writing


def test_the_file(folder):
    known = recorded(folder, finding(part="情绪[mei]"), finding(), finding(), finding(element="", file="b.journey"))
    assert known.text() == (
        '{\n  "format": "journeyql-baseline",\n  "version": 1,\n  "findings": {\n'
        '    "a.journey": {\n      "low": {\n'
        '        "shop.pay": 2,\n        "shop.pay 情绪[mei]": 1\n      }\n    },\n'
        '    "b.journey": {\n      "low": {\n        ".": 1\n      }\n    }\n  }\n}\n'
    )


def test_the_order_of_findings_is_no_matter(folder):
    findings = [finding(file=file, part=part) for file in ("a.journey", "b.journey") for part in ("x", "y", "z")]
    texts = set()
    for seed in range(5):
        random.Random(seed).shuffle(findings)  # noqa: S311 - the same orders in every run
        texts.add(recorded(folder, *findings).text())
    assert len(texts) == 1


def test_what_was_not_looked_at_stays(folder):
    before = recorded(folder, finding(), finding(file="b.journey"))
    after = recorded(folder, finding(part="emotion"), seen=("a.journey",), before=before)
    assert {file: dict(counts) for file, counts in after.files.items()} == {
        "a.journey": {("low", "shop.pay emotion"): 1},
        "b.journey": {("low", "shop.pay"): 1},
    }


def test_what_a_used_file_had_is_not_lost(folder):
    before = recorded(folder, finding(file="b.journey"), finding(file="b.journey", part="x"))
    seen_from_a = [finding(file="b.journey"), finding(file="b.journey", part="y")]
    after = recorded(folder, *seen_from_a, seen=("a.journey",), before=before)
    assert dict(after.files["b.journey"]) == {(RULE.name, f"shop.pay{part}"): 1 for part in ("", " x", " y")}


def test_files_that_are_gone_are_left_out(folder):
    before = recorded(folder, finding())
    (folder / "a.journey").unlink()
    assert recorded(folder, seen=("b.journey",), before=before).files == {}


@pytest.mark.parametrize("name", ["a\udcff.journey", "a\u202e\x1b\n.journey", "-", "acme:shop/checkout"])
def test_unusual_names(folder, name):
    known = recorded(folder, finding(file=name), seen=())
    text = known.text().encode("utf-8", "backslashreplace")
    assert text.decode().replace("\n", "").isprintable()
    assert read(text, folder).files == known.files
    assert new(read(text, folder), finding(file=name)) == []


# ---- reading


def document(**fields):
    return json.dumps({"format": FORMAT, "version": 1, "findings": {}, **fields}).encode()


BROKEN = {
    "empty": (b"", "line 1 is no JSON: Expecting value"),
    "no text": (b"\xff", "it is not UTF-8 text"),
    "no JSON": (b"{\n<<<<<<< ours\n", "line 2 is no JSON"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "long": (b'{"format": ' + b"9" * 10_000 + b"}", "a number that is too long"),
    "a list": (b"[]", "no baseline of JourneyQL"),
    "foreign": (b'{"format": "sarif"}', "no baseline of JourneyQL"),
    "newer": (document(version=2), "it has version 2; this JourneyQL reads version 1"),
    "no findings": (document(findings=None), "`findings` must be an object, not None"),
    "no rules": (document(findings={"a": 3}), "`a` must be an object, not 3"),
    "no places": (document(findings={"a": {"low": [1]}}), "`a: low` must be an object"),
    "no count": (document(findings={"a": {"low": {"x": "1"}}}), "`a: low: x` must be a number from 1, not '1'"),
    "true": (document(findings={"a": {"low": {"x": True}}}), "must be a number from 1"),
    "zero": (document(findings={"a": {"low": {"x": 0}}}), "must be a number from 1"),
    "twice": (b'{"format": "journeyql-baseline", "format": "x"}', "`format` stands in one object twice"),
}


@pytest.mark.parametrize(("data", "words"), BROKEN.values(), ids=BROKEN)
def test_broken(data, words):
    with pytest.raises(UnusableError) as raised:
        read(data, Path())
    assert words in str(raised.value)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000, "../../../etc/passwd/x"])
def test_names_that_no_file_has(folder, name):
    known = Known(read(document(findings={name: {"low": {"shop.pay": 1}}}), folder))
    assert not known.counts(finding())


def test_a_byte_order_mark_is_no_matter():
    assert read(b"\xef\xbb\xbf" + document(), Path()).files == {}
