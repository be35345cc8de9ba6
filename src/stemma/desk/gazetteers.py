"""Gazetteers: files that say which names of places are variants of one, as an extra that need not be there."""

from functools import cache
from pathlib import Path

from stemma.model import Refusal


@cache
def gazetteer_at(path: str) -> tuple[dict[str, str], Refusal | None]:
    """Give the canonical names by their variants, and why the file was not read, if it was not.

    A line holds a canonical name and its variants, parted by tabs or semicolons; lines that begin with # are none.
    """
    if not path:
        return {}, None
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return {}, Refusal(
            subject=path, reason=f"no gazetteer ({why}); places stand by the names that reports give them"
        )
    variants: dict[str, str] = {}
    for line in lines:
        names = [name.strip() for name in line.replace(";", "\t").split("\t") if name.strip()]
        if names and not line.startswith("#"):
            variants |= dict.fromkeys(names, names[0])
    return variants, None
