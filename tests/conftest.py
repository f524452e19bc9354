"""What tests of several folders need."""

import signal

import pytest
from hypothesis import HealthCheck, settings

# How long something takes is no reason to fail: machines are busy now and then.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture
def heeded():
    """Interrupts are heeded; who runs in the background of a shell inherits that they are not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
