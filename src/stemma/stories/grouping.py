"""Which reports tell of the same event: those that are nearly as alike across two groups as they are within each.

Likeness is the cosine of what two reports are about. Two look-alike events (the same kind of thing at another place, with other
people) share some of it, but each of them is more alike within than both are to each other, and so they stay apart. All is
sums over pairs, so the order of the reports changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.model import Group, Match, Report
from stemma.stories.rules import StoryRules
from stemma.stories.subjects import Subject, subject_of
from stemma.stories.unions import Union

_LEAST_PASSAGE = 80  # characters: a quotation this long is one speech
_MOST_HOLDERS = 2_000  # reports: what more of them have tells no event, and would be looked at for nothing
_WORDS_TOLD = 7

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


class _Shared(NamedTuple):
    """What two reports share: bits of narration, whether any passage is long, and characters on either side."""

    bits: float = 0.0
    is_long: bool = False
    left: int = 0
    right: int = 0


Shared = Mapping[str, Mapping[str, _Shared]]


def gather(
    reports: Sequence[Report],
    matches: Sequence[Match],
    rules: StoryRules = StoryRules(),
) -> tuple[Group, ...]:
    """Group reports into events, each with the telling words that most of its reports share.

    Two that share a passage and are a little alike count as alike. Report ids are sorted within a group and by group; a report
    alone in telling of its event is a group of one.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    subjects = {report.id: subject_of(report) for report in ordered}
    ids = tuple(subjects)
    shared = _shared(matches, rules)
    copies = _copies({report.id: len(report.text) for report in ordered}, shared, rules)
    groups = []
    for component in _components(ids, subjects, shared, copies, rules):
        if len(component) > 1:
            groups.extend(_link(component, copies, *_tables(component, subjects, shared, rules), rules))
        else:
            groups.append(component)
    return tuple(Group(report_ids=group, words=shared_words(group, subjects)) for group in sorted(groups))


def shared_words(group: Sequence[str], subjects: Mapping[str, Subject]) -> tuple[str, ...]:
    """Give the words that more than half of a group's reports are about, the most telling first; none for a report alone."""
    if len(group) < 2:
        return ()
    totals: defaultdict[str, float] = defaultdict(float)
    counts: defaultdict[str, int] = defaultdict(int)
    for report_id in group:
        for root in subjects[report_id].forms:
            totals[root] += subjects[report_id].weights[root]
            counts[root] += 1
    telling = sorted((-round(totals[root], 9), root) for root, count in counts.items() if 2 * count > len(group))
    return tuple(
        next(subjects[one].forms[root] for one in group if root in subjects[one].forms)
        for _, root in telling[:_WORDS_TOLD]
    )


def _is_long(match: Match, rules: StoryRules) -> bool:
    return match.surprisal >= rules.least_bits or match.left.end - match.left.start >= _LEAST_PASSAGE


def _copies(sizes: Mapping[str, int], shared: Shared, rules: StoryRules) -> Union[str]:
    """Put two reports into one set where half the characters of one stand in the other: one text tells of one event."""
    sets: Union[str] = Union()
    for left_id, others in shared.items():
        for right_id, found in others.items():
            if left_id in sizes and right_id in sizes:
                share = max(found.left / max(1, sizes[left_id]), found.right / max(1, sizes[right_id]))
                if share >= rules.one_text:
                    sets.join(left_id, right_id)
    return sets


def _components(
    ids: Sequence[str], subjects: Mapping[str, Subject], shared: Shared, copies: Union[str], rules: StoryRules
) -> list[tuple[str, ...]]:
    """Give the reports that a chain of likenesses connects: across others no groups are ever joined."""
    sets: Union[str] = Union()
    for report_id in ids:
        sets.join(report_id, copies.root(report_id))
    for left, right, likeness in _likenesses(ids, subjects):
        for place in np.flatnonzero(likeness >= rules.same_event_least).tolist():
            other = ids[right[place]]
            if likeness[place] >= rules.same_event or shared.get(ids[left], {}).get(other, _Shared()).is_long:
                sets.join(ids[left], other)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in ids:
        groups[sets.root(one)].append(one)
    return [tuple(group) for group in groups.values()]


