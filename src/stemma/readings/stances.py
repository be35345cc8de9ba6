"""Stances: what a voice does with the content that it is given with: asserts, denies, declines, asks, cannot verify."""

import re
from bisect import bisect_left

from stemma.model import Stance
from stemma.readings.drafts import Draft
from stemma.readings.lexicon import Frame, lexicon

_DENY = frozenset("deny refute rebut dispute contest disavow".split())
_REJECT = frozenset("reject dismiss rebuff rubbish".split())
_DECLINE = frozenset("decline refuse".split())
_ASK = frozenset("ask inquire enquire wonder question query".split())
_VERIFY = frozenset("verify confirm corroborate".split())
_ANSWER = frozenset("say comment respond answer reply tell elaborate".split())
_REACH = frozenset("return returned reached".split())  # "could not be reached", "did not return calls"
_NOT = frozenset({"not", "n't", "never", "unable"})
# What is refused by who declines: to speak. "He refused to pay" is an act.
_SPEAK = frozenset(
    "comment comments answer answers discuss name identified identify elaborate disclose reveal specify speculate detail "
    "interview questions request requests provide".split()
)
_CLAIM = frozenset(
    "that claim claims accusation accusations allegation allegations suggestion suggestions charge charges report reports "
    "rumor rumors rumour rumours concern concerns notion idea criticism assertion assertions".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUESTION = re.compile(r"\W*[^.!?]+(?:\?\W*[^.!?]+)*\?\W*\Z")
_MARKED = re.compile(r"[\"“„]|''")


def stance_of(one: Draft) -> Stance:
    """Say what the speaker does with the content: from his verb, a "not" beside it, and the form of what he says."""
    keys = _cue_words(one)
    entries = [entry for word in keys if (entry := lexicon().verbs.get(word)) is not None]
    lemmas = {entry.lemma for entry in entries}
    said = [word.casefold() for start, end in one.content for word in _WORD.findall(one.sentence.text[start:end])]
    is_not = bool(_NOT & keys)
    is_asking = bool(lemmas & _ASK) and any(Frame.ASK in entry.frames for entry in entries) and not is_not
    tests = (
        (bool(lemmas & _DENY) or (bool(lemmas & _REJECT) and bool(_CLAIM & set(said[:3]))), Stance.DENIES),
        (bool(lemmas & _DECLINE) and _is_of_speaking(keys, said), Stance.DECLINES),
        (is_not and bool(lemmas & _ANSWER or keys & _REACH or said == ["comment"]), Stance.DECLINES),
        (bool(lemmas & _VERIFY) and is_not, Stance.UNVERIFIED),
        ("unclear" in keys or (is_not and "clear" in keys), Stance.UNVERIFIED),
        (is_asking or _is_question(one), Stance.ASKS),
    )
    return next((stance for is_so, stance in tests if is_so), Stance.ASSERTS)


def _is_of_speaking(keys: frozenset[str], said: list[str]) -> bool:
    """Say that what is declined is to speak: the first verb of it is one of saying, or it is a request for words."""
    first = set(said[:4]) | keys
    entries = [entry for word in first if (entry := lexicon().verbs.get(word)) is not None]
    is_saying = any(entry.frames & {Frame.SAY, Frame.TELL} and entry.lemma not in _DECLINE for entry in entries)
    return is_saying or bool(first & _SPEAK)


def _is_question(one: Draft) -> bool:
    """Say that the content is words in marks that are questions through and through."""
    text = " ".join(one.sentence.text[start:end] for start, end in one.content)
    return _MARKED.match(text) is not None and _QUESTION.match(text) is not None


def _cue_words(one: Draft) -> frozenset[str]:
    """Give the words of a cue as the lexicon knows them."""
    keys, starts = one.sentence.keys, one.sentence.starts
    return frozenset(
        key for first, last in one.cue for key in keys[bisect_left(starts, first) : bisect_left(starts, last)]
    )
