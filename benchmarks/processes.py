"""What a command costs in a fresh process: time, CPU time, peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took: seconds by the clock, seconds of CPU of the process and its children, megabytes at the peak."""

    seconds: float
    cpu: float
    megabytes: int


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command and give what it cost; raises RuntimeError with its last words where it fails."""
    with tempfile.TemporaryFile() as told:
        begun = time.perf_counter()
        running = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, cwd=ROOT)
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - begun
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            told.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {told.read().decode(errors='replace')[-800:]}")
    scale = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Cost(seconds=seconds, cpu=used.ru_utime + used.ru_stime, megabytes=used.ru_maxrss * scale // 1_000_000)


def middle(runs: int, once: Callable[[], Cost]) -> Cost:
    """Give the medians of so many runs."""
    costs = [once() for _ in range(runs)]
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        cpu=median(cost.cpu for cost in costs),
        megabytes=int(median(cost.megabytes for cost in costs)),
    )
