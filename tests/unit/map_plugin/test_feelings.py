"""What people feel: the curves of personas and of another state, and words that find no place in the band."""

from __future__ import annotations

import pytest

CROWD = (
    'journey j "J"\n'
    + "".join(f'persona p{n} "Somebody {n}"\n' for n in range(8))
    + 'stage s "S"\n  touchpoint a "A"'
    + "".join(f" emotion[p{n}]={1 + n % 2}" for n in range(8))
    + '\n  touchpoint b "B" emotion=3 feeling=overwhelmed\n'
)


def test_words_that_find_no_place_name_a_person_once(picture):
    texts = " ".join(picture(CROWD).texts)
    assert "Somebody 7: 3 · overwhelmed" in texts
    assert "Somebody 7: Somebody" not in texts


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Emotion scores on evidence: 1 of 2; assumed: 1; not known: 1."),
        ("de", "Belegte Stimmungswerte: 1 von 2; angenommen: 1; nicht bekannt: 1."),
        ("zh", "2 个情绪分值中，1 个有依据，1 个为假设；另有 1 处未知。"),
    ],
)
def test_counts_need_no_plural(picture, locale, said):
    source = (
        'journey j "J"\nevidence e "E" method=survey\nstage s "S"\n'
        '  touchpoint a "A" emotion=2 from=e\n  touchpoint b "B"\n  touchpoint c "C" emotion=4\n'
    )
    assert said in picture(source, locale).texts
