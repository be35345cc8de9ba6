"""Sentence vectors: what a sentence is about as one vector, by the model that ships or by one in a folder that the user names.

Reimers and Gurevych 2019 (arXiv 1908.10084): the mean of the last layer's pieces, of length 1. A folder is as such models are
passed on: `config.json`, `vocab.txt`, `model.safetensors`, of a BERT in small letters.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from stemma.model import FormatError
from stemma.text.layers import Floats, Layers, one_thread
from stemma.text.wordpieces import Wordpieces

NEWEST = "claims-1"
_TOGETHER = 32  # sentences that go through the layers one behind the other: the weights are fetched once
_NORMS = (("attention.output.LayerNorm", "norm1"), ("output.LayerNorm", "norm2"))
_MATRICES = (("attention.output.dense", "out"), ("intermediate.dense", "up"), ("output.dense", "down"))
_PARTS = ("query", "key", "value")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoder:
    """A network that gives vectors of sentences; `words` has a row for each piece, `places` for each place in a sentence."""

    wordpieces: Wordpieces
    words: Floats
    places: Floats
    layers: Layers

    def encode(self, texts: Sequence[str]) -> Floats:
        """Give the vectors of some sentences, (n, width), each of length 1; what is too long is cut."""
        cut = [self._pieces(text) for text in texts]
        with one_thread():
            found = [
                vector
                for start in range(0, len(cut), _TOGETHER)
                for vector in self._vectors(cut[start : start + _TOGETHER])
            ]
        return np.stack(found) if found else np.empty((0, self.words.shape[1]), np.float32)

    def _pieces(self, text: str) -> list[int]:
        ids = self.wordpieces.ids
        inner = [piece for word in text.split() for piece in self.wordpieces.of(word)]
        return [ids["[CLS]"], *inner[: len(self.places) - 2], ids["[SEP]"]]

    def _vectors(self, cut: Sequence[Sequence[int]]) -> Iterator[Floats]:
        x = np.concatenate([self.words[pieces] + self.places[: len(pieces)] for pieces in cut])
        lengths = [len(pieces) for pieces in cut]
        x = self.layers.run(self.layers.norm(x, "norm"), lengths)
        for one in np.split(x, list(accumulate(lengths))[:-1]):
            mean: Floats = one.mean(axis=0)
            yield mean / np.linalg.norm(mean)


@cache
def shipped(name: str = NEWEST) -> Encoder | None:
    """Give the encoder that ships, read once; None where its file is not there; raises FormatError where it is not whole."""
    path = files("stemma.readings").joinpath(f"{name}.npz")
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {key: stored[key] for key in stored.files}
        weights = {
            key: value.astype(np.float32) for key, value in arrays.items() if key.startswith(("layers.", "norm."))
        }
        return Encoder(
            wordpieces=Wordpieces(bytes(arrays["vocabulary"]).decode("utf-8").split("\n")),
            words=arrays["words"] * arrays["scales"][:, None],
            places=arrays["places"].astype(np.float32),
            layers=Layers(weights=weights, depth=int(arrays["depth"])),
        )
    except (OSError, KeyError, ValueError, BadZipFile) as cause:
        raise FormatError(f"the network {name} cannot be read ({cause}); install stemma again") from cause


@cache
def encoder_at(folder: str) -> Encoder:
    """Give the encoder in a folder, read once; raises FormatError where it cannot be read, or is not such a model."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    path = Path(folder)
    try:
        config = json.loads((path / "config.json").read_text(encoding="utf-8"))
        vocabulary = (path / "vocab.txt").read_text(encoding="utf-8").split("\n")
        arrays = load_file(path / "model.safetensors")
        return _assembled(arrays, vocabulary, config["num_hidden_layers"], config["num_attention_heads"])
    except OSError as cause:
        raise FormatError(cause.strerror or str(cause)) from cause
    except (KeyError, ValueError, SafetensorError) as cause:
        raise FormatError(f"no BERT in small letters with its vocabulary: {cause}") from cause


def _assembled(arrays: Mapping[str, Floats], vocabulary: Sequence[str], depth: int, heads: int) -> Encoder:
    bare = {
        name.removeprefix("bert."): array.astype(np.float32)
        for name, array in arrays.items()
        if array.dtype.kind == "f"
    }
    embedded = {
        name.removeprefix("embeddings."): array for name, array in bare.items() if name.startswith("embeddings.")
    }
    weights = {f"norm.{part}": embedded[f"LayerNorm.{part}"] for part in ("weight", "bias")}
    for number in range(depth):
        weights |= _layer(bare, f"encoder.layer.{number}.", f"layers.{number}.", heads)
    return Encoder(
        wordpieces=Wordpieces(vocabulary),
        words=embedded["word_embeddings.weight"],
        places=embedded["position_embeddings.weight"] + embedded["token_type_embeddings.weight"][0],
        layers=Layers(weights=weights, depth=depth, heads=heads),
    )


def _layer(arrays: Mapping[str, Floats], old: str, new: str, heads: int) -> dict[str, Floats]:
    """Give the weights of one layer under the names, and in the form, in which `Layers` takes them."""
    dense = {part: [arrays[f"{old}attention.self.{part}.{kind}"] for kind in ("weight", "bias")] for part in _PARTS}
    scale = np.float32((len(dense["query"][1]) // heads) ** -0.5)
    dense["query"] = [array * scale for array in dense["query"]]
    found = {
        f"{new}qkv.weight": np.concatenate([dense[part][0].T for part in _PARTS], axis=1),
        f"{new}qkv.bias": np.concatenate([dense[part][1] for part in _PARTS]),
    }
    for name, short in _MATRICES:
        found[f"{new}{short}.weight"] = np.ascontiguousarray(arrays[f"{old}{name}.weight"].T)
        found[f"{new}{short}.bias"] = arrays[f"{old}{name}.bias"]
    for name, short in _NORMS:
        found |= {f"{new}{short}.{part}": arrays[f"{old}{name}.{part}"] for part in ("weight", "bias")}
    return found
