"""Fit the network that says whether two accounts say the same, and write it as the package ships it.

    python -m train.equivalence fit --base FOLDER --out FILE [--begin FILE] [--epochs 3] [--seed 1]
    python -m train.equivalence ship --net FILE --base FOLDER --out FILE

It learns from `train/claims`, a claim with rewordings and distortions of it on each line; where it goes on from a network
(`--begin`), also from the pairs of the evaluation on which rules may be tuned. A sixteenth of the lines, drawn by the hash of the
claim, is kept out and only measured.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from stemma.model import Span
from stemma.stories.equivalence import ROOM, SIGNS, Token, kinship_of, signs_of, tokens_of
from stemma.text.wordpieces import UNKNOWN, Wordpieces
from train.net import Layer
from train.pairs import KINDS, Line, Pair, alike, judged_lines, kept_out, learned, lines_of, pairs_of

CLS, SEP, MASK = "[CLS]", "[SEP]", "[MASK]"
CLASSES = ("same", "altered", "other")
_WEIGHTS = (1.6, 0.7, 0.7)  # there are fewer pairs that say the same


class Text(NamedTuple):
    """A text as the network reads it: its tokens, its pieces, and the token of each piece (-1: of none)."""

    tokens: list[Token]
    pieces: list[int]
    owners: list[int]


class Reader(nn.Module):
    """Reads one text: a small BERT."""

    def __init__(self, vocabulary: int, depth: int = 6, width: int = 384) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, 4 * width, 12) for _ in range(depth))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Give a vector for each piece, (text, piece, width)."""
        x = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]])
        for layer in self.layers:
            x = layer(x, mask, 0.1)
        return x


class Sides(NamedTuple):
    """Two texts beside each other, for many pairs: vectors, which are real, signs; and how the pieces are related."""

    left: tuple[Tensor, Tensor, Tensor]
    right: tuple[Tensor, Tensor, Tensor]
    kin: Tensor


