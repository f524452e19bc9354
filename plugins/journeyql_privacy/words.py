"""The value types of privacy: keys of the taxonomy, countries, and words that several kinds share."""

from __future__ import annotations

from collections.abc import Callable, Collection

from journeyql import ast
from journeyql.model import Misread, ValueType, either, ref, word
from journeyql.plugin import nearest


def _keys(sort: str, example: str, load: Callable[[], Collection[str]]) -> ValueType[str]:
    """A type of keys that are listed elsewhere; the list is loaded when the first key is read."""
    expects = f"{sort} of the fideslang taxonomy like {example}"

    def read(value: ast.Value) -> str | Misread:
        if isinstance(value, ast.Reference) and value.value in load():
            return value.value
        near = nearest(value.value, load())
        return Misread(f"did you mean `{near}`?" if near else f"expected {expects}", near)

    return ValueType(name=sort, expects=expects, read=read, schema={"type": "string"})


def _categories() -> Collection[str]:
    from journeyql_privacy.taxonomy import CATEGORIES  # most files name none

    return CATEGORIES


def _uses() -> Collection[str]:
    from journeyql_privacy.taxonomy import USES  # most files name none

    return USES


def _subjects() -> Collection[str]:
    from journeyql_privacy.taxonomy import SUBJECTS  # most files name none

    return SUBJECTS


#: A kind of personal data.
CATEGORY = _keys("a data category", "user.contact.email", _categories)
#: What personal data is used for.
USE = _keys("a data use", "essential.service", _uses)
#: Whom personal data is about.
SUBJECT = _keys("a data subject", "customer", _subjects)
#: The special categories of data (GDPR Article 9(1)), and data about crimes (Article 10).
SPECIAL = word(
    race="种族",
    politics="政治观点",
    religion="宗教信仰",
    union="工会成员",
    genetic="基因",
    biometric="生物识别",
    health="健康",
    sex_life="性生活",
    criminal="犯罪",
)
#: Where data comes from.
SOURCE = either(word(subject="本人提供", observed="观察所得", inferred="推断得出"), ref("recipient"))
ROLE = word(processor="受托方", controller="独立控制者", joint="共同控制者", authority="公共机关")
LAYER = word(short="简短", layered="分层", full="完整", just_in_time="即时")
SWITCH = word(off="关", on="开")
EFFECT = word(none="无", significant="重大", legal="法律")
RIGHT = word(
    access="查阅",
    rectify="更正",
    erase="删除",
    restrict="限制",
    port="转移",
    object="反对",
    review="人工复核",
    explain="解释",
)
GIVING = word(sale="出售", share="共享")
