"""Apache Spark: the steps on a cluster. Nothing else in stemma knows Spark.

Rows travel with the work, and the tables beside a kernel as files that Spark hands to every machine: no folder is shared.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import Any

from stemma.engines.rules import EngineRules
from stemma.engines.stages import Stage, decode, encode
from stemma.engines.workshop import opened, work
from stemma.matches.rows import Rows, joined, numbers
from stemma.matches.steps import Kernel, Select
from stemma.model import StemmaError, UsageError


def spark_engine(master: str | None, rules: EngineRules) -> "SparkEngine":
    """Give the engine on the cluster of a master, or on this machine; raises UsageError where Spark is not installed."""
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark is not installed; install it with: pip install 'stemma[spark]'") from error
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise UsageError("Spark needs Java and there is none; install it (Debian: default-jre-headless)")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    place = master or f"local[{rules.processes}]"
    builder = SparkSession.builder.master(place).appName("stemma")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        raise StemmaError(
            f"no Spark at {place}: {_first_line(error)}; look at the master's address and its log"
        ) from error
    if not place.startswith("local"):
        _try(session, place, rules.patience)
    return SparkEngine(session)


def _try(session: Any, place: str, patience: float) -> None:
    """Have a cluster do one small job: without workers, or with too small ones, it would wait for ever and say nothing."""
    done = Event()

    def work() -> None:
        with suppress(
            Exception
        ):  # what goes wrong with the job goes wrong again with the first step, and is told there
            session.sparkContext.parallelize([0], 1).count()
        done.set()

    Thread(target=work, daemon=True).start()
    if not done.wait(patience):
        session.stop()
        raise StemmaError(
            f"Spark at {place} did nothing for {patience:.0f} s; look whether it has workers, with memory and cores to spare"
        )


_SETTINGS = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.ansi.enabled": "true",
}


class SparkEngine:
    """The steps on Spark: selects as its SQL, kernels on its workers, where stemma must be installed as here."""

    name = "spark"

    def __init__(self, session: Any) -> None:
        self._session = session
        self._context = session.sparkContext
        # Spark's 200 make small work slow; with a few for each core the work grows with the cluster, not with a guess.
        session.conf.set("spark.sql.shuffle.partitions", str(4 * self._context.defaultParallelism))

    def load(self, name: str, kinds: Mapping[str, str], parts: Iterable[Rows]) -> None:
        """Make a table of rows of numbers."""
        import pyarrow

        rows = joined(list(parts), kinds)
        table = pyarrow.table({column: numbers(rows, column) for column in kinds})
        self._session.createDataFrame(table).createOrReplaceTempView(name)

    def fill(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> None:
        """Make a table of what a kernel makes of rows; it is made when it is first read, and then kept for the next."""
        given = [(bytearray(encode(part)),) for part in parts]
        slices = max(1, min(len(given), 4 * self._context.defaultParallelism))
        frame = self._session.createDataFrame(self._context.parallelize(given, slices), "part binary")
        names = self._handed_out(beside)

        def made(batches: Iterator[Any]) -> Iterator[Any]:
            import pyarrow

            for batch in batches:
                for part in batch.column(0):
                    rows = _work(step, part.as_py(), names)
                    yield pyarrow.RecordBatch.from_pydict({column: numbers(rows, column) for column in step.kinds})

        frame.mapInArrow(made, _schema(step)).persist().createOrReplaceTempView(step.name)

    def select(self, step: Select) -> None:
        """Make a table of what a select gives; it is made when it is read."""
        self._session.sql(step.sql).createOrReplaceTempView(step.name)

    def sift(self, step: Kernel, given: Select) -> None:
        """Make a table of what a kernel makes of the rows of a select; it is made when it is read, where the rows lie."""

        def made(batches: Iterator[Any]) -> Iterator[Any]:
            import pyarrow

            for batch in batches:
                rows = {name: batch.column(name).to_numpy(zero_copy_only=False) for name in batch.schema.names}
                found = step.function(rows, {})
                yield pyarrow.RecordBatch.from_pydict({column: numbers(found, column) for column in step.kinds})

        frame = self._session.sql(given.sql).mapInArrow(made, _schema(step))
        frame.createOrReplaceTempView(step.name)

    def rows(self, step: Select) -> Iterator[Rows]:
        """Give what a select gives, sorted."""
        found = self._session.sql(step.sql).orderBy(*step.columns)
        with _clear():
            for row in found.mapInArrow(_packed, "part binary").toLocalIterator():
                yield decode(bytes(row["part"]))

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order; a few parts for every core are out at a time."""
        if not step.batch:
            paths = tuple((name, tuple(stage.paths)) for name, stage in beside.items())
            yield from (work(step, part, paths) for part in parts)
            return
        names = self._handed_out(beside)
        given = iter(parts)
        while some := [encode(part) for part in islice(given, 2 * self._context.defaultParallelism)]:
            found = self._context.parallelize(some, len(some)).map(lambda part: encode(_work(step, part, names)))
            with _clear():
                made = found.collect()
            yield from map(decode, made)

    def close(self) -> None:
        """Let go of the cluster."""
        self._context.setLogLevel("OFF")  # results of tasks that come too late are no news
        self._session.stop()

    def _handed_out(self, beside: Mapping[str, Stage]) -> dict[str, list[str]]:
        """Have the files of tables handed to every machine, and give their names there."""
        for stage in beside.values():
            for path in stage.paths:
                self._context.addFile(str(path))
        return {name: [path.name for path in stage.paths] for name, stage in beside.items()}


def _work(step: Kernel, part: bytes, names: Mapping[str, list[str]]) -> Rows:
    """Give what a kernel makes of one part, on a worker."""
    from pyspark import SparkFiles

    tables = {name: opened(tuple(Path(SparkFiles.get(one)) for one in found)) for name, found in names.items()}
    return step.function(decode(bytes(part)), tables)


def _schema(step: Kernel) -> str:
    return ", ".join(f"{column} bigint" for column in step.kinds)


def _packed(batches: Iterator[Any]) -> Iterator[Any]:
    """Give each batch of rows as one row that holds them all."""
    import pyarrow

    for batch in batches:
        rows = {name: batch.column(name).to_numpy(zero_copy_only=False) for name in batch.schema.names}
        yield pyarrow.RecordBatch.from_pydict({"part": pyarrow.array([encode(rows)], pyarrow.binary())})


@contextmanager
def _clear() -> Iterator[None]:
    """Make a failure of Spark's one line."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise StemmaError(
            f"Spark failed: {_first_line(error)}; its log says more, and the same command goes on from what is finished"
        ) from error


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
