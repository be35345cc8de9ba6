"""The network that marks who says what: a small BERT, run in numpy, its weights from one shipped file.

Devlin et al. 2019 (arXiv 1810.04805), the base MiniLM of Wang et al. 2020 (arXiv 2002.10957); what is added to the base and how
it was fitted stands in `train/`. Every window is run by itself, so nothing is padded and no window's answer depends on another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from stemma.model import FormatError
from stemma.readings.links import Links
from stemma.readings.signs import Token, windows
from stemma.text.layers import Floats, Layers, one_thread
from stemma.text.wordpieces import Wordpieces

NEWEST = "attribution-1"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """What the network says of a report's tokens: scores of the tags (n, 7), and what links the runs that they make."""

    tags: Floats
    links: Links


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """Weights and the vocabulary that they were fitted with."""

    name: str
    wordpieces: Wordpieces
    layers: Layers
    words: npt.NDArray[np.int8]  # a row for each piece, to be multiplied by its own scale
    scales: Floats

    @property
    def weights(self) -> Mapping[str, Floats]:
        """All that is no word vector."""
        return self.layers.weights

    def answer(self, tokens: Sequence[Token]) -> Answer:
        """Give the answers for all tokens of a report."""
        with one_thread():
            whole = self._whole(tokens)
        links = Links(
            vectors=whole[:, _TAGS:-1],
            silent=whole[:, -1],
            distance=self.weights["distance"],
            step=self.weights["step"],
        )
        return Answer(tags=whole[:, :_TAGS], links=links)

    def _whole(self, tokens: Sequence[Token]) -> Floats:
        """Give what the heads say of every token, (n, 7 + 4 x 32 + 1)."""
        found = [self._window(tokens[first:last]) for first, last in windows(tokens)]
        return np.concatenate(found) if found else np.empty((0, self._heads[0].shape[1]), np.float32)

    @property
    def _heads(self) -> tuple[Floats, Floats]:
        return self.weights["heads.weight"], self.weights["heads.bias"]

    def _window(self, tokens: Sequence[Token]) -> Floats:
        """Give what the heads say at the first piece of each token of one window."""
        sizes = [len(token.pieces) for token in tokens]
        x = self.layers.run(self._embed(tokens, sizes))
        firsts = np.cumsum([1, *sizes[:-1]])
        weight, bias = self._heads
        told: Floats = x[firsts] @ weight + bias
        return told

    def _embed(self, tokens: Sequence[Token], sizes: Sequence[int]) -> Floats:
        ids = self.wordpieces.ids
        pieces = [ids["[CLS]"], *(piece for token in tokens for piece in token.pieces), ids["[SEP]"]]
        x = self.words[pieces] * self.scales[pieces, None] + self.weights["places"][: len(pieces)]
        for name, signs in (("shapes", "shape"), ("marks", "mark"), ("begins", "begin")):
            own = np.repeat(np.array([getattr(token, signs) for token in tokens], dtype=np.intp), sizes)
            x += self.weights[name][np.concatenate(([0], own, [0]))]
        return self.layers.norm(x, "norm")


_TAGS = 7


@lru_cache(maxsize=1)
def load(name: str = NEWEST) -> Network | None:
    """Give the shipped network of this name, read once; None where its file is not there.

    Raises FormatError where the file is not whole.
    """
    path = files("stemma.readings").joinpath(f"{name}.npz")
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return assemble({key: arrays[key] for key in arrays.files})
    except (OSError, KeyError, ValueError, BadZipFile) as cause:
        raise FormatError(f"the network {name} cannot be read ({cause}); install stemma again") from cause


def assemble(arrays: Mapping[str, npt.NDArray[Any]]) -> Network:
    """Give the network that its stored arrays make; matrices are stored in half precision, word vectors in 8 bits."""
    apart = {"name", "vocabulary", "words", "scales", "depth"}
    return Network(
        name=str(arrays["name"]),
        wordpieces=Wordpieces(bytes(arrays["vocabulary"]).decode("utf-8").split("\n")),
        layers=Layers(
            weights={key: array.astype(np.float32) for key, array in arrays.items() if key not in apart},
            depth=int(arrays["depth"]),
        ),
        words=arrays["words"],
        scales=arrays["scales"].astype(np.float32),
    )
