"""Quotation marks: which words of a text stand inside a pair of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Marked(NamedTuple):
    """A stretch in quotation marks: outer offsets with the marks, inner offsets without; depth 0 is outermost.

    A stretch that goes on from the paragraph before may have no mark of its own to begin with.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    is_closed: bool


class _Open(NamedTuple):
    """A mark that was opened and waits for its closing mark."""

    start: int
    width: int
    family: str


# A family is a way of quoting: its opening marks wait for its own closing marks alone.
_FAMILY = {
    "“": "curly",
    "”": "curly",
    "«": "angle",
    "»": "angle",
    "„": "low",
    "‘": "single",
    "’": "single",
    "'": "plain",
}
_MARK = re.compile(r"'''|''|``|[\"“”„‟‘’'«»]")
_BREAK = re.compile(r"\n")
_ELISION = re.compile(
    r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n['’]|cos\b|burbs\b|hood\b)", re.IGNORECASE
)
_PARTED_ENDING = re.compile(r" (?:s|t|m|d|re|ve|ll)\b(?!['’])")  # "She’ s"
_INCHES = re.compile(r"\d+['’′]\s?\d{1,2}$")
_BEFORE_OPENING = frozenset("([{<—–-/…:,;=>\u00a0")
_MOST_PASSED = 6  # paragraphs without a mark inside one quotation
_AFTER_CLOSING = frozenset(")]}>.,;:!?—–-/…")


def marked(text: str) -> list[Marked]:
    r"""Give every stretch in quotation marks, in text order; an unclosed mark ends with its paragraph.

    Marks are paired by type, inside one paragraph. A closing mark that nothing waits for is passed over, and an opening mark
    that meets another opening mark of its type ends there, so that one stray mark never turns what follows inside out.
    A quotation over several paragraphs (an opening mark at each, or at the first alone, a closing mark at the last) gives one
    stretch for each. A mark that a gap has parted from its quotation (`Go on, "she said.`) closes it.
    Two apostrophes are one mark. Apostrophes, decades and inches are no marks. Time is linear in the text.

    >>> text = 'He said: “Go on.” She left.'
    >>> [text[m.inner_start:m.inner_end] for m in marked(text)]
    ['Go on.']
    >>> text = 'The “harbour fund is empty, Ode said.\nIt is “not” empty.'
    >>> [(text[m.inner_start:m.inner_end], m.is_closed) for m in marked(text)]
    [('harbour fund is empty, Ode said.', False), ('not', True)]
    """
    found: list[Marked] = []
    if _MARK.search(text) is None:
        return found
    open_family, passed = (
        "",
        list[tuple[int, int]](),
    )  # what the paragraphs before left open, and those since without a mark
    for start, end in _paragraphs(text):
        first = _first(text, start, end, open_family)
        waiting: list[_Open] = []
        if first is None:
            passed.append((start, end))
        elif open_family and len(passed) <= _MOST_PASSED and _is_closing(text, first, start, end, open_family):
            found = [one._replace(depth=one.depth + (one.start >= passed[0][0])) for one in found] if passed else found
            found.extend(Marked(*bounds, *bounds, 0, False) for bounds in passed)
            waiting.append(_Open(start, 0, open_family))
        stretches, left_open = _pair(text, start, end, waiting)
        found.extend(stretches)
        if first is not None or left_open:
            open_family, passed = left_open, []
    return sorted(found, key=lambda stretch: (stretch.start, -stretch.end))


def _first(text: str, start: int, end: int, family: str) -> tuple[str, int] | None:
    """Give the first double mark of a paragraph and its place; of a family of single marks, the first single mark too."""
    singles = {"'": "plain", "’": "single", "‘": "single"}
    for mark in _MARK.finditer(text, start, end):
        sign, place = mark.group(), mark.start()
        if sign in singles and (singles[sign] != family or _is_apostrophe(text, place, start, end)):
            continue
        if sign != "'''":
            return sign, place
    return None


def _is_closing(text: str, first: tuple[str, int], start: int, end: int, open_family: str) -> bool:
    """Say whether a paragraph's first mark closes what a paragraph before it has opened."""
    sign, place = first
    family, opens, closes = _role(text, sign, place, start, end, [_Open(start, 0, open_family)])
    return family == open_family and closes and not opens and any(map(str.isalnum, text[start:place]))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give each paragraph: a line, joined to the next where a sentence was merely wrapped."""
    start = 0
    for line_break in _BREAK.finditer(text):
        place = line_break.start()
        if _is_wrapped(text, place):
            continue
        if place > start:
            yield start, place
        start = place + 1
    if start < len(text):
        yield start, len(text)


def _is_wrapped(text: str, place: int) -> bool:
    """Say that a line break stands inside a sentence: no stop before it, a small letter after it."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (before.isalnum() or before in {",", "-"}) and after.islower()


def _pair(text: str, start: int, end: int, waiting: list[_Open]) -> tuple[list[Marked], str]:
    """Pair the marks of one paragraph; give also the family of the outermost mark that it leaves open."""
    found: list[Marked] = []
    for sign, place in _signs(text, start, end, waiting):
        if sign in {"'", "’", "‘"} and _is_apostrophe(text, place, start, end):
            continue
        if sign == '"' and _INCHES.search(text, max(start, place - 6), place):
            continue
        family, opens, closes = _role(text, sign, place, start, end, waiting)
        held = _waits(waiting, family)
        if closes and held is None:  # a curly mark may be closed by a straight one, and the other way round
            held = _waits(waiting, {"double": "curly", "curly": "double"}.get(family, ""))
        if closes and held is not None:
            found.append(_close(waiting[held], place + len(sign), place, held))
            del waiting[held:]
        elif opens:
            if held is not None and family not in {"single", "plain"}:
                found.extend(_leave(text, waiting[held:], place, held))
                del waiting[held:]
            waiting.append(_Open(place, len(sign), family))
    found.extend(_leave(text, waiting, end, 0))
    return found, next((opened.family for opened in waiting if _is_mark(text, opened)), "")


def _signs(text: str, start: int, end: int, waiting: list[_Open]) -> Iterator[tuple[str, int]]:
    """Give each mark and its place; three apostrophes close a single mark inside a double one, or open them.

    Two close two single marks where so many are open, one inside the other.
    """
    for mark in _MARK.finditer(text, start, end):
        sign, place = mark.group(), mark.start()
        if sign == "''" and [opened.family for opened in waiting[-2:]] == ["plain", "plain"]:
            yield "'", place
            yield "'", place + 1
        elif sign != "'''":
            yield sign, place
        elif _waits(waiting, "plain") is not None:
            yield "'", place
            yield "''", place + 1
        else:
            yield "''", place
            yield "'", place + 2


def _waits(waiting: list[_Open], family: str) -> int | None:
    """Give the place of the innermost open mark of this family, if one waits."""
    return next((depth for depth in range(len(waiting) - 1, -1, -1) if waiting[depth].family == family), None)


def _close(opened: _Open, end: int, inner_end: int, depth: int) -> Marked:
    """Give the stretch between an opening mark and its closing mark."""
    return Marked(opened.start, end, opened.start + opened.width, inner_end, depth, True)


def _leave(text: str, waiting: list[_Open], end: int, depth: int) -> list[Marked]:
    """Give the outermost stretch that nothing closed; a single mark that nothing closes was an apostrophe."""
    kept = [opened for opened in waiting if _is_mark(text, opened)]
    if not kept:
        return []
    first = kept[0]
    stop = first.start + len(text[first.start : end].rstrip())
    if stop <= first.start + first.width:
        return []
    return [Marked(first.start, stop, first.start + first.width, stop, depth, False)]


def _is_mark(text: str, opened: _Open) -> bool:
    """Say whether an opening mark that nothing closed is one: a single one only at a line's start or behind "said: "."""
    place = opened.start
    is_single = opened.family in {"single", "plain"} and opened.width > 0
    begins_line = place == 0 or text[place - 1] == "\n"
    is_announced = text[place - 2 : place] in {": ", ", "} and text[place + 1 : place + 2].isupper()
    return not is_single or begins_line or is_announced


def _role(text: str, sign: str, place: int, start: int, end: int, waiting: list[_Open]) -> tuple[str, bool, bool]:
    """Give a mark's family, and whether it may open and may close here."""
    if sign == "“" and waiting and waiting[-1].family == "low":
        return "low", False, True
    if sign in {"”", "‟"} and waiting and waiting[-1].family == "low":
        return "low", False, True
    if sign in {'"', "''", "``"}:
        is_open = any(opened.family == "double" for opened in waiting)
        if is_open and _is_parted(text, place, place + len(sign), end):
            return "double", False, True
        return "double", *_turn(text, place, place + len(sign), start, end, is_open)
    if sign in {"'", "’", "‘"}:
        return _single_role(text, sign, place, start, end, waiting)
    return _FAMILY.get(sign, "curly"), *_curly_turn(text, sign, place, start, end, waiting)


def _curly_turn(text: str, sign: str, place: int, start: int, end: int, waiting: list[_Open]) -> tuple[bool, bool]:
    """Say whether a mark with a side of its own opens and closes; one that was set the wrong way round is read as it stands."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    is_waiting = bool(waiting) and waiting[-1].family == "curly"
    if sign in {"«", "»"}:
        return _angle_turn(
            sign, before, after, text[waiting[-1].start] if waiting and waiting[-1].family == "angle" else ""
        )
    if sign == "”" and not is_waiting and before.isspace() and after.isalnum():
        return True, False
    if sign == "“" and is_waiting and not before.isspace() and not after.isalnum():
        return False, True
    return sign in {"“", "„"}, sign == "”"


def _angle_turn(sign: str, before: str, after: str, opened_by: str) -> tuple[bool, bool]:
    """Say whether an angle mark opens and closes: «so» as in French and Russian, »so« as in German, »so» as in Swedish."""
    if sign == "«":
        return opened_by != "»" or before.isspace(), opened_by == "»" and not before.isspace()
    is_opening = not opened_by and not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    return is_opening, not is_opening


def _single_role(
    text: str, sign: str, place: int, start: int, end: int, waiting: list[_Open]
) -> tuple[str, bool, bool]:
    """Give the role of a single mark, plain or curly."""
    if sign == "‘":
        return "single", True, False
    if sign == "’":
        return "single", False, True
    return ("plain", *_turn(text, place, place + 1, start, end, any(w.family == "plain" for w in waiting)))


def _turn(text: str, left: int, right: int, start: int, end: int, is_open: bool) -> tuple[bool, bool]:
    """Say whether a mark that looks the same on both sides may open and may close, from the characters beside it."""
    before = text[left - 1] if left > start else " "
    after = text[right] if right < end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING or before in "“‘\"'") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in "”’\"'")
    if opens and closes:  # between two signs, as in —"— : turn about
        return not is_open, is_open
    if (
        not opens and not closes
    ):  # glued on both sides, or free on both sides: turn about, but never begin on a free one
        return not is_open and not after.isspace(), is_open
    return opens, closes


def _is_parted(text: str, left: int, right: int, end: int) -> bool:
    """Say whether a gap has parted a closing mark from its quotation and set it against what follows: `Go on, "she said.`."""
    stop, after = text[left - 2 : left], text[right : min(right + 1, end)]
    following = _first(text, right, end, "")
    if following is not None and not text[following[1] - 1].isspace():  # it opens what that one closes
        return False
    return stop == ", " or (stop in {". ", "! ", "? ", "- "} and after.islower())


def _is_apostrophe(text: str, place: int, start: int, end: int) -> bool:
    """Say that a single mark is an apostrophe: inside a word, before a decade or a clipped word, after a plural."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if before.isalnum() and (after.isalnum() or _PARTED_ENDING.match(text, place + 1, end)):
        return True
    if before.isdigit() and text[place] == "'":
        return True
    if not before.isalnum() and _ELISION.match(text, place):
        return True
    return before == "s" and after == " " and _closes_later(text, place, end)


_LATER = re.compile(r"(?<=[^\s])['’](?=[\s.,;:!?)\"”—–-]|$)|[\"”]|['‘](?=\w)|''")


def _closes_later(text: str, place: int, end: int) -> bool:
    """Say that a likelier closing mark follows, so that the one after a plural s is an apostrophe."""
    later = _LATER.search(text, place + 1, min(end, place + 400))
    return later is not None and later.group() in {"'", "’"} and text[later.start() - 1] in ".,!?"
