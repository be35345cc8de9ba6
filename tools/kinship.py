"""Measure how much narration reports share by chance and by copying: `python tools/kinship.py [--show N]`.

Reads STEMMA_DATA. *Apart*: reports of one event by different outlets in BASIL, PAC and NewsWCL50, mostly written independently,
without the pairs that share half their 8-word shingles. *Copies*: pairs of one event in the outlet sets and ECB+ train that
share half of the shorter one's 8-word shingles. Prints, per pair, the quantiles of shared narration in bits, in all and outside
sentences with marks or a reporting verb, and the threshold that separates best.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from stemma.matches import MatchRules, match
from stemma.matches.sheets import Sheet, lay_out
from stemma.model import Match, Report
from stemma.text.align import aligned
from stemma.text.marks import marked
from stemma.text.sentences import sentences
from stemma.text.shingles import containment, shingles
from stemma.text.words import words

APART = ("basil/articles.jsonl", "pac/articles.jsonl", "newswcl50/articles.jsonl")
COPIED = ("outlets/census.jsonl", "outlets/spotify.jsonl", "ecbplus/train.jsonl")
CUE_LIST = """
said says say saying told tells added adds stated states announced announces claimed claims argued argues wrote writes
according called calls asked asks warned warns insisted insists denied denies noted notes explained explains tweeted
testified
"""
CUES = frozenset(CUE_LIST.split())
RULES = MatchRules()


class Pair(NamedTuple):
    """Two reports: how much of their wording is one, and the bits of narration they share.

    In all; outside speech sentences; over the passages, each less what it costs to say where it stands in both (log2 of the
    product of their lengths), none below 0; and in the best passage.
    """

    corpus: str
    left: str
    right: str
    shared: float
    bits: float
    plain_bits: float
    net_bits: float
    best_bits: float
    longest: str


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def events(path: Path) -> Iterator[list[dict[str, Any]]]:
    """Give the reports of each event of a corpus."""
    groups: dict[str, list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            groups.setdefault(str(row["event"]), []).append(row)
    yield from groups.values()


def as_report(row: dict[str, Any]) -> Report:
    """Give a corpus row as a report without zones."""
    given = {"id": row["id"], "capture_id": row["id"], "path": "", "url": None, "outlet_id": None, "text": row["text"]}
    return Report(**given, zones=(), credits=(), published=None, language="en")


def speech_words(sheet: Sheet) -> list[bool]:
    """Say of each word whether its sentence holds quotation marks or a reporting verb."""
    text = sheet.report.text
    marks = [(one.start, one.end) for one in marked(text)]
    flags = [False] * len(sheet.words)
    place = 0
    for start, end in sentences(text):
        while place < len(sheet.words) and sheet.words[place].start < start:
            place += 1
        first = place
        while place < len(sheet.words) and sheet.words[place].start < end:
            place += 1
        has_mark = any(one < end and other > start for one, other in marks)
        if has_mark or any(word.key in CUES for word in sheet.words[first:place]):
            flags[first:place] = [True] * (place - first)
    return flags


def shared_bits(left: Sheet, right: Sheet, matches: list[Match]) -> tuple[float, float]:
    """Give the narration two reports share, each left word once: bits in all, and outside speech sentences of either."""
    found: dict[int, tuple[int, bool]] = {}
    left_speech, right_speech = speech_words(left), speech_words(right)
    for one in matches:
        ours = [place for place, word in enumerate(left.words) if one.left.start <= word.start < one.left.end]
        theirs = [place for place, word in enumerate(right.words) if one.right.start <= word.start < one.right.end]
        for a, b in aligned([left.words[place] for place in ours], [right.words[place] for place in theirs]):
            i, j = ours[a], theirs[b]
            if left.told[i] and right.told[j]:
                found[i] = (min(left.costs[i], right.costs[j]), left_speech[i] or right_speech[j])
    return sum(cost for cost, _ in found.values()) / 1000, sum(
        cost for cost, speech in found.values() if not speech
    ) / 1000


def pairs(data: Path, corpus: str) -> Iterator[Pair]:
    """Give the pairs of different outlets of each event of a corpus."""
    for event in events(data / corpus):
        rows = sorted(event, key=lambda row: str(row["id"]))[:25]
        reports = [as_report(row) for row in rows]
        outlets = {row["id"]: row.get("publisher") or row["id"] for row in rows}
        sets = {report.id: shingles([word.key for word in words(report.text)], 8) for report in reports}
        sheets = {report.id: lay_out(report, RULES) for report in reports}
        by_pair: dict[tuple[str, str], list[Match]] = {}
        for one in match(reports, RULES):
            by_pair.setdefault((one.left.report_id, one.right.report_id), []).append(one)
        for left, right in combinations(sorted(outlets), 2):
            if outlets[left] != outlets[right]:
                matches = by_pair.get((left, right), [])
                bits, plain = shared_bits(sheets[left], sheets[right], matches)
                place = log2(max(1, len(sheets[left].words)) * max(1, len(sheets[right].words)))
                net = sum(max(0.0, one.surprisal - place) for one in matches)
                top = max(matches, key=lambda one: one.surprisal, default=None)
                longest = top.left.cut(sheets[left].report.text)[:300] if top else ""
                yield Pair(
                    corpus,
                    left,
                    right,
                    containment(sets[left], sets[right]),
                    bits,
                    plain,
                    net,
                    top.surprisal if top else 0.0,
                    longest,
                )


def quantiles(values: list[float]) -> str:
    """Give the quantiles of a column in one line."""
    marks = (0, 5, 10, 25, 50, 75, 90, 95, 99, 100)
    return (
        " ".join(f"p{mark}={value:.0f}" for mark, value in zip(marks, np.percentile(values, marks), strict=True))
        if values
        else "none"
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--show", type=int, default=0, help="show the N apart pairs that share most (texts of others: do not keep)"
    )
    options = parser.parse_args()
    where = os.environ.get("STEMMA_DATA")
    if not where:
        say("STEMMA_DATA is not set: name the folder of the corpora")
        return 2
    apart = [pair for corpus in APART for pair in pairs(Path(where), corpus)]
    copied = [pair for corpus in COPIED for pair in pairs(Path(where), corpus)]
    independent = [pair for pair in apart if pair.shared < 0.5]
    dependent = [pair for pair in copied if pair.shared >= 0.5]
    say(f"apart: n={len(independent)} (left out, half or more shared: {len(apart) - len(independent)})")
    for name in ("bits", "plain_bits", "net_bits", "best_bits"):
        low, high = [getattr(pair, name) for pair in independent], [getattr(pair, name) for pair in dependent]
        say(f"{name} apart:  n={len(low)} {quantiles(low)}")
        say(f"{name} copies: n={len(high)} {quantiles(high)}")
        for limit in (10, 20, 30, 40, 60, 80, 120, 160, 240):
            say(
                f"  >= {limit}: apart {np.mean(np.array(low) >= limit):.3f}  copies {np.mean(np.array(high) >= limit):.3f}"
            )
        best = max(
            range(5, 400, 5), key=lambda limit: np.mean(np.array(high) >= limit) - np.mean(np.array(low) >= limit)
        )
        say(f"  best threshold (recall less false alarms): {best}")
    for corpus in APART:
        say(f"{corpus}: {quantiles([pair.bits for pair in independent if pair.corpus == corpus])}")
    for pair in sorted(independent, key=lambda pair: -pair.net_bits)[: options.show]:
        figures = f"{pair.bits:.0f} plain {pair.plain_bits:.0f} net {pair.net_bits:.0f} best {pair.best_bits:.0f}"
        say(f"{figures} shared {pair.shared:.2f} {pair.left} {pair.right}: {pair.longest!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
