"""Attributions: who is given as saying what, from the drafts the rules made and the voices they belong to."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from stemma.model import (
    Attribution,
    Citation,
    CitationKind,
    Evidence,
    Form,
    Manner,
    Name,
    NameKind,
    Report,
    Span,
    Stance,
    Voice,
    VoiceKind,
    ZoneKind,
    make_id,
)
from stemma.readings.bonds import Bond
from stemma.readings.drafts import Draft, Place, pieces
from stemma.readings.introductions import introduced
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.phrases import phrase_before
from stemma.readings.sentence import PREPOSITIONS
from stemma.readings.voices import Cast, Speaker
from stemma.text.marks import Marked

_DENY = frozenset("deny refute rebut dispute contest disavow".split())
_DECLINE = frozenset("decline refuse".split())
_ASK = frozenset("ask inquire enquire wonder question query".split())
_VERIFY = frozenset("verify confirm corroborate".split())
_ANSWER = frozenset("say comment respond answer reply tell elaborate".split())
_WHO = frozenset("who which that".split())


def attribute(
    report: Report,
    drafts: Sequence[Draft],
    stretches: Sequence[Marked],
    names: Sequence[Name],
    citations: Sequence[Citation] = (),
) -> tuple[tuple[Attribution, ...], tuple[Voice, ...]]:
    """Give the attributions of a report in text order, and the voices they belong to."""
    outer = [stretch for stretch in stretches if stretch.depth == 0]
    sources = [one.source[0] for one in drafts if one.source]
    cast = Cast(report, names, outer, introduced(report, sources, names))
    speakers = _speakers(drafts, cast)
    drafts = _without_topics(drafts, speakers, names)
    ids = {id(one): _id(report, one) for one in drafts}
    heard = [one for one in citations if one.kind is CitationKind.TOLD and not _is_own(one, report)]
    made = []
    for one in drafts:
        content, manner = pieces(report.text, one.content, outer)
        if not content:
            continue
        speaker = speakers[id(one)]
        made.append(
            Attribution(
                id=ids[id(one)],
                voice_id=None if speaker is None else cast.id_of(speaker),
                via=_via(one, drafts, speakers, cast, heard),
                source=_spans(report, one.source),
                cue=_spans(report, one.cue),
                content=tuple(Span(report.id, start, end) for start, end, _ in content),
                manner=manner,
                stance=_stance(one),
                parent_id=None if one.parent is None else ids[id(one.parent)],
                evidence=_evidence(report, one, speaker, manner),
            )
        )
    return tuple(sorted(made, key=lambda one: (one.content[0].start, one.id))), cast.voices()


def _id(report: Report, one: Draft) -> str:
    return make_id("attribution", report.id, *(f"{start}-{end}" for start, end in (*one.content, *one.cue)))


def _spans(report: Report, places: Sequence[Place]) -> tuple[Span, ...]:
    return tuple(Span(report.id, start, end) for start, end in places)


def _speakers(drafts: Sequence[Draft], cast: Cast) -> dict[int, Speaker | None]:
    """Give the speaker of every draft; mentions are resolved in the order in which they stand."""
    found: dict[int, Speaker | None] = {}
    for one in sorted(drafts, key=_mentioned_at):
        parent = None if one.parent is None else found.get(id(one.parent))
        found[id(one)] = cast.resolve(one.source[0], _antecedent(one), parent) if one.source else None
    return found


def _without_topics(drafts: Sequence[Draft], speakers: dict[int, Speaker | None], names: Sequence[Name]) -> list[Draft]:
    """Leave out what stands behind a topic or a place and a colon in a headline, where that speaks nowhere else.

    Words in marks behind a topic stay, without a voice.
    """
    labelled = [one for one in drafts if _is_labelled(one)]
    heard = {id(speakers[id(one)]) for one in drafts if not any(one is other for other in labelled)}
    places = {name.canonical for name in names if name.kind is NameKind.PLACE}
    kept = []
    for one in drafts:
        speaker = speakers[id(one)]
        is_label = any(one is other for other in labelled) and id(speaker) not in heard
        if speaker is None or not is_label or not _is_topic(speaker, places):
            kept.append(one)
        elif one.bond is None:
            speakers[id(one)] = None
            one.source = one.cue = ()
            kept.append(one)
    return kept


def _is_topic(speaker: Speaker, places: Collection[str]) -> bool:
    """Say that a label in a headline is a place, a document or a thing, and nobody."""
    known = lexicon()
    words = {word.casefold() for word in speaker.name.split()}
    is_somebody = bool(words & (known.titles | known.groups | known.body))
    is_thing = speaker.kind in {VoiceKind.ROLE, VoiceKind.DOCUMENT} or bool(words & known.documents)
    return speaker.name in places or (is_thing and not is_somebody)


def _is_labelled(one: Draft) -> bool:
    """Say that a colon alone brings in a draft of a headline."""
    is_heading = one.sentence.zone is not ZoneKind.BODY
    return is_heading and bool(one.source) and [one.sentence.text[start:end] for start, end in one.cue] == [":"]


def _mentioned_at(one: Draft) -> tuple[int, int]:
    """Give the order of mentions: as they stand; what hangs on another comes behind it where it needs its speaker."""
    place = one.source[0] if one.source else one.content[0]
    if one.parent is not None and one.parent.source and one.parent.source[0] > place:
        return (one.parent.source[0][0], place[0])
    return (place[0], -1)


def _antecedent(one: Draft) -> Place | None:
    """Give the place of what a relative pronoun goes back to, None where there is none."""
    sentence = one.sentence
    place = bisect_left(sentence.starts, one.source[0][0])
    is_here = (
        place < len(sentence) and sentence.starts[place] == one.source[0][0]
    )  # a reader's source may stand elsewhere
    if not is_here or sentence.keys[place] not in _WHO:
        return None
    while place > 0 and sentence.keys[place - 1] in {",", "and", "but"}:
        place -= 1
    phrase = phrase_before(sentence, place)
    if phrase is None:
        return None
    first = phrase[0]
    while first < phrase[1] - 1 and sentence.keys[first] in PREPOSITIONS:
        first += 1
    return sentence.starts[first], sentence.ends[phrase[1] - 1]


def _via(
    one: Draft,
    drafts: Sequence[Draft],
    speakers: dict[int, Speaker | None],
    cast: Cast,
    heard: Sequence[Citation],
) -> str | None:
    """Give the newsroom that passes an utterance on: one that is given as telling all of it, or that it was said to."""
    own = speakers[id(one)]
    around = [*([one.parent] if one.parent is not None else []), *(each for each in drafts if _is_within(one, each))]
    tellers = [speaker for each in around if (speaker := speakers.get(id(each))) is not None]
    teller = next((each for each in tellers if each.kind is VoiceKind.NEWSROOM and each is not own), None)
    if teller is not None:
        return cast.id_of(teller)
    hearer = None if own is None else next((each for each in heard if _is_heard(one, each)), None)
    return None if hearer is None else cast.id_of(cast.newsroom(hearer.name, (hearer.span.start, hearer.span.end)))


def _is_within(one: Draft, other: Draft) -> bool:
    """Say whether all that one gives, and its cue, stands in what the other gives ("... the mayor said, CNN reported")."""
    places = (*one.content, *one.cue)
    return bool(one.cue) and all(any(s <= start and end <= e for s, e in other.content) for start, end in places)


def _is_heard(one: Draft, citation: Citation) -> bool:
    """Say whether a newsroom stands right behind a cue, no end of a sentence and no mark between ("she told Coast Radio")."""
    text, start = one.sentence.text, citation.span.start
    return any(end <= start <= end + _REACH and not re.search(r"[.;?!“”\"]", text[end:start]) for _, end in one.cue)


def _is_own(citation: Citation, report: Report) -> bool:
    """Say whether the newsroom is the report's own outlet, as far as its id tells."""
    own, name = (re.sub(r"[\W_]|^the-", "", words.casefold()) for words in (report.outlet_id or "", citation.name))
    return own.removesuffix("com") == name


