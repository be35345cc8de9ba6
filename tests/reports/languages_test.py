"""The language of a text is told by its small words, or not at all."""

import subprocess
import sys

import pytest

from stemma.reports.languages import find_language

CASES = [
    ("The rain fell on the town, and the mayor said that it was the worst in years.", "en", "English"),
    ("Der Regen fiel auf die Stadt, und die Leiterin sagte, dass es der schlimmste seit Jahren war.", "de", "German"),
    (
        "La pluie est tombée sur la ville et le maire a dit que ce sont les pires inondations pour les gens.",
        "fr",
        "French",
    ),
    ("La lluvia cayó sobre la ciudad y el alcalde dijo que es la peor de los años para las personas.", "es", "Spanish"),
    ("Дождь шел над городом всю ночь, и мэр сказала, что это был самый сильный дождь за многие годы.", "ru", "Russian"),
    ("", None, "nothing"),
    ("12, 13, 14.", None, "numbers"),
]


@pytest.mark.parametrize(("text", "tag", "why"), CASES, ids=[case[-1] for case in CASES])
def test_find_language(text, tag, why):
    assert find_language(text) == tag


def test_english_text_loads_nothing_heavy():
    code = (
        "import sys; from datetime import UTC, datetime; from stemma.intake import make_capture;"
        "from stemma.reports import extract;"
        "text = b'Rain Falls\\n\\nThe rain fell on the town and it was cold.';"
        "extract(make_capture('a.txt', text, 'text/plain', datetime(2021, 1, 1, tzinfo=UTC)));"
        "print(sorted({'py3langid', 'trafilatura', 'lxml', 'urllib3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
