"""A catalogue: the reports of a corpus laid out on disk and numbered by their ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from pathlib import Path

import msgspec

from stemma.desk.dossiers import Watch
from stemma.desk.laying import CAPTURE_KINDS, capture_rows, laid_out
from stemma.desk.settings import Settings
from stemma.desk.tray import reasons_of
from stemma.engines import Engine, Input, Stage, run
from stemma.intake import Corpus, captures, survey
from stemma.matches.packing import SHEET_KINDS, report_in
from stemma.matches.plan import REPORT_KINDS, numbered
from stemma.matches.rows import Rows, numbers, texts
from stemma.matches.steps import Kernel, Plan
from stemma.model import Capture, NothingReadableError, Refusal

_ARMFUL, _ARMFUL_BYTES = 500, 500_000  # captures laid out in one go, and about how much they hold together


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Where the sheets of a corpus lie, in which row each report stands by its number, and what was refused."""

    sheets: Stage
    reports: Stage
    rows: tuple[int, ...]
    refusals: tuple[Refusal, ...]

    @cached_property
    def ids(self) -> list[str]:
        """The reports' ids, by their numbers."""
        ids = [id_ for part in self.sheets.parts(["id"]) for id_ in texts(part, "id").all()]
        return [ids[row].decode("utf-8", "surrogatepass") for row in self.rows]


def compile_catalogue(
    reference: str, settings: Settings, engine: Engine, folder: Path, watch: Watch | None
) -> Catalogue:
    """Read a corpus and lay its reports out; raises NothingReadableError where there is none."""
    corpus = survey(reference)
    if not corpus.files:
        raise NothingReadableError(reasons_of(corpus.refusals))
    stages = run(_reading_plan(settings), {"captures": _input(corpus, settings)}, engine, folder, watch)
    rows = tuple(numbers(stages["reports"].table().whole(["row"]), "row").tolist())
    refusals = (*corpus.refusals, *_refused(stages["sheets"], frozenset(rows)))
    if not rows:
        raise NothingReadableError(reasons_of(refusals))
    return Catalogue(sheets=stages["sheets"], reports=stages["reports"], rows=rows, refusals=refusals)


def _reading_plan(settings: Settings) -> Plan:
    reading = partial(laid_out, report_rules=settings.rules_of("reports"), match_rules=settings.rules_of("matches"))
    return Plan(
        inputs={"captures": CAPTURE_KINDS},
        steps=(
            Kernel(
                name="sheets",
                function=reading,
                table="captures",
                takes=CAPTURE_KINDS,
                kinds=SHEET_KINDS,
                batch=_ARMFUL,
                kept=True,
            ),
            Kernel(
                name="reports",
                function=numbered,
                table="sheets",
                takes={"id": SHEET_KINDS["id"]},
                kinds=REPORT_KINDS,
                kept=True,
            ),
        ),
    )


def _input(corpus: Corpus, settings: Settings) -> Input:
    def parts(size: int) -> Iterator[Rows]:
        found = captures(corpus, **settings.of("intake"))
        while armful := list(_armful(found, size)):
            yield capture_rows(armful)

    return Input(key=f"{corpus.key} {settings.rules_of('intake')!r}", total=corpus.total, parts=parts)


def _armful(found: Iterator[Capture | Refusal], most: int) -> Iterator[Capture | Refusal]:
    """Give the next captures: so many at most, and of long ones fewer, so that every hand has its share of a small corpus."""
    held = 0
    for one in islice(found, most):
        yield one
        held += len(one.content) if isinstance(one, Capture) else 0
        if held >= _ARMFUL_BYTES:
            return


def _refused(sheets: Stage, rows: frozenset[int]) -> Iterator[Refusal]:
    """Give what could not be read, and a line for each report that is not the first of its id."""
    table = sheets.table()
    first: dict[bytes, int] = {}
    ids = [id_ for part in sheets.parts(["id"]) for id_ in texts(part, "id").all()]
    for row, id_ in enumerate(ids):
        if not id_:
            yield msgspec.msgpack.decode(table.blobs("sheet", [row])[0], type=Refusal)
        elif row in rows:
            first[id_] = row
        else:
            one, other = map(report_in, table.blobs("sheet", [row, first[id_]]))
            same = "is the same report as" if one.text == other.text else f"has the id {one.id!r} of"
            yield Refusal(subject=one.path, reason=f"{same} {other.path}; read once")
