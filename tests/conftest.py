"""What tests of several folders need."""

import signal

import pytest


@pytest.fixture
def heeded():
    """Interrupts are heeded; who runs in the background of a shell inherits that they are not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
