"""Names: proper names by their capitals, what they name, and which of them are forms of one name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from stemma.model import Name, NameKind, Report, Span, Zone, ZoneKind
from stemma.readings.capitals import Run, is_title_case, runs, vocabulary
from stemma.readings.namekinds import kind_of, pieces
from stemma.readings.titles import KNOWN_FORMS, PLACES, is_demonym
from stemma.text.words import fold

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_PROSE = (ZoneKind.BODY, ZoneKind.SPEECH, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.HEADLINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A name as first found: offsets, words and the kinds that its surroundings speak for."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: NameKind
    is_sure: bool = field(default=False)

    @property
    def key(self) -> tuple[str, ...]:
        """Give the words as they are compared."""
        return _folded(self.words)

    @property
    def surname(self) -> str:
        """Give the last word that is no "Jr." or "III", as it is compared."""
        return next((word for word in reversed(self.key) if word.strip(".") not in _GENERATIONS), self.key[-1])


@lru_cache(maxsize=4096)  # a name is asked for its key many times
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def find_names(report: Report) -> tuple[Name, ...]:
    """Give the proper names in a report's prose, in text order, none over another.

    A title is no part of a name ("US Secretary of State Antony Roe" gives "US" and "Antony Roe"); neither is a possessive
    ending. Days, months and lone titles are no names. In a line with capitals throughout, only names that its body or the
    lexicon knows are found. `canonical` is the fullest form in the report: of a surname the full name where one alone
    fits, of a short form its expansion where the report gives it ("Border Health Council (BHC)") or everybody knows it
    ("US"). `kind` goes by title, first name, the words of the name, place lexicon and surroundings, and is "other" where
    they show nothing; nationalities and faiths are "other". Never raises.
    """
    text = report.text
    words = vocabulary(text, report.zones)
    plain: list[Zone] = []
    titled: list[Zone] = []
    for zone in report.zones:
        if zone.kind in _PROSE:
            (titled if is_title_case(text, zone) else plain).append(zone)
    found = [name for zone in plain for run in runs(text, zone, words) for name in _names(text, run)]
    found += [name for zone in report.zones for name in _labels(text, zone)]
    found += [name for zone in titled for name in _titled(text, zone, found)]
    found = _as_persons(sorted(set(found), key=lambda name: (name.start, name.end)))
    canonical = _canonical(text, found)
    kinds = _kinds(found, canonical)
    return tuple(
        Name(span=Span(report.id, name.start, name.end), canonical=canonical[name.key], kind=kinds[canonical[name.key]])
        for name in found
    )


def with_canonical(names: Sequence[Name], gazetteer: Mapping[str, str]) -> tuple[Name, ...]:
    """Give names with the places among them under the canonical names of a gazetteer: variant to canonical."""
    known = {fold(variant): canonical for variant, canonical in gazetteer.items()}
    return tuple(
        replace(name, canonical=known[fold(name.canonical)], kind=NameKind.PLACE)
        if name.kind in (NameKind.PLACE, NameKind.OTHER) and fold(name.canonical) in known
        else name
        for name in names
    )


def _as_persons(found: list[Found]) -> list[Found]:
    """Take a name of two or three words for a person's where its last word alone stands for a person elsewhere."""
    alone = (NameKind.PERSON, NameKind.OTHER)
    single = {
        name.key[0] for name in found if len(name.words) == 1 and name.kind in alone and not is_demonym(name.words[0])
    }
    return [
        replace(name, kind=NameKind.PERSON)
        if name.kind is NameKind.OTHER
        and 1 < len(name.words) < 4
        and name.surname in single
        and not is_demonym(name.words[0])
        else name
        for name in found
    ]


def _names(text: str, run: Run) -> Iterator[Found]:
    for piece in pieces(text, run):
        kind, is_sure = kind_of(text, piece)
        yield Found(piece.start, piece.end, piece.words, kind, is_sure)


def _labels(text: str, zone: Zone) -> Iterator[Found]:
    """Give the place at the start of a dateline and the speaker in a transcript's label."""
    if zone.kind is ZoneKind.DATELINE:
        run = next(iter(runs(text, zone, None)), None)
        if run is not None and not text[zone.start : run.start].strip():
            end = next(
                (place for place in (text.find(mark, run.start, zone.end) for mark in "(,—–:-/") if place > 0), run.end
            )
            end = min(run.end, run.start + len(text[run.start : end].rstrip()))
            if end > run.start:
                yield Found(run.start, end, tuple(text[run.start : end].split()), NameKind.PLACE, True)
    if zone.kind is ZoneKind.SPEAKER:
        for run in runs(text, zone, None):
            for piece in pieces(text, run):
                yield Found(piece.start, piece.end, piece.words, kind_of(text, piece)[0], False)
            return


