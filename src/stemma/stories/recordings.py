"""What shows that a line is a newsroom's own writing-down of an assertion, and not an unseen copy of another line."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from stemma.model import Evidence, Span
from stemma.stories.issuers import is_release
from stemma.stories.ledger import Ledger
from stemma.stories.statements import Statement
from stemma.stories.units import DISPLAY, Unit
from stemma.stories.witnesses import Witness, find_citation, plain_name
from stemma.text.words import words

_OWN_QUOTATION_WORDS = 8

Told = Mapping[str, Sequence[Statement]]  # what each report tells of an assertion


def own_evidence(told: Told, members: Sequence[Told], ledger: Ledger) -> list[Evidence]:
    """Give the signs of an own recording that a line has, one of those that an assertion rests on.

    Who stands on another line too is no sign of either.
    """
    if len(members) == 1:
        return []
    others = [other for other in members if other is not told]
    line = {one: statements for one, statements in told.items() if not any(one in other for other in others)}
    rest = [[one for one in other if one not in told] for other in others]
    credited = _credited(ledger.witnesses[other] for group in rest for other in group)
    found = []
    for one in line:
        witness = ledger.witnesses[one]
        if witness.is_transcript:
            found.append(Evidence(kind="transcript", weight=5.0, note="is a transcript"))
        if is_release(witness):
            note = f"is {witness.outlet}'s own statement, and no newsroom's report"
            found.append(Evidence(kind="release", weight=3.0, note=note))
        found.extend(_dateline(witness, credited))
        found.extend(_told_outlet(witness) or _opens_with_itself(witness, ledger))
    found.extend(_own_quotation(line, ledger))
    found.extend(_own_material(line, rest, credited, ledger))
    return found


def _credited(witnesses: Iterable[Witness]) -> set[str]:
    """Give the plain names of all whom some reports credit, and of themselves."""
    return {
        plain_name(name)
        for witness in witnesses
        for name in (witness.name, *(credit.name for credit in witness.agencies))
        if name is not None
    }


def _dateline(witness: Witness, credited: Container[str]) -> list[Evidence]:
    found = []
    if witness.agencies:
        fresh = [credit for credit in witness.agencies if plain_name(credit.name) not in credited]
        if fresh and len(fresh) == len(witness.agencies):
            spans = tuple(Span(witness.report.id, c.start, c.end) for c in fresh if c.start >= 0)
            note = f"credits {fresh[0].name}, which no report of another line does"
            found.append(Evidence(kind="agency", weight=2.0, note=note, spans=spans))
    elif witness.datelines:
        note = f"{witness.label} has a dateline of its own"
        found.append(Evidence(kind="dateline", weight=2.0, note=note, spans=witness.datelines))
    return found


def _told_outlet(witness: Witness) -> list[Evidence]:
    span = find_citation(witness.report, witness.outlet)
    if span is None:
        return []
    note = f'names itself as hearing it: "{span.cut(witness.report.text)}"'
    return [Evidence(kind="interview", weight=3.0, note=note, spans=(span,))]


def _opens_with_itself(witness: Witness, ledger: Ledger) -> list[Evidence]:
    """A text whose first sentence names its own outlet is a party's release, or tells of that newsroom's own work."""
    own = plain_name(witness.outlet)
    opening = next((unit.span for unit in ledger.units[witness.report.id] if unit.zone not in DISPLAY), None)
    if not own or opening is None:
        return []
    named = (name.span for name in ledger.readings[witness.report.id].names if plain_name(name.canonical) == own)
    spans = tuple(one for one in named if one.overlap(opening) and not any(map(one.overlap, witness.datelines)))[:1]
    note = f"opens with {witness.outlet}, whose own text it is"
    return [Evidence(kind="own-name", weight=2.0, note=note, spans=spans)] if spans else []


def _own_quotation(told: Told, ledger: Ledger) -> list[Evidence]:
    """A quotation of the same voice that nobody has but who has text from here is material of one's own."""
    voices = {statement.voice_id for statements in told.values() for statement in statements} - {None}
    line = frozenset(told)
    for utterance in ledger.utterances:
        if utterance.voice_id not in voices:
            continue
        own = [wording for wording in utterance.wordings if wording.report_id in line]
        others = [wording.report_id for wording in utterance.wordings if wording.report_id not in line]
        if not own or any(line.isdisjoint(ledger.kindred.get(other, ())) for other in others):
            continue
        text = ledger.witnesses[own[0].report_id].report.text
        marked = [wording for wording in own if wording.is_marked and wording.report_id == own[0].report_id]
        spans = tuple(span for wording in marked for span in wording.spans)
        if sum(len(words(text, span.start, span.end)) for span in spans) >= _OWN_QUOTATION_WORDS:
            note = "has a quotation of this voice that no other line has"
            return [Evidence(kind="own-quotation", weight=1.0, note=note, spans=spans)]
    return []


def _own_material(
    told: Told, rest: Sequence[Sequence[str]], credited: Container[str], ledger: Ledger
) -> list[Evidence]:
    """Several sentences beside the assertion that tell what no report of another line has anywhere: names, numbers, matters.

    Asked is the fullest report of the line that shares no agency with another line and has text from none of them; whoever has
    text from it or with it is no judge of what is its own.
    """
    free = [one for one in told if _is_free(one, rest, credited, ledger)]
    if not free:
        return []
    fullest = max(free, key=lambda one: (len(ledger.units[one]), one))
    kindred = ledger.kindred.get(fullest, frozenset())
    having = ledger.mask_of(one for group in rest for one in group if one not in kindred)
    own = [unit for unit in _beside(told[fullest], ledger) if _is_own(unit, having, ledger)]
    if len(own) < ledger.rules.own_units:
        return []
    note = f"{len(own)} sentences beside it tell what no report of another line has"
    return [Evidence(kind="own-material", weight=1.0, note=note, spans=tuple(unit.span for unit in own))]


def _is_free(report_id: str, rest: Sequence[Sequence[str]], credited: Container[str], ledger: Ledger) -> bool:
    """Say that a report shares no agency with another line, and that each of the other lines has a report not kin to it."""
    if any(plain_name(credit.name) in credited for credit in ledger.witnesses[report_id].agencies):
        return False
    kindred = ledger.kindred.get(report_id, frozenset())
    return not any(kindred.issuperset(group) for group in rest)


def _beside(statements: Sequence[Statement], ledger: Ledger) -> Iterator[Unit]:
    """Give the sentences of the body that stand near some statements of one report, and theirs."""
    places = [statement.unit.number for statement in statements]
    for unit in ledger.units[statements[0].report.id]:
        if unit.zone not in DISPLAY and min(abs(unit.number - place) for place in places) <= ledger.rules.near_units:
            yield unit


def _is_own(unit: Unit, having: int, ledger: Ledger) -> bool:
    """Say whether most of what a sentence tells, by rarity, stands in none of some reports."""
    alone = sum(weight for name, weight in unit.content.items() if not ledger.holders[name] & having)
    return alone > 0 and alone >= ledger.rules.own_share * sum(unit.content.values())
