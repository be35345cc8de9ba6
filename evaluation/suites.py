"""The suites of the quality gate: which task is measured on which corpus, and how many stories of it."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.corpora import Record, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A task on a corpus under STEMMA_DATA, or on our own beside this file; one without floors is measured and reported only.

    `make` writes the task's folder from STEMMA_DATA where the corpus is not in the task's form as it lies there; it raises
    FileNotFoundError where something is missing.
    """

    name: str
    task: str
    corpus: str
    fold: str | None = None
    has_floors: bool = True
    is_own: bool = False
    make: Callable[[Path, Path], None] | None = None


def bred(name: str, stories: int, seed: int) -> Callable[[Path, Path], None]:
    """Give what breeds so many stories of a set of traditions."""

    def make(data: Path, folder: Path) -> None:
        from evaluation.traditions.__main__ import main as breed

        asked = {"--set": name, "--stories": stories, "--seed": seed, "--data": data, "--out": folder}
        if breed([str(part) for option in asked.items() for part in option]):
            raise FileNotFoundError(f"the corpora of the set {name}")

    return make


def labelled_pairs(data: Path, folder: Path) -> None:
    """Write the labelled pairs to fit on."""
    from evaluation.labelled.__main__ import write_pairs

    write_pairs(data, "fit", folder)


def labelled_credits(data: Path, folder: Path) -> None:
    """Write the labelled credits and citations to fit on."""
    from evaluation.labelled.__main__ import write_credits

    write_credits(data, "fit", folder)


def labelled_claims(data: Path, folder: Path) -> None:
    """Write the labelled pairs of claims to fit on."""
    from evaluation.labelled.__main__ import write_claims

    write_claims(data, "fit", folder)


def labelled_variants(data: Path, folder: Path) -> None:
    """Write the labelled wordings to fit on."""
    from evaluation.labelled.__main__ import write_variants

    write_variants(data, "fit", folder)


def timed(part: str) -> Callable[[Path, Path], None]:
    """Give what writes one part of the gold times: "fit" is AQUAINT and one half of TimeBank, "held" the other half.

    The halves are by the hash of an article's docid; rules are read off the part to fit on alone.
    """

    def make(data: Path, folder: Path) -> None:
        for name in ("timebank", "aquaint"):
            lines = (data / "tempeval3" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
            kept = [line for line in lines if line and (part == "held") == (name == "timebank" and _is_odd(line))]
            if kept:
                (folder / f"{name}.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")

    return make


def _is_odd(line: str) -> bool:
    return sha256(json.loads(line)["docid"].encode()).digest()[0] % 2 == 1


def labelled_voices(data: Path, folder: Path) -> None:
    """Write the labelled voices that have been worked on, both parts together."""
    from evaluation.voices.__main__ import write_voices

    write_voices(data, ("fit", "held"), folder)


def corpora_of_copies(data: Path, folder: Path) -> None:
    """Write the corpora on which passages are held against the oracle: three real ones and the first 30 of a made story."""
    from benchmarks.corpus import reports

    for name in ("census", "spotify"):
        (folder / f"{name}.jsonl").write_bytes((data / "outlets" / f"{name}.jsonl").read_bytes())
    topic = [record for record in records_of(data / "ecbplus" / "train.jsonl", text=str) if record["topic"] == 1]
    held: defaultdict[str, list[Record]] = defaultdict(list)
    for record, _ in reports(500):
        held[record["event"]].append(record)
    made = next(story[:30] for story in held.values() if len(story) >= 30)
    for name, records in (("ecbplus-1", topic), ("made", made)):
        (folder / f"{name}.jsonl").write_text(
            "".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8"
        )


def look_alikes(part: str) -> Callable[[Path, Path], None]:
    """Give what writes a part of ECB+, one file for each topic: two events of one kind each."""

    def make(data: Path, folder: Path) -> None:
        held: defaultdict[int, list[Record]] = defaultdict(list)
        for record in records_of(data / "ecbplus" / f"{part}.jsonl", text=str, topic=int):
            held[record["topic"]].append(record)
        for topic, records in held.items():
            (folder / f"{topic:02}.jsonl").write_text(
                "".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8"
            )

    return make


SUITES = (
    Suite(name="polnear-fold", task="attribution", corpus="polnear/train.jsonl", fold="last-tenth"),
    Suite(name="polnear-dev", task="attribution", corpus="polnear/dev.jsonl", has_floors=False),
    Suite(name="distortions", task="distortion", corpus="distortions", is_own=True),
    Suite(name="traditions-own", task="tradition", corpus="bred: own", is_own=True, make=bred("own", 20, 1)),
    Suite(name="traditions-fit", task="tradition", corpus="bred: fit", make=bred("fit", 40, 101)),
    Suite(name="credits-fit", task="credits", corpus="labelled: credits", make=labelled_credits),
    Suite(name="claims-fit", task="claims", corpus="labelled: claims", make=labelled_claims),
    Suite(name="pairs-fit", task="pairs", corpus="labelled: pairs", make=labelled_pairs),
    Suite(
        name="calibration-pairs", task="calibration", corpus="labelled: pairs", has_floors=False, make=labelled_pairs
    ),
    Suite(name="times-fit", task="times", corpus="tempeval3: fit", make=timed("fit")),
    Suite(name="times-held", task="times", corpus="tempeval3: held", make=timed("held")),
    Suite(name="voices-fit", task="voices", corpus="labelled: voices", make=labelled_voices),
    Suite(
        name="passages", task="passages", corpus="census, spotify, ecbplus train topic 1, made", make=corpora_of_copies
    ),
    Suite(name="events-fit", task="grouping", corpus="ecbplus train, topic by topic", make=look_alikes("train")),
    Suite(
        name="events-dev",
        task="grouping",
        corpus="ecbplus dev, topic by topic",
        has_floors=False,
        make=look_alikes("dev"),
    ),
    Suite(name="events-dev-together", task="grouping", corpus="ecbplus/dev.jsonl", has_floors=False),
    # From two texts alone nobody can say whose wording is what was said; the labels take the left one's. So no floors.
    Suite(
        name="variants-fit",
        task="tradition",
        corpus="labelled: variants",
        has_floors=False,
        make=labelled_variants,
    ),
)
