"""Voices: which mentions of speakers are one speaker, and his fullest name."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from stemma.model import Report, Span, Voice, VoiceKind, make_id
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import Mention, describe
from stemma.readings.sentence import READ

Place = tuple[int, int]

_NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ\u0400-\u042f][^\W\d_]*(?:['’-][^\W\d_]+)*\.?)"
    r"(?:[ \u00a0](?:(?:de|la|le|van|von|der|den|bin|ibn|al|el|da|di|du|dos|del)[ \u00a0])*"
    r"[A-ZÀ-ÖØ-Þ\u0400-\u042f][^\W\d_]*(?:['’-][^\W\d_]+)*\.?)*"
)
_TITLE_BEFORE = re.compile(r"([\w.'’-]+(?:[ ,]+(?:of|for|and|the)?[ ]?[\w.'’-]+){0,7})[ ]$")


@dataclass(slots=True, kw_only=True)
class Speaker:
    """A voice while the report is read: all that is known of it so far."""

    name: str
    kind: VoiceKind
    gender: str = ""
    is_plural: bool = False
    described: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    last_at: int = -1


class Cast:
    """The speakers of one report, found one mention after another in text order."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.names = FullNames(report)
        self.speakers: list[Speaker] = []

    def resolve(self, place: Place, antecedent: str = "") -> Speaker | None:
        """Give the speaker that a mention at a place names, a new one where none fits; None where nothing can be inferred."""
        mention = describe(self.report.text[place[0] : place[1]])
        if mention.pronoun:
            speaker = self._of_pronoun(mention, place, antecedent)
        else:
            speaker = self._of_mention(mention, place)
        if speaker is not None:
            speaker.last_at = place[0]
            if place not in speaker.places:
                speaker.places.append(place)
        return speaker

    def _of_mention(self, mention: Mention, place: Place) -> Speaker:
        if mention.issuer:
            return self._of_mention(describe(mention.issuer), place)
        if mention.name:
            return self._of_name(mention, place)
        return self._of_role(mention, place)

    def _of_name(self, mention: Mention, place: Place) -> Speaker:
        """Give the speaker of a proper name; a surname stands for the full name that the report gives."""
        full = self.names.fullest(mention.name, place[0]) if mention.kind is VoiceKind.PERSON else mention.name
        kind = mention.kind
        if kind is VoiceKind.ROLE or (kind is VoiceKind.DOCUMENT and mention.text != mention.name):
            full = _bare(mention.text)
        for speaker in self.speakers:
            if _same_name(speaker.name, full, kind, speaker.kind):
                speaker.described |= mention.described
                speaker.gender = speaker.gender or mention.gender
                if len(full) > len(speaker.name) and kind is VoiceKind.PERSON:
                    speaker.name = full
                return speaker
        gender = mention.gender or self.names.gender(full)
        return self._new(Speaker(name=full, kind=kind, gender=gender, described=set(mention.described), is_plural=mention.is_plural))

    def _of_role(self, mention: Mention, place: Place) -> Speaker:
        """Give the speaker of a description: whoever bears the title in this report, else one who stays unnamed."""
        first = mention.text.split(" ", 1)[0].casefold()
        if not mention.is_plural and first not in {"a", "an", "one", "another"}:
            named = self._titled(mention, place)
            if named is not None:
                return named
        bare = _bare(mention.text)
        for speaker in self.speakers:
            if speaker.name.casefold() == bare.casefold() and first not in {"another"}:
                return speaker
        if first in {"the", "that", "this"}:
            heads = mention.described & (lexicon().titles | lexicon().groups)
            for speaker in sorted(self.speakers, key=lambda one: -one.last_at):
                if speaker.kind is mention.kind is VoiceKind.ROLE and heads and mention.described <= {_stem(w) for w in speaker.described} | speaker.described:
                    return speaker
        return self._new(Speaker(name=bare, kind=mention.kind, gender=mention.gender, described=set(mention.described), is_plural=mention.is_plural))

    def _titled(self, mention: Mention, place: Place) -> Speaker | None:
        """Give the person whose title in this report holds all the words of a description."""
        wanted = mention.described
        if not wanted & lexicon().titles:
            return None
        full = self.names.titled(wanted, place[0])
        if full is None:
            return None
        for speaker in self.speakers:
            if speaker.name == full:
                return speaker
        return self._new(Speaker(name=full, kind=VoiceKind.PERSON, gender=mention.gender or self.names.gender(full), described=set(wanted)))

    def _of_pronoun(self, mention: Mention, place: Place, antecedent: str) -> Speaker | None:
        """Give the speaker that a pronoun goes back to: its antecedent, else the last fitting speaker, else the last person named."""
        key = mention.pronoun
        if key in {"who", "which", "that"}:
            return self._of_mention(describe(antecedent), place) if antecedent else None
        if key in {"i", "we", "my", "our", "me", "us"}:
            return self._newsroom()
        if key == "you":
            return None
        gender = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(key, "")
        return self._last_person(gender, place) if gender else self._last_thing(key)

    def _last_person(self, gender: str, place: Place) -> Speaker | None:
        fitting = [one for one in self.speakers if one.kind in {VoiceKind.PERSON, VoiceKind.ROLE} and not one.is_plural and one.gender in {"", gender}]
        latest = max(fitting, key=lambda one: one.last_at, default=None)
        named = self.names.last_before(place[0], gender)
        if named is not None and (latest is None or named[1] > latest.last_at + 1200):
            latest = self._of_name(describe(named[0]), (named[1], named[1] + len(named[0])))
        if latest is not None:
            latest.gender = latest.gender or gender
        return latest

    def _last_thing(self, key: str) -> Speaker | None:
        if key in {"it", "its"}:
            fitting = [one for one in self.speakers if one.kind in {VoiceKind.BODY, VoiceKind.DOCUMENT, VoiceKind.NEWSROOM}]
        else:
            fitting = [one for one in self.speakers if one.is_plural or one.kind is VoiceKind.BODY]
        return max(fitting, key=lambda one: one.last_at, default=None)

    def _newsroom(self) -> Speaker:
        for speaker in self.speakers:
            if speaker.name == "the newsroom":
                return speaker
        return self._new(Speaker(name="the newsroom", kind=VoiceKind.NEWSROOM))

    def _new(self, speaker: Speaker) -> Speaker:
        self.speakers.append(speaker)
        return speaker

    def voices(self) -> tuple[Voice, ...]:
        """Give the voices that were found, in the order of their first mention."""
        spoken = [one for one in self.speakers if one.places]
        return tuple(
            Voice(
                id=self.id_of(one),
                name=one.name,
                kind=one.kind,
                named_in=tuple(Span(self.report.id, *place) for place in sorted(one.places)),
            )
            for one in sorted(spoken, key=lambda one: (min(one.places), one.name))
        )

    def id_of(self, speaker: Speaker) -> str:
        """Give the id of a speaker's voice in this report."""
        return make_id("voice", self.report.id, speaker.kind, speaker.name)


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|The)\s+", "", text.strip(" ,.\u00a0"))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _same_name(left: str, right: str, left_kind: VoiceKind, right_kind: VoiceKind) -> bool:
    """Say that two names are forms of one: equal, or a surname and the full name."""
    if left.casefold() == right.casefold():
        return True
    if left_kind is not VoiceKind.PERSON or right_kind is not VoiceKind.PERSON:
        return False
    shorter, longer = sorted((left.split(), right.split()), key=len)
    return len(shorter) == 1 and shorter[0] == longer[-1]


