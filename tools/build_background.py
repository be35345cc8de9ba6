"""Build the background table from corpora of English news: `python tools/build_background.py [--out FILE]`.

Reads the folders below STEMMA_DATA; counts, per n-gram, the independent units (stories, or documents that
copy none) that have it; writes hashes and millibits, never text. The same corpora give the same bytes; their SHA-256 is printed.
"""

import argparse
import hashlib
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.text.background import CAP, NEWEST, table_keys
from stemma.text.hashes import Hashes, hash_words
from stemma.text.shingles import shingle
from stemma.text.spelling import standard
from stemma.text.words import words

Texts = dict[str, list[str]]

MIN_UNITS = 2  # an n-gram that one unit alone has says nothing of news at large
MIN_GAIN = 200  # millibits; a longer n-gram that tells nearly the same as the shorter one is left out
COPY_SHARE = 0.25  # of the 8-word shingles of the shorter text: from here on two texts are one unit
COPY_SIZE = 8


class Gram(NamedTuple):
    """All n-grams of one size: key, key of its context, weight, number of units; sorted by key."""

    keys: Hashes
    contexts: Hashes
    weights: npt.NDArray[np.int64]
    units: npt.NDArray[np.int64]


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def _story(row: dict[str, Any]) -> tuple[str, list[str]]:
    return str(row["event"]), [row.get("title") or "", row["text"]]


def _document(row: dict[str, Any]) -> tuple[str, list[str]]:
    return str(row.get("id") or row.get("docid")), [row.get("title") or "", row["text"]]


def _sentences(row: dict[str, Any]) -> tuple[str, list[str]]:
    return str(row.get("id1") or f"{row['file']}/{row['year']}/{row['id']}"), [row["s1"], row["s2"]]


CORPORA: tuple[tuple[str, Callable[[dict[str, Any]], tuple[str, list[str]]]], ...] = (
    ("polnear/train.jsonl", _document),
    ("pac/articles.jsonl", _story),
    ("basil/articles.jsonl", _story),
    ("newswcl50/articles.jsonl", _story),
    ("meantime_en/docs.jsonl", _document),
    ("tempeval3/timebank.jsonl", _document),
    ("tempeval3/aquaint.jsonl", _document),
    ("msrp/train.jsonl", _sentences),
    ("stsbenchmark/train.jsonl", _sentences),
    ("stsbenchmark/dev.jsonl", _sentences),
)


def read_units(folder: Path, without: Callable[[str], bool] = lambda _: False) -> Texts:
    """Give the texts of each story or document, by "corpus/id"; `without` names those to leave out."""
    units: Texts = {}
    for path, unit_of in CORPORA:
        with (folder / path).open(encoding="utf-8") as lines:
            for line in lines:
                unit, texts = unit_of(json.loads(line))
                name = f"{path.split('/')[0]}/{unit}"
                if not without(name):
                    units.setdefault(name, []).extend(text for text in texts if text)
    return units


def hashed(texts: Iterable[str]) -> list[Hashes]:
    """Give the word hashes of each paragraph of the texts."""
    return [
        hash_words([standard(word.key) for word in words(part)])
        for text in texts
        for part in text.split("\n")
        if part.strip()
    ]


def merge_copies(units: list[list[Hashes]]) -> list[list[Hashes]]:
    """Join the units that share much of their wording, so that a text in many papers counts once."""
    sets = [
        np.unique(np.concatenate([shingle(part, COPY_SIZE) for part in parts] or [np.empty(0, np.uint64)]))
        for parts in units
    ]
    shared = _shared_counts(sets)
    root = list(range(len(units)))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for (left, right), count in shared:
        if count >= COPY_SHARE * min(len(sets[left]), len(sets[right])):
            one, other = sorted((find(left), find(right)))
            root[other] = one
    merged: dict[int, list[Hashes]] = {}
    for index, parts in enumerate(units):
        merged.setdefault(find(index), []).extend(parts)
    return list(merged.values())


def _shared_counts(sets: list[Hashes]) -> Iterator[tuple[tuple[int, int], int]]:
    """Give how many shingles each pair of units shares, pairs that share none left out; stock (over 30 units) is skipped."""
    keys = np.concatenate(sets)
    owners = np.repeat(np.arange(len(sets)), [len(one) for one in sets])
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    edges = np.flatnonzero(np.diff(keys, prepend=keys[:1] ^ np.uint64(1), append=keys[-1:] ^ np.uint64(1)))
    counts: dict[tuple[int, int], int] = {}
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if 1 < end - start <= 30:
            group = owners[start:end].tolist()
            for place, left in enumerate(group):
                for right in group[place + 1 :]:
                    counts[left, right] = counts.get((left, right), 0) + 1
    yield from sorted(counts.items())


