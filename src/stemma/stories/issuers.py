"""Releases, statements and letters: what somebody gives out in his own name is his word, and nobody else's text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.model import OutletKind, Reading, Voice, VoiceKind, make_id
from stemma.stories.namesakes import plain
from stemma.stories.witnesses import Witness


def is_release(witness: Witness) -> bool:
    """Say whether a text was given out by a press office and is no newsroom's report."""
    return witness.kind is OutletKind.PRESS_OFFICE and witness.outlet is not None


def with_issuer(reading: Reading, witness: Witness) -> Reading:
    """Give a release's reading with its issuer among the voices, named where the release names it; any other as it was."""
    if not is_release(witness) or issuer_of(reading, witness) is not None:
        return reading
    name = witness.outlet or ""
    named_in = tuple(one.span for one in reading.names if plain(one.canonical) == plain(name))
    voice_id = make_id("voice", reading.report_id, "issuer", name)
    return replace(
        reading, voices=(*reading.voices, Voice(id=voice_id, name=name, kind=VoiceKind.BODY, named_in=named_in))
    )


def issuer_of(reading: Reading, witness: Witness) -> str | None:
    """Give the id of the voice that speaks in a release where it names no other; None for a report."""
    if not is_release(witness):
        return None
    return next((voice.id for voice in reading.voices if plain(voice.name) == plain(witness.outlet or "")), None)


def own_voices(reading: Reading, witness: Witness) -> frozenset[str]:
    """Give the voices that are the report's own newsroom, by its whole name or its last words ("the Echo")."""
    outlet = plain(witness.name or "")
    newsrooms = [
        voice for voice in reading.voices if voice.kind is VoiceKind.NEWSROOM and any(map(str.isupper, voice.name))
    ]
    return frozenset(one.id for one in newsrooms if outlet and f" {outlet}".endswith(f" {plain(one.name)}"))


def issuers_of(readings: Sequence[Reading], witnesses: Mapping[str, Witness]) -> dict[str, str]:
    """Give the issuer's voice of each release, by report id."""
    found = {reading.report_id: issuer_of(reading, witnesses[reading.report_id]) for reading in readings}
    return {report_id: voice_id for report_id, voice_id in found.items() if voice_id is not None}
