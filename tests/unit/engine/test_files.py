"""Which files are read: paths, folders, standard input, `use`; and how everything else is refused."""

import os

import pytest

from journeyql.engine import reading
from journeyql.engine.inputs import Input, Missing, found
from journeyql.engine.project import configuration

MAP = 'journey j "R"\n'
OTHERS = "root:x:0:0:private"

MESSAGE = "ours"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    configuration.cache_clear()
    (tmp_path / "maps" / "sub").mkdir(parents=True)
    (tmp_path / "maps" / ".hidden").mkdir()
    for name in ("b.journey", "a.journey", "sub/c.journey", ".hidden/x.journey", ".y.journey", "notes.txt"):
        (tmp_path / "maps" / name).write_text(MAP)
    (tmp_path / "secret.txt").write_text(OTHERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths):
    return [item.name for item in found(paths)]


def test_folders_are_searched_in_order_without_hidden_ones(folder):
    assert names("maps") == ["maps/a.journey", "maps/b.journey", "maps/sub/c.journey"]


def test_each_file_once(folder):
    assert names("maps/a.journey", "maps", "./maps/b.journey") == [
        "maps/a.journey",
        "maps/b.journey",
        "maps/sub/c.journey",
    ]


def test_places_below_the_named_folder(folder):
    assert [item.place.as_posix() for item in found(["maps"])] == ["a.journey", "b.journey", "sub/c.journey"]


def test_links_out_of_a_folder_are_refused(folder):
    (folder / "maps" / "z.journey").symlink_to(folder / "secret.txt")
    assert [item.name for item in found(["maps"]) if isinstance(item, Missing)] == ["maps/z.journey"]


@pytest.mark.parametrize(("path", "words"), [("empty", "no .journey file"), ("a\0b", "null"), ("", "a path is empty")])
def test_paths_that_lead_nowhere(folder, path, words):
    (folder / "empty").mkdir()
    (item,) = found([path])
    assert words in (item.reason)


REASONS = {
    "missing": str,
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "larger than": lambda path: path.write_bytes(b"x" * (reading.USED_LIMIT + 1)),
}
WORDS = {
    "missing": "no such file",
    "folder": "it is a folder",
    "pipe": "it is a pipe",
    "larger than": "larger than 5 MiB",
}


@pytest.mark.parametrize("what", REASONS)
def test_what_use_cannot_read_is_located(tmp_path, check, what):
    REASONS[what](tmp_path / "base.journey")
    (finding,) = check("use base `base.journey`\n" + MAP).diagnostics
    assert (finding.rule.name, finding.span.text) == ("unusable-file", "`base.journey`")
    assert WORDS[what] in finding.message


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("../x.journey", "outside the project"),
        ("/etc/passwd", "only .journey files"),
        ("link.journey", "a link to a file that is no journey"),
        ("out.journey", "outside the project"),
        ("https://example.com/x.journey", "no plugin reads addresses that begin with `https:`"),
        ("pkg:x.journey", "no plugin reads addresses that begin with `pkg:`"),
        ("a\\\\b.journey", "forward slashes"),
        ("dir/../../x.journey", "outside the project"),
        ("", "only .journey files"),
    ],
)
def test_what_use_may_not_read(tmp_path, check, path, words):
    (tmp_path / "secret.txt").write_text(OTHERS)
    (tmp_path / "link.journey").symlink_to(tmp_path / "secret.txt")
    (tmp_path.parent / "x.journey").write_text(OTHERS)
    (tmp_path / "out.journey").symlink_to(tmp_path.parent / "x.journey")
    found_ones = [item for item in check(f"use base `{path}`\n" + MAP).diagnostics if item.rule.name == "unusable-file"]
    assert len(found_ones) == 1
    assert words in found_ones[0].message
    assert OTHERS not in str([(item.message, item.help) for item in found_ones])


def test_paths_begin_where_a_link_stands(tmp_path, session):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a.journey").write_text("use base `base.journey`\n" + MAP)
    (tmp_path / "a.journey").symlink_to(tmp_path / "kept" / "a.journey")
    (tmp_path / "base.journey").write_text('journey k "K"\n')
    (item,) = found([str(tmp_path / "a.journey")])
    assert session().check(item).diagnostics == ()


def test_a_configuration_widens_the_project(tmp_path, check):
    configuration.cache_clear()
    (tmp_path / "journeyql.toml").write_text("")
    (tmp_path / "base.journey").write_text(MAP)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.journey").write_text('use base `../base.journey`\njourney k "K"\n')
    from engine_support import TODAY

    from journeyql.engine import project
    from journeyql.engine.config import Config
    from journeyql.engine.session import Session
    from journeyql.plugin.manager import Plugins

    project._root_of.cache_clear()
    session = Session.start(Plugins(), Config(), today=TODAY, reraise=True)
    (item,) = found([str(inner / "a.journey")])
    assert session.check(item).diagnostics == ()


