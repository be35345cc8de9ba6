"""Pieces of what is said: each stretch in marks, each indirect content, each sentence of a transcript."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stemma.model import Attribution, Form, Manner, Reading, Report, Span, Stance, ZoneKind
from stemma.stories.rules import StoryRules
from stemma.stories.units import content_of
from stemma.text.align import aligned
from stemma.text.marks import Marked, marked
from stemma.text.sentences import sentences
from stemma.text.words import Word, words

_ASIDE = re.compile(
    r"\[[^\[\]]{1,60}\]|"
    r"\((?:[^()]{0,30}\b)?(?:inaudible|unintelligible|indistinct|unclear|crosstalk|cross[ -]talk|overlapping|laughter|"
    r"laughs|laughing|applause|cheers|cheering|pause|pauses|silence|music|off[ -]mic|ph|sic|phonetic)(?:\b[^()]{0,30})?\)",
    re.IGNORECASE,
)
CUE_WORDS = 3  # "the minister said"
_LEAST_BARE = 5  # words in marks that no attribution holds: shorter ones are titles and scare quotes


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of what one voice is given as saying; spans exclude the marks.

    `act` is shared by the pieces of one direct quotation that its cue interrupts; `is_found` marks plain words of a report
    that were found to be another report's quotation; `is_nobodys` says that the paragraph around these names no voice.
    `nested` are the quotations inside it, and `is_nested` says that it is one.
    """

    report: Report
    spans: tuple[Span, ...]
    is_marked: bool
    voice_id: str | None
    attribution: Attribution | None
    act: str | None = None
    is_found: bool = False
    is_nobodys: bool = False
    nested: tuple[Span, ...] = ()
    is_nested: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, offsets those of the report's text."""
        return tuple(w for span in self.spans for w in words(self.report.text, span.start, span.end))

    @cached_property
    def content(self) -> Mapping[str, int]:
        """Its content words: stem to rarity."""
        return content_of(word.key for word in self.words)

    @cached_property
    def own(self) -> frozenset[str]:
        """Its content words that are no names: all of them where nearly every word has a capital, as in a headline."""
        text = self.report.text
        small = frozenset(content_of(word.key for word in self.words if text[word.start].islower()))
        return small or frozenset(self.content)

    @property
    def is_name(self) -> bool:
        """Whether all its words have capitals: a name or a title is nobody's wording."""
        return all(not self.report.text[word.start].islower() for word in self.words)

    @property
    def key(self) -> tuple[str, int, int, bool]:
        """What orders and names it."""
        return (self.report.id, self.spans[0].start, self.spans[-1].end, self.is_marked)

    @property
    def is_transcript(self) -> bool:
        """Whether it is taken as what was said."""
        return self.report.form is Form.TRANSCRIPT


def pieces_of(report: Report, reading: Reading, rules: StoryRules, blocks: Sequence[Span] = ()) -> list[Piece]:
    """Give the pieces of one report in text order; its block quotations are as good as in marks."""
    if report.form is Form.TRANSCRIPT:
        return _turns(report, reading)
    stretches = marked(report.text)
    found: list[Piece] = []
    for attribution in reading.attributions:
        if attribution.content and not _is_silent(attribution):
            found.extend(_of_attribution(report, attribution, stretches, rules))
    covered = [span for piece in found if piece.is_marked for span in piece.spans]
    bare = [Span(report.id, one.inner_start, one.inner_end) for one in stretches if one.depth == 0]
    for span in (*(one for one in bare if _is_told(report, one)), *blocks):
        if not any(span.overlap(other) for other in covered):
            piece = Piece(report=report, spans=(span,), is_marked=True, voice_id=None, attribution=None)
            if len(piece.words) >= _LEAST_BARE:
                found.append(piece)
    told = [outer for piece in found if piece.words for outer in _with_nested(piece, stretches)]
    return sorted(told, key=lambda piece: piece.key)


