"""The codes of territories, languages and currencies, and which one a misspelt one means."""

from __future__ import annotations

from journeyql.units import CURRENCIES as COMMON

# ISO 3166-1 alpha-2, and the reserved code of the European Union.
_TERRITORIES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB
GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB
SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US
UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
# ISO 639-1, and of ISO 639-3 what many speak.
_LANGUAGES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fil fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su
sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo yue za zh zu
"""
# ISO 4217, list one, as of January 2026; codes for tests and for no currency left out.
_CURRENCIES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR
ZMW ZWG
"""
# ISO 4217, list three: withdrawn since 2021, so that older maps still hold them.
_FORMER = "ANG BGN CUC HRK SLL ZWL"

# What a slip most likely meant.
_MOST_USED = "EUR USD CNY JPY GBP CHF AUD CAD HKD SGD"

TERRITORIES = frozenset(_TERRITORIES.split())
LANGUAGES = frozenset(_LANGUAGES.split())
CURRENCIES = frozenset(f"{_CURRENCIES} {_FORMER}".split())

#: Codes that people write for others.
_TERRITORY_MEANT = {"UK": "GB", "EL": "GR"}
_CURRENCY_MEANT = {
    "RMB": "CNY",
    "CNH": "CNY",
    "YUAN": "CNY",
    "EURO": "EUR",
    "EUROS": "EUR",
    "DOLLAR": "USD",
    "YEN": "JPY",
}


def territory_like(text: str) -> str | None:
    """The territory code that a text most likely means, or None.

    >>> territory_like("de"), territory_like("UK"), territory_like("ZZ")
    ('DE', 'GB', None)
    """
    code = _TERRITORY_MEANT.get(text.upper(), text.upper())
    return code if code in TERRITORIES else None


def currency_like(text: str) -> str | None:
    """The currency code that a text most likely means, a much-used one if several are near; or None.

    >>> currency_like("eur"), currency_like("EUX"), currency_like("GPB"), currency_like("RMB"), currency_like("QQQ")
    ('EUR', 'EUR', 'GBP', 'CNY', None)
    """
    code = _CURRENCY_MEANT.get(text.upper(), text.upper())
    if code in CURRENCIES:
        return code
    candidates = (*_MOST_USED.split(), *sorted(COMMON), *sorted(CURRENCIES))
    return next((known for known in candidates if _one_slip(code, known)), None)


def _one_slip(code: str, known: str) -> bool:
    """Whether two codes differ in one letter, or have the same letters in another order."""
    same = len(code) == len(known)
    return same and (sum(map(str.__ne__, code, known)) == 1 or sorted(code) == sorted(known))
