"""How well two readings of who speaks agree: `python -m evaluation.voices.agreement` prints the table of the README.

Attributions of both readings are matched by overlapping content, one to one; two voices are the same where they share most of
their mentions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.attribution import pair
from evaluation.corpora import Record, records_of
from evaluation.labelled.agreement import kappa, percent
from evaluation.voices.hearings import Hearing, gold_of

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two readings say of one attribution: whether of the same voice, and each its kind, stance and chain."""

    is_same: bool
    kinds: tuple[str, str]
    stances: tuple[str, str]
    chained: tuple[str, str]


def same(left: Hearing, right: Hearing) -> dict[str, str]:
    """Give for each voice of one reading the voice of the other with which it shares most mentions, characters told apart."""
    found = {}
    for key, voice in left.voices.items():
        places = {offset for piece in voice.mentions for offset in range(*piece)}
        shares = {
            other: len(places & {offset for piece in held.mentions for offset in range(*piece)})
            for other, held in right.voices.items()
        }
        best = max(shares, key=lambda other: shares[other], default=None)
        if best is not None and shares[best]:
            found[key] = best
    return found


def shared(first: Record, second: Record) -> Iterator[Shared]:
    """Give what two readings say of the attributions that both have."""
    left, right = gold_of(first), gold_of(second)
    there = same(left, right)
    for one, other in pair(left.heard, right.heard):
        mine = {None if key is None else there.get(key, "") for key in one.voice_ids}
        yield Shared(
            is_same=bool(mine & set(other.voice_ids)),
            kinds=(_kind(left, one.voice_ids[0]), _kind(right, other.voice_ids[0])),
            stances=(one.stance, other.stance),
            chained=(str(one.via is not None), str(other.via is not None)),
        )


def _kind(hearing: Hearing, key: str | None) -> str:
    return "none" if key is None else hearing.voices[key].kind


def row(name: str, firsts: Sequence[Record], seconds: Sequence[Record]) -> str:
    """Give one line of the table."""
    both = [one for left, right in zip(firsts, seconds, strict=True) for one in shared(left, right)]
    counts = [sum(len(record["attributions"]) for record in side) for side in (firsts, seconds)]
    alike = 100 * sum(one.is_same for one in both) / len(both)
    kinds, stances, chained = ([getattr(one, field) for one in both] for field in ("kinds", "stances", "chained"))
    return (
        f"| {name} | {counts[0]}, {counts[1]} | {len(both)} | {alike:.0f} | {percent(kinds):.0f} | {kappa(kinds):.2f} "
        f"| {kappa(stances):.2f} | {kappa(chained):.2f} |"
    )


def main() -> None:
    """Print the table."""
    firsts, seconds = (
        {(one["corpus"], one["id"]): one for one in records_of(FOLDER / f"{name}.jsonl")}
        for name in ("first", "second")
    )
    parts = {(one["corpus"], one["id"]): one["part"] for one in records_of(FOLDER / "articles.jsonl")}
    print("| reports | marked | by both | same voice, % | same kind, % | kappa of kind | of stance | of `via` |")
    print("|---|---|---|---|---|---|---|---|")
    for name, is_in in (
        ("all", lambda key: True),  # noqa: ARG005 all of them
        ("PolNeAR", lambda key: key[0] == "polnear"),
        ("the others", lambda key: key[0] != "polnear"),
        ("`fit` and `held`", lambda key: parts[key] != "test"),
        ("`test`", lambda key: parts[key] == "test"),
    ):
        keys = [key for key in firsts if is_in(key)]
        print(row(name, [firsts[key] for key in keys], [seconds[key] for key in keys]))


if __name__ == "__main__":
    main()
