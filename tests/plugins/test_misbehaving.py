"""Installed plugins that misbehave in every way: the run goes on, each is named, the good ones' findings are byte-equal."""

import json
import os
import re
import subprocess
import sys

import pytest

MAP = 'journey j "Repair"\n  stage report "Report" emotion=2\n    touchpoint a "A" emotion=2\n    touchpoint b "B" emotion=5\n'
HEAD = """\
import itertools, os, sys
import attrs
from journeyql.plugin import *
R = Rule(name="{name}-rule", code="{code}001", summary="s", severity=Severity.HINT, reason="r", wrong="w", right="r")
def work(context):
    return [R.at(context.view.journeys[0].span, "found by {name}")]
class Own(BaseException): pass
@attrs.frozen
class Strict:
    depth: int = attrs.field(default="x", converter=int)
"""
OFFER = "@hookimpl\ndef journeyql_passes():\n    yield Pass(name='{name}', summary='s', rules=(R,), {more})\n"
BAD = {
    "import-error": "import no_such_module_at_all\n",
    "import-raise": "raise ValueError('boom')\n",
    "import-exit": "sys.exit(0)\n",
    "import-interrupt": "raise KeyboardInterrupt\n",
    "hook-raise": "@hookimpl\ndef journeyql_passes():\n    raise ValueError('boom')\n",
    "hook-exit": "@hookimpl\ndef journeyql_passes():\n    sys.exit(0)\n",
    "hook-rubbish": "@hookimpl\ndef journeyql_passes():\n    return 3\n",
    "hook-endless": "@hookimpl\ndef journeyql_passes():\n    return itertools.repeat(3)\n",
    "hook-misspelt": "@hookimpl\ndef journeyql_pases():\n    return ()\n",
    "hook-arguments": "@hookimpl\ndef journeyql_passes(session):\n    return ()\n",
    "hook-wrapper": "@hookimpl(wrapper=True)\ndef journeyql_passes():\n    return (yield)\n",
    "pass-raise": "def bad(c):\n    raise ValueError('boom')\n" + OFFER.replace("{more}", "work=bad"),
    "pass-exit": "def bad(c):\n    sys.exit(0)\n" + OFFER.replace("{more}", "work=bad"),
    "pass-own": "def bad(c):\n    raise Own\n" + OFFER.replace("{more}", "work=bad"),
    "pass-rubbish": "def bad(c):\n    return [3]\n" + OFFER.replace("{more}", "work=bad"),
    "pass-recursion": "def bad(c):\n    return bad(c)\n" + OFFER.replace("{more}", "work=bad"),
    "pass-long": "def bad(c):\n    raise ValueError('x' * 10_000_000)\n" + OFFER.replace("{more}", "work=bad"),
    "pass-missing": OFFER.replace("{more}", "work='no_such_module_at_all:run'"),
    "converter": OFFER.replace("{more}", "work=work, options=Strict"),
    "twin": "@hookimpl\ndef journeyql_passes():\n    yield Pass(name='good', summary='s', work=work)\n",
    "clash": "@hookimpl\ndef journeyql_passes():\n    yield Pass(name='experience', summary='s', work=work)\n",
    "core-kind": "from journeyql.model import Element, kind\n@kind('stage', inside=('journey',))\nclass Mine(Element):\n    '''Mine.'''\n"
    "@hookimpl\ndef journeyql_vocabularies():\n    yield Vocabulary(name='{name}', kinds=(Mine,))\n",
    "core-rule": "@hookimpl\ndef journeyql_passes():\n    yield Pass(name='{name}', summary='s', work=work, rules=("
    "attrs.evolve(R, name='unknown-channel'),))\n",
    "core-command": "@hookimpl\ndef journeyql_commands():\n    yield Command(name='check', summary='s', target='a.b:c')\n",
}
LOUD = "print('noise')\ndef bad(c):\n    print('more noise')\n    return work(c)\n" + OFFER.replace(
    "{more}", "work=bad"
)


