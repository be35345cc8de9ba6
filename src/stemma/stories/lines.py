"""On how many lines and voices an assertion rests: counted on the passages that carry it, never on whole reports."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from stemma.model import Count, Evidence, Line, VoiceKind, make_id
from stemma.stories.citings import named_beside
from stemma.stories.issuers import is_release
from stemma.stories.kinship import Kin, UnitKey
from stemma.stories.ledger import Ledger
from stemma.stories.recordings import Told, own_evidence
from stemma.stories.speakers import is_nameless
from stemma.stories.statements import Statement
from stemma.stories.unions import Union
from stemma.stories.units import DISPLAY
from stemma.stories.witnesses import find_citation, is_in_part, plain_name

_ON_ITS_WORD = 2.0  # log-odds, by hand: of a credit or citation
KINSHIP = "kinship"  # why reports are one line; all other kinds say why a line is a newsroom's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The lines and voices of one assertion, with their count and what would settle its range."""

    lines: tuple[Line, ...]
    voice_ids: tuple[str, ...]
    count: Count
    would_settle: tuple[str, ...]


def tally(group: Sequence[Statement], ledger: Ledger) -> Tally:
    """Count the lines and voices under one assertion; both ends of a range are at least 1."""
    members = _joined(_parts(group, ledger), ledger)
    lines = tuple(_line(told, members, ledger) for told in members)
    own = [line for line in lines if any(one.kind != KINSHIP for one in line.evidence)]
    voice_ids, least, most = _voices(members, ledger)
    count = Count(
        reports=len({statement.report.id for statement in group}),
        lines_min=max(1, len(own) - _doubled(_owners(own, ledger))),
        lines_max=len(lines),
        voices_min=least,
        voices_max=most,
    )
    return Tally(lines=lines, voice_ids=voice_ids, count=count, would_settle=_settle(lines, own, count, ledger))


def _owners(lines: Sequence[Line], ledger: Ledger) -> list[set[str]]:
    """Give, for each line, who is known to own an outlet of it."""
    told = [(ledger.witnesses[one].owner for one in line.report_ids) for line in lines]
    return [{plain_name(owner) for owner in owners if owner} for owners in told]


def _doubled(owners: Sequence[set[str]]) -> int:
    """Give how many lines have an owner that a line before them has: newsrooms of one house may have shared their notes."""
    return sum(any(own & before for before in owners[:place]) for place, own in enumerate(owners))


