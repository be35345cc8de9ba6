"""What a report added, dropped or altered against the report it is compared with along each edge of the stemma."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.model import (
    Attribution,
    Change,
    ChangeKind,
    Edit,
    Integrity,
    NameKind,
    Quantity,
    Reading,
    Report,
    Span,
    Stance,
    VoiceKind,
)
from stemma.stories.accounts import Account, Background
from stemma.stories.exchanges import exchanged
from stemma.stories.figures import figures_changed, figures_rebounded, is_hedge_alone
from stemma.stories.integrity import Difference, differ_whole
from stemma.stories.kinship import Pairing
from stemma.stories.scenery import clipped
from stemma.stories.speakers import has_full_name, names_voice
from stemma.stories.statements import Statement, join_statements, likeness, likeness_anywhere
from stemma.stories.touches import is_real, phrases_of_certainty, touches_of, value_of
from stemma.stories.units import DISPLAY, Unit, shared_weight
from stemma.stories.variants import Variant
from stemma.text.words import words

_TOLD = 0.6
_ALIKE = 0.5  # likeness of claims in sentences that are not of one text, from which one may be told after the other
_UNABLE = re.compile(r"\bcould(?:n['’]t| not)\b", re.IGNORECASE)  # who could not was unable: no doubt
_OF_NUMBERS = frozenset({"number", "certainty"})
_ARTICLES = frozenset({"the", "a", "an"})
_DENIALS = frozenset(
    "deny denies denied denying reject rejects rejected refute refutes refuted insist insists insisted refuse refused fail "
    "failed unlikely rule ruled".split()
)
_TOUCH_KINDS = {
    "polarity": ChangeKind.POLARITY,
    "number": ChangeKind.NUMBER,
    "date": ChangeKind.DATE,
    "name": ChangeKind.NAME,
    "certainty": ChangeKind.CERTAINTY,
    "scope": ChangeKind.SCOPE,
}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One report with what was read in it."""

    report: Report
    reading: Reading
    units: tuple[Unit, ...]
    statements: tuple[Statement, ...]

    @cached_property
    def background(self) -> Background:
        """The whole report, to be asked what else it tells."""
        return Background(report=self.report, reading=self.reading)

    @cached_property
    def named(self) -> frozenset[str]:
        """The voices of the report that are named in full."""
        return frozenset(voice.id for voice in self.reading.voices if has_full_name(voice))


def find_changes(
    before: Side, after: Side, pairings: Sequence[Pairing], groups: Sequence[Sequence[Statement]]
) -> list[Change]:
    """Give the changes from one report to another, in the order of the texts; `pairings` run from before to after."""
    together = _together(groups, before.report.id, after.report.id)
    found = _dropped(before, after, pairings, together) + _added(before, after, pairings, together)
    found += _moved(before, after, pairings)
    found += _altered(before, after, pairings, together)
    found += _rebounded(before, after, found)
    found += _headline(before, after)
    return found


def _together(
    groups: Sequence[Sequence[Statement]], before_id: str, after_id: str
) -> list[tuple[Statement, Statement]]:
    """Give the claims of two reports that say the same, each of the first with its likest counterpart."""
    pairs: list[tuple[Statement, Statement]] = []
    for group in groups:
        left = [statement for statement in group if statement.report.id == before_id]
        right = [statement for statement in group if statement.report.id == after_id]
        pairs.extend((one, max(right, key=lambda r: (likeness(one, r), -r.place))) for one in left if right)
        pairs.extend((max(left, key=lambda r: (likeness(one, r), -r.place)), one) for one in right if left)
    return list({(one.claim.id, other.claim.id): (one, other) for one, other in pairs}.values())


def _best_counterparts(pairings: Iterable[Pairing]) -> dict[int, int]:
    """Give, for each sentence of the left report, the one of the right that is its own: best for both."""
    ranked = sorted(pairings, key=lambda p: (-len(p.equal), -p.coverage, p.left.number, p.right.number))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for pairing in ranked:
        if pairing.left.number not in taken and pairing.right.number not in used and pairing.coverage >= 0.3:
            taken[pairing.left.number] = pairing.right.number
            used.add(pairing.right.number)
    return taken


