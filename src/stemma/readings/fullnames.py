"""Full names: who is named in a report, with the titles and the gender that stand beside the names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from stemma.model import Name, NameKind, Report
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.mentions import gender_of
from stemma.readings.sentence import AUXILIARIES, IRREGULAR
from stemma.text.marks import Marked

_BREAK = re.compile(r"[.;:“”\"()—–]\s|\b(?:said|says|told|that|when|while|after|by|to|with|and|but|on)\b|, |\n")
_BEHIND = re.compile(r", ((?:the|a|an|who is|[a-z]+)\b[^,.;:“\"\n]{3,70})")
_POST = re.compile(
    r"(?:^|[.!?”\"\n]\s*|\s)(?P<opening>the|The|its|their|his|her|Its|Their|His|Her)\s(?P<post>[^,.;:“\"\n]{3,90}), $"
)
_APPOSED = re.compile(r",(?: (?:the|its|their|his|her)(?: [a-z][a-z-]+){0,3})?")  # ", the grid operator" and a name
_OPENS = re.compile(r"(?:^|[.!?”\"\n]\s*)$")


class FullNames:
    """The persons named in one report: where, with which titles, of which gender."""

    def __init__(self, report: Report, names: Sequence[Name], stretches: Sequence[Marked]) -> None:
        self.text = report.text
        self.names = sorted(names, key=lambda name: name.span.start)
        self.starts = [name.span.start for name in self.names]
        self.titles: list[tuple[str, frozenset[str], int]] = []
        self.genders: dict[str, str] = {}
        self.subjects: list[tuple[int, str]] = []  # those who open a sentence
        self.actors: list[tuple[int, str]] = []  # those who have a verb behind them anywhere
        self.speaking: list[tuple[int, str]] = []  # those who are said to speak before a quotation opens
        self.marks = [(stretch.start, stretch.end) for stretch in stretches if stretch.depth == 0]
        for name in self.names:
            words = set(name.canonical.casefold().split())
            is_likely = (
                name.kind is NameKind.OTHER and len(words) == 2 and not words & (lexicon().media | lexicon().body)
            )
            if (name.kind is NameKind.PERSON or is_likely) and not self._is_marked(name.span.start):
                self._note(name)

    def _is_marked(self, place: int) -> bool:
        """Say that a place lies in quotation marks."""
        number = bisect_right(self.marks, (place, len(self.text))) - 1
        return number >= 0 and place < self.marks[number][1]

    def _note(self, name: Name) -> None:
        """Keep what stands beside a person's name."""
        start, end = name.span.start, name.span.end
        piece = _BREAK.split(self.text[max(0, start - 90) : start])[-1]
        before = _words(piece)
        post = _POST.search(self.text, max(0, start - 110), start)
        if post is not None and not before:  # "the envoy for the islands, Ada Orr, said"
            before = _words(post.group("post"))
        behind = _BEHIND.match(self.text, end)
        words = before | (_words(behind.group(1)) if behind else frozenset())
        if words & lexicon().titles:
            self.titles.append((name.canonical, words, start))
        gender = gender_of(before)
        if gender:
            self.genders.setdefault(name.canonical, gender)
        opening = start - len(piece.lstrip())
        is_apposed = post is not None and self._opens(post.start("opening"))
        if is_apposed or self._opens(opening):
            self.subjects.append((start, name.canonical))
        if is_apposed or _acts(self.text, end):
            self.actors.append((start, name.canonical))
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
        return own[0] if own else None

    def titled(self, wanted: frozenset[str], place: int) -> str | None:
        """Give the person nearest before a place (else the first behind) whose titles hold all the wanted words."""
        fitting = [(full, at) for full, words, at in self.titles if all(_held(word, words) for word in wanted)]
        if not fitting:
            return None
        before = [one for one in fitting if one[1] <= place]
        return max(before, key=lambda one: one[1])[0] if before else min(fitting, key=lambda one: one[1])[0]

    def last_subject(self, since: int, place: int, gender: str) -> str | None:
        """Give the person who last opened a sentence between two places and may be of this gender."""
        fitting = [
            full for at, full in self.subjects if since < at < place and self.genders.get(full, gender) == gender
        ]
        return fitting[-1] if fitting else None

    def last_actor(self, place: int, gender: str) -> str | None:
        """Give the person who was last the subject of a verb, not more than a paragraph before a place."""
        first = self.text.rfind("\n", 0, max(0, self.text.rfind("\n", 0, place)))
        paragraph = self.text.rfind("\n", 0, max(0, len(self.text[: max(0, first)].rstrip())))
        fitting = [
            full for at, full in self.actors if paragraph < at < place and self.genders.get(full, gender) == gender
        ]
        return fitting[-1] if fitting else None

    def announced(self, place: int) -> str | None:
        """Give the person without a post who was said to speak right before a quotation ("what Ada Orr told us. "No," ...")."""
        first = self.text.rfind("\n", 0, place) + 1
        near = {full for at, full in self.speaking if first <= at < place}
        others = {full for at, full in self.actors if first <= at < place}
        titled = {full for full, _, _ in self.titles}
        return next(iter(near)) if len(near) == 1 and near == others and not near & titled else None

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
        is_last = not any(since <= one.span.start < place and not self._is_marked(one.span.start) for one in others)
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


_EMPTY = frozenset("the a an of for and in".split())


def _words(piece: str) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s$", "", word.casefold()) for word in re.findall(r"[\w.'’-]+", piece)) - _EMPTY
