"""Which reports are one text: nearly all narration of each stands word for word in the fullest of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Span, ZoneKind
from stemma.stories.examples import shared_words
from stemma.stories.kinship import Kin, Pairing, Units, matched
from stemma.stories.rules import StoryRules
from stemma.stories.units import Unit

_LEAST = 30  # words of narration: of fewer, one sentence is most


@dataclass(frozen=True, slots=True, kw_only=True)
class OneText:
    """Reports of one text, the fullest first; `least` is the smallest share of narration that the others have in common with it.

    `spans` show it, in pairs: of the fullest and of each of the others the words that weigh most.
    """

    report_ids: tuple[str, ...]
    least: float
    spans: tuple[Span, ...]


def find_one_texts(
    report_ids: Iterable[str], kins: Iterable[Kin], units: Units, rules: StoryRules
) -> tuple[OneText, ...]:
    """Give the texts that several reports have; each report stands in one, with the fullest that holds it."""
    sizes = {one: sum(map(_narration, units[one])) for one in report_ids}
    between: dict[str, dict[str, list[Pairing]]] = defaultdict(dict)
    for kin in kins:
        pairings = matched(pairing for block in kin.blocks for pairing in block.pairings)
        if pairings and min(sizes[kin.left_id], sizes[kin.right_id]) >= _LEAST:
            between[kin.left_id][kin.right_id] = pairings
            between[kin.right_id][kin.left_id] = [pairing.turned for pairing in pairings]
    order = {one: number for number, one in enumerate(sizes)}
    groups: dict[str, list[tuple[float, str]]] = {}
    for one in sorted(sizes, key=lambda one: (-sizes[one], order[one])):
        shares = [
            (_share(between[one][head], sizes[one]), -order[head], head) for head in groups if head in between[one]
        ]
        share, _, head = max(shares, default=(0.0, 0, one))
        if share >= rules.near_copy:
            groups[head].append((share, one))
        else:
            groups[one] = []
    return tuple(_one_text(head, held, between[head]) for head, held in groups.items() if held)


def _one_text(head: str, held: Sequence[tuple[float, str]], between: Mapping[str, Sequence[Pairing]]) -> OneText:
    heaviest = (max(between[one], key=lambda p: (p.bits, len(p.equal), -p.left.number)).turned for _, one in held)
    return OneText(
        report_ids=(head, *(one for _, one in held)),
        least=min(share for share, _ in held),
        spans=tuple(span for pairing in heaviest for span in shared_words(pairing)),
    )


def _share(pairings: Iterable[Pairing], size: int) -> float:
    """Give the part of so many words of narration that stand in the other text too, in the same order."""
    equal = sum(
        not pairing.left.is_marked[i]
        for pairing in pairings
        if pairing.left.zone is ZoneKind.BODY
        for i, _ in pairing.equal
    )
    return equal / size


def _narration(unit: Unit) -> int:
    return unit.is_marked.count(False) if unit.zone is ZoneKind.BODY else 0
