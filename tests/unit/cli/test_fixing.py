"""`check --fix` writes what is better and says so; `check --diff` shows it; nothing else is ever touched."""

import json
import subprocess
import sys

import pytest

from journeyql.cli.ending import run
from journeyql.report.difference import difference

ASKEW = 'journey j “Repair”\n\tstage a "A" emotion=4,\n'
MENDED = 'journey j "Repair"\n  stage a "A" emotion=4\n'
#: Without the plugin that tells what to add to a first draft.
DRAFT = ["-p", "no:governance"]
JOURNEYQL = [sys.executable, "-m", "journeyql"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    from journeyql.engine import project

    project.configuration.cache_clear()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "askew.journey").write_text(ASKEW, "utf-8")
    (tmp_path / "good.journey").write_text(MENDED, "utf-8")
    return tmp_path


def test_fix(folder, capsys):
    before = (folder / "good.journey").stat().st_mtime_ns
    assert run([*DRAFT, "check", "--fix"]) == 0
    out, err = capsys.readouterr()
    assert err == "askew.journey: 3 findings mended: tab-indentation, trailing-comma, typographic-twin\n"
    assert out == "no findings in 2 files; 3 mended\n"
    assert (folder / "askew.journey").read_text("utf-8") == MENDED
    assert (folder / "good.journey").stat().st_mtime_ns == before
    assert sorted(path.name for path in folder.iterdir()) == ["askew.journey", "good.journey"]


