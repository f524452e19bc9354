"""Commands of plugins: what they may do, and that the plugin is named for what they may not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_hostile import HOOK, run
from test_misbehaving import HEAD, MAP, install


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.journey").write_text(MAP)
    return tmp_path


HEAD_OF_COMMAND = """\
import click
class Lying(click.ClickException):
    def format_message(self): raise ValueError('format')
class Type(click.ParamType):
    name = 'odd'
    def convert(self, value, param, ctx): raise GeneratorExit
def closing(): raise ValueError('closing')
print('noise')
"""
WITH = "@click.command('bad'{settings})\n{options}def command(**given):\n    {body}\n"


def a_command(folder, name, body, *args, options="", settings=""):
    item = f"Command(name='bad', summary='s', target='acme_{name}_work:command')"
    install(folder, name, HOOK.format(hook="commands", item=item))
    work = HEAD_OF_COMMAND + (WITH.format(body=body, options=options, settings=settings) if body else "command = 3\n")
    (folder / f"acme_{name}_work.py").write_text(HEAD + work)
    return run(folder, "bad", *args)


FAILING = {
    "number": "",
    "raises": "1 / 0",
    "generator": "raise GeneratorExit",
    "own": "raise Own",
    "interrupt": "raise KeyboardInterrupt",
    "ending": "raise EOFError",
    "lying": "raise Lying('x')",
    "closing": "click.get_current_context().call_on_close(closing)",
}


@pytest.mark.parametrize("name", FAILING)
def test_a_command_that_fails_is_named(folder, name):
    done = a_command(folder, name, FAILING[name])
    assert (done.returncode, done.stdout) == (3, "")
    assert f"the command `bad` of plugin {name} (acme-{name} 1.0) failed: " in done.stderr
    assert "JourneyQL" not in done.stderr


@pytest.mark.parametrize("args", [["--odd", "3"], ["--help"]])
def test_a_command_whose_options_fail_is_named(folder, args):
    options = "@click.option('--odd', type=Type(), help=3)\n"
    done = a_command(folder, "odd", "pass", *args, options=options)
    assert done.returncode == 3
    assert "odd (acme-odd 1.0)" in done.stderr


#: What a command may do: its exit code, and the last line of standard error behind the noise of its import.
ALLOWED = {
    "nothing": ("pass", 0, "noise"),
    "code": ("return 4", 4, "noise"),
    "yes": ("return True", 0, "noise"),
    "exit": ("sys.exit(5)", 5, "noise"),
    "leave": ("click.get_current_context().exit(6)", 6, "noise"),
    "words": ("sys.exit('no \\x1b[31m')", 1, "error: no <U+001B>[31m"),
    "usage": ("raise click.UsageError('wrong')", 2, "error: wrong"),
    "abort": ("raise click.Abort", 130, "noise"),
    "file": ("open('/none/at/all')", 2, None),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_a_command_may_do(folder, name):
    body, code, said = ALLOWED[name]
    done = a_command(folder, name, body)
    assert (done.returncode, done.stdout) == (code, "")
    assert said is None or done.stderr.splitlines()[-1] == said
    assert said or f"{name} (acme-{name} 1.0) failed: FileNotFoundError" in done.stderr


def test_a_command_gets_its_arguments_as_they_are(folder):
    options = "@click.argument('rest', nargs=-1, type=click.UNPROCESSED)\n"
    settings = ", context_settings={'ignore_unknown_options': True}"
    body = "print(given['rest'])"
    done = a_command(folder, "args", body, "-x", "--", "-p", "no", "--help", options=options, settings=settings)
    assert (done.returncode, done.stdout) == (0, "('-x', '-p', 'no', '--help')\n")


def test_help_and_completion_of_a_command(folder):
    done = a_command(folder, "good-one".replace("-", ""), "pass", "--help", options="@click.option('--deep')\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: journeyql bad [OPTIONS]")
    environ = {"_JOURNEYQL_COMPLETE": "bash_complete", "COMP_WORDS": "journeyql bad --de", "COMP_CWORD": "2"}
    command = [sys.executable, "-m", "journeyql"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environ, "PYTHONPATH": str(folder)}
    )
    assert (done.stdout, done.stderr) == ("plain,--deep\n", "noise\n")
