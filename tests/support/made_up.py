"""Makes up journeys for benchmarks: seeded, varied in shape, without mistakes of syntax."""

from __future__ import annotations

import random

WORDS = (
    "notices the leak and looks for the number of the caretaker files a repair request with photographs waits for an "
    "answer calls to ask when somebody comes receives a message with the hour lets the technician in rates the work "
    "pays the bill asks neighbours in the chat group reads the reminder again schliesst den Vertrag ab prüft die Rechnung"
).split()
KEYS = "emotion feeling wait owner from share importance moment task status effort impact due severity".split()
NAMES = "app hotline mei tom worried high low service_ops survey_q3 report.file critical quick-win desk team_b".split()
QUANTITIES = "1 2 3 4 5 4min 90s 35% 2d 12.50EUR 2026-11-21 1..5 -1 80% 1h30min 22:00..08:00".split()


class _Author:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0

    def name(self) -> str:
        self.count += 1
        return f"{self.chance.choice(WORDS).casefold()}_{self.count}"

    def text(self) -> str:
        return '"' + " ".join(self.chance.choices(WORDS, k=self.chance.randint(2, 8))) + '"'

    def value(self) -> str:
        kind = self.chance.random()
        if kind < 0.45:
            return self.chance.choice(QUANTITIES)
        return self.chance.choice(NAMES) if kind < 0.9 else self.text()

    def key(self) -> str:
        qualifier = f"[{self.chance.choice(NAMES[:4])}]" if self.chance.random() < 0.15 else ""
        return self.chance.choice(KEYS) + qualifier

    def options(self, most: int) -> str:
        return "".join(f" {self.key()}={self.value()}" for _ in range(self.chance.randint(0, most)))

    def touchpoint(self) -> list[str]:
        channel = f" @{self.chance.choice(NAMES)}" if self.chance.random() < 0.6 else ""
        lines = [f"  touchpoint {self.name()} {self.text()}{channel}{self.options(4)}"]
        for _ in range(self.chance.randint(0, 5)):
            values = ", ".join(self.value() for _ in range(self.chance.choice((1, 1, 1, 2, 3))))
            lines.append(f"    {self.key()}: {values}{self.options(2) if self.chance.random() < 0.3 else ''}")
        if self.chance.random() < 0.4:
            lines.append(f"    pain {self.text()} severity=high{self.options(2)}")
            lines.append(f"      action {self.text()} owner=service_ops{self.options(2)}")
        if self.chance.random() < 0.3:
            condition = f" {self.text()}" if self.chance.random() < 0.5 else ""
            lines.append(f"    -> {self.chance.choice(WORDS).casefold()}{condition}{self.options(1)}")
        if self.chance.random() < 0.05:
            lines += ["    quote: |", f"      {self.text()}", "", f"        {self.text()} # kept"]
        if self.chance.random() < 0.1:
            lines += ["", "    # what the interviews said"]
        return lines


def made_up(chance: random.Random, lines: int) -> str:
    """A text of at least so many lines."""
    author = _Author(chance)
    found = ['journey made_up "Made up"']
    while len(found) < lines:
        found.append(f"stage {author.name()} {author.text()}")
        for _ in range(chance.randint(1, 6)):
            found += author.touchpoint()
    return "\n".join(found) + "\n"