def count(units: list[list[Hashes]], size: int) -> Gram:
    """Count the n-grams of one size: weight 1 + log2 (whole) of its number in a unit, added up over the units."""
    columns: list[tuple[Hashes, Hashes, npt.NDArray[np.int64]]] = []
    for parts in units:
        keys = np.concatenate([table_keys(part, size) for part in parts] or [np.empty(0, np.uint64)])
        contexts = (
            keys
            if size == 1
            else np.concatenate([table_keys(part[:-1], size - 1)[: max(0, len(part) - size + 1)] for part in parts])
        )
        own, first, number = np.unique(keys, return_index=True, return_counts=True)
        columns.append((own, contexts[first], 1 + np.floor(np.log2(number)).astype(np.int64)))
    keys, contexts, weights = (np.concatenate(column) for column in zip(*columns, strict=True))
    own, first, place = np.unique(keys, return_index=True, return_inverse=True)
    return Gram(own, contexts[first], np.bincount(place, weights=weights).astype(np.int64), np.bincount(place))


def model(units: list[list[Hashes]]) -> dict[str, npt.NDArray[Any]]:
    """Give the table's arrays for these units."""
    grams = {size: count(units, size) for size in (1, 2, 3)}
    chances = {1: _unigram_chances(grams[1])}
    leaving: dict[int, npt.NDArray[np.float64]] = {}
    for size in (2, 3):
        chances[size], leaving[size - 1] = _interpolate(grams[size], grams[size - 1], chances[size - 1], units, size)
    return _pruned(grams, chances, leaving, units)


def _unigram_chances(gram: Gram) -> npt.NDArray[np.float64]:
    total, kinds = gram.weights.sum(), len(gram.keys)
    return (gram.weights + 0.5) / (total + kinds)


def _interpolate(
    gram: Gram, shorter: Gram, chances: npt.NDArray[np.float64], units: list[list[Hashes]], size: int
) -> Any:
    """Witten and Bell: mix the longer n-gram's share with the shorter one's chance, by how many words follow the context."""
    context_place = np.searchsorted(shorter.keys, gram.contexts)
    totals = np.bincount(context_place, weights=gram.weights, minlength=len(shorter.keys))
    kinds = np.bincount(context_place, minlength=len(shorter.keys))
    tails = _tails(shorter, units, size)
    own = (gram.weights + kinds[context_place] * chances[tails]) / (totals + kinds)[context_place]
    leave = np.where(totals > 0, kinds / np.maximum(totals + kinds, 1), 1.0)
    return own, leave


def _tails(shorter: Gram, units: list[list[Hashes]], size: int) -> npt.NDArray[np.int64]:
    """Give, for each n-gram, the place of the same n-gram without its first word."""
    keys = np.concatenate([table_keys(part, size) for parts in units for part in parts])
    tails = np.concatenate(
        [table_keys(part[1:], size - 1)[: max(0, len(part) - size + 1)] for parts in units for part in parts]
    )
    first = np.unique(keys, return_index=True)[1]
    return np.searchsorted(shorter.keys, tails[first])


def _millibits(chances: npt.NDArray[np.float64]) -> npt.NDArray[np.uint16]:
    return np.minimum(np.rint(-1000 * np.log2(chances)), CAP).astype(np.uint16)


def _pruned(
    grams: dict[int, Gram], chances: Any, leaving: Any, units: list[list[Hashes]]
) -> dict[str, npt.NDArray[Any]]:
    """Leave out what one unit alone has, and what the shorter n-gram tells nearly as well."""
    arrays: dict[str, npt.NDArray[Any]] = {"name": np.array(NEWEST)}
    for size, gram in grams.items():
        keep = gram.units >= MIN_UNITS
        if size > 1:
            shorter = grams[size - 1]
            backed = (
                leaving[size - 1][np.searchsorted(shorter.keys, gram.contexts)]
                * chances[size - 1][_tails(shorter, units, size)]
            )
            keep &= np.abs(np.log2(chances[size] / backed)) * 1000 >= MIN_GAIN * (size - 1)
        arrays[f"upper{size}"] = (gram.keys[keep] >> np.uint64(8)).astype(np.uint32)
        arrays[f"lower{size}"] = (gram.keys[keep] & np.uint64(255)).astype(np.uint8)
        arrays[f"costs{size}"] = _millibits(chances[size][keep])
        if size < 3:
            arrays[f"leaving{size}"] = _millibits(leaving[size][keep])
    return arrays


def pack(arrays: dict[str, npt.NDArray[Any]]) -> bytes:
    """Give the arrays as an uncompressed .npz whose bytes depend on nothing but them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            column = io.BytesIO()
            np.lib.format.write_array(column, arrays[name], allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), column.getvalue())
    return packed.getvalue()


def build(folder: Path, without: Callable[[str], bool] = lambda _: False) -> dict[str, npt.NDArray[Any]]:
    """Read, join copies, count and model."""
    units = [hashed(texts) for _, texts in sorted(read_units(folder, without).items())]
    merged = merge_copies([parts for parts in units if parts])
    count_all = sum(len(part) for unit in merged for part in unit)
    say(f"{len(units)} stories or documents, {len(merged)} after joining copies, {count_all} words")
    return model(merged)


def main() -> int:
    """Build the table and say what it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "src/stemma/text" / f"{NEWEST}.npz")
    where = os.environ.get("STEMMA_DATA")
    options = parser.parse_args()
    if not where:
        say("STEMMA_DATA is not set: name the folder of the corpora")
        return 2
    arrays = build(Path(where))
    packed = pack(arrays)
    options.out.write_bytes(packed)
    say(f"{options.out}: {len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")
    say(str({size: len(arrays[f"costs{size}"]) for size in (1, 2, 3)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
