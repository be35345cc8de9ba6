"""From files, folders, addresses and standard input to captures."""

from stemma.intake.collection import Intake, collect, make_capture, spread
from stemma.intake.rules import IntakeRules

__all__ = ["Intake", "IntakeRules", "collect", "make_capture", "spread"]
