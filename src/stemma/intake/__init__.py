"""From files, folders, addresses and standard input to captures."""

from stemma.intake.collection import Intake, collect, make_capture, spread
from stemma.intake.corpora import Corpus, captures, survey
from stemma.intake.rules import IntakeRules

__all__ = ["Corpus", "Intake", "IntakeRules", "captures", "collect", "make_capture", "spread", "survey"]
