"""Whom a regime is asked about: declared, presumed, by market, by persona, by regime; and files with mistakes in them."""

from __future__ import annotations

import pytest

import journeyql_privacy
from journeyql.testing import check

PLUGINS = [journeyql_privacy]
DECLARED = """
data email "E-mail address"
purpose order "Delivers"
purpose news "Sends news" basis=c_news
consent c_news "Send me news"
persona mei "Mei"
persona tom "Tom"
market EU "Union" regimes=gdpr
market DE "Germany" in=EU territory=DE
"""
MAIL = "    touchpoint mail\n      uses: email for=news, order\n"


def names(text: str) -> list[str]:
    return sorted(check(text + DECLARED, plugins=PLUGINS).names)


APPLIES = [
    ("nothing declared: contradictions alone", "", ["gdpr-consent-missing"]),
    (
        "declared",
        "  regimes: gdpr\n",
        ["gdpr-consent-missing", "gdpr-no-basis", "gdpr-no-retention", "gdpr-no-retention"],
    ),
    ("another law alone", "  regimes: eprivacy\n", []),
    (
        "by its market",
        "  market: DE\n",
        ["gdpr-consent-missing", "gdpr-no-basis", "gdpr-no-retention", "gdpr-no-retention"],
    ),
    ("its own word before that of its market", "  market: DE\n  regimes: eprivacy\n", []),
]


@pytest.mark.parametrize(("regimes", "found"), [case[1:] for case in APPLIES], ids=[case[0] for case in APPLIES])
def test_when_a_regime_is_asked(regimes: str, found: list[str]) -> None:
    assert names(f'journey shop "Shop"\n{regimes}  stage all "All"\n{MAIL}') == found


ASKED = 'journey shop "Shop"\n  stage all "All"\n    touchpoint{} ask grants=c_news\n{}' + MAIL


@pytest.mark.parametrize(
    ("whose", "more", "found"),
    [
        ("", "", []),
        ("[mei]", "", ["gdpr-consent-missing"]),
        ("[mei]", "    touchpoint[tom] tell grants=c_news\n", []),
        ("[new]", "", ["gdpr-consent-missing"]),
        ("[new]", "    touchpoint[old] tell grants=c_news\n", []),
    ],
    ids=["everybody is asked", "Tom is not", "each in another way", "one segment is not", "both segments are"],
)
def test_people_go_ways_of_their_own(whose: str, more: str, found: list[str]) -> None:
    """Nobody takes half of somebody else's steps; segments in which no persona is are followed, too."""
    segments = 'segment new "New"\nsegment old "Old"\n'
    declared = DECLARED.replace('persona mei "Mei"\npersona tom "Tom"\n', "") if "new" in whose else DECLARED
    assert sorted(check(ASKED.format(whose, more) + declared + segments, plugins=PLUGINS).names) == found


def test_what_holds_for_one_regime_alone() -> None:
    """Under the ePrivacy Directive a touchpoint may be missing, or a basis be another."""
    text = (
        'journey shop "Shop"\n  regimes: gdpr\n  stage all "All"\n    touchpoint{} ask\n      grants: c_news\n' + MAIL
    )
    found = ["gdpr-no-basis", "gdpr-no-retention", "gdpr-no-retention", "gdpr-no-withdrawal"]
    assert names(text.format("")) == found
    assert names(text.format("[gdpr]")) == found
    assert names(text.format("[eprivacy]")) == ["gdpr-consent-missing", *found[:-1]]


def test_nothing_is_missed_while_a_line_cannot_be_read() -> None:
    broken = f'journey shop "Shop"\n  regimes: gdpr\n  stage all "All"\n    touchpoint ask asks=c_mews\n{MAIL}'
    assert names(broken) == ["unknown-name"]


def test_files_without_a_word_of_privacy_have_no_records() -> None:
    from journeyql_privacy.facts import RECORDS

    assert check('journey j "J"\n  "One" emotion=3\n', plugins=PLUGINS).facts.get(RECORDS) is None


def test_words_are_found_in_used_files() -> None:
    text = 'use law `law.journey`\njourney shop "Shop"\n  stage all "All"\n    touchpoint a\n      asks: law.yes\n      -> mail if=law.yes\n      -> end if=law.yes.refused\n    touchpoint mail\n      uses: email for=law.news\ndata email "E"\n'
    law = 'consent yes "Yes"\npurpose news "News" basis=yes\n'
    assert check(text, plugins=PLUGINS, files={"law.journey": law}).names == ()
    unguarded = text.replace(" if=law.yes\n", "\n").replace("      -> end if=law.yes.refused\n", "")
    assert check(unguarded, plugins=PLUGINS, files={"law.journey": law}).names == ("gdpr-consent-missing",)


def test_journeys_of_used_files_are_not_looked_at() -> None:
    """Their touchpoints are in no path; what is declared beside them is used."""
    other = """
        journey other "Other"
          stage s "S"
            touchpoint t "T"
              notice banner "Banner"
              uses: email for=news
        data email "E-mail"
        purpose news "News" basis=yes
        consent yes "Yes"
    """
    text = 'use law `law.journey`\njourney shop "Shop"\n  stage all "All"\n    touchpoint mail\n      uses: law.email for=law.news\n'
    result = check(text, plugins=PLUGINS, files={"law.journey": other})
    assert [finding.message.rpartition(": ")[2] for finding in result.diagnostics] == ["mail."]


def test_long_paths_are_shortened_around_what_matters() -> None:
    steps = "".join(f"    touchpoint s{number}\n" for number in range(20))
    asks = steps.replace("touchpoint s9\n", "touchpoint s9 asks=c_news\n")
    text = f'journey shop "Shop"\n  stage all "All"\n{asks}{MAIL}{DECLARED}'
    (finding,) = check(text, plugins=PLUGINS).diagnostics
    route = "s0 -> s1 -> s2 -> … -> s9 -> … -> s15 -> s16 -> s17 -> s18 -> s19 -> mail."
    assert finding.message.endswith(route)
    assert [(place.span.line, place.message) for place in finding.related] == [
        (28, "`news` rests on `c_news`"),
        (12, "asked for here, and may be refused"),
    ]
