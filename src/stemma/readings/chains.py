"""Chains: who passes another's words on ("Orr told the Daily", "the Daily reported, citing the ministry")."""

import re

from stemma.model import Citation, Report, VoiceKind
from stemma.readings.drafts import Draft, Place
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import describe

_CITING = re.compile(r"\b(?:citing|quoting)\s+")
_END = re.compile(r"[,.;:“\"\n(]|\s(?:that|who|which|as|for|in|on)\s")
_SPEAKING = frozenset({VoiceKind.PERSON, VoiceKind.BODY, VoiceKind.DOCUMENT, VoiceKind.ROLE})


def is_within(one: Draft, other: Draft) -> bool:
    """Say whether all that one gives, and its cue, stands in what the other gives ("... the mayor said, CNN reported")."""
    places = (*one.content, *one.cue)
    return bool(one.cue) and all(any(s <= start and end <= e for s, e in other.content) for start, end in places)


def is_heard(one: Draft, citation: Citation) -> bool:
    """Say whether a newsroom stands right behind a cue, no end of a sentence and no mark between ("she told Coast Radio").

    What is said on the air is no more than said: "on" a station it has no hearer.
    """
    text, start = one.sentence.text, citation.span.start
    if one.source and one.source[0][0] <= start < max((first for first, _ in one.cue), default=one.source[-1][1]):
        return True  # "the mayor, speaking to Coast Radio, said"
    between = [text[end:start] for _, end in one.cue if end <= start <= end + _REACH]
    return any(not re.search(r"[.;?!“”\"]|\bon\s(?:the\s)?$", words) for words in between)


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
    own, name = (re.sub(r"[\W_]|^the-", "", words.casefold()) for words in (report.outlet_id or "", citation.name))
    return own.removesuffix("com") == name


_HEARER = re.compile(
    r"(?P<to>\b(?:to|with)\s)?"
    r"(?P<outlet>\bthe (?:newspaper|paper|magazine|wire service|news agency|broadcaster|network|website))\b"
)
_REACH = 60  # characters between a cue and the newsroom that hears ("said in an interview aired on Monday by")


def cited_in(one: Draft) -> Place | None:
    """Give the place of whom a draft's speaker cites for it ("..., citing a senior official")."""
    sentence = one.sentence
    since = max((end for _, end in one.cue), default=sentence.start)
    found = _CITING.search(sentence.text, since, sentence.end)
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
