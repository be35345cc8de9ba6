"""The network in torch: a small BERT with features of the signs, a tag for every token, and links between runs of tokens.

Its arithmetic is the one of `stemma.readings.network`, which runs what is learned here in numpy.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from stemma.readings.links import DISTANCES, LINK, STEPS
from stemma.readings.signs import BEGINS, MARKS, SHAPES
from train.corpus import TAGS


class Answer(NamedTuple):
    """What the network says of every token: scores of the tags, and four vectors for the links (batch, token, size)."""

    tags: Tensor
    links: Tensor  # content, cue of content, source, cue of source: four runs of LINK numbers
    silent: Tensor  # how far a cue at this token does without a source


class Layer(nn.Module):
    """One layer of the transformer, norm behind each part as in BERT."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """Give what the layer makes of (batch, piece, width)."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = (
            functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
            .transpose(1, 2)
            .reshape(batch, length, width)
        )
        x = self.norm1(x + self._thin(self.out(seen), drop))
        return self.norm2(x + self._thin(self.down(functional.gelu(self.up(x))), drop))

    def _thin(self, x: Tensor, drop: float) -> Tensor:
        """Drop the same numbers at all tokens of a window: as good as dropping each by itself, and far quicker here."""
        if not self.training or not drop:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= drop) / (1 - drop)


class Net(nn.Module):
    """Reads windows of word pieces; answers at the first piece of each token."""

    def __init__(self, vocabulary: int, depth: int, width: int = 384, inner: int = 1536, heads: int = 12) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.shapes, self.marks, self.begins = (nn.Embedding(n, width) for n in (SHAPES, MARKS, BEGINS))
        for feature in (self.shapes, self.marks, self.begins):
            nn.init.normal_(feature.weight, std=0.01)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(depth))
        self.tags, self.links, self.silent = (
            nn.Linear(width, len(TAGS)),
            nn.Linear(width, 4 * LINK),
            nn.Linear(width, 1),
        )
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.step = nn.Parameter(torch.zeros(2, STEPS))
        self.drop = 0.1

    def forward(
        self, pieces: Tensor, shapes: Tensor, marks: Tensor, begins: Tensor, mask: Tensor, firsts: Tensor
    ) -> Answer:
        """Give the answers at `firsts` (batch, token), the places of the tokens' first pieces."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]]
        x = self.norm(x + self.shapes(shapes) + self.marks(marks) + self.begins(begins))
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        x = x.gather(1, firsts.unsqueeze(-1).expand(-1, -1, x.shape[2]))
        return Answer(self.tags(x), self.links(x), self.silent(x).squeeze(-1))