def install(folder, name, body):
    """Put a plugin distribution into a folder."""
    module = f"acme_{name.replace('-', '_')}"
    letters = "".join(re.findall("[a-z]", name))[:8].upper()
    text = (HEAD + body).replace("{name}", name).replace("{code}", letters)
    (folder / f"{module}.py").write_text(text)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: acme-{name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[journeyql]\n{name} = {module}\n")


def check(folder, *args):
    environ = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "journeyql", "check", "a.journey", "--format", "json", *args],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
        cwd=folder,
    )
    assert "Traceback" not in done.stderr
    return done, json.loads(done.stdout)["diagnostics"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.journey").write_text(MAP)
    install(tmp_path, "good", OFFER.replace("{more}", "work=work"))
    return tmp_path


def of_others(findings, name):
    return json.dumps([item for item in findings if item["rule"] != f"{name}-rule" and item["severity"] != "error"])


@pytest.mark.parametrize("name", BAD)
def test_is_named_and_the_good_are_unharmed(folder, name):
    _, alone = check(folder)
    install(folder, name, BAD[name])
    done, together = check(folder)
    assert done.returncode == 3
    errors = [item["message"] for item in together if item["severity"] == "error"]
    assert 1 <= len(errors) <= 2
    assert all(f"{name} (acme-{name} 1.0)" in message and len(message) < 1200 for message in errors)
    assert of_others(together, name) == of_others(alone, name)
    without, rest = check(folder, "-p", f"no:{name}")
    assert (without.returncode, rest) == (0, alone)


#: What plugins do, and the places that are named: one of the plugin's own, where it has one.
PLACES = {
    "place-syntax": ("def (:\n", ["(acme_place_syntax.py, line 11)"]),
    "place-module": (OFFER.replace("{more}", "work='no_such_module_at_all:run'"), []),
    "place-name": (OFFER.replace("{more}", "work='json:no_such_name'"), []),
    "place-number": ("def bad(c):\n    return 42\n" + OFFER.replace("{more}", "work=bad"), []),
    "place-ours": (
        "def bad(c):\n    c.provide(3, 3)\n" + OFFER.replace("{more}", "work=bad"),
        ["(acme_place_ours.py, line 12)"],
    ),
}


@pytest.mark.parametrize(("name", "body", "places"), [(name, *case) for name, case in PLACES.items()], ids=PLACES)
def test_a_place_is_one_in_the_files_of_the_plugin(folder, name, body, places):
    install(folder, name, body)
    _, findings = check(folder)
    (message,) = [item["message"] for item in findings if item["severity"] == "error"]
    assert re.findall(r"\(\S+\.py, line \d+\)", message) == places, message


def test_noise_goes_to_standard_error(folder):
    install(folder, "loud", LOUD)
    done, _ = check(folder)
    assert done.returncode == 0
    assert done.stderr == "noise\nmore noise\n"


def test_all_at_once(folder):
    _, alone = check(folder)
    for name, body in BAD.items():
        install(folder, name, body)
    done, together = check(folder)
    assert done.returncode == 3
    messages = "\n".join(item["message"] for item in together)
    assert [name for name in BAD if f"{name} (acme-{name} 1.0)" not in messages] == []
    assert [item for item in together if item["rule"] == "good-rule"] == [
        item for item in alone if item["rule"] == "good-rule"
    ]


def test_strict_ends_the_run(folder, monkeypatch):
    install(folder, "import-raise", BAD["import-raise"])
    monkeypatch.setenv("JOURNEYQL_STRICT_PLUGINS", "1")
    environ = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "journeyql", "check"],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
        cwd=folder,
    )
    assert done.returncode == 3
    assert "import-raise (acme-import-raise 1.0)" in done.stderr


def test_no_external_plugins(folder):
    install(folder, "import-raise", BAD["import-raise"])
    done, findings = check(folder, "--no-external-plugins")
    assert done.returncode == 0
    assert "good-rule" not in {item["rule"] for item in findings}
