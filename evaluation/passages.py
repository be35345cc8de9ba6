"""Shared passages against the oracle: of every two reports of a corpus, which words stand in passages that both have.

Gold is made, not given: the oracle aligns all words of all pairs, outside bylines, furniture and speaker labels as stemma reads
them, for what is no report shares no passage. Counted are equal words, left and right, of passages of eight and more of them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import stemma
from evaluation.alignment import LEAST_WORDS, passages
from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Tally, share
from evaluation.intervals import bootstrapped

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OUTSIDE = frozenset({stemma.ZoneKind.BYLINE, stemma.ZoneKind.FURNITURE, stemma.ZoneKind.SPEAKER})

Pair = tuple[str, str]
Words = frozenset[tuple[str, int]]  # report id, number of the word in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report's words: where each begins, its number in the corpus, and the stretches [first, last) between furniture."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    stretches: tuple[tuple[int, int], ...]


def sheets_of(reports: Iterable[stemma.Report]) -> dict[str, Sheet]:
    """Lay reports out; equal words have equal numbers."""
    known: dict[str, int] = {}
    sheets = {}
    for report in reports:
        found = list(_WORD.finditer(report.text))
        starts = tuple(word.start() for word in found)
        numbers = tuple(known.setdefault(_key(word.group()), len(known)) for word in found)
        sheets[report.id] = Sheet(starts=starts, numbers=numbers, stretches=_stretches(report, starts))
    return sheets


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")


def _stretches(report: stemma.Report, starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Give the stretches of words that lie between zones of furniture."""
    first, found = 0, []
    for zone in report.zones:
        if zone.kind in _OUTSIDE:
            found.append((first, bisect_left(starts, zone.start)))
            first = bisect_left(starts, zone.end)
    return tuple((one, last) for one, last in [*found, (first, len(starts))] if one < last)


def words_by_oracle(left: str, right: str, sheets: Mapping[str, Sheet]) -> Words:
    """Give the words of two reports that the oracle finds in passages of both."""
    found: set[tuple[str, int]] = set()
    for one, one_end in sheets[left].stretches:
        for other, other_end in sheets[right].stretches:
            for pairs in passages(sheets[left].numbers[one:one_end], sheets[right].numbers[other:other_end]):
                found |= {(left, one + place) for place, _ in pairs}
                found |= {(right, other + place) for _, place in pairs}
    return frozenset(found)


def words_of(match: stemma.Match, sheets: Mapping[str, Sheet]) -> Words:
    """Give the words of both reports that are equal in a match: those outside its edits, and those that differ in shape alone."""
    found: set[tuple[str, int]] = set()
    left, right = match.left.start, match.right.start
    for edit in match.edits:
        step = edit.start - left
        if _keys(edit.before) == _keys(edit.after):  # another apostrophe, a capital: the same words
            found |= _within(match.left.report_id, edit.start, edit.end, sheets)
            found |= _within(match.right.report_id, right + step, right + step + len(edit.after), sheets)
        found |= _within(match.left.report_id, left, edit.start, sheets)
        found |= _within(match.right.report_id, right, right + step, sheets)
        left, right = edit.end, right + step + len(edit.after)
    found |= _within(match.left.report_id, left, match.left.end, sheets)
    return frozenset(found | _within(match.right.report_id, right, match.right.end, sheets))


def _keys(text: str) -> list[str]:
    return [_key(word) for word in _WORD.findall(text)]


def _within(report_id: str, start: int, end: int, sheets: Mapping[str, Sheet]) -> Words:
    starts = sheets[report_id].starts
    return frozenset((report_id, place) for place in range(bisect_left(starts, start), bisect_left(starts, end)))


def words_by_stemma(
    gathering: stemma.Gathering, sheets: Mapping[str, Sheet]
) -> tuple[dict[Pair, Words], dict[Pair, Words]]:
    """Give the words that stemma finds in passages of two reports: in any, and in those of eight equal words and more."""
    found: defaultdict[Pair, Words] = defaultdict(frozenset)
    longer: defaultdict[Pair, Words] = defaultdict(frozenset)
    for match in gathering.matches:
        pair, words = (match.left.report_id, match.right.report_id), words_of(match, sheets)
        found[pair] |= words
        if len(words) >= 2 * LEAST_WORDS:
            longer[pair] |= words
    return found, longer


def words_plainly(left: str, right: str, sheets: Mapping[str, Sheet]) -> Words:
    """Give the words of two reports that stand in runs of eight words of both, as a plain n-gram join finds them."""
    held: list[dict[tuple[int, ...], list[int]]] = [defaultdict(list), defaultdict(list)]
    for report_id, grams in zip((left, right), held, strict=True):
        for first, last in sheets[report_id].stretches:
            for start in range(first, last - LEAST_WORDS + 1):
                grams[sheets[report_id].numbers[start : start + LEAST_WORDS]].append(start)
    shared = held[0].keys() & held[1].keys()
    return frozenset(
        (report_id, start + step)
        for report_id, grams in zip((left, right), held, strict=True)
        for gram in shared
        for start in grams[gram]
        for step in range(LEAST_WORDS)
    )


def tally(name: str, gold: Words, found: Words, longer: Words) -> Tally:
    """Count one pair of reports, under the corpus's name too."""
    recall, precision = share(len(gold & found), len(gold)), share(len(gold & longer), len(longer))
    both = {"passages.recall": recall, "passages.precision": precision}
    return both | {f"{figure}.{name}": ratio for figure, ratio in both.items()}


def tallies_of(name: str, records: Sequence[Record]) -> Iterator[tuple[Tally, Tally]]:
    """Count every pair of a corpus by stemma and by the plain method; pairs that share nothing by anybody say nothing."""
    gathering = stemma.gather(
        [{key: one[key] for key in KEYS if one.get(key) is not None} for one in records], settings=stemma.Settings()
    )
    sheets = sheets_of(gathering.reports)
    found, longer = words_by_stemma(gathering, sheets)
    nothing: Words = frozenset()
    for pair in combinations(sorted(sheets), 2):
        gold, plain = words_by_oracle(*pair, sheets), words_plainly(*pair, sheets)
        if gold or plain or pair in longer:
            yield (
                tally(name, gold, found.get(pair, nothing), longer.get(pair, nothing)),
                tally(name, gold, plain, plain),
            )


def evaluate(path: Path) -> Outcome:
    """Run the task on a corpus, or on each corpus of a folder by itself; raises ValueError where none holds two reports."""
    corpora = {
        part.stem: records_of(part, text=str) for part in ([path] if path.is_file() else sorted(path.glob("*.jsonl")))
    }
    tallies = [both for name, records in corpora.items() for both in tallies_of(name, records)]
    if not tallies:
        raise ValueError(f"{path}: no two reports share a passage")
    names = [
        f"passages.{kind}{part}" for part in ("", *(f".{name}" for name in corpora)) for kind in ("recall", "precision")
    ]
    plan: Mapping[str, Sequence[str]] = {name: [name] for name in names}
    scored: Callable[[int], tuple[Figure, ...]] = lambda which: bootstrapped([both[which] for both in tallies], plan)  # noqa: E731
    return Outcome.of("passages", path, {"stemma": scored(0), "runs of eight words": scored(1)})
