"""What a map rests on, and what its figures say: evidence, metrics, experiments."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import EVIDENCE_MIX, READINGS, TRIALS, UNKNOWNS
from journeyql.plugin import LabelSet, Pass, hookimpl
from journeyql_evidence.claim_rules import RULES as CLAIM_RULES
from journeyql_evidence.figure_rules import RULES as FIGURE_RULES
from journeyql_evidence.gap_rules import RULES as GAP_RULES
from journeyql_evidence.options import EvidenceOptions, MetricsOptions
from journeyql_evidence.source_rules import RULES as SOURCE_RULES
from journeyql_evidence.upkeep_rules import RULES as UPKEEP_RULES


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The facts are those of a view; the findings are about all that a file says, for whomever and wherever it holds."""
    yield Pass(
        name="evidence",
        summary="What rests on evidence and what is assumed, how good the evidence is, and what nobody knows yet.",
        work="journeyql_evidence.evidence:analyse",
        rules=(*CLAIM_RULES, *SOURCE_RULES, *UPKEEP_RULES),
        requires=(TRIALS,),
        provides=(EVIDENCE_MIX, UNKNOWNS),
        varies_by=("state", "segment", "market"),
        options=EvidenceOptions,
    )
    yield Pass(
        name="metrics",
        summary="Figures against their scales, targets, baselines and promises, and what experiments came to.",
        work="journeyql_evidence.metrics:analyse",
        rules=(*FIGURE_RULES, *GAP_RULES),
        provides=(READINGS, TRIALS),
        varies_by=("state", "segment", "market"),
        options=MetricsOptions,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The words of what is not known."""
    yield LabelSet(name="evidence-en", locale="en", texts="journeyql_evidence.words_en:EN")
    yield LabelSet(name="evidence-de", locale="de", texts="journeyql_evidence.words_de:DE")
    yield LabelSet(name="evidence-zh", locale="zh", texts="journeyql_evidence.words_zh:ZH")
