"""Assertions: the claims of several reports that say the same thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from stemma.model import Attribution, Certainty, Claim, Reading, Report, Span, Utterance
from stemma.stories.families import Kinship
from stemma.stories.kinship import UnitKey
from stemma.stories.pieces import Piece
from stemma.stories.rules import StoryRules
from stemma.stories.units import DISPLAY, Unit, content_of, shared_weight
from stemma.text.words import Word, words

_JOINED_BONUS = 0.2
_ASKS = frozenset({"why", "whether", "what", "how", "who", "when", "where"})


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A claim with its words, the sentence it stands in and the attribution that it is part of."""

    claim: Claim
    report: Report
    unit: Unit
    attribution: Attribution | None
    voice_id: str | None
    place: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, offsets those of the report's text."""
        return tuple(w for span in self.claim.spans for w in words(self.report.text, span.start, span.end))

    @cached_property
    def content(self) -> Mapping[str, int]:
        """Its content words: stem to rarity."""
        return content_of(word.key for word in self.words)

    @property
    def piece(self) -> Piece:
        """The claim as plain words, to be compared with another's."""
        return Piece(
            report=self.report,
            spans=self.claim.spans,
            is_marked=False,
            voice_id=self.voice_id,
            attribution=self.attribution,
        )

    @property
    def told(self) -> str:
        """The claim in its report's own words."""
        return " ... ".join(self.report.text[span.start : span.end] for span in self.claim.spans)

    @property
    def key(self) -> UnitKey:
        """The sentence that it stands in."""
        return (self.report.id, self.unit.number)

    @property
    def is_bare(self) -> bool:
        """Whether it is an infinitive that its cue completes ("to return to talks"), and no statement by itself."""
        return bool(self.words) and self.words[0].key == "to"

    @property
    def is_question(self) -> bool:
        """Whether it says only that something is not known ("it is unclear why ..."), and so asserts nothing."""
        keys = [word.key for word in self.words[:6]]
        is_unknown = "unclear" in keys or ("not" in keys and bool({"clear", "known"} & set(keys)))
        return is_unknown and bool(_ASKS & set(keys))


def statements_of(report: Report, reading: Reading, units: Sequence[Unit]) -> list[Statement]:
    """Give the claims of one report in text order."""
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    found: list[Statement] = []
    for claim in sorted(reading.claims, key=lambda claim: claim.spans[0]):
        unit = next((one for one in units if one.start <= claim.spans[0].start < one.end), None)
        if unit is None:
            continue
        attribution = attributions.get(claim.attribution_id or "")
        found.append(
            Statement(
                claim=claim,
                report=report,
                unit=unit,
                attribution=attribution,
                voice_id=attribution.voice_id if attribution else None,
                place=len(found),
            )
        )
    return found


def group_statements(
    statements: Sequence[Statement], kinship: Kinship, utterances: Sequence[Utterance], rules: StoryRules
) -> list[list[Statement]]:
    """Join statements that say the same thing; surest pairs first, so that the order of reports changes nothing.

    Less likeness is asked of two that stand opposite each other in kindred passages, or word one utterance.
    """
    said = _said(statements, utterances)
    passages = [kinship.cluster_of.get(statement.key) for statement in statements]
    sure = [is_sure(statement.claim) for statement in statements]
    scores = Scores(statements)

    def is_joined(i: int, j: int) -> bool:
        return (passages[i] is not None and passages[i] == passages[j]) or not said[i].isdisjoint(said[j])

    def alike(i: int, j: int) -> float:
        score = scores.of(min(i, j), max(i, j))
        return 0.0 if score is None else score + (_JOINED_BONUS if is_joined(i, j) else 0.0)

    least = min(rules.same_claim, rules.same_claim_in_block)
    scored = []
    for i, j, score in scores.pairs(least):
        is_near = is_joined(i, j)
        if score >= (rules.same_claim_in_block if is_near else rules.same_claim) and (is_near or sure[i] == sure[j]):
            scored.append((score + (_JOINED_BONUS if is_near else 0.0), i, j))
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    return _agglomerate(statements, scored, alike, rules)