def test_fix_tells_what_remains(folder, capsys):
    (folder / "askew.journey").write_text(ASKEW + "  stage b @nowhere emotion=4\n", "utf-8")
    assert run([*DRAFT, "check", "--fix", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["fixed"], document["fixable"]) == (3, 0)
    assert [(item["rule"], item["place"]["line"]) for item in document["diagnostics"]] == [("unknown-channel", 3)]


def test_findings_of_used_files_are_those_after_mending(folder, capsys):
    (folder / "a.journey").write_text('use `askew.journey`\njourney a "A"\n  stage s "S" emotion=4\n', "utf-8")
    assert run([*DRAFT, "check", "--fix", "a.journey", "askew.journey"]) == 0
    assert "no findings" in capsys.readouterr().out


def test_a_used_file_is_mended_only_when_it_is_named(folder, capsys):
    (folder / "a.journey").write_text('use `askew.journey`\njourney a "A",\n  stage s "S" emotion=4\n', "utf-8")
    assert run(["check", "--fix", "a.journey"]) == 1
    assert "1 finding mended" in capsys.readouterr().err
    assert (folder / "askew.journey").read_text("utf-8") == ASKEW


def test_diff(folder, capsys):
    assert run(["check", "--diff"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "--- askew.journey\n+++ askew.journey\n@@ -1,2 +1,2 @@\n"
        '-journey j “Repair”\n-\tstage a "A" emotion=4,\n+journey j "Repair"\n+  stage a "A" emotion=4\n'
    )
    assert err == "1 file would change\n"
    assert (folder / "askew.journey").read_text("utf-8") == ASKEW


@pytest.mark.parametrize("extra", [[], ["--fix"]])
def test_diff_of_what_is_sound(folder, capsys, extra):
    (folder / "good.journey").write_text(MENDED.replace("emotion=4", "emotion=4 @nowhere"), "utf-8")
    assert run(["check", "--diff", *extra, "good.journey"]) == 0  # there is nothing to mend, which is what was asked
    assert capsys.readouterr() == ("", "0 files would change\n")


def test_diff_says_what_is_in_the_way(folder, capsys):
    assert run(["check", "--diff", "none.journey", "askew.journey"]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("--- askew.journey")
    assert "none.journey cannot be read" in err
    assert err.endswith("1 file would change\n")


def test_diff_can_be_applied(folder):
    (folder / "askew.journey").write_bytes(ASKEW.replace("\n", "\r\n").encode() + b"# end")
    shown = subprocess.run([*JOURNEYQL, "check", "--diff", "askew.journey"], capture_output=True, check=False)
    done = subprocess.run(["git", "apply", "-p0", "-"], input=shown.stdout, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (folder / "askew.journey").read_bytes() == MENDED.replace("\n", "\r\n").encode() + b"# end"


def test_standard_input(folder):
    for option, code in (("--fix", 2), ("--diff", 1)):
        command = [*JOURNEYQL, "check", option, "-"]
        done = subprocess.run(command, input=ASKEW.encode(), capture_output=True, check=False)
        assert done.returncode == code
        assert (b"standard input cannot be changed" in done.stderr) is (option == "--fix")
        assert done.stdout.startswith(b"--- -\n") is (option == "--diff")


def test_a_read_only_file_is_left_alone(folder, capsys, monkeypatch):
    from journeyql.engine import write

    monkeypatch.setattr(write.os, "access", lambda *_: False)  # root may write everywhere
    assert run(["check", "--fix", "askew.journey"]) == 2
    assert "askew.journey was not mended: permission denied: the file is read-only" in capsys.readouterr().out
    assert (folder / "askew.journey").read_text("utf-8") == ASKEW


def test_a_link_is_followed_inside_the_project_only(folder, capsys):
    (folder / "in").mkdir()
    (folder / "in" / "link.journey").symlink_to("../askew.journey")
    assert run(["check", "--fix", "in/link.journey"]) == 2
    assert "it is a link that leads out of the project" in capsys.readouterr().out
    assert (folder / "askew.journey").read_text("utf-8") == ASKEW

    from journeyql.engine import project

    (folder / "journeyql.toml").write_text("")
    project.configuration.cache_clear()
    project._root_of.cache_clear()
    assert run(["check", "--fix", "in/link.journey"]) == 0
    assert (folder / "askew.journey").read_text("utf-8") == MENDED
    assert (folder / "in" / "link.journey").is_symlink()


def test_what_somebody_else_has_written_meanwhile_stays(folder, capsys, monkeypatch):
    from journeyql.cli import fixing

    real = fixing.mended

    def slow(session, item):
        one = real(session, item)
        (folder / "askew.journey").write_text("theirs\n")
        return one

    monkeypatch.setattr(fixing, "mended", slow)
    assert run(["check", "--fix", "askew.journey"]) == 2
    assert "it has been changed in the meantime" in capsys.readouterr().out
    assert (folder / "askew.journey").read_text() == "theirs\n"


def test_many_files_are_counted(folder, capsys):
    for index in range(25):
        (folder / f"m{index}.journey").write_text(ASKEW, "utf-8")
    assert run(["check", "--fix"]) == 0
    assert capsys.readouterr().err == "78 findings mended in 26 files\n"


def test_the_mode_of_a_file_stays(folder):
    (folder / "askew.journey").chmod(0o640)
    assert run(["check", "--fix"]) == 0
    assert (folder / "askew.journey").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a\n", "a\n", ""),
        ("a", "b", "--- n\n+++ n\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
        ("a\r\n", "b\r\n", "--- n\n+++ n\n@@ -1 +1 @@\n-a\r\n+b\r\n"),
        ("\x1b[31m\r::error::\u202e\n", "", "--- n\n+++ n\n@@ -1 +0,0 @@\n-<U+001B>[31m<U+000D>::error::<U+202E>\n"),
        ("a\u2028b\x0bc\n", "", "--- n\n+++ n\n@@ -1 +0,0 @@\n-a<U+2028>b<U+000B>c\n"),
    ],
    ids=["same", "no line end", "carriage returns", "what a terminal obeys", "other line ends"],
)
def test_difference(before, after, shown):
    assert difference("n", before, after) == shown


def test_a_name_cannot_break_out_of_its_line():
    assert difference("a\n+++ b\x1b", "a", "b").splitlines()[0] == "--- a<U+000A>+++ b<U+001B>"
