"""Which reports tell of the same event: by their rare words, on average over a group, so that their order changes nothing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

import numpy as np

from stemma.model import Group, Match, Report
from stemma.stories.rules import StoryRules
from stemma.stories.unions import Union
from stemma.text.background import load
from stemma.text.spelling import stem
from stemma.text.words import words

_RARE = 11.0  # bits: rarer than one word in about 2,000
_LEAST_PASSAGE = 80  # characters: a quotation this long is one speech

Vector = Mapping[str, float]


def gather(
    reports: Sequence[Report],
    matches: Sequence[Match],
    rules: StoryRules = StoryRules(),
) -> tuple[Group, ...]:
    """Group reports into events by the cosine of their rare words' weights, average linkage.

    Two that share a passage and some rare words count as alike. Returns report ids, sorted within a group and by group; a report
    alone in telling of its event is a group of one.
    """
    vectors = {report.id: _vector(report) for report in reports}
    together = {(match.left.report_id, match.right.report_id) for match in matches if _is_long(match, rules)}
    likeness = _likenesses(vectors, together, rules)
    groups: list[tuple[str, ...]] = []
    for component in _components(sorted(vectors), likeness, rules):
        groups.extend(_link(component, likeness, rules))
    return tuple(Group(report_ids=group) for group in sorted(groups))


def _vector(report: Report) -> dict[str, float]:
    background = load()
    counts: Counter[str] = Counter()
    bits: dict[str, float] = {}
    for word in words(report.text):
        rarity = int(background.rarity(word.key)) / 1000
        if rarity >= _RARE:
            key = stem(word.key)
            counts[key] += 1
            bits[key] = min(bits.get(key, rarity), rarity)
    weights = {key: (1 + log(count)) * (bits[key] - _RARE + 1) for key, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _likenesses(
    vectors: Mapping[str, Vector], together: set[tuple[str, str]], rules: StoryRules
) -> dict[tuple[str, str], float]:
    """Give the cosine of every two reports that share a rare word."""
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for report_id in sorted(vectors):
        for key, weight in vectors[report_id].items():
            holders[key].append((report_id, weight))
    found: dict[tuple[str, str], float] = defaultdict(float)
    for _, group in sorted(holders.items()):
        for place, (left, one) in enumerate(group):
            for right, other in group[place + 1 :]:
                found[left, right] += one * other
    for pair in together:
        if found.get(pair, 0.0) >= rules.same_event_least:
            found[pair] = max(found[pair], rules.same_passage)
    return found


def _is_long(match: Match, rules: StoryRules) -> bool:
    return match.surprisal >= rules.least_bits or match.left.end - match.left.start >= _LEAST_PASSAGE


def _components(ids: Sequence[str], likeness: Mapping[tuple[str, str], float], rules: StoryRules) -> list[list[str]]:
    """Give the groups that no likeness worth speaking of connects: average linkage never joins across them."""
    sets: Union[str] = Union()
    for (left, right), value in sorted(likeness.items()):
        if value >= rules.same_event_least:
            sets.join(left, right)
    groups: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        groups[sets.root(one)].append(one)
    return list(groups.values())


def _link(ids: Sequence[str], likeness: Mapping[tuple[str, str], float], rules: StoryRules) -> list[tuple[str, ...]]:
    """Join the two groups that are most alike on average until none are alike enough; ties by the first ids."""
    groups: list[tuple[str, ...]] = [(one,) for one in ids]
    totals = np.full((len(ids), len(ids)), -np.inf)
    for i, left in enumerate(ids):
        for j in range(i + 1, len(ids)):
            totals[i, j] = likeness.get((left, ids[j]), 0.0)
    sizes = np.ones(len(ids))
    for _ in ids[1:]:
        means = totals / np.outer(sizes, sizes)
        i, j = (int(place) for place in np.unravel_index(int(np.argmax(means)), means.shape))
        if means[i, j] < rules.same_event:
            break
        groups[i], groups[j] = tuple(sorted(groups[i] + groups[j])), ()
        sizes[i] += sizes[j]
        for other in range(len(ids)):
            if other not in (i, j) and groups[other]:
                totals[min(i, other), max(i, other)] += totals[min(j, other), max(j, other)]
        totals[j, :] = totals[:, j] = -np.inf
    return [group for group in groups if group]
