"""axe-core, which checks pages against WCAG, finds nothing in a page with a map, as a part of it and as a picture."""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files

import pytest
from drawings import EXAMPLES, FEW, LAYOUTS, THEMES, drawn, sources

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
PAGE = "<!doctype html><html lang=en><title>A map</title><main><h1>A map</h1>{}</main>"
#: What is wrong, and how many rules are kept; nothing else, of which there is a lot.
RUN = """axe.run(document, { resultTypes: ["violations"] })
  .then(({ violations, passes }) => [violations.map((one) => one.id), passes.length])"""
LIGHT, *OTHERS = THEMES


@pytest.fixture(scope="module")
def violations(browser):
    page = browser.new_page()

    def found(content):
        page.set_content(PAGE.format(content))
        page.evaluate(AXE)
        wrong, kept = page.evaluate(RUN)
        assert kept > 5
        return wrong

    yield found
    page.close()


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.stem)
def test_it_finds_nothing_in_a_map(path, violations):
    for picture in drawn(path, "map", "", LIGHT):
        assert violations(picture) == []


@pytest.mark.parametrize("theme", OTHERS)
@pytest.mark.parametrize("name", FEW)
def test_nor_in_any_theme(name, theme, violations):
    (path,) = (path for path in sources() if path.stem == name)
    for picture in drawn(path, "map", "", theme):
        assert violations(picture) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nor_in_any_layout(layout, violations):
    assert violations(next(drawn(EXAMPLES / "repair.journey", "map", "", layout=layout))) == []


def test_nor_in_two_maps_of_one_page(violations):
    """Their ids do not clash."""
    one, other = (next(drawn(EXAMPLES / f"{name}.journey", "map", "")) for name in ("repair", "coffee"))
    assert violations(one + other) == []


def test_nor_in_a_map_as_the_readme_shows_it(violations):
    picture = next(drawn(EXAMPLES / "repair.journey", "map", "")).encode()
    assert violations(f'<img alt="The map" src="data:image/svg+xml;base64,{b64encode(picture).decode()}">') == []


def test_what_is_wrong_is_found(violations):
    """The control: a picture without a name, a text that can hardly be read, an id twice."""
    assert violations('<svg role="img" width="10" height="10"></svg>') == ["svg-img-alt"]
    assert violations('<p style="color:#bbb;background:#fff">Hardly</p>') == ["color-contrast"]
    assert violations('<img src="data:,">') == ["image-alt"]