def _dropped(
    before: Side, after: Side, pairings: Sequence[Pairing], together: Sequence[tuple[Statement, Statement]]
) -> list[Change]:
    counterparts = _best_counterparts(pairings)
    kept_units, free = set(counterparts), _free(after, counterparts.values())
    kept = {left.claim.id for left, _ in together}
    return [
        _change(ChangeKind.DROPPED, before, after, statement.claim.spans, (), _quoted(statement.told))
        for statement in before.statements
        if statement.claim.id not in kept and statement.unit.number not in kept_units
        if statement.unit.zone not in DISPLAY and not _is_told(statement, free)
    ]


def _free(side: Side, taken: Iterable[int]) -> list[Unit]:
    """Give the sentences of a report that are nobody's counterpart."""
    numbers = set(taken)
    return [unit for unit in side.units if unit.number not in numbers]


def _is_told(statement: Statement, units: Sequence[Unit]) -> bool:
    """Say whether two neighbouring sentences hold most of a claim's content words: told otherwise is not left out."""
    whole = sum(statement.content.values())
    return any(
        shared_weight(statement.content, {**one.content, **other.content}) >= _TOLD * whole
        for one, other in zip(units, (*units[1:], *units[-1:]), strict=True)
    )


def _added(
    before: Side, after: Side, pairings: Sequence[Pairing], together: Sequence[tuple[Statement, Statement]]
) -> list[Change]:
    counterparts = _best_counterparts(pairings)
    kept_units, free = set(counterparts.values()), _free(before, counterparts)
    kept = {right.claim.id for _, right in together}
    return [
        _change(ChangeKind.ADDED, before, after, (), statement.claim.spans, _quoted(statement.told))
        for statement in after.statements
        if statement.claim.id not in kept and statement.unit.number not in kept_units
        if statement.unit.zone not in DISPLAY and not _is_told(statement, free)
    ]


