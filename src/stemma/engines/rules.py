"""What an engine may be set to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineRules:
    """How much of a machine an engine takes."""

    memory: str = "1GB"  # what DuckDB may hold in memory, as it writes it; beyond that it uses the disk
    processes: int = 2  # processes in which kernels run at once on one machine
    in_memory: int = 2_000  # reports up to which no engine is used where none is named
    patience: float = 300.0  # seconds in which a cluster must do its first small job, or it is taken to have no workers
