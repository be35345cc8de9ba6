"""Sort what the reader gets wrong on the kept-out tenth of PolNeAR train into kinds, and print their shares.

    python -m tools.errors [--reader fast]

An error is a gold attribution that is not found, a found one that the gold has not, or one whose source, cue or content is not
the gold's. The kinds are told by the words beside the difference; a line is a kind, its share of all errors, and n.
"""

import argparse
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.attribution import Told, characters, gold_of, join, pair, told_by
from evaluation.corpora import last_tenth, records_of

from stemma.readings.lexicon import lexicon

PRONOUNS = frozenset("he she it they we i who which that his her its their my our your you him them us me".split())
TIMES = re.compile(
    r"\b(?:\w+day|yesterday|today|tonight|week|month|year|earlier|later|recently|again|often)\b", re.IGNORECASE
)


def words_of(text: str, pieces: tuple[tuple[int, int], ...]) -> str:
    """Give the words of pieces, in small letters."""
    return " ".join(text[start:end] for start, end in pieces).casefold().replace("’", "'")


def cue_kind(text: str, told: Told) -> str:
    """Give what sort of words a cue is."""
    words = words_of(text, told.cue)
    tokens = re.findall(r"[\w'-]+", words)
    if "according" in words:
        return '"according to"'
    if not tokens:
        return "a colon or nothing"
    if any(token in lexicon().verbs for token in tokens):
        frames = {frame for token in tokens if token in lexicon().verbs for frame in lexicon().verbs[token].frames}
        return "a verb of saying" if frames & {"say", "tell", "ask"} else "a verb of attitude that the rules know"
    if any(token.endswith(("ed", "ing", "s")) for token in tokens) and len(tokens) < 3:
        return "a verb that the rules do not know"
    return "a phrase" if len(tokens) > 2 else "a noun or an adjective"


def source_kind(text: str, gold: Told, found: Told) -> str:
    """Give how a found source differs from the gold's."""
    left, right = join(gold.source, text), join(found.source, text)
    if not left or not right:
        return "a source where the gold has none" if right else "no source where the gold has one"
    if characters(left) & characters(right):
        longer = characters(left) ^ characters(right)
        rest = "".join(text[place] for place in sorted(longer)).strip()
        if not any(sign.isalnum() for sign in rest):
            return "a source's closing comma"
        return (
            "where a source ends: relative clause, apposition"
            if re.search(r"who|which|,", rest)
            else "where a source ends"
        )
    if words_of(text, left) in PRONOUNS or words_of(text, right) in PRONOUNS:
        return "another source: a pronoun for a name, or the other way round"
    return "another source"


def content_kinds(text: str, gold: Told, found: Told) -> Iterator[str]:
    """Give how a found content differs from the gold's."""
    left, right = characters(gold.content), characters(found.content)
    missing = "".join(text[place] for place in sorted(left - right)).strip()
    extra = "".join(text[place] for place in sorted(right - left)).strip()
    if re.fullmatch(r"(?i)(?:that|to|how|why|of|as|for|about|on|in|with|by)?\W*", missing) and re.fullmatch(
        r"(?i)(?:that|to|how|why|of|as|for|about|on|in|with|by)?\W*", extra
    ):
        yield 'a content\'s first small word ("that", "to", "of")'
        return
    if missing:
        yield (
            "a piece of content is missing"
            if len(join(gold.content, text)) > len(join(found.content, text))
            else ("content ends or begins too soon")
        )
    if extra:
        yield (
            "a piece too much of content"
            if len(join(found.content, text)) > len(join(gold.content, text))
            else ("content goes on too far")
        )


def cue_difference(text: str, gold: Told, found: Told) -> str:
    """Give how a found cue differs from the gold's."""
    if not characters(gold.cue) & characters(found.cue):
        return "another cue"
    rest = "".join(text[place] for place in sorted(characters(gold.cue) ^ characters(found.cue)))
    if TIMES.search(rest):
        return "a word of time in or out of the cue"
    if re.search(r"\b(?:to|on|of|for|in|at|with|about|against|that|as)\b", rest):
        return "a preposition in or out of the cue"
    if re.search(r"\b\w+ly\b|\b(?:has|have|had|is|are|was|were|be|been|not|will|would|also)\b", rest):
        return "an adverb or auxiliary in or out of the cue"
    return "a hearer or other words in or out of the cue"


def errors(text: str, gold: tuple[Told, ...], found: tuple[Told, ...]) -> Iterator[str]:
    """Give the kind of every error in one article."""
    pairs = pair(gold, found)
    taken_gold, taken_found = {id(left) for left, _ in pairs}, {id(right) for _, right in pairs}
    for told in gold:
        if id(told) not in taken_gold:
            yield f"not found: {cue_kind(text, told)}"
    for told in found:
        if id(told) not in taken_found:
            yield f"not in the gold: {cue_kind(text, told)}"
    for left, right in pairs:
        if join(left.source, text) != join(right.source, text):
            yield source_kind(text, left, right)
        if join(left.cue, text) != join(right.cue, text):
            yield cue_difference(text, left, right)
        if join(left.content, text) != join(right.content, text):
            yield from content_kinds(text, left, right)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reader", default="network")
    asked.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", ".")))
    options = asked.parse_args()
    counts: Counter[str] = Counter()
    for record in last_tenth(records_of(options.data / "polnear/train.jsonl")):
        counts.update(errors(record["text"], gold_of(record), told_by(record, options.reader)))
    total = sum(counts.values())
    print("| kind | share | n |\n|---|--:|--:|")
    for kind, count in counts.most_common(20):
        print(f"| {kind} | {count / total:.3f} | {count} |")
    print(f"\n{total} errors of {len(counts)} kinds.")


if __name__ == "__main__":
    main()
