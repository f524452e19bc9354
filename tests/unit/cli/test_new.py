"""The command `new`: names, paths, titles, and templates whose low points say what hurts."""

import re

import pytest

from journeyql.cli.ending import run
from journeyql.cli.new import LANGUAGES, PRESETS, template_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    from journeyql.engine import project

    project.configuration.cache_clear()
    monkeypatch.chdir(tmp_path)
    return tmp_path


WRITTEN = {
    "a name": (["coffee"], "coffee.journey", 'journey coffee "Coffee"'),
    "a title": (["Morning coffee"], "morning-coffee.journey", 'journey morning-coffee "Morning coffee"'),
    "a file": (["coffee.journey"], "coffee.journey", 'journey coffee "Coffee"'),
    "a file of words": (
        ["morning-coffee.journey"],
        "morning-coffee.journey",
        'journey morning-coffee "Morning coffee"',
    ),
    "a file with blanks": (["Our map.journey"], "Our map.journey", 'journey our-map "Our map"'),
    "a path": (["./maps/coffee"], "maps/coffee.journey", 'journey coffee "Coffee"'),
    "a path with its ending": (["maps/sub/coffee.journey"], "maps/sub/coffee.journey", 'journey coffee "Coffee"'),
    "a folder": (["maps/"], "maps/my-journey.journey", 'journey my-journey "My journey"'),
    "nothing": ([], "my-journey.journey", 'journey my-journey "My journey"'),
    "a preset alone": (["--preset", "property"], "repair.journey", 'journey repair "Getting something repaired"'),
    "in Chinese": (["早晨咖啡", "--language", "zh"], "早晨咖啡.journey", '旅程 早晨咖啡 "早晨咖啡"'),
    "what nobody sees": (["a\udcff b\x1b\nc", "-o", "x.journey"], "x.journey", 'journey a-b-c "A b c"'),
    "nothing to see": (["\u202e", "-o", "x.journey"], "x.journey", 'journey my-journey "My journey"'),
    "-o folder": (["coffee", "-o", "maps/"], "maps/coffee.journey", 'journey coffee "Coffee"'),
}


@pytest.mark.parametrize(("args", "file", "line"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written_where(folder, capsys, args, file, line):
    assert run(["new", *args]) == 0
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.journey")] == [file]
    assert line in (folder / file).read_text("utf-8").splitlines()
    assert capsys.readouterr().err.startswith(f"{file} written, with the journey ")
    assert run(["check", file, "--rule-set", "workshop", "--fail-on", "info"]) == 0


REFUSED = {
    "a country": (["x", "--language", "cn"], "there is no language `cn`; did you mean `zh`?"),
    "a tag": (["x", "--language", "zh-Hans"], "did you mean `zh`?"),
    "a word": (["x", "--language", "English"], "did you mean `en`?"),
    "another language": (["x", "--language", "ja"], "there is no language `ja`; available: en, zh"),
    "two paths": (["maps/x", "-o", "out/"], "both say where to write"),
    "no suffix": (["x", "-o", "out"], "write `out/` for a folder, or `out.journey` for a file"),
    "another suffix": (["x", "-o", "x.txt"], "call it `x.journey`"),
    "a device": (["con.journey"], "no file can be called `con.journey`"),
}


@pytest.mark.parametrize(("args", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(folder, capsys, args, words):
    assert run(["new", *args]) == 2
    assert words in capsys.readouterr().err
    assert not [*folder.iterdir()]


@pytest.mark.parametrize("preset", [name for name in PRESETS if name != "blank"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_low_points_have_a_pain_with_an_action(preset, language):
    touchpoints = re.split(r"\n  (?:touchpoint|触点) ", template_of(preset, language))[1:]
    low = [text for text in touchpoints if re.search(r"(emotion|情绪)(\[\S+\])?=[12]\b", text)]
    assert low
    for text in low:
        assert re.search(r"\n    (pain|痛点) .*\n      (action|措施) ", text), text


@pytest.mark.parametrize("preset", [name for name in PRESETS if name != "blank"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_personas_have_a_name_a_role_and_a_quote(preset, language):
    text = template_of(preset, language)
    people = re.findall(r'^(?:persona|画像) \S+ "([^"]*)"\n  (?:quote|原话): "', text, re.MULTILINE)
    assert len(people) == len(re.findall(r"^(?:persona|画像) ", text, re.MULTILINE)) > 0
    assert all(re.search("[,，]", title) for title in people)
