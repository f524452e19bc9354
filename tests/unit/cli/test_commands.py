"""The commands from outside: exit codes, streams, files written, messages that teach."""

import json
import os
import subprocess
import sys

import pytest

from journeyql.cli import color
from journeyql.cli.ending import run
from journeyql.cli.new import LANGUAGES, PRESETS, named, slug_of, template_of

GOOD = 'journey j "Repair"\n  stage report "Report" emotion=4\n'
BAD = 'journey j "Repair"\n  stage report "Report" emotion=4 @nowhere\n'
#: Without the plugin that tells what to add to a first draft.
DRAFT = ["-p", "no:governance"]
MESSAGE = "ours\x1b[31m"
JOURNEYQL = [sys.executable, "-m", "journeyql"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    from journeyql.engine import project

    project.configuration.cache_clear()
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "JOURNEYQL_PLUGINS", "JOURNEYQL_STRICT_PLUGINS"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "good.journey").write_text(GOOD)
    (tmp_path / "bad.journey").write_text(BAD)
    return tmp_path


CODES = {
    "clean": ([*DRAFT, "check", "good.journey"], 0, "no findings in 1 file"),
    "found": (["check", "bad.journey"], 1, "error[unknown-channel]"),
    "folder": (["check"], 1, "in 2 files"),
    "missing": (["check", "none.journey"], 2, "none.journey cannot be read"),
    "missing beats found": (["check", "bad.journey", "none.journey"], 2, "unknown-channel"),
    "no command": (["chek"], 2, "did you mean `check`?"),
    "no option": (["check", "--frmat", "x"], 2, "--frmat"),
    "no format": (
        ["check", "--format", "jsn"],
        2,
        "did you mean `json`? available: concise, github, gitlab, json, junit, sarif, text",
    ),
    "no renderer": (["compile", "-t", "jsom", "good.journey"], 2, "did you mean `json`?"),
    "no plugin": (["check", "-p", "jsno"], 2, "did you mean `json`?"),
    "no persona": (["check", "good.journey", "--persona", "mei"], 2, "good.journey has no persona `mei`"),
    "no state": (["check", "good.journey", "--state", "futur"], 2, "did you mean `future`?"),
    "no word": (["explain", " "], 2, "name a rule, or a word or sign of the language"),
    "no word at all": (["explain", ""], 2, "name a rule, or a word or sign of the language"),
    "no rule": (["explain", "unknown-chanel"], 2, "did you mean `unknown-channel`?"),
    "no preset": (["new", "--preset", "sass"], 2, "did you mean `saas`?"),
    "several into one": (["compile", "-t", "json", "-o", "x.json"], 2, "several maps cannot go into the file `x.json`"),
    "another suffix": (
        ["compile", "-o", "pic.png", "good.journey"],
        2,
        "`map` writes .svg files, so call it `pic.svg`",
    ),
    "suffix of another renderer": (["compile", "-t", "markdown", "-o", "x.svg", "good.journey"], 2, "call it `x.md`"),
    "neither file nor folder": (["compile", "-o", "out", "good.journey"], 2, "write `out/` for a folder, or `out.svg`"),
    "missing, but near": (["check", "goood.journey"], 2, "did you mean `good.journey`?"),
    "missing its ending": (["check", "good"], 2, "did you mean `good.journey`?"),
    "nothing differs": (
        ["check", "good.journey", "--state", "future"],
        0,
        "nothing in good.journey differs for `future`",
    ),
    "no such market": (["check", "good.journey", "--market", "XX"], 0, "nothing in good.journey differs for `XX`"),
    "no such locale": (["check", "good.journey", "--locale", "de"], 0, "nothing in good.journey differs for `de`"),
    "its own locale": ([*DRAFT, "check", "good.journey", "--locale", "en"], 0, "no findings"),
    "a language by name": (["check", "good.journey", "--locale", "chinese"], 2, "did you mean `zh`?"),
    "no language": (["check", "good.journey", "--locale", "klingon"], 2, "it declares no locale"),
    "nothing": ([], 2, "Begin with `journeyql new`"),
    "onto a map": (
        ["compile", "-t", "json", "-o", "x.journey", "good.journey"],
        2,
        "`json` writes .json files, so call it `x.json`",
    ),
    "explain rule": (["explain", "JQL102"], 0, "unknown-channel (JQL102), error"),
    "explain kind": (["explain", "touchpoint"], 0, "Stands in: stage."),
    "explain in Chinese": (["explain", "触点"], 0, "touchpoint (触点)"),
    "explain property": (["explain", "touchpoint.wait"], 0, "Takes a duration"),
    "version": (["--version"], 0, "journeyql "),
    "without a plugin": (["-p", "no:json", "compile", "-t", "json", "good.journey"], 2, "there is no renderer `json`"),
    "github": (["check", "bad.journey", "--format", "github"], 1, "::error file=bad.journey,line=2"),
    "fail on hint": ([*DRAFT, "check", "good.journey", "--fail-on", "hint"], 0, "no findings"),
}


