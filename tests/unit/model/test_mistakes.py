"""Mistakes in words, names and places: each is told once, under the exact words, with what would help."""

from __future__ import annotations

import pytest
from resolving import clean, resolved

from journeyql.diagnostics import Diagnostic
from journeyql.model import Context, Measure, Touchpoint
from journeyql.model.codes import COMMON, CURRENCIES, LANGUAGES, TERRITORIES

STEPS = """
journey j "J"
  stage s "S"
    touchpoint a "A"
    touchpoint b "B"
  stage t "T"
    touchpoint c "C"
"""


def told(text: str) -> list[tuple[str, str, str]]:
    return [_row(item) for item in resolved(text).diagnostics]


def _row(item: Diagnostic) -> tuple[str, str, str]:
    assert item.span is not None
    return item.rule.name, item.span.text, item.help


def test_a_kind_is_no_property() -> None:
    hint = '`journey` begins a line of its own, without a colon: `journey "…"`'
    assert told("journey: Dentist\n") == [("unknown-property", "journey", hint)]


# ---- Circles


def _circle(lines: str) -> list[str]:
    found = resolved(lines).diagnostics
    assert {item.rule.name for item in found} <= {"circle"}
    return [item.message.partition(": ")[2].replace("`", "") for item in found]


@pytest.mark.parametrize(
    ("lines", "circles"),
    [
        ('action a "A" depends=b\naction b "B"', []),
        ('action a "A" depends=a', ["a → a"]),
        ('action a "A" depends=b\naction b "B" depends=a', ["a → b → a"]),
        ('action a "A" depends=x, c\naction b "B" depends=a\naction c "C" depends=b\naction x "X"', ["a → c → b → a"]),
        ('action a "A" depends=b\naction b "B" depends=c\naction c "C" depends=b', ["b → c → b"]),
        ('action a "A" depends=b\naction b "B" depends=a, c\naction c "C" depends=b', ["a → b → a"]),
        ('market A "A" in=X, B\nmarket X "X"\nmarket B "B" in=A', ["A → B → A"]),
    ],
)
def test_circles(lines: str, circles: list[str]) -> None:
    assert _circle(lines + "\n") == circles


def test_circles_of_a_long_chain_are_found_in_one_walk() -> None:
    chain = "".join(f'action a{n} "A" depends=a{n + 1}, a{max(n - 1, 0)}\n' for n in range(3000))
    assert len(_circle(chain + 'action a3000 "A"\n')) == 1500


# ---- `after`


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("extend j\n  touchpoint n after=b", ("missing-text", "touchpoint n after=b")),
        ('extend j\n  touchpoint n "N" after=s', ("misplaced-after", "s")),
        ('extend j\n  touchpoint n "N" after=x', ("unknown-name", "x")),
        ("extend s.a after=c", ("misplaced-after", "c")),
        ('extend j\n  stage n "N" after=c', ("misplaced-after", "c")),
    ],
)
def test_what_cannot_be_placed(lines: str, expected: tuple[str, str]) -> None:
    assert [row[:2] for row in told(f"{STEPS}\n{lines}\n")] == [expected]


def test_the_order_of_lines_counts_where_they_are_written() -> None:
    text = STEPS.replace('b "B"', 'b "B" after=c')
    assert [row[:2] for row in told(text)] == [("misplaced-after", "after=c")]
    assert [step.id for step in resolved(text).model.view().of(Touchpoint)] == ["a", "b", "c"]


def test_an_extension_places_what_it_adds_and_what_is_there() -> None:
    text = STEPS + '\nextend j\n  touchpoint n "N" after=a\n  extend s.a after=b\n'
    assert [step.id for step in clean(text).model.view().of(Touchpoint)] == ["b", "a", "n", "c"]


