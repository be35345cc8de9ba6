"""The words that stand on screen for our values: plain English, and never more than the value says."""

import re
from calendar import day_name
from dataclasses import dataclass
from datetime import datetime

from stemma.model import (
    Assertion,
    ChangeKind,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Edit,
    Granularity,
    Integrity,
    Moment,
    Timex,
    Utterance,
    Wording,
)
from stemma.views.index import Index, cut_all, exemplar_name, is_transcript, letter_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRules:
    """From which probability on we use which word (DESIGN: words on screen)."""

    sure: float = 0.95
    probable: float = 0.80


SCALE = ScaleRules()

KIND_WORDS = {
    DerivationKind.COPIED: "copied",
    DerivationKind.EDITED: "edited",
    DerivationKind.REWRITTEN: "rewritten",
    DerivationKind.SIBLINGS: "a text that others here have too",
    DerivationKind.SAME_OCCASION: "same occasion",
    DerivationKind.UNRELATED: "unrelated",
    DerivationKind.UNDECIDED: "undecided",
}

CONFLICT_WORDS = {
    "polarity": "yes or no",
    "certainty": "how sure",
    "scope": "whom or how much it is about",
    "voice": "who says it",
    "doubt": "perhaps not the same",
}

CHANGE_WORDS = {
    ChangeKind.ADDED: "added",
    ChangeKind.DROPPED: "left out",
    ChangeKind.MOVED: "moved",
    ChangeKind.NUMBER: "number",
    ChangeKind.DATE: "date",
    ChangeKind.PLACE: "place",
    ChangeKind.NAME: "name",
    ChangeKind.POLARITY: "yes or no",
    ChangeKind.CERTAINTY: "how sure",
    ChangeKind.ATTRIBUTION: "who says it",
    ChangeKind.SCOPE: "scope",
    ChangeKind.SYNONYM: "other words",
    ChangeKind.WORDING: "wording",
    ChangeKind.HEADLINE: "headline",
    ChangeKind.UNBORNE: "not borne out",
    ChangeKind.CORRECTION: "correction",
}


