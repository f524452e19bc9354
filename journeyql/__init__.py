"""Customer journeys as code: parse, check and draw `.journey` files."""

__version__ = "0.1.0"