def _parts(group: Sequence[Statement], ledger: Ledger) -> list[Told]:
    """Give what each report tells of an assertion, once for each text that it has joined."""
    by_report: dict[str, dict[int | None, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in group:
        by_report[statement.report.id][ledger.family_of.get(statement.key)].append(statement)
    found: list[Told] = []
    for report_id, by_family in by_report.items():
        alone = by_family.pop(None, [])
        parts = list(by_family.values()) or [[]]
        parts[0] = alone + parts[0]
        found += [{report_id: part} for part in parts]
    return found


def _joined(parts: Sequence[Told], ledger: Ledger) -> list[Told]:
    """Put together the parts of reports whose passages have positive evidence of dependence.

    A report that has joined two texts stands on the lines of both; whether they are two, those say who have but one of them.
    """
    ties: Union[int] = Union()
    told = [(one, statements) for part in parts for one, statements in part.items()]
    origins = [_origins(one, statements, ledger) for one, statements in told]
    for place, (one, left) in enumerate(told):
        ties.join(place, place)
        for other, (two, right) in enumerate(told[:place]):
            if one == two or ties.root(place) == ties.root(other):
                continue
            if origins[place] & origins[other] or _is_one_line(right, left, ledger):
                ties.join(place, other)
    groups: dict[int, set[str]] = defaultdict(set)
    for place, (one, _) in enumerate(told):
        groups[ties.root(place)].add(one)
    for (first, these), (second, those) in combinations(sorted(groups.items()), 2):
        if these & those and not _are_two(these, those, ledger):
            ties.join(first, second)
    found: dict[int, dict[str, list[Statement]]] = defaultdict(dict)
    for place, (one, statements) in enumerate(told):
        found[ties.root(place)].setdefault(one, []).extend(statements)
    return list(found.values())


def _are_two(left: Set[str], right: Set[str], ledger: Ledger) -> bool:
    """Say whether those who stand on one of two lines alone are mostly no kin of those who stand on the other alone."""
    pairs = [(one, other) for one in left - right for other in right - left]
    apart = sum(other not in ledger.kindred.get(one, frozenset()) for one, other in pairs)
    return 2 * apart > len(pairs)


def _origins(report_id: str, statements: Sequence[Statement], ledger: Ledger) -> set[str]:
    """Give the newsrooms on whose word a report tells an assertion: its own, whom it names beside the claim, whom it credits.

    Only a single credit for the whole text speaks of this claim too; and a newsroom that was told things itself wrote itself.
    """
    witness = ledger.witnesses[report_id]
    cited = {name for statement in statements for name in named_beside(statement, ledger)}
    credited = [credit.name for credit in witness.agencies if not is_in_part(witness, credit)]
    is_whole = len(witness.agencies) == len(credited) == 1 and find_citation(witness.report, witness.outlet) is None
    return cited | {plain_name(name) for name in (witness.name, credited[0] if is_whole else None) if name}


def _is_one_line(left: Sequence[Statement], right: Sequence[Statement], ledger: Ledger) -> bool:
    if ledger.is_one_transcript(left[0].report.id, right[0].report.id):
        return True
    kin = ledger.kins.get((left[0].report.id, right[0].report.id))
    if kin is None:
        kin = ledger.kins.get((right[0].report.id, left[0].report.id))
        left, right = right, left
    if kin is None or not kin.blocks:
        return False
    return any(ledger.kinship.is_joined(one.key, other.key) for one in left for other in right) or any(
        _is_in_course(one, other, kin, ledger) for one in _in_body(left) for other in _in_body(right)
    )


def _in_body(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Give a report's claims as its body has them, where it does: a desk writes its own headline over whosever text."""
    return [one for one in statements if one.unit.zone not in DISPLAY] or statements


def _is_from_elsewhere(statement: Statement, other: Statement, ledger: Ledger) -> bool:
    cluster = ledger.kinship.cluster_of.get(statement.key)
    if cluster is None:
        return False
    others = ledger.fellows[cluster] - {statement.report.id, other.report.id}
    return not others <= ledger.kindred.get(other.report.id, frozenset())


def _is_in_course(left: Statement, right: Statement, kin: Kin, ledger: Ledger) -> bool:
    """Say whether two sentences without shared words stand opposite each other in a kindred block.

    Whoever rewrites a sentence beyond recognition leaves it in its place; and whoever has most of his text from another hardly
    has the rest from elsewhere. Not where one of the two has its words from a third that is not kin to the other.
    """
    if _is_from_elsewhere(left, right, ledger) or _is_from_elsewhere(right, left, ledger):
        return False
    pair = left.report.id, right.report.id
    if pair in ledger.mostly_from or pair[::-1] in ledger.mostly_from:
        return True
    gap = ledger.rules.gap_units
    return any(
        abs(pairing.left.number - left.unit.number) <= gap and abs(pairing.right.number - right.unit.number) <= gap
        for block in kin.blocks
        for pairing in block.pairings
    )


def _line(told: Told, members: Sequence[Told], ledger: Ledger) -> Line:
    reports = tuple(told)
    root = _root(reports, ledger)
    evidence = own_evidence(told, members, ledger) + _kinship_evidence(told, ledger)
    return Line(id=make_id("line", root, *reports), root=root, report_ids=reports, evidence=tuple(evidence))


def _kinship_evidence(told: Told, ledger: Ledger) -> list[Evidence]:
    """Give, for each further report of a line, what joins it to one before: narration, or on whose word both are."""
    found, reports = [], list(told)
    origins = {one: _origins(one, statements, ledger) for one, statements in told.items()}
    for place, one in enumerate(reports[1:], start=1):
        word = next(((o, min(origins[o] & origins[one])) for o in reports[:place] if origins[o] & origins[one]), None)
        kins = [
            kin
            for other in reports[:place]
            if (kin := ledger.kins.get((other, one)) or ledger.kins.get((one, other))) is not None and kin.blocks
        ]
        if kins:
            kin = max(kins, key=lambda k: (k.bits, k.left_id, k.right_id))
            best = max((p for block in kin.blocks for p in block.pairings), key=lambda p: (p.bits, -p.left.number))
            labels = [ledger.witnesses[side].label for side in (kin.left_id, kin.right_id)]
            note = f"{labels[0]} and {labels[1]} share narration worth {kin.bits:.0f} bits"
            weight = round(ledger.rules.bits_weight * (kin.bits - ledger.rules.least_bits), 3)
            found.append(Evidence(kind=KINSHIP, weight=weight, note=note, spans=(best.left.span, best.right.span)))
        elif word is not None:
            labels = [ledger.witnesses[side].label for side in (word[0], one)]
            note = f"{labels[0]} and {labels[1]} tell it on the word of {_called(word[1], ledger)}"
            found.append(Evidence(kind=KINSHIP, weight=_ON_ITS_WORD, note=note))
    return found


def _called(name: str, ledger: Ledger) -> str:
    """Give a newsroom's name as it is written, for its plain one."""
    witnesses = ledger.witnesses.values()
    written = [*(one.name for one in witnesses), *(credit.name for one in witnesses for credit in one.agencies)]
    written += [one.name for reading in ledger.readings.values() for one in reading.citations]
    return next((one for one in written if one is not None and ledger.whole_name(one) == name), name)


def _root(reports: Sequence[str], ledger: Ledger) -> str:
    """Follow the most probable parents of a line's reports up to where they end; an exemplar's id."""
    current, passed = reports[0], {reports[0]}
    while True:
        above = ledger.above.get(current, ())
        if not above:
            return make_id("exemplar", "report", current)
        best = max(above, key=lambda d: (d.probability, d.exemplar_id))
        parent = ledger.exemplars[best.exemplar_id].report_id
        if parent is None or parent in passed:
            return best.exemplar_id
        current = parent
        passed.add(parent)


def _voices(members: Sequence[Told], ledger: Ledger) -> tuple[tuple[str, ...], int, int]:
    """Give the voices an assertion is told by, and the least and most that they may be.

    In a line where some passage names the voice, a passage that leaves it out has that voice all the same. An unnamed role, and a
    newsroom that names nobody, may be one of the named voices.
    """
    named: list[str] = []
    nameless: list[str] = []
    silent = 0
    for part in members:
        told = _told_voices([statement for statements in part.values() for statement in statements], ledger)
        own = {one for one in told if not is_nameless(ledger.voices[one])}
        for voice_id in own if len(own) == 1 else told:  # a role beside one name in a line is that name's
            kept = nameless if is_nameless(ledger.voices[voice_id]) else named
            if not _is_known(voice_id, kept, ledger):
                kept.append(voice_id)
        silent += not told
    named, nameless = ([one for one in kept if not _is_told_singly(one, named, ledger)] for kept in (named, nameless))
    most = len(_apart(named, ledger, by_surname=True)) + len(nameless) + silent
    return (*named, *nameless), max(1, len(_apart(named, ledger))), max(1, most)


def _is_known(voice_id: str, kept: Sequence[str], ledger: Ledger) -> bool:
    """Say whether a voice is among some, a newsroom also by its short name ("the Times")."""
    voice, newsrooms = ledger.voices[voice_id], [ledger.voices[one] for one in kept]
    if voice.kind is not VoiceKind.NEWSROOM or is_nameless(voice):
        return voice_id in kept
    name = ledger.whole_name(voice.name)
    return any(one.kind is VoiceKind.NEWSROOM and ledger.whole_name(one.name) == name for one in newsrooms)


def _is_told_singly(voice_id: str, named: Sequence[str], ledger: Ledger) -> bool:
    """Say whether a voice is several newsrooms at once ("the Times and the Post"), each of which is among the voices too."""
    names = ledger.whole_names(ledger.voices[voice_id].name)
    singly = {ledger.whole_name(ledger.voices[one].name) for one in named if one != voice_id}
    return len(names) > 1 and singly.issuperset(names)


def _apart(named: Sequence[str], ledger: Ledger, *, by_surname: bool = False) -> list[str]:
    """Give the named voices without those that may be one of the others, or, if asked, that have but the surname of one.

    Reports of one remark that give it to a surname and to a full name of it mean one person.
    """
    found: list[str] = []
    for voice_id in sorted(named, key=lambda one: -len(ledger.voices[one].name.split())):
        voice = ledger.voices[voice_id]
        alike = [ledger.voices[other].name for other in found if other in voice.may_be]
        if not any(name.split()[-1] == voice.name for name in alike) if by_surname else not alike:
            found.append(voice_id)
    return found


def _told_voices(statements: Sequence[Statement], ledger: Ledger) -> list[str]:
    """Give the voices of one line's statements; copies of one sentence have one voice, the one that most of them read."""
    by_passage: dict[UnitKey, list[str]] = defaultdict(list)
    for statement in statements:
        voice_id = _voice_of(statement, ledger)
        passage = ledger.kinship.cluster_of.get(statement.key, statement.key)
        if voice_id is not None:
            by_passage[passage] += [voice_id] * (len(statements) if _is_given_out(statement, ledger) else 1)
    return [
        max(sorted(set(told)), key=lambda one: (told.count(one), not is_nameless(ledger.voices[one])))
        for told in by_passage.values()
    ]


def _is_given_out(statement: Statement, ledger: Ledger) -> bool:
    """Say whether a release tells a statement as its issuer's word: whom a copy of it names otherwise ("the company") is he."""
    return statement.attribution is None and is_release(ledger.witnesses[statement.report.id])


def _voice_of(statement: Statement, ledger: Ledger) -> str | None:
    """Give a statement's voice; that of its utterance, where several reports quote the same words and name it variously."""
    for span, voice_id in ledger.quoted.get(statement.report.id, ()):
        if any(span.overlap(own) for own in statement.claim.spans):
            return voice_id
    return statement.voice_id


def _settle(lines: Sequence[Line], own: Sequence[Line], count: Count, ledger: Ledger) -> tuple[str, ...]:
    """Say which finding would close each open range."""
    found = []
    if _doubled(_owners(own, ledger)):
        shared = {one for line in own for one in line.report_ids if ledger.witnesses[one].owner}
        labels = ", ".join(sorted(ledger.witnesses[one].label for one in shared))
        found.append(f"whether newsrooms of one owner wrote apart from each other: {labels}")
    if count.lines_min < count.lines_max:
        for line in lines:
            if line not in own:
                label = ledger.witnesses[line.report_ids[0]].label
                found.append(f"where {label} has its text from: a dateline, a credit or a word from its newsroom")
    if count.voices_min < count.voices_max:
        found.append("who the unnamed voices are, or on whose word the reports that name nobody tell it")
    return tuple(dict.fromkeys(found))
