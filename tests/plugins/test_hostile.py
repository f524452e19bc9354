"""More ways for an installed plugin to misbehave: late, endless, lying, clashing, escaping, in kinds and commands."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_misbehaving import HEAD, MAP, OFFER, install

GOOD = OFFER.replace("{more}", "work=work")
WITH_PARCEL = MAP + '  parcel p "Parcel" weight=3\n'
PASS = "def bad(c):\n{body}" + OFFER.replace("{more}", "work=bad")
LINES = {
    "late": "    yield from work(c)\n    raise ValueError('late')\n",
    "late-exit": "    yield from work(c)\n    sys.exit(0)\n",
    "late-own": "    yield from work(c)\n    raise GeneratorExit\n",
    "second": "    yield from work(c)\n    yield 3\n",
    "endless-rubbish": "    return itertools.repeat(3)\n",
    "text": "    return 'hello'\n",
    "undeclared": "    return [attrs.evolve(R, name='other', code='OTHER001').at(None, 'x')]\n",
    "of-the-core": "    from journeyql.syntax.rules import RULES\n    return [RULES[0].at(None, 'x')]\n",
    "outside": "    s = c.view.journeys[0].span.source\n    return [R.at(Span(s, -5, 10**9), 'x')]\n",
    "elsewhere": "    return [R.at(Span(SourceFile('/etc/passwd', 'abc'), 0, 1), 'x')]\n",
    "no-span": "    return [R.at('span', 'x')]\n",
    "fixes": "    return [R.at(None, 'x', fixes=[3])]\n",
    "related": "    return [R.at(None, 'x', related=[3])]\n",
    "contexts": "    return [attrs.evolve(R.at(None, 'x'), contexts=3)]\n",
    "severity": "    return [attrs.evolve(R.at(None, 'x'), severity='error')]\n",
    "fact": "    c.provide(FactKey('a.b'), 3)\n    return ()\n",
    "no-fact": "    c.provide(3, 3)\n    return ()\n",
    "memory": "    raise MemoryError\n",
    "interrupt": "    raise KeyboardInterrupt\n",
    "lying": "    class D(Diagnostic):\n        def __getattribute__(self, name): raise ValueError(name)\n    return [D.__new__(D)]\n",
}
KIND = """\
from journeyql.model import *
@kind('parcel', inside=('journey',){more})
class Parcel(Element):
    '''A parcel.'''
    weight: Varying[float] = one(NUMBER, 'w')
{body}
@hookimpl
def journeyql_vocabularies():
    yield Vocabulary(name='{{name}}', kinds=({kinds},))
