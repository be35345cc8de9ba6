"""Silences: who is told not to have answered, and what is told to be confirmed by nobody."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from stemma.readings.drafts import Draft, Place
from stemma.readings.phrases import matching, phrase_before
from stemma.readings.sentence import Sentence

_SOON = r"(?:(?:immediately|yet|initially|also|so far|independently|directly|publicly) ){0,2}"
_DID_NOT = rf"(?:(?:did|had|has|have|would) not|(?:did|had|has|have|would)n['’]t) {_SOON}"
_ASKED = r"(?:requests?|calls?|messages?|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|texts?|letters?)\b"
_REST = r"[^.;:,\n“”\"]*"
_ANSWERED = re.compile(
    rf"\b(?:(?P<cue>{_DID_NOT}(?:(?:respond|repl|answer)(?:y|ied|ed)?(?: to)?|return(?:ed)?)) "
    rf"(?P<content>(?:[\w’'-]+ ){{0,4}}?{_ASKED}{_REST})"
    r"|(?P<reached>(?:could|can) not (?:immediately )?be reached) (?P<why>(?:for|by|on|at) [^.;:,\n“”\"]+)"
    rf"|(?P<not>{_DID_NOT})(?P<comment>comment)(?= ?[.,;]))"
)
_CONFIRMED = re.compile(
    r"\b(?:(?:could|can|have|has|had|did|was|were)(?: not|n['’]t)|cannot) "
    r"(?:(?:immediately|independently|yet) )?(?:be|been )?\s?(?:(?:immediately|independently) )?"
    r"(?:verified|confirmed|corroborated)(?: independently)?\b(?: by (?P<by>(?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}))?"
)
_CLAUSE = re.compile(r"(?:^|[.;,] )(?:but |and |though |although |while )?(?P<what>[^.;,“”\"]{2,90}?) $", re.IGNORECASE)


def silences(text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Give drafts of what no answer came to ("did not respond to a request for comment") and of what nobody could confirm.

    Those alone that no other draft tells of; nobody's words are read, so that who is silent speaks nowhere else by it.
    """
    starts = [one.start for one in sentences]
    told = [place for one in drafts for place in (*one.cue, *one.content)]
    return [
        one
        for one in (*_unanswered(text, sentences, starts), *_unconfirmed(text, sentences, starts))
        if not any(first < end and start < last for first, last in (*one.cue, *one.source) for start, end in told)
    ]


def _unanswered(text: str, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[Draft]:
    for found in _ANSWERED.finditer(text):
        cue = next(name for name in ("cue", "reached", "not") if found[name])
        content = {"cue": "content", "reached": "why", "not": "comment"}[cue]
        sentence = _sentence_at(found.start(), sentences, starts)
        source = None if sentence is None else _subject(sentence, found.start())
        if sentence is not None and source is not None:
            yield _draft(
                sentence, (source,), (found.start(), found.start() + len(found[cue].rstrip())), found.span(content)
            )


def _unconfirmed(text: str, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[Draft]:
    for found in _CONFIRMED.finditer(text):
        sentence = _sentence_at(found.start(), sentences, starts)
        what = None if sentence is None else _CLAUSE.search(text[sentence.start : found.start()])
        if sentence is not None and what is not None:
            start, end = (sentence.start + place for place in what.span("what"))
            by = (found.span("by"),) if found["by"] else ()
            cue_end = found.start("by") - len(" by ") if found["by"] else found.end()
            yield _draft(sentence, by, (found.start(), cue_end), (start, end))


def _draft(sentence: Sentence, source: tuple[Place, ...], cue: Place, content: Place) -> Draft:
    return Draft(
        source=source, cue=(cue,), content=[content], bond=None, sentence=sentence, paragraph=sentence.paragraph
    )


def _sentence_at(place: int, sentences: Sequence[Sentence], starts: Sequence[int]) -> Sentence | None:
    """Give the sentence of a place outside quotation marks, None where none is read there."""
    number = bisect_right(starts, place) - 1
    sentence = sentences[number] if number >= 0 else None
    if sentence is None or place >= sentence.end:
        return None
    return sentence if sentence.marks[bisect_right(sentence.starts, place) - 1] < 0 else None


def _subject(sentence: Sentence, place: int) -> Place | None:
    """Give who did not answer: the noun phrase before the verb, from its first word on where a clause hangs on it."""
    end = bisect_right(sentence.starts, place) - 1
    if not any(sentence.keys[at] in {",", "and", "but"} or sentence.marks[at] >= 0 for at in range(end)):
        hanging = any(sentence.keys[at] in {"that", "who", "which"} for at in range(end))
        if hanging:
            return sentence.start, sentence.ends[end - 1]
    aside = matching(sentence, end - 1, ",") if end and sentence.keys[end - 1] == "," else None
    phrase = phrase_before(sentence, end if aside is None else aside)  # "Ada Orr, the mayor, did not"
    return None if phrase is None else (sentence.starts[phrase[0]], sentence.ends[phrase[1] - 1])