def _moved(before: Side, after: Side, pairings: Sequence[Pairing]) -> list[Change]:
    """Give sentences that stand elsewhere in the order of the shared ones."""
    counterparts = sorted(_best_counterparts(p for p in pairings if p.coverage >= 0.5).items())
    order = _longest_rise([right for _, right in counterparts])
    return [
        _change(
            ChangeKind.MOVED,
            before,
            after,
            (before.units[left].span,),
            (after.units[right].span,),
            f"sentence {left + 1} stands as sentence {right + 1}",
        )
        for place, (left, right) in enumerate(counterparts)
        if place not in order
    ]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Give the places of a longest rising part of some numbers."""
    length = [1] * len(numbers)
    back = [-1] * len(numbers)
    for i, number in enumerate(numbers):
        for j in range(i):
            if numbers[j] < number and length[j] + 1 > length[i]:
                length[i], back[i] = length[j] + 1, j
    kept: set[int] = set()
    place = max(range(len(numbers)), key=lambda i: length[i], default=-1)
    while place >= 0:
        kept.add(place)
        place = back[place]
    return kept


def _altered(
    before: Side, after: Side, pairings: Sequence[Pairing], together: Sequence[tuple[Statement, Statement]]
) -> list[Change]:
    found: list[Change] = []
    seen: set[tuple[str, Span]] = set()
    counterparts = _best_counterparts(pairings)
    paired = {(pairing.left.number, pairing.right.number) for pairing in pairings}
    for left, right in _whole(together):
        is_opposite = counterparts.get(left.unit.number, right.unit.number) == right.unit.number
        if not is_opposite and likeness(left, right) < _ALIKE:
            continue
        is_text = left.unit.zone not in DISPLAY and right.unit.zone not in DISPLAY
        # a claim told in words of its own may be a later or another one: nothing there was altered
        is_paired = (left.unit.number, right.unit.number) in paired
        is_had = is_paired or (left.voice_id and left.voice_id == right.voice_id)
        if is_text and is_had:
            found.extend(_detail_changes(before, after, left, right, seen))
        if is_paired or likeness_anywhere(left, right) >= _ALIKE:
            found.extend(_attribution_changes(before, after, left, right))
    return found


def _whole(together: Sequence[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """Take together the claims of one sentence that the other report tells in one: they alter it only where both do."""
    for side in (0, 1):
        parts: dict[tuple[str, int, str | None], list[Statement]] = defaultdict(list)
        for pair in together:
            parts[pair[1 - side].claim.id, pair[side].unit.number, pair[side].voice_id].append(pair[side])
        merged = []
        for pair in together:
            found = parts[pair[1 - side].claim.id, pair[side].unit.number, pair[side].voice_id]
            if found[0] is pair[side]:
                one = join_statements(found)
                merged.append((pair[0], one) if side else (one, pair[1]))
        together = merged
    return list(together)


def _detail_changes(
    before: Side, after: Side, left: Statement, right: Statement, seen: set[tuple[str, Span]]
) -> list[Change]:
    difference = differ_whole(left.piece, right.piece)
    found = []
    for touch, note in _touched(left, right, difference):
        kind = _TOUCH_KINDS.get(touch)
        if kind is ChangeKind.NAME and _are_places(left, right, note):
            kind = ChangeKind.PLACE
        if kind is not None and (touch, left.claim.spans[0]) not in seen:
            seen.add((touch, left.claim.spans[0]))
            found.append(_change(kind, before, after, left.claim.spans, right.claim.spans, note))
    if difference.integrity is Integrity.PARAPHRASE:
        found += [_figure_change(before, after, *pair) for pair in figures_changed(left, right)]
    swapped = [edit for edit in difference.edits if edit.before and edit.after and _is_alteration(edit)]
    if not found and swapped and difference.share >= 0.4:
        note = "; ".join(f"{edit.before} -> {edit.after}" for edit in swapped[:4])
        kind = ChangeKind.SYNONYM if len(swapped) >= 2 else ChangeKind.WORDING
        found.append(_change(kind, before, after, left.claim.spans, right.claim.spans, note))
    return found


def _are_places(left: Statement, right: Statement, note: str) -> bool:
    """Say whether the names that a note shows on one side alone name places: where was altered, and not who."""
    ours, theirs = (
        {name.canonical: name.kind for name in one.names if name.canonical in note} for one in (left, right)
    )
    kinds = {(ours | theirs)[name] for name in ours.keys() ^ theirs.keys()}
    return NameKind.PLACE in kinds and not kinds & {NameKind.PERSON, NameKind.BODY}


def _rebounded(before: Side, after: Side, found: Sequence[Change]) -> list[Change]:
    """Give the figures that are bounded otherwise, wherever a report tells them, but for those shown already."""
    shown = [
        span for change in found if change.kind in (ChangeKind.NUMBER, ChangeKind.CERTAINTY) for span in change.after
    ]
    pairs = {other.span: (one, other) for one, other in figures_rebounded(before.statements, after.statements)}
    return [_figure_change(before, after, *pair) for span, pair in pairs.items() if not any(map(span.overlap, shown))]


def _figure_change(before: Side, after: Side, one: Quantity, other: Quantity) -> Change:
    note = f'"{one.span.cut(before.report.text)}" -> "{other.span.cut(after.report.text)}"'
    kind = ChangeKind.CERTAINTY if is_hedge_alone(one, other) else ChangeKind.NUMBER
    return _change(kind, before, after, (one.span,), (other.span,), note)


def _is_alteration(edit: Edit) -> bool:
    """Say whether words gave way to words, or a word or two came or went; a clause left out is no alteration of the rest."""
    before, after = edit.before.split(), edit.after.split()
    if before and after:
        return max(len(before), len(after)) <= 4
    is_condition = bool({"if", "unless"} & {word.casefold() for word in (before + after)[:1]})
    return len(before) + len(after) <= 2 or is_condition


def _hedges(statement: Statement) -> list[str]:
    """Give the words of a claim without its numbers, whose bounds say nothing where the order of words differs."""
    return [word for word in statement.told.split() if not any(letter.isdigit() for letter in word)]


def _touched(left: Statement, right: Statement, difference: Difference) -> list[tuple[str, str]]:
    """Give what an altered claim touches, each with the words that gave way and those that came."""
    if difference.integrity is Integrity.PARAPHRASE:  # told in another order: how sure it is can still be compared
        note = _certainty_note(left, right)
        is_other = "certainty" in touches_of(_hedges(left), _hedges(right))
        return [("certainty", note)] if note and is_other else []
    is_denied = any(_is_denial(statement) for statement in (left, right))
    found: dict[str, str] = {}
    for place in difference.edited:
        for touch in sorted(place.touches):
            is_unable = touch == "certainty" and bool(_UNABLE.search(place.shown))
            is_other = (
                is_unable
                or (touch == "polarity" and is_denied)
                or (touch in _OF_NUMBERS and _is_kept(left, right, place))
                or (touch == "name" and _is_turned_round(left, right, place))
            )
            if _is_alteration(place.edit) and is_real(touch, place.edit) and not is_other:
                found.setdefault(touch, place.shown)
    return sorted(found.items())


def _is_kept(left: Statement, right: Statement, place: Variant) -> bool:
    """Say whether a number that went or came stands elsewhere in the other's sentence; two that are exchanged do not."""
    gone, come = (
        {value for word in words(told, 0) if (value := value_of(word.key)) is not None}
        for told in (place.edit.before, place.edit.after)
    )
    here, there = ({value_of(word.key) for word in one.unit.words} for one in (left, right))
    return (bool(gone) and gone <= there) != (bool(come) and come <= here)


