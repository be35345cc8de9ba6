"""Reports put together by event, against the events that gold names.

Gold is a file of reports with their `event`, or a folder of such files, each grouped by itself. Measured are B-cubed precision,
recall and F1 (Bagga and Baldwin 1998), each report weighing the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt
from pathlib import Path

import stemma
from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome
from evaluation.intervals import DRAWS, SEED

Groups = Iterable[Sequence[str]]
Grouper = Callable[[Sequence[Record]], Groups]
Sums = tuple[float, float, int]  # precision and recall added up over reports, and how many these are

_WORD = re.compile(r"\w+")


def groups_by_stemma(records: Sequence[Record]) -> Groups:
    """Give the groups that stemma makes, which sees the keys that any user would give."""
    shown = [{key: one[key] for key in KEYS if one.get(key) is not None} for one in records]
    return [group.report_ids for group in stemma.gather(shown, settings=stemma.Settings()).groups]


def groups_plainly(records: Sequence[Record]) -> Groups:
    """Give what a chain of tf-idf cosines of .3 and more joins, as a short script would; the threshold is a round number."""
    counts = [Counter(_WORD.findall(record["text"].casefold())) for record in records]
    holders = Counter(word for one in counts for word in one)
    vectors = [{word: count * log(len(records) / holders[word]) for word, count in one.items()} for one in counts]
    lengths = [sqrt(sum(weight * weight for weight in one.values())) or 1.0 for one in vectors]
    group = list(range(len(records)))
    for right, other in enumerate(vectors):
        for left, one in enumerate(vectors[:right]):
            product = sum(weight * other[word] for word, weight in one.items() if word in other)
            if product >= 0.3 * lengths[left] * lengths[right] and group[left] != group[right]:
                group = [group[left] if place == group[right] else place for place in group]
    return [[record["id"] for record, own in zip(records, group, strict=True) if own == place] for place in set(group)]


GROUPERS: Mapping[str, Grouper] = {
    "tf-idf of .3, single linkage": groups_plainly,
    "all one event": lambda records: [[record["id"] for record in records]],
    "each its own": lambda records: [[record["id"]] for record in records],
}


def sums_of(records: Sequence[Record], groups: Groups) -> dict[str, Sums]:
    """Give for each event the sums over its reports; one that stands in no group is a group of its own.

    >>> gold = [{"id": name, "event": event} for name, event in ("ax", "bx", "cy")]
    >>> sums_of(gold, [["a", "b", "c"]])["y"]
    (0.3333333333333333, 1.0, 1)
    """
    event_of = {record["id"]: str(record["event"]) for record in records}
    sizes = Counter(event_of.values())
    held = [[one for one in group if one in event_of] for group in groups]
    told = {one for group in held for one in group}
    sums: dict[str, Sums] = {}
    for group in [*held, *([one] for one in event_of if one not in told)]:
        for event, count in Counter(event_of[one] for one in group).items():
            precision, recall, number = sums.get(event, (0.0, 0.0, 0))
            sums[event] = (precision + count**2 / len(group), recall + count**2 / sizes[event], number + count)
    return sums


def figures_of(sums: Sequence[Sums]) -> tuple[Figure, ...]:
    """Give F1, precision and recall with their intervals, by the bootstrap over events."""
    import numpy as np

    weights = np.random.default_rng(SEED).multinomial(len(sums), [1 / len(sums)] * len(sums), DRAWS)
    drawn = np.vstack([np.ones(len(sums)), weights]) @ np.array(sums)
    precision, recall = drawn[:, 0] / drawn[:, 2], drawn[:, 1] / drawn[:, 2]
    columns = {"b3_f1": 2 * precision * recall / (precision + recall), "b3_precision": precision, "b3_recall": recall}
    return tuple(
        Figure(
            name=f"grouping.{name}",
            value=float(values[0]),
            n=int(drawn[0, 2]),
            standard_error=float(values[1:].std()) if len(sums) > 1 else None,
            low=float(np.quantile(values[1:], 0.025)),
            high=float(np.quantile(values[1:], 0.975)),
        )
        for name, values in columns.items()
    )


def evaluate(path: Path, groupers: Mapping[str, Grouper] | None = None) -> Outcome:
    """Run the task on a file, or on each file of a folder by itself; raises ValueError where a report names no event."""
    parts = [path] if path.is_file() else sorted(path.glob("*.jsonl"))
    corpora = [records for part in parts if (records := records_of(part, id=str, text=str))]
    for records in corpora:
        for record in records:
            if record.get("event") is None:
                raise ValueError(f"{path}: the report {record['id']} names no `event`")
    if not corpora:
        raise ValueError(f"{path}: holds no report")
    groupers = {"stemma": groups_by_stemma, **GROUPERS} if groupers is None else groupers
    figures = {
        name: figures_of([one for records in corpora for one in sums_of(records, grouper(records)).values()])
        for name, grouper in groupers.items()
    }
    return Outcome.of("grouping", path, figures)
