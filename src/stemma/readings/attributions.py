"""Attributions: who is given as saying what, from the drafts the rules made and the voices they belong to."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from stemma.model import (
    Attribution,
    Citation,
    Evidence,
    Form,
    Manner,
    Name,
    NameKind,
    Report,
    Span,
    Voice,
    VoiceKind,
    ZoneKind,
    make_id,
)
from stemma.readings.bonds import Bond
from stemma.readings.chains import (
    cited_in,
    is_citing,
    is_own_name,
    quoted_by,
    quoted_in,
    reports_news,
    retold_in,
    understands,
)
from stemma.readings.drafts import Draft, Place, pieces
from stemma.readings.introductions import introduced
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.phrases import phrase_before
from stemma.readings.relays import Relays
from stemma.readings.sentence import PREPOSITIONS, Sentence
from stemma.readings.stances import stance_of
from stemma.readings.voices import Around, Cast, Speaker
from stemma.text.marks import Marked

_WHO = frozenset("who which that".split())


def attribute(
    report: Report,
    drafts: Sequence[Draft],
    stretches: Sequence[Marked],
    names: Sequence[Name],
    citations: Sequence[Citation] = (),
    sentences: Sequence[Sentence] = (),
) -> tuple[tuple[Attribution, ...], tuple[Voice, ...]]:
    """Give the attributions of a report in text order, and the voices they belong to."""
    outer = [stretch for stretch in stretches if stretch.depth == 0]
    sources = [one.source[0] for one in drafts if one.source]
    cast = Cast(report, names, outer, introduced(report, sources, names), sentences, citations)
    speakers, cited = _speakers(drafts, cast, names)
    for one, account in retold_in(drafts):
        one.parent = account
        cited |= {id(one): by for by in [speakers[id(account)]] if by is not None}
    drafts = _without_topics(_without_citing(drafts, cited), speakers, names)
    ids = {id(one): _id(report, one) for one in drafts}
    relays = Relays(report=report, cast=cast, drafts=drafts, speakers=speakers, cited=cited, citations=citations)
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
                via=relays.via(one),
                source=_spans(report, one.source),
                cue=_spans(report, one.cue),
                content=tuple(Span(report.id, start, end) for start, end, _ in content),
                manner=manner,
                stance=stance_of(one),
                parent_id=None if one.parent is None else ids[id(one.parent)],
                evidence=_evidence(report, one, speaker, manner),
            )
        )
    return tuple(sorted(made, key=lambda one: (one.content[0].start, one.id))), cast.voices()


def _id(report: Report, one: Draft) -> str:
    return make_id("attribution", report.id, *(f"{start}-{end}" for start, end in (*one.content, *one.cue)))


def _spans(report: Report, places: Sequence[Place]) -> tuple[Span, ...]:
    return tuple(Span(report.id, start, end) for start, end in places)


def _speakers(
    drafts: Sequence[Draft], cast: Cast, names: Sequence[Name]
) -> tuple[dict[int, Speaker | None], dict[int, Speaker]]:
    """Give the speaker of every draft, and the newsroom that cites him; mentions are resolved as they stand."""
    found: dict[int, Speaker | None] = {}
    by_newsroom: dict[int, Speaker] = {}
    starts = {name.span.start for name in names}
    for one in sorted(drafts, key=_mentioned_at):
        parent = None if one.parent is None else found.get(id(one.parent))
        passive = quoted_by(one)
        if passive is not None:
            found[id(one)] = cast.resolve(passive[0])
            by = cast.resolve(passive[1])
            by_newsroom |= {} if by is None else {id(one): by}
            continue
        source = _source(one, starts)
        speaker = cast.resolve(source[0], _around(one, source[0], parent)) if source else None
        if speaker is not None and _is_newsroom(one, speaker, cast):
            speaker.kind = VoiceKind.NEWSROOM
        cited = cited_in(one) if speaker is not None and speaker.kind is VoiceKind.NEWSROOM else None
        cited = _quoted(one) or cited
        if cited is not None and speaker is not None:
            by_newsroom[id(one)] = speaker
            speaker = cast.resolve(cited)
        found[id(one)] = speaker
    return found, by_newsroom


def _is_newsroom(one: Draft, speaker: Speaker, cast: Cast) -> bool:
    """Say that whoever "reported" or "understands" is a newsroom: nothing shows him a person, or the outlet is called so."""
    if understands(one):
        return cast.is_unknown(speaker) or is_own_name(speaker.name, cast.report)
    return reports_news(one) and cast.is_unknown(speaker)


def _quoted(one: Draft) -> Place | None:
    """Give the place of whom a draft quotes, whose words alone are then its content ("quoted an aide as saying it was so")."""
    found = quoted_in(one)
    if found is None:
        return None
    who, said = found
    one.content[0] = said
    if one.sentence.text.startswith(" as ", who[1]) and one.cue[-1][1] < who[0]:
        one.cue = (*one.cue, (who[1] + 1, one.sentence.text.index(" ", who[1] + 4)))  # "quoted", "as saying"
    return who


def _without_citing(drafts: Sequence[Draft], cited: Mapping[int, Speaker]) -> list[Draft]:
    """Leave out what has no words but whom another draft of its sentence cites."""
    citing = {one.sentence.start for one in drafts if id(one) in cited}
    return [one for one in drafts if id(one) in cited or not (is_citing(one) and one.sentence.start in citing)]


_SUBJECT = re.compile(
    r"(?:(?P<pronoun>\b(?:he|she|they|it|I|we))|(?:^|[.,;”\"]\s)(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*))\s+"
    r"(?:(?:\w+ly|also|later|once|had|has|have|then)\s+)?$"
)
_BEHIND = re.compile(r"\s(?P<name>(?:[Hh]e|[Ss]he|[A-Z][\w’-]+(?: [A-Z][\w’-]+)*))(?=\s?[.,])")


def _source(one: Draft, starts: Collection[int]) -> tuple[Place, ...]:
    """Give the source of a draft; where a reader found none outside its content, what stands right beside its cue."""
    if (one.source and not _is_said(one, one.source[0][0])) or not one.cue:
        return one.source
    first, last = one.cue[0][0], one.cue[-1][1]
    before = _SUBJECT.search(one.sentence.text[one.sentence.start : first])
    behind = _BEHIND.match(one.sentence.text, last, one.sentence.end)
    if before is not None:
        start, end = (one.sentence.start + place for place in before.span(before.lastgroup or 0))
        is_somebody = before.lastgroup == "pronoun" or start in starts
        return one.source if _is_said(one, start) or not is_somebody else ((start, end),)
    return one.source if behind is None or _is_said(one, behind.start("name")) else (behind.span("name"),)


def _around(one: Draft, source: Place, parent: Speaker | None) -> Around:
    """Give what stands around the source of a draft."""
    return Around(antecedent=_antecedent(one, source), parent=parent, hearer=_hearer(one))


def _hearer(one: Draft) -> Place | None:
    """Give the place right behind a cue where it may be told whom one speaks to ("he told Ada Orr")."""
    if not one.cue:
        return None
    found = _TO.match(one.sentence.text, one.cue[-1][1], one.sentence.end)
    return None if found is None else found.span()


_TO = re.compile(r"(?:\s(?:to|with|the|[\w’'-]+))?\s(?:[A-Z][\w.’'-]*\s?)+")


def _is_said(one: Draft, place: int) -> bool:
    return any(start <= place < end for start, end in one.content)


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
    return speaker.name in places or (is_thing and not is_somebody and not words & _FINDING)


_FINDING = frozenset("report reports study poll survey sources".split())  # "Report: fund is empty" says who says it


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


def _antecedent(one: Draft, source: Place) -> Place | None:
    """Give the place of what a relative pronoun goes back to, None where there is none."""
    sentence = one.sentence
    place = bisect_left(sentence.starts, source[0])
    is_here = place < len(sentence) and sentence.starts[place] == source[0]  # a reader's source may stand elsewhere
    if not is_here or sentence.keys[place] not in _WHO:
        return None
    while place > 0 and sentence.keys[place - 1] in {",", "and", "but"}:
        place -= 1
    phrase = phrase_before(sentence, place) or _bare_phrase(sentence, place)
    if phrase is None:
        return None
    first = phrase[0]
    while first < phrase[1] - 1 and sentence.keys[first] in PREPOSITIONS:
        first += 1
    return sentence.starts[first], sentence.ends[phrase[1] - 1]


def _bare_phrase(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Give the few words before a place that follow a preposition ("hailed by some activists, who said")."""
    first = last
    while first > max(0, last - 5) and sentence.is_word(first - 1) and sentence.keys[first - 1] not in PREPOSITIONS:
        first -= 1
    is_behind = first > 0 and sentence.keys[first - 1] in {"by", "from", "with"}
    return (first, last) if is_behind and first < last else None


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
