"""Web addresses; the guard comes next."""

from typing import NamedTuple

from stemma.intake.rules import IntakeRules
from stemma.model import Refusal


class Fetched(NamedTuple):
    """A page as it came."""

    url: str
    content: bytes
    media_type: str


def fetch(url: str, rules: IntakeRules) -> Fetched | Refusal:
    """Refuse for now."""
    return Refusal(subject=url, reason="addresses are not read yet; save the page")
