"""Chains: who passes another's words on ("Orr told the Daily", "the Daily reported, citing the ministry")."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import zip_longest

from stemma.model import Citation, CitationKind, Report, VoiceKind
from stemma.readings.drafts import Draft, Place
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import describe
from stemma.readings.phrases import phrase_before

_CITING = re.compile(r"\b(?:citing|quoting|which (?:cited|quoted)|with reference to)\s+")
_CITING_ASIDE = re.compile(r",\s(?:citing|quoting)\s+")
_CITING_FIRST = re.compile(r"(?:Citing|Quoting)\s+(?=[^,;:.“”\"\n]{3,90},\s$)")
_END = re.compile(r"[,.;:“\"\n(]|\s(?:that|who|which|as|for|in|on)\s")
_SPEAKING = frozenset({VoiceKind.PERSON, VoiceKind.BODY, VoiceKind.DOCUMENT, VoiceKind.ROLE})


def is_citing(one: Draft) -> bool:
    """Say that a draft has no cue but "citing" or "quoted", which brings in nobody's words but whom another's come from."""
    cue = [one.sentence.text[start:end].casefold() for start, end in one.cue]
    return len(cue) == 1 and (cue[0] in {"citing", "quoting", "quoted", "quotes"} or cue[0].endswith("quoted by"))


def reports_news(one: Draft) -> bool:
    """Say that a draft's cue is "reported", as a newsroom's is, with a clause before it or behind "that"."""
    text = one.sentence.text
    is_clause = bool(one.cue) and (one.content[0] < one.cue[0] or text.startswith("that ", one.content[0][0]))
    return is_clause and [text[start:end].casefold() for start, end in one.cue] in (["reported"], ["reports"])


def understands(one: Draft) -> bool:
    """Say that a draft's cue is "understands", by which a newsroom gives its own finding and says from nobody whom it has it."""
    return [one.sentence.text[start:end].casefold() for start, end in one.cue] == ["understands"]


def quoted_in(one: Draft) -> tuple[Place, Place] | None:
    """Give who is quoted or cited and what he says ("quoted an aide as saying"), where a content has both, or the latter."""
    text, (start, end) = one.sentence.text, one.content[0]
    cited = _CITED_THAT.match(text, start, end) if is_citing(one) else None
    if cited is not None:  # "reported, citing the ministry, that it was so"
        return cited.span("who"), (cited.end(), end)
    if one.cue and text[slice(*one.cue[-1])].casefold() == "saying":
        who = _QUOTED_AS.search(text, one.sentence.start, one.cue[-1][0])
        return None if who is None else (who.span("who"), (start, end))
    if not one.cue or text[slice(*one.cue[-1])].casefold().rpartition(" ")[2] not in {
        "quoted",
        "quotes",
        "quoting",
        "cited",
    }:
        return None
    found = _AS_SAYING.match(text, start, end)
    return None if found is None else (found.span("who"), (found.end(), end))


_CITED_THAT = re.compile(r"(?P<who>[^,;:.“”\"\n]{3,90}),\s(?=that\s)")
_QUOTED_AS = re.compile(r"\bquot(?:ed|es|ing)\s(?P<who>[^,;:.“”\"\n]{3,90}?)\sas\s$")
_AS_SAYING = re.compile(
    r"(?P<who>[^,;:.“”\"\n]{3,90}?)\sas\s(?:saying|stating|telling\s\w+(?:\s\w+)?)[,:]?\s(?:that\s)?"
)


def quoted_by(one: Draft) -> tuple[Place, Place] | None:
    """Give who is quoted and by whom, where a draft's cue is of the passive ("Orr was quoted by Coast Radio as saying")."""
    sentence = one.sentence
    for found in _QUOTED_BY.finditer(sentence.text, sentence.start, sentence.end):
        phrase = phrase_before(sentence, bisect_left(sentence.starts, found.start()))
        if phrase is not None and any(found.start() <= start and end <= found.end() for start, end in one.cue):
            return (sentence.starts[phrase[0]], sentence.ends[phrase[1] - 1]), found.span("by")
    return None


