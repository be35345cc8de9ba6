"""Passages: from the seeds that pairs of sheets share to their matches, a whole batch of pairs at once."""

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
from stemma.model import Match, Span
from stemma.text.align import Wording, edits_between


def passages(sheets: Sheets, hits: Hits, rules: MatchRules) -> list[Match]:
    """Give the matches of the pairs of sheets that share these seeds; a pair's seeds are all here or none."""
    return as_matches(sheets, found(sheets, hits, rules), rules)


def found(sheets: Sheets, hits: Hits, rules: MatchRules) -> Passages:
    """Give the passages of these pairs; of two that tell the same in both sheets the better stays."""
    likely = runs(in_company(hits, sheets), sheets)
    if not len(likely.left):
        return Passages(likely.left, likely.left, Blocks(*likely[:4]))
    linked = chains(likely, rules)
    whole = aligned(sheets, Passages(linked[1], linked[2], linked[0]), rules)
    return chosen(enough(sheets, cut(whole, rules.drop), rules))


def as_matches(sheets: Sheets, given: Passages, rules: MatchRules) -> list[Match]:
    """Give the matches that passages make, from the first to the last of their equal words."""
    if not len(given.left):
        return []
    blocks, columns = given.blocks, sheets.columns
    firsts = blocks.firsts
    lasts = np.append(firsts[1:], len(blocks.chain)) - 1
    count = np.add.reduceat(blocks.length, firsts)
    left_at, right_at = blocks.left_at[firsts], blocks.right_at[firsts]
    left_last, right_last = (at[lasts] + blocks.length[lasts] - 1 for at in (blocks.left_at, blocks.right_at))
    longer = np.maximum(left_last - left_at, right_last - right_at) + 1
    bits = surprisals(sheets, blocks, rules)
    edges = [
        column.tolist()
        for column in (
            columns.starts[left_at],
            columns.ends[left_last],
            columns.starts[right_at],
            columns.ends[right_last],
        )
    ]
    rows = zip(firsts.tolist(), (lasts + 1).tolist(), zip(*edges, strict=True), strict=True)
    places = [column.tolist() for column in blocks[1:]]
    lefts, rights = given.left.tolist(), given.right.tolist()
    made = []
    shares = (count / longer).tolist()
    millibits = bits.tolist()
    for number, (first, last, within) in enumerate(rows):
        left, right = sheets.reports[lefts[number]], sheets.reports[rights[number]]
        runs_ = list(zip(*(place[first:last] for place in places), strict=True))
        one, other = runs_[0][0], runs_[0][1]
        left_end, right_end = runs_[-1][0] + runs_[-1][2], runs_[-1][1] + runs_[-1][2]
        wordings = (
            Wording(left.text, columns.starts[one:left_end].tolist(), columns.ends[one:left_end].tolist()),
            Wording(right.text, columns.starts[other:right_end].tolist(), columns.ends[other:right_end].tolist()),
        )
        made.append(
            Match(
                left=Span(left.id, within[0], within[1]),
                right=Span(right.id, within[2], within[3]),
                edits=edits_between(*wordings, [(a - one, b - other, n) for a, b, n in runs_], within),
                score=round(shares[number], 4),
                surprisal=round(millibits[number] / 1000, 3),
            )
        )
    return made
