"""Follows a file while somebody edits it: what one changed line does not concern is not worked out again."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine import uses
from journeyql.engine.analysis import Analysis, Earlier
from journeyql.engine.files import Disk, Edited, Files
from journeyql.engine.inputs import Input
from journeyql.engine.session import Checked, Session
from journeyql.model import Element, Journey, Market, Model, Persona, Segment
from journeyql.model.resolve import Kept, Unit, resolve, resolve_again
from journeyql.source import SourceFile
from journeyql.syntax import decode, parse
from journeyql.syntax.revising import Revision, revised

#: After so many revisions a file is read anew, so that no more of its texts are kept.
MOST_REVISIONS = 50
#: Who or where a map is looked at for: a change of one of them can change every view.
_WIDE = (Journey, Persona, Segment, Market)


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _State:
    """A text that was looked at: its unit, the findings of its syntax, what resolving it has left, and its analysis.

    `past` are the texts that it is a revision of.
    """

    unit: Unit
    syntax: tuple[Diagnostic, ...]
    kept: Kept
    analysis: Analysis | None
    among: tuple[Files, Mapping[str, str]]
    past: tuple[SourceFile, ...] = ()


@attrs.define(eq=False, repr=False)
class Following:
    """One file of a session, text after text; the findings are those that `Session.check` would give."""

    session: Session
    item: Input
    _state: _State | None = None

    def look(self, text: str) -> Checked:
        """Look at a text of the file."""
        data = text.encode("utf-8", "surrogatepass")
        source, problems = decode(data, self.item.name)
        state, self._state = self._state, None  # whatever fails, nothing is revised that is half done
        if source is None:
            return Checked(input=self.item, diagnostics=tuple(problems))
        again = None if state is None or problems else self._again(state, source)
        return self._anew(source, tuple(problems), data) if again is None else again

    def _anew(self, source: SourceFile, problems: tuple[Diagnostic, ...], data: bytes) -> Checked:
        parsed = parse(source)
        if problems or not parsed.document.body:
            return self.session.check(self.item, Edited(Disk.around(self.item), data))
        files = Edited(Disk.around(self.item), data)
        loaded = uses.load(parsed.document, files, self.session.resolving)
        among = (files, loaded.places)
        resolution = resolve(loaded.unit, self.session.words.table, keep=True)
        found = (*parsed.diagnostics, *loaded.diagnostics, *resolution.diagnostics)
        checked = self.session.look(self.item, loaded.unit, resolution.model, found, among)
        if resolution.kept is not None and not loaded.diagnostics:
            self._state = _State(
                unit=loaded.unit,
                syntax=parsed.diagnostics,
                kept=resolution.kept,
                analysis=checked.analysis,
                among=among,
            )
        return checked

    def _again(self, state: _State, source: SourceFile) -> Checked | None:
        """What there is to say of a revision; None where the text must be read anew."""
        root = state.unit.root
        if len(state.past) >= MOST_REVISIONS or any(map(len, state.unit.uses.values())):
            return None
        revision = revised(root, source)
        if revision is None or any(finding.points_to(revision.line) for finding in state.syntax):
            return None
        again = resolve_again(state.kept, revision)
        if again is None or again[0].kept is None:
            return None
        resolution, concerned = again
        unit = attrs.evolve(state.unit, root=revision.document)
        past = (*state.past, root.source)
        found = (*state.syntax, *resolution.diagnostics)
        earlier = _earlier(state, revision, resolution.model, concerned)
        checked = self.session.look(self.item, unit, resolution.model, found, state.among, earlier=earlier, past=past)
        self._state = attrs.evolve(state, unit=unit, kept=again[0].kept, analysis=checked.analysis, past=past)
        return checked


def _earlier(state: _State, revision: Revision, model: Model, concerned: frozenset[str]) -> Earlier | None:
    """What still holds of the findings in elements; nothing if who looks at the map has changed."""
    if state.analysis is None or any(isinstance(element, _WIDE) for element in _innermost(revision, model, concerned)):
        return None
    return Earlier(state.analysis.looked, concerned, revision.line)


def _innermost(revision: Revision, model: Model, concerned: frozenset[str]) -> list[Element]:
    nodes: Mapping[int, Element] = {id(model.elements[path].node): model.elements[path] for path in concerned}
    found = [nodes[id(new)] for _, new in revision.trail if id(new) in nodes]
    return found[-1:]
