"""Each mistake is told once, under the exact words, and its fix mends it."""

from __future__ import annotations

import pytest

from journeyql.ast import BrokenElement, Node
from journeyql.diagnostics import Diagnostic, Fix
from journeyql.source import SourceFile
from journeyql.syntax import RULES, parse


def findings(text: str) -> list[Diagnostic]:
    return list(parse(SourceFile("a.journey", text)).diagnostics)


def applied(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_rules_are_numbered_and_named_once() -> None:
    assert [rule.code for rule in RULES] == [f"JQL{number:03}" for number in range(1, len(RULES) + 1)]
    assert len({rule.name for rule in RULES}) == len(RULES)


# A wrong line; the rule; the words under the caret; the line after the fix (empty when there is none).
TABLE = [
    ('touchpoint file: "X"', "colon-after-header", ":", 'touchpoint file "X"'),
    ('stage report "X":', "colon-after-header", ":", 'stage report "X"'),
    ("stage[DE] report:", "colon-after-header", ":", "stage[DE] report"),
    ("emotion 2", "missing-colon", "emotion 2", "emotion: 2"),
    ("emotion[mei] 2", "missing-colon", "emotion[mei] 2", "emotion[mei]: 2"),
    ("wait 4min target=1min", "missing-colon", "wait 4min", "wait: 4min target=1min"),
    ('touchpoint a "x" emotion 2', "missing-colon", "emotion 2", 'touchpoint a "x" emotion=2'),
    ("wait: 4min, target=1min", "comma-between-options", ",", "wait: 4min target=1min"),
    ('touchpoint a "x", emotion=2', "comma-between-options", ",", 'touchpoint a "x" emotion=2'),
    ('touchpoint a, "x", @app, emotion=2', "comma-between-options", ",", 'touchpoint a "x" @app emotion=2'),
    ('touchpoint a "x emotion=2', "unclosed-text", '"x', 'touchpoint a "x" emotion=2'),
    ("touchpoint a “x emotion=2", "unclosed-text", "“x", 'touchpoint a "x" emotion=2'),
    ('touchpoint a "x @b emotion[m]=2', "unclosed-text", '"x', 'touchpoint a "x" @b emotion[m]=2'),
    ('doing: "Meets @tom at the bar', "unclosed-text", '"Meets @tom at the bar', 'doing: "Meets @tom at the bar"'),
    ("note: “x", "unclosed-text", "“x", 'note: "x"'),
    ('doing: "x # y', "unclosed-text", '"x # y', 'doing: "x # y"'),
    ("colour: #ff0000", "hash-in-value", "#ff0000", "colour: `#ff0000`"),
    ("stage a colour=#ff0000", "hash-in-value", "#ff0000", "stage a colour=`#ff0000`"),
    ("wait: 4 min", "blank-before-unit", "4 min", "wait: 4min"),
    ("wait: 4 min target=1 min", "blank-before-unit", "4 min", "wait: 4min target=1min"),
    ("wait 4 min", "missing-colon", "wait 4 min", "wait: 4min"),
    ("cost=5 €", "equals-for-colon", "=", "cost: 5EUR"),
    ("wait: 4 分钟", "blank-before-unit", "4 分钟", "wait: 4min"),
    ("wait: 90 minutes target=1min", "blank-before-unit", "90 minutes", "wait: 90min target=1min"),
    ("wait: 1 hour 30 minutes", "blank-before-unit", "1 hour 30 minutes", "wait: 1h30min"),
    ("share: 35 %", "blank-before-unit", "35 %", "share: 35%"),
    ("share: ３５ ％", "blank-before-unit", "３５ ％", "share: 35%"),
    ("-> visit share=35 % delay=2d", "blank-before-unit", "35 %", "-> visit share=35% delay=2d"),
    ("35 %", "blank-before-unit", "35 %", ""),
    ("wait: 1 200min", "unexpected-word", "1 200min", "wait: 1200min"),
    ("cost: 1 200 000.50 EUR", "unexpected-word", "1 200 000.50 EUR", "cost: 1200000.50EUR"),
    ("touchpoint a cost=1\u202f200 € x=1", "unexpected-word", "1\u202f200 €", "touchpoint a cost=1200EUR x=1"),
    ("emotion: .5", "unexpected-word", ".5", "emotion: 0.5"),
    ("touchpoint a emotion=.5 x=1", "unexpected-word", ".5", "touchpoint a emotion=0.5 x=1"),
    ("-> visit 35%", "unexpected-word", "35%", "-> visit share=35%"),
    ('a -> visit "x" 2d', "unexpected-word", "2d", 'a -> visit "x" delay=2d'),
    ("-> visit 35", "name-begins-with-digit", "35", ""),
    ('"x" emotion=2 "y"', "two-texts", '"y"', ""),
    ("cost: 1200 EUR", "blank-before-unit", "1200 EUR", "cost: 1200EUR"),
    ("cost: 1,200 EUR", "blank-before-unit", "1,200 EUR", "cost: 1200EUR"),
    ("cost: EUR 12", "blank-before-unit", "EUR 12", "cost: 12EUR"),
    ("cost: €1200", "blank-before-unit", "€1200", "cost: 1200EUR"),
    ("cost: $5", "blank-before-unit", "$5", "cost: 5USD"),
    ("at: 8:00 pm", "blank-before-unit", "8:00 pm", "at: 20:00"),
    ("touchpoint a at=8 am", "blank-before-unit", "8 am", "touchpoint a at=08:00"),
    ("wait: 5 to 10 minutes", "blank-before-unit", "5 to 10 minutes", ""),
    ("wait: 5–10 min", "blank-before-unit", "5–10 min", ""),
    ("wait: 5 to 10", "unquoted-text", "5 to 10", 'wait: "5 to 10"'),
    ("cost: 5 people", "unquoted-text", "5 people", ""),
    ("touchpoint a emotion=2 feeling", "missing-value", "feeling", ""),
    ("wait: ~5min", "unexpected-word", "~", "wait: 5min"),
    ("emotion: 2 3", "unexpected-word", "3", "emotion: 2, 3"),
    ("mix: mei 12%", "unexpected-word", "12%", "mix: mei, 12%"),
    ("wait: 4min target within=80%", "missing-value", "target", ""),
    ('touchpoint a wait=4 min "x"', "blank-before-unit", "4 min", 'touchpoint a wait=4min "x"'),
    ("emotion:", "missing-value", "emotion:", ""),
    ("emotion: # later", "missing-value", "emotion:", ""),
    ("quote: |", "missing-value", "|", ""),
    ("wait: target=1min", "missing-value", "wait: target=1min", ""),
    ("touchpoint a emotion=", "missing-value", "emotion=", ""),
    ("touchpoint a emotion= feeling=x", "missing-value", "emotion=", ""),
    ('touchpoint a "x" emotion', "missing-value", "emotion", ""),
    ('touchpoint a "x" "y"', "two-texts", '"y"', ""),
    ('doing "x" "y"', "two-texts", '"y"', ""),
    ('"x" "y"', "two-texts", '"y"', ""),
    ('doing: "x" "y"', "two-texts", '"y"', 'doing: "x", "y"'),
    ('doing: "x" "y" "z"', "two-texts", '"y"', 'doing: "x", "y", "z"'),
    ('touchpoint: a "x"', "colon-after-header", ":", 'touchpoint a "x"'),
    ('touchpoint:a "x" @b', "colon-after-header", ":", 'touchpoint a "x" @b'),
    ('touchpoint a "x" emotion: 2', "colon-for-equals", ":", 'touchpoint a "x" emotion=2'),
    ("wait: 4min target: 1min", "colon-for-equals", ":", "wait: 4min target=1min"),
    ('touchpoint call back "x"', "blank-in-name", "call back", 'touchpoint call-back "x"'),
    ('-> call back "x"', "blank-in-name", "call back", '-> call-back "x"'),
    ("touchpoint call back", "unquoted-text", "call back", 'touchpoint "call back"'),
    ("stage report Report", "unquoted-text", "Report", 'stage report "Report"'),
    ("call -> visit not ready", "unquoted-text", "not ready", 'call -> visit "not ready"'),
    ("-> visit ready share=35%", "unquoted-text", "ready", '-> visit "ready" share=35%'),
    ("emotion=very good", "unquoted-text", "very good", ""),
    ("touchpoint a emotion=very good x=1", "unquoted-text", "very good", ""),
    ("touchpoint a @b,c", "several-channels", "@b,c", ""),
    ("@b, @c", "several-channels", "@b, @c", ""),
    ('touchpoint a "x" @"Resident app"', "channel-as-text", '"Resident app"', ""),
    ('touchpoint a @"app"', "channel-as-text", '"app"', "touchpoint a @app"),
    ("touchpoint a @'Resident app'", "channel-as-text", "'Resident app'", ""),
    ("@b", "unexpected-word", "@b", "channel: b"),
    ("@b;", "unexpected-word", ";", ""),
    ("touchpoint a @b;", "unexpected-word", ";", "touchpoint a @b"),
    ("touchpoint a @b.", "unexpected-word", ".", "touchpoint a @b"),
    ("goal: Fixed it;", "unquoted-text", "Fixed it;", 'goal: "Fixed it;"'),
    ("persona: a; b", "unexpected-word", ";", "persona: a, b"),
    ('touchpoint a "x"; emotion=2', "unexpected-word", ";", 'touchpoint a "x" emotion=2'),
    ("emotion: 2; feeling: sad", "unexpected-word", ";", "emotion: 2\nfeeling: sad"),
    ("emotion＝4；feeling＝calm", "unexpected-word", "；", "emotion: 4\nfeeling: calm"),
    ("  emotion=4;feeling[mei]=calm;wait=2d", "unexpected-word", ";", "  emotion: 4\n  feeling[mei]: calm\n  wait: 2d"),
    ('touchpoint a "x" emotion=2；wait=1d; @b', "unexpected-word", "；", 'touchpoint a "x" emotion=2 wait=1d @b'),
    ("note: 「触点」, ‘U’", "wrong-quotes", "「触点」", 'note: "触点", "U"'),
    ("a －＞ b", "typographic-twin", "－＞", "a -> b"),
    ("－＞ b", "typographic-twin", "－＞", "-> b"),
    ("emotion: ２", "typographic-twin", "２", "emotion: 2"),
    ("emotion：－１", "typographic-twin", "：", "emotion:-1"),
    ("wait: １．５ｈ target=３５％", "typographic-twin", "１．５ｈ", "wait: 1.5h target=35%"),
    ("；", "unexpected-word", "；", "\n"),
    ("。", "unexpected-word", "。", "\n"),
    ("%", "unexpected-word", "%", "\n"),
    ("wait：4min，target＝1min", "comma-between-options", "，", "wait：4min target＝1min"),
    ("emotion=2", "equals-for-colon", "=", "emotion: 2"),
    ("emotion[mei]=2", "equals-for-colon", "=", "emotion[mei]: 2"),
    ("touchpoint a 'x'", "wrong-quotes", "'x'", 'touchpoint a "x"'),
    ("touchpoint a 'it's x'", "wrong-quotes", "'it's x'", 'touchpoint a "it\'s x"'),
    ("touchpoint a ‘x’", "wrong-quotes", "‘x’", 'touchpoint a "x"'),
    ("触点 a 「x」", "wrong-quotes", "「x」", '触点 a "x"'),
    ("a --> b", "foreign-arrow", "-->", "a -> b"),
    ("a-->b", "foreign-arrow", "-->", "a->b"),
    ("a => b", "foreign-arrow", "=>", "a -> b"),
    ("a ->> b", "foreign-arrow", "->>", "a -> b"),
    ("a <- b", "foreign-arrow", "<-", ""),
    ("stage report {", "braces", "{", "stage report"),
    ("}", "braces", "}", ""),
    ("stage a // b", "foreign-comment", "//", "stage a # b"),
    ("// b", "foreign-comment", "//", "# b"),
    ("persona: mei,", "trailing-comma", ",", "persona: mei"),
    ("emotion[mei: 2", "unclosed-bracket", "[mei", "emotion[mei]: 2"),
    ("touchpoint a emotion[mei=2", "unclosed-bracket", "[mei", "touchpoint a emotion[mei]=2"),
    ("emotion[]: 2", "unclosed-bracket", "[]", "emotion: 2"),
    ("goal: Fixed within two days", "unquoted-text", "Fixed within two days", 'goal: "Fixed within two days"'),
    (
        "touchpoint file Files a request @app",
        "unquoted-text",
        "Files a request",
        'touchpoint file "Files a request" @app',
    ),
    ("touchpoint Files a request", "unquoted-text", "Files a request", 'touchpoint "Files a request"'),
    ("Queues at the counter", "unquoted-text", "Queues at the counter", '"Queues at the counter"'),
    ("doing: Don't call!", "unquoted-text", "Don't call!", 'doing: "Don\'t call!"'),
    ("link: https://x.org/a?b=1", "bare-literal", "https://x.org/a?b=1", "link: `https://x.org/a?b=1`"),
    ("mockup: img/a.png", "bare-literal", "img/a.png", "mockup: `img/a.png`"),
    ("owner: me@x.org", "bare-literal", "me@x.org", "owner: `me@x.org`"),
    ('quote: "He said "so" to me"', "inner-quotes", '"so"', r'quote: "He said \"so\" to me"'),
    ('stage 1 "Report"', "name-begins-with-digit", "1", ""),
    ('touchpoint "Pays" pay emotion=2', "misplaced-name", "pay", 'touchpoint pay "Pays" emotion=2'),
    ("visit ->", "missing-target", "->", ""),
    ("use `a", "unclosed-literal", "`a", "use `a`"),
    (r'note: "C:\Data"', "bad-escape", r"\D", r'note: "C:\\Data"'),
    (r'note: "\u{110000}"', "bad-escape", r"\u{110000}", r'note: "\\u{110000}"'),
    ("触点 a “x” @b 情绪＝2，3", "typographic-twin", "“x”", '触点 a "x" @b 情绪=2,3'),
    ("at: 9：30", "typographic-twin", "9：30", "at: 9:30"),
    ("a：−1", "typographic-twin", "：", "a:-1"),
    ("a → b", "typographic-twin", "→", "a -> b"),
    ("a:　1", "typographic-twin", "　", "a: 1"),
    ('“say "so"”', "typographic-twin", '“say "so"”', r'"say \"so\""'),
    ("- stage a", "typographic-twin", "- ", "stage a"),
    ("　stage a", "typographic-twin", "　", "  stage a"),
    ("\tstage a", "tab-indentation", "\t", "  stage a"),
    ("stage report ]", "unexpected-word", "]", ""),
    ('goal "a\u2028b"', "hidden-character", "\u2028", 'goal "ab"'),
    ('goal "a\rb"', "hidden-character", "\r", 'goal "ab"'),
    ("goal\x00: a", "hidden-character", "\x00", "goal: a"),
    ("\ufeffgoal: a", "hidden-character", "\ufeff", "goal: a"),
    ('goal "a\ufeffb"', "hidden-character", "\ufeff", 'goal "ab"'),
    ("go\u202eal: a", "hidden-character", "\u202e", "goal: a"),
]


@pytest.mark.parametrize(("line", "rule", "words", "mended"), TABLE, ids=[row[0] for row in TABLE])
def test_mistakes(line: str, rule: str, words: str, mended: str) -> None:
    for text in (line, f"stage x\n  y: 1\n{line}\n  child: 1\nstage z\n" if line[0] not in "\t　" else line):
        if text != line and rule in ("missing-value", "hash-in-value") and line.split(maxsplit=1)[0].endswith(":"):
            continue
        found = findings(text)
        assert [(finding.rule.name, finding.span and finding.span.text) for finding in found] == [(rule, words)]
        assert all(fix.edits for fix in found[0].fixes)
        assert found[0].message.isprintable()
    fixes = findings(line)[0].fixes
    assert applied(line, fixes[0]) == mended.removesuffix("\n") if mended else not fixes or rule == "braces"


@pytest.mark.parametrize("line", [row[0] for row in TABLE], ids=[row[0] for row in TABLE])
def test_fixes_leave_no_mistake(line: str) -> None:
    for finding in findings(line):
        for fix in finding.fixes:
            assert {after.rule.name for after in findings(applied(line, fix))} <= {"typographic-twin"} - {
                finding.rule.name
            }


HELP = [
    ("wait: 1 200min", "Write `1200min`; a blank separates words, not thousands."),
    ("call -> visit not ready", 'Put the condition in quotation marks: `-> visit "not ready"`.'),
    ("touchpoint a @hotline;", "Remove `;`."),
    ("@app,web", "Write two touchpoints, or one of the channels."),
    ('@"Resident app"', "Write the channel's name, for example `@app`, without quotation marks."),
    ("wait: 90 minutes", "Write `90min`."),
    ("cost: $5", "Write `5USD`."),
    ("35 %", "Write `35%` as the value of a property."),
    ('touchpoint: call "Calls"', 'Write `touchpoint call "Calls"`.'),
    ('touchpoint call back "Calls"', "Write `call-back`."),
    ("。", "Remove it."),
    ('touchpoint a "A" -> b', "An arrow stands on a line of its own: below the touchpoint that it leaves."),
    ("emotion: 2; feeling: sad", "Begin a new line instead of `;`."),
    ('doing: "a" "b"', "Put a comma between two values."),
    ("wait 4 min", "Write `wait: 4min`."),
    ("wait 4分钟", "Write `wait: 4min`."),
    ("emotion[mei] 2", "Write `emotion[mei]: 2`."),
    ("-> visit 35%", "Write `share=35%`."),
]


@pytest.mark.parametrize(("line", "help_"), HELP, ids=[row[0] for row in HELP])
def test_help_says_what_to_write(line: str, help_: str) -> None:
    assert [finding.help for finding in findings(line)] == [help_]


FINE = ["at: 8am", "at: 8:00pm", "Journey: Coffee", "Stage: Queue", "cost: 5$", "wait: 4分钟", "emotion: 2;"]


@pytest.mark.parametrize("line", FINE)
def test_what_the_model_judges(line: str) -> None:
    assert not findings(line)


@pytest.mark.parametrize(
    ("line", "safe"),
    [
        ("wait: 4 minutes", True),
        ("cost: 1200 EUR", True),
        ("wait: 5 m", False),
        ("cost: 5 ¥", False),
        ("cost: 1.200 EUR", False),
        ("cost: 1,200 EUR", False),
        ("at: 8 pm", False),
        ("wait 4min", True),
        ("stage wait 4min", False),
        ('touchpoint a "x" emotion: 2', True),
        ("emotion: 2 target: 3", False),
    ],
)
def test_a_fix_is_safe_when_the_line_has_one_reading(line: str, safe: bool) -> None:
    assert [fix.safe for finding in findings(line) for fix in finding.fixes] == [safe]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("c ]", "unexpected-word"),
        ("emotion:", "missing-value"),
        ("c “x”", "typographic-twin"),
        ('"x', "unclosed-text"),
        (r'c "\q"', "bad-escape"),
        ("c", None),
    ],
)
def test_a_line_askew_is_told_beside_its_other_mistake(words: str, rule: str | None) -> None:
    for text in (f"a\n    b\n   {words}\n", nested(f" {words}\n")):
        found = [finding.rule.name for finding in findings(text)]
        assert sorted(found) == sorted(filter(None, ["odd-dedent" if text[0] == "a" else "too-deep", rule]))


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ('touchpoint a "x\x07" colour:red', ["colon-for-equals"]),
        ('touchpoint a "x" colour:red # \u202e', ["colon-for-equals"]),
        ('touchpoint a\x07 "x" colour:red', []),  # what the line would be without it is a guess
        ("emotion:\x07", []),
    ],
)
def test_what_is_hidden_in_a_text_hides_no_mistake(line: str, others: list[str]) -> None:
    assert sorted(finding.rule.name for finding in findings(line)) == sorted(["hidden-character", *others])


