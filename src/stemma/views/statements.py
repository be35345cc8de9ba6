"""What an editor asks of a statement beside whose it is: when it was made, and how sure it is told."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Attribution, Certainty, Polarity, Reading, Report, Stance, Timex, Voice, ZoneKind
from stemma.text.sentences import sentences
from stemma.views.cells import clean
from stemma.views.phrases import timex_phrase

_PRONOUNS = frozenset("he she it they we i you who which that his her its their our my him them us me".split())
_SURE = {
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.CONDITIONAL: "on a condition",
}
_DOES = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.DECLINES: "declines",
    Stance.ASKS: "asks",
    Stance.UNVERIFIED: "cannot verify",
}
_LENGTHS = frozenset({"for", "every"})
_FORMS = 3  # other names of a voice that are shown


@dataclass(frozen=True)
class Statements:
    """One report's attributions as an editor reads them."""

    report: Report
    reading: Reading

    def when(self, attribution: Attribution) -> str:
        """Give when it is told to have been said: the times of the sentence around it, in words; "" where there is none."""
        return ", ".join(f"{timex_phrase(timex)} (“{clean(timex.span.cut(self.report.text))}”)" for timex in self._times(attribution))

    def how_sure(self, attribution: Attribution) -> str:
        """Give how sure its claims are told and for whom they hold, "" where they are plain."""
        claims = [claim for claim in self.reading.claims if claim.attribution_id == attribution.id]
        told = [_SURE[claim.certainty] for claim in claims if claim.certainty in _SURE]
        told += ["negated" for claim in claims if claim.polarity is Polarity.NEGATES]
        told += [f"“{clean(scope.span.cut(self.report.text)).lower()}”" for claim in claims for scope in claim.scopes]
        return ", ".join(dict.fromkeys(told))

    def does(self, voice: Voice) -> str:
        """Give how often a voice says, denies, declines or asks something, how sure, and when: "says 4 (1 possible), 2022-10-02"."""
        own = [one for one in self.reading.attributions if one.voice_id == voice.id]
        acts = Counter(_DOES[one.stance] for one in own)
        ids = {one.id for one in own}
        sure = Counter(
            _SURE[claim.certainty]
            for claim in self.reading.claims
            if claim.attribution_id in ids and claim.certainty in _SURE
        )
        told = ", ".join(f"{act} {count}" for act, count in acts.items())
        passed_on = sum(one.via == voice.id for one in self.reading.attributions)
        if passed_on:
            told = ", ".join(part for part in (told, f"passes on {passed_on}") if part)
        if sure:
            told += f" ({', '.join(f'{count} {how}' for how, count in sure.items())})"
        days = dict.fromkeys(timex_phrase(timex) for one in own for timex in self._times(one) if timex.moment is not None)
        return "; ".join(part for part in (told, ", ".join(days)) if part)

    def forms(self, voice: Voice) -> tuple[str, ...]:
        """Give the other words by which the report names a voice, pronouns left out, each once, as they first stand."""
        shown = [clean(span.cut(self.report.text)) for span in voice.named_in]
        own = {voice.name.casefold(), f"the {voice.name.casefold()}"}
        found = {form.casefold(): form for form in reversed(shown) if form.casefold() not in own | _PRONOUNS}
        return tuple(dict.fromkeys(form for form in shown if form in found.values()))[:_FORMS]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return [
            place
            for zone in self.report.zones
            if zone.kind is not ZoneKind.FURNITURE
            for place in sentences(self.report.text, zone.start, zone.end)
        ]

    @cached_property
    def _said(self) -> list[tuple[int, int]]:
        return [(span.start, span.end) for one in self.reading.attributions for span in one.content]

    def _times(self, attribution: Attribution) -> Iterator[Timex]:
        """Give the times in the sentences of a source and a cue that stand in nobody's content."""
        around = {self._sentence(span.start) for span in (*attribution.source, *attribution.cue)}
        for timex in self.reading.times:
            start = timex.span.start
            is_around = any(first <= start < last for first, last in around)
            if is_around and timex.relation not in _LENGTHS and not any(first <= start < last for first, last in self._said):
                yield timex

    def _sentence(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._sentences, place, key=lambda one: one[0]) - 1
        return self._sentences[number] if number >= 0 else (0, 0)
