"""Signs at touchpoints: those of privacy, by the meaning of its words, and those of any other plugin."""

from __future__ import annotations

import pytest
from drawn_map import Drawn

import journeyql_map
import journeyql_privacy
from journeyql.plugin import Contribution, LabelSet, Sign, hookimpl
from journeyql.testing import render

SVG = "{http://www.w3.org/2000/svg}"
SHOP = """journey shop "Buys a lamp" regimes={}
  stage pay "Pays"
    touchpoint look "Looks around"
    touchpoint banner "Answers the banner" asks=c_news
    touchpoint confirm "Orders"
      collects: street for=order
    touchpoint send "Is told"
      uses: street for=order to=carrier
    touchpoint read "Reads the newsletter"
      uses: street for=news to=mailer
data street "Street"
purpose order "Delivers" basis=contract
purpose news "Newsletter" basis[gdpr]=c_news
consent c_news "Send me the newsletter"
recipient carrier "Parcel service" country=FR
recipient mailer "Mailing service" country=DE
  recipient sender "Delivery of mails" country=IN
"""


def drawn(source, *more):
    return Drawn(str(render("map", source, plugins=[journeyql_map, journeyql_privacy, *more]).files[0].content))


def signs(picture):
    """The signs below each touchpoint that has any: those that stand close to each other."""
    found, last = [], -100.0
    for group in picture.root.iter(f"{SVG}g"):
        title, shape = group.find(f"{SVG}title"), group.find(f"{SVG}path")
        if title is not None and shape is not None:
            left = float(shape.get("transform").partition("(")[2].partition(" ")[0])
            found.append([]) if left - last > 30 else None
            found[-1].append(title.text)
            last = left
    return found


PERSONAL, CONSENT, ABROAD = "personal data", "needs consent", "data leaves for another country"


@pytest.mark.parametrize(
    ("regimes", "order", "read"),
    [
        ("gdpr", [PERSONAL], [PERSONAL, CONSENT, ABROAD]),  # France is in the Union, India is not (GDPR, Chapter V)
        ("eprivacy", [PERSONAL], [PERSONAL, CONSENT]),  # which says nothing of countries
    ],
)
def test_signs_of_privacy(regimes, order, read):
    assert signs(drawn(SHOP.format(regimes))) == [[CONSENT], [PERSONAL], order, read]


def test_they_are_in_the_legend_and_in_the_words_for_those_who_do_not_see_them():
    picture = drawn(SHOP.format("gdpr"))
    texts = " ".join(picture.texts)
    assert all(words in texts for words in (PERSONAL, CONSENT, ABROAD))
    said = next(picture.root.iter(f"{SVG}desc")).text
    assert "needs consent: Answers the banner, Reads the newsletter." in said
    assert "data leaves for another country: Reads the newsletter." in said
    assert PERSONAL not in " ".join(drawn('journey j "J"\nstage s "S"\n  touchpoint a "A" emotion=2\n').texts)


class Flags:
    """A plugin with a sign for the last touchpoint, in which a stranger drew."""

    FLAG = Sign(
        name="flag", drawing="M4 14V2h8l-2 3 2 3H4", label="Flags.flag", at=lambda _ctx, _view, step: step.id == "read"
    )

    @hookimpl
    def journeyql_contributions(self):
        yield Contribution(name="flag", to=Sign, value=self.FLAG)

    @hookimpl
    def journeyql_labels(self):
        yield LabelSet(name="acme-en", locale="en", texts={"Flags.flag": "<flagged>"})


def test_any_plugin_may_add_one():
    assert signs(drawn(SHOP.format("gdpr"), Flags()))[-1] == [PERSONAL, CONSENT, ABROAD, "<flagged>"]
