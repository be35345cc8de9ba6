"""One sentence as the rules see it: its tokens, which of them stand in marks, what class of word each is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Report, ZoneKind
from stemma.readings.lexicon import lexicon
from stemma.text.marks import Marked
from stemma.text.sentences import split

_TOKEN = re.compile(
    r"''|``"
    r"|(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Sgt|Col|Capt|Maj|Rev|Prof|Hon|Jr|Sr|St|Inc|Corp|Co|Ltd|[A-Z])\.(?=[\s,’']|$)"
    r"|\d[\d.,:]*\d(?![\w-])|[^\W_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ve|ll|d|re|m)\b"
    r"|[^\W_]+(?:(?:[&.-]|['’](?!(?:s|ve|ll|d|re|m|t)\b))[^\W_]+)*"
    r"|\.{3}|--+|\S"
)
_STRAIGHTEN = str.maketrans({"’": "'", "‘": "'"})

DETERMINERS = frozenset(
    "the a an this that these those his her its their my our your some any no each every another both all many "
    "several few most  such other one two three four five six seven eight nine ten dozens hundreds thousands more".split()
)
POSSESSIVES = frozenset("his her its their my our your 's".split())
PREPOSITIONS = frozenset(
    "of in on at by for from with without about against between among during under over into through within across "
    "toward towards  near behind beyond amid despite via per including like unlike than to upon inside outside around "
    "off above below along onto throughout beneath atop alongside".split()
)
PRONOUNS = frozenset("he she it they we i you".split())
OBJECTS = frozenset("him her it them us me you himself herself itself themselves".split())
QUESTION_WORDS = frozenset("who whom whose which what how why where when whether if".split())
SUBORDINATORS = frozenset(
    "that because while although though whereas when if as since unless until after before whether where once why how "
    "what lest so".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must 'll 've 'd 're 'm  ca wo".split()
)
BE = frozenset("is are was were be been being am 's 're 'm".split())
ADVERBS = frozenset(
    "also now again later recently previously first never not n't once still even just then often always sometimes "
    "already soon  further instead perhaps too ever once long yet only rather merely almost nearly quite very so far "
    "thus therefore  earlier subsequently meanwhile however".split()
)
_NOT_ADVERBS = frozenset(
    "family ally early daily weekly monthly only assembly reply rally july italy sally kelly emily supply apply rely".split()
)
IRREGULAR = frozenset(
    "went came took made gave got ran won lost left met saw held kept led became began brought built bought caught "
    "chose cut drew drove  ate fell fought flew forgot froze grew heard hit hurt knew laid lay let meant paid put "
    "quit rode rose sent set shook shot shut  sank sat slept slid spent spread stood stole struck stuck swept swam "
    "swung taught tore threw wore wound withdrew woke broke  beat bet bent bled blew burst cast cost dealt dug fed "
    "fled found leapt lent lit sold sought spoke told thought said wrote  makes takes gives gets goes comes runs wins "
    "loses leaves meets keeps holds leads becomes begins brings needs remains seems appears  looks stands sits turns "
    "moves works plays starts continues lives pays sends puts wants tries faces uses has does is".split()
)


_NO_VERB_AFTER = DETERMINERS | POSSESSIVES | PREPOSITIONS
_PLURAL_SUBJECTS = frozenset("they we i you who people many some others friends".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's tokens, parallel: where each begins and ends, its key, and the outermost marked stretch it lies in (-1: none).

    `paragraph` counts the zones of the report; `stretches` are the report's outermost marked stretches.
    """

    text: str
    start: int
    end: int
    paragraph: int
    zone: ZoneKind
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    marks: Sequence[int]
    stretches: Sequence[Marked]

    def __len__(self) -> int:
        """Give the number of tokens."""
        return len(self.keys)

    def key(self, place: int) -> str:
        """Give the key of a token, or "" outside of the sentence."""
        return self.keys[place] if 0 <= place < len(self.keys) else ""

    def opens_mark(self, place: int) -> bool:
        """Say that a token opens a marked stretch."""
        mark = self.marks[place] if 0 <= place < len(self.keys) else -1
        return mark >= 0 and self.starts[place] == self.stretches[mark].start

    def quotes_clause(self, place: int) -> bool:
        """Say that the marked stretch around a token ends with a comma or a stop, as speech before its cue does."""
        stretch = self.stretches[self.marks[place]]
        return self.text[stretch.inner_start : stretch.inner_end].rstrip("\"'’”» ")[-1:] in {*",.?!—–-…"}

    def stop(self) -> int:
        """Give the end of the sentence without the stop that closes it."""
        end = len(self.keys)
        while end > 0 and self.keys[end - 1] in {".", "!", "?", "..."} and self.marks[end - 1] < 0:
            end -= 1
        return end

    def is_capital(self, place: int) -> bool:
        """Say that a token begins with a capital letter or a figure."""
        sign = self.text[self.starts[place]]
        return sign.isupper() or sign.isdigit()

    def is_word(self, place: int) -> bool:
        """Say that a token is a word or a number, not a sign."""
        return self.keys[place][-1].isalnum() or (self.keys[place][0].isalnum())

    def is_adverb(self, place: int) -> bool:
        """Say that a token is an adverb, by list or by its ending."""
        key = self.keys[place]
        return key in ADVERBS or (
            len(key) > 4 and key.endswith("ly") and key not in _NOT_ADVERBS and not self.is_capital(place)
        )

    def is_finite(self, place: int) -> bool:
        """Say that a token looks like a finite verb: an auxiliary, a past, a form of a known verb that is no noun here."""
        key = self.keys[place]
        if key in AUXILIARIES:
            return True
        before = self.keys[place - 1] if place else ""
        if self.is_capital(place) or before in _NO_VERB_AFTER:
            return False
        if key.endswith("ed") and place > 1 and self.is_adverb(place - 1) and self.keys[place - 2] in _NO_VERB_AFTER:
            return False  # "a recently closed fund"
        entry = lexicon().verbs.get(key)
        if entry is None or key in IRREGULAR:
            return key in IRREGULAR or (len(key) > 4 and key.endswith("ed"))
        is_many = "base" in entry.shapes and entry.lemma not in lexicon().both and before in _PLURAL_SUBJECTS
        return is_many or "past" in entry.shapes or ("third" in entry.shapes and self._has_singular_before(place))

    def _has_singular_before(self, place: int) -> bool:
        return place > 0 and (
            self.is_capital(place - 1) or self.keys[place - 1] in {"he", "she", "it", "who", "which", ")"}
        )


