"""The engines that must give the same rows, and clusters for Spark."""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from stemma.engines.embedded import DuckEngine
from stemma.engines.memory import MemoryEngine
from stemma.engines.rules import EngineRules
from stemma.engines.sqlite import SqliteEngine

RULES = EngineRules(processes=1, memory="200MB")


def need_spark():
    """Skip where Java or Spark is missing; fail where everything is required."""
    missing = [] if shutil.which("java") else ["Java"]
    missing += [] if find_spec("pyspark") else ["pyspark"]
    if missing and os.environ.get("STEMMA_REQUIRE_ALL") == "1":
        pytest.fail(f"{' and '.join(missing)} is missing, and STEMMA_REQUIRE_ALL=1 asks for everything")
    if missing:
        pytest.skip(f"{' and '.join(missing)} is missing: Spark is not tried")


@pytest.fixture(scope="session")
def local_spark():
    """One Spark on this machine for all tests that need it."""
    need_spark()
    from stemma.engines.spark import spark_engine

    engine = spark_engine("local[2]", RULES)
    yield engine
    engine.close()


EMBEDDED = {
    "memory": lambda folder: MemoryEngine(RULES),
    "duckdb": lambda folder: DuckEngine(RULES, folder),
    "sqlite": lambda folder: SqliteEngine(),
}


@pytest.fixture(params=EMBEDDED)
def fresh_embedded(request):
    """Give what makes an engine that holds no table yet, in a folder of its own."""

    @contextmanager
    def fresh(folder):
        engine = EMBEDDED[request.param](folder)
        yield engine
        engine.close()

    return fresh


@pytest.fixture(params=[*EMBEDDED, pytest.param("spark", marks=pytest.mark.spark)])
def engine(request, tmp_path):
    """Give each engine in turn."""
    if request.param == "spark":
        yield request.getfixturevalue("local_spark")
        return
    one = EMBEDDED[request.param](tmp_path)
    yield one
    one.close()


class Cluster:
    """A standalone Spark on this machine: a master and two workers, each a process of its own."""

    def __init__(self, folder):
        import pyspark

        self.home = Path(pyspark.__file__).parent
        self.folder = folder
        self.processes = []
        self.logs = []

    def start_master(self):
        """Start the master alone."""
        self._start("master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self.url = self._told("Starting Spark master at (spark://[^\\s]+)")

    def start(self):
        """Start everybody and wait until the workers are known to the master."""
        self.start_master()
        self.workers = [self._work() for _ in range(2)]
        for number in (1, 2):
            self._told("Successfully registered with master", number)

    def _work(self):
        return self._start("worker.Worker", "--cores", "1", "--memory", "2g", "--host", "127.0.0.1", self.url)

    def _start(self, name, *arguments):
        log = self.folder / f"{len(self.processes)}.log"
        environment = {
            **os.environ,
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_WORKER_DIR": str(self.folder / "work"),
            "SPARK_WORKER_WEBUI_PORT": "0",
            "SPARK_DAEMON_MEMORY": "256m",
        }
        command = [self.home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *arguments]
        with log.open("wb") as file:
            # A session of its own: what it starts in turn, the executors, can be ended with it.
            process = subprocess.Popen(command, stdout=file, stderr=file, env=environment, start_new_session=True)
        self.processes.append(process)
        self.logs.append(log)
        return process

    def _told(self, pattern, number=0):
        for _ in range(3000):
            found = re.search(pattern, self.logs[number].read_text(errors="replace"))
            if found:
                return found.group(found.re.groups)
            time.sleep(0.1)
        raise TimeoutError(f"{pattern} was not told: {self.logs[number].read_text(errors='replace')[-2000:]}")

    def kill_a_worker(self):
        """Kill a worker with all that it started, as a machine that loses its power."""
        os.killpg(self.workers[0].pid, signal.SIGKILL)

    def close(self):
        for process in self.processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    need_spark()
    one = Cluster(tmp_path)
    try:
        one.start()
        yield one
    finally:
        one.close()


@pytest.fixture
def master_alone(tmp_path):
    """Give a cluster in which nobody works."""
    need_spark()
    one = Cluster(tmp_path)
    try:
        one.start_master()
        yield one
    finally:
        one.close()
