"""A story in one paragraph, and as a small piece of HTML for a notebook."""

from html import escape

from stemma.model import Collation
from stemma.views.cells import clean
from stemma.views.index import index_of, letter_of, title_of, voice_names
from stemma.views.phrases import count_phrase, denial_phrase
from stemma.views.story_text import top_findings


def summary(collation: Collation) -> str:
    """Give a story in one paragraph: its count, its lead assertion, and its weightiest findings."""
    index = index_of(collation)
    story = collation.story
    lead = index.assertions.get(story.lead_assertion_id) if story.lead_assertion_id else None
    told = count_phrase(story.count, len(story.report_ids))
    if lead is not None:
        voices = ", ".join(map(clean, voice_names(index, lead.voice_ids)))
        told += f" for “{clean(lead.gist)}”" + (f" ({voices})" if voices else "") + denial_phrase(lead)
    findings = [_sentence(clean(finding.text)) for finding in top_findings(story)[0]]
    return " ".join([_sentence(told), *findings])


def _sentence(text: str) -> str:
    """Give text with a full stop.

    >>> _sentence("One line"), _sentence("Is it?")
    ('One line.', 'Is it?')
    """
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def notebook_html(collation: Collation) -> str:
    """Give a story as a piece of HTML without style sheet or script: count, findings, reports; all words escaped."""
    index = index_of(collation)
    story = collation.story
    lead = index.assertions.get(story.lead_assertion_id) if story.lead_assertion_id else None
    findings = "".join(
        f"<li>{'<strong>Check:</strong> ' if finding.is_warning else ''}{escape(clean(finding.text))}</li>"
        for finding in top_findings(story)[0]
    )
    reports = ", ".join(
        f"{letter_of(index, report.id)} {escape(clean(title_of(index, report)))}" for report in collation.reports[:12]
    )
    more = f" and {len(collation.reports) - 12} more" if len(collation.reports) > 12 else ""
    quote = f"<p>“{escape(clean(lead.gist))}”</p>" if lead is not None else ""
    return (
        f"<div class='stemma-story'><p><strong>{escape(count_phrase(story.count, len(story.report_ids)))}</strong></p>{quote}"
        f"<ul>{findings}</ul><p>{reports}{more}</p></div>"
    )
