"""Whether two accounts say the same, by a small network: a rewording, a distortion, or another claim.

Each account is read by itself by a transformer, then every word is held against the words of the other that stand for it
(Parikh et al. 2016, arXiv 1606.01933; Chen et al. 2017, arXiv 1609.06038). It was fitted on pairs that were written for stemma;
how, and how well it does, stands in `train/`. What it says is weighed beside the words, never instead of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from stemma.model import FormatError, Span
from stemma.stories.touches import value_of
from stemma.text.layers import Floats, Layers, gelu, one_thread
from stemma.text.relations import relations_of, term
from stemma.text.wordpieces import Wordpieces
from stemma.text.words import fold

NEWEST = "equivalence-1"
SIGNS = 14
KINDS = ("number", "polarity", "name", "date", "scope", "certainty", "voice", "place", "role", "verb", "cause")
LONGEST = 90  # tokens of an account, and ...
ROOM = 128  # ... pieces that are read of it
_TOKEN = re.compile(r"[$€£¥]?\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’ʼ.&‐‑-][^\W_]+)*|[^\w\s]")
_CAPITAL = 7  # is added to the sign of a word with a capital that does not begin its text


Stretch = tuple[int, int]


class Token(NamedTuple):
    """A word or a mark of punctuation where it stands; a word's key has no 's."""

    start: int
    end: int
    text: str
    key: str
    is_inner: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How likely two accounts say the same, in what respect they differ if they do, and which words of each are at stake."""

    same: float
    altered: float
    kind: str
    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]


def tokens_of(text: str, spans: Sequence[Span]) -> list[Token]:
    """Give the words and marks of some stretches of a text, in order.

    >>> [token.key for token in tokens_of("The mayor’s plan, he said.", [Span("a", 0, 17)])]
    ['the', 'mayor', 'plan', ',']
    """
    found: list[Token] = []
    for span in spans:
        for match in _TOKEN.finditer(text, span.start, span.end):
            key = fold(match.group()).removesuffix("'s")
            found.append(Token(*match.span(), match.group(), key, bool(found)))
    return found[:LONGEST]


def signs_of(tokens: Sequence[Token], others: Sequence[Token]) -> list[int]:
    """Give for each token what the other side has of it: its value, the same word, its term, a related one, or nothing.

    >>> sides = [tokens_of(text, [Span("a", 0, len(text))]) for text in ("Seven horses ran.", "He saw 7 animals run")]
    >>> signs_of(sides[0], sides[1])
    [1, 5, 4, 0]
    """
    keys = {token.key for token in others}
    terms = {term(key) for key in keys}
    values = {value_of(key) for key in keys}
    related = frozenset().union(*map(relations_of, terms))
    return [_sign(token, keys, terms, values, related) for token in tokens]


def _sign(token: Token, keys: set[str], terms: set[str], values: set[float | None], related: frozenset[str]) -> int:
    if not token.text[0].isalnum() and token.text[0] not in "$€£¥":
        return 0
    value = value_of(token.key)
    if value is not None:
        return 1 if value in values else 2
    if token.key in keys:
        sign = 3
    elif term(token.key) in terms:
        sign = 4
    else:
        sign = 6 if related.isdisjoint(relations_of(term(token.key))) else 5
    return sign + (_CAPITAL if token.is_inner and token.text[0].isupper() else 0)


