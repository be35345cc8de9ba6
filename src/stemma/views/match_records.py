"""Matches of a corpus: one JSON line for each, and what stands beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from stemma.model import Match, Refusal, Span, Stamp
from stemma.views.reading_records import places, refusal_record, stamp_record
from stemma.views.records import FORMATS

VERSION = 1

_MOST_TOLD = 1_000  # refusals, and passages of stock


def match_lines(matches: Iterable[Match]) -> Iterator[bytes]:
    """Give each match as a line of JSON."""
    import msgspec

    encode = msgspec.json.Encoder().encode  # a match's fields are those of `match_record`, in its order
    return (encode(match) + b"\n" for match in matches)


def contents_record(
    corpus: str, counts: Mapping[str, int], stock: Sequence[tuple[Span, int]], refusals: Sequence[Refusal], stamp: Stamp
) -> dict[str, Any]:
    """Give what a file of matches holds and rests on as the record `stemma.matches`, version 1.

    `counts` are those of reports and matches. Of stock and refusals the first thousand are told.
    """
    told = stock[:_MOST_TOLD]
    where = places(span for span, _ in told)
    return {
        "format": FORMATS.matches,
        "version": VERSION,
        "stamp": stamp_record(stamp),
        "corpus": corpus,
        **counts,
        "stock_passages": len(stock),
        "stock": [{**place, "reports": often} for place, (_, often) in zip(where, told, strict=True)],
        "refused": len(refusals),
        "refusals": [refusal_record(refusal) for refusal in refusals[:_MOST_TOLD]],
    }


def matching_to_text(report_count: int, match_count: int, stock: Sequence[tuple[Span, int]]) -> str:
    """Give in a line or two what matching a corpus came to.

    >>> matching_to_text(2, 1, [])
    '2 reports, 1 match'
    """
    lines = [f"{_many(report_count, 'report')}, {_many(match_count, 'match')}"]
    if stock:
        span, often = stock[0]
        lines.append(
            f"set apart as stock: {_many(len(stock), 'passage')}, the commonest in {often} reports "
            f"({span.report_id} {span.start}-{span.end})"
        )
    return "\n".join(lines)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}{'es' if noun.endswith('ch') else 's'}"
