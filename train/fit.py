"""Fit the network: on gold alone, or on gold and a teacher's answers.

    python -m train.fit --data FOLDER --base FOLDER --out FILE [--depth 6] [--epochs 4] [--deep FILE]
                        [--teacher FILE ...] [--texts FILE ...]
    python -m train.fit --mean FILE FILE --out FILE

A run is decided by its seed, up to the order in which threads add; it prints one line for every fifty steps and one for every
epoch, with the figures of the kept-out tenth.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from stemma.readings.links import LINK, distance_of, steps_of
from stemma.readings.signs import Token
from stemma.text.wordpieces import Wordpieces
from train.corpus import ROLES, Article, Stretch, article_of, parted, records
from train.net import Answer, Net

CLS, SEP, MASK, PAD = "[CLS]", "[SEP]", "[MASK]", "[PAD]"
LONGEST = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A window of an article for learning: tokens [first, last)."""

    article: Article
    first: int
    last: int

    @property
    def size(self) -> int:
        """Give the number of pieces."""
        return sum(len(token.pieces) for token in self.article.tokens[self.first : self.last])


def cuts(article: Article, chance: random.Random | None) -> Iterator[Cut]:
    """Cut an article at sentences into windows; with chance, at other places in every epoch."""
    tokens = article.tokens
    start = 0
    room = LONGEST if chance is None else chance.randint(80, LONGEST)
    while start < len(tokens):
        end, used, whole = start, 0, start
        while end < len(tokens) and used + len(tokens[end].pieces) <= room:
            used += len(tokens[end].pieces)
            end += 1
            if end == len(tokens) or tokens[end].sentence != tokens[end - 1].sentence:
                whole = end
        end = whole if whole > start else max(end, start + 1)
        yield Cut(article=article, first=start, last=end)
        start, room = end, LONGEST


def batches(found: Sequence[Cut], room: int, chance: random.Random | None) -> Iterator[list[Cut]]:
    """Give batches of windows of like length, `room` pieces each, in an order of chance."""
    ordered = sorted(found, key=lambda cut: (cut.size, cut.article.id, cut.first))
    made: list[list[Cut]] = []
    for cut in ordered:
        if made and (len(made[-1]) + 1) * (cut.size + 2) <= room:
            made[-1].append(cut)
        else:
            made.append([cut])
    if chance is not None:
        chance.shuffle(made)
    yield from made


class Inputs(dict[str, Tensor]):
    """The tensors of one batch."""


def inputs(batch: Sequence[Cut], ids: dict[str, int], hide: float = 0.0) -> Inputs:
    """Give a batch as tensors; with `hide`, so large a share of the pieces is masked."""
    length = max(cut.size for cut in batch) + 2
    count = max(cut.last - cut.first for cut in batch)
    rows = {name: torch.zeros(len(batch), length, dtype=torch.long) for name in ("pieces", "shapes", "marks", "begins")}
    rows["pieces"] += ids[PAD]
    mask = torch.full((len(batch), 1, 1, length), float("-inf"))
    firsts = torch.zeros(len(batch), count, dtype=torch.long)
    tags = torch.full((len(batch), count), -100, dtype=torch.long)
    real = torch.zeros(len(batch), count, dtype=torch.bool)
    for row, cut in enumerate(batch):
        tokens = cut.article.tokens[cut.first : cut.last]
        pieces = [piece for token in tokens for piece in token.pieces]
        rows["pieces"][row, : len(pieces) + 2] = torch.tensor([ids[CLS], *pieces, ids[SEP]])
        for name, of in (("shapes", "shape"), ("marks", "mark"), ("begins", "begin")):
            values = [getattr(token, of) for token in tokens for _ in token.pieces]
            rows[name][row, 1 : len(pieces) + 1] = torch.tensor(values, dtype=torch.long)
        mask[row, :, :, : len(pieces) + 2] = 0
        place = 1
        for number, token in enumerate(tokens):
            firsts[row, number] = place
            place += len(token.pieces)
        real[row, : len(tokens)] = True
        if cut.article.tags is not None:
            tags[row, : len(tokens)] = torch.tensor(cut.article.tags[cut.first : cut.last])
    if hide:
        hidden = (torch.rand(rows["pieces"].shape) < hide) & (mask[:, 0, 0] == 0)
        hidden[:, 0] = False
        rows["pieces"][hidden] = ids[MASK]
    return Inputs(**rows, mask=mask, firsts=firsts, gold=tags, real=real)