class Net(nn.Module):
    """Holds each piece of a text against those of another that stand for it, as `stemma.stories.equivalence` does."""

    def __init__(self, vocabulary: int, width: int = 384, inner: int = 256) -> None:
        super().__init__()
        self.enc = Reader(vocabulary)
        self.proj = nn.Linear(width, width, bias=False)
        nn.init.eye_(self.proj.weight)
        self.scale, self.same = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor([2.0, 1.0, 0.5]))
        self.signs = nn.Embedding(SIGNS, 64)
        self.cmp1, self.cmp2 = nn.Linear(4 * width + 64 + 2, inner), nn.Linear(inner, inner)
        self.stake, self.att = nn.Linear(inner, 1), nn.Linear(inner, 1)
        self.h1, self.whole, self.kind = nn.Linear(6 * inner, inner), nn.Linear(inner, 3), nn.Linear(inner, len(KINDS))
        self.thin = nn.Dropout(0.15)

    def forward(self, sides: Sides) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give scores of the classes and of the kinds, and how much each piece of the left and of the right is at stake."""
        ours = self._held(sides.left, sides.right, sides.kin)
        theirs = self._held(sides.right, sides.left, sides.kin.transpose(1, 2))
        pools = self._pool(ours, sides.left[1]), self._pool(theirs, sides.right[1])
        both = torch.cat([pools[0] + pools[1], (pools[0] - pools[1]).abs()], -1)
        told = functional.gelu(self.h1(self.thin(both)))
        return self.whole(told), self.kind(told), self.stake(ours).squeeze(-1), self.stake(theirs).squeeze(-1)

    def _held(self, own: tuple[Tensor, ...], other: tuple[Tensor, ...], kin: Tensor) -> Tensor:
        (x, _, signs), (y, real, _) = own, other
        here, there = functional.normalize(self.proj(x), dim=-1), functional.normalize(self.proj(y), dim=-1)
        near = here @ there.transpose(1, 2)
        scores = near * self.scale + torch.cat([torch.zeros(1), self.same])[kin]
        share = scores.masked_fill(~real[:, None, :], -1e4).softmax(-1)
        met = share @ y
        nearest = near.masked_fill(~real[:, None, :], -1).max(-1, keepdim=True).values
        told = torch.cat(
            [x, met, x - met, x * met * 4, self.signs(signs), (share * near).sum(-1, keepdim=True), nearest], -1
        )
        told = functional.gelu(self.cmp1(self.thin(told)))
        return told + functional.gelu(self.cmp2(self.thin(told)))

    def _pool(self, x: Tensor, real: Tensor) -> Tensor:
        share = self.att(x).squeeze(-1).masked_fill(~real, -1e4).softmax(-1)
        most = x.masked_fill(~real[..., None], -1e4).max(1).values
        mean = (x * real[..., None]).sum(1) / real.sum(1, keepdim=True).clamp(min=1)
        return torch.cat([(share[..., None] * x).sum(1), most, mean], -1)


class Desk:
    """Turns texts and pairs into tensors, and remembers what it has cut and compared."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.wordpieces = Wordpieces(vocabulary)
        self.cut = lru_cache(maxsize=None)(self._cut)
        self.beside = lru_cache(maxsize=None)(self._beside)

    def _cut(self, text: str) -> Text:
        tokens = tokens_of(text, [Span("", 0, len(text))])
        inner = [(piece, place) for place, token in enumerate(tokens) for piece in self.wordpieces.of(token.text)]
        inner = inner[: ROOM - 2]
        ids = self.wordpieces.ids
        pieces = [ids[CLS], *(piece for piece, _ in inner), ids[SEP]]
        return Text(tokens, pieces, [-1, *(place for _, place in inner), -1])

    def _beside(self, left: str, right: str) -> tuple[list[int], list[int], np.ndarray]:
        ours, theirs = self.cut(left).tokens, self.cut(right).tokens
        return signs_of(ours, theirs), signs_of(theirs, ours), kinship_of(ours, theirs)

    def read(self, net: Net, texts: Sequence[str], hide: float = 0.0) -> tuple[Tensor, Tensor]:
        """Give a vector for each piece of each text, and which pieces are words."""
        cut = [self.cut(text) for text in texts]
        length = max(len(one.pieces) for one in cut)
        pieces = torch.zeros(len(cut), length, dtype=torch.long)
        mask = torch.full((len(cut), 1, 1, length), float("-inf"))
        real = torch.zeros(len(cut), length, dtype=torch.bool)
        for row, one in enumerate(cut):
            pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            mask[row, :, :, : len(one.pieces)] = 0
            real[row, 1 : len(one.pieces) - 1] = True
        if hide:
            pieces[(torch.rand(pieces.shape) < hide) & real] = self.wordpieces.ids[MASK]
        return net.enc(pieces, mask), real

    def sides(self, read: tuple[Tensor, Tensor], texts: Sequence[str], pairs: Sequence[Pair]) -> Sides:
        """Give the pairs of some texts that were read."""
        vectors, real = read
        length = vectors.shape[1]
        signs = np.zeros((2, len(pairs), length), np.int64)
        kin = np.zeros((len(pairs), length, length), np.int64)
        for row, pair in enumerate(pairs):
            left, right = texts[pair.left], texts[pair.right]
            ours, theirs, related = self.beside(left, right)
            owners = [np.array(self.cut(text).owners) for text in (left, right)]
            at = [np.flatnonzero(one >= 0) for one in owners]
            signs[0, row, at[0]] = np.array(ours)[owners[0][at[0]]]
            signs[1, row, at[1]] = np.array(theirs)[owners[1][at[1]]]
            kin[row][np.ix_(*at)] = related[np.ix_(owners[0][at[0]], owners[1][at[1]])]
        places = [torch.tensor([pair.left for pair in pairs]), torch.tensor([pair.right for pair in pairs])]
        left, right = ((vectors[at], real[at], torch.from_numpy(one)) for at, one in zip(places, signs, strict=True))
        return Sides(left=left, right=right, kin=torch.from_numpy(kin))

    def stakes(self, texts: Sequence[str], pairs: Sequence[Pair], side: int, length: int) -> Tensor:
        """Give for each piece 1 where it is at stake, 0 where not, -1 where nobody said."""
        told = torch.full((len(pairs), length), -1.0)
        for row, pair in enumerate(pairs):
            spans = pair.stakes[side]
            cut = self.cut(texts[(pair.left, pair.right)[side]])
            for place, owner in enumerate(cut.owners):
                if owner >= 0 and spans is not None:
                    token = cut.tokens[owner]
                    told[row, place] = float(any(start < token.end and token.start < end for start, end in spans))
        return told


