"""Who carries a reading: in which reports a run of words stands that two texts do not share.

Two reports that depart from a third in the same words did not both think of them (textual criticism's conjunctive error). So a
reading speaks against an exemplar that lacks it, unless all who have it may have it from the report in question.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemma.stories.kinship import UnitKey, Units

_EDGE = "|"  # stands before the first word of a sentence and after the last


class Carriers:
    """The wordings of each passage, to be asked who has certain words in it."""

    __slots__ = ("_found", "_told", "_wordings")

    def __init__(self, units: Units, passage_of: Mapping[UnitKey, UnitKey]) -> None:
        self._told = passage_of
        self._found: dict[tuple[UnitKey, str], frozenset[str]] = {}
        by_words: dict[UnitKey, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for (report_id, number), passage in passage_of.items():
            by_words[passage][_joined(units[report_id][number].keys)].add(report_id)
        self._wordings = by_words

    def of(self, key: UnitKey, words: Sequence[str], places: range) -> frozenset[str]:
        """Give the reports that have these words of a sentence, with the word before and after, in the same passage.

        >>> Carriers({}, {}).of(("a", 0), ("rain", "fell"), range(1))
        frozenset()
        """
        if key not in self._told:
            return frozenset()
        edged = (_EDGE, *words, _EDGE)
        run = " " + " ".join(edged[places.start : places.stop + 2]) + " "
        asked = self._told[key], run
        if asked not in self._found:
            wordings = self._wordings.get(asked[0], {})
            self._found[asked] = frozenset().union(*(held for told, held in wordings.items() if run in told))
        return self._found[asked]


def _joined(keys: Sequence[str]) -> str:
    return f" {_EDGE} {' '.join(keys)} {_EDGE} "
