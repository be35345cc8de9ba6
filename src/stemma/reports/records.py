"""JSON: one record, an array of records, or JSON Lines; each record with a `text` is a report."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from stemma.model import Capture, Extraction, Moment, Refusal, Report
from stemma.reports.drafts import Draft, make_report
from stemma.reports.heads import is_same_title
from stemma.reports.moments import read_moment
from stemma.reports.outlets import once_each
from stemma.reports.paragraphs import paragraphs
from stemma.text.words import keys

_LISTS = ("reports", "articles", "records", "items", "documents", "docs", "results")
_HALF = re.compile("[\ud800-\udfff]")
_OUTLET_KEYS = ("outlet", "publisher")
_HEADLINE_KEYS = ("headline", "title")
_PUBLISHED_KEYS = ("published_at", "published")


class _Entry(NamedTuple):
    """A value of the file with its place in it ("line 3", "record 3"), or what is wrong there."""

    place: str
    value: object
    wrong: str | None = None


def read_records(capture: Capture, text: str) -> Extraction:
    """Give the reports of JSON text; every record that cannot be read becomes a line that says where and why.

    Keys read: `text` (wanted), `id`, `outlet` or `publisher`, `owner` (of the outlet), `headline` or `title`, `published_at` or
    `published`, `url`, `language`; others are passed over. A record with `id` keeps id and text unchanged, so that offsets into
    its text hold. A record without `id` whose headline does not begin its text has the headline put in front, with an empty line
    between.
    """
    parts = [_read_entry(capture, entry) for entry in _entries(text)]
    refusals = [refusal for part in parts for refusal in part.refusals]
    reports, twice = _once([report for part in parts for report in part.reports], capture)
    if not reports and not refusals:
        refusals.append(Refusal(subject=capture.url, reason="holds no record; give objects with the key `text`"))
    return Extraction(reports=reports, outlets=once_each(parts), refusals=(*refusals, *twice))


def _once(reports: list[Report], capture: Capture) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
    """Keep the first of the reports with one id."""
    kept: dict[str, Report] = {}
    refusals = []
    for report in reports:
        if report.id not in kept:
            kept[report.id] = report
        elif kept[report.id].text != report.text:
            refusals.append(
                Refusal(
                    subject=capture.url,
                    reason=f"has two records with the id {report.id!r} and different texts; the first is kept",
                )
            )
    same = len(reports) - len(kept) - len(refusals)
    if same:
        refusals.append(Refusal(subject=capture.url, reason=f"has {same} records twice; each is read once"))
    return tuple(kept.values()), tuple(refusals)


def _entries(text: str) -> Iterator[_Entry]:
    """Give the records of a JSON text: of the whole, or line by line where it is JSON Lines."""
    try:
        whole = json.loads(text)
    except RecursionError:
        yield _Entry("", None, "is nested too deep to be read")
        return
    except ValueError as error:
        if len(text.strip().splitlines()) > 1 and not text.lstrip().startswith("["):
            yield from _json_lines(text)
        else:
            yield _Entry("", None, f"is no valid JSON: {error}")
        return
    if isinstance(whole, dict) and "text" not in whole:
        whole = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), whole)
    if isinstance(whole, list):
        yield from (_Entry(f"record {number}", value) for number, value in enumerate(whole, start=1))
    else:
        yield _Entry("", whole)


def _json_lines(text: str) -> Iterator[_Entry]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _Entry(f"line {number}", json.loads(line))
        except (ValueError, RecursionError) as error:
            yield _Entry(f"line {number}", None, f"is no valid JSON: {error}")


def _read_entry(capture: Capture, entry: _Entry) -> Extraction:
    wrong = entry.wrong or _wrong(entry.value)
    if wrong is not None:
        place = f"{entry.place} " if entry.place else ""
        return Extraction(refusals=(Refusal(subject=capture.url, reason=place + wrong),))
    assert isinstance(entry.value, dict)  # noqa: S101 - _wrong has seen to it
    record: dict[str, object] = entry.value
    text, doubt = _whole_characters(str(record["text"]))
    given_id = _given_id(record)
    headline = _first(record, _HEADLINE_KEYS)
    if given_id is None and headline and not _begins_with(text, headline):
        text = f"{headline}\n\n{text}"
    draft = Draft(
        text=text,
        given_id=given_id,
        outlet=_first(record, _OUTLET_KEYS),
        owner=_first(record, ("owner",)),
        url=_first(record, ("url",)),
        headline=headline,
        published=_published(record),
        language=_first(record, ("language", "lang")),
    )
    made = make_report(capture, draft)
    if doubt is None:
        return made
    return replace(
        made, refusals=(*made.refusals, Refusal(subject=capture.url, reason=f"{entry.place or 'record'} {doubt}"))
    )


def _wrong(value: object) -> str | None:
    if not isinstance(value, dict):
        return f"is {type(value).__name__}, not an object with the key `text`"
    if not isinstance(value.get("text"), str):
        return "has no `text` that is a string" if "text" in value else "has no key `text`"
    return None if str(value["text"]).strip() else "has an empty `text`"


def _whole_characters(text: str) -> tuple[str, str | None]:
    """Replace lone halves of surrogate pairs, which are no characters, one for one."""
    whole, broken = (text, 0) if text.isascii() else _HALF.subn("\ufffd", text)
    return whole, "has broken characters (lone surrogates), read as U+FFFD" if broken else None


def _given_id(record: dict[str, object]) -> str | None:
    given = record.get("id")
    if isinstance(given, bool) or given is None or given == "":
        return None
    return str(given) if isinstance(given, str | int | float) else None


def _first(record: dict[str, object], keys: tuple[str, ...]) -> str | None:
    """Give the first of the keys that holds words, its white space made single; a record of a publisher gives its name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return " ".join(_whole_characters(value)[0].split())
    return None


def _published(record: dict[str, object]) -> Moment | None:
    told = _first(record, _PUBLISHED_KEYS)
    return read_moment(told) if told else None


def _begins_with(text: str, headline: str) -> bool:
    """Say whether one of the first paragraphs of a text is the headline, whatever its letter case and marks."""
    wanted = keys(headline, 0, len(headline))
    head = text[: 4 * len(headline) + 400]
    return any(is_same_title(keys(head, one.start, one.end), wanted) for one in paragraphs(head)[:4])
