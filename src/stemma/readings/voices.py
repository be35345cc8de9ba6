"""Voices: which mentions of speakers are one speaker, and his fullest name."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.model import Citation, CreditRole, Name, NameKind, Report, Span, Voice, VoiceKind, ZoneKind, make_id
from stemma.readings.antecedents import IT, REACH, antecedents
from stemma.readings.fullnames import FullNames
from stemma.readings.genders import gender_of_name
from stemma.readings.introductions import Introduction
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import Mention, bare, describe, is_many
from stemma.readings.sentence import Sentence
from stemma.readings.trails import Asked, Trail
from stemma.text.marks import Marked

Place = tuple[int, int]  # characters of the report's text, the last excluded

NEWSROOM = "the newsroom"
_OPENING = re.compile(r"[A-Z]\w+ [a-z]")  # a capital before a small word, as at the start of a sentence
_OF_WHICH = re.compile(
    r"(?:\w+ of )?(?:which|whom) (?=[A-Z])"
)  # "many of which Orr": a reader's source with an object in it
_OFFICE = re.compile(r"[A-Z]{2,4}")  # "the PM", where the report says who is prime minister
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around the mention of a speaker."""

    antecedent: Place | None = None  # what a relative pronoun goes back to
    parent: Speaker | None = None  # inside whose words the mention stands
    hearer: Place | None = None  # where somebody stands to whom he says it


