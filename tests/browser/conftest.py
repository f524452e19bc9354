"""One browser for each worker; `--all` looks at everything instead of a sample."""

from __future__ import annotations

from collections.abc import Iterator

import chromium
import pytest
from playwright.sync_api import Browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="every map, every payload, and many more made-up maps")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--all"):
        large = [item for item in items if item.get_closest_marker("large")]
        config.hook.pytest_deselected(items=large)
        items[:] = [item for item in items if item not in large]


@pytest.fixture(scope="session")
def everything(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--all"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.browser() as started:
        yield started


@pytest.fixture(scope="session")
def usual(browser: Browser) -> chromium.Sheet:
    """A sheet with the fonts that a machine without those of the map falls back to."""
    return chromium.Sheet.of(browser)


@pytest.fixture(scope="session")
def wider(browser: Browser) -> chromium.Sheet:
    """A sheet with the same fonts, five per cent wider."""
    return chromium.Sheet.of(browser, chromium.WIDER)
