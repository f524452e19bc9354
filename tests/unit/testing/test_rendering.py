"""Renderers are drawn with, compared with what was kept, and asked twice."""

from __future__ import annotations

import os
import re
import sys
import types
from pathlib import Path

import kit_acme
import pytest

import journeyql_experience
import journeyql_markdown
from journeyql.facts import PAINS
from journeyql.plugin import OutputFile, Renderer, RenderResult, hookimpl
from journeyql.testing import assert_deterministic, assert_renders, render

MAP = 'journey "A"\n  "Loud" emotion=2\n'


def renderer(work, **more) -> Renderer:
    given = {"name": "made", "summary": "s", "media_type": "text/plain", "suffix": ".txt", **more}
    return Renderer(work=work, **given)


def written(*files: tuple[str, str | bytes], **more) -> Renderer:
    made = RenderResult(files=tuple(OutputFile(path=path, content=content) for path, content in files))
    return renderer(lambda _: made, **more)


# ---- render


def test_a_renderer_by_its_name() -> None:
    (file,) = render("acme", MAP, plugins=[kit_acme]).files
    assert (file.path, file.content.count("<text")) == ("map.svg", 2)


def test_a_renderer_itself_needs_no_plugin() -> None:
    assert render(written(("a.txt", "x")), MAP).files[0].content == "x"


def test_it_is_given_facts_findings_and_options() -> None:
    given = []
    made = renderer(lambda context: given.append(context) or RenderResult(files=()), options=kit_acme.draw.Options)
    options = {"shortest": 7}
    assert render(made, MAP, plugins=[journeyql_experience], renderer_options=options, locale="de").files == ()
    (context,) = given
    assert (context.options.shortest, context.locale, context.stem) == (7, "de", "map")
    assert context.facts.get(PAINS) is not None
    assert [finding.rule.name for finding in context.diagnostics] == ["valley-without-pain"]


def test_files_are_used() -> None:
    text = "use base `base.journey`\nextend base.a\n  stage s emotion=2\n"
    drawn = render("acme", text, files={"base.journey": MAP.replace('"A"', 'a "Base"')}, plugins=[kit_acme])
    assert ">Base<" in drawn.files[0].content


