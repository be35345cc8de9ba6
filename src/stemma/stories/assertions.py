"""Assertions: the claims of several reports that say the same thing."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from math import log2
from typing import NamedTuple

import numpy as np

from stemma.model import Manner, Span, Utterance
from stemma.stories.families import Kinship
from stemma.stories.rules import StoryRules
from stemma.stories.statements import Statement, by_terms, closeness, is_sure, likeness_anywhere, likeness_at, shares_of
from stemma.stories.terms import matched_terms, shared_terms
from stemma.stories.units import DISPLAY

_JOINED_BONUS = 0.2
_REPEATED = 0.4  # likeness from which on two claims of one report, its headline and its lede, say the same
_FEW = 6  # terms of a claim so short that one shared with another is worth a look
_LEDE = 3  # place of a claim in its report up to which it is told first
_DISPLAYED = 0.25  # of the terms, from which on a headline may be one with a claim of its report ...
_RETOLD = 0.45  # ... or its lede with another claim of it ...
_MEANT = 0.36  # ... or likeness, wherever they stand, from which on either may: told again it has other words
_PART = 0.5  # of a clause's terms that a longer claim has, if it tells that clause along with its neighbour
_NEAR = 0.5  # cosine from which on two claims without a common term are worth a look


def group_statements(
    statements: Sequence[Statement], kinship: Kinship, utterances: Sequence[Utterance], rules: StoryRules
) -> list[list[Statement]]:
    """Join statements that say the same thing; surest pairs first, so that the order of reports changes nothing.

    Less likeness is asked of two that stand opposite each other in kindred passages, or word one utterance.
    """
    said = _said(statements, utterances)
    scores = _scores(statements)
    best = _likest(statements, scores)
    own = _counterparts(statements, best, rules)
    parts = _parts(statements, best, rules)
    own |= set(parts.values())
    scored = []
    wholes = {pair: _contained(statements[pair[0]], statements[pair[1]]) for pair in set(parts.values())}
    for pair in wholes:
        scores.setdefault(pair, 0.0)
    for (i, j), score in scores.items():
        is_joined = kinship.is_joined(statements[i].key, statements[j].key) or bool(said[i] & said[j])
        is_near = is_joined or (i, j) in own
        share = wholes.get((i, j), 0.0)  # parts are joined last
        # in its place: a second table would be as large
        scores[i, j] = max(score + (_JOINED_BONUS if is_near else 0.0), share)
        is_alike = is_near or is_sure(statements[i].claim) == is_sure(statements[j].claim)
        least = (
            rules.same_counterpart if (i, j) in own else rules.same_claim_in_block if is_joined else rules.same_claim
        )
        if is_alike and max(score, share) >= least:
            scored.append((scores[i, j] if score >= least else score, i, j))
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    return _agglomerate(statements, scored, scores, parts, rules)


def _scores(statements: Sequence[Statement]) -> dict[tuple[int, int], float]:
    """Give how alike every two claims are, if at all, the earlier first; those of the same terms and voice are compared once."""
    members: dict[tuple[frozenset[tuple[str, int]], str | None], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        members[frozenset(statement.terms.items()), statement.voice_id].append(number)
    groups = list(members.values())
    firsts = [statements[group[0]] for group in groups]
    found: dict[tuple[int, int], float] = {}
    pairs = sorted({*_candidates(firsts), *_near(firsts)})
    for one, other in (*((number, number) for number in range(len(groups))), *pairs):
        close = closeness(firsts[one], firsts[other])
        if close > 0:
            for i, j in combinations(groups[one], 2) if one == other else product(groups[one], groups[other]):
                score = likeness_at(close, max(statements[i].depth, statements[j].depth))
                if score:
                    found[min(i, j), max(i, j)] = score
    return found


class _Likest(NamedTuple):
    """The likest claim of another report to a claim, how alike they are, and how alike the next is that says something else."""

    score: float
    other: int
    next_score: float = 0.0


def _likest(statements: Sequence[Statement], scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, str], _Likest]:
    """Give the likest claim of each other report to each claim; ties to the earlier."""
    told: dict[tuple[int, str], list[int]] = defaultdict(
        list
    )  # millions in a story of hundreds of reports: numbers alone
    for (i, j), score in scores.items():
        if score and statements[i].report.id != statements[j].report.id:
            told[i, statements[j].report.id].append(j)
            told[j, statements[i].report.id].append(i)
    found = {}
    for key in list(told):
        (first, other), *rest = sorted((-scores[min(key[0], one), max(key[0], one)], one) for one in told.pop(key))
        repeated = (scores.get((min(other, one), max(other, one)), 0.0) >= _REPEATED for _, one in rest)
        follows = (-score for (score, _), is_so in zip(rest, repeated, strict=True) if not is_so)
        found[key] = _Likest(-first, other, next(follows, 0.0))
    return found


def _counterparts(
    statements: Sequence[Statement], best: Mapping[tuple[int, str], _Likest], rules: StoryRules
) -> set[tuple[int, int]]:
    """Give the pairs of claims of two reports each of which stands out as the other's likest in that report.

    They must share as much as a word and a half that no other claim of either report has: the longer the reports, the more
    pairs are alike by chance.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sizes = Counter(statement.report.id for statement in statements)
    for statement in statements:
        counts[statement.report.id].update(statement.terms.keys())
    found = set()
    for (i, _), (score, j, follows) in best.items():
        back = best[j, statements[i].report.id]
        if i > j or back.other != i:
            continue
        stands_out = score - max(follows, back.next_score) / 2 >= rules.same_counterpart
        if score >= rules.same_claim or (
            stands_out and _is_telling(statements[i], statements[j], counts, sizes, rules)
        ):
            found.add((i, j))
    return found


