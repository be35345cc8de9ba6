"""Whether two reports give the same words to two voices: each by its name beside the words, for who is meant else is a guess."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Evidence
from stemma.stories.descent import Descent
from stemma.stories.pieces import Piece
from stemma.stories.speakers import has_name
from stemma.text.words import words

VOICES = "voices"  # evidence: to whom the same words are given here and there
_HERE = " here, to "
_SPOKESMAN = re.compile(
    r"(?i)\b(?:spokes\w+|press (?:officer|secretary)|representative|lawyer|solicitor|attorney|publicist)\b"
)
_SMALL = frozenset("of the and for in on to at de la le von van der den di da del al bin".split())  # in names


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """What judging a wording needs of the story: who descends from whom, who speaks in a transcript, who is named."""

    descent: Descent
    speakers: frozenset[str | None]
    named: frozenset[str]
    persons: frozenset[str]
    names: Mapping[str, str]


def is_reattributed(piece: Piece, other: Piece, court: Court) -> bool:
    """Say whether two give the same words to two voices, each by its name beside the words.

    Where the other's name stands in the same paragraph too, the voice may have been read wrongly, or quotes the other.
    """
    one, two = piece.voice_id, other.voice_id
    if one == two or not is_named(piece, one, court) or not is_named(other, two, court):
        return False
    if _speaks_for(piece, two, court) or _speaks_for(other, one, court):
        return False
    passed_on = {told.attribution.via for told in (piece, other) if told.attribution is not None}
    return not ({one, two} & passed_on or _mentions(piece, two, court) or _mentions(other, one, court))


def _speaks_for(piece: Piece, voice_id: str | None, court: Court) -> bool:
    """Say whether some words are given to a spokesman where the other voice is a body: whose words they are is no question."""
    told = " ".join(one.cut(piece.report.text) for one in piece.attribution.source) if piece.attribution else ""
    return voice_id not in court.persons and _SPOKESMAN.search(told) is not None


def given_to(piece: Piece, others: Sequence[Piece], court: Court) -> Evidence:
    """Give to whom two reports give the same words, with the places that say so."""
    other = next(one for one in others if is_reattributed(piece, one, court))
    named = [court.names[one.voice_id or ""] for one in (piece, other)]
    sources = [one.attribution.source[0] for one in (piece, other) if one.attribution is not None]
    note = f"given to {named[0]}{_HERE}{named[1]} there"
    return Evidence(kind=VOICES, weight=0.0, note=note, spans=tuple(sources))


def names_in(given: Evidence) -> tuple[str, ...]:
    """Give to whom some words are given here, and to whom there."""
    return tuple(given.note.removeprefix("given to ").removesuffix(" there").split(_HERE))


def is_named(piece: Piece, voice_id: str | None, court: Court) -> bool:
    """Say whether the attribution itself has a voice's name, in the paragraph of the words: who is meant elsewhere is a guess."""
    attribution, text = piece.attribution, piece.report.text
    if voice_id not in court.named or attribution is None or not attribution.source:
        return False
    if any(word.islower() and word not in _SMALL for word in court.names[voice_id].split()):
        return False  # "the Swedish company" describes somebody
    if piece.is_transcript:
        return True  # all of a turn is its speaker's
    start = min(attribution.source[0].start, piece.spans[0].start)
    end = max(attribution.source[-1].end, piece.spans[-1].end)
    behind = text[attribution.source[-1].end : piece.spans[0].start]
    if "\n" in text[start:end] or any(mark in behind for mark in ".?!"):  # '"A," X said. "B," Y said.': not each is X's
        return False
    return has_name(attribution, piece.report, court.names[voice_id])


def _mentions(piece: Piece, voice_id: str | None, court: Court) -> bool:
    """Say whether the last word of a voice's name stands in the paragraph of some words."""
    text = piece.report.text
    start, end = text.rfind("\n", 0, piece.spans[0].start) + 1, text.find("\n", piece.spans[-1].end)
    keys = {word.key for word in words(text, start, end if end >= 0 else None)}
    return not keys.isdisjoint(word.key for word in words(court.names[voice_id or ""])[-1:])