class FullNames:
    """The full names of persons in a report, with the titles that stand beside them."""

    def __init__(self, report: Report) -> None:
        self.by_last: dict[str, Counter[str]] = {}
        self.titles: list[tuple[str, set[str], int]] = []
        self.genders: dict[str, str] = {}
        for zone in report.zones:
            if zone.kind in READ:
                self._scan(report.text, zone.start, zone.end)

    def _scan(self, text: str, start: int, end: int) -> None:
        for found in _NAME.finditer(text, start, end):
            run = found.group()
            if " " not in run and "\u00a0" not in run and found.end() < end and text[found.end()] != ",":
                continue
            mention = describe(run)
            full = mention.name.rstrip(".") if not mention.name.endswith(("Jr.", "Sr.")) else mention.name
            if not full or mention.kind is not VoiceKind.PERSON:
                continue
            place = found.start() + run.rfind(full)
            before = _title_words(text, start, place)
            behind = re.match(r", ((?:the|a|an|who is|[a-z]+)\b[^,.;:“\"]{3,70})", text[place + len(full) : min(end, place + len(full) + 90)])
            words = before | (_words(behind.group(1)) if behind else set())
            if " " in full:
                self.by_last.setdefault(full.split()[-1], Counter())[full] += 1
            if words & lexicon().titles:
                self.titles.append((full, words, found.start()))
            gender = describe(f"{' '.join(sorted(before))} {full}").gender
            if gender:
                self.genders.setdefault(full, gender)

    def fullest(self, name: str, place: int) -> str:
        """Give the full name that a short one stands for: the commonest with that surname, or the name itself."""
        del place
        parts = name.split()
        candidates = self.by_last.get(parts[-1] if parts else "", Counter())
        fitting = [(count, full) for full, count in candidates.items() if len(parts) == 1 or full.split()[0] == parts[0]]
        if not fitting:
            return name
        count, full = max(fitting, key=lambda one: (one[0], -len(one[1])))
        return full if len(full) >= len(name) else name

    def titled(self, wanted: frozenset[str], place: int) -> str | None:
        """Give the person nearest before a place (else the first behind) whose titles hold all the wanted words."""
        fitting = [(full, at) for full, words, at in self.titles if all(_held(word, words) for word in wanted)]
        if not fitting:
            return None
        before = [one for one in fitting if one[1] <= place]
        full = max(before, key=lambda one: one[1])[0] if before else min(fitting, key=lambda one: one[1])[0]
        return self.fullest(full, place)

    def last_before(self, place: int, gender: str) -> tuple[str, int] | None:
        """Give the last titled person named before a place whose gender does not forbid it."""
        fitting = [(full, at) for full, _, at in self.titles if at < place and self.genders.get(full, gender) == gender]
        return max(fitting, key=lambda one: one[1], default=None)

    def gender(self, full: str) -> str:
        """Give the gender that a title beside a name shows, "" where none does."""
        return self.genders.get(full, "")


def _held(word: str, words: Iterable[str]) -> bool:
    """Say that a word, or one of the same stem (a land and its people), is among others."""
    return any(word == other or (len(word) > 4 and len(other) > 4 and word[:5] == other[:5]) for other in words)


def _title_words(text: str, start: int, place: int) -> set[str]:
    """Give the words right before a name that may be its title."""
    piece = text[max(start, place - 90) : place]
    piece = re.split(r"[.;:“”\"()]\s|\b(?:said|says|told|that|when|while|after|by|to|with)\b|, ", piece)[-1]
    return _words(piece)


def _words(piece: str) -> set[str]:
    return {re.sub(r"['’]s$", "", word.casefold()) for word in re.findall(r"[\w.'’-]+", piece)} - {"the", "a", "an", "of", "for", "and", "in"}