def _with_nested(piece: Piece, stretches: Sequence[Marked]) -> list[Piece]:
    """Give a quotation, and each that it holds: its words are another's, and who quotes these is no wording of them."""
    if not piece.is_marked:
        return [piece]
    inner = [
        Span(piece.report.id, one.inner_start, one.inner_end) for one in stretches if one.depth == 1 and one.is_closed
    ]
    held = [span for span in inner if any(own.start < span.start and span.end < own.end for own in piece.spans)]
    nested = [
        Piece(report=piece.report, spans=(span,), is_marked=True, voice_id=None, attribution=None, is_nested=True)
        for span in held
    ]
    nested = [one for one in nested if _LEAST_BARE <= len(one.words) < len(piece.words)]
    return [replace(piece, nested=tuple(span for one in nested for span in one.spans)), *nested] if nested else [piece]


def _is_silent(attribution: Attribution) -> bool:
    """Say that nothing was said: no comment was made, nobody could confirm."""
    return attribution.stance in {Stance.DECLINES, Stance.UNVERIFIED} and attribution.manner is Manner.INDIRECT


def _is_told(report: Report, span: Span) -> bool:
    return any(zone.start <= span.start < zone.end for zone in report.zones if zone.kind is not ZoneKind.FURNITURE)


def _turns(report: Report, reading: Reading) -> list[Piece]:
    found = []
    for attribution in reading.attributions:
        for span in attribution.content:
            for start, end in sentences(report.text, span.start, span.end):
                found.append(
                    Piece(
                        report=report,
                        spans=_spoken(report, start, end),
                        is_marked=True,
                        voice_id=attribution.voice_id,
                        attribution=attribution,
                    )
                )
    return [piece for piece in found if piece.words]


def _spoken(report: Report, start: int, end: int) -> tuple[Span, ...]:
    """Give a sentence of a transcript without what its writer put into brackets: "[crosstalk]", "(inaudible)", "(laughter)"."""
    spans = []
    for aside in _ASIDE.finditer(report.text, start, end):
        spans.append(Span(report.id, start, aside.start()))
        start = aside.end()
    return tuple(span for span in (*spans, Span(report.id, start, end)) if span.start < span.end)


def _of_attribution(
    report: Report, attribution: Attribution, stretches: Sequence[Marked], rules: StoryRules
) -> Iterable[Piece]:
    bare = [_bare(report, span, stretches) for span in attribution.content]
    if attribution.manner is Manner.DIRECT:
        for span, _ in bare:
            yield Piece(
                report=report,
                spans=(span,),
                is_marked=True,
                voice_id=attribution.voice_id,
                attribution=attribution,
                act=attribution.id,
            )
        return
    for span, is_marked in bare:
        piece = Piece(
            report=report,
            spans=(span,),
            is_marked=True,
            voice_id=attribution.voice_id,
            attribution=attribution,
        )
        if is_marked and len(piece.words) >= rules.least_marked_words:
            yield piece
    yield Piece(
        report=report,
        spans=tuple(span for span, _ in bare),
        is_marked=False,
        voice_id=attribution.voice_id,
        attribution=attribution,
    )


def _bare(report: Report, span: Span, stretches: Sequence[Marked]) -> tuple[Span, bool]:
    """Give a content span without its outer marks, and whether it stood in marks."""
    for stretch in stretches:
        if stretch.depth == 0 and stretch.start <= span.start < stretch.end and span.end <= stretch.end + 1:
            start, end = max(span.start, stretch.inner_start), min(span.end, stretch.inner_end)
            if start < end:
                return Span(report.id, start, end), True
    return span, False


def goes_on(here: Piece, there: Piece) -> bool:
    """Say whether a stretch in marks goes on another of its report: nothing but their cue stands between them."""
    between = here.report.text[here.spans[-1].end : there.spans[0].start]
    return len(words(between)) <= CUE_WORDS or (here.act is not None and here.act == there.act)


def has_words(one: Piece, other: Piece, share: float = 1.0) -> bool:
    """Say whether so many of a piece's words (other) stand in another in order."""
    return len(aligned(one.words, other.words)) >= share * len(other.words)