def _is_telling(
    left: Statement, right: Statement, counts: Mapping[str, Counter[str]], sizes: Mapping[str, int], rules: StoryRules
) -> bool:
    sides = [(counts[one.report.id], sizes[one.report.id]) for one in (left, right)]
    bits = sum(
        share * log2(size / count[name])
        for pair, share in matched_terms(left.terms, right.terms).items()
        for name, (count, size) in zip(pair, sides, strict=True)
    )
    return bits >= rules.counterpart_words * log2(sides[0][1] * sides[1][1])


def _parts(
    statements: Sequence[Statement], best: Mapping[tuple[int, str], _Likest], rules: StoryRules
) -> dict[tuple[int, int], tuple[int, int]]:
    """Give neighbouring claims of one report that another report tells in one, each pair with that which joins them to it.

    A claim that is like none of the other report is such a part too, beside one that another claim of it tells.
    """
    by_report: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by_report[statement.report.id].append(number)
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for (main, report_id), (score, whole, _) in sorted(best.items()):
        if score < rules.same_counterpart or best[whole, statements[main].report.id].other != main:
            continue
        parts = [
            part
            for part in by_report[statements[main].report.id]
            if part != main
            and ((part, report_id) not in best or best[part, report_id].other == whole)
            and _is_part(statements[part], statements[main], statements[whole])
        ]
        for part, other in combinations(sorted((main, *parts)), 2):
            joined = part if other == main else other
            found[part, other] = (min(whole, joined), max(whole, joined))
    return found


def _is_part(part: Statement, other: Statement, whole: Statement) -> bool:
    """Say whether a claim stands beside another of its report, and half of it is told in what tells the other."""
    is_near = abs(other.unit.number - part.unit.number) <= 1 and not {other.unit.zone, part.unit.zone} & {*DISPLAY}
    return is_near and shared_terms(part.terms, whole.terms)[0] >= _PART * sum(part.terms.values()) > 0


def _contained(left: Statement, right: Statement) -> float:
    """Give how much of the shorter of two claims the other tells."""
    return shares_of(left, right, shared_terms(left.terms, right.terms)[0])[0]


def _said(statements: Sequence[Statement], utterances: Sequence[Utterance]) -> list[frozenset[str]]:
    """Give, for each statement, the utterances whose wordings it stands in."""
    wordings: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for utterance in utterances:
        if len({wording.report_id for wording in utterance.wordings}) > 1:
            for wording in utterance.wordings:
                wordings[wording.report_id].extend((span, utterance.id) for span in wording.spans)
    return [
        frozenset(
            utterance_id
            for span, utterance_id in wordings[statement.report.id]
            if any(span.overlap(own) for own in statement.claim.spans)
        )
        for statement in statements
    ]


