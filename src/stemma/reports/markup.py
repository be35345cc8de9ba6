"""HTML and XML."""

from stemma.model import Capture, Extraction, Refusal
from stemma.reports.rules import ReportRules


def read_page(capture: Capture, text: str, rules: ReportRules) -> Extraction:
    """Refuse for now."""
    return Extraction(refusals=(Refusal(subject=capture.url, reason="is HTML, which is not read yet"),))


def read_feed(capture: Capture, text: str, rules: ReportRules) -> Extraction:
    """Refuse for now."""
    return Extraction(refusals=(Refusal(subject=capture.url, reason="is XML, which is not read yet"),))