"""


def a_kind(body="", more="", kinds="Parcel"):
    return KIND.format(body=body, more=more, kinds=kinds)


HOOK = "@hookimpl\ndef journeyql_{hook}():\n    yield {item}\n"
RENDERER = HOOK.format(
    hook="renderers",
    item="Renderer(name='bad', summary='s', media_type='text/plain', suffix='.txt', work=draw, rules=(R,))",
)
LOST = {
    "thread": "    t = threading.Thread(target=boom)\n    t.start()\n    t.join()\n    return work(c)\n",
    "object": "    type('Gone', (), {'__del__': boom})()\n    return work(c)\n",
    "ending": "    atexit.register(boom)\n    return work(c)\n",
    "closing": "    try:\n        for _ in range(2_000): yield from work(c)\n    finally: boom()\n",
}
PASSES_OF = {name: PASS.replace("{body}", body) for name, body in LOST.items()}
PASSES = {name: PASS.replace("{body}", body) for name, body in LINES.items()}
LOADING = {
    "syntax": "def (\n",
    "atomic": "raise type('Odd', (BaseException,), {{'__str__': lambda s: 1 / 0}})\n".replace("{{", "{").replace(
        "}}", "}"
    ),
    "nothing": "x = 3\n",
    "undecorated": "def journeyql_passes():\n    yield 3\n",
    "directory": "def __dir__(): return ['journeyql_passes', 3]\n",
    "attributes": "def __getattr__(name): raise ValueError(name)\n",
    "mixed": HOOK.format(
        hook="passes",
        item="Renderer(name='x', summary='s', media_type='text/plain', suffix='.txt', work=work)",
    ),
    "lying-name": "class P(Pass):\n    @property\n    def name(self): raise ValueError('name')\n"
    + HOOK.format(hook="passes", item="P.__new__(P)"),
    "clash-renderer": "def draw(c): return None\n" + RENDERER.replace("'bad'", "'flow'"),
    "clash-rule": OFFER.replace("{more}", "work=work").replace(
        "(R,)", "(attrs.evolve(R, name='valley-without-pain'),)"
    ),
    "clash-code": OFFER.replace("{more}", "work=work").replace("(R,)", "(attrs.evolve(R, code='EXP001'),)"),
    "clash-fact": "from journeyql.facts import RANKED_PAINS\n"
    + OFFER.replace("{more}", "work=work, provides=(RANKED_PAINS,)"),
    "clash-chinese": a_kind(more=", zh='痛点'"),
    "twice": a_kind(kinds="Parcel, Parcel"),
    "no-kind": HOOK.format(hook="vocabularies", item="Vocabulary(name='{name}', kinds=('acme_none:Parcel',))"),
    "severities": "class E(dict):\n    def items(self): raise ValueError('items')\n"
    + HOOK.format(hook="rule_sets", item="RuleSet(name='s', summary='s', severities=E())"),
}
RAISES_IN_KIND = {
    "converter": a_kind("    mine: int = attrs.field(default='x', converter=int)\n"),
    "required": a_kind("    mine: int = attrs.field()\n"),
    "reader": "def read(value): raise ValueError('read')\n"
    + a_kind("    size: Varying[float] = one(attrs.evolve(NUMBER, read=read), 's')\n").replace("weight", "height", 1),
    "reader-exit": "def read(value): sys.exit(0)\n"
    + a_kind("    weight: Varying[float] = one(attrs.evolve(NUMBER, read=read), 's')\n"),
    "made-exit": a_kind("    def __attrs_post_init__(self): sys.exit(0)\n"),
}
BROKEN_KINDS = {
    "inside": a_kind().replace("inside=('journey',)", "inside=None"),
    "no-name": a_kind().replace("'parcel'", "3"),
    "no-type": a_kind().replace("NUMBER", "3"),
}
SILLY_KINDS = {
    "directive": a_kind().replace("'parcel'", "'extend'"),
    "bad-name": a_kind().replace("'parcel'", "'Bad\\x1b Name'"),
}


def run(folder, *args, text=True):
    environ = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "journeyql", *args],
        capture_output=True,
        text=text,
        check=False,
        env=environ,
        cwd=folder,
        timeout=60,
    )
    assert "Traceback" not in str(done.stderr)
    return done


def findings(folder):
    done = run(folder, "check", "a.journey", "--format", "json", "--max-diagnostics", "0")
    return done, json.loads(done.stdout)["diagnostics"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.journey").write_text(MAP)
    install(tmp_path, "good", GOOD)
    return tmp_path


def named_and_harmless(folder, name, body):
    """The plugin is named with its version, and the findings of the others are byte-equal."""
    _, alone = findings(folder)
    install(folder, name, body)
    done, together = findings(folder)
    errors = [item["message"] for item in together if item["rule"] in {"plugin-failed", "plugin-not-loaded"}]
    assert done.returncode == 3
    assert 1 <= len(errors) <= 2
    assert all(f"{name} (acme-{name} 1.0)" in message and message.isprintable() for message in errors)
    assert all(len(message) < 1200 for message in errors)
    others = [item for item in together if item["message"] not in errors and item["rule"] != f"{name}-rule"]
    assert others == alone
    return together


@pytest.mark.parametrize("name", PASSES)
def test_a_pass(folder, name):
    together = named_and_harmless(folder, name, PASSES[name])
    kept = [item for item in together if item["rule"] == f"{name}-rule"]
    assert len(kept) == (name.startswith(("late", "second")))  # what came before the mistake is kept


@pytest.mark.parametrize("name", LOADING)
def test_what_is_offered(folder, name):
    named_and_harmless(folder, name, LOADING[name])


@pytest.mark.parametrize("name", ["converter", "required", "reader"])
def test_a_kind_that_raises_is_named(folder, name):
    (folder / "a.journey").write_text(WITH_PARCEL.replace("weight=3", "weight=3 height=2 size=1"))
    install(folder, name, RAISES_IN_KIND[name])
    done, together = findings(folder)
    assert done.returncode == 3
    assert any(f"{name} (acme-{name} 1.0)" in item["message"] for item in together)
    assert "good-rule" in {item["rule"] for item in together}


@pytest.mark.parametrize("name", ["reader-exit", "made-exit"])
def test_a_kind_that_exits_does_not_end_the_run(folder, name):
    (folder / "a.journey").write_text(WITH_PARCEL)
    install(folder, name, RAISES_IN_KIND[name])
    done = run(folder, "check", "a.journey", "--format", "json")
    assert done.returncode == 3
    assert f"{name} (acme-{name} 1.0)" in done.stdout


@pytest.mark.parametrize("name", BROKEN_KINDS)
def test_a_kind_that_is_none_is_named(folder, name):
    (folder / "a.journey").write_text(WITH_PARCEL)
    install(folder, name, BROKEN_KINDS[name])
    done = run(folder, "check", "a.journey", "--format", "json")
    assert done.returncode == 3
    assert f"{name} (acme-{name} 1.0)" in done.stdout
    assert "good-rule" in done.stdout


@pytest.mark.parametrize("name", SILLY_KINDS)
def test_a_kind_that_cannot_be_written_is_refused(folder, name):
    install(folder, name, SILLY_KINDS[name])
    done, together = findings(folder)
    assert done.returncode == 3
    assert any(f"{name} (acme-{name} 1.0)" in item["message"] for item in together)


def test_passes_that_wait_for_each_other_are_left_out(folder):
    body = (
        "A, B = FactKey('my.a'), FactKey('my.b')\n@hookimpl\ndef journeyql_passes():\n"
        "    yield Pass(name='{name}', summary='s', work=work, requires=(A,), provides=(B,))\n"
        "    yield Pass(name='{name}-two', summary='s', work=work, requires=(B,), provides=(A,))\n"
    )
    named_and_harmless(folder, "circle", body)


def test_endless_findings_are_cut(folder):
    endless = "    for n in itertools.count(): yield R.at(c.view.journeys[0].span, f'found {n}')\n"
    install(folder, "endless", PASS.replace("{body}", endless))
    done, together = findings(folder)
    assert done.returncode == 0
    assert "too-many-findings" in {item["rule"] for item in together}
    assert "good-rule" in {item["rule"] for item in together}


def test_control_characters_in_findings_are_shown(folder):
    body = "    return [R.at(None, '\\x1b[31m\\u202e\\n\\r\\0\\ud800' + 'y' * 9_000, help='\\x9b')]\n"
    install(folder, "control", PASS.replace("{body}", body))
    for form in ("text", "json", "github"):
        done = run(folder, "check", "a.journey", "--format", form)
        assert done.returncode == 0
        assert done.stdout.replace("\n", "").isprintable()
        assert len(done.stdout) < 6_000


def test_the_users_interrupt_in_a_pass_ends_the_run(folder, heeded):
    body = "    import signal, time\n    os.kill(os.getpid(), signal.SIGINT)\n    time.sleep(5)\n    return ()\n"
    install(folder, "kill", PASS.replace("{body}", body))
    assert run(folder, "check", "a.journey").returncode == 130


@pytest.mark.parametrize("name", LOST)
def test_what_nobody_can_catch_is_told_in_a_line(folder, name):
    install(folder, name, "import atexit, threading\ndef boom(*_): raise ValueError('late')\n" + PASSES_OF[name])
    done = run(folder, "check", "a.journey")
    assert done.returncode == 0
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"warning: nobody could catch ValueError: late (acme_{name}.py, line ")


# ---- renderers

PATHS = {
    "parent": "../x.txt",
    "absolute": "/x.txt",
    "inside-out": "a/../../x.txt",
    "null": "a\\0b",
    "empty": "",
    "dot": ".",
    "backslash": "..\\\\x",
    "drive": "C:/x",
    "folder": "a/",
    "double": "a//b",
    "blank": "a ",
    "device": "nul.txt",
    "line": "a\\nb",
}


def drawing(result):
    return f"def draw(c):\n    return {result}\n" + RENDERER


def files(*paths):
    made = ", ".join(f"OutputFile(path='{path}', content='x')" for path in paths)
    return drawing(f"RenderResult(files=({made},))")


RENDERERS = {
    **{name: files(path) for name, path in PATHS.items()},
    "case": files("A.txt", "a.txt"),
    "sharp": files("stra\\u00dfe.txt", "STRASSE.txt"),
    "number": drawing("RenderResult(files=(OutputFile(path=3, content='x'),))"),
    "content": drawing("RenderResult(files=(OutputFile(path='x', content=bytearray(b'x')),))"),
    "list": drawing("RenderResult(files=[OutputFile(path='x', content='x')])"),
    "generator": drawing("RenderResult(files=(OutputFile(path=p, content='x') for p in 'ab'))"),
    "none": drawing("None"),
    "no-findings": drawing("RenderResult(files=(), diagnostics=None)"),
    "rubbish-findings": drawing("RenderResult(files=(), diagnostics=(3,))"),
    "raises": drawing("1 / 0"),
    "exits": drawing("sys.exit(0)"),
    "own": "def draw(c):\n    raise Own\n" + RENDERER,
    "gone": RENDERER.replace("work=draw", "work='acme_none:draw'"),
    "options": drawing("None").replace("work=draw", "work=draw, options=Strict"),
}


@pytest.mark.parametrize("name", RENDERERS)
def test_a_renderer(folder, name):
    install(folder, name, RENDERERS[name])
    before = {path for path in folder.parent.rglob("*") if "__pycache__" not in path.parts}
    done = run(folder, "compile", "a.journey", "-t", "bad", "-o", "out/deep/")
    assert done.returncode == 3
    assert f"{name} (acme-{name} 1.0)" in done.stderr
    assert {path for path in folder.parent.rglob("*") if "__pycache__" not in path.parts} == before


def test_what_a_renderer_prints_is_not_what_it_draws(folder):
    body = "def draw(c):\n    print('noise')\n    return RenderResult(files=(OutputFile(path='x', content='drawn'),))\n"
    install(folder, "loud", body + RENDERER)
    done = run(folder, "compile", "a.journey", "-t", "bad", "-o", "-")
    assert (done.returncode, done.stdout) == (0, "drawn")
    assert done.stderr.startswith("noise\n")


@pytest.mark.parametrize("rule", ["attrs.evolve(R, name='other', code='OTHER001')", "INTERNAL_ERROR"])
def test_a_renderer_reports_declared_rules_only(folder, rule):
    body = "from journeyql.engine.rules import INTERNAL_ERROR\n"
    install(folder, "undeclared", body + drawing(f"RenderResult(files=(), diagnostics=({rule}.at(None, 'fake'),))"))
    done = run(folder, "compile", "a.journey", "-t", "bad")
    assert done.returncode == 3
    assert "undeclared (acme-undeclared 1.0)" in done.stderr


def test_endless_findings_of_a_renderer(folder, monkeypatch):
    install(folder, "endless", drawing("RenderResult(files=(), diagnostics=itertools.repeat(R.at(None, 'm')))"))
    real = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *args, **more: real(*args, **{**more, "timeout": 5}))
    assert run(folder, "compile", "a.journey", "-t", "bad").returncode == 3


ASKED = [["compile", "a.journey", "-t", "bad"], ["bad"], ["check", "--format", "bad"], ["explain", "bad"]]
REFUSED = {
    "broken": "raise ValueError('boom')\n",
    "refused": RENDERER.replace("'.txt'", "'txt'").replace("work=draw", "work='a.b:c'"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("args", ASKED)
def test_asking_for_what_is_broken_names_the_plugin(folder, name, args):
    install(folder, name, REFUSED[name])
    done = run(folder, *args)
    assert done.returncode == 3
    assert done.stderr.startswith("error: ")
    assert f"{name} (acme-{name} 1.0)" in done.stderr
    left_out = run(folder, *args, "-p", f"no:{name}") if args != ["bad"] else run(folder, "-p", f"no:{name}", *args)
    assert left_out.returncode == 2
    assert f"left out may offer it: {name} (acme-{name} 1.0)" in left_out.stderr


@pytest.mark.parametrize("table", ["[rules]\nbad-rule = 'off'", "[passes.bad]\nx = 1", "[renderers.bad]\nx = 1"])
def test_a_configuration_may_name_what_a_broken_plugin_would_offer(folder, table):
    (folder / "journeyql.toml").write_text(f"{table}\n")
    assert run(folder, "check", "a.journey").returncode == 2
    install(folder, "broken", REFUSED["broken"])
    named = findings(folder)
    assert named[0].returncode == 3
    assert {"good-rule", "plugin-not-loaded"} <= {item["rule"] for item in named[1]}
    assert run(folder, "check", "a.journey", "-p", "no:broken").returncode == 0
    (folder / "journeyql.toml").write_text(f"plugins.disable = ['broken']\n{table}\n")
    assert run(folder, "check", "a.journey").returncode == 2


# ---- reporters

REPORTS = {"raises": "1 / 0", "exits": "sys.exit(0)", "bytes": "b'x'", "nothing": "None"}


@pytest.mark.parametrize("name", REPORTS)
def test_a_reporter(folder, name):
    item = "Reporter(name='bad', summary='s', media_type='text/plain', work=write)"
    body = f"def write(c):\n    return {REPORTS[name]}\n" + HOOK.format(hook="reporters", item=item)
    install(folder, name, body)
    done = run(folder, "check", "a.journey", "--format", "bad")
    assert done.returncode == 3
    assert f"{name} (acme-{name} 1.0)" in done.stdout
    assert "good-rule" in done.stdout  # the findings are printed all the same


# ---- what is installed

ENTRIES = {
    "empty": "x =",
    "blank": "x = a b",
    "digit": "x = 1a",
    "relative": "x = .a",
    "colons": "x = a:b:c",
    "library": "x = json",
    "wheel": "x = journeyql_markdown",
    "part": "x = journeyql_graphviz.engine",
    "core": "x = journeyql.cli.app:main",
    "taken": "markdown = acme_good",
}


def entry(folder, text, metadata="Metadata-Version: 2.1\nName: acme-odd\nVersion: 1.0\n", stem="acme_odd-1.0"):
    info = folder / f"{stem}.dist-info"
    info.mkdir()
    if metadata is not None:
        (info / "METADATA").write_text(metadata)
    (info / "entry_points.txt").write_text(f"[journeyql]\n{text}\n")


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_point(folder, name):
    _, alone = findings(folder)
    entry(folder, ENTRIES[name])
    done, together = findings(folder)
    (error,) = [item for item in together if item["rule"] == "plugin-not-loaded"]
    assert done.returncode == 3
    assert "(acme-odd 1.0)" in error["message"]
    assert [item for item in together if item != error] == alone


@pytest.mark.parametrize("name", ["a", "-x", ""])
def test_an_entry_point_does_not_take_another_plugins_module(folder, name):
    _, alone = findings(folder)
    entry(folder, f"{name} = acme_good")
    _, together = findings(folder)
    (error,) = [item for item in together if item["rule"] == "plugin-not-loaded"]
    assert "acme-odd" in error["message"]
    assert "<module" not in error["message"]
    assert [item for item in together if item != error] == alone


@pytest.mark.parametrize("stem", ["acme_odd-1.0", "acme_odd", "evil\x1b[31m-1\x1b]0;x\x07", "-1", "a-"])
@pytest.mark.parametrize("metadata", [None, "", "Name: evil\x1b[31m\nVersion: 1\x1b]0;x\x07\n"])
def test_metadata_may_be_anything(folder, metadata, stem):
    (folder / "acme_broken.py").write_text("raise ValueError('boom')\n")
    entry(folder, "odd = acme_broken", metadata, stem)
    done, together = findings(folder)
    assert done.returncode == 3
    assert "good-rule" in {item["rule"] for item in together}
    for args in (["--help"], ["plugins", "list"]):
        assert run(folder, *args).stdout.replace("\n", "").isprintable()


def test_a_plugin_in_an_archive(folder):
    """What is installed as a zip file on the path counts, too."""
    archive = folder / "acme.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(
            "acme_zipped.py", (HEAD + "raise ValueError('boom')\n").replace("{name}", "z").replace("{code}", "Z")
        )
        made.writestr("acme_zipped-1.0.dist-info/METADATA", "Name: acme-zipped\nVersion: 1.0\n")
        made.writestr("acme_zipped-1.0.dist-info/entry_points.txt", "[journeyql]\nzipped = acme_zipped\n")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(archive), str(folder)))}
    command = [sys.executable, "-m", "journeyql", "check", "a.journey"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ, cwd=folder)
    assert done.returncode == 3
    assert "zipped (acme-zipped 1.0)" in done.stdout


# ---- all at once

HARMLESS = {**PASSES, **{name: body for name, body in LOADING.items() if not name.startswith("clash-")}}


def test_outputs_are_those_of_a_run_without_them(folder):
    """Pictures byte for byte; the help and the list of plugins work."""
    drawn = {name: run(folder, "compile", "a.journey", "-t", name, "-o", "-", text=False) for name in ("dot", "flow")}
    for name, body in HARMLESS.items():
        install(folder, name, body)
    for name, before in drawn.items():
        done = run(folder, "compile", "a.journey", "-t", name, "-o", "-", text=False)
        assert (before.returncode, done.returncode) == (0, 3)
        assert done.stdout == before.stdout
    assert run(folder, "--help").returncode == 0
    listed = run(folder, "plugins", "list", "--json")
    assert listed.returncode == 0
    status = {row["name"]: row["status"] for row in json.loads(listed.stdout)["plugins"]}
    assert status["good"] == "loaded"
    assert {status[name] for name in LOADING if name in HARMLESS} <= {"broken", "partly refused", "loaded"}
