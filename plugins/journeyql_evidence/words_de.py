"""What is not known, in German (data only)."""

from __future__ import annotations

from typing import Final

#: The keys of `unknowns`, each with the number of places and the title of the first.
DE: Final = {
    "evidence.pain-without-frequency": "Wie viele Kunden die {count} schweren Probleme ohne Häufigkeit treffen, zuerst „{first}“",
    "evidence.pain-without-frequency#one": "Wie viele Kunden das schwere Problem „{first}“ trifft",
    "evidence.guessed-low": "Ob die {count} tiefsten Werte stimmen, zuerst „{first}“: Sie sind Annahmen",
    "evidence.guessed-low#one": "Ob der tiefste Wert bei „{first}“ stimmt: Er ist eine Annahme",
    "evidence.guessed-frequency": "Wie oft {count} Probleme wirklich auftreten, zuerst „{first}“: Ihre Häufigkeiten sind Annahmen",
    "evidence.guessed-frequency#one": "Wie oft „{first}“ wirklich auftritt: Die Häufigkeit ist eine Annahme",
    "evidence.goal-without-metric": "Ob {count} Ziele erreicht werden, zuerst „{first}“: Keine Kennzahl sagt es",
    "evidence.goal-without-metric#one": "Ob das Ziel „{first}“ erreicht wird: Keine Kennzahl sagt es",
    "evidence.goal-without-link": "Ob {count} Ziele erreicht werden, zuerst „{first}“: Keine Kennzahl ist mit ihnen verknüpft",
    "evidence.goal-without-link#one": "Ob das Ziel „{first}“ erreicht wird: Keine Kennzahl ist mit ihm verknüpft",
    "evidence.metric-without-value": "Wo {count} Kennzahlen heute stehen, zuerst „{first}“: Sie haben keinen Wert",
    "evidence.metric-without-value#one": "Wo die Kennzahl „{first}“ heute steht: Sie hat keinen Wert",
    "evidence.unmeasured-truth": "Wie {count} Momente der Wahrheit verlaufen, zuerst „{first}“: Nichts misst sie",
    "evidence.unmeasured-truth#one": "Wie der Moment der Wahrheit „{first}“ verläuft: Nichts misst ihn",
    "evidence.wait-without-target": "Wie lange Kunden an {count} Stellen warten dürfen, zuerst „{first}“",
    "evidence.wait-without-target#one": "Wie lange Kunden bei „{first}“ warten dürfen",
    "evidence.step-without-score": "Wie sich Kunden bei {count} Schritten fühlen, zuerst „{first}“",
    "evidence.step-without-score#one": "Wie sich Kunden bei „{first}“ fühlen",
    "evidence.undecided-experiment": "Was {count} Experimente ergeben, zuerst „{first}“",
    "evidence.undecided-experiment#one": "Was das Experiment „{first}“ ergibt",
    "evidence.opportunity-without-weight": "Wie wichtig {count} Chancen für Kunden sind, zuerst „{first}“",
    "evidence.opportunity-without-weight#one": "Wie wichtig die Chance „{first}“ für Kunden ist",
}
