"""Which passages of two reports are kin: not by shared words of a speech, but by shared narration.

Follows textual criticism's rule that kinship is shown by agreement that chance and a common occasion do not explain;
weighed by surprisal against one background table, as in passim's and Dong et al.'s (VLDB 2009) weighing by rarity.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from types import MappingProxyType

from stemma.model import Match
from stemma.stories.rules import StoryRules
from stemma.stories.units import Look, Unit
from stemma.text.align import aligned

Units = Mapping[str, tuple[Unit, ...]]
UnitKey = tuple[str, int]
Known = dict[tuple[Look, Look], tuple[tuple[tuple[int, int], ...], float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two sentences with equal words in the same order; `bits` is the surprisal of the narration that they share."""

    left: Unit
    right: Unit
    equal: tuple[tuple[int, int], ...]
    bits: float

    @property
    def turned(self) -> "Pairing":
        """The same pairing, seen from the other side."""
        equal = tuple((j, i) for i, j in self.equal)
        return Pairing(left=self.right, right=self.left, equal=equal, bits=self.bits)

    @property
    def share(self) -> float:
        """The part of the longer sentence's words that are equal."""
        return len(self.equal) / max(len(self.left.words), len(self.right.words))

    @property
    def coverage(self) -> float:
        """The part of the shorter sentence's words that are equal."""
        return len(self.equal) / min(len(self.left.words), len(self.right.words))


@dataclass(frozen=True, kw_only=True)
class Block:
    """Neighbouring sentences of one report and their counterparts in another, in the same order."""

    pairings: tuple[Pairing, ...]

    @cached_property
    def bits(self) -> float:
        """All the narration that they share, in bits; each sentence counts once on either side."""
        return sum(pairing.bits for pairing in matched(self.pairings))


