"""What is not known, in English (data only)."""

from __future__ import annotations

from typing import Final

#: The keys of `unknowns`, each with the number of places and the title of the first.
EN: Final = {
    "evidence.pain-without-frequency": "How many customers the {count} severe pains without a frequency hit, first “{first}”",
    "evidence.pain-without-frequency#one": "How many customers the severe pain “{first}” hits",
    "evidence.guessed-low": "Whether the {count} lowest scores are true, first “{first}”: they are assumptions",
    "evidence.guessed-low#one": "Whether the lowest score, at “{first}”, is true: it is an assumption",
    "evidence.guessed-frequency": "How often {count} pains really occur, first “{first}”: their frequencies are assumptions",
    "evidence.guessed-frequency#one": "How often “{first}” really occurs: its frequency is an assumption",
    "evidence.goal-without-metric": "Whether {count} goals are reached, first “{first}”: no metric says so",
    "evidence.goal-without-metric#one": "Whether the goal “{first}” is reached: no metric says so",
    "evidence.goal-without-link": "Whether {count} goals are reached, first “{first}”: no metric is linked to them",
    "evidence.goal-without-link#one": "Whether the goal “{first}” is reached: no metric is linked to it",
    "evidence.metric-without-value": "Where {count} metrics stand today, first “{first}”: they have no value",
    "evidence.metric-without-value#one": "Where the metric “{first}” stands today: it has no value",
    "evidence.unmeasured-truth": "How {count} moments of truth go, first “{first}”: nothing measures them",
    "evidence.unmeasured-truth#one": "How the moment of truth “{first}” goes: nothing measures it",
    "evidence.wait-without-target": "How long customers may be kept waiting at {count} places, first “{first}”",
    "evidence.wait-without-target#one": "How long customers may be kept waiting at “{first}”",
    "evidence.step-without-score": "How customers feel at {count} steps, first “{first}”",
    "evidence.step-without-score#one": "How customers feel at “{first}”",
    "evidence.undecided-experiment": "What {count} experiments come to, first “{first}”",
    "evidence.undecided-experiment#one": "What the experiment “{first}” comes to",
    "evidence.opportunity-without-weight": "How much {count} opportunities matter to customers, first “{first}”",
    "evidence.opportunity-without-weight#one": "How much the opportunity “{first}” matters to customers",
}
