"""Stretches: the words of one sentence by who states them, an attribution or the reporter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from stemma.model import Attribution, Stance
from stemma.readings.finiteness import DETERMINERS, PREPOSITIONS, Token, first_finite, has_finite_verb, tokenize
from stemma.readings.mainclauses import has_main_verb
from stemma.readings.verbs import BASES, BE

_FEWEST_IN_PHRASE = 3
_INFINITIVES = BASES | {"be", "have", "do"}
_LONGEST_LINK = 8  # characters between a cue and its content: " that ", ": "
_MARKS = frozenset('"“”«»„')
_ASKING = frozenset("how why whether what where when which who".split())
_SAYING = frozenset(
    "said says say saying told tells added adds argued argues claimed claims noted notes wrote writes insisted insists asks "
    "warned warns stated states believes believed thinks thought according".split()
)
_BINDING = frozenset(  # whose infinitive says what shall be: the rest ("tried to leave") tells the act
    "vow promise pledge urge call demand order threaten agree plan offer warn tell ask swear propose decide advise "
    "encourage invite command request recommend instruct beg press appeal commit told sworn calls calling".split()
)


class Part(Enum):
    """What a stretch is in an attribution."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


class Paint(NamedTuple):
    """A stretch of the text that an attribution names: its content, its cue or its source."""

    start: int
    end: int
    owner: Attribution
    part: Part


class Stretch(NamedTuple):
    """Pieces of one sentence with one owner: an attribution, or None for the reporter; `named` only names a voice."""

    owner: Attribution | None
    pieces: tuple[tuple[int, int], ...]
    named: tuple[tuple[int, int], ...] = ()
    cues: tuple[tuple[int, int], ...] = ()


def paints_of(attributions: Sequence[Attribution]) -> list[Paint]:
    """Give the stretches that attributions own, outer ones first, so that a later one lies over an earlier."""
    order = sorted(
        attributions,
        key=lambda one: (-sum(span.end - span.start for span in one.content), one.id),
    )
    paints = []
    for attribution in order:
        for part, spans in (
            (Part.CONTENT, attribution.content),
            (Part.CUE, attribution.cue),
            (Part.SOURCE, attribution.source),
        ):
            paints += [Paint(span.start, span.end, attribution, part) for span in spans]
    return paints


def stretches_of(text: str, start: int, end: int, paints: Sequence[Paint]) -> list[Stretch]:
    """Give the pieces of one sentence by owner; an attribution's pieces belong together, the reporter's own stand alone."""
    inside = [paint for paint in paints if paint.start < end and start < paint.end]
    inside = _speaking(text, start, end, inside)
    if not inside:
        return [Stretch(None, ((start, end),))]
    edges = {min(max(edge, start), end) for paint in inside for edge in (paint.start, paint.end)}
    gathering = _Gathering(text=text)
    for left, right in pairwise(sorted({start, end, *edges})):
        gathering.take(left, right, [paint for paint in inside if paint.start <= left and right <= paint.end])
    return gathering.stretches()


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """The pieces of one sentence as they are taken from left to right."""

    text: str
    told: dict[str, tuple[Attribution, list[tuple[int, int]]]] = field(default_factory=dict)
    own: list[list[tuple[int, int]]] = field(default_factory=lambda: [[]])
    named: list[tuple[int, int]] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)
    governed: str | None = None  # the attribution that the reporter's own clause needs ("tried to calm fears that ...")

    def take(self, left: int, right: int, over: Sequence[Paint]) -> None:
        """Take the next piece with the paints that lie over it, the innermost last."""
        owner = next((paint.owner for paint in reversed(over) if paint.part is Part.CONTENT), None)
        part = over[-1].part if over else None
        is_behind_cue = bool(self.cues) and left - self.cues[-1][1] <= 1 and not self.own[-1]
        is_governed = part is Part.CUE and owner is None and _governs(self.text, self.own[-1], left, right)
        if part in (Part.CUE, Part.SOURCE) and not is_governed:
            self.named.append((left, right))
        if part is Part.CUE:
            self.cues.append((left, right))
        if owner is not None:
            self._take_told(left, right, owner)
        elif is_governed:
            self.own[-1].append((left, right))
            self.governed = over[-1].owner.id
        elif part is Part.CUE:
            self._part_at_cue(left)
        elif not (part is Part.SOURCE and is_behind_cue):  # not the subject behind its cue ("said Roe")
            self._take_own(left, right)

    def _take_told(self, left: int, right: int, owner: Attribution) -> None:
        self.told.setdefault(owner.id, (owner, []))[1].append((left, right))
        if owner.id == self.governed:
            self.own[-1].append((left, right))
        else:
            self.own.append([])

    def _take_own(self, left: int, right: int) -> None:
        if not self.own[-1] and not self.text[left:right].strip():
            return
        if self.governed is not None and right - left > _LONGEST_LINK:
            self.own.append([])
            self.governed = None
        self.own[-1].append((left, right))

    def _part_at_cue(self, left: int) -> None:
        """The reporter's own words before a cue and behind it do not go together; the subject of the cue goes with it."""
        pieces = self.own[-1]
        if len(pieces) > 1 and pieces[-2] in self.named and not self.text[slice(*pieces[-1])].strip():
            before = tokenize(self.text, *pieces[-3]) if len(pieces) > 2 else []
            if not before or before[-1].key not in DETERMINERS | PREPOSITIONS:
                pieces.pop()
        while pieces and pieces[-1] in self.named and pieces[-1][1] >= left - 1:
            pieces.pop()
        self.own.append([])

    def stretches(self) -> list[Stretch]:
        """Give the reporter's own stretches first, then one for each attribution."""
        groups = [(None, pieces) for pieces in self.own] + list(self.told.values())
        return [
            Stretch(owner, _joined(pieces), tuple(self.named), tuple(self.cues)) for owner, pieces in groups if pieces
        ]


