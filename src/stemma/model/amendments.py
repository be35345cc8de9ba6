"""A newspaper's correction of its own report, and who carries it."""

from dataclasses import dataclass

from stemma.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One place that an outlet corrected, or altered from one edition of its article to the next.

    `notice` is where the report says so (empty: its editions alone show it); `after` is the reading now and `before` the one
    it had, in an earlier edition or, where that was not given, in the first report that still has it. Where the texts do not show
    the place, both are empty. `uncorrected` and `corrected` are the same place in other reports. `kind` is what it touches:
    number, date, name and so on, "wording" for anything else, "" where the place is not shown.
    """

    report_id: str
    kind: str
    notice: tuple[Span, ...]
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    uncorrected: tuple[Span, ...]
    corrected: tuple[Span, ...]
    is_told: bool  # the notice, or an earlier edition, has the reading before