def parse(report: Report, stretches: Sequence[Marked]) -> Iterator[Sentence]:
    """Give the sentences of all that is read in a report: headline, standfirst, subheads and body, in text order."""
    outer = [stretch for stretch in stretches if stretch.depth == 0]
    begins = [stretch.start for stretch in outer]
    headlines: set[str] = set()
    for paragraph, zone in enumerate(report.zones):
        if zone.kind not in READ:
            continue
        if zone.kind is ZoneKind.HEADLINE:
            words = report.text[zone.start : zone.end].casefold()
            if words in headlines:  # printed twice is told once
                continue
            headlines.add(words)
        near = outer[bisect_right(begins, zone.start - 1) : bisect_right(begins, zone.end)]
        for start, end in split(report.text, zone.start, zone.end, near):
            yield cut(report.text, start, end, outer, begins, paragraph, zone.kind)


READ = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.BODY})


def cut(
    text: str, start: int, end: int, outer: Sequence[Marked], begins: Sequence[int], paragraph: int, zone: ZoneKind
) -> Sentence:
    """Cut one sentence into tokens."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    marks: list[int] = []
    for token in _TOKEN.finditer(text, start, end):
        place = token.start()
        starts.append(place)
        ends.append(token.end())
        word = token.group()
        key = word.lower() if word.isascii() else word.translate(_STRAIGHTEN).casefold()
        keys.append("u.s." if word == "US" else key)  # "US" is no pronoun
        within = bisect_right(begins, place) - 1
        marks.append(within if within >= 0 and place < outer[within].end else -1)
    return Sentence(
        text=text,
        start=start,
        end=end,
        paragraph=paragraph,
        zone=zone,
        starts=starts,
        ends=ends,
        keys=keys,
        marks=marks,
        stretches=outer,
    )
