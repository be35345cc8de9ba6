"""Operators on the words of narration: what a sub-editor spins, shortens, or sharpens."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from random import Random

from evaluation.traditions.draft import Part, Quote, Sentence, Word, is_unmarked
from evaluation.traditions.operators.grammar import SMALL, capitalise, decapitalise, leans, pick_match, same_article
from evaluation.traditions.operators.tables import mapping, pairs

_COUNTED = (
    r"(?= [a-z]+(?: [a-z]+)?s\b)(?! (?:of|percent|per|times|thirds|hundred|thousand|million|billion|dozen|years? old))"
)
_WRITTEN = re.compile(
    rf"(?<![\w-] )(?<!-)\b({'|'.join(SMALL)})\b{_COUNTED}|(?<=[a-z] )\b({'|'.join(SMALL)})\b{_COUNTED}"
)
_DIGITS = re.compile(rf"(?<=[a-z] )([2-9]|1[0-2])\b{_COUNTED}")


def _substituted(text: str, found: re.Match[str], word: str) -> str:
    return text[: found.start()] + word + text[found.end() :]


def _swap(text: str, table: Mapping[str, str], rng: Random, most: int) -> str | None:
    """Give a text with up to so many of the table's words exchanged; None where none stands in it."""
    pattern = re.compile(
        r"(?<![\w’'-])(?:"
        + "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
        + r")(?![\w’'-])"
    )
    found = [
        one
        for one in pattern.finditer(text)
        if same_article(one.group(), table[one.group()], text[max(0, one.start() - 6) : one.start()])
    ]
    for one in sorted(rng.sample(found, min(most, len(found))), key=lambda one: -one.start()):
        text = _substituted(text, one, table[one.group()])
    return text if found else None


def _map_plain(sentence: Sentence, part_number: int, text: str) -> tuple[Part, ...]:
    return (*sentence.parts[:part_number], text, *sentence.parts[part_number + 1 :])


def _try_parts(sentence: Sentence, rewrite: Callable[[str], str | None], operator: str, change: str) -> Sentence | None:
    """Give the sentence with the first narrated part that a rewriting fires on rewritten."""
    for number, part in enumerate(sentence.parts):
        text = rewrite(part) if isinstance(part, str) and is_unmarked(part) else None
        if text is not None and text != part:
            return sentence.edited(operator, _map_plain(sentence, number, text), change)
    return None


