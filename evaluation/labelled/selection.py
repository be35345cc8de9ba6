"""Which pairs of real reports are read: drawn by a seed, in strata of shared 5-grams, in two halves that share no report.

`python -m evaluation.labelled.selection --data FOLDER --sheets FOLDER` prints the pairs and writes a reading sheet for each.
The halves are drawn before anybody reads: all reports of one BASIL event or ECB+ topic, and outlets' reports that are nearly
one text, stand in one half, and a pair is drawn from one half alone.
"""

import argparse
import json
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from evaluation.corpora import Record, records_of

SEED = 20190531
HALVES = ("fit", "test")
STRATA = ("whole", "much", "some", "speech", "apart", "other-event")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_MARKED = re.compile(r"“[^”\n]*”?|''[^\n]*?''|``[^\n]*?''|\"[^\"\n]*\"")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRules:
    """What is drawn from one corpus: how long its reports may be, how often one may serve, how many pairs of each stratum."""

    path: str
    words: tuple[int, int]
    uses: int
    quotas: Mapping[str, int]
    again: Mapping[str, int] = field(default_factory=dict)  # a second draw: the first gave few partly derived pairs
    group: Callable[[Record], str] | None = None  # None: near-copies alone hold together


CORPORA = {
    "census": CorpusRules(
        path="outlets/census.jsonl",
        words=(60, 1500),
        uses=5,
        quotas={"whole": 10, "much": 4, "some": 10, "speech": 10, "apart": 6},
    ),
    "spotify": CorpusRules(
        path="outlets/spotify.jsonl",
        words=(60, 1500),
        uses=5,
        quotas={"whole": 10, "much": 8, "some": 8, "speech": 8, "apart": 6},
        again={"much": 6},
    ),
    "ecbplus": CorpusRules(
        path="ecbplus/train.jsonl",
        words=(60, 450),
        uses=2,
        quotas={"whole": 10, "much": 8, "some": 6, "speech": 6, "apart": 6, "other-event": 4},
        again={"much": 18, "some": 6},
        group=lambda record: str(record["topic"]),
    ),
    "basil": CorpusRules(
        path="basil/articles.jsonl",
        words=(200, 900),
        uses=1,
        quotas={"whole": 2, "much": 2, "some": 8, "speech": 10, "apart": 8},
        group=lambda record: str(record["event"]),
    ),
}