def _is_turned_round(left: Statement, right: Statement, place: Variant) -> bool:
    """Say whether words that were exchanged stand in both sentences: "the ATF and FBI", "the FBI and ATF"."""
    gone, come = ({word.key for word in words(told, 0)} for told in (place.edit.before, place.edit.after))
    return gone <= {word.key for word in right.unit.words} and come <= {word.key for word in left.unit.words}


def _is_denial(statement: Statement) -> bool:
    """Say whether a claim stands in a denial, which turns what it denies: words alone do not tell its polarity."""
    attribution = statement.attribution
    is_stance = attribution is not None and attribution.stance is not Stance.ASSERTS
    return is_stance or bool(_DENIALS & {word.key for word in (*statement.words, *statement.unit.words)})


def _certainty_note(left: Statement, right: Statement) -> str | None:
    """Set the phrases against each other that say how sure something is; None where neither side has one that the other lacks."""
    gone, come = phrases_of_certainty(left.told), phrases_of_certainty(right.told)
    lost = [one for one in gone if one.casefold() not in right.told.casefold()]
    new = [one for one in come if one.casefold() not in left.told.casefold()]
    if not (lost and new):
        return None
    return "; ".join(f'"{one}" -> "{other}"' for one, other in zip(lost, _matched(lost, new), strict=False))


def _matched(lost: Sequence[str], new: Sequence[str]) -> list[str]:
    """Put new phrases in the order of the lost ones that they share a word with, then the rest."""
    rest = list(new)
    ordered = []
    for phrase in lost:
        if rest:
            best = max(rest, key=lambda one: (len(set(one.split()) & set(phrase.split())), -rest.index(one)))
            ordered.append(best)
            rest.remove(best)
    return ordered


