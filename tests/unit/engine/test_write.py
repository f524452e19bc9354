"""A file holds its old or its new bytes, whatever happens while it is written."""

import os
import signal
import subprocess
import sys
import time

import pytest

from journeyql.engine.write import NotWritten, Writer, create

WRITE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background shell has it ignored
import sys, pathlib
from journeyql.engine.write import Writer
writer = Writer()
print("go", flush=True)
while True:
    for byte in (b"a", b"b"):
        writer.write(pathlib.Path(sys.argv[1]), byte * 300_000)
"""


def test_writes_and_tells_whether_it_changed(tmp_path):
    path = tmp_path / "sub" / "a.svg"
    assert Writer().write(path, b"1") is True
    assert Writer().write(path, b"1") is False
    assert Writer().write(path, b"2") is True
    assert path.read_bytes() == b"2"
    assert [item.name for item in path.parent.iterdir()] == ["a.svg"]


def test_the_mode_is_kept(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"1")
    path.chmod(0o640)
    Writer().write(path, b"2")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path):
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    assert Writer().write(tmp_path / "link", b"new") is True
    assert (tmp_path / "target").read_bytes() == b"old"
    assert not (tmp_path / "link").is_symlink()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "it is a folder"),
        (os.mkfifo, "no regular file"),
        (lambda path: path.parent.rmdir() or path.parent.write_text(""), "a directory"),
    ],
)
def test_what_cannot_be_written_is_named(tmp_path, make, words):
    path = tmp_path / "folder" / "a"
    path.parent.mkdir()
    make(path)
    outcome = Writer().write(path, b"new")
    assert isinstance(outcome, NotWritten)
    assert outcome.path == path.as_posix()
    assert words in outcome.reason


@pytest.mark.parametrize("call", ["fsync", "open", "fdopen"])
def test_a_failing_call_leaves_the_old_bytes(tmp_path, monkeypatch, call):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fails(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fails)
    outcome = Writer().write(path, b"new")
    monkeypatch.undo()
    assert isinstance(outcome, NotWritten)
    assert outcome.reason == "no space left on device"
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_run_leaves_old_or_new_bytes_and_the_next_one_clears(tmp_path, number):
    path = tmp_path / "a"
    for round_ in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        child.stdout.readline()
        time.sleep(0.01 + round_ * 0.003)
        child.send_signal(number)
        child.wait(60)
        child.stdout.close()
        assert not path.exists() or path.read_bytes() in {b"a" * 300_000, b"b" * 300_000}
    Writer().write(path, b"end")
    assert [item.name for item in tmp_path.iterdir()] == ["a"]


def test_create_never_writes_over_anything(tmp_path):
    path = tmp_path / "a"
    assert create(path, b"1") is None
    assert create(path, b"2").reason.startswith("the file exists already")
    assert path.read_bytes() == b"1"