def loss_of(net: Net, desk: Desk, lines: Sequence[Line], chance: random.Random, hide: float) -> Tensor:
    """Give the loss of some lines: of the class, of the kind of a distortion, and of the words at stake."""
    texts: list[str] = []
    pairs: list[Pair] = []
    for line in lines:
        pairs += pairs_of(line, len(texts), chance)
        texts += line.texts
    read = desk.read(net, texts, hide)
    classes, kinds, *stakes = net(desk.sides(read, texts, pairs))
    gold = torch.tensor([CLASSES.index(pair.label) for pair in pairs])
    kind = torch.tensor([KINDS.index(pair.kind) if pair.kind else -1 for pair in pairs])
    loss = functional.cross_entropy(classes, gold, weight=torch.tensor(_WEIGHTS), label_smoothing=0.03)
    loss = loss + 0.3 * functional.cross_entropy(kinds, kind, ignore_index=-1)
    for side, scores in enumerate(stakes):
        told = desk.stakes(texts, pairs, side, scores.shape[1])
        asked = told >= 0
        loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(
            scores[asked], told[asked], pos_weight=torch.tensor(2.0)
        )
    return loss


def batches(lines: Sequence[Line], size: int, chance: random.Random) -> list[list[Line]]:
    """Give lines in an order of chance, those of like length together."""
    order, found = list(lines), []
    chance.shuffle(order)
    for start in range(0, len(order), 20 * size):
        part = sorted(order[start : start + 20 * size], key=lambda line: max(map(len, line.texts)))
        found += [part[at : at + size] for at in range(0, len(part), size)]
    chance.shuffle(found)
    return found


def fit(asked: argparse.Namespace) -> None:
    """Run the whole of it; the mean of the weights over the last steps is what is kept (Polyak and Juditsky 1992)."""
    from train.fit import base_layers, follow

    torch.manual_seed(asked.seed)
    vocabulary = vocabulary_of(asked.base)
    desk, net, chance = Desk(vocabulary), Net(len(vocabulary)), random.Random(asked.seed)
    net.enc.load_state_dict(base_layers(asked.base, 6))
    if asked.begin:
        net.load_state_dict(torch.load(asked.begin, weights_only=True))
    for name, parameter in net.named_parameters():  # what the base knows of words stays as it is
        parameter.requires_grad = not name.startswith(("enc.words", "enc.places", "enc.norm", "enc.layers.0."))
    lines = lines_of()
    plan = []
    for _ in range(asked.epochs):
        epoch = batches([alike(one, chance) if asked.alike else one for one in learned(lines)], 12, chance) + batches(
            judged_lines() if asked.begin else [], 40, chance
        )
        chance.shuffle(epoch)
        plan += epoch
    parts: tuple[list[Tensor], list[Tensor]] = ([], [])
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            parts[not name.startswith("enc.")].append(parameter)
    optimiser = torch.optim.AdamW([{"params": part} for part in parts], weight_decay=0.01, fused=True)
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    print(f"{len(learned(lines))} lines learned, {len(kept_out(lines))} kept out, {len(plan)} steps", flush=True)
    spent, begun = 0.0, time.time()
    for number, batch in enumerate(plan, start=1):
        share = number / len(plan)
        part = share / 0.06 if share < 0.06 else asked.end + (1 - asked.end) * (1 - share) / 0.94
        for group, rate in zip(optimiser.param_groups, (asked.rate, 6 * asked.rate), strict=True):
            group["lr"] = rate * part
        loss = loss_of(net, desk, batch, chance, 0.05)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        follow(mean, net, number)
        spent += float(loss.detach())
        if number % 50 == 0:
            print(f"step {number}/{len(plan)} loss {spent / 50:.4f} {time.time() - begun:.0f} s", flush=True)
            spent = 0.0
    torch.save(mean, asked.out)