_REACH = 60  # characters between a cue and the newsroom that hears ("said in an interview aired on Monday by")


def _stance(one: Draft) -> Stance:
    """Say what the speaker does with the content, from his verb and a "not" beside it."""
    words = _cue_words(one)
    entries = [entry for word in words if (entry := lexicon().verbs.get(word)) is not None]
    lemmas = {entry.lemma for entry in entries}
    is_not = bool(_NOT & words)
    tests = (
        (bool(lemmas & _DENY), Stance.DENIES),
        (bool(lemmas & _DECLINE) or (is_not and bool(lemmas & _ANSWER)), Stance.DECLINES),
        (bool(lemmas & _VERIFY) and is_not, Stance.UNVERIFIED),
        (bool(lemmas & _ASK) and any(Frame.ASK in entry.frames for entry in entries) and not is_not, Stance.ASKS),
    )
    return next((stance for is_so, stance in tests if is_so), Stance.ASSERTS)


_NOT = frozenset({"not", "n't", "never", "unable"})


def _cue_words(one: Draft) -> frozenset[str]:
    """Give the words of a cue as the lexicon knows them."""
    sentence = one.sentence
    return frozenset(
        key
        for key, start in zip(sentence.keys, sentence.starts, strict=True)
        if any(first <= start < last for first, last in one.cue)
    )


