"""Write a fitted network as the file that the package ships.

    python -m train.ship --net FILE --base FOLDER --texts FILE ... --out FILE

Half precision for matrices, 8 bits for word vectors; only those word pieces are kept that occur in the texts named.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from stemma.readings.links import LINK
from stemma.readings.sentence import parse
from stemma.readings.signs import tokens_of
from stemma.text.marks import marked
from stemma.text.wordpieces import UNKNOWN, Wordpieces
from train.corpus import plain_report, records
from train.fit import CLS, SEP, load
from train.net import Net


def kept_pieces(vocabulary: Sequence[str], texts: Sequence[Path], fewest: int) -> list[str]:
    """Give the pieces that occur often enough in texts, all single signs, and what the network needs of its own."""
    wordpieces, seen = Wordpieces(vocabulary), Counter[int]()
    for path in texts:
        for row in records(path):
            report = plain_report(str(row["id"]), row["text"])
            for token in tokens_of(parse(report, marked(report.text)), wordpieces):
                seen.update(token.pieces)
    own = {UNKNOWN, CLS, SEP}
    return [
        piece
        for place, piece in enumerate(vocabulary)
        if piece in own
        or seen[place] >= fewest
        or (len(piece.removeprefix("##")) == 1 and piece.removeprefix("##").isascii())
    ]


def arrays_of(net: Net, vocabulary: Sequence[str], kept: Sequence[str], name: str) -> dict[str, np.ndarray]:
    """Give the arrays of the file."""
    state = {key: value.numpy().astype(np.float32) for key, value in net.state_dict().items()}
    places = {piece: place for place, piece in enumerate(vocabulary)}
    words = state.pop("words.weight")[[places[piece] for piece in kept]]
    scales = np.abs(words).max(axis=1) / 127
    half: dict[str, np.ndarray] = {"places": state.pop("places.weight")[:256]}
    for key in ("shapes", "marks", "begins"):
        half[key] = state.pop(f"{key}.weight")
    heads = [state.pop(f"{key}.{part}") for part in ("weight", "bias") for key in ("tags", "links", "silent")]
    half["heads.weight"], half["heads.bias"] = np.concatenate(heads[:3]).T, np.concatenate(heads[3:])
    for key, value in state.items():
        half[key] = value.T if key.endswith(".weight") and value.ndim == 2 else value
    for key in [key for key in half if ".qkv." in key]:
        width = half[key].shape[-1] // 3
        half[key] = half[key].copy()
        half[key][..., :width] /= np.sqrt(width / net.layers[0].heads)  # the scale of attention, folded in
    half["heads.weight"] = half["heads.weight"].copy()
    half["heads.weight"][:, 7 : 7 + 4 * LINK] /= LINK**0.25  # and that of the links, shared by both vectors
    half["heads.bias"][7 : 7 + 4 * LINK] /= LINK**0.25
    return {
        "name": np.array(name),
        "vocabulary": np.frombuffer("\n".join(kept).encode("utf-8"), dtype=np.uint8),
        "depth": np.array(len(net.layers)),
        "words": np.rint(words / scales[:, None]).astype(np.int8),
        "scales": scales.astype(np.float32),
        **{key: value.astype(np.float16) for key, value in half.items()},
    }


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(prog="python -m train.ship", description="Write a network as the package ships it.")
    made.add_argument("--net", type=Path, required=True)
    made.add_argument("--base", type=Path, required=True)
    made.add_argument("--texts", type=Path, nargs="+", required=True)
    made.add_argument("--fewest", type=int, default=1)
    made.add_argument("--out", type=Path, required=True)
    asked = made.parse_args()
    vocabulary = (asked.base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    kept = kept_pieces(vocabulary, asked.texts, asked.fewest)
    arrays = arrays_of(load(asked.net), vocabulary, kept, asked.out.stem)
    np.savez(asked.out, **arrays)
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, {len(kept)} pieces")


if __name__ == "__main__":
    main()
