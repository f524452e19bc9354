"""What a journey does with personal data, and what the law asks of it: the registrations."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Contribution, Dimension, LabelSet, Pass, Vocabulary, hookimpl
from journeyql_privacy import eprivacy_rules, gdpr_rules, rules
from journeyql_privacy.facts import RECORDS

#: The dimensions along which findings differ; personas and regimes are looked at one by one by the passes themselves.
_VARIES_BY = ("state", "segment", "market")
#: The keys of words for renderers, and the words.
_KEYS = ("privacy.facet.Processing", "privacy.sign.personal", "privacy.sign.consent", "privacy.sign.abroad")
_WORDS = {
    "en": ("Personal data", "personal data", "needs consent", "data leaves for another country"),
    "de": ("Personenbezogene Daten", "personenbezogene Daten", "braucht Einwilligung", "Daten gehen in ein Drittland"),
    "zh": ("个人信息", "处理个人信息", "需要同意", "个人信息出境"),
}


@hookimpl
def journeyql_vocabularies() -> Iterable[Vocabulary]:
    """The kinds of privacy, what they add to those of the core, and bodies of law as qualifiers."""
    yield Vocabulary(
        name="privacy",
        kinds=(
            "journeyql_privacy.parties:Controller",
            "journeyql_privacy.parties:Recipient",
            "journeyql_privacy.data:Data",
            "journeyql_privacy.data:Purpose",
            "journeyql_privacy.data:Storage",
            "journeyql_privacy.data:Event",
            "journeyql_privacy.consent:Consent",
            "journeyql_privacy.consent:Notice",
            "journeyql_privacy.consent:Decision",
        ),
        facets=(
            "journeyql_privacy.facets:Processing",
            "journeyql_privacy.facets:Lawfulness",
            "journeyql_privacy.facets:DataSubject",
            "journeyql_privacy.facets:Hosting",
        ),
        dimensions=(
            Dimension(
                name="regime",
                summary="The body of law under which a value holds.",
                values="journeyql_privacy.regime:names",
            ),
        ),
    )


@hookimpl
def journeyql_contributions() -> Iterable[Contribution]:
    """The bodies of law that come with the plugin, by the same way as those of others, and signs for pictures."""
    yield Contribution(name="gdpr", to="journeyql_privacy.api:Regime", value="journeyql_privacy.gdpr:GDPR")
    yield Contribution(name="eprivacy", to="journeyql_privacy.api:Regime", value="journeyql_privacy.eprivacy:EPRIVACY")
    for name in ("personal", "consent", "abroad"):
        address = f"journeyql_privacy.signs:{name.upper()}"
        yield Contribution(name=f"privacy-{name}", to="journeyql.plugin:Sign", value=address)


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """What renderers call that which happens to personal data at a touchpoint, and the signs for it."""
    for locale, words in _WORDS.items():
        yield LabelSet(name=f"privacy-{locale}", locale=locale, texts=dict(zip(_KEYS, words, strict=True)))


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """What a view says about personal data, and what each body of law asks of it."""
    yield Pass(
        name="privacy",
        summary="What happens to personal data on every path, and words of privacy that mean nothing.",
        work="journeyql_privacy.analysis:privacy",
        rules=rules.RULES,
        provides=(RECORDS,),
        varies_by=_VARIES_BY,
        about="privacy",
    )
    yield Pass(
        name="gdpr",
        summary="What the General Data Protection Regulation asks of a journey.",
        work="journeyql_privacy.gdpr_pass:analyse",
        rules=gdpr_rules.RULES,
        requires=(RECORDS,),
        varies_by=_VARIES_BY,
        about="privacy",
    )
    yield Pass(
        name="eprivacy",
        summary="What the ePrivacy Directive asks of a journey.",
        work="journeyql_privacy.eprivacy_pass:analyse",
        rules=eprivacy_rules.RULES,
        requires=(RECORDS,),
        varies_by=_VARIES_BY,
        about="privacy",
    )