class Cast:
    """The speakers of one report, found one mention after another in text order."""

    def __init__(
        self,
        report: Report,
        names: Sequence[Name],
        stretches: Sequence[Marked] = (),
        introduction: Introduction | None = None,
        sentences: Sequence[Sentence] = (),
        citations: Sequence[Citation] = (),
    ) -> None:
        self.report = report
        self.sentences = sentences
        self.starts = [one.start for one in sentences]
        self.introduction = introduction
        self.headlines = [(zone.start, zone.end) for zone in report.zones if zone.kind is ZoneKind.HEADLINE]
        self.newsrooms = {one.name for one in citations} | {
            one.name for one in report.credits if one.role in {CreditRole.AGENCY, CreditRole.OUTLET}
        }
        spoken_of = (one for one in citations if one.span.cut(report.text)[:4].casefold() == "the ")
        self.cited_again = {one.span.start: one.name for one in spoken_of}  # "the station", by where it stands
        self.names = FullNames(report, names, stretches)
        self.trail = Trail(report.text, self.names)
        self.speakers: list[Speaker] = []

    def resolve(
        self,
        place: Place,
        around: "Around | None" = None,
    ) -> Speaker | None:
        """Give the speaker that a mention names, a new one where none fits; None where nothing can be inferred."""
        around = around or Around()
        relative = _OF_WHICH.match(self.report.text, *place)
        place = place if relative is None else (relative.end(), place[1])
        owner = _OWNER.search(self.report.text, *place)
        place = place if owner is None else (place[0], owner.start())  # "Orr's" is Orr
        text = self.report.text[slice(*self.names.without_home(place))]
        is_small = text[1:2].islower() and (is_many(text) or self.names.is_common(text))
        if is_small or (_OPENING.match(text) and not self.names.begins(place[0]) and not self.names.knows(text)):
            text = text[:1].lower() + text[1:]  # the capital is the sentence's, not a name's
        mention = describe(text)
        several = None if mention.pronoun else self.names.several(place)
        speaker = self._of(mention, place, around, several)
        if speaker is None:
            return None
        speaker.last_at = max(place[0], speaker.last_at)
        is_person = speaker.kind is VoiceKind.PERSON
        if is_person or (speaker.kind is VoiceKind.ROLE and not speaker.is_plural):
            self.trail.note(place, speaker.name, is_sure=is_person or _is_human(speaker.name))
        shown = several or (place if mention.pronoun else (place[0], place[0] + len(mention.text)))
        if shown not in speaker.places:
            speaker.places.append(shown)
        return speaker

    def _of(self, mention: Mention, place: Place, around: Around, several: Place | None) -> Speaker | None:
        """Give the speaker of a mention by the way in which it names him."""
        if mention.pronoun:
            return self._of_pronoun(mention, place, around)
        if several is not None:
            return self._of_several(self.report.text[slice(*several)])
        named = self.names.apposed(place, place[0] + len(mention.text))
        inside = self.names.person_in(_core(place, mention)) if named is not None else None
        is_place = (
            inside is not None and not mention.name and " " not in inside.canonical
        )  # "the treasurer of Orrin, Ada Orr,"
        if named is not None and (inside is None or is_place):
            return self._of_apposed(mention, named)
        return self._of_mention(mention, place)

    def _of_several(self, text: str) -> Speaker:
        """Give the speaker that two persons are who speak as one."""
        known = next((one for one in self.speakers if one.is_plural and one.name == text), None)
        return known or self._new(Speaker(name=text, kind=VoiceKind.ROLE, is_plural=True))

    def _of_apposed(self, mention: Mention, named: Name) -> Speaker:
        """Give the speaker whose name follows his post between commas ("the envoy, Ada Orr, said")."""
        for speaker in self.speakers:
            if _letters(speaker.name) == _letters(named.canonical):
                speaker.described |= mention.described
                return speaker
        kind = _kind(named.kind, VoiceKind.PERSON if " " in named.canonical else VoiceKind.BODY)
        before = self.report.text[max(0, named.span.start - 60) : named.span.start].rpartition(",")[2].split()
        if before and before[-1] in lexicon().body | _FIRMS:
            kind = VoiceKind.BODY
        gender = mention.gender or self.names.gender(named.canonical)
        return self._new(Speaker(name=named.canonical, kind=kind, gender=gender, described=set(mention.described)))

    def _of_mention(self, mention: Mention, place: Place) -> Speaker:
        if mention.issuer:
            issuer = describe(mention.issuer)
            of_pronoun = self._of_pronoun(issuer, place, Around()) if issuer.pronoun else None
            if of_pronoun is not None or not issuer.pronoun:
                return of_pronoun or self._of_mention(issuer, place)
        return self._of_name(mention, place) if mention.name else self._of_role(mention, place)

    def _of_name(self, mention: Mention, place: Place) -> Speaker:
        """Give the speaker of a proper name; a surname stands for the full name that the report gives."""
        full, kind = mention.name, mention.kind
        known = (self.names.person_in(_core(place, mention)) if kind is VoiceKind.PERSON else None) or self.names.at(
            place, mention.name
        )
        of_post = self._untitled(mention, place) or self._alone(mention, place) if kind is VoiceKind.ROLE else None
        if of_post is not None:  # "the Orrline boss" behind "Ada Orr"
            return self._person(of_post, mention)
        if kind is VoiceKind.ROLE or (kind is VoiceKind.DOCUMENT and mention.text != mention.name):
            full = bare(mention.text)
        elif known is not None and kind in {VoiceKind.PERSON, VoiceKind.BODY}:
            full, kind = known.canonical, _kind(known.kind, kind)
        elif kind is VoiceKind.PERSON and " " not in full and place[1] - place[0] > len(full):
            return self._of_role(mention, place)
        if kind is VoiceKind.BODY and self._is_heading(place):
            longer = self.names.body_called(frozenset(full.casefold().split()), None)
            full = full if longer is None else longer.canonical
        holder = self.names.in_office(full) if kind is VoiceKind.BODY and _OFFICE.fullmatch(full) else None
        if holder is not None:
            return self._person(holder, mention)
        newsroom = self._newsroom_called(full) if kind is not VoiceKind.ROLE and not mention.described else None
        if newsroom is not None:
            full, kind, known = newsroom, VoiceKind.NEWSROOM, None
        for speaker in self.speakers:
            if _is_same(speaker, full, kind, is_known=known is not None):
                speaker.described |= mention.described
                speaker.gender = speaker.gender or mention.gender
                return speaker
        gender = mention.gender or self.names.gender(full)
        return self._new(
            Speaker(name=full, kind=kind, gender=gender, described=set(mention.described), is_plural=mention.is_plural)
        )

    def is_unknown(self, speaker: Speaker) -> bool:
        """Say that a speaker has a name of one word that nothing shows to be a person's: no title, no first name, no list."""
        named = {name.kind for name in self.names.names if name.canonical == speaker.name}
        is_bare = speaker.kind is VoiceKind.PERSON and " " not in speaker.name and not speaker.described
        return is_bare and not speaker.gender and named <= {NameKind.OTHER}

    def _is_heading(self, place: Place) -> bool:
        return any(start <= place[0] < end for start, end in self.headlines)

    def _newsroom_called(self, name: str) -> str | None:
        """Give the newsroom of the report that a name is, or is the last word of ("the Post": the Harbour Post)."""
        fitting = {one for one in self.newsrooms if one == name or one.endswith(f" {name}")}
        return name if name in self.newsrooms else next(iter(fitting)) if len(fitting) == 1 else None

    def _of_role(self, mention: Mention, place: Place) -> Speaker:
        """Give the speaker of a description: whoever bears the title in this report, else one who stays unnamed."""
        first = mention.text.split(" ", 1)[0].casefold()
        if not mention.is_plural and first not in {"a", "an", "one", "another"}:
            named = self._titled(mention, place)
            if named is not None:
                return named
        if place[0] in self.cited_again and mention.text.count(" ") < _SORT_WORDS:
            return self.newsroom(self.cited_again[place[0]], place)
        if mention.kind is VoiceKind.NEWSROOM and first == "the" and not mention.is_plural:
            outlet = self.names.last_outlet(place[0])
            if outlet is not None:  # "the newspaper" behind "the Daily Post"
                return self._of_name(describe(outlet.canonical), (outlet.span.start, outlet.span.end))
        is_heading = self._is_heading(place)
        is_called = _is_called(mention, "the" if is_heading else first)  # headlines have no articles
        named_body = self.names.body_called(mention.described, None if is_heading else place[0]) if is_called else None
        if named_body is not None:  # "the board" behind "the Harbour Board"
            return self._of_name(describe(f"the {named_body.canonical}"), (named_body.span.start, named_body.span.end))
        known = bare(mention.text)
        named_so = None if first == "another" else self._named_so(known)
        if named_so is None or self._is_of_headline(named_so):
            # "the official" behind "a senior official", whatever the headline calls him
            spoken = self._spoken(mention) if first in {"the", "that", "this", "its", "their"} else None
            named_so = spoken or named_so
        if named_so is not None:
            return named_so
        return self._new(
            Speaker(
                name=known,
                kind=mention.kind,
                gender=mention.gender,
                described=set(mention.described),
                is_plural=mention.is_plural,
            )
        )

    def _named_so(self, name: str) -> Speaker | None:
        return next((one for one in self.speakers if one.name.casefold() == name.casefold()), None)

    def _is_of_headline(self, speaker: Speaker) -> bool:
        """Say that no more than headlines have named a speaker so far."""
        places = [place for place, _ in speaker.places]
        return bool(places) and all(any(start <= one < end for start, end in self.headlines) for one in places)

    def _spoken(self, mention: Mention) -> Speaker | None:
        """Give the unnamed speaker or the document spoken of before, of which a description tells no more ("the poll")."""
        known = lexicon()
        heads = mention.described & (
            known.documents if mention.kind is VoiceKind.DOCUMENT else known.titles | known.groups
        )
        told = mention.described - (_FRESH if mention.kind is VoiceKind.DOCUMENT else frozenset())
        for speaker in sorted(self.speakers, key=lambda one: -one.last_at):
            is_kind = speaker.kind is mention.kind and mention.kind in {VoiceKind.ROLE, VoiceKind.DOCUMENT}
            if heads and is_kind and told <= speaker.described:
                return speaker
        return None

    def _titled(self, mention: Mention, place: Place) -> Speaker | None:
        """Give the person whose title in this report holds all the words of a description.

        A title that many may bear ("the officer") stands for a person only where he was the last to speak.
        """
        titles = mention.described & lexicon().titles
        if self.introduction is not None and self.introduction.fits(mention, place):
            return self._person(self.introduction.full, mention)
        if titles and self._is_heading(place):
            bearer = self.names.bearer(mention.described)
            return None if bearer is None else self._person(bearer, mention)
        if not titles or (mention.text.istitle() and " " not in mention.text):  # a lone "Justice" may be a department
            return None
        if titles <= lexicon().common:
            latest = max(self.speakers, key=lambda one: one.last_at, default=None)
            is_he = latest is not None and latest.kind is VoiceKind.PERSON and mention.described <= latest.described
            return latest if is_he else None
        full = self.names.titled(mention.described, place[0])
        if full is None and mention.described - titles <= _SCOPES:
            full = self.names.bearer(mention.described)
        if full is None and self.introduction is not None and self.introduction.is_held(mention):
            full = self.introduction.full
        if full is None:
            full = self._untitled(mention, place) or self._alone(mention, place)
        return None if full is None else self._person(full, mention)

    def _of_pronoun(self, mention: Mention, place: Place, around: Around) -> Speaker | None:
        """Give the speaker that a pronoun goes back to: its antecedent, else who is speaking, else the last fitting person."""
        key, antecedent, parent = mention.pronoun, around.antecedent, around.parent
        if key in _GENDERS:
            return self._last_person(_GENDERS[key], place, around)
        if key in {"who", "which", "that"}:
            named = None
            if antecedent is not None and key == "who":
                named = self.names.apposed_to(antecedent[0]) or self.names.ending_at(antecedent)
            if named is not None:
                return self.resolve((named.span.start, named.span.end))
            return None if antecedent is None or not self._speaks(antecedent, key) else self.resolve(antecedent)
        if key in {"i", "we", "my", "our", "me", "us"}:
            return parent or self._author(key) or self._newsroom()
        if parent is not None and _fits(parent, key):
            return parent
        return self._last_thing(key, place)

    def _speaks(self, place: Place, key: str) -> bool:
        """Say that what "which" or "that" goes back to may speak: a name, a document, a body or people."""
        mention = describe(self.report.text[place[0] : place[1]])
        return (
            key == "who"
            or mention.kind is not VoiceKind.ROLE
            or bool(mention.described & (lexicon().titles | lexicon().groups))
        )

    def _last_person(self, gender: str, place: Place, around: Around) -> Speaker | None:
        """Give the person or unnamed speaker whom "he" or "she" most probably means."""
        barred = set() if around.hearer is None else self.names.persons_in(around.hearer)
        if around.parent is not None and self.names.is_marked(place[0]):
            barred.add(around.parent.name)  # nobody is "he" in his own words
        name = self.trail.foremost(Asked(place=place[0], gender=gender, barred=barred))
        if name is None:
            return None
        unnamed = (one for one in self.speakers if one.name == name and one.kind is VoiceKind.ROLE)
        found = next(unnamed, None) or self._person(name)
        found.gender = found.gender or gender
        return found

    def _untitled(self, mention: Mention, place: Place) -> str | None:
        """Give the person without a post who was just said to speak, where "the boss" behind a quotation can be nobody else."""
        is_said_of = mention.text.casefold().startswith("the ") and " of " not in mention.text
        is_post = bool(mention.described & lexicon().titles - lexicon().common)
        return self.names.announced(place[0]) if is_said_of and is_post and not mention.is_plural else None

    def _alone(self, mention: Mention, place: Place) -> str | None:
        """Give the one person whom the paragraph has named, where "the former governor" or "the leader" says more of him."""
        posts = mention.described & lexicon().titles - lexicon().common
        may_be = posts <= _ANY_POST or not mention.described.isdisjoint({"former", "ex"})
        if not posts or not may_be or mention.is_plural or not mention.text.casefold().startswith("the "):
            return None
        return self.names.alone_before(place[0])

    def _person(self, full: str, mention: Mention | None = None) -> Speaker:
        """Give the speaker of a full name; what a mention says of him is kept."""
        found = next((speaker for speaker in self.speakers if speaker.name == full), None)
        if found is None:
            found = self._new(Speaker(name=full, kind=VoiceKind.PERSON, gender=self.names.gender(full)))
        if mention is not None:
            found.described |= mention.described
            found.gender = found.gender or mention.gender
        return found

    def _last_thing(self, key: str, place: Place) -> Speaker | None:
        """Give whom "it" or "they" goes back to; "it" is who wrote the lines that were just shown."""
        writer = self.names.writer(place[0]) if key == "it" else None
        if writer is not None:
            return self._of_mention(describe(writer.canonical), (writer.span.start, writer.span.end))
        rules = self.trail.rules
        weights: defaultdict[str, float] = defaultdict(float)
        spoken: dict[str, Speaker | Place] = {}
        for one in self.speakers:
            share = _fitting(one, key)
            for start, _ in one.places if share else ():
                age = self.ages(start, place[0])
                if start < place[0] and age <= REACH:
                    weights[one.name.casefold()] += share * rules.speaks * rules.fading**age
                    spoken[one.name.casefold()] = one
        for found in antecedents(self.sentences, place[0], key):
            text = self.report.text[slice(*found.place)]
            name = bare(text).casefold()
            if any(start <= found.place[0] < end for one in self.speakers for start, end in one.places):
                continue
            weights[name] += found.share * rules.weight(found.sight) * rules.fading**found.age
            spoken.setdefault(name, found.place)
        best = max(weights, key=lambda name: (weights[name], name), default=None)
        if best is None or weights[best] < _LEAST:
            return None
        chosen = spoken[best]
        meant = chosen if isinstance(chosen, Speaker) else self.resolve(chosen)
        is_human = meant is not None and bool(meant.gender or gender_of_name(meant.name))
        return None if is_human else meant

    def ages(self, start: int, end: int) -> int:
        """Give how many sentences lie between two places."""
        starts = self.starts
        return bisect_right(starts, end) - bisect_right(starts, start)

    def _author(self, key: str) -> Speaker | None:
        """Give who writes in the first person, where a byline or a line at the end of the report names one person alone."""
        author = self.names.author(self.report.zones) if key in {"i", "my", "me"} else None
        return None if author is None else self._person(author)

    def _newsroom(self) -> Speaker:
        for speaker in self.speakers:
            if speaker.name == NEWSROOM:
                return speaker
        return self._new(Speaker(name=NEWSROOM, kind=VoiceKind.NEWSROOM))

    def _new(self, speaker: Speaker) -> Speaker:
        self.speakers.append(speaker)
        return speaker

    def newsroom(self, name: str, place: Place) -> Speaker:
        """Give the newsroom of this name, which an utterance comes by way of, with a place where it is named."""
        person, _, employer = name.rpartition(" of ")
        if person and describe(employer).kind is VoiceKind.NEWSROOM:  # "told Ada Orr of Coast Radio"
            name, place = employer, (place[1] - len(employer), place[1])
        known = next((one for one in self.speakers if one.name == name and one.kind is VoiceKind.NEWSROOM), None)
        speaker = known or self._new(Speaker(name=name, kind=VoiceKind.NEWSROOM))
        if place not in speaker.places:
            speaker.places.append(place)
        return speaker

    def outlet(self, place: Place) -> Speaker | None:
        """Give the newsroom that "the newspaper" goes back to, with the place as one that names it."""
        last = self.names.last_outlet(place[0])
        return None if last is None else self.newsroom(last.canonical, place)

    def voices(self) -> tuple[Voice, ...]:
        """Give the voices that were found, in the order of their first mention."""
        spoken = [one for one in self.speakers if one.places]
        return tuple(
            Voice(
                id=self.id_of(one),
                name=one.name,
                kind=one.kind,
                named_in=tuple(Span(self.report.id, *place) for place in self._mentions(one)),
            )
            for one in sorted(spoken, key=lambda one: (min(one.places), one.name))
        )

    def _mentions(self, speaker: Speaker) -> list[Place]:
        """Give the places where a speaker speaks, and those where he is named."""
        named = [] if speaker.kind in {VoiceKind.ROLE, VoiceKind.NEWSROOM} else self.names.places(speaker.name)
        free = [
            place for place in named if not any(place[0] < end and start < place[1] for start, end in speaker.places)
        ]
        return sorted([*speaker.places, *free])

    def id_of(self, speaker: Speaker) -> str:
        """Give the id of a speaker's voice in this report."""
        return make_id("voice", self.report.id, speaker.kind, speaker.name)


