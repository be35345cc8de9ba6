"""Assertions: the claims of several reports that say the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    likenesses: dict[tuple[int, int], float] = {}
    scored = []
    for i, j in _candidates(statements):
        score = likeness(statements[i], statements[j])
        is_joined = kinship.is_joined(statements[i].key, statements[j].key) or bool(said[i] & said[j])
        likenesses[i, j] = score + (_JOINED_BONUS if is_joined else 0.0)
        is_alike = is_joined or is_sure(statements[i].claim) == is_sure(statements[j].claim)
        if is_alike and score >= (rules.same_claim_in_block if is_joined else rules.same_claim):
            scored.append((likenesses[i, j], i, j))
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    return _agglomerate(statements, scored, likenesses, rules)


def _said(statements: Sequence[Statement], utterances: Sequence[Utterance]) -> list[frozenset[str]]:
    """Give, for each statement, the utterances whose wordings it stands in."""
    wordings: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for utterance in utterances:
        if len(utterance.wordings) > 1:
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
    likenesses: Mapping[tuple[int, int], float],
    rules: StoryRules,
) -> list[list[Statement]]:
    """Merge along the surest pairs where the two groups are alike on the whole (average linkage)."""
    group_of = {number: [number] for number in range(len(statements))}
    for _, i, j in scored:
        one, other = group_of[i], group_of[j]
        if (
            one is other
            or not _are_alike(one, other, statements, likenesses, rules)
            or not _may_meet(one, other, statements)
        ):
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
    rules: StoryRules,
) -> bool:
    """Say whether two groups say the same on the whole: on average over reports, each by its likest claim."""
    for left, right in ((one, other), (other, one)):
        best: dict[str, float] = defaultdict(float)
        for i in left:
            report_id = statements[i].report.id
            likest = max(likenesses.get((min(i, j), max(i, j)), 0.0) for j in right)
            best[report_id] = max(best[report_id], likest)
        if sum(best.values()) < rules.same_on_average * len(best):
            return False
    return True


def _may_meet(one: Sequence[int], other: Sequence[int], statements: Sequence[Statement]) -> bool:
    """Say whether two groups hold no two claims of one report, but for what its headline or lede says first."""
    for i in one:
        for j in other:
            left, right = statements[i], statements[j]
            if left.report.id != right.report.id:
                continue
            is_display = left.unit.zone in DISPLAY or right.unit.zone in DISPLAY
            is_lede = min(left.place, right.place) <= 3
            if likeness(left, right) < (0.25 if is_display else 0.45 if is_lede else 1.0):
                return False
    return True


def is_sure(claim: Claim) -> bool:
    """Say whether a claim is told plainly or as somebody's claim, without a may or an if."""
    return claim.certainty in (Certainty.STATED, Certainty.CLAIMED, Certainty.PROBABLE)
