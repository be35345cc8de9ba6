"""Which engine runs a plan."""

from pathlib import Path

from stemma.engines.protocol import Engine
from stemma.engines.rules import EngineRules
from stemma.model import UsageError

ENGINES = ("memory", "duckdb", "spark")


def check_engine(name: str | None, master: str | None) -> None:
    """Raise UsageError where there is no such engine, or it has no master."""
    if name is not None and name not in ENGINES:
        raise UsageError(f"no engine is called {name}; there is {', '.join(ENGINES)}")
    if master is not None and name != "spark":
        raise UsageError("--master names a Spark cluster; give --engine spark with it")


def engine_named(name: str, folder: Path, rules: EngineRules, master: str | None = None) -> Engine:
    """Give the engine of this name; `folder` may hold what it does not keep in memory. Raises UsageError."""
    check_engine(name, master)
    if name == "spark":
        from stemma.engines.spark import spark_engine

        return spark_engine(master, rules)
    if name == "duckdb":
        from stemma.engines.embedded import DuckEngine

        return DuckEngine(rules, folder)
    from stemma.engines.memory import MemoryEngine

    return MemoryEngine(rules)
