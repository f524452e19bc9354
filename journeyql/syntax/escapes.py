"""Reports the escapes of a text that mean no character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.source import SourceFile
from journeyql.syntax.broken import shown
from journeyql.syntax.rules import BAD_ESCAPE
from journeyql.syntax.values import ESCAPE, QUOTES, character


def diagnose(source: SourceFile, line: int, column: int, tokens: Iterable[re.Match[str]]) -> Iterator[Diagnostic]:
    """A finding for each escape of a line's texts that means no character."""
    for token in tokens:
        if token[0][0] not in QUOTES:
            continue
        for escape in ESCAPE.finditer(token[0], 1, len(token[0]) - 1):
            if character(escape) is None:
                start = column + token.start() + escape.start()
                span = source.span(line, start, len(escape[0]))
                yield BAD_ESCAPE.at(
                    span,
                    f'`{shown(escape[0])}` means no character; known are \\" \\\\ \\n and \\u{{…}}.',
                    help="Write two backslashes for a backslash itself.",
                    fixes=[Fix("Write the backslash itself", (Edit(source.span(line, start), "\\"),))],
                )