def _governs(text: str, pieces: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say that a cue is a part of the reporter's own clause before it: a noun or an infinitive behind its verb."""
    before = [token for left, right in pieces for token in tokenize(text, left, right)]
    cue = tokenize(text, start, end)
    if not cue or not before or pieces[-1][1] != start or not has_finite_verb(before):
        return False
    is_infinitive = len(before) > 1 and before[-1].key in BASES and before[-2].key == "to"
    is_object = is_infinitive or before[-1].key in DETERMINERS - {"that"}
    return before[-1].key == "to" or (is_object and not cue[0].key.endswith("ing"))


def _joined(pieces: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join pieces that follow each other at once."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _speaking(text: str, start: int, end: int, paints: Sequence[Paint]) -> list[Paint]:
    """Leave out the attributions whose content in this sentence states nothing ("he asked for help"): the act is told."""
    silent: set[str] = set()
    words = tokenize(text, start, end) if paints else []
    for owner in {paint.owner.id: paint.owner for paint in paints}.values():
        pieces = [other for other in paints if other.owner.id == owner.id and other.part is Part.CONTENT]
        tokens = [token for one in pieces for token in tokenize(text, max(start, one.start), min(end, one.end))]
        rest = (token for token in words if not any(one.start <= token.start < one.end for one in pieces))
        if tokens and _is_silent(text, owner, tokens, rest):
            silent.add(owner.id)
    return [paint for paint in paints if paint.owner.id not in silent]


def _is_silent(text: str, owner: Attribution, tokens: Sequence[Token], rest: Iterator[Token]) -> bool:
    """Say that content states nothing: a topic, a question that hangs on its cue, an infinitive that tells the act alone.

    Words without a verb that are all of a sentence still state something, as do those that a cue promises or orders.
    """
    if _is_question(tokens):
        return True
    if has_main_verb(tokens) or (tokens[0].key in _MARKS and len(tokens) > 1 and tokens[1].is_capital):
        return False  # a sentence in marks states something even where its verb is not known
    if has_finite_verb(tokens):
        return has_finite_verb(tuple(rest)) and not _says(text, owner)  # "praised a man who left the town"
    if owner.stance is Stance.ASKS or not says_something(text, tokens):
        return True
    is_bidden = _has_infinitive(tokens) and _binds(text, owner) and not _is_endured(text, owner, tokens)
    return has_finite_verb(tuple(rest)) and not is_bidden


def _is_question(tokens: Sequence[Token]) -> bool:
    """Say that words are a question in another's clause ("how it came out"), with no further verb than its own."""
    if tokens[0].key not in _ASKING or tokens[0].is_capital:
        return False
    if tokens[0].key == "whether":
        return True
    verb = first_finite(tokens, 1)
    return verb is not None and first_finite(tokens, verb + 2) is None


def _says(text: str, owner: Attribution) -> bool:
    """Say that a cue is a verb of saying, behind which words are a statement though their verb may not be known."""
    return any(token.key in _SAYING for span in owner.cue for token in tokenize(text, span.start, span.end))


def _binds(text: str, owner: Attribution) -> bool:
    """Say that a cue promises, orders or plans, so that its infinitive says what shall be."""
    keys = [token.key for span in owner.cue for token in tokenize(text, span.start, span.end)]
    stems = {
        key.removesuffix(ending) + more for key in keys for ending in ("", "s", "ed", "d", "ing") for more in ("", "e")
    }
    return bool(stems & _BINDING)


def _is_endured(text: str, owner: Attribution, tokens: Sequence[Token]) -> bool:
    """Say that a cue is a passive without its doer: who was ordered to leave is in the order's own clause, or nowhere."""
    cue = [token.key for span in owner.cue for token in tokenize(text, span.start, span.end)]
    is_passive = not BE.isdisjoint(cue) and not any(key.endswith("ing") and key != "being" for key in cue)
    return is_passive and (not owner.source or tokens[0].key == "to")


def says_something(text: str, tokens: Sequence[Token]) -> bool:
    """Say that content without a finite verb is more than a topic: a phrase in marks, or one with a verb ("to leave")."""
    if sum(token.key[0].isalnum() for token in tokens) < _FEWEST_IN_PHRASE:
        return False
    is_marked = any(token.key in _MARKS for token in tokens) or text[tokens[0].start - 1 : tokens[0].start] in _MARKS
    return (
        is_marked
        or _has_infinitive(tokens)
        or bool({tokens[0].key.removesuffix("ing"), tokens[0].key.removesuffix("ing") + "e"} & BASES)
    )


def _has_infinitive(tokens: Sequence[Token]) -> bool:
    return any(left.key == "to" and right.key in _INFINITIVES for left, right in pairwise(tokens))


def is_in(token: Token, pieces: Sequence[tuple[int, int]]) -> bool:
    """Say that a word begins in one of some pieces of text."""
    return any(start <= token.start < end for start, end in pieces)
