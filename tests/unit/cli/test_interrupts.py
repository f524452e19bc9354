"""Ctrl-C, whenever it comes, ends the process with 130 and without a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAP = 'journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=4\n' + '  touchpoint "B" emotion=5\n' * 300
#: Looks at each import: notes it, and sends the signal when it is the one that was asked for.
WATCH = """\
import os, signal, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if "NOTES" in os.environ:
            print(name, file=open(os.environ["NOTES"], "a"))
        if name == os.environ.get("AT"):
            os.kill(os.getpid(), signal.SIGINT)
        if name == "journeyql.cli" and "READY" in os.environ:
            os.write(int(os.environ["READY"]), b"!")
sys.meta_path.insert(0, Watch())
"""
MODULE = [sys.executable, "-m", "journeyql"]
SCRIPT = [str(Path(sys.executable).parent / "journeyql")]
pytestmark = pytest.mark.usefixtures("heeded")
COMMANDS = {
    "help": ["--help"],
    "check": ["check", "a.journey"],
    "draw": ["compile", "a.journey", "-o", "out/a.svg", "--columns", "12"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("maps")
    (folder / "sitecustomize.py").write_text(WATCH)
    (folder / "a.journey").write_text(MAP)
    return folder


def start(folder, command, **more):
    environ = {**os.environ, "PYTHONPATH": str(folder), **{name: str(value) for name, value in more.items()}}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=[more["READY"]] if "READY" in more else [],
    )


def imported(folder, args):
    """The modules that a command imports, in order, from where it is in our hands."""
    notes = folder / "notes"
    notes.unlink(missing_ok=True)
    start(folder, [*MODULE, *args], NOTES=notes).communicate()
    names = list(dict.fromkeys(notes.read_text().split()))
    return names[names.index("journeyql.cli") :]


@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_at_imports(folder, args):
    names = imported(folder, args)
    assert len(names) > 40
    for name in (*names[:5], *names[5::12], names[-1]):
        process = start(folder, [*MODULE, *args], AT=name)
        _, err = process.communicate()
        assert (name, process.returncode) == (name, 130)
        assert_is_quiet(err)


def assert_is_quiet(err):
    """Nothing but what a run that ended would have said, too."""
    assert set(err.splitlines()) <= {"", "out/a.svg written", "out/a.svg is unchanged", "no findings in 1 file"}


@pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])
def test_at_any_time(folder, program):
    """Delays are counted from when the process is in our hands; some come when all is done."""
    seen = set()
    for delay in range(0, 400, 16):
        reader, writer = os.pipe()
        process = start(folder, [*program, *COMMANDS["draw"]], READY=writer)
        os.close(writer)
        assert os.read(reader, 1) == b"!"
        os.close(reader)
        time.sleep(delay / 1000)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
        assert_is_quiet(err)
        seen.add(process.returncode)
    subprocess.run([*program, *COMMANDS["draw"]], cwd=folder, check=True, capture_output=True)
    assert [path.name for path in (folder / "out").iterdir()] == ["a.svg"]  # and nothing half written beside it
    # When Python itself is about to go, the signal does what it does to any process.
    assert 130 in seen
    assert seen <= {130, 0, -signal.SIGINT}


def test_while_it_waits(folder):
    process = subprocess.Popen(
        [*MODULE, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


@pytest.mark.parametrize("args", [["check", "-"], ["compile", "-"]])
def test_where_interrupts_are_ignored_they_stay_so(folder, args):
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); sys.argv = ['journeyql', *{!r}]; {}"
    ours = "from journeyql.__main__ import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code.format(args, ours)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    process.communicate(MAP.encode())
    assert process.returncode == 0


#: Until 3.12 Python makes a RuntimeError of whatever is raised here, an interrupt too.
IN_A_CLASS = """
import os, signal, sys
from journeyql.cli import ending
class Name:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), signal.SIGINT)
def main(**_):
    class Named:
        name = Name()
ending.app.main = main
sys.exit(ending.run([]))
"""


def test_while_a_class_is_made():
    done = subprocess.run([sys.executable, "-c", IN_A_CLASS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