# ---- Words of the vocabulary as values


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lanes=emotion, pain, own", []),
        ("lanes=emotoin", [("unknown-word", "emotoin", "did you mean `emotion`?")]),
        ("lanes=persona", [("unknown-word", "persona", "")]),
        ("kinds=pain, action", []),
        ("kinds=paim", [("unknown-word", "paim", "did you mean `pain`?")]),
        ("kinds=emotion", [("unknown-word", "emotion", "")]),
        ("persona=mai", [("unknown-persona", "mai", "did you mean `mei`?")]),
        ("market=ZZ", [("unknown-name", "ZZ", "")]),
        ("state=futur", [("unknown-word", "futur", "did you mean `future`?")]),
        ("locale=cn", [("unknown-code", "cn", "did you mean `zh`?")]),
    ],
)
def test_a_view_names_what_there_is(words: str, expected: list[tuple[str, str, str]]) -> None:
    text = f'{STEPS}\n  lane own "Own"\n  view v "V" {words}\npersona mei "Mei"\n'
    found = told(text)
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    assert all(wanted[2] in row[2] for row, wanted in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("scale", []),
        ("goal", []),
        ("s.a", []),
        ("own", []),
        ("scal", [("unknown-word", "scal", "did you mean `scale`?")]),
        (
            "s.x",
            [("unknown-word", "s.x", "expected a property like scale, a kind like goal, or the path of an element")],
        ),
    ],
)
def test_a_journey_locks_what_there_is(word: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(STEPS.replace('"J"', f'"J" locked={word}') + '\n  lane own "Own"\n') == expected


# ---- Words that are known elsewhere


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('journey j "J"\n  touchpont "T"', ("touchpont", "did you mean `touchpoint`? It stands in a stage;", False)),
        (
            'journey j "J"\n  stage s "S"\n    stge t "T"',
            ("stge", "did you mean `stage`? It stands in a journey;", False),
        ),
        ('journey j "J"\nstge t "T"', ("stge", "did you mean `stage`?", True)),
        ('stge t "T"', ("stge", "did you mean `stage`? It stands in a journey;", False)),
        ('stages: "T"', ("stages", "did you mean `stage`? It stands in a journey;", False)),
        ('journey j "J"\n  stages: "T"', ("stages", "did you mean `stage`?", True)),
        ('team t "T" use=bogus', ("use", "expected one of ", False)),
        ('journey j "J"\n  stage s "S" bogus=1', ("bogus", "to add one of your own, declare a lane: ", False)),
    ],
)
def test_a_word_that_is_meant_elsewhere(lines: str, expected: tuple[str, str, bool]) -> None:
    words, help_, mended = expected
    (found,) = resolved(lines + "\n").diagnostics
    assert (found.span and found.span.text, found.help[: len(help_)], bool(found.fixes)) == (words, help_, mended)


# ---- Endless values


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("csat: " + ",".join(["123"] * 2000), "thousands-separator"),
        ("csat: " + "1" * 6000, "wrong-value"),
        ("owner: " + "x" * 6000, "unknown-name"),
        ("x" * 6000 + ": 1", "unknown-property"),
        ("x" * 6000 + ' "X"', "unknown-kind"),
        ('owner: "' + "service x " * 600 + '"', "wrong-value"),
        ("emotion[" + "x" * 6000 + "]: 2", "unknown-qualifier"),
    ],
    ids=lambda value: value[:12],
)
def test_what_is_quoted_is_short(line: str, rule: str) -> None:
    found = resolved(f"{STEPS}      {line}\n").diagnostics
    assert [item.rule.name for item in found] == [rule]
    assert all(
        len(words) < 600 for item in found for words in (item.message, item.help, *(f.title for f in item.fixes))
    )


# ---- Codes


def test_the_codes_are_those_of_the_standards() -> None:
    """Of ISO 4217 list one: 178 codes in January 2026, of which XTS and XXX are no currencies. Six are of list three."""
    assert len(CURRENCIES) == 178 - 2 + 6
    assert COMMON <= CURRENCIES
    # ISO 3166-1 has 249 codes and reserves EU; ISO 639-1 has 183.
    assert len(TERRITORIES) == 249 + 1
    assert len([code for code in LANGUAGES if len(code) == 2]) == 183 + 2  # and `bh` and `sh`, which it withdrew


@pytest.mark.parametrize(
    ("value", "help_", "safe"),
    [
        ("12EUR", None, None),
        ("12.50XOF", None, None),
        ("12EUT", "did you mean `12EUR`?", False),
        ("12eur", "write `12EUR`", True),
        ("12mop", "write `12MOP`", True),
        ("12Eur", "write `12EUR`", True),
        ("12QQQ", "expected a code of ISO 4217 like EUR, USD or CNY", None),
        ("12RMB", "did you mean `12CNY`?", False),
    ],
)
def test_a_sum_of_money_has_a_currency_that_exists(value: str, help_: str | None, safe: bool | None) -> None:
    for line in (f"action cost={value}", f"metric value={value}"):
        found = resolved(line + "\n").diagnostics
        assert [(item.rule.name, item.help) for item in found] == ([("unknown-code", help_)] if help_ else [])
        assert [fix.safe for item in found for fix in item.fixes] == ([] if safe is None else [safe])


