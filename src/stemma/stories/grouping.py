"""Which reports tell of the same event: a fixed test for each two, so that their order changes nothing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemma.model import Match, NameKind, Reading, Report
from stemma.stories.rules import StoryRules
from stemma.text.background import load
from stemma.text.spelling import stem
from stemma.text.words import words

_RARE = 11_000  # millibits: rarer than one word in about 2,000
_LEAST_COMMON = 4


def gather(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    matches: Sequence[Match],
    rules: StoryRules = StoryRules(),
) -> tuple[tuple[str, ...], ...]:
    """Group reports into events: those that share a passage or enough rare words, names and numbers.

    Returns report ids, sorted within a group and by group; a report alone in telling of its event is a group of one.
    """
    subjects = {report.id: _subject(report) for report in reports}
    names = {reading.report_id: _names(reading) for reading in readings}
    together = {(match.left.report_id, match.right.report_id) for match in matches if _is_long(match, rules)}
    ids = sorted(subjects)
    parent = {one: one for one in ids}

    def root(one: str) -> str:
        while parent[one] != one:
            one = parent[one]
        return one

    for place, left in enumerate(ids):
        for right in ids[place + 1 :]:
            if root(left) == root(right):
                continue
            is_same = (left, right) in together or _is_alike(subjects[left], subjects[right], rules)
            if is_same and (names.get(left, frozenset()) & names.get(right, frozenset()) or (left, right) in together):
                one, other = sorted((root(left), root(right)))
                parent[other] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        groups[root(one)].append(one)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _subject(report: Report) -> dict[str, int]:
    background = load()
    found = {}
    for key in {word.key for word in words(report.text)}:
        rarity = int(background.rarity(key))
        if rarity >= _RARE:
            found[stem(key)] = rarity
    return found


def _names(reading: Reading) -> frozenset[str]:
    return frozenset(
        part
        for name in reading.names
        if name.kind is not NameKind.OTHER or " " in name.canonical
        for part in name.canonical.casefold().split()
        if len(part) > 2
    )


def _is_long(match: Match, rules: StoryRules) -> bool:
    return match.surprisal >= rules.least_bits or match.left.end - match.left.start >= 80


def _is_alike(left: Mapping[str, int], right: Mapping[str, int], rules: StoryRules) -> bool:
    common = [rarity for key, rarity in left.items() if key in right]
    if len(common) < _LEAST_COMMON:
        return False
    return sum(common) >= rules.same_event * min(sum(left.values()), sum(right.values()))
