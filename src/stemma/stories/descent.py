"""Which reports may have their words from which, read off the stemma for those who judge wordings and changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Derivation, Exemplar
from stemma.stories.unions import Union


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Descent:
    """Who may have whose words: by report, the reports that it may have its text from with their probability, and all its kin.

    `unseen` is how probably a report has its text from an exemplar that is not among them. `line_of` gives reports one name
    where any chain of kinship joins them.
    """

    parents: Mapping[str, Mapping[str, float]]
    unseen: Mapping[str, float]
    kin: Mapping[str, frozenset[str]]
    line_of: Mapping[str, str]

    def lines(self, report_ids: Iterable[str]) -> int:
        """Give on how many lines some reports stand that share no narration, not even through others."""
        return len({self.line_of.get(one, one) for one in report_ids})

    def later(self, these: Iterable[str], those: Sequence[str]) -> float:
        """Give how surely (0 to 1) some of these have their text from one of those."""
        return max((sum(self.parents.get(one, {}).get(two, 0.0) for two in those) for one in these), default=0.0)


def descent_of(derivations: Sequence[Derivation], exemplars: Sequence[Exemplar]) -> Descent:
    """Read off the stemma which reports may stand above which."""
    seen = {exemplar.id: exemplar.report_id for exemplar in exemplars}
    parents: dict[str, dict[str, float]] = defaultdict(dict)
    unseen: dict[str, float] = defaultdict(float)
    holders: dict[str, set[str]] = defaultdict(set)
    for derivation in derivations:
        child, parent = derivation.report_id, seen.get(derivation.exemplar_id)
        holders[derivation.exemplar_id].add(child)
        if parent is None:
            unseen[child] = max(unseen[child], derivation.probability)
        else:
            parents[child][parent] = max(parents[child].get(parent, 0.0), derivation.probability)
            holders[derivation.exemplar_id].add(parent)
    kin: dict[str, set[str]] = defaultdict(set)
    lines: Union[str] = Union()
    for members in holders.values():
        for one in members:
            kin[one] |= members
            lines.join(one, min(members))
    return Descent(
        parents=dict(parents),
        unseen=dict(unseen),
        kin={one: frozenset(found - {one}) for one, found in kin.items()},
        line_of={one: lines.root(one) for one in lines.members()},
    )
