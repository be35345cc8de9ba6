"""What a desk does to the text that it takes up: the operators by their names, and how many of them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from evaluation.traditions import house
from evaluation.traditions.draft import Draft, Sentence
from evaluation.traditions.house import PAPERS, House
from evaluation.traditions.operators import alterations, cuts, marks, shape, wording
from evaluation.traditions.operators.grammar import NAME, leans

SentenceOperator = Callable[[Sentence, Random], Sentence | None]
DraftOperator = Callable[[Draft, Random], Draft | None]

PLAIN: Mapping[str, SentenceOperator] = {
    "synonym": wording.synonym,
    "numbers": wording.numbers,
    "passive": wording.passive,
    "certainty": wording.certainty,
    "scope": wording.scope,
    "condense": wording.condense,
    "day-moved": wording.day_moved,
    "cue": wording.cue,
    "spelling": wording.spelling,
}
SPOKEN: Mapping[str, SentenceOperator] = {
    "reword-number": alterations.reword_number,
    "reword-negation": alterations.reword_negation,
    "reword-modality": alterations.reword_modality,
    "reword-letter": alterations.reword_letter,
    "clean": cuts.clean,
    "trim-silently": cuts.trim_silently,
    "trim-marked": cuts.trim_marked,
    "fragment": cuts.fragment,
    "marks-removed": marks.marks_removed,
    "indirect": marks.indirect,
    "direct": marks.direct,
    "marks-put": marks.marks_put,
    "drop-attribution": marks.drop_attribution,
    "speaker-first": marks.speaker_first,
}
NAMED = ("reword-name", "reattribute")  # these ask for the names of the story
SHAPES: Mapping[str, DraftOperator] = {
    "trim": shape.trim,
    "cut": shape.cut,
    "reorder": shape.reorder,
    "fuse": shape.fuse_two,
    "split": shape.split_one,
    "stitch": shape.stitch_two,
}
HOUSE = ("add", "byline", "credit", "furniture", "stock", "house-marks")
JOINED = ("join", "second-story")
CITED = ("cite", "circle")
OPERATORS = (*SHAPES, *JOINED, *PLAIN, *SPOKEN, *NAMED, *CITED, *HOUSE)


_SPEAKER = re.compile(rf"(?<!he )({NAME})(?:, [^,]{{3,60}},)? (?:said|told|added|wrote)\b|\bsaid ({NAME})")


_HOUSES = {word for one in PAPERS for word in one.name.split()}
_BODIES = set(
    "News Times House International Agency Street North South East West National Committee Supreme Court State "
    "States Department United Nations Republican Democratic Republicans Democrats Party White Senate Congress "
    "American Federal Bureau Board Council Union University Institute Center Association Foundation Service "
    "Authority Company Corporation Group County City Water Power Trams Lines Korea Korean".split()
)
_TITLES = set(
    "Mayor Governor Councillor Captain Sheriff Judge Justice Senator Representative President Secretary Speaker Minister Chief "
    "Officer Professor Chairman Attorney General Sir Lord Lady Prime Vice".split()
)


def speakers(draft: Draft) -> tuple[str, ...]:
    """Give the persons, each by two names, who stand beside "said" in the narration of a draft."""
    narration = " ".join(part for one in draft.sentences for part in one.parts if isinstance(part, str))
    found = (re.search(r"[A-Z][a-z]+ [A-Z][a-z]+$", one[1] or one[2]) for one in _SPEAKER.finditer(narration))
    names = {one.group() for one in found if one}
    return tuple(sorted(name for name in names if not {*name.split()} & (_HOUSES | _BODIES | _TITLES)))


def _places(draft: Draft) -> list[int]:
    return [place for place, one in enumerate(draft.sentences) if one.kind == "body" and one.operator is None]


def apply_once(draft: Draft, name: str, rng: Random) -> Draft | None:
    """Do one operator of the sentence kind at one place where it can be done cleanly."""
    places = _places(draft)
    people = speakers(draft)
    names = sorted({name.split()[-1] for name in people})
    for place in rng.sample(places, len(places)):
        sentence = draft.sentences[place]
        if name == "reattribute":
            before = " ".join(one.text for one in draft.sentences[:place])
            edited = marks.reattribute(sentence, rng, [one for one in people if one in before])
        elif name == "reword-name":
            edited = alterations.reword_name(sentence, rng, names)
        else:
            edited = (PLAIN.get(name) or SPOKEN[name])(sentence, rng)
        if edited is not None:
            return draft.with_sentence(place, edited)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a desk goes about it: how many operators of each kind, and whether it is a mere pickup."""

    shapes: int = 0
    plain: int = 0
    spoken: int = 0


