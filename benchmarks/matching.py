"""`python -m benchmarks.matching`: matching made corpora, and the same job by others, each run in a fresh process.

What is timed is what a user runs: `stemma match CORPUS --out FILE`, reading and writing included. The machine may be shared, so
the CPU time stands beside the time by the clock. Rows and bytes are those of the stages that the run leaves.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import reports, write
from benchmarks.processes import Cost, cost_of, middle
from benchmarks.truths import near_copies, read_truths, recall_and_precision

COPIED = ("stemma", "datasketch", "rensa")  # near-copies
JOINED = ("polars",)
PASSIM = 413  # seconds for 612 real reports of 2.6 million characters on two cores: what is known of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A made corpus, how often it is matched and how often joined with itself alone, and the floors in seconds of both."""

    reports: int
    words: int
    runs: int
    floor: str = ""
    joins: int = 0
    join_floor: str = ""

    @property
    def name(self) -> str:
        """Give the corpus as a row names it."""
        return f"{self.reports:,} reports of {self.words} words"


SIZES = (
    Size(reports=612, words=700, runs=5, floor="6"),
    Size(reports=1_000, words=500, runs=5),
    Size(reports=10_000, words=500, runs=1),
)
LARGE = (
    Size(reports=100_000, words=40, runs=1, joins=3, join_floor="8"),
    Size(reports=100_000, words=500, runs=1, floor="1200"),
)


def stemma_on(folder: Path) -> list[str]:
    """Give the command that matches a corpus."""
    stemma = str(Path(sys.executable).parent / "stemma")
    stages = str(folder / "stages")
    return [stemma, "match", str(folder / "reports.jsonl"), "--out", str(folder / "found.jsonl"), "--stages", stages]