def kinship_of(tokens: Sequence[Token], others: Sequence[Token]) -> npt.NDArray[np.int8]:
    """Give, for every two tokens, 1 where they are one word or value, 2 one term, 3 related, 0 else: (n, m)."""
    found = np.zeros((len(tokens), len(others)), np.int8)
    sides = [
        [(t.key, value_of(t.key), term(t.key), relations_of(term(t.key))) for t in side] for side in (tokens, others)
    ]
    for row, (key, value, name, related) in enumerate(sides[0]):
        for column, (other_key, other_value, other_name, other_related) in enumerate(sides[1]):
            if key == other_key or (value is not None and value == other_value):
                found[row, column] = 1
            elif name == other_name:
                found[row, column] = 2
            elif not related.isdisjoint(other_related):
                found[row, column] = 3
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Understood:
    """An account as the network has read it: its tokens, a vector for each piece, and each piece's token."""

    tokens: Sequence[Token]
    vectors: Floats
    owners: npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judge:
    """Weights and the vocabulary that they were fitted with."""

    name: str
    wordpieces: Wordpieces
    layers: Layers
    words: npt.NDArray[np.int8]  # a row for each piece, to be multiplied by its own scale
    scales: Floats

    def understand(self, tokens: Sequence[Token]) -> Understood:
        """Read one account."""
        ids = self.wordpieces.ids
        inner = [(piece, place) for place, token in enumerate(tokens) for piece in self.wordpieces.of(token.text)]
        inner = inner[: ROOM - 2]
        pieces = [ids["[CLS]"], *(piece for piece, _ in inner), ids["[SEP]"]]
        with one_thread():
            x = self.words[pieces] * self.scales[pieces, None] + self.layers.weights["places"][: len(pieces)]
            x = self.layers.run(self.layers.norm(x, "norm"))
        return Understood(tokens=tokens, vectors=x[1:-1], owners=np.array([place for _, place in inner], dtype=np.intp))

    def weigh(self, left: Understood, right: Understood) -> Verdict:
        """Say of two accounts whether they say the same; the order of the two changes nothing but the sides."""
        weights = self.layers.weights
        kin = kinship_of(left.tokens, right.tokens)[np.ix_(left.owners, right.owners)]
        with one_thread():
            ours = self._held_against(left, right, kin)
            theirs = self._held_against(right, left, kin.T)
            pools = self._pool(ours), self._pool(theirs)
            both = np.concatenate((pools[0] + pools[1], np.abs(pools[0] - pools[1])))
            told = gelu(both @ weights["h1.weight"] + weights["h1.bias"])
            scores = told @ weights["whole.weight"] + weights["whole.bias"]
            kinds = told @ weights["kind.weight"] + weights["kind.bias"]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        return Verdict(
            same=float(chances[0]),
            altered=float(chances[1]),
            kind=KINDS[int(kinds.argmax())],
            left=self._at_stake(left, ours),
            right=self._at_stake(right, theirs),
        )

    def _held_against(self, own: Understood, other: Understood, kin: npt.NDArray[np.int8]) -> Floats:
        """Give for each piece what it is beside the pieces of the other side that stand for it, (n, inner)."""
        weights = self.layers.weights
        here, there = (_unit(side.vectors @ weights["proj.weight"]) for side in (own, other))
        near = here @ there.T
        scores = near * weights["scale"] + np.concatenate((np.zeros(1, np.float32), weights["same"]))[kin]
        share = np.exp(scores - scores.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        met = share @ other.vectors
        signs = weights["signs"][np.array(signs_of(own.tokens, other.tokens), dtype=np.intp)[own.owners]]
        nearness = np.stack(((share * near).sum(axis=1), near.max(axis=1)), axis=1)
        x = np.concatenate(
            (own.vectors, met, own.vectors - met, own.vectors * met * np.float32(4), signs, nearness), axis=1
        )
        x = gelu(x @ weights["cmp1.weight"] + weights["cmp1.bias"])
        held: Floats = x + gelu(x @ weights["cmp2.weight"] + weights["cmp2.bias"])
        return held

    def _pool(self, x: Floats) -> Floats:
        weights = self.layers.weights
        scores = x @ weights["att.weight"][:, 0] + weights["att.bias"][0]
        share = np.exp(scores - scores.max())
        return np.concatenate(((share / share.sum()) @ x, x.max(axis=0), x.mean(axis=0)))

    def _at_stake(self, own: Understood, held: Floats) -> tuple[Stretch, ...]:
        scores = held @ self.layers.weights["stake.weight"][:, 0] + self.layers.weights["stake.bias"][0]
        return _stretches(own.tokens, [int(place) for place in own.owners[scores > 0]])


def _unit(x: Floats) -> Floats:
    told: Floats = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), np.float32(1e-12))
    return told


def _stretches(tokens: Sequence[Token], places: Sequence[int]) -> tuple[Stretch, ...]:
    """Give where runs of neighbouring tokens begin and end in the text."""
    found: list[Stretch] = []
    last = -2
    for place in dict.fromkeys(places):
        start = tokens[place].start
        if place == last + 1:
            start = found.pop()[0]
        found.append((start, tokens[place].end))
        last = place
    return tuple(found)


@lru_cache(maxsize=1)
def load(name: str = NEWEST) -> Judge | None:
    """Give the shipped network of this name, read once; None where its file is not there.

    Raises FormatError where the file is not whole.
    """
    path = files("stemma.stories").joinpath(f"{name}.npz")
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return assemble({key: arrays[key] for key in arrays.files})
    except (OSError, KeyError, ValueError, BadZipFile) as cause:
        raise FormatError(f"the network {name} cannot be read ({cause}); install stemma again") from cause


def assemble(arrays: Mapping[str, npt.NDArray[Any]]) -> Judge:
    """Give the network that its stored arrays make; matrices are stored in half precision, word vectors in 8 bits."""
    apart = {"name", "vocabulary", "words", "scales", "depth"}
    return Judge(
        name=str(arrays["name"]),
        wordpieces=Wordpieces(bytes(arrays["vocabulary"]).decode("utf-8").split("\n")),
        layers=Layers(
            weights={key: array.astype(np.float32) for key, array in arrays.items() if key not in apart},
            depth=int(arrays["depth"]),
        ),
        words=arrays["words"],
        scales=arrays["scales"].astype(np.float32),
    )
