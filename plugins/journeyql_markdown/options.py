"""What can be set for the Markdown document."""

from __future__ import annotations

import attrs
from attrs import validators


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options:
    """The settings of `-t markdown`.

    `diagram`: whether to draw the flow as a Mermaid block.
    `diagram_limit`: how many characters one block may have; Mermaid itself refuses more than 50,000. A longer one is
    split by stage.
    """

    diagram: bool = attrs.field(default=True, validator=validators.instance_of(bool))
    diagram_limit: int = attrs.field(default=49_000, validator=[validators.instance_of(int), validators.ge(500)])
