"""Operators on the shape of a report: what is kept of it, in which order, and with whose text it is joined."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.traditions.draft import Draft, Paragraph, Sentence, is_body
from evaluation.traditions.operators.cuts import stitch
from evaluation.traditions.operators.grammar import CLOSED, leans, surnames
from evaluation.traditions.operators.quotes import told
from evaluation.traditions.operators.wording import fuse, split


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in paragraphs)


def _bodies(draft: Draft) -> list[int]:
    return [number for number, paragraph in enumerate(draft.paragraphs) if is_body(paragraph)]


def stands_alone(paragraph: Paragraph) -> bool:
    """Say whether a paragraph can stand behind any other: nothing in its first sentence looks back."""
    return paragraph[0].kind != "subhead" and not leans(paragraph[0]) and paragraph[0].text[0] not in "“\"‘'"


def _is_missed(gone: Sequence[Paragraph], before: Sequence[Paragraph], after: Sequence[Paragraph]) -> bool:
    """Say whether later paragraphs lean on some that are gone: by a pronoun, or by a name brought in there."""
    if after and is_body(after[0]) and not stands_alone(after[0]):
        return True
    brought = surnames(_text(gone)) - {
        name for name in surnames(_text(gone)) if re.search(rf"\b{re.escape(name)}\b", _text(before))
    }
    return any(re.search(rf"\b{re.escape(name)}\b", _text(after)) for name in brought)


def trim(draft: Draft, rng: Random) -> Draft | None:
    """Keep the upper part of the body: at least three paragraphs, or half of a short one."""
    bodies = _bodies(draft)
    fewest = min(3, len(bodies) - 1)
    if fewest < 2:
        return None
    keep = rng.randint(fewest, len(bodies) - 1)
    keep -= draft.paragraphs[bodies[keep - 1]][0].kind == "subhead"  # nothing would stand under it
    gone = set(bodies[keep:])
    return replace(
        draft, paragraphs=tuple(paragraph for number, paragraph in enumerate(draft.paragraphs) if number not in gone)
    )


def cut(draft: Draft, rng: Random) -> Draft | None:
    """Take paragraphs or a sentence out of the inside."""
    first, second = rng.sample([cut_paragraphs, cut_sentence], 2)
    return first(draft, rng) or second(draft, rng)


def cut_paragraphs(draft: Draft, rng: Random) -> Draft | None:
    """Take one or two paragraphs out of the inside where nothing behind them leans on them."""
    bodies = _bodies(draft)
    choices = [
        (bodies[start], size) for start in range(1, len(bodies) - 1) for size in (1, 2) if start + size < len(bodies)
    ]
    for start, size in rng.sample(choices, len(choices)):
        gone, after = draft.paragraphs[start : start + size], draft.paragraphs[start + size :]
        if any(paragraph[0].kind == "subhead" for paragraph in gone):
            continue
        if len(bodies) - size >= 4 and not _is_missed(gone, draft.paragraphs[:start], after):
            return replace(draft, paragraphs=(*draft.paragraphs[:start], *after))
    return None


def cut_sentence(draft: Draft, rng: Random) -> Draft | None:
    """Take the last sentence out of a paragraph where nothing behind it leans on it."""
    places = [number for number in _bodies(draft) if sum(one.kind == "body" for one in draft.paragraphs[number]) > 1]
    for number in rng.sample(places, len(places)):
        paragraph, after = draft.paragraphs[number], draft.paragraphs[number + 1 :]
        before = (*draft.paragraphs[:number], paragraph[:-1])
        if paragraph[-1].operator is None and not _is_missed([paragraph[-1:]], before, after):
            return replace(draft, paragraphs=(*before, *after))
    return None


def reorder(draft: Draft, rng: Random) -> Draft | None:
    """Exchange two neighbouring paragraphs behind the first where each can stand in the other's place."""
    bodies = _bodies(draft)
    for number in rng.sample(bodies[1:-1], len(bodies[1:-1])) if len(bodies) > 2 else ():
        left, right, after = draft.paragraphs[number], draft.paragraphs[number + 1], draft.paragraphs[number + 2 :]
        if not (is_body(right) and stands_alone(left) and stands_alone(right)) or (
            after and is_body(after[0]) and leans(after[0][0])
        ):
            continue
        told = _text(draft.paragraphs[:number])
        if any(
            name not in told and re.search(rf"\b{re.escape(name)}\b", _text([right]))
            for name in surnames(_text([left]))
        ):
            continue
        if any(
            name not in told and re.search(rf"\b{re.escape(name)}\b", _text([left]))
            for name in surnames(_text([right]))
        ):
            continue
        if any(sentence.operator for sentence in (*left, *right)):
            continue
        moved = tuple(replace(sentence, operator="reorder") for sentence in right)
        return replace(draft, paragraphs=(*draft.paragraphs[:number], moved, left, *after))
    return None


