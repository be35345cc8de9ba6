"""Whose text a report's narration is, and what its outlet corrected, in words."""

from collections.abc import Sequence

from stemma.model import Amendment, Assertion, Form, Origin, Portion, Provenance, Report, Span
from stemma.views.cells import clean, clip
from stemma.views.index import Index, cut, cut_all, exemplar_name, letter_of, letters_of
from stemma.views.phrases import moment_phrase, plural


def provenance_phrase(index: Index, provenance: Provenance) -> str:
    """Say whose text the narration is, "" where nothing of it is known to be anybody else's."""
    if all(portion.origin is Origin.NONE_KNOWN for portion in provenance.portions):
        return ""
    whole = provenance.words
    known = [one for one in provenance.portions if one.origin is not Origin.NONE_KNOWN]
    told = [f"{_origin(index, one)} {_share(one.least, one.most, whole)}" for one in known]
    words = f"of its {plural(whole, 'word')} of narration"
    if len(known) == 1:
        return f"{told[0]} {words}"
    rest = next((one for one in provenance.portions if one.origin is Origin.NONE_KNOWN), None)
    least, most = (whole - rest.most, whole - rest.least) if rest else (whole, whole)
    return f"text of others {_share(least, most, whole)} {words}: {', '.join(told)}"


def outlet_phrases(index: Index) -> list[str]:
    """Say the same of each outlet that has several reports here."""
    found = []
    for provenance in index.collation.provenances:
        phrase = provenance_phrase(index, provenance)
        if len(provenance.report_ids) > 1 and phrase:
            outlet = index.outlets.get(provenance.outlet_id or "")
            name = clean(outlet.name) if outlet else "one outlet"
            found.append(f"{name} ({letters_of(index, list(provenance.report_ids))}): {phrase}")
    return found


def _origin(index: Index, portion: Portion) -> str:
    seen = [exemplar_name(index, one) for one in portion.exemplar_ids]
    if portion.origin is Origin.AGENCY:
        exemplars = (index.exemplars.get(one) for one in portion.exemplar_ids)
        names = [clean(one.name) if one and one.name else name for one, name in zip(exemplars, seen, strict=True)]
        return f"{' and '.join(dict.fromkeys(names))} copy"
    if portion.origin is Origin.REPORT:
        shown = seen if len(seen) <= 4 else [*seen[:3], f"{len(seen) - 3} more"]
        return f"from {' or '.join(shown)}"
    return "from a text that nobody names"


def _share(least: int, most: int, whole: int) -> str:
    """Give a part of a whole in percent, as a range where its ends differ.

    >>> _share(62, 70, 100), _share(1, 1, 3)
    ('62-70%', '33%')
    """
    ends = [_percent(part, whole) for part in (least, most)]
    return f"{ends[1]}%" if ends[0] == ends[1] else f"{ends[0]}-{ends[1]}%"


def _percent(part: int, whole: int) -> int:
    """Give a part in percent; 0 and 100 are kept for nothing and for all.

    >>> _percent(1, 900), _percent(899, 900), _percent(0, 0), _percent(9, 9)
    (1, 99, 0, 100)
    """
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, round(100 * part / whole)))


def amendment_phrase(index: Index, amendment: Amendment) -> str:
    """Say what an outlet corrected and who has which wording, to stand after the report's letter."""
    if not amendment.after:
        return "has a notice of correction; what stood there before, the texts do not show"
    now, before = cut(index, amendment.after[0]), _before(index, amendment)
    if amendment.notice and amendment.is_told:
        told = f"corrects “{before}” to “{now}”"
    elif amendment.notice:
        told = f"has a notice of correction and “{now}” where others have “{before}”"
    else:
        told = f"has “{now}” where its earlier edition has “{before}”"
    ahead = letters_of(
        index, [s.report_id for s in amendment.uncorrected if _is_before(index, s.report_id, amendment.report_id)]
    )
    carriers = [_carriers(index, amendment.uncorrected, before), _carriers(index, amendment.corrected, now)]
    return "; ".join([told, *filter(None, carriers), *([f"published before it: {ahead}"] if ahead else [])])


def _is_before(index: Index, one: str, other: str) -> bool:
    """Say whether a report was surely published before another; times told for two clocks are not compared."""
    if not {one, other} <= index.reports.keys():
        return False
    left, right = (index.reports[name].published for name in (one, other))
    if left is None or right is None or left.latest is None or right.earliest is None or left.zone != right.zone:
        return False
    return left.latest < right.earliest


def _before(index: Index, amendment: Amendment) -> str:
    span = amendment.before[0]
    report = index.reports.get(amendment.report_id)
    editions = {edition.id: edition.text for edition in report.earlier} if report else {}
    return span.cut(editions[span.report_id]) if span.report_id in editions else cut(index, span)


def _carriers(index: Index, spans: Sequence[Span], words: str) -> str:
    letters = letters_of(index, [span.report_id for span in spans])
    return f"{letters} {'have' if ',' in letters else 'has'} “{words}”" if letters else ""


def notice_words(index: Index, amendment: Amendment) -> str:
    """Give the words of a notice, "" where the editions alone show the correction."""
    return clip(" ".join(cut_all(index, amendment.notice).split()), 300)


def citing_phrases(index: Index, report: Report) -> tuple[str, ...]:
    """Give the newsrooms that a report names as telling something, with their reports here: "cites Harbour Post (B)"."""
    told = [one for one in index.collation.citings if one.report_id == report.id]
    return tuple(
        f"cites {clean(one.name)}{f' ({letters_of(index, one.cited_ids)})' if one.cited_ids else ''}" for one in told
    )


def circle_phrases(index: Index, assertion: Assertion) -> tuple[str, ...]:
    """Say which reports tell an assertion on each other's word."""
    return tuple(
        "told in a circle: "
        + ", ".join(
            f"{letter_of(index, one)} names “{cut(index, span)}”"
            for one, span in zip(circle.report_ids, circle.spans, strict=True)
        )
        for circle in assertion.circles
    )


def first_phrase(index: Index, assertion: Assertion) -> str:
    """Say which report told an assertion first, as far as their times are known; "" where but one tells it."""
    carriers = list(dict.fromkeys(claim.report_id for claim in assertion.claims if claim.report_id in index.reports))
    carriers = [one for one in carriers if index.reports[one].form is not Form.TRANSCRIPT]
    if len(carriers) < 2:
        return ""
    first = [one for one in assertion.first_ids if one in index.reports]
    undated = [one for one in carriers if moment_phrase(index.reports[one].published) == "no date"]
    if not first:
        return "none of its reports has a date: who told it first is not known"
    dated = [f"{letter_of(index, one)} ({moment_phrase(index.reports[one].published, index)})" for one in first[:3]]
    told = f"first told here by {' or '.join([*dated, *([f'{len(first) - 3} more'] if len(first) > 3 else [])])}"
    has = "has" if len(undated) == 1 else "have"
    return f"{told}; {letters_of(index, undated)} {has} no date" if undated else told
