"""The keyword language of a file, and the comment that says it."""

from __future__ import annotations

from journeyql import ast
from journeyql.fmt.pieces import BLANK
from journeyql.model.vocabulary import ZH

#: The languages that keywords can be converted to.
KEYWORDS = ("en", ZH)


def target_of(document: ast.Document, keywords: str) -> str:
    """The keyword language that a file is to have: its own, or another one. English needs no word for it."""
    if keywords == ZH:
        return ZH
    return "" if keywords and document.language == ZH else document.language


def retold(comments: list[str], language: str, target: str) -> list[str]:
    """The first comments of a file, after its keyword language has changed; the one that says it in its usual form.

    >>> retold(["# language: zh", "# 修水龙头"], "zh", ""), retold(["# why"], "", "zh")
    (['# 修水龙头'], ['# language: zh', '# why'])
    """
    said = next((place for place, words in enumerate(comments) if words != BLANK), 0) + 1 if language else 0
    return [*([f"# language: {target}"] if target else []), *comments[said:]]
