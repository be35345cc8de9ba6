"""Drafts: attributions before it is known whose voice they are; bonds put together across the sentences of a report."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.model import Manner, ZoneKind
from stemma.readings.bindings import bind
from stemma.readings.bonds import Bond, joined
from stemma.readings.cues import CueKind
from stemma.readings.lexicon import Frame
from stemma.readings.quotations import is_label, is_pure_quotation, quotation_after_colon
from stemma.readings.sentence import PRONOUNS, Sentence
from stemma.text.marks import Marked

Place = tuple[int, int]  # characters of the report's text, the last excluded


@dataclass(slots=True, kw_only=True)
class Draft:
    """One act of saying as the words show it: places of speaker, cue and content; grows while a quotation goes on."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: list[Place]
    bond: Bond | None
    sentence: Sentence
    paragraph: int
    parent: "Draft | None" = None
    goes_on: bool = False
    waits: bool = False
    is_post: bool = False  # set into a page, with its author's name under it
    open_from: int | None = None  # the first content whose marks are left open for the next paragraph


def draft(sentences: Iterable[Sentence], *, has_minds: bool = True) -> list[Draft]:
    """Give the drafts of a report in the order of their sentences; without minds those of speech alone."""
    found: list[Draft] = []
    latest: Draft | None = None
    post: list[Sentence] | None = None
    for sentence in sentences:
        told = sentence.text[sentence.start : sentence.end]
        if _POST.match(told) is not None:
            post = []
            continue
        if post is not None and (name := _POSTED_BY.match(told)) is not None:
            found += _posted(sentence, name, post)
            post = None
            continue
        if post is not None:
            post.append(sentence)
        if latest is not None and sentence.paragraph > latest.paragraph + 1:
            latest = None
        if sentence.zone is ZoneKind.SUBHEAD and is_pure_quotation(sentence):
            continue  # a newsroom's own line, of whoever speaks above it or below
        if latest is not None and _is_within_turn(latest, sentence):
            latest.content.append((sentence.start, sentence.end))
        elif is_pure_quotation(sentence):
            latest = _go_on(sentence, latest, found)
        else:
            latest = _begin(sentence, latest, found)
    kept = [one for one in found if one.content and (has_minds or one.bond is None or one.bond.frame not in _MINDS)]
    for one in kept:
        while one.parent is not None and not any(one.parent is other for other in kept):
            one.parent = one.parent.parent
    return kept


def _posted(sentence: Sentence, name: re.Match[str], post: Sequence[Sentence]) -> list[Draft]:
    """Give a post that is set into a page to whom the line under it names, but what has an attribution of its own there."""
    start, end = (sentence.start + place for place in name.span("name"))
    cue = sentence.start + name.start("cue"), sentence.start + name.end("cue")
    content = [(one.start, one.end) for one in post]
    if not content or sum(end - start for start, end in content) > _LONGEST_POST:
        return []
    return [
        Draft(
            source=((start, end),),
            cue=(cue,),
            content=content,
            bond=None,
            sentence=sentence,
            paragraph=sentence.paragraph,
            is_post=True,
        )
    ]


_POST = re.compile(r"View this post on \w+")
_POSTED_BY = re.compile(r"A post (?P<cue>shared) by (?P<name>[^\n(@]*\w)")
_LONGEST_POST = 3_000  # characters
_MINDS = frozenset({Frame.HOLD, Frame.WISH, Frame.TREAT})


def _is_within_turn(latest: Draft, sentence: Sentence) -> bool:
    """Say that a sentence goes on with a labelled turn of talk in its own paragraph."""
    return latest.bond is not None and latest.bond.is_turn and latest.paragraph == sentence.paragraph


