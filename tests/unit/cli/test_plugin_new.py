"""The command `plugins new`: no name of what is installed is taken, and one that is free is offered."""

import importlib

import pytest

from journeyql.cli.ending import run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to write in, beside one where distributions are installed."""
    from journeyql.engine import project

    project.configuration.cache_clear()
    (tmp_path / "here").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def install(folder, distribution, module="", points=""):
    """Put a distribution into the folder where they are installed."""
    site = folder.parent / "site"
    info = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
    if module:
        (site / f"{module}.py").write_text("")
        (info / "top_level.txt").write_text(f"{module}\n")
    if points:
        (info / "entry_points.txt").write_text(f"[journeyql]\n{points}\n")
    importlib.invalidate_caches()


#: What is installed, the name that is asked for, and why it cannot be had.
TAKEN = {
    "one of ours": ((), "json", "there is a plugin json (journeyql "),
    "a plugin": (("acme", "", "tea = acme_tea"), "tea", "there is a plugin tea (acme 1.0) already"),
    "a plugin's package": (
        ("acme", "", "acme = journeyql_tea"),
        "tea",
        "its package `journeyql_tea` would take the place of that of the plugin acme (acme 1.0)",
    ),
    "a plugin's distribution": (
        ("Journeyql_Tea", "", "acme = acme_tea"),
        "tea",
        "its distribution `journeyql-tea` would take the place of that of the plugin acme (journeyql-tea 1.0)",
    ),
    "a module": (
        ("acme", "journeyql_green_tea"),
        "green-tea",
        "its package `journeyql_green_tea` would take the place of the one of acme that can be imported here",
    ),
    "a distribution": (("journeyql-tea",), "tea", "a distribution `journeyql-tea` is installed"),
    "a pass": ((), "gdpr", "the plugin privacy (journeyql "),
    "letters of codes": ((), "exp", "codes of rules with `EXP` belong to experience (journeyql "),
    "letters of our codes": ((), "jql", "codes of rules with `JQL` belong to journeyql"),
}


@pytest.mark.parametrize(("installed", "name", "words"), TAKEN.values(), ids=TAKEN)
def test_a_name_that_somebody_has_is_refused(folder, capsys, installed, name, words):
    if installed:
        install(folder, *installed)
    assert run(["plugins", "new", name]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert f"; `my-{name}` is free" in err
    assert not [*folder.iterdir()]


def test_the_name_that_is_offered_is_free(folder, capsys):
    install(folder, "one", "", "tea = one_tea")
    install(folder, "two", "journeyql_my_tea")
    assert run(["plugins", "new", "tea"]) == 2
    assert "; `our-tea` is free" in capsys.readouterr().err
    assert run(["plugins", "new", "our-tea"]) == 0
    assert (folder / "journeyql-our-tea" / "src" / "journeyql_our_tea" / "__init__.py").is_file()


def test_a_plugin_that_is_left_out_has_its_names(folder, capsys):
    assert run(["-p", "no:json", "plugins", "new", "json"]) == 2
    assert "there is a plugin json" in capsys.readouterr().err
