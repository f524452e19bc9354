"""Entry points are read from folders as the standard library reads them, and without it."""

import subprocess
import sys
import zipfile
from importlib import metadata

import pytest

from journeyql.plugin import discovery, entry_points


def described(found):
    return [(plugin.origin, plugin.address) for plugin in found]


def dist(folder, name, version, *points, kind="dist-info", text=None):
    info = folder / f"{name}-{version}.{kind}"
    info.mkdir(parents=True)
    metadata_name = "METADATA" if kind == "dist-info" else "PKG-INFO"
    (info / metadata_name).write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nName: no\n")
    (info / "entry_points.txt").write_text(text or "\n".join(["[journeyql]", *points, ""]))


def test_the_installed_plugins_are_those_of_the_standard_library():
    found = discovery.installed()
    assert entry_points.points(discovery.GROUP) is not None
    assert described(found) == described(discovery.installed(metadata.entry_points(group=discovery.GROUP)))
    assert {"json", "markdown", "graphviz", "experience"} <= {plugin.origin.plugin for plugin in found}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_first_distribution_of_a_name_hides_the_others(tmp_path, monkeypatch, order):
    folders = [tmp_path / "one", tmp_path / "two"]
    dist(folders[0], "Acme_Maps", "1.0", "acme = acme_one")
    dist(folders[1], "acme.maps", "2.0", "acme = acme_two", "more=acme_more:plugin  ")
    dist(folders[1], "old", "3", "old = old_plugin", kind="egg-info")
    dist(folders[0], "other", "4", text="# said\n[console_scripts]\njourneyql = no:no\n\n[ journeyql ]\nx = y\n")
    paths = [str(folders[index]) for index in order]
    monkeypatch.setattr(sys, "path", [*paths, str(tmp_path / "missing")])
    library = discovery.installed(metadata.entry_points(group=discovery.GROUP))
    assert described(discovery.installed()) == described(library)
    assert len(library) == (2, 3)[order[0]]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("Acme.Maps-1.0.dist-info", ("acme-maps", "1.0")),
        ("acme_maps-1.0+local.dist-info", ("acme-maps", "1.0+local")),
        ("acme_maps.dist-info", ("said", "9")),
        ("acme_maps-.dist-info", ("said", "9")),
        ("acme_maps-1.0.egg-info", ("said", "9")),
    ],
)
def test_a_distribution_is_called_what_its_folder_or_else_its_metadata_says(tmp_path, monkeypatch, folder, said):
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "METADATA").write_bytes(b"Name: Said\r\nVersion: 9\r\n\r\nName: no\r\n")
    (tmp_path / folder / "entry_points.txt").write_bytes(b"[journeyql]\r\nacme = acme_maps\r\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    (plugin,) = discovery.installed()
    assert (plugin.origin.distribution, plugin.origin.version) == said


def test_only_plain_folders_are_read(tmp_path, monkeypatch):
    archive = tmp_path / "acme.zip"
    archive.write_bytes(b"PK")
    egg = tmp_path / "acme.egg"
    egg.mkdir()
    assert entry_points.points("journeyql", [str(tmp_path), "", str(tmp_path / "missing")]) == ()
    assert entry_points.points("journeyql", [str(archive)]) is None
    assert entry_points.points("journeyql", [str(egg)]) is None
    finder = type("Finder", (), {"find_distributions": lambda *_: ()})
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, finder])
    assert entry_points.points("journeyql", [str(tmp_path)]) is None
    assert {plugin.origin.plugin for plugin in discovery.installed()} >= {"json"}


@pytest.mark.parametrize("archive", [False, True], ids=["folders", "with an archive"])
@pytest.mark.parametrize("file", ["METADATA", "entry_points.txt"])
def test_a_broken_distribution_harms_no_other(tmp_path, monkeypatch, archive, file):
    dist(tmp_path, "broken", "1", "broken = json")
    dist(tmp_path, "fine", "1", "fine = json")
    (tmp_path / "broken-1.dist-info" / file).write_bytes(b"\xff\xfe\x00")
    if archive:
        with zipfile.ZipFile(tmp_path / "acme.zip", "w") as made:
            made.writestr("acme.py", "")
        monkeypatch.setattr(sys, "path", [str(tmp_path / "acme.zip"), *sys.path])
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert (entry_points.points(discovery.GROUP) is None) == archive
    assert {"fine", "json", "markdown"} <= {plugin.origin.plugin for plugin in discovery.installed()}


@pytest.mark.parametrize("value", ["json", "json:JSONDecoder", "json.decoder : JSONDecoder [extra]"])
def test_loading_follows_modules_and_attributes(tmp_path, monkeypatch, value):
    dist(tmp_path, "acme", "1", f"acme = {value}")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    plugin = next(item for item in discovery.installed() if item.origin.plugin == "acme")
    assert plugin.load() == metadata.EntryPoint("acme", value, "journeyql").load()


START = "from journeyql.cli.ending import run; code = run({args!r})"
LOADED = "; import sys; print([m for m in ('importlib.metadata', 'email', 'zipfile') if m in sys.modules])"


@pytest.mark.parametrize(
    "call",
    [
        "import journeyql.plugin",
        "import journeyql.plugin.manager as m; m.Plugins.discover()",
        START.format(args=["--help"]),
        START.format(args=["plugins", "list"]),
        START.format(args=["check", "-h"]),
    ],
)
def test_start_up_does_without_the_standard_library(call):
    done = subprocess.run([sys.executable, "-c", call + LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
