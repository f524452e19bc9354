"""Fixes are applied until there is nothing left to mend: none of two that touch, none that does harm, never for ever."""

import codecs
from pathlib import PurePosixPath

import pytest
from engine_support import RULE, a_pass, plugin_with

from journeyql.engine.edits import applied, remedies
from journeyql.engine.fix import MOST_REFUSED, MOST_ROUNDS, mended
from journeyql.engine.inputs import Input, found
from journeyql.plugin import Edit, Fix
from journeyql.source import SourceFile, Span

TEXT = SourceFile("a.journey", "0123456789")
OTHER = SourceFile("b.journey", "0123456789")


def finding(*edits, safe=True, title="t", source=TEXT, at=0):
    made = tuple(Edit(Span(source, start, end), text) for start, end, text in edits)
    return RULE.at(Span(TEXT, at, at), f"m{edits}", fixes=[Fix(title, made, safe=safe)])


APPLIED = {
    "one": ([finding((1, 3, "x"))], "0x3456789"),
    "an insertion": ([finding((4, 4, "x"))], "0123x456789"),
    "a removal": ([finding((0, 10, ""))], ""),
    "two apart, whatever their order": ([finding((5, 6, "y")), finding((1, 3, "x"))], "0x34y6789"),
    "two that overlap": ([finding((2, 5, "y")), finding((1, 3, "x"))], "0x3456789"),
    "two that touch": ([finding((1, 3, "x")), finding((3, 4, "y"))], "0x3456789"),
    "two insertions at one place": ([finding((3, 3, "y"), at=1), finding((3, 3, "x"), at=0)], "012x3456789"),
    "one inside another": ([finding((4, 5, "y")), finding((1, 9, "x"))], "0x9"),
    "one between the edits of another": ([finding((0, 1, "a"), (8, 9, "b")), finding((4, 5, "y"))], "a123y567b9"),
    "half of one is taken": ([finding((0, 1, "a"), (8, 9, "b")), finding((4, 5, "y"), (7, 9, "z"))], "a1234567b9"),
    "the same twice": ([finding((1, 3, "x")), finding((1, 3, "x"))], "0x3456789"),
    "unsafe": ([finding((1, 3, "x"), safe=False)], "0123456789"),
    "empty": ([finding()], "0123456789"),
    "of another file": ([finding((1, 3, "x"), source=OTHER)], "0123456789"),
    "of two files": (
        [RULE.at(None, "m", fixes=[Fix("t", (Edit(Span(TEXT, 0, 1), "x"), Edit(Span(OTHER, 0, 1), "x")))])],
        "0123456789",
    ),
    "against itself": ([finding((1, 4, "x"), (3, 5, "y"))], "0123456789"),
    "the second is safe": (
        [
            RULE.at(
                None,
                "m",
                fixes=[Fix("t", (Edit(Span(TEXT, 0, 1), "x"),), safe=False), Fix("t", (Edit(Span(TEXT, 1, 2), "y"),))],
            )
        ],
        "0y23456789",
    ),
}


@pytest.mark.parametrize(("findings", "text"), APPLIED.values(), ids=APPLIED)
def test_what_is_applied(findings, text):
    assert applied(TEXT, remedies(findings, TEXT)) == text
    assert applied(TEXT, remedies(reversed(findings), TEXT)) == text


@pytest.mark.parametrize(("ending", "kept"), [("\n", "\n"), ("\r\n", "\r\n"), ("", "\n")])
def test_new_lines_end_as_the_others_do(ending, kept):
    source = SourceFile("a.journey", f"one{ending}")
    fix = Fix("t", (Edit(Span(source, 0, 0), "zero\n"),))
    assert applied(source, remedies([RULE.at(None, "m", fixes=[fix])], source)) == f"zero{kept}one{ending}"


# ---- whole files


@pytest.fixture
def mend(tmp_path, session):
    def run(text, *passes, **options):
        path = tmp_path / "a.journey"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (item,) = found([str(path)])
        one = mended(session(plugin_with(*passes), **options), item)
        assert path.read_bytes() == one.before  # nothing is written here
        return one

    return run


def rewriting(old, new, safe=True):
    """A pass that wants every `old` to be `new`."""

    def work(context):
        source = context.view.journeys[0].source
        start = source.text.find(old)
        while start >= 0:
            span = Span(source, start, start + len(old))
            yield RULE.at(span, f"{old} is not {new}", fixes=[Fix("rewrite", (Edit(span, new),), safe=safe)])
            start = source.text.find(old, start + 1)

    return a_pass(work, name=f"p{old.encode().hex()}")


