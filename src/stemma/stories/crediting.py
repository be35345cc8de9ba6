"""Reports that are kin to none and credit agencies: on the word of the credit their text is from there."""

from collections.abc import Mapping
from math import log

from stemma.model import Derivation, DerivationKind, Direction, Evidence, Exemplar, Span, make_id
from stemma.stories.kinship import Units
from stemma.stories.witnesses import Witness, is_in_part, is_same_name

_WHOLE = 0.9  # a credit says where a report has text from, not that all of it is from there
_IN_PART = 0.5  # "with files from" speaks of any sentence or of none


def find_credited(
    witness: Witness, witnesses: Mapping[str, Witness], units: Units
) -> list[tuple[Exemplar, Derivation]]:
    """Give the exemplars that a report has by its credits: each agency's text, unseen, and its newest here that is not later.

    Several agencies share what the credits bear: a desk joined their texts, and nobody can say which sentence is whose.
    """
    agencies = () if witness.is_dispatch else witness.agencies
    found = []
    for credit in agencies:
        whole = _WHOLE if len(agencies) == 1 and not is_in_part(witness, credit) else _IN_PART
        share, weight = whole / len(agencies), max(0.1, round(log(whole / (1 - whole)), 1))
        spans = (Span(witness.report.id, credit.start, credit.end),) if credit.start >= 0 else ()
        seen = [
            other
            for other in witnesses.values()
            if other.is_agency and is_same_name(other.name, credit.name) and not _is_later(other, witness)
        ]
        exemplars = [Exemplar(id=make_id("exemplar", "agency", credit.name), name=credit.name, report_id=None)]
        for other in seen[-1:]:
            exemplar_id = make_id("exemplar", "report", other.report.id)
            exemplars.append(Exemplar(id=exemplar_id, name=other.name, report_id=other.report.id))
        for exemplar in exemplars:
            note = f"credits {credit.name}"
            derivation = Derivation(
                report_id=witness.report.id,
                exemplar_id=exemplar.id,
                spans=tuple(unit.span for unit in units[witness.report.id]),
                kind=DerivationKind.UNDECIDED,
                direction=Direction.DECIDED,
                probability=round(share / len(exemplars), 3),
                evidence=(Evidence(kind="credit", weight=weight, note=note, spans=spans),),
            )
            found.append((exemplar, derivation))
    return found


def _is_later(one: Witness, other: Witness) -> bool:
    left, right = one.report.published, other.report.published
    if left is None or right is None or left.earliest is None or right.latest is None:
        return False
    return left.earliest > right.latest