def _replace_paragraph(draft: Draft, number: int, paragraph: Paragraph) -> Draft:
    return replace(draft, paragraphs=(*draft.paragraphs[:number], paragraph, *draft.paragraphs[number + 1 :]))


def fuse_two(draft: Draft, rng: Random) -> Draft | None:
    """Make one sentence of two that follow each other in a paragraph."""
    places = [(number, place) for number in _bodies(draft) for place in range(len(draft.paragraphs[number]) - 1)]
    for number, place in rng.sample(places, len(places)):
        paragraph = draft.paragraphs[number]
        left, right = paragraph[place : place + 2]
        joined = None if left.operator or right.operator else fuse(left, right)
        if joined:
            return _replace_paragraph(draft, number, (*paragraph[:place], joined, *paragraph[place + 2 :]))
    return None


def split_one(draft: Draft, rng: Random) -> Draft | None:
    """Make two sentences of one."""
    places = [(number, place) for number in _bodies(draft) for place in range(len(draft.paragraphs[number]))]
    for number, place in rng.sample(places, len(places)):
        paragraph = draft.paragraphs[number]
        halves = None if paragraph[place].operator else split(paragraph[place], rng)
        if halves:
            return _replace_paragraph(draft, number, (*paragraph[:place], *halves, *paragraph[place + 1 :]))
    return None


def _is_same_speaker(stretch: Sequence[Sentence]) -> bool:
    """Say whether a "he" at the end of a stretch can only be the speaker at its beginning: nobody else is named on the way."""
    one, two = told(stretch[0]), told(stretch[-1])
    if one is None or two is None:
        return False
    between = " ".join(part for sentence in stretch[1:-1] for part in sentence.parts if isinstance(part, str))
    return not two.is_pronoun or set(re.findall(r"\b[A-Z][\w’-]+", between)) <= {*CLOSED, *one.who.split()}


def stitch_two(draft: Draft, rng: Random) -> Draft | None:
    """Join two quotations of one speaker that stood apart, at the place of the first."""
    sentences = draft.sentences
    places = [
        (first, second)
        for first in range(len(sentences))
        for second in range(first + 2, min(first + 7, len(sentences)))
    ]
    for first, second in rng.sample(places, len(places)):
        left, right = sentences[first], sentences[second]
        if left.operator or right.operator or not _is_same_speaker(sentences[first : second + 1]):
            continue
        joined = stitch(left, right)
        if joined and not (second + 1 < len(sentences) and leans(sentences[second + 1])):
            return draft.with_sentence(second).with_sentence(first, joined)
    return None


def append(draft: Draft, paragraphs: Sequence[Paragraph]) -> Draft:
    """Put paragraphs behind the last that tells of the event, before the furniture."""
    last = max(_bodies(draft)) + 1
    return replace(draft, paragraphs=(*draft.paragraphs[:last], *paragraphs, *draft.paragraphs[last:]))


def body_alone(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph without its dateline."""
    return tuple(sentence for sentence in paragraph if sentence.kind == "body")


def join(draft: Draft, other: Sequence[Paragraph], rng: Random) -> Draft | None:
    """Put one to four paragraphs of another exemplar behind those of the first, where they bring nothing that is told already."""
    free = [paragraph for paragraph in other if is_body(paragraph)]
    known = {assertion for sentence in draft.sentences for assertion, _ in sentence.claims}
    starts = [place for place, paragraph in enumerate(free) if stands_alone(paragraph)]
    for start in rng.sample(starts, len(starts)):
        chosen = free[start : start + rng.randint(1, 4)]
        told = {assertion for paragraph in chosen for sentence in paragraph for assertion, _ in sentence.claims}
        brought = surnames(_text([*draft.paragraphs, *chosen]))
        single = [
            name
            for name in surnames(_text(free[:start]))
            if name not in brought and re.search(rf"\b{re.escape(name)}\b", _text(chosen))
        ]
        if told & known or single:
            continue
        return append(draft, [body_alone(paragraph) for paragraph in chosen])
    return None


def without_furniture(draft: Draft) -> Draft:
    """Give the draft without what a house puts round a text: byline, credit, furniture; the dateline stays."""
    kept = tuple(
        tuple(one for one in paragraph if one.kind in {"body", "dateline", "subhead"}) for paragraph in draft.paragraphs
    )
    return replace(draft, paragraphs=tuple(paragraph for paragraph in kept if is_body(paragraph)))


def new_sentence(text: str, kind: str, operator: str) -> Sentence:
    """Give a sentence that an outlet puts in itself."""
    return Sentence(parts=(text,), kind=kind, operator=operator)
