"""`check --write-baseline` makes what is there known, `check --baseline` shows the rest; other files are never harmed."""

import json
import os
import subprocess
import sys

import pytest

from journeyql.cli.ending import run

BAD = 'journey j "Repair"\n  stage a "A" emotion=4 @nowhere\n  stage b "B" emotion=4 owner=nobody\n'
#: Without the plugin that tells what to add to a first draft.
DRAFT = ["-p", "no:governance"]
JOURNEYQL = [sys.executable, "-m", "journeyql"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    from journeyql.engine import project

    project.configuration.cache_clear()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a.journey").write_text(BAD)
    return tmp_path


@pytest.fixture
def known(folder, capsys):
    assert run(["check", "--write-baseline", "known.json"]) == 0
    out, err = capsys.readouterr()
    assert out == "no findings in 1 file; 2 known\n"
    assert err == "known.json written: 2 findings in 1 file\n"
    return folder


def change(folder, old, new):
    path = folder / "maps" / "a.journey"
    path.write_text(path.read_text().replace(old, new))


def test_what_is_known_is_neither_shown_nor_fails(known, capsys):
    assert json.loads((known / "known.json").read_text())["findings"] == {
        "maps/a.journey": {"unknown-channel": {"j.a channel": 1}, "unknown-name": {"j.b owner": 1}}
    }
    assert run(["check", "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "no findings in 1 file; 2 known\n"


def test_from_another_folder(known, capsys, monkeypatch):
    monkeypatch.chdir(known / "maps")
    assert run(["check", "--baseline", "../known.json"]) == 0


def test_lines_and_words_are_no_matter(known, capsys):
    change(known, 'journey j "Repair"', '# new\n\njourney j "Mended"\n  stage new "New" emotion=4')
    change(known, "nobody", "somebody")
    assert run(["check", "--baseline", "known.json"]) == 0


def test_what_is_new_is_shown(known, capsys):
    change(known, 'stage b "B"', 'stage b "B" @elsewhere')
    assert run(["check", "--baseline", "known.json", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [(item["rule"], item["element"], item["part"]) for item in document["diagnostics"]] == [
        ("unknown-channel", "j.b", "channel")
    ]
    assert (document["known"], document["counts"]["error"]) == (2, 1)


def test_an_element_with_another_name_is_another_one(known, capsys):
    change(known, "stage b", "stage c")
    assert run(["check", "--baseline", "known.json"]) == 1
    out = capsys.readouterr().out
    assert "there is no team, partner or persona `nobody`" in out
    assert "unknown-name at j.b owner" not in out  # nobody knows yet: the file has errors


def test_a_file_with_another_name_is_the_same(known, capsys):
    (known / "maps" / "a.journey").rename(known / "b.journey")
    assert run(["check", "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "no findings in 1 file; 2 known\n"


def test_what_is_mended_is_said_and_can_be_left_out(known, capsys):
    change(known, " owner=nobody", "")
    change(known, " @nowhere", "")
    assert run([*DRAFT, "check", "--baseline", "known.json"]) == 0
    out = capsys.readouterr().out
    assert "warning[stale-baseline]: known.json lists 2 findings of maps/a.journey that are not there any more" in out
    assert run([*DRAFT, "check", "--baseline", "known.json", "--fail-on", "warning"]) == 1
    assert run([*DRAFT, "check", "--write-baseline", "known.json"]) == 0
    assert json.loads((known / "known.json").read_text())["findings"] == {}
    capsys.readouterr()
    assert run([*DRAFT, "check", "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "no findings in 1 file\n"


@pytest.mark.parametrize("args", [["--market", "DE"], ["--state", "future"]])
def test_one_point_of_view_says_nothing_of_the_others(known, capsys, args):
    change(known, " owner=nobody", "")
    change(known, " @nowhere", "")
    run(["check", "--baseline", "known.json", *args])
    assert "stale-baseline" not in capsys.readouterr().out


def test_a_rule_that_is_off_is_not_stale(known, capsys):
    change(known, " owner=nobody", "")
    change(known, " @nowhere", "")
    from journeyql.engine import project

    (known / "journeyql.toml").write_text('[rules]\nunknown-channel = "off"\nunknown-name = "off"\n')
    project.configuration.cache_clear()
    assert run(["check", "--baseline", "known.json"]) == 0
    assert "stale-baseline" not in capsys.readouterr().out


def test_a_syntax_error_is_known_by_its_place(folder, capsys):
    change(folder, 'stage b "B"', 'stage b "B')
    assert run(["check", "--write-baseline", "known.json"]) == 0
    change(folder, 'stage a "A"', 'stage a "A, and more"')
    assert run(["check", "--baseline", "known.json"]) == 0
    change(folder, 'stage a "A', "stage a A")
    assert run(["check", "--baseline", "known.json"]) == 1


def test_a_new_syntax_error_makes_nothing_stale(known, capsys):
    change(known, BAD, 'journey j "Repair\n')
    assert run(["check", "--baseline", "known.json"]) == 1
    assert "stale-baseline" not in capsys.readouterr().out


BROKEN = {
    "missing": (None, "no such file or directory"),
    "broken": (b"{", "line 1 is no JSON"),
    "foreign": (b'{"version": 1}', "it is no baseline of JourneyQL"),
    "newer": (b'{"format": "journeyql-baseline", "version": 2}', "it has version 2"),
}


@pytest.mark.parametrize(("data", "words"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("format_", ["text", "json", "sarif", "junit", "gitlab"])
def test_an_unusable_one_ends_the_run(folder, capsys, data, words, format_):
    if data is not None:
        (folder / "known.json").write_bytes(data)
    assert run(["check", "--baseline", "known.json", "--format", format_]) == 2
    out, err = capsys.readouterr()
    assert f"known.json cannot be used as a baseline: {words}" in out.replace("&#39;", "'")
    assert "unknown-channel[" not in out
    assert err == ""


@pytest.mark.parametrize("data", [b"{", b'{"version": 1}', BAD.encode()], ids=["broken", "foreign", "a map"])
def test_another_file_is_never_overwritten(folder, capsys, data):
    path = folder / "maps" / "a.journey"
    path.write_bytes(data)
    assert run(["check", "--write-baseline", "maps/a.journey"]) == 2
    assert path.read_bytes() == data
    assert "it is left as it is" in capsys.readouterr().out


def test_a_folder_is_no_baseline(folder, capsys):
    for option in ("--baseline", "--write-baseline"):
        assert run(["check", option, "maps"]) == 2
        assert "it is a folder" in capsys.readouterr().out


def test_nothing_is_written_when_something_could_not_be_looked_at(known, capsys):
    before = (known / "known.json").read_bytes()
    change(known, BAD, "")
    assert run(["check", "maps", "none.journey", "--write-baseline", "known.json"]) == 2
    out, err = capsys.readouterr()
    assert "none.journey cannot be read" in out
    assert err == "known.json is not written, because not everything could be looked at\n"
    assert (known / "known.json").read_bytes() == before


def test_writing_again_changes_nothing(known, capsys):
    before = (known / "known.json").stat().st_mtime_ns
    assert run(["check", "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().err == "known.json is unchanged: 2 findings in 1 file\n"
    assert (known / "known.json").stat().st_mtime_ns == before


def test_writing_what_is_known_of_other_files_stays(known, capsys):
    (known / "b.journey").write_text(BAD)
    assert run(["check", "b.journey", "--write-baseline", "known.json"]) == 0
    assert [*json.loads((known / "known.json").read_text())["findings"]] == ["b.journey", "maps/a.journey"]


def test_not_both(folder, capsys):
    assert run(["check", "--baseline", "a.json", "--write-baseline", "b.json"]) == 2
    assert "exclude each other" in capsys.readouterr().err
    assert not (folder / "b.json").exists()


def test_with_fix(folder, capsys):
    change(folder, '"A"', "“A”")
    assert run(["check", "--fix", "--write-baseline", "known.json"]) == 0
    assert "typographic-twin" not in (folder / "known.json").read_text()
    assert run(["check", "--fix", "--baseline", "known.json"]) == 0


def test_an_unusable_one_keeps_files_from_being_mended(folder):
    change(folder, '"A"', "“A”")
    assert run(["check", "--fix", "--baseline", "none.json"]) == 2
    assert "“A”" in (folder / "maps" / "a.journey").read_text()


def test_the_limit_of_shown_findings_is_no_limit_of_known_ones(folder, capsys):
    assert run(["check", "--write-baseline", "known.json", "--max-diagnostics", "1"]) == 0
    assert run(["check", "--baseline", "known.json"]) == 0


def test_the_file_is_the_same_everywhere(folder):
    texts = set()
    for seed in ("0", "1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Shanghai"}
        command = [*JOURNEYQL, "check", "--write-baseline", f"known{seed}.json"]
        assert subprocess.run(command, env=environ, capture_output=True, check=False).returncode == 0
        texts.add((folder / f"known{seed}.json").read_bytes())
    assert len(texts) == 1
