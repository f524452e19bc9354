"""The rules of the GDPR: what each finds, where it points, and what it leaves alone. Articles are those of Regulation (EU) 2016/679."""

from __future__ import annotations

import pytest

import journeyql_privacy
from journeyql.testing import RuleCases, check
from journeyql.testing import expect as expect_
from journeyql_privacy import gdpr_rules as rules

PLUGINS = [journeyql_privacy]

#: What the maps below use: everything about it is in order.
DECLARED = """
data email "E-mail address"
data street "Street"
purpose order "Delivers" basis=contract retain=6mo
purpose news "Sends the newsletter" basis=c_news retain=24mo
consent c_news "Send me the newsletter"
notice privacy "How we use your data"
"""


def expect(rule: object) -> RuleCases:
    return expect_(rule, plugins=PLUGINS)


def journey(body: str, *, regimes: str = "gdpr", more: str = DECLARED) -> str:
    """A journey with a stage that holds some touchpoints."""
    indented = "".join(f"    {line}\n" if line else "\n" for line in body.strip("\n").split("\n"))
    return f'journey shop "Shop"\n  regimes: {regimes}\n  stage all "All"\n{indented}{more}'


def undeclared(body: str, *, more: str = DECLARED) -> str:
    return journey(body, more=more).replace("  regimes: gdpr\n", "")


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_examples(rule: object) -> None:
    expect(rule).examples()


def test_no_basis() -> None:
    without = DECLARED.replace(" basis=contract", "")
    collects = "touchpoint pay notice=privacy\n  collects: email, street for=order"
    (
        expect(rules.NO_BASIS)
        .valid(journey(collects))
        .valid(undeclared(collects, more=without))
        .valid(journey("touchpoint pay", more=without))
        .valid(journey(collects, more=DECLARED.replace("basis=contract", "basis[gdpr]=contract")))
        .invalid(
            journey(collects, more=without),
            at='purpose order "Delivers" retain=6mo',
            message="The model does not show a legal basis of the GDPR for `order` (Art. 6(1)). Data: email, street.",
        )
        .invalid(
            journey(collects, more=DECLARED.replace("basis=contract", "basis[eprivacy]=contract")),
            at='purpose order "Delivers" basis[eprivacy]=contract retain=6mo',
        )
    )


def test_one_finding_for_a_purpose_that_two_journeys_have() -> None:
    body = "touchpoint pay notice=privacy\n  collects: email for=order"
    text = journey(body, more="") + journey(body, more=DECLARED.replace(" basis=contract", "")).replace("shop", "other")
    expect(rules.NO_BASIS).invalid(text, at='purpose order "Delivers" retain=6mo')


def test_no_purpose() -> None:
    (
        expect(rules.NO_PURPOSE)
        .valid(undeclared("touchpoint pay collects=email"))
        .invalid(
            journey("touchpoint pay notice=privacy\n  collects: email\n  uses: street"),
            at=["email", "street"],
        )
        .invalid(
            journey("touchpoint pay notice=privacy collects=email"),
            message='The model does not show what for `email` is collected at "pay" (GDPR Art. 5(1)(b)).',
        )
    )


def test_no_retention() -> None:
    without = DECLARED.replace(" retain=6mo", "")
    uses = "touchpoint pay\n  uses: email for=order"
    (
        expect(rules.NO_RETENTION)
        .valid(undeclared(uses, more=without))
        .valid(journey("touchpoint pay", more=without))
        .valid(journey(uses, more=without + 'event sent "Sent"\nextend order\n  retain: 2y after=sent\n'))
        .invalid(
            journey(uses, more=without),
            at='purpose order "Delivers" basis=contract',
            message="The model does not show how long data is kept for `order` (GDPR Art. 5(1)(e), 13(2)(a)). "
            "Data: email.",
        )
    )


MAIL = 'touchpoint mail "Gets mail"\n  uses: email for=news\n'


def test_consent_missing() -> None:
    cases = expect(rules.CONSENT_MISSING)
    (
        cases.valid(undeclared("touchpoint ask grants=c_news\n" + MAIL))
        .valid(undeclared("touchpoint ask\n  asks: c_news\n  -> mail if=c_news\n  -> end if=c_news.refused\n" + MAIL))
        .valid(
            undeclared(
                "touchpoint ask\n  asks: c_news\n  -> mail unless=c_news.refused\n  -> end if=c_news.refused\n" + MAIL
            )
        )
        .valid(undeclared("touchpoint ask\n  asks: c_news\n  grants: c_news\n" + MAIL))
        .valid(undeclared("touchpoint mail asks=c_news\n  collects: email for=news"))
        .valid(undeclared(MAIL + "start -> mail if=c_news"))
        .valid(undeclared("touchpoint mail\n  uses: email for=order"))
        .invalid(
            undeclared("touchpoint ask asks=c_news\n" + MAIL),
            at="email",
            message='The model does not show that `c_news` is given before "Gets mail" uses email for `news` '
            "(GDPR Art. 6(1)(a), 7(1)). Without it: ask -> mail.",
        )
        .invalid(undeclared("touchpoint ask refuses=c_news\n" + MAIL), at="email")
        .invalid(undeclared("touchpoint ask\n  grants: c_news\n  refuses: c_news\n" + MAIL), at="email")
        .invalid(undeclared("touchpoint mail asks=c_news\n  uses: email for=news"), at="email")
        .invalid(undeclared("touchpoint mail\n  collects: email for=news"), at="email")
        .invalid(
            undeclared("touchpoint ask grants=c_news\n  -> mail\nstart -> ask\nstart -> mail\n" + MAIL), at="email"
        )
    )


