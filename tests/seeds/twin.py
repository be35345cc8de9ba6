"""A twin of some reports: other names, places, numbers and dates, and other ordinary words, with every offset carried over.

No word of the reports is written here: their names are known by their capitals when the twin is made.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.seeds import lexicon

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLAIN = frozenset(
    """I A AM PM GMT Published Updated President Secretary Minister Governor Mayor Chief Speaker Question Answer Date
    TRANSCRIPT Transcript News State Here The""".split()
) | {*MONTHS, *DAYS}
MONTH = "|".join(MONTHS)
DATES = (
    re.compile(rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})\b(?:, (?P<year>\d{{4}}))?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)? (?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?"),
)
CLOCK = re.compile(r"\b(\d\d):(\d\d)(?= [AP]M)")
NUMBER = re.compile(r"\b\d+\b")
FUNCTION = frozenset(
    """a about according after all already also am amid among an and any are as at be been before but by can could did do does
    for from had has have he her here his how i if in including into is it its me more most my no nor not of on once one or
    our out own over s several she since so some sometimes than that the their them then they this those to t until up us very
    via was way we well were what when where whether which while who whom why will with would you your re to-day ve""".split()
)


@dataclass(frozen=True)
class Swap:
    """Characters start:end of a text are replaced by other words."""

    start: int
    end: int
    words: str


@dataclass
class Names:
    """What each name is replaced by, so that the same name always has the same replacement."""

    chance: random.Random
    taken: set[str]
    words: dict[str, str] = field(default_factory=dict)

    def pick(self, pool: Sequence[str]) -> str:
        """Give a name of a pool that no text has and that was not given before."""
        free = [name for name in pool if name.casefold() not in self.taken]
        name = self.chance.choice(free)
        self.taken.add(name.casefold())
        return name

    def put(self, old: str, new: str) -> None:
        """Remember a replacement, unless the name has one."""
        self.words.setdefault(old.casefold(), new)


def apply(text: str, swaps: Sequence[Swap]) -> str:
    """Give the text with its words replaced.

    >>> apply("a red door", [Swap(2, 5, "purple")])
    'a purple door'
    """
    pieces, at = [], 0
    for swap in swaps:
        pieces += [text[at : swap.start], swap.words]
        at = swap.end
    return "".join([*pieces, text[at:]])


def carry(swaps: Sequence[Swap], place: int, *, is_end: bool) -> int:
    """Give where a place of the text stands in the replaced one; inside a replaced word it goes to that word's edge.

    >>> swaps = [Swap(2, 5, "purple")]
    >>> [carry(swaps, place, is_end=True) for place in (2, 4, 5, 10)], carry(swaps, 4, is_end=False)
    ([2, 8, 8, 13], 2)
    """
    shift = 0
    for swap in swaps:
        if swap.end <= place:
            shift += len(swap.words) - (swap.end - swap.start)
        elif swap.start < place:
            return swap.start + shift + (len(swap.words) if is_end else 0)
    return place + shift


def cased(new: str, old: str) -> str:
    """Give a word in the case of another.

    >>> cased("harbour", "TOWN"), cased("harbour", "Town"), cased("harbour", "town")
    ('HARBOUR', 'Harbour', 'harbour')
    """
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new


def is_titled(line: str) -> bool:
    """Tell whether most words of a line begin with a capital, as in some headlines."""
    words = [word for word in WORD.findall(line) if len(word) > 3]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def find_names(texts: Iterable[str]) -> set[str]:
    """Give the words that are names: capitals inside sentences, never written small."""
    texts = list(texts)
    small = {word for text in texts for word in WORD.findall(text) if word.islower()}
    names = set()
    for line in (line for text in texts for line in text.splitlines() if not is_titled(line)):
        for match in WORD.finditer(line):
            before = line[: match.start()].rstrip(" \"'“‘(")
            inside = bool(before) and before[-1] not in ".!?:"
            word = match[0]
            if word[0].isupper() and word.casefold() not in small and word not in PLAIN and (inside or word.isupper()):
                names.add(word)
    return names


def find_runs(texts: Iterable[str]) -> Iterator[list[str]]:
    """Give the runs of capitalised words that stand side by side."""
    for text in texts:
        for run in re.findall(r"[A-Z][\w-]*(?: [A-Z][\w-]*)+", text):
            yield run.split()


def name_acronyms(names: Names, found: set[str], texts: Sequence[str]) -> None:
    """Replace bodies known by their initials, word by word, and their initials to match."""
    runs = list(find_runs(texts))
    for acronym in sorted(name for name in found if name.isupper() and len(name) <= 5):
        size = len(acronym)
        windows = (run[at : at + size] for run in runs for at in range(len(run) - size + 1))
        full = next(
            (one for one in windows if "".join(word[0] for word in one) == acronym and not PLAIN & set(one)), None
        )
        if size == 2:
            words = list(names.chance.choice(lexicon.UNIONS))
        else:
            pools = [lexicon.FIRST_WORDS, *[lexicon.MIDDLE_WORDS] * (size - 2), lexicon.LAST_WORDS]
            words = [names.pick(pool) for pool in pools]
        names.put(acronym, "".join(word[0] for word in words))
        for old, new in zip(full or (), words, strict=False):
            names.put(old, new)


def name_people(names: Names, people: Iterable[str]) -> None:
    """Replace given and family names."""
    for person in people:
        words = WORD.findall(person)
        for word in words[:-1]:
            double = (
                f"{names.pick(lexicon.GIVEN)}-{names.pick(lexicon.GIVEN)}" if "-" in word else names.pick(lexicon.GIVEN)
            )
            names.put(word, double)
        names.put(words[-1], names.pick(lexicon.FAMILY))


def name_places(names: Names, found: Iterable[str]) -> None:
    """Replace what is left: stems with their derivations, names of peoples, places."""
    left = sorted((name for name in found if name.casefold() not in names.words), key=lambda name: (len(name), name))
    for name in left:
        stem = next((old for old in left if old != name and name.startswith(old) and len(old) > 3), None)
        if stem:
            names.put(name, names.words[stem.casefold()] + name[len(stem) :])
        elif name.endswith("ian"):
            names.put(name, names.pick(lexicon.PEOPLES))
        else:
            is_stem = any(other != name and other.startswith(name) for other in left)
            names.put(name, names.pick(lexicon.STEMS if is_stem else lexicon.PLACES))


def pick_words(chance: random.Random, texts: Sequence[str], names: Names) -> dict[str, str]:
    """Give other words for a third of the ordinary words of each text: another column of their row, one that no text has."""
    seen = {word.casefold() for text in texts for word in WORD.findall(text)}
    taken = {word for new in names.words.values() for word in new.casefold().split("-")}
    words: dict[str, str] = {}
    for family in chance.sample(lexicon.FAMILIES, len(lexicon.FAMILIES)):
        if min(share_exchanged(text, words, names.words) for text in texts) >= 1 / 3:
            break
        own = max(family, key=lambda forms: len(seen & set(forms)))
        free = [forms for forms in family if forms is not own and not set(forms) & (seen | taken)]
        if seen & set(own) and free and not set(own) & set(words):
            new = chance.choice(free)
            taken.update(new)
            words.update(zip(own, new, strict=True))
    return words


def shift_date(match: re.Match[str], days: int, year: int) -> str:
    """Give a date some days later, in the shape it is written in.

    >>> shift_date(DATES[0].match("March 08, 2021"), 30, 2021), shift_date(DATES[1].match("08th March, 2021"), 30, 2021)
    ('April 07, 2021', '07th April, 2021')
    """
    parts = match.groupdict()
    moment = datetime(int(parts["year"] or year), MONTHS.index(parts["month"]) + 1, int(parts["day"])) + timedelta(
        days=days
    )
    day = f"{moment.day:02d}" if parts["day"].startswith("0") else str(moment.day)
    text = match[0].replace(parts["day"], "\0", 1).replace(parts["month"], MONTHS[moment.month - 1], 1)
    if parts.get("th"):
        text = text.replace(f"\0{parts['th']}", f"\0{ordinal(moment.day)}", 1)
    if parts["year"]:
        text = text[: -len(parts["year"])] + str(moment.year)
    return text.replace("\0", day, 1)


def ordinal(day: int) -> str:
    """Give the ending of an ordinal.

    >>> [ordinal(day) for day in (1, 2, 3, 11, 21, 30)]
    ['st', 'nd', 'rd', 'th', 'st', 'th']
    """
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@dataclass(frozen=True)
class Change:
    """All that is exchanged in a twin."""

    words: Mapping[str, str]
    names: Mapping[str, str]
    numbers: Mapping[str, str]
    days: int
    hours: int
    year: int

    def clock(self, match: re.Match[str]) -> str:
        """Give an hour of the same half of the day, later."""
        return f"{(int(match[1]) + self.hours - 1) % 11 + 1:02d}:{(int(match[2]) + 7 * self.hours) % 60:02d}"

    def swaps(self, text: str) -> list[Swap]:
        """Give what is replaced in a text, in text order."""
        found: dict[int, Swap] = {}
        busy: set[int] = set()

        def add(match: re.Match[str], words: str) -> None:
            if not busy & set(range(*match.span())):
                busy.update(range(*match.span()))
                found[match.start()] = Swap(*match.span(), words)

        for pattern in DATES:
            for match in pattern.finditer(text):
                add(match, shift_date(match, self.days, self.year))
        for match in CLOCK.finditer(text):
            add(match, self.clock(match))
        for match in NUMBER.finditer(text):
            add(match, self.numbers.get(match[0], match[0]))
        for match in WORD.finditer(text):
            new = self.word(match[0])
            if new != match[0]:
                add(match, new)
        return articles(text, sorted(found.values(), key=lambda swap: swap.start))

    def word(self, word: str) -> str:
        """Give the word that stands for another, in its case; itself where none does."""
        if word in DAYS:
            return DAYS[(DAYS.index(word) + self.days) % 7]
        key = word.casefold()
        if key in self.names and word[0].isupper():
            new = self.names[key]
            return new.upper() if word.isupper() and len(word) > 5 else new
        return cased(self.words[key], word) if key in self.words else word


def articles(text: str, swaps: Sequence[Swap]) -> list[Swap]:
    """Add the change of "a" to "an" and back where the word after it was replaced."""
    more = []
    for swap in swaps:
        before = re.search(r"\b([Aa])(n?) $", text[max(0, swap.start - 4) : swap.start])
        vowel = swap.words[:1].casefold() in set("aeiou")
        if before and bool(before[2]) != vowel:
            start = swap.start - len(before[0])
            more.append(Swap(start, swap.start - 1, before[1] + ("n" if vowel else "")))
    return sorted([*swaps, *more], key=lambda swap: swap.start)


def plan_change(texts: Mapping[str, str], expected: dict, seed: int) -> Change:
    """Choose what is exchanged; the same in all texts."""
    chance = random.Random(seed)  # noqa: S311
    seen = {word.casefold() for text in texts.values() for word in WORD.findall(text)}
    names = Names(chance, set(seen))
    found = find_names(texts.values())
    pages = expected["reports"]
    voices = {wanted["voice"] for wanted in expected["attributions"] if wanted["voice"][0].isupper()}
    bylines = {texts[letter][slice(*page["byline"])] for letter, page in pages.items() if page.get("byline")}
    places = {
        texts[letter][slice(*page["dateline_place"])] for letter, page in pages.items() if page.get("dateline_place")
    }
    credited = {
        (one["role"], texts[letter][slice(*one["span"])]) for letter, page in pages.items() for one in page["credits"]
    }
    for role, credit in sorted(credited):
        pool = lexicon.AGENCIES if role == "agency" else lexicon.OUTLETS
        names.put(WORD.findall(credit)[0], names.pick(pool))
    name_acronyms(
        names,
        {name for name in found if name.casefold() not in {one.casefold() for one in places}},
        list(texts.values()),
    )
    name_people(names, sorted(voices | bylines))
    for place in sorted(places):
        names.put(place, names.pick(lexicon.PLACES))
    name_places(names, found)
    return Change(
        words=pick_words(chance, list(texts.values()), names),
        names=names.words,
        numbers={str(number): str(number + 1 + chance.randrange(3)) for number in range(2, 100)},
        days=chance.randrange(20, 200),
        hours=chance.randrange(2, 9),
        year=next(int(page["published"]["earliest"][:4]) for page in pages.values() if page.get("published")),
    )


def carry_expected(expected: dict, swaps: Mapping[str, Sequence[Swap]], change: Change) -> dict:
    """Give what is expected of the twin: every offset, day and name carried over."""

    def move(pieces: list, letter: str) -> list:
        if pieces and isinstance(pieces[0], int):
            return [carry(swaps[letter], pieces[0], is_end=False), carry(swaps[letter], pieces[1], is_end=True)]
        return [move(piece, letter) for piece in pieces]

    def rename(name: str) -> str:
        return apply(name, change.swaps(name))

    def walk(value: object, letter: str | None, key: str = "") -> object:
        if isinstance(value, dict):
            own = value.get("report", letter)
            return {name: walk(part, own, name) for name, part in value.items()}
        if key in OFFSETS and value:
            return move(value, letter)
        if isinstance(value, list):
            return [walk(part, letter, key) for part in value]
        if key == "day":
            return (datetime.fromisoformat(value) + timedelta(days=change.days)).date().isoformat()
        if key == "earliest":
            day, clock = value.split("T")
            day = (datetime.fromisoformat(day) + timedelta(days=change.days)).date().isoformat()
            return f"{day}T{CLOCK.sub(change.clock, clock + ' AM')[:5]}"
        return rename(value) if key in {"voice", "exemplar"} else value

    twin = {key: walk(part, None, key) for key, part in expected.items() if key not in {"reports", "only_in"}}
    twin["reports"] = {letter: walk(page, letter) for letter, page in expected["reports"].items()}
    twin["only_in"] = {letter: move(pieces, letter) for letter, pieces in expected["only_in"].items()}
    return twin


OFFSETS = frozenset(
    {"headline", "standfirst", "byline", "dateline_place", "span", "spans", "subheads", "source", "cue", "content"}
)


def make_twin(texts: Mapping[str, str], expected: dict, seed: int) -> tuple[dict[str, str], dict]:
    """Give the twin's texts and what is expected of them."""
    change = plan_change(texts, expected, seed)
    swaps = {letter: change.swaps(text) for letter, text in texts.items()}
    twins = {letter: apply(text, swaps[letter]) for letter, text in texts.items()}
    return twins, carry_expected(expected, swaps, change)


def share_exchanged(text: str, words: Mapping[str, str], names: Mapping[str, str]) -> float:
    """Give the share of a text's ordinary content words that are exchanged: no names, numbers or words of grammar."""
    kept = FUNCTION | set(names) | {word.casefold() for word in PLAIN}
    content = [word.casefold() for word in WORD.findall(text) if word.casefold() not in kept]
    return sum(word in words for word in content) / max(1, len(content))