def _attribution_changes(before: Side, after: Side, left: Statement, right: Statement) -> list[Change]:
    if (left.voice_id and left.voice_id == right.voice_id) or {left.unit.zone, right.unit.zone} & {*DISPLAY}:
        return []
    sides = [Account(statements=(one,), background=side.background) for one, side in ((left, before), (right, after))]
    ours, theirs = _name_words(left, before), _name_words(right, after)
    if ours and theirs and (ours <= theirs or theirs <= ours):  # a shorter name for one voice
        return []
    are_named = _is_named_there(left, before) and _is_named_there(right, after)
    are_named = are_named and _kind(left, before) is _kind(right, after)  # a person may speak for the body
    if are_named or exchanged(sides[0], sides[1]) is not None:
        verb = "exchanged"
    elif right.attribution is None and left.attribution is not None and not _has_cue(left, before, right):
        verb = "dropped"
    elif left.attribution is None and right.attribution is not None and not _has_cue(right, after, left):
        verb = "added"
    else:  # a role may be the name's
        return []
    bare, side, other = (right, after, left) if verb == "dropped" else (left, before, right)
    if verb != "exchanged" and (_tells_of(bare, ours or theirs) or _says(bare, side, other)):
        return []
    voices = f"{_voice(left.attribution, before)} -> {_voice(right.attribution, after)}"
    note = f"attribution {verb} ({voices}): {_quoted(right.told)}"
    return [_change(ChangeKind.ATTRIBUTION, before, after, left.claim.spans, right.claim.spans, note)]


def _name_words(statement: Statement, side: Side) -> frozenset[str]:
    voice = _voice(statement.attribution, side) if statement.attribution is not None and statement.voice_id else ""
    return frozenset(word.key for word in words(voice, 0)) - _ARTICLES


def _tells_of(statement: Statement, name: frozenset[str]) -> bool:
    """Say whether a sentence tells of the voice that says it elsewhere: "police thanked them" drops no police."""
    return bool(name) and name <= {word.key for word in statement.unit.words}


def _says(statement: Statement, side: Side, other: Statement) -> bool:
    """Say whether a voice says in the sentence of a claim what another report gives to it: "She is urging ..." for "We urge ...".

    Not by a cue that the other has in what was said: "Keel had asked" for "she had asked, Keel said".
    """
    told = {word.key for word in other.unit.words}
    return other.voice_id is not None and any(
        one.voice_id == other.voice_id
        and any(statement.unit.span.overlap(span) for span in one.source)
        and not any(word.key in told for span in one.cue for word in words(side.report.text, span.start, span.end)[-1:])
        for one in side.reading.attributions
    )


def _has_cue(one: Statement, side: Side, other: Statement) -> bool:
    """Say whether a sentence has the cue of another's attribution: then it was but read otherwise."""
    cues = one.attribution.cue if one.attribution is not None else ()
    keys = {word.key for span in cues for word in words(side.report.text, span.start, span.end)}
    return not keys or bool(keys & {word.key for word in other.unit.words})


def _is_named_there(statement: Statement, side: Side) -> bool:
    if statement.attribution is None or statement.voice_id not in side.named:
        return False
    return names_voice(statement.attribution, side.report, {voice.id: voice.name for voice in side.reading.voices})


def _kind(statement: Statement, side: Side) -> VoiceKind | None:
    return next((voice.kind for voice in side.reading.voices if voice.id == statement.voice_id), None)


def _voice(attribution: Attribution | None, side: Side) -> str:
    if attribution is None:
        return "nobody"
    voices = {voice.id: voice.name for voice in side.reading.voices}
    return voices.get(attribution.voice_id or "", "somebody not named")


def _headline(before: Side, after: Side) -> list[Change]:
    left = [unit for unit in before.units if unit.zone == "headline"][:1]
    right = [unit for unit in after.units if unit.zone == "headline"][:1]
    if not left or not right or left[0].keys == right[0].keys:
        return []
    spans = ((left[0].span,), (right[0].span,))
    note = f"{_quoted(_cut(left[0], before))} -> {_quoted(_cut(right[0], after))}"
    return [_change(ChangeKind.HEADLINE, before, after, *spans, note)]


def _cut(unit: Unit, side: Side) -> str:
    return side.report.text[unit.start : unit.end]


def _quoted(told: str, most: int = 90) -> str:
    return f'"{clipped(told, most)}"'


def _change(
    kind: ChangeKind, before: Side, after: Side, left: tuple[Span, ...], right: tuple[Span, ...], note: str
) -> Change:
    return Change(
        kind=kind,
        report_id=after.report.id,
        against_report_id=before.report.id,
        before=left,
        after=right,
        note=note,
    )
