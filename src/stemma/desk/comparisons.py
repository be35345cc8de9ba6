"""Many reports compared: read each, match all, gather them into stories, collate each story."""

from collections.abc import Iterable
from importlib.resources import as_file, files

from stemma.desk.dossiers import Watch, collate, compile_dossier
from stemma.desk.tray import Reference, reasons_of, take
from stemma.desk.values import Comparison
from stemma.model import NothingReadableError


def compare(references: Iterable[Reference], *, watch: Watch | None = None) -> Comparison:
    """Compare reports: files, folders, addresses, "-", records or reports, in any order.

    The story that most reports tell comes first, ties by the stories' ids. `watch` is told what is being done, how many
    of it are done, and of how many. Raises NothingReadableError where no report could be read.
    """
    from stemma.stories import gather

    extraction = take(references)
    if not extraction.reports:
        raise NothingReadableError(reasons_of(extraction.refusals))
    dossier = compile_dossier(extraction, watch)
    groups = gather(dossier.reports, dossier.readings, dossier.matches)
    collations = []
    for number, group in enumerate(groups, start=1):
        collations.append(collate(dossier, group))
        if watch:
            watch("collating", number, len(groups))
    return Comparison(
        collations=tuple(sorted(collations, key=lambda one: (-len(one.story.report_ids), one.story.id))),
        refusals=dossier.refusals,
    )


def demo(*, watch: Watch | None = None) -> Comparison:
    """Compare the reports that ship with stemma: an invented story."""
    with as_file(files("stemma.desk").joinpath("demo")) as folder:
        return compare(sorted(folder.glob("*.txt")), watch=watch)
