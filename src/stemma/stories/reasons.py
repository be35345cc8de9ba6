"""What speaks for and against each possible parent of each report, and each text in which a family may begin."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import log1p

from stemma.model import Evidence, Moment, Span
from stemma.stories.examples import shared_run
from stemma.stories.issuers import is_release
from stemma.stories.kinship import Pairing
from stemma.stories.scenes import UNNAMED, Scene, is_lone
from stemma.stories.tradition import Edge, Root
from stemma.stories.witnesses import find_citation, find_hearing, has_one_clock, is_by_the_clock, is_same_name, lead_of

_TELLING = 5  # reports: of fewer, it is known the less what a text not seen had; of two, nothing
_MUCH = timedelta(hours=3)
_ZONES = timedelta(hours=3), timedelta(hours=12)  # by so much a moment is off that was told for another clock


def edges_of(scene: Scene) -> list[Edge]:
    """Give each possible parent of each member of a family with its reasons."""
    edges = []
    for child in scene.family.members:
        for parent in scene.family.members:
            if (parent, child) in scene.steps:
                edges += [Edge(parent=parent, child=child, evidence=tuple(_seen_evidence(scene, parent, child)))]
        for agency in scene.agencies:
            evidence = [*_agency_evidence(scene, agency, child), *_release_evidence(scene, "", child)]
            edges.append(Edge(parent=agency, child=child, evidence=tuple(evidence)))
        evidence = [*_step_evidence(scene, "", child), *_supposed(scene, scene.rules.unseen_weight)]
        evidence += _release_evidence(scene, "", child)
        edges.append(Edge(parent=UNNAMED, child=child, evidence=tuple(evidence)))
    return edges


def _supposed(scene: Scene, weight: float) -> list[Evidence]:
    """Set against an exemplar not seen that whatever suits is supposed of it; of few reports that is more than a supposition."""
    share = min(1.0, (len(scene.family.members) - 2) / (_TELLING - 2))
    if not share:
        return []
    return [
        Evidence(kind="unseen", weight=round(weight * share, 3), note="what a text not seen had is supposed, not read")
    ]


def roots_of(scene: Scene) -> list[Root]:
    """Give where the family may start; each sets down what it holds, and all others come by what they have beyond it later."""
    roots = []
    for one in scene.family.members:
        evidence = [_held(scene, len(scene.passages[one]))]
        witness = scene.witnesses[one]
        if witness.agencies and not witness.is_dispatch:
            note = f"credits {witness.agencies[0].name}, so it is hardly its own writing"
            evidence.append(Evidence(kind="credit", weight=scene.rules.other_credit_weight, note=note))
        elif witness.datelines:
            note = "signs as an agency does" if witness.is_dispatch else "has a dateline of its own"
            weight = scene.rules.dateline_weight * (2 if witness.is_dispatch else 1)
            evidence.append(Evidence(kind="dateline", weight=weight, note=note, spans=witness.datelines))
        roots.append(Root(name=one, evidence=tuple(evidence)))
    all_of_it = _held(scene, len(frozenset().union(*scene.passages.values())))
    roots.extend(Root(name=agency, evidence=(all_of_it,), is_seen=False) for agency in scene.agencies)
    # one passage in otherwise different reports may be stock, or a release: nobody need have it from the other
    weight = scene.rules.lone_weight if is_lone(scene) else scene.rules.unnamed_weight
    nobody = Evidence(kind="unnamed", weight=weight, note="no text names such an exemplar")
    roots.append(Root(name=UNNAMED, evidence=(all_of_it, nobody), is_seen=False, least_children=2))
    return roots


def _held(scene: Scene, passage_count: int) -> Evidence:
    weight = scene.rules.closeness_weight * passage_count
    return Evidence(kind="closeness", weight=weight, note=f"has {passage_count} passages from nobody")


def _agency_evidence(scene: Scene, agency: str, child: str) -> list[Evidence]:
    found = [*_step_evidence(scene, "", child), *_supposed(scene, scene.rules.unseen_agency_weight)]
    for credit in scene.witnesses[child].agencies:
        if is_same_name(credit.name, agency) and not _is_anothers(scene, agency, child):
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            if scene.witnesses[child].is_dispatch:
                note = f"signs as {credit.name} and names no other outlet: it may be the agency's own text"
                found.append(Evidence(kind="signature", weight=scene.rules.signature_weight, note=note, spans=spans))
            else:
                note = f"credits {credit.name}"
                found.append(Evidence(kind="credit", weight=scene.rules.agency_weight, note=note, spans=spans))
            return found
    return [*found, *_foreign_credit(scene, (agency,), child)]


def _is_anothers(scene: Scene, agency: str, child: str) -> bool:
    """Say whether the family has the own text of another agency that a report credits too, and none of this one, which is here.

    Who joins two agencies' texts has of each what that agency sent.
    """
    own = {one: witness for one, witness in scene.witnesses.items() if one != child and witness.is_agency}
    family = [witness for one, witness in own.items() if one in scene.family.members]
    credited = [credit.name for credit in scene.witnesses[child].agencies if not is_same_name(credit.name, agency)]
    is_apart = any(is_same_name(one.name, agency) for one in own.values()) and not any(
        is_same_name(one.name, agency) for one in family
    )
    return is_apart and any(is_same_name(one.name, name) for one in family for name in credited)


def _seen_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give what speaks for or against a report as the parent of another."""
    found = _step_evidence(scene, parent, child)
    found.extend(_gained(scene, parent, child))
    found.extend(_nearness(scene, parent, child))
    found.extend(_time_evidence(scene, parent, child))
    found.extend(_credit_evidence(scene, parent, child))
    found.extend(_marks_evidence(scene, parent, child))
    found.extend(_hearing_evidence(scene, parent, child))
    found.extend(_release_evidence(scene, parent, child))
    return found


