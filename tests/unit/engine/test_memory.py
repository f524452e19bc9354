"""Files from memory: `use` finds them by path, refuses what it would refuse on a disk, and reads nothing else."""

from pathlib import PurePosixPath

import pytest

from journeyql.engine.files import Memory
from journeyql.engine.inputs import Input

MAP = 'journey j "R"\n'


def checked(session, text, **files):
    memory = Memory(
        "a/map.journey", {"a/map.journey": text, **{name.replace("__", "/"): files[name] for name in files}}
    )
    return session().check(Input("a/map.journey", None, PurePosixPath("map.journey")), memory)


def test_used_files_by_path(session):
    files = {
        "base.journey": 'use people `a/people.journey`\njourney k "K"\n',
        "a/people.journey": 'persona mei "Mei"\n',
    }
    found = checked(session, f"use base `../base.journey`\n{MAP}", **files)
    assert found.diagnostics == ()
    assert {source.name for source in found.sources} == {"a/map.journey", "base.journey", "a/people.journey"}
    assert "mei" in {element.id for element in found.model.elements.values()}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing.journey", "no such file"),
        ("../../x.journey", "outside the project"),
        ("x.txt", "only .journey files"),
        ("map.journey", "circle"),
        ("../a/map.journey", "circle"),
    ],
)
def test_what_cannot_be_used(session, tmp_path, monkeypatch, path, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "missing.journey").write_text(MAP)
    (finding, *_) = checked(session, f"use x `{path}`\n{MAP}").diagnostics
    assert words in finding.message


def test_half_a_character_is_told_like_any_other_encoding(session):
    assert [item.rule.name for item in checked(session, 'journey "\udc80"\n').diagnostics] == ["not-utf8"]