@pytest.mark.parametrize("value", ["9999999999999999EUR", "0.12345678901234EUR", "9999999999999999eur"])
def test_a_sum_of_money_with_too_many_digits_says_so(value: str) -> None:
    for line, word in ((f"action cost={value}", "cost"), (f"metric value={value}", "value")):
        (found,) = resolved(line + "\n").diagnostics
        assert (found.rule.name, found.message, found.fixes) == (
            "wrong-value",
            f"`{value}` is no value for `{word}`",
            (),
        )
        assert found.help == "its number has too many digits: 15 at most, sign and point among them"


@pytest.mark.parametrize("value", ["EUR12", "12€"])
def test_a_currency_stands_behind_its_number(value: str) -> None:
    assert [(row[0], row[2]) for row in told(f"action cost={value}\n")] == [("unit-spelling", "write `12EUR`")]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("territory=DE", []),
        ("territory=de", [("unknown-code", "de", "write `DE`")]),
        ("territory=UK", [("unknown-code", "UK", "did you mean `GB`?")]),
        ("currency=EUR", []),
        ("currency=EURO", [("unknown-code", "EURO", "did you mean `EUR`?")]),
        ('currency="EUR"', [("wrong-value", '"EUR"', "expected a code without quotation marks")]),
        ("locales=de, zh-Hans, en-GB, haw", []),
        ("locales=zh-hans", []),
        ("locales=english", [("unknown-code", "english", "did you mean `en`?")]),
        ("locales=en-UK", [("unknown-code", "en-UK", "did you mean `en-GB`?")]),
        ("locales=xx", [("unknown-code", "xx", "expected a language tag like en, de-AT or zh-Hans")]),
    ],
)
def test_codes_of_a_market(item: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(f'market M "M" {item}\n') == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zh-hans", []),
        ("zh-Hans", []),
        ("language.haw", []),
        ("cn", [("unknown-qualifier", "cn", "did you mean `CN`?")]),
        ("EN", [("unknown-qualifier", "EN", "did you mean `en`?")]),
        ("futur", [("unknown-qualifier", "futur", "did you mean `future`?")]),
        ("en-UK", [("unknown-qualifier", "en-UK", "did you mean `en-GB`?")]),
    ],
)
def test_codes_in_brackets(word: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(f'journey j "J"\n  title[{word}]: "K"\n') == expected


# ---- Chinese words


@pytest.mark.parametrize("line", ["旅程 j", "省略", "market CN 货币=CNY", "cap kind=服务"])
def test_chinese_words_ask_for_the_first_line(line: str) -> None:
    ours, theirs = told(line + "\n"), told(f"# language: zh\n{line}\n")
    assert [row[0] for row in ours] == ["foreign-keyword", *(row[0] for row in theirs)]


def test_chinese_words_are_told_once_and_understood() -> None:
    text = 'journey j "J"\n  阶段 s "S" 情绪=2\n    痛点 "P" 严重度=高\n扩展[CN] j.s\n  情绪: 3\n'
    found = resolved(text)
    assert [item.rule.name for item in found.diagnostics] == ["foreign-keyword"]
    assert [element.path for element in found.model.elements.values()] == ["j", "j.s", "j.s.p"]


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("# language: zh", []),
        ("# language: zh-CN", []),
        ("# language：zh", []),
        ("# language: en", ["foreign-keyword"]),
        ("# language: de", ["unknown-keyword-language", "foreign-keyword"]),
    ],
)
def test_the_first_comment_says_the_language_of_keywords(comment: str, rules: list[str]) -> None:
    assert [row[0] for row in told(f'{comment}\n旅程 j "J"\n  阶段 s "S"\n')] == rules


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ('pain "P" severity="high"', ["word-written-as-text"]),
        ('touchpoint optional="yes"', ["word-written-as-text"]),
        ('touchpoint feeling="high spirits"', []),
    ],
)
def test_a_word_needs_no_quotation_marks(line: str, rules: list[str]) -> None:
    assert [row[0] for row in told(f'journey j "J"\n  stage s "S"\n    {line}\n')] == rules


# ---- Locks

LOCKED = """
journey j "J" locked=%s
  goal g "Fast"
  stage s "S"
    touchpoint a "A" emotion=3
    touchpoint b "B"
market CN "China"
extend[CN] j
  %s
"""


