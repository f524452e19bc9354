"""`journeyql fmt` from outside: what is written, what is printed where, and how it ends."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from journeyql.cli.ending import run
from journeyql.engine import project, write

ROOT = Path(__file__).resolve().parents[3]
GOOD = 'journey j "J"\n  "A" emotion=2\n'
ODD = '\ufeffjourney  j “J”\r\n\t"A" emotion = 2  \r\n'
BAD = 'journey j "J\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    project.configuration.cache_clear()
    project._root_of.cache_clear()
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "JOURNEYQL_PLUGINS", "JOURNEYQL_STRICT_PLUGINS", "JOURNEYQL_TRACEBACK"):
        monkeypatch.delenv(variable, raising=False)
    for name, text in (("good", GOOD), ("odd", ODD)):
        (tmp_path / f"{name}.journey").write_bytes(text.encode())
    return tmp_path


def text(folder: Path, name: str) -> str:
    return (folder / f"{name}.journey").read_bytes().decode()


# Arguments, exit code, standard output, words on standard error, whether odd.journey is formatted afterwards.
ENDS = {
    "write": ([], 0, "", "1 file formatted, 1 unchanged", True),
    "write one": (["odd.journey"], 0, "", "odd.journey formatted\n1 file formatted", True),
    "in order": (["good.journey"], 0, "", "1 file unchanged", False),
    "check": (["--check"], 1, "odd.journey\n", "1 file would be formatted, 1 unchanged", False),
    "check in order": (["--check", "good.journey"], 0, "", "1 file unchanged", False),
    "diff in order": (["--diff", "good.journey"], 0, "", "1 file unchanged", False),
    "missing": (["non.journey"], 2, "", "non.journey cannot be read: no such file or directory", False),
    "nearly": (["god.journey"], 2, "", "did you mean `good.journey`?", False),
    "no such language": (["--keywords", "de"], 2, "", "'de' is not one of 'en', 'zh'", False),
    "missing and written": (["odd.journey", "non.journey"], 2, "", "1 file formatted, 1 not formatted", True),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_ends(folder, capsys, end):
    args, code, out, words, done = end
    assert run(["fmt", *args]) == code
    printed = capsys.readouterr()
    assert printed.out == out
    assert words in printed.err
    assert (text(folder, "odd") == GOOD) is done
    assert text(folder, "good") == GOOD


def test_a_difference_can_be_applied(folder, capsys):
    (folder / "odd.journey").write_text('journey j "J"\n  "A"  emotion=2\n  "B"')
    assert run(["fmt", "--diff"]) == 1
    out = capsys.readouterr().out
    assert out == (
        '--- odd.journey\n+++ odd.journey\n@@ -1,3 +1,3 @@\n journey j "J"\n-  "A"  emotion=2\n-  "B"\n'
        '\\ No newline at end of file\n+  "A" emotion=2\n+  "B"\n'
    )
    assert run(["fmt", "--diff", "--check", "--color", "always"]) == 1
    assert '\x1b[31m-  "A"  emotion=2\x1b[0m\n' in capsys.readouterr().out


def test_mistakes_are_reported_and_the_others_go_on(folder, capsys):
    (folder / "bad.journey").write_text(BAD)
    assert run(["fmt"]) == 1
    err = capsys.readouterr().err
    assert "error[unclosed-text]" in err
    assert "bad.journey:1:11" in err
    assert "1 file formatted, 1 unchanged, 1 not formatted" in err
    assert (text(folder, "bad"), text(folder, "odd")) == (BAD, GOOD)


def test_what_is_no_text_is_left(folder, capsys):
    (folder / "bad.journey").write_bytes(b"caf\xe9")
    assert run(["fmt", "bad.journey"]) == 1
    assert "Line 1 is not UTF-8" in capsys.readouterr().err
    assert (folder / "bad.journey").read_bytes() == b"caf\xe9"


def piped(monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_goes_to_standard_output(folder, capsysbinary, monkeypatch):
    piped(monkeypatch, ODD.encode())
    assert run(["fmt", "-"]) == 0
    assert capsysbinary.readouterr() == (GOOD.encode(), b"")
    piped(monkeypatch, ODD.encode())
    assert run(["fmt", "--check", "-"]) == 1
    assert capsysbinary.readouterr().out == b"-\n"
    piped(monkeypatch, BAD.encode())
    assert run(["fmt", "-"]) == 1
    out, err = capsysbinary.readouterr()
    assert (out, b"unclosed-text" in err) == (b"", True)


def test_configured_paths(folder, capsys):
    (folder / "maps").mkdir()
    (folder / "maps" / "m.journey").write_text(ODD)
    (folder / "journeyql.toml").write_text('paths = ["maps"]\n')
    assert run(["fmt"]) == 0
    assert "maps/m.journey formatted" in capsys.readouterr().err
    assert text(folder, "odd") == ODD


def test_a_file_in_order_is_not_touched(folder):
    path = folder / "good.journey"
    os.utime(path, (1, 1))
    number = path.stat().st_ino
    assert run(["fmt"]) == 0
    assert (path.stat().st_mtime, path.stat().st_ino) == (1, number)


def test_the_mode_stays(folder):
    path = folder / "odd.journey"
    path.chmod(0o640)
    assert run(["fmt"]) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_one(folder):
    (folder / "odd.journey").rename(folder / "real.journey")
    (folder / "odd.journey").symlink_to("real.journey")
    assert run(["fmt", "odd.journey"]) == 0
    assert (folder / "odd.journey").is_symlink()
    assert text(folder, "real") == GOOD


def test_a_link_that_leads_out_is_not_followed(folder, tmp_path_factory, capsys):
    outside = tmp_path_factory.mktemp("outside") / "odd.journey"
    outside.write_bytes(ODD.encode())
    (folder / "odd.journey").unlink()
    (folder / "odd.journey").symlink_to(outside)
    assert run(["fmt", "odd.journey"]) == 2
    assert "odd.journey was not written: it is a link that leads out of the project" in capsys.readouterr().err
    assert outside.read_bytes() == ODD.encode()


def test_a_file_that_changes_meanwhile_is_left(folder, capsys, monkeypatch):
    from journeyql.cli import formatting

    formatted = formatting.formatted

    def slow(*args):
        (folder / "odd.journey").write_text("journey other")
        return formatted(*args)

    monkeypatch.setattr(formatting, "formatted", slow)
    assert run(["fmt", "odd.journey"]) == 2
    assert "it has been changed in the meantime" in capsys.readouterr().err
    assert text(folder, "odd") == "journey other"


def test_nothing_is_half_written(folder, capsys, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "fsync", full)
    assert run(["fmt"]) == 2
    assert "odd.journey was not written: no space left on device" in capsys.readouterr().err
    assert text(folder, "odd") == ODD
    assert sorted(entry.name for entry in folder.iterdir()) == ["good.journey", "odd.journey"]


def test_a_defect_ends_with_three_and_names_the_file(folder, capsys, monkeypatch):
    from journeyql.cli import formatting

    def broken(*_):
        raise ZeroDivisionError("x")

    monkeypatch.setattr(formatting, "formatted", broken)
    assert run(["fmt", "odd.journey"]) == 3
    err = capsys.readouterr().err
    assert "JourneyQL failed on odd.journey: ZeroDivisionError: x" in err
    assert "Traceback" not in err
    assert text(folder, "odd") == ODD


def test_many_files_are_counted_only(folder, capsys):
    for number in range(30):
        (folder / f"m{number}.journey").write_text(ODD)
    assert run(["fmt"]) == 0
    assert capsys.readouterr().err == "31 files formatted, 1 unchanged\n"


PROMISE = """
from journeyql.model import NUMBER, TEXT, Element, Spread, Touchpoint, facet, kind, many, one


