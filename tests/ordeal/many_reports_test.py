"""The rough ones, run by `make ordeal`: two thousand reports of many events, and hundreds of one."""

import json
import os
import random
import subprocess
import sys

import pytest
from benchmarks import corpus

pytestmark = pytest.mark.skipif(
    os.environ.get("STEMMA_ORDEAL") != "1" and os.environ.get("STEMMA_REQUIRE_ALL") != "1", reason="make ordeal runs it"
)

ONSETS, ENDS = (
    ("b", "d", "f", "gr", "h", "kl", "l", "m", "n", "p", "r", "st", "t", "v"),
    ("an", "el", "id", "om", "ur", "est"),
)
SMALL = ("the", "of", "a", "to", "in", "and", "for", "was", "with", "on", "at", "by")


def made_word(chance):
    """Give a word of no language, so that two events share none by their subject."""
    return "".join(chance.choice(ONSETS) + chance.choice(ENDS) for _ in range(chance.randint(2, 3)))


def made_event(chance):
    """Give the sentences that tell of a made-up event: six of its narration, one of its mayor's."""
    words = [made_word(chance) for _ in range(60)]
    mayor = f"{made_word(chance).title()} {made_word(chance).title()}"
    told = [
        " ".join(chance.choice(words) if place % 2 else chance.choice(SMALL) for place in range(18)).capitalize() + "."
        for _ in range(6)
    ]
    return [
        *told,
        f'"We {chance.choice(words)} it because the {chance.choice(words)} was {chance.choice(words)}," {mayor} said.',
    ]


def made_report(chance, events, number):
    """Give one desk's selection of the sentences of an event, under a headline of its own."""
    event = events[number % len(events)]
    sentences = sorted(chance.sample(event, k=4), key=event.index)
    return (
        f"{made_word(chance).title()} {made_word(chance)} after {made_word(chance)}\n\n" + "\n\n".join(sentences) + "\n"
    )


@pytest.mark.parametrize("count", [200] if os.environ.get("STEMMA_ORDEAL") != "1" else [200, 2000])
def test_many_reports_are_each_put_in_their_story(tmp_path, count):
    chance = random.Random(7)  # noqa: S311 made-up reports need no secure chance
    events = [made_event(chance) for _ in range(count // 8)]
    for number in range(count):
        (tmp_path / f"{number:04}.txt").write_text(made_report(chance, events, number))

    ran = subprocess.run(
        [sys.executable, "-m", "stemma.cli", "compare", "--json", tmp_path],
        capture_output=True,
        timeout=1200,
        check=False,
    )

    assert ran.returncode in {0, 1}, ran.stderr[-2000:]
    assert len(json.loads(ran.stdout)["stories"]) == len(events)


MEASURED = """
import os, re, resource, sys
from pathlib import Path
import stemma
others = [0]
def look(*done):
    # getrusage tells of a process that was started what its starter held by then
    started = (each.read_text().split() for each in Path(f"/proc/{os.getpid()}/task").glob("*/children"))
    for pid in (one for pids in started for one in pids):
        peak = re.search(r"VmHWM:\\s*(\\d+)", Path(f"/proc/{pid}/status").read_text())
        others.append(int(peak.group(1)) if peak else 0)
settings = stemma.Settings().but("readings", reader=sys.argv[2])
found = stemma.compare([sys.argv[1]], settings=settings, watch=look)
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(sum(len(one.reports) for one in found.collations), max(len(one.reports) for one in found.collations), own, max(others))
"""


@pytest.mark.skipif(os.environ.get("STEMMA_ORDEAL") != "1", reason="make ordeal runs it")
@pytest.mark.parametrize(
    ("made", "reader", "least"),
    [(corpus.reports(2000), "network", 1), (corpus.one_event(500), "fast", 200)],
    ids=["2,000 of many events, by the network", "500 of one event, by rules"],
)
def test_long_reports_are_compared_in_four_gigabytes(tmp_path, made, reader, least):
    path = corpus.write(tmp_path, made)

    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, path, reader], capture_output=True, text=True, timeout=3600, check=False
    )
    compared, largest, own, others = map(int, ran.stdout.split())

    assert compared > 0, ran.stderr[-2000:]
    assert largest >= least
    assert own + 8 * others < 4_000_000  # kilobytes; eight processes at most