def ask(net: Net, given: Inputs) -> Answer:
    """Run the network on a batch."""
    return net(*(given[name] for name in ("pieces", "shapes", "marks", "begins", "mask", "firsts")))


def inside(cut: Cut) -> dict[str, list[Stretch]]:
    """Give the gold runs that lie whole in a window, by role, their tokens counted from its first."""
    found: dict[str, list[Stretch]] = {role: [] for role in ROLES}
    seen: set[tuple[str, int, int]] = set()
    for one in cut.article.stretches:
        if cut.first <= one.first and one.last <= cut.last:
            moved = Stretch(
                role=one.role, first=one.first - cut.first, last=one.last - cut.first, attribution=one.attribution
            )
            if one.role == "cue" or (key := (one.role, one.first, one.attribution)) not in seen:
                found[one.role].append(moved)
                if one.role != "cue":
                    seen.add(key)
    found["cue"].sort(key=lambda one: one.first)
    return found


def link_scores(
    net: Net, links: Tensor, runs: Sequence[Stretch], cues: Sequence[Stretch], which: int, tokens: Sequence[Token]
) -> Tensor:
    """Give the scores of every run (row) with every cue (column); `which` 0 for contents, 1 for sources."""
    own = links[:, 2 * which * LINK : (2 * which + 1) * LINK]
    other = links[:, (2 * which + 1) * LINK : (2 * which + 2) * LINK]
    left = torch.stack([own[one.first] + own[one.last - 1] for one in runs]) / 2
    right = torch.stack([other[one.first] + other[one.last - 1] for one in cues]) / 2
    paragraphs, starts = [token.paragraph for token in tokens], [one.first for one in cues]
    distances, steps = [], []
    for run in runs:
        for cue in cues:
            distances.append(distance_of((run.first, run.last), (cue.first, cue.last)))
            steps.append(steps_of((run.first, run.last), (cue.first, cue.last), paragraphs, starts))
    near = net.distance[which][torch.tensor(distances)]
    between = net.step[which][torch.tensor(steps)].sum(-1)
    return left @ right.T / LINK**0.5 + (near + between).view(len(runs), len(cues))


def link_loss(net: Net, answer: Answer, batch: Sequence[Cut]) -> tuple[Tensor, int, int]:
    """Give the mean loss of the links of a batch, how many were asked, and how many were right."""
    losses, right = [], 0
    for row, cut in enumerate(batch):
        runs = inside(cut)
        cues, tokens = runs["cue"], cut.article.tokens[cut.first : cut.last]
        if not cues:
            continue
        places = {one.attribution: place for place, one in enumerate(cues)}
        contents = [one for one in runs["content"] if one.attribution in places]
        if contents:
            scores = link_scores(net, answer.links[row], contents, cues, 0, tokens)
            gold = torch.tensor([places[one.attribution] for one in contents])
            losses.append(functional.cross_entropy(scores, gold, reduction="none"))
            right += int((scores.argmax(-1) == gold).sum())
        sources: list[Stretch] = []
        for one in runs["source"]:
            if not any((one.first, one.last) == (other.first, other.last) for other in sources):
                sources.append(one)
        silent = torch.stack([answer.silent[row][one.first] for one in cues]).unsqueeze(-1)
        scores = link_scores(net, answer.links[row], sources, cues, 1, tokens).T if sources else silent[:, :0]
        scores = torch.cat([silent, scores], dim=1)
        has_source = {one.attribution for one in cut.article.stretches if one.role == "source"}
        asked, gold_places = [], []
        for place, cue in enumerate(cues):
            own = [n for n, one in enumerate(sources) if _is_same(one, runs["source"], cue.attribution)]
            if own or cue.attribution not in has_source:  # a source outside of the window cannot be asked for
                asked.append(place)
                gold_places.append(own[0] + 1 if own else 0)
        if asked:
            gold = torch.tensor(gold_places)
            losses.append(functional.cross_entropy(scores[asked], gold, reduction="none"))
            right += int((scores[asked].argmax(-1) == gold).sum())
    if not losses:
        return torch.zeros(()), 0, 0
    whole = torch.cat(losses)
    return whole.mean(), len(whole), right