def manner(rng: Random) -> Manner:
    """Give a desk's manner: a pickup, an edited text, or a rewritten one."""
    kind = rng.choices(["pickup", "edited", "rewritten"], weights=[3, 5, 2])[0]
    if kind == "pickup":
        return Manner(shapes=rng.choice([0, 0, 1]))
    if kind == "edited":
        return Manner(shapes=rng.randint(1, 3), plain=rng.randint(0, 5), spoken=rng.randint(0, 4))
    return Manner(shapes=rng.randint(1, 4), plain=rng.randint(8, 24), spoken=rng.randint(3, 7))


# How often an operator is tried beside the others: the more, the seldomer it can be done (counted on our events and BASIL).
TRIED = {
    "passive": 12, "fragment": 6, "indirect": 6, "direct": 8, "reattribute": 6, "reword-name": 8, "stitch": 3, "split": 2,
    "clean": 4, "day-moved": 3, "reword-number": 2, "trim-silently": 5, "trim-marked": 3, "marks-put": 2, "scope": 2,
}  # fmt: skip


def _run(
    draft: Draft, names: Sequence[str], times: int, rng: Random, do: Callable[[Draft, str], Draft | None]
) -> Draft:
    """Do so many operators of these, passing over those that cannot be done."""
    left, tries = times, 5 * times
    while left and tries and names:
        tries -= 1
        made = do(draft, rng.choices(names, weights=[TRIED.get(name, 1) for name in names])[0])
        if made is not None:
            draft, left = made, left - 1
    return draft


def edit(draft: Draft, how: Manner, rng: Random, without: frozenset[str]) -> Draft:
    """Give the draft as a desk of this manner leaves it."""

    def shaped(now: Draft, name: str) -> Draft | None:
        return SHAPES[name](now, rng)

    def worded(now: Draft, name: str) -> Draft | None:
        return apply_once(now, name, rng)

    joints = how.shapes // 2 + (2 if how.plain > 7 else 0)
    draft = _run(draft, [name for name in ("fuse", "split", "stitch") if name not in without], joints, rng, shaped)
    draft = _run(draft, [name for name in PLAIN if name not in {*without, "spelling"}], how.plain, rng, worded)
    draft = _run(draft, [name for name in (*SPOKEN, *NAMED) if name not in without], how.spoken, rng, worded)
    return _run(
        draft,
        [name for name in ("trim", "cut", "reorder") if name not in without],
        how.shapes - how.shapes // 2,
        rng,
        shaped,
    )


def everywhere(draft: Draft, do: SentenceOperator, rng: Random) -> Draft:
    """Do a house rule in every sentence; what another operator has touched on this way keeps that one's name."""
    for place, sentence in enumerate(draft.sentences):
        made = do(sentence, rng) if sentence.kind in {"body", "subhead"} else None
        if made is not None:
            draft = draft.with_sentence(place, replace(made, operator=sentence.operator or made.operator))
    return draft


def dress(draft: Draft, node_house: House, credit: House | None, year: int, rng: Random) -> Draft:
    """Put round a text what its house puts there: headline, byline or credit, furniture."""
    if rng.random() < 0.6:
        draft = replace(draft, headline=house.headline(draft, rng) or draft.headline)
    if credit is not None and rng.random() < 0.6:
        draft = house.with_credit(draft, credit, rng)
    elif rng.random() < 0.35:
        draft = replace(draft, paragraphs=(house.byline(rng), *draft.paragraphs))
    if draft.paragraphs[0][0].kind == "dateline" and draft.paragraphs[0][0].operator is None and rng.random() < 0.25:
        draft = replace(draft, paragraphs=(draft.paragraphs[0][1:], *draft.paragraphs[1:]))
    if rng.random() < 0.2:
        draft = shape.append(draft, [house.added(node_house, rng)])
    if rng.random() < 0.2:
        draft = replace(draft, paragraphs=(*draft.paragraphs, house.stock(node_house)))
    return replace(draft, paragraphs=(*draft.paragraphs, *house.furniture(node_house, year, rng)))


_CITABLE = ("{0} reported.", "according to {0}.", "{0} said.")


def cite(draft: Draft, cited_id: str, cited: House, operator: str, rng: Random) -> Draft | None:
    """Name another outlet behind a sentence of narration near the top as the one that reported it."""
    for place in _places(draft)[:5]:
        sentence = draft.sentences[place]
        if (
            not sentence.is_plain
            or leans(sentence)
            or not sentence.text.endswith(".")
            or not 40 < len(sentence.text) < 170
        ):
            continue
        if (
            any(word in sentence.text for word in (" said", " told", "according", " reported", "says ", ":", ";"))
            or sentence.text[-3] == "."
        ):
            continue
        behind = rng.choice(_CITABLE).format(cited.said_as)
        edited = replace(sentence.edited(operator, (f"{sentence.text[:-1]}, {behind}",), "attribution"), cites=cited_id)
        return draft.with_sentence(place, edited)
    return None
