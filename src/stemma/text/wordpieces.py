"""Word pieces: what the network reads instead of words, from a fixed vocabulary, longest piece first."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

_PART = re.compile(r"[^\W_]+|\S")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"})
_LONGEST = 40  # letters; a longer run is an address or noise, and one unknown piece
UNKNOWN = "[UNK]"


class Wordpieces:
    """Cuts tokens into pieces of a vocabulary as BERT does, small letters without accents (Wu et al. 2016, arXiv 1609.08144)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids: Mapping[str, int] = {piece: place for place, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, token: str) -> tuple[int, ...]:
        """Give the ids of a token's pieces, at least one.

        >>> pieces = Wordpieces(["[UNK]", "said", "har", "##bour", "."])
        >>> pieces.of("Harbour"), pieces.of("said."), pieces.of("zoo")
        ((2, 3), (1, 4), (0,))
        """
        found = self._known.get(token)
        if found is None:
            plain = token.translate(_MARKS).replace("''", '"').casefold()
            if not plain.isascii():
                signs = unicodedata.normalize("NFD", plain)
                plain = "".join(sign for sign in signs if unicodedata.category(sign) != "Mn")
            found = tuple(piece for part in _PART.findall(plain) for piece in self._cut(part)) or (self.ids[UNKNOWN],)
            if len(self._known) < 100_000:  # a bound on memory; news repeats its words
                self._known[token] = found
        return found

    def _cut(self, part: str) -> tuple[int, ...]:
        """Cut one run of letters; one that cannot be cut is unknown as a whole."""
        if len(part) > _LONGEST:
            return (self.ids[UNKNOWN],)
        made: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            while end > start and (("##" if start else "") + part[start:end]) not in self.ids:
                end -= 1
            if end == start:
                return (self.ids[UNKNOWN],)
            made.append(self.ids[("##" if start else "") + part[start:end]])
            start = end
        return tuple(made)