def plural(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> plural(1, "line"), plural(3, "voice"), plural(2, "entry")
    ('1 line', '3 voices', '2 entries')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def spread(low: int, high: int, noun: str) -> str:
    """Give one number where the ends of a range meet, else the range.

    >>> spread(1, 1, "line"), spread(1, 3, "line")
    ('1 line', '1-3 lines')
    """
    return plural(low, noun) if low == high else f"{low}-{high} {noun}s"


def count_phrase(count: Count, whole: int | None = None) -> str:
    """Give a count as it is read out: "5 reports, 1-2 lines, 1 voice"; of so many reports as the `whole` story has, if more.

    >>> count_phrase(Count(reports=5, lines_min=1, lines_max=2, voices_min=1, voices_max=1), whole=8)
    '5 of 8 reports, 1-2 lines, 1 voice'
    """
    lines = spread(count.lines_min, count.lines_max, "line")
    voices = spread(count.voices_min, count.voices_max, "voice")
    is_part = whole is not None and whole > count.reports
    reports = f"{count.reports:,} of {plural(whole or 0, 'report')}" if is_part else plural(count.reports, "report")
    return f"{reports}, {lines}, {voices}"


def denial_phrase(assertion: Assertion) -> str:
    """Say how many reports have the opposite of an assertion, and are not counted for it; "" for none."""
    denying = len({claim.report_id for claim in assertion.claims}) - assertion.count.reports
    return f"; {plural(denying, 'report')} {'has' if denying == 1 else 'have'} the opposite" if denying else ""


def scale_phrase(derivation: Derivation) -> str:
    """Give the word of the scale for a derivation: "has its text from", "probably has its text from" or "undecided"."""
    if derivation.direction is Direction.UNDECIDED:
        return "undecided"
    if derivation.probability >= SCALE.sure:
        return "has its text from"
    return "probably has its text from" if derivation.probability >= SCALE.probable else "undecided"


def is_undecided(derivation: Derivation) -> bool:
    """Say whether the texts leave open that a report has its words from there."""
    return scale_phrase(derivation) == "undecided"


def derivation_phrase(index: Index, derivation: Derivation) -> str:
    """Give a derivation as half a sentence, to stand after the report's letter."""
    name = exemplar_name(index, derivation.exemplar_id)
    how_sure = f"({derivation.probability:.2f})"
    if derivation.kind is DerivationKind.SAME_OCCASION:
        return occasion_phrase(derivation, name)
    if derivation.kind is DerivationKind.UNRELATED:
        return f"{_hedge(derivation)}has nothing from {name}"
    if is_undecided(derivation):
        return f"perhaps from {name}: undecided {how_sure}"
    return f"{scale_phrase(derivation)} {name}{kind_phrase(derivation)} {how_sure}"


def kind_phrase(derivation: Derivation) -> str:
    """Give how a text was used, to stand after its name; "" where the exemplar is not here to compare with."""
    return "" if derivation.kind is DerivationKind.UNDECIDED else f", {KIND_WORDS[derivation.kind]}"


def occasion_phrase(derivation: Derivation, names: str) -> str:
    """Give a relation to one or more reports that heard or read the same, to stand after the report's letter."""
    return f"{_hedge(derivation)}tells of the same speech or document as {names}, in its own words"


def _hedge(derivation: Derivation) -> str:
    """Hedge a relation that is no descent; where no words are shared its probability is 0, and nothing is to hedge."""
    return "probably " if 0 < derivation.probability < SCALE.sure else ""


def moment_phrase(moment: Moment | None, index: Index | None = None) -> str:
    """Give a moment as far as it is known: "2022-01-08 01:00", "2022-01", "by 2022-01-08", "no date"."""
    if moment is None or (moment.earliest is None and moment.latest is None):
        return "no date"
    told = _stretch(moment) + (f" {moment.zone}" if moment.zone else "")
    if moment.inferred_from is None:
        return told
    by_way = letter_of(index, moment.inferred_from) if index else moment.inferred_from
    return f"{told} (inferred by way of {by_way})"


_UNITS = {
    "Y": "year",
    "Q": "quarter",
    "M": "month",
    "W": "week",
    "D": "day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_PIECE = re.compile(r"([\dX.]+)([A-Z])")
_LENGTH = re.compile(r"P(?:[\dX]+(?:\.\d+)?[YQMWD])*(?:T(?:[\dX]+[HMS])+)?$")


def timex_phrase(timex: Timex) -> str:
    """Give what an expression of time stands for: its moment, else a length, a period, a rough direction, or "not anchored".

    >>> from stemma.model import Span
    >>> timex_phrase(Timex(span=Span("a", 0, 1), moment=None, relation="for", value="P2Y6M"))
    'for 2 years 6 months'
    >>> timex_phrase(Timex(span=Span("a", 0, 1), moment=None, relation="every", value="XXXX-WXX-5"))
    'every Friday'
    """
    if timex.moment is None and timex.value and _LENGTH.match(timex.value) and timex.value != "P":
        told = _length(timex.value)
    elif timex.moment is None and (timex.value or "").startswith("XXXX-WXX-"):
        told = day_name[int((timex.value or "")[9]) - 1]
    elif timex.moment is None:
        return _REFERENCES.get(timex.value or "", "not anchored")
    else:
        told = moment_phrase(timex.moment)
    return told if timex.relation == "at" else f"{timex.relation} {told}"


def _length(value: str) -> str:
    """Give a length of ISO 8601 in words."""
    date, _, clock = value[1:].partition("T")
    pieces = [*_PIECE.findall(date), *((count, f"T{unit}") for count, unit in _PIECE.findall(clock))]
    told = (
        f"some {_UNITS[unit]}s" if count == "X" else plural(int(float(count)), _UNITS[unit]) for count, unit in pieces
    )
    return " ".join(told)


def _stretch(moment: Moment) -> str:
    earliest, latest = moment.earliest, moment.latest
    if earliest is None or latest is None:
        edge = latest if earliest is None else earliest
        word = "by" if earliest is None else "from"
        return f"{word} {_instant(edge, moment.granularity)}" if edge else "no date"
    left = _instant(earliest, moment.granularity)
    right = _instant(latest, moment.granularity)
    return (
        left
        if left == right
        else f"{left} to {right.removeprefix(left[:11]) if _same_day(earliest, latest) else right}"
    )


def _same_day(left: datetime, right: datetime) -> bool:
    return left.date() == right.date()


def _instant(moment_at: datetime, granularity: Granularity) -> str:
    shapes = {
        Granularity.MINUTE: "%Y-%m-%d %H:%M",
        Granularity.HOUR: "%Y-%m-%d %H:%M",
        Granularity.DAYPART: "%Y-%m-%d %H:%M",
        Granularity.MONTH: "%Y-%m",
        Granularity.QUARTER: "%Y-%m",
        Granularity.YEAR: "%Y",
    }
    return moment_at.strftime(shapes.get(granularity, "%Y-%m-%d"))


def integrity_phrase(index: Index, wording: Wording, utterance: Utterance) -> str:
    """Say how a wording stands to the one it is judged by; only words of a transcript are ever called word for word."""
    against = wording.against_report_id
    if is_transcript(index, wording.report_id) and against is None:
        return "the transcript: taken as what was said"
    said = is_transcript(index, against)
    other = "the transcript" if said else (letter_of(index, against) if against else "the others")
    is_own = _is_own_words(utterance, against)
    is_followed = _is_followed(utterance, wording)
    phrase = _integrity_words(wording, other, is_said=said, is_own=is_own, is_followed=is_followed)
    possible = () if is_taken_up(wording) else wording.also_possible
    given = [one.note.removesuffix("there") + f"in {other}" for one in wording.evidence if one.kind == "voices"]
    extra = [
        _possible(wording, one, other) for one in possible if not (given and one is Integrity.REATTRIBUTED)
    ] + given
    if wording.attribution_dropped:
        extra.append("here nobody is named as saying it")
    extra += [
        f"{other} {one.note} “{cut_all(index, one.spans)}”"
        for one in wording.evidence
        if one.kind in ("goes-on", "goes-before")
    ]
    return "; ".join([phrase, *extra])


def best_phrase(index: Index, utterance: Utterance) -> str:
    """Say whose wording is best attested, where some are altered; "" where a transcript has it, for that is said beside it."""
    best = utterance.wordings[utterance.best] if utterance.best is not None else None
    if best is None or is_transcript(index, best.report_id) or not any(map(is_altered, utterance.wordings)):
        return ""
    return f"best attested as in {letter_of(index, best.report_id)}"


def _is_followed(utterance: Utterance, wording: Wording) -> bool:
    """Say whether other reports' wordings are held against this one: the only one of its report, or nobody can tell which is."""
    own = [one for one in utterance.wordings if one.report_id == wording.report_id]
    return len(own) == 1 and any(one.against_report_id == wording.report_id for one in utterance.wordings)


def _is_own_words(utterance: Utterance, report_id: str | None) -> bool:
    """Say whether a report has an utterance as its own words, outside marks."""
    return any(one.report_id == report_id and not one.is_marked for one in utterance.wordings)


def _integrity_words(wording: Wording, other: str, *, is_said: bool, is_own: bool, is_followed: bool) -> str:
    integrity = wording.integrity
    if is_taken_up(wording):
        marked = f"in marks here, without marks in {other}: undecided who changed that"
        return marked if wording.is_marked else "without marks here: its own words, or the marks were taken away"
    if integrity is Integrity.PARAPHRASE_PUT_IN_MARKS:
        return _put_in_marks(wording, other, is_said=is_said)
    if integrity is Integrity.VERBATIM:
        return _same_words(wording, other, is_said=is_said)
    alone = {
        Integrity.UNDECIDED: "undecided: the transcript marks that words are missing there" if is_said else None,
        Integrity.PARAPHRASE: _without_marks(wording, other),
        Integrity.SOLE_WITNESS: _HELD if is_followed else None,
    }
    told = alone.get(integrity)
    if told is not None:
        return told
    if integrity is Integrity.REWORDED_INSIDE_MARKS and is_own and not is_said:
        return f"in marks here, reworded; {other} has it as its own words"
    return _PHRASES[integrity].format(other=other)


_HELD = "the other wordings are held against this one"


def _without_marks(wording: Wording, other: str) -> str | None:
    if wording.against_report_id is None:
        return "told without marks"
    notes = [evidence.note for evidence in wording.evidence if evidence.note.endswith("in the same order")]
    shared = "a part of the words" if any("a part of" in note for note in notes) else "same words as"
    return f"{shared} in {other}, without marks in both" if notes else None


def _same_words(wording: Wording, other: str, *, is_said: bool) -> str:
    if wording.against_report_id is None:
        return _HELD
    if any(evidence.note.endswith("and more") for evidence in wording.evidence):
        return f"the words in {other}, and more"
    return "word for word as in the transcript" if is_said else f"same words as in {other}"


def _put_in_marks(wording: Wording, other: str, *, is_said: bool) -> str:
    if is_said:
        return "in marks here; the transcript has other words"
    nearly = "nearly " if wording.edits else ""
    return f"in marks here only; {other} has {nearly}the same words as its own"


_PHRASES = {
    Integrity.NOT_IN_TRANSCRIPT: "not in the transcript (which may be partial)",
    Integrity.TRANSLATED: "translated",
    Integrity.REATTRIBUTED: "given to somebody else than in {other}",
    Integrity.STITCHED: "separate remarks joined into one quotation",
    Integrity.REWORDED_INSIDE_MARKS: "other words inside the marks than in {other}",
    Integrity.TRIMMED_SILENTLY: "shorter than in {other}, the cut not shown",
    Integrity.TRIMMED_MARKED: "shorter than in {other}, the cut shown",
    Integrity.CLEANED_UP: "same as in {other} but for fillers and false starts",
    Integrity.FRAGMENT: "a part of the words in {other}",
    Integrity.PUNCTUATION: "same words as in {other}; marks, case or spelling differ",
    Integrity.MARKS_REMOVED: "same words as in {other}, without marks",
    Integrity.PARAPHRASE: "told in other words than in {other}",
    Integrity.SOLE_WITNESS: "no other wording is known",
    Integrity.UNDECIDED: "undecided: the reports differ and none is a transcript",
}


def _possible(wording: Wording, integrity: Integrity, other: str) -> str:
    """Say what else may be the case; of two texts alone nobody can tell who put in or took away the marks."""
    if integrity is Integrity.MARKS_REMOVED:
        return f"or {other} took the marks away" if wording.is_marked else "or the marks were taken away here"
    if integrity is Integrity.PARAPHRASE_PUT_IN_MARKS:
        return (
            f"or it is in marks what {other} has in other words"
            if wording.is_marked
            else f"or {other} put marks round them"
        )
    if integrity is Integrity.NOT_IN_TRANSCRIPT:
        return "or it is not in the transcript"
    if integrity is Integrity.REWORDED_INSIDE_MARKS:
        return f"it may be this one or that in {other} that was reworded"
    return "or " + integrity.value.replace("-", " ")


def is_taken_up(wording: Wording) -> bool:
    """Say whether one report has in marks what another has as its own words, undecided who changed that."""
    possible = Integrity.PARAPHRASE_PUT_IN_MARKS if wording.is_marked else Integrity.MARKS_REMOVED
    return wording.integrity is Integrity.UNDECIDED and possible in wording.also_possible


def is_altered(wording: Wording) -> bool:
    """Say whether a wording differs from the one it is judged by in more than marks, case and length."""
    if is_taken_up(wording):
        return False
    return wording.integrity in _ALTERED or bool(wording.touches) or wording.attribution_dropped


_ALTERED = frozenset(
    (
        Integrity.REATTRIBUTED,
        Integrity.STITCHED,
        Integrity.PARAPHRASE_PUT_IN_MARKS,
        Integrity.REWORDED_INSIDE_MARKS,
        Integrity.TRIMMED_SILENTLY,
        Integrity.UNDECIDED,
    )
)


def edit_phrase(edit: Edit) -> str:
    """Say what an edit does, in the words of the texts.

    >>> from stemma.model import EditKind
    >>> edit_phrase(Edit(kind=EditKind.SUBSTITUTE, start=0, end=4, before="once", after="if"))
    '“once” → “if”'
    """
    before, after = " ".join(edit.before.split()), " ".join(edit.after.split())
    if not before:
        return f"adds “{after}”"
    return f"“{before}” → “{after}”" if after else f"leaves out “{before}”"
