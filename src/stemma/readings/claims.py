"""Claims: the finite clauses of a report that state something, and inside whose attribution each stands."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from stemma.model import Attribution, Claim, Report, Span, Stance, ZoneKind, make_id
from stemma.readings.clauses import cut, trimmed
from stemma.readings.finiteness import Token, first_finite, has_finite_verb, tokenize
from stemma.readings.modality import certainty_of, polarity_of
from stemma.readings.verbs import BASES, PASTS_OR_PARTICIPLES, THIRDS, is_regular_past
from stemma.text.sentences import sentences

_READ = frozenset((ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.BODY, ZoneKind.SPEECH))
_IMPERATIVE = re.compile(
    r"(?:please|click|read|follow|subscribe|sign up|see (?:also|more|below)|watch|listen|let us|let's|let’s|don't|don’t|do not|"
    r"consider|imagine|remember|note|check|call|contact|email|e-mail|visit|download|join us|share|scroll|stay tuned|stop|look|"
    r"tell|ask|give|go|come|take|make sure)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"'”’»)\]\s]*$")
_FEWEST_WORDS = 2
_FEWEST_IN_PHRASE = 3
_MARKS = frozenset('"“”«»„')
_ASKED = re.compile(r"[\s\"'”’]{0,3}\?")
_BREAK = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Prof|No|vs|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)


class _Part(Enum):
    """What a stretch is in an attribution."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


class _Paint(NamedTuple):
    """A stretch of the text that an attribution names: its content, its cue or its source."""

    start: int
    end: int
    owner: Attribution
    part: _Part


class _Stretch(NamedTuple):
    """Pieces of one sentence with one owner: an attribution, or None for the reporter; `named` only names a voice."""

    owner: Attribution | None
    pieces: tuple[tuple[int, int], ...]
    named: tuple[tuple[int, int], ...] = ()
    cues: tuple[tuple[int, int], ...] = ()


def find_claims(report: Report, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Give what a report states, clause by clause, in text order.

    Read are headline, standfirst, subheads, body and speech. A clause inside an attribution's content carries the id of
    the innermost one; the clause of the cue ("she said") is no claim. Content without a finite verb of its own ("to leave
    the city") is one claim. Sentences are cut at coordinated, subordinate and non-restrictive relative clauses where
    both sides surely have a verb of their own; conditions stay with what they condition. Questions and commands are no
    claims. Spans leave out marks and conjunctions at the ends. Never raises.
    """
    paints = _paints(attributions)
    claims: dict[str, Claim] = {}
    headlines: set[str] = set()
    for zone in report.zones:
        headline = report.text[zone.start : zone.end].casefold() if zone.kind is ZoneKind.HEADLINE else None
        if zone.kind not in _READ or headline in headlines:
            continue  # a headline is often given twice, in two cases
        if headline is not None:
            headlines.add(headline)
        near = [paint for paint in paints if paint.start < zone.end and zone.start < paint.end]
        for start, end in sentences(report.text, zone.start, zone.end):
            for left, right in _inner_sentences(report.text, start, end):
                for stretch in _stretches(report.text, left, right, near):
                    for claim in _claims(report, stretch, zone.kind):
                        claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.spans[0].start, claim.spans[-1].end)))


def _paints(attributions: Sequence[Attribution]) -> list[_Paint]:
    """Give the stretches that attributions own, outer ones first, so that a later one lies over an earlier."""
    order = sorted(
        attributions,
        key=lambda one: (-sum(span.end - span.start for span in one.content), one.id),
    )
    paints = []
    for attribution in order:
        for part, spans in (
            (_Part.CONTENT, attribution.content),
            (_Part.CUE, attribution.cue),
            (_Part.SOURCE, attribution.source),
        ):
            paints += [_Paint(span.start, span.end, attribution, part) for span in spans]
    return paints


def _inner_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at the sentences inside its quotation marks too."""
    offset = start
    for found in _BREAK.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, found.start() - 8), found.start() + 1):
            yield offset, found.end()
            offset = found.end()
    if offset < end:
        yield offset, end


def _stretches(text: str, start: int, end: int, paints: Sequence[_Paint]) -> list[_Stretch]:
    """Give the pieces of one sentence by owner; an attribution's pieces belong together, the reporter's own stand alone."""
    inside = [paint for paint in paints if paint.start < end and start < paint.end]
    inside = _speaking(text, start, end, inside)
    if not inside:
        return [_Stretch(None, ((start, end),))]
    bounds = sorted(
        {start, end, *(min(max(edge, start), end) for paint in inside for edge in (paint.start, paint.end))}
    )
    told: dict[str, tuple[Attribution, list[tuple[int, int]]]] = {}
    own: list[list[tuple[int, int]]] = [[]]
    named = []
    for left, right in pairwise(bounds):
        over = [paint for paint in inside if paint.start <= left and right <= paint.end]
        owner = next((paint.owner for paint in reversed(over) if paint.part is _Part.CONTENT), None)
        if over and over[-1].part is not _Part.CONTENT:
            named.append((left, right))
        if owner is None and over and over[-1].part is _Part.CUE:
            while own[-1] and own[-1][-1] in named and own[-1][-1][1] >= left - 1:
                own[-1].pop()  # the subject of the cue goes with it
            own.append([])  # the reporter's own words before a cue and behind it do not go together
            continue
        if owner is not None:
            told.setdefault(owner.id, (owner, []))[1].append((left, right))
            own.append([])
        else:
            own[-1].append((left, right))
    stretches = [_Stretch(None, _joined(pieces), tuple(named)) for pieces in own if pieces]
    return stretches + [_Stretch(owner, _joined(pieces), tuple(named)) for owner, pieces in told.values() if pieces]


