"""Where a report names an outlet: looked for beside the words of telling alone, and found where a search of all finds it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Report
from stemma.stories.witnesses import find_citation, plain_name

WORDS = (
    "told",
    "tells",
    "Citing",
    "according",
    "to",
    "first",
    "FIRST",
    "reported",
    "reports",
    "reported by",
    "the",
    "The",
)
NAMES = ("Harbour Post", "the Post", "First", "DPA", "Told Today", "Ör Kurier", "post")
GAPS = (" ", "  ", "\n", ", ", ". ")


def found_slowly(text, outlet):
    """Search a whole text with one pattern."""
    bare = plain_name(outlet)
    citable = [one for one in dict.fromkeys((bare, bare.split()[0])) if len(one) > 3 or (outlet.isupper() and one)]
    if not citable:
        return None
    name = "(?:" + "|".join(map(re.escape, citable)) + ")"
    hearing = rf"(?:told|tells|according to|reported by|interview with|citing)\s+(?:the\s+)?{name}\b"
    found = re.search(rf"\b(?:{hearing}|{name}\s+(?:first\s+)?(?:reported|reports)\b)", text, re.IGNORECASE)
    return (found.start(), found.end()) if found else None


@given(
    st.lists(st.tuples(st.sampled_from((*WORDS, *NAMES)), st.sampled_from(GAPS)), max_size=14), st.sampled_from(NAMES)
)
def test_an_outlet_is_found_where_a_search_of_the_whole_text_finds_it(told, outlet):
    text = "".join(word + gap for word, gap in told)
    report = Report(
        id="a",
        capture_id="",
        path="",
        url=None,
        outlet_id=None,
        text=text,
        zones=(),
        credits=(),
        published=None,
        language="en",
    )

    span = find_citation(report, outlet)

    assert (span and (span.start, span.end)) == found_slowly(text, outlet)
