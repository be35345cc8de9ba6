"""Full names: who is named in a report, with the titles and the gender that stand beside the names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property
from itertools import pairwise

from stemma.model import Name, NameKind, Report, VoiceKind, Zone, ZoneKind
from stemma.readings.genders import gender_of_name
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.mentions import describe, gender_of, plain
from stemma.readings.sentence import AUXILIARIES, IRREGULAR
from stemma.text.marks import Marked

_BREAK = re.compile(r"[.;:“”\"()—–]\s|\b(?:said|says|told|that|when|while|after|by|to|with|and|but|on)\b|, |\n")
_BEHIND = re.compile(r", ((?:the|a|an|who is|[a-z]+)\b[^,.;:“\"\n]{3,70})")
_POST = re.compile(
    r"(?:^|[.!?”\"\n]\s*|\s)(?P<opening>the|The|its|their|his|her|Its|Their|His|Her)\s(?P<post>[^,.;:“\"\n]{3,90}), $"
)
_HONORED = (
    r"(?: (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Rev)\.?| (?:Sir|Dame|Lord|Lady|Father|Sister))?"
)
_APPOSED = re.compile(
    rf",(?: (?:the|its|their|his|her)(?: [a-z][a-z-]+){{0,3}})?{_HONORED}"
)  # ", the grid operator", ", Dr."
_IS = re.compile(r"(?:, [^.\n]{3,160}?,)? (?:is|was|writes|teaches|serves|served|can be)\b")
_OFFICE = re.compile(r"(?:\s(?!and\b|or\b|of\b)[a-z][a-z-]+){1,5}\s(?:[A-Z][a-z]{1,4}\.\s)?")
_WHO = re.compile(r",?\swho\s")
_HOME = re.compile(r"\s(?:of|from|in|at)\s")
_AND = re.compile(r"(?:\s\([^)\n]{1,12}\)|\sof\s[A-Z]\w+)?,?\s(?:and|&)\s(?:[\w.-]+\s){0,6}")
_FIRST_OF_TWO = re.compile(r"[A-Z][\w’'-]+\s(?:and|&)\s")
_HONORIFIC = re.compile(r"\b[A-Z][a-z]{0,4}\.\s$")  # "Mr. ", "Sen. ": no stop
_PRONOUNS = frozenset("he she his her him".split())
_HOLDS = re.compile(r"\b(?:of|for|from)\s")  # "the mother of Bo Lind": she is no man
_OPENS = re.compile(r"(?:^|[.!?”\"\n]\s*)$")


_OFFICE_WORDS = re.compile(r"[A-Za-z]+")


class Part(Enum):
    """What a name does in its clause, as far as the words beside it show."""

    SUBJECT = "subject"
    OTHER = "other"


class FullNames:
    """The persons named in one report: where, with which titles, of which gender."""

    def __init__(self, report: Report, names: Sequence[Name], stretches: Sequence[Marked]) -> None:
        self.text = report.text
        self.names = sorted(names, key=lambda name: name.span.start)
        self.starts = [name.span.start for name in self.names]
        self.titles: list[tuple[str, frozenset[str], int]] = []
        self.offices: dict[str, set[str]] = {}  # persons by the first letters of their offices ("PM")
        self.genders: dict[str, str] = {}
        self.actors: list[tuple[int, str]] = []  # those who have a verb behind them anywhere
        self.persons: list[tuple[int, str, Part]] = []  # outside marks, each with the part that he has in his clause
        self.doubtful: set[str] = set()  # who may be no person
        self.speaking: list[tuple[int, str]] = []  # those who are said to speak before a quotation opens
        self.marks = [(stretch.start, stretch.end) for stretch in stretches if stretch.depth == 0]
        for name in self.names:
            words = set(name.canonical.casefold().split())
            is_likely = name.kind is NameKind.OTHER and (
                (len(words) == 2 and not words & (lexicon().media | lexicon().body))
                or _WHO.match(report.text, name.span.end)
            )
            if (name.kind is NameKind.PERSON or is_likely) and not self.is_marked(name.span.start):
                self._note(name)
                if name.kind is NameKind.OTHER and not gender_of_name(name.canonical):
                    self.doubtful.add(name.canonical)

    def is_marked(self, place: int) -> bool:
        """Say that a place lies in quotation marks."""
        number = bisect_right(self.marks, (place, len(self.text))) - 1
        return number >= 0 and place < self.marks[number][1]

    def _note(self, name: Name) -> None:
        """Keep what stands beside a person's name."""
        start, end = name.span.start, name.span.end
        honorific = _HONORIFIC.search(self.text, max(0, start - 12), start)
        piece = _BREAK.split(self.text[max(0, start - 90) : start if honorific is None else honorific.start()])[-1]
        piece += "" if honorific is None else honorific.group()
        before = _words(piece)
        post = _POST.search(self.text, max(0, start - 110), start)
        if post is not None and not before:  # "the envoy for the islands, Ada Orr, said"
            before = _words(post.group("post"))
        behind = _BEHIND.match(self.text, end)
        words = before | (_words(behind.group(1)) if behind and not _tells(behind.group(1)) else frozenset())
        if words & lexicon().titles:
            self.titles.append((name.canonical, words, start))
            letters = "".join(word[0] for word in _OFFICE_WORDS.findall(piece)).upper()
            for length in range(2, len(letters) + 1):
                self.offices.setdefault(letters[-length:], set()).add(name.canonical)
        gender = gender_of((_words(_HOLDS.split(piece)[-1]) or before) - _PRONOUNS)
        if gender:
            self.genders.setdefault(name.canonical, gender)
        opening = start - len(piece.lstrip())
        is_apposed = post is not None and self._opens(post.start("opening"))
        acts = is_apposed or _acts(self.text, end)
        if acts:
            self.actors.append((start, name.canonical))
        is_first = acts or self._opens(opening) or _is_said(self.text, opening)
        part = Part.SUBJECT if is_first and not _OWNS.match(self.text, end) else Part.OTHER
        self.persons.append((start, name.canonical, part))
        if _announces(self.text, end):
            self.speaking.append((start, name.canonical))

    def _opens(self, place: int) -> bool:
        """Say that a sentence begins at a place."""
        return _OPENS.search(self.text, max(0, place - 3), place) is not None

    def places(self, full: str) -> list[tuple[int, int]]:
        """Give the places where somebody of this full name is named."""
        return [(name.span.start, name.span.end) for name in self.names if name.canonical == full]

    def at(self, place: tuple[int, int], written: str) -> Name | None:
        """Give the name that is written inside a place."""
        found = None
        for number in range(bisect_left(self.starts, place[0]), len(self.names)):
            name = self.names[number]
            if name.span.start >= place[1]:
                break
            shown = name.span.cut(self.text)
            if shown == written or (written.endswith(shown) and found is None) or shown.endswith(written):
                found = name
        return found

    def begins(self, place: int) -> bool:
        """Say that a name stands at a place, or that the word there is written in capitals."""
        number = bisect_right(self.starts, place) - 1
        return (number >= 0 and place < self.names[number].span.end) or self.text[place : place + 2].isupper()

    def knows(self, text: str) -> bool:
        """Say that the first word of a text is a name of one word elsewhere in the report ("Orria envoy")."""
        first = text.partition(" ")[0]
        return any(name.canonical == first for name in self.names)

    def apposed(self, place: tuple[int, int], after: int) -> Name | None:
        """Give the name that alone stands between commas behind a description, None where there is none."""
        for name in self.names[bisect_left(self.starts, after) :][:2]:
            if name.span.start >= place[1] or name.kind is NameKind.PLACE:
                break
            before = self.text[after : name.span.start].strip()
            behind = self.text[name.span.end : place[1]].strip()
            if _APPOSED.fullmatch(before) and behind[:1] in {"", ","}:
                return name
        return None

    def person_in(self, place: tuple[int, int]) -> Name | None:
        """Give the first person named in a place, one whose possessive stands before another's name passed over."""
        inside = [name for name in self.names[bisect_left(self.starts, place[0]) :][:12] if name.span.start < place[1]]
        persons = [name for name in inside if name.kind is NameKind.PERSON]
        own = [name for name in persons if self.text[name.span.end : name.span.end + 2] not in {"'s", "’s"}]
        last = [name for name in own[1:] if name.canonical != own[0].canonical]
        if last and self._holds_office(own[0].span.end, last[0].span.start):  # "Orr spokesman Bo Lind"
            return last[0]
        return own[0] if own else None

    def _holds_office(self, start: int, end: int) -> bool:
        """Say that nothing but an office stands between two names ("Orr campaign spokesman", "President")."""
        between = self.text[start:end].split()
        is_post = bool(between) and all(word.casefold() in lexicon().titles for word in between)
        return is_post or _OFFICE.fullmatch(self.text, start, end) is not None

    def apposed_to(self, place: int) -> Name | None:
        """Give the person's name that a place stands behind with nothing but a comma between ("Ada Orr, a diver")."""
        number = bisect_left(self.starts, place) - 1
        name = self.names[number] if number >= 0 else None
        is_person = name is not None and (name.kind is NameKind.PERSON or _has_two(name))
        return name if name is not None and is_person and self.text[name.span.end : place] == ", " else None

    def ending_at(self, place: tuple[int, int]) -> Name | None:
        """Give the person whose name ends a phrase that begins before it ("at odds with Ada Orr, who ...")."""
        number = bisect_left(self.starts, place[1]) - 1
        name = self.names[number] if number >= 0 else None
        is_last = name is not None and name.span.end == place[1] and name.span.start > place[0]
        return name if name is not None and is_last and name.kind is NameKind.PERSON else None

    def body_called(self, words: frozenset[str], place: int | None) -> Name | None:
        """Give the body last named before a place that has all of these words in its name ("the board": the Harbour Board).

        Without a place, for a headline: the one body of the report that has.
        """
        before = self.names if place is None else self.names[: bisect_left(self.starts, place)]
        fitting = [name for name in before if name.kind is NameKind.BODY and words < _letters_of(name.canonical)]
        is_clear = place is not None or len({name.canonical for name in fitting}) == 1
        return fitting[-1] if fitting and is_clear else None

    def persons_in(self, place: tuple[int, int]) -> set[str]:
        """Give the full names of those whom a place outside marks names."""
        return {full for start, full, _ in self.persons if place[0] <= start < place[1]}

    def without_home(self, place: tuple[int, int]) -> tuple[int, int]:
        """Give a place without the home behind a person's name ("Ada Orr of Marle"), the place as it is where none is."""
        own = self.person_in(place) or next(iter(self._perhaps_in(place)), None)
        is_followed = own is not None and own.span.end < place[1] and _HOME.match(self.text, own.span.end) is not None
        if own is None or not is_followed or describe(self.text[place[0] : own.span.end]).kind is not VoiceKind.PERSON:
            return place
        return place[0], own.span.end

    def _perhaps_in(self, place: tuple[int, int]) -> list[Name]:
        """Give the two-word names of a place that may be a person's as well as anything's, where a place's name is behind."""
        inside = [name for name in self.names[bisect_left(self.starts, place[0]) :][:2] if name.span.start < place[1]]
        return inside[:1] if len(inside) == 2 and _has_two(inside[0]) and inside[1].kind is NameKind.PLACE else []

    def several(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """Give where two persons or more are named who speak as one ("Ada Orr and Bo Lind", "Ada and Bo Lind")."""
        near = [name for name in self.names[bisect_left(self.starts, place[0]) :][:8] if name.span.end <= place[1]]
        inside = [name for name in near if name.kind is NameKind.PERSON or _has_two(name)]
        last = None
        if inside and _FIRST_OF_TWO.fullmatch(self.text, place[0], inside[0].span.start):
            last = inside[0].span.end
        for left, right in pairwise(inside):
            between = left.span.end, right.span.start
            if left.canonical != right.canonical and _AND.fullmatch(self.text, *between):
                last = right.span.end
            if last is not None or self.text[slice(*between)] != ", ":
                break
        return (place[0], last) if last is not None and _ends(self.text[last : place[1]]) else None

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.text))

    def is_common(self, text: str) -> bool:
        """Say that a lone word is a common noun with a capital at the start of a sentence or in a headline ("Passengers")."""
        if not (text.isalpha() and text[1:].islower()) or text.lower() not in self._words:
            return False
        return not any(name.kind is NameKind.PERSON and text in name.canonical.split() for name in self.names)

    def author(self, zones: Sequence[Zone]) -> str | None:
        """Give the one person whom the byline names, or whom the last paragraph but one or the last tells of and none before."""
        signed = [zone for zone in zones if zone.kind is ZoneKind.BYLINE]
        named = {name.canonical for zone in signed for name in self._persons_in(zone.start, zone.end)}
        if signed:
            return next(iter(named)) if len(named) == 1 else None
        for zone in [zone for zone in zones if zone.kind is not ZoneKind.FURNITURE][-2:]:
            first = next(iter(self._persons_in(zone.start, zone.end)), None)
            others = [] if first is None else [one for one in self.names if one.canonical == first.canonical]
            if (
                first is not None
                and first.span.start == zone.start
                and first is others[0]
                and _IS.match(self.text, first.span.end)
            ):
                return first.canonical
        return None

    def _persons_in(self, start: int, end: int) -> list[Name]:
        return [name for name in self.names if name.kind is NameKind.PERSON and start <= name.span.start < end]

    def last_outlet(self, place: int) -> Name | None:
        """Give the newsroom last named before a place."""
        before = self.names[: bisect_left(self.starts, place)]
        return next((name for name in reversed(before) if describe(name.canonical).kind is VoiceKind.NEWSROOM), None)

    def titled(self, wanted: frozenset[str], place: int) -> str | None:
        """Give the person nearest before a place (else the first behind) whose titles hold all the wanted words."""
        fitting = [(full, at) for full, words, at in self.titles if all(_held(word, words) for word in wanted)]
        if not fitting:
            return None
        before = [one for one in fitting if one[1] <= place]
        return max(before, key=lambda one: one[1])[0] if before else min(fitting, key=lambda one: one[1])[0]

    def alone_before(self, place: int) -> str | None:
        """Give the one person whom the paragraph of a place names before it, outside marks, as the subject of a sentence."""
        first = self.text.rfind("\n", 0, place) + 1
        near = [(full, part) for at, full, part in self.persons if first <= at < place]
        is_one = len({full for full, _ in near}) == 1
        return near[0][0] if is_one and any(part is Part.SUBJECT for _, part in near) else None

    def announced(self, place: int) -> str | None:
        """Give the person without a post who was said to speak right before a quotation ("what Ada Orr told us. "No," ...")."""
        first = self.text.rfind("\n", 0, place) + 1
        near = {full for at, full in self.speaking if first <= at < place}
        others = {full for at, full in self.actors if first <= at < place}
        titled = {full for full, _, _ in self.titles}
        return next(iter(near)) if len(near) == 1 and near == others and not near & titled else None

    def in_office(self, letters: str) -> str | None:
        """Give the one person of the report whose office begins with these letters ("the PM" behind "prime minister Ada Orr")."""
        found = self.offices.get(letters, ())
        return next(iter(found)) if len(found) == 1 else None

    def bearer(self, described: frozenset[str]) -> str | None:
        """Give the one person of the report who has the titles of a description, None where several or nobody have."""
        titles = described & lexicon().titles
        fitting = {full for full, words, _ in self.titles if titles <= words}
        return next(iter(fitting)) if len(fitting) == 1 else None

    def writer(self, place: int) -> Name | None:
        """Give who is named as the writer of what was shown just before a place ("a few lines by Ada Orr")."""
        found = list(_WRITTEN.finditer(self.text, max(0, place - 240), place))
        if not found:
            return None
        number = bisect_left(self.starts, found[-1].end())
        name = self.names[number] if number < len(self.names) else None
        if name is None or name.span.start != found[-1].end():
            return None
        behind = _STOP.search(self.text, name.span.end, place)
        since = len(self.text) if behind is None else behind.end()
        others = self.names[number + 1 :]
        is_last = not any(since <= one.span.start < place and not self.is_marked(one.span.start) for one in others)
        return name if is_last else None

    def gender(self, full: str) -> str:
        """Give the gender that a title beside a name shows, "" where none does."""
        return self.genders.get(full, "")