def _joined(pieces: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join pieces that follow each other at once."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _speaking(text: str, start: int, end: int, paints: Sequence[_Paint]) -> list[_Paint]:
    """Leave out the attributions whose content in this sentence states nothing ("he asked for help"): the act is told."""
    silent = set()
    for paint in paints:
        pieces = [other for other in paints if other.owner.id == paint.owner.id and other.part is _Part.CONTENT]
        tokens = [token for one in pieces for token in tokenize(text, max(start, one.start), min(end, one.end))]
        is_asking = paint.owner.stance is Stance.ASKS
        if tokens and not has_finite_verb(tokens) and (is_asking or not _says_something(text, tokens)):
            silent.add(paint.owner.id)
    return [paint for paint in paints if paint.owner.id not in silent]


def _claims(report: Report, stretch: _Stretch, kind: ZoneKind) -> Iterator[Claim]:
    """Give the claims of one stretch: its clauses that state something, or the whole of a content without a verb."""
    text, owner = report.text, stretch.owner
    tokens = [token for start, end in stretch.pieces for token in tokenize(text, start, end)]
    last = stretch.pieces[-1][1]
    is_question = _QUESTION.search(text[max(0, last - 4) : last].rstrip()) or _ASKED.match(text, last)
    if not tokens or is_question or _is_command(text, tokens, owner):
        return
    is_line = kind in (ZoneKind.HEADLINE, ZoneKind.SUBHEAD)
    clauses = [tokens] if is_line else cut(tokens)
    stating = [clause for clause in clauses if _has_verb(clause, stretch, is_line=is_line)]
    if not stating and owner is not None and owner.stance is not Stance.ASKS and _says_something(text, tokens):
        stating = [trimmed(tokens)]
    for clause in stating:
        claim = _claim(report, stretch, clause)
        if claim is not None:
            yield claim


def _has_verb(clause: Sequence[Token], stretch: _Stretch, *, is_line: bool) -> bool:
    """Say that a clause has a finite verb beside those in the words that name a voice."""
    verb = first_finite(clause)
    while verb is not None and any(start <= clause[verb].start < end for start, end in stretch.named):
        verb = first_finite(clause, verb + 1)
    return verb is not None or _has_participle(clause, is_line=is_line)


def _says_something(text: str, tokens: Sequence[Token]) -> bool:
    """Say that content without a finite verb is more than a topic: a phrase in marks, or one with a verb ("to leave")."""
    if sum(token.key[0].isalnum() for token in tokens) < _FEWEST_IN_PHRASE:
        return False
    is_marked = any(token.key in _MARKS for token in tokens) or text[tokens[0].start - 1 : tokens[0].start] in _MARKS
    has_infinitive = any(
        left.key == "to" and right.key in BASES | {"be", "have", "do"} for left, right in pairwise(tokens)
    )
    return (
        is_marked
        or has_infinitive
        or bool({tokens[0].key.removesuffix("ing"), tokens[0].key.removesuffix("ing") + "e"} & BASES)
    )


def _is_command(text: str, tokens: Sequence[Token], owner: Attribution | None) -> bool:
    """Say that a sentence begins with a command; content that goes on after its cue may begin small."""
    first = next((token for token in tokens if token.key[0].isalnum()), None)
    if first is None:
        return True
    is_opening = owner is None or first.is_capital
    return is_opening and _IMPERATIVE.match(text, first.start, tokens[-1].end) is not None and not _has_subject(tokens)


def _has_subject(tokens: Sequence[Token]) -> bool:
    """Say that the first word is after all a subject: a verb in its finite form follows it at once."""
    return len(tokens) > 1 and has_finite_verb(tokens[:2])


def _has_participle(clause: Sequence[Token], *, is_line: bool) -> bool:
    """Say that a headline leaves out its auxiliary ("Three killed in blast"), or a clause begins with its past."""
    pasts = [token.key for token in (clause[1:] if is_line else clause[:1])]
    return any(is_regular_past(key) or key in PASTS_OR_PARTICIPLES or (is_line and key in THIRDS) for key in pasts)


def _claim(report: Report, stretch: _Stretch, clause: Sequence[Token]) -> Claim | None:
    spans = tuple(_spans(report.id, stretch, clause))
    if sum(token.key[0].isalnum() for token in clause) < _FEWEST_WORDS:
        return None
    words = " ".join(span.cut(report.text) for span in spans)
    owner_id = stretch.owner.id if stretch.owner is not None else None
    return Claim(
        id=make_id("claim", report.id, *(f"{span.start}:{span.end}" for span in spans)),
        report_id=report.id,
        spans=spans,
        attribution_id=owner_id,
        certainty=certainty_of(words, is_attributed=owner_id is not None),
        polarity=polarity_of(words),
    )


def _spans(report_id: str, stretch: _Stretch, clause: Sequence[Token]) -> Iterator[Span]:
    """Give the spans of a clause: one for each row of its words that nothing interrupts."""
    row: list[Token] = []
    for token in clause:
        if row and (token.place != row[-1].place + 1 or _piece(stretch, token) != _piece(stretch, row[-1])):
            yield from _span(report_id, row)
            row = []
        row.append(token)
    yield from _span(report_id, row)


def _span(report_id: str, row: Sequence[Token]) -> Iterator[Span]:
    words = [token for token in row if token.key[0].isalnum()]
    if words:
        yield Span(report_id, words[0].start, words[-1].end)


def _piece(stretch: _Stretch, token: Token) -> int:
    return next(place for place, (start, end) in enumerate(stretch.pieces) if start <= token.start < end)
