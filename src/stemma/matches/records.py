"""Records: passages as rows of whole numbers, with their edits as JSON, and such rows as matches."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from stemma.matches.alignments import Passages
from stemma.matches.chains import Blocks
from stemma.matches.choice import surprisals
from stemma.matches.kernels import Numbers
from stemma.matches.rows import BYTES, NUMBER, Rows, blobs, numbers, texts
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets
from stemma.model import Edit, Match, Span
from stemma.text.align import Wording, edits_between

MATCH_KINDS = {
    **dict.fromkeys(("left_report", "left_start", "left_end", "right_report", "right_start", "right_end"), NUMBER),
    "score": NUMBER,  # ten-thousandths
    "surprisal": NUMBER,  # millibits
    "edits": BYTES,  # JSON
}


def rows_of(sheets: Sheets, given: Passages, reports: Numbers, rules: MatchRules) -> Rows:
    """Give passages as rows, from the first to the last of their equal words; `reports` are the numbers of the sheets' reports.

    They are sorted by pair, then by left and right span: so their order is the same however pairs are cut into batches.
    """
    if not len(given.left):
        return {name: blobs([]) if kind == BYTES else np.empty(0, np.int64) for name, kind in MATCH_KINDS.items()}
    blocks, words = given.blocks.joined(), sheets.columns
    firsts = blocks.firsts
    ends = np.append(firsts[1:], len(blocks.chain))
    one, other = blocks.left_at[firsts], blocks.right_at[firsts]
    one_end, other_end = ((at + blocks.length)[ends - 1] for at in (blocks.left_at, blocks.right_at))
    equal, longest = np.add.reduceat(blocks.length, firsts), np.maximum(one_end - one, other_end - other)
    spans = (words.starts[one], words.ends[one_end - 1], words.starts[other], words.ends[other_end - 1])
    order = np.lexsort((*spans[::-1], given.right, given.left))
    places = np.stack((given.left, given.right, *spans, one, one_end, other, other_end, firsts, ends))[:, order]
    columns = (
        reports[places[0]],
        *places[2:4].astype(np.int64),
        reports[places[1]],
        *places[4:6].astype(np.int64),
        ((20_000 * equal + longest) // (2 * longest))[order],
        surprisals(sheets, blocks, rules)[order],
    )
    edits = blobs(list(_edits(sheets, blocks, places.T.tolist())))
    return {**dict(zip(MATCH_KINDS, columns, strict=False)), "edits": edits}


def _edits(sheets: Sheets, blocks: Blocks, places: Sequence[Sequence[int]]) -> Iterator[bytes]:
    """Give the edits of passages as JSON: of each its sheets, its characters, its words and its blocks as first and end."""
    starts, ends = sheets.columns.starts, sheets.columns.ends
    encode = msgspec.json.Encoder().encode
    for left, right, *within, one, one_end, other, other_end, first, end in places:
        texts = sheets.reports[left].text, sheets.reports[right].text
        if texts[0][within[0] : within[1]] == texts[1][within[2] : within[3]]:
            yield b"[]"
            continue
        ones = Wording(texts[0], starts[one:one_end].tolist(), ends[one:one_end].tolist())
        others = Wording(texts[1], starts[other:other_end].tolist(), ends[other:other_end].tolist())
        columns = blocks.left_at[first:end] - one, blocks.right_at[first:end] - other, blocks.length[first:end]
        runs = list(zip(*(column.tolist() for column in columns), strict=True))
        yield encode(edits_between(ones, others, runs, (within[0], within[1], within[2], within[3])))


def matches_of(rows: Rows, ids: Sequence[str]) -> Iterator[Match]:
    """Give rows as matches; `ids` are those of the reports by their numbers."""
    columns = zip(
        *(numbers(rows, name).tolist() for name in MATCH_KINDS if name != "edits"),
        texts(rows, "edits").all(),
        strict=True,
    )
    decode = msgspec.json.Decoder(tuple[Edit, ...]).decode
    for left, left_start, left_end, right, right_start, right_end, score, surprisal, edits in columns:
        yield Match(
            left=Span(ids[left], left_start, left_end),
            right=Span(ids[right], right_start, right_end),
            edits=decode(edits),
            score=score / 10_000,
            surprisal=surprisal / 1_000,
        )
