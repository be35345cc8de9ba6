"""Which of two texts is above: what the sum of all trees says of it, weighed as it has proved right.

The trees count every sign as if it were independent of the others, and many signs of nearness say little of the direction. So
their odds are drawn together, and what others have from the parent, who is an agency, and whom the report names itself, count
beside them. The weights are those of a logistic regression on edges of bred stories
(docs/decisions/0042-how-much-two-texts-have-in-common.md).
"""

from collections.abc import Collection, Mapping
from math import log

from stemma.stories.tradition import Edge

_ODDS = 0.28  # for each e-fold by which the edge is more probable than its reverse
_SEEN = 0.13  # for each e-fold of the odds that the child's text is from a report that is here
_FOLLOWED = 0.3  # for each other report that has text from the parent
_NAMED = 2.3  # the report credits the parent, or names it as telling
_AGENCY, _TO_AGENCY = 2.0, -1.5  # the parent alone is an agency's own text; the child alone is
_LATER = -1.5  # the parent was published later
_BEFORE = -0.6  # nothing said
_DECIDED = 1.9  # from here on directions are right in .95 of cases
_LEAST_ODDS = 0.003  # probabilities below are not told apart
_LEAST_SEEN = 0.01

Shares = Mapping[tuple[str, str], float]


def is_above(edge: Edge, found: Shares, members: Collection[str], agencies: Collection[str] = ()) -> bool:
    """Say whether it is known that the parent of an edge is above its child, both reports of one family.

    `found` are the probabilities of each (parent, child) by all trees, `agencies` those members whose own text is agency copy.
    Which of several copies above was taken up may stay open all the same: an exemplar not seen is held against all reports that
    the child may have its text from, not against this one.
    """
    parent, child = edge.parent, edge.child
    share, reverse = found.get((parent, child), 0.0), found.get((child, parent), 0.0)
    seen = sum(found.get((one, child), 0.0) for one in members if one != child)
    following = sum(found.get((parent, one), 0.0) for one in members if one not in (parent, child))
    kinds = {one.kind for one in edge.evidence if one.weight > 0}
    weight = (
        _BEFORE
        + _ODDS * log((share + _LEAST_ODDS) / (reverse + _LEAST_ODDS))
        + _SEEN * log((seen + _LEAST_SEEN) / (1 + _LEAST_SEEN - seen))
        + _FOLLOWED * following
        + _NAMED * bool(kinds & {"credit", "citation"})
        + _AGENCY * (parent in agencies and child not in agencies)
        + _TO_AGENCY * (child in agencies and parent not in agencies)
        + _LATER * any(one.kind == "time" for one in edge.evidence)
    )
    return weight >= _DECIDED
