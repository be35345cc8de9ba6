"""Which corpora and which operators stand on which side: what is held out is held out in kind, not in seeds alone."""

from collections.abc import Mapping
from dataclasses import dataclass

# A judge that is fitted on an operator may learn the operator instead of the trace that it leaves. So one of each family never
# occurs in fitting: of sentence shape, sentence grammar, words, speech joined, speech altered, citation.
HELD_OUT = frozenset({"fuse", "passive", "scope", "stitch", "reword-letter", "circle"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRules:
    """What the stories of one set are bred from, and with which operators not."""

    corpora: tuple[str, ...]
    without: frozenset[str] = frozenset()
    seeds: tuple[int, ...] = ()  # the seeds under which figures are reported


SETS: Mapping[str, SetRules] = {
    "fit": SetRules(corpora=("polnear", "pac"), without=HELD_OUT, seeds=(101, 102, 103, 104, 105)),
    "test": SetRules(corpora=("basil", "newswcl50"), seeds=(201, 202, 203)),
    "own": SetRules(corpora=("own",), seeds=(1, 2)),
}
