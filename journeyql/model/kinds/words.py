"""The value types that several kinds share: ratings, states, feelings, points in time."""

from __future__ import annotations

from journeyql.model.types import (
    CLOCK,
    DATE,
    DURATION,
    NAME,
    NUMBER,
    PERCENT,
    TEXT,
    either,
    number_from,
    range_of,
    text_or,
    word,
)

#: How bad something is.
SEVERITY = word(low="低", medium="中", high="高", critical="严重")
#: How likely something is.
LIKELIHOOD = word(low="低", medium="中", high="高")
#: Noriaki Kano's classes of quality.
KANO = word(indifferent="无差异", reverse="反向", attractive="魅力", one_dimensional="期望", must_be="必备")
#: An estimate in five steps.
RATING = number_from(1, 5)
#: How important or how satisfied, as opportunity scoring asks for it.
TEN = number_from(0, 10)
#: The percentage of promoters less that of detractors.
PROMOTERS = number_from(-100, 100)
#: What a map or a value describes.
STATE = word(current="现状", future="未来", planned="计划", actual="实际", expected="预期")
#: What a message to customers is for.
PURPOSE = word(service="服务", transaction="交易", reminder="提醒", survey="调查", marketing="营销")
_CLOCK_OR_DURATION = either(CLOCK, DURATION)
#: A point in time: of the day, since the beginning, or in the calendar.
TIME = either(_CLOCK_OR_DURATION, DATE)
#: Days: one, a month, a quarter, or from one to another.
DAYS = either(DATE, range_of(DATE, "2026-12-01..2026-12-24"))
#: Something that goes along: in words, or by a name that other places use again.
THING = either(TEXT, NAME)
#: A part of a whole, in per cent or in points; what counts is its proportion to the others.
WEIGHT = either(PERCENT, NUMBER)
#: How far a relationship has come: a known word, or one of the company's own.
LIFECYCLE = either(
    text_or(prospect="潜在", new="新客", active="活跃", loyal="忠诚", dormant="沉默", returning="回流", lost="流失"),
    NAME,
)
#: What a customer is worth: a known word, or a tier of the company's own.
TIER = either(text_or(low="低", medium="中", high="高"), NAME)
_UNPLEASANT = {
    "worried": "担心",
    "annoyed": "恼火",
    "frustrated": "沮丧",
    "angry": "愤怒",
    "confused": "困惑",
    "anxious": "焦虑",
    "bored": "无聊",
    "sad": "难过",
    "helpless": "无助",
    "impatient": "不耐烦",
    "stressed": "紧张",
    "vulnerable": "脆弱",
    "afraid": "害怕",
    "tired": "疲惫",
    "disappointed": "失望",
    "overwhelmed": "不知所措",
}
#: The built-in words for feelings that nobody wishes for. `surprised` is none: it can go either way.
UNPLEASANT_FEELINGS = frozenset(_UNPLEASANT)
#: A feeling in the customer's words, or one that every renderer can name in the reader's language.
FEELING = text_or(
    **_UNPLEASANT,
    neutral="平静",
    surprised="惊讶",
    curious="好奇",
    calm="安心",
    relieved="松了一口气",
    hopeful="期待",
    satisfied="满意",
    happy="开心",
    grateful="感激",
    confident="自信",
    proud="自豪",
    excited="兴奋",
    delighted="惊喜",
)