@kind("promise", inside=("touchpoint",), zh="承诺", spread=Spread.STORY)
class Promise(Element):
    "A promise."

    days = one(NUMBER, "How many days.", zh="天数")
    cases = one(NUMBER, "How many cases.", zh="件数")
    words = many(TEXT, "What is said.", zh="说法")


@facet(on=(Touchpoint,))
class Kept:
    "How promises are kept."

    score = one(NUMBER, "How well.", zh="评分")
    cost = one(NUMBER, "At what cost.", zh="代价")
"""
REGISTRATION = """
from journeyql.plugin import Vocabulary, hookimpl


@hookimpl
def journeyql_vocabularies():
    yield Vocabulary(name="acme", kinds=("acme:Promise",), facets=("acme:Kept",))
"""


def test_words_of_plugins(folder, monkeypatch):
    """What a plugin adds is written by its vocabulary, and without the plugin it stays as it was."""
    (folder / "acme.py").write_text(PROMISE, "utf-8")
    (folder / "acme_journeyql.py").write_text(REGISTRATION)
    info = folder / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[journeyql]\nacme = acme_journeyql\n")
    monkeypatch.syspath_prepend(folder)
    path = folder / "odd.journey"
    path.write_text(
        'stage s "S"\n  touchpoint t "T" score=3 cost=4 emotion=2\n'
        '    promise: "Soon" cases=4 owner=x words="We come" days=3\n'
    )
    assert run(["fmt", "odd.journey"]) == 0
    assert path.read_text() == (
        'stage s "S"\n  touchpoint t "T" emotion=2 cost=4 score=3\n'
        '    promise "Soon" days=3 cases=4 owner=x\n      words: "We come"\n'
    )
    assert run(["-p", "no:acme", "fmt", "--check", "odd.journey"]) == 0


def test_every_example_and_template_is_formatted(folder, capsys):
    assert run(["fmt", "--check", str(ROOT / "examples"), str(ROOT / "journeyql" / "cli" / "presets")]) == 0
    assert capsys.readouterr().out == ""
