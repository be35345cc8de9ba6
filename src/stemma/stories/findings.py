"""The sentences that an editor reads first: at most seven, and never more than the texts bear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import (
    Amendment,
    Assertion,
    Change,
    ChangeKind,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Exemplar,
    Finding,
    Integrity,
    Utterance,
    Voice,
    Wording,
)
from stemma.stories.rules import StoryRules
from stemma.stories.touches import touches_of
from stemma.stories.witnesses import Witness

_ALTERED = frozenset(
    {
        Integrity.REATTRIBUTED,
        Integrity.STITCHED,
        Integrity.REWORDED_INSIDE_MARKS,
        Integrity.TRIMMED_SILENTLY,
        Integrity.UNDECIDED,
    }
)
_ALTERING = (
    ChangeKind.POLARITY,
    ChangeKind.NUMBER,
    ChangeKind.DATE,
    ChangeKind.CERTAINTY,
    ChangeKind.SCOPE,
    ChangeKind.ATTRIBUTION,
)
_QUOTE = '"'
_SURE, _PROBABLE = 0.95, 0.8
_LEAST_DESCENTS = 2  # who has whose text is said before what was altered, for two reports at least
_LIKELY = 0.5
_MANY = 3
_WHOLE = 0.5  # of a report's sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """All that findings are drawn from; `letters` name the reports."""

    letters: Mapping[str, str]
    witnesses: Mapping[str, Witness]
    exemplars: Mapping[str, Exemplar]
    derivations: Sequence[Derivation]
    changes: Sequence[Change]
    amendments: Sequence[Amendment]
    utterances: Sequence[Utterance]
    assertions: Sequence[Assertion]
    lead: Assertion | None
    voices: Mapping[str, Voice]
    sizes: Mapping[str, int]


def count_words(count: Count) -> str:
    """Give a count in words.

    >>> count_words(Count(reports=40, lines_min=1, lines_max=3, voices_min=1, voices_max=1))
    '40 reports, 1-3 lines, 1 voice'
    """
    return ", ".join(
        (
            _plural(count.reports, count.reports, "report"),
            _plural(count.lines_min, count.lines_max, "line"),
            _plural(count.voices_min, count.voices_max, "voice"),
        )
    )


def _plural(least: int, most: int, noun: str) -> str:
    number = str(most) if least == most else f"{least}-{most}"
    return f"{number} {noun}" if number == "1" else f"{number} {noun}s"


def find_findings(scenery: Scenery, rules: StoryRules) -> tuple[Finding, ...]:
    """Give the findings: the count first, then who has whose text, then by weight."""
    descents = sorted(_descents(scenery), key=_rank)
    rest = [*_quotations(scenery), *_alterations(scenery), *_conflicts(scenery), *_totals(scenery)]
    rest += descents[_LEAST_DESCENTS:]
    told = _once([*_lead(scenery), *descents[:_LEAST_DESCENTS], *sorted(rest, key=_rank)])
    return tuple(told[: rules.most_findings])


def _rank(finding: Finding) -> tuple[float, str]:
    return (-finding.weight, finding.text)


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out a warning whose words all stand in a weightier one, and whatever is said twice."""
    kept: list[Finding] = []
    for finding in findings:
        told = [one for one in kept if one.is_warning and _covers(one, finding)]
        if not (finding.is_warning and told) and finding.text not in {one.text for one in kept}:
            kept.append(finding)
    return kept


def _covers(one: Finding, other: Finding) -> bool:
    return bool(other.spans) and all(any(span.overlap(own) for own in one.spans) for span in other.spans)


def _lead(scenery: Scenery) -> list[Finding]:
    lead = scenery.lead
    if lead is None:
        return []
    voices = [scenery.voices[one].name for one in lead.voice_ids if one in scenery.voices]
    told = f" ({', '.join(voices[:3])})" if voices else ""
    spans = lead.claims[0].spans
    text = f'{count_words(lead.count)}   "{lead.gist}"{told}'
    return [Finding(kind="count", weight=10.0, text=text, spans=spans)]


def _descents(scenery: Scenery) -> list[Finding]:
    """Say who has whose text; three reports or more that surely have it from one exemplar in one sentence."""
    found = []
    together: dict[str, list[Derivation]] = {}
    for report_id, letter in scenery.letters.items():
        own = [d for d in scenery.derivations if d.report_id == report_id]
        own = [d for d in own if d.kind not in (DerivationKind.SAME_OCCASION, DerivationKind.UNRELATED)]
        if own:
            best = max(own, key=lambda d: d.probability)
            if best.direction is Direction.DECIDED and best.probability >= _PROBABLE:
                together.setdefault(best.exemplar_id, []).append(best)
            elif sum(one.probability for one in own) >= _LIKELY:  # else it is likelier its own writing
                found.append(_descent(letter, sorted(own, key=lambda d: -d.probability), scenery))
    for same in together.values():
        if len(same) >= _MANY:
            found.append(_many(same, scenery))
        else:
            found += [_descent(scenery.letters[one.report_id], [one], scenery) for one in same]
    return found


