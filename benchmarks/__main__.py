"""`python -m benchmarks`: time the commands and write docs/reference/benchmarks.md; `--install` times a fresh install too."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
DEMO = ROOT / "src" / "stemma" / "desk" / "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long one thing took, in seconds: the median and the range of n fresh runs."""

    name: str
    seconds: tuple[float, ...]
    floor: str = ""

    @property
    def row(self) -> str:
        """Give the timing as a row of a Markdown table."""
        median = statistics.median(self.seconds)
        spread = f"{min(self.seconds):.2f}-{max(self.seconds):.2f}"
        return f"| {self.name} | {median:.2f} | {spread} | {len(self.seconds)} | {self.floor} |"


def time_command(name: str, command: Sequence[str], *, runs: int = 7, floor: str = "") -> Timing:
    """Time a command in fresh processes; the first run warms the disk and does not count."""
    seconds = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=tempfile.gettempdir())
        seconds.append(time.perf_counter() - begun)
    return Timing(name=name, seconds=tuple(seconds[1:]), floor=floor)


def commands() -> list[Timing]:
    """Time what a user waits for first."""
    stemma = str(Path(sys.executable).parent / "stemma")
    two = [str(path) for path in sorted(DEMO.glob("*.txt"))[:2]]
    return [
        time_command("python -c pass", [sys.executable, "-c", "pass"]),
        time_command("import stemma", [sys.executable, "-c", "import stemma"]),
        time_command("stemma --help", [stemma, "--help"], floor="0.3"),
        time_command("stemma read, one plain text", [stemma, "read", two[0]]),
        time_command("stemma compare, two plain texts", [stemma, "compare", *two], floor="3"),
        time_command("the same with --reader fast", [stemma, "compare", *two, "--reader", "fast"], floor="1.5"),
        time_command("stemma demo, five plain texts and a page", [stemma, "demo"]),
    ]


FLOORS = {"network": 2_000, "fast": 20_000}  # word pieces a CPU-second


def reading() -> str:
    """Give the table of how fast each reader reads."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading"], check=True, capture_output=True, text=True, cwd=ROOT
    )
    rows = [
        f"| {reader} | {median} | {least}-{most} | {pieces} | {FLOORS[reader]} |"
        for reader, median, least, most, pieces in (line.split() for line in ran.stdout.splitlines())
    ]
    head = "| reader | median | range of 5 | pieces read | floor |\n|---|--:|--:|--:|--:|\n"
    return "Word pieces that one second of one core takes in and reads, all included:\n\n" + head + "\n".join(rows)


def matching() -> str:
    """Give the tables of what matching costs, beside other methods."""
    command = [sys.executable, "-m", "benchmarks.matching"]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def install() -> tuple[Timing, int]:
    """Install the package with its required dependencies in a fresh place: the time, and the megabytes it fills."""
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([sys.executable, "-m", "venv", f"{name}/venv"], check=True)
        packages = Path(name) / "venv" / "lib"
        before = _bytes_in(packages)
        begun = time.perf_counter()
        subprocess.run([f"{name}/venv/bin/pip", "install", "--quiet", str(ROOT)], check=True)
        seconds = time.perf_counter() - begun
        return Timing(name="pip install of the core", seconds=(seconds,), floor="60"), (
            _bytes_in(packages) - before
        ) // 1_000_000


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def machine() -> str:
    """Say on what the times were taken."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def page(timings: Sequence[Timing], notes: Sequence[str]) -> str:
    """Give the page of the reference."""
    rows = "\n".join(timing.row for timing in timings)
    return (
        "# Benchmarks\n\nMade by `make benchmark`. Each row is a fresh process, after one run that does not count.\n\n"
        f"Machine: {machine()}.\n\n| what | median s | range s | n | floor s |\n|---|--:|--:|--:|--:|\n{rows}\n"
        + "".join(f"\n{note}\n" for note in notes)
    )


def main() -> int:
    """Time everything and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Time the commands.")
    parser.add_argument("--install", action="store_true", help="also time an install in a fresh place")
    asked = parser.parse_args()
    timings, notes = commands(), [reading(), matching()]
    if asked.install:
        timing, megabytes = install()
        timings.append(timing)
        notes.append(f"The installed core fills {megabytes} MB (floor 450).")
    text = page(timings, notes)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
