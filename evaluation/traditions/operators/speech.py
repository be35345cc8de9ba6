"""Operators on speech: what may happen to a quotation, to its marks and to the name beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from evaluation.traditions.draft import Part, Quote, Sentence, Word
from evaluation.traditions.operators.grammar import CUE, NAME, capitalise, decapitalise
from evaluation.traditions.operators.wording import SMALL

DOTS = frozenset({"...", "…", ". . ."})
FILLERS = ("you know", "I mean", "um", "uh", "er", "well", "look", "listen", "frankly speaking", "so", "let me tell you", "okay", "now")
_CUED = re.compile(rf"^ (?:(?P<who>{NAME}|he|she|they) (?P<cue>{CUE})|(?P<cue2>said|added|wrote) (?P<who2>{NAME}))(?P<rest>[^“”\"]*)\.$")
_EDGE = re.compile(r"^[^\w$£€]+|[^\w%]+$")


def core(word: str) -> str:
    """Give a word without the punctuation around it, in small letters.

    >>> core("“Marle,"), core("can’t.")
    ('marle', 'can’t')
    """
    return _EDGE.sub("", word).casefold()


def with_quote(sentence: Sentence, number: int, quote: Quote) -> tuple[Part, ...]:
    """Give a sentence's parts with its n-th stretch of speech replaced."""
    places = [place for place, part in enumerate(sentence.parts) if isinstance(part, Quote)]
    return (*sentence.parts[: places[number]], quote, *sentence.parts[places[number] + 1 :])


def _each_marked(sentence: Sentence, rng: Random, fewest: int = 3) -> list[tuple[int, Quote]]:
    found = [(number, quote) for number, quote in enumerate(sentence.quotes) if quote.is_marked and len(quote.words) >= fewest]
    return rng.sample(found, len(found))


