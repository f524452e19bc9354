from __future__ import annotations

import re
from collections.abc import Callable

MAP = """
journey j "J"
  stage a "First"
    touchpoint one "One" @chat emotion=2
    touchpoint two "Two" emotion=4 moment=truth
      -> one "again" share=8% delay=2d if=open
    touchpoint[tom] three "Three" emotion=1
  stage b "Second" emotion=5
channel chat "Chat" kind=hidden
persona mei "Mei"
persona tom "Tom"
"""

WHOLE = """\
flowchart LR
  accTitle: J
  accDescr: The flow of “J”#58; 2 stages, 4 touchpoints.
  subgraph s1["First"]
    t1["1 One<br/>🙁 Chat"]:::hidden
    t2["★ 2 Two<br/>🙂"]:::moment
    t3["3 Three<br/>😣"]
  end
  t4(["4 Second<br/>😀"])
  at_end["End"]:::outside
  at_start["Start"]:::outside
  at_start --> t1
  t1 --> t2
  t2 -.->|"again · if open · 8% · after 2 days"| t1
  t2 -->|"Mei"| t4
  t4 --> at_end
  t2 -->|"Tom"| t3
  t3 -->|"Tom"| t4
  classDef hidden stroke-dasharray:5 4
  classDef moment stroke-width:3px
  classDef outside fill:none,stroke:none
"""


def blocks(text: str) -> list[str]:
    return re.findall(r"^```mermaid\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def test_the_flow(document: Callable[..., str]) -> None:
    assert blocks(document(MAP)) == [WHOLE]


def test_it_can_be_left_out(document: Callable[..., str]) -> None:
    assert blocks(document(MAP, diagram=False)) == []


def test_a_long_flow_runs_down_the_page(document: Callable[..., str]) -> None:
    text = 'journey "J"\n  stage "S"\n' + "".join(f'    touchpoint "T{index}" emotion=4\n' for index in range(8))
    (block,) = blocks(document(text))
    assert block.startswith("flowchart TB\n")


def test_a_large_flow_is_split_by_stage(document: Callable[..., str]) -> None:
    first, second = blocks(document(MAP, diagram_limit=500))
    assert "  accTitle: First\n" in first
    assert '  t2 -->|"Mei"| end_t4\n' in first
    assert '  end_t4["4 Second"]:::outside\n' in first
    assert "  accTitle: Second\n" in second
    assert '  start_t2["2 Two"]:::outside\n' in second
    assert '  start_t3 -->|"Tom"| t4\n' in second


def test_no_block_is_longer_than_mermaid_reads(document: Callable[..., str]) -> None:
    stages = (
        f'  stage s{s} "Stage {s}"\n'
        + "".join(f'    touchpoint t{s}_{t} "Touchpoint {s} {t} {"x" * 80}" emotion=4\n' for t in range(20))
        for s in range(20)
    )
    found = blocks(document('journey "J"\n' + "".join(stages)))
    assert len(found) == 20
    assert max(map(len, found)) < 50_000


def test_a_flow_of_one_stage_is_called_like_its_journey(document: Callable[..., str]) -> None:
    (block,) = blocks(document('journey "One"\n  "Stage" emotion=3\n'))
    assert block.startswith("flowchart LR\n  accTitle: One\n  accDescr: The flow of “One”")


def test_guards_are_told_by_the_titles_of_what_they_name(document: Callable[..., str]) -> None:
    text = MAP.replace("if=open", "if=reg unless=tom, tom.refused, tom.late") + 'segment reg "Regulars, all"\n'
    (block,) = blocks(document(text))
    assert (
        "|" + '"again · if “Regulars, all” · unless “Tom”, “Tom” refused, “Tom”#58; late · 8% · after 2 days"' + "|"
    ) in block
