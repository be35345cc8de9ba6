"""How well two readings agree: percent and Cohen's kappa of each set of labels, and of each corpus in it.

`python -m evaluation.labelled.agreement` prints the table of the README.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.corpora import Record, records_of

FOLDER = Path(__file__).parent
SETS = ("pairs", "variants", "stock", "credits")

Readings = Sequence[tuple[str, str]]  # first, second


def percent(readings: Readings) -> float:
    """Give the share, in percent, of things that both readings label alike.

    >>> percent([("a", "a"), ("a", "b")])
    50.0
    """
    return 100 * sum(first == second for first, second in readings) / len(readings)


def kappa(readings: Readings) -> float:
    """Give Cohen's kappa: what the readings agree beyond what their own habits would give by chance; 1 where both know one label.

    >>> round(kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 2)
    0.5
    """
    firsts, seconds = (Counter(side) for side in zip(*readings, strict=True))
    chance = sum(firsts[label] * seconds[label] for label in firsts) / len(readings) ** 2
    return 1.0 if chance == 1 else (percent(readings) / 100 - chance) / (1 - chance)


def accepted(record: Record) -> bool:
    """Say whether the second reading is the settled label or one that is also acceptable, and so is the first."""
    named = ", ".join(one["name"] for one in record.get("agencies", ()) if one["shown"] == "named")
    settled = {record.get("label", record.get("integrity", named or "none"))}
    settled |= set(record.get("also_acceptable", record.get("also_possible", ())))
    return {record["first"], record["second"]} <= settled


def row(name: str, records: Iterable[Record]) -> str:
    """Give one line of the table."""
    listed = list(records)
    readings = [(record["first"], record["second"]) for record in listed]
    both = 100 * sum(map(accepted, listed)) / len(listed)
    return f"| {name} | {len(listed)} | {percent(readings):.0f} | {kappa(readings):.2f} | {both:.0f} |"


def main() -> None:
    """Print the table."""
    print("| set | n | alike, % | kappa | both acceptable, % |\n|---|---|---|---|---|")
    for name in SETS:
        records = [one for one in records_of(FOLDER / f"{name}.jsonl") if one["second"] is not None]
        print(row(name, records))
        if name == "pairs":
            for corpus in sorted({record["corpus"] for record in records}):
                print(row(f"{name}, {corpus}", (one for one in records if one["corpus"] == corpus)))


if __name__ == "__main__":
    main()
