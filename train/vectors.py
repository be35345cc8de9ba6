"""Write the model of sentence vectors that ships: the mean of a base and of what the network of equivalence became from it.

    python -m train.vectors --base FOLDER --out FILE [--share 0.6]

A network that was fitted for one end forgets some of what its base knew; the mean of both weights keeps more of either
(Wortsman et al. 2022, arXiv 2109.01903). Needs no torch.
"""

import argparse
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from stemma.readings.vectors import encoder_at
from stemma.stories.equivalence import NEWEST

Arrays = dict[str, npt.NDArray[np.float32]]


def mixed(base: Path, share: float) -> tuple[list[str], Arrays]:
    """Give the pieces of the fitted network, and weights of which so large a share is its own."""
    encoder = encoder_at(str(base))
    with files("stemma.stories").joinpath(f"{NEWEST}.npz").open("rb") as stream, np.load(stream) as stored:
        pieces = bytes(stored["vocabulary"]).decode("utf-8").split("\n")
        own = {name: stored[name].astype(np.float32) for name in stored.files if name.startswith(("layers.", "norm."))}
        own["words"] = stored["words"] * stored["scales"].astype(np.float32)[:, None]
        own["places"] = stored["places"].astype(np.float32)
    places = encoder.wordpieces.ids
    old = dict(encoder.layers.weights)
    old["words"] = encoder.words[[places[piece] for piece in pieces]]
    old["places"] = encoder.places[: len(own["places"])]
    return pieces, {name: share * own[name] + (1 - share) * old[name] for name in own}


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(prog="python -m train.vectors", description=__doc__.split("\n", maxsplit=1)[0])
    made.add_argument("--base", type=Path, required=True)
    made.add_argument("--share", type=float, default=0.6)
    made.add_argument("--out", type=Path, required=True)
    asked = made.parse_args()
    pieces, weights = mixed(asked.base, asked.share)
    words = weights.pop("words")
    scales = np.abs(words).max(axis=1) / 127
    np.savez(
        asked.out,
        name=np.array(asked.out.stem),
        vocabulary=np.frombuffer("\n".join(pieces).encode("utf-8"), dtype=np.uint8),
        depth=np.array(6),
        words=np.rint(words / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        **{name: value.astype(np.float16) for name, value in weights.items()},
    )
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, {len(pieces)} pieces")


if __name__ == "__main__":
    main()