def _begin(sentence: Sentence, latest: Draft | None, found: list[Draft]) -> Draft | None:
    """Add what a sentence attributes; give the draft that a following quotation would go on with."""
    bonds = _merged(bind(sentence))
    if bonds:
        made = _from_bonds(bonds)
        found.extend(made)
        _take_open(made[0], latest)
        return _speaking(made) or latest
    if latest is not None and latest.waits:
        return _take_block(sentence, latest)
    opened = quotation_after_colon(sentence)
    if opened is None:
        return None if latest is not None and sentence.paragraph == latest.paragraph else latest
    one = Draft(
        source=_places(sentence, opened.source),
        cue=_places(sentence, opened.cue),
        content=list(_places(sentence, opened.content)),
        bond=None,
        sentence=sentence,
        paragraph=sentence.paragraph,
    )
    found.append(one)
    return one


def _go_on(sentence: Sentence, latest: Draft | None, found: list[Draft]) -> Draft:
    """Give a sentence of pure quotation to whoever spoke last; without one it stands alone."""
    if latest is None:
        latest = Draft(source=(), cue=(), content=[], bond=None, sentence=sentence, paragraph=sentence.paragraph)
        found.append(latest)
    else:
        latest.goes_on = not latest.waits
    is_open = not sentence.stretches[max(sentence.marks)].is_closed
    latest.open_from = (len(latest.content) if latest.open_from is None else latest.open_from) if is_open else None
    latest.content.append((sentence.start, sentence.end))
    latest.paragraph = sentence.paragraph
    latest.waits = False
    return latest


def _take_block(sentence: Sentence, latest: Draft) -> Draft | None:
    """Give a paragraph without marks to a cue that ended in a colon just before it."""
    latest.waits = False
    if latest.bond is not None and latest.bond.cue.lemma in _BLOCKS:
        latest.content.append((sentence.start, sentence.end))
    return None


def _take_open(one: Draft, latest: Draft | None) -> None:
    """Give a cue behind a quotation the paragraphs before it whose marks were left open for it."""
    if latest is None or latest.open_from is None or one.bond is None or not one.bond.is_after:
        return
    if one.paragraph == latest.paragraph + 1 and _has_marks(one.sentence, one.content[0]):
        one.content[:0] = latest.content[latest.open_from :]
        del latest.content[latest.open_from :]
        latest.open_from = None


_BLOCKS = frozenset("write tweet post read state say reply respond announce".split())


def _merged(bonds: list[Bond]) -> list[Bond]:
    """Join "said that he believes ..." into one bond."""
    kept: list[Bond] = []
    for bond in bonds:
        if kept and _is_same_mind(kept[-1], bond):
            kept[-1] = joined(kept[-1], bond)
        else:
            kept.append(bond)
    return kept


def _is_same_mind(outer: Bond, inner: Bond) -> bool:
    """Say that a speaker is told to have said what he himself thinks."""
    if inner.cue.lemma not in {"believe", "think", "feel"} or not outer.content or inner.source is None:
        return False
    first, last = outer.content[-1]
    keys = inner.sentence.keys
    begin = first + 1 if keys[first] == "that" else first
    is_himself = inner.source == (begin, begin + 1) and keys[begin] in PRONOUNS and _agrees(outer, keys[begin])
    return (
        is_himself
        and inner.content[-1][1] <= last
        and inner.cue.last < last
        and Frame.SAY in outer.cue.frames
        and not outer.is_after
    )


def _agrees(outer: Bond, key: str) -> bool:
    """Say that a pronoun may stand for the speaker: "they" for many alone, "he" for one."""
    if outer.source is None:
        return False
    last = outer.sentence.keys[outer.source[1] - 1]
    is_many = last in {"they", "we"} or (last.endswith("s") and not outer.sentence.is_capital(outer.source[1] - 1))
    return is_many == (key in {"they", "we"})


