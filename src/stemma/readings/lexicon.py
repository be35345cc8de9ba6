"""The words by which the rules know a cue: verbs in all their forms, nouns of saying, titles, words for documents."""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Frame(StrEnum):
    """What a cue takes beside it."""

    SAY = "say"
    TELL = "tell"
    ASK = "ask"
    URGE = "urge"
    HOLD = "hold"
    WISH = "wish"
    TREAT = "treat"
    SHOW = "show"


class Shape(StrEnum):
    """Which form of its verb a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One form of one verb: its lemma, which form it is, the frames it may stand in, the particle each may need."""

    lemma: str
    shapes: frozenset[Shape]
    frames: frozenset[Frame]
    particles: tuple[tuple[str, Frame], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All the words the rules know."""

    verbs: dict[str, Entry]
    nouns: frozenset[str]
    titles: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    both: frozenset[str]
    common: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    body: frozenset[str]
    office: frozenset[str]
    media: frozenset[str]
    media_article: frozenset[str]
    media_alone: frozenset[str]


_WORD = re.compile(r"([a-zé.'-]+)(?:\(([a-z]+)(?:/([a-z]+))?\))?$")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bgmnpt]$")


def forms(lemma: str, past: str | None = None, participle: str | None = None) -> dict[str, set[Shape]]:
    """Give the forms of an English verb, each with what it may be.

    >>> sorted(forms("deny", "denied"))
    ['denied', 'denies', 'deny', 'denying']
    """
    by_rule = _past(lemma)
    made: dict[str, set[Shape]] = defaultdict(set)
    made[lemma].add(Shape.BASE)
    made[_third(lemma)].add(Shape.THIRD)
    made[past or by_rule].add(Shape.PAST)
    made[participle or past or by_rule].add(Shape.PARTICIPLE)
    made[_ing(lemma, past)].add(Shape.ING)
    return dict(made)


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str, past: str | None) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    if past and past.endswith("ed") and len(past) > len(lemma) + 2:
        return past[:-2] + "ing"
    if lemma in {"beg", "plan", "get"}:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


@cache
def lexicon() -> Lexicon:
    """Give the shipped lexicon; it is read once."""
    sections: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in files("stemma.readings").joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            sections[section].extend(line.split())
    return Lexicon(
        verbs=_verbs({Frame(frame.value): sections[frame.value] for frame in Frame}),
        nouns=frozenset(sections["noun"] + [_third(noun) for noun in sections["noun"]]),
        titles=frozenset(sections["title"]),
        documents=frozenset(sections["document"] + [word + "s" for word in sections["document"]]),
        groups=frozenset(sections["group"]),
        both=frozenset(sections["both"]),
        common=frozenset(sections["common"]),
        male=frozenset(sections["male"]),
        female=frozenset(sections["female"]),
        body=frozenset(sections["body"]),
        office=frozenset(sections["office"]),
        media=frozenset(sections["media"]),
        media_article=frozenset(sections["media-article"]),
        media_alone=frozenset(sections["media-alone"]),
    )


def _verbs(by_frame: dict[Frame, list[str]]) -> dict[str, Entry]:
    """Give every form of every verb with all that is known of it."""
    lemmas: dict[str, str] = {}
    shapes: dict[str, set[Shape]] = defaultdict(set)
    frames: dict[str, set[Frame]] = defaultdict(set)
    particles: dict[str, dict[str, Frame]] = defaultdict(dict)
    irregular = _irregular(by_frame)
    for frame, listed in by_frame.items():
        for written in listed:
            lemma, _, particle = written.partition("(")[0].partition("-")
            for form, kinds in forms(lemma, *irregular.get(lemma, (None, None))).items():
                lemmas.setdefault(form, lemma)
                shapes[form] |= kinds
                if particle:
                    particles[form].setdefault(particle, frame)
                else:
                    frames[form].add(frame)
    return {
        form: Entry(
            lemma=lemma,
            shapes=frozenset(shapes[form]),
            frames=frozenset(frames[form]),
            particles=tuple(sorted(particles[form].items())),
        )
        for form, lemma in lemmas.items()
    }


def _irregular(by_frame: dict[Frame, list[str]]) -> dict[str, tuple[str | None, str | None]]:
    """Give past and participle of the verbs that write them out, wherever the list does."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for listed in by_frame.values():
        for written in listed:
            parts = _WORD.match(written)
            if parts and parts.group(2):
                found[parts.group(1)] = (parts.group(2), parts.group(3))
    return found
