"""GNU gettext reads what is written as it is meant (needs `msgfmt` and `msgcat`; run by hand)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from journeyql_l10n.catalogue import Catalogue, Message, header
from journeyql_l10n.reading import read
from journeyql_l10n.writing import written

EXAMPLES = Path(__file__).parents[2] / "examples"
MESSAGES = (
    Message(
        key="a:doing#1", text='Says "no"\nand\tleaves\\', translation="Nein\x07", remarks=("by Ute", ""), notes=("x",)
    ),
    Message(key="a:title", text="A", translation="B", flags=("fuzzy",), previous="C", previous_key="b:title"),
    Message(key="c:title", text="Old", translation="Alt", obsolete=True),
)


def parts(message: Message) -> tuple[object, ...]:
    return tuple(getattr(message, name) for name in Message.__slots__ if name not in ("spans", "__weakref__"))


def test_gettext_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(written(Catalogue(header("de"), MESSAGES)), "utf-8")
    subprocess.run(["msgfmt", "--check-format", "--check-domain", "-o", "de.mo", "de.po"], cwd=tmp_path, check=True)
    theirs = subprocess.run(["msgcat", "--no-wrap", "de.po"], cwd=tmp_path, check=True, capture_output=True).stdout
    assert [parts(item) for item in read(theirs, "de.po").catalogue.messages] == list(map(parts, MESSAGES))


def test_gettext_accepts_the_catalogues_of_the_examples(tmp_path: Path) -> None:
    catalogues = sorted(EXAMPLES.rglob("*.po"))
    assert catalogues
    for path in catalogues:
        subprocess.run(["msgfmt", "--check-format", "-o", tmp_path / "x.mo", path], check=True)