def _release_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Who gives out a statement wrote it: it has no words of a report on it."""
    if not is_release(scene.witnesses[child]) or (parent and is_release(scene.witnesses[parent])):
        return []
    note = "is a statement that its issuer gives out, and no newsroom's report"
    return [Evidence(kind="release", weight=scene.rules.release_weight, note=note)]


def _gained(scene: Scene, parent: str, child: str) -> list[Evidence]:
    gained = len(scene.passages[child] - scene.passages[parent] - scene.loose[child])
    if not gained:
        return []
    note = f"lacks {gained} passages that the report shares with others"
    return [Evidence(kind="closeness", weight=scene.rules.closeness_weight * gained, note=note)]


def _nearness(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give how much less two reports have in common, word for word, than the child has with others."""
    rules, found = scene.rules, []
    shared, most = scene.overlaps.shared(parent, child), scene.most[child]
    if shared < most:
        note = f"shares {shared} runs of eight words with the report, which shares {most} with another"
        weight = round(rules.overlap_weight * (1 - shared / most), 3)
        found.append(Evidence(kind="overlap", weight=weight, note=note))
    lacking = scene.overlaps.lacking(parent, child)
    if lacking:
        note = f"lacks {lacking} runs of four words that the report shares with others in these passages"
        found.append(Evidence(kind="lacking", weight=round(rules.lacking_weight * log1p(lacking), 3), note=note))
    return found


def _step_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give what must have been done to a parent's text, by what it costs to suppose it."""
    rules, steps = scene.rules, scene.steps.get((parent, child)) or scene.steps["", child]
    wording = (
        (rules.exchanged_weight, steps.exchanged, "exchanged"),
        (rules.put_in_weight, steps.put_in, "put in"),
        (rules.left_out_weight, steps.left_out, "left out"),
        (rules.agreed_weight, steps.agreed, "of them read so in reports that have them from elsewhere"),
        (rules.restyled_weight, steps.restyled, "in another house style"),
    )
    extent = (
        (rules.rewritten_weight, steps.rewritten, "rewritten"),
        (rules.added_weight, steps.added, "added"),
        (rules.dropped_weight, steps.dropped, "left out"),
        (rules.cut_weight, int(steps.is_cut), "cut from the end"),
        (rules.moved_weight, steps.moved, "moved"),
        (rules.closed_weight, int(steps.is_closed), "of its own put at the end"),
        (rules.reopened_weight, int(steps.is_reopened), "left out that nobody else has at the end"),
    )
    found = []
    for kind, levels, what in (("wording", wording, "words"), ("extent", extent, "sentences")):
        weight = sum(each * count for each, count, _ in levels)
        if weight:
            told = ", ".join(f"{count:.0f} {how}" for _, count, how in levels if count >= 0.5)
            found.append(Evidence(kind=kind, weight=weight, note=f"runs of {what}: {told or 'some exchanged'}"))
    return found