def _held(word: str, words: Iterable[str]) -> bool:
    """Say that a word, or one of the same stem (a land and its people), is among others."""
    return any(word == other or (len(word) > 4 and len(other) > 4 and word[:5] == other[:5]) for other in words)


_WRITTEN = re.compile(
    r"\b(?:lines?|words|posts?|message|letter|note|statement|text|tweet|e-?mail|memo|poem|passage|paragraph)\s(?:by|from)\s"
)
_STOP = re.compile(r"[.!?]\s|\n")
_BEHIND_NAME = re.compile(r"(?:, [^.;:“\"\n]{3,90}?,)?\s(?:\w+ly\s)?([a-z]+)\b")


_ANNOUNCED = re.compile(r"((?:\s[a-z]+){1,6})[.:]\s*[“\"]")


def _announces(text: str, end: int) -> bool:
    """Say that a few words with a verb of saying among them stand between a name and a quotation."""
    found = _ANNOUNCED.match(text, end)
    entries = [] if found is None else [lexicon().verbs.get(word) for word in found.group(1).split()]
    return any(entry is not None and entry.frames & {Frame.SAY, Frame.TELL} for entry in entries)


def _acts(text: str, end: int) -> bool:
    """Say that a verb stands behind a name, or behind what is said of it between commas."""
    found = _BEHIND_NAME.match(text, end)
    if found is None:
        return False
    word = found.group(1)
    entry = lexicon().verbs.get(word)
    return (
        word in AUXILIARIES or word in IRREGULAR or word.endswith("ed") or (entry is not None and entry.lemma != word)
    )