def _many(same: Sequence[Derivation], scenery: Scenery) -> Finding:
    letters = [scenery.letters[one.report_id] for one in same]
    shown = ", ".join(letters) if len(letters) <= 8 else f"{', '.join(letters[:7])} and {len(letters) - 7} more"
    adverb = "" if all(one.probability >= _SURE for one in same) else "probably "
    text = f"{len(letters)} reports {adverb}have text from {_name(scenery.exemplars[same[0].exemplar_id], scenery)}: {shown}"
    spans = tuple(span for one in same for evidence in one.evidence[:1] for span in evidence.spans[:2])
    return Finding(kind="descent", weight=5.5, text=text, spans=spans)


def _descent(letter: str, own: Sequence[Derivation], scenery: Scenery) -> Finding:
    first = own[0]
    exemplar = scenery.exemplars[first.exemplar_id]
    spans = first.evidence[0].spans if first.evidence else ()
    if first.direction is Direction.DECIDED and first.probability >= _PROBABLE:
        adverb = "" if first.probability >= _SURE else "probably "
        name = _name(exemplar, scenery)
        credit = next((one for one in first.evidence if one.kind == "credit" and one.weight > 0), None)
        how = ", credits it" if credit else ", credits nobody" if not _credits(first.report_id, scenery) else ""
        text = f"{letter} {adverb}has {_how_much(first, scenery)} from {name}{how}"
        return Finding(kind="descent", weight=5.0, text=text, spans=spans)
    candidates = sorted(own[:3], key=lambda one: scenery.exemplars[one.exemplar_id].report_id is None)
    names = " or from ".join(_name(scenery.exemplars[one.exemplar_id], scenery) for one in candidates)
    total = sum(one.probability for one in own)
    others = sorted(
        {scenery.letters[d.report_id] for d in scenery.derivations if d.exemplar_id in {o.exemplar_id for o in own}}
    )
    kin = [one for one in others if one != letter]
    credit_note = "" if _credits(first.report_id, scenery) else " and credits nobody"
    if total >= _PROBABLE and kin:
        seen = [one for one in own if scenery.exemplars[one.exemplar_id].report_id is not None]
        whose = _name(scenery.exemplars[seen[0].exemplar_id], scenery) if seen else kin[0]
        part = "" if _share_of(first, scenery) >= _WHOLE else f" in {_how_much(first, scenery, bare=True)}"
        text = f"{letter} has {whose}'s sentences{part}{credit_note}: from {names}, undecided"
    else:
        text = f"{letter} may have {_how_much(first, scenery)} from {names}: undecided"
    return Finding(kind="descent", weight=4.5, text=text, spans=spans)


def _share_of(derivation: Derivation, scenery: Scenery) -> float:
    return len(derivation.spans) / max(1, scenery.sizes[derivation.report_id])


def _how_much(derivation: Derivation, scenery: Scenery, *, bare: bool = False) -> str:
    """Say how much of a report a derivation speaks of, so that a passage is never called the whole text."""
    if _share_of(derivation, scenery) >= _WHOLE:
        return "its text"
    count = len(derivation.spans)
    return f"{count} of {'its ' if not bare else ''}{scenery.sizes[derivation.report_id]} sentences"


def _credits(report_id: str, scenery: Scenery) -> bool:
    return bool(scenery.witnesses[report_id].agencies)


def _name(exemplar: Exemplar, scenery: Scenery) -> str:
    if exemplar.report_id is not None:
        return scenery.letters[exemplar.report_id]
    return f"{exemplar.name} (not seen)" if exemplar.name else "a text that nobody names (not seen)"


def _quotations(scenery: Scenery) -> list[Finding]:
    """Say which quotations are altered, each alteration once: with all reports that have it alike."""
    put: dict[tuple[str, str], list[Wording]] = {}
    alike: dict[tuple[str, ...], list[Wording]] = {}
    for utterance in scenery.utterances:
        for wording in utterance.wordings:
            if wording.against_report_id is None:
                continue
            if wording.integrity is Integrity.PARAPHRASE_PUT_IN_MARKS:
                put.setdefault((wording.report_id, wording.against_report_id), []).append(wording)
            elif wording.integrity in _ALTERED and wording.is_marked and _is_clear(wording):
                alike.setdefault(_alteration_key(utterance, wording), []).append(wording)
    found = [_altered_quotation(wordings, scenery) for wordings in alike.values()]
    for (report_id, against), wordings in put.items():
        found.append(_put_in_marks(scenery.letters[report_id], scenery.letters[against], wordings))
    return found


def _is_clear(wording: Wording) -> bool:
    return wording.integrity is not Integrity.UNDECIDED or len(wording.edits) <= 3


def _alteration_key(utterance: Utterance, wording: Wording) -> tuple[str, ...]:
    """Give what makes two alterations one: where lines differ, their pair, for each is judged by the other; else the edits."""
    against = wording.against_report_id or ""
    if wording.integrity is Integrity.UNDECIDED:
        return (utterance.id, *sorted((wording.report_id, against)))
    edits = [f"{edit.before}>{edit.after}".casefold() for edit in wording.edits]
    return (utterance.id, against, wording.integrity, *edits)