def rules(findings):
    return [item.rule.name for item in findings]


def test_one_fix_makes_another_possible(mend):
    one = mend('journey j "J"\n\tstage a “A” emotion=2,\n\tallow unknown-channel "x"\n')
    assert one.after == b'journey j "J"\n  stage a "A" emotion=2\n'
    assert sorted({*rules(one.fixed)}) == ["tab-indentation", "trailing-comma", "typographic-twin", "unused-allow"]
    assert one.refused == ()
    assert one.checked.source.text == one.after.decode()


def test_bytes_that_are_no_matter_stay(mend):
    one = mend(codecs.BOM_UTF8 + b'journey j "J"\r\n\r\n  stage a "A" emotion=2,\r\n# end')
    assert one.after == codecs.BOM_UTF8 + b'journey j "J"\r\n\r\n  stage a "A" emotion=2\r\n# end'


@pytest.mark.parametrize("text", [b"\xff\xfe", 'journey j "J"\n', ""], ids=["no text", "sound", "empty"])
def test_nothing_to_mend(mend, text):
    one = mend(text)
    assert (one.before, one.fixed, one.refused) == (one.after, (), ())


def test_a_file_that_is_not_there(tmp_path, session):
    path = tmp_path / "none.journey"
    one = mended(session(), Input("none.journey", path, PurePosixPath(path.name)))
    assert one.before == one.after == b""
    assert rules(one.checked.diagnostics) == ["unreadable-input"]


def test_what_an_allow_silences_is_not_mended(mend):
    text = 'journey j "J"\n  allow low "because"\n  goal: "old"\n'
    assert mend(text, rewriting("old", "new")).after == text.encode()


@pytest.mark.parametrize("new", ['"', "\ud800"], ids=["unreadable", "no character"])
def test_a_fix_that_does_harm_is_refused(mend, new):
    text = 'journey j "J"\n  goal: "old and aged"\n'
    one = mend(text, rewriting("old", new), rewriting("aged", "young"))
    assert one.after == text.replace("aged", "young").encode()
    (refused,) = one.refused
    assert (refused.rule.name, refused.span.text) == ("fix-refused", "old")
    assert "could be read less well" in refused.message


def test_a_harmful_fix_does_not_keep_others_from_their_turn(mend):
    one = mend('journey j "J"\n  goal: "old"\n', rewriting('"old"', "old old"), rewriting("old", "new"))
    assert one.after == b'journey j "J"\n  goal: "new"\n'
    assert one.refused == ()


def test_many_harmful_fixes_end(mend):
    text = 'journey j "J"\n' + '  note: "old"\n' * 200
    one = mend(text, rewriting("old", '"'))
    assert one.after == text.encode()
    assert len(one.refused) == MOST_REFUSED


def test_fixes_that_undo_each_other_end(mend):
    one = mend('journey j "J"\n  goal: "old"\n', rewriting("old", "new"), rewriting("new", "old"))
    assert [item.message for item in one.refused] == [
        "the fix for `low` was not applied: the fixes of this file undo each other"
    ]


def test_a_fix_that_never_ends_ends(mend):
    one = mend('journey j "J"\n  goal: "old"\n', rewriting("old", "olds"))
    assert one.after == b'journey j "J"\n  goal: "old%s"\n' % (b"s" * MOST_ROUNDS)
    assert rules(one.refused) == ["fix-refused"]


def test_unsafe_fixes_wait_for_people(mend):
    text = 'journey j "J"\n  goal: "old"\n'
    assert mend(text, rewriting("old", "new", safe=False)).after == text.encode()


def test_used_files_are_not_mended(tmp_path, session):
    (tmp_path / "base.journey").write_text('journey j "J"\n\tstage a "A" emotion=2\n')
    (tmp_path / "over.journey").write_text('use `base.journey`\njourney k "K",\n')
    (item,) = found([str(tmp_path / "over.journey")])
    one = mended(session(), item)
    assert one.after == b'use `base.journey`\njourney k "K"\n'
    assert (tmp_path / "base.journey").read_text() == 'journey j "J"\n\tstage a "A" emotion=2\n'