def _evidence(report: Report, one: Draft, speaker: Speaker | None, manner: Manner) -> tuple[Evidence, ...]:
    """Give the reasons for an attribution in plain words, with the text that shows them."""
    reasons = []
    if one.cue:
        words = " ".join(report.text[start:end] for start, end in one.cue)
        reasons.append(
            Evidence(
                kind="cue", weight=_weight(one.bond), note=f'"{words}" brings it in', spans=_spans(report, one.cue)
            )
        )
    if manner is not Manner.INDIRECT:
        note = "stands in quotation marks" if manner is Manner.DIRECT else "stands in quotation marks in part"
        reasons.append(Evidence(kind="marks", weight=1.5, note=note, spans=_spans(report, one.content)))
    if one.source and speaker is not None:
        words = report.text[one.source[0][0] : one.source[0][1]]
        if words.casefold() != speaker.name.casefold():
            kind = "pronoun" if " " not in words and words.casefold() in _PRONOUNS else "name"
            reasons.append(
                Evidence(kind=kind, weight=1.0, note=f'"{words}" is {speaker.name}', spans=_spans(report, one.source))
            )
    if len(one.content) > 1 and one.goes_on:
        reasons.append(
            Evidence(kind="goes-on", weight=0.5, note="a quotation without a cue goes on with the same voice")
        )
    if not reasons:
        reasons.append(Evidence(kind="marks", weight=0.0, note="in quotation marks, nobody named"))
    return tuple(reasons)


_PRONOUNS = frozenset("he she it they we i who which that his her its their".split())
_WEIGHTS = {
    Frame.SAY: 3.0,
    Frame.TELL: 3.0,
    Frame.ASK: 2.0,
    Frame.URGE: 2.0,
    Frame.HOLD: 1.5,
    Frame.SHOW: 1.5,
    Frame.WISH: 1.0,
    Frame.TREAT: 1.0,
}


def _weight(bond: Bond | None) -> float:
    """Give what a cue is worth: verbs of saying most."""
    return 1.0 if bond is None else _WEIGHTS[bond.frame]


def attribute_turns(report: Report, names: Sequence[Name]) -> tuple[tuple[Attribution, ...], tuple[Voice, ...]]:
    """Give the turns of a transcript: what stands behind a speaker's label is his direct speech."""
    cast = Cast(report, names)
    turns: list[tuple[Place | None, list[Place]]] = []
    for zone in report.zones:
        if zone.kind is ZoneKind.SPEAKER:
            turns.append((_label(report, zone.start, zone.end), []))
        elif zone.kind is ZoneKind.SPEECH:
            if not turns:
                turns.append((None, []))
            turns[-1][1].append((zone.start, zone.end))
    made = []
    for label, speech in turns:
        if not speech:
            continue
        speaker = None if label is None else cast.resolve(label)
        made.append(
            Attribution(
                id=make_id("attribution", report.id, *(f"{start}-{end}" for start, end in speech)),
                voice_id=None if speaker is None else cast.id_of(speaker),
                via=None,
                source=() if label is None else _spans(report, [label]),
                cue=(),
                content=_spans(report, speech),
                manner=Manner.DIRECT,
                evidence=(
                    Evidence(
                        kind="turn",
                        weight=4.0,
                        note="a turn of the transcript",
                        spans=_spans(report, [label] if label else []),
                    ),
                ),
            )
        )
    return tuple(made), cast.voices()


def _label(report: Report, start: int, end: int) -> Place:
    """Give a speaker's label without its colon."""
    label = report.text[start:end].rstrip().rstrip(":").rstrip()
    return start, start + len(label)


def is_transcript(report: Report) -> bool:
    """Say that a report is taken as what was said."""
    return report.form is Form.TRANSCRIPT or any(zone.kind is ZoneKind.SPEECH for zone in report.zones)