def _titled(text: str, zone: Zone, known: Sequence[Found]) -> Iterator[Found]:
    """Give the names in a line that capitalises everything: those that the body or the lexicon knows."""
    forms = {name.key: name for name in known if name.words}
    surnames: dict[tuple[str, ...], Found] = {(name.surname,): name for name in known if name.kind is NameKind.PERSON}
    for run in runs(text, zone, None):
        place = 0
        while place < len(run.words):
            for length in range(min(8, len(run.words) - place), 0, -1):
                key = tuple(fold(word) for word in run.words[place : place + length])
                name = forms.get(key) or surnames.get(key)
                phrase = " ".join(key)
                is_known = phrase in PLACES or (length == 1 and is_demonym(phrase))
                if phrase == "us" and run.words[place] == "US" and text[zone.start : zone.end].isupper():
                    is_known = False  # "TELL US MORE"
                if name is None and not is_known:
                    continue
                kind = name.kind if name else NameKind.PLACE if phrase in PLACES else NameKind.OTHER
                words = name.words if name and name.key == key else run.words[place : place + length]
                yield Found(run.offsets[place][0], run.offsets[place + length - 1][1], tuple(words), kind, False)
                place += length - 1
                break
            place += 1


def _canonical(text: str, found: Sequence[Found]) -> dict[tuple[str, ...], str]:
    """Give the fullest form of each name, by its key."""
    persons = _longest_by_last(name for name in found if name.kind is NameKind.PERSON)
    short = _expansions(text, found)
    canonical: dict[tuple[str, ...], str] = {}
    for name in found:
        shown = " ".join(name.words)
        key = name.key
        if len(key) == 1 and key[0] in KNOWN_FORMS:
            canonical[key] = KNOWN_FORMS[key[0]]
        elif key in short:
            canonical[key] = short[key]
        elif is_demonym(name.words[-1]) and name.kind is not NameKind.PERSON:
            canonical[key] = shown
        elif name.kind in (NameKind.PERSON, NameKind.OTHER) and (name.kind is NameKind.PERSON or len(key) == 1):
            canonical[key] = persons.get(name.surname) or canonical.get(key) or shown if _fits(name, persons) else shown
        else:
            canonical.setdefault(key, shown.title() if shown.isupper() and len(shown) > 5 else shown)
    return canonical


def _fits(name: Found, persons: dict[str, str]) -> bool:
    """Say that a name can be a form of the full name with its surname: its words all stand in that one."""
    full = persons.get(name.surname, "")
    words = {fold(word) for word in full.split()}
    return all(
        word in words or (len(word.strip(".")) == 1 and any(w[0] == word[0] for w in words)) for word in name.key
    )


def _longest_by_last(names: Iterator[Found]) -> dict[str, str]:
    """Give the one full name of each surname; a surname that several full names share stands for itself."""
    full: dict[str, set[str]] = {}
    for name in names:
        if len(name.words) > 1:
            full.setdefault(name.surname, set()).add(" ".join(name.words))
    chosen = {}
    for surname, told in full.items():
        forms = {
            form for form in told if fold(form.split()[-1]).strip(".") not in _GENERATIONS
        } or told  # the son is another
        longest = max(sorted(forms), key=lambda form: (len(form.split()), len(form)))
        firsts = {fold(form.split()[0]) for form in forms}
        if len(firsts) == 1:
            chosen[surname] = longest
    return chosen


def _expansions(text: str, found: Sequence[Found]) -> dict[tuple[str, ...], str]:
    """Give the full form of the short forms that a report introduces in brackets or whose initials fit one name alone."""
    expansions: dict[tuple[str, ...], str] = {}
    long = [name for name in found if len(name.words) > 1]
    for name in found:
        if len(name.words) != 1 or not 2 <= len(name.words[0].replace(".", "")) <= 8 or not name.words[0].isupper():
            continue
        letters = name.words[0].replace(".", "")
        fitting = {" ".join(other.words) for other in long if _initials(other.words) == letters}
        before = next(
            (other for other in long if 0 < name.start - other.end <= 3 and text[name.start - 1] == "("), None
        )
        if before is not None and _may_abbreviate(letters, before.words):
            fitting = {" ".join(before.words)}
        if len(fitting) == 1 and len(letters) > 1:
            expansions.setdefault(name.key, fitting.pop())
    return expansions


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def _may_abbreviate(letters: str, words: Sequence[str]) -> bool:
    """Say that letters occur in a name in this order, the first at its start."""
    rest = iter("".join(words).upper())
    return bool(words) and words[0][0].upper() == letters[0] and all(letter in rest for letter in letters)


def _kinds(found: Sequence[Found], canonical: dict[tuple[str, ...], str]) -> dict[str, NameKind]:
    """Give one kind for all forms of a name: the one that most mentions speak for, sure ones first, "other" last."""
    votes: dict[str, Counter[NameKind]] = {}
    for name in found:
        weight = 0 if name.kind is NameKind.OTHER else 5 if name.is_sure else 1
        votes.setdefault(canonical[name.key], Counter())[name.kind] += weight
    order = list(NameKind)
    return {
        name: max(counts, key=lambda kind: (counts[kind], -order.index(kind)))
        if any(counts.values())
        else NameKind.OTHER
        for name, counts in votes.items()
    }
