"""The pass of the plugin."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Element
from journeyql.plugin import Diagnostic, Edit, Fix, PassContext
from kit_acme.kinds import Ritual
from kit_acme.options import Options
from kit_acme.rules import COLD, LOUD


def run(context: PassContext[Options]) -> Iterator[Diagnostic]:
    """Report titles in capitals, and rituals without comfort."""
    view, options = context.view, context.options
    for element in view.of(Element):
        cell = view.cell(element.title)
        if cell is not None and cell.value.isupper() and len(cell.value) >= options.shortest:
            calm = cell.value.capitalize()
            yield LOUD.at(
                cell.span,
                f'"{cell.value}" is written in capitals',
                help=f'write "{calm}"',
                fixes=(Fix(f'write "{calm}"', (Edit(cell.span, f'"{calm}"'),)),),
            )
    for ritual in view.of(Ritual):
        if view[ritual.comfort] is None:
            yield COLD.at(ritual.span, f'nobody knows how much "{view.title(ritual)}" comforts', help="add comfort=3")
