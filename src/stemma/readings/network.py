"""The network that marks who says what: a small BERT, run in numpy, its weights from one shipped file.

Devlin et al. 2019 (arXiv 1810.04805), the base MiniLM of Wang et al. 2020 (arXiv 2002.10957); what is added to the base and how
it was fitted stands in `train/`. Every window is run by itself, so nothing is padded and no window's answer depends on another.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from stemma.model import FormatError
from stemma.readings.links import Links
from stemma.readings.signs import Token, windows
from stemma.readings.wordpieces import Wordpieces

NEWEST = "attribution-1"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """What the network says of a report's tokens: scores of the tags (n, 7), and what links the runs that they make."""

    tags: Floats
    links: Links


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layers:
    """The layers of a BERT, in numpy: `weights` by name, matrices multiplied from the right, attention's scale folded in."""

    weights: Mapping[str, Floats]
    depth: int
    heads: int = 12

    def run(self, x: Floats) -> Floats:
        """Give what the last layer makes of the embedded pieces of one window, (n, width)."""
        for number in range(self.depth):
            x = self._layer(x, f"layers.{number}.")
        return x

    def _layer(self, x: Floats, name: str) -> Floats:
        size, width = x.shape
        weights = self.weights
        qkv = x @ weights[name + "qkv.weight"]
        qkv += weights[name + "qkv.bias"]
        q, k, v = qkv.reshape(size, 3, self.heads, width // self.heads).transpose(1, 2, 0, 3)
        seen = q @ k.transpose(0, 2, 1)  # the scale is folded into the weights
        np.minimum(seen, _STEEPEST, out=seen)
        np.exp(seen, out=seen)
        told = seen @ np.concatenate((v, np.ones((self.heads, size, 1), np.float32)), axis=-1)  # the sums ride along
        told = told[:, :, :-1] / told[:, :, -1:]
        told = told.transpose(1, 0, 2).reshape(size, width) @ weights[name + "out.weight"]
        told += weights[name + "out.bias"]
        x = self.norm(np.add(x, told, out=told), name + "norm1")
        inner = x @ weights[name + "up.weight"]
        inner += weights[name + "up.bias"]
        inner = _gelu(inner) @ weights[name + "down.weight"]
        inner += weights[name + "down.bias"]
        return self.norm(np.add(x, inner, out=inner), name + "norm2")

    def norm(self, x: Floats, name: str) -> Floats:
        """Give each row with mean 0 and deviation 1, stretched and shifted; in place of the input."""
        x -= x.mean(axis=-1, keepdims=True)
        squares = np.einsum("ij,ij->i", x, x)[:, None]
        x /= np.sqrt(squares / np.float32(x.shape[1]) + np.float32(1e-12))
        x *= self.weights[name + ".weight"]
        x += self.weights[name + ".bias"]
        return x


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
_STEEPEST = np.float32(80)  # attention scores stay far inside; the bound keeps exponentials finite whatever the text


def one_thread() -> AbstractContextManager[object]:
    """Keep numpy to one thread: a second one would wait more than it works on matrices of this size, and sums stay the same."""
    limit: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limit


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _gelu(x: Floats) -> Floats:
    """Give the Gaussian error linear unit by its tanh form (Hendrycks and Gimpel 2016), in place of the input."""
    inner = np.square(x)
    inner *= np.float32(0.044715 * 0.7978845608)
    inner += np.float32(0.7978845608)
    inner *= x
    np.tanh(inner, out=inner)
    inner += np.float32(1.0)
    inner *= x
    inner *= np.float32(0.5)
    return inner


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
