"""What the tests of the engine share: a session over made-up plugins, and a file in a folder."""

import sys
from pathlib import Path

import pytest

from journeyql.engine.config import Config
from journeyql.engine.inputs import Input, found
from journeyql.engine.session import Session
from journeyql.plugin.manager import Plugins

sys.path.insert(0, str(Path(__file__).parent))

from engine_support import TODAY, plugin_with


@pytest.fixture
def session():
    def start(*plugins, **options):
        config = options.pop("config", Config())
        return Session.start(Plugins.of(plugins), config, today=TODAY, reraise=True, **options)

    return start


@pytest.fixture
def check(tmp_path, session):
    """Findings of a text with some passes, as (rule, message, contexts)."""

    def run(text, *passes, **options):
        path = tmp_path / "a.journey"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        started = session(plugin_with(*passes), **options)
        (item,) = found([str(path)])
        assert isinstance(item, Input)
        return started.check(item)

    return run