_QUOTED_BY = re.compile(
    r"\b(?:was|were|is|are|has been|have been)\s(?:\w+ly\s)?quoted\s(?:on\s\w+day\s)?by\s(?P<by>[^.;:,“”\"\n]{2,60}?)\s"
    r"as\s(?:saying|telling|stating)\b"
)


def retold_in(drafts: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """Give the drafts of quotations, each with that which says by whose account it is (", he said, according to notes")."""
    accounts = [
        one for one in drafts if [one.sentence.text[slice(*cue)].casefold() for cue in one.cue] == ["according to"]
    ]
    return [
        (one, outer)
        for outer in accounts
        for one in drafts
        if outer.sentence is one.sentence
        and one.source
        and is_within(one, outer)
        and _MARKED.match(one.sentence.text, one.content[0][0])
        and one.content[0][0] == outer.content[0][0]
    ]


_MARKED = re.compile(r"[\"“„«]")


def teller_in(one: Draft) -> Place | None:
    """Give the place of a lawyer or spokesman through whom somebody says it ("she said through her lawyer, Bo Lind")."""
    start = one.source[0][0] if one.source else min((first for first, _ in one.cue), default=one.sentence.start)
    end = max((last for _, last in one.cue), default=start)
    found = _THROUGH.search(one.sentence.text, start, min(end + _REACH, one.sentence.end))
    if found is None or _is_said(one, found.start()):
        return None
    return found.span("teller")


_THROUGH = re.compile(
    r"\bthrough\s(?P<teller>(?:(?:his|her|its|their|a|an)\s(?:[a-z-]+\s){0,2})?"
    r"(?:lawyers?|attorneys?|solicitors?|spokes\w+|representatives?|publicist|aide)(?:,?\s[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){0,3})?)"
)


def is_of_interview(one: Draft) -> bool:
    """Say that a draft is told to be of an interview spoken of before ("in the interview, Orr said")."""
    places = (*one.source, *one.cue, *one.content)
    start, end = max(one.sentence.start, min(place[0] for place in places) - _REACH), max(place[1] for place in places)
    return any(
        not _is_said(one, found.start())
        for found in _OF_INTERVIEW.finditer(one.sentence.text, start, min(end + _REACH, one.sentence.end))
    )


_OF_INTERVIEW = re.compile(r"\b[Ii]n (?:the|that|the same) interview\b(?! (?:with|on|to|for|aired|published)\b)")


def is_within(one: Draft, other: Draft) -> bool:
    """Say whether all that one gives, and its cue, stands in what the other gives ("... the mayor said, CNN reported")."""
    places = (*one.content, *one.cue)
    return bool(one.cue) and all(any(s <= start and end <= e for s, e in other.content) for start, end in places)


def is_heard(one: Draft, citation: Citation) -> bool:
    """Say whether a newsroom stands right behind a cue, no end of a sentence and no mark between ("she told Coast Radio").

    What is said on the air is no more than said: "on" a station it has no hearer.
    """
    text, start = one.sentence.text, citation.span.start
    if citation.kind is not CitationKind.TOLD:
        return False
    if one.source and one.source[0][0] <= start < max((first for first, _ in one.cue), default=one.source[-1][1]):
        return True  # "the mayor, speaking to Coast Radio, said"
    is_first = bool(one.source) and citation.span.end < one.source[0][0]
    if is_first and _INTERVIEW_FIRST.match(text, one.sentence.start, start):
        return True  # "In an interview with Coast Radio, the mayor said"
    between = [text[end:start] for _, end in one.cue if end <= start <= end + _REACH]
    return any(not re.search(r"[.;?!“”\"]|\bon\s(?:the\s)?$", words) for words in between)


def is_seen(one: Draft, citation: Citation) -> bool:
    """Say whether what speaks is told to have been seen or published by a newsroom ("a letter seen by Coast Radio")."""
    start = citation.span.start
    inside = next((first for first, last in one.source if first < start < last), None)
    if inside is None or _OWN_PAPER.search(one.sentence.text, inside, start):
        return False
    return _SHOWN.search(one.sentence.text, max(0, start - 30), start) is not None


_OWN_PAPER = re.compile(r"\b(?:report|article|story|piece|investigation|interview|op-ed|column|editorial|analysis)\b")
_SHOWN = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|examined|verified|reported|published|disclosed|leaked|provided|released)\s(?:\w+ly\s)?"
    r"(?:by|in|to)\s(?:the\s)?$"
)