def once(folder: Path) -> Cost:
    """Match a corpus anew."""
    for path in sorted((folder / "stages").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    return cost_of(stemma_on(folder))


def stages_of(folder: Path) -> list[tuple[str, int, int]]:
    """Give each stage that a run left: its name without its key, its rows, its bytes."""
    found: dict[str, tuple[int, int]] = {}
    for path in sorted((folder / "stages").rglob("*")):
        if path.is_file() and (rows := _rows(path)) is not None:
            name = path.parent.name.rpartition("-")[0] or path.parent.name
            before = found.get(name, (0, 0))
            found[name] = before[0] + rows, before[1] + path.stat().st_size
    return [(name, *counts) for name, counts in found.items()]


def _rows(path: Path) -> int | None:
    """Give how many rows a part of a stage holds, None where a file is none."""
    with path.open("rb") as file:
        head = file.readline(100_000)
    try:
        record = json.loads(head)
    except ValueError:
        return None
    return int(record["rows"]) if isinstance(record, dict) and record.get("format") == "stemma.rows" else None


def size_row(size: Size, cost: Cost, folder: Path) -> str:
    """Give a size as a row of a table."""
    told = (folder / "found.jsonl").read_bytes()
    count, megabytes = told.count(b"\n"), len(told) // 1_000_000
    rates = f"| {cost.seconds:.1f} | {cost.cpu:.1f} | {cost.megabytes} | {count:,} | {megabytes} |"
    return f"| {size.name} {rates} {size.runs} | {size.floor} |"


def join_row(size: Size, folder: Path) -> str:
    """Give the self-join of a corpus that was matched, from its laid-out sheets to pairs, as a row of a table."""
    command = [sys.executable, "-m", "benchmarks.joining", str(folder / "stages")]
    cost = middle(size.joins, lambda: cost_of(command))
    name = f"self-join of {size.reports:,} texts of {size.words} words, from laid-out sheets to pairs"
    return f"| {name} | {cost.seconds:.1f} | {cost.cpu:.1f} | {cost.megabytes} | | | {size.joins} | {size.join_floor} |"


def job_rows(folder: Path, names: Iterable[str], runs: int) -> list[str]:
    """Give each method on the near-copy job as a row: what it costs, how much of stemma's time that is, what it finds."""
    truth = near_copies(read_truths(folder))
    rows, first = [], None
    for name in names:
        out = folder / f"{name}.json"
        command = [sys.executable, "-m", "benchmarks.rivals", name, str(folder / "reports.jsonl"), str(out)]
        cost = middle(runs, lambda asked=command: cost_of(asked))
        first = first or cost
        found = {(min(pair), max(pair)) for pair in json.loads(out.read_text(encoding="utf-8"))}
        recall, precision = recall_and_precision(found, truth)
        told = f"| {name} | {cost.seconds:.1f} | {cost.cpu:.1f} | {cost.megabytes} | {cost.cpu / first.cpu:.2f} "
        rows.append(f"{told}| {recall:.3f} | {precision:.3f} | {len(truth)} |")
    return rows


def twin_row(folder: Path) -> str:
    """Say how much quicker stemma is than the alignment of all words of all pairs, on forty reports."""
    write(folder, reports(40))
    own = cost_of(stemma_on(folder))
    command = [
        sys.executable,
        "-m",
        "benchmarks.rivals",
        "twin",
        str(folder / "reports.jsonl"),
        str(folder / "twin.json"),
    ]
    twin = cost_of(command)
    return (
        f"Aligning all words of all pairs of 40 reports takes {twin.cpu:.0f} s of CPU time, `stemma match` {own.cpu:.1f} s, "
        f"starting and reading included: {twin.cpu / own.cpu:.0f} times less."
    )


def page(sizes: Iterable[Size]) -> str:
    """Measure and give the part of the page on matching."""
    with TemporaryDirectory() as made:
        rows, stages = [], ""
        for size in sizes:
            folder = Path(made) / f"{size.reports}-{size.words}"
            write(folder, reports(size.reports, size.words))
            cost = middle(size.runs, lambda place=folder: once(place))
            rows.append(size_row(size, cost, folder))
            rows += [join_row(size, folder)] if size.joins else []
            if size.reports == SIZES[0].reports:
                job, joined, passim = job_rows(folder, (*COPIED, *JOINED), 3), cost, PASSIM / cost.seconds
                stages = "\n".join(f"| {name} | {count:,} | {held:,} |" for name, count, held in stages_of(folder))
        if not stages:
            return _SIZES + "\n".join(rows) + "\n"
        own = f"passim needs {PASSIM} s for 612 real reports of as many characters on two cores: {passim:.0f} times as long."
        parts = [_SIZES + "\n".join(rows), own, _STAGES + stages, _JOB + "\n".join(job), twin_row(Path(made) / "twin")]
        return "\n\n".join(parts) + f"\n\n`polars` beside `stemma match`: {_ratio(job[-1], joined)}\n"


def _ratio(row: str, cost: Cost) -> str:
    cpu = float(row.split("|")[3])
    return f"{cpu:.1f} s against {cost.cpu:.1f} s of CPU time; it gives pairs of reports, no passages."


_SIZES = (
    "`stemma match` on made reports (`python -m benchmarks.corpus`), reading and writing included, medians:\n\n"
    "| corpus | s | CPU s | peak MB | matches | MB written | runs | floor s |\n|---|--:|--:|--:|--:|--:|--:|--:|\n"
)
_STAGES = "Its stages on the 612 reports:\n\n| stage | rows | bytes |\n|---|--:|--:|\n"
_JOB = (
    "Near-copies among the 612: pairs of one story that share four fifths of both reports' words. stemma finds all passages and "
    "events on the way; `polars` joins runs of eight words and says only which pairs share one; ratio: CPU time to stemma's:\n\n"
    "| method | s | CPU s | peak MB | ratio | recall | precision | true pairs |\n|---|--:|--:|--:|--:|--:|--:|--:|\n"
)


def main(arguments: list[str] | None = None) -> int:
    """Print the part of the page on matching."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description="Time matching on made reports.")
    parser.add_argument("--large", action="store_true", help="the 100,000 reports, short and long")
    print(page(LARGE if parser.parse_args(arguments).large else SIZES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
