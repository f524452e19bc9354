"""The words around a map: in the language that is asked for, said, or seen in its titles; and what says that there are none."""

import pytest
from resolving import resolved

from journeyql.cli.ending import run
from journeyql.engine.language import written


@pytest.mark.parametrize(
    ("titles", "language"),
    [
        (["Queues", "Gets it"], ""),
        (["Größe wählen", "Zahlt"], ""),  # one writing, many languages
        (["Очередь", "Кофе"], ""),
        (["排队", "拿到咖啡"], "zh"),
        (["コーヒーを待つ", "受け取る"], "ja"),  # Chinese characters between kana
        (["커피", "줄"], "ko"),
        (["يشتري القهوة", "ينتظر"], "ar"),
        (["קפה", "תור"], "he"),
        (["กาแฟ", "คิว"], "th"),
        (["排队", "Queues", "Gets it"], ""),
    ],
)
def test_the_language_of_titles_is_that_of_their_writing(titles, language):
    first, *others = titles
    text = f'journey "{first}"\n  stage "{first}"\n' + "".join(f'    touchpoint "{title}"\n' for title in others)
    model = resolved(text).model
    assert written(model) == language


@pytest.mark.parametrize(
    ("head", "options", "language"),
    [
        ("", [], "zh"),
        ("# language: en\n", [], "en"),
        ("", ["--locale", "de"], "de"),
        ("", ["--locale", "en-GB"], "en-GB"),
    ],
)
def test_what_is_said_goes_before_what_is_seen(tmp_path, capsys, head, options, language):
    path = tmp_path / "a.journey"
    path.write_text(f'{head}journey "早晨咖啡"\n  "排队" emotion=4\n  "拿到咖啡" emotion=5\n', encoding="utf-8")
    run(["compile", str(path), "-o", f"{tmp_path}/a.svg", *options])
    assert f' lang="{language}"' in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "no-words-in-language" not in capsys.readouterr().err


@pytest.mark.parametrize(("renderer", "told"), [("map", True), ("markdown", True), ("json", False)])
def test_a_language_without_words_is_told(tmp_path, capsys, renderer, told):
    path = tmp_path / "a.journey"
    path.write_text('journey "J"\n  "Queues" emotion=4\n', encoding="utf-8")
    code = run(["compile", str(path), "-t", renderer, "-o", f"{tmp_path}/", "--locale", "fr"])
    err = capsys.readouterr().err
    assert (code, "no-words-in-language" in err, "there are words in de, en, zh" in err) == (0, told, told)
