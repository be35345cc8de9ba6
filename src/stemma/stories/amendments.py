"""What an outlet corrected in its own report, and which other reports have the wording before or after.

From texts alone: a notice of correction points with its own words to the place where the report differs from its kin, and an
earlier edition shows what stood there.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Amendment, Change, ChangeKind, Edit, EditKind, Report, Span, ZoneKind
from stemma.stories.kinship import Kin, Units, by_pair
from stemma.stories.touches import is_real, touches_of, value_of
from stemma.stories.units import Unit, content_of, units_of_edition
from stemma.text.align import aligned
from stemma.text.narration import SMALL
from stemma.text.notices import is_correction
from stemma.text.words import words

_KINDS = ("number", "date", "name", "polarity")
_LONGEST = 5  # words that a correction exchanges
_LEAST_EQUAL = 0.5  # of the shorter sentence: below, two sentences are not the same one

_LARGE = 100  # a figure that stands for no other thing by chance; a smaller one needs the word behind it
_BEHIND = 30  # characters in which the word behind a figure ends
_YEARS = range(1900, 2101)
_NUMBER = r"[$€£]?\d[\d,.]*\d"
_FIGURES = re.compile(
    rf"(?P<new>{_NUMBER})(?:\s[a-z]+){{0,3}},?\s(?:and\s)?(?:not|instead\sof|rather\sthan)\s(?:the\s)?(?P<old>{_NUMBER})"
    rf"|\bto\s(?P<new2>{_NUMBER})(?:\s[a-z]+){{0,3}}\sfrom\s(?P<old2>{_NUMBER})"
    rf"|\bfrom\s(?P<old3>{_NUMBER})(?:\s[a-z]+){{0,3}}\sto\s(?P<new3>{_NUMBER})"
)  # "It is about 1,140, not 1,400"
_DATED = re.compile(r"(?i)\W*corrections?\s*[:—–]\s*\w+\.?\s+\d{1,2},?\s+\d{4}\W*")

Equal = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opposite:
    """A sentence of the corrected report beside the same sentence of another report or of an earlier edition."""

    unit: Unit
    other: Unit
    equal: Equal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Words of a sentence that stand where another has other ones."""

    unit: Unit
    start: int
    end: int
    other: Unit
    other_start: int
    other_end: int
    before: Span
    kind: str
    notice: Span | None = None
    is_told: bool = False

    @property
    def old(self) -> tuple[str, ...]:
        """The keys of the words that stand in the other."""
        return self.other.keys[self.other_start : self.other_end]

    @property
    def new(self) -> tuple[str, ...]:
        """The keys of the words that stand there now."""
        return self.unit.keys[self.start : self.end]

    @property
    def after(self) -> Span:
        """Where the words stand."""
        return _span(self.unit, self.start, self.end)


def find_amendments(reports: Sequence[Report], units: Units, kins: Sequence[Kin]) -> tuple[Amendment, ...]:
    """Give what the reports' outlets corrected, in the order of the reports; a notice that points nowhere stands by itself."""
    pairings = by_pair(p for kin in kins for block in (*kin.blocks, *kin.loose) for p in block.pairings)
    beside: dict[str, list[_Opposite]] = defaultdict(list)
    for (report_id, _), pairs in sorted(pairings.items()):
        same = [p for p in pairs if p.coverage >= _LEAST_EQUAL]
        beside[report_id] += [_Opposite(unit=p.left, other=p.right, equal=p.equal) for p in same]
    texts = {report.id: report.text for report in reports}
    texts |= {edition.id: edition.text for report in reports for edition in report.earlier}
    found: list[Amendment] = []
    for report in reports:
        notices = notices_of(report)
        earlier = [one for e in report.earlier for one in _edited(units[report.id], units_of_edition(e))]
        if notices or earlier:
            found += _of_report(report, notices, earlier, beside, texts, units)
    return tuple(_with_bearers(one, units, texts) for one in found)


def notices_of(report: Report) -> tuple[Span, ...]:
    """Give where a report says of itself that it was corrected; a heading with a date goes with the paragraph under it."""
    found = []
    for zone, below in zip(report.zones, (*report.zones[1:], None), strict=True):
        told = report.text[zone.start : zone.end]
        if zone.kind in (ZoneKind.FURNITURE, ZoneKind.HEADLINE) and is_correction(told):
            end = below.end if below is not None and _DATED.fullmatch(told) else zone.end
            found.append(Span(report.id, zone.start, end))
    return tuple(found)


def _edited(units: Sequence[Unit], earlier: Sequence[Unit]) -> list[_Opposite]:
    """Give each sentence beside the one of an earlier edition that it is likest to."""
    found = []
    for unit in units if earlier else ():
        keys = set(unit.keys)
        likest = max(earlier, key=lambda other: (len(keys & set(other.keys)), -abs(other.number - unit.number)))
        equal = aligned(unit.words, likest.words)
        if len(equal) >= _LEAST_EQUAL * min(len(unit.words), len(likest.words)):
            found.append(_Opposite(unit=unit, other=likest, equal=equal))
    return found


