"""Passages: from the seeds that pairs of sheets share to their matches, a whole batch of pairs at once."""

from collections.abc import Sequence

import numpy as np

from stemma.matches.alignments import Passages, aligned
from stemma.matches.chains import Blocks, chains
from stemma.matches.choice import chosen, enough, surprisals
from stemma.matches.company import in_company
from stemma.matches.cuts import cut
from stemma.matches.kernels import Hits
from stemma.matches.rules import MatchRules
from stemma.matches.runs import runs
from stemma.matches.sheets import Sheets
from stemma.model import Edit, Match, Span
from stemma.text.align import Wording, edits_between


def passages(sheets: Sheets, hits: Hits, rules: MatchRules) -> list[Match]:
    """Give the matches of the pairs of sheets that share these seeds, by left and right span; a pair's seeds are all here."""
    return as_matches(sheets, found(sheets, hits, rules), rules)


def found(sheets: Sheets, hits: Hits, rules: MatchRules) -> Passages:
    """Give the passages of these pairs; of two that tell the same in both sheets the better stays."""
    likely = runs(in_company(hits, sheets, rules), sheets)
    if not len(likely.left):
        return Passages(likely.left, likely.left, Blocks(*likely[:4]))
    linked = chains(likely, rules)
    whole = aligned(sheets, Passages(linked[1], linked[2], linked[0]), rules)
    return chosen(enough(sheets, cut(whole, rules.drop), rules))


def as_matches(sheets: Sheets, given: Passages, rules: MatchRules) -> list[Match]:
    """Give the matches that passages make, from the first to the last of their equal words, by left and right span."""
    if not len(given.left):
        return []
    blocks, words = given.blocks, sheets.columns
    firsts = blocks.firsts
    ends = np.append(firsts[1:], len(blocks.chain))
    one, other = blocks.left_at[firsts], blocks.right_at[firsts]
    one_end, other_end = ((at + blocks.length)[ends - 1] for at in (blocks.left_at, blocks.right_at))
    spans = (
        given.left,
        words.starts[one],
        words.ends[one_end - 1],
        given.right,
        words.starts[other],
        words.ends[other_end - 1],
    )
    shares = np.add.reduceat(blocks.length, firsts) / np.maximum(one_end - one, other_end - other)
    bits = surprisals(sheets, blocks, rules)
    order = np.lexsort(spans[::-1])
    rows = zip(*(column[order].tolist() for column in (*spans, shares, bits)), strict=True)
    places = zip(*(column[order].tolist() for column in (one, one_end, other, other_end, firsts, ends)), strict=True)
    made = []
    for row, place in zip(rows, places, strict=True):
        left, right = sheets.reports[row[0]], sheets.reports[row[3]]
        is_same = left.text[row[1] : row[2]] == right.text[row[4] : row[5]]
        made.append(
            Match(
                left=Span(left.id, row[1], row[2]),
                right=Span(right.id, row[4], row[5]),
                edits=() if is_same else _edits(sheets, (left.text, right.text), blocks, place, (*row[1:3], *row[4:6])),
                score=round(row[6], 4),
                surprisal=round(row[7] / 1000, 3),
            )
        )
    return made


def _edits(
    sheets: Sheets, texts: tuple[str, str], blocks: Blocks, place: Sequence[int], within: tuple[int, int, int, int]
) -> tuple[Edit, ...]:
    """Give the edits of a passage: `place` holds its words on both sides and its blocks, each as first and end."""
    one, one_end, other, other_end, first, end = place
    starts, ends = sheets.columns.starts, sheets.columns.ends
    left = Wording(texts[0], starts[one:one_end].tolist(), ends[one:one_end].tolist())
    right = Wording(texts[1], starts[other:other_end].tolist(), ends[other:other_end].tolist())
    columns = blocks.left_at[first:end] - one, blocks.right_at[first:end] - other, blocks.length[first:end]
    return edits_between(left, right, list(zip(*(column.tolist() for column in columns), strict=True)), within)
