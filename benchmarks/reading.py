"""`python -m benchmarks.reading`: how many word pieces a second of one core reads, by reader, all included.

The reports are those of the golden stories and of the demonstration, which are ours. Pieces are counted with the network's own
vocabulary for every reader. A run takes in and reads all reports once; numpy has one thread.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is loaded

import statistics
import sys
import time
from pathlib import Path

import stemma
from stemma.readings import network
from stemma.readings.sentence import parse
from stemma.readings.signs import tokens_of
from stemma.text.marks import marked

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def reports() -> list[Path]:
    """Give the reports that are read."""
    return sorted([*ROOT.glob("tests/golden/*/*.txt"), *ROOT.glob("src/stemma/desk/demo/*.txt")])


def pieces_of(report: stemma.Report, found: network.Network) -> int:
    """Give the number of word pieces of what is read in a report."""
    return sum(len(token.pieces) for token in tokens_of(parse(report, marked(report.text)), found.wordpieces))


def main() -> int:
    """Print one line for each reader: its name, the median, the least and the most pieces a CPU-second, and how many pieces."""
    found = network.load()
    if found is None:
        print("the network's file is not there", file=sys.stderr)
        return 1
    for reader in ("network", "fast"):
        settings = stemma.Settings().but("readings", reader=reader, processes=1)
        clippings = [one for one in stemma.read_each(reports(), settings=settings) if isinstance(one, stemma.Clipping)]
        pieces = sum(pieces_of(clipping.report, found) for clipping in clippings)
        rates = []
        for _ in range(RUNS):
            begun = time.process_time()
            list(stemma.read_each(reports(), settings=settings))
            rates.append(pieces / (time.process_time() - begun))
        print(reader, round(statistics.median(rates)), round(min(rates)), round(max(rates)), pieces)
    return 0


if __name__ == "__main__":
    sys.exit(main())
