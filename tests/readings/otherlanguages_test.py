"""Reports in other languages: marks, numbers and dates in digits are read, and what is not read is said."""

from dataclasses import replace

import pytest
from tests.readings.made import made_report

import stemma
from stemma.readings import read
from stemma.readings.otherlanguages import find_numbers, has_rules

FRENCH = (
    "Le pont de Lindel a été fermé vendredi après la découverte de fissures, a annoncé la mairie.\n"
    "« Nous ne pouvons pas prendre de risques », a déclaré la maire Ilsa Brandt. Au moins 12\u202f000 personnes l'empruntent "
    "chaque jour. Les travaux coûteront 3,5 millions d'euros, selon un rapport daté du 2021-12-20."
)
GERMAN = (
    "Die Brücke von Lindel ist am Freitag gesperrt worden, wie die Stadt am 13.01.2022 mitteilte.\n"
    "„Wir können kein Risiko eingehen“, sagte Ilsa Brandt. »Das ist nicht neu«, so die Opposition. Mindestens 12.000 Menschen "
    "nutzen sie. Die Arbeiten kosten 3,5 Mio. Euro, etwa 40 Prozent mehr als 2019."
)
SPANISH = (
    "El puente de Lindel fue cerrado el viernes tras el hallazgo de grietas, anunció el ayuntamiento.\n"
    "«No podemos correr riesgos», dijo la alcaldesa Ilsa Brandt. Al menos 12.000 personas lo usan cada día. Las obras costarán "
    "$3,5 millones, según un informe del 20/12/2021 sobre el 40 % de los puentes."
)
RUSSIAN = (
    "Мост в Линделе закрыли в пятницу после обнаружения трещин, сообщила мэрия.\n"
    "«Мы не можем больше рисковать», - заявила мэр Ильза Брандт. Не менее 12 000 человек пользуются им каждый день. Работы "
    "обойдутся в 3,5 млн евро, говорится в докладе от 20.12.2021."
)
ARABIC = (
    "أُغلق جسر ليندل يوم الجمعة بعد اكتشاف تشققات، بحسب ما أعلنت البلدية.\n"
    "قالت رئيسة البلدية إلسا برانت: «لا يمكننا أبدا المخاطرة». ويستخدم الجسر ما لا يقل عن ١٢٬٠٠٠ شخص كل يوم. وستكلف الأعمال "
    "3.5 مليون يورو، وفقا لتقرير مؤرخ في 2021-12-20."
)
CASES = [
    ("fr", FRENCH, ["« Nous ne pouvons pas prendre de risques »"], [(12e3, None), (3.5e6, "euro")], ["2021-12-20"]),
    (
        "de",
        GERMAN,
        ["„Wir können kein Risiko eingehen“", "»Das ist nicht neu«"],
        [(12e3, None), (3.5e6, "euro"), (40, "percent")],
        ["2022-01-13"],
    ),
    (
        "es",
        SPANISH,
        ["«No podemos correr riesgos»"],
        [(12e3, None), (3.5e6, "dollar"), (40, "percent")],
        ["2021-12-20"],
    ),
    ("ru", RUSSIAN, ["«Мы не можем больше рисковать»"], [(12e3, None), (3.5e6, "euro")], ["2021-12-20"]),
    ("ar", ARABIC, ["«لا يمكننا أبدا المخاطرة»"], [(12e3, None), (3.5e6, "euro")], ["2021-12-20"]),
]


@pytest.mark.parametrize(("language", "text", "marked", "numbers", "dates"), CASES, ids=[case[0] for case in CASES])
def test_marks_and_digits_are_read_whatever_the_language(language, text, marked, numbers, dates):
    clipping = stemma.read({"id": "a", "text": text})
    reading = clipping.reading

    assert clipping.report.language == language
    assert [told.content[0].cut(text) for told in reading.attributions] == marked
    assert [(one.low, one.unit) for one in reading.quantities] == numbers
    assert [timex.value for timex in reading.times] == dates


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in CASES], ids=[case[0] for case in CASES])
def test_what_was_not_read_is_said(language, text):
    reading = stemma.read({"text": text}).reading

    assert (reading.claims, reading.names, reading.voices) == ((), (), ())
    assert [f"({language})" in refusal.reason for refusal in reading.refusals] == [True]


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in CASES], ids=[case[0] for case in CASES])
def test_passages_are_shared_whatever_the_language(language, text):
    compared = stemma.compare([{"id": "a", "text": text}, {"id": "b", "text": f"{text} 7"}])

    assert compared.story.matches
    assert sum(f"({language})" in refusal.reason for refusal in compared.refusals) == 2


def test_an_english_report_is_read_as_english_whatever_its_page_says():
    text = "The bridge was closed on Friday because the town had found cracks in it, the mayor said."
    report = replace(made_report(text, "2022-01-12"), language="de")

    assert has_rules(report)
    assert [timex.value for timex in read(report).times] == ["2022-01-07"]


def test_a_text_of_no_known_language_is_read_as_english():
    assert has_rules(replace(made_report("Lindel 2022"), language=None))


NUMBERS = [
    ("de", "Es waren 1.234,5 und 0,5 und 12'000.", [1234.5, 0.5, 12000]),
    ("de", "Am 8. Januar 2022 kamen 14.", [14]),
    ("es", "Son 3 mil millones y 4 mil.", [3e9, 4e3]),
    ("ja", "12,000、3.5", [12000, 3.5]),
    ("fr", "En 2019, à 10:30, 7 personnes.", [7]),
    ("fr", "La version 6.170.15 et la clause 1,2,3 pour 8 pages.", [8]),
    ("ru", "Погибли 3 тыс. человек, 2 миллиарда рублей.", [3e3, 2e9]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NUMBERS, ids=[case[1] for case in NUMBERS])
def test_numbers_as_their_language_writes_them(language, text, expected):
    report = replace(made_report(text), language=language)

    assert [one.low for one in find_numbers(report)] == expected
