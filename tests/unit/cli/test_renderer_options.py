"""Options of the renderer on the command line: taken, converted and refused as those of the configuration are."""

from __future__ import annotations

import pytest

from journeyql.cli.ending import run
from journeyql.engine import project
from journeyql.engine.outputs import option_word

MAP = 'journey j "J"\nstage s "S"\n' + "".join(f'  touchpoint t{n} "T{n}" emotion={n}\n' for n in range(1, 5))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    project.configuration.cache_clear()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.journey").write_text(MAP)
    return tmp_path


def drawn(folder, *args):
    assert run(["compile", "a.journey", "-o", "a.svg", *args]) in {0, 1}
    return (folder / "a.svg").read_text("utf-8")


def test_a_value_does_what_it_does_in_the_configuration_and_wins_over_it(folder):
    whole, three = drawn(folder), drawn(folder, "--columns", "3")
    assert whole != three == drawn(folder, "--columns=3")
    (folder / "journeyql.toml").write_text("[renderers.map]\ncolumns = 3\n")
    project.configuration.cache_clear()
    assert drawn(folder) == three
    assert drawn(folder, "--columns", "0") == whole


def test_a_flag_can_be_set_and_unset(folder):
    command = ["compile", "a.journey", "-o", "a.md"]
    run([*command, "-t", "markdown"])
    assert "```mermaid" in (folder / "a.md").read_text("utf-8")
    run([*command, "-t", "markdown", "--no-diagram"])
    assert "```mermaid" not in (folder / "a.md").read_text("utf-8")
    (folder / "journeyql.toml").write_text("[renderers.markdown]\ndiagram = false\n")
    project.configuration.cache_clear()
    run([*command, "-tmarkdown", "--diagram"])
    assert "```mermaid" in (folder / "a.md").read_text("utf-8")


#: Arguments -> what the picture is called, where the configuration has `theme = "dark"` and `layout = "curve"`.
NAMES = {
    "": "a.svg",
    "--theme dark --layout curve": "a.svg",
    "--theme light": "a.theme-light.svg",
    "--layout map": "a.layout-map.svg",
    "--columns 8 --layout executive --theme print": "a.theme-print.layout-executive.columns-8.svg",
    "--page A3 --portrait": "a.page-A3.portrait.svg",
    "--page A3 --no-portrait": "a.page-A3.svg",
    "--curves effort --curves Trust": "a.curves-effort+Trust-c3aa.svg",
    "--state future --axis time": "a.state-future.axis-time.svg",
    "-t flow --layout=curve": "",
    "-t png --zoom 1.5": "a.zoom-1.5.png",
    "-t png --zoom 2": "a.png",
    "-t markdown --no-diagram": "a.no-diagram.md",
}


@pytest.mark.parametrize(("args", "name"), NAMES.items())
def test_what_is_asked_for_stands_in_the_name(folder, args, name):
    """So that no drawing takes the place of one that was asked for in another way."""
    (folder / "journeyql.toml").write_text('theme = "dark"\n[renderers.map]\nlayout = "curve"\n')
    project.configuration.cache_clear()
    assert (run(["compile", "a.journey", *args.split()]) < 2) is bool(name)
    assert [path.name for path in folder.iterdir() if path.suffix not in {".journey", ".toml"}] == [name][: bool(name)]


def test_values_of_an_option_never_share_a_name():
    values = ["desk", "Desk", "a b", "a-b", ["a", "b"], "x" * 50, "x" * 60, "", True]
    assert len({option_word("saved", value).casefold() for value in values}) == len(values)
    assert max(len(option_word("saved", value)) for value in values) < 60


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--columns", "many"], "`--columns`: expected a whole number, not 'many'"),
        (["--columns", "-1"], "`--columns`: 'columns' must be >= 0: -1"),
        (["--layout", "curv"], "`--layout`: expected one of map, blueprint, curve, executive, not 'curv'; did you mean `curve`?"),
        (["--compare", "tomorrow"], "`--compare`: `compare` must be one of current, future"),
        (["--colums", "3"], "'--columns'"),
        (["--thme", "dark"], "'--theme'"),
        (["--zoom", "3"], "No such option '--zoom' here; it is one of `-t png`"),
        (["-t", "jsom", "--columns", "3"], "did you mean `json`?"),
        (["-t", "dot", "--columns", "3"], "it is one of `-t map`, `-t pdf`, `-t png`"),
        (["-p", "no:map", "--columns", "3"], "there is no renderer `map`"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(folder, capsys, args, words):
    assert run(["compile", "a.journey", *args]) == 2
    assert words in capsys.readouterr().err
    assert not (folder / "a.svg").exists()


def test_help_lists_the_options_of_the_renderer_with_what_its_class_says(folder, capsys):
    for args in (["--help", "-t", "png"], ["-t", "png", "--help"]):
        assert run(["compile", *args]) == 0
        said = " ".join(capsys.readouterr().out.split())
        assert "--layout [map|blueprint|curve|executive] The whole map, the service blueprint" in said
        assert "--zoom NUMBER How many dots" in said
    assert run(["compile", "--help", "-t", "nothing"]) == 0
    assert "--theme NAME" in capsys.readouterr().out


def test_a_plugin_that_is_left_out_stays_out(folder, capsys):
    assert run(["compile", "-p", "no:map", "--help"]) == 0
    assert "--columns" not in capsys.readouterr().out


def test_words_are_completed(folder, monkeypatch, capsys):
    monkeypatch.setenv("_JOURNEYQL_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "journeyql compile --layout ")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit):
        run([])
    assert "blueprint" in capsys.readouterr().out


def test_every_option_of_every_renderer_is_described():
    from journeyql.engine.option_docs import doc_of
    from journeyql.engine.options import fields_of
    from journeyql.plugin.manager import Plugins

    offers = Plugins.discover().renderers
    said = {
        (offer.item.name, key): doc_of(offer.item.options, field)
        for offer in offers
        for key, field in fields_of(offer.item.options).items()
    }
    assert ("map", "columns") in said
    assert [name for name, doc in said.items() if not doc] == []
