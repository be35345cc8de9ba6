"""A story as a folder of JSON Lines files; the same story gives the same bytes."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.traditions import truth
from evaluation.traditions.breeding import Story

FILES = {
    "reports": truth.report_records,
    "stemma": truth.stemma_records,
    "exemplars": truth.exemplar_records,
    "quotations": truth.quotation_records,
    "claims": truth.claim_records,
    "lines": truth.line_records,
    "edits": truth.edit_records,
}


def to_lines(records: Iterable[Mapping[str, Any]]) -> str:
    """Give records as JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write(story: Story, folder: Path) -> None:
    """Write the story's files into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in FILES.items():
        (folder / f"{name}.jsonl").write_text(to_lines(records(story)), encoding="utf-8")