@pytest.mark.parametrize(
    ("lock", "change", "expected"),
    [
        ("emotion", "extend s.a emotion=2", ["emotion=2"]),
        ("emotion", 'extend s.a title="Other"', []),
        ("emotion", 'touchpoint n "N" after=a emotion=2', []),
        ("goal", 'goal "Cheap"', ['goal "Cheap"']),
        ("goal", 'goal: "Cheap"', ['goal: "Cheap"']),
        ("goal", 'extend g "Slow"', ['extend g "Slow"']),
        ("s.a", "extend s.a emotion=2", ["emotion=2"]),
        ("s", "extend s.a emotion=2", ["emotion=2"]),
        ("s", "omit s.b", ["omit s.b"]),
        ("s", 'touchpoint n "N" after=a emotion=2', ['touchpoint n "N" after=a emotion=2']),
        ("s", "extend s.a\n    -> end", ["-> end"]),
        ("s", 'extend s.a\n    pain "P"', ['pain "P"']),
        ("s.a", 'extend s.b\n    pain "P"', []),
        ("a", 'extend s.b\n    pain "P"', []),
    ],
)
def test_a_market_cannot_change_what_is_locked(lock: str, change: str, expected: list[str]) -> None:
    found = told(LOCKED % (lock, change))
    assert [row[:2] for row in found] == [("locked", words) for words in expected]
    ours = (LOCKED % (lock, change)).replace("extend[CN]", "extend[future]")
    assert told(ours) == []


def test_a_lock_in_chinese_words_locks_the_same() -> None:
    text = '# language: zh\n旅程 j "J" 锁定=情绪\n  阶段 s "S" 情绪=2\n扩展[CN] j.s 情绪=3\n'
    assert [row[:2] for row in told(text)] == [("locked", "情绪=3")]


# ---- Values, and what stands behind them

