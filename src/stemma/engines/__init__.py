"""Engines: a matching plan run on one machine or on a cluster; every engine gives the same rows."""

from stemma.engines.choice import ENGINES, check_engine, engine_named
from stemma.engines.protocol import Engine
from stemma.engines.rules import EngineRules
from stemma.engines.runs import Input, run
from stemma.engines.stages import Stage
from stemma.engines.workshop import hands, without_main

__all__ = [
    "ENGINES",
    "Engine",
    "EngineRules",
    "Input",
    "Stage",
    "check_engine",
    "engine_named",
    "hands",
    "run",
    "without_main",
]
