"""The rules about words; they depend on languages, and on lists that can be added to."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity, Strictness

_MAP = """\
journey "Return a parcel" persona=ana owner=returns
  goal: "Sent within a minute"
  STAGE emotion=3
    doing: DOING
persona ana "Ana, sells her old clothes"
team returns "Returns"
"""

JARGON: Final = Rule(
    name="jargon",
    code="GOV030",
    summary="Customers are given technical words, or words of the trade.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Titles of stages and touchpoints, and what customers do, think, expect, feel and say, are the customer's part\n"
        "of the map. A word that customers would not use shows that the company is talking there. The lists, in English,\n"
        "German and Chinese, hold words that are hardly ever anything else; `jargon` adds your own, `understood` takes\n"
        "out what your customers do say, for example in a map of developers. Whole words are compared."
    ),
    wrong=_MAP.replace("STAGE", 'stage "Send it"').replace("DOING", '"Triggers the returns API"'),
    right=_MAP.replace("STAGE", 'stage "Send it"').replace("DOING", '"Asks for a label"'),
)

COMPANY_TITLE: Final = Rule(
    name="company-title",
    code="GOV031",
    summary="A title says what the company wants, not what the customer goes through.",
    severity=Severity.INFO,
    since=Strictness.STRICT,
    reason=(
        "Conversion, retention and upselling happen to figures. A stage is named by what the customer gets done in it.\n"
        "Titles that are a term of marketing or of process charts, or begin or end with one, are reported; published\n"
        "models that use them may be allowed."
    ),
    wrong=_MAP.replace("STAGE", 'stage "Retention"').replace("DOING", '"Asks for a label"'),
    right=_MAP.replace("STAGE", 'stage "Sends it back"').replace("DOING", '"Asks for a label"'),
)

RULES: Final = (JARGON, COMPANY_TITLE)
