"""The command `report` from outside: the page, where it goes, and what the exit code says."""

import json
import subprocess
import sys

import pytest

JOURNEYQL = [sys.executable, "-m", "journeyql"]
MAP = """\
journey tap "Getting a tap repaired" owner=ops
  stage report "Report it"
    touchpoint file "Files a request" emotion=4
    touchpoint call "Calls again" emotion=1
      pain "Nobody knows the schedule" severity=critical
        action "A text message with the hour" owner=ops impact=5 effort=1 due=2027-01-31
    touchpoint visit "The technician comes" emotion=4
team ops "Service operations"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tap.journey").write_text(MAP)
    return tmp_path


def called(*arguments):
    return subprocess.run([*JOURNEYQL, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_page_is_printed(folder):
    done = called("report", "tap.journey")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "# What to do about “Getting a tap repaired”"
    assert "Nobody knows the schedule" in lines[2]
    assert "A text message with the hour" in lines[2]


def test_the_page_as_json(folder):
    page = json.loads(called("report", "tap.journey", "-t", "json").stdout)
    assert page["journeys"] == ["tap"]
    assert page["elements"]["tap"]["title"] == "Getting a tap repaired"
    (pain, *_) = page["facts"]["experience.pains"]
    assert page["elements"][pain["pain"]]["kind"] == "pain"


@pytest.mark.parametrize("language", ["zh", "de"])
def test_the_page_in_another_language(folder, language):
    done = called("report", "tap.journey", "--locale", language)
    assert {"zh": "怎么办", "de": "Was tun bei"}[language] in done.stdout.splitlines()[0]


def test_into_a_file_and_into_a_folder(folder):
    assert called("report", "tap.journey", "-o", "page.md").returncode == 0
    assert called("report", ".", "-o", "pages/").returncode == 0
    assert (folder / "page.md").read_text() == (folder / "pages" / "tap.report.md").read_text()


WRONG = {
    "no form": (["report", "tap.journey", "-t", "jsn"], "did you mean `json`? available: json, markdown"),
    "several at once": (
        ["report", "tap.journey", "tap.journey"],
        "a folder to write the pages of several into: -o DIR/",
    ),
    "a folder": (["report", "."], "a folder to write the pages of several into: -o DIR/"),
    "another suffix": (["report", "tap.journey", "-o", "page.pdf"], "call it `page.md`"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_usage(folder, arguments, words):
    done = called(*arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_only_errors_are_told_beside_the_page(folder):
    (folder / "odd.journey").write_text('journey j "J"\n  "A" @nowhere emotion=1\n')
    done = called("report", "odd.journey")
    assert done.returncode == 1
    assert "error[unknown-channel]" in done.stderr
    assert "warning" not in done.stderr
    assert done.stdout.startswith("# What to do about “J”")


def test_a_title_alone(folder):
    (folder / "bare.journey").write_text('journey j "J"\n')
    done = called("report", "bare.journey")
    assert done.returncode == 0
    assert "Nothing can be said yet" in done.stdout