def vocabulary_of(base: Path) -> list[str]:
    """Give the pieces that the base knows."""
    return (base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def ship(asked: argparse.Namespace) -> None:
    """Write the file: half precision for matrices, 8 bits for word vectors, only pieces that news has."""
    vocabulary = vocabulary_of(asked.base)
    kept = kept_pieces(vocabulary)
    state = {name: value.numpy().astype(np.float32) for name, value in torch.load(asked.net, weights_only=True).items()}
    places = {piece: place for place, piece in enumerate(vocabulary)}
    words = state.pop("enc.words.weight")[[places[piece] for piece in kept]]
    scales = np.abs(words).max(axis=1) / 127
    half = {"places": state.pop("enc.places.weight")[:ROOM], "signs": state.pop("signs.weight")}
    for name, value in state.items():
        half[name.removeprefix("enc.")] = value.T if name.endswith(".weight") and value.ndim == 2 else value
    for name in [name for name in half if ".qkv." in name]:
        width = half[name].shape[-1] // 3
        half[name] = half[name].copy()
        half[name][..., :width] /= np.sqrt(width / 12)  # the scale of attention, folded in
    arrays: Mapping[str, Any] = {
        "name": np.array(asked.out.stem),
        "vocabulary": np.frombuffer("\n".join(kept).encode("utf-8"), dtype=np.uint8),
        "depth": np.array(6),
        "words": np.rint(words / scales[:, None]).astype(np.int8),
        "scales": scales.astype(np.float32),
        **{name: value.astype(np.float16) for name, value in half.items()},
    }
    np.savez(asked.out, **arrays)
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, {len(kept)} pieces")


def kept_pieces(vocabulary: Sequence[str]) -> list[str]:
    """Give the pieces that the pairs have, and those that the reader's network knows from news."""
    from importlib.resources import files

    path = files("stemma.readings").joinpath("attribution-1.npz")
    with path.open("rb") as stream, np.load(stream) as arrays:
        known = set(bytes(arrays["vocabulary"]).decode("utf-8").split("\n"))
    wordpieces = Wordpieces(vocabulary)
    seen = {piece for text in _texts() for token in text for piece in wordpieces.of(token.text)}
    own = {UNKNOWN, CLS, SEP}
    return [piece for place, piece in enumerate(vocabulary) if piece in known | own or place in seen]


def _texts() -> Iterator[list[Token]]:
    for line in lines_of():
        for text in line.texts:
            yield tokens_of(text, [Span("", 0, len(text))])


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(prog="python -m train.equivalence", description=__doc__.split("\n", maxsplit=1)[0])
    does = made.add_subparsers(required=True)
    fitting = does.add_parser("fit")
    fitting.add_argument("--base", type=Path, required=True)
    fitting.add_argument("--out", type=Path, required=True)
    fitting.add_argument("--begin", type=Path)
    fitting.add_argument("--epochs", type=int, default=3)
    fitting.add_argument("--rate", type=float, default=1e-4)
    fitting.add_argument("--end", type=float, default=0.02, help="part of the rate that is left at the end")
    fitting.add_argument("--alike", action="store_true", help="texts beside themselves, and beside another claim, too")
    fitting.add_argument("--seed", type=int, default=1)
    fitting.set_defaults(run=fit)
    shipping = does.add_parser("ship")
    shipping.add_argument("--net", type=Path, required=True)
    shipping.add_argument("--base", type=Path, required=True)
    shipping.add_argument("--out", type=Path, required=True)
    shipping.set_defaults(run=ship)
    asked = made.parse_args()
    asked.run(asked)


if __name__ == "__main__":
    main()
