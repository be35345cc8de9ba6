"""What the network of equivalence learns from: claims, each with rewordings and distortions of it, and another claim."""

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "claims"
JUDGED = Path(__file__).parents[1] / "evaluation/distortions"
KINDS = ("number", "negation", "name", "date", "scope", "certainty", "attribution", "place", "role", "verb", "cause")
_KEPT_OUT = 7  # of the sixteen parts into which the lines are drawn, the one that is only measured
Stretches = list[tuple[int, int]] | None


class Twist(NamedTuple):
    """A distortion: its kind, its text, the words of the claim at stake and the words that turn them (None: not told)."""

    kind: str
    text: str
    before: str | None = None
    after: str | None = None


class Line(NamedTuple):
    """A claim, its rewordings, its distortions, and another claim of the same event, if there is one."""

    claim: str
    rewordings: tuple[str, ...]
    twists: tuple[Twist, ...]
    other: str

    @property
    def texts(self) -> list[str]:
        """All its texts: the claim, the rewordings, the distortions, the other claim."""
        others = [self.other] if self.other else []
        return [self.claim, *self.rewordings, *(twist.text for twist in self.twists), *others]


class Pair(NamedTuple):
    """Two texts by their places; `kind` of a distortion, `stakes` the stretches at stake on either side (None: not told)."""

    left: int
    right: int
    label: str
    kind: str = ""
    stakes: tuple[Stretches, Stretches] = (None, None)

    def turned(self) -> "Pair":
        """Give it with its sides exchanged."""
        return Pair(self.right, self.left, self.label, self.kind, (self.stakes[1], self.stakes[0]))


@cache
def lines_of(folder: Path = FOLDER) -> tuple[Line, ...]:
    """Read all lines: a claim `a`, rewordings `f`, distortions `d` (kind `k`, text `t`, words at stake `x`), another `n`."""
    return tuple(
        _line(json.loads(row))
        for path in sorted(folder.glob("*.jsonl"))
        for row in path.read_text(encoding="utf-8").splitlines()
    )


def _line(row: dict) -> Line:
    twists = tuple(Twist(one["k"], one["t"], *one["x"]) for one in row["d"])
    return Line(claim=row["a"], rewordings=tuple(row["f"]), twists=twists, other=row["n"])


def judged_lines(folder: Path = JUDGED) -> list[Line]:
    """Give the pairs of the evaluation on which rules may be tuned, as lines of one pair each."""
    rows = [json.loads(row) for path in sorted(folder.glob("*.jsonl")) for row in path.read_text("utf-8").splitlines()]
    return [_judged(row) for row in rows if row["part"] in ("fit", "develop")]


def _judged(row: dict) -> Line:
    left, right = (side["text"][side["start"] : side["end"]] for side in (row["left"], row["right"]))
    if row["kind"] == "faithful":
        return Line(claim=left, rewordings=(right,), twists=(), other="")
    return Line(claim=left, rewordings=(), twists=(Twist(row["change"], right),), other="")


def _is_kept_out(line: Line) -> bool:
    return int(hashlib.md5(line.claim.encode("utf-8"), usedforsecurity=False).hexdigest(), 16) % 16 == _KEPT_OUT


def learned(lines: Sequence[Line]) -> list[Line]:
    """Give the lines to learn from."""
    return [line for line in lines if not _is_kept_out(line)]


def kept_out(lines: Sequence[Line]) -> list[Line]:
    """Give the lines that are only measured."""
    return [line for line in lines if _is_kept_out(line)]


def all_pairs(line: Line, start: int = 0) -> Iterator[Pair]:
    """Give every pair of a line's texts of which it is known what they are, counted from a first place."""
    same = range(start, start + 1 + len(line.rewordings))
    turned = range(same.stop, same.stop + len(line.twists))
    yield from (Pair(one, other, "same", stakes=([], [])) for one, other in combinations(same, 2))
    for place, twist in zip(turned, line.twists, strict=True):
        after = _found(twist.after, twist.text)
        for one in same:
            before = _found(twist.before, line.claim) if one == start else None
            yield Pair(one, place, "altered", twist.kind, (before, after))
    yield from (Pair(one, other, "altered") for one, other in combinations(turned, 2))
    if line.other:
        yield from (Pair(one, turned.stop, "other") for one in (*same, *turned))


def pairs_of(line: Line, start: int, chance: random.Random) -> list[Pair]:
    """Give the pairs of a line to learn from, sides drawn by chance: of two distortions, and of the other claim, one each."""
    found = list(all_pairs(line, start))
    loose = [
        [one for one in found if one.label == "altered" and not one.kind],
        [one for one in found if one.label == "other"],
    ]
    kept = [one for one in found if one.label == "same" or one.kind] + [chance.choice(one) for one in loose if one]
    return [one.turned() if chance.random() < 0.5 else one for one in kept]


_SMALL = frozenset("the a an that also just then had has been was were is of its their his her".split())


def alike(line: Line, chance: random.Random) -> Line:
    """Give a line with two rewordings more: a text of its own without small words, and one with the other claim beside it."""
    if not line.other:
        return line
    same = [line.claim, *line.rewordings]
    words = chance.choice(same).split(" ")
    for _ in range(chance.randint(0, 2)):
        small = [place for place, word in enumerate(words) if word.casefold() in _SMALL]
        if small and len(words) > 5:
            words.pop(chance.choice(small))
    first, second = chance.sample([chance.choice(same), line.other], 2)
    return line._replace(rewordings=(*line.rewordings, " ".join(words), f"{first.rstrip('.')}. {second}"))


def _found(words: str | None, text: str) -> Stretches:
    if words is None:
        return None
    start = text.find(words) if words else -1
    return [(start, start + len(words))] if start >= 0 else []
