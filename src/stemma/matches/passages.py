"""Passages: from the seeds that pairs of sheets share to their passages, a whole batch of pairs at once."""

from stemma.matches.alignments import Passages, aligned
from stemma.matches.chains import Blocks, chains
from stemma.matches.choice import chosen, enough
from stemma.matches.company import in_company
from stemma.matches.cuts import cut
from stemma.matches.kernels import Hits
from stemma.matches.rules import MatchRules
from stemma.matches.runs import runs
from stemma.matches.sheets import Sheets


def found(sheets: Sheets, hits: Hits, rules: MatchRules) -> Passages:
    """Give the passages of the pairs of sheets that share these seeds; a pair's seeds are all here.

    Of two that tell the same in both sheets the better stays.
    """
    likely = runs(in_company(hits, sheets, rules), sheets)
    if not len(likely.left):
        return Passages(likely.left, likely.left, Blocks(*likely[:4]))
    linked = chains(likely, rules)
    whole = aligned(sheets, Passages(linked[1], linked[2], linked[0]), rules)
    return chosen(enough(sheets, cut(whole, rules.drop), rules))
