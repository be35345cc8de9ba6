"""Links: why a voice of one report is taken for a voice of another, and where that stays in doubt."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stemma.model import Report, Voice, VoiceKind
from stemma.stories.namesakes import abbreviates, are_one_person, may_be_one_person, plain, sounds
from stemma.stories.posts import bearers, headed, post_of

VoiceKey = tuple[str, str]  # report id, voice id
Voices = Mapping[VoiceKey, Voice]
_BODIES = frozenset(
    "ministry police army navy company party court office department agency commission council university hospital "
    "embassy parliament government union airline bank club prosecutors coastguard fire-service fire-brigade "
    "fire-department ambulance-service rescue-service".split()
)
_PAPER = re.compile(
    r"(?i)(?:an? |the |its |new |recent )*(?:\S+ ){0,2}?"
    r"(?P<paper>study|report|survey|review|paper|analysis|poll|inquiry|statement|letter|release|ruling|audit)\b"
)
_OF_TWO_WORDS = re.compile(r"\b(fire|ambulance|rescue) (service|brigade|department)s?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One reason for two voices to be one."""

    left: VoiceKey
    right: VoiceKey
    kind: str
    weight: float  # log-odds, by hand: a full name says most, a post least
    note: str


def links_by_name(voices: Voices) -> list[Link]:
    """Link persons and bodies whose names are one, or forms of one; two that one report tells apart are never linked by form."""
    named = {key: voice for key, voice in sorted(voices.items()) if _has_name(voice)}
    forms = [*_equal(named), *_short(named), *_spelt(named), *_abbreviated(named)]
    return [*forms, *_same_bodies(voices), *_same_documents(named)]


def _has_name(voice: Voice) -> bool:
    return voice.kind is not VoiceKind.ROLE and any(letter.isupper() for letter in voice.name)


def _equal(named: Voices) -> Iterator[Link]:
    by_name: dict[str, list[VoiceKey]] = defaultdict(list)
    for key, voice in named.items():
        by_name[plain(voice.name)].append(key)
    for group in by_name.values():
        for other in group[1:]:
            note = f'both name "{named[group[0]].name}"'
            yield Link(left=group[0], right=other, kind="same-name", weight=4.0, note=note)


def _persons(named: Voices) -> dict[str, list[VoiceKey]]:
    """Give the persons by the sound of their surnames."""
    found: dict[str, list[VoiceKey]] = defaultdict(list)
    for key, voice in named.items():
        if voice.kind is VoiceKind.PERSON:
            found[sounds(plain(voice.name).rsplit(" ", 1)[-1])].append(key)
    return found


def _pairs(group: Iterable[VoiceKey]) -> Iterator[tuple[VoiceKey, VoiceKey]]:
    ordered = sorted(group)
    return ((left, right) for place, left in enumerate(ordered) for right in ordered[place + 1 :])


def _short(named: Voices) -> Iterator[Link]:
    for group in _persons(named).values():
        fulls = {plain(named[key].name) for key in group if " " in plain(named[key].name)}
        for left, right in _pairs(group):
            names = plain(named[left].name), plain(named[right].name)
            if names[0] != names[1] and _is_short_for(*names, fulls):
                note = f'"{named[left].name}" and "{named[right].name}" are forms of one name, and nobody else has it'
                yield Link(left=left, right=right, kind="short-name", weight=3.0, note=note)


def _is_short_for(left: str, right: str, fulls: set[str]) -> bool:
    """Say whether one name is the other cut short, and no namesake in the story makes that doubtful."""
    short, full = sorted((left.split(), right.split()), key=len)
    if len(short) == 1:
        return all(one == other or are_one_person(one, other) for one in fulls for other in fulls)
    return set(short) <= set(full) and short[0] == full[0]


def _spelt(named: Voices) -> Iterator[Link]:
    homes = _homes(named)
    for group in _persons(named).values():
        for left, right in _pairs(group):
            names = plain(named[left].name), plain(named[right].name)
            if names[0] != names[1] and are_one_person(*names) and not homes[names[0]] & homes[names[1]]:
                note = f'"{named[left].name}" and "{named[right].name}" are spellings of one name'
                yield Link(left=left, right=right, kind="spelling", weight=2.0, note=note)


def _homes(named: Voices) -> dict[str, set[str]]:
    """Give the reports that have each name: one that has both of two names tells two voices apart."""
    found: dict[str, set[str]] = defaultdict(set)
    for (report_id, _), voice in named.items():
        found[plain(voice.name)].add(report_id)
    return found


def _abbreviated(named: Voices) -> Iterator[Link]:
    bodies = {key: voice for key, voice in named.items() if voice.kind is VoiceKind.BODY}
    for left, short in bodies.items():
        fulls = {plain(voice.name) for voice in bodies.values() if abbreviates(short.name, voice.name)}
        for right, full in bodies.items():
            if len(fulls) == 1 and plain(full.name) in fulls:
                note = f'"{short.name}" abbreviates "{full.name}"'
                yield Link(left=left, right=right, kind="abbreviation", weight=2.0, note=note)