def channel_in(one: Draft) -> Place | None:
    """Give the place right behind "told" of a newsroom of which only the sort is named ("he told state television")."""
    end = max((end for _, end in one.cue), default=one.sentence.end)
    found = _CHANNEL.match(one.sentence.text, end, one.sentence.end)
    return None if found is None or one.sentence.text[end - 4 : end] not in {"told", "tell"} else found.span("channel")


_CHANNEL = re.compile(
    r"\s(?P<channel>(?:[A-Z]\w+\s)?(?:state|public|local|national|private|independent)(?:-run|-owned)?\s(?:television|TV|radio|media))\b"
)


def hearer_in(one: Draft) -> Place | None:
    """Give the place behind a cue of a newsroom that is not named but spoken of before ("he told the newspaper")."""
    end = max((end for _, end in one.cue), default=one.sentence.end)
    found = _HEARER.search(one.sentence.text, end, min(end + _REACH, one.sentence.end))
    if found is None or re.search(r"[.;?!“”\"]", one.sentence.text[end : found.start()]):
        return None
    is_told = found.group("to") is not None or one.sentence.text[end - 4 : end] in {"told", "tell"}
    return found.span("outlet") if is_told else None


def is_own(citation: Citation, report: Report) -> bool:
    """Say whether the newsroom is the report's own outlet, as far as its id tells."""
    return is_own_name(citation.name, report)


def is_own_name(named: str, report: Report) -> bool:
    """Say whether a name is that of the report's own outlet, as far as its id tells."""
    own, name = (re.sub(r"^the\b", "", words.casefold()) for words in (report.outlet_id or "", named))
    own_letters, letters = (re.sub(r"[\W_]", "", words) for words in (own, name))
    if letters in {own_letters, *(own_letters.removesuffix(ending) for ending in ("com", "org", "net"))}:
        return True
    pairs = list(zip_longest(re.findall(r"\w+", own), re.findall(r"\w+", name), fillvalue=""))
    return all(len(short) > 2 and long.startswith(short) for short, long in pairs)  # "huff-post" is the Huffington Post


_INTERVIEW_FIRST = re.compile(
    r"(?:In|During) (?:an?|his|her|their|the)\s(?:[\w-]+\s){0,3}?(?:interview|conversation|podcast|comments|remarks)\b"
    r"[^.;:\n“”\"]*$"
)
_HEARER = re.compile(
    r"(?P<to>\b(?:to|with)\s)?"
    r"(?P<outlet>\bthe (?:newspaper|paper|magazine|wire service|news agency|broadcaster|network|website))\b"
)
_REACH = 60  # characters between a cue and the newsroom that hears ("said in an interview aired on Monday by")


def cited_in(one: Draft) -> Place | None:
    """Give the place of whom a draft's speaker cites for it ("..., citing a senior official"; "..., quoting an aide, said")."""
    sentence = one.sentence
    since = max((end for _, end in one.cue), default=sentence.start)
    found = _CITING.search(sentence.text, since, sentence.end)
    if found is None and one.source and one.source[0][0] < since:
        found = _CITING_ASIDE.search(sentence.text, one.source[0][0], since)
        found = found or _CITING_FIRST.match(sentence.text, sentence.start, one.source[0][0])
    if found is None or _is_said(one, found.start()):
        return None
    end = _END.search(sentence.text, found.end(), sentence.end)
    place = found.end(), sentence.end if end is None else end.start()
    mention = describe(sentence.text[slice(*place)])
    known = lexicon()
    words = known.titles | known.groups | known.documents | known.body
    is_somebody = bool(mention.name or mention.described & words) and mention.kind in _SPEAKING
    return place if is_somebody and not mention.pronoun else None


def _is_said(one: Draft, place: int) -> bool:
    return any(start <= place < end for start, end in one.content)