def _core(place: Place, mention: Mention) -> Place:
    """Give the place of a mention without what is said of it behind a comma."""
    return place[0], min(place[1], place[0] + len(mention.text) + 1)


def _kind(named: NameKind, shown: VoiceKind) -> VoiceKind:
    """Give what sort of speaker a name stands for: a place that speaks is the body that governs it."""
    return {NameKind.PERSON: VoiceKind.PERSON, NameKind.BODY: VoiceKind.BODY, NameKind.PLACE: VoiceKind.BODY}.get(
        named, shown
    )


def _is_human(role: str) -> bool:
    """Say that the words of a role before any preposition call it a person."""
    known = lexicon()
    words = re.split(r"\s(?:of|for|from|at|by|with|in|on|to|who|that)\s", role.casefold())[0].split()
    return not known.titles.isdisjoint(words) or not (known.male | known.female).isdisjoint(words)


def _fits(speaker: Speaker, key: str) -> bool:
    """Say that "it" or "they" may stand for a speaker."""
    return _fitting(speaker, key) > 0


def _fitting(speaker: Speaker, key: str) -> float:
    """Give how well "it" or "they" stands for a speaker: a body is "they" less often than many are."""
    is_thing = speaker.kind in {VoiceKind.BODY, VoiceKind.DOCUMENT, VoiceKind.NEWSROOM}
    if key in IT:
        is_nobody = speaker.kind is VoiceKind.ROLE and not speaker.described & lexicon().titles and not speaker.gender
        return 0.0 if speaker.is_plural else 1.0 if is_thing else 0.3 if is_nobody else 0.0
    return 1.0 if speaker.is_plural else 0.3 if speaker.kind is VoiceKind.BODY else 0.0


