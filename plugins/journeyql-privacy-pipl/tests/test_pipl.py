"""The law from outside: beside the plugin it adds to, with each of its rules. Articles are those of the PIPL."""

from pathlib import Path

import journeyql_privacy_pipl
import pytest
from journeyql_privacy_pipl import rules
from journeyql_privacy_pipl.regime import PIPL

import journeyql_privacy
from journeyql.testing import check, expect

PLUGINS = (journeyql_privacy, journeyql_privacy_pipl)
DECLARED = """
data street "Street"
data account "Account" category=user.financial.bank_account
data faith "Religion" special=religion
data spot "Where they are" category=user.location.precise
purpose delivery "Delivers" basis=contract
purpose other "Something else" basis=c_other
consent c_other "Something else" separate=yes
notice privacy "Notice"
recipient partner "Partner" role=controller country=CN
recipient helper "Helper" role=processor country=CN
recipient far "Far" role=processor country=US safeguard=cac-assessment
"""
ASK = "touchpoint ask asks=c_other\n  -> use if=c_other\n  -> end unless=c_other\n"


def journey(body, *, regimes="pipl", more=DECLARED):
    indented = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
    return f'journey shop "Shop"\n  regimes: {regimes}\n  stage all "All"\n{indented}{more}'


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_examples(rule):
    expect(rule, plugins=PLUGINS).examples()


def test_the_law_is_one_word_more():
    text = journey("touchpoint pay notice=privacy\n  collects: street for=delivery")
    assert check(text, plugins=PLUGINS).names == ()
    assert "unknown-regime" in check(text, plugins=[journeyql_privacy]).names


def test_where_nothing_is_declared_nothing_is_asked():
    text = journey("touchpoint use\n  uses: account for=delivery to=partner, far").replace("  regimes: pipl\n", "")
    assert check(text, plugins=PLUGINS).names == ()


def test_seven_bases():
    text = journey("touchpoint pay notice=privacy\n  collects: street for=delivery")
    assert set(PIPL.bases.values()) == {f"Art. 13({number})" for number in range(2, 8)}  # the first is consent
    cases = expect(rules.NO_BASIS, plugins=PLUGINS)
    for word in PIPL.bases:
        cases.valid(text.replace("basis=contract", f"basis[pipl]={word}"))
    cases.invalid(
        text.replace("basis=contract", "basis=legitimate-interests"),
        at="legitimate-interests",
        message="The model does not show a legal basis of the PIPL for `delivery` (Art. 13): `legitimate-interests` is "
        "none there. Data: street.",
    )


def test_one_model_under_two_laws():
    """Legitimate interests do under the GDPR and not under the PIPL; each law says only what it knows."""
    text = journey("touchpoint pay notice=privacy\n  collects: street for=delivery", regimes="gdpr, pipl")
    text = text.replace("basis=contract", "basis=legitimate-interests retain=6mo")
    assert check(text, plugins=PLUGINS).names == ("pipl-no-basis",)
    both = text.replace("basis=legitimate-interests", "basis[gdpr]=legitimate-interests basis[pipl]=contract")
    assert check(both, plugins=PLUGINS).names == ()


def test_notice():
    expect(rules.NO_NOTICE, plugins=PLUGINS).invalid(
        journey('touchpoint pay "Pays"\n  collects: street for=delivery'),
        at="street",
        message='The model does not show that customers are told before "Pays" collects street (PIPL Art. 17). '
        "`privacy` is not given on the way pay.",
    )


def test_provision():
    (
        expect(rules.PROVISION, plugins=PLUGINS)
        .valid(journey("touchpoint use\n  uses: street for=delivery to=helper"))
        .valid(journey(ASK + "touchpoint use\n  uses: street for=other to=partner"))
        .invalid(
            journey('touchpoint use "Uses"\n  uses: street for=delivery to=partner'),
            at="street",
            message='The model does not show separate consent before "Uses" gives another handler street (PIPL Art. 23): '
            "`delivery` rests on no consent on the way use.",
        )
        .invalid(
            journey("touchpoint ask asks=c_other\ntouchpoint use\n  uses: street for=other to=partner"), at="street"
        )
        .invalid(
            journey(
                ASK + "touchpoint use\n  uses: street for=other to=partner", more=DECLARED.replace(" separate=yes", "")
            ),
            at="street",
            message='The model does not show separate consent before "use" gives another handler street (PIPL Art. 23): '
            "`c_other` is not a separate one on the way ask -> use.",
        )
    )


@pytest.mark.parametrize(("data", "found"), [("street", False), ("account", True), ("faith", True), ("spot", True)])
def test_sensitive(data, found):
    names = check(journey(f"touchpoint use\n  uses: {data} for=delivery"), plugins=PLUGINS).names
    assert names == (("pipl-sensitive",) if found else ())


def test_sensitive_data_given_in_answer():
    text = journey("touchpoint ask notice=privacy asks=c_other\n  collects: account for=other")
    assert check(text, plugins=PLUGINS).names == ()


def test_export():
    far = DECLARED.replace(" safeguard=cac-assessment", "")
    (
        expect(rules.EXPORT, plugins=PLUGINS)
        .valid(journey("touchpoint use\n  uses: street for=delivery to=helper"))
        .valid(journey(ASK + "touchpoint use\n  uses: street for=other to=far"))
        .invalid(journey("touchpoint use\n  uses: street for=delivery to=far"), at="street")
        .invalid(
            journey(ASK + "touchpoint use\n  uses: street for=other to=far", more=far),
            at="US",
            message="street reaches US without a safeguard that the model shows (PIPL Art. 38, 39): use -> far.",
        )
        .invalid(
            journey(ASK + "touchpoint use\n  uses: street for=other to=far", more=far + "extend far safeguard=scc\n"),
            at="US",
        )
    )


def test_it_uses_what_is_offered_and_nothing_else():
    folder = Path(journeyql_privacy_pipl.__file__).parent
    lines = (line for path in folder.glob("*.py") for line in path.read_text("utf-8").split("\n"))
    imported = {line.split()[1] for line in lines if line.startswith("from journeyql")}
    own = {name for name in imported if name.startswith("journeyql_privacy_pipl")}
    assert imported - own == {"journeyql.diagnostics", "journeyql.model", "journeyql.plugin", "journeyql_privacy.api"}
