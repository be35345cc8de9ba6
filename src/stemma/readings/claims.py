"""Claims: the finite clauses of a report that state something, and inside whose attribution each stands."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Attribution, Claim, Report, Span, Stance, ZoneKind, make_id
from stemma.readings.clauses import cut, trimmed
from stemma.readings.finiteness import DETERMINERS, PREPOSITIONS, Token, first_finite, has_finite_verb, tokenize
from stemma.readings.mainclauses import has_main_verb
from stemma.readings.modality import certainty_of, polarity_of
from stemma.readings.scopes import scopes_of
from stemma.readings.stretches import Stretch, is_in, paints_of, says_something, stretches_of
from stemma.readings.verbs import BASES, PASTS, PASTS_OR_PARTICIPLES, THIRDS, is_regular_past
from stemma.text.sentences import sentences

_READ = frozenset((ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.BODY, ZoneKind.SPEECH))
_IMPERATIVE = re.compile(
    r"(?:just )?(?:please|click|read|follow|subscribe|sign up|see (?:also|more|below)|watch|listen|let us|let's|let’s|don't|"
    r"don’t|do not|consider|imagine|remember|note|check|call|contact|"
    r"email|e-mail|visit|download|join us|share|scroll|stay tuned|stop|look|"
    r"tell|ask|give|go|come|take|make sure)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"'”’»)\]\s]*$")
_BIDDING = frozenset(("please", "do", "don't", "let", "let's"))
_FEWEST_WORDS = 2
_FEWEST_IN_SENTENCE = 6
_NO_FINITE = frozenset(("to", "and", "or", "not", "be", "been", "being", "having", "most", "more", "as"))
_NO_OBJECT = frozenset((".", "of", "and", "or"))
_TEMPORAL = frozenset(("before", "after", "while", "when"))
_ASKED = re.compile(r"[\s\"'”’]{0,3}\?")
_NO_FINITE_BEHIND = DETERMINERS | PREPOSITIONS | _NO_FINITE
_LEADING_ON = DETERMINERS | PREPOSITIONS
_BREAK = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Prof|No|vs|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)


def find_claims(report: Report, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Give what a report states, clause by clause, in text order.

    Read are headline, standfirst, subheads, body and speech. A clause inside an attribution's content carries the id of
    the innermost one; the clause of the cue ("she said") is no claim. Content that states nothing without its cue ("asked
    for help") makes the whole sentence one claim of the reporter. Sentences are cut at coordinated, subordinate and
    non-restrictive relative clauses where both sides surely have a verb of their own; conditions stay with what they
    condition. Questions and commands are no claims. Spans leave out marks and conjunctions at the ends. Never raises.
    """
    paints = paints_of(attributions)
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
                for stretch in stretches_of(report.text, left, right, near):
                    for claim in _claims(report, stretch, zone.kind):
                        claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.spans[0].start, claim.spans[-1].end)))


def _inner_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at the sentences inside its quotation marks too."""
    offset = start
    for found in _BREAK.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, found.start() - 8), found.start() + 1):
            yield offset, found.end()
            offset = found.end()
    if offset < end:
        yield offset, end


def _claims(report: Report, stretch: Stretch, kind: ZoneKind) -> Iterator[Claim]:
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
    if not stating and owner is not None and owner.stance is not Stance.ASKS and says_something(text, tokens):
        stating = [trimmed(tokens)]
    if not stating and not is_line and not stretch.cues and _tells(text, tokens):
        stating = [trimmed(tokens)]
    for clause in stating:
        claim = _claim(report, stretch, _without_cue(clause, stretch))
        if claim is not None:
            yield claim


def _tells(text: str, tokens: Sequence[Token]) -> bool:
    """Say that a whole sentence has at least a word that may be its verb, though the words beside it do not show it."""
    words = [token for token in tokens if token.key[0].isalnum()]
    is_sentence = len(words) >= _FEWEST_IN_SENTENCE and words[0].is_capital and text[words[-1].end :][:1] == "."
    return is_sentence and any(_may_be_verb(tokens, place) for place in range(1, len(tokens) - 1))


def _may_be_verb(tokens: Sequence[Token], place: int) -> bool:
    token, before, after = tokens[place], tokens[place - 1].key, tokens[place + 1].key
    if token.is_capital or before in _NO_FINITE_BEHIND or after in _NO_OBJECT:
        return False
    if is_regular_past(token.key) or token.key in PASTS_OR_PARTICIPLES:
        return after != "by"
    return token.key in THIRDS or (token.key in BASES and after in _LEADING_ON)


def _has_verb(clause: Sequence[Token], stretch: Stretch, *, is_line: bool) -> bool:
    """Say that a clause has a finite verb beside those in the words that name a voice."""
    verb = first_finite(clause)
    while verb is not None and any(start <= clause[verb].start < end for start, end in stretch.named):
        verb = first_finite(clause, verb + 1)
    if verb is not None:
        return not stretch.cues or stretch.owner is not None or has_main_verb(clause)
    return _has_participle(clause, is_line=is_line)


def _without_cue(clause: list[Token], stretch: Stretch) -> list[Token]:
    """Leave out the words at a clause's end that name who says what follows ("the bridge fell, when Roe said")."""
    last = len(clause)
    while last and (not clause[last - 1].key[0].isalnum() or is_in(clause[last - 1], stretch.named)):
        last -= 1
    is_verb = any(is_in(token, stretch.cues) and _is_verbal(token.key) for token in clause[last:])
    while is_verb and last and clause[last - 1].key in PREPOSITIONS | _TEMPORAL:
        last -= 1
    return trimmed(clause[:last]) if is_verb and has_finite_verb(clause[:last]) else clause


def _is_verbal(key: str) -> bool:
    return (
        key.endswith("ing")
        or key in PASTS
        or key in PASTS_OR_PARTICIPLES
        or key in THIRDS
        or key in BASES
        or is_regular_past(key)
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
    return len(tokens) > 1 and tokens[0].key not in _BIDDING and has_finite_verb(tokens[:2])


def _has_participle(clause: Sequence[Token], *, is_line: bool) -> bool:
    """Say that a headline leaves out its auxiliary ("Three killed in blast"), or a clause begins with its past."""
    pasts = [token.key for token in (clause[1:] if is_line else clause[:1])]
    return any(is_regular_past(key) or key in PASTS_OR_PARTICIPLES or (is_line and key in THIRDS) for key in pasts)


def _claim(report: Report, stretch: Stretch, clause: Sequence[Token]) -> Claim | None:
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
        scopes=scopes_of(spans, report.text),
    )


def _spans(report_id: str, stretch: Stretch, clause: Sequence[Token]) -> Iterator[Span]:
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


def _piece(stretch: Stretch, token: Token) -> int:
    if len(stretch.pieces) == 1:
        return 0
    return next(place for place, (start, end) in enumerate(stretch.pieces) if start <= token.start < end)