def _candidates(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in statement.terms:
            by_stem[key].append(number)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for group in by_stem.values():
        for place, i in enumerate(group):
            for j in group[place + 1 :]:
                counts[i, j] += 1
    return sorted(pair for pair, count in counts.items() if count >= 2 or _may_be_told(*(statements[i] for i in pair)))


def _near(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Give the pairs of claims whose vectors are near, a row of their products at a time."""
    numbers = [number for number, statement in enumerate(statements) if statement.vector is not None]
    vectors = np.stack([one.vector for one in statements if one.vector is not None]) if numbers else np.empty((0, 0))
    for place, number in enumerate(numbers):
        found = np.flatnonzero(vectors[place + 1 :] @ vectors[place] >= _NEAR)
        yield from ((number, numbers[place + 1 + other]) for other in found.tolist())


def _may_be_told(left: Statement, right: Statement) -> bool:
    """Say whether two claims that share one term alone are worth a look: short ones, or words of one voice."""
    is_one_voice = left.voice_id is not None and left.voice_id == right.voice_id
    return is_one_voice or max(len(left.terms), len(right.terms)) <= _FEW


def _agglomerate(
    statements: Sequence[Statement],
    scored: Iterable[tuple[float, int, int]],
    likenesses: Mapping[tuple[int, int], float],
    parts: Container[tuple[int, int]],
    rules: StoryRules,
) -> list[list[Statement]]:
    """Merge along the surest pairs where the two groups are alike on the whole (average linkage)."""
    group_of = {number: [number] for number in range(len(statements))}
    parted: set[tuple[int, int, int, int]] = (
        set()
    )  # groups that did not merge, by first members and sizes: nor will they, as they are
    for _, i, j in scored:
        one, other = group_of[i], group_of[j]
        if one is other or (pair := (one[0], other[0], len(one), len(other))) in parted:
            continue
        is_alike = _are_alike(one, other, statements, likenesses, parts, rules)
        if not is_alike or not _may_meet(one, other, statements, parts):
            parted.update((pair, (*pair[1::-1], *pair[:1:-1])))
            continue
        one.extend(other)
        for number in other:
            group_of[number] = one
    groups = {id(group): sorted(group) for group in group_of.values()}
    return [[statements[number] for number in group] for group in sorted(groups.values())]


def _are_alike(
    one: Sequence[int],
    other: Sequence[int],
    statements: Sequence[Statement],
    likenesses: Mapping[tuple[int, int], float],
    parts: Container[tuple[int, int]],
    rules: StoryRules,
) -> bool:
    """Say whether two groups say the same on the whole: on average over reports, each by its likest claim."""
    for left, right in ((one, other), (other, one)):
        best: dict[str, float] = defaultdict(float)
        for i in left:
            report_id = statements[i].report.id
            others = [j for j in right if statements[j].report.id != report_id or (min(i, j), max(i, j)) not in parts]
            if others:
                likest = max(likenesses.get((min(i, j), max(i, j)), 0.0) for j in others)
                best[report_id] = max(best[report_id], likest)
        if sum(best.values()) < rules.same_on_average * len(best):
            return False
    return True


def _may_meet(
    one: Sequence[int], other: Sequence[int], statements: Sequence[Statement], parts: Container[tuple[int, int]]
) -> bool:
    """Say whether two groups hold no two claims of one report, but for what its headline or lede says first, or parts of one."""
    homes: dict[str, list[int]] = defaultdict(list)
    for j in other:
        homes[statements[j].report.id].append(j)
    return all(
        (min(i, j), max(i, j)) in parts or _is_retold(statements[i], statements[j])
        for i in one
        for j in homes.get(statements[i].report.id, ())
    )


def _is_retold(left: Statement, right: Statement) -> bool:
    """Say whether two claims of one report may be one: what its headline or lede tells is told again, fuller, further down."""
    is_display = left.unit.zone in DISPLAY or right.unit.zone in DISPLAY
    if not is_display and min(left.place, right.place) > _LEDE:
        return by_terms(left, right) >= 1
    if by_terms(left, right) >= (_DISPLAYED if is_display else _RETOLD):
        return True
    if left.vector is None or right.vector is None or (_is_quoted(left) and _is_quoted(right)):
        return False  # two remarks are two
    return likeness_anywhere(left, right) >= _MEANT


def _is_quoted(statement: Statement) -> bool:
    """Say whether a claim is somebody's own words, in part at least."""
    return statement.attribution is not None and statement.attribution.manner is not Manner.INDIRECT
