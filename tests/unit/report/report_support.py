"""What the tests of reporters share: a rule, contexts, and findings that hold everything a hostile author can write."""

import random

from journeyql.diagnostics import Diagnostic, Edit, Fix, Related, Rule, Severity
from journeyql.plugin import ReportContext, SourceFile
from journeyql.source import Span

RULE = Rule(
    name="low",
    code="ACME001",
    summary="A step is low.",
    severity=Severity.ERROR,
    reason="Nobody likes it.",
    wrong="w\n",
    right="r\n",
)
#: Control and direction characters, lone surrogates, noncharacters, and what means something in some format.
NASTY = [
    *map(chr, range(32)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    *"\u2028\u2029\u202e\u2066\ud800\ufffe\uffff",
    *("]]>", "<!--", "&", '"', "'", "<b>", "%0A", "::", "[x](y)", "{0}", "\x1b[31m", "../", "?", "#"),
    *"水a%",
]


def context(*findings, files=1, color=False, **more):
    counts = {severity: sum(item.severity == severity for item in findings) for severity in Severity}
    fixable = sum(bool(item.fixes) for item in findings)
    fields = {"counts": counts, "fixable": fixable, "shown": 0, "rules": (RULE,), **more}
    return ReportContext(diagnostics=findings, files=files, color=color, **fields)


def hostile(seed, count=300):
    """Findings all of whose words, and whose files' names and texts, are made of nasty characters."""
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run

    def words():
        return "".join(chance.choices(NASTY, k=chance.randint(0, 30)))

    for _ in range(count):
        source = SourceFile(words(), words().replace("\n", "") + "\n" + words())
        start = chance.randint(0, len(source.text))
        span = Span(source, start, min(start + 1, len(source.text)))
        yield Diagnostic(
            rule=Rule(**{name: getattr(RULE, name) for name in ("name", "code", "severity")}, **_texts(words)),
            message=words(),
            span=chance.choice([span, span, None]),
            severity=chance.choice([*Severity]),
            help=words(),
            fixes=(Fix(words(), (Edit(span, words()),)),),
            related=(Related(span, words()),),
            contexts=(words(),),
            element=words(),
            part=words(),
        )


def _texts(words):
    return {name: words() for name in ("summary", "reason", "wrong", "right")}