def _put_in_marks(letter: str, against: str, wordings: Sequence[Wording]) -> Finding:
    number = len(wordings)
    phrases = "a phrase" if number == 1 else f"{number} phrases"
    text = f"{letter} puts marks round {phrases} that {against} has as its own words"
    reworded = [wording for wording in wordings if wording.touches]
    if reworded:
        count = "one is" if len(reworded) == 1 else f"{len(reworded)} are"
        text += f"; {count} reworded, which touches {' and '.join(reworded[0].touches)}"
    spans = tuple(span for wording in wordings for span in wording.spans)
    return Finding(kind="marks", weight=8.0 + min(number, 5) / 10, text=text, spans=spans, is_warning=True)


def _altered_quotation(wordings: Sequence[Wording], scenery: Scenery) -> Finding:
    first = wordings[0]
    letters = list(dict.fromkeys(scenery.letters[wording.report_id] for wording in wordings))
    against = scenery.letters[first.against_report_id or ""]
    edits = sorted(first.edits, key=lambda edit: not touches_of(edit.before.split(), edit.after.split()))
    shown = "; ".join(f"{_or_nothing(edit.before)} -> {_or_nothing(edit.after)}" for edit in edits[:2])
    shown = f" ({shown})" if shown else ""
    touched = f", which touches {' and '.join(first.touches)}" if first.touches else ""
    who = letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} and {letters[-1]} alike"
    what = {
        Integrity.REATTRIBUTED: "another voice is given for the quotation than in",
        Integrity.STITCHED: "one quotation is made of what stands apart in",
        Integrity.TRIMMED_SILENTLY: "words are left out of the quotation without a sign, against",
    }.get(first.integrity, "other words stand in the quotation than in")
    text = f"In {who} {what} {against}{shown}{touched}"
    if first.integrity is Integrity.UNDECIDED:  # no transcript, and no two lines that agree: nobody is to blame
        text = f"{against} and {letters[0]} word a quotation differently{shown}{touched}: undecided which was said"
    weight = 9.7 if first.touches else 6.0
    spans = tuple(span for wording in wordings for span in wording.spans)
    return Finding(kind="quotation", weight=weight, text=text, spans=spans, is_warning=True)


def _or_nothing(words: str) -> str:
    plain = " ".join(words.split())
    cut = plain if len(plain) <= 60 else plain[:57].rsplit(" ", 1)[0] + "..."
    return f'"{cut}"' if plain else "nothing"


def _alterations(scenery: Scenery) -> list[Finding]:
    found = []
    for kind in _ALTERING:
        for change in scenery.changes:
            if change.kind is kind and not change.note.startswith("attribution added"):
                letter, against = scenery.letters[change.report_id], scenery.letters[change.against_report_id]
                text = _alteration(kind, change.note, against, letter)
                spans = (*change.before, *change.after)
                weight = 7.0 - _ALTERING.index(kind) / 10
                found.append(Finding(kind="alteration", weight=weight, text=text, spans=spans, is_warning=True))
    return found


def _alteration(kind: ChangeKind, note: str, against: str, letter: str) -> str:
    """Say an alteration as an editor would: what stands in one is that in the other, whoever has it from whom."""
    if kind is ChangeKind.ATTRIBUTION:
        return f"{note} ({against} beside {letter})"
    told = []
    for pair in note.split('"; "'):
        one, _, other = pair.partition(" -> ")
        told.append(f'"{one.strip(_QUOTE)}" ({against}) is "{other.strip(_QUOTE)}" in {letter}')
    return f"{kind.value}: {'; '.join(told)}"


def _conflicts(scenery: Scenery) -> list[Finding]:
    return [
        Finding(
            kind="conflict",
            weight=9.5,
            text=f"the reports do not agree ({conflict.kind}): {conflict.note}",
            spans=(*conflict.left, *conflict.right),
            is_warning=True,
        )
        for assertion in scenery.assertions
        for conflict in {one.kind: one for one in reversed(assertion.conflicts)}.values()
    ]


def _totals(scenery: Scenery) -> list[Finding]:
    found = []
    pairs = sorted({(change.report_id, change.against_report_id) for change in scenery.changes})
    for report_id, against_id in pairs:
        own = [c for c in scenery.changes if (c.report_id, c.against_report_id) == (report_id, against_id)]
        dropped = [change for change in own if change.kind is ChangeKind.DROPPED]
        added = [change for change in own if change.kind is ChangeKind.ADDED]
        letter, against = scenery.letters[report_id], scenery.letters[against_id]
        parts = []
        if dropped:
            parts.append(f"leaves out {_plural(len(dropped), len(dropped), 'statement')} of {against}")
        if added:
            parts.append(f"adds {_plural(len(added), len(added), 'statement')}")
        if parts:
            spans = tuple(span for change in dropped + added for span in (*change.before, *change.after))
            found.append(Finding(kind="totals", weight=4.0, text=f"{letter} {' and '.join(parts)}", spans=spans))
    return found
