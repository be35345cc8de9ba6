"""A stretch of one report's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one report's text, in characters, end exclusive."""

    report_id: str
    start: int
    end: int

    def cut(self, text: str) -> str:
        """Give the words that the span stands for in its report's text.

        >>> Span("a", 4, 8).cut("one word")
        'word'
        """
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """Give how many characters two spans share; 0 when they lie in different reports.

        >>> Span("a", 0, 8).overlap(Span("a", 4, 12)), Span("a", 0, 8).overlap(Span("b", 4, 12))
        (4, 0)
        """
        if self.report_id != other.report_id:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))