def _same_bodies(voices: Voices) -> Iterator[Link]:
    """Link a body's long and short names ("Norland's health ministry", "the ministry") where the story has but one such body."""
    by_head: dict[str, list[tuple[VoiceKey, frozenset[str]]]] = defaultdict(list)
    for key, voice in sorted(voices.items()):
        name = _OF_TWO_WORDS.sub(r"\1-\2", plain(voice.name)).replace("coast guard", "coastguard")
        parts = frozenset(part.removesuffix("'s") for part in name.split()) - {"of", "the", "and", "for"}
        heads = parts & _BODIES if _is_body(voice) else frozenset()
        for head in heads:
            by_head[head].append((key, parts - {head}))
    for head, group in by_head.items():
        told = [parts for _, parts in group if parts]
        if all(left & right for left in told for right in told):
            for key, _ in group[1:]:
                yield Link(left=group[0][0], right=key, kind="one-body", weight=1.5, note=f"no other {head} is named")


def _same_documents(named: Voices) -> Iterator[Link]:
    """Link two phrases for one document: the same sort of paper by the same names ("a study led by Aune University")."""
    by_maker: dict[tuple[str, frozenset[str]], list[VoiceKey]] = defaultdict(list)
    for key, voice in named.items():
        sort = _PAPER.match(voice.name) if voice.kind is VoiceKind.DOCUMENT else None
        makers = frozenset(re.findall(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+", voice.name[sort.end() :])) if sort is not None else None
        if sort is not None and makers:
            by_maker[sort["paper"].casefold(), makers].append(key)
    for group in by_maker.values():
        for other in group[1:]:
            note = f'"{named[group[0]].name}" and "{named[other].name}" are one paper'
            yield Link(left=group[0], right=other, kind="document", weight=1.5, note=note)


def _is_body(voice: Voice) -> bool:
    """Say that a voice is a body, and nobody who belongs to one ("the head of the office")."""
    first = plain(voice.name).split(" of ")[0].split(" for ")[0].split()
    return voice.kind is VoiceKind.BODY or (voice.kind is VoiceKind.ROLE and bool(first) and first[-1] in _BODIES)


def links_by_post(voices: Voices, reports: Mapping[str, Report]) -> list[Link]:
    """Link a post without a name to the person whom other reports of about the same days give it, if that is one alone."""
    persons = {key: voice for key, voice in sorted(voices.items()) if voice.kind is VoiceKind.PERSON}
    found = []
    for key, role in sorted(voices.items()):
        bearing = bearers(role, [one for one in persons.values() if one not in (role,)], reports)
        if bearing and _are_one([voice for voice, _ in bearing]):
            bearer = bearing[0][0]
            right = next(other for other, voice in persons.items() if voice is bearer)
            note = f'"{role.name}" is {bearer.name}, whom another report names with that post'
            found.append(Link(left=key, right=right, kind="post", weight=1.0, note=note))
    return [*found, *_same_posts(voices)]


def _same_posts(voices: Voices) -> Iterator[Link]:
    """Link one post in two wordings ("head of the harbour board", "harbour board chief")."""
    by_post: dict[frozenset[str], list[VoiceKey]] = defaultdict(list)
    for key, voice in sorted(voices.items()):
        post = headed(post_of(voice))
        if len(post) > 1:
            by_post[post].append(key)
    for group in by_post.values():
        for other in group[1:]:
            note = f'"{voices[group[0]].name}" and "{voices[other].name}" are one post'
            yield Link(left=group[0], right=other, kind="post", weight=1.0, note=note)


def _are_one(persons: list[Voice]) -> bool:
    """Say whether the names of some persons are forms of one."""
    fulls = {plain(voice.name) for voice in persons if " " in voice.name}
    lasts = {sounds(plain(voice.name).rsplit(" ", 1)[-1]) for voice in persons}
    return len(lasts) == 1 and all(one == other or are_one_person(one, other) for one in fulls for other in fulls)


def doubtful(voices: Voices) -> list[tuple[VoiceKey, VoiceKey]]:
    """Give the pairs that may be one voice and may be two: a surname that several bear, a post, names but for a letter alike."""
    named = {key: voice for key, voice in sorted(voices.items()) if _has_name(voice)}
    found, homes = [], _homes(named)
    for group in _persons(named).values():
        for left, right in _pairs(group):
            names = plain(named[left].name), plain(named[right].name)
            if left[0] == right[0] or homes[names[0]] & homes[names[1]]:
                continue
            if 1 in {len(name.split()) for name in names} or may_be_one_person(*names):
                found.append((left, right))
    return [*found, *misspelt(named)]


def misspelt(voices: Voices) -> list[tuple[VoiceKey, VoiceKey]]:
    """Give the pairs of persons of two reports whose surnames alone differ, by a letter."""
    by_first: dict[str, list[VoiceKey]] = defaultdict(list)
    for key, voice in sorted(voices.items()):
        first, _, last = plain(voice.name).rpartition(" ")
        if voice.kind is VoiceKind.PERSON and first and last:
            by_first[first].append(key)
    homes = _homes(voices)
    return [
        (left, right)
        for group in by_first.values()
        for left, right in _pairs(group)
        for names in ((plain(voices[left].name), plain(voices[right].name)),)
        if left[0] != right[0] and names[0] != names[1] and not homes[names[0]] & homes[names[1]]
        if sounds(names[0]) != sounds(names[1]) and may_be_one_person(*names)
    ]
