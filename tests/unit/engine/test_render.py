"""Only files that may be written are taken from a renderer; whatever else it does is named."""

import pytest
from engine_support import MAP

from journeyql.diagnostics import Diagnostic
from journeyql.engine.filenames import is_inside
from journeyql.engine.render import ready
from journeyql.plugin import OutputFile, Renderer, RenderResult
from journeyql.plugin.origin import Offered, Origin


def result(*files):
    return RenderResult(files=files)


def raises(_context):
    raise SystemExit(3)


RUBBISH = {
    "raises": (raises, "it called exit (3)"),
    "text": (lambda _context: "x", "returned str, not a RenderResult"),
    "list": (lambda _context: RenderResult(files=["x"]), "something else than a tuple of files"),
    "content": (lambda _context: result(OutputFile(path="a", content=3)), "content is int"),
    "absolute": (lambda _context: result(OutputFile(path="/etc/x", content="")), "outside the output folder"),
    "above": (lambda _context: result(OutputFile(path="../x", content="")), "outside the output folder"),
    "twice": (
        lambda _context: result(OutputFile(path="a.SVG", content=""), OutputFile(path="A.svg", content="")),
        "two files with one name",
    ),
    "findings": (lambda _context: RenderResult(files=(), diagnostics=("x",)), "reports str, not a diagnostic"),
    "missing": ("no_such_module_at_all:run", "cannot be imported"),
}


def draw(session, work):
    offer = Offered(
        Renderer(name="r", summary="s", media_type="text/plain", suffix=".txt", work=work), Origin("acme", "acme", "1")
    )
    drawing = ready(offer, {}, "")
    if isinstance(drawing, Diagnostic):
        return (), (drawing,)
    started = session(stdin=MAP.encode)
    from journeyql.engine.inputs import found

    (item,) = found(["-"])
    rendered = started.draw(started.check(item), drawing, "a")
    return rendered.files, rendered.diagnostics


@pytest.mark.parametrize(("work", "words"), RUBBISH.values(), ids=RUBBISH)
def test_rubbish_is_refused_and_named(session, work, words):
    files, (finding,) = draw(session, work)
    assert files == ()
    assert finding.rule.name == "plugin-failed"
    assert "`r` of plugin acme (acme 1)" in finding.message
    assert words in finding.message


def test_a_renderer_gets_what_it_needs(session):
    def work(context):
        words = (context.stem, context.locale, len(context.view.journeys), bool(context.theme), context.label("pain"))
        return result(OutputFile(path="a.txt", content=repr(words)))

    files, findings = draw(session, work)
    assert findings == ()
    assert files[0].content.startswith("('a', 'en', 1, True, ")


@pytest.mark.parametrize("path", ["a.svg", "maps/a.svg", "旅程.svg", "a b.svg"])
def test_inside(path):
    assert is_inside(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a/../b",
        "..",
        "a//b",
        "C:/a",
        "a\\b",
        "a\0b",
        "nul",
        "NUL.svg",
        "a.",
        "a ",
        "a/con.svg",
        "a|b",
        "CON .x",
        "LPT¹.svg",
    ],
)
def test_not_inside(path):
    assert not is_inside(path)
