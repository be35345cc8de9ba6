"""From captures to reports: text, zones, credits, moment of publication, outlet, language."""

from stemma.reports.agencies import Agency, find_agency
from stemma.reports.editions import distinct
from stemma.reports.extraction import extract
from stemma.reports.outlets import once_each
from stemma.reports.rules import ReportRules

__all__ = ["Agency", "ReportRules", "distinct", "extract", "find_agency", "once_each"]
