"""The pages on the formats say what the code writes, field by field, and nothing else."""

import json
import re
from pathlib import Path

import pytest
from tests.views import example

from stemma.model import (
    Certainty,
    ChangeKind,
    CitationKind,
    CreditRole,
    DerivationKind,
    Direction,
    EditKind,
    Form,
    Granularity,
    Integrity,
    Manner,
    NameKind,
    Origin,
    OutletKind,
    Polarity,
    ScopeKind,
    Stance,
    VoiceKind,
    ZoneKind,
)
from stemma.views import check_to_json, contents_record, match_lines, reading_to_json, to_json, to_json_many

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formats"
SECTION = re.compile(r"^## (\S+)$", re.MULTILINE)
FIELD = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
MOMENTS = {"began", "published"}
SPANS = {"spans", "named_in", "left", "right", "before", "after", "notice", "uncorrected", "corrected"}
WORDS = [
    ("changes", ChangeKind),
    ("citations", CitationKind),
    ("claims", Certainty),
    ("claims", Polarity),
    ("scopes", ScopeKind),
    ("credits", CreditRole),
    ("derivations", DerivationKind),
    ("derivations", Direction),
    ("edits", EditKind),
    ("reports", Form),
    ("moment", Granularity),
    ("wordings", Integrity),
    ("attributions", Manner),
    ("attributions", Stance),
    ("names", NameKind),
    ("portions", Origin),
    ("outlets", OutletKind),
    ("voices", VoiceKind),
    ("zones", ZoneKind),
]


def sections(name):
    """Give the text of a page by section."""
    pieces = SECTION.split((FORMATS / name).read_text(encoding="utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def fields(name):
    return {section: FIELD.findall(text) for section, text in sections(name).items()}


def shapes(record, name, found):
    """Gather the fields of every object in a record, by the key that it stands under."""
    if isinstance(record, dict) and name != "settings":
        name = "moment" if name in MOMENTS else name
        if name not in SPANS:
            found.setdefault(name, list(record))
        for key, value in record.items():
            shapes(value, key, found)
    elif isinstance(record, list):
        for value in record:
            shapes(value, name, found)
    return found


def test_the_page_on_stories_lists_the_fields_that_are_written():
    written = shapes(to_json(example.COLLATION), "story-file", {})
    written["stories-file"] = list(to_json_many([], ()))

    assert fields("story.md") == {name: written[name] for name in fields("story.md")}
    assert set(written) == set(fields("story.md"))


def test_the_page_on_readings_lists_the_fields_that_are_written():
    assert fields("reading.md")["reading-file"] == list(reading_to_json(example.REPORTS[0], example.READINGS[0]))


def test_the_page_on_checks_lists_the_fields_that_are_written():
    record = check_to_json(example.COLLATION)
    wording = fields("story.md")["wordings"]

    assert fields("check.md")["check-file"] == list(record)
    assert [*fields("check.md")["checked-wordings"], *wording] == list(record["wordings"][0])


def test_the_page_on_matches_lists_the_fields_that_are_written():
    contents = contents_record("corpus", {"reports": 2, "matches": 1}, [], [], example.COLLATION.stamp)
    row = json.loads(next(match_lines(example.COLLATION.matches)))

    assert fields("matches.md")["rows"] == list(row)
    assert fields("matches.md")["contents"] == list(contents)


@pytest.mark.parametrize(("section", "kind"), WORDS, ids=[kind.__name__ for _, kind in WORDS])
def test_every_word_that_a_field_may_hold_is_named(section, kind):
    text = sections("story.md")[section]

    assert [word.value for word in kind if f"`{word.value}`" not in text] == []