def _text_of(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _capital(words: Sequence[Word], like: Sequence[Word]) -> tuple[Word, ...]:
    """Give words that begin with a capital letter where those they stand for did."""
    if not words or not like[0].text[:1].isupper() or not words[0].text[:1].islower():
        return tuple(words)
    return (replace(words[0], text=capitalise(words[0].text)), *words[1:])


def _ended(words: Sequence[Word], like: Sequence[Word]) -> tuple[Word, ...]:
    """Give words that end with the punctuation of those they stand for."""
    mark = re.search(r"[,.!?;:]?$", like[-1].text)
    return (*words[:-1], replace(words[-1], text=words[-1].text.rstrip(",.;:—– ") + (mark.group() if mark else "")))


def _reworded(words: Sequence[Word], start: int, end: int, put: Sequence[str], change: str) -> tuple[Word, ...]:
    """Give words with a stretch of them exchanged; the new ones stand for the old, as far as these go."""
    old = words[start:end]
    new = [Word(text=text, origin=old[place].origin if place < len(old) else None, change=change) for place, text in enumerate(put)]
    return (*words[:start], *new, *words[end:])


# ---- altered inside the marks


def _figure(word: str, rng: Random) -> str | None:
    found = re.fullmatch(r"([^\w]*\$?)(\d{1,3})((?:,\d{3})*(?:\.\d+)?)(%?[^\w]*)", word)
    if found:
        number = int(found[2])
        other = number + rng.choice([1, 2, 3, 5]) if number < 20 or rng.random() < 0.5 else max(2, number - rng.choice([1, 2, 5, 10]))
        return f"{found[1]}{other}{found[3]}{found[4]}"
    if core(word) in SMALL:
        other_word = rng.choice([one for one in SMALL if one != core(word)])
        return re.sub(core(word), other_word, word.lower())
    return None


def reword_number(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange a number inside the marks for another."""
    for number, quote in _each_marked(sentence, rng):
        for place, word in enumerate(quote.words):
            before = quote.words[place - 1].text if place else ""
            if re.match(r"(?:January|February|March|April|May|June|July|August|September|October|November|December|one)$", before):
                continue
            if re.fullmatch(r"\W*(?:19|20)\d\d\W*", word.text) or re.search(r"\bor\b|\bto\b", before):
                continue
            put = _figure(word.text, rng)
            if put is not None:
                words = _reworded(quote.words, place, place + 1, [capitalise(put) if word.text[0].isupper() else put], "number")
                return sentence.edited("reword-number", with_quote(sentence, number, replace(quote, words=words)), "number")
    return None


_NEGATE = {
    "is": ("is", "not"), "are": ("are", "not"), "was": ("was", "not"), "were": ("were", "not"), "will": ("will", "not"),
    "can": ("cannot",), "should": ("should", "not"), "can’t": ("can",), "can't": ("can",), "cannot": ("can",), "won’t": ("will",),
    "won't": ("will",), "isn’t": ("is",), "isn't": ("is",), "wasn’t": ("was",), "wasn't": ("was",), "aren't": ("are",), "aren’t": ("are",),
    "shouldn't": ("should",), "shouldn’t": ("should",), "couldn't": ("could",), "couldn’t": ("could",), "don't": ("do",), "don’t": ("do",),
    "didn't": ("did",), "didn’t": ("did",), "never": ("always",), "nobody": ("everybody",), "nothing": ("everything",), "would": ("would", "not"),
    "must": ("must", "not"), "could": ("could", "not"), "always": ("never",), "more": ("less",), "fewer": ("more",), "without": ("with",),
    "doesn't": ("does",), "doesn’t": ("does",), "haven't": ("have",), "haven’t": ("have",), "hasn't": ("has",), "hasn’t": ("has",),
}  # fmt: skip


def reword_negation(sentence: Sentence, rng: Random) -> Sentence | None:
    """Put a negation inside the marks, or take one away."""
    for number, quote in _each_marked(sentence, rng, 4):
        places = [place for place, word in enumerate(quote.words) if word.text in _NEGATE and 0 < place < len(quote.words) - 1]
        places = [place for place in places if core(quote.words[place + 1].text) not in {"not", "you", "i", "we", "they", "it", "he", "she", "than", "there"}]
        if not places:
            continue
        place = rng.choice(places)
        words = _reworded(quote.words, place, place + 1, _NEGATE[quote.words[place].text], "polarity")
        return sentence.edited("reword-negation", with_quote(sentence, number, replace(quote, words=words)), "polarity")
    return None


_MODAL = {"will": "may", "must": "should", "can": "could", "may": "will", "should": "must", "might": "will", "could": "can", "would": "might", "shall": "may"}


def reword_modality(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange a modal verb inside the marks ("must" to "should")."""
    for number, quote in _each_marked(sentence, rng, 4):
        places = [place for place, word in enumerate(quote.words) if word.text in _MODAL and 0 < place < len(quote.words) - 1]
        if places:
            place = rng.choice(places)
            words = _reworded(quote.words, place, place + 1, [_MODAL[quote.words[place].text]], "modality")
            return sentence.edited("reword-modality", with_quote(sentence, number, replace(quote, words=words)), "modality")
    return None


_LETTERS = {
    "now": "not", "best": "rest", "last": "past", "past": "last", "make": "take", "here": "there", "there": "here", "care": "cure", "war": "way",
    "way": "day", "word": "work", "work": "word", "cost": "lost", "lost": "cost", "hope": "home", "fight": "right", "safe": "save", "live": "love",
    "plan": "plain", "bill": "bull", "tax": "tag", "road": "load", "big": "bid", "bad": "mad", "fast": "last", "fair": "fail", "case": "cause",
    "cut": "put", "hard": "hand", "long": "strong", "time": "tide", "then": "when", "than": "that", "ever": "never", "every": "very", "think": "thank",
    "want": "wait", "moral": "mortal", "county": "country", "country": "county", "united": "untied", "public": "publics", "of": "off", "our": "your",
    "line": "lane", "door": "floor", "house": "horse", "bridge": "bride", "dam": "dame", "crew": "crow", "storm": "store", "fire": "hire",
    "just": "must", "told": "sold", "same": "some", "some": "same", "whole": "while", "fund": "find", "found": "fund", "need": "feed", "form": "from",
}  # fmt: skip


def reword_letter(sentence: Sentence, rng: Random) -> Sentence | None:
    """Change one word inside the marks by a letter or two that make it another word."""
    for number, quote in _each_marked(sentence, rng, 4):
        places = [place for place, word in enumerate(quote.words) if core(word.text) in _LETTERS and word.text[0].islower()]
        if places:
            place = rng.choice(places)
            old = quote.words[place].text
            words = _reworded(quote.words, place, place + 1, [old.replace(core(old), _LETTERS[core(old)], 1)], "letter")
            return sentence.edited("reword-letter", with_quote(sentence, number, replace(quote, words=words)), "wording")
    return None


def reword_name(sentence: Sentence, rng: Random, names: Sequence[str]) -> Sentence | None:
    """Exchange a name inside the marks for another name of the same story."""
    for number, quote in _each_marked(sentence, rng, 4):
        for place, word in enumerate(quote.words):
            bare = re.sub(r"(?:['’]s)?\W*$", "", word.text)
            neighbours = [quote.words[other].text for other in (place - 1, place + 1) if 0 < other < len(quote.words)]
            others = [name for name in names if name != bare and name not in _text_of(quote.words)]
            if place == 0 or bare not in names or not others or any(one[:1].isupper() for one in neighbours):
                continue
            words = _reworded(quote.words, place, place + 1, [word.text.replace(bare, rng.choice(others), 1)], "name")
            return sentence.edited("reword-name", with_quote(sentence, number, replace(quote, words=words)), "name")
    return None


# ---- shortened


def clean(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take the fillers out of a quotation ("you know", "I mean"), and nothing else."""
    for number, quote in _each_marked(sentence, rng, 4):
        words = list(quote.words)
        for filler in FILLERS:
            size = len(filler.split())
            for place in range(len(words) - size - 2, -1, -1):
                stretch = words[place : place + size]
                starts = place == 0 or words[place - 1].text[-1] in ",.?!—"
                if not starts or not stretch[-1].text.endswith(",") or any(word.text[-1] in ".,?!" for word in stretch[:-1]):
                    continue
                if [core(word.text) for word in stretch] == [core(word) for word in filler.split()]:
                    rest = _capital(words[place + size :], stretch)
                    words = [*words[:place], *rest]
        if len(words) < len(quote.words):
            return sentence.edited("clean", with_quote(sentence, number, replace(quote, words=tuple(words))), "wording")
    return None


_LOOSE = frozenset("really very absolutely completely totally certainly definitely simply also still truly clearly extremely probably entirely already".split())


def trim_silently(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take words out of the inside of a quotation and show nothing: a middle sentence, an inserted clause, an adverb."""
    for number, quote in _each_marked(sentence, rng, 7):
        found = [*_middle_sentences(quote.words), *_insertions(quote.words)] or list(_adverbs(quote.words))
        if found:
            start, end = rng.choice(found)
            words = (*quote.words[:start], *quote.words[end:])
            return sentence.edited("trim-silently", with_quote(sentence, number, replace(quote, words=words)), "wording")
    return None


def _middle_sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    ends = [place + 1 for place, word in enumerate(words) if re.search(r"[a-z]{2}[.!?]$", word.text) and word.text[:-1] not in {"Mr", "Ms", "Mrs", "Dr", "Sen", "Gov", "Rep"}]
    whole = [(start, end) for start, end in zip(ends, ends[1:], strict=False) if end < len(words)]
    return [(start, end) for start, end in whole if words[end].text[0].isupper() and core(words[end].text) not in {"it", "they", "he", "she", "that", "this"}]


def _insertions(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Give what stands between two commas and can be missed: a relative clause, an aside of one to four words."""
    commas = [place + 1 for place, word in enumerate(words) if word.text.endswith(",")]
    found = []
    for start, end in zip(commas, commas[1:], strict=False):
        first = core(words[start].text)
        aside = _text_of(words[start:end]).casefold().rstrip(",") in {"of course", "however", "in fact", "after all", "in my view", "for example", "to be honest", "at last", "in the end"}
        if aside or (first in {"which", "who", "including", "especially", "except"} and end - start >= 3):
            found.append((start, end))
    return found


def _adverbs(words: Sequence[Word]) -> list[tuple[int, int]]:
    return [
        (place, place + 1)
        for place, word in enumerate(words)
        if word.text in _LOOSE and 0 < place < len(words) - 1 and words[place - 1].text[-1].isalpha()
        and not re.fullmatch(r"(?:an?|not|much|so|only|good|bad|well)", core(words[place - 1].text)) and words[place + 1].text[0].islower()
        and core(words[place + 1].text) not in {"much", "few", "little", "often", "many", "well"}
    ]  # fmt: skip


def trim_marked(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take words out of a quotation and put dots where they stood."""
    for number, quote in _each_marked(sentence, rng, 12):
        joints = [place for place, word in enumerate(quote.words) if core(word.text) in {"and", "but", "because", "so", "that", "which", "when", "if", "to", "for"}]
        choices = [(start, end) for start in joints for end in joints if start >= 3 and 3 <= end - start <= 14 and len(quote.words) - end >= 3]
        choices = [(start, end) for start, end in choices if core(quote.words[start].text) == core(quote.words[end].text) or core(quote.words[end].text) in {"and", "but", "because"}]
        if choices:
            start, end = rng.choice(choices)
            dots = Word(text=rng.choice(["...", "…"]))
            words = (*quote.words[:start], dots, *quote.words[end:])
            return sentence.edited("trim-marked", with_quote(sentence, number, replace(quote, words=words)), "wording")
    return None


def cued(sentence: Sentence) -> tuple[Quote, str, str, str] | None:
    """Give the speech, the speaker, the cue and the rest of a sentence that is a quotation and its speaker."""
    if len(sentence.parts) != 2 or not isinstance(sentence.parts[0], Quote) or not isinstance(sentence.parts[1], str):
        return None
    found = _CUED.match(sentence.parts[1])
    if found is None or not sentence.parts[0].is_marked:
        return None
    return sentence.parts[0], found["who"] or found["who2"], found["cue"] or found["cue2"], found["rest"]


def _after(who: str, cue: str, rest: str, *, is_turned: bool) -> str:
    """Give "Ann Roe, the mayor, said " from a speaker, his cue and what follows them."""
    if is_turned and rest.startswith(","):  # the words behind the name say who he is
        return f"{capitalise(who)}{rest}, {cue} "
    return f"{capitalise(who)} {cue}{rest} "


def _fits(rest: str) -> bool:
    return rest == "" or bool(re.fullmatch(r",(?: [\w’'-]+){2,10}|(?: (?:on|in) [A-Za-z]+){1,2}", rest))


def fragment(sentence: Sentence, rng: Random) -> Sentence | None:
    """Keep only the last clause of a quotation, in marks inside the reporter's own sentence."""
    found = cued(sentence)
    if found is None or len(found[0].words) < 9 or not _fits(found[3]):
        return None
    quote, who, cue, rest = found
    starts = [place + 1 for place, word in enumerate(quote.words) if core(word.text) in {"because", "that", "and", "but"} and place > 3]
    starts = [place for place in starts if len(quote.words) - place >= 4 and core(quote.words[place].text) in _SUBJECTS]
    if not starts or any(word.text[-1] in ".!?" for word in quote.words[max(starts) : -1]):
        return None
    words = list(quote.words[max(starts) :])
    words[-1] = replace(words[-1], text=words[-1].text.rstrip(",.") + ".")
    turned = " " + cue + " " + who == str(sentence.parts[1])[: len(cue) + len(who) + 2]
    parts = (_after(who, cue if cue != "told reporters" else cue, rest, is_turned=turned), replace(quote, words=tuple(words)))
    return sentence.edited("fragment", parts, "wording")


_SUBJECTS = frozenset("the we i it they he she you there our this that everyone nobody people".split())


def stitch(left: Sentence, right: Sentence, rng: Random) -> Sentence | None:
    """Join two quotations of one speaker, which stood apart, inside one pair of marks."""
    one, two = cued(left), cued(right)
    if one is None or two is None or two[3] != "" or one[1] in {"he", "she", "they"}:
        return None
    if two[1] not in {"he", "she"} and two[1].split()[-1] != one[1].split()[-1]:
        return None
    words = list(one[0].words)
    words[-1] = replace(words[-1], text=words[-1].text.rstrip(",") + ("." if words[-1].text[-1] not in ".!?" else ""))
    joined = _ended(two[0].words, one[0].words)
    if joined[-1].text[-1] not in ",!?":
        return None
    quote = replace(one[0], words=(*words, *joined))
    return replace(left.edited("stitch", (quote, left.parts[1]), "wording"), claims=left.claims + right.claims, prior=left.prior + right.prior)


# ---- marks and speakers


def marks_removed(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take the marks off a short stretch of speech inside the reporter's own sentence."""
    for number, quote in _each_marked(sentence, rng, 2):
        text = sentence.text
        place = text.index(quote.text)
        inside = place > 0 and text[place - 1] == " " and text[place - 2] not in ",:.!?" and quote.words[0].text[0].islower()
        if not inside or re.search(r"\b(?:I|I’m|I'm|we|our|my|you|your|us|me|We’re|we’re)\b|[!?]|\w[.!?] ", quote.inner):
            continue
        words = quote.words
        return sentence.edited("marks-removed", with_quote(sentence, number, replace(quote, is_marked=False, words=words)), "marks")
    return None


_CONTRACTED = {"it’s": "it is", "it's": "it is", "that’s": "that is", "that's": "that is", "there’s": "there is", "there's": "there is", "isn’t": "is not",
               "isn't": "is not", "won’t": "will not", "won't": "will not", "don’t": "do not", "don't": "do not", "doesn’t": "does not", "doesn't": "does not",
               "can’t": "cannot", "can't": "cannot", "they’re": "they are", "they're": "they are", "wasn’t": "was not", "wasn't": "was not"}  # fmt: skip
_FIRST_PERSON = {"i": "{0}", "i’m": "{0} is", "i'm": "{0} is", "i’ve": "{0} has", "i've": "{0} has", "i’ll": "{0} will", "i'll": "{0} will", "my": "{1}", "am": "is"}


def indirect(sentence: Sentence, rng: Random) -> Sentence | None:
    """Tell a quotation of one sentence in indirect speech."""
    found = cued(sentence)
    if found is None or not _fits(found[3]) or not 5 <= len(found[0].words) <= 32:
        return None
    quote, who, cue, rest = found
    text = quote.inner.rstrip(",.")
    person = {"he": ("he", "his"), "she": ("she", "her")}.get(who)
    has_first = re.search(r"\b(?:I|my|I['’]\w+)\b", text)
    if re.search(r"[.!?…“”‘;:]|\b(?:we|us|our|ours|me|mine|myself|you|your|let|here|this|these|now|tonight|We|Our|You|have|do)\b|\bI(?! (?:will|can|could|would|was|did|had|am|said)\b)(?!['’])", text):
        return None
    if cue == "told reporters" and rest or has_first and person is None:
        return None
    clause = decapitalise(text)
    if clause is None:
        return None
    words, is_changed = [], False
    for word in _recased(quote.words, clause):
        put = _CONTRACTED.get(core(word.text)) or (_FIRST_PERSON.get(core(word.text), "").format(*person) if person and has_first else "")
        words += [replace(word, text=part, change="wording") for part in _spaced(word.text, put)] if put else [word]
        is_changed |= bool(put)
    words[-1] = replace(words[-1], text=words[-1].text.rstrip(",.") + ".")
    turned = str(sentence.parts[1]).startswith(f" {cue} {who}")
    told = replace(quote, words=tuple(words), is_marked=False)
    return sentence.edited("indirect", (_after(who, cue, rest, is_turned=turned) + ("that " if rest or rng.random() < 0.5 else ""), told), "marks")


def _spaced(old: str, put: str) -> list[str]:
    tail = _EDGE.search(old[-1:])
    return (put + (tail.group() if tail else "")).split(" ")


def _recased(words: Sequence[Word], clause: str) -> list[Word]:
    return [replace(words[0], text=clause.split()[0]), *words[1:]]


_INDIRECT = re.compile(rf"^(?P<who>{NAME}(?:, [^,]{{3,40}},)?) (?P<cue>said|added) (?:that )?(?P<clause>(?:the|it|there|a|an|no|most|many|all) [^“”\"]{{25,160}})\.$")


def direct(sentence: Sentence, rng: Random) -> Sentence | None:
    """Put what was told in indirect speech into marks, as if it had been said in these words."""
    found = _INDIRECT.match(sentence.text) if sentence.is_plain else None
    if found is None or re.search(r"\b(?:he|she|his|her|him|they|their|would|had|said|but|[A-Z]\w+ said)\b|[;:—–]", found["clause"]):
        return None
    quote = own_words(sentence, capitalise(found["clause"]) + ",")
    return sentence.edited("direct", (quote, f" {found['who'].rstrip(',')} {found['cue']}." if "," not in found["who"] else f" said {found['who'].rstrip(',')}."), "marks")


def own_words(sentence: Sentence, text: str) -> Quote:
    """Give narration as an utterance of its own, whose words are the reporter's."""
    utterance = "-".join((*sentence.claims[0], "n")) if sentence.claims else "n"
    return Quote(words=tuple(Word(text=word, origin=(utterance, place)) for place, word in enumerate(text.split())), is_own=True)


_CLAUSE = re.compile(rf"\b{CUE} (?:that )?(?P<clause>[^“”\",;:—–]{{20,140}})(?=[.,])")
_START = re.compile(r"(?<= )(?:a|an|the|no|not|to|very|more|too|beyond|unfair|unsafe|unlikely|unable|ready|difficult|important)\b")


def marks_put(sentence: Sentence, rng: Random) -> Sentence | None:
    """Put marks round the end of a clause of indirect speech, whose words were the reporter's own."""
    if not sentence.is_plain:
        return None
    clause = _CLAUSE.search(sentence.text)
    if clause is None:
        return None
    starts = [one.start() for one in _START.finditer(sentence.text, clause.start("clause"), clause.end())]
    starts = [start for start in starts if 3 <= len(sentence.text[start : clause.end()].split()) <= 9]
    if not starts:
        return None
    start, end = rng.choice(starts), clause.end()
    if re.search(r"\b(?:he|she|his|her|they|their|him)\b", sentence.text[start:end]):
        return None
    tail = sentence.text[end:]
    words = sentence.text[start:end] + tail[0]
    return sentence.edited("marks-put", (sentence.text[:start], own_words(sentence, words), tail[1:]), "marks")


def reattribute(sentence: Sentence, rng: Random, speakers: Sequence[str]) -> Sentence | None:
    """Give a quotation to another speaker of the same story."""
    found = cued(sentence)
    if found is None or found[1] in {"he", "she", "they"} or not (found[3] == "" or found[3].startswith(",")):
        return None
    quote, who, cue, rest = found
    others = [name for name in speakers if name.split()[-1] != who.split()[-1]]
    if not others:
        return None
    other = rng.choice(others)
    return sentence.edited("reattribute", (replace(quote, voice=other), f" {other} {cue}."), "attribution")


_SAID_BEHIND = re.compile(rf", (?:(?:{NAME}|police|officials|prosecutors|the [a-z]+(?: [a-z]+)?) (?:said|told reporters)(?: on [A-Z]\w+day)?|according to [^,“”\"]{{3,60}})\.$")
_SAID_BEFORE = re.compile(rf"^(?:According to [^,]{{3,50}}, |(?:{NAME}|Police|Officials|Prosecutors|The [a-z]+(?: [a-z]+)?) said that )(?=[a-z]+ )")


def drop_attribution(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take away who said it: the statement stands as the report's own, the quotation as nobody's."""
    found = cued(sentence)
    if found and found[0].words[-1].text[-1] in ",":
        quote = found[0]
        words = (*quote.words[:-1], replace(quote.words[-1], text=quote.words[-1].text[:-1] + "."))
        return sentence.edited("drop-attribution", (replace(quote, words=words, is_unattributed=True),), "attribution")
    if not sentence.is_plain:
        return None
    behind, before = _SAID_BEHIND.search(sentence.text), _SAID_BEFORE.match(sentence.text)
    if behind and behind.start() > 30:
        return sentence.edited("drop-attribution", (sentence.text[: behind.start()] + ".",), "attribution")
    if before and len(sentence.text) - before.end() > 30:
        return sentence.edited("drop-attribution", (capitalise(sentence.text[before.end() :]),), "attribution")
    return None


def house_marks(sentence: Sentence, rng: Random) -> Sentence | None:
    """Write the marks and apostrophes as another house does: straight for curly, or curly for straight."""
    text = sentence.text
    to_straight = "“" in text or "’" in text
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"}) if to_straight else {}

    def turn(words: str) -> str:
        return words.translate(table) if to_straight else re.sub(r"(?<=\w)'(?=\w)", "’", words)

    marks = ('"', '"') if to_straight else ("“", "”")
    parts: list[Part] = []
    for part in sentence.parts:
        if isinstance(part, str):
            parts.append(turn(part))
        else:
            parts.append(replace(part, marks=marks, words=tuple(replace(word, text=turn(word.text)) for word in part.words)))
    return None if tuple(parts) == sentence.parts else sentence.edited("house-marks", tuple(parts))


