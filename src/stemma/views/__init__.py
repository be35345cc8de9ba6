"""Values to text, HTML and JSON; knows values only."""

from stemma.views.check_text import check_to_text
from stemma.views.match_records import contents_record, match_lines, matching_to_text
from stemma.views.match_tables import write_parquet
from stemma.views.page import reading_to_html, to_html, to_html_many
from stemma.views.reading_text import reading_to_text
from stemma.views.records import check_to_json, reading_to_json, to_json, to_json_many
from stemma.views.shelf import stories_to_text
from stemma.views.story_text import to_text
from stemma.views.summaries import notebook_html, summary

__all__ = [
    "check_to_json",
    "check_to_text",
    "contents_record",
    "match_lines",
    "matching_to_text",
    "notebook_html",
    "reading_to_html",
    "reading_to_json",
    "reading_to_text",
    "stories_to_text",
    "summary",
    "to_html",
    "to_html_many",
    "to_json",
    "to_json_many",
    "to_text",
    "write_parquet",
]
