"""The command of a plugin gets maps, options, contributions, printing and writing from its host."""

import os
import subprocess
import sys

import pytest

PLUGIN = """
import attrs, click
from pathlib import Path
from journeyql.plugin import Command, Contribution, Rule, Severity, hookimpl, host

LONG = Rule(name="long", code="ACME001", severity=Severity.WARNING, summary="s", reason="r", wrong="w", right="r")


@attrs.frozen
class Options:
    folder: str = "out"


class Point:
    pass


@hookimpl
def journeyql_commands():
    yield Command(name="outline", summary="Outlines of maps.", target="acme_outline:command", options=Options)


@hookimpl
def journeyql_contributions():
    yield Contribution(name="one", to=Point, value=Point())


@click.command("outline")
@click.argument("paths", nargs=-1)
@click.option("--format", "format_", default="text")
def command(paths, format_):
    here = host()
    findings = []
    for file in here.files(paths):
        findings += file.diagnostics
        if file.model is not None:
            view = file.model.view()
            text = "".join(f"{view.title(journey)}\\n" for journey in view.journeys)
            here.write(Path(here.options.folder, f"{file.path.stem}.txt"), text)
            findings += [LONG.at(journey.span, "too long") for journey in view.journeys]
    print(len(here.contributions(Point)), here.today.year > 2000)
    return here.report(findings, format_)
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "acme_outline.py").write_text(PLUGIN)
    info = tmp_path / "acme_outline-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-outline\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[journeyql]\noutline = acme_outline\n")
    (tmp_path / "a.journey").write_text('journey a "Repair"\n  stage s "S"\n')
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}

    def started(*args):
        command = [sys.executable, "-m", "journeyql", *args]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environ, cwd=tmp_path)

    return started


def test_it_reads_writes_and_reports(run, tmp_path):
    done = run("outline", "a.journey")
    assert (tmp_path / "out" / "a.txt").read_text() == "Repair\n"
    assert done.stdout.startswith("1 True\n")
    assert "warning[long]: too long" in done.stdout
    assert "no-emotion" not in done.stdout  # maps are read, not analysed
    assert done.returncode == 0


def test_what_is_wrong_with_a_map_is_reported(run, tmp_path):
    (tmp_path / "b.journey").write_text("journey b\n  stage s @nowhere\n")
    done = run("outline", "b.journey", "--format", "github")
    assert done.returncode == 1
    assert "::error file=b.journey,line=2" in done.stdout


def test_its_options_come_from_the_configuration(run, tmp_path):
    (tmp_path / "journeyql.toml").write_text('[commands.outline]\nfolder = "elsewhere"\n')
    run("outline", "a.journey")
    assert (tmp_path / "elsewhere" / "a.txt").exists()
    (tmp_path / "journeyql.toml").write_text("[commands.outline]\nfoldr = 3\n")
    done = run("outline", "a.journey")
    assert done.returncode == 2
    assert "did you mean `folder`" in done.stderr


def test_what_cannot_be_written_is_reported(run, tmp_path):
    (tmp_path / "out").write_text("in the way")
    done = run("outline", "a.journey")
    assert done.returncode == 2
    assert "out/a.txt was not written" in done.stdout
    assert (tmp_path / "out").read_text() == "in the way"


def test_there_is_no_host_elsewhere():
    from journeyql.plugin import host

    with pytest.raises(LookupError):
        host()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--context", "season"], "expected DIMENSION=NAME"),
        (["--context", "season=dry"], "no plugin adds a dimension `season`"),
    ],
)
def test_a_dimension_that_nobody_adds(run, args, words):
    done = run("check", "a.journey", "-p", "outline", *args)
    assert done.returncode == 2
    assert words in done.stdout + done.stderr


def test_a_theme_that_nobody_has(run):
    done = run("compile", "a.journey", "--theme", "drak")
    assert done.returncode == 2
    assert "did you mean `dark`" in done.stderr


def test_the_dark_theme(run, tmp_path):
    assert run("compile", "a.journey", "--theme", "dark").returncode == 0
    assert "#12171E" in (tmp_path / "a.theme-dark.svg").read_text()