@pytest.mark.parametrize(("args", "code", "words"), CODES.values(), ids=CODES)
def test_codes_and_words(folder, capsys, args, code, words):
    assert run(args) == code
    out, err = capsys.readouterr()
    assert words in out + err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        (["--format", "concise"], 200),
        (["--format", "concise", "--max-diagnostics", "3"], 3),
        (["--format", "concise", "--max-diagnostics", "0"], 250),
        (["--format", "gitlab"], 250),
        (["--format", "gitlab", "--max-diagnostics", "3"], 3),
    ],
)
def test_programs_are_given_all_findings_unless_a_limit_is_asked_for(folder, capsys, args, shown):
    steps = (f"    touchpoint t{number} @nowhere emotion=4\n" for number in range(250))
    (folder / "bad.journey").write_text(GOOD + "".join(steps))
    assert run(["check", "bad.journey", *args]) == 1
    assert capsys.readouterr().out.count("no channel") == shown


def test_a_wrong_configuration_names_file_and_key(folder, capsys):
    (folder / "journeyql.toml").write_text('fail-on = "eror"\n[rules]\nx = 1\n')
    assert run(["check"]) == 2
    assert capsys.readouterr().err.count("error: journeyql.toml: ") == 2
    assert run(["--help"]) == 0


def test_configured_paths_and_rules(folder, capsys):
    (folder / "journeyql.toml").write_text('paths = ["bad.journey"]\n[rules]\nunknown-channel = "off"\n')
    assert run(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 1


@pytest.mark.parametrize("args", [["plugins", "list"], ["rules", "list"], ["explain", "touchpoint"]])
def test_listings_have_json(folder, capsys, args):
    assert run([*args, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == 1


def test_schema_is_json(folder, capsys):
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_compile_writes_beside_the_input_even_with_findings(folder, capsys):
    assert run(["compile", "-t", "json"]) == 1
    assert sorted(path.name for path in folder.glob("*.json")) == ["bad.json", "good.json"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[unknown-channel]" in err
    before = (folder / "good.json").stat().st_mtime_ns
    run(["compile", "-t", "json", "good.journey"])
    assert (folder / "good.json").stat().st_mtime_ns == before
    assert "good.json is unchanged" in capsys.readouterr().err


def test_strict_leaves_out_what_has_findings(folder, capsys):
    assert run(["compile", "-t", "json", "--strict"]) == 1
    assert [path.name for path in folder.glob("*.json")] == ["good.json"]


@pytest.mark.parametrize(
    ("args", "file"),
    [
        (["good.journey", "-o", "out/"], "out/good.json"),
        (["good.journey", "-o", "x.json"], "x.json"),
        ([".", "-o", "out/"], "out/good.json"),
        (["good.journey", "--state", "future"], "good.state-future.json"),
        (["good.journey", "--locale", "zh-Hans"], "good.locale-zh-Hans.json"),
        (["good.journey", "--locale", "ZH_hans"], "good.locale-zh-Hans.json"),
        (["good.journey", "--market", "DE"], "good.market-DE.json"),
        (["good.journey", "--locale", "de"], "good.locale-de.json"),
        (["good.journey", "-o", "x.JSON"], "x.JSON"),
        (["good.journey", "-o", "con.json"], "con.json"),
        (["good.journey", "-o", 'what "now"?.json'], 'what "now"?.json'),
        (["con.journey"], "con-.json"),
        (["nul.x.journey", "--state", "future"], "nul-.x.state-future.json"),
        (["a b?.journey"], "a-b-.json"),
    ],
)
def test_where_files_go(folder, args, file):
    if args[0] != ".":
        (folder / args[0]).write_text(GOOD)
    assert run(["compile", "-t", "json", *args]) == (args[0] == ".")
    assert json.loads((folder / file).read_text())["format"] == "journeyql"


def test_names_of_asked_views_differ_everywhere():
    from journeyql.engine.asked import Asked
    from journeyql.engine.inputs import Input
    from journeyql.engine.outputs import Target

    item = Input("a", None, None)
    asked = [Asked(**{name: value}) for name in ("persona", "market", "state") for value in ("DE", "De", "de", "d_e")]
    stems = {Target().stem(item, one).casefold() for one in (*asked, Asked(language="de"))}
    assert len(stems) == len(asked) + 1


def test_an_existing_folder_needs_no_slash(folder):
    (folder / "out").mkdir()
    assert run(["compile", "-t", "json", "good.journey", "-o", "out"]) == 0
    assert (folder / "out" / "good.json").exists()


def test_a_persona_whose_steps_do_not_differ(folder, capsys):
    text = GOOD + 'persona mei "Mei"\npersona tom "Tom"\n'
    (folder / "good.journey").write_text(text)
    assert run([*DRAFT, "check", "good.journey", "--persona", "mei", "--format", "json"]) == 0
    (finding,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (finding["rule"], finding["severity"]) == ("same-everywhere", "info")
    (folder / "good.journey").write_text(text.replace("persona mei", '  stage[tom] more "More" emotion=4\npersona mei'))
    assert run([*DRAFT, "check", "good.journey", "--persona", "mei"]) == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "# Our first map\n\n"])
def test_a_file_that_says_nothing(folder, capsys, text):
    (folder / "good.journey").write_text(text)
    for args in (["check"], ["compile"], ["compile", "-t", "markdown"]):
        assert run([*args, "good.journey"]) == 0
        out = "".join(capsys.readouterr())
        assert "info[empty-file]: there is no journey in this file yet" in out
        assert "no findings" not in out
        assert "nothing to draw" not in out
    assert not [*folder.glob("*.md")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello world\n\nThis is prose.\n", True),
        ('"A text by itself"\n', True),
        ('hello\n  team t "T"\n', False),
        ('stage s "A stage without a journey"\n', False),
        ("extend nothing\n", False),
        ("use `other.journey`\n", False),
        ('旅程 报修 "没有说明"\n', False),
        ("journey {\n", False),
    ],
)
def test_prose_is_no_map(folder, capsys, text, said):
    (folder / "good.journey").write_text(text)
    run(["check", "good.journey"])
    assert ("there is no journey in this file yet" in capsys.readouterr().out) is said


def test_a_library_is_no_empty_file(folder, capsys):
    (folder / "good.journey").write_text('persona mei "Mei"\n')
    assert run(["check", "good.journey"]) == 0
    assert "no findings" in capsys.readouterr().out
    assert run(["compile", "good.journey"]) == 0
    assert capsys.readouterr().err == "good.journey has nothing to draw with `map`\n"


def test_no_arguments_print_help_and_no_error(folder, capsys):
    run([])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: journeyql")
    assert "error:" not in err


def test_standard_output_holds_the_drawing_alone(folder):
    done = subprocess.run(
        [*JOURNEYQL, "compile", "-", "-t", "json"], input=BAD.encode(), capture_output=True, check=False
    )
    assert done.returncode == 1
    assert json.loads(done.stdout)["format"] == "journeyql"
    assert b"unknown-channel" in done.stderr


def test_several_files_do_not_go_to_standard_output(folder, capsysbinary):
    """None of them: what is taken for the whole drawing would be a part of it."""
    (folder / "two.journey").write_text('journey a "A"\n  stage s "S"\njourney b "B"\n  stage t "T"\n')
    assert run(["compile", "two.journey", "-o", "-"]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert b"two.journey is drawn to 2 files, and one alone can go to standard output; nothing is printed" in err
    assert b"`-o DIR/`" in err


def test_two_inputs_for_one_output(folder, capsys):
    (folder / "sub").mkdir()
    (folder / "sub" / "good.journey").write_text(GOOD)
    assert run(["compile", "-t", "json", "good.journey", "sub/good.journey", "-o", "out/"]) == 2
    assert "is drawn to the same file" in capsys.readouterr().err


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_presets_have_no_findings(folder, capsys, preset, language):
    for name in folder.glob("*.journey"):
        name.unlink()
    assert run(["new", "Morning coffee", "--preset", preset, "--language", language]) == 0
    assert run(["check", "morning-coffee.journey", "--rule-set", "workshop", "--fail-on", "info"]) == 0, (
        capsys.readouterr().out
    )
    assert "Morning coffee" in (folder / "morning-coffee.journey").read_text()
    assert run(["new", "Morning coffee"]) == 2
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "slug"),
    [("checkout", "checkout"), ("Check out!", "check-out"), ("早上", "早上"), ("2nd", "map-2nd"), ("!", "map")],
)
def test_names(name, slug):
    assert slug_of(name) == slug
    assert f" {slug} " in named(template_of("blank", "en"), name)[0]


def test_a_name_cannot_break_out_of_its_text(folder):
    assert run(["new", 'A "quoted" \\ name', "-o", "x.journey"]) == 0
    assert run(["check", "x.journey"]) == 0


@pytest.mark.parametrize("target", ["/dev/full", "closed"])
@pytest.mark.parametrize("args", [["check", "good.journey"], ["--help"], ["rules", "list"]])
def test_what_cannot_be_printed_is_no_success(folder, target, args):
    where = ">&-" if target == "closed" else f"> {target}"
    command = " ".join([*JOURNEYQL, *args, where])
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize("args", [["rules", "list"], ["--help"], ["check", "--help"]])
def test_a_closed_pipe_is_quiet(folder, args):
    done = subprocess.Popen([*JOURNEYQL, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    done.stdout.close()
    assert done.stderr.read() == b""
    done.stderr.close()
    assert done.wait() == 2


@pytest.mark.parametrize("sort", [RuntimeError, GeneratorExit])
def test_a_defect_is_told_in_words(folder, capsys, monkeypatch, sort):
    from journeyql.cli import state

    def boom(_):
        raise sort(MESSAGE)

    monkeypatch.setattr(state.State, "selection", boom)
    assert run(["plugins", "list"]) == 3
    assert f"JourneyQL has a defect: {sort.__name__}: ours<U+001B>" in capsys.readouterr().err


def test_completion_works():
    environ = {**os.environ, "_JOURNEYQL_COMPLETE": "bash_complete", "COMP_WORDS": "journeyql co", "COMP_CWORD": "1"}
    done = subprocess.run(JOURNEYQL, capture_output=True, text=True, check=False, env=environ)
    assert done.stdout.strip() == "plain,compile"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        ("0", "no findings"),
        ("1767225599", "no findings"),
        ("1767225600", "expired-allow"),
        ("99999999999", "expired-allow"),
        ("soon", "error: SOURCE_DATE_EPOCH: expected a number of seconds since 1970, not `soon`"),
        ("-1", "not `-1`"),
        ("9" * 30, "SOURCE_DATE_EPOCH"),
    ],
)
def test_a_run_can_be_given_its_day(folder, seconds, words):
    line = '  allow unknown-channel "Later" until=2025-12-31\n  stage b "B" @nowhere\n'
    (folder / "good.journey").write_text(f'journey j "Repair"\n{line}')
    environ = {**os.environ, "SOURCE_DATE_EPOCH": seconds}
    command = [*JOURNEYQL, "check", "good.journey"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
    assert words in done.stdout + done.stderr
    assert done.returncode == {"no findings": 0, "expired-allow": 1}.get(words, 2)


class Terminal:
    closed = False

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("choice", "stream", "environ", "on"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"NO_COLOR": ""}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("auto", None, {}, False),
        ("auto", None, {"FORCE_COLOR": "1"}, True),
        ("always", None, {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(choice, stream, environ, on):
    assert color.wanted(choice, stream, environ) is on


@pytest.mark.parametrize("format_", ["concise", "github", "gitlab", "json", "junit", "sarif", "text"])
@pytest.mark.parametrize(("root", "said"), [(".", "it is the current folder now"), ("maps", "it is maps now")])
def test_no_finding_names_a_place_on_the_machine(folder, capsys, format_, root, said):
    (folder / "maps").mkdir()
    (folder / root / "journeyql.toml").touch()
    (folder / "maps" / "a.journey").write_text('use `../../x.journey`\njourney j "J"\n')
    assert run(["check", "maps/a.journey", "--format", format_]) == 1
    out = "".join(capsys.readouterr())
    assert "outside the project" in out
    assert str(folder) not in out
    assert str(folder.parent) not in out
    assert said in out or format_ in ("concise", "github", "junit", "gitlab")
