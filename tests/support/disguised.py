"""The same map in disguise: other names, other words, another order, another scale, and nothing else said.

Whoever judges a map by what it means finds the same at the same places. The disguises work on the text alone and share
nothing with the analyses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from journeyql.model import KindSpec, properties_of

#: What is left alone: comments, texts with their escapes, literals. Then names, which may have dots and hyphens.
_PIECE = re.compile(r'(?P<kept>#[^\n]*|"(?:\\.|[^"\\\n])*"|`[^`\n]*`)|(?P<name>[^\W\d][\w-]*(?:\.[\w-]+)*)')
_TEXT = re.compile(r'(?P<other>#[^\n]*|`[^`\n]*`)|"(?P<text>(?:\\.|[^"\\\n])*)"')
_ESCAPE = re.compile(r"\\u\{[^}]*\}|\\.|.", re.DOTALL)
_HEADER = re.compile(r"\s*(?P<kind>\w+)(?:\[[^\]]*\])?[ ]+(?P<name>[^\W\d][\w-]*)")
_SCORE = re.compile(r"(?<![\w-])(emotion(?:\[[^\]]*\])?)(=|:[ ]*)([+-]?\d+(?:\.\d+)?)")
_CODE = re.compile(r"[A-Z]{2}|[a-z]{2}")
#: Blocks at the left margin that may stand in any order among themselves, behind the journeys.
LOOSE = frozenset({"persona", "segment", "channel", "team", "partner", "system", "competitor", "evidence", "cap"})
#: Letters of one alphabet stand for those of another.
_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "αβψδεφγηιξκλμνοπωρστθζχυςϊΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΩΡΣΤΘΖΧΥΆΪ",
        strict=True,
    )
)


def vocabulary(kinds: Iterable[KindSpec]) -> set[str]:
    """All words of the language: kinds, properties, options and enumerated words."""
    words = {"start", "end", "use", "extend", "omit", "allow"}
    for kind in kinds:
        words |= {kind.name, kind.zh, *kind.properties}
        for spec in kind.properties.values():
            more = properties_of(spec.options).values() if spec.options is not None else ()
            for one in (spec, *more):
                words |= {one.name, *one.value.words, *one.value.words.values()}
    return words


def renamed(text: str, known: Collection[str]) -> tuple[str, dict[str, str]]:
    """The map with other names, and what each is called now; words of the language and codes keep their names."""
    names = {match["name"] for match in map(_HEADER.match, text.split("\n")) if match}
    new = {name: f"q{number}_{len(name)}" for number, name in enumerate(sorted(names - {*known})) if _free(name)}

    def changed(match: re.Match[str]) -> str:
        first, *more = (match["name"] or "").split(".")
        if match["kept"] or first not in new:
            return match[0]
        return ".".join((new[first], *(new.get(part, part) for part in more)))

    return _PIECE.sub(changed, text), new


def _free(name: str) -> bool:
    return not _CODE.fullmatch(name)


def translated(text: str) -> str:
    """The map with all texts in other letters, one for one."""

    def changed(match: re.Match[str]) -> str:
        said = match["text"]
        return match["other"] if said is None else f'"{_ESCAPE.sub(lambda one: _letter(one[0]), said)}"'

    return _TEXT.sub(changed, text)


def _letter(sign: str) -> str:
    if "一" <= sign <= "龟":
        return chr(ord(sign) + 1)
    return _LETTERS.get(sign, sign)


def reordered(text: str) -> str:
    """The map with those blocks last, and in the opposite order, that only declare something."""
    blocks = [*_blocks(text)]
    loose = [block for block in blocks if _kind(block) in LOOSE]
    return "\n".join([block for block in blocks if _kind(block) not in LOOSE] + loose[::-1]) + "\n"


def _blocks(text: str) -> Iterator[str]:
    """What begins at the left margin, with what stands below it."""
    block: list[str] = []
    for line in text.split("\n"):
        if line and not line[0].isspace() and block:
            yield "\n".join(block).rstrip()
            block = []
        block.append(line)
    yield "\n".join(block).rstrip()


def _kind(block: str) -> str:
    return re.split(r"[\s\[]", block, maxsplit=1)[0]


def rescaled(text: str) -> str:
    """The map of the usual scale with every emotion on 0 to 100, in the same proportion."""

    def changed(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{(float(match[3]) - 1) * 25:g}"

    return re.sub(r"(?m)^(journey\b[^\n]*)", r"\1 scale=0..100", _SCORE.sub(changed, text))
