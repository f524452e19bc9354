"""What is not known, in Chinese (data only)."""

from __future__ import annotations

from typing import Final

#: The keys of `unknowns`, each with the number of places and the title of the first.
ZH: Final = {
    "evidence.pain-without-frequency": "{count} 个严重痛点影响多少客户：没有写频率，首先是“{first}”",
    "evidence.pain-without-frequency#one": "严重痛点“{first}”影响多少客户：没有写频率",
    "evidence.guessed-low": "{count} 处最低分是否属实，首先是“{first}”：目前只是假设",
    "evidence.guessed-low#one": "最低分“{first}”是否属实：目前只是假设",
    "evidence.guessed-frequency": "{count} 个痛点实际出现得多频繁，首先是“{first}”：频率只是假设",
    "evidence.guessed-frequency#one": "“{first}”实际出现得多频繁：频率只是假设",
    "evidence.goal-without-metric": "{count} 个目标是否达到，首先是“{first}”：没有指标可以衡量",
    "evidence.goal-without-link": "{count} 个目标是否达到，首先是“{first}”：没有与之关联的指标",
    "evidence.goal-without-link#one": "目标“{first}”是否达到：没有与之关联的指标",
    "evidence.goal-without-metric#one": "目标“{first}”是否达到：没有指标可以衡量",
    "evidence.metric-without-value": "{count} 个指标目前是多少，首先是“{first}”：没有数值",
    "evidence.metric-without-value#one": "指标“{first}”目前是多少：没有数值",
    "evidence.unmeasured-truth": "{count} 个关键时刻的表现如何，首先是“{first}”：没有任何衡量",
    "evidence.unmeasured-truth#one": "关键时刻“{first}”的表现如何：没有任何衡量",
    "evidence.wait-without-target": "{count} 处等待最长可以多久，首先是“{first}”：没有目标",
    "evidence.wait-without-target#one": "“{first}”的等待最长可以多久：没有目标",
    "evidence.step-without-score": "{count} 个步骤中客户的感受，首先是“{first}”",
    "evidence.step-without-score#one": "“{first}”中客户的感受",
    "evidence.undecided-experiment": "{count} 个实验的结论，首先是“{first}”",
    "evidence.undecided-experiment#one": "实验“{first}”的结论",
    "evidence.opportunity-without-weight": "{count} 个机会点对客户有多重要，首先是“{first}”",
    "evidence.opportunity-without-weight#one": "机会点“{first}”对客户有多重要",
}
