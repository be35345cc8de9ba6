"""Operators on marks and speakers: direct speech made indirect and back, marks put and taken, the wrong speaker or none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.traditions.draft import Part, Quote, Sentence, Word
from evaluation.traditions.operators.grammar import CUE, NAME, capitalise, decapitalise
from evaluation.traditions.operators.quotes import FINITE, Told, core, each_marked, ended, told, with_quote
from evaluation.traditions.operators.tables import mapping

_SPEAKER_INSIDE = re.compile(r"\b(?:I|I[’']m|we|our|my|you|your|us|me|[Ww]e[’']re)\b|[!?]|\w[.!?] ")


def marks_removed(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take the marks off a short stretch of speech inside the reporter's own sentence."""
    text = sentence.text
    for number, quote in each_marked(sentence, rng, 2):
        place = text.index(quote.text)
        is_inside = place > 1 and text[place - 1] == " " and text[place - 2] not in ",:.!?" and quote.inner[0].islower()
        if is_inside and not _SPEAKER_INSIDE.search(quote.inner):
            return sentence.edited(
                "marks-removed", with_quote(sentence, number, replace(quote, is_marked=False)), "marks"
            )
    return None


# ---- direct speech told indirectly

_FIRST_PERSON = {
    "i": "{0}", "i'm": "{0} is", "i've": "{0} has", "i'll": "{0} will", "my": "{1}", "am": "is",
}  # fmt: skip
_PERSONS = {"he": ("he", "his"), "she": ("she", "her")}
_FIRST = re.compile(r"\b(?:I|[Mm]y|I['’]\w+)\b")
_UNFIT = re.compile(  # what cannot be told in the third person, or not without knowing more
    r"[.!?…“”‘;:]|(?<!\w)'|'(?!\w)|\b(?:[Ww]e|us|[Oo]ur|ours|me|mine|myself|[Yy]ou|[Yy]our|[Ll]et|here|[Tt]his|[Tt]hese|[Tt]hose|now|tonight|"
    r"have|do|That)\b|\bI(?! (?:will|can|could|would|was|did|had|am|said)\b)(?!['’])"
)
_VERBAL = re.compile(r"[a-z]{3}ed$|[’'](?:s|re|ll|t|d)$")


def indirect(sentence: Sentence, rng: Random) -> Sentence | None:
    """Tell a quotation of one sentence in indirect speech."""
    one = told(sentence)
    if (
        one is None
        or not one.fits_before
        or not 5 <= len(one.quote.words) <= 32
        or (one.cue == "told reporters" and one.rest)
    ):
        return None
    text = one.quote.inner.rstrip(",.")
    clause = decapitalise(text)
    if clause is None or _UNFIT.search(text) or (_FIRST.search(text) and one.who not in _PERSONS):
        return None
    if not any(core(word.text) in FINITE or _VERBAL.search(core(word.text)) for word in one.quote.words[1:]):
        return None
    quote = replace(one.quote, words=_third_person(one, clause), is_marked=False)
    joint = "that " if one.rest or rng.random() < 0.5 else ""
    return sentence.edited("indirect", (one.before + joint, quote), "marks")


def _third_person(one: Told, clause: str) -> tuple[Word, ...]:
    """Give the words as another tells them: "he" for "I", contractions written out, a full stop."""
    words: list[Word] = []
    for word in (replace(one.quote.words[0], text=clause.split(maxsplit=1)[0]), *one.quote.words[1:]):
        bare = core(word.text).replace("’", "'")
        put = mapping("contractions").get(bare) or ""
        if _FIRST.search(one.quote.inner):
            put = put or _FIRST_PERSON.get(bare, "").format(*_PERSONS[one.who])
        comma = "," if word.text.endswith(",") else ""
        words += [replace(word, text=text, change="wording") for text in (put + comma).split()] if put else [word]
    return ended(words, ".")


# ---- a reporter's own words put in marks

_INDIRECT = re.compile(
    rf"^(?P<who>{NAME}(?:, [^,]{{3,40}},)?) (?P<cue>said|added) (?:that )?(?P<clause>(?:the|there|an?) [^“”\"]{{25,160}})\.$"
)
_UNSAYABLE = re.compile(r"\b(?:he|she|his|her|him|they|their|would|had|said|but|[A-Z]\w+ said)\b|[;:—–]")
_CLAUSE = re.compile(
    rf"(?<!, )\b{CUE} (?:that )?(?!(?:to|in|on|at|during|following|after|before|for|as|of|by|when|with|later)\b)"
    r"(?P<clause>[^“”\",;:—–]{20,140})(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])(?=[.,](?: |$))"
)
_START = re.compile(
    r"(?<= )(?:a|an|the|to|very|more|too|beyond|unfair|unsafe|unlikely|unable|ready|difficult|important)\b"
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her|they|their|him|said|that)\b")
_CLINGING = re.compile(
    r"\b(?:to|of|some|most|many|all|any|in|on|at|for|with|from|by|and|or|than|as|about|the|an?|that|into|over|under|it|there|along|against|"
    r"between|towards?|during|after|before|without|within|through|across|among) $"
)


