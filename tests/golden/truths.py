"""The truth of a golden story, and a collation seen by its reports' file names."""

import json
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

import stemma
from stemma.model import Attribution, Collation, Exemplar, Span

HERE = Path(__file__).parent
DEMO = HERE.parent.parent / "src" / "stemma" / "desk" / "demo"
STORIES = tuple(sorted(path.parent.name for path in HERE.glob("*/truth.json")))


@lru_cache
def truth_of(story: str) -> dict:
    """Give what is true of a story; README.md says what each key means."""
    return json.loads((HERE / story / "truth.json").read_text(encoding="utf-8"))


def paths_of(story: str) -> list[Path]:
    """Give the files of a story's reports; those of the demonstration story ship with the program."""
    truth = truth_of(story)
    folder = DEMO if truth["texts"] == "demo" else HERE / story
    return [folder / name for name in truth["reports"]]


def text_of(path: Path) -> str:
    """Give the text that offsets count in: a record's `text`, else the file."""
    told = path.read_text(encoding="utf-8")
    return json.loads(told)["text"] if path.suffix == ".json" else told


class Told:
    """A collation whose reports go by the names of their files."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.names = {report.id: Path(report.path).name for report in collation.reports}
        self.ids = {name: report_id for report_id, name in self.names.items()}
        self.texts = {report.id: report.text for report in collation.reports}

    @cached_property
    def voices(self) -> dict[str, str]:
        """Give the name of each voice by its id, those of the whole story first."""
        names = {voice.id: voice.name for reading in self.collation.readings for voice in reading.voices}
        return names | {voice.id: voice.name for voice in self.collation.voices}

    @cached_property
    def exemplars(self) -> dict[str, Exemplar]:
        """Give each exemplar by its id."""
        return {exemplar.id: exemplar for exemplar in self.collation.stemma.exemplars}

    def node(self, exemplar_id: str) -> str:
        """Give the file name of an exemplar, or "unseen:NAME" for one that we do not have."""
        exemplar = self.exemplars[exemplar_id]
        return self.names[exemplar.report_id] if exemplar.report_id else f"unseen:{exemplar.name or '?'}"

    def span(self, report: str, start: int, end: int) -> Span:
        """Give a span of the report with this file name."""
        return Span(self.ids[report], start, end)

    def words(self, *spans: Span) -> str:
        """Give the words of some spans, joined by an ellipsis."""
        return " … ".join(span.cut(self.texts[span.report_id]) for span in spans)

    def attributions(self, report: str) -> Iterator[Attribution]:
        """Give the attributions read in one report."""
        for reading in self.collation.readings:
            if reading.report_id == self.ids[report]:
                yield from reading.attributions

    def voice(self, attribution: Attribution) -> str:
        """Give the name of an attribution's voice, "nobody" where it has none."""
        return self.voices.get(attribution.voice_id, attribution.voice_id) if attribution.voice_id else "nobody"


@lru_cache
def told(story: str) -> Told:
    """Compare a story's reports and give what is told of the story that most of them tell."""
    return Told(stemma.compare(paths_of(story)).collations[0])
