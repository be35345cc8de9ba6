"""The rough ones, run by `make ordeal`: two thousand reports, and how the time grows."""

import os
import random
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(
    os.environ.get("STEMMA_ORDEAL") != "1" and os.environ.get("STEMMA_REQUIRE_ALL") != "1", reason="make ordeal runs it"
)

NOUNS = [
    "bridge",
    "harbour",
    "council",
    "market",
    "school",
    "railway",
    "hospital",
    "factory",
    "museum",
    "stadium",
    "river",
]
VERBS = [
    "closed",
    "opened",
    "flooded",
    "burned",
    "repaired",
    "inspected",
    "sold",
    "renamed",
    "painted",
    "guarded",
    "rebuilt",
]
PLACES = [
    f"{first}{last}" for first in ("Or", "Las", "Mar", "Hel", "Tarn", "Vik") for last in ("vin", "ten", "le", "mark")
]


def made_event(chance):
    """Give the sentences that tell of a made-up event."""
    place, noun, verb = chance.choice(PLACES), chance.choice(NOUNS), chance.choice(VERBS)
    other, cause = chance.choice(NOUNS), chance.choice(VERBS)
    return [
        f"The {noun} of {place} was {verb} on Tuesday after {chance.randint(2, 90)} people had asked the {other} board for it.",
        f'"We {verb} it because the {other} next to it was {cause} twice this year," said mayor {chance.choice(PLACES)}son.',
        f"Nobody in {place} remembers when the {noun} was last {cause} by the men of the {chance.choice(NOUNS)}.",
        f"It will cost {chance.randint(2, 90)} million crowns and take until the {chance.choice(NOUNS)} is {cause}.",
    ]


def made_report(chance, events, number):
    """Give one desk's selection of the sentences of an event, under a headline of its own."""
    sentences = chance.sample(events[number % len(events)], k=3)
    return f"Report number {number} of the {chance.choice(NOUNS)}\n\n" + "\n\n".join(sentences) + "\n"


@pytest.mark.parametrize("count", [200] if os.environ.get("STEMMA_ORDEAL") != "1" else [200, 2000])
def test_many_reports_are_compared_in_time(tmp_path, count):
    chance = random.Random(7)  # noqa: S311 made-up reports need no secure chance
    events = [made_event(chance) for _ in range(count // 8)]
    for number in range(count):
        (tmp_path / f"{number:04}.txt").write_text(made_report(chance, events, number))

    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "stemma.cli", "compare", "--json", tmp_path],
        capture_output=True,
        timeout=1200,
        check=False,
    )

    assert ran.returncode in {0, 1}, ran.stderr[-2000:]
    assert time.monotonic() - begun < (900 if count == 2000 else 120)
