"""Sentences of a text with their offsets."""

import re
from bisect import bisect_right

from stemma.text.marks import Marked, marked

# A stop, whatever closes behind it, white space, and a sign that begins a sentence; or a break of the line.
_STOP = re.compile(
    r"(?:[.!?…]+)(?P<closing>[\"”’'»)\]]*)(?P<gap>[ \t\u00a0]+)(?=[\"“‘'«„(\[]*[A-Z0-9À-ÖØ-Þ\u0400-\u042f@#$€£])|\n+"
)
_SHORT = frozenset(
    "mr mrs ms dr prof rev hon st sgt lt col gen maj capt cpl pvt adm cmdr sen rep gov pres supt insp det messrs mme mlle "
    "jr sr vs v no nos vol pp fig approx ca cf al etc e.g i.e a.m p.m inc corp co ltd llc plc bros dept dist univ assn "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun mt ft ave blvd rd "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo u.s u.k u.n e.u d.c".split()
)
# These end a sentence as often as not: what follows decides.
_EITHER = frozenset(
    "ala ariz ark calif colo conn fla ga ill ind kan ky la mass mich minn mo mont neb nev okla ore pa tenn tex va vt wis wyo "
    "jr sr etc a.m p.m inc corp co ltd llc plc bros al u.s u.k u.n e.u d.c".split()
)
_LAST_WORD = re.compile(r"[^\s(\[“\"‘'—–-]+$")
_BEGINS = frozenset(
    "the a an he she it they we i you this that these those his her their its our my in on at by for but and or so if as when "
    "while after before since there here what who how why where not no yes it's he's she's they're we're i'm some many most "
    "all both one two three meanwhile however".split()
)
_GOES_ON = re.compile(
    r"\s*(?:[\w.’'-]+\s+){0,7}?(?:said|says|asked|asks|added|wrote|shouted|cried|replied|told|tweeted|yelled|wondered)\b"
    r"(?! (?:that|it|he|she|they|there|its|his|her|their)\b)"  # who says something of his own begins a sentence of his own
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give (start, end) of each sentence between two offsets, white space trimmed; a quotation stays in one piece.

    >>> text = 'One is here. "Two is. And goes on," he said.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['One is here.', '"Two is. And goes on," he said.']
    >>> text = 'Gen. A. Dorn met the U.S. envoy at 5 p.m. He left.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gen. A. Dorn met the U.S. envoy at 5 p.m.', 'He left.']
    """
    stop = len(text) if end is None else end
    return split(text, start, stop, marked(text[start:stop]), start)


def split(text: str, start: int, end: int, stretches: list[Marked], shift: int = 0) -> list[tuple[int, int]]:
    """Give the sentences between two offsets where the marked stretches are known; `shift` is added to their offsets.

    >>> split("It is. So it is.", 0, 16, [])
    [(0, 6), (7, 16)]
    """
    closed = [(m.inner_start + shift, m.inner_end + shift) for m in stretches if m.depth == 0 and m.is_closed]
    starts = [left for left, _ in closed]
    found: list[tuple[int, int]] = []
    left = start
    for stop in _STOP.finditer(text, start, end):
        place = stop.start()
        if text[place] != "\n":
            within = bisect_right(starts, place) - 1
            inside = within >= 0 and place < closed[within][1]
            if inside and stop.start("gap") <= closed[within][1]:
                continue
            if not _ends(text, stop, left, end, was_inside=inside):
                continue
            place = stop.start("gap")
        _add(found, text, left, place)
        left = stop.end()
    _add(found, text, left, end)
    return found


def _add(found: list[tuple[int, int]], text: str, left: int, right: int) -> None:
    piece = text[left:right]
    begin = left + len(piece) - len(piece.lstrip())
    finish = left + len(piece.rstrip())
    if finish > begin:
        found.append((begin, finish))


def _ends(text: str, stop: re.Match[str], left: int, end: int, *, was_inside: bool) -> bool:
    """Say whether a stop ends its sentence."""
    signs = text[stop.start() : stop.start("closing")]
    if was_inside and signs != ".":
        return _GOES_ON.match(text, stop.end(), min(end, stop.end() + 90)) is None
    if signs != "." or stop.group("closing"):
        return True
    last = _LAST_WORD.search(text, max(left, stop.start() - 20), stop.start())
    word = last.group().casefold() if last else ""
    is_initial = len(word) == 1 and word.isalpha() and word != "i"
    if word not in _SHORT and not is_initial:
        return True
    if word in {"no", "nos"}:
        return not text[stop.end() : stop.end() + 1].isdigit()
    if word not in _EITHER:
        return False
    following = re.match(r"[\"“‘'(\[]*([\w’']+)", text[stop.end() : min(end, stop.end() + 20)])
    return following is not None and following.group(1).replace("’", "'").casefold() in _BEGINS
