"""The word tables of the operators, as they lie beside the code: tab-separated, one pair a line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "tables"


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """Give the pairs of a table in their order."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple((line.split("\t")[0], line.split("\t")[1]) for line in lines if line)


@cache
def mapping(name: str, *, is_turned: bool = False) -> Mapping[str, str]:
    """Give a table as a mapping; turned, from the second column to the first."""
    return {after if is_turned else before: before if is_turned else after for before, after in pairs(name)}
