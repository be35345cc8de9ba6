"""Where a quotation stops as if the sentence were over, and another report's goes on with what turns or limits it.

Whoever quotes chooses where to begin and to end: a part is no alteration by itself. But a sentence told as whole without its
"not", its "if" or its date says something else than what was said.
"""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Evidence, Span
from stemma.stories.pieces import Piece
from stemma.stories.touches import touches_of
from stemma.stories.verdicts import Told
from stemma.text.align import aligned
from stemma.text.sentences import sentences
from stemma.text.words import Word

GOES_ON, GOES_BEFORE = "goes-on", "goes-before"
_LEAST_WORDS = 4  # of a quotation that may stand for a sentence
_RUN = 3  # words by which its end is found in another's
_LONGEST_FRONT = 12
_LONGEST = 25  # words that go on: more are another thought
_TURNS = re.compile(
    r"(?i)(?:but|not|nor|though|although|unless|if|until|till|except|only if|yet|as long as|provided|before|once|when)\b"
    r"|(?:and|so|because) (?:\S+ ){0,4}?(?:not|never|no|nobody|nothing|cannot|\w+n['’]t)\b"
)
_LIMITS = frozenset(("polarity", "date", "number", "certainty"))
_LEADS_IN = re.compile(
    r"(?i)\b(?:not|never|no|nobody|nothing|cannot|\w+n['’]t|if|unless|would|could|might|may|although|though|perhaps|maybe|"
    r"some (?:people )?(?:say|said|think)|they (?:say|said|claim)|pretend|rumou?r|hardly|rarely|seldom|almost|nearly|only)\b"
    r"|\b(?:I|we) (?:\w+ )?(?:think|thought|believed?|suspect(?:ed)?|guess(?:ed)?|hoped?|expect(?:ed)?|fear(?:ed)?)\b"
    r"|\b(?:some|many|most|few|several|certain|half|part|none|one)(?: of)?\Z"
)
_LIMITS_AHEAD = re.compile(
    r"(?i)\b(?:if|unless|until|provided|perhaps|maybe)\b"
    r"|\b(?:in|for|on|at|to) (?:(?:a|the) )?(?:some|certain|limited|few|most|many)\b"
)  # what limits a sentence from its front
_WHOLE = re.compile(
    r"(?i)\b(?:not|no|nobody|nothing|none|never|nowhere|all|every|everybody|everyone|any|always|only|\w+n['’]t)\b"
)
_WHICH = frozenset(("that", "which", "who", "whose", "where"))  # without a comma, they say of which it holds
_ENDED = ".,!?;"


def find_cut_ends(stretches: Sequence[Piece], told: Told, against: str | None) -> tuple[Evidence, ...]:
    """Give the words with which another report's quotation goes on, or begins, if they turn or limit what is quoted here."""
    first, last = stretches[0], stretches[-1]
    if against is None or not first.is_marked or sum(len(one.words) for one in stretches) < _LEAST_WORDS:
        return ()
    if not _is_told_as_sentence(first, last):
        return ()
    own = [piece for piece in told[first.report.id] if piece.is_marked]
    found = [
        Evidence(kind=kind, weight=0.0, note=note, spans=(span,))
        for kind, note, spans in (
            (GOES_ON, "goes on with", _behind(last, told[against])),
            (GOES_BEFORE, "has before it", _ahead(first, told[against])),
        )
        for span in spans
        if not any(_has(piece, span, told[against]) for piece in own)
    ]
    return tuple({one.kind: one for one in reversed(found)}.values())


def _is_told_as_sentence(first: Piece, last: Piece) -> bool:
    """Say whether a quotation begins with a capital and ends with a mark, as what stands for a whole sentence does."""
    start, end = first.words[0].start, last.spans[-1].end
    is_ended = last.report.text[end - 1] in _ENDED or last.report.text[end + 1 : end + 2] == "."
    return first.report.text[start].isupper() and is_ended


def _behind(last: Piece, others: Sequence[Piece]) -> Iterator[Span]:
    """Give what follows the last words of a quotation in the same sentence of another's, if it turns or limits them."""
    run = [word.key for word in last.words[-_RUN:]]
    for other, words in _sentences(others):
        keys = [word.key for word in words]
        place = next((n for n in range(len(keys) - len(run)) if keys[n : n + len(run)] == run), None)
        rest = words[place + len(run) :] if place is not None else ()
        if 0 < len(rest) <= _LONGEST and _is_turned(other, words[len(words) - len(rest) - 1], rest):
            yield Span(other.report.id, rest[0].start, rest[-1].end)


def _ahead(first: Piece, others: Sequence[Piece]) -> Iterator[Span]:
    """Give what stands before the first words of a quotation in the same sentence of another's, if it takes them back."""
    run = [word.key for word in first.words[:_RUN]]
    for other, words in _sentences(others):
        keys = [word.key for word in words]
        place = next((n for n in range(1, len(keys) - len(run) + 1) if keys[n : n + len(run)] == run), 0)
        limits = _LIMITS_AHEAD.search(other.report.text, words[0].start, words[place].start) if place else None
        if limits is not None and place <= _LONGEST_FRONT:
            yield Span(other.report.id, words[0].start, words[place - 1].end)
            continue
        start = max((n for n in range(1, place) if _is_parted(other, words[n - 1], words[n])), default=0)
        ahead = words[start:place]
        if ahead and not _is_parted(other, ahead[-1], words[place]) and _leads_in(other, ahead):
            yield Span(other.report.id, ahead[0].start, ahead[-1].end)


def _is_parted(piece: Piece, left: Word, right: Word) -> bool:
    """Say whether a mark stands between two words that follow each other."""
    return not piece.report.text[left.end : right.start].isspace()


def _leads_in(piece: Piece, ahead: Sequence[Word]) -> bool:
    return _LEADS_IN.search(piece.report.text, ahead[0].start, ahead[-1].end) is not None


def _sentences(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Word]]]:
    for piece in (one for one in pieces if one.is_marked):
        for span in piece.spans:
            for start, end in sentences(piece.report.text, span.start, span.end):
                words = [word for word in piece.words if start <= word.start and word.end <= end]
                if words:
                    yield piece, words


def _is_turned(piece: Piece, before: Word, rest: Sequence[Word]) -> bool:
    """Say whether words that go on turn what stands before them, or limit it without a pause."""
    told = piece.report.text[rest[0].start : rest[-1].end]
    is_apart = _is_parted(piece, before, rest[0]) or rest[0].key in ("and", "which", "who", "so", "because")
    if _TURNS.match(told) is not None:
        return True
    if not _is_parted(piece, before, rest[0]) and rest[0].key in _WHICH:
        return _WHOLE.search(piece.report.text, piece.words[0].start, before.end) is not None
    return not is_apart and bool(touches_of(told.split(), [], begins=False) & _LIMITS)


def _has(piece: Piece, span: Span, others: Sequence[Piece]) -> bool:
    """Say whether a report has elsewhere in marks what it is told to have left out."""
    left = [word for other in others for word in other.words if span.start <= word.start and word.end <= span.end]
    return 2 * len(aligned(left, piece.words)) > len(left)