def test_a_broken_configuration_beside_a_file_is_told(tmp_path, check):
    configuration.cache_clear()
    (tmp_path / "pyproject.toml").write_text("[tool.journeyql\n")
    (finding,) = check(MAP).diagnostics
    assert finding.rule.name == "unreadable-input"
    assert "pyproject.toml: is not valid TOML" in finding.message


def test_a_circle_names_the_chain(tmp_path, check):
    (tmp_path / "b.journey").write_text("use c `c.journey`\n" + MAP)
    (tmp_path / "c.journey").write_text("use a `a.journey`\n" + MAP)
    checked = check("use b `b.journey`\n" + 'journey k "K"\n')
    circles = [item for item in checked.diagnostics if item.rule.name == "circular-use"]
    assert len(circles) == 1
    assert [part.rsplit("/", 1)[-1] for part in circles[0].message.split(": ")[1].split(" → ")] == [
        "a.journey",
        "b.journey",
        "c.journey",
        "a.journey",
    ]


def test_standard_input(session):
    started = session(stdin=MAP.encode)
    (item,) = found(["-"])
    assert isinstance(item, Input)
    assert started.check(item).model is not None


def test_a_defect_of_ours_stays_with_the_file(session, monkeypatch):
    from journeyql.engine import session as module

    def boom(*_):
        raise RuntimeError(MESSAGE)

    monkeypatch.setattr(module, "parse", boom)
    import attrs

    started = attrs.evolve(session(stdin=lambda: b""), reraise=False)
    (item,) = found(["-"])
    (finding,) = started.check(item).diagnostics
    assert finding.rule.name == "internal-error"
    assert "ours" in finding.message


def test_a_circle_is_one_problem_wherever_it_is_entered(tmp_path, session):
    names = ("b", "c", "a")
    for name, other in zip(names, names[1:] + names[:1], strict=True):
        (tmp_path / f"{name}.journey").write_text(f"use x `{other}.journey`\n" + MAP)
    started = session()
    places = set()
    for item in found([str(tmp_path / f"{name}.journey") for name in names]):
        (circle,) = [finding for finding in started.check(item).diagnostics if finding.rule.name == "circular-use"]
        places.add((circle.span.source.name.rsplit("/", 1)[-1], circle.span.start, circle.message))
    assert len(places) == 1
    assert next(iter(places))[0] == "a.journey"


def test_a_long_chain_of_files_ends(tmp_path, check):
    for number in range(200):
        (tmp_path / f"c{number}.journey").write_text(f"use x `c{number + 1}.journey`\n")
    findings = check("use x `c0.journey`\n" + MAP).diagnostics
    (finding,) = [item for item in findings if item.rule.name == "unusable-file"]
    assert "more than 64 files use each other in a row" in finding.message
    assert finding.span.source.name.endswith("c63.journey")


def test_what_is_wrong_in_a_used_file_is_told_there_alone(tmp_path, check):
    (tmp_path / "base.journey").write_bytes(b'journey j "\xff"\n')
    (finding,) = check("use base `base.journey`\n" + MAP).diagnostics
    assert (finding.rule.name, finding.span.source.name.rsplit("/", 1)[-1]) == ("not-utf8", "base.journey")


#: Where a line of a map stands by a guess, that it is misplaced there goes without saying; what else is wrong does not.
ASKEW = {
    "a touchpoint": ('   touchpoint b "B"\n    touchpoint c "C" emotin=4\n', ["unknown-property"]),
    "a stage": ('   stage t "T"\n    touchpoint c "C" emotin=4\n', ["unknown-property"]),
    "a pain": ('   pain "P" sevrity=high\n', ["unknown-property"]),
    "a text": (' "B"\n', []),
    "a property": ("   severity: high\n", []),
    "properties": ("   wait: 3min\n   severity: high\n", ["unknown-property"]),
    "a value": ("   emotion: sad\n", ["wrong-value"]),
    "an arrow": (" -> end\n", []),
    "a word": ('   touchpiont b "B"\n', ["unknown-kind"]),
}


@pytest.mark.parametrize(("line", "others"), ASKEW.values(), ids=ASKEW)
def test_all_problems_of_a_line_askew_are_found_at_once(check, line, others):
    text = 'journey j "J"\n  stage s "S"\n    touchpoint a "A" emotion=3\n'
    found = [finding.rule.name for finding in check(text + line).diagnostics]
    assert sorted(found) == sorted(["odd-dedent", *others])
