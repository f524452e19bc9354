"""Binding names to elements, with a diagnostic of its own for each way in which that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.codes import TERRITORIES
from journeyql.model.kinds import Channel, Market, Persona
from journeyql.model.resolve.draft import Draft, Origin
from journeyql.model.resolve.merge import dotted
from journeyql.model.resolve.names import Names, slug
from journeyql.model.resolve.words import WordTable
from journeyql.model.varying import Ref
from journeyql.model.vocabulary import kind_of
from journeyql.source import Span
from journeyql.wording import article, one_of

_OWN_RULES = {kind_of(Channel).name: rules.UNKNOWN_CHANNEL, kind_of(Persona).name: rules.UNKNOWN_PERSONA}
_MARKET = kind_of(Market).name
#: Of more elements with one name the first ones stand for all.
_MOST_NAMED = 20
#: Of the kinds that a name may have the first ones are shown in a line that declares it.
_MOST_DECLARED = 2


@attrs.define(eq=False, repr=False)
class Binder:
    """Finds the element for a name; names of lines that could not be read are never reported as unknown."""

    names: Names
    table: WordTable
    diagnostics: list[Diagnostic]
    #: Where each element (by path) is named, if anybody wants to know.
    referrers: dict[str, set[str]] | None = None

    def bind(
        self, name: str, kinds: tuple[str, ...], origin: Origin, place: Draft, span: Callable[[], Span]
    ) -> Ref[Any] | None:
        """The reference to the nearest element of one of the kinds, or None with a diagnostic."""
        found = self.names.find(name, origin, place, kinds)
        if found and _twins(found):
            if self.referrers is not None:
                self.referrers.setdefault(found[0].path, set()).add(place.path)
            return Ref(found[0].path, found[0].kind_name)
        if found:
            self._ambiguous(name, found, span())
            return None
        if _MARKET in kinds and name in TERRITORIES:
            return self._territory(name, origin)
        if not self.names.excused(name, origin):
            self._unknown(name, kinds, origin, place, span())
        return None

    def called(self, text: str, kinds: tuple[str, ...]) -> str | None:
        """The name of the element of one of the kinds that a text means: by its title, or nearly by its name."""
        return self.names.titled(text, kinds) or self.names.nearest(slug(text), kinds)

    def _ambiguous(self, name: str, found: list[Draft], span: Span) -> None:
        paths = sorted({f"`{dotted(draft)}`" for draft in found[:_MOST_NAMED]})
        if len(paths) > 1:
            more = ["others"] if len(found) > _MOST_NAMED else []
            message = f"`{name}` can mean {' and '.join([*paths, *more])}"
            hint = "write the dotted path of the one you mean"
        else:
            message, hint = f"several elements are called {paths[0]}", "give the one you mean a name of its own"
        self.diagnostics.append(rules.AMBIGUOUS_NAME.at(span, message, help=hint))

    def _territory(self, name: str, origin: Origin) -> Ref[Any]:
        """A territory code is a market even if nobody declares it."""
        root = self.names.files[origin.source.name]
        path = name if all(draft.path != name for draft in root.children) else f"{name}~{_MARKET}"
        node = ast.Element(_MARKET, (), name, None, (), 1, 0)
        draft = Draft(self.table.kinds[_MARKET], node, origin, root, id=name, path=path)
        root.children.append(draft)
        self.names.add(draft)
        return Ref(path, _MARKET)

    def _unknown(self, name: str, kinds: tuple[str, ...], origin: Origin, place: Draft, span: Span) -> None:
        others = self.names.find(name, origin, place)
        if others:
            message = f"`{name}` is {article(others[0].kind_name)}, not {article(one_of(kinds))}"
            self.diagnostics.append(rules.WRONG_KIND.at(span, message, help=self._declare(name, kinds)))
            return
        rule = _OWN_RULES.get(kinds[0], rules.UNKNOWN_NAME) if len(kinds) == 1 else rules.UNKNOWN_NAME
        near = self._near(name, kinds, origin, place)
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        hint = f"did you mean `{near}`?" if near else self._declare(name, kinds)
        self.diagnostics.append(rule.at(span, f"there is no {one_of(kinds)} `{name}`", help=hint, fixes=fixes))

    def _near(self, name: str, kinds: tuple[str, ...], origin: Origin, place: Draft) -> str | None:
        """The name that was most likely meant; of a path first the last step, then an element of that name elsewhere."""
        outer, dot, last = name.rpartition(".")
        near = self.names.nearest(last, kinds)
        if near is None:
            return None
        if dot and (path := f"{outer}.{near}") != name and self.names.find(path, origin, place, kinds):
            return path
        found = self.names.find(near, origin, place, kinds) if dot else []
        if found:
            return dotted(found[0]).partition(".")[2] or near
        return near if near != name else None

    def _declare(self, name: str, kinds: tuple[str, ...]) -> str:
        last = name.rpartition(".")[2]
        lines = [f'`{kind} {last} "…"`' for kind in kinds[:_MOST_DECLARED]]
        return f"declare it with a line like {one_of(lines)}"


def _twins(found: list[Draft]) -> bool:
    """Whether all are named alike in the same place: that is reported as such, and the first one is taken."""
    first, *others = found[:_MOST_NAMED]
    return not others or all(
        draft.node.name and draft.kind is first.kind and draft.parent is first.parent for draft in (first, *others)
    )
