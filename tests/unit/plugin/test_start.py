"""Help, version and the list of plugins load neither the grammar nor a drawing engine, and work with broken plugins."""

import os
import subprocess
import sys

import pytest

CALL = "import sys; from journeyql.cli.ending import run; code = run({args!r}); print([m for m in {heavy!r} if m in sys.modules], code)"


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["plugins", "list"], ["check", "--help"]])
def test_stays_light(args):
    heavy = ["lark", "graphviz", "interegular"]
    done = subprocess.run(
        [sys.executable, "-c", CALL.format(args=args, heavy=heavy)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[] 0", done.stdout + done.stderr


def test_a_clean_map_loads_nothing_that_only_mistakes_and_pictures_need(tmp_path):
    path = tmp_path / "map.journey"
    path.write_text('journey j "J"\nstage s "S"\n  touchpoint t "T" emotion=4\n', encoding="utf-8")
    heavy = [
        *("lark", "journeyql.syntax.explain", "journeyql.syntax.slips", "journeyql.engine.allow"),
        *("journeyql.engine.baseline", "journeyql.engine.fix", "journeyql.report.difference"),
        *("journeyql.render.svg", "journeyql.render.clusters", "importlib.metadata", "email"),
    ]
    call = CALL.format(args=["compile", str(path), "-t", "dot"], heavy=heavy)
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0", done.stdout + done.stderr


def test_formatting_loads_neither_analyses_nor_renderers(tmp_path):
    path = tmp_path / "map.journey"
    path.write_text('journey j "J"\n\nstage s "S"\n    touchpoint t "T" emotion = 4\n', encoding="utf-8")
    heavy = [
        *("lark", "graphviz", "journeyql.render", "journeyql.engine.session", "journeyql.engine.analysis", "difflib"),
        *("journeyql_experience.analysis", "journeyql_flow.analysis", "journeyql_privacy.solver"),
        "journeyql_markdown.document",
    ]
    call = CALL.format(args=["fmt", str(path)], heavy=heavy)
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0", done.stdout + done.stderr


def test_broken_plugins_are_listed(tmp_path):
    info = tmp_path / "acme_maps-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: Acme_Maps\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[journeyql]\nacme = acme_broken\n")
    (tmp_path / "acme_broken.py").write_text("import sys\nprint('noise')\nsys.exit(7)\n")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}
    for args in (["--help"], ["plugins", "list"]):
        done = subprocess.run(
            [sys.executable, "-m", "journeyql", *args], capture_output=True, text=True, check=False, env=environ
        )
        assert (done.returncode, "noise" in done.stdout) == (0, False)
    assert "acme-maps" in done.stdout
    assert "broken" in done.stdout
    assert "it called exit (7)" in done.stdout


HOOK = """
import sys
import click
from journeyql.plugin import Command, hookimpl

print("{name} is here", file=sys.stderr)

@hookimpl
def {hook}():
    yield Command(name="{name}", summary="Greets.", target=click.Command("{name}", callback=lambda: print("hello")))
"""
MODULES = {
    "acme_plain": HOOK.format(name="plain", hook="journeyql_commands"),
    "acme_apart": HOOK.format(name="apart", hook="journeyql_commands"),
    "acme_starred": "from acme_apart import *\n",
    "acme_made": HOOK.format(name="made", hook="made").replace(
        "@hookimpl", '@hookimpl(specname="journeyql_" "commands")'
    ),
    "acme_silent": 'import sys\nprint("silent is here", file=sys.stderr)\n',
}


def test_help_imports_only_plugins_that_name_the_hook_of_commands(tmp_path):
    for name, text in MODULES.items():
        (tmp_path / f"{name}.py").write_text(text)
    (tmp_path / "acme_package").mkdir()
    (tmp_path / "acme_package" / "__init__.py").write_text(HOOK.format(name="package", hook="journeyql_commands"))
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    points = [f"{name.removeprefix('acme_')} = {name}" for name in (*MODULES, "acme_package") if name != "acme_apart"]
    (info / "entry_points.txt").write_text("\n".join(["[journeyql]", *points]))
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}

    def ran(*args):
        command = [sys.executable, "-m", "journeyql", *args]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environ, cwd=tmp_path.parent)

    done = ran("--help")
    assert sorted(done.stderr.splitlines()) == ["apart is here", "package is here", "plain is here"]
    listed = [line.split()[0] for line in done.stdout.splitlines() if "Greets." in line]
    assert listed == ["apart", "package", "plain"]
    for name in ("apart", "made", "package", "plain"):  # whatever help can tell, a command that is called is there
        assert (name, ran(name).stdout) == (name, "hello\n")
    assert "there is no command `mad`" in ran("mad").stderr
