"""The plan: reports in, shared passages out.

Steps: lay the reports out as words; index the rarer runs of three words; join the index with itself; find the passages of the
pairs that share some.
"""

from collections.abc import Sequence

from stemma.matches.kernels import postings, seeds, shared
from stemma.matches.passages import passages
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import lay_out
from stemma.model import Match, Report

DEFAULT = MatchRules()


def match(reports: Sequence[Report], rules: MatchRules = DEFAULT) -> tuple[Match, ...]:
    """Give every passage that two of the reports share, word for word or edited; left is the report with the lower id.

    Sorted by left and right span; the order of the reports does not count; of reports with one id the first counts.
    """
    by_id = {report.id: report for report in reversed(reports)}
    sheets = lay_out([by_id[report_id] for report_id in sorted(by_id)])
    index = postings(seeds(sheets, rules))
    found = [found for hits in shared(index, rules.batch) for found in passages(sheets, hits, rules)]
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))