def nested(line: str) -> str:
    """A line at the first level that is too deep."""
    return "".join(" " * level + "x\n" for level in range(64)) + " " * 63 + line


def test_an_unclosed_text_ends_before_the_properties() -> None:
    broken = parse(SourceFile("a", 'pain "Types it again severity=high')).document.body[0]
    assert isinstance(broken, BrokenElement)
    assert broken.text == "Types it again"


def depth(nodes: tuple[Node, ...]) -> int:
    level, count = list(nodes), 0
    while level:
        level, count = [child for node in level for child in node.body], count + 1
    return count


def test_dedents_go_to_the_nearest_block_and_are_told_once() -> None:
    parsed = parse(SourceFile("a", "a\n    b\n   c\n   d\n      e\n    f\n  g\n b\n"))
    top = parsed.document.body
    assert [(finding.rule.name, finding.span and finding.span.line) for finding in parsed.diagnostics] == [
        ("odd-dedent", 3),
        ("odd-dedent", 7),
        ("odd-dedent", 8),
    ]
    assert [node.kind for node in top] == ["a", "b"]
    assert [node.kind for node in top[0].body] == ["b", "c", "d", "f", "g"]


def test_levels_end_at_64() -> None:
    parsed = parse(SourceFile("a", "\n".join(" " * level + f"x{level}" for level in range(100))))
    assert [(finding.rule.name, finding.span and finding.span.line) for finding in parsed.diagnostics] == [
        ("too-deep", 65)
    ]
    assert depth(parsed.document.body) == 64


def test_tabs_are_told_once_and_fixed_everywhere() -> None:
    text = "a\n\tb\n\t\tc\n\td\n"
    found = findings(text)
    assert [finding.rule.name for finding in found] == ["tab-indentation"]
    assert applied(text, found[0].fixes[0]) == "a\n  b\n    c\n  d\n"
    assert parse(SourceFile("a", text)).document.body[0].body[0].body


def test_messages_never_hold_control_characters() -> None:
    for finding in findings("\x1b[31m \u202e ] \x07\nstage \x1b] x\n'\x1b[0m'\n"):
        assert finding.message.isprintable()
        assert finding.help.isprintable()
