"""Narration: which words of a text are the reporter's own telling.

Not narration: words in quotation marks, names, titles and honorifics, numbers, words of the calendar. Set phrases stay
narration here; they weigh little because the background table gives them little surprisal.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from stemma.text.marks import marked
from stemma.text.words import Word

_TITLES_LIST = """
mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier prime minister ministers
secretary secretary-general senator senators sen representative rep reps congressman congresswoman governor gov mayor
chancellor ambassador envoy spokesman spokeswoman spokesperson spokespeople spokesmen chief chairman chairwoman
chairperson chair director executive ceo officer commissioner judge justice attorney general gen colonel col
lieutenant lt captain capt sergeant sgt major admiral commander king queen prince princess pope bishop archbishop
cardinal rev reverend father sheikh imam rabbi candidate nominee deputy former acting interim
"""
_NUMBERS_LIST = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens first second third fourth fifth sixth seventh eighth ninth tenth half quarter
percent percentage cent cents dollar dollars pound pounds euro euros
"""
_CALENDAR_LIST = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning
afternoon evening night midnight noon week weeks weekend month months year years day days hour hours minute minutes
decade decades century spring summer autumn winter a.m p.m am pm gmt est edt et
"""
_SMALL_LIST = """
the a an this that these those it its he she they we you i his her their our your my and but or nor so yet if when
while as because since although though after before until once in on at by for from of to with without under over into
about against between during through despite amid there here what which who whom whose why how where not no some many
most all each every several few more other another both either according also then now still however meanwhile even
just only is are was were be been being has have had do does did will would can could may might must should
"""
SMALL = frozenset(_SMALL_LIST.split())
_CALENDAR = frozenset(_CALENDAR_LIST.split())
_APART = _CALENDAR.union(_TITLES_LIST.split(), _NUMBERS_LIST.split())
_STOP = re.compile(r"[.!?:…][\"'”’)\]]*\s+|\n|^\s*[\"“‘'(]|[.!?:,]?\s*[“\"‘(]\s*$|[•*—–-]\s*$")
_ABBREVIATED = re.compile(
    r"^(?:[a-z]|[a-z](?:\.[a-z])+|mr|mrs|ms|dr|sen|rep|gov|gen|col|lt|sgt|capt|prof|rev|st|jr|sr|no|vs|jan|feb|aug|sept?|oct|nov|dec)$"
)


def narrated(text: str, words: Sequence[Word], zones_excluded: Sequence[tuple[int, int]] = ()) -> list[bool]:
    """Say of each word whether it counts as narration; words inside `zones_excluded` (character ranges) never do.

    >>> from stemma.text.words import words
    >>> text = 'Yesterday the mayor, Ann Lee, opened two new quays. "Sail on," she said. Ships came.'
    >>> [word.key for word, told in zip(words(text), narrated(text, words(text))) if told]
    ['the', 'opened', 'new', 'quays', 'she', 'said', 'ships', 'came']
    """
    barred = _merged([*((stretch.start, stretch.end) for stretch in marked(text)), *zones_excluded])
    starts = [start for start, _ in barred]
    names = name_flags(text, words)
    return [
        not is_name and not is_apart(word.key) and not _lies_in(word.start, barred, starts)
        for word, is_name in zip(words, names, strict=True)
    ]


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the ranges joined where they overlap, in text order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _lies_in(offset: int, ranges: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    found = bisect_right(starts, offset) - 1
    return found >= 0 and offset < ranges[found][1]


def is_apart(key: str) -> bool:
    """Say whether a word is a title, a number or a word of the calendar, its possessive included."""
    return key.removesuffix("'s") in _APART or any(map(str.isdigit, key))


def is_calendar(key: str) -> bool:
    """Say whether a word is one of the calendar or the clock.

    >>> is_calendar("friday"), is_calendar("harbour")
    (True, False)
    """
    return key in _CALENDAR


def name_flags(text: str, words: Sequence[Word]) -> list[bool]:
    """Say of each word whether it is (part of) a name: capitalised where the position does not ask for it.

    A capitalised word that opens a sentence is a name where the text has it capitalised elsewhere inside a sentence, or
    where another such word follows it directly. In a line set in capitals only words known as names from the rest are names;
    an unknown word of such a line that never occurs in lower case is taken for a name as well.
    """
    capitals = [text[word.start].isupper() for word in words]
    opens = _opens(text, words)
    shouted = _title_cased(text, words, capitals)
    inside = {
        word.key
        for word, capital, start, loud in zip(words, capitals, opens, shouted, strict=True)
        if capital and not start and not loud
    }
    lower = {word.key for word, capital in zip(words, capitals, strict=True) if not capital}
    flags = []
    for index, word in enumerate(words):
        if not capitals[index] or word.key == "i" or word.key.startswith("i'"):
            flags.append(False)
        elif shouted[index]:
            flags.append(word.key in inside or (word.key not in lower and word.key not in SMALL))
        elif opens[index]:
            follows = index + 1 < len(words) and capitals[index + 1] and not opens[index + 1]
            flags.append(word.key not in SMALL and (word.key in inside or (follows and word.key not in lower)))
        else:
            flags.append(True)
    return flags


def _opens(text: str, words: Sequence[Word]) -> list[bool]:
    """Say of each word whether it stands where a capital is due: first of the text, a sentence, a quotation, a line."""
    flags = []
    for index, word in enumerate(words):
        if index == 0:
            flags.append(True)
            continue
        before = words[index - 1]
        gap = text[before.end : word.start]
        flags.append(is_stop(gap) and not (gap == ". " and is_abbreviated(before.key)))
    return flags


def is_stop(gap: str) -> bool:
    """Say whether what stands between two words asks for a capital after it."""
    if len(gap) > 40:  # a rule of dashes, a lot of white space: its ends and its breaks tell all
        gap = f"{gap[:20]}{chr(10) if chr(10) in gap else ''}{gap[-20:]}"
    return bool(_STOP.search(gap))


def is_abbreviated(key: str) -> bool:
    """Say whether a stop after this word may be its own."""
    return bool(_ABBREVIATED.match(key))


def _title_cased(text: str, words: Sequence[Word], capitals: Sequence[bool]) -> list[bool]:
    """Say of each word whether its line is set in capitals throughout, as headlines are: nearly all its longer words."""
    flags: list[bool] = []
    line: list[int] = []

    def close() -> None:
        longer = [capitals[index] for index in line if words[index].end - words[index].start > 3]
        flags.extend([len(longer) >= 3 and sum(longer) >= 0.8 * len(longer)] * len(line))
        line.clear()

    for index, word in enumerate(words):
        if line and "\n" in text[words[index - 1].end : word.start]:
            close()
        line.append(index)
    close()
    return flags