def test_one_finding_for_all_data_of_a_purpose() -> None:
    text = undeclared("touchpoint mail\n  uses: email, street for=news")
    expect(rules.CONSENT_MISSING).invalid(text, at="email")


def test_consent_withdrawn() -> None:
    signup = "touchpoint ask grants=c_news\n"
    (
        expect(rules.CONSENT_WITHDRAWN)
        .valid(undeclared(signup + MAIL + "touchpoint stop withdraws=c_news"))
        .valid(undeclared(signup + "touchpoint stop withdraws=c_news\ntouchpoint again grants=c_news\n" + MAIL))
        .valid(
            undeclared(
                signup + "touchpoint stop withdraws=c_news\n  -> mail if=c_news\n  -> end unless=c_news\n" + MAIL
            )
        )
        .valid(undeclared(signup + "touchpoint mail withdraws=c_news\n  uses: email for=news"))
        .invalid(
            undeclared(signup + "touchpoint stop withdraws=c_news\n" + MAIL),
            at="email",
            message='"Gets mail" uses email for `news` after `c_news` is withdrawn (GDPR Art. 7(3)): '
            "ask -> stop -> mail.",
        )
        .invalid(
            undeclared(signup + 'touchpoint mail withdraws=c_news\n  uses: email for=news\n  -> mail "again"\n'),
            at="email",
        )
    )


def test_what_was_never_given_cannot_be_withdrawn() -> None:
    text = undeclared("touchpoint stop withdraws=c_news\n" + MAIL)
    assert check(text, plugins=PLUGINS).names == ("gdpr-consent-missing",)


def test_no_withdrawal() -> None:
    stop = "touchpoint stop withdraws=c_news"
    (
        expect(rules.NO_WITHDRAWAL)
        .valid(undeclared("touchpoint ask grants=c_news"))
        .valid(journey("touchpoint ask asks=c_news\n" + stop))
        .valid(journey("touchpoint ask grants=c_news withdraws=c_news"))
        .valid(journey("touchpoint ask"))
        .valid(journey("touchpoint ask grants=c_news", more="") + journey(stop).replace("shop", "settings"))
        .valid(journey("touchpoint ask grants=c_news\n  -> stop if=c_news\n  -> end\n" + stop))
        .invalid(
            journey("touchpoint land\ntouchpoint ask asks=c_news"),
            at='consent c_news "Send me the newsletter"',
            message='The model does not show how `c_news`, given at "ask", can be withdrawn (GDPR Art. 7(3)). '
            "The way there: land -> ask.",
        )
        .invalid(journey(stop + "\ntouchpoint ask asks=c_news"), at='consent c_news "Send me the newsletter"')
        .invalid(
            journey("touchpoint ask asks=c_news\n  -> stop if=c_news.refused\n  -> end\n" + stop),
            at='consent c_news "Send me the newsletter"',
        )
        .invalid(
            journey("touchpoint ask grants=c_news\ntouchpoint no refuses=c_news\n" + stop),
            at='consent c_news "Send me the newsletter"',
        )
    )


def test_consent_preset() -> None:
    on = DECLARED.replace('"Send me the newsletter"', '"Send me the newsletter" default=on')
    shares = "touchpoint pay\n  uses: email for=order to=mailer default={}\n"
    recipient = DECLARED + 'recipient mailer "Mailer" country=FR\n'
    off = DECLARED.replace('"Send me the newsletter"', '"Send me the newsletter" default=off')
    (
        expect(rules.CONSENT_PRESET)
        .valid(undeclared("touchpoint pay"))
        .valid(undeclared("touchpoint pay", more=off))
        .valid(undeclared(shares.format("off"), more=recipient))
        .invalid(
            undeclared("touchpoint pay", more=on),
            at="on",
            message="`c_news` is on before the customer answers (GDPR Art. 4(11), 25(2)).",
            fixed=undeclared("touchpoint pay", more=off),
        )
        .invalid(
            undeclared(shares.format("on"), more=recipient),
            at="on",
            message="The choice to give `email` to mailer is on before the customer answers (GDPR Art. 4(11), 25(2)).",
            fixed=undeclared(shares.format("off"), more=recipient),
        )
    )