def _of_report(
    report: Report,
    notices: Sequence[Span],
    earlier: Sequence[_Opposite],
    beside: Mapping[str, Sequence[_Opposite]],
    texts: Mapping[str, str],
    units: Units,
) -> list[Amendment]:
    before = [replace(place, is_told=True) for one in earlier for place in _places(one, texts)]
    differing = before + [place for one in beside.get(report.id, ()) for place in _places(one, texts)]
    places = [place for notice in notices for place in _pointed(notice, report, differing)]
    shown = {(place.unit.number, place.start) for place in places}
    places += [one for one in before if one.kind in _KINDS and (one.unit.number, one.start) not in shown]
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.old, place.new].append(place)
    told = [_amendment(report.id, group, beside) for group in groups.values()]
    silent = [notice for notice in notices if not any(notice in one.notice for one in told)]
    return told + [_in_figures(notice, report, units) or _unshown(report.id, notice) for notice in silent]


def _in_figures(notice: Span, report: Report, units: Units) -> Amendment | None:
    """Give the amendment of a notice that has both figures itself ("It is about 1,140, not 1,400")."""
    match = _FIGURES.search(report.text, notice.start, notice.end)
    if match is None:
        return None
    old, new = (
        next(Span(report.id, *match.span(name)) for name in names if match[name])
        for names in (("old", "old2", "old3"), ("new", "new2", "new3"))
    )
    figure = _figure(report.text, new)
    standing = _place_of(units[report.id], figure) if figure is not None else None
    return Amendment(
        report_id=report.id,
        kind="number",
        notice=(notice,),
        before=(old,),
        after=(standing or new,),
        uncorrected=(),
        corrected=(),
        is_told=True,
    )


def _with_bearers(one: Amendment, units: Units, texts: Mapping[str, str]) -> Amendment:
    """Give an amendment of a figure with the reports that have either figure in sentences not like the corrected one."""
    if one.kind != "number":
        return one
    old, new = (_figure(texts[spans[0].report_id], spans[0]) for spans in (one.before, one.after))
    if old is None or new is None or old[0] == new[0]:
        return one
    known = {one.report_id, *(span.report_id for span in (*one.uncorrected, *one.corrected))}
    uncorrected, corrected = [*one.uncorrected], [*one.corrected]
    for report_id, own in units.items():
        stale, right = (_place_of(own, figure) for figure in (old, new))
        if report_id not in known and (stale is None) != (right is None):
            uncorrected += [stale] if stale is not None else []
            corrected += [right] if right is not None else []
    return replace(one, uncorrected=tuple(uncorrected), corrected=tuple(corrected))


def _figure(text: str, span: Span) -> tuple[float, str] | None:
    """Give the value of a figure that a place begins with, and the word behind it ("" where it says nothing)."""
    keys = [word.key for word in words(text, span.start, span.end + _BEHIND)]
    value = value_of(keys[0]) if keys else None
    behind = next(iter(keys[1:2]), "")
    return None if value is None else (value, "" if behind in SMALL else behind)


def _place_of(units: Iterable[Unit], figure: tuple[float, str]) -> Span | None:
    """Give where a report first has a figure: a large one, or one with the same word behind it."""
    value, behind = figure
    is_large = value >= _LARGE and value not in _YEARS
    for unit in units:
        for place, key in enumerate(unit.keys):
            if value_of(key) == value and (is_large or (behind and unit.keys[place + 1 : place + 2] == (behind,))):
                return _span(unit, place, place + 1)
    return None


def _places(opposite: _Opposite, texts: Mapping[str, str]) -> Iterator[_Place]:
    """Give where a few words of a sentence stand for a few others, the words around them being equal."""
    unit, other = opposite.unit, opposite.other
    ends = [(-1, -1), *opposite.equal, (len(unit.words), len(other.words))]
    for (left, right), (left_next, right_next) in pairwise(ends):
        size, other_size = left_next - left - 1, right_next - right - 1
        if 0 < size <= _LONGEST and 0 < other_size <= _LONGEST:
            before, after = _span(other, right + 1, right_next), _span(unit, left + 1, left_next)
            told = before.cut(texts[other.report_id]), after.cut(texts[unit.report_id])
            old = other.keys[right + 1 : right_next]
            if _values(old) != _values(unit.keys[left + 1 : left_next]):
                yield _Place(
                    unit=unit,
                    start=left + 1,
                    end=left_next,
                    other=other,
                    other_start=right + 1,
                    other_end=right_next,
                    before=before,
                    kind=_kind(*told),
                )


def _values(keys: Iterable[str]) -> list[object]:
    return [key if (value := value_of(key)) is None else value for key in keys]


