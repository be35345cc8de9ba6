"""A whole corpus matched: every passage that two of its reports share, written to a file."""

import errno
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from stemma.desk.catalogues import Catalogue, compile_catalogue
from stemma.desk.dossiers import Watch, stamp
from stemma.desk.files import place_of, whole_file
from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.values import Matching
from stemma.engines import Stage, check_engine, engine_named, run
from stemma.matches.plan import matching_plan
from stemma.matches.records import matches_of
from stemma.model import Match, Span, StemmaError

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def match(
    corpus: str | Path,
    out: str | Path,
    *,
    engine: str | None = None,
    master: str | None = None,
    stages: str | Path | None = None,
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> Matching:
    """Write every passage that two reports of a corpus share to a file: Parquet where it is called so, else JSON Lines.

    The corpus is a folder, JSON Lines (.gz too), CSV or Parquet. `engine` is memory, duckdb or spark, the last with the address
    of its `master`; where none is named, the size of the corpus decides. Finished stages of the work lie in the folder `stages`,
    where they stay, or beside the file until it is written; a run that was interrupted goes on from them. Raises
    NothingReadableError where there is no report, UsageError, and StemmaError where the disk is full.
    """
    settings = settings or settings_in_force()
    place = place_of(Path(out))
    folder = stages_of(place) if stages is None else Path(stages)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        catalogue, found = _matched(str(corpus), engine, master, settings, folder, watch)
        matching = _told(str(corpus), catalogue, found, settings)
        _write(place, matching, _matches(catalogue, found), folder)
    except OSError as error:
        if error.errno not in _NO_SPACE:
            raise
        raise StemmaError(
            f"no space left for {error.filename or folder}: free some, or name a folder elsewhere with --stages; "
            "the same command goes on from what is finished"
        ) from error
    if stages is None:
        shutil.rmtree(folder, ignore_errors=True)
    return matching


def stages_of(out: Path) -> Path:
    """Give the folder that holds the finished stages of a file of matches until it is written."""
    return out.with_name(f"{out.name}.stages")


def _matched(
    corpus: str, engine: str | None, master: str | None, settings: Settings, folder: Path, watch: Watch | None
) -> tuple[Catalogue, Mapping[str, Stage]]:
    """Read a corpus and run the plan on it, on the engine that is named or that its size asks for."""
    rules, match_rules = settings.rules_of("engines"), settings.rules_of("matches")
    reader = "spark" if engine == "spark" else "memory"
    check_engine(engine, master)
    with closing(engine_named(reader, folder, rules, master)) as first:
        catalogue = compile_catalogue(corpus, settings, first, folder, watch)
        named = engine or ("memory" if len(catalogue.rows) <= rules.in_memory else "duckdb")
        inputs = {"sheets": catalogue.sheets, "reports": catalogue.reports}
        plan = matching_plan(len(catalogue.rows), match_rules)
        if named == reader:
            return catalogue, run(plan, inputs, first, folder, watch)
    with closing(engine_named(named, folder, rules)) as second:
        return catalogue, run(plan, inputs, second, folder, watch)


def _told(corpus: str, catalogue: Catalogue, found: Mapping[str, Stage], settings: Settings) -> Matching:
    table = found["stock_passages"].table().whole(["reports", "report", "first", "last"])
    rows = sorted(zip(*(column.tolist() for column in table.values()), strict=True), reverse=True)  # type: ignore[union-attr]
    return Matching(
        corpus=corpus,
        report_count=len(catalogue.rows),
        match_count=len(found["matches"].table()),
        stock=tuple((Span(catalogue.ids[report], first, last), often) for often, report, first, last in rows),
        refusals=catalogue.refusals,
        stamp=stamp(settings),
    )


def _matches(catalogue: Catalogue, found: Mapping[str, Stage]) -> Iterator[Match]:
    """Give the matches, sorted, read from the disk part by part."""
    for part in found["matches"].parts():
        yield from matches_of(part, catalogue.ids)


def _write(place: Path, matching: Matching, matches: Iterator[Match], folder: Path) -> None:
    """Write the matches, and what they rest on: beside them, or into the Parquet file."""
    import msgspec

    from stemma import views
    from stemma.desk.sheets import record_of

    if place.suffix == ".parquet":
        views.write_parquet(place, matches, record_of(matching), folder)
        return
    with whole_file(place) as file:
        file.writelines(views.match_lines(matches))
    with whole_file(contents_of(place)) as file:
        file.write(msgspec.json.format(msgspec.json.encode(record_of(matching)), indent=1) + b"\n")


def contents_of(out: Path) -> Path:
    """Give the file that tells what a file of matches rests on.

    >>> contents_of(Path("found.jsonl")).name
    'found.meta.json'
    """
    return out.with_name(f"{out.name.removesuffix('.jsonl')}.meta.json")