def matched(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Keep the pairings of two reports in which each sentence stands once on either side, the best first."""
    kept = []
    left: set[int] = set()
    right: set[int] = set()
    for pairing in sorted(pairings, key=lambda p: (-p.bits, p.left.number, p.right.number)):
        if pairing.left.number not in left and pairing.right.number not in right:
            kept.append(pairing)
            left.add(pairing.left.number)
            right.add(pairing.right.number)
    return kept


@dataclass(frozen=True, kw_only=True)
class Kin:
    """What two reports share; `blocks` are kin, `loose` is below the least evidence."""

    left_id: str
    right_id: str
    blocks: tuple[Block, ...]
    loose: tuple[Block, ...]

    @cached_property
    def bits(self) -> float:
        """The narration shared in kindred blocks, in bits."""
        return sum(block.bits for block in self.blocks)


def find_kin(
    units: Units, matches: Iterable[Match], rules: StoryRules, house: Mapping[UnitKey, str] = MappingProxyType({})
) -> tuple[Kin, ...]:
    """Give, for every two reports that share a passage, what is kin between them.

    `house` gives the name of its own outlet for each sentence that has it: where the other report has not that name, the outlet
    speaks of itself in words that others use of themselves, and what they share so shows nothing.
    """
    by_pair: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        by_pair[match.left.report_id, match.right.report_id].append(match)
    found = []
    known: Known = {}
    for (left_id, right_id), shared in sorted(by_pair.items()):
        pairings = _best(pair_units(units[left_id], units[right_id], shared, rules, known))
        pairings = [pairing for pairing in pairings if not _is_of_a_house(pairing, house)]
        blocks, loose = _judge(_chain(pairings, rules), rules)
        found.append(Kin(left_id=left_id, right_id=right_id, blocks=blocks, loose=loose))
    return tuple(found)


def _is_of_a_house(pairing: Pairing, house: Mapping[UnitKey, str]) -> bool:
    left, right = (house.get((unit.report_id, unit.number), "") for unit in (pairing.left, pairing.right))
    return left != right


def pair_units(
    left: Sequence[Unit], right: Sequence[Unit], shared: Iterable[Match], rules: StoryRules, known: Known
) -> list[Pairing]:
    """Give the sentences that lie opposite each other in two reports' shared passages.

    `known` keeps what was found for sentences of the same words, so that copies are aligned once.
    """
    opposite: set[tuple[int, int]] = set()
    for match in shared:
        for left_start, right_start, length in equal_stretches(match):
            for one in _within(left, left_start, left_start + length):
                shift = right_start - left_start
                start, end = max(one.start, left_start) + shift, min(one.end, left_start + length) + shift
                opposite.update((one.number, other.number) for other in _within(right, start, end))
    chance = log2(max(1, len(left) * len(right)))
    return [_pair(left[i], right[j], chance, rules, known) for i, j in sorted(opposite)]


def _pair(left: Unit, right: Unit, chance: float, rules: StoryRules, known: Known) -> Pairing:
    """Align two sentences by their words and weigh the narration that they share.

    Of so many pairs of sentences the likest would share some by chance: `chance` bits are taken off, as for any local alignment
    found by search (Karlin and Altschul, PNAS 1990).
    """
    if (left.look, right.look) not in known:
        found = tuple(aligned(left.words, right.words))
        known[left.look, right.look] = found, _narration_bits(left, right, found, rules)
    equal, bits = known[left.look, right.look]
    bits -= chance
    most = rules.sentence_most
    if len(equal) >= rules.same_share * max(len(left.words), len(right.words)) and bits >= rules.same_bits:
        most *= 2  # a long sentence taken over whole is no coincidence of the event
    return Pairing(left=left, right=right, equal=equal, bits=max(0.0, min(most, bits)))


def _narration_bits(left: Unit, right: Unit, equal: Sequence[tuple[int, int]], rules: StoryRules) -> float:
    plain = doubtful = 0.0
    for run in _runs(equal):
        if len(run) < rules.run_words:
            continue
        # the first word of a run may be there for its topic; what follows it is a choice of words
        for i, j in run[1:]:
            bits = min(left.costs[i], right.costs[j]) * _worth(left, right, i, j, rules)
            if left.is_marked[i] or right.is_marked[j]:
                doubtful += bits
            else:
                plain += bits
    return plain / 1000 + min(rules.marks_most, doubtful / 1000)


def _worth(left: Unit, right: Unit, i: int, j: int, rules: StoryRules) -> float:
    if left.is_marked[i] and right.is_marked[j]:
        return 0.0
    if left.is_marked[i] or right.is_marked[j]:
        plain = right.is_narrated[j] if left.is_marked[i] else left.is_narrated[i]
        return rules.marks_share if plain else 0.0
    if not (left.is_narrated[i] and right.is_narrated[j]):
        return 0.0
    return rules.speech_share if left.is_attributed[i] and right.is_attributed[j] else 1.0


def _runs(equal: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    runs: list[list[tuple[int, int]]] = []
    for i, j in equal:
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def equal_stretches(match: Match) -> list[tuple[int, int, int]]:
    """Give (left offset, right offset, length) of what lies between a match's edits."""
    stretches = []
    left, right = match.left.start, match.right.start
    for edit in match.edits:
        if edit.start > left:
            stretches.append((left, right, edit.start - left))
        right += edit.start - left + len(edit.after)
        left = edit.end
    if match.left.end > left:
        stretches.append((left, right, match.left.end - left))
    return stretches


def _within(units: Sequence[Unit], start: int, end: int) -> list[Unit]:
    return [unit for unit in units if unit.start < end and start < unit.end]


def _best(pairings: Sequence[Pairing]) -> list[Pairing]:
    """Keep, for each sentence, its best counterpart, and others of which it holds at least half."""
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for pairing in pairings:
        best_left[pairing.left.number] = max(best_left[pairing.left.number], pairing.share)
        best_right[pairing.right.number] = max(best_right[pairing.right.number], pairing.share)
    return [
        pairing
        for pairing in pairings
        if pairing.coverage >= 0.5
        or pairing.share in (best_left[pairing.left.number], best_right[pairing.right.number])
    ]


def _chain(pairings: Sequence[Pairing], rules: StoryRules) -> list[Block]:
    chains: list[list[Pairing]] = []
    for pairing in sorted(pairings, key=lambda p: (p.left.number, p.right.number)):
        near = [chain for chain in chains if _follows(chain[-1], pairing, rules)]
        if near:
            min(near, key=lambda c: abs(pairing.right.number - c[-1].right.number)).append(pairing)
        else:
            chains.append([pairing])
    return [Block(pairings=tuple(chain)) for chain in chains]


def _follows(before: Pairing, after: Pairing, rules: StoryRules) -> bool:
    left_step = after.left.number - before.left.number
    right_step = after.right.number - before.right.number
    return left_step >= 0 and right_step >= 0 and min(left_step, right_step) <= rules.gap_units + 1


def _judge(blocks: Sequence[Block], rules: StoryRules) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    is_sure = any(block.bits >= rules.least_bits for block in blocks)
    least = rules.moved_bits if is_sure else rules.least_bits
    kindred = tuple(block for block in blocks if block.bits >= least)
    return kindred, tuple(block for block in blocks if block.bits < least)


def by_pair(pairings: Iterable[Pairing]) -> dict[tuple[str, str], list[Pairing]]:
    """Sort pairings by their two reports, in both directions."""
    found: dict[tuple[str, str], list[Pairing]] = defaultdict(list)
    for pairing in pairings:
        found[pairing.left.report_id, pairing.right.report_id].append(pairing)
        found[pairing.right.report_id, pairing.left.report_id].append(pairing.turned)
    return found