def _kind(before: str, after: str) -> str:
    """Say what an exchange of words touches, "wording" where it is nothing that can be right or wrong."""
    edit = Edit(kind=EditKind.SUBSTITUTE, start=0, end=len(before), before=before, after=after)
    touched = touches_of(before.split(), after.split())
    return next((kind for kind in _KINDS if kind in touched and is_real(kind, edit)), "wording")


def _span(unit: Unit, start: int, end: int) -> Span:
    return Span(unit.report_id, unit.words[start].start, unit.words[end - 1].end)


def _pointed(notice: Span, report: Report, places: Sequence[_Place]) -> list[_Place]:
    """Give the places that a notice points to: it has the old words and the new, else one of them and the sentence's matter."""
    keys = [word.key.removesuffix("'s") for word in words(report.text, notice.start, notice.end)]
    told = {*keys, *_values(keys)}
    both = [one for one in places if _is_in(one.old, told) and _is_in(one.new, told)]
    one_side = [
        one
        for one in places
        if one.kind != "wording" and (_is_in(one.old, told) or _is_in(one.new, told)) and _is_of(one, keys)
    ]
    return [replace(one, notice=notice, is_told=one.is_told or one in both) for one in both or one_side]


def _is_in(keys: Sequence[str], told: Container[object]) -> bool:
    """Say whether a notice has some words: those that carry content, and one at least."""
    content = [key.removesuffix("'s") for key in keys if key not in SMALL]
    return bool(content) and all(key in told or value_of(key) in told for key in content)


def _is_of(place: _Place, keys: Iterable[str]) -> bool:
    """Say whether a notice has a content word of a sentence besides the words that differ."""
    around = place.unit.keys[: place.start] + place.unit.keys[place.end :]
    return bool(content_of(around).keys() & content_of(keys).keys())


def _amendment(report_id: str, places: Sequence[_Place], beside: Mapping[str, Sequence[_Opposite]]) -> Amendment:
    """Give one amendment with who has either wording: beside the corrected sentence, or beside the uncorrected one."""
    first = places[0]
    reading: dict[bool, list[Span]] = {True: [], False: []}
    own = [(place.unit, place.start, place.end) for place in places]
    others = [(place.other, place.other_start, place.other_end) for place in places]
    for unit, start, end in {
        (one.report_id, one.number, start): (one, start, end) for one, start, end in (*own, *others)
    }.values():
        for one in beside.get(unit.report_id, ()):
            if one.unit.number == unit.number and one.other.report_id != report_id:
                for is_new, keys in ((True, first.new), (False, first.old)):
                    reading[is_new] += [] if (span := _standing(one, start, end, keys)) is None else [span]
    return Amendment(
        report_id=report_id,
        kind=first.kind,
        notice=tuple(dict.fromkeys(place.notice for place in places if place.notice is not None)),
        before=(next((place.before for place in places if place.is_told), first.before),),
        after=tuple(dict.fromkeys(place.after for place in places)),
        uncorrected=tuple(dict.fromkeys(reading[False])),
        corrected=tuple(dict.fromkeys(reading[True])),
        is_told=any(place.is_told for place in places),
    )


def _standing(one: _Opposite, start: int, end: int, keys: Sequence[str]) -> Span | None:
    """Give where words stand in a sentence opposite to a place of another: beside a word that is equal in both."""
    right_of = dict(one.equal)
    size = len(keys)
    starts = [right_of[start - 1] + 1] if start - 1 in right_of else []
    starts += [right_of[end] - size] if end in right_of else []
    starts += [right_of[start]] if start in right_of else []
    for begin in starts:
        if begin >= 0 and _values(one.other.keys[begin : begin + size]) == _values(keys):
            return _span(one.other, begin, begin + size)
    return None


def _unshown(report_id: str, notice: Span) -> Amendment:
    return Amendment(
        report_id=report_id,
        kind="",
        notice=(notice,),
        before=(),
        after=(),
        uncorrected=(),
        corrected=(),
        is_told=False,
    )


def carried(amendments: Iterable[Amendment], texts: Mapping[str, str]) -> tuple[Change, ...]:
    """Give, as changes, which reports have the wording before a correction and which the one after it."""
    found = []
    for one in amendments:
        for spans, verb in ((one.uncorrected, "not carried"), (one.corrected, "carried")):
            for span in spans:
                now = " ".join(one.after[0].cut(texts[one.report_id]).split())
                note = f'{verb}: "{" ".join(span.cut(texts[span.report_id]).split())}"'
                note += f', corrected to "{now}"' if spans is one.uncorrected else ""
                found.append(
                    Change(
                        kind=ChangeKind.CORRECTION,
                        report_id=span.report_id,
                        against_report_id=one.report_id,
                        before=one.after[:1],
                        after=(span,),
                        note=note,
                    )
                )
    return tuple(found)