_SORT_WORDS = 3  # "the news agency" has two blanks, "the station on the quay" more
_ANY_POST = frozenset({"leader", "head"})  # what a prime minister and a mayor are as well
_LEAST = 0.01  # what "it" and "they" go back to weighs no less: one who spoke four sentences before is too far off
# What a firm or a body is called before its name.
_FIRMS = frozenset(
    "utility operator regulator lender carrier maker builder retailer insurer publisher charity union club".split()
)
_FRESH = frozenset("new recent latest".split())
# What may stand before a title without telling whose it is.
_SCOPES = frozenset("regional state local city town county provincial national federal country's city's town's".split())


def _is_same(speaker: Speaker, full: str, kind: VoiceKind, *, is_known: bool) -> bool:
    """Say that a name is a form of a speaker's: equal, or a surname and the full name where no list of names tells."""
    left, right = _letters(speaker.name), _letters(full)
    if left == right:
        return True
    if is_known or kind is not VoiceKind.PERSON or speaker.kind is not VoiceKind.PERSON:
        return False
    shorter, longer = sorted((left.split(), right.split()), key=len)
    return len(shorter) == 1 and shorter[0] == longer[-1]


def _is_called(mention: Mention, first: str) -> bool:
    """Say that a description is the last words of a body's name with "the" before them."""
    return first == "the" and mention.kind is VoiceKind.BODY and not mention.is_plural and bool(mention.described)


def _letters(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")
