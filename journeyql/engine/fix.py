"""Mends a file: applies the safe fixes of its findings and looks again, until there is nothing left to mend."""

from __future__ import annotations

import codecs

import attrs

from journeyql.diagnostics import Diagnostic, Severity
from journeyql.engine.edits import Remedy, applied, remedies
from journeyql.engine.files import Disk, Edited
from journeyql.engine.inputs import Input
from journeyql.engine.reading import Unreadable
from journeyql.engine.rules import FIX_REFUSED
from journeyql.engine.session import Checked, Session
from journeyql.source import SourceFile
from journeyql.syntax import parse

#: How often a file is looked at again after fixes: one may be possible only after another. ESLint's number.
MOST_ROUNDS = 10
#: How many fixes that would make a file worse are searched for; the rest of that round is left alone.
MOST_REFUSED = 20


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Mended:
    """A file before and after, in bytes (none if it could not be read); which findings were mended, and the rest.

    `refused` says which fixes were not applied, and why.
    """

    before: bytes
    after: bytes
    checked: Checked
    fixed: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def mended(session: Session, item: Input) -> Mended:
    """What a file becomes; nothing is written."""
    data = session.read(item)
    if isinstance(data, Unreadable):
        return Mended(before=b"", after=b"", checked=session.check(item, Edited(Disk.around(item), data)))
    return _Mending(session, item, data).run()


@attrs.define(eq=False, repr=False)
class _Mending:
    """The rounds of one file."""

    session: Session
    item: Input
    data: bytes
    fixed: list[Diagnostic] = attrs.field(factory=list)
    spoiling: list[Remedy] = attrs.field(factory=list)

    def run(self) -> Mended:
        """Round after round until nothing is left to apply, or it does not come to an end."""
        data, seen = self.data, {self.data}
        checked = self._check(data)
        waiting = self._bearable(checked)
        for _ in range(MOST_ROUNDS):
            after = self._after(checked, waiting)
            if after in seen:
                break
            seen.add(after)
            data = after
            self.fixed.extend(one.finding for one in waiting)
            checked = self._check(data)
            waiting = self._bearable(checked)
        refused = (
            *(_refused(one, "the file could be read less well after it") for one in self.spoiling),
            *(_refused(one, "the fixes of this file undo each other") for one in waiting),
        )
        return Mended(before=self.data, after=data, checked=checked, fixed=tuple(self.fixed), refused=refused)

    def _check(self, data: bytes) -> Checked:
        return self.session.check(self.item, Edited(Disk.around(self.item), data))

    def _after(self, checked: Checked, chosen: tuple[Remedy, ...]) -> bytes:
        """The file after some remedies; as it was when it could not be written so."""
        text = None if checked.source is None else applied(checked.source, chosen)
        return self.data if text is None else self._mark() + text.encode()

    def _mark(self) -> bytes:
        return codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""

    def _bearable(self, checked: Checked) -> tuple[Remedy, ...]:
        """The remedies that leave the file at least as readable as it is."""
        self.spoiling.clear()
        source = checked.source
        if source is None:
            return ()
        limit = _mistakes(source.text)
        tried = -1
        while tried < len(self.spoiling):
            tried = len(self.spoiling)
            known = {id(one.finding) for one in self.spoiling}
            offered = remedies((item for item in checked.diagnostics if id(item) not in known), source)
            chosen = self._without_spoiling(source, offered, limit)
            if chosen:
                return chosen
        return ()

    def _without_spoiling(self, source: SourceFile, offered: tuple[Remedy, ...], limit: int) -> tuple[Remedy, ...]:
        """Those remedies that together do no harm: halves are tried until the harmful ones stand alone."""
        if not offered or len(self.spoiling) >= MOST_REFUSED:
            return ()
        if not self._spoils(source, offered, limit):
            return offered
        if len(offered) == 1:
            self.spoiling.extend(offered)
            return ()
        half = len(offered) // 2
        first = self._without_spoiling(source, offered[:half], limit)
        second = self._without_spoiling(source, offered[half:], limit)
        return first if first and self._spoils(source, (*first, *second), limit) else (*first, *second)

    def _spoils(self, source: SourceFile, chosen: tuple[Remedy, ...], limit: int) -> bool:
        text = applied(source, chosen)
        return not _is_writable(text) or _mistakes(text) > limit


def _is_writable(text: str) -> bool:
    """Whether a text can be written as UTF-8: a plugin may hand over halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mistakes(text: str) -> int:
    """The number of errors of syntax."""
    return sum(finding.severity is Severity.ERROR for finding in parse(SourceFile("", text)).diagnostics)


def _refused(one: Remedy, why: str) -> Diagnostic:
    words = f"the fix for `{one.finding.rule.name}` was not applied: {why}"
    return FIX_REFUSED.at(one.finding.span, words, help="mend it by hand, and tell those whose rule it is")
