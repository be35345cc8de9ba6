"""Stories whose truth is known, as they lie on disk: one folder each, in the form of docs/formats/tradition.md.

A folder holds `reports.jsonl`; every other file may be absent, and is then not scored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.corpora import Record, records_of

INTEGRITY = (
    "not-in-transcript",
    "translated",
    "reattributed",
    "stitched",
    "paraphrase-put-in-marks",
    "reworded-inside-marks",
    "trimmed-silently",
    "trimmed-marked",
    "cleaned-up",
    "fragment",
    "punctuation",
    "verbatim",
    "marks-removed",
    "paraphrase",
    "sole-witness",
    "undecided",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """A text went from one hand to another: `parent` and `child` are ids of reports, or names of exemplars not seen."""

    parent: str
    child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of a report that words an utterance, and the class of its integrity; others may be possible as well."""

    report_id: str
    start: int
    end: int
    utterance_id: str
    integrity: str
    also_possible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A place where a report carries an assertion, with the true numbers of lines and voices under that assertion."""

    assertion_id: str
    report_id: str
    start: int
    end: int
    lines: tuple[int, int]
    voices: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One story's reports and what is true of them; None is what its folder does not tell."""

    name: str
    reports: tuple[Record, ...]
    handings: tuple[Handing, ...] | None = None
    quotations: tuple[Quotation, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    lines: int | None = None

    @property
    def texts(self) -> Mapping[str, str]:
        """Give the text of each report by its id."""
        return {report["id"]: report["text"] for report in self.reports}

    @property
    def has_times(self) -> bool:
        """Say whether any report comes with its moment of publication."""
        return any(report.get("published_at") or report.get("published") for report in self.reports)


def truths_in(folder: Path) -> Iterator[Truth]:
    """Give the stories of a folder that is one story, or that holds folders of stories, in the order of their names.

    Raises ValueError that says in one line which file or line is wrong.
    """
    found = (
        [folder]
        if (folder / "reports.jsonl").exists()
        else sorted(path.parent for path in folder.glob("*/reports.jsonl"))
    )
    if not found:
        raise ValueError(
            f"{folder} holds no reports.jsonl, nor does any folder in it; give a story or a folder of stories"
        )
    for story in found:
        yield truth_in(story)


def truth_in(folder: Path) -> Truth:
    """Give the story of one folder; raises ValueError that says in one line which file or line is wrong."""
    reports = records_of(folder / "reports.jsonl", id=str, text=str)
    texts = {report["id"]: report["text"] for report in reports}
    if not reports or len(texts) < len(reports):
        raise ValueError(f"{folder / 'reports.jsonl'}: holds no report, or one id twice")
    return Truth(
        name=folder.name,
        reports=reports,
        handings=_handings(folder, texts),
        quotations=_quotations(folder / "quotations.jsonl", texts),
        statements=_statements(folder / "claims.jsonl", texts),
        lines=_lines(folder / "lines.jsonl"),
    )


def _handings(folder: Path, texts: Mapping[str, str]) -> tuple[Handing, ...] | None:
    """Read stemma.jsonl, and exemplars.jsonl where it is there: what the exemplars not seen were made from themselves."""
    path, hidden = folder / "stemma.jsonl", folder / "exemplars.jsonl"
    if not path.exists():
        return None
    handings: dict[Handing, None] = {}
    for file in (path, hidden) if hidden.exists() else (path,):
        for row in records_of(file, id=str, parents=list):
            child = row["id"]
            if file == path and child not in texts:
                raise ValueError(f"{file}: {child!r} is no report of the story")
            for parent in row["parents"]:
                handing = Handing(parent=_parent(parent, file, texts), child=child)
                if parent.get("kind") != "same-occasion":  # who hears the same speech has nobody's text
                    handings[handing] = None
    return tuple(handings)


def _parent(parent: Any, file: Path, texts: Mapping[str, str]) -> str:
    known, unseen = (parent.get("id"), parent.get("exemplar")) if isinstance(parent, dict) else (None, None)
    if (known is None) == (unseen is None) or not isinstance(known or unseen, str):
        raise ValueError(f"{file}: a parent needs either `id` or `exemplar`: {parent!r}")
    if known is not None and known not in texts:
        raise ValueError(f"{file}: the parent {known!r} is no report of the story")
    if unseen is not None and unseen in texts:
        raise ValueError(f"{file}: the exemplar {unseen!r} has the id of a report")
    return str(known if known is not None else unseen)


def _quotations(path: Path, texts: Mapping[str, str]) -> tuple[Quotation, ...] | None:
    if not path.exists():
        return None
    rows = records_of(path, report_id=str, start=int, end=int, utterance_id=str, integrity=str)
    for row in rows:
        _check_span(row, path, texts)
        for integrity in (row["integrity"], *(row.get("also_possible") or ())):
            if integrity not in INTEGRITY:
                raise ValueError(f"{path}: {integrity!r} is no class of integrity")
    return tuple(
        Quotation(
            **{key: row[key] for key in ("report_id", "start", "end", "utterance_id", "integrity")},
            also_possible=tuple(row.get("also_possible") or ()),
        )
        for row in rows
    )


def _statements(path: Path, texts: Mapping[str, str]) -> tuple[Statement, ...] | None:
    if not path.exists():
        return None
    numbers = dict.fromkeys(("start", "end", "lines_min", "lines_max", "voices_min", "voices_max"), int)
    rows = records_of(path, assertion_id=str, report_id=str, **numbers)
    for row in rows:
        _check_span(row, path, texts)
    return tuple(
        Statement(
            **{key: row[key] for key in ("assertion_id", "report_id", "start", "end")},
            lines=(row["lines_min"], row["lines_max"]),
            voices=(row["voices_min"], row["voices_max"]),
        )
        for row in rows
    )


def _lines(path: Path) -> int | None:
    if not path.exists():
        return None
    rows = records_of(path, lines=int)
    if len(rows) != 1:
        raise ValueError(f"{path}: one line is wanted, {len(rows)} are there")
    return int(rows[0]["lines"])


def _check_span(row: Record, path: Path, texts: Mapping[str, str]) -> None:
    """Raise ValueError where a row's report is not known or its span does not lie in the report's text."""
    if row["report_id"] not in texts:
        raise ValueError(f"{path}: {row['report_id']!r} is no report of the story")
    if not 0 <= row["start"] < row["end"] <= len(texts[row["report_id"]]):
        raise ValueError(f"{path}: {row['start']} to {row['end']} is no stretch of {row['report_id']!r}")