def _is_same(one: Stretch, sources: Sequence[Stretch], attribution: int) -> bool:
    return any(
        (one.first, one.last) == (other.first, other.last) and other.attribution == attribution for other in sources
    )


def base_state(folder: Path, net: Net) -> None:
    """Fill a network with the base's weights."""
    net.load_state_dict({**net.state_dict(), **base_layers(folder, len(net.layers))})


def base_layers(folder: Path, depth: int) -> dict[str, Tensor]:
    """Give the base's weights under our names."""
    from safetensors.torch import load_file

    base = load_file(folder / "model.safetensors")
    base = {name.removeprefix("bert."): value for name, value in base.items()}
    state = {"words.weight": base["embeddings.word_embeddings.weight"]}
    state["places.weight"] = (
        base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    )
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = base[f"embeddings.LayerNorm.{part}"]
        for number in range(depth):
            there, here = f"encoder.layer.{number}", f"layers.{number}"
            state[f"{here}.qkv.{part}"] = torch.cat(
                [base[f"{there}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            state[f"{here}.out.{part}"] = base[f"{there}.attention.output.dense.{part}"]
            state[f"{here}.norm1.{part}"] = base[f"{there}.attention.output.LayerNorm.{part}"]
            state[f"{here}.up.{part}"] = base[f"{there}.intermediate.dense.{part}"]
            state[f"{here}.down.{part}"] = base[f"{there}.output.dense.{part}"]
            state[f"{here}.norm2.{part}"] = base[f"{there}.output.LayerNorm.{part}"]
    return state


def judge(net: Net, articles: Sequence[Article], ids: dict[str, int]) -> str:
    """Give the figures of articles in one line: F1 over tokens and over exact runs by role, share of links right."""
    net.eval()
    hits = {(kind, role): [0, 0, 0] for kind in ("token", "run") for role in ROLES}
    asked = right = 0
    with torch.no_grad():
        for batch in batches([cut for article in articles for cut in cuts(article, None)], 8192, None):
            given = inputs(batch, ids)
            answer = ask(net, given)
            _, count, good = link_loss(net, answer, batch)
            asked, right = asked + count, right + good
            for row, cut in enumerate(batch):
                told = answer.tags[row, : cut.last - cut.first].argmax(-1).tolist()
                gold = list(cut.article.tags[cut.first : cut.last])
                for number, role in enumerate(ROLES):
                    begin = 1 + 2 * number
                    sets = [{n for n, tag in enumerate(tags) if tag in (begin, begin + 1)} for tags in (told, gold)]
                    _add(hits["token", role], *sets)
                    _add(hits["run", role], *(set(_runs(tags, begin)) for tags in (told, gold)))
    net.train()
    figures = [f"{kind} " + " ".join(f"{_f1(hits[kind, role]):.4f}" for role in ROLES) for kind in ("token", "run")]
    return "  ".join(figures) + f"  links {right / max(1, asked):.4f} of {asked}"


def _add(counts: list[int], told: set, gold: set) -> None:
    counts[0] += len(told & gold)
    counts[1] += len(told)
    counts[2] += len(gold)


def _f1(counts: Sequence[int]) -> float:
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def _runs(tags: Sequence[int], begin: int) -> Iterator[tuple[int, int]]:
    start = None
    for place, tag in enumerate([*tags, 0]):
        if start is not None and tag != begin + 1:
            yield start, place
            start = None
        if tag == begin or (tag == begin + 1 and start is None):
            start = place


class Teachers:
    """Networks whose answers a smaller one learns from; each window is asked once."""

    def __init__(self, nets: Sequence[Net], ids: dict[str, int]) -> None:
        self.nets, self.ids = nets, ids
        self._told: dict[tuple[str, int, int], Tensor] = {}

    def loss(self, answer: Answer, batch: Sequence[Cut]) -> Tensor:
        """Give how far an answer's tags are from the mean of the teachers' (Hinton, Vinyals and Dean 2015, arXiv 1503.02531)."""
        keys = [(cut.article.id, cut.first, cut.last) for cut in batch]
        if any(key not in self._told for key in keys):
            given = inputs(batch, self.ids)
            with torch.no_grad():
                soft = torch.stack([functional.softmax(ask(net, given).tags, dim=-1) for net in self.nets]).mean(0)
            for row, cut in enumerate(batch):
                self._told[keys[row]] = soft[row, : cut.last - cut.first].half()
        wanted = torch.cat([self._told[key] for key in keys]).float()
        own = torch.cat([answer.tags[row, : cut.last - cut.first] for row, cut in enumerate(batch)])
        return -(wanted * functional.log_softmax(own, dim=-1)).sum(-1).mean()


def load(path: Path) -> Net:
    """Give a network that was saved."""
    saved = torch.load(path, weights_only=True)
    net = Net(saved["vocabulary"], saved["depth"])
    net.load_state_dict(saved["state"])
    return net.eval()


def mean_of(paths: Sequence[Path], out: Path) -> None:
    """Write the network whose weights are the mean of several that were fitted from one base (Wortsman et al. 2022)."""
    saved = [torch.load(path, weights_only=True) for path in paths]
    state = {name: torch.stack([one["state"][name] for one in saved]).mean(0) for name in saved[0]["state"]}
    torch.save({**saved[0], "state": state}, out)


def fit(asked: argparse.Namespace) -> None:
    """Run the whole of it."""
    torch.manual_seed(asked.seed)
    vocabulary = (asked.base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    wordpieces = Wordpieces(vocabulary)
    ids = dict(wordpieces.ids)
    learned, kept_out = parted(records(asked.data / "polnear/train.jsonl"))
    articles = [article_of(row, wordpieces) for row in learned]
    fold = [article_of(row, wordpieces) for row in kept_out]
    others = [
        article_of({"id": row["id"], "text": row["text"]}, wordpieces) for path in asked.texts for row in records(path)
    ]
    teachers = Teachers([load(path) for path in asked.teacher], ids) if asked.teacher else None
    net = Net(len(vocabulary), asked.depth)
    if asked.deep:
        from_deep(net, load(asked.deep))
    else:
        base_state(asked.base, net)
    plan = [batch for number in range(asked.epochs) for batch in _epoch([*articles, *others], asked, number)]
    count, begun = len(plan), time.time()
    print(
        f"{len(articles)} articles learned, {len(fold)} kept out, {len(others)} without gold, {count} steps", flush=True
    )
    optimiser, rates = optimiser_of(net, asked.rate)
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    spent = 0.0
    for number, batch in enumerate(plan, start=1):
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(number / count)
        loss = loss_of(net, batch, inputs(batch, ids, hide=asked.hide), teachers)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        spent += float(loss.detach())
        follow(mean, net, number)
        if number % 50 == 0:
            print(f"step {number}/{count} loss {spent / 50:.4f} {time.time() - begun:.0f} s", flush=True)
            spent = 0.0
        if number % (count // asked.epochs) == 0:
            held = {name: value.detach().clone() for name, value in net.state_dict().items()}
            net.load_state_dict(mean)
            print(f"epoch {number // (count // asked.epochs)}: {judge(net, fold, ids)}", flush=True)
            torch.save({"vocabulary": len(vocabulary), "depth": asked.depth, "state": mean}, asked.out)
            net.load_state_dict(held)


def loss_of(net: Net, batch: Sequence[Cut], given: Inputs, teachers: Teachers | None) -> Tensor:
    """Give the loss of a batch: of gold tags, of gold links, and of the teachers' tags where there are teachers."""
    answer = ask(net, given)
    loss = torch.zeros(())
    if (given["gold"] >= 0).any():
        gold = functional.cross_entropy(answer.tags.flatten(0, 1), given["gold"].flatten(), ignore_index=-100)
        loss = loss + gold * (1.0 if teachers is None else 0.5) + 0.3 * link_loss(net, answer, batch)[0]
    return loss if teachers is None else loss + teachers.loss(answer, batch)


def optimiser_of(net: Net, rate: float) -> tuple[torch.optim.Optimizer, tuple[float, float]]:
    """Give the optimiser and its two rates: what is new learns five times as fast as what the base knows."""
    parts: tuple[list[Tensor], list[Tensor]] = ([], [])
    for name, parameter in net.named_parameters():
        parts[name.split(".")[0] in _FRESH].append(parameter)
    groups = [{"params": part} for part in parts]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True), (rate, 5 * rate)


def schedule(share: float) -> float:
    """Give the part of the rate at a share of the run: up over the first 8 percent, then down in a line."""
    return share / 0.08 if share < 0.08 else max(0.02, (1 - share) / 0.92)


def follow(mean: dict[str, Tensor], net: Net, number: int) -> None:
    """Let the running mean of the weights follow the network (Polyak and Juditsky 1992)."""
    decay = min(0.995, number / (number + 20))
    with torch.no_grad():
        for name, value in net.state_dict().items():
            mean[name].lerp_(value, 1 - decay)


_FRESH = {"shapes", "marks", "begins", "tags", "links", "silent", "distance", "step"}


def from_deep(net: Net, deep: Net) -> None:
    """Fill a shallow network from a deep one that was fitted: evenly spread layers, the first and the last among them."""
    state, known = net.state_dict(), deep.state_dict()
    chosen = [round(n * (len(deep.layers) - 1) / max(1, len(net.layers) - 1)) for n in range(len(net.layers))]
    for name in state:
        parts = name.split(".")
        there = f"layers.{chosen[int(parts[1])]}.{'.'.join(parts[2:])}" if parts[0] == "layers" else name
        state[name] = known[there]
    net.load_state_dict(state)


def _epoch(articles: Sequence[Article], asked: argparse.Namespace, number: int) -> list[list[Cut]]:
    """Give the batches of one epoch; the windows of every second epoch are the same, so that teachers are asked twice."""
    cutting, mixing = random.Random(f"{asked.seed} {number % 2}"), random.Random(f"{asked.seed} mix {number}")
    return [*batches([cut for article in articles for cut in cuts(article, cutting)], asked.room, mixing)]


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m train.fit", description="Fit the reader's network.")
    made.add_argument("--data", type=Path)
    made.add_argument("--base", type=Path)
    made.add_argument("--mean", type=Path, nargs="*", default=[], help="only write the mean of these networks")
    made.add_argument("--out", type=Path, required=True)
    made.add_argument("--depth", type=int, default=6)
    made.add_argument("--epochs", type=int, default=4)
    made.add_argument("--rate", type=float, default=2e-4)
    made.add_argument("--room", type=int, default=4096, help="pieces in a batch")
    made.add_argument("--hide", type=float, default=0.05, help="share of pieces that are masked")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--deep", type=Path, help="begin with layers of this deeper network, not with the base")
    made.add_argument("--teacher", type=Path, nargs="*", default=[])
    made.add_argument("--texts", type=Path, nargs="*", default=[], help="JSON Lines without gold, for the teachers")
    return made


def main() -> None:
    """Run what is asked for."""
    asked = parser().parse_args()
    if asked.mean:
        mean_of(asked.mean, asked.out)
    elif asked.data is None or asked.base is None:
        parser().error("--data and --base are needed to fit")
    else:
        fit(asked)


if __name__ == "__main__":
    main()