REFUSED = {
    "no such renderer": (lambda: render("acne", MAP, plugins=[kit_acme]), "did you mean `acme`"),
    "no renderer at all": (lambda: render("acme", MAP), "known: none"),
    "unknown option": (
        lambda: render("acme", MAP, plugins=[kit_acme], renderer_options={"shorttest": 3}),
        "did you mean `shortest`",
    ),
    "no such work": (lambda: render(renderer("kit_acme.draw:nothing"), MAP), "cannot be imported"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_drawn_with(name: str) -> None:
    call, words = REFUSED[name]
    with pytest.raises(ValueError, match=words):
        call()


FAILED = {
    "raises": (renderer(lambda _: 1 / 0), "ZeroDivisionError"),
    "returns rubbish": (renderer(lambda _: "x"), "not a RenderResult"),
    "leaves the folder": (written(("../a.txt", "x")), "outside the output folder"),
}


@pytest.mark.parametrize("name", FAILED)
def test_a_renderer_that_fails(name: str) -> None:
    made, words = FAILED[name]
    with pytest.raises(AssertionError, match=words):
        render(made, MAP)


def test_a_text_without_a_model_cannot_be_drawn() -> None:
    with pytest.raises(AssertionError, match="no persona `nobody`"):
        render("acme", MAP, plugins=[kit_acme], persona="nobody")


# ---- snapshots


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "map.txt").write_text("one\ntwo\nthree\n")
    (tmp_path / "map-2.txt").write_bytes(b"\0\1")
    return tmp_path / "map.txt"


DRAWN = ("map.txt", "one\ntwo\nthree\n"), ("map-2.txt", b"\0\1")


def test_what_was_kept_is_drawn(kept: Path) -> None:
    assert_renders(written(*DRAWN), MAP, kept)


def test_line_ends_of_a_checkout_do_not_matter(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes().replace(b"\n", b"\r\n"))
    assert_renders(written(*DRAWN), MAP, kept)


def test_files_are_called_like_the_snapshot(tmp_path: Path) -> None:
    made = renderer(lambda context: RenderResult(files=(OutputFile(path=f"{context.stem}.txt", content="x"),)))
    (tmp_path / "loud.txt").write_text("x")
    assert_renders(made, MAP, tmp_path / "loud.txt")


DIFFERING = {
    "a line": ((("map.txt", "one\n2\nthree\n"),), "-two\n+2\n"),
    "bytes": ((DRAWN[0], ("map-2.txt", b"\0\2")), "map-2.txt holds other bytes"),
    "a new file": ((DRAWN[0], ("map-3.txt", "x")), "there is no snapshot"),
    "another name": ((("other.txt", "x"),), "the main file is called other.txt, the snapshot map.txt"),
    "no file": ((), "nothing was drawn: no file"),
}


@pytest.mark.parametrize("name", DIFFERING)
def test_what_differs_is_shown(name: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYQL_REFRESH", raising=False)
    files, words = DIFFERING[name]
    with pytest.raises(AssertionError) as caught:
        assert_renders(written(*files), MAP, kept)
    assert words in str(caught.value)
    assert "JOURNEYQL_REFRESH=1 keeps what is drawn now" in str(caught.value)


def test_one_flag_keeps_what_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYQL_REFRESH", "1")
    assert_renders(written(*DRAWN), MAP, tmp_path / "new" / "map.txt")
    monkeypatch.delenv("JOURNEYQL_REFRESH")
    assert_renders(written(*DRAWN), MAP, tmp_path / "new" / "map.txt")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["map-2.txt", "map.txt"]


# ---- twice


@pytest.mark.parametrize(
    ("name", "plugins"),
    [
        ("acme", [kit_acme]),
        ("markdown", [journeyql_markdown, journeyql_experience]),
    ],
)
def test_renderers_that_always_write_the_same(name: str, plugins: list) -> None:
    text = '\njourney "A"\n  "B" emotion=2\n    story "C"\n      text: |\n        One\n        two\n  "D" emotion=5\n'
    assert_deterministic(name, text, plugins=plugins)


LUCKY = """
import os, random, time
from journeyql.plugin import *
def draw(context):
    return RenderResult(files=({files}))
@hookimpl
def journeyql_renderers():
    yield Renderer(name="lucky", summary="s", media_type="text/plain", suffix=".txt", work=draw)
"""
CONTENTS = {
    "a-set": "'\\n'.join({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'})",
    "hashes": "str(hash('a'))",
    "chance": "str(random.random())",
    "time-zone": "str(time.localtime(0).tm_hour)",
    "process": "'same' + chr(10) + str(os.getpid())",
    "address": "repr(object())",
    "locale": "os.environ['LC_ALL']",
    "folder": "os.getcwd()",
    "line-ends": "context.view.model.source.text",
}


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def made(*files: str) -> types.ModuleType:
        name = f"acme_{tmp_path.name}"  # a module of a name is imported once
        (tmp_path / f"{name}.py").write_text(LUCKY.format(files="".join(f"{file}, " for file in files)))
        monkeypatch.syspath_prepend(tmp_path)
        return __import__(name)

    return made


def test_what_surrounds_a_renderer_must_leave_no_trace(plugin) -> None:
    module = plugin(*(f"OutputFile(path='{name}.txt', content={content})" for name, content in CONTENTS.items()))
    with pytest.raises(AssertionError) as caught:
        assert_deterministic("lucky", MAP, plugins=[module])
    differing = re.findall(r"^([\w-]+)\.txt differs between PYTHONHASHSEED=\d+ ", str(caught.value), re.MULTILINE)
    assert set(differing) == set(CONTENTS)
    assert re.search(r"^process.*\n  line 2: \d+\n  line 2: \d+$", str(caught.value), re.MULTILINE)


def test_names_of_files_are_compared_too(plugin) -> None:
    with pytest.raises(AssertionError, match="other files are written between"):
        assert_deterministic("lucky", MAP, plugins=[plugin("OutputFile(path=str(os.getpid()), content='x')")])


def test_a_process_that_fails_is_told(plugin) -> None:
    module = plugin("1 / 0")
    with pytest.raises(AssertionError, match=r"ended with AssertionError: renderer `lucky` .* ZeroDivisionError"):
        assert_deterministic("lucky", MAP, plugins=[module])


def test_a_plugin_that_is_no_module_cannot_be_asked_elsewhere() -> None:
    made = types.SimpleNamespace(journeyql_renderers=hookimpl(lambda: [written()]))
    with pytest.raises(TypeError, match="is no module"):
        assert_deterministic("made", MAP, plugins=[made])


def test_the_surroundings_of_this_process_stay_as_they_are(plugin) -> None:
    module = plugin("OutputFile(path='a.txt', content='x')")
    before = dict(os.environ), Path.cwd(), list(sys.path)
    assert_deterministic("lucky", MAP, plugins=[module])
    assert (dict(os.environ), Path.cwd(), sys.path) == before
