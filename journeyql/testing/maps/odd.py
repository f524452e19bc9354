"""Maps that hardly anybody writes: empty, broken, at the ends of what can be said. A plugin has to live with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_STAGE: Final = 'journey j "J"\n  stage s "S"\n'
_STEP: Final = f'{_STAGE}    touchpoint t "T"'


def _deep(levels: int) -> str:
    return f"{_STAGE}    pain p\n" + "".join(f"{'  ' * depth}cause c{depth}\n" for depth in range(3, levels))


#: The maps by what is odd about them.
ODD: Final[Mapping[str, str]] = {
    "empty": "",
    "a comment": "# later\n",
    "nobody and nothing": "journey\n",
    "no journey": 'persona p "P"\nchannel c\n',
    "a stage alone": _STAGE,
    "no names and no titles": "journey\n  stage\n    touchpoint\n    touchpoint\n  stage\n",
    "empty titles": 'journey j ""\n  stage s " "\n    touchpoint t "\\n" emotion=1\n      pain p ""\n',
    "equal titles": 'journey a "A"\n  stage b "A"\n    touchpoint c "A"\n    touchpoint d "A"\njourney e "A"\n  stage f "A"\n',
    "deep": _deep(64),
    "the ends of the scale": f"{_STEP} emotion=1\n    touchpoint u emotion=5\n    touchpoint v emotion=1\n",
    "a scale of one point": "journey j scale=3..3\n  stage s emotion=3\n",
    "a scale below zero": "journey j scale=-2..2\n  stage s emotion=-2\n  stage t emotion=0\n  stage u emotion=2\n",
    "an open scale": "journey j scale=..5\n  stage s emotion=-900\n  stage t emotion=5\n",
    "small and large numbers": (
        f"{_STEP} importance=0 capacity=99999999999999 nps=-100 wait=0s duration=99999999999999y\n"
        "      pain p frequency=0% importance=0\n      action a cost=0EUR effort=1 impact=5\n      -> t share=0%\n"
    ),
    "around itself": f"{_STEP}\n      -> t\n      -> t share=50%\n      -> start\n",
    "back and forth": f"{_STEP}\n      -> u\n    touchpoint u\n      -> t\n      -> end\n",
    "shares beyond the whole": f"{_STEP}\n      -> u share=80%\n      -> v share=70%\n    touchpoint u\n    touchpoint v\n",
    "arrows to nowhere": f"{_STEP}\n      -> nobody\n      -> x.y.z share=10%\n",
    "only for one": f"persona p\npersona q\n{_STEP.replace('touchpoint', 'touchpoint[p]')}\n    touchpoint[q] u emotion=1\n",
    "for nobody": f"persona p\n{_STEP.replace('touchpoint', 'touchpoint[p]')} emotion[future]=3 emotion[p]=1\n",
    "only later": f"{_STEP.replace('touchpoint', 'touchpoint[future]')} emotion=3\n",
    "in many languages": f'{_STEP}\n      title[de]: "Ü"\n      title[zh]: "触点"\n      title[ar]: "نقطة"\n      title[hi]: "पैसा"\n',
    "unknown words": f'{_STEP} emotoin=2 feeling=x\n      wibble w "W"\n      owner: nobody\n      channel: nothing\n',
    "wrong values": f'{_STEP} emotion=9 wait=soon importance="much"\n      pain p severity=awful frequency=300%\n',
    "twice the same": f"{_STEP} emotion=1 emotion=2\n    touchpoint t\n    touchpoint t\n",
    "broken lines": 'journey j "J\n  stage ]\n    touchpoint t emotion\n   odd {\n"\n-> -> x\n`\n',
    "used in vain": 'use base `nothing.journey`\nextend base.j\n  title "X"\nomit base.t\n',
    "used by itself": "use me `map.journey`\njourney j\n",
    "silenced": f'{_STEP}\n      allow unknown-channel "later" until=2020-01-01\n      allow nobodys-rule "x"\n',
}