def _likenesses(ids: Sequence[str], subjects: Mapping[str, Subject]) -> Iterator[tuple[int, Numbers, Floats]]:
    """Give, report by report, the likeness to those later ones that share a telling word with it, by places in `ids`."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, report_id in enumerate(ids):
        for root, weight in subjects[report_id].weights.items():
            holders[root].append((place, weight))
    columns = {
        root: (np.array([place for place, _ in held]), np.array([weight for _, weight in held]))
        for root, held in holders.items()
        if 1 < len(held) <= _MOST_HOLDERS
    }
    for place, report_id in enumerate(ids):
        row = np.zeros(len(ids) - place)
        for root, weight in sorted(subjects[report_id].weights.items()):
            if root in columns:
                others, weights = columns[root]
                first = int(np.searchsorted(others, place, side="right"))
                row[others[first:] - place] += weight * weights[first:]
        found = np.flatnonzero(row)
        yield place, found + place, row[found]


def _tables(
    ids: Sequence[str], subjects: Mapping[str, Subject], shared: Shared, rules: StoryRules
) -> tuple[Floats, Floats]:
    """Give the likeness of every two reports, and the same without that of copies, which do not show how alike an event's are."""
    likeness = np.zeros((len(ids), len(ids)))
    for one, others, alike in _likenesses(ids, subjects):
        likeness[one, others] = alike
    likeness = np.minimum(likeness, rules.same_passage)
    own = likeness.copy()
    places = {report_id: place for place, report_id in enumerate(ids)}
    for left_id in ids:
        for right_id, found in shared.get(left_id, {}).items():
            if right_id in places:
                cell = places[left_id], places[right_id]
                if found.is_long and likeness[cell] >= rules.same_event_least:
                    likeness[cell] = own[cell] = rules.same_passage
                if found.bits >= rules.copy_bits:
                    own[cell] = rules.lone_likeness
    return likeness + likeness.T, own + own.T


def _shared(matches: Sequence[Match], rules: StoryRules) -> Shared:
    """Give for each report those of higher id that share a passage, and what they share in all."""
    found: dict[str, dict[str, _Shared]] = defaultdict(dict)
    for match in matches:
        left, right = sorted((match.left, match.right), key=lambda span: span.report_id)
        before = found[left.report_id].get(right.report_id, _Shared())
        found[left.report_id][right.report_id] = _Shared(
            bits=before.bits + match.surprisal,
            is_long=before.is_long or _is_long(match, rules),
            left=before.left + left.end - left.start,
            right=before.right + right.end - right.start,
        )
    return dict(found)


def _link(
    ids: Sequence[str], copies: Union[str], likeness: Floats, own: Floats, rules: StoryRules
) -> list[tuple[str, ...]]:
    """Join, the most alike first, two groups whose reports are nearly as alike across them as within each.

    Copies are one group from the first. Ties are settled by the first ids. Both tables become sums over groups.
    """
    groups: list[tuple[str, ...]] = [(one,) for one in ids]
    inner, sizes = np.zeros(len(ids)), np.ones(len(ids))

    def scores(one: int) -> Floats:
        """Give how alike one group and each other are, 0 where they are less so than they must be to tell of one event."""
        pairs = sizes * (sizes - 1) / 2
        within = (inner + rules.lone_pairs * rules.lone_likeness) / (pairs + rules.lone_pairs)
        across = likeness[one] / np.maximum(sizes[one] * sizes, 1)
        least = np.maximum(rules.same_event, rules.same_likeness * np.sqrt(within[one] * within))
        found = np.where((across >= least) & (sizes > 0), across, 0.0)
        found[one] = 0.0
        return found

    def join(one: int, other: int) -> None:
        groups[one], groups[other] = tuple(sorted(groups[one] + groups[other])), ()
        inner[one] += inner[other] + own[one, other]
        for sums in (likeness, own):
            sums[one] += sums[other]
            sums[:, one] = sums[one]
        sizes[one], sizes[other] = sizes[one] + sizes[other], 0

    places = {report_id: place for place, report_id in enumerate(ids)}
    for place, report_id in enumerate(ids):
        if copies.root(report_id) != report_id:
            join(places[copies.root(report_id)], place)
    table = np.array([scores(one) for one in range(len(ids))])
    best = table.argmax(axis=1)
    while True:
        highest = table[np.arange(len(ids)), best]
        one = int(highest.argmax())
        if highest[one] <= 0:
            return [group for group in groups if group]
        one, other = sorted((one, int(best[one])))
        join(one, other)
        table[other] = table[:, other] = 0.0
        table[one] = table[:, one] = scores(one)
        stale = (best == one) | (best == other) | (table[:, one] > table[np.arange(len(ids)), best])
        best[stale] = table[stale].argmax(axis=1)
