"""What a user may choose for the two renderers."""

from __future__ import annotations

from typing import Final, Literal

import attrs

#: The engines that may be asked for: the one from the wheel, or a native Graphviz on the search path.
PURE: Final = "graphviz-pure"
NATIVE: Final = "dot"
#: Above this many touchpoints a picture is refused unless it is forced.
MOST_NODES: Final = 1000


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DotOptions:
    """`force` writes journeys of more than a thousand touchpoints as well."""

    force: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FlowOptions:
    """`engine` arranges the touchpoints (`graphviz-pure` or `dot`); `force` draws more than a thousand of them."""

    engine: Literal["graphviz-pure", "dot"] = attrs.field(default=PURE, validator=attrs.validators.in_((PURE, NATIVE)))
    force: bool = False
