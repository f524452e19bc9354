"""Words of privacy that mean nothing: each is told once, with the word that was most likely meant."""

from __future__ import annotations

import pytest

import journeyql_privacy
from journeyql.testing import check, expect
from journeyql_privacy import rules

PLUGINS = [journeyql_privacy]
CONSENT = 'consent c_news "News" signal=ad_storage\nevent sale "Sale"\npersona lena "Lena"\n'
FLOW = 'journey shop "Shop"\n  stage all "All"\n    touchpoint a\n      -> c {}\n    touchpoint b\n    touchpoint c\n'


def flow(terms: str, more: str = CONSENT) -> str:
    return FLOW.format(terms) + more


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_examples(rule: object) -> None:
    expect(rule, plugins=PLUGINS).examples()


def test_unknown_guard() -> None:
    (
        expect(rules.UNKNOWN_GUARD, plugins=PLUGINS)
        .valid(flow("if=c_news"))
        .valid(flow("if=c_news.granted unless=c_news.withdrawn"))
        .valid(flow("if=c_news.refused"))
        .valid(flow("if=ad_storage unless=gpc"))
        .valid(flow("if=sale unless=lena"))
        .valid(flow("if=`age < 16`"))
        .valid(flow("if=in_stock", more=""))
        .invalid(
            flow("if=c_mews"),
            at="c_mews",
            message="the guard `c_mews` names nothing that is declared, and lets everybody pass",
            fixed=flow("if=c_news"),
        )
        .invalid(flow("unless=c_news.refusd"), at="c_news.refusd", fixed=flow("unless=c_news.refused"))
        .invalid(flow("if=in_stock"), at="in_stock")
        .invalid(flow("if=c_news", more="").replace("  stage", "  regimes: gdpr\n  stage", 1), at="c_news")
    )


def test_unknown_regime() -> None:
    text = 'journey shop "Shop"\n  regimes: {}\n  "All"\n'
    (
        expect(rules.UNKNOWN_REGIME, plugins=PLUGINS)
        .valid(text.format("gdpr, eprivacy"))
        .invalid(
            text.format("gdrp"),
            at="gdrp",
            message="`gdrp` is no body of law that is known",
            fixed=text.format("gdpr"),
        )
        .invalid(text.format("gdpr, lex_mercatoria"), at="lex_mercatoria")
    )


def test_unknown_basis_and_safeguard() -> None:
    decision = 'journey s "S"\n  stage a "A"\n    touchpoint t\n      decision d "D" basis={}\n'
    (
        expect(rules.UNKNOWN_BASIS, plugins=PLUGINS)
        .valid('purpose p "P" basis=legitimate-interests\n')
        .valid('purpose p "P" basis=c\nconsent c "C"\n')
        .invalid(
            'purpose p "P" basis[gdpr]=legitimate-interest\n',
            at="legitimate-interest",
            message="`legitimate-interest` is neither a consent nor a legal basis",
            fixed='purpose p "P" basis[gdpr]=legitimate-interests\n',
        )
        .invalid(decision.format("kontrakt"), at="kontrakt", fixed=decision.format("contract"))
        .invalid('purpose p "P" basis=because\n', at="because")
    )
    (
        expect(rules.UNKNOWN_SAFEGUARD, plugins=PLUGINS)
        .valid('recipient r "R" country=US safeguard=bcr\n')
        .invalid('recipient r "R" safeguard=adequat\n', at="adequat", fixed='recipient r "R" safeguard=adequacy\n')
        .invalid('recipient r "R" safeguard=trust\n', at="trust")
    )


VALUES = [
    ('data d "D" category=user.contact.emial\n', "user.contact.emial", "did you mean `user.contact.email`?"),
    ('data d "D" category=contact\n', "contact", "did you mean `user.contact`?"),
    ('data d "D" category=secret\n', "secret", "expected a data category"),
    ('purpose p "P" category=marketing.communication\n', "marketing.communication", "did you mean"),
    ('persona p "P" subject=custommer\n', "custommer", "did you mean `customer`?"),
    ('controller c "C" country=Germany\n', "Germany", "country code"),
    ('recipient r "R" country=de\n', "de", "DE"),
    ('persona p "P" residence=UK\n', "UK", "GB"),
    ('consent c "C" default=onn\n', "onn", "did you mean `on`?"),
    ('recipient r "R" role=prozessor\n', "prozessor", "did you mean `processor`?"),
    ('storage s "S" for=stats\n', "stats", "declare it"),
]


@pytest.mark.parametrize(("text", "words", "hint"), VALUES, ids=[words for _, words, _ in VALUES])
def test_values_that_cannot_be_are_told_once(text: str, words: str, hint: str) -> None:
    (finding,) = check(text, plugins=PLUGINS).diagnostics
    assert finding.span is not None
    assert finding.span.text == words
    assert hint in " ".join((finding.help, *(fix.title for fix in finding.fixes)))


def test_told_once_whatever_the_view() -> None:
    text = (
        flow("if=c_mews") + 'extend shop.all.a[DE]\n  uses: x for=p\ndata x "X"\npurpose p "P" basis[gdpr]=kontract\n'
    )
    names = check(text, plugins=PLUGINS).names
    assert names.count("unknown-guard") == names.count("unknown-basis") == 1
