"""The words of the facts about priorities (data only)."""

from __future__ import annotations

from typing import Final

#: Key without prefix -> English, German, Chinese.
_WORDS: Final = {
    "why.zero": ("something is divided by zero", "es wird durch null geteilt", "除数为零"),
    "why.undefined": ("it has no finite value", "es gibt keinen endlichen Wert", "没有有限的数值"),
    "why.negative": (
        "a cost or a reach cannot be below zero",
        "Kosten und Reichweite können nicht unter null liegen",
        "成本和触达不能小于零",
    ),
    "why.never": (
        "it is never earned back, as the benefit in a year is not above zero",
        "es zahlt sich nie aus, denn der Nutzen im Jahr liegt nicht über null",
        "永远收不回投资：年收益不大于零",
    ),
    "why.currencies": (
        "amounts in different currencies ({currencies}) are not put together",
        "Beträge in verschiedenen Währungen ({currencies}) werden nicht verrechnet",
        "不同货币（{currencies}）的金额不合并计算",
    ),
    # The scores and what they are made of; a formula of one's own goes by its name
    "score.impact-effort": ("impact ÷ effort", "Wirkung ÷ Aufwand", "影响 ÷ 工作量"),
    "score.rice": ("RICE", "RICE", "RICE"),
    "score.ice": ("ICE", "ICE", "ICE"),
    "score.wsjf": ("WSJF", "WSJF", "WSJF"),
    "score.roi": ("return on investment", "Kapitalrendite", "投资回报"),
    "score.payback": ("payback in years", "Amortisation in Jahren", "回收期（年）"),
    "input.impact": ("impact", "Wirkung", "影响"),
    "input.effort": ("effort", "Aufwand", "工作量"),
    "input.ease": ("ease", "Leichtigkeit", "易行度"),
    "input.reach": ("reach", "Reichweite", "触达"),
    "input.confidence": ("confidence", "Zuversicht", "把握"),
    "input.urgency": ("urgency", "Dringlichkeit", "紧迫度"),
    "input.severity": ("severity", "Schwere", "严重度"),
    "input.frequency": ("frequency", "Häufigkeit", "频率"),
    "input.importance": ("importance", "Wichtigkeit", "重要性"),
    "input.satisfaction": ("satisfaction", "Zufriedenheit", "满足度"),
    "input.opportunity": ("opportunity score", "Chancenwert", "机会分"),
    "input.cost": ("cost", "Kosten", "成本"),
    "input.benefit": ("benefit", "Nutzen", "收益"),
    "input.investment": ("investment", "Einsatz", "投资额"),
    "input.yearly": ("benefit in a year", "Nutzen im Jahr", "年收益"),
    "note.waits": ("waits for “{title}”", "wartet auf „{title}“", "要等“{title}”"),
    "note.without": (
        "depends on “{title}”, which was dropped",
        "setzt „{title}“ voraus, das verworfen ist",
        "依赖已放弃的“{title}”",
    ),
    "note.circle": (
        "waits for itself: its dependencies lead in a circle",
        "wartet auf sich selbst: die Abhängigkeiten führen im Kreis",
        "依赖成环，等于在等自己",
    ),
    "note.needed": ("{count} others wait for it", "{count} andere warten darauf", "另有{count}项在等它"),
    "note.needed#one": ("one other waits for it", "eine andere wartet darauf", "另有{count}项在等它"),
    "note.delayed": (
        "a quick win that comes no sooner than “{title}”, which is long-term",
        "ein schneller Gewinn, der nicht früher kommt als „{title}“, und das dauert",
        "本可速赢，却不会早于长期的“{title}”",
    ),
    "note.overdue": (
        "overdue: it was to be done by {due}",
        "überfällig: Es sollte bis {due} getan sein",
        "已逾期：应于{due}前完成",
    ),
    "note.unscheduled": (
        "a quick win without a date",
        "ein schneller Gewinn ohne Termin",
        "可以速赢，但没有日期",
    ),
    "note.no-status": (
        "a quick win; nothing says whether it has begun",
        "ein schneller Gewinn; ob er begonnen hat, steht nirgends",
        "可以速赢，但没写是否已开始",
    ),
}

EN: Final = {f"priorities.{key}": texts[0] for key, texts in _WORDS.items()}
DE: Final = {f"priorities.{key}": texts[1] for key, texts in _WORDS.items()}
ZH: Final = {f"priorities.{key}": texts[2] for key, texts in _WORDS.items()}
