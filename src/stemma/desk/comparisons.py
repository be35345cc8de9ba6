"""Many reports compared: read each, match all, gather them into stories, collate each story."""

from collections.abc import Iterable
from importlib.resources import as_file, files

from stemma.desk.dossiers import Watch, collate_all, compile_dossier, unwatched
from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.tray import Reference, reasons_of, take
from stemma.desk.values import Comparison
from stemma.model import NothingReadableError


def compare(
    references: Iterable[Reference], *, settings: Settings | None = None, watch: Watch | None = None
) -> Comparison:
    """Compare reports: files, folders, addresses, "-", records or reports, in any order.

    The story that most reports tell comes first, ties by the stories' ids. `settings` are those in force here where none are
    given (see `settings_in_force`). `watch` is told what is being done, how many
    of it are done, and of how many. Raises NothingReadableError where no report could be read.
    """
    from stemma.stories import gather

    settings = settings or settings_in_force()
    extraction = take(references, settings)
    if not extraction.reports:
        raise NothingReadableError(reasons_of(extraction.refusals))
    dossier = compile_dossier(extraction, settings, watch)
    watch = watch or unwatched
    whole = len(dossier.reports)
    watch("grouping", 0, whole)
    groups = gather(dossier.reports, dossier.matches, **settings.of("stories"))
    watch("grouping", whole, whole)
    collations, done = [], 0
    for collation in collate_all(dossier, [group.report_ids for group in groups]):
        collations.append(collation)
        done += len(collation.story.report_ids)
        watch("collating", done, whole)
    return Comparison(
        collations=tuple(sorted(collations, key=lambda one: (-len(one.story.report_ids), one.story.id))),
        refusals=dossier.refusals,
    )


def demo(*, watch: Watch | None = None) -> Comparison:
    """Compare the reports that ship with stemma: an invented story."""
    with as_file(files("stemma.desk").joinpath("demo")) as folder:
        return compare(sorted(folder.glob("*.txt")), settings=Settings(), watch=watch)