TOUCHPOINT = """
journey j "J"
  stage s "S"
    touchpoint a "A"
      %s
  lane own "Own"
team ops "Operations team"
evidence ev "Ev" method=survey
persona mei "Mei"
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('emotion: "3"', ("wrong-value", '"3"', "expected a number on the scale, without quotation marks")),
        ("csat: 1,5", ("thousands-separator", "1,5", "write `1.5`; a comma separates values")),
        ("emotion: ٣", ("unit-spelling", "٣", "write `3`")),
        ("wait: 3", ("wrong-value", "3", "a duration has a unit: 3min, 3h, 3d or 3mo")),
        ("wait: -3", ("wrong-value", "-3", "expected a duration like 90s, 4min, 1h30min, 3d, 3wd, 2w, 6mo or 1y")),
        ("emotion: 5。", ("unit-spelling", "5。", "write `5`")),
        ("emotion: 4；", ("unit-spelling", "4；", "write `4`")),
        ("wait: 4分钟。", ("unit-spelling", "4分钟。", "write `4min`")),
        *(
            (f"csat: 3 sample={count}", ("wrong-value", count, "expected a whole number from 1 on, like 412"))
            for count in ("0", "-210", "2.5", "12%")
        ),
        ("optional: true", ("unknown-word", "true", "did you mean `yes`?")),
        (
            "share: 3%",
            ("unknown-property", "share", "`share` stands behind an arrow, on a line of its own: `-> next share=…`"),
        ),
        ("nps: 300", ("wrong-value", "300", "expected a number from -100 to 100")),
        ('owner: "Operations team"', ("wrong-value", '"Operations team"', 'write `ops` instead of "Operations team"')),
        ('owner: "Ops"', ("wrong-value", '"Ops"', 'write `ops` instead of "Ops"')),
        ('owner: "Somebody"', ("wrong-value", '"Somebody"', "expected the name of a team, partner or persona")),
        ('emotion: 2 from="ev"', ("wrong-value", '"ev"', 'write `ev` instead of "ev"')),
        ("emotion: 2 because=lost", ("wrong-value", "lost", "expected a text in quotation marks")),
        ('emotion: 2 because="a" because="b"', ("repeated-property", '"b"', "keep one, or qualify them")),
        ("emotion: 2 target=9", ("out-of-scale", "9", "use a value on the scale, or declare another scale")),
        ("emotion: 2 targt=3", ("unknown-option", "targt", "did you mean `target`?")),
        (
            "emotion: 2 target[nobody]=3",
            ("unknown-qualifier", "nobody", 'declare it with a line like `persona nobody "…"`'),
        ),
        (
            "target: 3",
            (
                "unknown-property",
                "target",
                "`target` says more about a value: write it behind the value of `nps`, `csat` or `ces`, on a line of its own",
            ),
        ),
        (
            "frequency: 3%",
            (
                "unknown-property",
                "frequency",
                "`frequency` belongs to a pain, need or opportunity; the indentation says what a line belongs to",
            ),
        ),
        (
            "season: 2026-11..2026",
            (
                "wrong-value",
                "2026-11..2026",
                "expected a date like 2026-11-21, 2026-11 or 2026-Q4, or a range like 2026-12-01..2026-12-24",
            ),
        ),
        ('pain "P" own="x"', ("unknown-property", "own", "`own` is a lane: stages and touchpoints have it")),
        (
            'touchpoint: "B"',
            ("misplaced-kind", "touchpoint", "it can stand in a stage; the indentation says what a line belongs to"),
        ),
        (
            "-> end -> a",
            ("lost-flow", "end", "end the line here, and begin another with the step that the next arrow leaves"),
        ),
        ("-> start", ("lost-flow", "start", "turn the arrow round")),
        ('allow[mei] no-emotion "x"', ("misplaced-qualifier", "mei", "leave them out")),
        ('allow no-emotion "x" untl=2027-01-01', ("unknown-option", "untl", "did you mean `until`?")),
    ],
)
def test_values(line: str, expected: tuple[str, str, str]) -> None:
    assert told(TOUCHPOINT % line) == [expected]


def test_options_may_differ_by_persona() -> None:
    view = clean(TOUCHPOINT % "wait: 4min target=2min target[mei]=1min").model.view(Context(persona="mei"))
    (touchpoint,) = view.of(Touchpoint)
    cell = view.cell(touchpoint.wait)
    assert cell is not None
    measure = cell.option(Measure)
    assert measure is not None
    assert str(view[measure.target]) == "1min"


@pytest.mark.parametrize(
    ("lanes", "expected"),
    [
        ('lane x "X" type=choice', [("unclear-lane", "add them to the line, like `values=phone, desktop`")]),
        ('lane x "X" values=a, b', []),
        ("lane", [("unclear-lane", 'write `lane relevance "…"`')]),
        ('lane x "X" type=scroe', [("unknown-word", "did you mean `score`?")]),
        (
            'lane x "X" type=text\n  lane[mei] x "Y" type=money',
            [("unclear-lane", "give one of them another name, or both the same type")],
        ),
        ('lane "My Score" type=score\n  stage s "S" my-score=3', []),
        ('lane cost "Cost" type=money\n  stage s "S" cost=3EUR', []),
        ('lane emotion "Enjoyability"\n  stage s "S" emotion=3', []),
        ('lane pain "Frustrations"\n  stage s "S"\n    pain "P"', []),
        ('lane x "X" type=scroe\n  stage s "S" x=3', [("unknown-word", "did you mean `score`?")]),
    ],
)
def test_lanes(lanes: str, expected: list[tuple[str, str]]) -> None:
    assert [(row[0], row[2]) for row in told(f'persona mei "Mei"\njourney j "J"\n  {lanes}\n')] == expected


def test_an_arrow_stays_in_its_journey() -> None:
    text = 'journey one "One"\n  stage a "A"\njourney two "Two"\n  stage b "B"\n  b -> a\n'
    assert [row[:2] for row in told(text)] == [("lost-flow", "a")]


def test_one_note_on_the_order_of_qualifiers_names_the_contexts() -> None:
    text = TOUCHPOINT % "emotion[mei]: 2\n      emotion[future]: 3\n      emotion[CN]: 4"
    (note,) = resolved(text).diagnostics
    assert note.message.endswith("for future with mei, mei with CN, future with CN")


@pytest.mark.parametrize(("name", "meant"), [("s.x", "s.a"), ("t.a", "s.a"), ("s.fil", "s.file"), ("fil", "file")])
def test_a_path_is_mended_where_it_is_wrong(name: str, meant: str) -> None:
    text = f'journey j "J"\n  stage s "S"\n    touchpoint a "A"\n    touchpoint file "F"\n  {name} -> end\n'
    declare = 'declare it with a line like `stage x "…"` or `touchpoint x "…"`'
    expected = f"did you mean `{meant}`?" if name != "s.x" else declare
    assert [row[2] for row in told(text)] == [expected]


@pytest.mark.parametrize("line", ["use b `b.journey` x=1", "omit j.s x=1", "omit j.s\n  x: 1"])
def test_a_directive_has_no_options_of_others(line: str) -> None:
    found = resolved(f'journey j "J"\n  stage s "S"\n{line}\n', b='channel c "C"\n').diagnostics
    assert [(item.rule.name, item.help) for item in found] == [("unknown-option", "it takes none")]
