"""Expressions of time against gold in the form of TempEval-3, task A: which stretches tell a time, and which time.

Gold is one JSON object a line: docid, dct (the day of publication), text, timexes [{type, value, span: [start, end)}]. Method:
UzZaman and others, TempEval-3, 2013. A value is the one that TIMEX3 writes, compared letter by letter.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import stemma
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Tally, f1, figures_of, share

KINDS = ("DATE", "TIME", "DURATION", "SET")

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_PLAIN = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|"
    rf"(?P<month>{'|'.join(_MONTHS)})(?: (?P<day>\d{{1,2}})\b)?(?:,? (?P<year>\d{{4}}))?|(?P<weekday>{'|'.join(_WEEKDAYS)})|"
    rf"(?P<step>{'|'.join(_STEPS)})|(?P<alone>(?:19|20)\d\d))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One expression of time: its stretch of the text in characters, its kind and value as in TIMEX3."""

    start: int
    end: int
    kind: str
    value: str | None


Teller = Callable[[Record], Sequence[Told]]


def gold_of(record: Record) -> tuple[Told, ...]:
    """Give a record's gold expressions."""
    return tuple(
        Told(start=row["span"][0], end=row["span"][1], kind=row["type"], value=row["value"])
        for row in record["timexes"]
    )


def told_by_stemma(record: Record) -> tuple[Told, ...]:
    """Give the times that stemma reads in a record's text, published on the record's day; they are the same for every reader."""
    shown = {"id": str(record["docid"]), "text": record["text"], "published_at": record.get("dct")}
    reading = stemma.read(shown, settings=stemma.Settings().but("readings", reader="fast")).reading
    return tuple(
        Told(start=timex.span.start, end=timex.span.end, kind=kind_of(timex.value, timex.relation), value=timex.value)
        for timex in reading.times
    )


def kind_of(value: str | None, relation: str) -> str:
    """Give the kind that TIMEX3 has for a value.

    >>> kind_of("P3D", "for"), kind_of("P1W", "every"), kind_of("2022-01-07T15:00", "at"), kind_of("2022-01", "since")
    ('DURATION', 'SET', 'TIME', 'DATE')
    """
    if relation == "every":
        return "SET"
    if re.match(r"P[\dTX]", value or ""):
        return "DURATION"
    return "TIME" if re.search(r"\dT", value or "") else "DATE"


def told_plainly(record: Record) -> tuple[Told, ...]:
    """Give what a plain method reads: named days and months, the last such not after publication, and years."""
    day = date.fromisoformat(record["dct"][:10]) if record.get("dct") else None
    return tuple(
        Told(start=found.start(), end=found.end(), kind="DATE", value=_plain_value(found, day))
        for found in _PLAIN.finditer(record["text"])
    )


def _plain_value(found: re.Match[str], today: date | None) -> str | None:
    if found["alone"] or found["iso"]:
        return found["alone"] or found["iso"]
    if today is None:
        return None
    if found["step"]:
        return (today + timedelta(days=_STEPS[found["step"]])).isoformat()
    if found["weekday"]:
        return (today - timedelta(days=(today.weekday() - _WEEKDAYS.index(found["weekday"])) % 7)).isoformat()
    month = _MONTHS.index(found["month"]) + 1
    year = int(found["year"] or today.year - ((month, int(found["day"] or 1)) > (today.month, today.day)))
    return f"{year:04}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")


def pair(gold: Sequence[Told], found: Sequence[Told]) -> tuple[tuple[Told, Told], ...]:
    """Pair gold and found expressions that overlap, one to one: of several first the equal value, then most characters."""
    overlaps = sorted(
        (left.value != right.value, -shared, i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(found)
        if (shared := min(left.end, right.end) - max(left.start, right.start)) > 0
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return tuple((gold[i], found[j]) for i, j in sorted(pairs.items()))


def tally(gold: Sequence[Told], found: Sequence[Told]) -> Tally:
    """Count one article: every figure of the task as a ratio that adds up over articles."""
    pairs = pair(gold, found)
    right = [(left, told) for left, told in pairs if left.value == told.value]
    is_exact = [(left.start, left.end) == (told.start, told.end) for left, told in pairs]
    figures = {
        "times.value_f1": f1(len(right), len(found), len(gold)),
        "times.found_f1": f1(len(pairs), len(found), len(gold)),
        "times.exact_f1": f1(sum(is_exact), len(found), len(gold)),
        "times.value_right": share(len(right), len(pairs)),
    }
    for kind in KINDS:
        hits = sum(left.kind == told.kind == kind for left, told in right)
        counts = [sum(one.kind == kind for one in side) for side in (found, gold)]
        figures[f"times.value_f1.{kind.lower()}"] = f1(hits, *counts)
    return figures


def score(records: Sequence[Record], teller: Teller) -> tuple[Figure, ...]:
    """Measure one way of telling times on gold records."""
    return figures_of([tally(gold_of(record), teller(record)) for record in records], {})


def evaluate(path: Path) -> Outcome:
    """Run the task on a .jsonl file, or on all of a folder's."""
    parts = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    records = [record for part in parts for record in records_of(part, docid=str, text=str, timexes=list)]
    if not records:
        raise ValueError(f"{path} holds no .jsonl with records")
    tellers = {"stemma": told_by_stemma, "named days and months, years": told_plainly}
    return Outcome.of("times", path, {name: score(records, teller) for name, teller in tellers.items()})