def own_words(sentence: Sentence, start: int, text: str) -> Quote:
    """Give narration from this character on as an utterance of its own, whose words are the reporter's."""
    utterance, first = "-".join((*sentence.claims[0], "n")), len(sentence.text[:start].split())
    words = tuple(Word(text=word, origin=(utterance, first + place)) for place, word in enumerate(text.split()))
    return Quote(words=words, is_own=True)


def direct(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Put a whole clause of indirect speech into marks, as if it had been said in these words."""
    found = _INDIRECT.match(sentence.text) if sentence.is_plain and sentence.claims else None
    if found is None or re.fullmatch(r"[A-Z][a-z]+s|It", found["who"]) or _UNSAYABLE.search(found["clause"]):
        return None
    who = found["who"].rstrip(",")
    if "," in who:
        behind = f" said {who}".rstrip(".") + "."
    else:
        behind = f" {who.lower() if who in {'He', 'She', 'They'} else who} {found['cue']}."
    quote = own_words(sentence, found.start("clause"), capitalise(found["clause"]) + ",")
    return sentence.edited("direct", (quote, behind), "marks")


def marks_put(sentence: Sentence, rng: Random) -> Sentence | None:
    """Put marks round the end of a clause of indirect speech, whose words were the reporter's own."""
    text = sentence.text
    clause = _CLAUSE.search(text) if sentence.is_plain and sentence.claims else None
    if clause is None:
        return None
    end = clause.end()
    places = [one.start() for one in _START.finditer(text, clause.start("clause"), end)]
    starts = [start for start in places if 4 <= len(text[start:end].split()) <= 9]
    starts = [start for start in starts if not (_CLINGING.search(text[:start]) or _PERSONAL.search(text[start:end]))]
    if not starts:
        return None
    start = rng.choice(starts)
    quote = own_words(sentence, start, text[start : end + 1])
    return sentence.edited("marks-put", (text[:start], quote, text[end + 1 :]), "marks")


# ---- speakers

_CLERKS = "[Pp]olice|[Oo]fficials|[Pp]rosecutors|[Tt]he [a-z]+(?: [a-z]+)?"
_SAID_BEHIND = re.compile(
    rf", (?:(?:{NAME}|{_CLERKS}) (?:said|told reporters)(?: on [A-Z]\w+day)?|according to [^,“”\"]{{3,60}})\.$"
)
_SAID_BEFORE = re.compile(rf"^(?:According to [^,]{{3,50}}, |(?:{NAME}|{_CLERKS}) said that )(?=[a-z]+ )")


def reattribute(sentence: Sentence, rng: Random, speakers: Sequence[str]) -> Sentence | None:
    """Give a quotation to another speaker of the same story."""
    one = told(sentence)
    if one is None or one.is_pronoun or not (one.rest == "" or one.rest.startswith(",")):
        return None
    others = [name for name in speakers if name.split()[-1] != one.who.split()[-1]]
    if not others:
        return None
    other = rng.choice(others)
    return sentence.edited("reattribute", (replace(one.quote, voice=other), f" {other} {one.cue}."), "attribution")


def speaker_first(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Put the speaker in front of his words, which stay as they are."""
    one = told(sentence)
    if one is None or not one.fits_before or one.cue == "told reporters":
        return None
    mark = "." if one.quote.words[-1].text[-1] == "," else ""
    quote = replace(one.quote, words=ended(one.quote.words, mark)) if mark else one.quote
    return sentence.edited("speaker-first", (one.before.rstrip() + ": ", quote), "wording")


def drop_attribution(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Take away who said it: the statement stands as the report's own, the quotation as nobody's."""
    one = told(sentence)
    if one is not None and one.quote.words[-1].text.endswith(","):
        quote = replace(one.quote, words=ended(one.quote.words, "."), is_unattributed=True, voice=None)
        return sentence.edited("drop-attribution", (quote,), "attribution")
    text = sentence.text
    behind, before = _SAID_BEHIND.search(text), _SAID_BEFORE.match(text)
    if not sentence.is_plain or not (behind or before):
        return None
    left = text[: behind.start()] + "." if behind else capitalise(text[before.end() :]) if before else ""
    return sentence.edited("drop-attribution", (left,), "attribution") if len(left) > 30 else None


def house_marks(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Write marks and apostrophes as another house does: straight for curly, or curly for straight."""
    is_curly = "“" in sentence.text or "’" in sentence.text
    straight = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})

    def turn(words: str) -> str:
        return words.translate(straight) if is_curly else re.sub(r"(?<=\w)'(?=\w)", "’", words)

    def turned(part: Part) -> Part:
        if isinstance(part, str):
            return turn(part)
        words = tuple(replace(word, text=turn(word.text)) for word in part.words)
        return replace(part, words=words, marks=('"', '"') if is_curly else ("“", "”"))

    parts = tuple(turned(part) for part in sentence.parts)
    return None if parts == sentence.parts else sentence.edited("house-marks", parts)
