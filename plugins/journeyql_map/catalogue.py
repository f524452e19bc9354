"""The words of the map that the core's catalogues lack (data only)."""

from __future__ import annotations

from typing import Final

#: Key without prefix -> English, German, Chinese.
_WORDS: Final = {
    "only": ("only {names}", "nur {names}", "仅限{names}"),
    "if": ("if {names}", "wenn {names}", "如果 {names}"),
    "unless": ("unless {names}", "außer wenn {names}", "除非 {names}"),
    "after": ("after {time}", "nach {time}", "{time}后"),
    "together": ("at the same time", "gleichzeitig", "同时进行"),
    "onward": ("{words} → {number}", "{words} → {number}", "{words} → {number}"),
    "in": ("In {name}", "In {name}", "市场：{name}"),
    "whole": ("Whole journey", "Ganze Reise", "全程"),
    "stagewide": ("whole stage", "ganze Phase", "整个阶段"),
    "picture": ("Picture", "Bild", "图片"),
    "expectation": ("Expectation", "Erwartung", "期望"),
    "chances": ("Needs and chances", "Bedürfnisse und Chancen", "需求与机会"),
    "front": ("Front stage", "Vorderbühne", "前台"),
    "interaction": ("Line of interaction", "Interaktionslinie", "互动线"),
    "internal": ("Line of internal interaction", "Linie der internen Interaktion", "内部互动线"),
    "by": ("{text} ({names})", "{text} ({names})", "{text}（{names}）"),
    "score": ("{score} · {words}", "{score} · {words}", "{score}，{words}"),
    "own": ("importance {value}", "Wichtigkeit {value}", "重要性 {value}"),
    "satisfied": ("satisfaction {value}", "Zufriedenheit {value}", "满足度 {value}"),
    "due": ("by {date}", "bis {date}", "截止 {date}"),
    "rank": ("pain no. {number}", "Schmerz Nr. {number}", "痛点第 {number}"),
    "worst": ("What hurts most: {pain}", "Was am meisten schmerzt: {pain}", "最痛的是：{pain}"),
    "quick-win": ("quick win", "schneller Gewinn", "速赢"),
    "big-bet": ("big bet", "großes Vorhaben", "大工程"),
    "fill-in": ("fill-in", "nebenbei", "顺手做"),
    "drop": ("better not", "lieber nicht", "不值得"),
    "wait": ("Wait", "Wartezeit", "等待"),
    "duration": ("Takes", "Dauer", "耗时"),
    "nps": ("NPS", "NPS", "NPS"),
    "csat": ("CSAT", "CSAT", "CSAT"),
    "ces": ("CES", "CES", "CES"),
    "optional": ("optional", "freiwillig", "可选"),
    "condition": ("only under a condition", "nur unter einer Bedingung", "有条件时"),
    "return": ("return", "zurück", "返回"),
    "entry": ("begins here", "Beginn", "由此开始"),
    "exit": ("leaves", "Ausstieg", "由此离开"),
    "time": ("Time", "Zeit", "时间"),
    "untimed": ("time not known", "Zeit nicht bekannt", "时间未知"),
    "stretched": ("not to scale", "nicht maßstäblich", "不按比例"),
    "broken": ("cut short", "verkürzt", "已缩短"),
    "scaled": ("{name} ({scale})", "{name} ({scale})", "{name}（{scale}）"),
    "then": ("{name} ({state})", "{name} ({state})", "{name}（{state}）"),
    "page": ("Page {number} of {count}", "Seite {number} von {count}", "第 {number} 页，共 {count} 页"),
    "shown": ("Shown: {name}", "Gezeigt: {name}", "视图：{name}"),
}

PREFIX: Final = "map."
EN: Final = {PREFIX + key: texts[0] for key, texts in _WORDS.items()}
DE: Final = {PREFIX + key: texts[1] for key, texts in _WORDS.items()}
ZH: Final = {PREFIX + key: texts[2] for key, texts in _WORDS.items()}
