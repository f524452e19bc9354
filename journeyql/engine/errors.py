"""The exception for a run that cannot begin as asked."""

from __future__ import annotations


class ConfigError(Exception):
    """The configuration is wrong; each problem names the file and the key."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
