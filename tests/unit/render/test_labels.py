"""Words in every language: same keys, same placeholders, fallbacks, plural forms, catalogues of plugins."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from journeyql.model import Channel, Evidence, Experiment, Need, Pain, Persona, Risk, Touchpoint, properties_of
from journeyql.render.labels import BUILT_IN, Catalogue, Labels, built_in, label, word_label
from journeyql.render.locales import best, fallbacks
from journeyql.render.numbers import FORMATS

ENGLISH = built_in("en").texts
OTHERS = [language for language in BUILT_IN if language != "en"]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_have_the_same_keys_and_placeholders(language: str) -> None:
    texts = built_in(language).texts
    common = {key: text for key, text in texts.items() if not key.startswith("word.")}
    assert {key for key in common if "#" not in key} == {key for key in ENGLISH if "#" not in key}
    for key, text in common.items():
        assert _placeholders(text) == _placeholders(ENGLISH[key.partition("#")[0]]), key


@pytest.mark.parametrize("language", BUILT_IN)
def test_texts_are_clean(language: str) -> None:
    for key, text in built_in(language).texts.items():
        base, _, form = key.partition("#")
        assert form in {"", "one"}
        assert base in built_in(language).texts
        assert text or key == "join.sentences"
        assert text == text.strip() or key.startswith("join.")
        assert all(re.fullmatch(r"[a-z]+", name) for name in _placeholders(text))
        assert _placeholders(text) == _placeholders(built_in(language).texts[base])


def test_chinese_is_chinese() -> None:
    for key, text in built_in("zh").texts.items():
        words = re.sub(r"\{[a-z]+\}", "", text)
        assert not re.search(r"[A-Za-z,;:!?()]", words), key
        assert re.search(r"[\u4e00-\u9fff]", words) or key.startswith(
            ("join.", "sentence", "quoted", "colon", "feeling.")
        ), key


#: Words of the two reference pictures.
@pytest.mark.parametrize(
    ("key", "values", "english", "chinese"),
    [
        ("lane.emotion", {}, "Emotion", "情绪"),
        ("lane.doing", {}, "Doing", "行为"),
        ("lane.actions", {}, "Opportunities and recovery", "机会与补救"),
        ("level.1", {}, "Frustrated", "沮丧"),
        ("level.5", {}, "Delighted", "惊喜"),
        ("feeling.lowest", {"feeling": "x"}, "x, lowest point", "x，最低点"),
        ("feeling.unknown", {"name": "Tom"}, "Tom: not known", "Tom：未知"),
        ("legend.gap", {}, "gap: not known", "断开：未知"),
        ("evidence.none", {}, "No evidence cited yet.", "尚未引用任何依据。"),
        ("target.of", {"value": "1 min"}, "target 1 min", "目标 1 min"),
        ("impact.effort", {"impact": 4, "effort": 1}, "impact 4 · effort 1", "影响 4，工作量 1"),
        ("sample.size", {"count": 1930}, "n = 1,930", "样本 1,930"),
        ("count.stages", {"count": 3}, "3 stages", "3 个阶段"),
        ("count.stages", {"count": 1}, "1 stage", "1 个阶段"),
        ("count.touchpoints", {"count": 0}, "0 touchpoints", "0 个触点"),
        (
            "evidence.scores",
            {"count": 15, "stated": 12, "assumed": 3, "unknown": 3},
            "Emotion scores on evidence: 12 of 15; assumed: 3; not known: 3.",
            "15 个情绪分值中，12 个有依据，3 个为假设；另有 3 处未知。",
        ),
    ],
)
def test_words_of_the_reference_pictures(key: str, values: dict[str, object], english: str, chinese: str) -> None:
    assert label(key, "en", **values) == english
    assert label(key, "zh-CN", **values) == chinese


@pytest.mark.parametrize("locale", ["zh", "ZH", "zh-Hans", "zh_CN", "zh-Hant-TW"])
def test_a_region_falls_back_to_its_language(locale: str) -> None:
    assert label("stage", locale) == "阶段"


@pytest.mark.parametrize("locale", ["", "en-GB", "fr", "tlh", "zhx"])
def test_an_unknown_language_falls_back_to_english(locale: str) -> None:
    assert label("stage", locale) == "Stage"


@pytest.mark.parametrize("key", ["no.such.key", "count.stages#two", "Stage"])
def test_an_unknown_key_is_an_error(key: str) -> None:
    with pytest.raises(KeyError, match=re.escape(key)):
        label(key, "zh")


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        label("feeling.unknown", "en")


def test_values_are_never_taken_as_patterns() -> None:
    assert label("feeling.unknown", "en", name="{0} {x} {name.__class__}") == "{0} {x} {name.__class__}: not known"


GERMAN = Catalogue(
    locale="de", texts={"stage": "Phase", "count.stages": "{count} Phasen", "count.stages#one": "{count} Phase"}
)
OWN = Catalogue(locale="en", texts={"privacy.dpia": "Impact assessment", "stage": "Step"})
SWISS = Catalogue(locale="de_CH", texts={"stage": "Etappe"})


def test_plugins_add_languages_and_words() -> None:
    labels = Labels("de-CH", (GERMAN, OWN, SWISS))
    assert labels("stage") == "Etappe"
    assert labels("count.stages", count=1) == "1 Phase"
    assert labels("count.stages", count=2500) == "2.500 Phasen"
    assert labels("touchpoint") == "Kontaktpunkt"
    assert labels("privacy.dpia") == "Impact assessment"
    assert Labels("en", (OWN,))("stage") == "Step"
    assert Labels("zh", (OWN,))("stage") == "阶段"
    assert Labels("de", (GERMAN, Catalogue(locale="de", texts={"stage": "x"})))("stage") == "Phase"


#: The properties whose words stand on maps, which say them in the reader's language.
NAMED = {
    Touchpoint: ("feeling", "status"),
    Pain: ("severity",),
    Need: ("kano",),
    Risk: ("likelihood", "severity"),
    Experiment: ("method", "result"),
    Evidence: ("method",),
    Channel: ("kind",),
    Persona: ("lifecycle", "value_tier"),
}


def test_enumerated_words_have_names_in_german() -> None:
    words = {word for cls, names in NAMED.items() for name in names for word in properties_of(cls)[name].value.words}
    named = {key.removeprefix("word.") for key in built_in("de").texts if key.startswith("word.")}
    assert named == words


@pytest.mark.parametrize(
    ("spelled", "locale", "expected"),
    [
        ("worried", "en", "worried"),
        ("worried", "zh-Hans", "担心"),
        ("worried", "de-AT", "besorgt"),
        ("worried", "fr", "worried"),
        ("uneasy", "de", "uneasy"),
    ],
)
def test_enumerated_words(spelled: str, locale: str, expected: str) -> None:
    words = properties_of(Touchpoint)["feeling"].value.words
    assert word_label(spelled, words, Labels(locale), locale) == expected


def test_fallbacks() -> None:
    assert fallbacks("de_AT") == ("de-at", "de", "en")
    assert fallbacks("en-GB") == ("en-gb", "en")
    assert fallbacks("-") == ("en",)
    assert best("zh-Hant", FORMATS) is FORMATS["zh"]
