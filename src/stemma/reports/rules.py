"""What the reports room may be set to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRules:
    """Limits beyond which a capture is refused, and when two texts of one outlet are editions of one article."""

    largest_text: int = 5_000_000  # bytes of plain text or of one record; a book has about one million
    largest_page: int = 8_000_000  # bytes of HTML or XML; parsing is slower than linear on hostile pages
    largest_records: int = 1_000_000_000  # bytes of JSON or JSON Lines
    deepest_page: int = 400  # nested elements; browsers stop at 512
    edition_overlap: float = 0.8  # share of the shorter text's word pairs that the other has
    most_elements: int = 60_000  # elements of a page; long articles have some 3,000
    shortest_article: int = 25  # words of prose below which a page has no article
