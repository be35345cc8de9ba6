"""The same voice in several reports: linked by name, never by role alone."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from anyascii import anyascii

from stemma.model import Attribution, Reading, Report, Voice, VoiceKind, make_id
from stemma.stories.unions import Union
from stemma.text.words import fold, words

VoiceKey = tuple[str, str]
_BODIES = frozenset(
    "ministry police army navy company party court office department agency commission council university hospital "
    "embassy parliament government union airline bank club prosecutors coastguard".split()
)
_ARTICLES = ("the ", "a ", "an ")


def link_voices(
    readings: Sequence[Reading], is_joined: Callable[[Attribution, Attribution], bool]
) -> tuple[tuple[Voice, ...], tuple[Reading, ...]]:
    """Give the story's voices and the readings with their attributions pointing to them.

    Persons and bodies are one where their names are; an unnamed role is one only where `is_joined` says that two
    attributions to it go back to one writing-down.
    """
    keys = [(reading.report_id, voice.id) for reading in readings for voice in reading.voices]
    voices = {(reading.report_id, voice.id): voice for reading in readings for voice in reading.voices}
    sets: Union[VoiceKey] = Union()
    for left, right in _same_names(voices) + _same_bodies(voices) + _same_roles(readings, voices, is_joined):
        sets.join(left, right)
    members: dict[VoiceKey, list[VoiceKey]] = defaultdict(list)
    for key in sorted(keys):
        members[sets.root(key)].append(key)
    linked = {first: _merge([voices[key] for key in group]) for first, group in members.items()}
    ids = {key: linked[sets.root(key)].id for key in keys}
    return tuple(linked.values()), tuple(_relabelled(reading, ids) for reading in readings)


def is_nameless(voice: Voice) -> bool:
    """Say whether a voice is a role or a group without a proper name.

    >>> is_nameless(Voice(id="v", name="a senior official", kind=VoiceKind.ROLE, named_in=()))
    True
    """
    return voice.kind is VoiceKind.ROLE or not any(letter.isupper() for letter in voice.name)


def has_full_name(voice: Voice) -> bool:
    """Say whether a voice is named so that another name means another voice."""
    return not is_nameless(voice) and (voice.kind is not VoiceKind.PERSON or " " in voice.name)


def names_voice(attribution: Attribution, report: Report, names: Mapping[str, str]) -> bool:
    """Say whether an attribution has its voice's name, or a part of it, beside its cue."""
    told = {word.key for span in attribution.source for word in words(report.text, span.start, span.end)}
    return bool(told & {fold(part) for part in names.get(attribution.voice_id or "", "").split() if len(part) > 2})


def _merge(group: Sequence[Voice]) -> Voice:
    fullest = max(group, key=lambda voice: (len(voice.name.split()), len(voice.name), voice.name))
    spans = tuple(sorted(span for voice in group for span in voice.named_in))
    places = [f"{span.report_id}:{span.start}" for span in spans] or [voice.id for voice in group]
    voice_id = make_id("voice", _plain(fullest.name), fullest.kind, *([] if not is_nameless(fullest) else places))
    return Voice(id=voice_id, name=fullest.name, kind=fullest.kind, named_in=spans)


def _relabelled(reading: Reading, ids: Mapping[VoiceKey, str]) -> Reading:
    def label(voice_id: str | None) -> str | None:
        return None if voice_id is None else ids[reading.report_id, voice_id]

    return replace(
        reading,
        voices=tuple(replace(voice, id=ids[reading.report_id, voice.id]) for voice in reading.voices),
        attributions=tuple(replace(a, voice_id=label(a.voice_id), via=label(a.via)) for a in reading.attributions),
    )


def _plain(name: str) -> str:
    plain = anyascii(name).casefold().replace(".", "")
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return " ".join(plain.replace("-", " ").split())


def _same_names(voices: Mapping[VoiceKey, Voice]) -> list[tuple[VoiceKey, VoiceKey]]:
    by_name: dict[str, list[VoiceKey]] = defaultdict(list)
    by_last: dict[str, list[VoiceKey]] = defaultdict(list)
    for key, voice in sorted(voices.items()):
        if is_nameless(voice) or voice.kind is VoiceKind.NEWSROOM:
            continue
        by_name[_plain(voice.name)].append(key)
        if voice.kind is VoiceKind.PERSON:
            by_last[_plain(voice.name).rsplit(" ", 1)[-1]].append(key)
    pairs = [(group[0], other) for group in by_name.values() for other in group[1:]]
    for group in by_last.values():
        fullest = {_plain(voices[key].name) for key in group if " " in _plain(voices[key].name)}
        pairs += [
            (left, right)
            for left in group
            for right in group
            if left < right and _is_short_for(_plain(voices[left].name), _plain(voices[right].name), fullest)
        ]
    return pairs


def _is_short_for(left: str, right: str, fullest: set[str]) -> bool:
    """Say whether one name is the other cut short, and no namesake in the story makes that doubtful."""
    short, full = sorted((left.split(), right.split()), key=len)
    namesakes = {name.split()[0] for name in fullest}
    if len(short) == 1:
        return len(namesakes) <= 1
    return set(short) <= set(full) and short[0] == full[0]


def _same_bodies(voices: Mapping[VoiceKey, Voice]) -> list[tuple[VoiceKey, VoiceKey]]:
    """Link a body's long and short names ("Norland's health ministry", "the ministry") where the story has but one such body."""
    by_head: dict[str, list[tuple[VoiceKey, frozenset[str]]]] = defaultdict(list)
    for key, voice in sorted(voices.items()):
        parts = frozenset(part.removesuffix("'s") for part in _plain(voice.name).split()) - {"of", "the", "and", "for"}
        for head in parts & _BODIES:
            by_head[head].append((key, parts - {head}))
    pairs: list[tuple[VoiceKey, VoiceKey]] = []
    for group in by_head.values():
        named = [parts for _, parts in group if parts]
        if all(left & right for left in named for right in named):
            pairs.extend((group[0][0], key) for key, _ in group[1:])
    return pairs


def _same_roles(
    readings: Sequence[Reading],
    voices: Mapping[VoiceKey, Voice],
    is_joined: Callable[[Attribution, Attribution], bool],
) -> list[tuple[VoiceKey, VoiceKey]]:
    named: dict[str, list[tuple[VoiceKey, Attribution]]] = defaultdict(list)
    for reading in readings:
        for attribution in reading.attributions:
            if attribution.voice_id is not None:
                key = (reading.report_id, attribution.voice_id)
                if is_nameless(voices[key]):
                    named[_plain(voices[key].name)].append((key, attribution))
    return [
        (left, right)
        for group in named.values()
        for left, one in group
        for right, other in group
        if left < right and left[0] != right[0] and is_joined(one, other)
    ]
