"""Where the words that one report has in marks stand without marks in another that shares narration with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from stemma.model import Attribution, Reading, Report, Span
from stemma.stories.descent import Descent
from stemma.stories.pieces import Piece
from stemma.stories.units import Unit, content_of
from stemma.text.align import aligned
from stemma.text.words import Word

_FOUND_SHARE = 0.75  # of the words in marks, and of their content words
_LEAST_WORDS = 3
Units = Mapping[str, Sequence[Unit]]
_Bare = tuple[Unit, frozenset[str]]  # a sentence, and the stems of its content words outside marks
_Postings = Mapping[str, Mapping[str, Sequence[_Bare]]]  # by line and stem: the sentences that have it outside marks


def plain_words(
    pieces: Sequence[Piece],
    units: Units,
    reports: Mapping[str, Report],
    descent: Descent,
    readings: Mapping[str, Reading],
) -> list[tuple[Piece, Piece]]:
    """Give each piece in marks with its words in a report of its line that has them without marks, each place once."""
    postings = _postings(units, descent)
    found: dict[tuple[str, int, int, bool], tuple[Piece, Piece]] = {}
    sought: set[tuple[tuple[str, ...], str]] = set()
    for piece in pieces:
        told = (tuple(word.key for word in piece.words), descent.line_of.get(piece.report.id, ""))
        if not piece.is_marked or piece.is_transcript or len(piece.words) < _LEAST_WORDS or told in sought:
            continue
        sought.add(told)  # the same words of another report of the line stand where these do
        for span in _places(piece, postings.get(told[1], {})):
            plain = _plain(span, reports[span.report_id], readings[span.report_id])
            found.setdefault(plain.key, (piece, plain))
    return list(found.values())


def _postings(units: Units, descent: Descent) -> _Postings:
    postings: dict[str, dict[str, list[_Bare]]] = defaultdict(lambda: defaultdict(list))
    for report_id, line in descent.line_of.items():
        for unit in units.get(report_id, ()):
            keys = (key for key, is_marked in zip(unit.keys, unit.is_marked, strict=True) if not is_marked)
            bare = frozenset(content_of(keys))
            for key in bare:
                postings[line][key].append((unit, bare))
    return postings


def _places(piece: Piece, postings: Mapping[str, Sequence[_Bare]]) -> Iterator[Span]:
    """Give the best place in each report of a line; a sentence without the rarer content words has too few of all."""
    content = sorted(piece.content, key=lambda key: (len(postings.get(key, ())), key))
    least = ceil(_FOUND_SHARE * len(content))
    near: dict[str, dict[int, Unit]] = defaultdict(dict)
    for key in content[: len(content) - least + 1]:
        for unit, bare in postings.get(key, ()):
            if unit.report_id != piece.report.id and len(piece.content.keys() & bare) >= least:
                near[unit.report_id][unit.number] = unit
    for _, held in sorted(near.items()):
        part, _, span = max(
            (share, -number, span) for number, unit in held.items() for share, span in [_window(piece, unit)]
        )
        if part >= _FOUND_SHARE:
            yield span


def _window(piece: Piece, unit: Unit) -> tuple[float, Span]:
    """Give the plain words of a sentence, about as many as are sought, that hold the most of them, and the part they hold."""
    sought = piece.words
    size = len(sought) + len(sought) // 5 + 1
    best, found = 0, unit.span
    for start in range(max(1, len(unit.words) - size + 1)):
        equal = _equal(sought, unit, start, start + size)
        if len(equal) > best:
            best = len(equal)
            # words exchanged at either end belong to what was found
            first = max(0, equal[0][1] - equal[0][0])
            last = min(len(unit.words) - 1, equal[-1][1] + len(sought) - 1 - equal[-1][0])
            while last - first >= len(sought) and len(_equal(sought, unit, first + 1, last + 1)) == best:
                first += 1
            found = Span(unit.report_id, unit.words[first].start, unit.words[last].end)
    return best / len(sought), found


def _equal(sought: Sequence[Word], unit: Unit, start: int, end: int) -> list[tuple[int, int]]:
    """Give the words sought among those of a sentence's that stand without marks between two places."""
    pairs = aligned(sought, unit.words[start:end])
    return [(i, j + start) for i, j in pairs if not unit.is_marked[j + start]]


def _plain(span: Span, report: Report, reading: Reading) -> Piece:
    attribution = _covering(reading, span)
    return Piece(
        report=report,
        spans=(span,),
        is_marked=False,
        voice_id=attribution.voice_id if attribution else None,
        attribution=attribution,
        is_found=True,
        is_nobodys=_is_nobodys(report, reading, span),
    )


def _is_nobodys(report: Report, reading: Reading, span: Span) -> bool:
    """Say whether the paragraph around some words names nobody as saying anything."""
    zone = next((zone for zone in report.zones if zone.start <= span.start < zone.end), None)
    if zone is None:
        return True
    beside = Span(report.id, zone.start, zone.end)
    return not any(part.overlap(beside) for a in reading.attributions for part in (*a.source, *a.cue, *a.content))


def _covering(reading: Reading, span: Span) -> Attribution | None:
    """Give the attribution inside whose content some words stand."""
    inside = [
        a for a in reading.attributions if any(one.overlap(span) * 2 > span.end - span.start for one in a.content)
    ]
    return inside[-1] if inside else None
