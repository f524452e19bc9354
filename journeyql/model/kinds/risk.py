"""What may go wrong, for customers or for the change itself."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.words import LIKELIHOOD, SEVERITY
from journeyql.model.types import ref
from journeyql.model.varying import Ref, Varying
from journeyql.model.vocabulary import FILE, kind, one


@kind("risk", inside=(FILE, "journey", "stage", "touchpoint", "action", "recovery", "experiment", "team"), zh="风险")
class Risk(Element):
    """Something that may go wrong, with what is done about it.

    Example:
        team board "Management board"
        journey shop "Buys online"
          risk pushes "Too many messages drive customers away" likelihood=high severity=medium sponsor=board
            action "Three messages a week at most"
          "Looks around" emotion=3
    """

    likelihood: Varying[str] = one(LIKELIHOOD, "How likely it is.", zh="可能性")
    severity: Varying[str] = one(SEVERITY, "How much it would hurt.", zh="严重度")
    sponsor: Varying[Ref[Any]] = one(ref("team", "partner"), "Who backs what is done against it.", zh="发起人")