def synonym(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange up to four words or phrases of the narration for others of the same meaning."""
    return _try_parts(sentence, lambda part: _swap(part, mapping("synonyms"), rng, 4), "synonym", "wording")


def numbers(sentence: Sentence, rng: Random) -> Sentence | None:
    """Write a small number of counted things as a word where it was a figure, or as a figure where it was a word."""

    def rewrite(part: str) -> str | None:
        found = pick_match(_WRITTEN, part, rng) or pick_match(_DIGITS, part, rng)
        if found is None or re.search(
            r"\b(?:one|other|first|last|next|top|these|those|or|and|to) $", part[: found.start()]
        ):
            return None
        word = found.group()
        return _substituted(part, found, str(SMALL.index(word) + 2) if word in SMALL else SMALL[int(word) - 2])

    return _try_parts(sentence, rewrite, "numbers", "wording")


def _spelled(word: str, table: Mapping[str, str]) -> str:
    return re.sub(r"[a-z]+", lambda one: table.get(one.group(), one.group()), word)


def _looked_up(table: Mapping[str, str], found: re.Match[str]) -> str:
    return table[found.group()]


def spelling(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Give the sentence, its quotations too, in the other English's spelling."""
    for is_turned in (False, True):
        table = mapping("spellings", is_turned=is_turned)
        parts: list[Part] = []
        for part in sentence.parts:
            if isinstance(part, str):
                pattern = re.compile(r"(?<![\w’'-])(?:" + "|".join(table) + r")(?![\w’'-])")
                parts.append(pattern.sub(partial(_looked_up, table), part))
            else:
                parts.append(_spelled_quote(part, table))
        if tuple(parts) != sentence.parts:
            return sentence.edited("spelling", tuple(parts))
    return None


def _spelled_quote(quote: Quote, table: Mapping[str, str]) -> Quote:
    words = []
    for word in quote.words:
        text = _spelled(word.text, table) if "-" not in word.text else word.text
        words.append(
            word if text == word.text else Word(text=text, origin=word.origin, change=word.change or "spelling")
        )
    return replace(quote, words=tuple(words))


_STOPS = (
    "of in on at by for from to with and or but that which who as after before over under into a an the is was were are had has "
    "have not it they he she than his her its their this these those would will could last next late early"
).split()
_NOUN = rf"(?!(?:{'|'.join(_STOPS)})\b)[A-Za-z][\w’'-]*"
_NO_AGENT = "He|She|It|They|We|I|You|This|That|Who|Many|Some|Most|All|Both|Critics|[A-Z][a-z]+s (?=[a-z])"
_PROPER = rf"(?!(?:{_NO_AGENT})\b)(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\. )?[A-Z][\w’-]+(?: (?:[A-Z]\. )?[A-Z][\w’-]+){{0,3}}"
_DETERMINER = "[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal"
_PHRASE = rf"(?:{_DETERMINER}) {_NOUN}(?: {_NOUN}){{0,3}}(?: of (?:the )?{_NOUN})?"
_CROWD = "(?i:police|inspectors|officials|firefighters|engineers|prosecutors|lawmakers|republicans|democrats)"
_AGENT = rf"(?:[Tt]he {_NOUN}(?: {_NOUN}){{0,2}}|{_CROWD}|{_PROPER})"
_REST = (
    r"(?P<rest>(?: (?:on|in|after|before|during|late|early|last|this|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?:(?! (?:that|which|who|whose)\b)[^;:])*)?\.)$"
)


def _actives() -> re.Pattern[str]:
    verbs = "|".join(verb for verb, _ in pairs("passives"))
    return re.compile(rf"^(?P<agent>{_AGENT}) (?P<verb>{verbs}) (?P<object>{_PHRASE}){_REST}")


def _passives() -> re.Pattern[str]:
    verbs = "|".join(verb for _, verb in pairs("passives"))
    return re.compile(rf"^(?P<object>{_PHRASE}) (?:was|were) (?P<verb>{verbs}) by (?P<agent>{_AGENT}){_REST}")


def is_plural(phrase: str) -> bool:
    """Say whether a noun phrase takes a plural verb.

    >>> is_plural("two bridges"), is_plural("the head of works"), is_plural("the glass"), is_plural("police")
    (True, False, False, True)
    """
    head = phrase.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    return head in {"police", "people", "children", "men", "women"} or (
        head.endswith("s") and not head.endswith(("ss", "us", "is"))
    )


def passive(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Turn a simple active sentence into the passive, or a passive one with its agent into the active."""
    if not sentence.is_plain:
        return None
    found = _actives().match(sentence.text)
    if found:
        agent = decapitalise(found["agent"]) or found["agent"]  # a proper name keeps its capital
        verb = dict(pairs("passives"))[found["verb"]]
        be = "were" if is_plural(found["object"]) else "was"
        text = f"{capitalise(found['object'])} {be} {verb} by {agent}{found['rest']}"
        return sentence.edited("passive", (text,), "wording")
    found = _passives().match(sentence.text)
    what = decapitalise(found["object"]) if found else None
    if found is None or what is None:
        return None
    verb = {after: before for before, after in pairs("passives")}[found["verb"]]
    return sentence.edited("passive", (f"{capitalise(found['agent'])} {verb} {what}{found['rest']}",), "wording")


_ADDED = r"which|who|where|whose|including|adding|citing|noting|according to|calling|saying"
_CONDENSED = (  # what can be missed: a clause at the end, an apposition, a bracket
    re.compile(rf", (?:{_ADDED}) [^,;:()]+(?=\.$)"),
    re.compile(
        r"(?<=[a-z]), (?:the|an?) [^,;:.()]{5,60},(?= (?:said|was|is|has|had|will|would|told|called|met|went|came|won|lost)\b)"
    ),
    re.compile(r" \([^()]{2,40}\)"),
)


def condense(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take out what the sentence can miss: a clause at its end, an apposition, a bracket."""
    text = sentence.text
    found = [one for pattern in _CONDENSED for one in pattern.finditer(text)] if sentence.is_plain else []
    short = [(text[: one.start()] + text[one.end() :]).replace("..", ".") for one in found]
    fitting = [words for words in short if len(words) >= 40 and words.count("(") == words.count(")")]
    return sentence.edited("condense", (rng.choice(fitting),), "wording") if fitting else None


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_DAY_LAST = re.compile(rf"^(?P<main>[^,;:—–]{{25,140}}) on (?P<day>{_DAY})\.$")
_DAY_FIRST = re.compile(rf"^On (?P<day>{_DAY}),? (?P<main>[^,;:—–]{{25,140}})\.$")
_SEVERAL_VERBS = re.compile(
    r"\b(?:said|says|told|that|who|which|would|will|expected|plans?|to|if|when|because|after|before|until|as|and|but|while|on|saying|had|have)\b"
)


def day_moved(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Move the day from the end of a sentence of one verb to its beginning, or back."""
    found = (_DAY_LAST.match(sentence.text) or _DAY_FIRST.match(sentence.text)) if sentence.is_plain else None
    if found is None or leans(sentence) or _SEVERAL_VERBS.search(found["main"]):
        return None
    if found.re is _DAY_FIRST:
        return sentence.edited("day-moved", (f"{capitalise(found['main'])} on {found['day']}.",), "wording")
    main = decapitalise(found["main"])
    if main is None and re.match(r"[A-Z][a-z]+s ", found["main"]):  # a crowd or a name: who knows
        return None
    return sentence.edited("day-moved", (f"On {found['day']}, {main or found['main']}.",), "wording")


_SAID = re.compile(r"(?<=[\w,] )said(?= that\b|\.|,)")


def cue(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange a plain "said" for another word of saying."""

    def rewrite(part: str) -> str | None:
        found = None if re.search(r"\b(?:is|was|are|were|be|been) said\b", part) else pick_match(_SAID, part, rng)
        return _substituted(part, found, rng.choice(["stated", "declared", "explained", "noted"])) if found else None

    return _try_parts(sentence, rewrite, "cue", "wording")


_ROUGHLY = "at least|about|around|nearly|almost|roughly|up to|approximately|some"
_CERTAIN = tuple(  # a pattern and what is put in its place
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[a-z] )(?:may|might|could) (?!not\b)(?=[a-z]+\b)", "will "),
        (r"\b(?:allegedly|reportedly|apparently|probably|possibly|perhaps) (?=[a-z])", ""),
        (rf"(?<=[a-z] )(?:{_ROUGHLY}) (?=\$?\d|(?:{'|'.join(SMALL)}|a dozen)\b)(?!\d+(?::\d\d)? ?[ap]\.m)", ""),
        (r"\b(?:is|are) (?:expected|likely|set) to (?=[a-z])", "will "),
        (r"\bwas (?:thought|believed) to be (?=[a-z])", "was "),
        (r"(?<=[a-z], )once (?=the|it|they)|(?<=[a-z] )once (?=the [a-z]+ (?:is|are)\b)", "if "),
        (r"\b(?:suspected|alleged) (?=[a-z]+(?:s|r|n)\b)", ""),
        (r"(?<=[a-z] )will (?=(?:be|have|not|take|make|begin|start|need|cost|meet)\b)", "may "),
    )
)


def certainty(sentence: Sentence, rng: Random) -> Sentence | None:
    """Make the narration surer than it was ("at least six" to "six", "may" to "will"), or less sure."""

    def rewrite(part: str) -> str | None:
        for pattern, put in rng.sample(_CERTAIN, len(_CERTAIN)):
            found = pick_match(pattern, part, rng)
            if found and (put or not re.search(r"\b(?:that|as|an?) $", part[: found.start()])):
                text = _substituted(part, found, put)
                return text if found.start() else capitalise(text)
        return None

    return _try_parts(sentence, rewrite, "certainty", "certainty")


def scope(sentence: Sentence, rng: Random) -> Sentence | None:
    """Widen whom or what the narration speaks of ("some of the" to "all of the")."""
    return _try_parts(sentence, lambda part: _swap(part, mapping("scopes"), rng, 1), "scope", "scope")


_SPLIT = re.compile(
    r"(?:,? (?P<and>and|but)|;) (?P<subject>he|she|they|it)(?= (?:was|were|is|are|had|has|have|said|will|would|could|did)\b)"
)


def split(sentence: Sentence, rng: Random) -> tuple[Sentence, Sentence] | None:
    """Make two sentences of one that joins two main clauses."""
    if not sentence.is_plain:
        return None
    found = pick_match(_SPLIT, sentence.text, rng)
    if (
        found is None
        or re.search(r"[—–]|--", sentence.text)
        or min(found.start(), len(sentence.text) - found.end()) < 25
    ):
        return None
    head, tail = sentence.text[: found.start()], sentence.text[found.end() :]
    if re.search(
        r"\b(?:that|if|whether|because|when|who|which|said|says|what|how)\b", head
    ):  # the second clause may hang on it too
        return None
    begin = f"but {found['subject']}" if found["and"] == "but" else found["subject"]
    second = capitalise(begin) + tail
    return sentence.edited("split", (head + ".",), "wording"), sentence.edited("split", (second,), "wording")


def fuse(left: Sentence, right: Sentence) -> Sentence | None:
    """Make one sentence of two short ones that follow each other."""
    if (
        not (left.is_plain and right.is_plain)
        or max(len(left.text), len(right.text)) > 150
        or not left.text.endswith(".")
    ):
        return None
    if not right.text.endswith(".") or re.search(r"[;:—–]", left.text + right.text):
        return None
    if re.match(r"(?:But|And) ", right.text):
        joined = f"{left.text[:-1]}, {right.text[0].lower()}{right.text[1:]}"
    else:
        clause = decapitalise(right.text)
        if clause is None or not re.match(r"(?:The|It|He|She|They|There|Its|His|Her|Their) ", right.text):
            return None
        joined = f"{left.text[:-1]}, and {clause}"
    fused = left.edited("fuse", (joined,), "wording", *right.changes)
    return replace(fused, claims=left.claims + right.claims, prior=left.prior + right.prior)
