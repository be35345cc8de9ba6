"""Readers: ways to mark who says what in a report, each under a name with its version."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol

from stemma.model import Report, Telling, UsageError

NETWORK, RULES = "attribution.network.v1", "attribution.rules.v1"
GROUP = "stemma.readers"
_SHORT = {"network": NETWORK, "fast": RULES}


class Reader(Protocol):
    """Marks who says what; voices, stance, claims and all else of a reading are made of that, alike for every reader."""

    def tell(self, report: Report) -> Sequence[Telling]:
        """Give what a report gives as said: places of source, cue and content in its text."""


def version_of(name: str) -> str:
    """Give the full name of a reader, its version in it.

    >>> version_of("fast"), version_of("my.reader.v2")
    ('attribution.rules.v1', 'my.reader.v2')
    """
    return _SHORT.get(name, name)


@cache
def reader_named(name: str) -> Reader | None:
    """Give the reader of this full name, ours or one that a package registered in the group `stemma.readers`.

    None where it is the network and its file is not there. Raises UsageError where nobody registered the name, or where what
    he registered cannot be loaded.
    """
    if name == NETWORK:
        return _network_reader()
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        raise UsageError(f"no reader is called {name!r}; there is {', '.join([*_SHORT, *sorted(found)])}")
    try:
        reader: Reader = found[name].load()()
    except Exception as cause:
        raise UsageError(f"the reader {name!r} cannot be loaded ({cause}); install its package again") from cause
    return reader


def _network_reader() -> Reader | None:
    from stemma.readings import network
    from stemma.readings.marking import NetworkReader

    found = network.load()
    return None if found is None else NetworkReader(found)
