"""What happens when the engine is missing, crashes, hangs or answers rubbish."""

from __future__ import annotations

import sys
import time

import pytest

from journeyql_graphviz import engine
from journeyql_graphviz.arrange import positions
from journeyql_graphviz.options import NATIVE, PURE, FlowOptions

SMALL = "digraph { a -> b }"
COFFEE = 'journey "Coffee"\n  "Queues" emotion=2\n  "Drinks" emotion=5\n'


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """An engine that is a Python script, found on the search path under the name of the native one."""

    def made(script: str) -> str:
        path = tmp_path / NATIVE
        path.write_text(f"#!{sys.executable}\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return str(path)

    return made


def test_the_engine_of_the_wheel_is_found_without_a_search_path(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert engine.locate(PURE) is not None
    assert set(positions(engine.run(SMALL, PURE))) == {"a", "b"}


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("import os; os.abort()", "crashed (signal 6)"),
        ("import sys; print('syntax error', file=sys.stderr); sys.exit(1)", "failed (exit code 1): syntax error"),
        ("print('graph 1 2 3'); print('node n1 1 1'); raise SystemExit(3)", "failed (exit code 3)"),
        ("import sys; sys.stdout.buffer.write(b'\\xff\\xfe')", "no text"),
    ],
    ids=["crash", "error", "partial output", "binary"],
)
def test_a_bad_engine_is_named(fake, script, words):
    failure = engine.run(SMALL, NATIVE, program=fake(script))
    assert isinstance(failure, engine.Failure)
    assert "`dot`" in failure.message
    assert words in failure.message
    assert failure.help


def test_a_hanging_engine_is_stopped(fake):
    begun = time.monotonic()
    failure = engine.run(SMALL, NATIVE, program=fake("import time; time.sleep(60)"), seconds=0.5)
    assert isinstance(failure, engine.Failure)
    assert "did not finish within 0.5 seconds" in failure.message
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    "answer", ["", "hello", "stop", "node n1 1 1\nstop", "node n1 nan inf 1 1\nnode n2 1 1\nstop", "node n1 x y\nstop"]
)
def test_rubbish_gives_a_finding_and_no_file(draw, fake, answer):
    fake(f"print({answer!r})")
    result = draw(COFFEE, options=FlowOptions(engine=NATIVE))
    assert result.files == ()
    assert [item.rule.name for item in result.diagnostics] == ["graph-engine-failed"]
    assert "cannot be read" in result.diagnostics[0].message


def test_a_missing_engine_gives_a_finding_that_says_what_to_do(draw, monkeypatch):
    monkeypatch.setenv("PATH", "")
    result = draw(COFFEE, options=FlowOptions(engine=NATIVE))
    assert result.files == ()
    assert "`dot` is not installed" in result.diagnostics[0].message
    assert "graphviz.org" in result.diagnostics[0].help


def test_the_child_inherits_nothing(fake, monkeypatch):
    monkeypatch.setenv("SECRET", "s3cret")
    program = fake("import os, sys; sys.stderr.write(','.join(sorted(os.environ))); sys.exit(1)")
    failure = engine.run(SMALL, NATIVE, program=program)
    assert isinstance(failure, engine.Failure)
    assert "SECRET" not in failure.message
    assert "SERVER_NAME" in failure.message


def test_only_known_engines_may_be_asked_for():
    with pytest.raises(ValueError, match="engine"):
        FlowOptions(engine="sh")