def test_no_notice() -> None:
    pay = 'touchpoint pay "Pays"\n  collects: email for=order\n'
    inside = 'touchpoint land\n  notice banner "We use your data"\n'
    (
        expect(rules.NO_NOTICE)
        .valid(undeclared(pay))
        .valid(journey("touchpoint land notice=privacy\n" + pay))
        .valid(journey(inside + pay))
        .valid(journey("touchpoint land notice=privacy\n" + pay, more=DECLARED + "extend privacy covers=order\n"))
        .valid(
            journey("touchpoint land notice=privacy\n" + pay, more=DECLARED + "extend privacy covers=street,email\n")
        )
        .valid(journey(pay, more=DECLARED + "extend email source=inferred\n"))
        .valid(journey(pay, more=DECLARED + 'recipient bureau "Bureau" country=DE\nextend email source=bureau\n'))
        .valid(journey("touchpoint pay\n  uses: email for=order"))
        .invalid(
            journey(pay),
            at="email",
            message='The model does not show that customers are told before "Pays" collects email (GDPR Art. 12, 13). '
            "`privacy` is not given on the way pay.",
        )
        .invalid(
            journey(pay, more=DECLARED + "extend privacy covers=street\n"),
            at="email",
            message='The model does not show that customers are told before "Pays" collects email (GDPR Art. 12, 13). '
            "No notice that speaks of it is given on the way pay.",
        )
        .invalid(journey(pay, more=DECLARED + "extend email source=observed\n"), at="email")
        .invalid(journey(pay + "touchpoint late notice=privacy"), at="email")
        .invalid(journey("touchpoint land notice=privacy\nstart -> pay\nstart -> land\n" + pay), at="email")
    )


def test_one_finding_for_everything_that_a_touchpoint_collects_unannounced() -> None:
    text = journey("touchpoint pay\n  collects: email, street for=order\n  collects: email for=order")
    expect(rules.NO_NOTICE).invalid(text, at="email")


COUNTRIES = [
    ("DE", False),
    ("NO", False),  # Norway is in the European Economic Area
    ("GB", False),  # adequate as a whole, Article 45
    ("BR", False),  # Decision (EU) 2026/179
    ("US", True),  # adequate for certified recipients only
    ("CA", True),  # adequate for commercial organisations only
    ("IN", True),
    ("CN", True),
]


@pytest.mark.parametrize(("country", "found"), COUNTRIES)
def test_countries(country: str, *, found: bool) -> None:
    body = "touchpoint pay\n  uses: email for=order to=mailer"
    names = check(journey(body, more=f'{DECLARED}recipient mailer "M" country={country}\n'), plugins=PLUGINS).names
    assert names == (("gdpr-transfer",) if found else ())


def test_transfer() -> None:
    body = "touchpoint pay\n  uses: email, street for=order to=mailer"

    def with_(recipient: str) -> str:
        return journey(body, more=f'{DECLARED}recipient mailer "Mailer"{recipient}\n')

    (
        expect(rules.TRANSFER)
        .valid(with_(""))
        .valid(with_(" country=US safeguard=scc"))
        .valid(with_(" country=US safeguard[gdpr]=bcr"))
        .valid(undeclared(body, more=f'{DECLARED}recipient mailer "Mailer" country=IN\n'))
        .valid(journey("touchpoint pay", more=f'{DECLARED}recipient mailer "Mailer" country=IN\n'))
        .invalid(
            with_(" country=US"),
            at="US",
            message="email, street reaches US without a safeguard that the model shows (GDPR Art. 44): pay -> mailer.",
        )
        .invalid(
            with_(
                ' country=DE\n  recipient sender "Sender" country=US safeguard=scc\n    recipient last "L" country=IN'
            ),
            at="IN",
            message="email, street reaches IN without a safeguard that the model shows (GDPR Art. 44): "
            "pay -> mailer -> sender -> last.",
        )
    )


def test_a_finding_names_a_few_places_of_many() -> None:
    """Twelve touchpoints that the customer goes around ask for the consent, and thirty data are collected without."""
    data = [f"d{number}" for number in range(30)]
    asking = "\n".join(f'touchpoint ask{number} "Asks {number}" asks=c_news\n  -> end' for number in range(12))
    body = f'touchpoint file "Files"\n  collects: {", ".join(data)} for=news\n  -> end\n{asking}'
    more = DECLARED + "".join(f'data {name} "{name}"\n' for name in data)
    (finding,) = check(journey(body, more=more), plugins=PLUGINS).of(rules.CONSENT_MISSING)
    missed = "asked for here, which the path does not pass"
    assert [item.message for item in finding.related[1:]] == [*[missed] * 4, f"{missed}; and 7 more"]
    assert [item.span.line for item in finding.related[1:]] == [7, 9, 11, 13, 15]
    assert "collects d0, d1, d2, d3, d4 and 25 more for `news`" in finding.message
