"""Layers: the transformer of a small BERT, run in numpy, for the networks that read text.

Devlin et al. 2019 (arXiv 1810.04805). One window is run by itself: nothing is padded, and no window's answer depends on another.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

Floats = npt.NDArray[np.float32]

_STEEPEST = np.float32(80)  # attention scores stay far inside; the bound keeps exponentials finite whatever the text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layers:
    """The layers of a BERT, in numpy: `weights` by name, matrices multiplied from the right, attention's scale folded in."""

    weights: Mapping[str, Floats]
    depth: int
    heads: int = 12

    def run(self, x: Floats, lengths: Sequence[int] = ()) -> Floats:
        """Give what the last layer makes of the embedded pieces of one window, (n, width).

        Or of several one behind the other, of so many pieces each: no piece sees those of another window.
        """
        ends = list(accumulate(lengths)) or [len(x)]
        for number in range(self.depth):
            x = self._layer(x, f"layers.{number}.", ends)
        return x

    def _layer(self, x: Floats, name: str, ends: Sequence[int]) -> Floats:
        size, width = x.shape
        weights = self.weights
        qkv = x @ weights[name + "qkv.weight"]
        qkv += weights[name + "qkv.bias"]
        q, k, v = qkv.reshape(size, 3, self.heads, width // self.heads).transpose(1, 2, 0, 3)
        windows = [slice(start, end) for start, end in pairwise((0, *ends))]
        told = np.concatenate([_attended(q[:, one], k[:, one], v[:, one]) for one in windows], axis=1)
        told = told.transpose(1, 0, 2).reshape(size, width) @ weights[name + "out.weight"]
        told += weights[name + "out.bias"]
        x = self.norm(np.add(x, told, out=told), name + "norm1")
        inner = x @ weights[name + "up.weight"]
        inner += weights[name + "up.bias"]
        inner = gelu(inner) @ weights[name + "down.weight"]
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


def one_thread() -> AbstractContextManager[object]:
    """Keep numpy to one thread: a second one would wait more than it works on matrices of this size, and sums stay the same."""
    limit: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limit


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _attended(q: Floats, k: Floats, v: Floats) -> Floats:
    """Give what each piece of one window takes from the others, (heads, n, width of a head)."""
    seen = q @ k.transpose(0, 2, 1)  # the scale is folded into the weights
    np.minimum(seen, _STEEPEST, out=seen)
    np.exp(seen, out=seen)
    told = seen @ np.concatenate((v, np.ones((*v.shape[:2], 1), np.float32)), axis=-1)  # the sums ride along
    mean: Floats = told[:, :, :-1] / told[:, :, -1:]
    return mean


def gelu(x: Floats) -> Floats:
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