def _letters_of(canonical: str) -> set[str]:
    return set(canonical.casefold().split())


def _ends(rest: str) -> bool:
    """Say that what follows a name in a mention only says more of its bearer."""
    return re.match(r"\s*(?:$|[,(—–-]|(?:of|from|who)\b)", rest) is not None


def _has_two(name: Name) -> bool:
    return name.kind is NameKind.OTHER and len(name.canonical.split()) == 2


def _tells(piece: str) -> bool:
    """Say that what follows a name and a comma has a verb behind its noun, and so is a clause ("..., the mayor said")."""
    nouns = re.split(r"\b(?:who|that|which|whose)\b", piece)[0].split()
    titled = next((at for at, word in enumerate(nouns) if word.casefold() in lexicon().titles), len(nouns))
    entries = ((word, lexicon().verbs.get(word)) for word in nouns[titled + 1 :])
    return any(
        word in AUXILIARIES
        or word in IRREGULAR
        or (entry is not None and word != entry.lemma and not word.endswith("ing"))
        for word, entry in entries
    )


def _is_said(text: str, start: int) -> bool:
    """Say that a verb of saying stands right before a place ("..., said the envoy Ada Orr")."""
    before = text[max(0, start - 20) : start].split()
    entry = lexicon().verbs.get(before[-1]) if before else None
    return entry is not None and Frame.SAY in entry.frames


_OWNS = re.compile(r"\s?['’]s\b|(?<=s)['’](?=\s)")
_EMPTY = frozenset("the a an of for and in".split())


def _words(piece: str) -> frozenset[str]:
    return frozenset(plain(word.casefold()) for word in re.findall(r"[\w.'’-]+", piece)) - _EMPTY
