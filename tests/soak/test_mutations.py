"""The long run of `tests/fuzz/test_pipeline.py`: 50,000 mutated maps through everything. `pytest tests/soak`."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))

from test_pipeline import Pipeline, mutations, sound


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    return Pipeline.start(tmp_path_factory.mktemp("maps"))


@pytest.mark.parametrize("seed", range(50))
def test_mutations(pipeline, tmp_path, seed):
    for number, (chance, text) in enumerate(mutations(1_000_000 + seed, 1_000, most=80)):
        try:
            sound(pipeline, text, chance, contexts=8)
        except Exception:
            (tmp_path / f"{number}.journey").write_text(text, encoding="utf-8", errors="surrogatepass")
            raise


def test_a_mutation_is_reproducible():
    first, again = (list(mutations(5, 20)) for _ in range(2))
    assert [text for _, text in first] == [text for _, text in again]
    assert isinstance(first[0][0], random.Random)