def grams(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Give the 5-grams of a list of words.

    >>> len(grams("a b c d e f".split()))
    2
    """
    return frozenset(tuple(words[start : start + 5]) for start in range(len(words) - 4))


def narration_grams(text: str) -> frozenset[tuple[str, ...]]:
    """Give the 5-grams of a text that stand outside quotation marks and reach over none.

    >>> sorted(narration_grams('the old pier was mended today, "so it was" she said'))
    [('old', 'pier', 'was', 'mended', 'today'), ('the', 'old', 'pier', 'was', 'mended')]
    """
    return frozenset(gram for piece in _MARKED.split(text) for gram in grams(_words(piece)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A pair that may be drawn, with the share of narration 5-grams that the shorter has in common with the longer."""

    pair: Pair
    share: float
    stratum: str


def candidates_of(records: Sequence[Record], group: Callable[[Record], str] | None) -> Iterator[Candidate]:
    """Give the pairs of one event, and where the corpus has look-alike events the pairs of these."""
    told = {record["id"]: narration_grams(record["text"]) for record in records}
    every = {record["id"]: grams(_words(record["text"])) for record in records}
    for left, right in combinations(records, 2):
        if left["event"] != right["event"] and (group is None or group(left) != group(right)):
            continue
        pair = (left["id"], right["id"])
        common, spoken = (len(one[pair[0]] & one[pair[1]]) for one in (told, every))
        share = common / max(1, min(len(told[one]) for one in pair))
        stratum = "other-event" if left["event"] != right["event"] else stratum_of(share, spoken - common)
        yield Candidate(pair=pair, share=share, stratum=stratum)


def stratum_of(share: float, spoken: int) -> str:
    """Name the stratum of a share of common narration and a number of common 5-grams that touch marked words.

    >>> stratum_of(0.7, 0), stratum_of(0.0, 9), stratum_of(0.0, 0)
    ('whole', 'speech', 'apart')
    """
    for stratum, least in (("whole", 0.6), ("much", 0.15), ("some", 0.02)):
        if share >= least:
            return stratum
    return "speech" if spoken >= 2 else "apart"


def groups_of(records: Sequence[Record], candidates: Iterable[Candidate], rules: CorpusRules) -> dict[str, str]:
    """Give each report's group: its event or topic, or the near-copies that it hangs together with."""
    if rules.group is not None:
        return {record["id"]: rules.group(record) for record in records}
    groups = {record["id"]: record["id"] for record in records}
    for candidate in candidates:
        if candidate.stratum == "whole":
            kept, gone = (groups[one] for one in candidate.pair)
            groups = {one: kept if name == gone else name for one, name in groups.items()}
    return groups


def halve(
    groups: Mapping[str, str], candidates: Sequence[Candidate], quotas: Mapping[str, int], chance: random.Random
) -> dict[str, str]:
    """Give each report its half: of 300 ways to deal out the groups, the first whose halves best fill the quotas."""
    names = sorted(set(groups.values()))
    ways = []
    for _ in range(300):
        chance.shuffle(names)
        half_of = {name: HALVES[place % 2] for place, name in enumerate(names)}
        ways.append({one: half_of[name] for one, name in groups.items()})
    return max(ways, key=lambda way: _filled(way, candidates, quotas))


def _filled(way: Mapping[str, str], candidates: Iterable[Candidate], quotas: Mapping[str, int]) -> int:
    inside = [(way[one.pair[0]], one.stratum) for one in candidates if way[one.pair[0]] == way[one.pair[1]]]
    counts = Counter(inside)
    return sum(min(counts[half, name], quota // 2) for half in HALVES for name, quota in quotas.items())


def draw(candidates: Sequence[Candidate], quotas: Mapping[str, int], uses: int, chance: random.Random) -> list[Pair]:
    """Draw half of each stratum's quota, and what a poor stratum lacks from the others in turn; no report too often."""
    pools = {name: [one.pair for one in candidates if one.stratum == name] for name in STRATA}
    for pool in pools.values():
        chance.shuffle(pool)
    turns = [name for name in STRATA for _ in range(quotas.get(name, 0) // 2)]
    turns += [name for _ in range(len(turns)) for name in STRATA if quotas.get(name)]
    drawn: list[Pair] = []
    used: Counter[str] = Counter()
    for name in turns:
        free = next((pair for pair in pools[name] if all(used[one] < uses for one in pair)), None)
        if free is None or len(drawn) == sum(quotas.values()) // 2:
            continue
        pools[name].remove(free)
        drawn.append(free)
        used.update(free)
    return drawn


def select(data: Path) -> Iterator[dict[str, object]]:
    """Give the drawn pairs of all corpora, shuffled within each corpus, left and right by lot; the second draw at the end."""
    chances = {corpus: random.Random(f"{SEED}-{corpus}") for corpus in CORPORA}  # noqa: S311  # a draw, not a secret
    pools = {corpus: _pool(data, rules, chances[corpus]) for corpus, rules in CORPORA.items()}
    number = 0
    for turn in ("quotas", "again"):
        for corpus, rules in CORPORA.items():
            quotas, drawn = getattr(rules, turn), []
            for half, inside in pools[corpus].items():
                new = draw(inside, quotas, rules.uses, chances[corpus])
                drawn += [(half, pair) for pair in new]
                pools[corpus][half] = [one for one in inside if one.pair not in new]
            chances[corpus].shuffle(drawn)
            for half, pair in drawn:
                number += 1
                left, right = chances[corpus].sample(pair, 2)
                yield {"n": number, "corpus": corpus, "left": left, "right": right, "part": half}


def _pool(data: Path, rules: CorpusRules, chance: random.Random) -> dict[str, list[Candidate]]:
    records = [
        one for one in records_of(data / rules.path) if rules.words[0] <= len(_words(one["text"])) <= rules.words[1]
    ]
    candidates = list(candidates_of(records, rules.group))
    halves = halve(groups_of(records, candidates, rules), candidates, rules.quotas, chance)
    return {half: [one for one in candidates if {halves[each] for each in one.pair} == {half}] for half in HALVES}


def equal_stretches(left: str, right: str) -> Iterator[str]:
    """Give the stretches of six or more equal words that stand outside quotation marks in both texts."""
    pieces = [[piece for piece in _MARKED.split(text) if len(_WORD.findall(piece)) >= 6] for text in (left, right)]
    seen = set()
    for here in pieces[0]:
        words = list(_WORD.finditer(here))
        for there in pieces[1]:
            matcher = SequenceMatcher(None, _words(here), _words(there), autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size >= 6:
                    seen.add(
                        (words[block.a].start(), here[words[block.a].start() : words[block.a + block.size - 1].end()])
                    )
    yield from dict.fromkeys(stretch for _, stretch in sorted(seen))


def sheet(number: object, left: Record, right: Record) -> str:
    """Give the sheet on which a pair is read: both texts in full, then the aid."""
    aid = "\n".join(f"= {one}" for one in equal_stretches(left["text"], right["text"])) or "(none)"
    texts = (f"===== {side}: {one['id']}\n{one['text']}" for side, one in (("LEFT", left), ("RIGHT", right)))
    return "\n\n".join([f"##### {number}", *texts, f"===== six or more equal words outside marks\n{aid}"]) + "\n"


def main() -> None:
    """Print the pairs, and write the sheets where a folder is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", ".")))
    parser.add_argument("--sheets", type=Path)
    options = parser.parse_args()
    records = {one["id"]: one for rules in CORPORA.values() for one in records_of(options.data / rules.path)}
    for pair in select(options.data):
        print(json.dumps(pair))
        if options.sheets:
            text = sheet(pair["n"], records[str(pair["left"])], records[str(pair["right"])])
            (options.sheets / f"{pair['n']:03}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
