"""What is wrong, where, why, and how to mend it: rules, diagnostics and fixes as values."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Callable, Iterable

import attrs

from journeyql.source import Span


class Severity(enum.IntEnum):
    """How much a finding matters; comparable, an error is the largest.

    >>> Severity.ERROR > Severity.WARNING
    True
    """

    HINT = 1
    INFO = 2
    WARNING = 3
    ERROR = 4

    @property
    def word(self) -> str:
        """The lower-case word that people read and type."""
        return self.name.lower()


class Strictness(enum.IntEnum):
    """The built-in rule sets, each with all rules of those before it.

    `workshop` is for a first draft on the wall, `recommended` is what holds unless the configuration says otherwise,
    `strict` for a map that decides about money.

    >>> Strictness["STRICT"] > Strictness.RECOMMENDED, Strictness.WORKSHOP.word
    (True, 'workshop')
    """

    WORKSHOP = 1
    RECOMMENDED = 2
    STRICT = 3

    @property
    def word(self) -> str:
        """The lower-case word that people read and type."""
        return self.name.lower()


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A kind of finding, declared before it is ever reported.

    `name` is what people read and configure (`unknown-channel`), `code` the short form for search and
    machine formats (`JQL201`). `reason` says why it matters. `wrong` and `right` are whole `.journey`
    texts: checking `wrong` reports this rule, checking `right` does not. Where a rule is about another sort of file,
    `notation` says which one they are, for example `po`. A rule that no file alone can break has neither; `unshown`
    says what it takes. `unread`: what stands at the place of the finding is not in the map, though the file could be read.
    """

    name: str
    code: str
    summary: str
    severity: Severity
    reason: str
    wrong: str = ""
    right: str = ""
    notation: str = "journey"
    unshown: str = ""
    since: Strictness = Strictness.WORKSHOP
    unread: bool = False

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """Its examples with the words above them; none where no file shows it."""
        return () if self.unshown else (("Wrong", self.wrong), ("Right", self.right))

    def at(  # noqa: PLR0913 - one keyword for each optional part of a diagnostic reads better than a builder
        self,
        span: Span | None,
        message: str,
        *,
        help: str = "",  # noqa: A002 - the word the printed line begins with
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A finding of this rule at a place."""
        return Diagnostic(
            rule=self,
            message=_told(message) if isinstance(message, str) else message,
            span=span,
            help=_told(help) if isinstance(help, str) else help,
            fixes=tuple(fixes),
            related=tuple(related),
            severity=self.severity if severity is None else severity,
        )


@attrs.frozen
class Edit:
    """Replace the characters of `span` by `text` (an empty span inserts)."""

    span: Span
    text: str


@attrs.frozen
class Fix:
    """A change that mends a finding; a safe one never changes what the file means."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@attrs.frozen
class Related:
    """Another place that explains a finding, for example the first of two equal ids."""

    span: Span
    message: str


@attrs.frozen(kw_only=True)
class Diagnostic:
    """One finding: the rule, the words for it, the place, and what would help.

    `contexts` names the personas, markets or states in which it holds; empty means everywhere. `element` and `part`
    say where it stands in the map's own terms, whatever the line: the dotted names of the innermost element, and
    what of it (`emotion[mei]`); the engine fills them in.
    """

    rule: Rule
    message: str
    span: Span | None
    severity: Severity
    help: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    contexts: tuple[str, ...] = ()
    element: str = ""
    part: str = ""

    def moved(self, move: Callable[[Span], Span]) -> Diagnostic:
        """The finding with each of its places, those of related ones and edits included, moved."""
        return attrs.evolve(
            self,
            span=self.span and move(self.span),
            related=tuple(attrs.evolve(other, span=move(other.span)) for other in self.related),
            fixes=tuple(
                attrs.evolve(fix, edits=tuple(attrs.evolve(edit, span=move(edit.span)) for edit in fix.edits))
                for fix in self.fixes
            ),
        )

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its places: its own, if it has one, those of related ones and of edits."""
        own = () if self.span is None else (self.span,)
        edits = (edit.span for fix in self.fixes for edit in fix.edits)
        return (*own, *(other.span for other in self.related), *edits)

    def points_to(self, line: int) -> bool:
        """Whether any of its places lies on a line of whatever file."""
        return any(span.line <= line <= span.end_line for span in self.spans)


def order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """The sort key of findings: file, place, rule, message."""
    span = diagnostic.span
    if span is None:
        return ("", -1, -1, diagnostic.rule.name, diagnostic.message)
    return (span.source.name, span.start, span.end, diagnostic.rule.name, diagnostic.message)


# A word longer than anybody reads is cut; the sign that closes it stays.
_ENDLESS = re.compile(r"(\S{200})\S+(\S)")
_KEPT = {"\n", "\t"}
_HIDDEN_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
_BIDI = {"\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


def visible(text: str) -> str:
    r"""Text that is safe to print on a terminal: what cannot be seen and steers or reorders becomes `<U+XXXX>`.

    The classes are those of Unicode Technical Standard 55 (source code handling), and noncharacters.

    >>> visible("pay\u202e\x1b[31m")
    'pay<U+202E><U+001B>[31m'
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(character):04X}>" if _steers(character) else character for character in text)


def _told(text: str) -> str:
    """Text as a finding tells it: safe to print, and without words longer than anybody reads."""
    return visible(_ENDLESS.sub(r"\1…\2", text))


def _steers(character: str) -> bool:
    """Whether a character is no text: a control or direction character, or a noncharacter."""
    if character in _KEPT:
        return False
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - The Unicode Standard, 23.7
    return noncharacter or character in _BIDI or unicodedata.category(character) in _HIDDEN_CATEGORIES