def _foreign_credit(scene: Scene, names: Sequence[str | None], child: str) -> list[Evidence]:
    """A credit to an agency that the parent neither is nor names came to the report from elsewhere."""
    for credit in scene.witnesses[child].agencies:
        if not any(is_same_name(credit.name, name) for name in names):
            note = f"the report credits {credit.name}, which this exemplar does not name"
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            return [Evidence(kind="credit", weight=scene.rules.foreign_credit_weight, note=note, spans=spans)]
    return []


def _time_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    above, below = scene.witnesses[parent].report, scene.witnesses[child].report
    lead = lead_of(below, above)
    if not lead:
        return []
    is_timed = has_one_clock(above, below) and is_by_the_clock(above) and is_by_the_clock(below)
    is_zone = is_timed and _ZONES[0] <= lead <= _ZONES[1]
    is_much = _middle(above.published) - _middle(below.published) >= _MUCH
    later = scene.rules.much_later_weight if is_much else scene.rules.later_weight
    weight = scene.rules.zone_weight if is_zone else later
    ago = _ago(lead) if is_timed or lead >= timedelta(days=1) else "a day or less"
    note = f"was published {ago} later than the report" + (", which may be a time zone's" if is_zone else "")
    return [Evidence(kind="time", weight=weight, note=note)]


def _middle(moment: Moment | None) -> datetime:
    """Give the middle of the range that a moment is known to lie in: of two days half a day may lie between, or nothing."""
    if moment is None or moment.earliest is None or moment.latest is None:
        return datetime.min
    return moment.earliest + (moment.latest - moment.earliest) / 2


def _ago(lead: timedelta) -> str:
    """Say by how much one moment is later than another.

    >>> _ago(timedelta(hours=5, minutes=20)), _ago(timedelta(days=1)), _ago(timedelta(minutes=1))
    ('5 hours', '1 day', '1 minute')
    """
    minutes = max(1, round(lead.total_seconds() / 60))
    number, unit = next(
        (minutes // size, unit) for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")) if minutes >= size
    )
    return f"{number} {unit}" + ("" if number == 1 else "s")


def _credit_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    outlet = scene.witnesses[parent].name
    found = []
    for credit in scene.witnesses[child].report.credits:
        if credit.role in ("agency", "contributor", "partner", "hat-tip") and is_same_name(credit.name, outlet):
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            return [Evidence(kind="credit", weight=scene.rules.credit_weight, note=f"credits {outlet}", spans=spans)]
    citation = find_citation(scene.witnesses[child].report, scene.witnesses[parent].outlet)
    if citation is not None and not is_same_name(scene.witnesses[child].outlet, outlet):
        note = f"names {outlet} as telling it"
        found.append(Evidence(kind="citation", weight=scene.rules.citation_weight, note=note, spans=(citation,)))
    names = [outlet, *(credit.name for credit in scene.witnesses[parent].agencies)]
    return [*found, *_foreign_credit(scene, names, child)]


def _hearing_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """In a sentence of both, "told the Post" in the Post, and no such words in the other: who says that he was told it was."""
    own, text = scene.witnesses[child].name, scene.witnesses[child].report.text
    heard = [
        span
        for pairing in scene.between.get((child, parent), [])
        for span in find_hearing(own, text, pairing.left.span)
        if not find_hearing(own, scene.witnesses[parent].report.text, pairing.right.span)
    ]
    if not heard:
        return []
    note = f'names itself as being told it ("{heard[0].cut(text)}"), as this one does not'
    return [Evidence(kind="hearing", weight=scene.rules.hearing_weight, note=note, spans=tuple(heard))]


def _marks_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    marked = [
        pairing
        for pairing in scene.between.get((child, parent), [])
        if sum(pairing.right.is_marked[j] and not pairing.left.is_marked[i] for i, j in pairing.equal) >= 3
    ]
    if not marked:
        return []
    weight = scene.rules.marks_weight * min(2, len(marked))
    note = "puts marks round words that the report has as its own: a sign of the later text"
    return [
        Evidence(kind="marks", weight=weight, note=note, spans=tuple(s for one in marked for s in _newly_marked(one)))
    ]


def _newly_marked(pairing: Pairing) -> tuple[Span, ...]:
    """Give the longest run of words that stands in marks on the right alone."""
    return shared_run(pairing, lambda i, j: pairing.right.is_marked[j] and not pairing.left.is_marked[i])
