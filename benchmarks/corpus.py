"""Made reports in any number from one seed, with the truth of who has which sentence from whom.

`python -m benchmarks.corpus --reports N [--words 500] [--one-event] --out FOLDER` writes two files: `reports.jsonl`
{id, outlet, headline,
published_at, text, event} and `truth.jsonl` {id, kind, sentences: [[start, end, origin, kept]], lengths}. `origin` numbers a
sentence as it was first written, `kept` says of each word which word of the origin it is (-1: a new one; null: all are kept),
`lengths` are the sentences' words. Reports come region by region; a region has its own outlets, stock paragraphs and a hundred
stories of at most 60 reports. So every group is bounded, and a small corpus is the head of a larger one.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from benchmarks.newsroom import Copy, Desk, Region, Sentence

SEED = 1
STORIES = 100  # of a region
MOST = 60  # reports of one story
SIZES = [size**-1.6 for size in range(1, MOST + 1)]  # many lone reports, few large stories
LEAST = 150  # words: a shorter report is a bare paragraph, without dateline and furniture
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)

Made = tuple[dict, dict]


def reports(number: int, words: int = 500, seed: int = SEED) -> Iterator[Made]:
    """Give so many reports of about so many words, each as its record and its truth."""
    return islice((made for place in count() for made in region_reports(place, words, seed)), number)


def region_reports(place: int, words: int, seed: int) -> Iterator[Made]:
    """Give the reports of one region, story by story."""
    region = Region(seed, place)
    for story, size in enumerate(region.chance.choices(range(1, MOST + 1), SIZES, k=STORIES)):
        yield from story_reports(region, f"{place}-{story}", region.places[story % len(region.places)], size, words)


def story_reports(region: Region, event: str, scene: str, size: int, words: int) -> Iterator[Made]:
    """Give so many reports of one event."""
    desk = Desk(region, words)
    began = BEGUN + timedelta(hours=region.chance.randrange(24 * 365))
    for number, copy in enumerate(desk.story(size)):
        lines = [] if words < LEAST else region.furniture.get(copy.outlet, [])
        dateline = "" if words < LEAST else dateline_of(copy, scene)
        text, sentences = written_out(copy.sentences, dateline, lines)
        record = {
            "id": f"r{event}-{number}",
            "outlet": copy.outlet,
            "headline": " ".join(copy.sentences[0].words[:9]).capitalize(),
            "published_at": (began + timedelta(minutes=copy.minutes)).isoformat(),
            "text": text,
            "event": f"e{event}",
        }
        lengths = [len(sentence.words) for sentence in copy.sentences]
        yield record, {"id": record["id"], "kind": copy.kind, "sentences": sentences, "lengths": lengths}


def one_event(number: int, words: int = 500, seed: int = SEED) -> Iterator[Made]:
    """Give so many reports that all tell of one event."""
    region = Region(seed, 0)
    yield from story_reports(region, "0-0", region.places[0], number, words)


def dateline_of(copy: Copy, place: str) -> str:
    """Give what stands before a report's first words."""
    return f"{place.upper()} ({copy.agency}) - " if copy.agency else ""


def written_out(sentences: Sequence[Sentence], dateline: str, lines: Sequence[str]) -> tuple[str, list[list]]:
    """Give a report's text, three sentences a paragraph and furniture at the end, and where each sentence stands in it."""
    parts, places, at = [dateline], [], len(dateline)
    for number, sentence in enumerate(sentences):
        told = " ".join(sentence.words)
        told = (
            f'"{told[0].upper()}{told[1:]}," the spokesman said.'
            if sentence.is_said
            else f"{told[0].upper()}{told[1:]}."
        )
        places.append([at, at + len(told), sentence.origin, sentence.kept])
        gap = "\n" if number % 3 == 2 or number == len(sentences) - 1 else " "
        parts += [told, gap]
        at += len(told) + 1
    return "".join([*parts, *(f"{line}\n" for line in lines)]), places


def write(folder: Path, made: Iterable[Made]) -> Path:
    """Write a corpus into a folder; gives the path of its reports."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "reports.jsonl", folder / "truth.jsonl"
    with paths[0].open("w", encoding="utf-8") as told, paths[1].open("w", encoding="utf-8") as true:
        for record, truth in made:
            told.write(json.dumps(record, ensure_ascii=False) + "\n")
            true.write(json.dumps(truth) + "\n")
    return paths[0]


def main(arguments: list[str] | None = None) -> int:
    """Write a corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="Make reports from a fixed seed.")
    parser.add_argument("--reports", type=int, required=True)
    parser.add_argument("--words", type=int, default=500, help="of a report, on average")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--one-event", action="store_true", help="all reports tell of one event")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(arguments)
    made = one_event if asked.one_event else reports
    print(write(asked.out, made(asked.reports, asked.words, asked.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
