"""Reports made for the tests of this room, in invented words."""

import random

import numpy as np

from stemma.matches.meetings import hits_of
from stemma.model import Report, Zone

PASSAGE = (
    "The harbour council of Port Veld closed the eastern quay before dawn after dredgers found cracks in the old stone wall. "
    "Crews moved forty fishing boats to a sheltered basin behind the breakwater while divers looked at the damage. "
    "Nobody was hurt, but the fish market stayed shut and lorries queued along the coast road until the afternoon. "
    "Engineers blamed a winter of storms that had washed sand from under the foundations."
)
OTHER = (
    "Readers of the valley gazette choose a bridge each spring. This year the jury walked nine miles upstream to see a rope "
    "span that shepherds repair with goat hair. Its keeper asked for tea and told them it would outlive any of steel."
)


def report(report_id: str, text: str, zones: tuple[Zone, ...] = ()) -> Report:
    """Make a report of a text alone."""
    given = {"id": report_id, "capture_id": report_id, "path": report_id, "url": None, "outlet_id": None, "text": text}
    return Report(**given, zones=zones, credits=(), published=None, language="en")


def spun(text: str, every: int) -> str:
    """Replace every so manieth word by another."""
    return " ".join(f"spun{place}" if place % every == every - 1 else word for place, word in enumerate(text.split()))


def all_hits(seeds, batch=10**6):
    """Give the seeds that any two sheets share."""
    sheet_count = int(seeds.sheets.max()) + 1 if len(seeds.sheets) else 0
    return hits_of(*np.triu_indices(sheet_count, 1), seeds, batch)


def babble(seed: int, count: int) -> str:
    """Make words that mean nothing; two seeds share no run of them but by chance."""
    chance = random.Random(seed)  # noqa: S311 - made-up reports need no secure chance
    return " ".join(f"word{int(chance.random() ** 3 * 9000)}" for _ in range(count))
