"""The same voice in several reports: linked by name or post with a reason, never by role alone."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from stemma.model import Attribution, Evidence, Reading, Report, Voice, VoiceKind, make_id
from stemma.stories.links import Link, VoiceKey, doubtful, links_by_name, links_by_post, misspelt
from stemma.stories.namesakes import plain
from stemma.stories.unions import Union
from stemma.text.words import fold, words

# Labels of turns by which a transcript calls those whom its clerk does not know.
_ANYBODY = re.compile(
    r"(?i)(?:an? |the |unidentified |unknown )?(?:(?:fe)?male )?(?:members? of the (?:public|audience|press)|"
    r"audience(?: member)?|public|man|woman|voices?|speaker|question(?:er)?|reporter|journalist|heckler|participant|"
    r"caller|[qa])(?: \d+)?"
)


def link_voices(
    readings: Sequence[Reading],
    reports: Mapping[str, Report],
    is_joined: Callable[[Attribution, Attribution], bool],
) -> tuple[tuple[Voice, ...], tuple[Reading, ...]]:
    """Give the story's voices and the readings with their attributions pointing to them.

    Persons and bodies are one where their names are, or are forms of one; "the minister" is whom another report names so, if it
    names one alone; an unnamed role is one only where `is_joined` says that two attributions to it go back to one writing-down.
    Each voice of several reports says why it is one, and which other it may be.
    """
    voices = {(reading.report_id, voice.id): voice for reading in readings for voice in reading.voices}
    links = [*links_by_name(voices), *links_by_post(voices, reports), *_same_roles(readings, voices, is_joined)]
    links += _misspelt(readings, voices, is_joined)
    sets: Union[VoiceKey] = Union()
    for link in links:
        sets.join(link.left, link.right)
    members: dict[VoiceKey, list[VoiceKey]] = defaultdict(list)
    for key in sorted(voices):
        members[sets.root(key)].append(key)
    merged = {root: _merge([voices[key] for key in group]) for root, group in members.items()}
    ids = {key: merged[sets.root(key)].id for key in voices}
    linked = _explained(merged, links, doubtful(voices), ids, voices)
    return linked, tuple(_relabelled(reading, ids) for reading in readings)


def is_nameless(voice: Voice) -> bool:
    """Say whether a voice is a role or a group without a proper name.

    >>> is_nameless(Voice(id="v", name="a senior official", kind=VoiceKind.ROLE, named_in=()))
    True
    """
    is_anybody = _ANYBODY.fullmatch(voice.name) is not None
    return voice.kind is VoiceKind.ROLE or is_anybody or not any(letter.isupper() for letter in voice.name)


def has_full_name(voice: Voice) -> bool:
    """Say whether a voice is named so that another name means another voice."""
    return not is_nameless(voice) and (voice.kind is not VoiceKind.PERSON or " " in voice.name)


def names_voice(attribution: Attribution, report: Report, names: Mapping[str, str]) -> bool:
    """Say whether an attribution has its voice's name, or a part of it, beside its cue."""
    return has_name(attribution, report, names.get(attribution.voice_id or "", ""))


def has_name(attribution: Attribution, report: Report, name: str) -> bool:
    """Say whether an attribution has a name, or a part of it, beside its cue."""
    told = {word.key for span in attribution.source for word in words(report.text, span.start, span.end)}
    return bool(told & {fold(part) for part in name.split() if len(part) > 2})


def _merge(group: Sequence[Voice]) -> Voice:
    """Give one voice for several, under the fullest proper name."""
    fullest = max(group, key=lambda one: (not is_nameless(one), len(one.name.split()), len(one.name), one.name))
    spans = tuple(sorted(span for voice in group for span in voice.named_in))
    places = [f"{span.report_id}:{span.start}" for span in spans] or [voice.id for voice in group]
    voice_id = make_id("voice", plain(fullest.name), fullest.kind, *([] if not is_nameless(fullest) else places))
    return Voice(id=voice_id, name=fullest.name, kind=fullest.kind, named_in=spans)


def _explained(
    merged: Mapping[VoiceKey, Voice],
    links: Sequence[Link],
    doubts: Sequence[tuple[VoiceKey, VoiceKey]],
    ids: Mapping[VoiceKey, str],
    voices: Mapping[VoiceKey, Voice],
) -> tuple[Voice, ...]:
    """Give the voices with the reasons that made each one, and the ids of those that it may be as well."""
    reasons: dict[str, dict[tuple[str, str], Evidence]] = defaultdict(dict)
    others: dict[str, set[str]] = defaultdict(set)
    for link in sorted(links, key=lambda one: (one.left, one.right, one.kind)):
        if link.left[0] != link.right[0]:
            spans = tuple(voices[key].named_in[0] for key in (link.left, link.right) if voices[key].named_in)
            evidence = Evidence(kind=link.kind, weight=link.weight, note=link.note, spans=spans)
            reasons[ids[link.left]].setdefault((link.kind, link.note), evidence)
    for left, right in doubts:
        if ids[left] != ids[right]:
            others[ids[left]].add(ids[right])
            others[ids[right]].add(ids[left])
    return tuple(
        replace(one, may_be=tuple(sorted(others[one.id])), evidence=tuple(reasons[one.id].values()))
        for one in merged.values()
    )


def _relabelled(reading: Reading, ids: Mapping[VoiceKey, str]) -> Reading:
    def label(voice_id: str | None) -> str | None:
        return None if voice_id is None else ids[reading.report_id, voice_id]

    return replace(
        reading,
        voices=tuple(replace(voice, id=ids[reading.report_id, voice.id]) for voice in reading.voices),
        attributions=tuple(replace(a, voice_id=label(a.voice_id), via=label(a.via)) for a in reading.attributions),
    )


def _misspelt(
    readings: Sequence[Reading],
    voices: Mapping[VoiceKey, Voice],
    is_joined: Callable[[Attribution, Attribution], bool],
) -> list[Link]:
    """Link persons whose surnames differ by a letter where they say what goes back to one writing-down."""
    said: dict[VoiceKey, list[Attribution]] = defaultdict(list)
    for reading in readings:
        for attribution in reading.attributions:
            if attribution.voice_id is not None:
                said[reading.report_id, attribution.voice_id].append(attribution)
    return [
        Link(
            left=left,
            right=right,
            kind="spelling",
            weight=2.0,
            note=f'"{voices[left].name}" and "{voices[right].name}" say what goes back to one text',
        )
        for left, right in misspelt(voices)
        if any(is_joined(one, other) for one in said[left] for other in said[right])
    ]


def _same_roles(
    readings: Sequence[Reading],
    voices: Mapping[VoiceKey, Voice],
    is_joined: Callable[[Attribution, Attribution], bool],
) -> list[Link]:
    """Link unnamed roles of one name where two of their attributions go back to one writing-down."""
    named: dict[str, list[tuple[VoiceKey, Attribution]]] = defaultdict(list)
    for reading in readings:
        for attribution in reading.attributions:
            if attribution.voice_id is not None:
                key = (reading.report_id, attribution.voice_id)
                if is_nameless(voices[key]):
                    named[plain(voices[key].name)].append((key, attribution))
    return [
        Link(
            left=left, right=right, kind="joined", weight=2.0, note=f'"{name}" says in both what goes back to one text'
        )
        for name, group in named.items()
        for left, one in group
        for right, other in group
        if left < right and left[0] != right[0] and is_joined(one, other)
    ]
