"""Places that `after` names: an element can only follow one that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.element import AFTER, Element
from journeyql.wording import article


def misplaced(elements: Mapping[str, Element], parents: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A finding for each `after` that names an element which stands somewhere else."""
    for path, element in elements.items():
        for cell in element.after.cells:
            anchor = elements.get(cell.value.path)
            if anchor is not None and parents[anchor.path] != parents[path]:
                beside = elements.get(parents[path])
                message = f"`{AFTER.name}` names `{anchor.id}`, which does not stand beside `{element.id}`"
                where = f"in the {beside.entry.name} `{beside.id}`" if beside is not None else "in the file"
                hint = f"name {article(element.entry.name)} {where}"
                yield rules.MISPLACED_AFTER.at(cell.span, message, help=hint)
