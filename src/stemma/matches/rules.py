"""What counts as a shared passage."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRules:
    """How passages are sought and which are kept; lengths in words, surprisal in bits."""

    seed_bits: float = 14.0  # a run of three words commoner than this starts no passage, though it may lie in one
    max_repeats: int = 16  # a run that stands more often than this in one report (a table, a refrain) starts no passage
    max_chains: int = 200  # passages looked at for one pair of reports, the best first; bounds the time
    max_gap: int = 10  # what a gap between two shared runs of one passage may cost, in words that differ
    drop: int = 10  # X-drop: a passage ends where its score (equal word +1, other -1) falls this far below its best
    margin: int = 14  # words looked at beyond a passage's outermost seeds, again and again while it grows
    min_words: int = 8  # equal words that make a passage whatever they are
    min_rare_words: int = 5  # equal words that make a passage if they are rare enough
    min_rare_bits: float = 32.0  # rare enough: the surprisal of all its equal words, marks and names included
    min_score: int = 4  # equal words less the words between them: below this, likeness by chance
    whole_reports: int = (
        2_000  # a corpus up to this size is compared whole: no run in it is stock, less company makes a pair
    )
    stock_reports: int = 500  # a run that stands in more reports of a larger corpus is stock: it starts no passage
    company: int = 3  # equal words around a shared run, rare ones counted twice, from which a passage may lie there
    pair_company: int = 4  # the same for the run that leads to a pair in a larger corpus
    batch: int = 3_000_000  # shared seeds looked at in one go; bounds the memory
    background: str = "en-news-1"
