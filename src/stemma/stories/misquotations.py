"""Findings on quotations that stand in other words elsewhere: what is seen, in whole words, and never who is to blame."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Edit, Finding, Integrity, Span, Utterance, Wording
from stemma.stories.ascriptions import VOICES, names_in
from stemma.stories.endings import GOES_BEFORE, GOES_ON
from stemma.stories.scenery import Scenery, listed, quoted
from stemma.stories.speakers import is_nameless
from stemma.stories.touches import is_real, touches_of
from stemma.text.words import words

_ALTERED = frozenset(
    {
        Integrity.REATTRIBUTED,
        Integrity.STITCHED,
        Integrity.REWORDED_INSIDE_MARKS,
        Integrity.TRIMMED_SILENTLY,
        Integrity.UNDECIDED,
    }
)
_ENDS = (GOES_ON, GOES_BEFORE)
_LONGEST = 8  # words of an exchange that can be read as one
_AROUND = 2  # words shown on either side of it
_SHOWN = 2
_HEAD = 400  # characters in which a text is signed
_LONGEST_END = 70  # characters
_NAME = 3  # words: so few in marks are a name or a term, and no remark that somebody was given as making


def find_misquotations(scenery: Scenery) -> list[Finding]:
    """Say which quotations are altered, each alteration once: with all reports that have it alike."""
    put: dict[tuple[str, str], list[tuple[Utterance, Wording]]] = {}
    alike: dict[tuple[str, ...], list[tuple[Utterance, Wording]]] = {}
    for utterance in scenery.utterances:
        for wording in utterance.wordings:
            if wording.against_report_id is None:
                continue
            if wording.integrity is Integrity.PARAPHRASE_PUT_IN_MARKS:
                if _is_author(utterance, wording.against_report_id, scenery):
                    continue  # who writes it in his own name says it: there it needs no marks
                if sum(len(scenery.words(span).split()) for span in wording.spans) > _NAME:
                    put.setdefault((wording.report_id, wording.against_report_id), []).append((utterance, wording))
            elif wording.integrity in _ALTERED and wording.is_marked:
                alike.setdefault(_key(utterance, wording), []).append((utterance, wording))
    found = [_altered(same[0][0], [wording for _, wording in same], scenery) for same in alike.values()]
    return [
        *filter(None, found),
        *(_put_in_marks(same, scenery) for same in put.values()),
        *_find_cut_ends(scenery),
    ]


def _is_author(utterance: Utterance, report_id: str, scenery: Scenery) -> bool:
    """Say whether a report is by the very voice of an utterance: signed by him, or given out by it."""
    voice = scenery.voices.get(utterance.voice_id or "")
    witness = scenery.witnesses[report_id]
    if voice is None or is_nameless(voice):
        return False
    name = re.escape(voice.name)
    is_signed = re.search(rf"(?i)\bby:?\s+{name}\b", witness.report.text[:_HEAD]) is not None
    return is_signed or re.search(rf"(?i)\b{name}\b", witness.outlet or "") is not None


def _find_cut_ends(scenery: Scenery) -> Iterator[Finding]:
    """Say which quotations end, or begin, as if a sentence did where another report has more that turns or limits it."""
    alike: dict[tuple[str, ...], list[tuple[Utterance, Wording]]] = {}
    for utterance in scenery.utterances:
        for wording in utterance.wordings:
            ends = [one for one in wording.evidence if one.kind in _ENDS]
            if ends:
                told = [scenery.words(span).casefold() for one in ends for span in one.spans]
                alike.setdefault((utterance.id, *told), []).append((utterance, wording))
    for same in alike.values():
        (utterance, first), ids = same[0], {wording.report_id for _, wording in same}
        known = scenery.voices.get(utterance.voice_id or "")
        voice, s = known.name if known is not None else "somebody not named", "s" if len(ids) == 1 else ""
        against = scenery.name(first.against_report_id or "")
        own = " ".join(scenery.words(span) for span in first.spans)
        parts = [
            f"{against} {one.note} {quoted(scenery.words(span), 80)}"
            for one in first.evidence
            if one.kind in _ENDS
            for span in one.spans
        ]
        shown = quoted(own if first.evidence[-1].kind == GOES_BEFORE else _ended(own), 80)
        text = f"{scenery.names(ids)} quote{s} {voice} as saying {shown}; {' and '.join(parts)}"
        spans = _places(utterance, [wording for _, wording in same])
        yield Finding(kind="quotation", weight=9.0, text=text, spans=spans, is_warning=True)


def _ended(told: str) -> str:
    """Give the end of a long quotation, from a whole word on.

    >>> _ended("It rained. " * 9)
    '… It rained. It rained. It rained. It rained. It rained. It rained.'
    """
    bare = " ".join(told.split()).rstrip(",")
    return bare if len(bare) <= _LONGEST_END else f"… {bare[-_LONGEST_END:].split(' ', 1)[1]}"


def _key(utterance: Utterance, wording: Wording) -> tuple[str, ...]:
    """Give what makes two alterations one: where two are held against each other, their pair; else the edits."""
    against = wording.against_report_id or ""
    is_mutual = any(w.report_id == against and w.against_report_id == wording.report_id for w in utterance.wordings)
    given = next((one for one in wording.evidence if one.kind == VOICES), None)
    if wording.integrity is Integrity.UNDECIDED and given is not None:
        return (utterance.id, VOICES, *sorted(names_in(given)))
    if wording.integrity is Integrity.UNDECIDED and _exchanged(wording):
        return (utterance.id, *sorted("<>".join(sorted(pair)) for pair in _exchanged(wording)))
    if is_mutual or wording.integrity is Integrity.UNDECIDED:
        return (utterance.id, *sorted((wording.report_id, against)))
    edits = [f"{edit.before}>{edit.after}".casefold() for edit in wording.edits]
    return (utterance.id, against, wording.integrity, *edits)


def _exchanged(wording: Wording) -> list[tuple[str, str]]:
    """Give what stands for what."""
    return [(edit.before.casefold(), edit.after.casefold()) for edit in wording.edits]


def _altered(utterance: Utterance, wordings: Sequence[Wording], scenery: Scenery) -> Finding | None:
    first = wordings[0]
    touching, plain = _clear(first)
    touches = sorted({touch for edit in touching for touch in _touched(edit, first)})
    pairs = [pair for edit in [*touching, *plain][:_SHOWN] if (pair := _in_words(edit, utterance, first, scenery))]
    is_undecided = first.integrity is Integrity.UNDECIDED
    given = next((one for one in first.evidence if one.kind == VOICES), None)
    if is_undecided and given is None and not (pairs and len(first.edits) <= 2 * _SHOWN):
        return None  # nothing that two different wordings of one remark could be shown by
    if is_undecided and given is None and not touches and any(one.kind in _ENDS for one in first.evidence):
        return None  # what is told of its beginning and end says more
    against = scenery.name(first.against_report_id or "")
    ids = {wording.report_id for wording in wordings} - ({first.against_report_id} if len(wordings) > 1 else set())
    who, s = scenery.names(ids), "s" if len(ids) == 1 else ""
    known = scenery.voices.get(utterance.voice_id or "")
    voice = known.name if known is not None else "somebody not named"
    own = quoted(" ".join(scenery.words(span) for span in first.spans), 80)
    letters = [scenery.letters[one] for one in (first.report_id, first.against_report_id or "")]
    shown = "; ".join(f"{after} for {before}" for before, after in pairs) or own
    touched = f"; this touches {' and '.join(touches)}" if touches else ""
    both = ", or both" if len(first.edits) > _SHOWN else ""  # so far apart, he may have said it twice
    here, there = _either_side(wordings)
    who_all = f"{who} and {against}" if len(here | there) == 2 else scenery.names(here | there)
    if given is not None:
        names = [quoted(scenery.words(span), 60) for span in given.spans]
        if is_undecided:
            letters = [listed(scenery.ordered(side)) for side in (here, there)]
        shown = " and ".join(f"{name} in {letter}" for name, letter in zip(names, letters, strict=True))
        undecided = ", undecided who said it" if is_undecided else ""
        who = who_all if is_undecided else f"{who} and {against}"
        text = f"{who} give one quotation to two voices, {shown}{undecided}: {own}"
    elif is_undecided:  # no transcript, and no two lines that agree: nobody is to blame
        letters = [listed(scenery.ordered(side)) for side in (here, there)]
        shown = "; ".join(f"{after} in {letters[0]}, {before} in {letters[1]}" for before, after in pairs) or own
        text = f"{who_all} quote {voice} in different words, undecided which were said{both}: {shown}{touched}"
    elif first.integrity is Integrity.STITCHED:
        text = f"{who} make{s} one quotation of {voice} of what stands apart in {against}: {own}"
    elif first.integrity is Integrity.TRIMMED_SILENTLY:
        text = f"{who} quote{s} {voice} with words left out and no sign of it, against {against}: {shown}{touched}"
    else:
        text = f"{who} quote{s} {voice} in other words than {against}: {shown}{touched}"
    weight = 9.7 if touches or given is not None else 6.0 if pairs else 5.3
    spans = (*_places(utterance, wordings), *(given.spans if given is not None else ()))
    return Finding(kind="quotation", weight=weight, text=text, spans=spans, is_warning=True)


def _stands_for(wording: Wording) -> Sequence[object]:
    """Give the voices of a wording here and there, where it is given to two, else what stands for what in it."""
    given = next((one for one in wording.evidence if one.kind == VOICES), None)
    return _exchanged(wording) if given is None else names_in(given)


def _either_side(wordings: Sequence[Wording]) -> tuple[set[str], set[str]]:
    """Give the reports that have what the first of wordings has, and those that have the other."""
    first = _stands_for(wordings[0])
    here: set[str] = set()
    there: set[str] = set()
    for one in wordings:
        own, other = (here, there) if _stands_for(one) == first else (there, here)
        own.add(one.report_id)
        other.add(one.against_report_id or "")
    return here, there


def _clear(wording: Wording) -> tuple[list[Edit], list[Edit]]:
    """Give the edits of a wording that are short enough to be read as one exchange: those that touch the meaning, the others."""
    short = [edit for edit in wording.edits if max(len(edit.before.split()), len(edit.after.split())) <= _LONGEST]
    return [edit for edit in short if _touched(edit, wording)], [edit for edit in short if not _touched(edit, wording)]


def _touched(edit: Edit, wording: Wording) -> list[str]:
    """Give what an edit touches; whether a capital begins a sentence there or makes a name the wording knows."""
    found = touches_of(edit.before.split(), edit.after.split())
    return [touch for touch in found if is_real(touch, edit) and (touch != "name" or touch in wording.touches)]


def _in_words(edit: Edit, utterance: Utterance, wording: Wording, scenery: Scenery) -> tuple[str, str] | None:
    """Give an edit in whole words with a few around it, as they stand in both; None where they do not stand so."""
    against = wording.against_report_id or ""
    text = scenery.witnesses[against].report.text
    inside = [
        (span.start, span.end)
        for other in utterance.wordings
        for span in other.spans
        if other.report_id == against and span.start <= edit.start and edit.end <= span.end
    ]
    around = [word for start, end in inside[:1] or [(edit.start, edit.end)] for word in words(text, start, end)]
    ahead = [word for word in around if word.end <= edit.start][-_AROUND:]
    behind = [word for word in around if word.start >= edit.end][:_AROUND]
    told = scenery.witnesses[wording.report_id].report.text
    own = [word for span in wording.spans for word in words(told, span.start, span.end)]
    for left, right in ((ahead, behind), (ahead, []), ([], behind), ([], [])):
        start = left[0].start if left else edit.start
        end = right[-1].end if right else edit.end
        after = f"{text[start : edit.start]}{edit.after}{text[edit.end : end]}"
        keys = [word.key for word in words(after)]
        is_whole = all(not (word.start < cut < word.end) for word in around for cut in (start, end))
        is_told = bool(keys) and any(sign.isalnum() for sign in text[start:end])
        found = next((p for p in range(len(own)) if [word.key for word in own[p : p + len(keys)]] == keys), None)
        if is_told and is_whole and found is not None:
            first, last = own[found].start, own[found + len(keys) - 1].end
            is_one = any(span.start <= first and last <= span.end for span in wording.spans)
            return quoted(_tidied(text[start:end]), 120), quoted(_tidied(told[first:last] if is_one else after), 120)
    return None


def _tidied(told: str) -> str:
    """Give words without the marks that stand alone where other words were taken out.

    >>> _tidied("these () supervisors, , who")
    'these supervisors, who'
    """
    closed = re.sub(r"\s+(?=[,.;:)])", "", re.sub(r"\(\s*\)|\[\s*\]", "", " ".join(told.split())))
    return re.sub(r"([,;:])[,;:]+", r"\1", " ".join(closed.split())).strip(" ,;:")


def _places(utterance: Utterance, wordings: Sequence[Wording]) -> tuple[Span, ...]:
    """Give where the quotation stands in the reports that have it so, and in the one it is judged by."""
    against = {wording.against_report_id for wording in wordings}
    others = [one for one in utterance.wordings if one.report_id in against and one not in wordings]
    return tuple(span for wording in [*wordings, *others] for span in wording.spans)


def _put_in_marks(same: Sequence[tuple[Utterance, Wording]], scenery: Scenery) -> Finding:
    first = same[0][1]
    who, against = scenery.name(first.report_id), scenery.name(first.against_report_id or "")
    number = len(same)
    if number == 1:
        told = " ".join(scenery.words(span) for span in first.spans)
        text = f"{who} has in marks what {against} has as its own words: {quoted(told, 80)}"
    else:
        text = f"{who} has in marks {number} phrases that {against} has as its own words"
    reworded = [(utterance, wording) for utterance, wording in same if wording.touches]
    if reworded:
        count = "" if number == 1 else "one of them " if len(reworded) == 1 else f"{len(reworded)} of them "
        verb = "is" if len(reworded) == 1 else "are"
        shown = "; ".join(f"{after} for {before}" for before, after in _exchanges(reworded, scenery))
        text += f"; {count or 'it '}{verb} reworded{f' ({shown})' if shown else ''}"
        text += f", which touches {' and '.join(reworded[0][1].touches)}"
    spans = tuple(span for utterance, wording in same for span in _places(utterance, [wording]))
    return Finding(kind="marks", weight=8.0 + min(number, 5) / 10, text=text, spans=spans, is_warning=True)


def _exchanges(reworded: Sequence[tuple[Utterance, Wording]], scenery: Scenery) -> Iterator[tuple[str, str]]:
    for utterance, wording in reworded[:_SHOWN]:
        for edit in wording.edits:
            pair = _in_words(edit, utterance, wording, scenery) if _touched(edit, wording) else None
            if pair is not None:
                yield pair
                break
