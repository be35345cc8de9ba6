"""Relays: by way of whom a report has the words of each voice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.model import Citation, Report, VoiceKind
from stemma.readings.chains import (
    channel_in,
    hearer_in,
    is_heard,
    is_of_interview,
    is_own,
    is_seen,
    is_within,
    teller_in,
)
from stemma.readings.drafts import Draft
from stemma.readings.voices import Cast, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Relays:
    """What is known of who passes words on in one report: the newsrooms that cite, heard and have seen, and who speaks."""

    report: Report
    cast: Cast
    drafts: Sequence[Draft]
    speakers: Mapping[int, Speaker | None]
    cited: Mapping[int, Speaker]
    citations: Sequence[Citation]
    interviewed: dict[int, Speaker] = field(default_factory=dict)  # who told a newsroom something, and which

    def via(self, one: Draft) -> str | None:
        """Give who passes the words of a draft on; asked in the order of the report, for an interview goes on."""
        own = self.speakers[id(one)]
        relay = self._relay(one, own)
        return None if relay is None or relay is own else self.cast.id_of(relay)

    def _relay(self, one: Draft, own: Speaker | None) -> Speaker | None:
        """Give the newsroom that cites words, gives all of them, has seen or was told them; else who tells what another said."""
        if id(one) in self.cited:
            return self.cited[id(one)]
        tellers = self._tellers(one, own)
        newsroom = next((each for each in tellers if each.kind is VoiceKind.NEWSROOM), None)
        if newsroom is not None or own is None:
            return newsroom
        newsroom = self._hearer(one, own) or self._witness(one)
        if newsroom is not None:
            return newsroom
        place = teller_in(one)
        if place is not None:
            return self.cast.resolve(place)
        is_passed_on = own.kind is not VoiceKind.NEWSROOM and one.parent is not None
        return next(iter(tellers), None) if is_passed_on else None

    def _tellers(self, one: Draft, own: Speaker | None) -> list[Speaker]:
        """Give those in whose words a draft stands, the nearest first."""
        around = [one.parent] if one.parent is not None else []
        if one.cue:
            first, last = min(one.content[0][0], one.cue[0][0]), max(one.content[-1][1], one.cue[-1][1])
            reaching = (each for each in self.drafts if each.content[0][0] <= first and last <= each.content[-1][1])
            around += [each for each in reaching if is_within(one, each)]
        found = (self.speakers.get(id(each)) for each in around)
        return [teller for teller in found if teller is not None and teller is not own]

    def _hearer(self, one: Draft, own: Speaker) -> Speaker | None:
        """Give the newsroom that somebody told something, or that heard him in the interview that is spoken of."""
        found = self._cited(one, is_heard)
        unnamed, channel = (None, None) if found is not None else (hearer_in(one), channel_in(one))
        if unnamed is not None:
            found = self.cast.outlet(unnamed)
        elif channel is not None:
            found = self.cast.resolve(channel)
        if found is not None:
            self.interviewed[id(own)] = found
        return found or (self.interviewed.get(id(own)) if is_of_interview(one) else None)

    def _witness(self, one: Draft) -> Speaker | None:
        """Give the newsroom that has seen or published what speaks ("according to a letter seen by Coast Radio")."""
        return self._cited(one, is_seen)

    def _cited(self, one: Draft, stands_at: Callable[[Draft, Citation], bool]) -> Speaker | None:
        for each in self.citations:
            if not is_own(each, self.report) and stands_at(one, each):
                return self.cast.newsroom(each.name, (each.span.start, each.span.end))
        return None
