"""Proves a rule by texts in which it finds nothing and texts in which it does, strictly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, Self, Unpack

import attrs

from journeyql.diagnostics import Rule, Severity
from journeyql.testing.checking import NAME, NO_FILES, Result, Settings, Setup, Text, block
from journeyql.testing.fixing import Fixes
from journeyql.testing.stating import At, Message, counted, others, stated, unfilled

#: How the examples of a rule are called when they are checked.
WRONG: Final = "wrong.journey"
RIGHT: Final = "right.journey"


def expect(rule: Rule | str, **settings: Unpack[Settings]) -> RuleCases:
    r"""The cases of a rule, given itself or by its name or code; the plugin that declares it is among the settings.

    The rule is on, also where the rule set would leave it out.

    >>> cases = expect("unknown-property")
    >>> cases = cases.valid('journey "Coffee"\n  "Queues" emotion=2\n')
    >>> cases = cases.invalid(
    ...     'journey "Coffee"\n  "Queues" emotoin=2\n',
    ...     at="emotoin",
    ...     message="a stage has no property `emotoin`",
    ...     fixed='journey "Coffee"\n  "Queues" emotion=2\n',
    ... )
    """
    setup = Setup.of(**settings)
    known = setup.rule(rule.name if isinstance(rule, Rule) else rule)
    return RuleCases(known, setup.showing(known))


@attrs.define(eq=False, repr=False)
class RuleCases:
    """The cases of one rule; each method checks one, raises an AssertionError, and can be followed by the next.

    Findings of other rules fail a case, too, unless they are named in `also`: a text that something else is wrong with
    often tests nothing. A text that is given twice, a fix that is not tested, does not mend or breaks something, and a
    message with a placeholder left in fail as well.
    """

    rule: Rule
    _setup: Setup
    _seen: set[tuple[str, tuple[tuple[str, str], ...]]] = attrs.field(factory=set)

    def valid(self, source: str, *, files: Mapping[str, str] = NO_FILES, also: Iterable[str] = ()) -> Self:
        """A text in which the rule finds nothing."""
        __tracebackhide__ = True
        result = self._checked(self._new(source, files))
        _refuse(result, counted(result, self.rule, 0), others(result, self.rule, also))
        return self

    def invalid(  # noqa: PLR0913 - one keyword for each part of a finding that can be stated
        self,
        source: str,
        *,
        at: At | list[At] | None = None,
        message: Message | None = None,
        severity: Severity | None = None,
        fixed: str | Sequence[str] | None = None,
        files: Mapping[str, str] = NO_FILES,
        also: Iterable[str] = (),
    ) -> Self:
        """A text in which the rule finds one thing, or as many as `at` lists.

        `at` is what the caret stands under: words, a line, or both; `message` and `severity` are those of each finding.
        `fixed` is the text that the fix of the finding makes, or a list when it offers several; of several findings,
        the text after the first fix of each. Whoever offers a fix has to state it.
        """
        __tracebackhide__ = True
        text = self._new(source, files)
        result = self._checked(text)
        places = at if isinstance(at, list) else [at]
        found = result.of(self.rule)
        _refuse(result, counted(result, self.rule, len(places)), others(result, self.rule, also))
        _refuse(result, *(stated(*pair, message, severity) for pair in zip(found, places, strict=True)))
        _refuse(result, *map(unfilled, found), self._fixes(result, text).problems(fixed))
        return self

    def examples(self) -> Self:
        """The rule's own examples: `wrong` reports it, with sound fixes if any; `right` reports nothing at all."""
        __tracebackhide__ = True
        text = Text(self.rule.wrong, NO_FILES, WRONG)
        wrong, right = self._checked(text), self._checked(Text(self.rule.right, NO_FILES, RIGHT))
        found = wrong.of(self.rule)
        missing = () if found else (f"the example `wrong` of `{self.rule.name}` does not report it",)
        _refuse(wrong, missing, *map(unfilled, found), self._fixes(wrong, text).unsound())
        named = ", ".join(dict.fromkeys(right.names))
        unfit = (f"the example `right` of `{self.rule.name}` is not free of findings: {named}",) if named else ()
        _refuse(right, unfit)
        return self

    def _new(self, source: str, files: Mapping[str, str]) -> Text:
        text = block(source)
        key = (text, tuple(sorted(files.items())))
        if key in self._seen:
            message = f"a case of `{self.rule.name}` is given twice:\n\n{text}"
            raise AssertionError(message)
        self._seen.add(key)
        return Text(text, files, NAME)

    def _checked(self, text: Text) -> Result:
        return self._setup.check(text)

    def _fixes(self, result: Result, text: Text) -> Fixes:
        return Fixes(self.rule, result, lambda fixed: self._checked(attrs.evolve(text, text=fixed)))


def _refuse(result: Result, *problems: Iterable[str]) -> None:
    __tracebackhide__ = True
    found = list(chain.from_iterable(problems))
    if found:
        raise AssertionError("\n".join((*found, "", str(result))))