class Scores:
    """How much every two statements say the same that share two content words; those of the same words are compared once."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Compare what is worth it; a likeness is seen from the first of two wordings, which their order may round otherwise."""
        contents = [frozenset(statement.content.items()) for statement in statements]
        self.members: dict[frozenset[tuple[str, int]], list[int]] = defaultdict(list)
        for number, content in enumerate(contents):
            self.members[content].append(number)
        numbers = {content: number for number, content in enumerate(self.members)}
        self.wording = [numbers[content] for content in contents]
        firsts = [statements[group[0]] for group in self.members.values()]
        self.known = {(one, one): likeness(first, first) for one, first in enumerate(firsts) if len(first.content) > 1}
        for one, other in _candidates(firsts):
            left, right = firsts[one], firsts[other]
            self.known[one, other] = self.known[other, one] = likeness(left, right)
            if len(left.content) == len(right.content):
                self.known[other, one] = likeness(right, left)

    def of(self, i: int, j: int) -> float | None:
        """Give the likeness of two statements, the earlier first; None where they have not two content words in common."""
        return self.known.get((self.wording[i], self.wording[j]))

    def pairs(self, least: float) -> Iterator[tuple[int, int, float]]:
        """Give every two statements, the earlier first, that are at least so much alike."""
        groups = list(self.members.values())
        for (one, other), score in self.known.items():
            if score < least:
                continue
            meetings = combinations(groups[one], 2) if one == other else product(groups[one], groups[other])
            yield from ((i, j, score) for i, j in meetings if i < j)


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


def likeness(left: Statement, right: Statement) -> float:
    """Give in 0..1 how much two claims say the same: common weight of content words over either side's."""
    common = shared_weight(left.content, right.content)
    stems = sum(1 for key in left.content if key in right.content)
    if stems < 2:
        return 0.0
    if min(len(left.content), len(right.content)) < 4:
        return jaccard(left, right)
    contained = common / min(sum(left.content.values()), sum(right.content.values()))
    return (contained + jaccard(left, right)) / 2


def jaccard(left: Statement, right: Statement) -> float:
    """Give in 0..1 the weight of the content words that two claims share, over that of all they have."""
    common = shared_weight(left.content, right.content)
    whole = sum(left.content.values()) + sum(right.content.values()) - common
    return common / whole if whole else 0.0


def _candidates(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in statement.content:
            by_stem[key].append(number)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for group in by_stem.values():
        for place, i in enumerate(group):
            for j in group[place + 1 :]:
                counts[i, j] += 1
    return sorted(pair for pair, count in counts.items() if count >= 2)


def _agglomerate(
    statements: Sequence[Statement],
    scored: Iterable[tuple[float, int, int]],
    alike: Callable[[int, int], float],
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
        if not _are_alike(one, other, statements, alike, rules) or not _may_meet(one, other, statements):
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
    alike: Callable[[int, int], float],
    rules: StoryRules,
) -> bool:
    """Say whether two groups say the same on the whole: on average over reports, each by its likest claim."""
    for left, right in ((one, other), (other, one)):
        best: dict[str, float] = defaultdict(float)
        for i in left:
            report_id = statements[i].report.id
            best[report_id] = max(best[report_id], *(alike(i, j) for j in right))
        if sum(best.values()) < rules.same_on_average * len(best):
            return False
    return True


def _may_meet(one: Sequence[int], other: Sequence[int], statements: Sequence[Statement]) -> bool:
    """Say whether two groups hold no two claims of one report, but for what its headline or lede says first."""
    homes: dict[str, list[Statement]] = defaultdict(list)
    for j in other:
        homes[statements[j].report.id].append(statements[j])
    for i in one:
        left = statements[i]
        for right in homes.get(left.report.id, ()):
            is_display = left.unit.zone in DISPLAY or right.unit.zone in DISPLAY
            is_lede = min(left.place, right.place) <= 3
            if likeness(left, right) < (0.25 if is_display else 0.45 if is_lede else 1.0):
                return False
    return True


def is_sure(claim: Claim) -> bool:
    """Say whether a claim is told plainly or as somebody's claim, without a may or an if."""
    return claim.certainty in (Certainty.STATED, Certainty.CLAIMED, Certainty.PROBABLE)
