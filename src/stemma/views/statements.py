"""What an editor asks of a statement beside whose it is: when it was made, and how sure it is told."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
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
_REACH = 40  # characters from a cue within which a time is that of the saying
_FORMS = 3  # other names of a voice that are shown


@dataclass(frozen=True)
class Statements:
    """One report's attributions as an editor reads them."""

    report: Report
    reading: Reading

    def when(self, attribution: Attribution) -> str:
        """Give when it is told to have been said: the times of the sentence around it, in words; "" where there is none."""
        return ", ".join(
            f"“{clean(timex.span.cut(self.report.text))}” ({timex_phrase(timex)})" for timex in self._times(attribution)
        )

    def how_sure(self, attribution: Attribution) -> str:
        """Give how sure its claims are told and for whom they hold, "" where they are plain."""
        claims = [claim for claim in self.reading.claims if claim.attribution_id == attribution.id]
        told = [_SURE[claim.certainty] for claim in claims if claim.certainty in _SURE]
        told += ["negated" for claim in claims if claim.polarity is Polarity.NEGATES]
        told += [f"“{clean(scope.span.cut(self.report.text)).lower()}”" for claim in claims for scope in claim.scopes]
        return ", ".join(dict.fromkeys(told))

    def does(self, voice: Voice) -> str:
        """Give how often a voice says, denies, declines or asks something, how sure, and when: "says 4 (1 possible)"."""
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
        days = dict.fromkeys(
            timex_phrase(timex) for one in own for timex in self._times(one) if timex.moment is not None
        )
        return "; ".join(part for part in (told, ", ".join(days)) if part)

    def forms(self, voice: Voice) -> tuple[str, ...]:
        """Give what the report calls a voice beside its name: no pronoun, no part of the name, no post before it."""
        name = voice.name.casefold()
        own = {*name.split(), "the"}
        found: dict[str, str] = {}
        for span in voice.named_in:
            form = clean(span.cut(self.report.text))
            key = form.casefold()
            if key not in _PRONOUNS and name not in key and not own.issuperset(key.split()):
                found.setdefault(key, form)
        return tuple(found.values())[:_FORMS]

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
        """Give the days and hours told near a cue, in its sentence and in nobody's content."""
        for timex in self.reading.times:
            start, end = timex.span.start, timex.span.end
            is_near = any(
                first <= start < last and span.start - _REACH < end and start < span.end + _REACH
                for span in attribution.cue
                for first, last in [self._sentence(span.start)]
            )
            is_year = timex.value is not None and timex.value.isdigit()
            if is_near and not is_year and timex.relation == "at" and not any(a <= start < b for a, b in self._said):
                yield timex

    def _sentence(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._sentences, place, key=lambda one: one[0]) - 1
        return self._sentences[number] if number >= 0 else (0, 0)
