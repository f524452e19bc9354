"""The words of privacy: their examples are sound, each has a Chinese name, and both spellings mean the same."""

from __future__ import annotations

import textwrap

import pytest

import journeyql_privacy
from journeyql.model import Element, kind_of, properties_of
from journeyql.plugin import Vocabulary
from journeyql.plugin.targets import resolved
from journeyql.testing import check
from journeyql_privacy.taxonomy import CATEGORIES, SUBJECTS, USES

PLUGINS = [journeyql_privacy]
(OFFER,) = journeyql_privacy.journeyql_vocabularies()
assert isinstance(OFFER, Vocabulary)
KINDS = [resolved(target) for target in OFFER.kinds]
FACETS = [resolved(target) for target in OFFER.facets]


@pytest.mark.parametrize("cls", [*KINDS, *FACETS], ids=lambda cls: cls.__name__)
def test_examples_are_sound(cls: type) -> None:
    _, marker, example = (cls.__doc__ or "").partition("Example:\n")
    assert marker
    assert check(textwrap.dedent(example), plugins=PLUGINS).names == ()


@pytest.mark.parametrize("cls", [*KINDS, *FACETS], ids=lambda cls: cls.__name__)
def test_every_word_has_a_chinese_name_of_its_own(cls: type) -> None:
    common = properties_of(Element)
    specs = [spec for name, spec in properties_of(cls).items() if name not in common]
    options = [option for spec in specs if spec.options for option in properties_of(spec.options).values()]
    assert all(spec.zh and spec.doc.endswith(".") for spec in (*specs, *options))
    assert len({spec.zh for spec in specs}) == len(specs)
    assert all(kind_of(kind).zh for kind in KINDS)


ENGLISH = """
journey shop "Shop" regimes=gdpr
  stage pay "Pay"
    touchpoint ask "Ask"
      notice: privacy
      asks: c_news
      collects: email for=news required=yes
      -> mail if=c_news
    touchpoint mail "Mail"
      uses: email for=news to=mailer
      stores: cookie
      rights: erase within=1mo
      withdraws: c_news
data email "E-mail" category=user.contact.email source=observed
purpose news "News" basis=c_news
  retain: 24mo after=sale
event sale "Sale"
consent c_news "Send it" default=off explicit=yes
notice privacy "Notice" layer=just-in-time covers=email
storage cookie "Cookie" essential=no for=news
recipient mailer "Mailer" role=processor country=FR
"""
CHINESE = """# language: zh
旅程 shop "Shop" 法规=gdpr
  阶段 pay "Pay"
    触点 ask "Ask"
      告知: privacy
      征求同意: c_news
      收集: email 用于=news 必填=是
      -> mail 如果=c_news
    触点 mail "Mail"
      使用: email 用于=news 提供给=mailer
      写入设备: cookie
      权利: 删除 期限=1mo
      撤回同意: c_news
数据 email "E-mail" 类别=user.contact.email 来源=观察所得
目的 news "News" 法律依据=c_news
  保存期限: 24mo 起于=sale
事件 sale "Sale"
同意 c_news "Send it" 默认=关 明示=是
告知 privacy "Notice" 形式=即时 涵盖=email
存储 cookie "Cookie" 必要=否 用于=news
接收方 mailer "Mailer" 角色=受托方 国家=FR
"""


def test_a_file_in_chinese_means_the_same() -> None:
    english, chinese = (check(text, plugins=PLUGINS) for text in (ENGLISH, CHINESE))
    assert english.names == chinese.names
    assert [finding.message for finding in english.diagnostics] == [finding.message for finding in chinese.diagnostics]
    assert not [name for name in english.names if not name.startswith(("gdpr-", "eprivacy-"))]


def test_a_notice_may_be_named_or_written_in_place() -> None:
    text = """
        journey shop "Shop"
          regimes: gdpr
          stage pay "Pay"
            touchpoint ask "Ask"
              notice banner "We count visits"
              notice: banner, privacy
              collects: clicks for=stats
        data clicks "Clicks"
        purpose stats "Counts" basis=legitimate-interests retain=1mo
        notice privacy "Notice"
    """
    assert check(textwrap.dedent(text), plugins=PLUGINS).names == ()


def test_the_taxonomy_is_whole() -> None:
    """85 data categories, 56 uses and 15 subjects, as fideslang 3.1.4 counts them; every parent is there, too."""
    assert (len(CATEGORIES), len(USES), len(SUBJECTS)) == (85, 56, 15)
    for keys in (CATEGORIES, USES):
        assert {key.rpartition(".")[0] for key in keys} - {""} <= keys


def test_data_says_where_it_comes_from_by_word_or_recipient() -> None:
    text = 'recipient bureau "Bureau"\ndata a "A" source={}\n'
    for word in ("subject", "observed", "inferred", "bureau"):
        assert check(text.format(word), plugins=PLUGINS).names == ()
    assert check(text.format("burau"), plugins=PLUGINS).names == ("unknown-name",)