def _from_bonds(bonds: list[Bond]) -> list[Draft]:
    """Give drafts of the bonds of one sentence; one inside another's content hangs on it, or is that speaker's own."""
    made = [
        Draft(
            source=_places(bond.sentence, bond.source),
            cue=tuple(_place(bond.sentence, cue) for cue in bond.cues),
            content=[_place(bond.sentence, content) for content in bond.content],
            bond=bond,
            sentence=bond.sentence,
            paragraph=bond.sentence.paragraph,
            waits=bond.waits,
        )
        for bond in bonds
    ]
    kept: list[Draft] = []
    for one in made:
        holder = _holder(one, made)
        if holder is not None and _is_spoken_for(one, holder):
            continue
        one.parent = holder
        kept.append(one)
    return kept


def _holder(one: Draft, others: list[Draft]) -> Draft | None:
    """Give the narrowest draft in whose content another's cue stands."""
    around = [
        other
        for other in others
        if other is not one and any(start <= one.cue[0][0] and one.cue[-1][1] <= end for start, end in other.content)
    ]
    return min(around, key=lambda other: sum(end - start for start, end in other.content), default=None)


def _is_spoken_for(inner: Draft, outer: Draft) -> bool:
    """Say that what stands inside a content is its speaker's telling of what a body does ("The ministry urges ..., Orr said")."""
    if inner.bond is None or outer.bond is None:
        return False
    if not (outer.bond.is_after or outer.bond.cue.kind is CueKind.ACCORDING):
        return False
    return inner.bond.frame not in {Frame.SAY, Frame.TELL, Frame.HOLD, Frame.SHOW}


def _speaking(made: list[Draft]) -> Draft | None:
    """Give the draft of a sentence that a following quotation goes on with: the last that says something on its own."""
    outermost = [one for one in made if one.parent is None]
    waiting = [one for one in outermost if one.waits]
    if waiting:
        return waiting[-1]
    quoting = [one for one in outermost if any(_has_marks(one.sentence, place) for place in one.content)]
    speaking = [
        one for one in outermost if one.bond is not None and one.bond.cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK}
    ]
    if quoting:
        return quoting[0]
    return next(reversed(speaking or outermost), None)


def _has_marks(sentence: Sentence, place: Place) -> bool:
    return any(
        mark >= 0 and place[0] <= start < place[1] for mark, start in zip(sentence.marks, sentence.starts, strict=True)
    )


def _place(sentence: Sentence, tokens: tuple[int, int]) -> Place:
    """Give the characters of a range of tokens."""
    return sentence.starts[tokens[0]], sentence.ends[tokens[1] - 1]


def _places(sentence: Sentence, tokens: tuple[int, int] | None) -> tuple[Place, ...]:
    return () if tokens is None else (_place(sentence, tokens),)


def pieces(
    text: str, content: Iterable[Place], stretches: Sequence[Marked]
) -> tuple[list[tuple[int, int, bool]], Manner]:
    """Split content wherever marked words begin or end: (start, end, whether in marks) of each piece, and the manner."""
    found: list[tuple[int, int, bool]] = []
    for start, end in sorted(content):
        left = start
        for stretch in stretches:
            if stretch.end <= left or stretch.start >= end or is_label(text, stretch):
                continue
            _add(found, text, left, min(stretch.start, end), is_marked=False)
            _add(found, text, max(stretch.start, left), min(stretch.end, end), is_marked=True)
            left = max(left, min(stretch.end, end))
        _add(found, text, left, end, is_marked=False)
    if (
        len(found) > 1
        and text[found[0][0] : found[0][1]].casefold() == "that"
        and all(marked for _, _, marked in found[1:])
    ):
        found = found[1:]
    kinds = {is_marked for _, _, is_marked in found}
    manner = Manner.MIXED if len(kinds) > 1 else Manner.DIRECT if True in kinds else Manner.INDIRECT
    return found, manner


def _add(found: list[tuple[int, int, bool]], text: str, start: int, end: int, *, is_marked: bool) -> None:
    """Add a piece without the white space around it, if it holds a letter or a figure."""
    piece = text[start:end]
    if not any(sign.isalnum() for sign in piece):
        return
    begin = start + len(piece) - len(piece.lstrip())
    found.append((begin, start + len(piece.rstrip()), is_marked))
